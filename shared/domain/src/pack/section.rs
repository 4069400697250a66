//! The shape of a section: fields, repeating groups and slots for scans.

use super::{BatchRules, Condition, FieldKind, FieldRef};
use crate::named::basic_info;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FilledBy {
    Applicant,
    Unit,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: String,
    /// `1` … `15` of the seed; `U1` … for the unit's forms.
    pub number: String,
    pub title: String,
    pub filled_by: FilledBy,
    /// The rule of everything in it that has none of its own.
    pub rule: String,
    #[serde(default)]
    pub help: String,
    /// None: always asked. Otherwise the section is 无需填写 when the condition does not hold (R56, R78).
    #[serde(default)]
    pub required_when: Option<Condition>,
    /// Asked for, but never needed (R87).
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub not_required_text: String,
    /// A register that is asked before typing (R27, R32, R57).
    #[serde(default)]
    pub lookup: Option<Lookup>,
    #[serde(default)]
    pub fields: Vec<Field>,
    #[serde(default)]
    pub groups: Vec<Group>,
    #[serde(default)]
    pub slots: Vec<Slot>,
}

/// The button 查询. The answer's values fill the fields of the same names; `query_state` becomes `Found`,
/// `NotFound` or `ServiceDown`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lookup {
    pub registry: Registry,
    pub label: String,
    /// The section that must be complete before.
    #[serde(default)]
    pub needs: Option<String>,
    pub found: String,
    pub not_found: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Registry {
    Titles,
    CommonCourses,
    SocialInsurance,
}

/// Rows that the applicant adds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub help: String,
    /// The name of one row: `论文（著作）`.
    pub row_name: String,
    /// The field whose value heads a row.
    pub row_title: String,
    /// The order of the rows is their order of importance (R47).
    #[serde(default)]
    pub ordered: bool,
    /// Readers see the rows by this date, the earliest first, in whatever order they were added (§4.0).
    #[serde(default)]
    pub sorted_by: Option<String>,
    #[serde(default)]
    pub min: usize,
    /// The minimum holds only then.
    #[serde(default)]
    pub min_when: Option<Condition>,
    #[serde(default)]
    pub max: Option<usize>,
    /// More rows than this need the text of the section's field `over_limit_reason` (R38).
    #[serde(default)]
    pub soft_max: Option<usize>,
    #[serde(default)]
    pub shown: Option<Condition>,
    /// A boolean field that is true in exactly one row.
    #[serde(default)]
    pub exactly_one: Option<String>,
    /// A field whose values differ from row to row.
    #[serde(default)]
    pub distinct: Option<String>,
    #[serde(default)]
    pub fixed_rows: Option<FixedRows>,
    #[serde(default)]
    pub rule: String,
    pub fields: Vec<Field>,
    #[serde(default)]
    pub slots: Vec<Slot>,
}

/// Rows that the system lays out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FixedRows {
    /// One row a year, the row's id being the year (R85, R86).
    AppraisalYears,
    /// One row for each section of the applicant, the row's id being the section's (R90).
    ApplicantSections,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: String,
    pub label: String,
    pub kind: FieldKind,
    #[serde(default)]
    pub options: Vec<Choice>,
    #[serde(default)]
    pub options_from: Option<OptionSource>,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub required_when: Option<Condition>,
    #[serde(default)]
    pub shown: Option<Condition>,
    /// Filled by the system; the browser cannot change it.
    #[serde(default)]
    pub locked: bool,
    /// While the condition holds, it reads as `settled`, else as its default (R24); with neither it keeps what a
    /// register filled in (R27).
    #[serde(default)]
    pub locked_when: Option<Condition>,
    #[serde(default)]
    pub settled: String,
    #[serde(default)]
    pub computed: Option<Computation>,
    #[serde(default)]
    pub default: String,
    #[serde(default)]
    pub help: String,
    #[serde(default)]
    pub placeholder: String,
    #[serde(default)]
    pub min_chars: Option<usize>,
    /// The minimum holds only then.
    #[serde(default)]
    pub min_chars_when: Option<Condition>,
    #[serde(default)]
    pub max_chars: Option<usize>,
    #[serde(default)]
    pub min: Option<i64>,
    #[serde(default)]
    pub max: Option<i64>,
    /// A whole number that is no greater than this field's: a rank within its team.
    #[serde(default)]
    pub not_above: Option<FieldRef>,
    /// The value must be true to be complete: declarations and check items.
    #[serde(default)]
    pub must_be_true: bool,
    #[serde(default)]
    pub not_before: Vec<DateLimit>,
    #[serde(default)]
    pub not_after: Vec<DateLimit>,
    /// Kept with the answers, never drawn.
    #[serde(default)]
    pub hidden: bool,
    /// Stands on the 公示表 (§4.17).
    #[serde(default)]
    pub published: bool,
    /// `R17`, `40号令 art. 14`.
    #[serde(default)]
    pub rule: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub value: String,
    pub label: String,
    /// The consequence of the choice, shown under the control.
    #[serde(default)]
    pub help: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OptionSource {
    Titles,
    Industries,
    Committees,
    Specialties,
    Counties,
    /// Criteria of this article for the application's committee.
    Criteria(u8),
    Dictionary(String),
}

/// A value that follows from others and is never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Computation {
    /// Full years from `basic_info.professional_work_start` to today.
    ProfessionalYears,
    /// Month of `basic_info.birth_date`: the 公示表 shows no more (§4.17).
    BirthMonth,
    /// Working days from the same form's `start_date` to `end_date` (R75).
    PublicityWorkingDays,
    /// Years of service and the rule that they are held against (Appendix D).
    Seniority,
    /// Class hours of each year in `continuing_education.industry_courses` (§4.4).
    CourseHours,
    /// `true` when `social_insurance.insured_unit` is the unit of the application (R61).
    InsuredUnitIsOwn,
    /// The first and last month for which the social insurance is asked (R57).
    InsuranceMonths,
    /// The version of the 公示表 that was printed last (R73).
    PostedVersion,
    /// The hash of what it shows.
    PostedHash,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateLimit {
    pub bound: Bound,
    /// The bound itself does not pass either.
    #[serde(default)]
    pub strict: bool,
    pub message: String,
    #[serde(default)]
    pub rule: String,
    #[serde(default)]
    pub severity: Severity,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// T0 of whoever holds a title, since which facts count (R34, R43, R50, R51).
    CurrentTitle,
    /// T0 of whoever holds none yet: the start of professional work (§4.0).
    ProfessionalWork,
    Today,
    /// T1, the earlier of today and the day after which nothing is accepted (§4.0).
    Cutoff,
    /// The batch's deadline of the formal review, or today if that is later or the deadline is not known.
    Review,
    /// Today, this many years ago.
    YearsAgo(u32),
    Field(FieldRef),
    /// The applicant's birth date and this many years.
    BirthPlusYears(i32),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    #[default]
    Error,
    /// Shown, never in the way.
    Warning,
}

/// A named place for scans of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    pub id: String,
    pub label: String,
    #[serde(default)]
    pub help: String,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub required_when: Option<Condition>,
    #[serde(default)]
    pub shown: Option<Condition>,
    /// Slots of one place that share this name are alternatives: one of them is enough (R22).
    #[serde(default)]
    pub one_of: Option<String>,
    #[serde(default = "one")]
    pub max: usize,
    /// A paper from a website: neither an original nor a copy of one (R66).
    #[serde(default)]
    pub electronic: bool,
    /// The scan must say which of these it is (R53).
    #[serde(default)]
    pub kinds: Vec<Choice>,
    /// The scan needs a description (§4.14).
    #[serde(default)]
    pub described: bool,
    /// The scan asks for the tick 已在论文标题处做好标记 (R41).
    #[serde(default)]
    pub marked: bool,
    /// Only pictures (the applicant's photo).
    #[serde(default)]
    pub image_only: bool,
    /// Pixels; smaller pictures are refused (§4.1).
    #[serde(default)]
    pub min_width: Option<u32>,
    #[serde(default)]
    pub min_height: Option<u32>,
    /// Less than the batch allows.
    #[serde(default)]
    pub max_bytes: Option<u64>,
    /// A picture without the red of a seal is pointed out (R59).
    #[serde(default)]
    pub red_seal: bool,
    /// A letter to download, print, sign by hand and scan (R62).
    #[serde(default)]
    pub letter: Option<Letter>,
    #[serde(default)]
    pub rule: String,
}

/// A paper in Chinese that ends in lines for a signature and a date; `{placeholders}` stand for what is known of the
/// applicant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    pub title: String,
    pub paragraphs: Vec<String>,
}

fn one() -> usize {
    1
}

impl Slot {
    /// The largest scan that is taken here.
    pub fn max_bytes(&self, batch: &BatchRules) -> u64 {
        self.max_bytes.map_or(batch.max_file_bytes, |bytes| bytes.min(batch.max_file_bytes))
    }

    /// Returns true if there is paper behind it, to be scanned itself or in a stamped copy (R66).
    pub fn has_original(&self) -> bool {
        !self.image_only && !self.electronic
    }

    /// Least width and height where the slot asks for a size.
    pub fn min_size(&self) -> Option<(u32, u32)> {
        let asks = self.min_width.is_some() || self.min_height.is_some();
        asks.then(|| (self.min_width.unwrap_or(1), self.min_height.unwrap_or(1)))
    }
}

impl Section {
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// A field of the section or of one of its groups.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields
            .iter()
            .chain(self.groups.iter().flat_map(|group| &group.fields))
            .find(|field| field.id == id)
    }

    /// The other sections that decide which of this one's fields are locked and which rows are laid out:
    /// all that a save has to read besides the section itself.
    pub fn edit_sources(&self) -> BTreeSet<&str> {
        let fields = self.fields.iter().chain(self.groups.iter().flat_map(|group| &group.fields));
        let conditions = fields.filter_map(|field| field.locked_when.as_ref());
        let named = conditions.flat_map(Condition::fields).filter_map(|reference| reference.parts().0);
        let laid_out = self.groups.iter().any(|group| group.fixed_rows.is_some()).then_some(basic_info::ID);
        named.chain(laid_out).filter(|id| *id != self.id).collect()
    }

    /// The tick that says that there is nothing to list in the group.
    pub fn none_tick(&self, group: &Group) -> Option<&Field> {
        let Some(Condition::Not(ticked)) = &group.min_when else { return None };
        let Condition::Is { field, value } = &**ticked else { return None };
        let tick = self.fields.iter().find(|own| own.id == field.0)?;
        (tick.kind == FieldKind::Tick && value == "true").then_some(tick)
    }

    /// A slot of the section or of one of its groups.
    pub fn slot(&self, id: &str) -> Option<&Slot> {
        self.slots.iter().chain(self.groups.iter().flat_map(|group| &group.slots)).find(|slot| slot.id == id)
    }
}
