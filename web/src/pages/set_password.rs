//! The page that sets a new password.

use api::accounts::{CodePurpose, SetPassword};
use yew::prelude::*;

use crate::components::account::{AccountInput, CodeButton, refusal_in_words};
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind};
use crate::components::frame::Page;
use crate::hooks::use_account_form;
use crate::state::account_form::{AccountField, AccountForm};
use crate::texts::texts;

const FIELDS: &[AccountField] = &[AccountField::Mobile, AccountField::Code, AccountField::NewPassword];

/// Forgotten, or an officer's first one.
#[component]
pub fn SetPasswordPage() -> Html {
    let page = use_account_form(api::routes::Route::SetPassword, FIELDS, body);
    let form = &page.form;
    html! {
        <Page title={texts().accounts.set_password}>
            <p class="lead">{ texts().accounts.set_password_lead }</p>
            <form class="account-form card" novalidate={true} onsubmit={page.onsubmit.clone()}>
                if let Some(refusal) = &form.refusal {
                    <Notice kind={NoticeKind::Error}>{ refusal_in_words(refusal) }</Notice>
                }
                <AccountInput field={AccountField::Mobile} form={form.clone()} />
                <AccountInput field={AccountField::Code} form={form.clone()}>
                    <CodeButton form={form.clone()} purpose={CodePurpose::SetPassword} />
                </AccountInput>
                <AccountInput field={AccountField::NewPassword} form={form.clone()} />
                <div class="actions">
                    <Button kind={ButtonKind::Primary} submit={true} busy={form.busy}>
                        { texts().accounts.set_password_button }
                    </Button>
                </div>
            </form>
        </Page>
    }
}

fn body(form: &AccountForm) -> SetPassword {
    SetPassword {
        mobile: form.value(AccountField::Mobile).to_owned(),
        code: form.value(AccountField::Code).to_owned(),
        password: form.value(AccountField::NewPassword).to_owned(),
    }
}
