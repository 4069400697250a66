//! Changes to read: a table of old and new for each section.

use domain::form::{Change, Changed, RowPlace, Scan};
use domain::pack::{Pack, Slot};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::PlaceLink;
use crate::components::changes::{Differing, differing, place_of_change, value_of_field};
use crate::components::reading::{ScanLink, copy_badge, reading_id, section_in_words};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ChangeTablesProps {
    pub application: AttrValue,
    pub pack: Rc<Pack>,
    pub changes: Vec<Change>,
    /// The sections stand on this page, and their names lead there.
    #[prop_or_default]
    pub linked: bool,
}

#[component]
pub fn ChangeTables(props: &ChangeTablesProps) -> Html {
    let of_one_section = |one: &Change, other: &Change| one.spot.section == other.spot.section;
    props.changes.chunk_by(of_one_section).map(|changes| table(props, changes)).collect()
}

fn table(props: &ChangeTablesProps, changes: &[Change]) -> Html {
    let words = &texts().changes;
    let section = changes.first().and_then(|change| props.pack.section(&change.spot.section));
    let Some(section) = section else { return Html::default() };
    let title = section_in_words(section);
    html! {
        <div data-changes={section.id.clone()}>
            <h4>
                if props.linked {
                    <PlaceLink to={reading_id(section)}>{ &title }</PlaceLink>
                } else {
                    { &title }
                }
            </h4>
            <table class="queue" aria-label={title.clone()}>
                <thead>
                    <tr>
                        <th scope="col">{ words.place }</th>
                        <th scope="col">{ words.old }</th>
                        <th scope="col">{ words.new }</th>
                    </tr>
                </thead>
                <tbody>
                    for change in changes {
                        <tr>
                            <th scope="row">{ place_of_change(&props.pack, change) }</th>
                            { cells(props, change) }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn cells(props: &ChangeTablesProps, change: &Change) -> Html {
    let (old, new) = match &change.what {
        Changed::Field { old, new } => fields(&props.pack, change, old, new),
        Changed::Row { old, new } => rows(old.as_ref(), new.as_ref()),
        Changed::Scan { old, new } => scans(props, change, old.as_deref(), new.as_deref()),
    };
    let words = &texts().changes;
    html! {
        <>
            <td data-label={words.old} class="paragraph">{ old }</td>
            <td data-label={words.new} class="paragraph">{ new }</td>
        </>
    }
}

fn fields(pack: &Pack, change: &Change, old: &str, new: &str) -> (Html, Html) {
    let in_words = |value: &str| value_of_field(pack, &change.spot, value);
    let nothing = || html! { <span class="fact-empty">{ texts().changes.nothing }</span> };
    match (old, new) {
        ("", new) => (nothing(), html! { in_words(new) }),
        (old, "") => (html! { in_words(old) }, nothing()),
        (old, new) => {
            let Differing { before, old, new, after } = differing(&in_words(old), &in_words(new));
            let marked = |text: Html| html! { <>{ &before }{ text }{ &after }</> };
            (marked(html! { <del>{ old }</del> }), marked(html! { <ins>{ new }</ins> }))
        }
    }
}

fn rows(old: Option<&RowPlace>, new: Option<&RowPlace>) -> (Html, Html) {
    let words = &texts().changes;
    let place = |row: &RowPlace| html! { (words.row_at)(row.number) };
    match (old, new) {
        (Some(old), Some(new)) => (place(old), place(new)),
        (None, _) => (html! { "—" }, html! { <strong>{ words.row_added }</strong> }),
        (_, None) => (html! { "—" }, html! { <strong>{ words.row_removed }</strong> }),
    }
}

fn scans(props: &ChangeTablesProps, change: &Change, old: Option<&Scan>, new: Option<&Scan>) -> (Html, Html) {
    let section = props.pack.section(&change.spot.section);
    let slot = section.zip(change.spot.slot.as_deref()).and_then(|(section, id)| section.slot(id));
    let is_same = old.zip(new).is_some_and(|(old, new)| old.id != new.id && old.sha256 == new.sha256);
    let scan = |scan: Option<&Scan>| match scan {
        Some(scan) => scan_in_words(&props.application, slot, scan),
        None => html! { <span class="fact-empty">{ texts().changes.no_scan }</span> },
    };
    let new = html! {
        <>
            { scan(new) }
            if is_same {
                <p><span class="badge badge-warning">{ texts().changes.same_file }</span></p>
            }
        </>
    };
    (scan(old), new)
}

/// The scan to open, and what is declared of it.
fn scan_in_words(application: &AttrValue, slot: Option<&Slot>, scan: &Scan) -> Html {
    let kind = slot.and_then(|slot| slot.kinds.iter().find(|kind| kind.value == scan.kind));
    html! {
        <>
            <ScanLink application={application.clone()} scan={scan.clone()} />
            if slot.is_some_and(Slot::has_original) {
                { copy_badge(scan) }
            }
            if let Some(kind) = kind {
                <span class="help">{ &kind.label }</span>
            }
            if !scan.description.is_empty() {
                <span class="help">{ &scan.description }</span>
            }
            if let Some(degrees) = scan.rotation {
                <span class="help">{ (texts().changes.turned)(degrees) }</span>
            }
            if scan.marked {
                <span class="help">{ texts().form.scans.marked }</span>
            }
        </>
    }
}
