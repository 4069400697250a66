//! Title, committee, specialty, identity and mode (R5–R12, R16, R20).

use crate::form::{Case, Code, Detail, Problem, Spot};

pub(super) fn committee_is_the_one_of_title_and_industry(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [title, industry, chosen] =
        ["target_title", "industry", "committee_id"].map(|field| case.value("basic_info", field));
    let Some(valid) = case.policy.committee_for(title, industry) else { return };
    if valid.id != chosen {
        let spot = Spot::field("basic_info", "committee_id");
        let problem =
            Problem::error(Code::ECommitteeMismatch, spot, "R5–R10", valid.reason.trim_end_matches('。'));
        found.push(problem.with(Detail::Committee(valid.id.clone())));
    }
}

pub(super) fn specialty_belongs_to_the_committee(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [committee, chosen] = ["committee_id", "specialty"].map(|field| case.value("basic_info", field));
    if !chosen.is_empty() && !case.policy.specialties_of(committee).any(|specialty| specialty.id == chosen) {
        let message = "“申报专业”不在该评委会的专业目录中；如果找不到一致的专业，可以选择最相近的专业";
        found.push(Problem::error(Code::ESpecialty, Spot::field("basic_info", "specialty"), "R12", message));
    }
}

pub(super) fn dual_directed_only_in_its_counties(case: &Case<'_>, found: &mut Vec<Problem>) {
    let county = case.policy.county(case.value("basic_info", "unit_county"));
    let offered = county.is_some_and(|county| county.dual_directed);
    if case.value("basic_info", "dual_directed") == "true" && !offered {
        let counties = case.policy.counties.iter().filter(|county| county.dual_directed);
        let counties: Vec<&str> = counties.map(|county| county.name.as_str()).collect();
        let message = format!("“定向评价定向使用”只限{}单位的申报人选择，请改为否", counties.join("、"));
        found.push(Problem::error(
            Code::EDualDirected,
            Spot::field("basic_info", "dual_directed"),
            "R20",
            message,
        ));
    }
}

/// The unit confirms what the applicant chose against its own registration (R16).
pub(super) fn identity_fits_the_unit(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [chosen, nature] = ["identity_nature", "unit_nature"].map(|field| case.value("basic_info", field));
    if !chosen.is_empty() && !nature.is_empty() && chosen != nature {
        let message =
            "个人身份性质与工作单位登记的性质不一致，请按人事劳动关系所在单位核对，单位审核时须确认";
        let spot = Spot::field("basic_info", "identity_nature");
        found.push(Problem::warning(Code::WIdentityMismatch, spot, "R16", message));
    }
}
