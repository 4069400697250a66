//! The words of a refusal, made from its data.

use api::refusal::ApiRefusal;

use super::{Language, language};

/// Returns what a refusal says in the language of the page.
pub fn refusal_in_language(refusal: &ApiRefusal) -> String {
    match language() {
        Language::Chinese => refusal.in_chinese(),
        Language::English => refusal.in_english(),
    }
}
