//! The site bucket: the files of the built site.

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use tower::ServiceExt;
use tower_http::services::ServeDir;

const IMMUTABLE: HeaderValue = HeaderValue::from_static("public,max-age=31536000,immutable");
const REVALIDATE: HeaderValue = HeaderValue::from_static("no-cache");

/// The built site: files, and `index.html` for every path that names no file.
#[derive(Clone)]
pub(crate) struct Site {
    folder: Option<PathBuf>,
}

impl Site {
    pub(crate) fn new(folder: Option<&Path>) -> Self {
        Self { folder: folder.map(Path::to_path_buf) }
    }

    pub(crate) async fn answer(&self, request: Request) -> Response {
        let Some(folder) = &self.folder else { return StatusCode::NOT_FOUND.into_response() };
        let path = request.uri().path().to_owned();
        let reads = matches!(*request.method(), Method::GET | Method::HEAD);
        let page = page_request(&request);
        let mut response = file(folder, request).await;
        if response.status() == StatusCode::NOT_FOUND && reads && !names_file(&path) {
            response = file(folder, page).await;
        }
        let hashed = path.starts_with("/assets/") && response.status().is_success();
        response.headers_mut().insert(header::CACHE_CONTROL, if hashed { IMMUTABLE } else { REVALIDATE });
        response
    }
}

async fn file(folder: &Path, request: Request) -> Response {
    let served: Result<_, Infallible> = ServeDir::new(folder).precompressed_br().oneshot(request).await;
    served.map_or_else(|never| match never {}, |response| response.map(Body::new))
}

/// The same request for `index.html`, without conditions or ranges meant for another file.
fn page_request(request: &Request) -> Request {
    let mut page = Request::new(Body::empty());
    *page.method_mut() = request.method().clone();
    *page.uri_mut() = Uri::from_static("/index.html");
    for name in [header::ACCEPT_ENCODING, header::IF_MODIFIED_SINCE, header::IF_NONE_MATCH] {
        if let Some(value) = request.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

fn names_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}
