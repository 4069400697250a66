//! Payload format 2.0 of HTTP APIs.

use std::net::SocketAddr;

use axum::http::HeaderMap;
use axum::http::request::Parts;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value as Json, json};

use crate::account::{ACCOUNT, REGION};
use crate::simulators::clock::system_now;

/// CloudFront's address as API Gateway sees it; never the viewer's address.
const EDGE_ADDRESS: &str = "198.51.100.1";

/// The event a function receives for this request.
pub(crate) fn event(
    parts: &Parts,
    body: &[u8],
    route_key: &str,
    path_parameters: &[(String, String)],
    peer: SocketAddr,
) -> Json {
    let query = parts.uri.query().unwrap_or_default();
    let path = parts.uri.path();
    let mut event = json!({
        "version": "2.0",
        "routeKey": route_key,
        "rawPath": path,
        "rawQueryString": query,
        "headers": event_headers(&parts.headers, peer),
        "requestContext": context(parts, route_key),
        "isBase64Encoded": false,
    });
    let cookies = cookies(&parts.headers);
    if !cookies.is_empty() {
        event["cookies"] = cookies.into();
    }
    if !query.is_empty() {
        event["queryStringParameters"] = query_parameters(query).into();
    }
    if !path_parameters.is_empty() {
        let pairs = path_parameters.iter().map(|(name, value)| (name.clone(), Json::from(value.as_str())));
        event["pathParameters"] = pairs.collect::<Map<_, _>>().into();
    }
    add_body(&mut event, &parts.headers, body);
    event
}

fn context(parts: &Parts, route_key: &str) -> Json {
    let header =
        |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let now = system_now().to_utc();
    json!({
        "accountId": ACCOUNT,
        "apiId": "local",
        "domainName": format!("local.execute-api.{REGION}.amazonaws.com"),
        "domainPrefix": "local",
        "http": {
            "method": parts.method.as_str(),
            "path": parts.uri.path(),
            "protocol": "HTTP/1.1",
            "sourceIp": EDGE_ADDRESS,
            "userAgent": header("user-agent"),
        },
        "requestId": uuid::Uuid::new_v4().to_string(),
        "routeKey": route_key,
        "stage": "$default",
        "time": now.format("%d/%b/%Y:%H:%M:%S +0000").to_string(),
        "timeEpoch": now.timestamp_millis(),
    })
}

/// Lower-case names, values of one name joined by commas, cookies apart. CloudFront adds the viewer's
/// address to `x-forwarded-for`, API Gateway adds CloudFront's.
fn event_headers(headers: &HeaderMap, peer: SocketAddr) -> Map<String, Json> {
    let mut joined = Map::new();
    for name in headers.keys().filter(|name| *name != "cookie") {
        let values: Vec<_> = headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
        joined.insert(name.to_string(), values.join(",").into());
    }
    let before = joined.get("x-forwarded-for").and_then(Json::as_str).map(|list| format!("{list}, "));
    let forwarded = format!("{}{}, {EDGE_ADDRESS}", before.unwrap_or_default(), peer.ip());
    joined.insert("x-forwarded-for".to_owned(), forwarded.into());
    joined.insert("x-forwarded-proto".to_owned(), "https".into());
    joined
}

fn cookies(headers: &HeaderMap) -> Vec<String> {
    let lines = headers.get_all("cookie").iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(';')).map(|cookie| cookie.trim().to_owned()).collect()
}

fn query_parameters(query: &str) -> Map<String, Json> {
    let mut parameters: Map<String, Json> = Map::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let before = parameters.get(name.as_ref()).and_then(Json::as_str).map(|list| format!("{list},"));
        let list = format!("{}{value}", before.unwrap_or_default());
        parameters.insert(name.into_owned(), list.into());
    }
    parameters
}

fn add_body(event: &mut Json, headers: &HeaderMap, body: &[u8]) {
    if body.is_empty() {
        return;
    }
    let kind = headers.get("content-type").and_then(|value| value.to_str().ok()).unwrap_or("text/plain");
    let is_text = kind.starts_with("text/") || ["json", "xml", "javascript"].iter().any(|k| kind.contains(k));
    match std::str::from_utf8(body) {
        Ok(text) if is_text => event["body"] = text.into(),
        Ok(_) | Err(_) => {
            event["body"] = STANDARD.encode(body).into();
            event["isBase64Encoded"] = true.into();
        }
    }
}

/// A path segment without its percent signs.
pub(crate) fn decoded(segment: &str) -> String {
    percent_encoding::percent_decode_str(segment).decode_utf8_lossy().into_owned()
}

/// The body of a function's answer; `None` when its base64 is broken.
pub(crate) fn body(answer: &Json) -> Option<Vec<u8>> {
    let text = answer.get("body").and_then(Json::as_str).unwrap_or_default();
    if answer.get("isBase64Encoded") == Some(&Json::Bool(true)) {
        return STANDARD.decode(text).ok();
    }
    Some(text.as_bytes().to_vec())
}

/// The headers of a function's answer, cookies among them.
pub(crate) fn headers(answer: &Json) -> Vec<(String, String)> {
    let object = |name: &str| answer.get(name).and_then(Json::as_object).into_iter().flatten();
    let mut headers = Vec::new();
    for (name, values) in object("multiValueHeaders") {
        let values = values.as_array().into_iter().flatten().filter_map(Json::as_str);
        headers.extend(values.map(|value| (name.to_lowercase(), value.to_owned())));
    }
    for (name, value) in object("headers") {
        let name = name.to_lowercase();
        if !headers.iter().any(|(known, _)| *known == name) {
            headers.push((name, value.as_str().map_or_else(|| value.to_string(), str::to_owned)));
        }
    }
    let cookies =
        answer.get("cookies").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
    headers.extend(cookies.map(|cookie| ("set-cookie".to_owned(), cookie.to_owned())));
    headers
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn event_of(request: axum::http::request::Builder, body: &[u8]) -> Json {
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let parameters = [("id".to_owned(), decoded("a%2Fb"))];
        event(&parts, body, "PUT /api/things/{id}", &parameters, ([127, 0, 0, 1], 9).into())
    }

    #[test]
    fn a_request_becomes_payload_format_2() {
        let request = Request::put("/api/things/a%2Fb?x=1&y=%E6%9F%B3&x=2")
            .header("Cookie", "a=1; b=2")
            .header("X-Thing", "one")
            .header("X-Thing", "two")
            .header("X-Forwarded-For", "203.0.113.9")
            .header("Content-Type", "application/json");
        let event = event_of(request, br#"{"k":1}"#);
        assert_eq!(event["version"], "2.0");
        assert_eq!(event["rawQueryString"], "x=1&y=%E6%9F%B3&x=2");
        assert_eq!(event["queryStringParameters"], json!({"x": "1,2", "y": "柳"}));
        assert_eq!(event["pathParameters"], json!({"id": "a/b"}));
        assert_eq!(event["cookies"], json!(["a=1", "b=2"]));
        assert_eq!(event["headers"]["x-thing"], "one,two");
        assert_eq!(event["headers"]["cookie"], Json::Null);
        assert_eq!(event["headers"]["x-forwarded-for"], "203.0.113.9, 127.0.0.1, 198.51.100.1");
        assert_eq!(event["requestContext"]["http"]["sourceIp"], "198.51.100.1");
        assert_eq!(event["requestContext"]["stage"], "$default");
        assert_eq!((&event["body"], &event["isBase64Encoded"]), (&json!(r#"{"k":1}"#), &json!(false)));
    }

    #[test]
    fn a_body_that_is_not_text_travels_as_base64() {
        let event = event_of(Request::put("/").header("content-type", "application/pdf"), b"%PDF");
        assert_eq!((&event["body"], &event["isBase64Encoded"]), (&json!("JVBERg=="), &json!(true)));
        let event = event_of(Request::put("/").header("content-type", "application/json"), &[0xff]);
        assert_eq!((&event["body"], &event["isBase64Encoded"]), (&json!("/w=="), &json!(true)));
    }

    #[test]
    fn an_answer_keeps_every_cookie_and_repeated_header() {
        let answer = json!({
            "headers": {"Vary": "a", "ETag": "1"},
            "multiValueHeaders": {"Vary": ["a", "b"]},
            "cookies": ["s=1", "t=2"],
        });
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let expected = [
            pair("vary", "a"),
            pair("vary", "b"),
            pair("etag", "1"),
            pair("set-cookie", "s=1"),
            pair("set-cookie", "t=2"),
        ];
        assert_eq!(headers(&answer), expected);
    }
}
