//! Courses, papers, sanctions, social insurance and the declaration (R30–R60).

use crate::dates;
use crate::form::{Case, Problem, Spot};
use chrono::{Datelike, Months, NaiveDate};

/// A register that does not answer must not hold the applicant up; the unit sees the state (§4.4).
pub(super) fn common_course_is_passed(case: &Case<'_>, found: &mut Vec<Problem>) {
    let spot = Spot::field("continuing_education", "query_state");
    match case.value("continuing_education", "query_state") {
        "Found" => {}
        "ServiceDown" => {
            let message = "公需科目查询服务暂不可用，可先提交，由单位和职改办核实";
            found.push(Problem::warning("W_COMMON_COURSE_UNKNOWN", spot, "R32", message));
        }
        "NotFound" => {
            let message = "未查到本年度公需科目考试合格记录，请完成学习并考试合格后再点击“查询”";
            found.push(Problem::error("E_COMMON_COURSE", spot, "R30", message));
        }
        _ => {
            let message = "请点击“查询”，系统将自动生成公需科目考试合格证明提示";
            found.push(Problem::error("E_COMMON_COURSE", spot, "R32", message));
        }
    }
}

pub(super) fn industry_courses_are_listed_or_declared(case: &Case<'_>, found: &mut Vec<Problem>) {
    let declared = case.value("continuing_education", "industry_ce_declared") == "true";
    if !declared && case.rows("continuing_education", "industry_courses").is_empty() {
        let spot = Spot::field("continuing_education", "industry_ce_declared");
        let message = "请填写本行业继续教育情况，或勾选已完成本部门、本行业规定的继续教育任务";
        found.push(Problem::error("E_INDUSTRY_CE", spot, "R33", message));
    }
}

pub(super) fn journal_papers_name_a_serial_number(case: &Case<'_>, found: &mut Vec<Problem>) {
    for row in case.rows("publications", "rows") {
        let is_journal = matches!(row.value("kind"), "Journal" | "ElectronicSerial");
        if is_journal && row.value("cn_number").is_empty() && row.value("issn").is_empty() {
            let spot = Spot::field("publications", "cn_number").in_row("rows", &row.id);
            let message = "期刊论文请填写CN号或ISSN号（版权页上有）";
            found.push(Problem::error("E_SERIAL_NUMBER", spot, "R35", message));
        }
    }
}

pub(super) fn rank_is_within_the_authors(case: &Case<'_>, found: &mut Vec<Problem>) {
    for row in case.rows("publications", "rows") {
        let number = |field| row.value(field).parse::<u32>().ok();
        if number("author_rank").zip(number("author_count")).is_some_and(|(rank, count)| rank > count) {
            let spot = Spot::field("publications", "author_rank").in_row("rows", &row.id);
            found.push(Problem::error("E_RANK", spot, "R35", "“本人排名”不能大于作者总人数"));
        }
    }
}

/// 40号令 art. 14; whoever is in the integrity register may not apply either.
pub(super) fn nobody_under_sanction_applies(case: &Case<'_>, found: &mut Vec<Problem>) {
    if case.value("discipline", "in_integrity_register") == "true" {
        let message = "记入职称申报评审诚信档案库期间不得申报（40号令）";
        let spot = Spot::field("discipline", "in_integrity_register");
        found.push(Problem::error("E_NOT_ELIGIBLE", spot, "X5", message));
    }
    let has_discipline = case.value("discipline", "has_discipline") == "true";
    for row in case.rows("discipline", "rows").iter().filter(|_| has_discipline) {
        let in_force = dates::last_day(row.value("end_of_effect")).is_none_or(|end| end >= case.today);
        if in_force && !matches!(row.value("kind"), "Warning" | "PartySanction" | "Other") {
            let spot = Spot::field("discipline", "end_of_effect").in_row("rows", &row.id);
            let message = "受记过以上处分、处分期未满的不得申报职称（40号令第十四条）";
            found.push(Problem::error("E_NOT_ELIGIBLE", spot, "X3", message));
        }
    }
}

/// M−1 … M−6 for an application in month M (R57).
pub(super) fn six_consecutive_months_before_the_month_of_application(
    case: &Case<'_>,
    found: &mut Vec<Problem>,
) {
    let paid = case.value("social_insurance", "months");
    if paid.is_empty() {
        return;
    }
    let n_months = case.policy.batch.social_insurance_months;
    let month = |back: u32| month_before(case.today, back);
    let missing: Vec<String> =
        (1..=n_months).rev().map(month).filter(|m| !paid.split(',').any(|p| p == m)).collect();
    if !missing.is_empty() {
        let message = format!(
            "社保须为申报前连续{n_months}个月（{}至{}，不含申报当月），缺：{}",
            month(n_months),
            month(1),
            missing.join("、")
        );
        found.push(Problem::error(
            "E_INSURANCE_MONTHS",
            Spot::field("social_insurance", "months"),
            "R57",
            message,
        ));
    }
}

fn month_before(day: NaiveDate, back: u32) -> String {
    let first = day.with_day(1).unwrap_or(day);
    first.checked_sub_months(Months::new(back)).unwrap_or(first).format("%Y-%m").to_string()
}

pub(super) fn declaration_is_signed_by_the_applicant(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [signed, name] = [("declaration", "signed_name"), ("basic_info", "name")]
        .map(|(section, field)| case.value(section, field));
    if !signed.is_empty() && signed != name {
        let message = format!("承诺人签名应与申报人姓名“{name}”一致");
        let spot = Spot::field("declaration", "signed_name");
        found.push(Problem::error("E_SIGNED_NAME", spot, "40号令 art. 16", message));
    }
}
