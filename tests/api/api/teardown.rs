//! The world's own checks: what they are there to notice, they notice.

use domain::form::Code;
use domain::pack::FilledBy;
use harness::world::holds_a_personal_number;
use harness::{P6, World, ledger};
use local::Fault;

/// The table refuses every write: 500, and one line in the log.
fn break_the_table(world: &World) {
    world.cloud.inject(&Fault::DynamodbCutAfterWrites { writes: 0, lose_answer: false }).unwrap();
    let applicant = harness::Client::new(world.url());
    let body = serde_json::json!({ "mobile": P6.mobile, "purpose": "Register" });
    let refused = applicant.call_empty(api::routes::Route::SendCode, &[], &body).unwrap_err();
    assert!(refused.status >= 500, "{refused:?}");
    world.cloud.inject(&Fault::Clear).unwrap();
}

#[test]
#[should_panic(expected = "the world was left untidy")]
fn an_error_that_nobody_announced_fails_the_test() {
    break_the_table(&World::start());
}

#[test]
fn an_announced_error_is_fine() {
    let world = World::start();
    world.expect_error("request failed");
    break_the_table(&world);
}

#[test]
#[should_panic(expected = "not sent")]
fn a_message_that_was_never_sent_fails_the_test() {
    let world = World::start();
    world.expect_error("");
    world.cloud.inject(&Fault::SnsFailNext { count: 1_000 }).unwrap();
    let body = serde_json::json!({ "mobile": P6.mobile, "purpose": "Register" });
    harness::Client::new(world.url()).call_empty(api::routes::Route::SendCode, &[], &body).unwrap();
}

/// A change of the table behind the functions cannot hide what was decided.
#[test]
fn a_tampered_log_is_seen() {
    let world = World::start();
    world.submitted(&P6);
    let items = world.cloud.items(&world.cloud.table_names()[0]).unwrap();
    assert!(ledger::faults(&items).is_empty());
    let at = |sk: &str| items.iter().position(|item| item["sk"]["S"] == sk).unwrap();
    let (head, line) = (at("HEAD"), at("LOG#000001"));

    let mut rewritten = items.clone();
    rewritten[line]["doc"]["M"]["opinion"]["S"] = "同意".into();
    assert!(ledger::faults(&rewritten)[0].ends_with("the log is broken at line 1"));
    let mut shortened = items.clone();
    shortened.remove(line);
    assert!(ledger::faults(&shortened)[0].ends_with("head and log disagree"));
    let mut moved = items.clone();
    moved[head]["doc"]["M"]["state"]["S"] = "PaymentVerified".into();
    assert!(ledger::faults(&moved)[0].ends_with("head and log disagree"));
    let mut unreadable = items;
    unreadable[head]["doc"] = serde_json::Value::Null;
    assert!(ledger::faults(&unreadable)[0].ends_with("the head is unreadable"));
}

/// A draft in which a person has typed everything begins with no problem that the typing made.
#[test]
fn a_draft_that_was_filled_in_lacks_its_scans_alone() {
    let world = World::start();
    let applicant = world.started(&P6);
    applicant.fill_in(&world.pack);
    let sections = world.pack.sections_of(FilledBy::Applicant);
    let problems: Vec<_> =
        sections.flat_map(|section| applicant.problems_of(&world.pack, &section.id)).collect();
    assert!(!problems.is_empty());
    assert!(problems.iter().all(|problem| problem.code() == Code::EScanMissing), "{problems:#?}");
}

#[test]
fn personal_numbers_are_seen_in_a_log_line() {
    for line in ["to +8613800000001", r#"{"mobile":"13800000001"}"#, &format!("id={}", P6.id_number())] {
        assert!(holds_a_personal_number(line), "{line}");
    }
    for line in ["138****0001", "450226********001X", "took 1596416400000 ms", "request 0d1f13800000001a"] {
        assert!(!holds_a_personal_number(line), "{line}");
    }
}
