//! One random application of a pack: chosen title, filled and half-filled sections, scans, a day, a history.

use crate::dice::Dice;
use crate::history::History;
use crate::scans;
use crate::value::Writer;
use chrono::{Days, NaiveDate};
use domain::form::{Answers, Case, Here, Row, Scan, fixed_rows};
use domain::ids::RowId;
use domain::pack::{Group, Pack, Section};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct Application {
    pub today: NaiveDate,
    pub history: History,
    pub answers: Answers,
    pub scans: Vec<Scan>,
}

impl Application {
    /// The same for the same pack and seed, on every machine.
    pub fn random(pack: &Pack, seed: u32) -> Self {
        let mut dice = Dice::new(seed);
        let today = day_of_cycle(pack, &mut dice);
        let history = History::random(pack, &mut dice, today);
        let writer = Writer::new(pack, &mut dice, today, history.deadlines());
        let mut answers = Answers::new();
        for section in &pack.sections {
            if !dice.percent(3) {
                fill(pack, &mut dice, &writer, &mut answers, section);
            }
        }
        let scans = scans::random(&mut dice, &Case::new(pack, &answers, &[], today), writer.care);
        Self { today, history, answers, scans }
    }

    pub fn case<'a>(&'a self, pack: &'a Pack) -> Case<'a> {
        let case = Case::new(pack, &self.answers, &self.scans, self.today);
        Case { filing: self.history.filing(), ..case }
    }
}

fn day_of_cycle(pack: &Pack, dice: &mut Dice) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(pack.cycle_year, 1, 1).unwrap_or_default();
    first + Days::new(u64::from(dice.below(365)))
}

/// Fields one after the other: what a later one asks may hang on an earlier one.
fn fill(pack: &Pack, dice: &mut Dice, writer: &Writer, answers: &mut Answers, section: &Section) {
    let here = Here { section: &section.id, row: None };
    for field in &section.fields {
        let value = writer.value(dice, &Case::new(pack, answers, &[], writer.today), here, field);
        if !value.is_empty() || dice.percent(10) {
            let data = answers.entry(section.id.clone()).or_default();
            data.values.insert(field.id.clone(), value);
        }
    }
    for group in &section.groups {
        let rows = rows(dice, writer, &Case::new(pack, answers, &[], writer.today), here, group);
        answers.entry(section.id.clone()).or_default().groups.insert(group.id.clone(), rows);
    }
}

fn rows(dice: &mut Dice, writer: &Writer, case: &Case<'_>, here: Here<'_>, group: &Group) -> Vec<Row> {
    let ids = row_ids(dice, writer, case, here, group);
    ids.into_iter()
        .map(|id| {
            let mut row = Row { id, values: Default::default() };
            for field in &group.fields {
                let value = writer.value(dice, case, Here { row: Some(&row), ..here }, field);
                row.values.insert(field.id.clone(), value);
            }
            row
        })
        .collect()
}

/// A row that the system lays out may be missing, and one that it does not may be there.
fn row_ids(dice: &mut Dice, writer: &Writer, case: &Case<'_>, here: Here<'_>, group: &Group) -> Vec<RowId> {
    let mut ids = Vec::new();
    if let Some(kind) = group.fixed_rows {
        ids.extend(fixed_rows(case, kind).into_iter().map(|(id, _)| id));
        ids.retain(|_| dice.percent(writer.care));
    }
    let is_asked = group.fixed_rows.is_none() && case.shown(here, group.shown.as_ref());
    let n_more = if is_asked { n_rows(dice, group) } else { u32::from(dice.percent(5)) };
    ids.extend((0..n_more).map(|n| RowId::new(format!("r{n}"))));
    if ids.len() > 1 && dice.percent(1) {
        ids[1] = ids[0].clone();
    }
    ids
}

/// None to eight, and seldom one more than the group takes.
fn n_rows(dice: &mut Dice, group: &Group) -> u32 {
    let width = |n: usize| u32::try_from(n).unwrap_or_default();
    match (dice.below(200), group.max) {
        (0, Some(most)) if most < 100 => width(most) + 1,
        (0..120, _) => width(group.min) + dice.below(3),
        (120..180, _) => dice.below(4),
        (180.., _) => dice.below(9),
    }
}
