//! The local cloud seen from outside: over HTTP, with a real function binary.

#![expect(clippy::unwrap_used, reason = "what fails in a helper fails the test")]

mod functions;
mod objects;
mod payments;
mod process;
mod site;
mod stream;
mod tools;

use std::path::{Path, PathBuf};

use local::{LocalCloud, Options};
use serde_json::{Value, json};
use ureq::Body;
use ureq::http::Response;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture").join(name)
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_zhicheng-local")).with_file_name("examples")
}

fn options() -> Options {
    Options { site_dir: Some(fixture("site")), ..Options::new(fixture("template.yaml"), examples()) }
}

fn cloud() -> LocalCloud {
    LocalCloud::start_blocking(options()).unwrap()
}

/// Answers with any status, follows nothing.
fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

fn get(url: &str) -> Response<Body> {
    agent().get(url).call().unwrap()
}

fn json_of(mut response: Response<Body>) -> Value {
    response.body_mut().read_json().unwrap()
}

fn text_of(mut response: Response<Body>) -> String {
    response.body_mut().read_to_string().unwrap()
}

fn header<'a>(response: &'a Response<Body>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

fn dynamodb(url: &str, operation: &str, body: &Value) -> Response<Body> {
    agent()
        .post(url)
        .header("content-type", "application/x-amz-json-1.0")
        .header("x-amz-target", format!("DynamoDB_20120810.{operation}"))
        .header("x-amz-date", "20201124T000000Z")
        .header("authorization", "AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=s")
        .send(body.to_string())
        .unwrap()
}

fn put(cloud: &LocalCloud, key: &str, failures: u32) -> Response<Body> {
    let item = json!({ "pk": { "S": key }, "failures": { "N": failures.to_string() } });
    dynamodb(cloud.dynamodb_url(), "PutItem", &json!({ "TableName": cloud.table_names()[0], "Item": item }))
}
