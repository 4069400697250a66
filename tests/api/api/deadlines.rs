//! Deadlines (§5.6, §5.8): late applications expire, and those whose days run out are told, once.

use crate::payments::passed;
use api::payments::OrderState;
use api::routes::Route;
use api::workflow::{StepTaken, TakeStep};
use domain::batch::Batch;
use domain::workflow::{Action, Ending, Filling, Milestone, Payment, ProgressState, State, Step, UnitWork};
use harness::{Applicant, Client, LIUZHOU_2020, P1, P2, P6, Person, World};
use local::{CallbackMode, Fault};
use serde_json::json;
use std::collections::BTreeMap;

const EXPIRED: State = State::Over(Ending::Expired);

/// Runs the function's schedule and returns the status of the answer.
fn hour_strikes(world: &World) -> u16 {
    Client::new(world.url()).post_json("/_local/run/deadlines", &[], "{}")
}

/// The state after the hour has struck on this day, at nine.
fn state_on(world: &World, person: &'static Person, day: &str) -> State {
    world.set_date(day);
    assert_eq!(hour_strikes(world), 204);
    state_of(world, person)
}

fn state_of(world: &World, person: &'static Person) -> State {
    Applicant::sign_in(world.url(), person).view().application.state
}

fn told(world: &World, mobile: &str, part: &str) -> usize {
    world.sms_to(mobile).iter().filter(|text| text.contains(part)).count()
}

fn told_of_expiry(world: &World, person: &Person) -> usize {
    told(world, person.mobile, "因逾期未处理")
}

/// The series office moves the dates of the batch.
fn extend(world: &World, batch: &Batch) {
    let series = world.reviewer(LIUZHOU_2020.series_office().name);
    let set: Batch = series.client.call(Route::SetBatch, &["liuzhou-2020"], batch).unwrap();
    assert_eq!(&set, batch);
}

/// 24:00 belongs to the day, and the application says what was missed.
#[test]
fn t28_case_10_a_draft_expires_when_its_last_day_is_over() {
    let world = World::start();
    world.started(&P6);
    world.set_time("2020-09-10T23:58:00+08:00");
    assert_eq!(hour_strikes(&world), 204);
    assert_eq!(state_of(&world, &P6), State::Filling(Filling::Draft));
    world.set_time("2020-09-11T00:00:00+08:00");
    assert_eq!([hour_strikes(&world), hour_strikes(&world)], [204, 204]);
    let applicant = Applicant::sign_in(world.url(), &P6);
    assert_eq!(applicant.view().application.state, EXPIRED);
    let progress = applicant.progress();
    let filling = &progress.steps[0];
    assert_eq!((filling.milestone, filling.state), (Milestone::Filling, ProgressState::Expired));
    assert_eq!(filling.due, "2020-09-10".parse().ok());
    assert_eq!(progress.summary.due, None);
    assert_eq!(told_of_expiry(&world, &P6), 1);
}

#[test]
fn t28_what_came_back_expires_after_its_own_deadline() {
    let world = World::start();
    world.at(State::Filling(Filling::Returned), &P6);
    assert_eq!(state_on(&world, &P6, "2020-08-13"), State::Filling(Filling::Returned));
    assert_eq!(told(&world, P6.mobile, "将于8月13日24时截止"), 1);
    assert_eq!(state_on(&world, &P6, "2020-08-14"), EXPIRED);
    assert_eq!(told_of_expiry(&world, &P6), 1);
}

#[test]
fn t21_a_payment_that_is_not_made_expires_whether_it_was_opened_or_not() {
    for opened in [false, true] {
        let world = World::start();
        let applicant = passed(&world);
        if opened {
            applicant.open_payment().unwrap();
        }
        assert_eq!(state_on(&world, &P6, "2020-12-10"), State::Payment(Payment::Due));
        assert_eq!(state_on(&world, &P6, "2020-12-11"), EXPIRED);
        let refused = Applicant::sign_in(world.url(), &P6).open_payment().unwrap_err();
        assert_eq!((refused.status, refused.code()), (409, "E_NOTHING_TO_PAY"));
    }
}

/// §7, case 81: the gateway is asked before anything expires.
#[test]
fn t21_a_payment_whose_callback_was_lost_is_recorded_and_does_not_expire() {
    let world = World::start();
    let applicant = passed(&world);
    world.cloud.inject(&Fault::Callback { mode: CallbackMode::Drop }).unwrap();
    applicant.pay();
    assert_eq!(applicant.view().application.state, State::Payment(Payment::Due));
    assert_eq!(state_on(&world, &P6, "2020-12-11"), State::Payment(Payment::Paid));
    let again = Applicant::sign_in(world.url(), &P6);
    assert_eq!(again.open_payment().unwrap().state, OrderState::Paid);
    assert_eq!(again.verify_payment().unwrap().state, State::Over(Ending::Verified));
    assert_eq!(told_of_expiry(&world, &P6), 0);
}

/// §7, case 78: the money is on record, the application stays as it is.
#[test]
fn money_that_comes_after_the_expiry_is_recorded() {
    let world = World::start();
    let applicant = passed(&world);
    let order = applicant.open_payment().unwrap();
    assert_eq!(state_on(&world, &P6, "2020-12-11"), EXPIRED);
    let told = crate::payments::paid(&order, order.amount_fen);
    let called = crate::payments::call_back(world.url(), &told, &crate::payments::secret(&world));
    assert_eq!(called, 204);
    assert_eq!(state_of(&world, &P6), EXPIRED);
    let items = world.cloud.items(&world.cloud.table_names()[0]).unwrap();
    let stored = items.iter().find(|item| item["sk"]["S"] == "ORDER").unwrap();
    assert_eq!(stored["doc"]["M"]["state"]["S"], "Paid");
}

#[test]
fn m08_the_applicant_is_reminded_once_however_often_the_clock_moves() {
    let world = World::start();
    world.started(&P6);
    let reminded = || told(&world, P6.mobile, "将于9月10日24时截止");
    assert_eq!(state_on(&world, &P6, "2020-09-09"), State::Filling(Filling::Draft));
    assert_eq!(reminded(), 0);
    for hour in ["00:10", "01:10", "22:10"] {
        world.set_time(&format!("2020-09-10T{hour}:00+08:00"));
        assert_eq!(hour_strikes(&world), 204);
        assert_eq!(reminded(), 1, "{hour}");
    }
}

/// §7, case 76: the due date moves, nothing expires, and the new day has its own reminder.
#[test]
fn an_extension_moves_the_due_date_and_nothing_expires() {
    let world = World::start();
    world.started(&P6);
    state_on(&world, &P6, "2020-09-10");
    let extended = Batch { personal_deadline: "2020-09-17".parse().unwrap(), ..LIUZHOU_2020.batch() };
    extend(&world, &extended);
    assert_eq!(state_on(&world, &P6, "2020-09-11"), State::Filling(Filling::Draft));
    let applicant = Applicant::sign_in(world.url(), &P6);
    assert_eq!(applicant.view().due, Some(extended.personal_deadline));
    assert_eq!(applicant.progress().steps[0].due, Some(extended.personal_deadline));
    state_on(&world, &P6, "2020-09-17");
    let reminders = ["9月10日", "9月17日"].map(|day| told(&world, P6.mobile, &format!("将于{day}24时截止")));
    assert_eq!(reminders, [1, 1]);
    assert_eq!(state_on(&world, &P6, "2020-09-18"), EXPIRED);
}

/// An extension that comes after the last day lets everybody in again whose draft nobody had yet; who was overdue in a
/// correction is reopened by the series office.
#[test]
fn edge_76_after_an_extension_a_draft_that_had_expired_is_begun_again() {
    let world = World::start();
    let applicant = world.started(&P6);
    applicant.change("basic_info", |data| drop(data.values.insert("admin_post".into(), "科长".into())));
    assert_eq!(state_on(&world, &P6, "2020-09-11"), EXPIRED);
    let applicant = Applicant::sign_in(world.url(), &P6);
    assert_eq!(applicant.try_start(P6.choice()).unwrap_err().code(), "E_BATCH_CLOSED");
    let extended = Batch { personal_deadline: "2020-09-17".parse().unwrap(), ..LIUZHOU_2020.batch() };
    extend(&world, &extended);
    let again = applicant.try_start(P6.choice()).unwrap();
    assert_eq!(Applicant::sign_in(world.url(), &P6).view().application.id, again.application);
    assert_eq!(applicant.try_start(P6.choice()).unwrap_err().code(), "E_ONE_APPLICATION");
}

/// Taken at the gateway three seconds before midnight, decided after it.
#[test]
fn edge_77_what_arrives_before_midnight_is_in_time_however_long_it_takes() {
    let world = World::start();
    world.started(&P1).fill_everything(&world.pack);
    world.set_time("2020-09-10T23:50:00+08:00");
    let applicant = Applicant::sign_in(world.url(), &P1);
    let step = Step::silent(Action::Submit);
    let asked = TakeStep { step, revision: applicant.view().application.revision, seen: BTreeMap::new() };
    world.set_time("2020-09-10T23:59:57+08:00");
    world.slow_table(600, false);
    let taken: StepTaken = applicant.client.call(Route::TakeStep, &[&applicant.application], &asked).unwrap();
    world.slow_table(0, false);
    assert_eq!(taken.state, State::Unit(UnitWork::Review));
    let view = applicant.view();
    assert_eq!(view.today.to_string(), "2020-09-11");
    assert_eq!(view.application.last_submitted_on, "2020-09-10".parse().ok());
}

/// T1: what is new in the extension counts as material, too.
#[test]
fn an_extension_lets_the_later_material_in() {
    let world = World::start();
    world.started(&P1).fill_everything(&world.pack);
    let extended = Batch { personal_deadline: "2020-09-17".parse().unwrap(), ..LIUZHOU_2020.batch() };
    extend(&world, &extended);
    world.set_date("2020-09-16");
    let applicant = Applicant::sign_in(world.url(), &P1);
    applicant.change("publications", |data| {
        let paper = data.groups.get_mut("rows").unwrap().first_mut().unwrap();
        paper.values.insert("published_date".into(), "2020-09-12".into());
    });
    applicant.declare(&world.pack);
    assert_eq!(applicant.submit().unwrap().state, State::Unit(UnitWork::Review));
}

#[test]
fn a_run_that_is_killed_half_way_is_finished_by_the_next() {
    let world = World::start();
    let people = [&P1, &P2, &P6];
    for person in people {
        world.started(person);
    }
    world.set_date("2020-09-11");
    world.cloud.inject(&Fault::KillFunction { function: "deadlines".into(), after_writes: Some(1) }).unwrap();
    assert_ne!(hour_strikes(&world), 204, "it died");
    let n_expired = || people.iter().filter(|person| state_of(&world, person) == EXPIRED).count();
    assert_eq!(n_expired(), 1);
    assert_eq!(hour_strikes(&world), 204);
    assert_eq!(n_expired(), 3);
    assert_eq!(people.map(|person| told_of_expiry(&world, person)), [1, 1, 1]);
}

/// A pass that was cut off goes on behind the place that it noted, and the whole pass after it leaves nobody out.
#[test]
fn a_pass_of_several_pages_that_was_cut_off_leaves_nobody_out() {
    const N: usize = 27;
    let world = World::start();
    let people: Vec<&'static Person> = (0..N).map(|n| &*Box::leak(Box::new(P6.another(n)))).collect();
    for person in &people {
        world.started(person);
    }
    let table = &world.cloud.table_names()[0];
    let noted = json!({
        "pk": { "S": "CLOCK" },
        "sk": { "S": "CURSOR" },
        "doc": { "M": {
            "pack": { "S": "liuzhou-2020" },
            "state": { "S": "Draft" },
            "position": { "S": "2020-08-03#7" },
        } },
    });
    world.cloud.put_items(table, &[noted]).unwrap();
    world.set_date("2020-09-10");
    assert_eq!(hour_strikes(&world), 204);
    let reminded = people.iter().map(|person| told(&world, person.mobile, "将于9月10日24时截止"));
    assert_eq!(reminded.collect::<Vec<_>>(), [1; N]);
    assert!(world.cloud.items(table).unwrap().iter().all(|item| item["pk"]["S"] != "CLOCK"));
}

#[test]
fn two_runs_at_once_do_everything_once() {
    let world = World::start();
    let people = [&P1, &P2, &P6];
    for person in people {
        world.started(person);
    }
    world.set_date("2020-09-11");
    world.slow_table(50, false);
    let url = world.url();
    let strike = || Client::new(url).post_json("/_local/run/deadlines", &[], "{}");
    let answers = std::thread::scope(|scope| {
        let runs = [scope.spawn(strike), scope.spawn(strike)];
        runs.map(|run| run.join().unwrap())
    });
    world.slow_table(0, false);
    assert_eq!(answers, [204, 204]);
    assert_eq!(people.map(|person| state_of(&world, person)), [EXPIRED; 3]);
    assert_eq!(people.map(|person| told_of_expiry(&world, person)), [1, 1, 1]);
}

#[test]
fn a_unit_is_told_that_an_application_waits_is_due_and_is_overdue() {
    let world = World::start();
    world.submitted(&P6);
    world.submitted(Box::leak(Box::new(P6.another(1))));
    let clerk = harness::cities::organisation(P6.unit).officer_mobile;
    let told = || {
        ["已等待10天", "有2份职称申报材料待处理，最近截止日期9月25日", "超过9月25日的截止日期"]
            .map(|part| told(&world, clerk, part))
    };
    for (day, counts) in [
        ("2020-08-12", [0, 0, 0]),
        ("2020-08-13", [1, 0, 0]),
        ("2020-09-24", [1, 0, 0]),
        ("2020-09-25", [1, 1, 0]),
        ("2020-09-26", [1, 1, 1]),
        ("2020-09-27", [1, 1, 1]),
    ] {
        assert_eq!(state_on(&world, &P6, day), State::Unit(UnitWork::Review));
        assert_eq!(told(), counts, "{day}");
    }
}

/// R76: five working days from 2020-08-03.
#[test]
fn r76_a_unit_is_told_that_a_publicity_is_over() {
    let world = World::start();
    world.at(State::Unit(UnitWork::Publicity), &P6);
    let clerk = harness::cities::organisation(P6.unit).officer_mobile;
    let told = || told(&world, clerk, "公示已于8月7日期满");
    for (day, count) in [("2020-08-07", 0), ("2020-08-08", 1), ("2020-08-09", 1)] {
        assert_eq!(state_on(&world, &P6, day), State::Unit(UnitWork::Publicity));
        assert_eq!(told(), count, "{day}");
    }
}

/// §5.5: `min(return + 10 days, final_correction_deadline)`, and after it nothing is sent back.
#[test]
fn t13_edge_66_no_correction_is_taken_after_the_batch_s_last_day_of_corrections() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let last = "2020-09-12".parse().unwrap();
    extend(&world, &Batch { final_correction_deadline: last, ..LIUZHOU_2020.batch() });
    let return_it = || {
        let clerk = world.unit_clerk(&P6);
        clerk.officer.return_for(&applicant.application, "publications", "F03", "请补充代表作")
    };
    world.set_date("2020-09-13");
    let refused = return_it().unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NO_TIME_TO_CORRECT"));
    world.set_date("2020-09-08");
    return_it().unwrap();
    assert_eq!(Applicant::sign_in(world.url(), &P6).view().due, Some(last));
    assert_eq!(state_on(&world, &P6, "2020-09-13"), EXPIRED);
}
