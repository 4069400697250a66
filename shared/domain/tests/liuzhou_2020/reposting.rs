//! A sheet and its posting: what is asked before it is printed, and what a correction leaves of it (R73–R77, §5.5).

use crate::named::{PACK, named_scan};
use crate::scene::{Scene, at, day, state, step};
use domain::form::{Case, Code, Problem, SectionData, material, section_problems};
use domain::pack::FilledBy;
use domain::publicity::faults_of_sheet;
use domain::workflow::{Action, By, PostedTable, SheetStanding, Stage, Step};

const UNIT: By = By::Stage(Stage::Unit);

/// Prints the sheet of the application as it is on `today`, and enters the outcome of its publicity.
fn publicised(scene: Scene, today: &str, start: &str, end: &str) -> Scene {
    let mut scene = scene.with("publicity", &[("start_date", start), ("end_date", end)]);
    let case = Case::new(&scene.pack, &scene.answers, &[], day(today));
    scene.application = scene.application.with_table(scene.application.table_of(&case));
    scene.with("publicity", &[("has_objection", "false"), ("conclusion", "NoObjection")])
}

/// The application comes back to the applicant, who now works at something else, and is handed in again.
fn resubmitted(mut scene: Scene, work: &str) -> Scene {
    scene.application.state = state("Returned");
    scene.application.open_return.clone_from(&at("Returned").application.open_return);
    let mut scene = scene.with("basic_info", &[("current_work", work)]);
    let decision = scene.take(&step(Action::Submit), By::Applicant).unwrap();
    scene.application = decision.application;
    scene.answers.extend(decision.unit_forms);
    scene
}

/// An application whose only published answer is the work it was submitted with.
fn submitted_with(work: &str) -> Scene {
    let mut scene = at("Draft").with("basic_info", &[("current_work", work)]);
    let current_work = PACK.section("basic_info").unwrap().field("current_work").unwrap().clone();
    scene.pack.sections.iter_mut().find(|section| section.id == "basic_info").unwrap().fields =
        vec![current_work];
    let checked = scene.answers["unit_check"].clone();
    scene.application = scene.take(&step(Action::Submit), By::Applicant).unwrap().application;
    scene.answers.insert("unit_check".into(), checked);
    scene.application.posted = None;
    scene
}

fn form(scene: &Scene) -> &SectionData {
    &scene.answers["publicity"]
}

fn unticked(scene: &Scene) -> Vec<&str> {
    let rows = scene.answers["unit_check"].rows("rows").iter();
    rows.filter(|row| row.value("result").is_empty()).map(|row| row.id.as_str()).collect()
}

fn read<'a>(scene: &'a Scene, fields: &[&str]) -> Vec<&'a str> {
    fields.iter().map(|field| form(scene).value(field)).collect()
}

const POSTED_BEFORE: [(&str, &str); 2] =
    [("posted_before", "true"), ("posted_before_reason", "系统开放前已张贴公示表")];
const DATES_AND_OUTCOME: [&str; 4] = ["start_date", "end_date", "has_objection", "conclusion"];

#[test]
fn r77_case_02_a_changed_payload_empties_dates_outcome_and_the_ticks_of_what_changed() {
    let scene = publicised(submitted_with("模具"), "2020-08-03", "2020-08-03", "2020-08-07");
    let scene = resubmitted(scene.with("publicity", &POSTED_BEFORE), "冲压模具");
    assert_eq!(read(&scene, &DATES_AND_OUTCOME), ["", "", "", ""]);
    assert_eq!(read(&scene, &POSTED_BEFORE.map(|(field, _)| field)), ["", ""]);
    assert_eq!(
        read(&scene, &["place", "contact_phone"]),
        ["一楼大厅", "0772-1234567"],
        "where it hangs stays"
    );
    assert_eq!(unticked(&scene), ["basic_info"]);
    assert_eq!(scene.application.standing_of(1), Some(SheetStanding::Outdated));
}

#[test]
fn r73_a_resubmission_without_a_change_keeps_what_the_unit_did() {
    let scene = publicised(submitted_with("模具"), "2020-08-03", "2020-08-03", "2020-08-07");
    let before = scene.answers.clone();
    let scene = resubmitted(scene, "模具");
    assert_eq!(scene.answers, before);
    assert_eq!(scene.application.standing_of(1), Some(SheetStanding::Valid));
}

#[test]
fn r73_an_undo_restores_the_posting_before_and_after_another_sheet() {
    let scene = publicised(submitted_with("制模"), "2020-08-03", "2020-08-03", "2020-08-07");
    let undone = resubmitted(resubmitted(scene.clone(), "冲压"), "制模");
    let posted_first = ["2020-08-03", "2020-08-07", "false", "NoObjection"];
    assert_eq!(read(&undone, &DATES_AND_OUTCOME), posted_first);
    assert_eq!(undone.application.posted, scene.application.posted);

    let second = publicised(resubmitted(scene.clone(), "冲压"), "2020-08-10", "2020-08-10", "2020-08-14");
    let undone = resubmitted(second.clone(), "制模");
    assert_eq!(read(&undone, &DATES_AND_OUTCOME), posted_first);
    let standings = [1, 2, 3].map(|version| undone.application.standing_of(version));
    assert_eq!(standings, [Some(SheetStanding::Valid), Some(SheetStanding::ReplacedBy(1)), None]);
    let again = resubmitted(undone, "冲压");
    assert_eq!(form(&again), form(&second), "and once more the other way");
    assert_eq!(again.application.posted, second.application.posted);
}

#[test]
fn r74_nothing_is_printed_before_plan_and_appraisals_are_complete() {
    let next = PostedTable { generated_on: day("2020-08-03"), ..PostedTable::default() };
    let faults = |scene: &Scene| -> Vec<String> {
        let case = Case::new(&scene.pack, &scene.answers, &[], scene.today).of(&scene.application);
        faults_of_sheet(&case, &next).iter().map(|problem| problem.spot.anchor()).collect()
    };
    let planned = at("UnitReview").with("publicity", &[("has_objection", ""), ("conclusion", "")]);
    assert_eq!(faults(&planned), [""; 0], "the outcome is asked later");
    let plan = [
        "start_date",
        "end_date",
        "place",
        "method",
        "contact_department",
        "contact_person",
        "contact_phone",
    ];
    for field in plan {
        assert_eq!(
            faults(&planned.clone().with("publicity", &[(field, "")])),
            [format!("publicity--{field}")]
        );
    }
    let early = planned.clone().with("publicity", &[("start_date", "2020-07-31")]);
    assert_eq!(faults(&early), ["publicity--start_date"], "before it is printed");
    let mut unappraised = planned;
    unappraised.answers.insert("appraisals".into(), SectionData::default());
    assert_eq!(faults(&unappraised).len(), 5, "one a year");
}

#[test]
fn every_sheet_has_a_code_of_its_own() {
    let first = publicised(submitted_with("制模"), "2020-08-03", "2020-08-03", "2020-08-07");
    let second = publicised(resubmitted(first.clone(), "冲压"), "2020-08-10", "2020-08-10", "2020-08-14");
    let mut other = first.clone();
    other.application.id = domain::ids::ApplicationId::new("another");
    other.application.posted = None;
    let other = publicised(other, "2020-08-03", "2020-08-03", "2020-08-07");
    let codes = [first, second, other].map(|scene| scene.application.posted.unwrap().check_code);
    assert!(codes.iter().all(|code| code.len() == 16), "{codes:?}");
    assert!(codes[0] != codes[1] && codes[0] != codes[2], "{codes:?}");
}

#[test]
fn t05_a_new_sheet_goes_through_the_whole_publicity_again() {
    let scene = publicised(submitted_with("制模"), "2020-08-03", "2020-08-03", "2020-08-07");
    let mut scene = resubmitted(scene, "冲压").on("2020-08-10");
    assert_eq!(scene.says(&step(Action::StartPublicity), UNIT), "E_INCOMPLETE", "what changed is unchecked");
    let ticked = scene.answers.get_mut("unit_check").unwrap().groups.get_mut("rows").unwrap();
    for row in ticked {
        row.values.insert("result".into(), "Pass".into());
    }
    assert_eq!(scene.says(&step(Action::StartPublicity), UNIT), "E_PUBLICITY_OUTDATED");
    let scene = publicised(scene, "2020-08-10", "2020-08-10", "2020-08-14");
    assert_eq!(scene.says(&step(Action::StartPublicity), UNIT), "taken");
}

fn in_state(mut scene: Scene, name: &str, today: &str) -> Scene {
    scene.application.state = state(name);
    scene.on(today)
}

fn voided(scene: &Scene) -> Scene {
    let step = Step { opinion: "公示表8月5日起被遮挡".into(), ..step(Action::VoidPublicity) };
    let decision = scene.take(&step, UNIT).unwrap();
    let mut next = scene.clone();
    next.application = decision.application;
    next.answers.extend(decision.unit_forms);
    next
}

/// Torn down, covered, hung in the wrong place: the days begin anew with another sheet, and everything else stays.
#[test]
fn r77_a_posting_that_is_void_is_held_again() {
    let first = publicised(submitted_with("模具"), "2020-08-03", "2020-08-03", "2020-08-07");
    for (name, leads_to) in [
        ("UnitPublicity", "UnitReview"),
        ("UnitRecommend", "UnitReview"),
        ("ReturnedToUnit", "ReturnedToUnit"),
    ] {
        let running = in_state(first.clone(), name, "2020-08-06");
        let silent = Step { opinion: String::new(), ..step(Action::VoidPublicity) };
        assert_eq!(running.says(&silent, UNIT), "E_OPINION_MISSING");
        let again = voided(&running);
        assert_eq!(again.application.state, state(leads_to), "{name}");
        assert_eq!(read(&again, &DATES_AND_OUTCOME), ["", "", "", ""]);
        assert_eq!(read(&again, &["place"]), ["一楼大厅"]);
        assert_eq!(unticked(&again), Vec::<&str>::new(), "the material was checked");
        assert_eq!(again.application.standing_of(1), Some(SheetStanding::Voided));
        let code = if name == leads_to { "E_TABLE_MISSING" } else { "E_STEP_NOT_POSSIBLE" };
        assert_eq!(again.says(&step(Action::VoidPublicity), UNIT), code, "nothing hangs out");

        let again = publicised(again, "2020-08-06", "2020-08-06", "2020-08-12");
        let table = again.application.posted.as_ref().unwrap();
        assert_eq!(
            (table.table_version, table.generated_on),
            (2, day("2020-08-06")),
            "never the first one again"
        );
        assert_eq!(again.application.standing_of(1), Some(SheetStanding::ReplacedBy(2)));
    }
}

#[test]
fn r77_no_step_rests_on_a_posting_that_is_void() {
    let first = publicised(submitted_with("模具"), "2020-08-03", "2020-08-03", "2020-08-07");
    let again = voided(&in_state(first, "UnitPublicity", "2020-08-06"));
    assert_eq!(again.says(&step(Action::StartPublicity), UNIT), "E_TABLE_MISSING");
    // The days and the outcome are typed again, and no sheet is made.
    let typed = again
        .with("publicity", &[("start_date", "2020-08-03"), ("end_date", "2020-08-07")])
        .with("publicity", &[("has_objection", "false"), ("conclusion", "NoObjection")]);
    for (name, action) in [("UnitPublicity", Action::FinishPublicity), ("UnitRecommend", Action::Forward)] {
        let typed = in_state(typed.clone(), name, "2020-08-10");
        assert_eq!(typed.says(&step(action), UNIT), "E_TABLE_MISSING", "{name}");
    }
}

/// A correction and its undoing find the posting that held, not the one that was void.
#[test]
fn r77_a_posting_that_is_void_is_not_restored() {
    let first = publicised(submitted_with("模具"), "2020-08-03", "2020-08-03", "2020-08-07");
    let void = voided(&in_state(first, "UnitPublicity", "2020-08-06"));
    let undone = resubmitted(resubmitted(void.clone(), "冲压模具"), "模具");
    assert_eq!(read(&undone, &DATES_AND_OUTCOME), ["", "", "", ""]);
    let held = publicised(void, "2020-08-06", "2020-08-06", "2020-08-12");
    let changed = publicised(resubmitted(held, "冲压模具"), "2020-08-13", "2020-08-13", "2020-08-19");
    let undone = resubmitted(changed, "模具");
    assert_eq!(undone.application.posted.as_ref().map(|table| table.table_version), Some(2));
    assert_eq!(read(&undone, &["start_date", "end_date"]), ["2020-08-06", "2020-08-12"]);
}

/// A correction that changes nothing on the sheet lets it hang; any other takes it down.
#[test]
fn r77_edge_67_a_return_during_the_publicity_keeps_the_days_of_an_unchanged_sheet() {
    let planned = publicised(submitted_with("模具"), "2020-08-03", "2020-08-03", "2020-08-07");
    let outcome = DATES_AND_OUTCOME.map(|field| (field, form(&planned).value(field).to_owned()));
    let running = planned.with("publicity", &[("has_objection", ""), ("conclusion", "")]);
    let during = in_state(running, "UnitPublicity", "2020-08-05");
    assert_eq!(during.says(&step(Action::Return), UNIT), "taken");
    let again = |work: &str| {
        let mut scene = in_state(resubmitted(during.clone(), work), "UnitReview", "2020-08-06");
        scene.answers.insert("unit_check".into(), during.answers["unit_check"].clone());
        scene
    };
    let unchanged = again("模具");
    assert_eq!(unchanged.says(&step(Action::StartPublicity), UNIT), "taken");
    let outcome: Vec<(&str, &str)> = outcome.iter().map(|(field, value)| (*field, value.as_str())).collect();
    let over = in_state(unchanged.with("publicity", &outcome), "UnitPublicity", "2020-08-08");
    assert_eq!(over.says(&step(Action::FinishPublicity), UNIT), "taken", "the first days count");
    assert_eq!(again("冲压模具").says(&step(Action::StartPublicity), UNIT), "E_PUBLICITY_OUTDATED");
}

/// Edge case 69: the sheet that hangs out says until when it hangs, and what the unit says of the applicant.
#[test]
fn edge_69_a_publicity_that_is_extended_is_printed_again() {
    let planned = publicised(submitted_with("模具"), "2020-08-03", "2020-08-03", "2020-08-07");
    let finish = |scene: &Scene, today: &str| {
        in_state(scene.clone(), "UnitPublicity", today).says(&step(Action::FinishPublicity), UNIT)
    };
    assert_eq!(finish(&planned, "2020-08-08"), "taken");
    for (field, value) in
        [("end_date", "2020-08-10"), ("place", "二楼公告栏"), ("contact_phone", "0772-7654321")]
    {
        let extended = planned.clone().with("publicity", &[(field, value)]);
        assert_eq!(finish(&extended, "2020-08-11"), "E_PLAN_CHANGED", "{field}");
        let start = in_state(extended.clone(), "UnitReview", "2020-08-03");
        assert_eq!(start.says(&step(Action::StartPublicity), UNIT), "E_PLAN_CHANGED", "{field}");
        let printed = publicised(extended.clone(), "2020-08-06", "2020-08-03", extended_to(&extended));
        let table = printed.application.posted.as_ref().unwrap();
        assert_eq!((table.table_version, table.generated_on), (1, day("2020-08-03")), "the posting goes on");
        assert_eq!(finish(&printed, "2020-08-11"), "taken", "{field}");
    }
}

fn extended_to(scene: &Scene) -> &str {
    form(scene).value("end_date")
}

/// The sealed sheet of one publicity proves no other.
#[test]
fn r75_the_scan_of_an_earlier_sheet_is_none_of_the_next() {
    let scan = |id: &&str| named_scan(id, "publicity", None, "signed_publicity_table");
    let first = publicised(submitted_with("模具"), "2020-08-03", "2020-08-03", "2020-08-07");
    let with = |scene: &Scene, ids: &[&str]| Scene { scans: ids.iter().map(scan).collect(), ..scene.clone() };
    let counted = |scene: &Scene| -> Vec<String> {
        let case = Case::new(&scene.pack, &scene.answers, &scene.scans, scene.today).of(&scene.application);
        let found = case.scans_at("publicity", None, "signed_publicity_table");
        let found: Vec<String> = found.map(|scan| scan.id.to_string()).collect();
        assert_eq!(material(&case, FilledBy::Unit).count(), found.len(), "no office has the others");
        found
    };
    let first = with(&first, &["first"]);
    assert_eq!(counted(&first), ["first"]);
    let changed = resubmitted(first, "冲压模具");
    assert_eq!(counted(&changed), Vec::<String>::new());
    let changed = publicised(with(&changed, &["first", "second"]), "2020-08-10", "2020-08-10", "2020-08-14");
    assert_eq!(counted(&changed), ["second"]);
    let undone = resubmitted(changed.clone(), "模具");
    assert_eq!(counted(&undone), ["first"], "its publicity holds again");
    let void = voided(&in_state(changed, "UnitPublicity", "2020-08-11"));
    assert_eq!(counted(&void), Vec::<String>::new());
}

/// Panel, group and opinion judged another content than what was posted anew (review.md §2); during the first
/// publicity they may meet, and whoever judges is told (§5.6).
#[test]
fn r77_after_another_posting_panel_and_group_meet_again() {
    let first = publicised(submitted_with("模具"), "2020-08-03", "2020-08-03", "2020-08-07");
    let again = publicised(resubmitted(first.clone(), "冲压模具"), "2020-08-10", "2020-08-10", "2020-08-14");
    let dated = |scene: &Scene, date: &str| {
        let scene = scene.clone().with("basic_info", &[("target_title", "SeniorEngineer")]);
        let scene = FOLLOWING.iter().fold(scene, |scene, id| scene.with(id, &[("date", date)]));
        FOLLOWING.map(|id| code_at_date(&scene, id))
    };
    let [held_during, before_the_end] =
        [[Some(Code::WDuringPublicity); 2], [Some(Code::EBeforePublicity); 2]];
    let opinion_too_early = Some(Code::EBeforePublicity);
    let all = |[defense, deliberation]: [Option<Code>; 2], opinion| [defense, deliberation, opinion];
    assert_eq!(dated(&first, "2020-08-07"), all(held_during, opinion_too_early));
    assert_eq!(dated(&first, "2020-08-08"), [None; 3]);
    assert_eq!(dated(&again, "2020-08-08"), all(before_the_end, opinion_too_early));
    assert_eq!(dated(&again, "2020-08-14"), all(before_the_end, opinion_too_early));
    assert_eq!(dated(&again, "2020-08-15"), [None; 3]);
    // What was posted first says it again: the group that met after it has judged it.
    let undone = resubmitted(again, "模具");
    assert_eq!(dated(&undone, "2020-08-08"), [None; 3]);
}

const FOLLOWING: [&str; 3] = ["defense", "deliberation", "unit_recommendation"];

/// The problem with the date of this form that has to do with the publicity.
fn code_at_date(scene: &Scene, id: &str) -> Option<Code> {
    let case = Case::new(&scene.pack, &scene.answers, &[], day("2020-08-20")).of(&scene.application);
    let found = section_problems(&case, scene.pack.section(id).unwrap());
    let codes = [Code::WDuringPublicity, Code::EBeforePublicity];
    found.iter().map(Problem::code).find(|code| codes.contains(code))
}
