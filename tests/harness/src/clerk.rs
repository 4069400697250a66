//! The clerk of an employing unit.

use crate::applicant::{answers_of, describe, missing_scans, upload};
use crate::client::Refused;
use crate::reviewer::Reviewer;
use crate::{fill, scans};
use api::applications::{SaveSection, Saved};
use api::routes::Route;
use api::workflow::{PublicityTableMade, StepTaken};
use chrono::NaiveDate;
use domain::form::{Place, Scan, SectionData};
use domain::ids::ScanId;
use domain::pack::{FilledBy, Pack};
use domain::publicity::OUTCOME;
use domain::workflow::{Action, Step};

/// Returns the last day of a publicity from `from` that is as short as the pack allows.
pub(crate) fn shortest_end(pack: &Pack, from: NaiveDate) -> NaiveDate {
    let batch = &pack.batch;
    let days = batch.min_publicity_working_days;
    let end = pack.calendar.shared().earliest_end(from, days, batch.count_first_day);
    end.expect("the calendar knows the year")
}

pub struct UnitClerk {
    pub officer: Reviewer,
}

impl UnitClerk {
    pub fn sign_in(base_url: &str, unit: &str) -> Self {
        Self { officer: Reviewer::sign_in(base_url, unit) }
    }

    pub fn save(
        &self,
        application: &str,
        form: &str,
        change: impl FnOnce(&mut SectionData),
    ) -> Result<Saved, Refused> {
        let stored = self.officer.view(application)?.sections.get(form).cloned().unwrap_or_default();
        let mut data = stored.data;
        change(&mut data);
        let save = SaveSection { revision: stored.revision, data, mark: None };
        self.officer.client.call(Route::SaveSection, &[application, form], &save)
    }

    /// One of the unit's forms, filled in as a careful clerk would.
    pub fn complete(&self, application: &str, pack: &Pack, form: &str) {
        let view = self.officer.view(application).expect("the unit sees the application");
        let answers = answers_of(&view);
        let complete = fill::complete(pack, &answers, view.today, FilledBy::Unit);
        // What was complete before may be closed by now.
        if let Some(filled) = complete.get(form).filter(|filled| answers.get(form) != Some(*filled)) {
            self.save(application, form, |data| *data = filled.clone()).expect("the unit's form is open");
        }
    }

    pub fn check_all(&self, application: &str, pack: &Pack) {
        self.complete(application, pack, "unit_check");
    }

    pub fn delete(&self, application: &str, scan: &ScanId) -> Result<(), Refused> {
        self.officer.client.call_empty(Route::DeleteScan, &[application, scan.as_str()], &())
    }

    /// Enters what stands on the sheet: the appraisals, and where and when it hangs; the outcome is not known yet (R76).
    pub fn plan(&self, application: &str, pack: &Pack, from: &str, to: &str) {
        self.complete(application, pack, "appraisals");
        self.record_publicity(application, pack, from, to);
        let forget_outcome =
            |data: &mut SectionData| data.values.retain(|field, _| !OUTCOME.contains(&field.as_str()));
        self.save(application, "publicity", forget_outcome).expect("the unit's form is open");
    }

    /// Makes the table of a publicity that begins today and is as short as the pack allows.
    pub fn post(&self, application: &str, pack: &Pack) {
        let today = self.officer.view(application).expect("the unit sees the application").today;
        let last = shortest_end(pack, today);
        self.plan(application, pack, &today.to_string(), &last.to_string());
        self.make_table(application).expect("everything that is printed is there");
    }

    pub fn make_table(&self, application: &str) -> Result<PublicityTableMade, Refused> {
        self.officer.client.call(Route::MakePublicityTable, &[application], &())
    }

    pub fn record_publicity(&self, application: &str, pack: &Pack, from: &str, to: &str) {
        self.save(application, "publicity", |data| {
            data.values.insert("start_date".into(), from.into());
            data.values.insert("end_date".into(), to.into());
        })
        .expect("the unit's form is open");
        self.complete(application, pack, "publicity");
    }

    pub fn start_publicity(&self, application: &str) -> Result<StepTaken, Refused> {
        self.officer.step(application, Step::silent(Action::StartPublicity))
    }

    pub fn finish_publicity(&self, application: &str) -> Result<StepTaken, Refused> {
        self.officer.step(application, Step::silent(Action::FinishPublicity))
    }

    /// Defence, deliberation, appraisals and opinion, with the scans they need.
    pub fn recommend(&self, application: &str, pack: &Pack) {
        for form in ["defense", "deliberation", "appraisals", "unit_recommendation"] {
            self.take_anew(application, form);
            self.complete(application, pack, form);
        }
        let view = self.officer.view(application).expect("the unit sees the application");
        for place in missing_scans(pack, &view, FilledBy::Unit) {
            let client = &self.officer.client;
            let scan = upload(client, application, place, &scans::pdf()).expect("a scan can be uploaded");
            describe(client, application, &scan, pack);
        }
    }

    /// Takes the date out of a form that was held before the publicity was over.
    fn take_anew(&self, application: &str, form: &str) {
        let view = self.officer.view(application).expect("the unit sees the application");
        let date =
            |form: &str, field: &str| view.sections.get(form).map(|form| form.data.value(field).to_owned());
        let held = date(form, "date").filter(|held| !held.is_empty());
        if held.is_some() && held <= date("publicity", "end_date") {
            self.save(application, form, |data| drop(data.values.remove("date")))
                .expect("the unit's form is open");
        }
    }

    pub fn upload(&self, application: &str, section: &str, slot: &str) -> Result<Scan, Refused> {
        let place = Place { section: section.into(), row: None, slot: slot.into() };
        upload(&self.officer.client, application, place, &scans::pdf())
    }

    /// Everything from the check to the posted table, publicity from `from` to `to`.
    pub fn publicise(&self, application: &str, pack: &Pack, from: &str, to: &str) {
        self.check_all(application, pack);
        self.plan(application, pack, from, to);
        self.make_table(application).expect("everything that is printed is there");
        self.start_publicity(application).expect("everything was checked");
    }

    /// Records that nobody has objected, as a period that is over allows.
    pub fn record_outcome(&self, application: &str, pack: &Pack) {
        self.complete(application, pack, "publicity");
    }

    pub fn forward(&self, application: &str) -> Result<StepTaken, Refused> {
        self.officer.step(application, Step::silent(Action::Forward))
    }
}
