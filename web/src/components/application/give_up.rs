//! 删除草稿, 撤回申报 and 申请撤回, whichever is open to the applicant (T3, T26).

use domain::workflow::{Action, State, Step};
use yew::prelude::*;

use crate::api::ApiError;
use crate::components::basic::{Button, ButtonKind, Dialog, Notice, NoticeKind, TextInput};
use crate::dom;
use crate::hooks::{StepHandle, use_step};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct GiveUpProps {
    pub application: AttrValue,
    pub way_out: Option<Action>,
    pub asks_to_withdraw: bool,
    /// Gives the focus a new place: the button is gone.
    pub on_done: Callback<GivenUp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenUp {
    Deleted,
    Withdrawn,
    /// The way out once it is under review, with the consent of the reviewer.
    Asked,
}

impl GivenUp {
    /// Returns the way out that this step is.
    pub fn by(way_out: Action) -> Option<Self> {
        [Self::Deleted, Self::Withdrawn, Self::Asked].into_iter().find(|one| one.action() == way_out)
    }

    fn action(self) -> Action {
        match self {
            Self::Deleted => Action::DeleteDraft,
            Self::Withdrawn => Action::Withdraw,
            Self::Asked => Action::AskWithdrawal,
        }
    }

    pub fn done(self) -> &'static str {
        match self {
            Self::Deleted => texts().changing.deleted,
            Self::Withdrawn => texts().changing.withdrawn,
            Self::Asked => texts().changing.asked,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Asking {
    #[default]
    NotYet,
    Now,
    Kept,
    Done(GivenUp),
}

/// A button that says what it means before anything happens.
#[component]
pub fn GiveUp(props: &GiveUpProps) -> Html {
    let asking = use_state(Asking::default);
    let button = format!("give-up-{}", props.application);
    use_after_dialog(*asking, button.clone(), props.on_done.clone());
    let texts = &texts().changing;
    if props.asks_to_withdraw {
        return html! { <Notice>{ texts.asked_already }</Notice> };
    }
    let Some(offered) = props.way_out.and_then(GivenUp::by) else { return Html::default() };
    let words = match offered {
        GivenUp::Deleted => texts.delete,
        GivenUp::Withdrawn => texts.withdraw,
        GivenUp::Asked => texts.ask,
    };
    let set = |answer: Asking| {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(answer))
    };
    html! {
        <>
            <Button id={button} kind={ButtonKind::Quiet} onclick={set(Asking::Now)}>{ words }</Button>
            if *asking == Asking::Now {
                <Sure
                    {offered}
                    application={props.application.clone()}
                    on_done={set(Asking::Done(offered))}
                    on_close={set(Asking::Kept)}
                />
            }
        </>
    }
}

/// Once the dialog is gone: as long as it is there, nothing else takes the focus.
#[hook]
fn use_after_dialog(asking: Asking, button: String, on_done: Callback<GivenUp>) {
    use_effect_with(asking, move |asking| match asking {
        Asking::NotYet | Asking::Now => {}
        Asking::Kept => dom::focus(&button),
        Asking::Done(given_up) => on_done.emit(*given_up),
    });
}

#[derive(PartialEq, Properties)]
struct SureProps {
    application: AttrValue,
    offered: GivenUp,
    on_done: Callback<()>,
    on_close: Callback<()>,
}

#[component]
fn Sure(props: &SureProps) -> Html {
    let why = use_state(String::new);
    let (step, give_up) = use_giving_up(props, (*why).clone());
    let texts = &texts().changing;
    let (title, means, yes) = match props.offered {
        GivenUp::Deleted => (texts.delete_sure, texts.delete_means, texts.delete_yes),
        GivenUp::Withdrawn => (texts.withdraw_sure, texts.withdraw_means, texts.withdraw_yes),
        GivenUp::Asked => (texts.ask_sure, texts.ask_means, texts.ask_yes),
    };
    html! {
        <Dialog id="give-up" {title} on_close={props.on_close.clone()}>
            for sentence in means {
                <p>{ sentence }</p>
            }
            if props.offered == GivenUp::Asked {
                <TextInput id="ask-why" label={texts.ask_why} value={(*why).clone()}
                    oninput={let why = why.setter(); move |text| why.set(text)} />
            }
            if let Some(refused) = &step.refused {
                <Notice kind={NoticeKind::Error}>{ refused.message() }</Notice>
            }
            <div class="actions">
                <Button onclick={props.on_close.clone()}>{ texts.keep }</Button>
                <Button kind={ButtonKind::Danger} busy={step.busy} onclick={give_up}>
                    { yes }
                </Button>
            </div>
        </Dialog>
    }
}

/// The applicant gives the application up wherever it stands by now.
#[hook]
fn use_giving_up(props: &SureProps, opinion: String) -> (StepHandle, Callback<()>) {
    let on_done = props.on_done.clone();
    let done = Callback::from(move |answer: Result<State, ApiError>| {
        if answer.is_ok() {
            on_done.emit(());
        }
    });
    let step = use_step(props.application.clone(), None, done);
    let action = props.offered.action();
    let give_up = step.take.reform(move |()| Step { opinion: opinion.clone(), ..Step::silent(action) });
    (step, give_up)
}
