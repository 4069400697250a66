//! 收回, 撤回 and 重新受理: the ways back (T26, §5.5; `take_back.rs`, `withdrawal.rs`).

use crate::scene::{Scene, at, day, state, step};
use domain::messages::Message;
use domain::workflow::{
    Action, Application, By, Decision, Ending, Office, Refusal, Stage, State, Step, history, progress,
    versions,
};
use domain::workflow::{LogEntry, ProgressState};

const UNIT: By = By::Stage(Stage::Unit);
const COUNTY: By = By::Stage(Stage::Office(Office::CountyTitle));
const SERIES: By = By::Stage(Stage::Office(Office::Series));

/// The scene after a step, unopened by whoever holds it now.
fn after(scene: &Scene, action: Action, by: By) -> (Scene, Decision) {
    let decision = scene.take(&step(action), by).unwrap();
    (Scene { application: decision.application.clone(), ..scene.clone() }, decision)
}

fn opened(mut scene: Scene) -> Scene {
    scene.application.opened = true;
    scene
}

/// Everything but what counts and dates the writes.
fn place(application: &Application) -> impl PartialEq + std::fmt::Debug {
    let Application { state, station, reached, unit_version, arrived_on, open_return, order, .. } =
        application;
    (*state, *station, *reached, *unit_version, *arrived_on, open_return.clone(), order.clone())
}

const TAKEN: [(&str, Action, By); 12] = [
    ("UnitReview", Action::Return, UNIT),
    ("UnitPublicity", Action::Return, UNIT),
    ("UnitPublicity", Action::Refuse, UNIT),
    ("UnitRecommend", Action::Forward, UNIT),
    ("UnitRecommend", Action::Refuse, UNIT),
    ("ReturnedToUnit", Action::Corrected, UNIT),
    ("CountyTitleReview", Action::Forward, COUNTY),
    ("CountyTitleReview", Action::Return, COUNTY),
    ("CountyTitleReview", Action::ReturnToUnit, COUNTY),
    ("SeriesReview", Action::Approve, SERIES),
    ("SeriesReview", Action::Return, SERIES),
    ("SeriesReview", Action::Refuse, SERIES),
];

#[test]
fn a_forward_a_pass_a_return_and_a_refusal_can_be_taken_back_as_if_never_taken() {
    for (name, action, by) in TAKEN {
        let scene = opened(at(name));
        let (later, _) = after(&scene, action, by);
        let taken_back = later.take(&Step::silent(Action::TakeBack), by).unwrap();
        assert_eq!(place(&taken_back.application), place(&scene.application), "{name} {action:?}");
        assert_eq!(taken_back.application.last_step, None, "{name} {action:?}: not twice");
        assert_eq!(taken_back.messages, [], "{name} {action:?}");
        assert!(taken_back.application.opened, "{name}: whoever took it has seen it");
        let again = Scene { application: taken_back.application, ..scene.clone() };
        assert_eq!(again.says(&step(action), by), "taken", "{name} {action:?}: the way is open again");
    }
}

#[test]
fn a_step_stands_once_it_was_opened_or_the_pack_s_minutes_are_over() {
    for (name, action, by) in TAKEN {
        let (mut later, decision) = after(&opened(at(name)), action, by);
        let back = Step::silent(Action::TakeBack);
        assert_eq!(opened(later.clone()).says(&back, by), "E_STEP_STANDS", "{name} {action:?}: opened");
        let until = decision.application.last_step.as_ref().unwrap().until;
        assert_eq!((until - decision.entry.at).num_minutes(), 10, "{name} {action:?}");
        later.pack.batch.take_back_minutes = 0;
        let stands =
            Scene { application: after(&opened(at(name)), action, by).0.application, ..later.clone() };
        assert_eq!(stands.says(&back, by), "taken", "{name}: its own minutes count");
        let never = Scene { pack: later.pack.clone(), ..opened(at(name)) };
        assert_eq!(after(&never, action, by).0.says(&back, by), "E_STEP_STANDS", "{name}: at their end");
        assert_eq!(later.on("2020-08-21").says(&back, by), "E_STEP_STANDS", "{name} {action:?}: a day later");
    }
}

#[test]
fn only_whoever_took_a_step_takes_it_back() {
    let (later, _) = after(&opened(at("CountyTitleReview")), Action::Forward, COUNTY);
    for other in [UNIT, SERIES, By::Stage(Stage::Office(Office::CountyIndustry)), By::Applicant, By::Clock] {
        assert_eq!(later.say_back(other), "E_NOT_YOURS", "{other:?}");
    }
    assert_eq!(later.say_back(COUNTY), "taken");
    let submitted = at("UnitReview");
    assert_eq!(submitted.say_back(By::Applicant), "E_STEP_STANDS", "a submission is withdrawn");
}

trait SayBack {
    fn say_back(&self, by: By) -> &'static str;
}

impl SayBack for Scene {
    fn say_back(&self, by: By) -> &'static str {
        self.says(&Step::silent(Action::TakeBack), by)
    }
}

/// The history keeps both; timeline and versions are as if nothing had happened.
#[test]
fn the_log_keeps_what_was_taken_back_and_the_timeline_does_not() {
    let scene = opened(at("UnitRecommend"));
    let (later, forwarded) = after(&scene, Action::Forward, UNIT);
    let back = later.take(&Step::silent(Action::TakeBack), UNIT).unwrap();
    let log: Vec<LogEntry> = vec![forwarded.entry, back.entry];
    assert!(log.iter().all(LogEntry::is_intact) && log[1].previous_hash == log[0].hash);
    let actions: Vec<Action> = history(&log).iter().map(|past| past.action).collect();
    assert_eq!(actions, [Action::Forward, Action::TakeBack]);
    assert_eq!(versions(&log), [], "no version that nobody has read");
    assert_eq!(
        progress(&back.application, &log, false, None),
        progress(&scene.application, &[], false, None)
    );
}

const HELD: [(&str, By); 5] = [
    ("UnitReview", UNIT),
    ("UnitPublicity", UNIT),
    ("UnitRecommend", UNIT),
    ("CountyTitleReview", COUNTY),
    ("SeriesReview", SERIES),
];

#[test]
fn t26_before_the_first_look_an_application_is_withdrawn_at_once_and_then_with_consent() {
    for (name, by) in HELD {
        let unopened = at(name);
        assert_eq!(unopened.says(&Step::silent(Action::Withdraw), By::Applicant), "taken", "{name}");
        let scene = opened(unopened);
        assert_eq!(scene.says(&Step::silent(Action::Withdraw), By::Applicant), "E_OPENED", "{name}");
        assert_eq!(scene.says(&step(Action::AgreeToWithdrawal), by), "E_WITHDRAWAL_NOT_ASKED", "{name}");
        let (asked, decision) = after(&scene, Action::AskWithdrawal, By::Applicant);
        assert_eq!(asked.application.state, scene.application.state, "{name}: it stays where it is");
        assert!(asked.application.opened, "{name}: and opened");
        assert!(matches!(decision.messages[..], [Message::Waiting { count: 1, .. }]), "{name}");
        assert_eq!(asked.application.withdrawal.as_ref().unwrap().why, "符合条件");

        let (agreed, decision) = after(&asked, Action::AgreeToWithdrawal, by);
        assert_eq!(agreed.application.state, State::Over(Ending::Withdrawn), "{name}");
        assert!(matches!(decision.messages[..], [Message::WithdrawalAnswered { .. }]), "{name}");
        let (declined, decision) = after(&asked, Action::DeclineWithdrawal, by);
        assert_eq!(declined.application.state, scene.application.state, "{name}");
        assert_eq!(declined.application.withdrawal, None, "{name}");
        assert!(matches!(decision.messages[..], [Message::WithdrawalAnswered { .. }]), "{name}");
        let silent = Step::silent(Action::DeclineWithdrawal);
        assert_eq!(asked.take(&silent, by), Err(Refusal::OpinionMissing), "{name}: says why");
    }
}

#[test]
fn t26_whoever_was_asked_answers_before_anything_else() {
    for (name, by) in HELD {
        let (asked, _) = after(&opened(at(name)), Action::AskWithdrawal, By::Applicant);
        let answers = [Action::AgreeToWithdrawal, Action::DeclineWithdrawal];
        let offered: Vec<Action> = asked.application.offered(by).map(|row| row.action).collect();
        assert_eq!(offered, answers, "{name}");
        for row in asked.application.state.moves().iter().filter(|row| row.by == by) {
            let says = asked.says(&step(row.action), by);
            assert_eq!(
                says == "E_WITHDRAWAL_PENDING",
                !answers.contains(&row.action),
                "{name} {:?}",
                row.action
            );
        }
    }
}

#[test]
fn t26_the_applicant_is_offered_the_way_out_that_is_open() {
    let way_out =
        |scene: &Scene| scene.application.offered(By::Applicant).map(|row| row.action).collect::<Vec<_>>();
    assert_eq!(way_out(&at("UnitReview")), [Action::Withdraw]);
    let scene = opened(at("UnitReview"));
    assert_eq!(way_out(&scene), [Action::AskWithdrawal]);
    let (asked, _) = after(&scene, Action::AskWithdrawal, By::Applicant);
    assert_eq!(way_out(&asked), []);
    let own = opened(at("Returned"));
    assert_eq!(way_out(&own), [Action::Submit, Action::Withdraw], "what he holds himself");
}

#[test]
fn what_was_refused_or_late_is_reopened_where_it_ended_by_the_series_office() {
    let ends = [
        ("UnitPublicity", Action::Refuse, UNIT, "2020-08-20"),
        ("SeriesReview", Action::Refuse, SERIES, "2020-08-20"),
        ("Returned", Action::Expire, By::Clock, "2020-08-31"),
        ("PaymentPending", Action::Expire, By::Clock, "2020-12-11"),
    ];
    for (name, action, by, today) in ends {
        let (ended, _) = after(&opened(at(name)).on(today), action, by);
        assert_eq!(ended.application.ended_in, Some(state(name)), "{name}");
        for other in [UNIT, COUNTY, By::Applicant] {
            assert_eq!(ended.says(&step(Action::Reopen), other), "E_NOT_YOURS", "{name} {other:?}");
        }
        assert_eq!(ended.take(&Step::silent(Action::Reopen), SERIES), Err(Refusal::OpinionMissing), "{name}");
        let series = &ended.application.route[4].organisation;
        assert!(ended.application.is_visible_to(series), "{name}: it can be found");
        let (reopened, decision) = after(&ended, Action::Reopen, SERIES);
        assert_eq!(reopened.application.state, state(name));
        assert_eq!(reopened.application.arrived_on, day(today), "{name}: its days begin anew");
        assert!(reopened.due().unwrap() >= day(today), "{name}");
        assert_eq!(decision.order_fen, None, "{name}: its order is there");
        let tells_applicant = matches!(decision.messages[..], [Message::Reminder { .. }]);
        assert_eq!(tells_applicant, state(name).stage().is_none(), "{name}: {:?}", decision.messages);
    }
}

/// After the last day on which corrections are taken, the date has to be moved first.
#[test]
fn nothing_is_reopened_that_would_be_late_at_once() {
    let (ended, _) = after(&opened(at("Returned")).on("2020-08-31"), Action::Expire, By::Clock);
    let refused = ended.on("2020-11-16").take(&step(Action::Reopen), SERIES);
    assert_eq!(refused, Err(Refusal::TooLate { deadline: day("2020-11-15") }));
}

#[test]
fn a_reopened_application_stands_in_the_timeline_where_it_ended() {
    let (ended, refused) = after(&opened(at("SeriesReview")), Action::Refuse, SERIES);
    let (reopened, decision) = after(&ended, Action::Reopen, SERIES);
    let log = [refused.entry, decision.entry];
    let steps = progress(&reopened.application, &log, false, reopened.due());
    let series = steps.iter().find(|step| step.organisation == "series办").unwrap();
    assert_eq!(series.state, ProgressState::Current);
}
