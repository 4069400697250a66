//! The forms that are filled in from the pack alone leave nothing to ask for.

use chrono::DateTime;
use domain::form::{
    Answers, Case, Code, CopyKind, Place, Problem, Scan, ScanFacts, SectionData, declare, problems,
};
use domain::ids::ScanId;
use domain::pack::{FilledBy, Pack};
use harness::{Person, fill, pack, people};

const TODAY: &str = "2020-08-03";

/// Answers as the server writes them at the start, as registers give them, and in the person's own words.
fn known(person: &Person) -> Answers {
    let (unit, choice, id) = (people::organisation(person.unit), person.choice(), person.id_number());
    let birth_date = format!("{}-{}-{}", &id[6..10], &id[10..12], &id[12..14]);
    let usc_code = unit.usc_code();
    let supervisor = unit.supervisor.unwrap_or_default();
    let started = [
        ("name", person.name),
        ("id_number", &id),
        ("id_kind", "ResidentId"),
        ("gender", "Male"),
        ("birth_date", &birth_date),
        ("unit_name", person.unit),
        ("unit_usc_code", &usc_code),
        ("unit_county", unit.county_code),
        ("supervisor", supervisor),
        ("identity_nature", unit.nature),
        ("mobile", person.mobile),
        ("cycle_year", "2020"),
        ("target_title", &choice.target_title),
        ("industry", &choice.industry),
        ("committee_id", &choice.committee),
        ("specialty", &choice.specialty),
        ("dual_directed", if person.dual_directed { "true" } else { "" }),
    ];
    let mut answers = Answers::new();
    let mut put = |section: &str, field: &str, value: &str| {
        let data: &mut SectionData = answers.entry(section.to_owned()).or_default();
        data.values.insert(field.to_owned(), value.to_owned());
    };
    started
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .for_each(|(id, value)| put("basic_info", id, value));
    put("continuing_education", "query_state", "Found");
    person.typed().iter().for_each(|(section, field, value)| put(section, field, value));
    answers
}

fn scan(pack: &Pack, place: Place) -> Scan {
    let slot = pack.section(&place.section).and_then(|section| section.slot(&place.slot));
    let kinds = slot.map(|slot| slot.kinds.as_slice()).unwrap_or_default();
    let id = format!("{}-{}", place.section, place.slot);
    Scan {
        sha256: id.clone(),
        id: ScanId::new(id),
        place,
        file_name: "扫描件.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: 1_000,
        copy_kind: CopyKind::Original,
        kind: kinds.first().map(|kind| kind.value.clone()).unwrap_or_default(),
        description: "与申报内容对应的证明".into(),
        marked: true,
        facts: ScanFacts::default(),
        rotation: None,
        uploaded_at: DateTime::default(),
    }
}

/// Whatever is wrong once each missing scan is there and the whole is declared.
fn left_over(pack: &Pack, answers: &Answers) -> Vec<Problem> {
    let today = TODAY.parse().expect("a date");
    let found = |scans: &[Scan]| problems(&Case::new(pack, answers, scans, today), FilledBy::Applicant);
    let missing = found(&[]).into_iter().filter(|problem| problem.code() == Code::EScanMissing);
    let places = missing.filter_map(|problem| {
        let spot = problem.spot;
        Some(Place { section: spot.section, row: spot.row, slot: spot.slot? })
    });
    let scans: Vec<Scan> = places.map(|place| scan(pack, place)).collect();
    assert!(!scans.is_empty(), "everybody has scans to hand in");
    let mut declared = answers.clone();
    let case = Case::new(pack, answers, &scans, today);
    let signed = case.value("declaration", "signed_name").to_owned();
    let digest = declare(&case, "signed_name", signed).remove("content_digest");
    declared
        .entry("declaration".into())
        .or_default()
        .values
        .extend(digest.map(|digest| ("content_digest".into(), digest)));
    problems(&Case::new(pack, &declared, &scans, today), FilledBy::Applicant)
}

#[test]
fn every_fixture_person_can_be_filled_in_without_a_problem() {
    let pack = pack();
    let today = TODAY.parse().expect("a date");
    for person in people::ALL {
        let known = known(person);
        assert!(left_over(&pack, &known).len() > 10, "{}: without typing there is much to ask", person.key);
        let answers = fill::complete(&pack, &known, today, FilledBy::Applicant);
        let left = left_over(&pack, &answers);
        assert!(left.is_empty(), "{}: {left:#?}", person.key);
    }
}
