//! The history of an application: submissions, the batch's deadlines, the table that was posted.

use crate::dice::Dice;
use crate::text;
use chrono::{Days, NaiveDate};
use domain::form::{Filing, Spot};
use domain::pack::Pack;
use domain::workflow::{PostedTable, ReturnItem};
use serde::Serialize;

/// Deadlines in the past and to come: a late correction and an early draft meet another T1 (§4.0).
#[derive(Debug, Serialize)]
pub struct History {
    pub first_submitted_on: Option<NaiveDate>,
    pub material_deadline: Option<NaiveDate>,
    pub review_deadline: Option<NaiveDate>,
    pub to_fix: Vec<ReturnItem>,
    pub posted: Option<PostedTable>,
}

impl History {
    pub(crate) fn random(pack: &Pack, dice: &mut Dice, today: NaiveDate) -> Self {
        let mut day = |back: i64, ahead: i64| {
            let near = dice.between(0, back + ahead).unsigned_abs();
            let day = today + Days::new(near) - Days::new(back.unsigned_abs());
            dice.percent(60).then_some(day)
        };
        let [first_submitted_on, material_deadline, review_deadline, generated_on] =
            [day(90, 0), day(60, 60), day(30, 120), day(30, 30)];
        let to_fix = if first_submitted_on.is_some() { to_fix(pack, dice) } else { Vec::new() };
        let posted = dice.percent(50).then(|| PostedTable {
            table_version: 1 + dice.below(12),
            payload_hash: format!("{:064x}", dice.below(u32::MAX)),
            check_code: format!("{:016x}", dice.below(u32::MAX)),
            generated_on: generated_on.unwrap_or(today),
            submitted_on: first_submitted_on.unwrap_or(today),
            ..PostedTable::default()
        });
        Self { first_submitted_on, material_deadline, review_deadline, to_fix, posted }
    }

    pub(crate) fn filing(&self) -> Filing<'_> {
        Filing {
            first_submitted_on: self.first_submitted_on,
            material_deadline: self.material_deadline,
            review_deadline: self.review_deadline,
            to_fix: &self.to_fix,
            posted: self.posted.as_ref(),
            earlier_tables: &[],
        }
    }

    /// Days near which it matters on which side a date lies.
    pub(crate) fn deadlines(&self) -> Vec<NaiveDate> {
        self.material_deadline.into_iter().chain(self.review_deadline).collect()
    }
}

/// Returns the points that a return named, in no more than three places.
fn to_fix(pack: &Pack, dice: &mut Dice) -> Vec<ReturnItem> {
    let mut items = Vec::new();
    for _ in 0..dice.below(4) {
        let Some(section) = dice.pick(&pack.sections) else { continue };
        let spot = match dice.pick(&section.fields) {
            Some(field) => Spot::field(&section.id, &field.id),
            None => Spot::section(&section.id),
        };
        let code = dice.pick(&pack.return_codes).map(|code| code.value.clone()).unwrap_or_default();
        let answer = if dice.percent(50) { text::prose(dice, 4) } else { String::new() };
        items.push(ReturnItem { spot, code, text: text::prose(dice, 8), answer });
    }
    items
}
