//! The committee an application belongs to: a function of title and industry (R5–R10).

use super::Pack;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TitleLevel {
    Junior,
    Middle,
    DeputySenior,
    FullSenior,
}

impl TitleLevel {
    pub fn is_senior(self) -> bool {
        match self {
            Self::DeputySenior | Self::FullSenior => true,
            Self::Junior | Self::Middle => false,
        }
    }
}

/// A title that can be applied for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    pub id: String,
    pub name: String,
    pub level: TitleLevel,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Committee {
    pub id: String,
    pub name: String,
    pub titles: Vec<String>,
    /// Empty: every industry that no other committee of the title names.
    #[serde(default)]
    pub industries: Vec<String>,
    /// The seed's sentence, shown as the reason and as the refusal of any other choice.
    pub reason: String,
    /// `code` of the series office that examines its applications.
    pub series_office: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Specialty {
    pub id: String,
    pub name: String,
    /// Other words by which applicants look for it (R12).
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Committees that review it; empty: all.
    #[serde(default)]
    pub committees: Vec<String>,
}

/// A clause of the review criteria that a row claims to meet (R36, R45, R52).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub id: String,
    /// 6 professional experience, 7 achievements, 8 papers and books.
    pub article: u8,
    pub item: String,
    pub text: String,
    #[serde(default)]
    pub committees: Vec<String>,
    /// An achievement that goes on may claim it (§4.7).
    #[serde(default)]
    pub allows_ongoing: bool,
}

/// The applicant's choices at the start, all four as pack ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitteeChoice {
    pub target_title: String,
    pub industry: String,
    pub committee: String,
    pub specialty: String,
}

impl Pack {
    /// A committee that names the industry goes before one that takes all.
    pub fn committee_for(&self, title: &str, industry: &str) -> Option<&Committee> {
        let of_title =
            || self.committees.iter().filter(|committee| committee.titles.iter().any(|t| t == title));
        of_title()
            .find(|committee| committee.industries.iter().any(|i| i == industry))
            .or_else(|| of_title().find(|committee| committee.industries.is_empty()))
    }

    pub fn specialties_of<'a>(&'a self, committee: &'a str) -> impl Iterator<Item = &'a Specialty> {
        self.specialties
            .iter()
            .filter(move |s| s.committees.is_empty() || s.committees.iter().any(|c| c == committee))
    }

    pub fn criteria_of<'a>(&'a self, committee: &'a str, article: u8) -> impl Iterator<Item = &'a Criterion> {
        self.criteria.iter().filter(move |criterion| {
            criterion.article == article
                && (criterion.committees.is_empty() || criterion.committees.iter().any(|c| c == committee))
        })
    }
}
