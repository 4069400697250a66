//! The 公示表: what is asked before it is printed, who may have it, and what a correction leaves of it (R73–R77).

use crate::returns::resubmit;
use api::routes::{Method, Route};
use api::workflow::{CheckedSheet, PdfLink};
use chrono::{Days, NaiveDate};
use domain::form::SectionData;
use domain::workflow::{Action, Office, PostedTable, SheetStanding, State, Step, UnitWork};
use harness::{Applicant, Client, P2, P6, Refused, UnitClerk, World};
use serde_json::Value;

fn set(data: &mut SectionData, field: &str, value: &str) {
    data.values.insert(field.into(), value.into());
}

fn link(client: &Client, application: &str) -> Result<String, Refused> {
    client.get(Route::ReadPublicityTable, &[application]).map(|link: PdfLink| link.url)
}

/// An application whose table was made today, 3 August 2020.
fn made(world: &World) -> (Applicant, UnitClerk) {
    let applicant = world.submitted(&P6);
    let clerk = world.unit_clerk(&P6);
    clerk.post(&applicant.application, &world.pack);
    (applicant, clerk)
}

fn posted(applicant: &Applicant) -> PostedTable {
    applicant.view().application.posted.unwrap()
}

fn publicity(clerk: &UnitClerk, application: &str) -> SectionData {
    clerk.officer.view(application).unwrap().sections["publicity"].data.clone()
}

/// Makes the second sheet, which refuses the days of the first, and returns its last day.
fn posted_anew(world: &World, clerk: &UnitClerk, application: &str) -> NaiveDate {
    let today = clerk.officer.view(application).unwrap().today;
    clerk.plan(application, &world.pack, "2020-08-03", "2020-08-07");
    let refused = clerk.make_table(application).unwrap_err().problems();
    assert_eq!(refused, [("E_PUBLICITY_BEFORE_TABLE".into(), "publicity--start_date".into())]);
    let last = today + Days::new(9);
    clerk.plan(application, &world.pack, &today.to_string(), &last.to_string());
    assert_eq!(clerk.make_table(application).unwrap().application.posted.unwrap().table_version, 2);
    last
}

/// The series office has the applicant say more exactly what he works at.
fn corrected(world: &World, applicant: &Applicant, work: &str) {
    let series = world.reviewer(crate::returns::SERIES);
    series.return_for(&applicant.application, "basic_info", "K02", "请写明现从事的专业技术工作").unwrap();
    applicant.change("basic_info", |data| set(data, "current_work", work));
    resubmit(world, applicant, &["已改"]).unwrap();
}

/// A table made twice from the same data is the same (R73).
#[test]
fn r73_the_same_data_gives_the_same_table() {
    let world = World::start();
    let (applicant, clerk) = made(&world);
    let read =
        || clerk.officer.client.get_bytes(&link(&clerk.officer.client, &applicant.application).unwrap());
    let (first, pdf) = (posted(&applicant), read());
    let again = clerk.make_table(&applicant.application).unwrap();
    assert_eq!(again.application.posted, Some(first));
    assert!(pdf.starts_with(b"%PDF-") && pdf == read(), "{} bytes", pdf.len());
}

#[test]
fn r74_the_table_is_printed_on_a4_and_bears_its_version_day_and_code() {
    let world = World::start();
    let (applicant, clerk) = made(&world);
    let url = link(&clerk.officer.client, &applicant.application).unwrap();
    let pdf = lopdf::Document::load_mem(&clerk.officer.client.get_bytes(&url)).unwrap();
    let pages = pdf.get_pages();
    assert!(!pages.is_empty());
    for page in pages.values() {
        let page = pdf.get_dictionary(*page).unwrap();
        let edges = page.get(b"MediaBox").and_then(|edges| edges.as_array()).unwrap();
        let edges: Vec<f32> = edges.iter().map(|edge| edge.as_float().unwrap().round()).collect();
        assert_eq!(edges, [0.0, 0.0, 595.0, 842.0], "A4 upright, in points");
    }
    let text = pdf.extract_text(&pages.keys().copied().collect::<Vec<u32>>()).unwrap();
    let text: String = text.split_whitespace().collect();
    let code: String = posted(&applicant).spaced_code().split_whitespace().collect();
    for printed in ["第1版", "2020年8月3日生成", "至2020年8月7日", &code] {
        assert!(text.contains(printed), "{printed} in {text}");
    }
}

/// The table is had under its own name, on any day, by everybody who may see the application.
#[test]
fn r73_case_12_the_table_is_had_again_by_everybody_who_may_see_the_application() {
    let world = World::start();
    let (applicant, clerk) = made(&world);
    let application = applicant.application.as_str();
    let series = world.reviewer(crate::returns::SERIES);
    assert_eq!(
        link(&series.client, application).unwrap_err().code(),
        "E_NOT_FOUND",
        "it has not arrived there"
    );
    let stranger = world.unit_clerk(&P2);
    assert_eq!(link(&stranger.officer.client, application).unwrap_err().code(), "E_NOT_FOUND");
    for client in [&applicant.client, &clerk.officer.client] {
        let (disposition, pdf) = client.get_file(&link(client, application).unwrap());
        let encoded = "%E5%85%AC%E7%A4%BA%E8%A1%A8-%E6%9D%8E%E8%96%87-%E7%AC%AC1%E7%89%88.pdf";
        assert!(
            disposition.contains(&format!("filename*=UTF-8''{encoded}")),
            "公示表-李薇-第1版.pdf: {disposition}"
        );
        assert!(pdf.starts_with(b"%PDF-"));
    }
    let at = world.at(State::Office(Office::Series), &harness::P4);
    let series = at.reviewer();
    let later = link(&series.client, at.application()).unwrap();
    assert!(series.client.get_bytes(&later).starts_with(b"%PDF-"), "weeks after it was made");
}

#[test]
fn r73_a_table_that_was_not_made_is_not_there() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let refused = link(&applicant.client, &applicant.application).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_TABLE_MISSING"));
}

/// No blanks on the sheet: plan and appraisals come first, and the refusal names what is missing.
#[test]
fn r74_nothing_is_printed_before_plan_and_appraisals_are_there() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let clerk = world.unit_clerk(&P6);
    let application = &applicant.application;
    let missing: Vec<String> =
        clerk.make_table(application).unwrap_err().problems().into_iter().map(|(_, place)| place).collect();
    let plan = [
        "start_date",
        "end_date",
        "place",
        "method",
        "contact_department",
        "contact_person",
        "contact_phone",
    ];
    let years = (2015..2020).map(|year| format!("appraisals--rows--{year}--result"));
    let expected: Vec<String> = plan.iter().map(|field| format!("publicity--{field}")).chain(years).collect();
    assert_eq!(missing, expected);
    assert_eq!(applicant.view().application.posted, None);
    clerk.plan(application, &world.pack, "2020-08-03", "2020-08-07");
    clerk.make_table(application).unwrap();
}

/// Paper that hung out before it was entered counts with its scan and a reason, from the day of its version.
#[test]
fn edge_10_paper_that_was_posted_before_it_was_entered_is_entered_later() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let application = &applicant.application;
    world.set_date("2020-08-10");
    let clerk = world.unit_clerk(&P6);
    clerk.check_all(application, &world.pack);
    clerk.plan(application, &world.pack, "2020-08-03", "2020-08-07");
    let faults = || clerk.make_table(application).unwrap_err().problems();
    let spot = |code: &str, place: &str| (code.to_owned(), format!("publicity--{place}"));
    assert_eq!(faults(), [spot("E_PUBLICITY_BEFORE_TABLE", "start_date")]);

    let enter = |field: &str, value: &str| {
        clerk.save(application, "publicity", |data| set(data, field, value)).unwrap();
    };
    enter("posted_before", "true");
    let places: Vec<String> = faults().into_iter().map(|(_, place)| place).collect();
    assert_eq!(places, ["publicity--posted_before_reason", "publicity--signed_publicity_table"]);
    enter("posted_before_reason", "公示时单位账号尚未开通，先张贴了纸质公示表");
    clerk.upload(application, "publicity", "signed_publicity_table").unwrap();
    enter("start_date", "2020-07-31");
    assert_eq!(faults(), [spot("E_PUBLICITY_BEFORE_VERSION", "start_date")]);
    enter("start_date", "2020-08-03");
    let posted = clerk.make_table(application).unwrap().application.posted.unwrap();
    let days = [posted.submitted_on, posted.generated_on].map(|day| day.to_string());
    assert_eq!(days, ["2020-08-03", "2020-08-10"]);
    clerk.start_publicity(application).unwrap();
    clerk.record_outcome(application, &world.pack);
    assert_eq!(clerk.finish_publicity(application).unwrap().state, State::Unit(UnitWork::Recommend));
    let form = publicity(&clerk, application);
    assert_eq!(form.value("posted_before"), "true", "it is what the offices read");
}

/// Other data than what was posted must be posted again (R77, finding 13), for as many days as the first time, and the
/// form says nothing of the first posting.
#[test]
fn r77_changed_data_is_publicised_again_from_an_empty_form() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let application = at.application();
    corrected(&world, &at.applicant, "冲压模具设计");

    let clerk = world.unit_clerk(&P6);
    let form = publicity(&clerk, application);
    let read =
        ["start_date", "end_date", "has_objection", "conclusion"].map(|field| form.value(field).to_owned());
    assert_eq!(read, ["", "", "", ""]);
    assert_ne!(form.value("place"), "", "it hangs where it did");
    let unchecked = clerk.start_publicity(application).unwrap_err().problems();
    let places: Vec<&str> = unchecked.iter().map(|(_, place)| place.as_str()).collect();
    assert_eq!(places, ["unit_check--rows--basic_info--result", "unit_check--rows--declaration--result"]);
    clerk.check_all(application, &world.pack);
    let refused = clerk.start_publicity(application).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_PUBLICITY_OUTDATED"));

    let last = posted_anew(&world, &clerk, application);
    assert_eq!(clerk.start_publicity(application).unwrap().state, State::Unit(UnitWork::Publicity));
    assert_eq!(clerk.finish_publicity(application).unwrap_err().status, 422, "it is up");
    world.set_date(&(last + Days::new(1)).to_string());
    let clerk = world.unit_clerk(&P6);
    clerk.record_outcome(application, &world.pack);
    assert_eq!(clerk.finish_publicity(application).unwrap().state, State::Unit(UnitWork::Recommend));
}

/// Edge case 68 and 69: a posting that was disturbed does not count, whatever is typed; another one has its own days.
#[test]
fn r77_a_posting_that_is_void_is_held_again_for_all_its_days() {
    let world = World::start();
    let at = world.at(State::Unit(UnitWork::Recommend), &P6);
    let (application, clerk) = (at.application(), at.clerk());
    let first = posted(&at.applicant);
    clerk.recommend(application, &world.pack);
    let void = Step {
        opinion: "公示栏施工，公示表被遮挡".into(), ..Step::silent(Action::VoidPublicity)
    };
    let refused = clerk.officer.step(application, Step::silent(Action::VoidPublicity)).unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_OPINION_MISSING"));
    let taken = clerk.officer.step(application, void).unwrap();
    assert_eq!(taken.state, State::Unit(UnitWork::Review));
    let checked: CheckedSheet = at.applicant.client.get(Route::CheckSheet, &[&first.check_code]).unwrap();
    assert_eq!(checked.standing, SheetStanding::Voided);
    assert_eq!(clerk.start_publicity(application).unwrap_err().code(), "E_TABLE_MISSING");

    let last = posted_anew(&world, &clerk, application);
    clerk.start_publicity(application).unwrap();
    world.set_date(&(last + Days::new(1)).to_string());
    let clerk = world.unit_clerk(&P6);
    clerk.record_outcome(application, &world.pack);
    clerk.finish_publicity(application).unwrap();
    // The group met while nothing that counts hung out.
    let places: Vec<String> =
        clerk.forward(application).unwrap_err().problems().into_iter().map(|(_, place)| place).collect();
    assert_eq!(places, ["deliberation--date", "unit_recommendation--date"]);
    clerk.recommend(application, &world.pack);
    clerk.forward(application).unwrap();
}

/// The hash is the first one again, and so are dates and outcome.
#[test]
fn r73_edge_70_a_change_that_is_undone_restores_its_posting() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let (applicant, application) = (&at.applicant, at.application());
    let clerk = world.unit_clerk(&P6);
    let (form, table) = (publicity(&clerk, application), posted(applicant));
    let work = applicant.view().sections["basic_info"].data.value("current_work").to_owned();
    corrected(&world, applicant, "冲压模具设计");
    assert_ne!(publicity(&clerk, application), form);
    clerk.officer.return_for(application, "basic_info", "K02", "请改回原来的写法").unwrap();
    applicant.change("basic_info", |data| set(data, "current_work", &work));
    resubmit(&world, applicant, &["已改回"]).unwrap();
    assert_eq!((publicity(&clerk, application), posted(applicant)), (form, table));
    clerk.check_all(application, &world.pack);
    clerk.start_publicity(application).unwrap();
    assert_eq!(clerk.finish_publicity(application).unwrap().state, State::Unit(UnitWork::Recommend));
}

/// A reader before the sheet learns whether it holds, the surname, and nothing else.
#[test]
fn r74_anybody_may_check_a_sheet() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let nobody = Client::new(world.url());
    let check = |code: &str| nobody.get::<CheckedSheet>(Route::CheckSheet, &[code]);
    let first = posted(&at.applicant);
    let path = Route::CheckSheet.url(&[&first.check_code]);
    let said: Value = serde_json::from_str(&nobody.send(Method::Get, &path, &()).unwrap()).unwrap();
    let keys: Vec<&String> = said.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["generated_on", "standing", "surname", "table_version"]);
    let checked = check(&first.check_code.to_uppercase()).unwrap();
    assert_eq!((checked.surname.as_str(), checked.table_version), ("李", 1));
    assert_eq!((checked.generated_on, checked.standing), (first.generated_on, SheetStanding::Valid));

    corrected(&world, &at.applicant, "冲压模具设计");
    assert_eq!(check(&first.check_code).unwrap().standing, SheetStanding::Outdated);
    world.unit_clerk(&P6).post(at.application(), &world.pack);
    assert_eq!(check(&first.check_code).unwrap().standing, SheetStanding::ReplacedBy(2));
    assert_eq!(check(&posted(&at.applicant).check_code).unwrap().standing, SheetStanding::Valid);
}

#[test]
fn a_check_code_is_not_guessed() {
    let world = World::start();
    let nobody = Client::new(world.url());
    let check = || nobody.get::<CheckedSheet>(Route::CheckSheet, &["0123456789abcdef"]).unwrap_err();
    let unknown = check();
    assert_eq!((unknown.status, unknown.code()), (404, "E_CODE_UNKNOWN"));
    assert!(unknown.title().contains("请核对公示表上的16位校验码"), "{}", unknown.title());
    for _ in 1..60 {
        assert_eq!(check().status, 404);
    }
    let refused = check();
    assert_eq!((refused.status, refused.code()), (429, "E_TOO_MANY"));
}
