//! An applicant who uses the product through its API.

use crate::client::{Client, Refused};
use crate::people::Person;
use crate::scans::{self, Sample};
use crate::{City, PASSWORD, fill, sms};
use api::accounts::{CodePurpose, Register, SendCode, Session, SignIn};
use api::applications::{
    ApplicationView, LookedUp, Mine, Progress, SaveSection, Saved, StartApplication, Started, StoredSection,
};
use api::organisations::Units;
use api::payments::{PaymentOrder, PaymentVerified};
use api::routes::Route;
use api::scans::{PresignUpload, Presigned};
use api::workflow::{StepTaken, TakeStep};
use domain::form::{
    Answers, Case, Code, Place, Problem, Scan, SectionData, declare, is_outdated, problems, section_problems,
};
use domain::ids::ScanId;
use domain::pack::{FilledBy, Pack};
use domain::workflow::{Action, Step};
use std::collections::BTreeMap;

pub struct Applicant {
    pub person: &'static Person,
    pub client: Client,
    /// Empty before `start`.
    pub application: String,
}

impl Applicant {
    /// Registers with a code by SMS, and is signed in.
    pub fn register(base_url: &str, person: &'static Person) -> Self {
        let applicant = Self { person, client: Client::new(base_url), application: String::new() };
        let code = applicant.ask_code(CodePurpose::Register);
        let session = applicant.register_with(&code).expect("a new person can register");
        assert!(session.me.is_some(), "registration signs in");
        applicant
    }

    pub fn ask_code(&self, purpose: CodePurpose) -> String {
        let mobile = self.person.mobile;
        let seen = sms::to(&self.client, mobile).len();
        let asked = SendCode { mobile: mobile.into(), purpose };
        self.client.call_empty(Route::SendCode, &[], &asked).expect("a code can be asked for");
        sms::code_after(&self.client, mobile, seen)
    }

    pub fn register_with(&self, code: &str) -> Result<Session, Refused> {
        let registration = Register {
            name: self.person.name.into(),
            id_number: self.person.id_number(),
            mobile: self.person.mobile.into(),
            password: PASSWORD.into(),
            code: code.into(),
        };
        self.client.call(Route::Register, &[], &registration)
    }

    pub fn sign_in(base_url: &str, person: &'static Person) -> Self {
        let client = Client::new(base_url);
        let login = SignIn { login: person.mobile.into(), password: PASSWORD.into() };
        let _: Session = client.call(Route::SignIn, &[], &login).expect("a registered person signs in");
        let mine: Mine = client.get(Route::ListMine, &[]).expect("own applications");
        let application = mine.applications.first().map(|one| one.id.to_string()).unwrap_or_default();
        Self { person, client, application }
    }

    pub fn start(&mut self) {
        let started =
            self.try_start(City::of(self.person).choice(self.person)).expect("an application can be started");
        self.application = started.application.to_string();
    }

    pub fn try_start(&self, choice: domain::pack::CommitteeChoice) -> Result<Started, Refused> {
        let path = format!("{}?q={}", Route::FindUnits.path(), encoded(self.person.unit));
        let units = self.client.send(api::routes::Method::Get, &path, &())?;
        let units: Units = serde_json::from_str(&units).expect("units");
        let unit = units.units.first().expect("the unit is registered").id.clone();
        let pack = City::of(self.person).pack.to_owned();
        let start = StartApplication { pack, unit, choice, specialty_note: String::new() };
        self.client.call(Route::StartApplication, &[], &start)
    }

    pub fn view(&self) -> ApplicationView {
        self.client.get(Route::ReadApplication, &[&self.application]).expect("own application")
    }

    pub fn save(&self, section: &str, seen: u64, data: SectionData) -> Result<Saved, Refused> {
        let save = SaveSection { revision: seen, data, mark: None };
        self.client.call(Route::SaveSection, &[&self.application, section], &save)
    }

    /// Changes one section as it is stored.
    pub fn change(&self, section: &str, change: impl FnOnce(&mut SectionData)) -> Saved {
        let StoredSection { revision, mut data, .. } =
            self.view().sections.get(section).cloned().unwrap_or_default();
        change(&mut data);
        self.save(section, revision, data).expect("an own open section can be saved")
    }

    pub fn look_up(&self, section: &str) -> Result<LookedUp, Refused> {
        self.client.call(Route::LookUp, &[&self.application, section], &())
    }

    /// Types everything that can be typed, and declares what there is then.
    pub fn fill_in(&self, pack: &Pack) {
        if self.person.dual_directed {
            self.change("basic_info", |data| {
                data.values.insert("dual_directed".into(), "true".into());
            });
        }
        for (section, field, value) in self.person.typed() {
            self.change(section, |data| {
                data.values.insert((*field).into(), (*value).into());
            });
        }
        let view = self.view();
        let answers = answers_of(&view);
        let complete = fill::complete(pack, &answers, view.today, FilledBy::Applicant);
        for (section, data) in complete {
            let stored = view.sections.get(&section).cloned().unwrap_or_default();
            if stored.data != data {
                self.save(&section, stored.revision, data).expect("an own open section can be saved");
            }
        }
        self.upload_photo();
        self.look_up("continuing_education").unwrap_or_else(|refused| {
            panic!("{refused:?} after {:#?}", self.problems_of(pack, "basic_info"))
        });
        self.declare(pack);
    }

    /// Returns the problems of one section as it is stored.
    pub fn problems_of(&self, pack: &Pack, section: &str) -> Vec<Problem> {
        let view = self.view();
        let answers = answers_of(&view);
        let case = Case::new(pack, &answers, &view.scans, view.today).of(&view.application);
        section_problems(&case, pack.section(section).expect("a section of the pack"))
    }

    fn upload_photo(&self) {
        let place = Place { section: "basic_info".into(), row: None, slot: "photo".into() };
        self.upload(place, &scans::jpeg()).expect("a photo can be uploaded");
    }

    /// One scan for every slot that still needs one.
    pub fn upload_missing(&self, pack: &Pack) {
        for place in missing_scans(pack, &self.view(), FilledBy::Applicant) {
            let uploaded = self.upload(place, &scans::pdf()).expect("a scan can be uploaded");
            self.describe(&uploaded, pack);
        }
    }

    /// Kind and description where the slot asks for them.
    fn describe(&self, scan: &Scan, pack: &Pack) {
        describe(&self.client, &self.application, scan, pack);
    }

    pub fn fill_everything(&self, pack: &Pack) {
        self.fill_in(pack);
        self.upload_missing(pack);
        self.declare(pack);
    }

    /// Declares anew if what was declared has changed, as the page asks.
    pub fn declare(&self, pack: &Pack) {
        let view = self.view();
        let answers = answers_of(&view);
        let case = Case::new(pack, &answers, &view.scans, view.today).of(&view.application);
        let declared = view.sections.get("declaration").map(|stored| stored.data.clone()).unwrap_or_default();
        let signed = declared.values.get("signed_name").cloned().unwrap_or_default();
        if is_outdated(&case) {
            let mut values = declare(&case, "signed_name", signed);
            values.extend(declared.values.into_iter().filter(|(id, _)| id != "content_digest"));
            self.change("declaration", |data| data.values = values);
        }
    }

    pub fn presign(&self, place: Place, scan: &Sample) -> Result<Presigned, Refused> {
        presign(&self.client, &self.application, place, scan)
    }

    pub fn upload(&self, place: Place, scan: &Sample) -> Result<Scan, Refused> {
        upload(&self.client, &self.application, place, scan)
    }

    pub fn delete(&self, scan: &ScanId) -> Result<(), Refused> {
        self.client.call_empty(Route::DeleteScan, &[&self.application, scan.as_str()], &())
    }

    pub fn step(&self, step: Step) -> Result<StepTaken, Refused> {
        let revision = self.view().application.revision;
        self.client.call(
            Route::TakeStep,
            &[&self.application],
            &TakeStep { step, revision, seen: BTreeMap::new() },
        )
    }

    pub fn submit(&self) -> Result<StepTaken, Refused> {
        self.step(Step::silent(Action::Submit))
    }

    pub fn progress(&self) -> Progress {
        self.client.get(Route::ReadProgress, &[&self.application]).expect("own progress")
    }

    pub fn open_payment(&self) -> Result<PaymentOrder, Refused> {
        self.client.call(Route::OpenPayment, &[&self.application], &())
    }

    /// Pays at the cashier as the payer's browser would.
    pub fn pay(&self) -> PaymentOrder {
        let order = self.open_payment().expect("a passed application has an order");
        let status = self.client.post_form(&order.pay_url, "action=pay");
        assert!(status < 400, "the cashier answered {status}");
        order
    }

    pub fn verify_payment(&self) -> Result<PaymentVerified, Refused> {
        self.client.call(Route::VerifyPayment, &[&self.application], &())
    }
}

pub(crate) fn answers_of(view: &ApplicationView) -> Answers {
    view.sections.iter().map(|(id, stored)| (id.clone(), stored.data.clone())).collect()
}

/// Returns the places where the rules miss a scan.
pub(crate) fn missing_scans(pack: &Pack, view: &ApplicationView, filled_by: FilledBy) -> Vec<Place> {
    let answers = answers_of(view);
    let case = Case::new(pack, &answers, &view.scans, view.today).of(&view.application);
    let missing =
        problems(&case, filled_by).into_iter().filter(|problem| problem.code() == Code::EScanMissing);
    let place =
        |spot: domain::form::Spot| Some(Place { section: spot.section, row: spot.row, slot: spot.slot? });
    missing.filter_map(|problem| place(problem.spot)).collect()
}

pub(crate) fn presign(
    client: &Client,
    application: &str,
    place: Place,
    scan: &Sample,
) -> Result<Presigned, Refused> {
    let announced = PresignUpload {
        place,
        file_name: scan.file_name.clone(),
        media_type: scan.media_type.into(),
        bytes: scan.bytes.len() as u64,
        sha256: scan.sha256(),
    };
    client.call(Route::PresignUpload, &[application], &announced)
}

pub(crate) fn upload(
    client: &Client,
    application: &str,
    place: Place,
    scan: &Sample,
) -> Result<Scan, Refused> {
    let presigned = presign(client, application, place, scan)?;
    let status = client.put_bytes(&presigned.url, &presigned.headers, &scan.bytes);
    assert_eq!(status, 200, "the bucket takes what was announced");
    client.call(Route::ConfirmUpload, &[application, presigned.scan.as_str()], &())
}

pub(crate) fn describe(client: &Client, application: &str, scan: &Scan, pack: &Pack) {
    let slot = pack.section(&scan.place.section).and_then(|section| section.slot(&scan.place.slot));
    let slot = slot.expect("a scan lies in a slot of the pack");
    if slot.kinds.is_empty() && !slot.described && !slot.marked {
        return;
    }
    let described = api::scans::DescribeScan {
        copy_kind: domain::form::CopyKind::Original,
        kind: slot.kinds.first().map(|kind| kind.value.clone()).unwrap_or_default(),
        description: if slot.described { "与申报内容对应的证明".into() } else { String::new() },
        marked: slot.marked,
    };
    let _: Scan = client
        .call(Route::DescribeScan, &[application, scan.id.as_str()], &described)
        .expect("an own scan can be described");
}

/// Escapes a text for a query string.
fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
