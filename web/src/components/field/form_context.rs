//! The context that every part of a section's form shares: the case as typed, what is wrong, and where edits go.

use domain::form::{Case, Here, Problem, Row, Scan, Spot, is_declared, is_outdated};
use domain::ids::ScanId;
use domain::named::declaration;
use domain::pack::Field;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::field::FieldControl;
use crate::components::reading::value_in_words;
use crate::state::draft::Edit;
use crate::state::loaded::Loaded;
use crate::state::offered::Offered;
use crate::state::same::Same;
use crate::texts::{Worded, texts};

/// Callbacks stay the same from one drawing to the next: what is given an equal context need not be drawn again.
#[derive(Clone, PartialEq)]
pub struct FormContext {
    /// With the section as it is typed, not as it was saved. In a row, as it was when something changed last that
    /// a row is drawn from besides itself.
    pub loaded: Same<Loaded>,
    pub section: AttrValue,
    pub offered: Same<Offered>,
    /// Those that may be shown already.
    pub problems: Rc<Vec<Problem>>,
    pub edit: Callback<Edit>,
    /// The anchor of what was left or changed: its problems are shown from now on.
    pub touch: Callback<String>,
    pub when_saved: Callback<Callback<bool>>,
    pub put_scan: Callback<Scan>,
    pub remove_scan: Callback<ScanId>,
}

impl FormContext {
    pub fn problems_at(&self, spot: &Spot) -> Vec<Worded> {
        let there = self.problems.iter().filter(|problem| problem.spot == *spot);
        there.map(|problem| Worded::new(problem, &self.loaded.pack)).collect()
    }

    /// `at` is the section, or the row that the fields stand in.
    pub fn fields(&self, fields: &[Field], row: Option<&Row>, at: &Spot) -> Html {
        self.loaded.with_case(|case| {
            let here = Here { section: &self.section, row };
            let begins_anew = self.section == declaration::ID && is_outdated(case);
            fields
                .iter()
                .filter(|field| !field.hidden && case.shown(here, field.shown.as_ref()))
                .filter(|field| field.computed.is_none() || !case.shown_value(here, field).is_empty())
                .map(|field| self.field(case, here, field, at, begins_anew))
                .collect()
        })
    }

    /// A declaration that the content has outrun is shown as `declare` will begin it: what is ticked looks unticked,
    /// so that the first press ticks it.
    fn field(&self, case: &Case<'_>, here: Here<'_>, field: &Field, at: &Spot, begins_anew: bool) -> Html {
        let spot = Spot { field: Some(field.id.clone()), ..at.clone() };
        let anchor = spot.anchor();
        let locked = case.is_locked(here, field);
        let is_undone = begins_anew && is_declared(field);
        let value = if is_undone { String::new() } else { case.shown_value(here, field) };
        // Only text that cannot be changed stands in words: the search for them reads every option.
        let in_words = if locked { value_in_words(case, here, field) } else { String::new() };
        html! {
            <FieldControl
                key={anchor}
                field={Field { min_chars: case.min_chars(here, field), ..field.clone() }}
                {value}
                {in_words}
                options={self.offered.options(case, field)}
                today={case.today}
                required={case.required(here, field.required || field.must_be_true, field.required_when.as_ref())}
                {locked}
                problems={self.problems_at(&spot)}
                edit={self.edit.clone()}
                touch={self.touch.clone()}
                {spot}
            />
        }
    }

    /// A text that stands in no version of the form, as it was typed: options by their names.
    pub fn typed_in_words(&self, field: &Field, value: &str) -> String {
        let options = self.loaded.with_case(|case| case.options(field));
        match options.into_iter().find(|option| option.value == value) {
            Some(option) => option.label,
            None if value.is_empty() => texts().form.field.empty.to_owned(),
            None if field.kind.is_boolean() && value == "true" => texts().form.field.yes.to_owned(),
            None if field.kind.is_boolean() => texts().form.field.no.to_owned(),
            None => value.to_owned(),
        }
    }
}
