//! Title, committee, specialty and mode (R5–R12, R20, R24, R25).

use crate::form::{Case, Problem, Spot};

pub(super) fn committee_is_the_one_of_title_and_industry(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [title, industry, chosen] =
        ["target_title", "industry", "committee_id"].map(|field| case.value("basic_info", field));
    let Some(valid) = case.policy.committee_for(title, industry) else { return };
    if valid.id != chosen {
        let spot = Spot::field("basic_info", "committee_id");
        found.push(Problem::error("E_COMMITTEE_MISMATCH", spot, "R5–R10", &valid.reason));
    }
}

pub(super) fn specialty_belongs_to_the_committee(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [committee, chosen] = ["committee_id", "specialty"].map(|field| case.value("basic_info", field));
    if !chosen.is_empty() && !case.policy.specialties_of(committee).any(|specialty| specialty.id == chosen) {
        let message = "“申报专业”不在该评委会的专业目录中；如果找不到一致的专业，可以选择最相近的专业";
        found.push(Problem::error("E_SPECIALTY", Spot::field("basic_info", "specialty"), "R12", message));
    }
}

pub(super) fn dual_directed_only_in_its_counties(case: &Case<'_>, found: &mut Vec<Problem>) {
    let county = case.policy.county(case.value("basic_info", "unit_county"));
    let offered = county.is_some_and(|county| county.dual_directed);
    if case.value("basic_info", "dual_directed") == "true" && !offered {
        let message = "“定向评价定向使用”只限三江县、融水县单位的申报人选择，请改为否";
        found.push(Problem::error(
            "E_DUAL_DIRECTED",
            Spot::field("basic_info", "dual_directed"),
            "R20",
            message,
        ));
    }
}

/// 符合条件申报助理工程师的均为正常申报，不是无职称申报.
pub(super) fn assistant_engineers_apply_normally(case: &Case<'_>, found: &mut Vec<Problem>) {
    let without_title = case.value("current_title", "no_title_application") == "true";
    if case.target_title() == "AssistantEngineer" && without_title {
        let message = "符合条件申报助理工程师的均为正常申报，“无职称申报”应为“否”";
        let spot = Spot::field("current_title", "no_title_application");
        found.push(Problem::error("E_NO_TITLE_APPLICATION", spot, "R24", message));
    }
}
