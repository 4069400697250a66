use yew::prelude::*;
use yew_router::prelude::*;

use crate::app::Route;
use crate::components::button::{Button, ButtonKind};
use crate::dom;
use crate::state::draft::{Draft, SaveFailure, SaveStatus};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct SaveStateProps {
    pub draft: Draft,
}

/// Whether what is typed has arrived. Screen readers hear it when they have nothing else to say.
#[component]
pub fn SaveState(props: &SaveStateProps) -> Html {
    let (texts, draft) = (&texts().form.saving, &props.draft);
    let (class, text) = match &draft.status {
        SaveStatus::Saved => ("save-state save-done", saved(draft)),
        SaveStatus::Dirty => ("save-state", texts.dirty.to_owned()),
        SaveStatus::Saving => ("save-state", texts.saving.to_owned()),
        SaveStatus::Failed(SaveFailure::Offline) => ("save-state save-failed", texts.failed.to_owned()),
        SaveStatus::Failed(SaveFailure::SignedOut) => ("save-state save-failed", texts.signed_out.to_owned()),
        SaveStatus::Failed(SaveFailure::Refused(message)) => ("save-state save-failed", message.clone()),
        SaveStatus::Conflict(_) => ("save-state save-failed", texts.conflict.to_owned()),
    };
    let busy = draft.status == SaveStatus::Saving;
    let signed_out = draft.status == SaveStatus::Failed(SaveFailure::SignedOut);
    let conflict = matches!(draft.status, SaveStatus::Conflict(_));
    let to_conflict = Callback::from(|()| dom::focus("conflict"));
    html! {
        <div {class}>
            if busy {
                <span class="spinner" aria-hidden="true"></span>
            }
            <p aria-live="polite">{ text }</p>
            if conflict {
                <Button kind={ButtonKind::Quiet} onclick={to_conflict}>{ texts.to_conflict }</Button>
            }
            if signed_out {
                <a href={Route::SignIn.to_path()} target="_blank" rel="noopener">{ texts.sign_in_new_tab }</a>
            }
        </div>
    }
}

fn saved(draft: &Draft) -> String {
    match draft.saved_at {
        Some(at) => format!("{} {}", texts().form.saving.saved, at.format("%H:%M")),
        None => texts().form.saving.nothing_saved.to_owned(),
    }
}
