//! Everything that somebody, or time, may do next: each row of the table in each way in which it may be fed, and what
//! happens between the rows.

use super::setting::{DAYS, Setting};
use super::world::{MEETING, World};
use crate::scene::{day, laid_out, step};
use chrono::{Days, NaiveDate};
use domain::dates;
use domain::form::Row;
use domain::pack::FixedRows;
use domain::workflow::{Action, By, Move, Stage};
use std::fmt;

const UNIT: By = By::Stage(Stage::Unit);

#[derive(Clone, Copy)]
pub(super) enum Act {
    NextDay,
    /// 生成公示表, of a publicity that begins today.
    Print,
    /// A look at the application by the organisation, or the applicant, that holds it.
    Open,
    Step(Action, Way),
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NextDay => f.write_str("NextDay"),
            Self::Print => f.write_str("Print"),
            Self::Open => f.write_str("Open"),
            Self::Step(action, way) => write!(f, "{action:?} {way:?}"),
        }
    }
}

/// The forms with which a step is taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Way {
    /// Everything that the step needs is there.
    InOrder,
    /// The applicant says the first or the second printed thing, and adds something that is not printed or does not.
    Saying(usize, bool),
    /// The unit types the days of the first week, whatever hung then.
    TypingDays,
    /// Everything is in order but for this.
    But(Slip),
}

/// Something that must not pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Slip {
    SectionUnchecked,
    NoOutcome,
    Upheld,
    /// The publicity ends a working day early.
    DayShort,
    /// The publicity is said to have been a week before.
    BackDated,
    FourMembers,
    /// One of the five did not come.
    OneAbsent,
    GroupAgainst,
    UnitAgainst,
    TwoOnThePanel,
    DefendedAfterwards,
}

/// Those that the unit may leave in its forms when it vouches for the applicant.
const SLIPS: [Slip; 11] = [
    Slip::SectionUnchecked,
    Slip::NoOutcome,
    Slip::Upheld,
    Slip::DayShort,
    Slip::BackDated,
    Slip::FourMembers,
    Slip::OneAbsent,
    Slip::GroupAgainst,
    Slip::UnitAgainst,
    Slip::TwoOnThePanel,
    Slip::DefendedAfterwards,
];

/// Returns the ways in which a row may be fed. An action that is new to the table is to be fed here.
fn ways(row: &Move) -> Vec<Way> {
    match row.action {
        Action::Submit => {
            vec![Way::Saying(0, false), Way::Saying(0, true), Way::Saying(1, false), Way::Saying(1, true)]
        }
        Action::StartPublicity => vec![Way::InOrder, Way::But(Slip::SectionUnchecked)],
        Action::FinishPublicity => {
            let slips = [Slip::NoOutcome, Slip::Upheld, Slip::DayShort, Slip::BackDated];
            [Way::InOrder, Way::TypingDays].into_iter().chain(slips.map(Way::But)).collect()
        }
        Action::Forward | Action::Corrected if row.by == UNIT => {
            [Way::InOrder, Way::TypingDays].into_iter().chain(SLIPS.map(Way::But)).collect()
        }
        Action::Forward
        | Action::Corrected
        | Action::Return
        | Action::DeleteDraft
        | Action::Refuse
        | Action::ReturnToUnit
        | Action::Approve
        | Action::RecordPaid
        | Action::VoidPublicity
        | Action::VerifyPayment
        | Action::Expire
        | Action::Withdraw
        | Action::AskWithdrawal
        | Action::AgreeToWithdrawal
        | Action::DeclineWithdrawal
        | Action::Reopen
        | Action::TakeBack => vec![Way::InOrder],
    }
}

/// Returns every act that is possible in this world, with the world after it, and how many are refused.
pub(super) fn acts(setting: &Setting, world: &World) -> (Vec<(Act, World)>, usize) {
    let state = world.application.state;
    let (mut found, mut n_refused) = (Vec::new(), 0);
    let opened = world.application.opened;
    if !opened {
        found.push((Act::Open, world.opened(setting)));
    }
    if let Some(last) = &world.application.last_step {
        match world.after(setting, &step(Action::TakeBack), By::Stage(last.stage)) {
            Ok(next) => found.push((Act::Step(Action::TakeBack, Way::InOrder), next)),
            Err(_) => n_refused += 1,
        }
    }
    if !state.is_over() {
        found.extend(world.on_the_next_day(setting).map(|next| (Act::NextDay, next)));
    }
    if opened && state.is_with_unit() && !world.sheet_hangs(setting) {
        let mut planned = world.clone();
        planned.set_days(world.today, setting.last_day(world.today));
        found.extend(planned.with_sheet(setting).map(|next| (Act::Print, next)));
    }
    // Nobody decides on what he has not opened.
    let holder = state.stage().map_or(By::Applicant, By::Stage);
    for row in state.moves().iter().filter(|row| opened || row.by != holder) {
        for way in ways(row).into_iter().filter(|way| setting.is_senior() || !way.is_of_the_defence()) {
            match filled(setting, world, row, way).after(setting, &step(row.action), row.by) {
                Ok(next) => found.push((Act::Step(row.action, way), next)),
                Err(_) => n_refused += 1,
            }
        }
    }
    (found, n_refused)
}

impl Way {
    fn is_of_the_defence(self) -> bool {
        self == Self::But(Slip::TwoOnThePanel) || self == Self::But(Slip::DefendedAfterwards)
    }
}

/// Returns the world with the forms as whoever takes the step has filled them in.
fn filled(setting: &Setting, world: &World, row: &Move, way: Way) -> World {
    let mut world = world.clone();
    match row.action {
        Action::StartPublicity => world.check_every_section(setting),
        Action::FinishPublicity => world.conclude("false", "NoObjection", ""),
        Action::Forward | Action::Corrected if row.by == UNIT => {
            world.check_every_section(setting);
            world.hold_the_meeting(setting);
        }
        Action::Submit
        | Action::Forward
        | Action::Corrected
        | Action::Return
        | Action::DeleteDraft
        | Action::Refuse
        | Action::ReturnToUnit
        | Action::Approve
        | Action::RecordPaid
        | Action::VoidPublicity
        | Action::VerifyPayment
        | Action::Expire
        | Action::Withdraw
        | Action::AskWithdrawal
        | Action::AgreeToWithdrawal
        | Action::DeclineWithdrawal
        | Action::Reopen
        | Action::TakeBack => {}
    }
    match way {
        Way::InOrder => {}
        Way::Saying(which, adds) => {
            let (field, said) = setting.printed;
            world.set("basic_info", field, said[which]);
            world.set("basic_info", "admin_post", if adds { "组长" } else { "" });
        }
        Way::TypingDays => {
            let start = day(DAYS[0]);
            world.set_days(start, setting.last_day(start));
        }
        Way::But(slip) => world.spoil(slip),
    }
    world
}

impl World {
    fn set_days(&mut self, start: NaiveDate, end: NaiveDate) {
        self.set("publicity", "start_date", start.to_string());
        self.set("publicity", "end_date", end.to_string());
    }

    /// The days of the publicity, as they stand in the form.
    pub(super) fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let day = |field| dates::parse_day(self.answers["publicity"].value(field));
        day("start_date").zip(day("end_date"))
    }

    fn conclude(&mut self, has_objection: &str, conclusion: &str, told: &str) {
        self.set("publicity", "has_objection", has_objection);
        self.set("publicity", "conclusion", conclusion);
        self.set("publicity", "objection_content", told);
        self.set("publicity", "handling_result", told);
    }

    fn check_every_section(&mut self, setting: &Setting) {
        let rows = laid_out(&setting.pack, FixedRows::ApplicantSections, "Pass");
        self.form("unit_check").groups.insert("rows".to_owned(), rows);
    }

    /// The panel, the group and the head of the unit meet today.
    fn hold_the_meeting(&mut self, setting: &Setting) {
        for (section, form) in &setting.forms {
            if MEETING.contains(&section.as_str()) {
                self.answers.insert(section.clone(), form.clone());
                self.set(section, "date", self.today.to_string());
            }
        }
    }

    fn spoil(&mut self, slip: Slip) {
        match slip {
            Slip::SectionUnchecked => {
                let rows = self.form("unit_check").groups.entry("rows".to_owned()).or_default();
                if let Some(row) = rows.first_mut() {
                    row.values.remove("result");
                }
            }
            Slip::NoOutcome => self.conclude("", "", ""),
            Slip::Upheld => self.conclude("true", "Upheld", "有职工反映其业绩不实"),
            Slip::DayShort => self.move_days(0, 1),
            Slip::BackDated => self.move_days(7, 7),
            Slip::FourMembers => {
                self.members().pop();
                self.come(4);
            }
            Slip::OneAbsent => {
                if let Some(last) = self.members().last_mut() {
                    last.values.insert("attended".to_owned(), "false".to_owned());
                }
                self.come(4);
            }
            Slip::GroupAgainst => self.set("deliberation", "result", "NotRecommended"),
            Slip::UnitAgainst => self.set("unit_recommendation", "conclusion", "NotRecommend"),
            Slip::TwoOnThePanel => {
                self.form("defense").groups.entry("panel".to_owned()).or_default().pop();
            }
            Slip::DefendedAfterwards => self.set("defense", "start_time", "16:00"),
        }
    }

    fn move_days(&mut self, start: u64, end: u64) {
        if let Some((from, to)) = self.days() {
            self.set_days(from - Days::new(start), to - Days::new(end));
        }
    }

    fn members(&mut self) -> &mut Vec<Row> {
        self.form("deliberation").groups.entry("members".to_owned()).or_default()
    }

    fn come(&mut self, n: usize) {
        for field in ["present_count", "votes_for"] {
            self.set("deliberation", field, n.to_string());
        }
    }
}
