//! An application under judgement, and what is known of it.

use super::{Answers, Row, Scan, SectionData};
use crate::calendar::WorkingDays;
use crate::ids::{RowId, ScanId};
use crate::named::basic_info;
use crate::pack::{Group, Pack};
use crate::workflow::{PostedTable, ReturnItem};
use chrono::NaiveDate;

/// Everything the rules may look at. `today` is the date in Asia/Shanghai.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub pack: &'a Pack,
    pub answers: &'a Answers,
    pub scans: &'a [Scan],
    pub today: NaiveDate,
    pub filing: Filing<'a>,
}

/// The facts that the scan's history adds to its answers; none before the first submission.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filing<'a> {
    /// The day that the months of social insurance count from (R57): a correction does not move it.
    pub first_submitted_on: Option<NaiveDate>,
    /// Stands for the pack's `material_cutoff` where it sets none.
    pub material_deadline: Option<NaiveDate>,
    /// The day until which anything shown to the reviewers has to last; none: today.
    pub review_deadline: Option<NaiveDate>,
    /// The items of the return that is being answered.
    pub to_fix: &'a [ReturnItem],
    /// The 公示表 that was printed last.
    pub posted: Option<&'a PostedTable>,
    pub earlier_tables: &'a [PostedTable],
}

impl Filing<'_> {
    /// Whether the scan proves another publicity than the one that is filled in now.
    pub fn sets_aside(&self, scan: &ScanId) -> bool {
        let aside =
            self.earlier_tables.iter().chain(self.posted).filter_map(|table| table.set_aside.as_ref());
        aside.into_iter().any(|aside| aside.scans.contains(scan))
    }
}

/// The section, and the row if there is one, in which a field stands.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    pub section: &'a str,
    pub row: Option<&'a Row>,
}

impl<'a> Case<'a> {
    /// A case that was never submitted.
    pub fn new(pack: &'a Pack, answers: &'a Answers, scans: &'a [Scan], today: NaiveDate) -> Self {
        Self { pack, answers, scans, today, filing: Filing::default() }
    }

    /// The data of one section; none while nothing was saved.
    pub fn section(&self, id: &str) -> Option<&'a SectionData> {
        self.answers.get(id)
    }

    pub fn value(&self, section: &str, field: &str) -> &'a str {
        self.section(section).map_or("", |data| data.value(field))
    }

    pub fn rows(&self, section: &str, group: &str) -> &'a [Row] {
        self.section(section).map_or(&[], |data| data.rows(group))
    }

    /// The rows of a group as readers see them; rows without a date come last.
    pub fn rows_in_order(&self, section: &str, group: &Group) -> Vec<&'a Row> {
        let mut rows: Vec<&Row> = self.rows(section, &group.id).iter().collect();
        if let Some(date) = &group.sorted_by {
            rows.sort_by_key(|row| (row.value(date).is_empty(), row.value(date)));
        }
        rows
    }

    pub fn scans_at<'b>(
        &'b self,
        section: &'b str,
        row: Option<&'b RowId>,
        slot: &'b str,
    ) -> impl Iterator<Item = &'a Scan> + 'b {
        self.scans.iter().filter(move |scan| {
            let is_here =
                scan.place.section == section && scan.place.slot == slot && scan.place.row.as_ref() == row;
            is_here && !self.filing.sets_aside(&scan.id)
        })
    }

    pub fn target_title(&self) -> &'a str {
        self.value(basic_info::ID, basic_info::TARGET_TITLE)
    }

    pub fn is_senior(&self) -> bool {
        self.pack.is_senior(self.target_title())
    }

    /// Returns the pack's calendar with the days of the unit's county.
    pub fn calendar(&self) -> WorkingDays<'_> {
        self.pack.calendar.of_county(self.value(basic_info::ID, basic_info::UNIT_COUNTY))
    }

    /// Returns T1, after which nothing is accepted (§4.0).
    pub fn cutoff(&self) -> NaiveDate {
        self.counted_until().min(self.today)
    }

    /// Returns the batch's closing day, by which years are full even if it is still to come (§4.1).
    pub fn counted_until(&self) -> NaiveDate {
        let closing = self.pack.batch.material_cutoff.or(self.filing.material_deadline);
        closing.unwrap_or(self.today)
    }
}
