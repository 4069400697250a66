//! Functions behind the HTTP API.

use std::collections::BTreeSet;

use local::Fault;
use serde_json::{Value, json};

use crate::{agent, cloud, get, header, json_of, options, text_of};

fn deed(name: &str) -> String {
    format!("/api/deeds/{name}")
}

#[test]
fn a_request_reaches_its_function_with_path_and_deadline() {
    let cloud = cloud();
    let seen = json_of(get(&format!("{}{}?a=1", cloud.edge_url(), deed("echo"))));
    assert_eq!(seen["event"]["routeKey"], "GET /api/deeds/{deed}");
    assert_eq!(seen["event"]["pathParameters"], json!({ "deed": "echo" }));
    let remaining = seen["remaining_ms"].as_u64().unwrap();
    assert!((3_000..=5_000).contains(&remaining), "{remaining} ms");
}

#[test]
fn the_rest_of_a_path_is_one_parameter() {
    let cloud = cloud();
    let seen = json_of(get(&format!("{}/api/rest/a/b", cloud.edge_url())));
    assert_eq!(seen["event"]["pathParameters"], json!({ "proxy": "a/b" }));
}

#[test]
fn an_unknown_route_is_404_as_api_gateway_says_it() {
    let cloud = cloud();
    for path in ["/api/nothing", "/api/deeds", "/api/"] {
        let response = get(&format!("{}{path}", cloud.edge_url()));
        assert_eq!(response.status(), 404);
        assert_eq!(json_of(response), json!({ "message": "Not Found" }));
    }
    let response = agent().delete(format!("{}{}", cloud.edge_url(), deed("echo"))).call().unwrap();
    assert_eq!(response.status(), 404);
}

#[test]
fn cookies_and_binary_bodies_come_back() {
    let cloud = cloud();
    let response = get(&format!("{}{}", cloud.edge_url(), deed("cookies")));
    assert_eq!((response.status().as_u16(), header(&response, "content-type")), (201, "application/pdf"));
    let cookies: Vec<_> = response.headers().get_all("set-cookie").iter().collect();
    assert_eq!(cookies, ["a=1; Path=/", "b=2"]);
    assert_eq!(text_of(response), "%PDF");
}

#[test]
fn a_body_over_the_limits_is_413() {
    let cloud = cloud();
    let url = format!("{}{}", cloud.edge_url(), deed("echo"));
    for megabytes in [7, 11] {
        let body = vec![b'a'; megabytes << 20];
        // The server may answer and close before a long body is through.
        if let Ok(response) = agent().put(&url).header("content-type", "text/plain").send(&body) {
            assert_eq!(response.status(), 413);
        }
    }
    let small = agent().put(&url).header("content-type", "text/plain").send("a").unwrap();
    assert_eq!(small.status(), 200);
}

#[test]
fn a_crash_is_502_and_the_next_call_works() {
    let cloud = cloud();
    assert_eq!(get(&format!("{}{}", cloud.edge_url(), deed("crash"))).status(), 502);
    assert_eq!(get(&format!("{}{}", cloud.edge_url(), deed("echo"))).status(), 200);
}

#[test]
fn an_error_is_500_and_the_process_stays() {
    let cloud = cloud();
    assert_eq!(get(&format!("{}{}", cloud.edge_url(), deed("fail"))).status(), 500);
    cloud.retire_functions();
    assert!(cloud.logs().iter().any(|line| line.line.contains("told to fail")));
}

#[test]
fn a_function_over_its_timeout_is_504_and_the_next_call_works() {
    let cloud = cloud();
    assert_eq!(get(&format!("{}/api/brief/hang", cloud.edge_url())).status(), 504);
    assert_eq!(get(&format!("{}/api/brief/echo", cloud.edge_url())).status(), 200);
}

#[test]
fn a_function_without_binary_is_502_and_the_log_says_why() {
    let cloud = cloud();
    assert_eq!(get(&format!("{}/api/missing", cloud.edge_url())).status(), 502);
    assert!(cloud.logs().iter().any(|line| line.line.contains("never_built")));
}

#[test]
fn calls_at_once_get_processes_of_their_own_up_to_the_cap() {
    let cloud = local::LocalCloud::start_blocking(local::Options { instances: 2, ..options() }).unwrap();
    let url = format!("{}{}", cloud.edge_url(), deed("slow"));
    let processes: BTreeSet<String> = std::thread::scope(|scope| {
        let calls: Vec<_> = (0..4).map(|_| scope.spawn(|| text_of(get(&url)))).collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    });
    assert_eq!(processes.len(), 2);
}

#[test]
fn a_killed_function_is_502_and_starts_again() {
    let cloud = cloud();
    let url = format!("{}{}", cloud.edge_url(), deed("slow"));
    let before = text_of(get(&url));
    cloud.inject(&Fault::KillFunction { function: "Echo".into(), after_writes: None }).unwrap();
    let after = text_of(get(&url));
    assert_ne!(before, after);
}

#[test]
fn the_environment_is_the_template_s_with_local_names() {
    let cloud = cloud();
    let seen = json_of(get(&format!("{}{}", cloud.edge_url(), deed("environment"))));
    let text = |name: &str| seen.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    assert_eq!(text("TABLE_NAME"), cloud.table_names()[0]);
    assert_eq!(text("BUCKET"), cloud.bucket_names()[0]);
    assert_eq!(text("SITE_ORIGIN"), cloud.edge_url());
    assert_eq!(text("GATEWAY_URL"), format!("{}/_local/gateway", cloud.edge_url()));
    assert_eq!(text("STAGE"), "test-ap-southeast-1");
    assert!(text("PACKS_DIR").ends_with("fixture/layer/packs"));
    assert_eq!(text("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), "256");
    assert_eq!(text("AWS_ENDPOINT_URL_DYNAMODB"), cloud.dynamodb_url());
    assert_eq!(text("HOME"), "", "nothing of the caller's environment leaks in");
}

#[test]
fn a_resource_whose_condition_is_false_does_not_exist() {
    assert_eq!(cloud().bucket_names().len(), 1);
}

#[test]
fn a_parameter_without_default_is_long_enough_and_the_same_at_every_start() {
    let [first, second] = [cloud(), cloud()].map(|cloud| cloud.parameter("Key").unwrap().to_owned());
    assert_eq!(first, second);
    assert!(first.len() >= 32);
}

#[test]
fn an_unknown_parameter_is_refused() {
    let mut options = options();
    options.parameters.insert("Typo".into(), "1".into());
    assert!(local::LocalCloud::start_blocking(options).is_err());
}
