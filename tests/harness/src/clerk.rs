//! The clerk of an employing unit.

use crate::applicant::{answers_of, describe, missing_scans, upload};
use crate::client::Refused;
use crate::reviewer::Reviewer;
use crate::{fill, scans};
use api::applications::{SaveSection, Saved};
use api::routes::Route;
use api::workflow::{PublicityTableMade, StepTaken};
use domain::form::SectionData;
use domain::ids::ScanId;
use domain::pack::{FilledBy, Pack};
use domain::workflow::{Action, Step};

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
        let save = SaveSection { revision: stored.revision, data };
        self.officer.client.call(Route::SaveSection, &[application, form], &save)
    }

    /// One of the unit's forms, filled in as a careful clerk would.
    pub fn complete(&self, application: &str, pack: &Pack, form: &str) {
        let view = self.officer.view(application).expect("the unit sees the application");
        let complete = fill::complete(pack, &answers_of(&view), view.today, FilledBy::Unit);
        if let Some(filled) = complete.get(form) {
            self.save(application, form, |data| *data = filled.clone()).expect("the unit's form is open");
        }
    }

    pub fn check_all(&self, application: &str, pack: &Pack) {
        self.complete(application, pack, "unit_check");
    }

    pub fn delete(&self, application: &str, scan: &ScanId) -> Result<(), Refused> {
        self.officer.client.call_empty(Route::DeleteScan, &[application, scan.as_str()], &())
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
            self.complete(application, pack, form);
        }
        let view = self.officer.view(application).expect("the unit sees the application");
        for place in missing_scans(pack, &view, FilledBy::Unit) {
            let client = &self.officer.client;
            let scan = upload(client, application, place, &scans::pdf()).expect("a scan can be uploaded");
            describe(client, application, &scan, pack);
        }
    }

    /// Everything from the check to the posted table, publicity from `from` to `to`; its outcome is not known yet
    /// (R76).
    pub fn publicise(&self, application: &str, pack: &Pack, from: &str, to: &str) {
        self.check_all(application, pack);
        self.make_table(application).expect("the table can be made");
        self.start_publicity(application).expect("everything was checked");
        self.record_publicity(application, pack, from, to);
        let forget_outcome = |data: &mut SectionData| {
            data.values.retain(|field, _| !["has_objection", "conclusion"].contains(&field.as_str()));
        };
        self.save(application, "publicity", forget_outcome).expect("the unit's form is open");
    }

    /// Records that nobody has objected, as a period that is over allows.
    pub fn record_outcome(&self, application: &str, pack: &Pack) {
        self.complete(application, pack, "publicity");
    }

    pub fn forward(&self, application: &str) -> Result<StepTaken, Refused> {
        self.officer.step(application, Step::silent(Action::Forward))
    }
}
