//! Does a pack agree with itself? Every fault names its place and the remedy.

mod committees;
mod conditions;
mod dictionaries;
mod fields;
mod identity;
mod letters;
mod messages;
mod named;
mod rules;
mod sections;
mod terms;
mod uses;
mod years;

use super::{Pack, untranslated};
use std::collections::BTreeSet;
use std::fmt;

/// One contradiction of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFault {
    /// `publications.rows.cn_number.shown`; empty for the pack as a whole.
    pub place: String,
    pub what: String,
    pub remedy: String,
}

impl PackFault {
    pub(super) fn new(place: impl Into<String>, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for PackFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        write!(f, "{}。改法：{}。", self.what, self.remedy)
    }
}

type Faults = Vec<PackFault>;

/// `写 A、B 中的一个`.
fn one_of(names: &[impl AsRef<str>]) -> String {
    if let [only] = names {
        format!("写 {}", only.as_ref())
    } else {
        format!("写 {} 中的一个", shortened(names))
    }
}

/// Lists as many names as fit on a line.
pub(super) fn shortened(names: &[impl AsRef<str>]) -> String {
    const SHOWN: usize = 12;
    let more = if names.len() > SHOWN { "、…" } else { "" };
    names.iter().take(SHOWN).map(AsRef::as_ref).collect::<Vec<_>>().join("、") + more
}

/// All faults together; a pack with any does not load.
pub fn faults(pack: &Pack) -> Vec<PackFault> {
    let mut found = Vec::new();
    for check in CHECKS {
        check(pack, &mut found);
    }
    found.extend(without_english(pack));
    found
}

static CHECKS: &[fn(&Pack, &mut Faults)] = &[
    identity::ids_are_unique,
    committees::every_title_of_every_industry_has_one,
    committees::every_committee_can_be_chosen,
    committees::every_committee_can_work,
    committees::names_are_known,
    named::programme_finds_what_it_reads,
    sections::sections_ask_something,
    sections::groups_name_their_fields,
    sections::lookups_need_a_section,
    sections::sizes_are_asked_of_pictures,
    fields::options_stand_where_something_is_chosen,
    fields::defaults_are_among_the_options,
    fields::first_applicants_have_a_bound_too,
    fields::bounds_read_fields,
    conditions::conditions_can_hold,
    dictionaries::every_dictionary_is_used,
    dictionaries::refusals_have_bases,
    dictionaries::seniority_speaks_of_known_values,
    dictionaries::unlikely_degrees_can_be_chosen,
    letters::letters_can_be_filled,
    messages::every_message_is_there,
    messages::messages_fit,
    terms::terms_leave_time_for_a_publicity,
    terms::the_calendar_has_a_first_layer,
    terms::a_county_s_days_are_of_a_county_of_the_pack,
    rules::rules_are_named_as_they_are_cited,
];

/// Returns what does not stop the pack and will be in somebody's way one day.
pub fn warnings(pack: &Pack) -> Vec<PackFault> {
    let mut found = Vec::new();
    terms::the_cycle_s_year_has_a_table(pack, &mut found);
    sections::return_codes_are_about_sections(pack, &mut found);
    years::texts_name_this_year(pack, &mut found);
    rules::every_rule_has_a_source(pack, &mut found);
    found
}

/// One line for all of them: who changes many texts is not to drown in it.
fn without_english(pack: &Pack) -> Option<PackFault> {
    let missing = if pack.english.is_empty() { BTreeSet::new() } else { untranslated(pack) };
    let first = missing.first()?.lines().next().unwrap_or_default();
    let what = format!("英文页面上还有 {} 处显示中文，例如：{first}", missing.len());
    let remedy = "在 `[english]` 里每处加一行 `\"中文\" = \"英文\"`；不做英文页面的，在 pack.toml 写 `without = [\"english\"]`";
    Some(PackFault::new("english", what, remedy))
}
