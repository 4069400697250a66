//! Queries that compare a key with an empty string: DynamoDB refuses them, dynoxide answers them.

use axum::Json;
use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use serde_json::{Value, json};

/// Returns the query as it came, or the refusal that DynamoDB gives if its key condition holds an empty string.
pub(crate) async fn refused(query: Request) -> Result<Request, Response> {
    let (parts, body) = query.into_parts();
    let bytes = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    match refusal(&serde_json::from_slice(&bytes).unwrap_or_default()) {
        Some(refusal) => Err(refusal),
        None => Ok(Request::from_parts(parts, Body::from(bytes))),
    }
}

fn refusal(query: &Value) -> Option<Response> {
    let condition = query["KeyConditionExpression"].as_str().unwrap_or_default();
    let is_empty = |(name, value): (&String, &Value)| value["S"] == "" && names(condition, name);
    if !query["ExpressionAttributeValues"].as_object()?.iter().any(is_empty) {
        return None;
    }
    let body = json!({
        "__type": "com.amazon.coral.validate#ValidationException",
        "message": "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value.",
    });
    Some((StatusCode::BAD_REQUEST, Json(body)).into_response())
}

/// Tells whether `placeholder` stands in `condition` as a whole word: `:p` does not stand in `:pk`.
fn names(condition: &str, placeholder: &str) -> bool {
    condition.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).any(|word| word == placeholder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(condition: &str, values: Value) -> bool {
        refusal(&json!({ "KeyConditionExpression": condition, "ExpressionAttributeValues": values }))
            .is_some()
    }

    #[test]
    fn an_empty_string_is_refused_where_it_is_compared_with_a_key() {
        let begins = "pk = :pk AND begins_with(sk, :prefix)";
        assert!(is_refused(begins, json!({ ":pk": { "S": "BATCHES" }, ":prefix": { "S": "" } })));
        assert!(is_refused("pk = :pk", json!({ ":pk": { "S": "" } })));
        assert!(!is_refused(begins, json!({ ":pk": { "S": "BATCHES" }, ":prefix": { "S": "a" } })));
        assert!(!is_refused("pk = :pk", json!({ ":pk": { "S": "a" }, ":p": { "S": "" } })));
    }
}
