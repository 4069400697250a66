//! The sentences about what is wrong on an account page.

use crate::state::account_form::{AccountFault, AccountField};
use crate::texts::texts;

/// Returns the sentence that stands at `field`.
pub fn fault_in_words(field: AccountField, fault: &AccountFault) -> String {
    let texts = &texts().accounts;
    match fault {
        AccountFault::Empty => empty(field).to_owned(),
        AccountFault::Name(rule) => (texts.name_fault)(rule).to_owned(),
        AccountFault::IdNumber(error) => (texts.id_number_fault)(*error),
        AccountFault::Mobile => texts.mobile_fault.to_owned(),
        AccountFault::Code => texts.code_fault.to_owned(),
        AccountFault::Password(rule) => (texts.password_fault)(rule).to_owned(),
        AccountFault::Refused(error) => error.message(),
    }
}

fn empty(field: AccountField) -> &'static str {
    let texts = &texts().accounts;
    match field {
        AccountField::Name => texts.empty_name,
        AccountField::IdNumber => texts.empty_id_number,
        AccountField::Mobile => texts.empty_mobile,
        AccountField::Code => texts.empty_code,
        AccountField::NewPassword | AccountField::Password => texts.empty_password,
        AccountField::Login => texts.empty_login,
    }
}
