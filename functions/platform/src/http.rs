//! Requests in, replies out: the only place that knows status codes, headers and the access log.

use crate::error::{ApiError, ApiResult};
use api::problem::{MEDIA_TYPE, ProblemBody};
use api::refusal::ApiRefusal;
use api::routes::{Method, Route};
use lambda_http::http::{HeaderValue, StatusCode, header};
use lambda_http::request::RequestContext;
use lambda_http::{Body, Request, RequestExt, Response, service_fn};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

pub type Reply = Response<Body>;
type Answer = Pin<Box<dyn Future<Output = ApiResult<Reply>> + Send>>;
type Handler<S> = Box<dyn Fn(Arc<S>, Request) -> Answer + Send + Sync>;

/// A function: its state and what it does on each of its routes.
pub struct Lambda<S> {
    state: Arc<S>,
    handlers: Vec<(Route, Handler<S>)>,
}

impl<S: Send + Sync + 'static> Lambda<S> {
    pub fn new(state: S) -> Self {
        Self { state: Arc::new(state), handlers: Vec::new() }
    }

    #[must_use]
    pub fn on<H, F>(mut self, route: Route, handler: H) -> Self
    where
        H: Fn(Arc<S>, Request) -> F + Send + Sync + 'static,
        F: Future<Output = ApiResult<Reply>> + Send + 'static,
    {
        self.handlers.push((route, Box::new(move |state, request| Box::pin(handler(state, request)))));
        self
    }

    pub async fn serve(self) -> Result<(), lambda_http::Error> {
        lambda_http::tracing::init_default_subscriber();
        let lambda = &self;
        lambda_http::run(service_fn(move |request| async move { lambda.respond(request).await })).await
    }

    async fn respond(&self, request: Request) -> Result<Reply, lambda_http::Error> {
        let key = route_key(&request);
        Ok(match self.answer(&key, request).await {
            Ok(reply) => reply,
            Err(ApiError::Refused(body)) => refusal(&body),
            Err(ApiError::Internal(cause)) => {
                tracing::error!(route = key, cause, "request failed");
                refusal(&ApiRefusal::Internal.into())
            }
        })
    }

    async fn answer(&self, key: &str, request: Request) -> ApiResult<Reply> {
        let of_route = |(route, _): &&(Route, Handler<S>)| route.key() == key;
        let (route, handler) = self.handlers.iter().find(of_route).ok_or_else(ApiError::not_found)?;
        require_json(*route, &request)?;
        handler(self.state.clone(), request).await
    }
}

/// A form of another site cannot send JSON without asking first: together with SameSite this keeps forged
/// requests out.
fn require_json(route: Route, request: &Request) -> ApiResult<()> {
    let is_json = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("application/json"));
    match route.method() {
        Method::Get => Ok(()),
        Method::Post | Method::Put | Method::Patch | Method::Delete if is_json => Ok(()),
        Method::Post | Method::Put | Method::Patch | Method::Delete => Err(ApiRefusal::NotJson.into()),
    }
}

fn route_key(request: &Request) -> String {
    match request.request_context_ref() {
        Some(RequestContext::ApiGatewayV2(context)) => context.route_key.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

/// The caller's network address. CloudFront appends the viewer to `x-forwarded-for`, API Gateway appends
/// CloudFront: the second last is the viewer, and what stands before it is only claimed.
pub fn source_address(request: &Request) -> String {
    let header =
        request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let viewer = header.rsplit(',').nth(1).map(|address| address.trim().to_owned());
    viewer.unwrap_or_else(|| match request.request_context_ref() {
        Some(RequestContext::ApiGatewayV2(context)) => context.http.source_ip.clone().unwrap_or_default(),
        _ => String::new(),
    })
}

pub fn body<T: DeserializeOwned>(request: &Request) -> ApiResult<T> {
    serde_json::from_slice(request.body().as_ref())
        .map_err(|error| ApiRefusal::Unreadable { column: error.column() }.into())
}

/// A placeholder of the route's path.
pub fn parameter(request: &Request, name: &str) -> ApiResult<String> {
    request
        .path_parameters_ref()
        .and_then(|all| all.first(name))
        .map(str::to_owned)
        .ok_or_else(ApiError::not_found)
}

pub fn query(request: &Request, name: &str) -> String {
    request.query_string_parameters_ref().and_then(|all| all.first(name)).unwrap_or_default().to_owned()
}

pub fn ok(body: &impl Serialize) -> ApiResult<Reply> {
    json(StatusCode::OK, "application/json", body)
}

pub fn created(body: &impl Serialize) -> ApiResult<Reply> {
    json(StatusCode::CREATED, "application/json", body)
}

pub fn no_content() -> ApiResult<Reply> {
    Response::builder().status(StatusCode::NO_CONTENT).body(Body::Empty).map_err(ApiError::internal)
}

fn refusal(body: &ProblemBody) -> Reply {
    let status = StatusCode::from_u16(body.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    json(status, MEDIA_TYPE, body).unwrap_or_default()
}

fn json(status: StatusCode, media_type: &str, body: &impl Serialize) -> ApiResult<Reply> {
    let text = serde_json::to_string(body).map_err(ApiError::internal)?;
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, media_type)
        .header(header::CACHE_CONTROL, "no-store")
        .body(Body::Text(text))
        .map_err(ApiError::internal)
}

/// Sets or, with an empty token, clears the session cookie. `__Host-` binds it to this origin.
pub fn new_session_cookie(mut reply: Reply, token: &str, max_age_seconds: i64) -> ApiResult<Reply> {
    let cookie = format!(
        "{}={token}; Path=/; Max-Age={max_age_seconds}; Secure; HttpOnly; SameSite=Lax",
        crate::caller::COOKIE
    );
    let value = HeaderValue::from_str(&cookie).map_err(ApiError::internal)?;
    reply.headers_mut().append(header::SET_COOKIE, value);
    Ok(reply)
}
