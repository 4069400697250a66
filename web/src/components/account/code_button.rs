//! The button that has a one-time code sent.

use api::accounts::{CodePurpose, SendCode};
use api::routes::Route;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::call_empty;
use crate::components::basic::Button;
use crate::dom;
use crate::state::account_form::{AccountAction, AccountField, AccountHandle};
use crate::texts::texts;

/// The server refuses a second code within this time.
const PAUSE_SECONDS: u32 = 60;

#[derive(Properties, PartialEq)]
pub struct CodeButtonProps {
    pub form: AccountHandle,
    pub purpose: CodePurpose,
}

/// 获取验证码, with the seconds until it may be pressed again.
#[component]
pub fn CodeButton(props: &CodeButtonProps) -> Html {
    let left = use_state(|| 0_u32);
    let busy = use_state(|| false);
    {
        let left = left.clone();
        use_effect_with(*left, move |seconds| {
            let seconds = *seconds;
            let tick = (seconds > 0).then(|| Timeout::new(1000, move || left.set(seconds - 1)));
            move || drop(tick)
        });
    }
    let onclick = {
        let (form, purpose) = (props.form.clone(), props.purpose);
        let (left, busy) = (left.clone(), busy.clone());
        Callback::from(move |()| send(form.clone(), purpose, left.clone(), busy.clone()))
    };
    let words =
        if *left == 0 { texts().accounts.send_code.to_owned() } else { (texts().accounts.send_again)(*left) };
    html! {
        <div class="code-button">
            <Button {onclick} busy={*busy} disabled={*left > 0}>{ words }</Button>
            <span class="help" role="status">{ if *left > 0 { texts().accounts.code_sent } else { "" } }</span>
        </div>
    }
}

fn send(form: AccountHandle, purpose: CodePurpose, left: UseStateHandle<u32>, busy: UseStateHandle<bool>) {
    let mobile = form.value(AccountField::Mobile).to_owned();
    form.dispatch(AccountAction::Checked(&[AccountField::Mobile]));
    if AccountField::Mobile.fault(&mobile).is_some() {
        dom::focus(AccountField::Mobile.id());
        return;
    }
    busy.set(true);
    spawn_local(async move {
        match call_empty(Route::SendCode, &[], Some(&SendCode { mobile, purpose })).await {
            Ok(()) => {
                form.dispatch(AccountAction::CodeSent);
                left.set(PAUSE_SECONDS);
                dom::focus(AccountField::Code.id());
            }
            Err(error) => form.dispatch(AccountAction::Refused(error)),
        }
        busy.set(false);
    });
}
