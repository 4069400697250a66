//! 退出: nothing typed goes with it unasked, and nothing typed stays on this machine.

use api::accounts::Me;
use api::routes::Route as Call;
use gloo_timers::callback::Timeout;
use std::collections::BTreeSet;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::{NO_BODY, call_empty};
use crate::components::basic::{Button, ButtonKind, Dialog};
use crate::components::reading::section_in_words;
use crate::dom;
use crate::hooks::use_me;
use crate::journal;
use crate::route::Route;
use crate::saver::saves_settled;
use crate::state::journal::RecordKey;
use crate::state::packs::PackCache;
use crate::texts::{pack_file, texts};
use crate::transfers;

const ID: &str = "sign-out";

#[derive(PartialEq, Properties)]
pub struct SignOutButtonProps {
    pub account: AttrValue,
}

#[component]
pub fn SignOutButton(props: &SignOutButtonProps) -> Html {
    let asks = use_state(|| None::<Vec<RecordKey>>);
    let sign_out = use_sign_out(props.account.clone());
    let onclick = {
        let (asks, sign_out, account) = (asks.clone(), sign_out.clone(), props.account.clone());
        Callback::from(move |()| {
            let (asks, sign_out, account) = (asks.clone(), sign_out.clone(), account.clone());
            spawn_local(async move {
                // Pressing it left the field, and what left a field is on its way.
                saves_settled().await;
                journal::written().await;
                let unsaved = journal::places_of(&account).await;
                match unsaved.is_empty() && !transfers::is_any_unfinished() {
                    true => sign_out.emit(()),
                    false => asks.set(Some(unsaved)),
                }
            });
        })
    };
    let on_close = {
        let asks = asks.clone();
        Callback::from(move |()| {
            asks.set(None);
            Timeout::new(0, || dom::focus(ID)).forget();
        })
    };
    let saving = &texts().form.saving;
    let packs = use_context::<PackCache>();
    let titles = asks
        .iter()
        .flatten()
        .filter_map(|place| packs.as_ref()?.section(&place.section, pack_file).map(section_in_words));
    // One for each section, of however many forms.
    let names: BTreeSet<String> = titles.collect();
    html! {
        <>
            <Button id={ID} kind={ButtonKind::Quiet} {onclick}>{ texts().common.sign_out }</Button>
            if asks.is_some() {
                <Dialog id="unsaved" title={saving.unsaved_heading} on_close={on_close.clone()}>
                    <p>{ saving.unsaved_text }</p>
                    if !names.is_empty() {
                        <p>{ saving.unsaved_in }</p>
                        <ul>
                            for name in names {
                                <li>{ name }</li>
                            }
                        </ul>
                    }
                    <div class="actions">
                        <Button kind={ButtonKind::Primary} onclick={on_close}>{ texts().form.submit.not_yet }</Button>
                        <Button kind={ButtonKind::Danger} onclick={sign_out}>{ saving.sign_out_anyway }</Button>
                    </div>
                </Dialog>
            }
        </>
    }
}

/// Signing out without a network leaves the session: the name stays in the header and says so.
#[hook]
fn use_sign_out(account: AttrValue) -> Callback<()> {
    let set: Callback<Option<Me>> = use_me().set;
    let navigator = use_navigator();
    Callback::from(move |()| {
        let (set, navigator, account) = (set.clone(), navigator.clone(), account.clone());
        spawn_local(async move {
            if call_empty(Call::SignOut, &[], NO_BODY).await.is_ok() {
                transfers::give_up_all();
                journal::wipe(&account).await;
                if let Some(navigator) = navigator {
                    navigator.push(&Route::Entry);
                }
                set.emit(None);
            }
        });
    })
}
