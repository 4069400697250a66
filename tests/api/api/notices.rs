//! The SMS of the pass (M4): told once, whatever breaks between the decision and the phone (R68).

use domain::workflow::{Office, Payment, State};
use harness::{Client, P6, World};
use local::Fault;
use serde_json::Value;

/// Writes of a sweep over one entry: is its sender dead, the claim, the settlement.
const CLAIM: u32 = 2;
const SETTLEMENT: u32 = 3;

/// Counts the messages that told the applicant to pay.
fn told(world: &World) -> usize {
    world.sms_to(P6.mobile).iter().filter(|text| text.contains("点击“缴费”")).count()
}

/// Runs the function's schedule and returns the status of the answer.
fn sweep(world: &World) -> u16 {
    Client::new(world.url()).post_json("/_local/run/notices", &[], "{}")
}

/// Passed while the provider takes nothing: M4 is written down and not sent.
fn passed_untold(world: &World) {
    let at = world.at(State::Office(Office::Series), &P6);
    let (applicant, series) = (&at.applicant, at.reviewer());
    assert_eq!(told(world), 0, "what was to be told before is told");
    world.cloud.inject(&Fault::SnsFailNext { count: 1 }).unwrap();
    assert_eq!(series.approve(&applicant.application).unwrap().state, State::Payment(Payment::Due));
    assert_eq!(told(world), 0);
}

/// Returns the state of the outbox entry of M4, whose id is the order's.
fn state_of_m4(world: &World) -> String {
    let items = world.cloud.items(&world.cloud.table_names()[0]).unwrap();
    let is_m4 = |item: &&Value| item["doc"]["M"]["message"]["M"]["message"]["S"] == "PaymentDue";
    let found: Vec<&Value> = items.iter().filter(is_m4).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0]["state"]["S"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn r68_what_the_provider_refused_is_sent_by_the_sweep_once() {
    let world = World::start();
    passed_untold(&world);
    assert_eq!(state_of_m4(&world), "Pending");
    assert_eq!([sweep(&world), sweep(&world)], [204, 204]);
    assert_eq!((told(&world), state_of_m4(&world).as_str()), (1, "Sent"));
}

#[test]
fn r68_a_sender_that_died_after_sending_is_not_followed_by_a_second_sms() {
    let world = World::start();
    passed_untold(&world);
    let fault = Fault::KillFunction { function: "notices".into(), after_writes: Some(SETTLEMENT) };
    world.cloud.inject(&fault).unwrap();
    assert_ne!(sweep(&world), 204, "it died");
    assert_eq!(sweep(&world), 204);
    assert_eq!((told(&world), state_of_m4(&world).as_str()), (1, "Sent"));
}

/// A message that may have been sent is not sent again; the entry says so.
#[test]
fn r68_a_sender_that_died_before_it_could_tell_leaves_an_unknown_delivery() {
    let world = World::start();
    passed_untold(&world);
    let fault = Fault::KillFunction { function: "notices".into(), after_writes: Some(CLAIM) };
    world.cloud.inject(&fault).unwrap();
    assert_ne!(sweep(&world), 204, "it died");
    assert_eq!(sweep(&world), 204);
    assert_eq!((told(&world), state_of_m4(&world).as_str()), (0, "Sending"), "it may still be at work");
    world.set_time("2020-08-08T09:30:00+08:00");
    assert_eq!(sweep(&world), 204);
    assert_eq!((told(&world), state_of_m4(&world).as_str()), (0, "Unknown"));
}

/// The table did it, and the answer was lost on the way.
#[test]
fn r68_a_pass_whose_answer_was_lost_is_told_once() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let (applicant, series) = (&at.applicant, at.reviewer());
    world.cloud.idle().unwrap();
    world.cloud.inject(&Fault::DynamodbCutAfterWrites { writes: 1, lose_answer: true }).unwrap();
    let answer = series.approve(&applicant.application);
    assert!(answer.as_ref().err().is_none_or(|refused| refused.status == 409), "{answer:?}");
    let application = applicant.view().application;
    assert_eq!(application.state, State::Payment(Payment::Due));
    assert!(series.approve(&applicant.application).is_err());
    assert_eq!(applicant.view().application, application);
    assert_eq!((told(&world), state_of_m4(&world).as_str()), (1, "Sent"));
}
