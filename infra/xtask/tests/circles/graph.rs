//! Circles of arrows, the shortest of each knot.

use crate::sources::Needs;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Returns a line for each knot: its shortest circle, and how many files hang together in it.
pub(crate) fn circles(needs: &Needs) -> Vec<String> {
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        needs.keys().map(|file| (file.as_str(), after(needs, file))).collect();
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    for (file, reached) in reach.iter().filter(|(file, reached)| reached.contains(*file)) {
        let knot: BTreeSet<&str> = reached
            .iter()
            .copied()
            .filter(|other| reach.get(other).is_some_and(|back| back.contains(file)))
            .collect();
        if seen.insert(knot.clone()) {
            let circle =
                knot.iter().filter_map(|file| circle(needs, file)).min_by_key(Vec::len).unwrap_or_default();
            lines.push(format!("{} ({} files hang together)", circle.join(" → "), knot.len()));
        }
    }
    lines
}

fn after<'a>(needs: &'a Needs, file: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&str> = needs.get(file).into_iter().flatten().map(String::as_str).collect();
    while let Some(next) = waiting.pop() {
        if reached.insert(next) {
            waiting.extend(needs.get(next).into_iter().flatten().map(String::as_str));
        }
    }
    reached
}

/// The shortest way from a file to itself.
fn circle<'a>(needs: &'a Needs, start: &'a str) -> Option<Vec<&'a str>> {
    let mut ways = VecDeque::from([vec![start]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in needs.get(*way.last()?).into_iter().flatten() {
            let longer = way.iter().copied().chain([next.as_str()]).collect();
            if next == start {
                return Some(longer);
            }
            if seen.insert(next) {
                ways.push_back(longer);
            }
        }
    }
    None
}
