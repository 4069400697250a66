//! Three versions of one section: mine, the one both began from, and the one that the server holds.
//! A version sent without an answer is a fourth: where the server holds that, it holds mine.

use domain::form::{Row, SectionData, Spot, Values};
use std::collections::{BTreeMap, BTreeSet};

use crate::state::cells::{fields, find, same_text, same_values, text};
use crate::state::order::{ids, same_order, woven};

#[derive(Clone, Copy, Debug)]
pub struct Versions<'a> {
    pub mine: &'a SectionData,
    pub base: &'a SectionData,
    /// The server may hold one of these.
    pub unanswered: &'a [SectionData],
    pub theirs: &'a SectionData,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// Where both changed the same, mine stands here.
    pub data: SectionData,
    /// A field; a row that one side removed and the other changed; or a group whose rows both moved.
    pub differences: Vec<Spot>,
}

/// One group of the four versions.
struct Rows<'a> {
    mine: &'a [Row],
    base: &'a [Row],
    unanswered: Vec<&'a [Row]>,
    theirs: &'a [Row],
}

/// The texts of one place in the four versions.
struct Texts<'a> {
    mine: &'a Values,
    base: &'a Values,
    unanswered: Vec<&'a Values>,
    theirs: &'a Values,
    /// I took the row away meanwhile and put it back: its texts are mine, as if I had typed them again.
    put_back: bool,
}

pub fn merge(section: &str, versions: Versions<'_>) -> Merged {
    let Versions { mine, base, unanswered, theirs } = versions;
    let mut differences = Vec::new();
    let texts = Texts {
        mine: &mine.values,
        base: &base.values,
        unanswered: unanswered.iter().map(|sent| &sent.values).collect(),
        theirs: &theirs.values,
        put_back: false,
    };
    let values = merge_values(&Spot::section(section), &texts, &mut differences);
    let ids: BTreeSet<&String> = mine.groups.keys().chain(theirs.groups.keys()).collect();
    let mut groups = BTreeMap::new();
    for id in ids {
        let rows = Rows {
            mine: mine.rows(id),
            base: base.rows(id),
            unanswered: unanswered.iter().map(|sent| sent.rows(id)).collect(),
            theirs: theirs.rows(id),
        };
        groups.insert(id.clone(), merge_rows(&Spot::group(section, id), &rows, &mut differences));
    }
    Merged { data: SectionData { values, groups }, differences }
}

fn merge_rows(at: &Spot, rows: &Rows<'_>, differences: &mut Vec<Spot>) -> Vec<Row> {
    let mut kept: Vec<Row> =
        rows.mine.iter().filter_map(|row| merge_own_row(at, rows, row, differences)).collect();
    for row in rows.theirs.iter().filter(|row| find(rows.mine, &row.id).is_none()) {
        let versions: Vec<&Values> = rows.before(row).map(|before| &before.values).collect();
        if versions.is_empty() {
            kept.push(row.clone());
        } else if !is_one_of(&row.values, &versions) {
            differences.push(row_spot(at, row));
        }
    }
    let order = rows.order(at, differences);
    let place = |row: &Row| order.iter().position(|id| **id == row.id);
    kept.sort_by_key(place);
    kept
}

/// A row that I have; `None` when they removed it and I had not touched it.
fn merge_own_row(at: &Spot, rows: &Rows<'_>, row: &Row, differences: &mut Vec<Spot>) -> Option<Row> {
    let nothing = Values::new();
    let base = find(rows.base, &row.id);
    let took_it_away_myself = rows.unanswered.iter().any(|sent| find(sent, &row.id).is_none());
    if let Some(theirs) = find(rows.theirs, &row.id) {
        let sent = rows.unanswered.iter().filter_map(|sent| find(sent, &row.id));
        let texts = Texts {
            mine: &row.values,
            base: base.map_or(&nothing, |base| &base.values),
            unanswered: sent.map(|row| &row.values).collect(),
            theirs: &theirs.values,
            put_back: base.is_some() && took_it_away_myself,
        };
        let values = merge_values(&row_spot(at, row), &texts, differences);
        return Some(Row { id: row.id.clone(), values });
    }
    match base.filter(|_| !took_it_away_myself) {
        Some(_) if rows.before(row).all(|had| same_values(&had.values, &row.values)) => None,
        Some(_) => {
            differences.push(row_spot(at, row));
            Some(row.clone())
        }
        None => Some(row.clone()),
    }
}

fn row_spot(group: &Spot, row: &Row) -> Spot {
    Spot { row: Some(row.id.clone()), ..group.clone() }
}

impl<'a> Rows<'a> {
    /// The row in the versions that both sides may have known.
    fn before(&self, row: &Row) -> impl Iterator<Item = &'a Row> {
        let versions = std::iter::once(&self.base).chain(&self.unanswered);
        versions.filter_map(|rows| find(rows, &row.id))
    }

    fn order(&self, at: &Spot, differences: &mut Vec<Spot>) -> Vec<&'a domain::ids::RowId> {
        let (mine, base, theirs) = (ids(self.mine), ids(self.base), ids(self.theirs));
        let moved_there = !same_order(&theirs, &base)
            && !self.unanswered.iter().any(|sent| same_order(&theirs, &ids(sent)));
        let moved_here = !same_order(&mine, &base);
        match (moved_here, moved_there) {
            (false, true) => woven(&theirs, &mine),
            (true, true) if !same_order(&mine, &theirs) => {
                differences.push(at.clone());
                woven(&mine, &theirs)
            }
            (true, true) | (_, false) => woven(&mine, &theirs),
        }
    }
}

/// Every text is the one of some version.
fn is_one_of(values: &Values, versions: &[&Values]) -> bool {
    let mut all = versions.to_vec();
    all.push(values);
    let known = |field| versions.iter().any(|old| same_text(text(old, field), text(values, field)));
    fields(&all).into_iter().all(|field| known(field))
}

/// A field that I changed and changed back, with something else sent in between, was touched.
fn is_untouched(texts: &Texts<'_>, field: &str) -> bool {
    let mine = text(texts.mine, field);
    let mut known = std::iter::once(&texts.base).chain(&texts.unanswered);
    !texts.put_back && known.all(|had| text(had, field) == mine)
}

fn merge_values(at: &Spot, texts: &Texts<'_>, differences: &mut Vec<Spot>) -> Values {
    let mut merged = Values::new();
    for field in fields(&[texts.mine, texts.theirs]) {
        let (mine, theirs) = (text(texts.mine, field), text(texts.theirs, field));
        let base = text(texts.base, field);
        let is_old = |theirs: &str| {
            same_text(theirs, base)
                || texts.unanswered.iter().any(|sent| same_text(theirs, text(sent, field)))
        };
        let value = if same_text(mine, theirs) || is_old(theirs) {
            mine
        } else if is_untouched(texts, field) {
            theirs
        } else {
            differences.push(Spot { field: Some(field.clone()), ..at.clone() });
            mine
        };
        if !value.is_empty() {
            merged.insert(field.clone(), value.to_owned());
        }
    }
    merged
}
