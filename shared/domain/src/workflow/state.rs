//! The states of an application (domain.md §5.1).

use crate::named::{appraisals, publicity, unit_check};
use crate::pack::{FilledBy, Section};
use crate::stage::{Office, Stage};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The state of an application. Its name on the wire and in the table is one word: `SeriesReview`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The applicant fills in.
    Filling(Filling),
    /// The unit works on it.
    Unit(UnitWork),
    /// An office reviews it.
    Office(Office),
    /// The application is approved, and the fee is due or paid.
    Payment(Payment),
    /// Nothing more happens in this cycle.
    Over(Ending),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Filling {
    Draft,
    Returned,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnitWork {
    Review,
    Publicity,
    Recommend,
    /// Returned to the unit by an office.
    Correcting,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Payment {
    Due,
    /// Paid, and not verified yet.
    Paid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// The payment is verified; the application awaits its evaluation.
    Verified,
    Refused,
    Withdrawn,
    Expired,
}

impl State {
    /// Every state, in the order of the process, with its name on the wire and in the table.
    const NAMES: [(Self, &'static str); 16] = [
        (Self::Filling(Filling::Draft), "Draft"),
        (Self::Unit(UnitWork::Review), "UnitReview"),
        (Self::Unit(UnitWork::Publicity), "UnitPublicity"),
        (Self::Unit(UnitWork::Recommend), "UnitRecommend"),
        (Self::Office(Office::Supervisor), "SupervisorReview"),
        (Self::Office(Office::CountyTitle), "CountyTitleReview"),
        (Self::Office(Office::CountyIndustry), "CountyIndustryReview"),
        (Self::Office(Office::Series), "SeriesReview"),
        (Self::Filling(Filling::Returned), "Returned"),
        (Self::Unit(UnitWork::Correcting), "ReturnedToUnit"),
        (Self::Payment(Payment::Due), "PaymentPending"),
        (Self::Payment(Payment::Paid), "PaymentSubmitted"),
        (Self::Over(Ending::Verified), "PaymentVerified"),
        (Self::Over(Ending::Refused), "Refused"),
        (Self::Over(Ending::Withdrawn), "Withdrawn"),
        (Self::Over(Ending::Expired), "Expired"),
    ];

    /// Returns every state, in the order of the process.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.into_iter().map(|(state, _)| state)
    }

    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(state, _)| *state == self).map_or("", |(_, name)| name)
    }

    /// Whether the applicant may change the fifteen sections.
    pub fn is_editable(self) -> bool {
        match self {
            Self::Filling(_) => true,
            Self::Unit(_) | Self::Office(_) | Self::Payment(_) | Self::Over(_) => false,
        }
    }

    /// Whether the unit may fill in its own forms.
    pub fn is_with_unit(self) -> bool {
        self.stage() == Some(Stage::Unit)
    }

    /// Whether the part may be changed by whoever fills it in.
    pub fn is_open_to(self, part: FilledBy) -> bool {
        match part {
            FilledBy::Applicant => self.is_editable(),
            FilledBy::Unit => self.is_with_unit(),
        }
    }

    /// Whether the section may be changed by whoever fills it in. A form on which a step of the unit rested is closed
    /// by that step, until the application comes back.
    pub fn opens(self, section: &Section) -> bool {
        let closed: &[&str] = match self {
            Self::Unit(UnitWork::Publicity) => &[unit_check::ID, appraisals::ID],
            Self::Unit(UnitWork::Recommend) => &[unit_check::ID, appraisals::ID, publicity::ID],
            Self::Unit(UnitWork::Review | UnitWork::Correcting)
            | Self::Filling(_)
            | Self::Office(_)
            | Self::Payment(_)
            | Self::Over(_) => &[],
        };
        self.is_open_to(section.filled_by) && !closed.contains(&section.id.as_str())
    }

    /// The stage that holds an application in this state.
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::Unit(_) => Some(Stage::Unit),
            Self::Office(office) => Some(Stage::Office(office)),
            Self::Filling(_) | Self::Payment(_) | Self::Over(_) => None,
        }
    }

    /// Whether nothing more can happen in this cycle.
    pub fn is_over(self) -> bool {
        match self {
            Self::Over(_) => true,
            Self::Filling(_) | Self::Unit(_) | Self::Office(_) | Self::Payment(_) => false,
        }
    }
}

impl From<Stage> for State {
    /// The state of an application that has just arrived at `stage`.
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Unit => Self::Unit(UnitWork::Review),
            Stage::Office(office) => Self::Office(office),
        }
    }
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for State {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let known = Self::NAMES.into_iter().find(|(_, known)| *known == name);
        known.map(|(state, _)| state).ok_or_else(|| D::Error::custom("no state has this name"))
    }
}
