//! The button that has a section filled in from a register.

use api::applications::{LookedUp, LookupState};
use api::routes::Route;
use domain::form::{Problem, Values, section_problems};
use domain::pack::{Field, Lookup};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call};
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind};
use crate::components::field::FormContext;
use crate::state::draft::Edit;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct LookupButtonProps {
    pub lookup: Lookup,
    pub context: FormContext,
}

/// 查询: saves what is typed, asks the register, and shows what it answered.
#[component]
pub fn LookupButton(props: &LookupButtonProps) -> Html {
    let LookupButtonProps { lookup, context } = props;
    let answer = use_state(|| None::<Result<Answer, ApiError>>);
    let busy = use_state(|| false);
    let missing = missing(lookup, context);
    let onclick = {
        let (answer, busy, context) = (answer.clone(), busy.clone(), context.clone());
        Callback::from(move |()| {
            busy.set(true);
            answer.set(None);
            let (answer, busy, context) = (answer.clone(), busy.clone(), context.clone());
            let when_saved = context.when_saved.clone();
            when_saved.emit(Callback::from(move |_: bool| {
                let (answer, busy, context) = (answer.clone(), busy.clone(), context.clone());
                spawn_local(async move {
                    let found = ask(&context).await;
                    busy.set(false);
                    answer.set(Some(found));
                });
            }));
        })
    };
    html! {
        <div class="lookup">
            <Button
                id="look-up"
                kind={ButtonKind::Primary}
                disabled={missing.is_some()}
                busy={*busy}
                describedby={missing.as_ref().map(|_| AttrValue::from("look-up-first"))}
                {onclick}
            >
                { &lookup.label }
            </Button>
            if let Some(missing) = &missing {
                <p class="help" id="look-up-first">{ missing }</p>
            }
            if *busy {
                <p role="status">{ texts().form.section.looking_up }</p>
            }
            if let Some(answer) = &*answer {
                { answered(props, answer) }
            }
        </div>
    }
}

/// The sentence about the first thing that has to be complete before (R32).
fn missing(lookup: &Lookup, context: &FormContext) -> Option<String> {
    let needed = context.loaded.pack.section(lookup.needs.as_deref()?)?;
    let problems = context.loaded.with_case(|case| section_problems(case, needed));
    let (before, after) = texts().form.section.look_up_first;
    problems.iter().any(Problem::is_error).then(|| format!("{before}{}{after}", needed.title))
}

struct Answer {
    state: LookupState,
    replaced: Values,
}

async fn ask(context: &FormContext) -> Result<Answer, ApiError> {
    let place = [context.loaded.view.application.id.as_str(), context.section.as_str()];
    let LookedUp { state, section, replaced } = call(Route::LookUp, &place, NO_BODY).await?;
    context.edit.emit(Edit::Arrived(section));
    Ok(Answer { state, replaced })
}

fn answered(
    LookupButtonProps { lookup, context }: &LookupButtonProps,
    answer: &Result<Answer, ApiError>,
) -> Html {
    let (kind, text) = match answer.as_ref().map(|answer| answer.state) {
        Ok(LookupState::Found) => (NoticeKind::Success, lookup.found.clone()),
        Ok(LookupState::NotFound) => (NoticeKind::Info, lookup.not_found.clone()),
        Ok(LookupState::ServiceDown) => (NoticeKind::Warning, texts().form.section.service_down.to_owned()),
        Err(error) => (NoticeKind::Error, error.message()),
    };
    let replaced = answer.as_ref().map(|answer| replaced(context, &answer.replaced)).unwrap_or_default();
    html! {
        <>
            <Notice {kind}>{ text }</Notice>
            if !replaced.is_empty() {
                <Notice kind={NoticeKind::Warning}>
                    <p>{ texts().form.section.replaced }</p>
                    <ul>
                        for line in replaced {
                            <li>{ line }</li>
                        }
                    </ul>
                </Notice>
            }
        </>
    }
}

/// A line for each field whose typed text gave way to the register's.
fn replaced(context: &FormContext, typed: &Values) -> Vec<String> {
    let section = context.loaded.pack.section(&context.section);
    let fields = section.map_or(&[][..], |section| &section.fields).iter();
    let line = |field: &Field| {
        let value = context.typed_in_words(field, typed.get(&field.id)?);
        Some(texts().common.labelled(&field.label, &value))
    };
    fields.filter_map(line).collect()
}
