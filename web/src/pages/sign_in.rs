//! 登录.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::account::{AccountInput, refusal_in_words};
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind};
use crate::components::frame::Page;
use crate::hooks::{ReturnPath, use_account_form};
use crate::route::Route;
use crate::state::account_form::{AccountField, AccountForm, SIGN_IN_FIELDS};
use crate::texts::texts;

#[component]
pub fn SignInPage() -> Html {
    let page = use_account_form(api::routes::Route::SignIn, SIGN_IN_FIELDS, AccountForm::sign_in);
    let asked = use_location().and_then(|location| location.query::<ReturnPath>().ok());
    let form = &page.form;
    html! {
        <Page title={texts().accounts.sign_in}>
            <p class="lead">{ texts().accounts.sign_in_lead }</p>
            if asked.is_some_and(|asked| !asked.next.is_empty()) {
                <Notice>{ texts().accounts.next_after_sign_in }</Notice>
            }
            <form class="account-form card" novalidate={true} onsubmit={page.onsubmit.clone()}>
                if let Some(refusal) = &form.refusal {
                    <Notice kind={NoticeKind::Error}>{ refusal_in_words(refusal) }</Notice>
                }
                <AccountInput field={AccountField::Login} form={form.clone()} />
                <AccountInput field={AccountField::Password} form={form.clone()} />
                <div class="actions">
                    <Button kind={ButtonKind::Primary} submit={true} busy={form.busy}>
                        { texts().accounts.sign_in_button }
                    </Button>
                </div>
                <p><Link<Route> to={Route::SetPassword}>{ texts().accounts.forgotten }</Link<Route>></p>
                <p><Link<Route> to={Route::Register}>{ texts().accounts.no_account }</Link<Route>></p>
            </form>
        </Page>
    }
}
