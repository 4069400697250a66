//! The kinds of field: which control draws it, what its text looks like and how a person answers.

use serde::{Deserialize, Serialize};

/// The control that draws the field and the shape of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    Text,
    LongText,
    Integer,
    /// `true` or `false`, as 是 and 否.
    YesNo,
    /// `true` or empty, as one tick.
    Tick,
    /// One of the options.
    Choice,
    /// One of many options, found by typing.
    Search,
    /// `2015-06`.
    YearMonth,
    /// `2015-06`, or `now` for 至今.
    YearMonthOrNow,
    /// `2015-06-20`.
    Date,
    /// `2015-06-20`, or `2015-06` where the paper names no day (§7, case 15).
    DateOrMonth,
    /// `09:30`.
    Time,
    Mobile,
    Landline,
    Email,
    UscCode,
    CnNumber,
    Issn,
    Isbn,
    /// Months `2020-02`, separated by commas (R57).
    Months,
}

/// The way in which a person answers a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answering {
    Typed,
    Ticked,
    YesOrNo,
    Chosen,
}

impl FieldKind {
    pub fn answering(self) -> Answering {
        match self {
            Self::Tick => Answering::Ticked,
            Self::YesNo => Answering::YesOrNo,
            Self::Choice | Self::Search | Self::Months => Answering::Chosen,
            Self::Text
            | Self::LongText
            | Self::Integer
            | Self::YearMonth
            | Self::YearMonthOrNow
            | Self::Date
            | Self::DateOrMonth
            | Self::Time
            | Self::Mobile
            | Self::Landline
            | Self::Email
            | Self::UscCode
            | Self::CnNumber
            | Self::Issn
            | Self::Isbn => Answering::Typed,
        }
    }

    pub fn is_boolean(self) -> bool {
        match self.answering() {
            Answering::Ticked | Answering::YesOrNo => true,
            Answering::Typed | Answering::Chosen => false,
        }
    }
}
