//! The reasons of a return with room for answers.

use domain::workflow::{OpenReturn, ReturnItem};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::field::written;
use crate::components::reading::{SpotLink, place_in_words};
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ReturnAnswersProps {
    pub loaded: Rc<Loaded>,
    pub open: OpenReturn,
    /// One for each item, in order.
    pub answers: Vec<String>,
    /// The places are on this page, and not in the applicant's form.
    #[prop_or_default]
    pub local: bool,
    pub on_change: Callback<Vec<String>>,
}

/// Returns the id of the first box without an answer.
pub fn first_unanswered(answers: &[String]) -> Option<String> {
    answers.iter().position(|answer| answer.trim().is_empty()).map(answer_id)
}

fn answer_id(index: usize) -> String {
    format!("answer-{index}")
}

/// The reviewer's requests, each with a link to its place and room to say what was done.
#[component]
pub fn ReturnAnswers(props: &ReturnAnswersProps) -> Html {
    let ReturnAnswersProps { open, .. } = props;
    let submit = &texts().form.submit;
    let (before, after) = submit.to_do_text;
    html! {
        <section class="to-do" aria-labelledby="to-do-title">
            <h2 id="to-do-title">{ submit.to_do }</h2>
            <p>{ texts().common.labelled(submit.returned_by, &open.organisation_name) }</p>
            if let Some(due) = props.loaded.view.due {
                <p>{ format!("{before} {}{after}", (texts().common.day)(due)) }</p>
            }
            <ol>
                for (index, item) in open.items.iter().enumerate() {
                    <li key={index}>{ to_do(props, index, item) }</li>
                }
            </ol>
        </section>
    }
}

fn to_do(props: &ReturnAnswersProps, index: usize, item: &ReturnItem) -> Html {
    let pack = &props.loaded.pack;
    let code = pack.return_codes.iter().find(|code| code.value == item.code);
    let code = code.map_or(item.code.as_str(), |code| code.label.as_str());
    let id = answer_id(index);
    let oninput = {
        let (answers, on_change) = (props.answers.clone(), props.on_change.clone());
        Callback::from(move |event: InputEvent| {
            let mut next = answers.clone();
            if let Some(answer) = next.get_mut(index) {
                *answer = written(event);
            }
            on_change.emit(next);
        })
    };
    html! {
        <>
            <p>
                <SpotLink
                    application={props.loaded.view.application.id.as_str().to_owned()}
                    spot={item.spot.clone()}
                    local={props.local}
                >
                    { place_in_words(&props.loaded, &item.spot) }
                </SpotLink>
            </p>
            <p>{ texts().common.labelled(code, &item.text) }</p>
            <div class="field">
                <label for={id.clone()}>
                    { texts().form.submit.answer }
                    <span class="required">{ texts().form.field.required }</span>
                </label>
                <p class="help" id={format!("{id}-help")}>{ texts().form.submit.answer_help }</p>
                <textarea
                    id={id.clone()}
                    class="input textarea"
                    rows="3"
                    value={props.answers.get(index).cloned().unwrap_or_default()}
                    aria-describedby={format!("{id}-help")}
                    {oninput}
                />
            </div>
        </>
    }
}
