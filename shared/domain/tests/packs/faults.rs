//! Contradictions: one line of a sound pack is changed, and exactly that is told.

use crate::conditions::{LETTER, PROOF};
use crate::copy::{BASE, Copy};

/// After `from` became `to` in `file`, the one fault stands in the changed line, at `place`, and reads `said`.
pub(crate) fn breaks(file: &str, from: &str, to: &str, place: &str, said: &str) {
    let copy = Copy::new();
    let file = format!("{BASE}/{file}");
    let line = copy.edit(&file, from, to);
    assert_eq!(copy.faults(BASE), [format!("{file}:{line}: {place}: {said}")]);
}

/// As `breaks`, with the fault in the line of `at`.
fn breaks_at(file: &str, from: &str, to: &str, at: &str, place: &str, said: &str) {
    let copy = Copy::new();
    let file = format!("{BASE}/{file}");
    copy.edit(&file, from, to);
    let line = copy.line(&file, at);
    assert_eq!(copy.faults(BASE), [format!("{file}:{line}: {place}: {said}")]);
}

#[test]
fn a_section_asks_something() {
    let copy = Copy::new();
    let file = format!("{BASE}/{PROOF}");
    let text = copy.read(&file);
    let head = text.split("[[sections.slots]]").next().unwrap();
    copy.write(&file, head);
    let line = copy.line(&file, "id = \"other_proof\"");
    assert_eq!(
        copy.faults(BASE),
        [format!(
            "{file}:{line}: other_proof: the section `other_proof` (其他证明) asks nothing. \
             Remedy: add a field, a group or a slot, or delete the section."
        )]
    );
}

#[test]
fn r05_r10_a_hole_in_the_committee_table_is_told_for_each_cell() {
    let copy = Copy::new();
    let file = format!("{BASE}/committees.toml");
    copy.edit(
        &file,
        "titles = [\"Engineer\"]",
        "titles = [\"Engineer\"]\nindustries = [\"NaturalResources\"]",
    );
    let line = copy.line(&format!("{BASE}/titles.toml"), "\"Engineer\"");
    let hole = format!(
        "{BASE}/titles.toml:{line}: titles.Engineer: no committee takes `Engineer` (工程师) in `Other` \
         (其他行业（机械、汽车、冶金、化工、电子信息等）). Remedy: add the title to a committee, or leave out \
         `industries` of one so that it takes all."
    );
    assert!(copy.faults(BASE).contains(&hole), "{:#?}", copy.faults(BASE));
}

#[test]
fn a_committee_that_nobody_can_choose_is_told() {
    breaks_at(
        "committees.toml",
        "industries = [\"HousingConstruction\", \"NaturalResources\"]",
        "industries = []",
        "id = \"C_CON_M\"",
        "committees.C_CON_M",
        "no title and industry lead to `C_CON_M` (柳州市建设工程系列中级职称评委会). \
         Remedy: correct its `titles` and `industries`, or delete it.",
    );
}

#[test]
fn a_committee_has_an_office() {
    breaks_at(
        "committees.toml",
        "series_office = \"SERIES_ENG\"",
        "series_office = \"\"",
        "id = \"C1001\"",
        "committees.C1001",
        "no office examines the files of `C1001` (1001正高级工程师评委会). \
         Remedy: write the code of its office in `series_office`.",
    );
}

#[test]
fn r36_r45_r52_a_committee_has_criteria_of_every_article_that_is_asked() {
    let copy = Copy::new();
    let file = format!("{BASE}/criteria.toml");
    let text = copy.read(&file);
    let of_article = |part: &&str| !(part.contains("\"C_CON_J-6-"));
    let kept: Vec<&str> = text.split("[[criteria]]").filter(of_article).collect();
    copy.write(&file, &kept.join("[[criteria]]"));
    let line = copy.line(&format!("{BASE}/committees.toml"), "id = \"C_CON_J\"");
    assert_eq!(
        copy.faults(BASE),
        [format!(
            "{BASE}/committees.toml:{line}: committees.C_CON_J: `C_CON_J` (柳州市建设工程系列初级职称评委会) has no \
             criterion of article 6. Remedy: add one, or delete the field \
             `professional_experience.rows.criterion_code`, which asks for it."
        )]
    );
}

#[test]
fn r11_a_committee_has_a_specialty() {
    let copy = Copy::new();
    let file = format!("{BASE}/specialties.toml");
    let others = "[\"C1001\", \"C_ENG_DS\", \"C_ENG_M\", \"C_ENG_J\", \"C_CON_M\"]";
    copy.write(
        &file,
        &format!("specialties = [{{ id = \"welding\", name = \"焊接\", committees = {others} }}]"),
    );
    let faults = copy.faults(BASE);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(
        faults[0]
            .contains("committees.C_CON_J: `C_CON_J` (柳州市建设工程系列初级职称评委会) has no specialty")
    );
}

#[test]
fn a_specialty_names_committees_that_exist() {
    breaks(
        "specialties.toml",
        "committees = [\"C1001\", ",
        "committees = [\"C1002\", ",
        "specialties.vehicle_engineering.committees",
        "`C1002` is no committee of the pack. \
         Remedy: write one of C1001, C_ENG_DS, C_ENG_M, C_ENG_J, C_CON_M, C_CON_J.",
    );
}

#[test]
fn a_criterion_names_committees_that_exist() {
    breaks(
        "criteria.toml",
        "committees = [\"C1001\"]",
        "committees = [\"C1001\", \"C9\"]",
        "criteria.C1001-6-1.committees",
        "`C9` is no committee of the pack. Remedy: write one of C1001, C_ENG_DS, C_ENG_M, C_ENG_J, C_CON_M, C_CON_J.",
    );
}

#[test]
fn a_dictionary_that_nobody_uses_is_told() {
    breaks(
        "dictionaries.toml",
        "genders = [",
        "colours = [{ value = \"Red\", label = \"红\" }]\ngenders = [",
        "dictionaries.colours",
        "no field takes its options from `colours`, so nobody can choose them. \
         Remedy: write `options_from = { dictionary = \"colours\" }` at a field, or delete it.",
    );
}

#[test]
fn a_field_takes_options_that_exist() {
    let copy = Copy::new();
    let file = format!("{BASE}/section-06-career-history.toml");
    copy.edit(&file, "dictionary = \"career_kinds\"", "dictionary = \"careers\"");
    let line = copy.line(&file, "id = \"kind\"");
    let start =
        format!("{file}:{line}: career_history.rows.kind: the dictionary `careers` does not exist. Remedy: ");
    assert!(copy.faults(BASE).iter().any(|fault| fault.starts_with(&start)), "{:#?}", copy.faults(BASE));
}

#[test]
fn something_can_be_chosen_in_a_choice() {
    breaks_at(
        "section-06-career-history.toml",
        "kind = \"text\"",
        "kind = \"choice\"",
        "id = \"organisation\"",
        "career_history.rows.organisation",
        "nothing can be chosen in 单位（学校）. Remedy: add `options` or `options_from`.",
    );
}

#[test]
fn a_fact_that_counts_since_the_title_counts_since_something_for_first_applicants() {
    breaks(
        "section-08-awards.toml",
        "not_before = [\n    { bound = \"current_title\"",
        "not_before = [\n    { bound = \"today\"",
        "awards.rows.award_date.not_before",
        "获奖时间 begins to count for some applicants only. Remedy: give `not_before` both `current_title` and \
         `professional_work`.",
    );
}

#[test]
fn a_default_is_among_the_options() {
    breaks(
        "section-02-education.toml",
        "default = \"false\"",
        "default = \"no\"",
        "education.rows.is_basis.default",
        "是否申报依据学历 has the default `no`, which it does not offer. Remedy: write one of true, false.",
    );
}

#[test]
fn a_date_is_bounded_by_a_field_that_exists() {
    breaks_at(
        "section-06-career-history.toml",
        "bound = { field = \"start\" }",
        "bound = { field = \"begin\" }",
        "not_before = [",
        "career_history.rows.end.not_before",
        "`begin` is no field of the section `career_history`. \
         Remedy: write a field of the same row or section, or `section.field`.",
    );
}

/// A PDF would pass unmeasured.
#[test]
fn a_size_in_pixels_is_asked_of_pictures_only() {
    breaks_at(
        "section-01-basic-info.toml",
        "image_only = true\n",
        "",
        "id = \"photo\"",
        "basic_info.slots.photo",
        "`photo` (照片) asks for a size in pixels and takes PDFs too. Remedy: write `image_only = true`.",
    );
}

#[test]
fn rows_are_headed_by_one_of_their_fields() {
    let copy = Copy::new();
    let file = format!("{BASE}/section-06-career-history.toml");
    let line = copy.edit(&file, "row_title = \"organisation\"", "row_title = \"employer\"");
    let start = format!(
        "{file}:{line}: career_history.rows.row_title: `employer` is no field of these rows. Remedy: write one of kind, "
    );
    assert!(copy.faults(BASE)[0].starts_with(&start), "{:#?}", copy.faults(BASE));
}

#[test]
fn r75_a_correction_leaves_time_for_a_second_publicity() {
    breaks(
        "batch.toml",
        "correction_days = 10",
        "correction_days = 6",
        "batch.correction_days",
        "6 days that begin before a weekend hold 4 working days, and a publicity (公示) takes 5. \
         Remedy: write 7 or more.",
    );
}

#[test]
fn a_payment_s_term_is_no_shorter_than_a_publicity() {
    breaks(
        "batch.toml",
        "payment_days = 15",
        "payment_days = 3",
        "batch.payment_days",
        "3 days that begin before a weekend hold 1 working days, and a publicity (公示) takes 5. \
         Remedy: write 7 or more.",
    );
}

#[test]
fn yes_and_no_in_other_words_are_still_two() {
    breaks_at(
        "unit-1-publicity.toml",
        "{ value = \"false\", label = \"无\" }",
        "{ value = \"none\", label = \"无\" }",
        "id = \"has_objection\"",
        "publicity.has_objection",
        "有无异议 has options, and nothing is chosen in it. Remedy: make it kind = \"choice\".",
    );
}

#[test]
fn what_stands_twice_is_told_where_it_stands_the_second_time() {
    let copy = Copy::new();
    let file = format!("{BASE}/return-codes.toml");
    let line = copy.edit(&file, "value = \"A02\"", "value = \"A01\"");
    assert_eq!(
        copy.faults(BASE),
        [format!("{file}:{line}: return_codes.A01: `A01` stands twice. Remedy: rename or delete one.")]
    );
}

#[test]
fn a_rule_is_cited_by_its_number() {
    breaks(
        PROOF,
        "rule = \"R62, R63\"",
        "rule = \"R62 R63\"",
        "other_proof.slots.commitment_letter.rule",
        "`R62 R63` is no rule: a rule is R57, X3 or the name of an article. \
         Remedy: write `R57`, several as `R57, R59`, a run as `R5–R10`.",
    );
    let copy = Copy::new();
    copy.edit(&format!("{BASE}/{PROOF}"), "rule = \"R62, R63\"", "rule = \"40号令 art. 14, R63\"");
    assert_eq!(copy.faults(BASE), [""; 0]);
}

#[test]
fn the_programme_finds_the_fields_that_it_reads_by_name() {
    let copy = Copy::new();
    let file = format!("{BASE}/section-01-basic-info.toml");
    copy.edit(&file, "id = \"unit_county\"", "id = \"county_of_unit\"");
    let line = copy.line(&file, "id = \"basic_info\"");
    let fault = format!(
        "{file}:{line}: basic_info: `basic_info` (个人基本信息) has no field `unit_county`, which the programme \
         needs. Remedy: copy it from another pack."
    );
    assert!(copy.faults(BASE).contains(&fault), "{:#?}", copy.faults(BASE));
}

#[test]
fn a_look_up_waits_for_a_section_that_exists() {
    breaks(
        "section-04-continuing-education.toml",
        "needs = \"basic_info\"",
        "needs = \"basics\"",
        "continuing_education.lookup",
        "`needs` names the section `basics`, which the pack does not have. Remedy: write the id of a section.",
    );
}

#[test]
fn r38_rows_beyond_the_soft_limit_have_a_place_for_the_reason() {
    breaks(
        "section-06-career-history.toml",
        "min = 1",
        "soft_max = 5",
        "career_history.rows.soft_max",
        "more rows than `soft_max` need a reason, and the section has no field `over_limit_reason`. \
         Remedy: add the field, or write `max`.",
    );
}

#[test]
fn years_of_service_speak_of_values_that_can_be_chosen() {
    let table = [
        (
            "education = [\"Doctor\", \"Master\"]",
            "education = [\"PhD\"]",
            "`PhD`",
            "education.education_level",
        ),
        ("degrees = [\"SecondBachelor\"]", "degrees = [\"LLB\"]", "`LLB`", "education.degree"),
    ];
    for (known, unknown, value, field) in table {
        let copy = Copy::new();
        copy.edit(&format!("{BASE}/seniority.toml"), known, unknown);
        let faults = copy.faults(BASE);
        assert_eq!(faults.len(), 1, "{faults:#?}");
        let fault = format!("seniority.AssistantEngineer: {value} is no value of {field} of the pack");
        assert!(faults[0].contains(&fault), "{faults:#?}");
    }
}

#[test]
fn unlikely_degrees_are_degrees_that_can_be_chosen() {
    let table = [
        ("degree = \"Doctor\"", "degree = \"PhD\"", "PhD", "`PhD` is no value of education.degree"),
        ("[\"Bachelor\", ", "[\"BSc\", ", "Doctor", "`BSc` is no value of education.education_level"),
    ];
    for (from, to, degree, said) in table {
        let (place, said) =
            (format!("unlikely_degrees.{degree}"), format!("{said} of the pack. Remedy: correct the value."));
        breaks_at("degrees.toml", from, to, "[[unlikely_degrees]]", &place, &said);
    }
}

#[test]
fn without_a_calendar_no_day_can_be_counted() {
    let copy = Copy::new();
    copy.edit(
        &format!("{BASE}/policy.toml"),
        "calendars = [\"state-council\", \"guangxi\"]",
        "calendars = []",
    );
    let faults = copy.faults(BASE);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(faults[0].contains("calendar: without a calendar no working day can be counted"), "{faults:#?}");
}

#[test]
fn faults_of_several_files_are_told_together() {
    let copy = Copy::new();
    copy.edit(&format!("{BASE}/batch.toml"), "correction_days = 10", "correction_days = 1");
    copy.edit(&format!("{BASE}/messages.toml"), "验证码{code}", "验证码{number}");
    copy.edit(&format!("{BASE}/{PROOF}"), LETTER, &LETTER.replace("FullSeniorEngineer", "Professor"));
    assert_eq!(copy.faults(BASE).len(), 3, "{:#?}", copy.faults(BASE));
}
