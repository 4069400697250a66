//! Fills in whole forms from the pack alone: every field that is asked gets a plausible answer of its kind.

use crate::words::words;
use chrono::{Months, NaiveDate};
use domain::dates;
use domain::form::{Answers, Case, Filing, Here, Row, SectionData, fixed_rows};
use domain::ids::RowId;
use domain::pack::{Field, FieldKind, FilledBy, Group, Pack, Section, TitleLevel};
use domain::workflow::PostedTable;

/// `answers` with every section of `filled_by` completed as far as typing can complete it.
pub fn complete(pack: &Pack, answers: &Answers, today: NaiveDate, filled_by: FilledBy) -> Answers {
    let mut answers = answers.clone();
    for section in pack.sections_of(filled_by) {
        // Twice: an answer may bring up further questions of the same section.
        for _ in 0..3 {
            let data = complete_section(pack, &answers, today, section);
            answers.insert(section.id.clone(), data);
        }
    }
    answers
}

fn complete_section(pack: &Pack, answers: &Answers, today: NaiveDate, section: &Section) -> SectionData {
    // As if the table were made: the outcome of a publicity is asked from then on.
    let made = PostedTable::default();
    let case = Case::new(pack, answers, &[], today);
    let case = Case { filing: Filing { posted: Some(&made), ..case.filing }, ..case };
    let mut data = answers.get(&section.id).cloned().unwrap_or_default();
    if !case.is_asked(section) {
        return data;
    }
    let here = Here { section: &section.id, row: None };
    for field in &section.fields {
        if let Some(answer) = answer(&case, here, field, 0) {
            data.values.insert(field.id.clone(), answer);
        }
    }
    for group in section.groups.iter().filter(|group| case.shown(here, group.shown.as_ref())) {
        let rows = complete_rows(&case, here, group, data.rows(&group.id));
        data.groups.insert(group.id.clone(), rows);
    }
    data
}

fn complete_rows(case: &Case<'_>, here: Here<'_>, group: &Group, had: &[Row]) -> Vec<Row> {
    let laid_out = group.fixed_rows.map(|kind| fixed_rows(case, kind));
    let ids: Vec<RowId> = match laid_out {
        Some(rows) => rows.into_iter().map(|(id, _)| id).collect(),
        None => (0..n_rows(case, here, group)).map(|i| RowId::new(format!("{}-{i}", group.id))).collect(),
    };
    let row = |(i, id): (usize, RowId)| {
        let mut row = had.iter().find(|row| row.id == id).cloned();
        let mut filled = row.take().unwrap_or(Row { id, values: Default::default() });
        for field in &group.fields {
            let before = filled.clone();
            if let Some(answer) = answer(case, Here { row: Some(&before), ..here }, field, i) {
                filled.values.insert(field.id.clone(), answer);
            }
        }
        filled
    };
    ids.into_iter().enumerate().map(row).collect()
}

fn n_rows(case: &Case<'_>, here: Here<'_>, group: &Group) -> usize {
    let members = match (here.section, group.id.as_str()) {
        ("deliberation", "members") => case.pack.batch.min_deliberation_members,
        ("defense", "panel") => case.pack.batch.min_defense_panel,
        _ => 0,
    };
    let min = if case.shown(here, group.min_when.as_ref()) { group.min } else { 0 };
    members.max(min)
}

/// None: not asked, locked, or answered already.
fn answer(case: &Case<'_>, here: Here<'_>, field: &Field, i: usize) -> Option<String> {
    let typed = match here.row {
        Some(row) => row.value(&field.id),
        None => case.value(here.section, &field.id),
    };
    let special = special(case, here, field, i);
    let asked = field.must_be_true
        || special.is_some()
        || case.required(here, field.required, field.required_when.as_ref());
    let open = case.shown(here, field.shown.as_ref()) && !case.is_locked(here, field);
    if !asked || !open || !typed.is_empty() {
        return None;
    }
    special.or_else(|| Some(plausible(case, here, field, i)))
}

/// Answers that several rules look at together.
fn special(case: &Case<'_>, here: Here<'_>, field: &Field, i: usize) -> Option<String> {
    let first = |yes: bool| if yes { "true" } else { "false" };
    let answer = match (here.section, field.id.as_str()) {
        ("basic_info", "work_start" | "professional_work_start") => "2009-07",
        ("basic_info", "identity_nature") => return None,
        ("education", "education_level") => {
            if goes_without_title(case) {
                "College"
            } else {
                "Bachelor"
            }
        }
        ("education", "degree") => {
            if goes_without_title(case) {
                "None"
            } else {
                "Bachelor"
            }
        }
        ("education", "start") => {
            if goes_without_title(case) {
                "2006-09"
            } else {
                "2005-09"
            }
        }
        ("education", "graduated") => "2009-06",
        ("education", "is_basis") | ("deliberation", "is_leader") => first(i == 0),
        ("education", "chsi_found") => "true",
        ("current_title", "has_title") => first(case.target_title() != "AssistantEngineer"),
        ("current_title", "obtained_date") => "2014-12-01",
        ("current_title", "level") => level_below(case),
        ("current_title", "series") => "工程系列",
        ("achievements", "end") => "2019-12",
        ("continuing_education", "industry_ce_declared") => "true",
        ("publications", "kind") => "Journal",
        ("publications", "cn_number") => "CN45-1234/TH",
        ("publications", "author_rank") => "1",
        ("publications", "author_count") => "2",
        ("publications", "author_role") => "First",
        ("career_history", "start") => "2009-07",
        ("career_history", "end") => dates::NOW,
        ("discipline", "has_discipline" | "in_integrity_register") => "false",
        ("awards", "none_declared") => "true",
        ("social_insurance", "unit_consistent") => "true",
        ("social_insurance", "insured_unit") => case.value("basic_info", "unit_name"),
        ("social_insurance" | "declaration", "person_name" | "signed_name") => {
            case.value("basic_info", "name")
        }
        ("social_insurance", "id_tail") => {
            let id = case.value("basic_info", "id_number");
            return Some(id.chars().skip(14).collect());
        }
        ("unit_check", "result") => "Pass",
        ("appraisals", "result") => "Qualified",
        ("deliberation", "present_count" | "votes_for") => "5",
        ("deliberation", "votes_against" | "abstain") => "0",
        ("deliberation", "attended") => "true",
        ("deliberation", "result") => "Recommended",
        ("deliberation" | "defense" | "unit_recommendation", "date") => return Some(case.today.to_string()),
        ("deliberation", "start_time") => "15:00",
        ("defense", "start_time") => "09:00",
        ("defense", "result") => "Excellent",
        ("publicity", "has_objection") => "false",
        ("publicity", "conclusion") => "NoObjection",
        _ => return None,
    };
    Some(answer.to_owned())
}

/// 无职称申报: long years of work after 大专, as P7 of Appendix I.
fn goes_without_title(case: &Case<'_>) -> bool {
    case.value("current_title", "no_title_application") == "true"
}

fn level_below(case: &Case<'_>) -> &'static str {
    match case.pack.title(case.target_title()).map(|title| title.level) {
        Some(TitleLevel::FullSenior) => "DeputySenior",
        Some(TitleLevel::DeputySenior) => "Middle",
        Some(TitleLevel::Middle | TitleLevel::Junior) | None => "Junior",
    }
}

fn plausible(case: &Case<'_>, here: Here<'_>, field: &Field, i: usize) -> String {
    match field.kind {
        FieldKind::Text | FieldKind::LongText => match words(here.section, &field.id, i) {
            Some(words) => words,
            None if field.id == "name" => somebody_else(case, i),
            None => prose(field, i),
        },
        FieldKind::Integer => field.min.unwrap_or(1).max(1).to_string(),
        FieldKind::YesNo => "false".into(),
        FieldKind::Tick => "true".into(),
        FieldKind::Choice | FieldKind::Search => {
            case.options(field).first().map(|option| option.value.clone()).unwrap_or_default()
        }
        FieldKind::YearMonth | FieldKind::YearMonthOrNow => "2018-06".into(),
        FieldKind::Date | FieldKind::DateOrMonth => "2019-05-20".into(),
        FieldKind::Time => "09:00".into(),
        FieldKind::Mobile => "13800009999".into(),
        FieldKind::Landline => "0772-2820000".into(),
        FieldKind::Email => "name@example.cn".into(),
        FieldKind::UscCode => "91450200MA5KTEAT1M".into(),
        FieldKind::CnNumber => "CN45-1234/TH".into(),
        FieldKind::Issn => "0317-8471".into(),
        FieldKind::Isbn => "9783161484100".into(),
        FieldKind::Months => months_before(case.today, case.pack.batch.social_insurance_months),
    }
}

/// Nobody judges the own application: a namesake would have to be told apart.
fn somebody_else(case: &Case<'_>, i: usize) -> String {
    const NAMES: [&str; 6] = ["黄志强", "韦国庆", "覃建军", "莫小兰", "陆伟明", "石大山"];
    let applicant = case.value("basic_info", "name");
    let mut others = NAMES.into_iter().filter(|name| *name != applicant).cycle();
    others.nth(i).unwrap_or_default().to_owned()
}

/// `2020-02,…,2020-07`: the month of `today` is not among them (R57).
fn months_before(today: NaiveDate, n_months: u32) -> String {
    let month =
        |back| today.checked_sub_months(Months::new(back)).unwrap_or(today).format("%Y-%m").to_string();
    (1..=n_months).rev().map(month).collect::<Vec<_>>().join(",")
}

/// Words about the field itself, so that no two fields say the same, of the length that is asked.
fn prose(field: &Field, i: usize) -> String {
    const SENTENCE: &str = "认真履行岗位职责，负责方案编制、现场实施和质量验收，按期完成任务并取得良好效果。";
    let (min, max) = (field.min_chars.unwrap_or(2), field.max_chars.unwrap_or(2_000));
    let mut text = format!("{}{}", field.label, if i == 0 { String::new() } else { (i + 1).to_string() });
    while text.chars().count() < min {
        text.push_str(SENTENCE);
    }
    text.chars().take(max).collect()
}
