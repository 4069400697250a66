//! The line above a form that says whether all is saved.

use chrono::{DateTime, FixedOffset};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::components::account::SignInHere;
use crate::components::basic::{Button, ButtonKind, Notice};
use crate::dom;
use crate::hooks::{use_me, use_online};
use crate::state::draft::{SaveFailure, SaveStatus};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct SaveStateProps {
    pub section: AttrValue,
    pub status: SaveStatus,
    pub saved_at: Option<DateTime<FixedOffset>>,
    /// This machine had something that the server did not.
    pub restored: bool,
    /// This machine has all that the server does not.
    pub kept: bool,
    /// Goes on saving after a sign-in.
    pub resume: Callback<()>,
}

/// Says whether the text has arrived. Screen readers hear it when they have nothing else to say.
#[component]
pub fn SaveState(props: &SaveStateProps) -> Html {
    let (saving, status) = (&texts().form.saving, &props.status);
    let online = use_online();
    let class = match status {
        SaveStatus::Saved if online => "save-state save-done",
        SaveStatus::Saved => "save-state save-failed",
        SaveStatus::Dirty | SaveStatus::Saving => "save-state",
        SaveStatus::Failed(_) | SaveStatus::Conflict => "save-state save-failed",
    };
    let id = save_state_id(&props.section);
    let to_conflict = {
        let id = format!("conflict-{}", props.section);
        Callback::from(move |()| dom::focus(&id))
    };
    html! {
        <>
            <div id={id.clone()} {class} tabindex="-1">
                if *status == SaveStatus::Saving {
                    <span class="spinner" aria-hidden="true"></span>
                }
                <p aria-live="polite">{ in_words(props, online) }</p>
                if *status == SaveStatus::Conflict {
                    <Button kind={ButtonKind::Quiet} onclick={to_conflict}>{ saving.to_conflict }</Button>
                }
                if *status == SaveStatus::Failed(SaveFailure::SignedOut) {
                    <SignInButton {id} resume={props.resume.clone()} />
                }
            </div>
            if props.restored {
                <Notice>{ saving.restored }</Notice>
            }
        </>
    }
}

/// The id of the line, which takes the focus when something above the form is settled.
pub fn save_state_id(section: &str) -> String {
    format!("save-{section}")
}

fn in_words(props: &SaveStateProps, online: bool) -> String {
    let saving = &texts().form.saving;
    let failed = match &props.status {
        SaveStatus::Saved if !online => saving.offline_now,
        SaveStatus::Saved => match props.saved_at {
            Some(at) => return format!("{} {}", saving.saved, at.format("%H:%M")),
            None => saving.nothing_saved,
        },
        SaveStatus::Dirty => saving.dirty,
        SaveStatus::Saving => saving.saving,
        SaveStatus::Failed(SaveFailure::Offline) if props.kept => saving.offline,
        SaveStatus::Failed(SaveFailure::Offline) => saving.offline_unkept,
        SaveStatus::Failed(SaveFailure::SignedOut) if props.kept => saving.signed_out,
        SaveStatus::Failed(SaveFailure::SignedOut) => saving.signed_out_unkept,
        SaveStatus::Failed(SaveFailure::Refused(message)) => message,
        SaveStatus::Conflict => saving.conflict,
    };
    failed.to_owned()
}

#[derive(PartialEq, Properties)]
struct SignInButtonProps {
    /// The id of the line that says whether all is saved: it takes the focus afterwards.
    id: AttrValue,
    resume: Callback<()>,
}

#[component]
fn SignInButton(props: &SignInButtonProps) -> Html {
    let open = use_state(|| false);
    let button = format!("{}-sign-in", props.id);
    let onclick = {
        let open = open.clone();
        Callback::from(move |()| open.set(true))
    };
    let close_to = |to: AttrValue| {
        let open = open.clone();
        Callback::from(move |()| {
            open.set(false);
            let to = to.clone();
            Timeout::new(0, move || dom::focus(&to)).forget();
        })
    };
    let (on_close, closed) = (close_to(button.clone().into()), close_to(props.id.clone()));
    let resume = props.resume.clone();
    let on_done = Callback::from(move |()| {
        closed.emit(());
        resume.emit(());
    });
    let me = use_me().me;
    html! {
        <>
            <Button id={button} {onclick}>{ texts().form.saving.sign_in_here }</Button>
            if let (true, Some(me)) = (*open, me) {
                <SignInHere {me} {on_done} {on_close} />
            }
        </>
    }
}
