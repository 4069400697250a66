//! One box of an account page.

use yew::prelude::*;

use crate::components::account::fault_in_words;
use crate::components::basic::{InputKind, TextInput};
use crate::state::account_form::{AccountAction, AccountField, AccountHandle};
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct AccountInputProps {
    pub field: AccountField,
    pub form: AccountHandle,
    /// Says beside the box how it is filled in.
    #[prop_or(true)]
    pub helps: bool,
    #[prop_or_default]
    pub children: Html,
}

/// One box of an account page: its label, keyboard and autofill follow from what it asks for.
#[component]
pub fn AccountInput(props: &AccountInputProps) -> Html {
    let AccountInputProps { field, form, helps, children } = props;
    let field = *field;
    let oninput = {
        let form = form.clone();
        Callback::from(move |value| form.dispatch(AccountAction::Typed(field, value)))
    };
    let onleft = {
        let form = form.clone();
        Callback::from(move |()| form.dispatch(AccountAction::Left(field)))
    };
    let asks = asks(field);
    html! {
        <TextInput
            id={field.id()}
            label={asks.label}
            value={form.value(field).to_owned()}
            kind={asks.kind}
            help={asks.help.filter(|_| *helps).map(AttrValue::from)}
            error={form.fault(field).map(|fault| AttrValue::from(fault_in_words(field, fault)))}
            autocomplete={asks.autocomplete}
            max_length={asks.max_length}
            required={true}
            {oninput}
            {onleft}
        >
            { children.clone() }
        </TextInput>
    }
}

struct Asks {
    label: &'static str,
    help: Option<&'static str>,
    kind: InputKind,
    autocomplete: &'static str,
    max_length: u32,
}

fn asks(field: AccountField) -> Asks {
    let texts = &texts().accounts;
    let (label, help, kind, autocomplete, max_length) = match field {
        AccountField::Name => (texts.name, Some(texts.name_help), InputKind::Text, "name", 30),
        AccountField::IdNumber => (texts.id_number, Some(texts.id_number_help), InputKind::Text, "off", 18),
        AccountField::Mobile => {
            (texts.mobile, Some(texts.mobile_help), InputKind::Telephone, "tel-national", 11)
        }
        AccountField::Code => (texts.code, Some(texts.code_help), InputKind::Digits, "one-time-code", 6),
        AccountField::NewPassword => {
            (texts.new_password, Some(texts.password_help), InputKind::Password, "new-password", 64)
        }
        AccountField::Login => (texts.login, Some(texts.login_help), InputKind::Text, "username", 18),
        AccountField::Password => (texts.password, None, InputKind::Password, "current-password", 64),
    };
    Asks { label, help, kind, autocomplete, max_length }
}
