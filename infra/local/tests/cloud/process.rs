//! The program: its signals, and the data that it keeps.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::{dynamodb, examples, fixture, get, text_of};

struct Running {
    child: Child,
    edge: String,
}

fn start(data: &Path) -> Running {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zhicheng-local"))
        .args(["--template".into(), fixture("template.yaml"), "--bin-dir".into(), examples()])
        .args(["--data".as_ref(), data])
        .arg("--until-stdin-ends")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    Running { child, edge: line.trim().strip_prefix("ready ").unwrap().to_owned() }
}

impl Running {
    fn function_process(&self) -> String {
        text_of(get(&format!("{}/api/deeds/slow", self.edge)))
    }

    fn signal(&mut self, signal: &str) {
        let status = Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
        self.child.wait().unwrap();
    }
}

fn assert_gone(process: &str) {
    let give_up = Instant::now() + Duration::from_secs(5);
    while Command::new("kill").args(["-0", process]).stderr(Stdio::null()).status().unwrap().success() {
        assert!(Instant::now() < give_up, "process {process} still lives");
        std::thread::yield_now();
    }
}

#[test]
fn a_function_ends_when_the_cloud_is_killed() {
    let data = tempfile::tempdir().unwrap();
    let mut cloud = start(data.path());
    let function = cloud.function_process();
    cloud.signal("-9");
    assert_gone(&function);
}

#[test]
fn a_function_ends_with_the_cloud() {
    let data = tempfile::tempdir().unwrap();
    let mut cloud = start(data.path());
    let function = cloud.function_process();
    cloud.signal("-TERM");
    assert_gone(&function);
}

#[test]
fn the_cloud_ends_with_the_program_that_started_it() {
    let data = tempfile::tempdir().unwrap();
    let mut cloud = start(data.path());
    let function = cloud.function_process();
    drop(cloud.child.stdin.take());
    assert!(cloud.child.wait().unwrap().success());
    assert_gone(&function);
}

#[test]
fn what_was_acknowledged_survives_a_kill() {
    let data = tempfile::tempdir().unwrap();
    let mut cloud = start(data.path());
    let environment = || crate::json_of(get(&format!("{}/api/deeds/environment", cloud.edge)));
    let seen = environment();
    let (url, table) = (seen["AWS_ENDPOINT_URL_DYNAMODB"].as_str().unwrap(), &seen["TABLE_NAME"]);
    for key in 0..20 {
        let item = json!({ "TableName": table, "Item": { "pk": { "S": key.to_string() } } });
        assert_eq!(dynamodb(url, "PutItem", &item).status(), 200);
    }
    cloud.signal("-9");
    let mut again = start(data.path());
    let seen = crate::json_of(get(&format!("{}/api/deeds/environment", again.edge)));
    let url = seen["AWS_ENDPOINT_URL_DYNAMODB"].as_str().unwrap();
    let scan = crate::json_of(dynamodb(url, "Scan", &json!({ "TableName": table })));
    assert_eq!(scan["Count"], 20);
    again.signal("-TERM");
}
