//! The dates and fees that an office sets for one cycle. Neither has a default (domain.md Appendices E, F).

use crate::pack::{Pack, TitleLevel};
use crate::stage::Office;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Each date ends at 24:00 Asia/Shanghai (民法典 art. 203).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// The pack's id.
    pub pack: String,
    pub open_on: NaiveDate,
    pub personal_deadline: NaiveDate,
    pub unit_deadline: NaiveDate,
    pub supervisor_deadline: NaiveDate,
    pub county_deadline: NaiveDate,
    pub series_deadline: NaiveDate,
    pub payment_deadline: NaiveDate,
    /// The last day of every correction, however late it was asked for (§5.5).
    pub final_correction_deadline: NaiveDate,
    /// 评审费 of each level, in fen.
    pub fees_fen: BTreeMap<TitleLevel, u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum BatchFault {
    #[error("请按开放日期、个人、单位、主管部门、县区、系列、缴费的先后顺序设置截止日期")]
    DatesOutOfOrder,
    #[error("最后补正日期须在个人截止日期与缴费截止日期之间")]
    CorrectionsElsewhere,
    #[error("单位截止日期须在个人截止日期之后留出至少{0}个工作日用于公示")]
    NoTimeForPublicity(u32),
    #[error("请设置{0}的评审费，未设置评审费的批次不能开放")]
    FeeMissing(String),
    #[error("{0}")]
    Calendar(#[from] crate::calendar::CalendarMissing),
}

impl Batch {
    /// A batch with a fault cannot open.
    pub fn check(&self, pack: &Pack) -> Result<(), BatchFault> {
        let dates = [
            self.open_on,
            self.personal_deadline,
            self.unit_deadline,
            self.supervisor_deadline,
            self.county_deadline,
            self.series_deadline,
            self.payment_deadline,
        ];
        if !dates.is_sorted() {
            return Err(BatchFault::DatesOutOfOrder);
        }
        if !(self.personal_deadline..=self.payment_deadline).contains(&self.final_correction_deadline) {
            return Err(BatchFault::CorrectionsElsewhere);
        }
        let needed = pack.batch.min_publicity_working_days;
        let between =
            pack.calendar.shared().working_days(self.personal_deadline, self.unit_deadline, false)?;
        if between < needed {
            return Err(BatchFault::NoTimeForPublicity(needed));
        }
        match pack.titles.iter().find(|title| !self.fees_fen.contains_key(&title.level)) {
            Some(title) => Err(BatchFault::FeeMissing(title.name.clone())),
            None => Ok(()),
        }
    }

    /// The last day of `office`.
    pub fn deadline_of(&self, office: Office) -> NaiveDate {
        match office {
            Office::Supervisor => self.supervisor_deadline,
            Office::CountyTitle | Office::CountyIndustry => self.county_deadline,
            Office::Series => self.series_deadline,
        }
    }

    pub fn is_open(&self, today: NaiveDate) -> bool {
        (self.open_on..=self.personal_deadline).contains(&today)
    }
}
