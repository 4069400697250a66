//! The guards of the process (domain.md §5.2): for each step what lets it pass, and what alone refuses it.

use crate::named::Pairs;
use crate::scene::{Scene, at, day, reason, state, step};
use domain::pack::{FilledBy, TitleLevel};
use domain::workflow::{Action, By, Office, PostedTable, ReturnItem, Stage, State, Step, Words};

const UNIT: By = By::Stage(Stage::Unit);
const SERIES: By = By::Stage(Stage::Office(Office::Series));

/// The upper reviews that pass an application on, and who does.
pub(crate) const PASSING_ON: [(&str, Stage); 3] = [
    ("SupervisorReview", Stage::Office(Office::Supervisor)),
    ("CountyTitleReview", Stage::Office(Office::CountyTitle)),
    ("CountyIndustryReview", Stage::Office(Office::CountyIndustry)),
];

/// Each step at which the unit vouches for the applicant.
pub(crate) const VOUCHING: [(&str, Action); 2] =
    [("UnitRecommend", Action::Forward), ("ReturnedToUnit", Action::Corrected)];

#[track_caller]
fn answers_on_each_day(scene: &Scene, step: &Step, by: By, days: [(&str, &str); 3]) {
    for (today, expected) in days {
        assert_eq!(scene.clone().on(today).says(step, by), expected, "{today}");
    }
}

#[test]
fn an_application_in_order_passes_every_step() {
    let steps = [
        ("Draft", Action::Submit, By::Applicant),
        ("Draft", Action::DeleteDraft, By::Applicant),
        ("UnitReview", Action::StartPublicity, UNIT),
        ("UnitPublicity", Action::FinishPublicity, UNIT),
        ("UnitPublicity", Action::Refuse, UNIT),
        ("UnitRecommend", Action::Forward, UNIT),
        ("UnitRecommend", Action::Refuse, UNIT),
        ("SeriesReview", Action::Approve, SERIES),
        ("SeriesReview", Action::Refuse, SERIES),
        ("Returned", Action::Submit, By::Applicant),
        ("ReturnedToUnit", Action::Corrected, UNIT),
        ("PaymentPending", Action::RecordPaid, By::Gateway),
        ("PaymentSubmitted", Action::VerifyPayment, By::Applicant),
    ];
    for (name, action, by) in steps {
        assert_eq!(at(name).says(&step(action), by), "taken", "{name} {action:?}");
    }
    for (name, stage) in PASSING_ON {
        for action in [Action::Forward, Action::Return, Action::ReturnToUnit] {
            assert_eq!(at(name).says(&step(action), By::Stage(stage)), "taken", "{name} {action:?}");
        }
    }
}

#[test]
fn t02_the_applicant_submits_until_the_end_of_the_personal_deadline() {
    let days = [("2020-09-09", "taken"), ("2020-09-10", "taken"), ("2020-09-11", "E_TOO_LATE")];
    answers_on_each_day(&at("Draft"), &step(Action::Submit), By::Applicant, days);
}

/// §5.6: a correction is governed by its own deadline, be it earlier or later than the batch's.
#[test]
fn t16_a_correction_is_sent_until_the_end_of_its_own_deadline() {
    let submit = step(Action::Submit);
    let early = [("2020-08-29", "taken"), ("2020-08-30", "taken"), ("2020-08-31", "E_TOO_LATE")];
    answers_on_each_day(&at("Returned"), &submit, By::Applicant, early);
    let mut scene = at("Returned");
    scene.application.arrived_on = day("2020-10-10");
    let late = [("2020-09-11", "taken"), ("2020-10-20", "taken"), ("2020-10-21", "E_TOO_LATE")];
    answers_on_each_day(&scene, &submit, By::Applicant, late);
}

#[test]
fn t08_the_unit_forwards_until_the_end_of_its_deadline() {
    let days = [("2020-09-24", "taken"), ("2020-09-25", "taken"), ("2020-09-26", "E_TOO_LATE")];
    answers_on_each_day(&at("UnitRecommend"), &step(Action::Forward), UNIT, days);
}

/// §5.6: it was in time when it was forwarded first.
#[test]
fn t08_the_unit_forwards_a_corrected_application_after_its_deadline() {
    let mut scene = at("UnitRecommend");
    scene.application.version = 2;
    let days = [("2020-09-25", "taken"), ("2020-09-26", "taken"), ("2020-11-01", "taken")];
    answers_on_each_day(&scene, &step(Action::Forward), UNIT, days);
}

/// §5.6: an office may ask the unit for corrections long after the unit's own deadline.
#[test]
fn t15_the_unit_corrects_until_the_end_of_the_correction_s_deadline() {
    for version in [1, 2] {
        let mut scene = at("ReturnedToUnit");
        scene.application.version = version;
        scene.application.arrived_on = day("2020-10-10");
        let days = [("2020-09-26", "taken"), ("2020-10-20", "taken"), ("2020-10-21", "E_TOO_LATE")];
        answers_on_each_day(&scene, &step(Action::Corrected), UNIT, days);
    }
}

#[test]
fn t05_a_publicity_starts_when_every_section_was_checked() {
    let mut scene = at("UnitReview");
    let rows = scene.answers.get_mut("unit_check").unwrap().groups.get_mut("rows").unwrap();
    rows[14].values.insert("result".into(), "Problem".into());
    assert_eq!(scene.says(&step(Action::StartPublicity), UNIT), "E_INCOMPLETE");
    scene.answers.remove("unit_check");
    assert_eq!(scene.says(&step(Action::StartPublicity), UNIT), "E_INCOMPLETE");
}

#[test]
fn t05_a_publicity_starts_with_the_table_of_what_is_applied_for() {
    let mut scene = at("UnitReview");
    scene.application.posted = None;
    assert_eq!(scene.says(&step(Action::StartPublicity), UNIT), "E_TABLE_MISSING");
    scene.application.posted = Some(PostedTable {
        table_version: 7,
        payload_hash: "of another table".into(),
        generated_on: day("2020-08-01"),
        ..PostedTable::default()
    });
    assert_eq!(scene.says(&step(Action::StartPublicity), UNIT), "E_PUBLICITY_OUTDATED");
}

/// The first four days of the week are one too few; the last day itself is not over before midnight.
#[test]
fn r75_r76_t06_a_publicity_ends_after_five_working_days() {
    let finish = step(Action::FinishPublicity);
    let table = [
        ("2020-08-06", "2020-08-20", "E_INCOMPLETE"),
        ("2020-08-07", "2020-08-07", "E_INCOMPLETE"),
        ("2020-08-07", "2020-08-08", "taken"),
        ("2020-08-20", "2020-08-20", "E_INCOMPLETE"),
    ];
    for (end, today, expected) in table {
        let scene = at("UnitPublicity").with("publicity", &[("end_date", end)]).on(today);
        assert_eq!(scene.says(&finish, UNIT), expected, "{end}, on {today}");
    }
}

#[test]
fn r76_t06_a_publicity_ends_with_its_outcome() {
    for field in ["has_objection", "conclusion", "place", "contact_phone"] {
        let scene = at("UnitPublicity").with("publicity", &[(field, "")]);
        assert_eq!(scene.says(&step(Action::FinishPublicity), UNIT), "E_INCOMPLETE", "{field}");
    }
}

pub(crate) const OBJECTION: [(&str, &str); 3] = [
    ("has_objection", "true"),
    ("objection_content", "有职工反映其业绩不实"),
    ("handling_result", "经核实，反映的情况属实"),
];

#[test]
fn r76_case_03_an_objection_that_is_upheld_stops_the_application_at_each_step_of_the_unit() {
    let steps = [("UnitPublicity", Action::FinishPublicity)].into_iter().chain(VOUCHING);
    for (name, action) in steps {
        for (conclusion, expected) in [("Dismissed", "taken"), ("Upheld", "E_OBJECTION_UPHELD")] {
            let scene =
                at(name).with("publicity", &OBJECTION).with("publicity", &[("conclusion", conclusion)]);
            assert_eq!(scene.says(&step(action), UNIT), expected, "{name} {conclusion}");
        }
    }
}

#[test]
fn r77_nothing_is_forwarded_without_a_publicity() {
    let unfinished: [Pairs<'_>; 3] =
        [&[("end_date", "2020-08-06")], &[("end_date", "2020-08-20")], &[("conclusion", "")]];
    for (name, action) in VOUCHING {
        for pairs in unfinished {
            let scene = at(name).with("publicity", pairs);
            assert_eq!(scene.says(&step(action), UNIT), "E_NOT_PUBLICISED", "{name} {pairs:?}");
        }
    }
    for name in ["UnitReview", "UnitPublicity"] {
        assert_eq!(at(name).says(&step(Action::Forward), UNIT), "E_NOT_PUBLICISED", "{name}");
    }
    for name in ["Draft", "ReturnedToUnit", "Refused"] {
        assert_eq!(at(name).says(&step(Action::Forward), UNIT), "E_STEP_NOT_POSSIBLE", "{name}");
    }
}

#[test]
fn r77_what_was_posted_is_what_is_forwarded() {
    for (name, action) in VOUCHING {
        let mut scene = at(name);
        scene.application.posted = Some(PostedTable {
            table_version: 7,
            payload_hash: "of another table".into(),
            generated_on: day("2020-08-01"),
            ..PostedTable::default()
        });
        assert_eq!(scene.says(&step(action), UNIT), "E_PUBLICITY_OUTDATED", "{name}");
        scene.application.posted = None;
        assert_eq!(scene.says(&step(action), UNIT), "E_TABLE_MISSING", "{name}, nothing posted");
    }
}

#[test]
fn r92_every_form_of_the_unit_is_filled_in_before_it_forwards() {
    for (name, action) in VOUCHING {
        for section in ["unit_check", "deliberation", "appraisals", "unit_recommendation"] {
            let mut scene = at(name);
            scene.answers.remove(section);
            assert_eq!(scene.says(&step(action), UNIT), "E_INCOMPLETE", "{name} without {section}");
        }
    }
}

#[test]
fn t09_case_03_nobody_is_forwarded_whom_the_group_or_the_unit_does_not_recommend() {
    let against: [(&str, Pairs<'_>, &str); 2] = [
        ("deliberation", &[("result", "NotRecommended")], "E_NOT_RECOMMENDED"),
        ("unit_recommendation", &[("conclusion", "NotRecommend")], "E_UNIT_NOT_RECOMMENDED"),
    ];
    for (name, action) in VOUCHING {
        for (section, pairs, expected) in against {
            let scene = at(name).with(section, pairs);
            assert_eq!(scene.says(&step(action), UNIT), expected, "{name} {section}");
        }
    }
}

/// T10–T12, T17: a decision without a reason at a place is explained in two characters or more.
#[test]
fn t11_a_decision_has_an_opinion() {
    let mut deciding = vec![("SeriesReview", Action::Approve, SERIES)];
    deciding.extend(PASSING_ON.map(|(name, stage)| (name, Action::Forward, By::Stage(stage))));
    let opinions = [
        ("", "E_OPINION_MISSING"),
        ("好", "E_OPINION_MISSING"),
        (" 好 ", "E_OPINION_MISSING"),
        ("同意", "taken"),
    ];
    for (name, action, by) in deciding {
        for (opinion, expected) in opinions {
            let step = Step { opinion: opinion.into(), ..step(action) };
            assert_eq!(at(name).says(&step, by), expected, "{name} {action:?} {opinion:?}");
        }
    }
}

/// The unit's opinion is its forms, and a return's is its reasons.
#[test]
fn t08_other_steps_need_no_opinion() {
    let steps = [
        ("UnitRecommend", Action::Forward, UNIT),
        ("ReturnedToUnit", Action::Corrected, UNIT),
        ("UnitReview", Action::StartPublicity, UNIT),
        ("UnitPublicity", Action::FinishPublicity, UNIT),
        ("UnitReview", Action::Return, UNIT),
        ("SeriesReview", Action::ReturnToUnit, SERIES),
        ("Draft", Action::Submit, By::Applicant),
        ("UnitReview", Action::Withdraw, By::Applicant),
    ];
    for (name, action, by) in steps {
        let silent = Step { opinion: String::new(), ..step(action) };
        assert_eq!(at(name).says(&silent, by), "taken", "{name} {action:?}");
    }
}

/// The unit's own forwarding is explained by its forms.
#[test]
fn t11_an_opinion_is_asked_for_where_it_is_needed() {
    for row in State::all().flat_map(State::moves) {
        let always = [Action::Approve, Action::DeclineWithdrawal, Action::Reopen, Action::VoidPublicity];
        let asks = always.contains(&row.action) || row.action == Action::Forward && row.by != UNIT;
        assert_eq!(row.words == Words::Opinion, asks, "{row:?}");
        assert_eq!(row.words == Words::Basis, row.action == Action::Refuse, "{row:?}");
    }
}

/// Reasons name places of whoever has to mend them.
#[test]
fn r91_a_return_gives_reasons_about_the_part_that_its_receiver_can_open() {
    let parts = [(Action::Return, FilledBy::Applicant), (Action::ReturnToUnit, FilledBy::Unit)];
    for row in State::all().flat_map(State::moves) {
        let part = parts.iter().find(|(action, _)| *action == row.action).map(|(_, part)| *part);
        assert_eq!(row.words.returned_part(), part, "{row:?}");
    }
}

#[test]
fn the_unit_fills_in_its_forms_while_the_application_is_with_it() {
    let names = ["UnitReview", "UnitPublicity", "UnitRecommend", "ReturnedToUnit"];
    assert!(names.into_iter().all(|name| state(name).is_with_unit()));
    let others = ["Draft", "Returned", "SupervisorReview", "SeriesReview", "PaymentPending", "Refused"];
    assert!(!others.into_iter().any(|name| state(name).is_with_unit()));
}

/// Every state from which an application is sent back, and by whom.
const RETURNING: [(&str, Stage); 7] = [
    ("UnitReview", Stage::Unit),
    ("UnitPublicity", Stage::Unit),
    ("UnitRecommend", Stage::Unit),
    PASSING_ON[0],
    PASSING_ON[1],
    PASSING_ON[2],
    ("SeriesReview", Stage::Office(Office::Series)),
];

#[test]
fn t04_t13_t14_each_reason_has_a_place_a_kind_and_words() {
    let whole = reason("publications");
    let no_place = reason("");
    let unknown = ReturnItem { code: "Z98".into(), ..whole.clone() };
    let worded = |text: &str| ReturnItem { text: text.into(), ..whole.clone() };
    let table = [
        (vec![], "E_REASONS_MISSING"),
        (vec![no_place], "E_REASONS_MISSING"),
        (vec![whole.clone(), unknown], "E_REASONS_MISSING"),
        (vec![worded("缺少封面")], "E_REASONS_MISSING"),
        (vec![worded(" 缺少封面 ")], "E_REASONS_MISSING"),
        (vec![worded("请补上封面")], "taken"),
        (vec![whole.clone(), worded("")], "E_REASONS_MISSING"),
        (vec![whole.clone(), whole.clone()], "taken"),
    ];
    for (name, stage) in RETURNING {
        for (reasons, expected) in &table {
            let step = Step { reasons: reasons.clone(), ..step(Action::Return) };
            assert_eq!(at(name).says(&step, By::Stage(stage)), *expected, "{name} {reasons:?}");
        }
    }
}

#[test]
fn t13_t14_a_reason_is_about_what_its_receiver_fills_in() {
    let places = [
        ("publications", "taken", "E_REASONS_ELSEWHERE"),
        ("deliberation", "E_REASONS_ELSEWHERE", "taken"),
        ("nowhere", "E_REASONS_ELSEWHERE", "E_REASONS_ELSEWHERE"),
    ];
    for (name, stage) in RETURNING {
        for (section, to_applicant, to_unit) in places {
            let with = |action| Step { reasons: vec![reason(section)], ..step(action) };
            let says = |action| at(name).says(&with(action), By::Stage(stage));
            assert_eq!(says(Action::Return), to_applicant, "{name} {section}");
            let to_unit = if stage == Stage::Unit { "E_STEP_NOT_POSSIBLE" } else { to_unit };
            assert_eq!(says(Action::ReturnToUnit), to_unit, "{name} {section}");
        }
    }
}

/// By the applicant and by the unit alike: a correction that says nothing is none.
#[test]
fn t15_t16_case_07_every_reason_is_answered() {
    let table: [(&[&str], &str); 6] = [
        (&[], "E_ANSWERS_MISSING"),
        (&["已补"], "E_ANSWERS_MISSING"),
        (&["已补", " "], "E_ANSWERS_MISSING"),
        (&["", "已补"], "E_ANSWERS_MISSING"),
        (&["已补", "已换"], "taken"),
        (&["已补", "已换", "多余"], "taken"),
    ];
    let steps = [("Returned", Action::Submit, By::Applicant), ("ReturnedToUnit", Action::Corrected, UNIT)];
    for (name, action, by) in steps {
        let mut scene = at(name);
        scene.application.open_return.as_mut().unwrap().items =
            vec![reason("publications"), reason("awards")];
        for (answers, expected) in table {
            let answers: Vec<String> = answers.iter().map(|text| (*text).to_owned()).collect();
            let step = Step { answers, ..step(action) };
            assert_eq!(scene.says(&step, by), expected, "{name} {:?}", step.answers);
        }
    }
}

#[test]
fn t02_t16_nothing_incomplete_is_submitted() {
    for name in ["Draft", "Returned"] {
        let mut scene = at(name);
        scene.pack = crate::pack();
        assert_eq!(scene.says(&step(Action::Submit), By::Applicant), "E_INCOMPLETE", "{name}");
    }
}

#[test]
fn t17_a_pass_needs_the_fee_of_the_title_s_level() {
    for (title, expected) in
        [("Engineer", "taken"), ("SeniorEngineer", "E_FEE_MISSING"), ("Chemist", "E_FEE_MISSING")]
    {
        let mut scene = at("SeriesReview");
        scene.application.target_title = title.into();
        assert_eq!(scene.says(&step(Action::Approve), SERIES), expected, "{title}");
    }
    let mut scene = at("SeriesReview");
    scene.batch.fees_fen.insert(TitleLevel::DeputySenior, 20_000);
    scene.application.target_title = "SeniorEngineer".into();
    assert_eq!(scene.take(&step(Action::Approve), SERIES).unwrap().order_fen, Some(20_000));
}
