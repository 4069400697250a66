//! The tools under `/_local/`.

use local::Fault;
use serde_json::json;

use crate::{agent, cloud, dynamodb, get, json_of, options, put, text_of};

fn publish(edge: &str, phone: &str, text: &str) -> u16 {
    let form = [("Action", "Publish"), ("PhoneNumber", phone), ("Message", text)];
    agent().post(format!("{edge}/_local/sns/")).send_form(form).unwrap().status().as_u16()
}

#[test]
fn a_published_sms_is_on_the_phone() {
    let cloud = cloud();
    assert_eq!(publish(cloud.edge_url(), "+8613800000001", "验证码<1>"), 200);
    assert_eq!(publish(cloud.edge_url(), "+8613800000002", "另一条"), 200);
    let messages = cloud.messages();
    assert_eq!((messages.len(), messages[0].text.as_str()), (2, "验证码<1>"));
    let page = text_of(get(&format!("{}/_local/phone?phone=0", cloud.edge_url())));
    assert!(page.contains("验证码&lt;1&gt;") && !page.contains("另一条"));
    let list = json_of(get(&format!("{}/_local/phone/messages", cloud.edge_url())));
    assert_eq!(list[1]["phone"], "+8613800000002");
}

#[test]
fn a_failed_publish_stores_nothing() {
    let cloud = cloud();
    cloud.inject(&Fault::SnsFailNext { count: 1 }).unwrap();
    assert_eq!(publish(cloud.edge_url(), "+8613800000001", "一"), 500);
    assert_eq!(publish(cloud.edge_url(), "+8613800000001", "二"), 200);
    assert_eq!(cloud.messages().len(), 1);
}

#[test]
fn the_clock_moves_for_the_functions_too() {
    let start = "2020-08-03T09:00:00+08:00";
    let cloud = local::LocalCloud::start_blocking(local::Options {
        clock: Some(start.parse().unwrap()),
        ..options()
    });
    let cloud = cloud.unwrap();
    assert!(cloud.now().to_rfc3339().starts_with("2020-08-03T09:0"));
    let url = format!("{}/_local/clock", cloud.edge_url());
    agent().post(&url).send_json(json!({ "now": "2020-09-01T08:00:00+08:00" })).unwrap();
    assert!(json_of(get(&url))["now"].as_str().unwrap().starts_with("2020-09-01T08:0"));
    let seen = json_of(get(&format!("{}/api/deeds/environment", cloud.edge_url())));
    let offset: i64 = std::fs::read_to_string(seen["CLOCK_FILE"].as_str().unwrap()).unwrap().parse().unwrap();
    assert!(offset < 0);
}

#[test]
fn writes_after_the_cut_do_nothing() {
    let cloud = cloud();
    let fault = json!({ "kind": "dynamodb_cut_after_writes", "writes": 1 });
    let response = agent().post(format!("{}/_local/faults", cloud.edge_url())).send_json(fault).unwrap();
    assert_eq!(response.status(), 204);
    assert_eq!([put(&cloud, "A", 0), put(&cloud, "B", 0)].map(|r| r.status().as_u16()), [200, 500]);
    assert_eq!(cloud.items(&cloud.table_names()[0]).unwrap().len(), 1);
    cloud.inject(&Fault::Clear).unwrap();
    assert_eq!(put(&cloud, "B", 0).status(), 200);
}

#[test]
fn a_lost_answer_leaves_the_write_done() {
    let cloud = cloud();
    cloud.inject(&Fault::DynamodbCutAfterWrites { writes: 1, lose_answer: true }).unwrap();
    assert_eq!(put(&cloud, "A", 0).status(), 500);
    assert_eq!(cloud.items(&cloud.table_names()[0]).unwrap().len(), 1);
}

#[test]
fn a_throttled_call_says_so() {
    let cloud = cloud();
    cloud.inject(&Fault::DynamodbThrottleNext { count: 1 }).unwrap();
    let response = put(&cloud, "A", 0);
    assert_eq!(response.status(), 400);
    assert!(text_of(response).contains("ThrottlingException"));
}

#[test]
fn the_table_has_the_template_s_index_stream_and_expiry() {
    let cloud = cloud();
    let of = |operation: &str| {
        json_of(dynamodb(cloud.dynamodb_url(), operation, &json!({ "TableName": cloud.table_names()[0] })))
    };
    let table = of("DescribeTable");
    assert_eq!(table["Table"]["GlobalSecondaryIndexes"][0]["IndexName"], "queue");
    assert_eq!(table["Table"]["StreamSpecification"]["StreamViewType"], "NEW_AND_OLD_IMAGES");
    let ttl = of("DescribeTimeToLive");
    assert_eq!(ttl["TimeToLiveDescription"]["AttributeName"], "expires");
}

#[test]
fn a_schedule_runs_when_asked() {
    let cloud = cloud();
    let run = |function: &str| {
        let url = format!("{}/_local/run/{function}", cloud.edge_url());
        agent().post(url).send_empty().unwrap().status().as_u16()
    };
    assert_eq!([run("Echo"), run("Brief"), run("Nobody")], [204, 409, 404]);
}

/// Every five minutes in the template.
#[test]
fn a_schedule_runs_once_when_the_clock_is_moved_on_beyond_its_time() {
    let start = "2020-08-03T09:00:00+08:00".parse().unwrap();
    let cloud =
        local::LocalCloud::start_blocking(local::Options { clock: Some(start), ..options() }).unwrap();
    let url = format!("{}/_local/clock", cloud.edge_url());
    let n_runs_by = |now: &str| {
        agent().post(&url).send_json(json!({ "now": now })).unwrap();
        cloud.retire_functions();
        cloud.logs().iter().filter(|line| line.line.contains("scheduled at")).count()
    };
    assert_eq!(n_runs_by("2020-08-03T09:04:00+08:00"), 0);
    assert_eq!(n_runs_by("2020-08-03T09:10:00+08:00"), 1);
    assert_eq!(n_runs_by("2020-08-03T09:00:00+08:00"), 1, "back");
    assert_eq!(n_runs_by("2020-09-10T09:00:00+08:00"), 2, "once for all the weeks between");
}

#[test]
fn a_registry_answers_what_was_posted() {
    let cloud = cloud();
    let url = format!("{}/_local/registries/titles/k1", cloud.edge_url());
    assert_eq!(get(&url).status(), 404);
    agent().post(&url).send_json(json!({ "title": "工程师" })).unwrap();
    assert_eq!(json_of(get(&url)), json!({ "title": "工程师" }));
    assert_eq!(get(&format!("{}/_local/registries/other/k1", cloud.edge_url())).status(), 400);
}
