//! No one reviews their own application (domain.md §3, §7 cases 28 and 29).

use crate::form::{Case, Code, Problem, Spot};

pub(super) fn applicant_is_not_on_the_defense_panel(case: &Case<'_>, found: &mut Vec<Problem>) {
    refuse_members(case, "defense", "panel", "答辩小组", found);
}

pub(super) fn applicant_is_not_in_the_deliberation_group(case: &Case<'_>, found: &mut Vec<Problem>) {
    refuse_members(case, "deliberation", "members", "审议小组", found);
}

pub(super) fn applicant_does_not_sign_for_the_unit(case: &Case<'_>, found: &mut Vec<Problem>) {
    let (section, field) = ("unit_recommendation", "signer");
    if names_the_applicant(case, case.value(section, field)) {
        found.push(own_review(Spot::field(section, field), "不能作为单位负责人签署本人的推荐意见"));
    }
}

fn refuse_members(case: &Case<'_>, section: &str, group: &str, body: &str, found: &mut Vec<Problem>) {
    for row in case.rows(section, group).iter().filter(|row| names_the_applicant(case, row.value("name"))) {
        let spot = Spot::field(section, "name").in_row(group, &row.id);
        found.push(own_review(spot, &format!("不能参加对本人的{body}")));
    }
}

/// Two people may bear one name: whoever is another one is entered with the department (§7, case 94).
fn own_review(spot: Spot, must_not: &str) -> Problem {
    let message = format!(
        "与申报人同名：申报人{must_not}，请改由他人担任；确是同名的另一人，请在姓名后注明部门，如“（技术部）”"
    );
    Problem::error(Code::EOwnReview, spot, "X18", message)
}

fn names_the_applicant(case: &Case<'_>, name: &str) -> bool {
    let bare = |name: &str| name.split_whitespace().collect::<String>();
    let applicant = bare(case.value("basic_info", "name"));
    !applicant.is_empty() && bare(name) == applicant
}
