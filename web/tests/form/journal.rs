//! Records on the machine: which are orphans, and which hold something unsaved.

use crate::fixture;
use api::applications::StoredSection;
use domain::form::{SectionData, Spot};
use std::rc::Rc;
use web::state::draft::{Draft, Edit, SaveStatus};
use web::state::journal::{Alive, Entry, Record, RecordKey, orphans};
use web::state::unsaved::unsaved_sections;
use yew::Reducible;

const SECTION: &str = "basic_info";

fn stored(revision: u64, text: &str) -> StoredSection {
    let values = [("a".to_owned(), text.to_owned())].into();
    StoredSection { revision, data: SectionData { values, ..SectionData::default() }, saved_at: None }
}

/// The record of a page that read `旧` at revision 1, after this was typed.
fn entry(text: &str) -> Entry {
    let at = Spot::field(SECTION, "a");
    let typed =
        Rc::new(Draft::new(SECTION, stored(1, "旧"))).reduce(Edit::SetValue { at, value: text.into() });
    typed.entry().expect("something that the server does not have")
}

fn opened(server: StoredSection, entry: Entry) -> Rc<Draft> {
    Rc::new(Draft::new(SECTION, server)).reduce(Edit::Restored(entry))
}

fn key(page: &str, form: u32) -> RecordKey {
    RecordKey {
        account: "p1".into(),
        application: "a1".into(),
        section: SECTION.into(),
        page: page.into(),
        form,
    }
}

#[test]
fn nothing_is_kept_that_the_server_has() {
    assert_eq!(Draft::new(SECTION, stored(1, "旧")).entry(), None);
    let fresh = opened(stored(2, "新"), entry("新"));
    assert_eq!((fresh.status(), fresh.entry(), fresh.restored), (SaveStatus::Saved, None, false));
}

#[test]
fn what_the_server_lacks_comes_back_to_be_saved() {
    let draft = opened(stored(1, "旧"), entry("新"));
    assert_eq!((draft.status(), draft.data.value("a"), draft.restored), (SaveStatus::Dirty, "新", true));
}

#[test]
fn what_was_changed_elsewhere_meanwhile_is_asked_about() {
    let draft = opened(stored(2, "他"), entry("新"));
    assert_eq!(draft.differences(), [Spot::field(SECTION, "a")]);
    assert_eq!((draft.data.value("a"), draft.saved.value("a")), ("新", "他"));
    let again = opened(stored(2, "他"), draft.entry().expect("an open conflict is kept"));
    assert_eq!(again.status(), SaveStatus::Conflict, "a page closed before the choice asks again");
}

#[test]
fn a_record_waits_while_something_else_is_not_saved() {
    let at = Spot::field(SECTION, "b");
    let draft = Rc::new(Draft::new(SECTION, stored(1, "旧")));
    let draft = draft.reduce(Edit::SetValue { at, value: "别".into() }).reduce(Edit::Restored(entry("新")));
    assert_eq!((draft.data.value("a"), draft.data.value("b")), ("旧", "别"));
}

#[test]
fn only_records_that_nobody_looks_after_are_taken_oldest_first() {
    let record = |written_at| Record { written_at, entry: entry("新") };
    let records = vec![
        (key("gone", 1), record(3)),
        (key("other", 1), record(1)),
        (key("own", 1), record(2)),
        (key("own", 2), record(4)),
    ];
    let alive = Alive {
        pages: ["other".to_owned(), "own".to_owned()].into(),
        forms: [2].into(),
        own_page: "own".into(),
    };
    let found: Vec<RecordKey> = orphans(records, &alive).into_iter().map(|(key, _)| key).collect();
    assert_eq!(found, [key("own", 1), key("gone", 1)]);
}

#[test]
fn a_place_is_read_as_it_is_written() {
    assert_eq!(RecordKey::parse(&key("x", 7).text()), Some(key("x", 7)));
    assert!(key("x", 7).text().starts_with(&RecordKey::prefix("p1", "a1")));
    assert!(
        ["", "p1/a1/s/x", "p1/a1/s/x/7/y", "p1/a1/s/x/seven"]
            .map(RecordKey::parse)
            .iter()
            .all(Option::is_none)
    );
}

#[test]
fn only_what_the_server_lacks_is_left_behind() {
    let with = |server| fixture::new_application(fixture::pack()).with_section(SECTION, server);
    let left = |server, entry| unsaved_sections(&with(server), &[(SECTION.to_owned(), entry)]);
    assert_eq!(left(stored(1, "旧"), entry("新")), [SECTION], "it was never sent");
    assert_eq!(left(stored(2, "他"), entry("新")), [SECTION], "it waits for a choice");
    assert!(left(stored(2, "新"), entry("新")).is_empty(), "it arrived");
    assert!(unsaved_sections(&with(stored(1, "旧")), &[("gone".to_owned(), entry("新"))]).is_empty());
    let typed_back = opened(stored(1, "旧"), entry("新"));
    let at = Spot::field(SECTION, "a");
    let typed_back = typed_back.reduce(Edit::SetValue { at, value: "旧".into() });
    let entry = typed_back.entry().expect("a save that got no answer");
    assert!(left(stored(1, "旧"), entry).is_empty(), "it says what the server says");
}
