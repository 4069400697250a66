//! The committees of a pack.

use domain::policy::{Committee, Policy};
use std::rc::Rc;
use yew::prelude::*;

use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct CommitteeListProps {
    pub policy: Rc<Policy>,
}

/// Each committee with its titles, industries, office and specialties, opened on demand.
#[component]
pub fn CommitteeList(props: &CommitteeListProps) -> Html {
    let policy = &props.policy;
    html! {
        for committee in &policy.committees {
            <details class="problem-summary">
                <summary>
                    { &committee.name }
                    { " " }
                    <span class="field-hint">{ summary(policy, committee) }</span>
                </summary>
                <ul>
                    for (label, words) in facts(policy, committee) {
                        <li>{ texts().common.labelled(label, &words) }</li>
                    }
                </ul>
            </details>
        }
    }
}

fn summary(policy: &Policy, committee: &Committee) -> String {
    let n_specialties = policy.specialties_of(&committee.id).count();
    format!("{} · {}", titles(policy, committee), (texts().pack.committees.n_specialties)(n_specialties))
}

fn facts(policy: &Policy, committee: &Committee) -> [(&'static str, String); 5] {
    let words = &texts().pack.committees;
    let specialties = policy.specialties_of(&committee.id).map(|specialty| specialty.name.as_str());
    [
        (words.titles, titles(policy, committee)),
        (words.industries, industries(policy, committee)),
        (words.reason, committee.reason.clone()),
        (words.office, office(policy, committee)),
        (words.specialties, listed(specialties)),
    ]
}

/// Titles with their levels; ids that the pack does not know are passed over.
fn titles(policy: &Policy, committee: &Committee) -> String {
    let known = committee.titles.iter().filter_map(|id| policy.title(id));
    let words: Vec<String> = known
        .map(|title| texts().common.with_aside(&title.name, (texts().pack.level)(title.level)))
        .collect();
    listed(words.iter().map(String::as_str))
}

fn industries(policy: &Policy, committee: &Committee) -> String {
    if committee.industries.is_empty() {
        return texts().pack.committees.other_industries.to_owned();
    }
    let own = policy.industries.iter().filter(|industry| committee.industries.contains(&industry.value));
    listed(own.map(|industry| industry.label.as_str()))
}

/// A series office has no name in a pack: it is told by the committees whose files it examines.
fn office(policy: &Policy, committee: &Committee) -> String {
    let words = &texts().pack.committees;
    let shares =
        |other: &&Committee| other.id != committee.id && other.series_office == committee.series_office;
    let others = listed(policy.committees.iter().filter(shares).map(|other| other.name.as_str()));
    if others.is_empty() { words.own_office.to_owned() } else { (words.same_office)(&others) }
}

fn listed<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join(texts().common.list_comma)
}
