//! A pack: everything that differs between cities and years, as data.

mod check;
mod committee;
mod condition;
mod degree;
mod differences;
mod english;
mod field_kind;
#[cfg(feature = "load")]
mod load;
mod return_code;
mod section;
mod seniority;

pub use check::{PackFault, faults, warnings};
pub use committee::{Committee, CommitteeChoice, Criterion, Specialty, Title, TitleLevel};
pub use condition::{Condition, FieldRef};
pub use degree::UnlikelyDegree;
pub use differences::{Difference, differences};
pub use english::{in_english, is_chinese, untranslated};
pub use field_kind::{Answering, FieldKind};
#[cfg(feature = "load")]
pub use load::{LoadError, Located, Report, check_folder, load_folder};
pub use return_code::ReturnCode;
pub use section::{
    Bound, Choice, Computation, DateLimit, Field, FilledBy, FixedRows, Group, Letter, Lookup, OptionSource,
    Registry, Section, Severity, Slot,
};

pub use seniority::{CountedFrom, Seniority};

use crate::calendar::Calendar;
use crate::named;
use crate::stage::Office;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One city's rules for one cycle. An application keeps the pack it was started under.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// `liuzhou-2020`, the folder's name.
    pub id: String,
    /// The pack that this one is an edit of: last year's, or another city's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extends: Option<String>,
    /// The version before this one: what was started under it stays under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    pub platform_name: String,
    pub cycle_year: i32,
    pub batch: BatchRules,
    pub offices: Offices,
    pub titles: Vec<Title>,
    pub industries: Vec<Choice>,
    pub committees: Vec<Committee>,
    pub specialties: Vec<Specialty>,
    pub criteria: Vec<Criterion>,
    pub counties: Vec<County>,
    /// Option lists that several fields share, by name.
    pub dictionaries: BTreeMap<String, Vec<Choice>>,
    /// The applicant's sections in their order, then the unit's forms.
    pub sections: Vec<Section>,
    pub return_codes: Vec<ReturnCode>,
    pub messages: Vec<MessageTemplate>,
    pub notices: Vec<Notice>,
    /// The operating manual's chapters (R2).
    pub manual: Vec<Notice>,
    pub calendar: Calendar,
    /// Rule number → where it is written: `R34` → `操作注意事项 5（1）`.
    #[serde(default)]
    pub sources: BTreeMap<String, String>,
    /// Years of service before each title: advice unless the batch makes it a condition (Appendix D).
    #[serde(default)]
    pub seniority: Vec<Seniority>,
    /// Degrees that contradict an education.
    #[serde(default)]
    pub unlikely_degrees: Vec<UnlikelyDegree>,
    /// Chinese text → English text. Only the author's files hold it: `in_english` makes another pack of it.
    #[serde(default, skip_serializing)]
    pub english: BTreeMap<String, String>,
    /// Places that this pack or one below it does without, on purpose.
    #[serde(default)]
    pub without: Vec<String>,
}

/// Numbers of the batch (domain.md Appendix F).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatchRules {
    pub min_publicity_working_days: u32,
    pub count_first_day: bool,
    pub min_deliberation_members: usize,
    /// The members who must have come to the deliberation (R83).
    pub min_attending_members: usize,
    pub min_defense_panel: usize,
    pub social_insurance_months: u32,
    pub appraisal_years: i32,
    pub correction_days: u32,
    pub payment_days: u32,
    /// In which an office may take its last step back; 0: never.
    pub take_back_minutes: u32,
    /// The hours before the end of a last day from which it is reminded of (M8, M9).
    pub reminder_hours: u32,
    /// The days after which an organisation is told that an application waits (M12).
    pub long_waiting_days: u32,
    /// The fewest characters that explain why an application is 不予受理 (T9, T18).
    pub min_refusal_chars: usize,
    /// Opinions that are refused as the whole of a recommendation (R89), without blanks and punctuation.
    pub trivial_opinions: Vec<String>,
    pub max_file_bytes: u64,
    pub max_application_bytes: u64,
    pub max_pdf_pages: u32,
    /// T1: what happened later is not accepted (§4.0); none: the personal deadline.
    #[serde(default)]
    pub material_cutoff: Option<NaiveDate>,
    /// Words that a title's series contains; another series is applied for as 转评 or 第二职称.
    #[serde(default)]
    pub own_series: String,
    /// Words of subjects that are far from every specialty of the series (§4.2).
    #[serde(default)]
    pub unrelated_majors: Vec<String>,
    /// The class hours of a year of continuing education; fewer are pointed out.
    #[serde(default)]
    pub course_hours_a_year: u32,
    /// Whether too few years of service stand in the way instead of being pointed out.
    #[serde(default)]
    pub seniority_is_required: bool,
}

/// The offices that decide after the unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offices {
    /// Order of the stages between unit and series office (§5.3; the seed does not fix it).
    pub order: Vec<Office>,
    /// `市系列审核` (R95).
    pub series_label: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct County {
    pub code: String,
    pub name: String,
    /// Whether applicants of its units may choose 双定向 (R20, R96).
    #[serde(default)]
    pub dual_directed: bool,
}

/// An SMS text with `{placeholders}` (§5.8), at most 70 characters when filled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageTemplate {
    pub id: String,
    pub text: String,
}

/// A titled text of the public pages; paragraphs are separated by blank lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    pub title: String,
    pub text: String,
}

impl Pack {
    /// Returns true if the pack leaves out the section, group, slot or field on purpose.
    fn does_without(&self, path: &str) -> bool {
        self.without.iter().any(|place| named::path_of(place) == path)
    }

    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    pub fn sections_of(&self, filled_by: FilledBy) -> impl Iterator<Item = &Section> {
        self.sections.iter().filter(move |section| section.filled_by == filled_by)
    }

    /// The pack that it is read against: the version before it, else the one that it extends.
    pub fn predecessor(&self) -> Option<&str> {
        self.supersedes.as_deref().or(self.extends.as_deref())
    }

    /// Returns where the rules that `rules` names (`R57, R59`) are written.
    pub fn source_of(&self, rules: &str) -> String {
        let first = |run: &str| run.split('–').next().and_then(|rule| self.sources.get(rule));
        let sources = rules.split(", ").filter_map(first);
        let mut distinct: Vec<&str> = Vec::new();
        for source in sources {
            if !distinct.contains(&source.as_str()) {
                distinct.push(source);
            }
        }
        distinct.join("；")
    }

    /// The grounds from which an office chooses when it refuses an application.
    pub fn refusal_bases(&self) -> &[Choice] {
        self.dictionaries.get(named::REFUSAL_BASES).map_or(&[], Vec::as_slice)
    }

    pub fn title(&self, id: &str) -> Option<&Title> {
        self.titles.iter().find(|title| title.id == id)
    }

    pub fn committee(&self, id: &str) -> Option<&Committee> {
        self.committees.iter().find(|committee| committee.id == id)
    }

    pub fn county(&self, code: &str) -> Option<&County> {
        self.counties.iter().find(|county| county.code == code)
    }

    /// Whether the title is a 高级职称: vice senior or full senior (R78, R84).
    pub fn is_senior(&self, title: &str) -> bool {
        self.title(title).is_some_and(|title| title.level.is_senior())
    }

    /// The years whose appraisals are asked (R85): the five before the cycle's year.
    pub fn appraisal_years(&self) -> std::ops::Range<i32> {
        self.cycle_year - self.batch.appraisal_years..self.cycle_year
    }
}
