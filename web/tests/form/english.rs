//! The form in English.

use crate::fixture;
use crate::section_form::{form, reading};
use domain::pack::{in_english, is_chinese};
use std::rc::Rc;
use web::texts::{Language, set_language};

/// Everything but what the pack puts into a field for good: that is data.
#[tokio::test(flavor = "current_thread")]
async fn no_section_shows_a_chinese_letter_to_readers_of_english() {
    set_language(Language::English);
    let loaded = Rc::new(fixture::new_application(Rc::new(in_english(&fixture::pack()))));
    for section in &loaded.pack.sections {
        let fields = section.fields.iter().chain(section.groups.iter().flat_map(|group| &group.fields));
        let defaults: Vec<&str> = fields.map(|field| field.default.as_str()).collect();
        for html in [form(&loaded, &section.id).await, reading(&loaded, &section.id).await] {
            let shown = defaults
                .iter()
                .filter(|text| !text.is_empty())
                .fold(html, |html, text| html.replace(text, ""));
            let line = shown.split('<').find(|part| part.contains(is_chinese));
            assert_eq!(line, None, "{}", section.id);
        }
    }
    set_language(Language::Chinese);
}
