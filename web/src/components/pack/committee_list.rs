//! The committees of a pack.

use domain::pack::{Committee, Pack};
use std::rc::Rc;
use yew::prelude::*;

use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct CommitteeListProps {
    pub pack: Rc<Pack>,
}

/// Each committee with its titles, industries, office and specialties, opened on demand.
#[component]
pub fn CommitteeList(props: &CommitteeListProps) -> Html {
    let pack = &props.pack;
    html! {
        for committee in &pack.committees {
            <details class="problem-summary">
                <summary>
                    { &committee.name }
                    { " " }
                    <span class="field-hint">{ summary(pack, committee) }</span>
                </summary>
                <ul>
                    for (label, words) in facts(pack, committee) {
                        <li>{ texts().common.labelled(label, &words) }</li>
                    }
                </ul>
            </details>
        }
    }
}

fn summary(pack: &Pack, committee: &Committee) -> String {
    let n_specialties = pack.specialties_of(&committee.id).count();
    format!("{} · {}", titles(pack, committee), (texts().pack.committees.n_specialties)(n_specialties))
}

fn facts(pack: &Pack, committee: &Committee) -> [(&'static str, String); 5] {
    let words = &texts().pack.committees;
    let specialties = pack.specialties_of(&committee.id).map(|specialty| specialty.name.as_str());
    [
        (words.titles, titles(pack, committee)),
        (words.industries, industries(pack, committee)),
        (words.reason, committee.reason.clone()),
        (words.office, office(pack, committee)),
        (words.specialties, listed(specialties)),
    ]
}

/// Titles with their levels; ids that the pack does not know are passed over.
fn titles(pack: &Pack, committee: &Committee) -> String {
    let known = committee.titles.iter().filter_map(|id| pack.title(id));
    let words: Vec<String> = known
        .map(|title| texts().common.with_aside(&title.name, (texts().pack.level)(title.level)))
        .collect();
    listed(words.iter().map(String::as_str))
}

fn industries(pack: &Pack, committee: &Committee) -> String {
    if committee.industries.is_empty() {
        return texts().pack.committees.other_industries.to_owned();
    }
    let own = pack.industries.iter().filter(|industry| committee.industries.contains(&industry.value));
    listed(own.map(|industry| industry.label.as_str()))
}

/// A series office has no name in a pack: it is told by the committees whose applications it examines.
fn office(pack: &Pack, committee: &Committee) -> String {
    let words = &texts().pack.committees;
    let shares =
        |other: &&Committee| other.id != committee.id && other.series_office == committee.series_office;
    let others = listed(pack.committees.iter().filter(shares).map(|other| other.name.as_str()));
    if others.is_empty() { words.own_office.to_owned() } else { (words.same_office)(&others) }
}

fn listed<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join(texts().common.list_comma)
}
