//! The last confirmation before an application is submitted.

use yew::prelude::*;

use crate::components::basic::{Button, ButtonKind};
use crate::texts::texts;

const REASON: &str = "submit-reason";

#[derive(PartialEq, Properties)]
pub struct ConfirmSubmitProps {
    pub busy: bool,
    /// Something is missing.
    pub disabled: bool,
    /// Why it cannot be pressed, where nothing on the page says so yet.
    #[prop_or_default]
    pub reason: Option<AttrValue>,
    pub on_confirm: Callback<()>,
}

/// 提交, which asks once more in place: nothing can be changed afterwards.
#[component]
pub fn ConfirmSubmit(props: &ConfirmSubmitProps) -> Html {
    let asking = use_state(|| false);
    let ask = |wanted: bool| {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(wanted))
    };
    let texts = &texts().form.submit;
    html! {
        <div class="submit-actions">
            if *asking && !props.disabled {
                <p role="status">{ texts.sure }</p>
                <Button kind={ButtonKind::Primary} busy={props.busy} onclick={props.on_confirm.clone()}>
                    { if props.busy { texts.submitting } else { texts.yes } }
                </Button>
                <Button disabled={props.busy} onclick={ask(false)}>{ texts.not_yet }</Button>
            } else {
                <Button
                    kind={ButtonKind::Primary}
                    disabled={props.disabled}
                    describedby={props.reason.as_ref().map(|_| REASON)}
                    onclick={ask(true)}
                >
                    { texts.submit }
                </Button>
                if let Some(reason) = &props.reason {
                    <p id={REASON} class="help">{ reason }</p>
                }
            }
        </div>
    }
}
