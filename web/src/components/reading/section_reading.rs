//! One section to read: what was typed in words, and the scans.

use domain::form::{Case, CopyKind, Here, Row, Scan, Spot};
use domain::pack::{Field, Group, Section, Slot};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{ScanLink, not_required, value_in_words};
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct SectionReadingProps {
    pub loaded: Rc<Loaded>,
    pub section: AttrValue,
}

#[component]
pub fn SectionReading(props: &SectionReadingProps) -> Html {
    let loaded = &props.loaded;
    let Some(section) = loaded.pack.section(&props.section) else {
        return html! { <p>{ texts().form.section.unknown }</p> };
    };
    loaded.with_case(|case| read(loaded, case, section))
}

fn read(loaded: &Loaded, case: &Case<'_>, section: &Section) -> Html {
    let at = Spot::section(&section.id);
    let here = Here { section: &section.id, row: None };
    if !case.is_asked(section) {
        return html! { <p id={at.anchor()} class="not-required" tabindex="-1">{ not_required(section) }</p> };
    }
    let groups = section.groups.iter().filter(|group| case.shown(here, group.shown.as_ref()));
    html! {
        <div id={at.anchor()} class="reading" tabindex="-1">
            { fields(case, here, &section.fields, &at) }
            { groups.map(|group| rows(loaded, case, here, group)).collect::<Html>() }
            { slots(loaded, case, here, &section.slots, &at) }
        </div>
    }
}

fn fields(case: &Case<'_>, here: Here<'_>, fields: &[Field], at: &Spot) -> Html {
    let shown: Vec<&Field> = fields.iter().filter(|field| is_read(case, here, field)).collect();
    if shown.is_empty() {
        return Html::default();
    }
    html! {
        <dl class="reading-facts">
            for field in shown {
                <div
                    id={Spot { field: Some(field.id.clone()), ..at.clone() }.anchor()}
                    class="fact"
                    tabindex="-1"
                >
                    <dt>{ &field.label }</dt>
                    <dd>{ words(case, here, field) }</dd>
                </div>
            }
        </dl>
    }
}

fn is_read(case: &Case<'_>, here: Here<'_>, field: &Field) -> bool {
    !field.hidden && case.shown(here, field.shown.as_ref())
}

/// The spot itself if it is among what is read here, else what it stands in: the row, the group or the section.
pub fn nearest_read(case: &Case<'_>, section: &Section, spot: &Spot) -> Spot {
    let whole = Spot::section(&section.id);
    let here = Here { section: &section.id, row: None };
    let Some(group) = &spot.group else {
        return in_reading(case, here, (&section.fields, &section.slots), (whole, spot));
    };
    let shown = |group: &&Group| case.shown(here, group.shown.as_ref());
    let Some(group) = section.group(group).filter(shown) else { return whole };
    let rows = case.rows(&section.id, &group.id);
    let at = Spot::group(&section.id, &group.id);
    let Some(row) = rows.iter().find(|row| Some(&row.id) == spot.row.as_ref()) else { return at };
    let at = at.in_row(&group.id, &row.id);
    in_reading(case, Here { row: Some(row), ..here }, (&group.fields, &group.slots), (at, spot))
}

fn in_reading(
    case: &Case<'_>,
    here: Here<'_>,
    (fields, slots): (&[Field], &[Slot]),
    (at, spot): (Spot, &Spot),
) -> Spot {
    let Spot { field, slot, .. } = spot.clone();
    let is_field = fields.iter().any(|known| Some(&known.id) == field.as_ref() && is_read(case, here, known));
    let is_slot = |known: &Slot| Some(&known.id) == slot.as_ref() && case.shown(here, known.shown.as_ref());
    if is_field || slots.iter().any(is_slot) { Spot { field, slot, ..at } } else { at }
}

fn words(case: &Case<'_>, here: Here<'_>, field: &Field) -> Html {
    let words = value_in_words(case, here, field);
    match words.as_str() {
        "" => html! { <span class="fact-empty">{ nothing(case, here, field) }</span> },
        _ => html! { words },
    }
}

/// Nobody forgot what nobody fills in.
fn nothing(case: &Case<'_>, here: Here<'_>, field: &Field) -> &'static str {
    match case.is_locked(here, field) {
        true => texts().form.field.nothing,
        false => texts().form.field.empty,
    }
}

fn rows(loaded: &Loaded, case: &Case<'_>, here: Here<'_>, group: &Group) -> Html {
    let at = Spot::group(here.section, &group.id);
    let anchor = at.anchor();
    let rows = case.rows_in_order(here.section, group);
    html! {
        <section id={anchor.clone()} class="group" tabindex="-1" aria-labelledby={format!("{anchor}-title")}>
            <h3 id={format!("{anchor}-title")}>{ &group.title }</h3>
            if rows.is_empty() {
                <p class="group-empty">{ texts().form.field.empty }</p>
            }
            for (index, row) in rows.iter().enumerate() {
                { self::row(loaded, case, Here { row: Some(row), ..here }, group, index) }
            }
        </section>
    }
}

fn row(loaded: &Loaded, case: &Case<'_>, here: Here<'_>, group: &Group, index: usize) -> Html {
    let Some(row) = here.row else { return Html::default() };
    let at = Spot::group(here.section, &group.id).in_row(&group.id, &row.id);
    html! {
        <div id={at.anchor()} class="row-card" tabindex="-1">
            <h4>{ format!("{} {}", group.row_name, index + 1) }</h4>
            { fields(case, here, &group.fields, &at) }
            { slots(loaded, case, here, &group.slots, &at) }
        </div>
    }
}

fn slots(loaded: &Loaded, case: &Case<'_>, here: Here<'_>, slots: &[Slot], at: &Spot) -> Html {
    let scans = |slot: &Slot| scans_in(case, here, slot);
    let shown: Vec<&Slot> = slots.iter().filter(|slot| case.shown(here, slot.shown.as_ref())).collect();
    if shown.is_empty() {
        return Html::default();
    }
    html! {
        <dl class="reading-facts">
            for slot in shown {
                <div
                    id={Spot { slot: Some(slot.id.clone()), ..at.clone() }.anchor()}
                    class="fact"
                    tabindex="-1"
                >
                    <dt>{ &slot.label }</dt>
                    <dd>{ scan_list(loaded, slot, &scans(slot)) }</dd>
                </div>
            }
        </dl>
    }
}

fn scans_in<'a>(case: &Case<'a>, here: Here<'_>, slot: &Slot) -> Vec<&'a Scan> {
    let row = here.row.map(|row: &Row| &row.id);
    let is_here = |scan: &&Scan| {
        scan.place.section == here.section && scan.place.slot == slot.id && scan.place.row.as_ref() == row
    };
    case.scans.iter().filter(is_here).collect()
}

fn scan_list(loaded: &Loaded, slot: &Slot, scans: &[&Scan]) -> Html {
    if scans.is_empty() {
        return html! { <span class="fact-empty">{ texts().form.scans.none }</span> };
    }
    let application = AttrValue::from(loaded.view.application.id.as_str().to_owned());
    html! {
        <ul class="file-list">
            for scan in scans {
                <li>
                    <ScanLink application={application.clone()} scan={(*scan).clone()} />
                    if slot.has_original() {
                        { copy_badge(scan) }
                    }
                    if let Some(kind) = slot.kinds.iter().find(|kind| kind.value == scan.kind) {
                        <span class="help">{ &kind.label }</span>
                    }
                    if !scan.description.is_empty() {
                        <span class="help">{ &scan.description }</span>
                    }
                    if scan.marked {
                        <span class="help">{ texts().form.scans.marked }</span>
                    }
                </li>
            }
        </ul>
    }
}

/// 原件, or 复印件 with its stamps and the reason.
pub fn copy_badge(scan: &Scan) -> Html {
    let scans = &texts().form.scans;
    match &scan.copy_kind {
        CopyKind::Original => html! { <span class="badge">{ scans.original_badge }</span> },
        CopyKind::StampedCopy { verification_stamp, unit_seal, no_original_reason } => html! {
            <>
                <span class="badge badge-warning">{ scans.copy_badge }</span>
                if *verification_stamp {
                    <span class="badge">{ scans.verification_stamp }</span>
                }
                if *unit_seal {
                    <span class="badge">{ scans.unit_seal }</span>
                }
                if !no_original_reason.is_empty() {
                    <span class="help">{ texts().common.labelled(scans.no_original_reason, no_original_reason) }</span>
                }
            </>
        },
    }
}
