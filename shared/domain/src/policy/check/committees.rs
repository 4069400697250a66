//! Titles, industries, committees, specialties and criteria fit together (R5–R12).

use super::uses;
use super::{Faults, PackFault};
use crate::policy::{OptionSource, Policy};
use std::collections::BTreeMap;

pub(super) fn every_title_of_every_industry_has_one(policy: &Policy, found: &mut Faults) {
    for title in &policy.titles {
        for industry in &policy.industries {
            if policy.committee_for(&title.id, &industry.value).is_none() {
                let (title_id, value) = (&title.id, &industry.value);
                let what = format!(
                    "no committee takes `{title_id}` ({}) in `{value}` ({})",
                    title.name, industry.label
                );
                let remedy =
                    "add the title to a committee, or leave out `industries` of one so that it takes all";
                found.push(PackFault::new(format!("titles.{title_id}"), what, remedy));
            }
        }
    }
}

/// The other side of the table: whom no choice leads to, nobody finds.
pub(super) fn every_committee_can_be_chosen(policy: &Policy, found: &mut Faults) {
    for committee in &policy.committees {
        let mut cells = policy.titles.iter().flat_map(|title| {
            policy.industries.iter().map(move |industry| policy.committee_for(&title.id, &industry.value))
        });
        if !cells.any(|chosen| chosen.is_some_and(|chosen| chosen.id == committee.id)) {
            let place = format!("committees.{}", committee.id);
            let what = format!("no title and industry lead to `{}` ({})", committee.id, committee.name);
            found.push(PackFault::new(place, what, "correct its `titles` and `industries`, or delete it"));
        }
    }
}

pub(super) fn every_committee_can_work(policy: &Policy, found: &mut Faults) {
    let asked = articles(policy);
    for committee in &policy.committees {
        let place = format!("committees.{}", committee.id);
        let mut lacks = |what: String, remedy: String| found.push(PackFault::new(&place, what, remedy));
        let (id, name) = (&committee.id, &committee.name);
        if committee.series_office.trim().is_empty() {
            let what = format!("no office examines the files of `{id}` ({name})");
            lacks(what, "write the code of its office in `series_office`".into());
        }
        if policy.specialties_of(id).next().is_none() {
            let what = format!("`{id}` ({name}) has no specialty");
            lacks(what, "name it in `committees` of a specialty".into());
        }
        for (article, field) in &asked {
            if policy.criteria_of(id, *article).next().is_none() {
                let what = format!("`{id}` ({name}) has no criterion of article {article}");
                lacks(what, format!("add one, or delete the field `{field}`, which asks for it"));
            }
        }
    }
}

/// The articles whose criteria a field offers (6 to 8 in Guangxi), each with the first such field.
fn articles(policy: &Policy) -> BTreeMap<u8, String> {
    let mut articles = BTreeMap::new();
    for (place, _, field) in uses::fields(policy) {
        if let Some(OptionSource::Criteria(article)) = field.options_from {
            articles.entry(article).or_insert(place);
        }
    }
    articles
}

pub(super) fn names_are_known(policy: &Policy, found: &mut Faults) {
    let titles: Vec<&str> = policy.titles.iter().map(|title| title.id.as_str()).collect();
    let industries: Vec<&str> = policy.industries.iter().map(|choice| choice.value.as_str()).collect();
    let committees: Vec<&str> = policy.committees.iter().map(|committee| committee.id.as_str()).collect();
    for committee in &policy.committees {
        let place = format!("committees.{}", committee.id);
        known(&format!("{place}.titles"), "title", &committee.titles, &titles, found);
        known(&format!("{place}.industries"), "industry", &committee.industries, &industries, found);
    }
    for specialty in &policy.specialties {
        let place = format!("specialties.{}.committees", specialty.id);
        known(&place, "committee", &specialty.committees, &committees, found);
    }
    for criterion in &policy.criteria {
        let place = format!("criteria.{}.committees", criterion.id);
        known(&place, "committee", &criterion.committees, &committees, found);
    }
}

fn known(place: &str, kind: &str, named: &[String], known: &[&str], found: &mut Faults) {
    for name in named.iter().filter(|name| !known.contains(&name.as_str())) {
        let what = format!("`{name}` is no {kind} of the pack");
        found.push(PackFault::new(place, what, format!("write one of {}", known.join(", "))));
    }
}
