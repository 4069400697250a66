//! One random application of a pack: chosen title, filled and half-filled categories, scans, a day.

use crate::dice::Dice;
use crate::value::Writer;
use crate::{files, text};
use chrono::{Days, NaiveDate};
use domain::form::{Answers, Attachment, Case, Here, Row, Spot, fixed_rows};
use domain::ids::RowId;
use domain::policy::{Group, Policy, Section};
use domain::workflow::ReturnItem;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct Application {
    pub today: NaiveDate,
    pub first_submitted_on: Option<NaiveDate>,
    pub to_fix: Vec<ReturnItem>,
    pub answers: Answers,
    pub files: Vec<Attachment>,
}

impl Application {
    /// The same for the same pack and seed, on every machine.
    pub fn random(policy: &Policy, seed: u32) -> Self {
        let mut dice = Dice::new(seed);
        let today = day_of_cycle(policy, &mut dice);
        let writer = Writer::new(policy, &mut dice, today);
        let mut answers = Answers::new();
        for section in &policy.sections {
            if !dice.percent(3) {
                fill(policy, &mut dice, &writer, &mut answers, section);
            }
        }
        let files = files::random(&mut dice, &Case::new(policy, &answers, &[], today), writer.care);
        let first_submitted_on = dice.percent(50).then(|| today - Days::new(u64::from(dice.below(90))));
        let to_fix = if first_submitted_on.is_some() { to_fix(policy, &mut dice) } else { Vec::new() };
        Self { today, first_submitted_on, to_fix, answers, files }
    }

    pub fn case<'a>(&'a self, policy: &'a Policy) -> Case<'a> {
        let mut case = Case::new(policy, &self.answers, &self.files, self.today);
        case.filing.first_submitted_on = self.first_submitted_on;
        case.filing.to_fix = &self.to_fix;
        case
    }
}

fn day_of_cycle(policy: &Policy, dice: &mut Dice) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(policy.cycle_year, 1, 1).unwrap_or_default();
    first + Days::new(u64::from(dice.below(365)))
}

/// What a return named, in no more than three places.
fn to_fix(policy: &Policy, dice: &mut Dice) -> Vec<ReturnItem> {
    let mut items = Vec::new();
    for _ in 0..dice.below(4) {
        let Some(section) = dice.pick(&policy.sections) else { continue };
        let spot = match dice.pick(&section.fields) {
            Some(field) => Spot::field(&section.id, &field.id),
            None => Spot::section(&section.id),
        };
        let code = dice.pick(&policy.return_codes).map(|code| code.value.clone()).unwrap_or_default();
        let answer = if dice.percent(50) { text::prose(dice, 4) } else { String::new() };
        items.push(ReturnItem { spot, code, text: text::prose(dice, 8), answer });
    }
    items
}

/// Fields one after the other: what a later one asks may hang on an earlier one.
fn fill(policy: &Policy, dice: &mut Dice, writer: &Writer, answers: &mut Answers, section: &Section) {
    let here = Here { section: &section.id, row: None };
    for field in &section.fields {
        let value = writer.value(dice, &Case::new(policy, answers, &[], writer.today), here, field);
        if !value.is_empty() || dice.percent(10) {
            let data = answers.entry(section.id.clone()).or_default();
            data.values.insert(field.id.clone(), value);
        }
    }
    for group in &section.groups {
        let rows = rows(dice, writer, &Case::new(policy, answers, &[], writer.today), here, group);
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
