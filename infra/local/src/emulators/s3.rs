//! S3: s3s on files, with the checks of presigned uploads.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http_body_util::{BodyExt, Limited};
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use sha2::{Digest, Sha256};
use tokio::sync::Mutex;

use crate::account::{ACCESS_KEY, SECRET_KEY};
use crate::error::Error;
use crate::template::stack::Bucket;

const MAX_OBJECT: usize = 512 * 1024 * 1024;

#[derive(Clone)]
struct Store {
    service: S3Service,
    /// s3s-fs looks for an existing object and writes in two steps; one upload at a time makes
    /// `If-None-Match: *` hold.
    writing: Arc<Mutex<()>>,
}

/// Buckets as folders under `root`, behind SigV4, each with the CORS rule of the template.
pub(crate) fn router(root: &Path, buckets: &[Bucket]) -> Result<Router, Error> {
    for bucket in buckets {
        let folder = root.join(&bucket.name);
        std::fs::create_dir_all(&folder).map_err(Error::file(folder))?;
    }
    let files = s3s_fs::FileSystem::new(root).map_err(|error| Error::S3(format!("{error:?}")))?;
    let mut builder = S3ServiceBuilder::new(files);
    builder.set_auth(SimpleAuth::from_single(ACCESS_KEY, SECRET_KEY));
    let store = Store { service: builder.build(), writing: Arc::default() };
    let mut router = Router::new();
    for Bucket { name, cors } in buckets {
        let objects = Router::new().route(&format!("/{name}/{{*key}}"), any(answer)).layer(cors.clone());
        router = router.merge(objects);
    }
    Ok(router.fallback(answer).with_state(store))
}

async fn answer(State(store): State<Store>, request: Request) -> Response {
    if request.method() != Method::PUT {
        return store.call(request).await;
    }
    let _one_at_a_time = store.writing.lock().await;
    match checked(request).await {
        Ok(request) => store.call(request).await,
        Err(refusal) => refusal,
    }
}

impl Store {
    async fn call(&self, request: Request) -> Response {
        let request = request.map(s3s::Body::http_body_unsync);
        match self.service.call(request).await {
            Ok(response) => response.map(Body::new).into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

/// s3s-fs compares a checksum only after it has stored the object; S3 stores nothing.
async fn checked(request: Request) -> Result<Request, Response> {
    let (parts, body) = request.into_parts();
    let body: Bytes = Limited::new(body, MAX_OBJECT)
        .collect()
        .await
        .map_err(|_| refusal("IncompleteBody", "The body did not arrive whole."))?
        .to_bytes();
    if let Some(expected) = parts.headers.get("x-amz-checksum-sha256")
        && expected.as_bytes() != STANDARD.encode(Sha256::digest(&body)).as_bytes()
    {
        return Err(refusal("BadDigest", "The SHA256 you specified did not match the calculated checksum."));
    }
    Ok(Request::from_parts(parts, Body::from(body)))
}

fn refusal(code: &str, message: &str) -> Response {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{message}</Message></Error>"
    );
    (StatusCode::BAD_REQUEST, [("content-type", "application/xml")], body).into_response()
}
