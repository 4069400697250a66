//! 更改申报职称和专业 in a draft and after a return: what is kept, what is judged anew, and where the application goes.

use api::applications::{ChooseCommittee, Saved};
use api::routes::Route;
use domain::form::Problem;
use domain::pack::CommitteeChoice;
use domain::workflow::{Action, Ending, Office, Payment, State, Step, UnitWork};
use harness::{Applicant, P2, P6, Refused, World};

use crate::returns::SERIES;

pub(crate) const CONSTRUCTION: &str = "柳州市住房和城乡建设局职称改革工作领导小组办公室";
const COUNTY: &str = "鹿寨县职称改革工作领导小组办公室";

/// The forms whose rows name a criterion, with its article.
const CRITERIA: [(&str, u8); 3] = [("publications", 8), ("achievements", 7), ("professional_experience", 6)];

/// A choice of another committee than P2's, with another series office.
pub(crate) fn mechanical() -> CommitteeChoice {
    CommitteeChoice {
        target_title: "Engineer".into(),
        industry: "Other".into(),
        committee: "C_ENG_M".into(),
        specialty: "mechanical_design".into(),
    }
}

pub(crate) fn choose(applicant: &Applicant, choice: CommitteeChoice) -> Result<Saved, Refused> {
    let revision = applicant.view().sections["basic_info"].revision;
    let wanted = ChooseCommittee { choice, specialty_note: String::new(), revision };
    applicant.client.call(Route::ChooseCommittee, &[&applicant.application], &wanted)
}

/// Returns the problems of a refused submission in the rows that name a criterion.
fn criterion_problems(refused: Refused) -> Vec<Problem> {
    assert_eq!((refused.status, refused.code()), (422, "E_INCOMPLETE"));
    let mut problems = refused.problem.unwrap().problems;
    problems.retain(|problem| problem.spot.field.as_deref() == Some("criterion_code"));
    problems
}

/// The first criterion that the committee of the application offers, wherever there is one.
fn name_criteria_anew(world: &World, applicant: &Applicant) {
    let committee = applicant.view().application.committee;
    for (section, article) in CRITERIA {
        let criterion = world.pack.criteria_of(&committee, article).next().unwrap().id.clone();
        applicant.change(section, |data| {
            for row in data.groups.values_mut().flatten() {
                row.values.insert("criterion_code".into(), criterion.clone());
            }
        });
    }
}

/// domain.md §2.4.
#[test]
fn another_committee_keeps_the_data_and_refuses_its_predecessor_s_criteria() {
    let world = World::start();
    let applicant = world.started(&P2);
    applicant.fill_everything(&world.pack);
    let before = applicant.view();
    choose(&applicant, mechanical()).unwrap();

    let after = applicant.view();
    assert_eq!(
        (after.application.committee.as_str(), after.application.specialty.as_str()),
        ("C_ENG_M", "mechanical_design")
    );
    assert_eq!(after.scans, before.scans);
    for (id, stored) in before.sections.iter().filter(|(id, _)| *id != "basic_info") {
        assert_eq!(&after.sections[id], stored, "{id}");
    }
    let had = &before.sections["basic_info"].data;
    let has = &after.sections["basic_info"].data;
    assert_eq!(has.value("committee_id"), "C_ENG_M");
    assert_eq!(has.value("current_work"), had.value("current_work"));

    let problems = criterion_problems(applicant.submit().unwrap_err());
    let sections: Vec<&str> = problems.iter().map(|problem| problem.spot.section.as_str()).collect();
    assert_eq!(sections, CRITERIA.map(|(section, _)| section), "{problems:?}");
    name_criteria_anew(&world, &applicant);
    applicant.declare(&world.pack);
    assert_eq!(applicant.submit().unwrap().state, State::Unit(UnitWork::Review));
}

/// Edge 41: returned for a wrong committee, chosen anew, and on its way to the office of the right one.
#[test]
fn r95_a_committee_that_is_changed_after_a_return_leads_to_its_own_series_office() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P2);
    let (applicant, application, construction) = (&at.applicant, at.application(), at.reviewer());
    construction.return_for(application, "basic_info", "K01", "不属于建设工程，请更改评委会").unwrap();

    choose(applicant, mechanical()).unwrap();
    let answered =
        Step { answers: vec!["已改为工程系列中级评委会".into()], ..Step::silent(Action::Submit) };
    let refused = applicant.step(answered.clone()).unwrap_err();
    assert_eq!(criterion_problems(refused).len(), CRITERIA.len());
    name_criteria_anew(&world, applicant);
    applicant.declare(&world.pack);
    assert_eq!(applicant.step(answered).unwrap().state, State::Unit(UnitWork::Review));
    let route: Vec<String> =
        applicant.view().application.route.into_iter().map(|station| station.name).collect();
    assert_eq!(route, [P2.unit, COUNTY, SERIES]);

    let refused = construction.view(application).unwrap_err();
    assert_eq!(refused.status, 404, "the application is no longer on the way to it");
    assert!(construction.queue().others.is_empty());
    let engineering = world.reviewer(SERIES);
    assert_eq!(engineering.view(application).unwrap_err().status, 404, "it has not arrived");

    at.clerk().check_all(application, &world.pack);
    let outdated = at.clerk().start_publicity(application).unwrap_err();
    assert_eq!(outdated.code(), "E_PUBLICITY_OUTDATED");
    let at = at.on_to(State::Office(Office::Series));
    let (engineering, construction) = (at.reviewer(), world.reviewer(CONSTRUCTION));
    assert!(construction.queue().waiting.is_empty());
    assert_eq!(engineering.queue().waiting.len(), 1);
    assert_eq!(engineering.approve(at.application()).unwrap().state, State::Payment(Payment::Due));
}

#[test]
fn what_is_submitted_or_does_not_fit_is_not_chosen() {
    let world = World::start();
    let applicant = world.started(&P6);
    let mut crossed = mechanical();
    crossed.committee = "C_ENG_J".into();
    let refused = choose(&applicant, crossed).unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_COMMITTEE_MISMATCH"));
    let mut foreign = mechanical();
    foreign.specialty = "building_construction".into();
    assert_eq!(choose(&applicant, foreign).unwrap_err().status, 422);

    let stale = ChooseCommittee { choice: mechanical(), specialty_note: String::new(), revision: 9 };
    let refused: Result<Saved, Refused> =
        applicant.client.call(Route::ChooseCommittee, &[&applicant.application], &stale);
    assert_eq!(refused.unwrap_err().code(), "E_STALE");
    assert_eq!(applicant.view().application.committee, "C_ENG_J");

    applicant.fill_everything(&world.pack);
    applicant.submit().unwrap();
    let refused = choose(&applicant, mechanical()).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_EDITABLE"));
}

/// T3: the person may begin again, and the draft is on no list.
#[test]
fn t3_a_deleted_draft_makes_room_for_another() {
    let world = World::start();
    let mut applicant = world.started(&P6);
    let deleted = applicant.application.clone();
    assert_eq!(
        applicant.step(Step::silent(Action::DeleteDraft)).unwrap().state,
        State::Over(Ending::Withdrawn)
    );
    assert_eq!(Applicant::sign_in(world.url(), &P6).application, "");
    applicant.start();
    assert_ne!(applicant.application, deleted);
    let refused = Applicant { application: deleted, ..Applicant::sign_in(world.url(), &P6) };
    let refused = refused.step(Step::silent(Action::DeleteDraft)).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_STEP_NOT_POSSIBLE"));
}
