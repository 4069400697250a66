//! The title held now against the one applied for (R24–R29, X10).

use crate::dates;
use crate::form::{Case, LevelSkip, NoTitleFault, Problem, Spot, TitleFault, UsualProof, basis};
use crate::named::{basic_info, current_title, education};
use crate::pack::TitleLevel;

/// 符合条件申报助理工程师的均为正常申报，不是无职称申报.
pub(super) fn lowest_titles_are_applied_for_normally(case: &Case<'_>, found: &mut Vec<Problem>) {
    if wanted(case) == Some(TitleLevel::Junior) && applies_without_title(case) {
        let spot = Spot::field(current_title::ID, current_title::NO_TITLE_APPLICATION);
        let fault = TitleFault::ENoTitleApplication { why: NoTitleFault::LowestTitle };
        found.push(Problem::new(fault, spot, "R24, R25"));
    }
}

/// Only the lowest title is a first one; whoever skips it says so as 无职称申报 (§4.3).
pub(super) fn only_the_lowest_title_is_a_first_one(case: &Case<'_>, found: &mut Vec<Problem>) {
    let is_first =
        !applies_without_title(case) && case.answer(current_title::ID, current_title::HAS_TITLE) == "false";
    if is_first && wanted(case).is_some_and(|wanted| wanted != TitleLevel::Junior) {
        let spot = Spot::field(current_title::ID, current_title::HAS_TITLE);
        found.push(Problem::new(TitleFault::ELevelSkip { why: LevelSkip::FirstTitle }, spot, "X10"));
    }
}

/// 逐级, unless the application is exceptional (40号令 art. 15).
pub(super) fn titles_are_climbed_level_by_level(case: &Case<'_>, found: &mut Vec<Problem>) {
    let Some((field, why)) = skipped(case) else { return };
    let is_exceptional = case.value(basic_info::ID, basic_info::EXCEPTIONAL) == "true";
    let fault = if is_exceptional { TitleFault::WLevelSkip } else { TitleFault::ELevelSkip { why } };
    found.push(Problem::new(fault, Spot::field(current_title::ID, field), "X10"));
}

/// The field that shows it, and which step it is.
fn skipped(case: &Case<'_>) -> Option<(&'static str, LevelSkip)> {
    let wanted = rank(wanted(case)?);
    if applies_without_title(case) {
        // ASSUMPTION (domain.md finding 6, Appendix D): years of work alone lead to 中级 and no further.
        let too_high = wanted > rank(TitleLevel::Middle);
        return too_high.then_some((current_title::NO_TITLE_APPLICATION, LevelSkip::WithoutTitle));
    }
    let held =
        rank_held(case.value(current_title::ID, current_title::LEVEL)).filter(|_| case.holds_title())?;
    let (is_in_order, why) = match case.answer(basic_info::ID, basic_info::APPLICATION_MODE).as_ref() {
        "Transfer" => (held == wanted, LevelSkip::Transfer),
        // ASSUMPTION (domain.md G14b): a second title may be of a level that is held already.
        "SecondTitle" => (held + 1 >= wanted, LevelSkip::SecondTitle),
        _ => (held + 1 == wanted, LevelSkip::Promotion),
    };
    (!is_in_order).then_some((current_title::LEVEL, why))
}

/// A transfer rests on a title that is held.
pub(super) fn a_transfer_needs_a_title(case: &Case<'_>, found: &mut Vec<Problem>) {
    if case.answer(basic_info::ID, basic_info::APPLICATION_MODE) == "Transfer" && applies_without_title(case)
    {
        let spot = Spot::field(current_title::ID, current_title::NO_TITLE_APPLICATION);
        let fault = TitleFault::ENoTitleApplication { why: NoTitleFault::Transfer };
        found.push(Problem::new(fault, spot, "R19, R24"));
    }
}

/// The pack knows the level of the titles that it names.
pub(super) fn name_and_level_agree(case: &Case<'_>, found: &mut Vec<Problem>) {
    let [name, level] =
        [current_title::TITLE_NAME, current_title::LEVEL].map(|field| case.value(current_title::ID, field));
    let known = case.pack.titles.iter().find(|title| title.name == name.trim());
    let contradicts = known.zip(rank_held(level)).is_some_and(|(title, held)| rank(title.level) != held);
    if case.holds_title() && contradicts {
        let spot = Spot::field(current_title::ID, current_title::LEVEL);
        found.push(Problem::new(TitleFault::WTitleLevel { name: name.to_owned() }, spot, "R29"));
    }
}

fn wanted(case: &Case<'_>) -> Option<TitleLevel> {
    case.pack.title(case.target_title()).map(|title| title.level)
}

fn applies_without_title(case: &Case<'_>) -> bool {
    case.answer(current_title::ID, current_title::NO_TITLE_APPLICATION) == "true"
}

/// Returns the level's rank; 员级, below all that can be applied for, is 0.
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
    let identity = case.value(basic_info::ID, basic_info::IDENTITY_NATURE);
    let usual = match (identity, case.value(current_title::ID, current_title::PROOF_PATH)) {
        ("PrivateEnterprise" | "SocialOrganization", "Establishment") => UsualProof::LaborContract,
        ("PublicInstitution" | "StateEnterprise", "LaborContract") => UsualProof::Establishment,
        _ => return,
    };
    if applies_without_title(case) {
        let spot = Spot::field(current_title::ID, current_title::PROOF_PATH);
        found.push(Problem::new(TitleFault::WProofPath { usual }, spot, "R26"));
    }
}

/// A title of another series is the ground of 转评 or 第二职称.
pub(super) fn another_series_is_pointed_out(case: &Case<'_>, found: &mut Vec<Problem>) {
    let (series, own) =
        (case.value(current_title::ID, current_title::SERIES), case.pack.batch.own_series.as_str());
    if case.holds_title()
        && is_promotion(case)
        && !own.is_empty()
        && !series.is_empty()
        && !series.contains(own)
    {
        let spot = Spot::field(current_title::ID, current_title::SERIES);
        found.push(Problem::new(TitleFault::WOtherSeries, spot, "R19"));
    }
}

fn is_promotion(case: &Case<'_>) -> bool {
    !matches!(case.value(basic_info::ID, basic_info::APPLICATION_MODE), "SecondTitle" | "Transfer")
}

pub(super) fn title_follows_graduation(case: &Case<'_>, found: &mut Vec<Problem>) {
    let graduated = basis(case).and_then(|row| dates::first_day(row.value(education::rows::GRADUATED)));
    let obtained = dates::last_day(case.value(current_title::ID, current_title::OBTAINED_DATE));
    let is_early = graduated.zip(obtained).is_some_and(|(graduated, obtained)| obtained < graduated);
    if case.holds_title() && is_early {
        let spot = Spot::field(current_title::ID, current_title::OBTAINED_DATE);
        found.push(Problem::new(TitleFault::WTitleBeforeGraduation, spot, "R29"));
    }
}
