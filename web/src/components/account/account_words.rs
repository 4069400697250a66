//! The sentences about what is wrong on an account page.

use crate::state::account_form::{AccountFault, AccountField, PageRefusal};
use crate::texts::{refusal_in_language, texts};

/// Returns the sentence that stands at `field`.
pub fn fault_in_words(field: AccountField, fault: &AccountFault) -> String {
    match fault {
        AccountFault::Empty => empty(field).to_owned(),
        AccountFault::Code => texts().accounts.code_fault.to_owned(),
        AccountFault::Foreseen(refusal) => refusal_in_language(&refusal.clone().into()),
        AccountFault::Refused(error) => error.message(),
    }
}

/// Returns the sentence that stands above the page.
pub fn refusal_in_words(refusal: &PageRefusal) -> String {
    match refusal {
        PageRefusal::OtherAccount { name } => (texts().form.saving.other_account)(name),
        PageRefusal::Api(error) => error.message(),
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
