//! A row is drawn again only if something of it, or around it, is new.

use crate::fixture;
use domain::form::{Answers, Row, SectionData, Values};
use domain::ids::RowId;
use domain::pack::{FilledBy, Section};
use std::rc::Rc;
use web::state::loaded::Loaded;
use web::state::surroundings::same_surroundings;

const SECTION: &str = "education";

fn section(loaded: &Loaded) -> Section {
    loaded.pack.section(SECTION).expect("a section of the pack").clone()
}

fn with(loaded: &Loaded, section: &str, field: &str, value: &str) -> Loaded {
    let mut data = loaded.answers.get(section).cloned().unwrap_or_default();
    data.values.insert(field.to_owned(), value.to_owned());
    loaded.typed(section, data)
}

#[test]
fn typing_in_one_row_leaves_the_others_as_they_are() {
    let loaded = fixture::new_application(fixture::pack());
    let of_pack = section(&loaded);
    let group = of_pack.groups[0].id.clone();
    let row =
        Row { id: RowId::new("1"), values: Values::from([("school".to_owned(), "某大学".to_owned())]) };
    let data = SectionData { groups: [(group, vec![row])].into(), ..SectionData::default() };
    assert!(same_surroundings(&loaded, &loaded.typed(SECTION, data), &of_pack));
}

#[test]
fn what_rows_do_not_read_leaves_them_and_what_they_read_does_not() {
    let loaded = fixture::new_application(fixture::pack());
    let of_pack = section(&loaded);
    assert!(same_surroundings(&loaded, &with(&loaded, SECTION, "remark", "无"), &of_pack));
    // R22, R23: the identity decides which proofs a row asks for.
    let other = with(&loaded, "basic_info", "identity_nature", "PrivateEnterprise");
    assert!(!same_surroundings(&loaded, &other, &of_pack));
}

#[test]
fn every_row_is_drawn_again_after_another_section_or_a_scan_changed() {
    let loaded = fixture::new_application(fixture::pack());
    let of_pack = section(&loaded);
    let mut saved = loaded.stored("work_summary");
    saved.revision += 1;
    assert!(!same_surroundings(&loaded, &loaded.with_section("work_summary", saved.clone()), &of_pack));
    assert!(same_surroundings(&loaded, &loaded.with_section(SECTION, saved), &of_pack));
    let head = loaded.view.application.clone();
    assert!(same_surroundings(&loaded, &loaded.with_application(head.clone()), &of_pack));
    let mut moved = head;
    moved.revision += 1;
    assert!(!same_surroundings(&loaded, &loaded.with_application(moved), &of_pack));
}

/// The ground that the memory of a row stands on: nothing that a row shows is computed from other rows.
#[test]
fn no_field_of_a_row_is_computed() {
    let pack = fixture::pack();
    let sections = [FilledBy::Applicant, FilledBy::Unit].map(|by| pack.sections_of(by));
    for section in sections.into_iter().flatten() {
        for field in section.groups.iter().flat_map(|group| &group.fields) {
            assert!(field.computed.is_none(), "{} {}", section.id, field.id);
        }
    }
}

#[test]
fn what_is_typed_takes_the_place_of_what_was_saved() {
    let loaded = Rc::new(fixture::new_application(fixture::pack()));
    let typed = with(&loaded, SECTION, "remark", "无");
    let expected: Answers = [(SECTION.to_owned(), typed.answers[SECTION].clone())].into();
    assert_eq!(typed.answers, expected);
    assert!(Rc::ptr_eq(&typed.view, &loaded.view));
}
