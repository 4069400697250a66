//! 更改申报职称和专业: what another choice would change, before it is saved.

use crate::fixture;
use domain::form::{Row, SectionData};
use domain::ids::RowId;
use domain::workflow::PostedTable;
use web::components::start::choice_in_words;
use web::state::choice::{ChoiceEffect, effects, is_changed, present, to_mend, with_choice};
use web::state::loaded::Loaded;
use web::state::start::StartState;

/// 工程师 in construction, with one achievement under a criterion of its committee.
fn in_construction() -> Loaded {
    let pack = fixture::pack();
    let new = fixture::new_application(pack.clone());
    let mut application = new.view.application.clone();
    (application.committee, application.specialty) = ("C_CON_M".into(), "building_construction".into());
    let criterion = pack.criteria_of("C_CON_M", 7).next().expect("a criterion").id.clone();
    let choice = [
        ("target_title", "Engineer"),
        ("industry", "HousingConstruction"),
        ("committee_id", "C_CON_M"),
        ("specialty", "building_construction"),
    ];
    let values = choice.map(|(field, value)| (field.to_owned(), value.to_owned())).into();
    let basic_info = SectionData { values, ..SectionData::default() };
    let row = Row { id: RowId::new("r1"), values: [("criterion_code".to_owned(), criterion)].into() };
    let achievements = SectionData { groups: [("rows".to_owned(), vec![row])].into(), ..Default::default() };
    let stored = |data| api::applications::StoredSection { data, ..Default::default() };
    new.with_application(application)
        .with_section("basic_info", stored(basic_info))
        .with_section("achievements", stored(achievements))
}

fn mechanical(before: &StartState) -> StartState {
    StartState { industry: "Other".into(), specialty: "mechanical_design".into(), ..before.clone() }
}

fn after(loaded: &Loaded, state: &StartState) -> Loaded {
    with_choice(loaded, &state.choice(&loaded.pack).expect("a committee"), &state.note)
}

#[test]
fn what_is_chosen_is_where_a_change_begins() {
    let loaded = in_construction();
    let before = present(&loaded);
    assert_eq!(before.choice(&loaded.pack).expect("a committee").committee, "C_CON_M");
    assert!(!is_changed(&before, &before));
    assert!(is_changed(&before, &mechanical(&before)));
    assert!(is_changed(&before, &StartState { note: "钢结构".into(), ..before.clone() }));
    assert_eq!(to_mend(&loaded, &after(&loaded, &before)), []);
}

#[test]
fn r36_another_committee_asks_for_a_criterion_of_its_own() {
    let loaded = in_construction();
    let problems = to_mend(&loaded, &after(&loaded, &mechanical(&present(&loaded))));
    let places: Vec<String> = problems.iter().map(|problem| problem.spot.anchor()).collect();
    assert_eq!(places, ["achievements--rows--r1--criterion_code"], "{problems:?}");
}

#[test]
fn what_follows_is_said_before_it_is_saved() {
    let loaded = in_construction();
    let before = present(&loaded);
    let follows = |loaded: &Loaded, state: &StartState| effects(loaded, &after(loaded, state));
    assert_eq!(follows(&loaded, &mechanical(&before)), [ChoiceEffect::Kept, ChoiceEffect::CriteriaAnew]);

    let mut application = loaded.view.application.clone();
    application.version = 1;
    application.posted =
        Some(PostedTable { table_version: 1, generated_on: fixture::today(), ..PostedTable::default() });
    let returned = loaded.with_application(application);
    assert_eq!(
        follows(&returned, &mechanical(&before)),
        [ChoiceEffect::Kept, ChoiceEffect::CriteriaAnew, ChoiceEffect::OtherOffice, ChoiceEffect::PostedAnew]
    );
    let noted = StartState { note: "钢结构".into(), ..before.clone() };
    assert_eq!(follows(&returned, &noted), [ChoiceEffect::Kept], "the note is not posted");
    let assistant = StartState { title: "AssistantEngineer".into(), ..before.clone() };
    let follow = follows(&returned, &assistant);
    assert!(follow.contains(&ChoiceEffect::RequirementsAnew), "{follow:?}");
    assert!(!follow.contains(&ChoiceEffect::OtherOffice), "one office for both: {follow:?}");

    let words = choice_in_words(&loaded.pack, &before, &mechanical(&before));
    assert_eq!(words[0], ("申报职称", "工程师".to_owned()));
    assert!(words[3].1.ends_with("）") && words[3].1.contains("（原为："), "{words:?}");
}
