//! The title held now against the one applied for (R24–R29, X10).

use super::seniority::{basis, holds_title};
use crate::dates;
use crate::form::{Case, Code, Problem, Spot};
use crate::policy::TitleLevel;

/// 符合条件申报助理工程师的均为正常申报，不是无职称申报.
pub(super) fn lowest_titles_are_applied_for_normally(case: &Case<'_>, found: &mut Vec<Problem>) {
    let level = case.policy.title(case.target_title()).map(|title| title.level);
    let without_title = case.value("current_title", "no_title_application") == "true";
    if level == Some(TitleLevel::Junior) && without_title {
        let message = "符合条件申报助理工程师的均为正常申报，“无职称申报”应为“否”";
        let spot = Spot::field("current_title", "no_title_application");
        found.push(Problem::error(Code::ENoTitleApplication, spot, "R24, R25", message));
    }
}

/// 逐级: the level directly below, unless the application is exceptional (40号令 art. 15) or no promotion.
pub(super) fn titles_are_climbed_level_by_level(case: &Case<'_>, found: &mut Vec<Problem>) {
    let held = level_of(case.value("current_title", "level"));
    let wanted = case.policy.title(case.target_title()).map(|title| title.level);
    let (Some(held), Some(wanted)) = (held, wanted) else { return };
    if !holds_title(case) || !is_promotion(case) || is_directly_below(held, wanted) {
        return;
    }
    let spot = Spot::field("current_title", "level");
    let rule = "40号令 art. 15";
    found.push(if case.value("basic_info", "exceptional") == "true" {
        let message = "现职称不是申报职称的下一级，按破格申报审核";
        Problem::warning(Code::WLevelSkip, spot, rule, message)
    } else {
        let message = "职称应逐级申报：现职称级别应为申报职称的下一级，请核对，符合破格条件的请选择破格申报";
        Problem::error(Code::ELevelSkip, spot, rule, message)
    });
}

fn is_promotion(case: &Case<'_>) -> bool {
    !matches!(case.value("basic_info", "application_mode"), "SecondTitle" | "Transfer")
}

/// `Technician` 员级 stands below all that can be applied for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Technician,
    Level(TitleLevel),
}

fn level_of(value: &str) -> Option<Held> {
    Some(match value {
        "Technician" => Held::Technician,
        "Junior" => Held::Level(TitleLevel::Junior),
        "Middle" => Held::Level(TitleLevel::Middle),
        "DeputySenior" => Held::Level(TitleLevel::DeputySenior),
        "FullSenior" => Held::Level(TitleLevel::FullSenior),
        _ => return None,
    })
}

fn is_directly_below(held: Held, wanted: TitleLevel) -> bool {
    let below = match wanted {
        TitleLevel::Junior => Held::Technician,
        TitleLevel::Middle => Held::Level(TitleLevel::Junior),
        TitleLevel::DeputySenior => Held::Level(TitleLevel::Middle),
        TitleLevel::FullSenior => Held::Level(TitleLevel::DeputySenior),
    };
    held == below
}

/// A title of another series is the ground of 转评 or 第二职称.
pub(super) fn another_series_is_pointed_out(case: &Case<'_>, found: &mut Vec<Problem>) {
    let (series, own) = (case.value("current_title", "series"), case.policy.batch.own_series.as_str());
    if holds_title(case)
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

pub(super) fn title_follows_graduation(case: &Case<'_>, found: &mut Vec<Problem>) {
    let graduated = basis(case).and_then(|row| dates::first_day(row.value("graduated")));
    let obtained = dates::last_day(case.value("current_title", "obtained_date"));
    if holds_title(case) && graduated.zip(obtained).is_some_and(|(graduated, obtained)| obtained < graduated)
    {
        let message = "现职称取得时间早于申报依据学历的毕业时间，请核对";
        let spot = Spot::field("current_title", "obtained_date");
        found.push(Problem::warning(Code::WTitleBeforeGraduation, spot, "R29", message));
    }
}
