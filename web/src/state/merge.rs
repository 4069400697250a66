//! Three versions of one section: mine, the one both began from, and the one that the server holds.

use domain::form::{Row, SectionData, Spot, Values};
use domain::ids::RowId;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// Where both changed the same field, mine stands here.
    pub data: SectionData,
    pub differences: Vec<Spot>,
}

pub fn merge(section: &str, mine: &SectionData, base: &SectionData, theirs: &SectionData) -> Merged {
    let at = Spot::section(section);
    let mut differences = Vec::new();
    let values = merge_values(&at, &mine.values, &base.values, &theirs.values, &mut differences);
    let ids: BTreeSet<&String> = mine.groups.keys().chain(theirs.groups.keys()).collect();
    let mut groups = BTreeMap::new();
    for id in ids {
        let rows = merge_rows((section, id), mine.rows(id), base.rows(id), theirs.rows(id), &mut differences);
        groups.insert(id.clone(), rows);
    }
    Merged { data: SectionData { values, groups }, differences }
}

/// My rows in my order, without those they took away, then the rows they added.
fn merge_rows(
    (section, group): (&str, &str),
    mine: &[Row],
    base: &[Row],
    theirs: &[Row],
    differences: &mut Vec<Spot>,
) -> Vec<Row> {
    let nothing = Values::new();
    let mut rows = Vec::new();
    for row in mine {
        let before = find(base, &row.id);
        let before_values = before.map_or(&nothing, |before| &before.values);
        match find(theirs, &row.id) {
            Some(their) => {
                let at = Spot::group(section, group).in_row(group, &row.id);
                let values = merge_values(&at, &row.values, before_values, &their.values, differences);
                rows.push(Row { id: row.id.clone(), values });
            }
            None if before.is_some_and(|before| before.values == row.values) => {}
            None => rows.push(row.clone()),
        }
    }
    let added = |row: &&Row| find(mine, &row.id).is_none() && find(base, &row.id).is_none();
    rows.extend(theirs.iter().filter(added).cloned());
    rows
}

fn find<'a>(rows: &'a [Row], id: &RowId) -> Option<&'a Row> {
    rows.iter().find(|row| row.id == *id)
}

fn merge_values(
    at: &Spot,
    mine: &Values,
    base: &Values,
    theirs: &Values,
    differences: &mut Vec<Spot>,
) -> Values {
    let ids: BTreeSet<&String> = mine.keys().chain(theirs.keys()).collect();
    let mut merged = Values::new();
    for id in ids {
        let text = |values: &Values| values.get(id).cloned().unwrap_or_default();
        let (mine, base, theirs) = (text(mine), text(base), text(theirs));
        let value = if same(&mine, &theirs) || same(&theirs, &base) {
            mine
        } else if mine == base {
            theirs
        } else {
            differences.push(Spot { field: Some(id.clone()), ..at.clone() });
            mine
        };
        if !value.is_empty() {
            merged.insert(id.clone(), value);
        }
    }
    merged
}

/// The server folds blanks, which is no difference to ask anybody about.
fn same(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}
