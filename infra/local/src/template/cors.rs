//! A bucket's CORS rules.

use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, Method};
use serde_json::Value as Json;
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::error::Error;
use crate::template::resolve::text_of;

/// The first rule of a bucket's `CorsConfiguration`; without one no other origin may ask.
pub(crate) fn layer(configuration: Option<&Json>) -> Result<CorsLayer, Error> {
    let Some(rule) = configuration.and_then(|cors| cors.pointer("/CorsRules/0")) else {
        return Ok(CorsLayer::new());
    };
    let origins = texts(rule, "AllowedOrigins");
    let origins = if origins.iter().any(|origin| origin == "*") {
        AllowOrigin::any()
    } else {
        AllowOrigin::list(parsed::<HeaderValue>(&with_localhost(origins))?)
    };
    let age = rule.get("MaxAge").and_then(|age| text_of(age).parse().ok()).unwrap_or_default();
    Ok(CorsLayer::new()
        .allow_origin(origins)
        .allow_methods(parsed::<Method>(&texts(rule, "AllowedMethods"))?)
        .allow_headers(parsed::<HeaderName>(&texts(rule, "AllowedHeaders"))?)
        .expose_headers(parsed::<HeaderName>(&texts(rule, "ExposedHeaders"))?)
        .max_age(Duration::from_secs(age)))
}

/// Adds localhost, so that a person who types it instead of the printed address can upload too.
fn with_localhost(mut origins: Vec<String>) -> Vec<String> {
    let named =
        |origin: &String| origin.contains("://127.0.0.1:").then(|| origin.replace("127.0.0.1", "localhost"));
    origins.extend(origins.iter().filter_map(named).collect::<Vec<_>>());
    origins
}

fn texts(rule: &Json, name: &str) -> Vec<String> {
    rule.get(name).and_then(Json::as_array).into_iter().flatten().map(text_of).collect()
}

fn parsed<T: std::str::FromStr>(values: &[String]) -> Result<Vec<T>, Error> {
    let parse = |value: &String| value.parse().map_err(|_| Error::Template(format!("CORS rule: {value}")));
    values.iter().map(parse).collect()
}
