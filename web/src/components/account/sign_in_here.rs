//! Signs in again over the page: what is typed stays as it is, and only whoever typed it is let in.

use api::accounts::{Me, Session};
use api::routes::Route;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call, call_empty};
use crate::components::account::{AccountInput, refusal_in_words};
use crate::components::basic::{Button, ButtonKind, Dialog, Notice, NoticeKind};
use crate::dom;
use crate::hooks::use_me;
use crate::state::account_form::{AccountAction, AccountField, AccountForm, AccountHandle, SIGN_IN_FIELDS};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct SignInHereProps {
    /// The account of the person who typed.
    pub me: Rc<Me>,
    pub on_done: Callback<()>,
    pub on_close: Callback<()>,
}

#[component]
pub fn SignInHere(props: &SignInHereProps) -> Html {
    let form = use_reducer(AccountForm::default);
    let onsubmit = use_submit(props, &form);
    let saving = &texts().form.saving;
    let on_close = props.on_close.reform(|()| ());
    html! {
        <Dialog id="sign-in-here" title={saving.sign_in_heading} on_close={on_close.clone()}>
            <form class="account-form" novalidate={true} {onsubmit}>
                <p>{ (saving.sign_in_text)(&props.me.name, &props.me.masked_mobile) }</p>
                if let Some(refusal) = &form.refusal {
                    <Notice kind={NoticeKind::Error}>{ refusal_in_words(refusal) }</Notice>
                }
                <AccountInput field={AccountField::Login} form={form.clone()} helps={false} />
                <AccountInput field={AccountField::Password} form={form.clone()} />
                <div class="actions">
                    <Button kind={ButtonKind::Primary} submit={true} busy={form.busy}>
                        { texts().accounts.sign_in_button }
                    </Button>
                    <Button onclick={on_close}>{ saving.not_now }</Button>
                </div>
            </form>
        </Dialog>
    }
}

#[hook]
fn use_submit(props: &SignInHereProps, form: &AccountHandle) -> Callback<SubmitEvent> {
    let (me, on_done, set) = (props.me.clone(), props.on_done.clone(), use_me().set);
    let form = form.clone();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        form.dispatch(AccountAction::Checked(SIGN_IN_FIELDS));
        if let Some(wrong) = form.clone().first_fault(SIGN_IN_FIELDS) {
            dom::focus(wrong.id());
            return;
        }
        form.dispatch(AccountAction::Sent);
        let (me, on_done, set) = (me.clone(), on_done.clone(), set.clone());
        let form = form.clone();
        spawn_local(async move {
            match sign_in(&form, &me).await {
                Ok(Some(me)) => {
                    set.emit(Some(me));
                    on_done.emit(());
                }
                Ok(None) => form.dispatch(AccountAction::OtherAccount { name: me.name.clone() }),
                Err(error) => form.dispatch(AccountAction::Refused(error)),
            }
        });
    })
}

/// Signs in; another account is signed out again at once, and is nobody here: the text on the page is not its own.
async fn sign_in(form: &AccountHandle, me: &Me) -> Result<Option<Me>, ApiError> {
    let body = form.clone().sign_in();
    let session: Session = call(Route::SignIn, &[], Some(&body)).await?;
    match session.me {
        Some(signed_in) if signed_in.account == me.account => Ok(Some(signed_in)),
        Some(_) | None => {
            call_empty(Route::SignOut, &[], NO_BODY).await?;
            Ok(None)
        }
    }
}
