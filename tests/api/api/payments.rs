//! Paying, the gateway's word, and 缴费验证 (R68–R72).

use api::payments::OrderState;
use domain::workflow::{Ending, Payment, State};
use harness::{Applicant, P6, World};
use hmac::{Hmac, Mac};
use local::{CallbackMode, Fault};
use serde_json::{Value, json};
use sha2::Sha256;

/// An application passed by the series office: the fee is due.
pub(crate) fn passed(world: &World) -> Applicant {
    world.at(State::Payment(Payment::Due), &P6).applicant
}

/// Sends the gateway's callback and returns the status of the answer.
pub(crate) fn call_back(url: &str, told: &Value, secret: &str) -> u16 {
    call_back_at(url, told, secret, this_second())
}

/// Returns the seconds since 1970. The gateway lives in real time.
fn this_second() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs()
}

/// The same, signed at this second since 1970.
fn call_back_at(url: &str, told: &Value, secret: &str, second: u64) -> u16 {
    let body = told.to_string();
    let timestamp = second.to_string();
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{timestamp}.POST./api/payment-callbacks.{body}").as_bytes());
    let signature = hex::encode(mac.finalize().into_bytes());
    let headers = [("x-gateway-timestamp", timestamp), ("x-gateway-signature", signature)];
    harness::Client::new(url).post_json("/api/payment-callbacks", &headers, &body)
}

pub(crate) fn secret(world: &World) -> String {
    world.cloud.parameter("GatewaySecret").unwrap().to_owned()
}

pub(crate) fn paid(order: &api::payments::PaymentOrder, amount_fen: u32) -> Value {
    json!({ "order_id": order.order, "amount_fen": amount_fen, "transaction_id": "T1",
            "paid_at": "2020-08-08T09:30:00+08:00", "state": "paid" })
}

#[test]
fn r72_verification_before_paying_finds_no_payment() {
    let world = World::start();
    let applicant = passed(&world);
    for _ in ["before the code was shown", "after"] {
        let refused = applicant.verify_payment().unwrap_err();
        assert_eq!((refused.status, refused.code()), (409, "E_NOT_PAID"));
        assert!(refused.title().starts_with("未查询到缴费"), "{}", refused.title());
        applicant.open_payment().unwrap();
    }
    assert_eq!(applicant.view().application.state, State::Payment(Payment::Due));
}

#[test]
fn t17_nothing_is_due_before_the_series_office_has_passed_the_application() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let refused = applicant.open_payment().unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOTHING_TO_PAY"));
    assert_eq!(applicant.progress().payment, None);
}

/// R68, R69: one SMS, and the notice stands in the progress.
#[test]
fn r68_r69_the_pass_is_told_exactly_once() {
    let world = World::start();
    let applicant = passed(&world);
    let notice = applicant.progress().payment.unwrap();
    assert_eq!((notice.amount_fen, notice.deadline), (10_000, "2020-12-10".parse().ok()));
    let series = world.reviewer("柳州市经济专业工程技术人员职称改革工作领导小组");
    assert!(series.approve(&applicant.application).is_err());
    let told = world.sms_to(P6.mobile).into_iter().filter(|text| text.contains("缴费")).count();
    assert_eq!(told, 1);
}

#[test]
fn r70_an_order_stays_the_same_however_often_it_is_opened() {
    let world = World::start();
    let applicant = passed(&world);
    let [first, again] = [(); 2].map(|()| applicant.open_payment().unwrap());
    assert_eq!(first, again);
    assert_eq!((first.amount_fen, first.state), (10_000, OrderState::Created));
}

#[test]
fn a_callback_that_comes_twice_is_recorded_once() {
    let world = World::start();
    let applicant = passed(&world);
    world.cloud.inject(&Fault::Callback { mode: CallbackMode::Duplicate }).unwrap();
    let order = applicant.pay();
    let application = applicant.view().application;
    assert_eq!(application.state, State::Payment(Payment::Paid));
    assert_eq!(call_back(world.url(), &paid(&order, order.amount_fen), &secret(&world)), 204);
    assert_eq!(applicant.view().application.revision, application.revision);
    assert_eq!(applicant.open_payment().unwrap().state, OrderState::Paid);
}

#[test]
fn a_callback_that_the_gateway_did_not_sign_is_refused() {
    let world = World::start();
    let applicant = passed(&world);
    let order = applicant.open_payment().unwrap();
    assert_eq!(call_back(world.url(), &paid(&order, order.amount_fen), "somebody else's secret"), 401);
    assert_eq!(applicant.view().application.state, State::Payment(Payment::Due));
    assert_eq!(call_back(world.url(), &paid(&order, order.amount_fen), &secret(&world)), 204);
    assert_eq!(applicant.view().application.state, State::Payment(Payment::Paid));
}

/// A call-back that somebody recorded on the way is refused when it is sent again later.
#[test]
fn a_callback_is_genuine_for_five_minutes() {
    let world = World::start();
    let applicant = passed(&world);
    let order = applicant.open_payment().unwrap();
    let (told, secret) = (paid(&order, order.amount_fen), secret(&world));
    let told_at = |second| call_back_at(world.url(), &told, &secret, second);
    assert_eq!(told_at(this_second() - 310), 401);
    assert_eq!(told_at(this_second() + 310), 401);
    assert_eq!(applicant.view().application.state, State::Payment(Payment::Due));
    assert_eq!(told_at(this_second() - 290), 204);
    assert_eq!(applicant.view().application.state, State::Payment(Payment::Paid));
}

#[test]
fn another_amount_than_the_order_s_is_not_taken() {
    let world = World::start();
    let applicant = passed(&world);
    let order = applicant.open_payment().unwrap();
    assert_eq!(call_back(world.url(), &paid(&order, 1), &secret(&world)), 409);
    assert_eq!(applicant.view().application.state, State::Payment(Payment::Due));
}

/// The gateway's word alone does not verify: it is asked (R72).
#[test]
fn a_callback_for_money_that_the_gateway_does_not_have_is_not_verified() {
    let world = World::start();
    let applicant = passed(&world);
    let order = applicant.open_payment().unwrap();
    assert_eq!(call_back(world.url(), &paid(&order, order.amount_fen), &secret(&world)), 204);
    let refused = applicant.verify_payment().unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_PAID"));
}

#[test]
fn t20_a_lost_callback_is_made_good_by_the_verification() {
    let world = World::start();
    let applicant = passed(&world);
    world.cloud.inject(&Fault::Callback { mode: CallbackMode::Drop }).unwrap();
    applicant.pay();
    assert_eq!(applicant.view().application.state, State::Payment(Payment::Due));
    for _ in ["once", "twice"] {
        assert_eq!(applicant.verify_payment().unwrap().state, State::Over(Ending::Verified));
    }
    let told = world.sms_to(P6.mobile);
    let verified = told.iter().filter(|text| text.contains("缴费完成")).count();
    assert_eq!(verified, 1, "{told:?}");
}
