//! Two at the same instant: one is done, the other is told so.

use crate::choice::{choose, mechanical};
use crate::payments::{call_back, paid, passed, secret};
use api::accounts::{CodePurpose, Register, SendCode, Session, SetPassword};
use api::applications::{SaveSection, Saved};
use api::payments::OrderState;
use api::routes::Route;
use domain::form::SectionData;
use domain::workflow::{Ending, Filling, Office, Payment, State, Step};
use harness::reviewer::{approval, refusal};
use harness::{Applicant, Client, P2, P6, PASSWORD, Refused, World, sms};
use local::Fault;
use std::sync::Barrier;
use std::time::Duration;

/// Longer than a function takes to start, so that each has read what it decides on before either writes.
const EVERY_CALL_OF_THE_TABLE_TAKES_MS: u64 = 200;

fn at_once<R: Send, F: FnOnce() -> R + Send>(world: &World, requests: [F; 2]) -> [R; 2] {
    world.slow_table(EVERY_CALL_OF_THE_TABLE_TAKES_MS, false);
    let start = Barrier::new(2);
    let answers = std::thread::scope(|scope| {
        let threads = requests.map(|request| {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                request()
            })
        });
        threads.map(|thread| thread.join().unwrap())
    });
    world.slow_table(0, false);
    answers
}

/// The only answer that was a yes, and the only one that was a no.
fn one_of_each<R: std::fmt::Debug>(answers: [Result<R, Refused>; 2]) -> (R, Refused) {
    match answers {
        [Ok(done), Err(refused)] | [Err(refused), Ok(done)] => (done, refused),
        other => panic!("{other:?}"),
    }
}

/// Returns another window of the same browser.
fn window(client: &Client) -> Client {
    let other = Client::new(&client.base_url);
    other.set_cookie(client.cookie());
    other
}

#[test]
fn t08_edge_64_of_two_reviewers_at_the_same_instant_one_decides() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let application = at.application();
    let one = at.reviewer();
    let other = world.colleague(&one, "13900000099");
    let decide = |reviewer: harness::Reviewer, step: Step| move || reviewer.step(application, step);
    let refusal = refusal("所学专业与申报专业不符，依据评审条件第五条不予受理。");
    let answers = at_once(&world, [decide(one, approval()), decide(other, refusal)]);
    let (taken, refused) = one_of_each(answers);
    assert_eq!((refused.status, refused.code()), (409, "E_APPLICATION_MOVED"));
    assert!(refused.title().starts_with("该申报刚刚被更新"), "both had read it: {}", refused.title());

    let application = world.reviewer(P6.unit).view(application).unwrap().application;
    assert_eq!((application.state, application.revision), (taken.state, taken.revision));
    let told = world.sms_to(P6.mobile);
    let decided = told.iter().filter(|text| text.contains("通过")).count();
    assert_eq!(decided, 1, "{told:?}");
}

#[test]
fn of_two_saves_at_the_same_instant_one_is_kept_and_shown_to_the_other() {
    let world = World::start();
    let applicant = world.started(&P6);
    let application = applicant.application.as_str();
    let save = |text: &'static str| {
        let client = window(&applicant.client);
        move || {
            let mut data = SectionData::default();
            data.values.insert("summary".into(), text.into());
            let save = SaveSection { revision: 0, data, mark: None };
            client.call::<_, Saved>(Route::SaveSection, &[application, "work_summary"], &save)
        }
    };
    let (saved, refused) = one_of_each(at_once(&world, [save("手机上写的"), save("电脑上写的")]));
    assert_eq!((saved.revision, refused.status, refused.code()), (1, 409, "E_STALE"));
    let stored = applicant.view().sections["work_summary"].clone();
    assert_eq!(refused.problem.unwrap().current.unwrap().data, stored.data);
    assert!(["手机上写的", "电脑上写的"].contains(&stored.data.value("summary")));
}

/// The save has read the old title and waits to be written while the committee changes. Whoever names the revision
/// that the change is about to make replaces nothing that he has not seen.
#[test]
fn case_13_a_save_beside_a_change_of_committee_never_stores_the_old_title() {
    for ahead in [0, 1] {
        let world = World::start();
        let applicant = world.started(&P2);
        let before = applicant.view().sections["basic_info"].clone();
        world.slow_table(2000, true);
        std::thread::scope(|scope| {
            let client = window(&applicant.client);
            let (application, revision) = (applicant.application.as_str(), before.revision + ahead);
            let save = SaveSection { revision, data: before.data.clone(), mark: None };
            scope.spawn(move || {
                let saved: Result<Saved, _> =
                    client.call(Route::SaveSection, &[application, "basic_info"], &save);
                assert!(saved.is_ok() || saved.is_err_and(|refused| refused.code() == "E_STALE"));
            });
            std::thread::sleep(Duration::from_millis(1000));
            world.slow_table(0, true);
            choose(&applicant, mechanical()).unwrap();
        });
        let after = applicant.view();
        let stored = after.sections["basic_info"].data.value("committee_id");
        assert_eq!([stored, &after.application.committee], ["C_ENG_M"; 2], "{ahead} ahead");
    }
}

#[test]
fn x09_two_starts_at_the_same_instant_make_one_application() {
    let world = World::start();
    let applicant = world.applicant(&P6);
    let start = || {
        let client = window(&applicant.client);
        move || Applicant { person: &P6, client, application: String::new() }.try_start(P6.choice())
    };
    let (_, refused) = one_of_each(at_once(&world, [start(), start()]));
    assert_eq!((refused.status, refused.code()), (409, "E_ONE_APPLICATION"));
    let again = Applicant::sign_in(world.url(), &P6);
    assert_eq!(again.view().application.state, State::Filling(Filling::Draft));
}

#[test]
fn r03_an_id_number_registered_twice_at_the_same_instant_is_one_account() {
    let world = World::start();
    let register = |person: &'static harness::Person| {
        let client = Client::new(world.url());
        let newcomer = Applicant { person, client, application: String::new() };
        let code = newcomer.ask_code(CodePurpose::Register);
        move || {
            let registration = Register {
                name: P6.name.into(),
                id_number: P6.id_number(),
                mobile: person.mobile.into(),
                password: PASSWORD.into(),
                code,
            };
            newcomer.client.call::<_, Session>(Route::Register, &[], &registration)
        }
    };
    let (_, refused) = one_of_each(at_once(&world, [register(&P6), register(&P2)]));
    assert_eq!((refused.status, refused.code()), (422, "E_INVALID"));
    assert_eq!(refused.problem.unwrap().pointer.as_deref(), Some("/id_number"));
}

#[test]
fn a_code_serves_one_of_two_at_the_same_instant() {
    let world = World::start();
    world.applicant(&P6);
    world.set_time("2020-08-03T09:10:00+08:00");
    let client = Client::new(world.url());
    let before = sms::to(&client, P6.mobile).len();
    let wanted = SendCode { mobile: P6.mobile.into(), purpose: CodePurpose::SetPassword };
    client.call_empty(Route::SendCode, &[], &wanted).unwrap();
    let code = sms::code_after(&client, P6.mobile, before);
    let set = |password: &str| {
        let body = SetPassword { mobile: P6.mobile.into(), code: code.clone(), password: password.into() };
        let client = Client::new(world.url());
        move || client.call::<_, Session>(Route::SetPassword, &[], &body)
    };
    let (session, refused) = one_of_each(at_once(&world, [set("Another2020"), set("Yetanother2020")]));
    assert!(session.me.is_some());
    assert_eq!((refused.status, refused.code()), (422, "E_INVALID"));
    assert_eq!(refused.problem.unwrap().pointer.as_deref(), Some("/code"));
}

/// The gateway repeats what was not answered with 2xx; the person presses 缴费验证 in two windows.
#[test]
fn a_payment_told_and_verified_twice_at_the_same_instant_is_recorded_once() {
    let world = World::start();
    let applicant = passed(&world);
    world.cloud.inject(&Fault::Callback { mode: local::CallbackMode::Drop }).unwrap();
    let order = applicant.pay();
    let before = applicant.view().application.revision;
    let (told, secret) = (paid(&order, order.amount_fen), secret(&world));
    let url = world.url();
    let tell = || || call_back(url, &told, &secret);
    let statuses = at_once(&world, [tell(), tell()]);
    assert!(statuses.contains(&204) && statuses.iter().all(|status| [204, 409].contains(status)));
    let application = applicant.view().application;
    assert_eq!(
        (application.state, application.revision),
        (State::Payment(Payment::Paid), before + 1),
        "{statuses:?}"
    );
    assert_eq!(applicant.open_payment().unwrap().state, OrderState::Paid);

    let application = applicant.application.as_str();
    let verify = || {
        let client = window(&applicant.client);
        move || {
            let verified: Result<api::payments::PaymentVerified, Refused> =
                client.call(Route::VerifyPayment, &[application], &());
            verified.map_or_else(|refused| refused.status, |_| 200)
        }
    };
    let statuses = at_once(&world, [verify(), verify()]);
    assert!(statuses.contains(&200) && statuses.iter().all(|status| [200, 409].contains(status)));
    let application = applicant.view().application;
    assert_eq!(
        (application.state, application.revision),
        (State::Over(Ending::Verified), before + 2),
        "{statuses:?}"
    );
    let told = world.sms_to(P6.mobile);
    assert_eq!(told.iter().filter(|text| text.contains("缴费完成")).count(), 1, "{told:?}");
}
