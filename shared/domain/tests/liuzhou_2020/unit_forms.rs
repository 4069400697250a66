//! The unit's forms at their edges: the least that is enough, and the most that is not (R76–R91).

use crate::named::{Pairs, data, found, has};
use domain::form::{Code, Fault, Row, SectionData, UnitFault, VotesFault};
use domain::ids::RowId;

fn with_group(section: SectionData, group: &str, rows: &[Pairs<'_>]) -> SectionData {
    let row =
        |(i, pairs): (usize, &Pairs<'_>)| Row { id: RowId::new(format!("r{i}")), values: data(pairs).values };
    SectionData { groups: [(group.to_owned(), rows.iter().enumerate().map(row).collect())].into(), ..section }
}

fn applicant(title: &str) -> (&'static str, SectionData) {
    ("basic_info", data(&[("target_title", title)]))
}

/// Defence and deliberation as day and time, and whether the order is refused.
#[test]
fn r79_the_defence_is_before_the_deliberation_where_both_are_known() {
    let table = [
        ("SeniorEngineer", "2020-08-18 09:00", "2020-08-18 09:00", true),
        ("SeniorEngineer", "2020-08-18 08:59", "2020-08-18 09:00", false),
        ("SeniorEngineer", "2020-08-18 09:00", "2020-08-17 10:00", true),
        ("SeniorEngineer", "2020-08-18 ", "2020-08-18 09:00", false),
        ("SeniorEngineer", "2020-08-18 09:00", "2020-08-18 ", false),
        ("SeniorEngineer", "2020-08-19 ", "2020-08-18 ", true),
        ("SeniorEngineer", " 09:00", "2020-08-18 08:00", false),
        ("SeniorEngineer", "2020-08-18 09:00", " 08:00", false),
        ("Engineer", "2020-08-18 09:00", "2020-08-17 08:00", false),
    ];
    for (title, defended, deliberated, refused) in table {
        let at = |text: &'static str| {
            let (date, time) = text.split_once(' ').unwrap();
            data(&[("date", date), ("start_time", time)])
        };
        let sections = [applicant(title), ("defense", at(defended)), ("deliberation", at(deliberated))];
        let found = has(&sections, "deliberation", Code::EDefenseAfter, "R79");
        assert_eq!(found, refused, "{title} {defended} {deliberated}");
    }
}

#[test]
fn r80_three_on_the_panel_are_enough() {
    for (n_members, refused) in [(0, true), (2, true), (3, false), (4, false)] {
        let panel: Vec<Pairs<'_>> = vec![&[]; n_members];
        let defense = with_group(SectionData::default(), "panel", &panel);
        let sections = [applicant("SeniorEngineer"), ("defense", defense)];
        assert_eq!(has(&sections, "defense", Code::EPanelTooSmall, "R80"), refused, "{n_members}");
    }
}

fn deliberated(form: Pairs<'_>, members: &[Pairs<'_>]) -> [(&'static str, SectionData); 2] {
    [applicant("Engineer"), ("deliberation", with_group(data(form), "members", members))]
}

#[test]
fn r83_a_member_without_a_name_does_not_count() {
    let named: [Pairs<'_>; 5] =
        [&[("name", "甲")], &[("name", "乙")], &[("name", "丙")], &[("name", "丁")], &[("name", "戊")]];
    let unnamed: [Pairs<'_>; 5] = [named[0], named[1], named[2], named[3], &[]];
    for (members, refused) in [(named, false), (unnamed, true)] {
        let sections = deliberated(&[], &members);
        assert_eq!(has(&sections, "deliberation", Code::EGroupTooSmall, "R83"), refused, "{members:?}");
    }
}

#[test]
fn r84_one_member_leads() {
    const LEADS: Pairs<'static> = &[("is_leader", "true")];
    const FOLLOWS: Pairs<'static> = &[("is_leader", "false")];
    let table: [(&[Pairs<'_>], bool); 5] = [
        (&[], false),
        (&[FOLLOWS, &[]], true),
        (&[LEADS], false),
        (&[FOLLOWS, LEADS], false),
        (&[LEADS, LEADS], true),
    ];
    for (members, refused) in table {
        let sections = deliberated(&[], members);
        assert_eq!(has(&sections, "deliberation", Code::EOneLeader, "R84"), refused, "{members:?}");
    }
}

#[test]
fn r82_who_is_said_to_be_present_attended() {
    const HERE: Pairs<'static> = &[("attended", "true")];
    const AWAY: Pairs<'static> = &[("attended", "false")];
    let table: [(&str, &[Pairs<'_>], bool); 6] = [
        ("2", &[HERE, AWAY, &[]], false),
        ("3", &[HERE, AWAY, &[]], true),
        ("1", &[HERE, AWAY, &[]], true),
        ("", &[HERE], false),
        ("两人", &[HERE], false),
        ("5", &[], false),
    ];
    for (present, members, refused) in table {
        let sections = deliberated(&[("present_count", present)], members);
        let found = has(&sections, "deliberation", Code::EPresent, "R82");
        assert_eq!(found, refused, "{present} {members:?}");
    }
}

/// Five named and the leader alone in the room is no deliberation. The pack says how many must come.
#[test]
fn r83_case_04_as_many_attend_as_the_pack_asks() {
    const HERE: Pairs<'static> = &[("attended", "true")];
    const AWAY: Pairs<'static> = &[("attended", "false")];
    let table: [(&[Pairs<'_>], bool); 5] = [
        (&[HERE; 5], false),
        (&[HERE, HERE, HERE, HERE, HERE, AWAY, AWAY], false),
        (&[HERE, HERE, HERE, HERE, AWAY], true),
        (&[HERE, AWAY, AWAY, AWAY, AWAY], true),
        // The group is too small; nobody was away.
        (&[HERE; 4], false),
    ];
    for (members, refused) in table {
        let found = has(&deliberated(&[], members), "deliberation", Code::EPresent, "R83");
        assert_eq!(found, refused, "{members:?}");
    }
}

#[test]
fn r82_the_leader_attends() {
    let table =
        [("true", "true", false), ("false", "true", true), ("false", "false", false), ("", "true", false)];
    for (attended, leads, refused) in table {
        let sections = deliberated(&[], &[&[("attended", attended), ("is_leader", leads)]]);
        let found = has(&sections, "deliberation", Code::EPresent, "R82");
        assert_eq!(found, refused, "{attended} {leads}");
    }
}

/// Present, for, against, abstaining, and the result.
#[test]
fn r82_every_vote_is_counted_once_and_more_than_half_recommend() {
    let table = [
        (["5", "3", "1", "1"], "Recommended", false),
        (["5", "3", "2", "1"], "Recommended", true),
        (["5", "3", "1", "0"], "Recommended", true),
        (["5", "1", "3", "2"], "Recommended", true),
        (["5", "2", "1", "3"], "Recommended", true),
        (["5", "1", "0", "5"], "Recommended", true),
        (["6", "4", "2", "0"], "Recommended", false),
        (["6", "3", "3", "0"], "Recommended", true),
        (["6", "3", "3", "0"], "NotRecommended", false),
        (["6", "0", "1", "5"], "NotRecommended", false),
        (["6", "3", "2", ""], "Recommended", false),
        (["", "3", "2", "2"], "Recommended", false),
    ];
    for (votes, result, refused) in table {
        let form = ["present_count", "votes_for", "votes_against", "abstain"].into_iter().zip(votes);
        let form: Vec<(&str, &str)> = form.chain([("result", result)]).collect();
        let sections = deliberated(&form, &[]);
        assert_eq!(has(&sections, "deliberation", Code::EVotes, "R82"), refused, "{votes:?} {result}");
    }
}

#[test]
fn r82_the_unit_is_told_how_many_votes_it_counted() {
    let form = [("present_count", "6"), ("votes_for", "4"), ("votes_against", "2"), ("abstain", "3")];
    let problems = found(&deliberated(&form, &[]), &[], "deliberation");
    let fault = Fault::from(UnitFault::EVotes { why: VotesFault::Sum { present: 6, cast: 9 } });
    assert!(problems.iter().any(|problem| problem.fault == fault), "{problems:?}");
}

#[test]
fn r90_r91_each_section_passed_the_check_or_goes_back() {
    let row = |id: &str, result: &str| Row { id: RowId::new(id), values: data(&[("result", result)]).values };
    let rows = vec![row("education", "Pass"), row("awards", "Problem"), row("career_history", "")];
    let checks = SectionData { groups: [("rows".to_owned(), rows)].into(), ..SectionData::default() };
    let problems = found(&[("unit_check", checks)], &[], "unit_check");
    let at = |code: Code| -> Vec<&str> {
        let problems = problems.iter().filter(|problem| problem.code() == code);
        problems.map(|problem| problem.spot.row.as_ref().unwrap().as_str()).collect()
    };
    assert_eq!(at(Code::ECheckFailed), ["awards"]);
    let unchecked = at(Code::ENotChecked);
    assert_eq!(unchecked.len(), 13);
    assert!(unchecked.contains(&"career_history") && !unchecked.contains(&"education"), "{unchecked:?}");
}

#[test]
fn r85_each_year_has_a_result() {
    let row =
        |year: &str, result: &str| Row { id: RowId::new(year), values: data(&[("result", result)]).values };
    let rows = vec![row("2015", "Qualified"), row("2017", ""), row("2019", "NotAssessed")];
    let appraisals = SectionData { groups: [("rows".to_owned(), rows)].into(), ..SectionData::default() };
    let problems = found(&[("appraisals", appraisals)], &[], "appraisals").into_iter();
    let years = problems.filter(|problem| problem.code() == Code::EAppraisal && problem.rule == "R85");
    let years: Vec<String> = years.map(|problem| problem.spot.row.unwrap().to_string()).collect();
    assert_eq!(years, ["2016", "2017", "2018"]);
}

#[test]
fn r89_an_opinion_is_as_long_as_its_field_asks_beside_the_consent() {
    let table = [
        ("同意推荐", true),
        ("同意推荐该同志遵纪守法作风正派职业道", true),
        ("同意推荐该同志遵纪守法作风正派职业道德", false),
        ("该同志遵纪守法", false),
        ("", false),
    ];
    for (text, refused) in table {
        let sections = [("unit_recommendation", data(&[("attitude", text)]))];
        let found = has(&sections, "unit_recommendation", Code::ETrivialOpinion, "R89");
        assert_eq!(found, refused, "{text}");
    }
}

#[test]
fn x18_an_applicant_without_a_name_is_nobody_s_namesake() {
    let sections =
        [("basic_info", data(&[("name", " ")])), ("unit_recommendation", data(&[("signer", " ")]))];
    assert!(!has(&sections, "unit_recommendation", Code::EOwnReview, "X18"));
}

/// A table whose dates cannot be counted says so, and nothing else of the length.
#[test]
fn r75_a_publicity_without_two_dates_has_no_length() {
    let table = [
        ("2020-08-03", "", false, false),
        ("", "2020-08-04", false, false),
        ("2020-08-03", "2020-08-06", true, false),
        ("2020-08-03", "2020-08-07", false, false),
        ("2026-12-28", "2026-12-30", false, true),
        ("2018-12-28", "2019-01-04", false, true),
    ];
    for (start, end, too_short, unknown) in table {
        let sections = [("publicity", data(&[("start_date", start), ("end_date", end)]))];
        let has = |code| has(&sections, "publicity", code, "R75");
        let said = (has(Code::EPublicityTooShort), has(Code::ECalendarMissing));
        assert_eq!(said, (too_short, unknown), "{start} {end}");
    }
}
