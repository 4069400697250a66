//! Titles, industries, committees, specialties and criteria fit together (R5–R12).

use super::uses;
use super::{Faults, PackFault, one_of};
use crate::pack::{OptionSource, Pack};
use std::collections::BTreeMap;

pub(super) fn every_title_of_every_industry_has_one(pack: &Pack, found: &mut Faults) {
    for title in &pack.titles {
        for industry in &pack.industries {
            if pack.committee_for(&title.id, &industry.value).is_none() {
                let (title_id, value) = (&title.id, &industry.value);
                let what =
                    format!("`{title_id}`（{}）在 `{value}`（{}）没有评委会", title.name, industry.label);
                let remedy =
                    "在一个评委会的 `titles` 里加上它，或者删去一个评委会的 `industries`，让它受理所有行业";
                found.push(PackFault::new(format!("titles.{title_id}"), what, remedy));
            }
        }
    }
}

/// The other side of the table: whom no choice leads to, nobody finds.
pub(super) fn every_committee_can_be_chosen(pack: &Pack, found: &mut Faults) {
    for committee in &pack.committees {
        let mut cells = pack.titles.iter().flat_map(|title| {
            pack.industries.iter().map(move |industry| pack.committee_for(&title.id, &industry.value))
        });
        if !cells.any(|chosen| chosen.is_some_and(|chosen| chosen.id == committee.id)) {
            let place = format!("committees.{}", committee.id);
            let what = format!("没有哪个职称和行业归 `{}`（{}）", committee.id, committee.name);
            found.push(PackFault::new(place, what, "改正它的 `titles` 和 `industries`，或者删除它"));
        }
    }
}

pub(super) fn every_committee_can_work(pack: &Pack, found: &mut Faults) {
    let asked = articles(pack);
    for committee in &pack.committees {
        let place = format!("committees.{}", committee.id);
        let mut lacks = |what: String, remedy: String| found.push(PackFault::new(&place, what, remedy));
        let (id, name) = (&committee.id, &committee.name);
        if committee.series_office.trim().is_empty() {
            let what = format!("`{id}`（{name}）的材料没有职改办审核");
            lacks(what, "在 `series_office` 里写职改办的代码".into());
        }
        if pack.specialties_of(id).next().is_none() {
            let what = format!("`{id}`（{name}）没有专业");
            lacks(what, "在一个专业的 `committees` 里加上它".into());
        }
        for (article, field) in &asked {
            if pack.criteria_of(id, *article).next().is_none() {
                let what = format!("`{id}`（{name}）没有第 {article} 条的评审条件");
                lacks(what, format!("加一条，或者删除要选它的字段 `{field}`"));
            }
        }
    }
}

/// The articles whose criteria a field offers (6 to 8 in Guangxi), each with the first such field.
fn articles(pack: &Pack) -> BTreeMap<u8, String> {
    let mut articles = BTreeMap::new();
    for (place, _, field) in uses::fields(pack) {
        if let Some(OptionSource::Criteria(article)) = field.options_from {
            articles.entry(article).or_insert(place);
        }
    }
    articles
}

pub(super) fn names_are_known(pack: &Pack, found: &mut Faults) {
    let titles: Vec<&str> = pack.titles.iter().map(|title| title.id.as_str()).collect();
    let industries: Vec<&str> = pack.industries.iter().map(|choice| choice.value.as_str()).collect();
    let committees: Vec<&str> = pack.committees.iter().map(|committee| committee.id.as_str()).collect();
    for committee in &pack.committees {
        let place = format!("committees.{}", committee.id);
        known(&format!("{place}.titles"), "职称", &committee.titles, &titles, found);
        known(&format!("{place}.industries"), "行业", &committee.industries, &industries, found);
    }
    for specialty in &pack.specialties {
        let place = format!("specialties.{}.committees", specialty.id);
        known(&place, "评委会", &specialty.committees, &committees, found);
    }
    for criterion in &pack.criteria {
        let place = format!("criteria.{}.committees", criterion.id);
        known(&place, "评委会", &criterion.committees, &committees, found);
    }
}

fn known(place: &str, kind: &str, named: &[String], known: &[&str], found: &mut Faults) {
    for name in named.iter().filter(|name| !known.contains(&name.as_str())) {
        let what = format!("本包没有{kind} `{name}`");
        found.push(PackFault::new(place, what, one_of(known)));
    }
}
