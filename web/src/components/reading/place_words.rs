//! Places of an application in words.

use domain::form::{Here, Scan, Spot};
use domain::pack::{FilledBy, Group, Section};

use crate::components::reading::value_in_words;
use crate::state::loaded::Loaded;
use crate::texts::texts;

/// `1．个人基本信息`; the unit's forms bear no number on paper, and have only their title.
pub fn section_in_words(section: &Section) -> String {
    match section.filled_by {
        FilledBy::Applicant => (texts().common.numbered)(&section.number, &section.title),
        FilledBy::Unit => section.title.clone(),
    }
}

/// `论文2“题名”`: which of several rows it is.
pub fn row_in_words(loaded: &Loaded, spot: &Spot) -> Option<String> {
    let (group, id) = (spot.group.as_deref()?, spot.row.as_ref()?);
    let group = loaded.pack.section(&spot.section)?.group(group)?;
    let title = group.fields.iter().find(|field| field.id == group.row_title)?;
    loaded.with_case(|case| {
        let rows = case.rows(&spot.section, &group.id);
        let index = rows.iter().position(|row| row.id == *id)?;
        let here = Here { section: &spot.section, row: rows.get(index) };
        let title = value_in_words(case, here, title);
        Some(match group.fixed_rows {
            Some(_) => title,
            None => (texts().form.rows.named)(&group.row_name, index + 1, &title),
        })
    })
}

/// `5．任现职以来论文、著作情况 · 期刊封面`: section, then the field, slot or group.
pub fn place_in_words(loaded: &Loaded, spot: &Spot) -> String {
    let Some(section) = loaded.pack.section(&spot.section) else { return spot.section.clone() };
    let group = spot.group.as_deref().and_then(|id| section.group(id));
    let row = spot.row.as_ref().zip(group).and_then(|(id, group)| {
        let rows = loaded.answers.get(&section.id)?.rows(&group.id);
        let position = rows.iter().position(|row| row.id == *id)?;
        Some(format!("{} {}", group.row_name, position + 1))
    });
    let field = spot.field.as_deref().and_then(|id| section.field(id)).map(|field| field.label.clone());
    let slot = spot.slot.as_deref().and_then(|id| section.slot(id)).map(|slot| slot.label.clone());
    let parts = [row.or_else(|| group.map(|group| group.title.clone())), field, slot];
    let parts: Vec<String> = [Some(section_in_words(section))].into_iter().chain(parts).flatten().collect();
    parts.join(" · ")
}

/// `5．任现职以来论文、著作情况 · 论文 1 · 期刊封面`; without the row if it is gone.
pub fn place_of_scan(loaded: &Loaded, scan: &Scan) -> String {
    place_in_words(loaded, &spot_of(loaded, scan))
}

fn spot_of(loaded: &Loaded, scan: &Scan) -> Spot {
    let place = &scan.place;
    let section = loaded.pack.section(&place.section).filter(|_| place.row.is_some());
    let has_slot = |group: &&Group| group.slots.iter().any(|slot| slot.id == place.slot);
    let group = section.and_then(|section| section.groups.iter().find(has_slot));
    Spot {
        group: group.map(|group| group.id.clone()),
        row: place.row.clone(),
        slot: Some(place.slot.clone()),
        ..Spot::section(&place.section)
    }
}
