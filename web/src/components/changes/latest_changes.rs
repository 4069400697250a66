//! 本次修改: what the last round of corrections changed.

use api::applications::{ChangedVersion, Versions};
use domain::pack::{FilledBy, Pack, Section};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::PlaceLink;
use crate::components::changes::VersionChanges;
use crate::components::reading::{reading_id, section_in_words};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct LatestChangesProps {
    pub application: AttrValue,
    pub pack: Rc<Pack>,
    pub versions: Rc<Versions>,
}

/// The versions that answer the last return, whose sections stand on this page; nothing if none was answered.
#[component]
pub fn LatestChanges(props: &LatestChangesProps) -> Html {
    let latest = latest(&props.versions);
    if latest.is_empty() {
        return Html::default();
    }
    let words = &texts().changes;
    let unchanged: Vec<&Section> = latest
        .iter()
        .filter(|one| one.version.part == FilledBy::Applicant)
        .flat_map(|one| {
            let is_changed = |section: &Section| one.changes.iter().any(|c| c.spot.section == section.id);
            props.pack.sections_of(one.version.part).filter(move |section| !is_changed(section))
        })
        .collect();
    html! {
        <section id="latest-changes" class="card" tabindex="-1" aria-labelledby="latest-changes-title">
            <h2 id="latest-changes-title">{ words.latest }</h2>
            for one in &latest {
                <h3>{ version_in_words(one) }</h3>
                <VersionChanges application={props.application.clone()} pack={props.pack.clone()}
                    version={(*one).clone()} linked={true} />
            }
            if !unchanged.is_empty() {
                <details>
                    <summary>{ (words.unchanged_sections)(unchanged.len()) }</summary>
                    <ul class="text-contents">
                        for section in unchanged {
                            <li><PlaceLink to={reading_id(section)}>{ section_in_words(section) }</PlaceLink></li>
                        }
                    </ul>
                </details>
            }
        </section>
    }
}

/// The versions that the reader's organisation has not decided on yet; those of the last round, if there are none. A
/// unit that sent its forms on as they were has nothing to show.
fn latest(versions: &Versions) -> Vec<&ChangedVersion> {
    let corrections = || versions.versions.iter().filter(|one| one.version.after.is_some());
    let Some(last) = corrections().next_back() else { return Vec::new() };
    let has_new = corrections().any(|one| one.is_new);
    let of_round = corrections().filter(|one| match has_new {
        true => one.is_new,
        false => one.version.after == last.version.after,
    });
    let says = |one: &&ChangedVersion| match one.version.part {
        FilledBy::Applicant => true,
        FilledBy::Unit => !one.changes.is_empty() || !one.version.answered.is_empty(),
    };
    of_round.filter(says).collect()
}

/// `申报人第2次提交（2020年8月12日 10:00，三江县职改办退回后）`.
pub(super) fn version_in_words(one: &ChangedVersion) -> String {
    let (words, common) = (&texts().changes, &texts().common);
    let version = &one.version;
    let when = (common.moment)(version.at);
    let aside = match &version.after {
        Some(round) => format!("{when}{}{}", common.comma, (words.after)(&round.organisation)),
        None => when,
    };
    common.with_aside(&(words.version)(version.part, version.number), &aside)
}
