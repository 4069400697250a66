//! 收回: the last step of this organisation, as long as it can be taken back.

use domain::workflow::{Action, State, Step};
use std::rc::Rc;
use yew::prelude::*;

use crate::api::ApiError;
use crate::components::application::moment;
use crate::components::basic::{Button, ButtonKind, Notice};
use crate::hooks::{StepHandle, use_step};
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct TakeBackProps {
    pub loaded: Rc<Loaded>,
    pub on_taken: Callback<State>,
}

#[component]
pub fn TakeBack(props: &TakeBackProps) -> Html {
    let application = &props.loaded.view.application;
    let on_taken = props.on_taken.clone();
    let answered = Callback::from(move |answer: Result<State, ApiError>| {
        if let Ok(state) = answer {
            on_taken.emit(state);
        }
    });
    let StepHandle { busy, refused, take, .. } =
        use_step(application.id.to_string().into(), Some(application.revision), answered);
    let Some(last) = &application.last_step else { return Html::default() };
    let (action, texts) = ((texts().workflow.action)(last.action), &texts().officer);
    html! {
        <Notice>
            <p>{ (texts.take_back)(action, &moment(last.until)) }</p>
            if let Some(refused) = refused {
                <p class="error" role="alert">{ refused.message() }</p>
            }
            <Button kind={ButtonKind::Secondary} {busy} onclick={take.reform(|()| Step::silent(Action::TakeBack))}>
                { texts.take_back_yes }
            </Button>
        </Notice>
    }
}
