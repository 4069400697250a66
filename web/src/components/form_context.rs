//! What every part of a section's form needs: the case as typed, what is wrong, and where edits go.

use domain::form::{Attachment, Case, Here, Problem, Row, Spot};
use domain::ids::FileId;
use domain::policy::Field;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::field_control::FieldControl;
use crate::state::draft::Edit;
use crate::state::loaded::Loaded;

#[derive(Clone, PartialEq)]
pub struct FormContext {
    /// With the section as it is typed, not as it was saved.
    pub loaded: Rc<Loaded>,
    pub section: AttrValue,
    /// Those that may be shown already.
    pub problems: Rc<Vec<Problem>>,
    pub edit: Callback<Edit>,
    /// The anchor of what was left or changed: its problems are shown from now on.
    pub touch: Callback<String>,
    pub when_saved: Callback<Callback<bool>>,
    pub put_file: Callback<Attachment>,
    pub remove_file: Callback<FileId>,
}

impl FormContext {
    pub fn problems_at(&self, spot: &Spot) -> Vec<Problem> {
        self.problems.iter().filter(|problem| problem.spot == *spot).cloned().collect()
    }

    /// `at` is the section, or the row that the fields stand in.
    pub fn fields(&self, fields: &[Field], row: Option<&Row>, at: &Spot) -> Html {
        self.loaded.with_case(|case| {
            let here = Here { section: &self.section, row };
            fields
                .iter()
                .filter(|field| case.shown(here, field.shown.as_ref()))
                .map(|field| self.field(case, here, field, at))
                .collect()
        })
    }

    fn field(&self, case: &Case<'_>, here: Here<'_>, field: &Field, at: &Spot) -> Html {
        let spot = Spot { field: Some(field.id.clone()), ..at.clone() };
        let anchor = spot.anchor();
        let on_change = {
            let spot = spot.clone();
            self.edit.reform(move |value| Edit::SetValue { at: spot.clone(), value })
        };
        let on_blur = {
            let anchor = anchor.clone();
            self.touch.reform(move |()| anchor.clone())
        };
        html! {
            <FieldControl
                key={anchor.clone()}
                field={field.clone()}
                anchor={anchor.clone()}
                value={case.shown_value(here, field)}
                in_words={case.in_words(here, field)}
                options={case.options(field)}
                today={case.today}
                required={case.required(here, field.required || field.must_be_true, field.required_when.as_ref())}
                locked={case.is_locked(here, field)}
                problems={self.problems_at(&spot)}
                {on_change}
                {on_blur}
            />
        }
    }
}
