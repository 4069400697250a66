//! `rule` texts: numbers that the programme can look up, or the name of an article.

use super::uses;
use super::{Faults, PackFault};
use crate::pack::{Pack, Slot};
use std::collections::BTreeSet;

pub(super) fn rules_are_named_as_they_are_cited(pack: &Pack, found: &mut Faults) {
    for (place, text) in texts(pack) {
        for rule in text.split(", ").filter(|rule| !is_citation(rule)) {
            let what = format!("`{rule}` 不是规则：规则写 R57、X3 这样的编号，或者条文的名称");
            let remedy = "写 `R57`；几条写 `R57, R59`；连续的写 `R5–R10`";
            found.push(PackFault::new(format!("{place}.rule"), what, remedy));
        }
    }
}

/// Whether the text can be a citation: only what looks like a number and is none cannot.
fn is_citation(rule: &str) -> bool {
    let is_number = |text: &str| {
        let digits = text.strip_prefix(['R', 'X']).unwrap_or_default();
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
    };
    let looks_like_one = rule.len() < 2
        || rule.starts_with(['R', 'X', 'r', 'x'])
            && rule.chars().skip(1).all(|c| !c.is_alphabetic() || c == 'R' || c == 'X')
        || rule.chars().all(|c| c.is_ascii_digit());
    !looks_like_one || rule.split('–').all(is_number)
}

pub(super) fn every_rule_has_a_source(pack: &Pack, found: &mut Faults) {
    if pack.sources.is_empty() {
        return;
    }
    let cited = texts(pack).into_iter().flat_map(|(_, text)| text.split(", "));
    let numbers = cited.filter(|rule| rule.starts_with(['R', 'X']) && !rule.contains('–'));
    let missing: BTreeSet<&str> = numbers.filter(|rule| !pack.sources.contains_key(*rule)).collect();
    if !missing.is_empty() {
        let missing: Vec<&str> = missing.into_iter().collect();
        let what = format!("这些规则没有写出处：{}", missing.join("、"));
        found.push(PackFault::new("sources", what, format!("每条加一行，如 `{} = \"…\"`", missing[0])));
    }
}

/// Every `rule` with the place of what carries it.
fn texts(pack: &Pack) -> Vec<(String, &str)> {
    let mut texts = Vec::new();
    for (place, _, field) in uses::fields(pack) {
        let limits = field.not_before.iter().chain(&field.not_after);
        texts.extend(limits.map(|limit| (place.clone(), limit.rule.as_str())));
        texts.push((place, field.rule.as_str()));
    }
    for section in &pack.sections {
        texts.push((section.id.clone(), section.rule.as_str()));
        of_slots(&mut texts, &section.id, &section.slots);
        for group in &section.groups {
            let place = format!("{}.{}", section.id, group.id);
            of_slots(&mut texts, &place, &group.slots);
            texts.push((place, group.rule.as_str()));
        }
    }
    texts.retain(|(_, text)| !text.is_empty());
    texts
}

fn of_slots<'p>(texts: &mut Vec<(String, &'p str)>, place: &str, slots: &'p [Slot]) {
    texts.extend(slots.iter().map(|slot| (format!("{place}.slots.{}", slot.id), slot.rule.as_str())));
}
