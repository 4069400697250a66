//! R57: whoever is asked for months of social insurance is told which.

use crate::english::ENGLISH;
use crate::named::{PACK, answers, case, data, found};
use domain::form::{Code, Here, Problem, SectionData};
use domain::words;

const RANGE: &str = "2020年2月至2020年7月";

/// Returns the problems of a private enterprise's applicant in August 2020.
fn problems(insurance: SectionData) -> Vec<Problem> {
    let basics =
        ("basic_info", data(&[("identity_nature", "PrivateEnterprise"), ("unit_name", "柳州市某厂")]));
    found(&[basics, ("social_insurance", insurance)], &[], "social_insurance")
}

fn said(problems: &[Problem], code: Code, at: &str) -> [String; 2] {
    let is_there =
        |one: &&Problem| one.code() == code && one.spot.anchor() == format!("social_insurance--{at}");
    let problem = problems.iter().find(is_there).unwrap_or_else(|| panic!("{code:?} at {at}"));
    [words::chinese::problem(problem, &PACK), words::english::problem(problem, &ENGLISH)]
}

#[test]
fn r57_the_missing_list_and_the_missing_months_state_the_range() {
    let found = problems(SectionData::default());
    let list = said(&found, Code::EScanMissing, "contribution_list");
    assert_eq!(
        list,
        [
            format!("请上传“个人社保缴费清单原件扫描件”，须包括{RANGE}各月"),
            "Please upload: Scan of the original social insurance statement. It must cover 2020-02 to 2020-07."
                .to_owned(),
        ]
    );
    let months = said(&found, Code::ERequired, "months");
    assert!(months[0].ends_with(&format!("须包括{RANGE}各月")), "{months:?}");
    assert!(months[1].ends_with("It must cover 2020-02 to 2020-07."), "{months:?}");
    let others: Vec<_> =
        found.iter().filter(|one| one.spot.field.as_deref() == Some("insured_unit")).collect();
    assert!(
        others.iter().all(|one| !words::chinese::problem(one, &PACK).contains(RANGE)) && !others.is_empty()
    );
}

/// The proof of another unit covers no months.
#[test]
fn r57_another_scan_states_no_range() {
    let elsewhere = data(&[("insured_unit", "广西某人力资源公司")]);
    let proof = said(&problems(elsewhere), Code::EScanMissing, "unit_mismatch_proof");
    assert!(proof[0].contains("请上传") && !proof[0].contains(RANGE), "{proof:?}");
    assert!(!proof[1].contains("2020-02"), "{proof:?}");
}

#[test]
fn r57_months_that_lack_are_named_within_the_range() {
    let paid = |state| data(&[("months", "2020-02,2020-03,2020-05,2020-06,2020-07"), ("query_state", state)]);
    let typed = said(&problems(paid("NotFound")), Code::EInsuranceMonths, "months");
    assert_eq!(typed[0], format!("社保须为申报前连续6个月（{RANGE}，不含申报当月），缺：2020年4月"));
    let locked = said(&problems(paid("Found")), Code::EInsuranceMonths, "months");
    assert_eq!(locked[0], format!("{}。请重新点击“查询”", typed[0]));
}

#[test]
fn r57_the_form_shows_the_months_asked() {
    let answers = answers(&[]);
    let here = Here { section: "social_insurance", row: None };
    let shown = |pack| {
        let case = case(pack, &answers, &[]);
        let field = pack.section(here.section).unwrap().field("months_asked").unwrap().clone();
        [case.shown_value(here, &field), words::english::value(&case, here, &field)]
    };
    assert_eq!(shown(&PACK)[0], RANGE);
    assert_eq!(shown(&ENGLISH)[1], "2020-02 to 2020-07");
}
