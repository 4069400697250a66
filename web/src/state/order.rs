//! The order of a group's rows on two sides, and the one order that both are merged into.

use domain::form::Row;
use domain::ids::RowId;

/// Rows as far as their order matters: ids only.
pub(crate) type Ids<'a> = Vec<&'a RowId>;

pub(crate) fn ids(rows: &[Row]) -> Ids<'_> {
    rows.iter().map(|row| &row.id).collect()
}

/// Returns whether the rows that both have stand in the same order.
pub(crate) fn same_order(a: &[&RowId], b: &[&RowId]) -> bool {
    let in_b = a.iter().filter(|id| b.contains(id));
    let in_a = b.iter().filter(|id| a.contains(id));
    in_b.eq(in_a)
}

/// All of `leading` in its order. What only `other` has stands after its neighbour there and after what follows
/// that here alone; what was added at the end there is at the end.
pub(crate) fn woven<'a>(leading: &[&'a RowId], other: &[&'a RowId]) -> Ids<'a> {
    let mut order = leading.to_vec();
    for (index, id) in other.iter().enumerate() {
        if order.contains(id) {
            continue;
        }
        if !other[index + 1..].iter().any(|later| leading.contains(later)) {
            order.push(*id);
            continue;
        }
        let before = other[..index].iter().rev().find_map(|id| order.iter().position(|had| had == id));
        let mut place = before.map_or(0, |at| at + 1);
        while order.get(place).is_some_and(|next| !other.contains(next)) {
            place += 1;
        }
        order.insert(place, *id);
    }
    order
}
