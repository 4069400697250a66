//! Proofs that the applicant's identity decides (R15, R16), and the codes of units.

use api::organisations::{AddOrganisation, Organisation};
use api::routes::Route;
use domain::form::SectionData;
use domain::workflow::{Stage, State, UnitWork};
use harness::people::PERMIT_HOLDER;
use harness::{P1, P2, P8, World};

fn set(data: &mut SectionData, field: &str, value: &str) {
    data.values.insert(field.into(), value.into());
}

/// §4.1: what the number says is not asked.
#[test]
fn r14_sex_birth_date_and_kind_of_document_follow_from_the_number() {
    let world = World::start();
    for (person, expected) in [
        (&P1, ["Male", "1980-03-12", "ResidentId"]),
        (&P2, ["Female", "1988-07-16", "ResidentId"]),
        (&PERMIT_HOLDER, ["Male", "1990-07-15", "ResidencePermit"]),
    ] {
        let applicant = world.started(person);
        let basics = applicant.view().sections["basic_info"].data.clone();
        let shown = ["gender", "birth_date", "id_kind"].map(|field| basics.value(field).to_owned());
        assert_eq!(shown, expected, "{}", person.key);
    }
}

/// Proposed from the unit, chosen by the applicant, and the application's own from then on.
#[test]
fn r15_identity_is_proposed_from_the_unit_and_stays_the_application_s_own() {
    let world = World::start();
    let applicant = world.started(&P8);
    let basics = |applicant: &harness::Applicant| applicant.view().sections["basic_info"].data.clone();
    assert_eq!(basics(&applicant).value("identity_nature"), "PublicInstitution");
    assert_eq!(basics(&applicant).value("unit_nature"), "PublicInstitution");
    applicant.fill_everything(&world.pack);
    applicant.change("basic_info", |data| set(data, "unit_nature", "NonEstablished"));
    assert_eq!(basics(&applicant).value("unit_nature"), "PublicInstitution", "it is the unit's");
    assert_eq!(basics(&applicant).value("identity_nature"), "NonEstablished", "it is the applicant's");
    applicant.declare(&world.pack);
    applicant.submit().unwrap();
    let stored = applicant.view().sections["basic_info"].clone();
    let refused = applicant.save("basic_info", stored.revision, stored.data).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_EDITABLE"));
}

#[test]
fn r16_the_unit_confirms_an_identity_that_differs_from_its_own() {
    let world = World::start();
    let applicant = world.submitted(&P8);
    let application = applicant.application.as_str();
    let clerk = world.unit_clerk(&P8);
    clerk.check_all(application, &world.pack);
    clerk.save(application, "unit_check", |data| set(data, "identity_confirmed", "")).unwrap();
    clerk.post(application, &world.pack);
    let refused = clerk.start_publicity(application).unwrap_err();
    let problems = refused.problem.unwrap().problems;
    let places: Vec<String> = problems.iter().map(|problem| problem.spot.anchor()).collect();
    assert_eq!(places, ["unit_check--identity_confirmed"]);
    clerk.save(application, "unit_check", |data| set(data, "identity_confirmed", "true")).unwrap();
    assert_eq!(clerk.start_publicity(application).unwrap().state, State::Unit(UnitWork::Publicity));
}

/// Some codes that were really issued fail the check character: a question, no wall (domain.md Appendix C).
#[test]
fn a_unit_whose_code_fails_the_check_is_registered_once_somebody_confirms_it() {
    let world = World::start();
    let admin = harness::seed::administrator(world.url());
    let unit = |usc_code: &str, usc_code_confirmed| AddOrganisation {
        stage: Stage::Unit,
        name: "福建某某机械有限公司柳州公司".into(),
        phone: "0772-2820000".into(),
        usc_code: usc_code.into(),
        usc_code_confirmed,
        nature: "PrivateEnterprise".into(),
        county_code: String::new(),
        is_county_unit: false,
        supervisor: None,
        series_codes: Vec::new(),
    };
    let add = |unit: AddOrganisation| admin.call::<_, Organisation>(Route::AddOrganisation, &[], &unit);
    for (code, confirmed, expected) in [
        ("91350100M000100Y4", true, "E_INVALID"),
        ("91350100m000100y43", true, "E_INVALID"),
        ("91350100M000100Y44", false, "E_USC_CODE"),
    ] {
        let refused = add(unit(code, confirmed)).unwrap_err();
        assert_eq!((refused.status, refused.code()), (422, expected), "{code}");
    }
    assert_eq!(add(unit("91350100M000100Y44", true)).unwrap().usc_code, "91350100M000100Y44");
}
