//! The values typed on the account pages, and their faults.

use api::accounts::SignIn;
use api::refusal::AccountRefusal;
use domain::credentials::{is_name, is_password};
use domain::identifiers::{IdNumber, is_mobile};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

use crate::api::ApiError;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccountField {
    Name,
    IdNumber,
    Mobile,
    Code,
    /// One that is being chosen.
    NewPassword,
    /// An ID number or a mobile number.
    Login,
    Password,
}

/// A reason why the text of a field is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum AccountFault {
    Empty,
    /// Not six digits.
    Code,
    /// The server would refuse it so.
    Foreseen(AccountRefusal),
    /// The server has refused it.
    Refused(ApiError),
}

/// A refusal of no one field.
#[derive(Clone, Debug, PartialEq)]
pub enum PageRefusal {
    /// The account that was let in is not the one that the page waits for, which is this person's.
    OtherAccount {
        name: String,
    },
    Api(ApiError),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AccountForm {
    values: BTreeMap<AccountField, String>,
    faults: BTreeMap<AccountField, AccountFault>,
    pub refusal: Option<PageRefusal>,
    pub busy: bool,
}

pub enum AccountAction {
    Typed(AccountField, String),
    Left(AccountField),
    /// It is on its way: that it was missing is no complaint any more.
    CodeSent,
    /// All fields of the page are judged, then sent if there is no fault.
    Checked(&'static [AccountField]),
    Sent,
    Refused(ApiError),
    OtherAccount {
        name: String,
    },
}

pub type AccountHandle = UseReducerHandle<AccountForm>;

impl AccountField {
    /// Also the name in the request.
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::IdNumber => "id_number",
            Self::Mobile => "mobile",
            Self::Code => "code",
            Self::NewPassword | Self::Password => "password",
            Self::Login => "login",
        }
    }

    pub fn fault(self, value: &str) -> Option<AccountFault> {
        if value.trim().is_empty() {
            return Some(AccountFault::Empty);
        }
        let is_code = value.len() == 6 && value.bytes().all(|b| b.is_ascii_digit());
        let refusal = match self {
            Self::Name => (!is_name(value.trim())).then_some(AccountRefusal::Name),
            Self::IdNumber => IdNumber::parse(value).err().map(AccountRefusal::IdNumber),
            Self::Mobile => (!is_mobile(value)).then_some(AccountRefusal::Mobile),
            Self::Code => return (!is_code).then_some(AccountFault::Code),
            Self::NewPassword => (!is_password(value)).then_some(AccountRefusal::NewPassword),
            Self::Login | Self::Password => None,
        };
        refusal.map(AccountFault::Foreseen)
    }
}

pub const SIGN_IN_FIELDS: &[AccountField] = &[AccountField::Login, AccountField::Password];

impl AccountForm {
    pub fn sign_in(&self) -> SignIn {
        SignIn {
            login: self.value(AccountField::Login).to_owned(),
            password: self.value(AccountField::Password).to_owned(),
        }
    }

    /// Returns the form with what is typed, not yet judged again.
    pub fn at_rest(&self) -> Self {
        Self { values: self.values.clone(), ..Self::default() }
    }

    pub fn value(&self, field: AccountField) -> &str {
        self.values.get(&field).map_or("", String::as_str)
    }

    pub fn fault(&self, field: AccountField) -> Option<&AccountFault> {
        self.faults.get(&field)
    }

    /// Returns the field that takes the focus after a refusal.
    pub fn first_fault(&self, fields: &[AccountField]) -> Option<AccountField> {
        fields.iter().copied().find(|field| self.faults.contains_key(field))
    }

    fn judge(&mut self, field: AccountField) {
        match field.fault(self.value(field)) {
            Some(fault) => self.faults.insert(field, fault),
            None => self.faults.remove(&field),
        };
    }

    fn refuse(&mut self, error: ApiError) {
        let pointed = error.pointer().map(|pointer| pointer.trim_start_matches('/'));
        let field = self.values.keys().copied().find(|field| Some(field.id()) == pointed);
        match field {
            Some(field) => {
                self.faults.insert(field, AccountFault::Refused(error));
            }
            None => self.refusal = Some(PageRefusal::Api(error)),
        }
    }
}

impl Reducible for AccountForm {
    type Action = AccountAction;

    fn reduce(self: Rc<Self>, action: AccountAction) -> Rc<Self> {
        let mut form = Self::clone(&self);
        match action {
            AccountAction::Typed(field, value) => {
                form.faults.remove(&field);
                form.values.insert(field, value);
            }
            // An empty box that was only passed through is no mistake yet.
            AccountAction::Left(field) if form.value(field).is_empty() => {}
            AccountAction::Left(field) => form.judge(field),
            AccountAction::CodeSent => {
                form.faults.remove(&AccountField::Code);
            }
            AccountAction::Checked(fields) => fields.iter().for_each(|field| form.judge(*field)),
            AccountAction::Sent => {
                form.refusal = None;
                form.busy = true;
            }
            AccountAction::Refused(error) => {
                form.busy = false;
                form.refuse(error);
            }
            AccountAction::OtherAccount { name } => {
                form.busy = false;
                form.refusal = Some(PageRefusal::OtherAccount { name });
            }
        }
        Rc::new(form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::refusal::ApiRefusal;
    use domain::identifiers::IdNumberError;

    fn after(actions: Vec<AccountAction>) -> Rc<AccountForm> {
        actions.into_iter().fold(Rc::default(), |form: Rc<AccountForm>, action| form.reduce(action))
    }

    fn refusal(refusal: AccountRefusal) -> ApiError {
        ApiError::Refused(Box::new(ApiRefusal::from(refusal).into()))
    }

    #[test]
    fn a_wrong_id_number_is_told_when_the_box_is_left_and_forgotten_when_typing_goes_on() {
        let typed = AccountAction::Typed(AccountField::IdNumber, "450226198506070011".into());
        let form = after(vec![typed, AccountAction::Left(AccountField::IdNumber)]);
        assert_eq!(
            form.fault(AccountField::IdNumber),
            Some(&AccountFault::Foreseen(AccountRefusal::IdNumber(IdNumberError::CheckDigit)))
        );
        let form = form.reduce(AccountAction::Typed(AccountField::IdNumber, "4".into()));
        assert_eq!(form.fault(AccountField::IdNumber), None);
    }

    #[test]
    fn a_box_passed_through_empty_is_faulty_only_when_the_page_is_sent() {
        let form = after(vec![AccountAction::Left(AccountField::Name)]);
        assert_eq!(form.fault(AccountField::Name), None);
        let form = form.reduce(AccountAction::Checked(&[AccountField::Name, AccountField::Code]));
        assert_eq!(form.first_fault(&[AccountField::Code, AccountField::Name]), Some(AccountField::Code));
        assert_eq!(form.fault(AccountField::Name), Some(&AccountFault::Empty));
        assert_eq!(AccountField::IdNumber.fault(""), Some(AccountFault::Empty));
    }

    #[test]
    fn a_code_that_is_sent_is_not_complained_about_before_it_is_typed() {
        let form = after(vec![AccountAction::Checked(&[AccountField::Name, AccountField::Code])]);
        let form = form.reduce(AccountAction::CodeSent);
        assert_eq!(form.fault(AccountField::Code), None);
        assert!(form.fault(AccountField::Name).is_some());
    }

    #[test]
    fn a_refusal_stands_at_the_field_it_points_to() {
        let typed = || AccountAction::Typed(AccountField::Mobile, "13800000001".into());
        let taken = refusal(AccountRefusal::MobileTaken);
        let form = after(vec![typed(), AccountAction::Sent, AccountAction::Refused(taken.clone())]);
        assert_eq!(form.fault(AccountField::Mobile), Some(&AccountFault::Refused(taken)));
        assert!(!form.busy && form.refusal.is_none());
        let too_many = refusal(AccountRefusal::TooManyCodes);
        let form = after(vec![typed(), AccountAction::Refused(too_many.clone())]);
        assert_eq!(form.refusal, Some(PageRefusal::Api(too_many)));
    }
}
