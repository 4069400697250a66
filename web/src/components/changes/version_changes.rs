//! One version: the answers to the return before it, each with what was changed at its place, then the rest.

use api::applications::ChangedVersion;
use domain::form::Change;
use domain::pack::Pack;
use domain::workflow::ReturnItem;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::changes::ChangeTables;
use crate::components::reading::{Places, ReasonView};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct VersionChangesProps {
    pub application: AttrValue,
    pub pack: Rc<Pack>,
    pub version: ChangedVersion,
    /// The sections stand on this page.
    #[prop_or_default]
    pub linked: bool,
}

#[component]
pub fn VersionChanges(props: &VersionChangesProps) -> Html {
    let ChangedVersion { version, changes, .. } = &props.version;
    let is_at = |item: &ReturnItem, change: &Change| item.spot.holds(&change.spot);
    let is_elsewhere = |change: &&Change| !version.answered.iter().any(|item| is_at(item, change));
    let elsewhere: Vec<Change> = changes.iter().filter(is_elsewhere).cloned().collect();
    let tables = |changes: Vec<Change>| {
        html! {
            <ChangeTables application={props.application.clone()} pack={props.pack.clone()} {changes}
                linked={props.linked} />
        }
    };
    let places = if props.linked { Places::InTheReading } else { Places::Plain };
    let words = &texts().changes;
    if version.answered.is_empty() {
        return match changes.is_empty() {
            true => html! { <p>{ words.none }</p> },
            false => tables(changes.clone()),
        };
    }
    html! {
        <>
            for item in &version.answered {
                <ReasonView application={props.application.clone()} pack={props.pack.clone()}
                    reasons={vec![item.clone()]} {places} />
                { at_place(changes.iter().filter(|change| is_at(item, change)).cloned().collect(), &tables) }
            }
            if elsewhere.is_empty() {
                <p>{ words.elsewhere_none }</p>
            } else {
                <p><strong>{ words.elsewhere }</strong></p>
                { tables(elsewhere) }
            }
        </>
    }
}

fn at_place(changes: Vec<Change>, tables: &dyn Fn(Vec<Change>) -> Html) -> Html {
    match changes.is_empty() {
        true => html! { <p><span class="badge badge-warning">{ texts().changes.unchanged }</span></p> },
        false => tables(changes),
    }
}
