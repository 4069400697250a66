//! Courses, papers, sanctions and the declaration (R30–R55).

use crate::dates;
use crate::form::{Case, Code, Problem, Spot, hours_by_year, is_outdated};

/// A register that does not answer must not hold the applicant up: the unit verifies by hand (§4.4).
pub(super) fn common_course_is_passed(case: &Case<'_>, found: &mut Vec<Problem>) {
    let spot = Spot::field("continuing_education", "query_state");
    match case.value("continuing_education", "query_state") {
        "Found" => {}
        "ServiceDown" => {
            let message = "公需科目查询服务暂不可用，可先提交，由单位人工核实；也可稍后再点击“查询”";
            found.push(Problem::warning(Code::WCommonCourseUnknown, spot, "R32", message));
        }
        "NotFound" => {
            let message = "未查到本年度公需科目考试合格记录，请完成学习并考试合格后再点击“查询”";
            found.push(Problem::error(Code::ECommonCourse, spot, "R30", message));
        }
        _ => {
            let message = "请点击“查询”，系统将自动生成公需科目考试合格证明提示";
            found.push(Problem::error(Code::ECommonCourse, spot, "R32", message));
        }
    }
}

pub(super) fn industry_courses_are_listed_or_declared(case: &Case<'_>, found: &mut Vec<Problem>) {
    let declared = case.value("continuing_education", "industry_ce_declared") == "true";
    if !declared && case.rows("continuing_education", "industry_courses").is_empty() {
        let spot = Spot::field("continuing_education", "industry_ce_declared");
        let message = "请填写本行业继续教育情况，或勾选已完成本部门、本行业规定的继续教育任务";
        found.push(Problem::error(Code::EIndustryCe, spot, "R33", message));
    }
}

pub(super) fn journal_papers_name_a_serial_number(case: &Case<'_>, found: &mut Vec<Problem>) {
    for row in case.rows("publications", "rows") {
        let is_journal = matches!(row.value("kind"), "Journal" | "ElectronicSerial");
        if is_journal && row.value("cn_number").is_empty() && row.value("issn").is_empty() {
            let spot = Spot::field("publications", "cn_number").in_row("rows", &row.id);
            let message = "期刊论文请填写CN号或ISSN号（版权页上有）";
            found.push(Problem::error(Code::ESerialNumber, spot, "R35", message));
        }
    }
}

/// A sole or first author stands first.
pub(super) fn first_authors_rank_first(case: &Case<'_>, found: &mut Vec<Problem>) {
    for row in case.rows("publications", "rows") {
        let (role, rank, count) =
            (row.value("author_role"), row.value("author_rank"), row.value("author_count"));
        let contradicts = match role {
            "Sole" => (!rank.is_empty() && rank != "1") || (!count.is_empty() && count != "1"),
            "First" => !rank.is_empty() && rank != "1",
            _ => false,
        };
        if contradicts {
            let spot = Spot::field("publications", "author_role").in_row("rows", &row.id);
            let message = "“作者身份”与本人排名、作者总人数不符：第一作者排名为1，独立作者总人数为1";
            found.push(Problem::error(Code::ERank, spot, "R35", message));
        }
    }
}

/// The year's hours are shown; too few are pointed out, never refused (§4.4).
pub(super) fn course_hours_are_enough(case: &Case<'_>, found: &mut Vec<Problem>) {
    let wanted = case.policy.batch.course_hours_a_year;
    let short: Vec<String> = hours_by_year(case)
        .iter()
        .filter(|(_, n)| **n < wanted)
        .map(|(year, n)| format!("{year}年{n}学时"))
        .collect();
    if !short.is_empty() {
        let message =
            format!("专业科目继续教育每年一般不少于{wanted}学时，所填：{}，请核对是否填全", short.join("、"));
        let spot = Spot::group("continuing_education", "industry_courses");
        found.push(Problem::warning(Code::WCourseHours, spot, "R33", message));
    }
}

/// A project that goes on counts only where the clause allows it (§4.7).
pub(super) fn unfinished_achievements_need_a_criterion_that_allows_them(
    case: &Case<'_>,
    found: &mut Vec<Problem>,
) {
    for row in case.rows("achievements", "rows") {
        let claimed = row.value("criterion_code");
        let allowed = case.policy.criteria.iter().any(|c| c.id == claimed && c.allows_ongoing);
        if row.value("end") == dates::NOW && !claimed.is_empty() && !allowed {
            let spot = Spot::field("achievements", "end").in_row("rows", &row.id);
            let message = "所选条件不计在研项目，完成时间不能为“至今”，请填写完成时间或另选条件";
            found.push(Problem::error(Code::EOngoing, spot, "R43", message));
        }
    }
}

/// 40号令 art. 14; whoever is in the integrity register may not apply either.
pub(super) fn nobody_under_sanction_applies(case: &Case<'_>, found: &mut Vec<Problem>) {
    if case.value("discipline", "in_integrity_register") == "true" {
        let message = "记入职称申报评审诚信档案库期间不得申报（40号令），填写有误的请改正";
        let spot = Spot::field("discipline", "in_integrity_register");
        found.push(Problem::error(Code::ENotEligible, spot, "X5", message));
    }
    let has_discipline = case.value("discipline", "has_discipline") == "true";
    for row in case.rows("discipline", "rows").iter().filter(|_| has_discipline) {
        let in_force = dates::last_day(row.value("end_of_effect")).is_none_or(|end| end >= case.today);
        if in_force && !matches!(row.value("kind"), "Warning" | "PartySanction" | "Other") {
            let spot = Spot::field("discipline", "end_of_effect").in_row("rows", &row.id);
            let message = "受记过以上处分、处分期未满的不得申报职称（40号令第十四条），填写有误的请改正";
            found.push(Problem::error(Code::ENotEligible, spot, "X3", message));
        }
    }
}

/// It stands for the content that it was made for (§4.15).
pub(super) fn declaration_covers_the_content(case: &Case<'_>, found: &mut Vec<Problem>) {
    if is_outdated(case) {
        let message = "承诺之后又修改了其他内容，请核对后重新勾选承诺并签名";
        let spot = Spot::field("declaration", "truthful");
        found.push(Problem::error(Code::ERedeclare, spot, "X11", message));
    }
}

pub(super) fn declaration_is_signed_by_the_applicant(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [signed, name] = [("declaration", "signed_name"), ("basic_info", "name")]
        .map(|(section, field)| case.value(section, field));
    if !signed.is_empty() && signed != name {
        let message = format!("承诺人签名应与申报人姓名“{name}”一致");
        let spot = Spot::field("declaration", "signed_name");
        found.push(Problem::error(Code::ESignedName, spot, "X11", message));
    }
}
