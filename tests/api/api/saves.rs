//! The cost of a save for the table, and its limit.

use api::applications::{Mark, SaveSection, Saved};
use api::routes::Route;
use domain::form::{Row, SectionData, Values};
use domain::ids::RowId;
use harness::{Applicant, P1, Refused, World};

const SECTION: &str = "professional_experience";

fn rows(n_rows: usize, chars: usize) -> SectionData {
    let row = |i: usize| Row {
        id: RowId::new(format!("r{i}")),
        values: Values::from([("content".to_owned(), "验".repeat(chars))]),
    };
    let rows = (0..n_rows).map(row).collect();
    SectionData { values: Values::new(), groups: [("rows".to_owned(), rows)].into() }
}

#[test]
fn an_autosave_is_one_write_of_the_one_section_item() {
    let world = World::start();
    let applicant = world.started(&P1);
    for (n_rows, chars) in [(1, 10), (40, 300)] {
        let revision = applicant.view().sections[SECTION].revision;
        let (saved, calls) = world.cloud.metered(|| applicant.save(SECTION, revision, rows(n_rows, chars)));
        saved.unwrap();
        let writes: Vec<_> = calls.iter().filter(|call| call.is_write).collect();
        assert_eq!(writes.len(), 1, "{calls:?}");
        assert_eq!(writes[0].operation, "UpdateItem");
        let kilobytes = (n_rows * chars * 3).div_ceil(1024);
        assert!(writes[0].units >= 1.0 && writes[0].units <= kilobytes as f64 + 3.0, "{writes:?}");
    }
}

/// The table's items end at 400 KB; what was saved before stays, and the other sections go on.
#[test]
fn a_section_that_the_table_cannot_hold_is_refused_with_a_remedy() {
    let world = World::start();
    let applicant = world.started(&P1);
    let largest = rows(40, 2_900);
    applicant.save(SECTION, 0, largest.clone()).unwrap();
    for (n_rows, chars) in [(40, 3_000), (40, 3_500), (80, 20_000)] {
        let refused = applicant.save(SECTION, 1, rows(n_rows, chars)).unwrap_err();
        assert_eq!((refused.status, refused.code()), (413, "E_SECTION_TOO_LARGE"));
        assert!(refused.title().contains("请删减"), "{}", refused.title());
    }
    assert_eq!(applicant.view().sections[SECTION].data, largest);
    applicant.change("basic_info", |data| drop(data.values.insert("admin_post".into(), "科长".into())));
}

/// Saves the text as a form of this name does after so many edits.
fn save_of(
    applicant: &Applicant,
    (form, n_edits): (&str, u64),
    revision: u64,
    text: &str,
) -> Result<Saved, Refused> {
    let values = Values::from([("admin_post".to_owned(), text.to_owned())]);
    let data = SectionData { values, ..applicant.view().sections["basic_info"].data.clone() };
    let save = SaveSection { revision, data, mark: Some(Mark { form: form.to_owned(), n_edits }) };
    applicant.client.call(Route::SaveSection, &[&applicant.application, "basic_info"], &save)
}

/// A page that goes sends its last letters without having heard of the save before them.
#[test]
fn a_form_that_typed_on_replaces_its_own_save_and_no_other() {
    let world = World::start();
    let applicant = world.started(&P1);
    let read = || applicant.view().sections["basic_info"].clone();
    let before = read().revision;
    save_of(&applicant, ("form", 3), before, "科").unwrap();
    save_of(&applicant, ("form", 5), before, "科长").unwrap();
    assert_eq!((read().revision, read().data.value("admin_post")), (before + 2, "科长"));

    let refused = |mark, revision| {
        let refused = save_of(&applicant, mark, revision, "处长").unwrap_err();
        assert_eq!((refused.status, refused.code()), (409, "E_STALE"));
        assert_eq!(read().data.value("admin_post"), "科长");
    };
    // Its own save came first to the one that was sent before it; another form; a text from before both.
    refused(("form", 4), before + 1);
    refused(("other", 9), before + 1);
    refused(("form", 9), before);

    // Somebody who gives no name saved last: what the form typed before that is not its own any more.
    let unnamed = applicant.save("basic_info", before + 2, read().data).unwrap();
    assert_eq!(unnamed.revision, before + 3);
    refused(("form", 9), before + 2);
}
