//! API Gateway: finds the function of a request and turns its answer into a response.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde_json::{Value as Json, json};

use crate::edge::payload;
use crate::error::{Error, InvokeError};
use crate::lambda::function_pool::FunctionPool;
use crate::lambda::functions::Functions;

/// Limit of an HTTP API request.
const MAX_REQUEST: usize = 10 * 1024 * 1024;
/// Limit of a synchronous Lambda payload.
const MAX_PAYLOAD: usize = 6 * 1024 * 1024;

/// The HTTP API: the template's routes, each with its function.
pub(crate) struct Gateway {
    paths: matchit::Router<Vec<Target>>,
    default: Option<Target>,
}

#[derive(Clone)]
struct Target {
    method: String,
    /// `GET /api/applications/{id}`, as API Gateway names it.
    route_key: String,
    pool: Arc<FunctionPool>,
}

struct Match<'a> {
    target: &'a Target,
    parameters: Vec<(String, String)>,
}

impl Gateway {
    pub(crate) fn new(functions: &Functions) -> Result<Self, Error> {
        let mut by_path: std::collections::BTreeMap<String, Vec<Target>> = std::collections::BTreeMap::new();
        let mut default = None;
        for pool in functions.all() {
            for route in pool.function.routes() {
                let (method, pool) = (route.method.clone(), Arc::clone(pool));
                if route.path == "$default" {
                    default = Some(Target { method, route_key: "$default".to_owned(), pool });
                    continue;
                }
                let route_key = format!("{method} {}", route.path);
                by_path.entry(matchit_path(&route.path)).or_default().push(Target {
                    method,
                    route_key,
                    pool,
                });
            }
        }
        let mut paths = matchit::Router::new();
        for (path, targets) in by_path {
            paths.insert(path.clone(), targets).map_err(|e| Error::Template(format!("route {path}: {e}")))?;
        }
        Ok(Self { paths, default })
    }

    fn find(&self, method: &str, path: &str) -> Option<Match<'_>> {
        let Ok(found) = self.paths.at(path) else { return self.default_match() };
        let of = |wanted: &str| found.value.iter().find(|target| target.method == wanted);
        let Some(target) = of(method).or_else(|| of("ANY")) else { return self.default_match() };
        let decoded = |(name, value): (&str, &str)| (name.to_owned(), payload::decoded(value));
        Some(Match { target, parameters: found.params.iter().map(decoded).collect() })
    }

    fn default_match(&self) -> Option<Match<'_>> {
        self.default.as_ref().map(|target| Match { target, parameters: Vec::new() })
    }
}

/// `{proxy+}` takes the rest of the path.
fn matchit_path(path: &str) -> String {
    let Some((before, name)) = path.split_once("+}").and_then(|(head, _)| head.rsplit_once('{')) else {
        return path.to_owned();
    };
    format!("{before}{{*{name}}}")
}

impl Gateway {
    pub(crate) async fn answer(&self, peer: SocketAddr, request: Request) -> Response {
        let (parts, body) = request.into_parts();
        let Some(found) = self.find(parts.method.as_str(), parts.uri.path()) else {
            return message(StatusCode::NOT_FOUND, "Not Found");
        };
        let body = match read(body).await {
            Ok(body) => body,
            Err(status) => return message(status, "Request Entity Too Large"),
        };
        let event = payload::event(&parts, &body, &found.target.route_key, &found.parameters, peer);
        let event = Bytes::from(event.to_string());
        if event.len() > MAX_PAYLOAD {
            return message(StatusCode::PAYLOAD_TOO_LARGE, "Request Entity Too Large");
        }
        match found.target.pool.invoke(event).await {
            Ok(body) => respond(&body),
            Err(InvokeError::Function(_)) => {
                message(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error")
            }
            Err(InvokeError::Init(_) | InvokeError::Crashed) => {
                message(StatusCode::BAD_GATEWAY, "Bad Gateway")
            }
            Err(InvokeError::TimedOut(_)) => message(StatusCode::GATEWAY_TIMEOUT, "Gateway Timeout"),
        }
    }
}

async fn read(body: Body) -> Result<Bytes, StatusCode> {
    Limited::new(body, MAX_REQUEST).collect().await.map(|body| body.to_bytes()).map_err(|error| {
        if error.is::<LengthLimitError>() { StatusCode::PAYLOAD_TOO_LARGE } else { StatusCode::BAD_REQUEST }
    })
}

fn message(status: StatusCode, text: &str) -> Response {
    (status, [("content-type", "application/json")], json!({ "message": text }).to_string()).into_response()
}

/// Turns the function's answer into HTTP; one without `statusCode` is itself the JSON body.
fn respond(answer: &[u8]) -> Response {
    let Ok(answer) = serde_json::from_slice::<Json>(answer) else {
        return message(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error");
    };
    let Some(status) = answer.get("statusCode") else {
        return ([("content-type", "application/json")], answer.to_string()).into_response();
    };
    let status = status.as_u64().and_then(|code| u16::try_from(code).ok());
    let status = status.and_then(|code| StatusCode::from_u16(code).ok());
    let (Some(status), Some(body)) = (status, payload::body(&answer)) else {
        return message(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error");
    };
    let mut response = (status, body).into_response();
    response.headers_mut().remove("content-type");
    for (name, value) in payload::headers(&answer) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
        .headers_mut()
        .entry("content-type")
        .or_insert(HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}
