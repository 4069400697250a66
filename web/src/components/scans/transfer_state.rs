//! How far an upload is, how fast, and how to stop it or to try again.

use yew::prelude::*;

use crate::components::basic::{Button, ButtonKind};
use crate::components::scans::size_in_words;
use crate::state::transfer::Transfer;
use crate::texts::texts;
use crate::upload::UploadStep;

#[derive(PartialEq, Properties)]
pub struct TransferStateProps {
    pub transfer: Transfer,
    pub on_cancel: Callback<()>,
    /// Gives up what failed.
    pub on_give_up: Callback<()>,
    /// `None` when another try would be refused too.
    pub on_retry: Option<Callback<()>>,
}

/// How far an upload is, how fast, and how to stop it or to try again.
#[component]
pub fn TransferState(props: &TransferStateProps) -> Html {
    let scans = &texts().form.scans;
    match &props.transfer {
        Transfer::SavingFirst => html! {
            <p class="transfer" role="status"><span class="spinner" aria-hidden="true"></span>{ scans.saving_first }</p>
        },
        Transfer::Failed(message) => html! {
            <div class="transfer" role="alert">
                <p class="error">{ message }</p>
                if let Some(on_retry) = &props.on_retry {
                    <Button onclick={on_retry.clone()}>{ scans.retry }</Button>
                }
                <Button kind={ButtonKind::Quiet} onclick={props.on_give_up.clone()}>{ scans.give_up }</Button>
            </div>
        },
        Transfer::Refused(message) => html! {
            <div class="transfer" role="alert"><p class="error">{ message }</p></div>
        },
        Transfer::Running { name, number, of, step, milliseconds } => html! {
            <div class="transfer">
                <p role="status">
                    <span class="spinner" aria-hidden="true"></span>
                    { in_words(*step) }
                    { texts().common.colon }{ name.clone() }
                    if *of > 1 {
                        { texts().common.aside(&format!("{number}/{of}")) }
                    }
                </p>
                { progress(*step, *milliseconds, name) }
                <Button kind={ButtonKind::Quiet} onclick={props.on_cancel.clone()}>{ scans.cancel }</Button>
            </div>
        },
    }
}

fn in_words(step: UploadStep) -> &'static str {
    match step {
        UploadStep::Reading => texts().form.scans.hashing,
        UploadStep::Sending { .. } => texts().form.scans.sending,
        UploadStep::Confirming => texts().form.scans.confirming,
    }
}

fn progress(step: UploadStep, milliseconds: f64, name: &str) -> Html {
    match step {
        UploadStep::Reading | UploadStep::Confirming => Html::default(),
        UploadStep::Sending { sent, total } => {
            let percent = if total > 0.0 { (sent * 100.0 / total).round() } else { 0.0 };
            html! {
                <p class="transfer-progress">
                    <progress max="100" value={percent.to_string()} aria-label={name.to_owned()} />
                    <span>{ format!("{percent}%") }</span>
                    if sent > 0.0 && milliseconds > 0.0 {
                        <span>{ format!("{}/s", size_in_words(rate(sent, milliseconds))) }</span>
                    }
                </p>
            }
        }
    }
}

/// Bytes in a second.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "shown in whole KB")]
fn rate(sent: f64, milliseconds: f64) -> u64 {
    (sent * 1000.0 / milliseconds) as u64
}
