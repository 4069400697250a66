//! 删除草稿 and 撤回申报, whichever the state allows the applicant (T3, T26).

use domain::workflow::{Action, By, State, Step};
use yew::prelude::*;

use crate::api::ApiError;
use crate::components::basic::{Button, ButtonKind, Dialog, Notice, NoticeKind};
use crate::dom;
use crate::hooks::{StepHandle, use_step};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct GiveUpProps {
    pub application: AttrValue,
    pub state: State,
    /// Gives the focus a new place: the button is gone.
    pub on_done: Callback<GivenUp>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenUp {
    Deleted,
    Withdrawn,
}

impl GivenUp {
    pub fn offered(state: State) -> Option<Self> {
        let can = |action| state.moves().iter().any(|own| own.by == By::Applicant && own.action == action);
        [Self::Deleted, Self::Withdrawn].into_iter().find(|one| can(one.action()))
    }

    fn action(self) -> Action {
        match self {
            Self::Deleted => Action::DeleteDraft,
            Self::Withdrawn => Action::Withdraw,
        }
    }

    pub fn done(self) -> &'static str {
        match self {
            Self::Deleted => texts().changing.deleted,
            Self::Withdrawn => texts().changing.withdrawn,
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
    let Some(offered) = GivenUp::offered(props.state) else { return Html::default() };
    let texts = &texts().changing;
    let words = match offered {
        GivenUp::Deleted => texts.delete,
        GivenUp::Withdrawn => texts.withdraw,
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
    let (step, give_up) = use_giving_up(props);
    let texts = &texts().changing;
    let (title, means, yes) = match props.offered {
        GivenUp::Deleted => (texts.delete_sure, texts.delete_means, texts.delete_yes),
        GivenUp::Withdrawn => (texts.withdraw_sure, texts.withdraw_means, texts.withdraw_yes),
    };
    html! {
        <Dialog id="give-up" {title} on_close={props.on_close.clone()}>
            for sentence in means {
                <p>{ sentence }</p>
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
fn use_giving_up(props: &SureProps) -> (StepHandle, Callback<()>) {
    let on_done = props.on_done.clone();
    let done = Callback::from(move |answer: Result<State, ApiError>| {
        if answer.is_ok() {
            on_done.emit(());
        }
    });
    let step = use_step(props.application.clone(), None, done);
    let action = props.offered.action();
    let give_up = step.take.reform(move |()| Step::silent(action));
    (step, give_up)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::workflow::{Filling, Office, UnitWork};

    #[test]
    fn t3_t26_a_draft_is_deleted_and_what_is_submitted_is_withdrawn_until_it_is_passed() {
        let offered: Vec<(State, GivenUp)> =
            State::all().filter_map(|state| Some((state, GivenUp::offered(state)?))).collect();
        assert_eq!(
            offered,
            [
                (State::Filling(Filling::Draft), GivenUp::Deleted),
                (State::Unit(UnitWork::Review), GivenUp::Withdrawn),
                (State::Unit(UnitWork::Publicity), GivenUp::Withdrawn),
                (State::Unit(UnitWork::Recommend), GivenUp::Withdrawn),
                (State::Office(Office::Supervisor), GivenUp::Withdrawn),
                (State::Office(Office::CountyTitle), GivenUp::Withdrawn),
                (State::Office(Office::CountyIndustry), GivenUp::Withdrawn),
                (State::Office(Office::Series), GivenUp::Withdrawn),
                (State::Filling(Filling::Returned), GivenUp::Withdrawn),
                (State::Unit(UnitWork::Correcting), GivenUp::Withdrawn),
            ]
        );
    }
}
