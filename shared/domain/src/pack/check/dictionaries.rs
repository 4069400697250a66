//! Option lists are used, and years of service and degrees speak of values that can be chosen.

use super::uses;
use super::{Faults, PackFault};
use crate::named::{REFUSAL_BASES, current_title, education};
use crate::pack::{OptionSource, Pack};

pub(super) fn every_dictionary_is_used(pack: &Pack, found: &mut Faults) {
    for name in pack.dictionaries.keys().filter(|name| *name != REFUSAL_BASES) {
        let uses_it =
            |source: &OptionSource| matches!(source, OptionSource::Dictionary(used) if used == name);
        let mut fields = uses::fields(pack);
        if !fields.any(|(_, _, field)| field.options_from.as_ref().is_some_and(uses_it)) {
            let what = format!("没有字段用 `{name}` 的选项，谁也选不到");
            let remedy = format!("在一个字段写 `options_from = {{ dictionary = \"{name}\" }}`，或者删除它");
            found.push(PackFault::new(format!("dictionaries.{name}"), what, remedy));
        }
    }
}

/// A refusal names its basis (T9, T18).
pub(super) fn refusals_have_bases(pack: &Pack, found: &mut Faults) {
    if pack.refusal_bases().is_empty() {
        let what = format!("缺少选项表 `{REFUSAL_BASES}`，不予受理时没有依据可选");
        let remedy = format!("在 `[dictionaries]` 里加上 `{REFUSAL_BASES}`，至少一项");
        found.push(PackFault::new("dictionaries", what, remedy));
    }
}

pub(super) fn seniority_speaks_of_known_values(pack: &Pack, found: &mut Faults) {
    let education = offered(pack, education::ID, education::rows::EDUCATION_LEVEL);
    let degrees = offered(pack, education::ID, education::rows::DEGREE);
    let levels = offered(pack, current_title::ID, current_title::LEVEL);
    for rule in &pack.seniority {
        let place = format!("seniority.{}", rule.target);
        let mut unknown = |value: &str, of: &str| {
            let what = format!("本包的{of}没有 `{value}`");
            found.push(PackFault::new(&place, what, "改正这个值"));
        };
        if pack.title(&rule.target).is_none() {
            unknown(&rule.target, "职称");
        }
        for value in rule.education.iter().filter(|value| !education.contains(&value.as_str())) {
            unknown(value, "字段 education.education_level ");
        }
        for value in rule.degrees.iter().filter(|value| !degrees.contains(&value.as_str())) {
            unknown(value, "字段 education.degree ");
        }
        if !rule.level.is_empty() && !levels.contains(&rule.level.as_str()) {
            unknown(&rule.level, "字段 current_title.level ");
        }
    }
}

pub(super) fn unlikely_degrees_can_be_chosen(pack: &Pack, found: &mut Faults) {
    let education = offered(pack, education::ID, education::rows::EDUCATION_LEVEL);
    let degrees = offered(pack, education::ID, education::rows::DEGREE);
    for unlikely in &pack.unlikely_degrees {
        let place = format!("unlikely_degrees.{}", unlikely.degree);
        let mut unknown = |value: &str, of: &str| {
            let what = format!("本包的字段 education.{of} 没有 `{value}`");
            found.push(PackFault::new(&place, what, "改正这个值"));
        };
        if !degrees.contains(&unlikely.degree.as_str()) {
            unknown(&unlikely.degree, education::rows::DEGREE);
        }
        for value in unlikely.education.iter().filter(|value| !education.contains(&value.as_str())) {
            unknown(value, education::rows::EDUCATION_LEVEL);
        }
    }
}

fn offered<'p>(pack: &'p Pack, section: &str, field: &str) -> Vec<&'p str> {
    let field = pack.section(section).and_then(|section| section.field(field));
    field.and_then(|field| uses::values(pack, field)).unwrap_or_default()
}
