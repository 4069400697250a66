//! The title held now against the one applied for (R24–R29, X10).

use super::seniority::basis;
use crate::dates;
use crate::form::{Case, Code, Problem, Spot};
use crate::policy::TitleLevel;

/// 符合条件申报助理工程师的均为正常申报，不是无职称申报.
pub(super) fn lowest_titles_are_applied_for_normally(case: &Case<'_>, found: &mut Vec<Problem>) {
    if wanted(case) == Some(TitleLevel::Junior) && applies_without_title(case) {
        let message = "符合条件申报助理工程师的均为正常申报，“无职称申报”应为“否”";
        let spot = Spot::field("current_title", "no_title_application");
        found.push(Problem::error(Code::ENoTitleApplication, spot, "R24, R25", message));
    }
}

/// Only the lowest title is a first one; whoever skips it says so as 无职称申报 (§4.3).
pub(super) fn only_the_lowest_title_is_a_first_one(case: &Case<'_>, found: &mut Vec<Problem>) {
    let is_first = !applies_without_title(case) && case.answer("current_title", "has_title") == "false";
    if is_first && wanted(case).is_some_and(|wanted| wanted != TitleLevel::Junior) {
        let message =
            "只有申报助理工程师的可以没有现职称，请选“是”并填写现职称；符合无职称申报条件的请选择无职称申报";
        let spot = Spot::field("current_title", "has_title");
        found.push(Problem::error(Code::ELevelSkip, spot, "X10", message));
    }
}

/// 逐级, unless the application is exceptional (40号令 art. 15).
pub(super) fn titles_are_climbed_level_by_level(case: &Case<'_>, found: &mut Vec<Problem>) {
    let Some((field, wanted_instead)) = skipped(case) else { return };
    let spot = Spot::field("current_title", field);
    found.push(if case.value("basic_info", "exceptional") == "true" {
        let message = "现职称与申报职称不是逐级衔接，按破格申报审核，请核对破格申报情况是否填写完整";
        Problem::warning(Code::WLevelSkip, spot, "X10", message)
    } else {
        let message = format!("职称应逐级申报：{wanted_instead}，请核对，符合破格条件的请选择破格申报");
        Problem::error(Code::ELevelSkip, spot, "X10", message)
    });
}

/// The field that shows it, and what should be instead.
fn skipped(case: &Case<'_>) -> Option<(&'static str, &'static str)> {
    let wanted = rank(wanted(case)?);
    if applies_without_title(case) {
        // ASSUMPTION (domain.md finding 6, Appendix D): years of work alone lead to 中级 and no further.
        let too_high = wanted > rank(TitleLevel::Middle);
        return too_high.then_some(("no_title_application", "无职称申报只能申报中级职称"));
    }
    let held = rank_held(case.value("current_title", "level")).filter(|_| case.holds_title())?;
    let (is_in_order, instead) = match case.answer("basic_info", "application_mode").as_ref() {
        "Transfer" => (held == wanted, "转评申报同级职称，现职称级别应与申报职称相同"),
        // ASSUMPTION (domain.md G14b): a second title may be of a level that is held already.
        "SecondTitle" => (held + 1 >= wanted, "第二职称不能越级，现职称级别不应低于申报职称的下一级"),
        _ => (held + 1 == wanted, "现职称级别应为申报职称的下一级"),
    };
    (!is_in_order).then_some(("level", instead))
}

/// A transfer rests on a title that is held.
pub(super) fn a_transfer_needs_a_title(case: &Case<'_>, found: &mut Vec<Problem>) {
    if case.answer("basic_info", "application_mode") == "Transfer" && applies_without_title(case) {
        let message = "转评须已有职称，不能同时选无职称申报：请将“无职称申报”改为“否”并填写现职称，或将“申报方式”改为“晋升”";
        let spot = Spot::field("current_title", "no_title_application");
        found.push(Problem::error(Code::ENoTitleApplication, spot, "R19, R24", message));
    }
}

/// The pack knows the level of the titles that it names.
pub(super) fn name_and_level_agree(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [name, level] = ["title_name", "level"].map(|field| case.value("current_title", field));
    let known = case.policy.titles.iter().find(|title| title.name == name.trim());
    let contradicts = known.zip(rank_held(level)).is_some_and(|(title, held)| rank(title.level) != held);
    if case.holds_title() && contradicts {
        let message = format!("现职称名称“{name}”与所选职称级别不符，请对照职称证书核对");
        let spot = Spot::field("current_title", "level");
        found.push(Problem::warning(Code::WTitleLevel, spot, "R29", message));
    }
}

fn wanted(case: &Case<'_>) -> Option<TitleLevel> {
    case.policy.title(case.target_title()).map(|title| title.level)
}

fn applies_without_title(case: &Case<'_>) -> bool {
    case.answer("current_title", "no_title_application") == "true"
}

/// 员级, below all that can be applied for, is 0.
fn rank(level: TitleLevel) -> u8 {
    match level {
        TitleLevel::Junior => 1,
        TitleLevel::Middle => 2,
        TitleLevel::DeputySenior => 3,
        TitleLevel::FullSenior => 4,
    }
}

fn rank_held(value: &str) -> Option<u8> {
    Some(match value {
        "Technician" => 0,
        "Junior" => rank(TitleLevel::Junior),
        "Middle" => rank(TitleLevel::Middle),
        "DeputySenior" => rank(TitleLevel::DeputySenior),
        "FullSenior" => rank(TitleLevel::FullSenior),
        _ => return None,
    })
}

/// Contract and insurance are the proof of private employers, establishment or appointment that of the state's; a
/// person off the establishment may give either (§4.19).
pub(super) fn proof_of_no_title_fits_the_identity(case: &Case<'_>, found: &mut Vec<Problem>) {
    let identity = case.value("basic_info", "identity_nature");
    let usual = match (identity, case.value("current_title", "proof_path")) {
        ("PrivateEnterprise" | "SocialOrganization", "Establishment") => {
            "民营企业、社会组织申报人员一般提供劳动合同及对应的社保缴费证明"
        }
        ("PublicInstitution" | "StateEnterprise", "LaborContract") => {
            "事业单位、国有企业申报人员一般提供入编证明或聘任合同"
        }
        _ => return,
    };
    if applies_without_title(case) {
        let message = format!("{usual}，所选证明方式与个人身份性质不一致，请核对");
        let spot = Spot::field("current_title", "proof_path");
        found.push(Problem::warning(Code::WProofPath, spot, "R26", message));
    }
}

/// A title of another series is the ground of 转评 or 第二职称.
pub(super) fn another_series_is_pointed_out(case: &Case<'_>, found: &mut Vec<Problem>) {
    let (series, own) = (case.value("current_title", "series"), case.policy.batch.own_series.as_str());
    if case.holds_title()
        && is_promotion(case)
        && !own.is_empty()
        && !series.is_empty()
        && !series.contains(own)
    {
        let message = format!("现职称不是{own}系列，申报方式一般应为“转评”或“第二职称”，请核对");
        let spot = Spot::field("current_title", "series");
        found.push(Problem::warning(Code::WOtherSeries, spot, "R19", message));
    }
}

fn is_promotion(case: &Case<'_>) -> bool {
    !matches!(case.value("basic_info", "application_mode"), "SecondTitle" | "Transfer")
}

pub(super) fn title_follows_graduation(case: &Case<'_>, found: &mut Vec<Problem>) {
    let graduated = basis(case).and_then(|row| dates::first_day(row.value("graduated")));
    let obtained = dates::last_day(case.value("current_title", "obtained_date"));
    let is_early = graduated.zip(obtained).is_some_and(|(graduated, obtained)| obtained < graduated);
    if case.holds_title() && is_early {
        let message = "现职称取得时间早于申报依据学历的毕业时间，请核对";
        let spot = Spot::field("current_title", "obtained_date");
        found.push(Problem::warning(Code::WTitleBeforeGraduation, spot, "R29", message));
    }
}
