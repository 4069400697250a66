//! A declaration that the content has outrun is drawn as it will be begun again (§4.15).

use crate::fixture;
use crate::section_form::form;
use api::applications::StoredSection;
use domain::form::{SectionData, declare};
use domain::named::declaration;
use std::rc::Rc;
use web::state::loaded::Loaded;

const SUMMARY: &str = "work_summary";
const NAME: &str = "value=\"韦小明\"";

fn with_summary(loaded: &Loaded, words: &str) -> Loaded {
    let values = [("summary".to_owned(), words.to_owned())].into();
    loaded.typed(SUMMARY, SectionData { values, ..SectionData::default() })
}

/// With one field set as the form sets it.
fn declared(loaded: &Loaded, field: &str, value: &str) -> Loaded {
    let mut data = loaded.answers.get(declaration::ID).cloned().unwrap_or_default();
    data.values.extend(loaded.with_case(|case| declare(case, field, value.to_owned())));
    loaded.with_section(declaration::ID, StoredSection { data, ..StoredSection::default() })
}

fn whole() -> Loaded {
    let loaded = with_summary(&fixture::new_application(fixture::pack()), "从事汽车设计。");
    let declaration = [("truthful", "true"), ("personal_data_consent", "true"), ("signed_name", "韦小明")];
    declaration.iter().fold(loaded, |loaded, (field, value)| declared(&loaded, field, value))
}

/// How many boxes are ticked, and whether the name is there.
async fn shown(loaded: Loaded) -> (usize, bool) {
    let html = form(&Rc::new(loaded), declaration::ID).await;
    (html.matches(" checked").count(), html.contains(NAME))
}

#[tokio::test(flavor = "current_thread")]
async fn x11_what_was_declared_for_other_content_is_shown_empty_and_one_press_ticks_it() {
    assert_eq!(shown(whole()).await, (2, true));
    let outdated = with_summary(&whole(), "从事汽车设计和试验。");
    assert_eq!(shown(outdated.clone()).await, (0, false));
    assert_eq!(shown(declared(&outdated, "truthful", "true")).await, (1, false));
    assert_eq!(shown(declared(&outdated, "signed_name", "韦小明")).await, (0, true));
    assert_eq!(shown(with_summary(&outdated, "从事汽车设计。")).await, (2, true), "as it was declared");
}
