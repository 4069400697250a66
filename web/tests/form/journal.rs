//! Records on the machine: which are orphans, and which hold something unsaved.

use crate::fixture;
use api::applications::{Mark, StoredSection};
use domain::form::{SectionData, Spot};
use std::rc::Rc;
use web::state::draft::{Draft, Edit, SaveStatus};
use web::state::journal::{Alive, Entry, LastWords, Record, RecordKey, orphans};
use web::state::unsaved::unsaved_sections;
use yew::Reducible;

const SECTION: &str = "basic_info";

fn stored(revision: u64, text: &str) -> StoredSection {
    let values = [("a".to_owned(), text.to_owned())].into();
    StoredSection {
        revision,
        data: SectionData { values, ..SectionData::default() },
        saved_at: None,
        mark: None,
    }
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

/// A page reads `旧` and types these one after the other: what it sends when it goes, and the record that it had
/// written of all but the last.
fn gone_before_it_was_written(texts: &[&str]) -> (StoredSection, Entry) {
    let mut draft = Rc::new(Draft::new(SECTION, stored(1, "旧"))).reduce(Edit::Named("page/1".into()));
    let mut written = None;
    for text in texts {
        written = draft.entry();
        draft = draft.reduce(typed(text));
    }
    let sent = draft.last_words();
    let server =
        StoredSection { revision: sent.revision + 1, mark: sent.mark, ..stored(0, texts[texts.len() - 1]) };
    (server, written.expect("more than one text"))
}

fn typed(text: &str) -> Edit {
    Edit::SetValue { at: Spot::field(SECTION, "a"), value: text.into() }
}

#[test]
fn a_page_that_sent_more_than_it_wrote_down_is_not_asked_about_itself() {
    let (server, written) = gone_before_it_was_written(&["我", "我们"]);
    let read = opened(server.clone(), written.clone());
    assert_eq!((read.status(), read.data.value("a"), read.restored), (SaveStatus::Saved, "我们", false));

    let read_before_it_arrived = opened(stored(1, "旧"), written);
    assert_eq!(
        (read_before_it_arrived.status(), read_before_it_arrived.data.value("a")),
        (SaveStatus::Dirty, "我")
    );
    let arrived =
        read_before_it_arrived.clone().reduce(Edit::SaveStarted).reduce(Edit::Stale(server.clone()));
    assert_eq!((arrived.status(), arrived.data.value("a")), (SaveStatus::Saved, "我们"));
    let went_on = arrived.reduce(typed("我们的")).reduce(Edit::Arrived(server.clone()));
    assert_eq!(
        (went_on.status(), went_on.data.value("a")),
        (SaveStatus::Dirty, "我们的"),
        "the same read again"
    );
    let typed_too = read_before_it_arrived.reduce(typed("我的")).reduce(Edit::Arrived(server));
    assert_eq!(typed_too.status(), SaveStatus::Conflict, "both texts are there to choose from");
}

#[test]
fn what_another_form_typed_is_asked_about_however_many_edits_it_had() {
    let (server, written) = gone_before_it_was_written(&["我", "我们"]);
    let mark = server.mark.clone().map(|mark| Mark { form: "page/2".into(), ..mark });
    let draft = opened(StoredSection { mark, ..server }, written);
    assert_eq!(draft.status(), SaveStatus::Conflict);
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

/// The next page waits until it can read what the page before it sent, and not for what was refused.
#[test]
fn last_words_are_settled_once_they_or_something_else_is_stored() {
    let mark = |form: &str, n_edits| Some(Mark { form: form.to_owned(), n_edits });
    let sent = |mark| LastWords { section: SECTION.to_owned(), revision: 4, mark };
    let is = |words: &LastWords, revision, mark| {
        words.are_settled(&StoredSection { revision, mark, ..StoredSection::default() })
    };
    let words = sent(mark("form", 7));
    assert!(!is(&words, 4, None), "under way");
    assert!(!is(&words, 4, mark("form", 3)), "under way, on top of what the form saved before");
    assert!(!is(&words, 5, mark("form", 5)), "behind another save of the form");
    assert!(is(&words, 5, mark("form", 7)), "stored");
    assert!(is(&words, 6, mark("form", 9)), "stored, and the form came back");
    assert!(is(&words, 5, mark("other", 1)), "refused");
    assert!(is(&words, 5, None), "refused");
    let unnamed = sent(None);
    assert!(!is(&unnamed, 4, mark("form", 3)) && is(&unnamed, 5, None));
}
