//! 注册.

use api::accounts::{CodePurpose, Register};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::account::{AccountInput, CodeButton, refusal_in_words};
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind};
use crate::components::frame::Page;
use crate::hooks::use_account_form;
use crate::route::Route;
use crate::state::account_form::{AccountField, AccountForm};
use crate::texts::texts;

const FIELDS: &[AccountField] = &[
    AccountField::Name,
    AccountField::IdNumber,
    AccountField::Mobile,
    AccountField::Code,
    AccountField::NewPassword,
];

/// 个人注册 (R3).
#[component]
pub fn RegisterPage() -> Html {
    let page = use_account_form(api::routes::Route::Register, FIELDS, body);
    let form = &page.form;
    html! {
        <Page title={texts().accounts.register}>
            <p class="lead">{ texts().accounts.register_lead }</p>
            <form class="account-form card" novalidate={true} onsubmit={page.onsubmit.clone()}>
                if let Some(refusal) = &form.refusal {
                    <Notice kind={NoticeKind::Error}>{ refusal_in_words(refusal) }</Notice>
                }
                <AccountInput field={AccountField::Name} form={form.clone()} />
                <AccountInput field={AccountField::IdNumber} form={form.clone()} />
                <AccountInput field={AccountField::Mobile} form={form.clone()} />
                <AccountInput field={AccountField::Code} form={form.clone()}>
                    <CodeButton form={form.clone()} purpose={CodePurpose::Register} />
                </AccountInput>
                <AccountInput field={AccountField::NewPassword} form={form.clone()} />
                <div class="actions">
                    <Button kind={ButtonKind::Primary} submit={true} busy={form.busy}>
                        { texts().accounts.register_button }
                    </Button>
                    <Link<Route> to={Route::SignIn}>{ texts().accounts.have_account }</Link<Route>>
                </div>
            </form>
        </Page>
    }
}

fn body(form: &AccountForm) -> Register {
    Register {
        name: form.value(AccountField::Name).to_owned(),
        id_number: form.value(AccountField::IdNumber).to_owned(),
        mobile: form.value(AccountField::Mobile).to_owned(),
        password: form.value(AccountField::NewPassword).to_owned(),
        code: form.value(AccountField::Code).to_owned(),
    }
}
