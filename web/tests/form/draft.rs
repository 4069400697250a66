//! A draft through typing, saving, failure and conflict.

use api::applications::StoredSection;
use chrono::DateTime;
use domain::form::{Row, SectionData, Spot, Values};
use domain::ids::RowId;
use std::rc::Rc;
use std::time::Duration;
use web::state::cells::value_at;
use web::state::draft::{Draft, Edit, SaveFailure, SaveStatus};
use yew::Reducible;

const SECTION: &str = "publications";

fn stored(revision: u64, values: &[(&str, &str)], rows: &[&str]) -> StoredSection {
    let values = values.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect();
    let row = |id: &&str| Row { id: RowId::new(*id), values: Values::new() };
    let groups = [("rows".to_owned(), rows.iter().map(row).collect())].into();
    StoredSection { revision, data: SectionData { values, groups }, saved_at: None, mark: None }
}

fn after(draft: Draft, edits: impl IntoIterator<Item = Edit>) -> Draft {
    let draft = edits.into_iter().fold(Rc::new(draft), Draft::reduce);
    Rc::unwrap_or_clone(draft)
}

fn field(id: &str) -> Spot {
    Spot::field(SECTION, id)
}

fn typed(id: &str, value: &str) -> Edit {
    Edit::SetValue { at: field(id), value: value.into() }
}

fn done(revision: u64) -> Edit {
    Edit::SaveDone { revision, at: DateTime::default() }
}

fn row_ids(draft: &Draft) -> Vec<&str> {
    draft.data.rows("rows").iter().map(|row| row.id.as_str()).collect()
}

fn of_group(id: &str) -> (String, RowId) {
    ("rows".to_owned(), RowId::new(id))
}

#[test]
fn what_is_typed_while_saving_stays_to_be_saved() {
    let draft = Draft::new(SECTION, stored(3, &[], &[]));
    let draft = after(draft, [typed("a", "甲"), Edit::SaveStarted, typed("a", "甲乙"), done(4)]);
    assert_eq!(draft.status(), SaveStatus::Dirty);
    assert_eq!((draft.revision, draft.data.value("a"), draft.saved.value("a")), (4, "甲乙", "甲"));
    let draft = after(draft, [Edit::SaveStarted, done(5)]);
    assert_eq!(draft.status(), SaveStatus::Saved);
}

#[test]
fn taking_back_what_was_typed_leaves_nothing_to_save() {
    let draft = Draft::new(SECTION, stored(1, &[("a", "甲")], &[]));
    let draft = after(draft, [typed("a", "甲乙"), typed("a", "甲")]);
    assert_eq!(draft.saves_in(), None);
}

#[test]
fn the_tidied_text_of_the_server_does_not_replace_what_is_typed() {
    let draft = Draft::new(SECTION, stored(1, &[], &[]));
    let draft = after(draft, [typed("a", "甲  乙 "), Edit::SaveStarted, done(2)]);
    let draft = after(draft, [Edit::Arrived(stored(2, &[("a", "甲 乙")], &[]))]);
    assert_eq!(draft.data.value("a"), "甲  乙 ");
    assert_eq!(draft.differences(), []);
}

#[test]
fn a_stale_save_asks_only_about_fields_that_both_changed() {
    let draft = Draft::new(SECTION, stored(1, &[("a", "旧"), ("b", "旧"), ("c", "旧")], &[]));
    let theirs = stored(2, &[("a", "他"), ("b", "旧"), ("c", "他")], &[]);
    let edits = [typed("a", "我"), typed("b", "我"), Edit::SaveStarted, Edit::Stale(theirs)];
    let draft = after(draft, edits);
    assert_eq!(draft.differences(), [field("a")]);
    assert_eq!(draft.saves_in(), None, "nothing is saved before the choice");
    let values = ["a", "b", "c"].map(|id| draft.data.value(id).to_owned());
    assert_eq!(values, ["我", "我", "他"]);

    let mine = after(draft.clone(), [Edit::KeepMine(field("a"))]);
    assert_eq!((value_at(&mine.data, &field("a")), mine.status()), ("我", SaveStatus::Dirty));
    let theirs = after(draft, [Edit::TakeTheirs(field("a"))]);
    assert_eq!((value_at(&theirs.data, &field("a")), theirs.revision), ("他", 2));
}

#[test]
fn taking_all_that_was_saved_leaves_nothing_to_save() {
    let draft = Draft::new(SECTION, stored(1, &[("a", "旧"), ("b", "旧")], &[]));
    let theirs = stored(2, &[("a", "他"), ("b", "他")], &[]);
    let draft = after(draft, [typed("a", "我"), typed("b", "我"), Edit::Arrived(theirs)]);
    assert_eq!(draft.differences().len(), 2);
    assert_eq!(after(draft.clone(), [Edit::TakeAllTheirs]).status(), SaveStatus::Saved);
    assert_eq!(after(draft, [Edit::KeepAllMine]).status(), SaveStatus::Dirty);
}

#[test]
fn rows_that_either_side_added_or_removed_stay_so() {
    let draft = Draft::new(SECTION, stored(1, &[], &["1", "2", "3"]));
    let ((group, own), (_, gone)) = (of_group("own"), of_group("1"));
    let edits = [
        Edit::AddRow { group: group.clone(), id: own, exactly_one: None },
        Edit::RemoveRow { group, id: gone },
        Edit::Arrived(stored(2, &[], &["1", "3", "their"])),
    ];
    let draft = after(draft, edits);
    assert_eq!(row_ids(&draft), ["3", "own", "their"]);
}

#[test]
fn a_removed_row_comes_back_to_its_place() {
    let draft = Draft::new(SECTION, stored(1, &[], &["1", "2", "3"]));
    let (group, id) = of_group("2");
    let draft = after(draft, [Edit::RemoveRow { group: group.clone(), id }]);
    assert_eq!(row_ids(&draft), ["1", "3"]);
    assert_eq!(draft.removed.len(), 1);
    let draft = after(draft, [Edit::UndoRemove { group }]);
    assert_eq!(row_ids(&draft), ["1", "2", "3"]);
    assert_eq!((draft.status(), draft.removed.len()), (SaveStatus::Saved, 0));
}

#[test]
fn r47_rows_move_within_their_order_of_importance() {
    let draft = Draft::new(SECTION, stored(1, &[], &["1", "2", "3"]));
    let moved = |id: &str, index: usize| {
        let (group, id) = of_group(id);
        after(draft.clone(), [Edit::MoveRowTo { group, id, index }])
    };
    assert_eq!(row_ids(&moved("3", 1)), ["1", "3", "2"]);
    assert_eq!(row_ids(&moved("3", 0)), ["3", "1", "2"]);
    assert_eq!(row_ids(&moved("1", 1)), ["2", "1", "3"]);
    assert_eq!(row_ids(&moved("1", 9)), ["2", "3", "1"]);
}

#[test]
fn a_row_that_the_system_lays_out_is_stored_with_its_first_value() {
    let at = Spot {
        field: Some("grade".into()),
        ..Spot::group(SECTION, "rows").in_row("rows", &RowId::new("2019"))
    };
    let draft = Draft::new(SECTION, stored(0, &[], &[]));
    let draft = after(draft, [Edit::SetValue { at: at.clone(), value: "Good".into() }]);
    assert_eq!(value_at(&draft.data, &at), "Good");
}

#[test]
fn failed_saves_are_tried_again_ever_later_unless_they_were_refused() {
    let draft = after(Draft::new(SECTION, stored(1, &[], &[])), [typed("a", "甲")]);
    let failed = |n: usize, failure: &SaveFailure| {
        let once = [Edit::SaveStarted, Edit::SaveFailed(failure.clone())];
        after(draft.clone(), std::iter::repeat_n(once, n).flatten()).saves_in()
    };
    let waits = [1, 2, 9].map(|n| failed(n, &SaveFailure::Offline));
    assert_eq!(waits, [5, 10, 60].map(|seconds| Some(Duration::from_secs(seconds))));
    assert_eq!(failed(1, &SaveFailure::Refused("超过字数".into())), None);
}

#[test]
fn an_answer_that_comes_late_does_not_bring_an_older_revision_back() {
    let draft = Draft::new(SECTION, stored(1, &[], &[]));
    let looked_up = Edit::Arrived(stored(3, &[("b", "查")], &[]));
    let draft = after(draft, [typed("a", "甲"), Edit::SaveStarted, looked_up, done(2)]);
    assert_eq!((draft.revision, draft.data.value("b")), (3, "查"));
    assert_eq!(draft.status(), SaveStatus::Dirty);
}

fn row_spot(id: &str) -> Spot {
    Spot::group(SECTION, "rows").in_row("rows", &RowId::new(id))
}

fn typed_in_row(id: &str, value: &str) -> Edit {
    Edit::SetValue { at: Spot { field: Some("x".into()), ..row_spot(id) }, value: value.into() }
}

/// As another device left the rows: in this order, with this text in the row "1".
fn rows_there(revision: u64, ids: &[&str], text: &str) -> StoredSection {
    let mut there = stored(revision, &[], ids);
    for row in there.data.groups.values_mut().flatten().filter(|row| row.id.as_str() == "1") {
        row.values.insert("x".into(), text.into());
    }
    there
}

#[test]
fn a_row_removed_there_and_changed_here_is_asked_about() {
    let draft = after(Draft::new(SECTION, stored(1, &[], &["1", "2"])), [typed_in_row("1", "我")]);
    let draft = after(draft, [Edit::Arrived(stored(2, &[], &["2"]))]);
    assert_eq!((draft.differences(), row_ids(&draft)), ([row_spot("1")].as_slice(), vec!["1", "2"]));
    let mine = after(draft.clone(), [Edit::KeepMine(row_spot("1"))]);
    assert_eq!((mine.status(), row_ids(&mine)), (SaveStatus::Dirty, vec!["1", "2"]));
    let theirs = after(draft, [Edit::TakeTheirs(row_spot("1"))]);
    assert_eq!((theirs.status(), row_ids(&theirs)), (SaveStatus::Saved, vec!["2"]));
}

#[test]
fn a_row_removed_here_and_changed_there_is_asked_about() {
    let (group, id) = of_group("1");
    let draft = Draft::new(SECTION, stored(1, &[], &["1", "2"]));
    let draft =
        after(draft, [Edit::RemoveRow { group, id }, Edit::Arrived(rows_there(2, &["1", "2"], "他"))]);
    assert_eq!(draft.differences(), [row_spot("1")]);
    assert_eq!(row_ids(&after(draft.clone(), [Edit::KeepMine(row_spot("1"))])), ["2"]);
    let theirs = after(draft, [Edit::TakeTheirs(row_spot("1"))]);
    assert_eq!((row_ids(&theirs), theirs.status()), (vec!["1", "2"], SaveStatus::Saved));
}

/// Their version stands on what was sent in between, and no answer told me that it was stored.
#[test]
fn what_was_changed_and_changed_back_is_no_less_mine() {
    let sent = || [Edit::SaveStarted, Edit::SaveFailed(SaveFailure::Offline)];
    let draft = || Draft::new(SECTION, rows_there(1, &["1", "2"], "我"));
    let at_x = Spot { field: Some("x".into()), ..row_spot("1") };

    let (group, id) = of_group("1");
    let removed = after(after(draft(), [Edit::RemoveRow { group, id }]), sent());
    let put_back = after(removed, [Edit::UndoRemove { group: "rows".into() }]);
    let merged = after(put_back.clone(), [Edit::Arrived(rows_there(3, &["1", "2"], "他"))]);
    assert_eq!((merged.differences(), value_at(&merged.data, &at_x)), ([at_x.clone()].as_slice(), "我"));
    let kept = after(put_back, [Edit::Arrived(stored(2, &[], &["2"]))]);
    assert_eq!((kept.differences(), row_ids(&kept)), ([].as_slice(), vec!["1", "2"]), "I removed it myself");

    let changed = after(after(draft(), [typed_in_row("1", "我们")]), sent());
    let back = after(changed, [typed_in_row("1", "我")]);
    let merged = after(back.clone(), [Edit::Arrived(rows_there(3, &["1", "2"], "他"))]);
    assert_eq!((merged.differences(), value_at(&merged.data, &at_x)), ([at_x].as_slice(), "我"));
    let removed_there = after(back, [Edit::Arrived(stored(3, &[], &["2"]))]);
    assert_eq!(removed_there.differences(), [row_spot("1")]);
}

#[test]
fn r47_rows_moved_on_one_side_stand_so_and_on_both_sides_are_asked_about() {
    let draft = || Draft::new(SECTION, stored(1, &[], &["1", "2", "3"]));
    let move_here = |id: &str, index: usize| {
        let (group, id) = of_group(id);
        Edit::MoveRowTo { group, id, index }
    };
    let there = || Edit::Arrived(stored(2, &[], &["2", "1", "3"]));
    let (group, own) = of_group("own");
    let added = after(draft(), [Edit::AddRow { group, id: own, exactly_one: None }, there()]);
    assert_eq!((added.differences(), row_ids(&added)), ([].as_slice(), vec!["2", "1", "3", "own"]));
    let moved = after(draft(), [move_here("3", 0), Edit::Arrived(stored(2, &[], &["1", "2", "3", "their"]))]);
    assert_eq!((moved.differences(), row_ids(&moved)), ([].as_slice(), vec!["3", "1", "2", "their"]));
    let both = after(draft(), [move_here("3", 0), there()]);
    assert_eq!(both.differences(), [Spot::group(SECTION, "rows")]);
    assert_eq!(row_ids(&after(both.clone(), [Edit::KeepAllMine])), ["3", "1", "2"]);
    assert_eq!(row_ids(&after(both, [Edit::TakeAllTheirs])), ["2", "1", "3"]);
}

#[test]
fn another_read_does_not_settle_a_conflict() {
    let draft = Draft::new(SECTION, stored(1, &[("a", "旧")], &[]));
    let there = |revision| Edit::Arrived(stored(revision, &[("a", "他")], &[]));
    let draft = after(draft, [typed("a", "我"), there(2), there(2), there(3)]);
    assert_eq!((draft.differences(), draft.status()), ([field("a")].as_slice(), SaveStatus::Conflict));
    let agreed = after(draft, [Edit::Arrived(stored(4, &[("a", "我")], &[]))]);
    assert_eq!(agreed.status(), SaveStatus::Saved, "both say the same by now");
}

#[test]
fn a_save_without_an_answer_goes_again_and_is_known_as_ones_own() {
    let offline = Edit::SaveFailed(SaveFailure::Offline);
    let draft = Draft::new(SECTION, stored(1, &[("a", "旧")], &[]));
    let draft = after(draft, [typed("a", "我"), Edit::SaveStarted, offline, typed("a", "我们")]);
    assert_eq!(draft.to_send().data.value("a"), "我");
    let stale = Edit::Stale(stored(2, &[("a", "我")], &[]));
    let draft = after(draft, [Edit::SaveStarted, stale]);
    assert_eq!((draft.status(), draft.to_send().data.value("a")), (SaveStatus::Dirty, "我们"));
}

#[test]
fn a_failure_is_shown_until_a_save_succeeds() {
    let draft = after(Draft::new(SECTION, stored(1, &[], &[])), [typed("a", "我"), Edit::SaveStarted]);
    let draft = after(draft, [Edit::SaveFailed(SaveFailure::SignedOut), Edit::SaveStarted]);
    assert_eq!(draft.status(), SaveStatus::Failed(SaveFailure::SignedOut));
    assert_eq!(after(draft, [done(2)]).status(), SaveStatus::Saved);
}

#[test]
fn the_first_row_begins_with_what_is_true_in_exactly_one() {
    let add = |id: &str| Edit::AddRow {
        group: "rows".to_owned(),
        id: RowId::new(id),
        exactly_one: Some("is_basis".to_owned()),
    };
    let basis = |draft: &Draft| -> Vec<String> {
        draft.data.rows("rows").iter().map(|row| row.value("is_basis").to_owned()).collect()
    };
    let draft = after(Draft::new(SECTION, stored(1, &[], &[])), [add("1"), add("2")]);
    assert_eq!(basis(&draft), ["true", ""]);
    let draft = after(Draft::new(SECTION, stored(1, &[], &["had"])), [add("1")]);
    assert_eq!(basis(&draft), ["", ""]);
}
