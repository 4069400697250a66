//! Due dates and the acts of time (§5.5, §5.6, §5.8): derived from the batch, in Asia/Shanghai, 24:00 included.

use crate::scene::{Scene, at, day, step};
use chrono::{DateTime, FixedOffset};
use domain::messages::{self, TimeMessage};
use domain::workflow::{Action, By, Office, Stage, State, TimeAct, has_time_acts, is_early, time_acts};

fn moment(text: &str) -> DateTime<FixedOffset> {
    format!("{text}+08:00").parse().unwrap()
}

/// `at(name)`, come to its holder on `arrived_on`.
fn arrived(name: &str, arrived_on: &str) -> Scene {
    let mut scene = at(name);
    scene.application.arrived_on = day(arrived_on);
    scene
}

/// The last days of a correction that was asked for on a day, with the batch's last day of corrections at 11-15.
#[test]
fn t13_a_correction_ends_after_ten_days_and_never_after_the_final_day() {
    for name in ["Returned", "ReturnedToUnit"] {
        for (returned, due) in
            [("2020-08-20", "2020-08-30"), ("2020-11-05", "2020-11-15"), ("2020-11-10", "2020-11-15")]
        {
            assert_eq!(arrived(name, returned).due(), Some(day(due)), "{name} {returned}");
        }
    }
}

#[test]
fn t13_t14_nothing_is_sent_back_after_the_final_day_of_corrections() {
    let series = By::Stage(Stage::Office(Office::Series));
    for action in [Action::Return, Action::ReturnToUnit] {
        let says = |today| at("SeriesReview").on(today).says(&step(action), series);
        assert_eq!([says("2020-11-15"), says("2020-11-16")], ["taken", "E_NO_TIME_TO_CORRECT"], "{action:?}");
    }
}

/// §7, case 76: what was derived from a date of the batch moves with it; what was not, does not.
#[test]
fn case_10_an_extension_moves_the_due_dates_that_follow_from_it() {
    let table = [
        ("Draft", "2020-09-20"),
        ("UnitReview", "2020-10-05"),
        ("UnitPublicity", "2020-10-05"),
        ("SupervisorReview", "2020-10-25"),
        ("CountyTitleReview", "2020-11-10"),
        ("CountyIndustryReview", "2020-11-10"),
        ("SeriesReview", "2020-11-25"),
        ("PaymentPending", "2020-12-20"),
        ("Returned", "2020-08-30"),
    ];
    for (name, due) in table {
        let mut scene = at(name);
        let batch = &mut scene.batch;
        batch.personal_deadline = day("2020-09-20");
        batch.unit_deadline = day("2020-10-05");
        batch.supervisor_deadline = day("2020-10-25");
        batch.county_deadline = day("2020-11-10");
        batch.series_deadline = day("2020-11-25");
        batch.payment_deadline = day("2020-12-20");
        assert_eq!(scene.due(), Some(day(due)), "{name}");
    }
    let mut late = arrived("Returned", "2020-11-10");
    late.batch.final_correction_deadline = day("2020-11-18");
    assert_eq!(late.due(), Some(day("2020-11-18")));
}

/// A corrected application that comes after the holder's own deadline leaves as many days as a correction.
#[test]
fn what_comes_after_the_deadline_leaves_ten_days() {
    let table = [
        ("UnitReview", "2020-09-25", "2020-09-25"),
        ("UnitReview", "2020-09-26", "2020-10-06"),
        ("CountyTitleReview", "2020-11-01", "2020-11-11"),
    ];
    for (name, came, due) in table {
        assert_eq!(arrived(name, came).due(), Some(day(due)), "{name} {came}");
    }
}

#[test]
fn t21_t28_nothing_expires_before_its_last_day_is_over() {
    let expire = step(Action::Expire);
    for (name, last, next) in [
        ("Draft", "2020-09-10", "2020-09-11"),
        ("Returned", "2020-08-30", "2020-08-31"),
        ("PaymentPending", "2020-12-10", "2020-12-11"),
    ] {
        assert_eq!(at(name).on(last).says(&expire, By::Clock), "E_NOT_LATE", "{name}");
        assert_eq!(at(name).on(next).says(&expire, By::Clock), "taken", "{name}");
        assert_eq!(at(name).on(next).says(&expire, By::Applicant), "E_NOT_YOURS", "{name}");
        let entry = at(name).on(next).take(&expire, By::Clock).unwrap().entry;
        assert_eq!(entry.missed, Some(day(last)), "{name}: the log keeps what was missed");
    }
}

fn acts(scene: &Scene, publicity_end: Option<&str>, now: &str) -> String {
    let Scene { pack, batch, application, .. } = scene;
    let asked = time_acts(application, publicity_end.map(day), (pack, batch), moment(now));
    let early = is_early(application.state, application.arrived_on, (pack, batch), moment(now));
    assert!(!early || asked.is_empty(), "{now}: {asked:?} would not be looked for");
    let word = |act: &TimeAct| match act {
        TimeAct::Expire => "expire".to_owned(),
        TimeAct::Tell { told, day } => format!("{told:?} {day}"),
    };
    asked.iter().map(word).collect::<Vec<_>>().join(" + ")
}

/// The minute before a moment that counts, and the moment.
#[test]
fn m08_m06_the_applicant_is_reminded_24_hours_before_and_expires_after_24_00() {
    for (name, before, last, after) in [
        ("Draft", "2020-09-09", "2020-09-10", "2020-09-11"),
        ("Returned", "2020-08-29", "2020-08-30", "2020-08-31"),
        ("PaymentPending", "2020-12-09", "2020-12-10", "2020-12-11"),
    ] {
        let scene = at(name);
        let reminder = format!("Reminder {last}");
        assert_eq!(acts(&scene, None, &format!("{before}T23:59:59")), "", "{name}");
        assert_eq!(acts(&scene, None, &format!("{last}T00:00:00")), reminder, "{name}");
        assert_eq!(acts(&scene, None, &format!("{last}T23:59:59")), reminder, "{name}");
        assert_eq!(acts(&scene, None, &format!("{after}T00:00:00")), "expire", "{name}");
    }
    let mut earlier = at("Draft");
    earlier.pack.batch.reminder_hours = 39;
    assert_eq!(acts(&earlier, None, "2020-09-09T08:59:59"), "");
    assert_eq!(acts(&earlier, None, "2020-09-09T09:00:00"), "Reminder 2020-09-10");
}

/// §7, case 13: the server's zone does not matter.
#[test]
fn edge_13_a_server_in_utc_goes_by_the_days_of_beijing() {
    let scene = at("Draft");
    let asked = |now: &str| {
        time_acts(&scene.application, None, (&scene.pack, &scene.batch), now.parse().unwrap())
            .first()
            .cloned()
    };
    assert_eq!(asked("2020-09-10T16:00:00Z"), Some(TimeAct::Expire));
    let told = TimeAct::Tell { told: TimeMessage::Reminder, day: day("2020-09-10") };
    assert_eq!(asked("2020-09-10T15:59:59Z"), Some(told));
}

#[test]
fn an_organisation_is_told_of_its_deadline_of_long_waiting_and_of_being_late() {
    let county = arrived("CountyTitleReview", "2020-10-15");
    for (now, told) in [
        ("2020-10-24T23:59:59", ""),
        ("2020-10-25T00:00:00", "LongWaiting 2020-10-15"),
        ("2020-10-31T00:00:00", "StationReminder 2020-10-31 + LongWaiting 2020-10-15"),
        ("2020-11-01T00:00:00", "Overdue 2020-10-31 + LongWaiting 2020-10-15"),
    ] {
        assert_eq!(acts(&county, None, now), told, "{now}");
    }
}

/// R76: the last day itself is not over before midnight.
#[test]
fn r76_the_unit_is_told_when_the_publicity_is_over() {
    let scene = at("UnitPublicity");
    let end = Some("2020-08-26");
    assert_eq!(acts(&scene, end, "2020-08-26T23:59:59"), "");
    assert_eq!(acts(&scene, end, "2020-08-27T00:00:00"), "PublicityOver 2020-08-26");
    assert_eq!(acts(&scene, None, "2020-08-27T00:00:00"), "");
    let late = Some("2020-09-01");
    assert_eq!(acts(&scene, late, "2020-09-01T09:00:00"), "", "it waits for nobody while it is posted");
    assert_eq!(
        acts(&scene, late, "2020-09-02T00:00:00"),
        "PublicityOver 2020-09-01 + LongWaiting 2020-08-20"
    );
    assert_eq!(acts(&at("UnitRecommend"), end, "2020-08-27T00:00:00"), "", "it was dealt with");
}

#[test]
fn time_asks_nothing_of_what_is_paid_or_over() {
    let none: Vec<&str> = State::all().filter(|state| !has_time_acts(*state)).map(State::name).collect();
    assert_eq!(none, ["PaymentSubmitted", "PaymentVerified", "Refused", "Withdrawn", "Expired"]);
    for name in none {
        assert_eq!(acts(&at(name), Some("2020-08-21"), "2021-12-31T00:00:00"), "", "{name}");
    }
}

#[test]
fn each_message_of_time_has_its_words() {
    let scene = at("Draft");
    let text = |told: TimeMessage| {
        let message = told.filled(&scene.application, day("2020-09-10"), 3, &scene.pack);
        messages::text(&scene.pack, &message).unwrap()
    };
    insta::assert_snapshot!(TimeMessage::ALL.map(text).join("\n"), @r"
    【柳州职称】覃某您好，您有申报事项将于9月10日24时截止，请尽快登录系统处理。
    【柳州职称】贵单位有3份职称申报材料待处理，最近截止日期9月10日，请登录系统办理。
    【柳州职称】贵单位有职称申报公示已于9月10日期满，请登录系统填写公示情况，办理下一步。
    【柳州职称】贵单位有职称申报材料已等待10天，请登录系统办理。
    【柳州职称】贵单位有职称申报材料超过9月10日的截止日期仍未办理，请尽快登录系统办理。
    ");
}
