//! 收回, 撤回 and 重新受理 over HTTP, and what the phones are told of them.

use crate::returns::SERIES;
use api::applications::Versions;
use api::routes::Route;
use api::workflow::Queue;
use domain::pack::FilledBy;
use domain::workflow::{Action, Ending, Filling, Office, Payment, State, Step, UnitWork};
use harness::{Applicant, Client, P2, P6, Refused, Reviewer, World};

const WITHDRAWN: State = State::Over(Ending::Withdrawn);

fn take_back(officer: &Reviewer, application: &str) -> Result<State, Refused> {
    officer.step(application, Step::silent(Action::TakeBack)).map(|taken| taken.state)
}

fn code<T>(refused: Result<T, Refused>) -> String {
    refused.err().map_or_else(|| "taken".into(), |refused| refused.code().to_owned())
}

fn lists(queue: &Queue, application: &str) -> bool {
    queue.waiting.iter().chain(&queue.others).any(|summary| summary.id.as_str() == application)
}

#[test]
fn a_pass_that_is_taken_back_is_told_to_nobody() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let (applicant, application, series) = (&at.applicant, at.application(), at.reviewer());
    let before = world.sms_to(P6.mobile);
    series.approve(application).unwrap();
    let view = series.view(application).unwrap().application;
    assert_eq!(view.last_step.map(|last| last.action), Some(Action::Approve), "it is offered");
    assert_eq!(take_back(&series, application).unwrap(), State::Office(Office::Series));
    world.set_time("2020-08-08T10:00:00+08:00");
    assert_eq!(world.sms_sent(P6.mobile), before);
    assert!(series.queue().waiting.iter().any(|one| one.id.as_str() == application));
    assert_eq!(applicant.open_payment().unwrap_err().code(), "E_NOTHING_TO_PAY");

    series.approve(application).unwrap();
    assert_eq!(world.sms_sent(P6.mobile), before, "nothing yet");
    assert_eq!(world.sms_to(P6.mobile).len(), before.len() + 1, "one M4 of the one order");
    assert_eq!(code(take_back(&series, application)), "E_STEP_STANDS", "its minutes are over");
    applicant.pay();
    assert_eq!(applicant.verify_payment().unwrap().state, State::Over(Ending::Verified));
}

#[test]
fn t18_case_09_a_refusal_is_taken_back_before_the_applicant_has_seen_it() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let (application, series) = (at.application(), at.reviewer());
    let before = world.sms_to(P6.mobile);
    series.refuse(application, "所学专业与申报专业不符，依据评审条件第五条不予受理").unwrap();
    assert_eq!(take_back(&series, application).unwrap(), State::Office(Office::Series));
    assert_eq!(world.sms_to(P6.mobile), before);
    let history = series.progress(application).unwrap().history;
    let last: Vec<Action> = history.iter().rev().take(2).map(|past| past.action).collect();
    assert_eq!(last, [Action::TakeBack, Action::Refuse], "both stay on record");
    assert_eq!(series.approve(application).unwrap().state, State::Payment(Payment::Due));
}

#[test]
fn what_was_opened_stands_and_is_told_at_once() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let (applicant, application, series) = (&at.applicant, at.application(), at.reviewer());
    let n_before = world.sms_to(P6.mobile).len();
    series.return_for(application, "basic_info", "Z99", "请补充联系地址").unwrap();
    let seen = series.view(application).unwrap().application.revision;
    assert_eq!(world.sms_sent(P6.mobile).len(), n_before);
    assert_eq!(applicant.view().application.state, State::Filling(Filling::Returned));
    assert_eq!(world.sms_sent(P6.mobile).len(), n_before + 1, "he has seen it himself");
    let stale = series.step_seen(application, Step::silent(Action::TakeBack), seen);
    assert_eq!(code(stale), "E_APPLICATION_MOVED");
    assert_eq!(code(take_back(&series, application)), "E_STEP_STANDS");
    assert_eq!(series.view(application).unwrap().application.last_step, None, "nor is it offered");
}

#[test]
fn a_unit_takes_its_forward_back_before_the_next_office_has_opened_it() {
    let world = World::start();
    let at = world.at(State::Unit(UnitWork::Recommend), &P2);
    let application = at.application();
    let clerk = world.unit_clerk(&P2);
    clerk.recommend(application, &world.pack);
    clerk.forward(application).unwrap();
    let office = world.reviewer(&at.applicant.view().application.route[1].name);
    assert!(lists(&office.queue(), application));
    assert_eq!(take_back(&clerk.officer, application).unwrap(), State::Unit(UnitWork::Recommend));
    assert!(!lists(&office.queue(), application), "gone from the next queue");
    assert_eq!(office.view(application).unwrap_err().status, 404);
    assert_eq!(code(take_back(&clerk.officer, application)), "E_NOT_YOUR_TURN", "once");

    clerk.forward(application).unwrap();
    assert_eq!(office.view(application).unwrap().application.unit_version, 1, "the first that anybody reads");
    let read: Versions = office.client.get(Route::ReadVersions, &[application]).unwrap();
    let of_unit = read.versions.iter().filter(|one| one.version.part == FilledBy::Unit);
    assert_eq!(of_unit.count(), 1);
    assert_eq!(code(take_back(&clerk.officer, application)), "E_STEP_STANDS");
}

#[test]
fn nobody_else_takes_a_step_back() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let (applicant, application, series) = (&at.applicant, at.application(), at.reviewer());
    series.approve(application).unwrap();
    let unit = world.reviewer(P6.unit);
    assert_eq!(code(take_back(&unit, application)), "E_NOT_YOUR_TURN");
    assert_eq!(unit.view(application).unwrap().application.last_step, None);
    assert_eq!(code(applicant.step(Step::silent(Action::TakeBack))), "E_NOT_YOUR_TURN");
}

#[test]
fn t26_before_the_first_look_a_withdrawal_needs_nobody() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    assert_eq!(applicant.progress().summary.way_out, Some(Action::Withdraw));
    assert_eq!(applicant.step(Step::silent(Action::Withdraw)).unwrap().state, WITHDRAWN);
}

#[test]
fn t26_edge_72_once_it_was_opened_a_withdrawal_needs_consent() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let application = applicant.application.as_str();
    let unit = world.reviewer(P6.unit);
    unit.view(application).unwrap();
    assert_eq!(applicant.progress().summary.way_out, Some(Action::AskWithdrawal));
    assert_eq!(code(applicant.step(Step::silent(Action::Withdraw))), "E_OPENED");
    let ask = || Step { opinion: "单位选错了".into(), ..Step::silent(Action::AskWithdrawal) };
    applicant.step(ask()).unwrap();
    assert!(applicant.progress().summary.asks_to_withdraw);
    assert_eq!(unit.view(application).unwrap().application.withdrawal.unwrap().why, "单位选错了");
    let returned = unit.return_for(application, "basic_info", "Z99", "请补充联系地址");
    assert_eq!(code(returned), "E_WITHDRAWAL_PENDING");

    unit.decide(application, Action::DeclineWithdrawal, "材料已公示，请先与单位联系").unwrap();
    let told = world.sms_sent(P6.mobile);
    assert!(told.last().unwrap().contains("单位已答复您的撤回申请"), "{told:?}");
    let history = applicant.progress().history;
    assert_eq!(history.last().unwrap().opinion, "材料已公示，请先与单位联系");

    applicant.step(ask()).unwrap();
    let agreed = unit.step(application, Step::silent(Action::AgreeToWithdrawal)).unwrap();
    assert_eq!(agreed.state, WITHDRAWN);
    let again = Applicant::sign_in(world.url(), &P6);
    assert!(again.try_start(P6.choice()).is_ok(), "the cycle is free");
}

/// §5.5 no. 7: what expired may be reopened with a reason.
#[test]
fn what_the_unit_refused_is_reopened_by_the_series_office() {
    let world = World::start();
    let at = world.at(State::Unit(UnitWork::Publicity), &P6);
    let (applicant, application, unit) = (&at.applicant, at.application(), world.reviewer(P6.unit));
    let series = world.reviewer(SERIES);
    assert_eq!(series.view(application).unwrap_err().status, 404, "not yet its own");
    unit.refuse(application, "公示期间查明业绩不实，依据评审条件第五条不予受理").unwrap();
    assert_eq!(code(unit.decide(application, Action::Reopen, "误操作")), "E_NOT_YOUR_TURN");
    assert!(lists(&series.queue(), application));
    let reopened = series.decide(application, Action::Reopen, "经复核业绩属实，重新受理").unwrap();
    assert_eq!(reopened.state, State::Unit(UnitWork::Publicity));
    assert_eq!(series.view(application).unwrap_err().status, 404);
    assert!(unit.queue().waiting.iter().any(|one| one.id.as_str() == application));
    assert_eq!(applicant.progress().history.last().unwrap().opinion, "经复核业绩属实，重新受理");
}

/// §7, case 78: what has expired cannot be paid; reopened, it can, with the same order.
#[test]
fn edge_78_an_order_is_closed_with_the_expiry_and_open_again_with_the_reopening() {
    let world = World::start();
    let applicant = crate::payments::passed(&world);
    let order = applicant.open_payment().unwrap();
    world.set_date("2020-12-11");
    Client::new(world.url()).post_json("/_local/run/deadlines", &[], "{}");
    applicant.client.post_form(&order.pay_url, "action=pay");
    let applicant = Applicant::sign_in(world.url(), &P6);
    assert_eq!(applicant.view().application.state, State::Over(Ending::Expired));
    let series = world.reviewer(SERIES);
    series.decide(&applicant.application, Action::Reopen, "单位证明系统故障，重新受理").unwrap();
    assert_eq!(code(applicant.verify_payment()), "E_NOT_PAID", "nothing was paid meanwhile");
    assert_eq!(applicant.pay().order, order.order);
    assert_eq!(applicant.verify_payment().unwrap().state, State::Over(Ending::Verified));
}
