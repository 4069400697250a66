//! The reason why a section is 无需填写.

use domain::pack::Section;

use crate::texts::texts;

/// The pack's reason, or one that fits every section.
pub fn not_required(section: &Section) -> String {
    match section.not_required_text.as_str() {
        "" => texts().form.section.not_required.to_owned(),
        text => text.to_owned(),
    }
}
