//! The forms that the unit fills in before it goes on.

use api::routes::Route as Call;
use api::workflow::PublicityTableMade;
use domain::form::{SectionState, section_state};
use domain::named::{publicity, unit_check};
use domain::pack::{FilledBy, Section};
use domain::workflow::{Application, State, UnitWork};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, call};
use crate::components::basic::{Button, Notice, NoticeKind, PlaceLink};
use crate::components::form::SectionForm;
use crate::hooks::LoadedHandle;
use crate::saver::saves_settled;
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct UnitFormsProps {
    pub loaded: Rc<Loaded>,
    pub handle: LoadedHandle,
}

/// The unit's forms in the order of its work: check, table, publicity, deliberation.
#[component]
pub fn UnitForms(props: &UnitFormsProps) -> Html {
    let of = |id: &str| props.loaded.pack.section(id).cloned();
    let after: Vec<Section> = props
        .loaded
        .pack
        .sections_of(FilledBy::Unit)
        .filter(|section| !matches!(section.id.as_str(), unit_check::ID | publicity::ID))
        .filter(|section| props.loaded.with_case(|case| case.is_asked(section)))
        .cloned()
        .collect();
    let [check, table, publicity, recommendation, _] = texts().officer.unit_steps;
    html! {
        <>
            <h2 id={step_id(0)} tabindex="-1">{ check }</h2>
            { of(unit_check::ID).map(|section| form(props, &section)) }
            <h2 id={step_id(1)} tabindex="-1">{ table }</h2>
            <PublicityTable loaded={props.loaded.clone()} put_application={props.handle.put_application.clone()} />
            { to_steps(props, State::Unit(UnitWork::Review), texts().officer.to_steps_after_check) }
            <h2 id={step_id(2)} tabindex="-1">{ publicity }</h2>
            { of(publicity::ID).map(|section| form(props, &section)) }
            { to_steps(props, State::Unit(UnitWork::Publicity), texts().officer.to_steps_after_publicity) }
            <h2 id={step_id(3)} tabindex="-1">{ recommendation }</h2>
            { after.iter().map(|section| form(props, section)).collect::<Html>() }
        </>
    }
}

/// The heading of the unit's step, counted from 0; the last is the panel's.
pub fn step_id(step: usize) -> String {
    if step + 1 < texts().officer.unit_steps.len() {
        format!("unit-step-{step}")
    } else {
        "steps-title".into()
    }
}

/// Where the work of this part is turned into a step.
fn to_steps(props: &UnitFormsProps, when: State, words: (&str, &'static str, &str)) -> Html {
    if props.loaded.view.application.state != when {
        return Html::default();
    }
    let (before, link, after) = words;
    html! { <p>{ before }<PlaceLink to="steps-title">{ link }</PlaceLink>{ after }</p> }
}

fn form(props: &UnitFormsProps, section: &Section) -> Html {
    let state = props.loaded.with_case(|case| section_state(case, section));
    let title = format!("unit-form-{}", section.id);
    html! {
        <section key={section.id.clone()} class="card unit-form" aria-labelledby={title.clone()}>
            <div class="spread">
                <h3 id={title}>{ &section.title }</h3>
                <span class={badge(state)}>{ (texts().workflow.section_state)(state) }</span>
            </div>
            <SectionForm loaded={props.loaded.clone()} section={section.id.clone()} handle={props.handle.clone()} />
        </section>
    }
}

fn badge(state: SectionState) -> &'static str {
    match state {
        SectionState::Complete | SectionState::NotRequired => "badge badge-success",
        SectionState::NeedsFix => "badge badge-warning",
        SectionState::NotStarted | SectionState::InProgress | SectionState::Query => "badge",
    }
}

#[derive(PartialEq, Properties)]
struct PublicityTableProps {
    loaded: Rc<Loaded>,
    put_application: Callback<Application>,
}

/// 生成公示表 (R73): made from what the application says now; the same data keeps its version.
#[component]
fn PublicityTable(props: &PublicityTableProps) -> Html {
    let made = use_state(|| None::<Result<PublicityTableMade, ApiError>>);
    let busy = use_state(|| false);
    let make = {
        let (made, busy, put_application) = (made.clone(), busy.clone(), props.put_application.clone());
        let application = props.loaded.view.application.clone();
        Callback::from(move |()| {
            let (made, busy, put_application, application) =
                (made.clone(), busy.clone(), put_application.clone(), application.clone());
            busy.set(true);
            spawn_local(async move {
                saves_settled().await;
                let answer: Result<PublicityTableMade, ApiError> =
                    call(Call::MakePublicityTable, &[application.id.as_str()], Some(&())).await;
                busy.set(false);
                if let Ok(made) = &answer {
                    put_application.emit(made.application.clone());
                }
                made.set(Some(answer));
            });
        })
    };
    let (posted_before, posted_after) = texts().officer.posted;
    html! {
        <div class="card">
            <p>{ advice(&props.loaded) }</p>
            if let Some(posted) = &props.loaded.view.application.posted {
                <p>{ format!("{posted_before}{}{posted_after}", posted.table_version) }</p>
            }
            <div class="actions">
                <Button busy={*busy} onclick={make}>{ texts().officer.make_table }</Button>
                if let Some(Ok(made)) = &*made {
                    <a class="button" href={made.url.clone()}>{ texts().officer.open_table }</a>
                }
            </div>
            if let Some(Err(error)) = &*made {
                <Notice kind={NoticeKind::Error}>{ error.message() }</Notice>
            }
        </div>
    }
}

fn advice(loaded: &Loaded) -> String {
    let batch = &loaded.pack.batch;
    let (min, count_first) = (batch.min_publicity_working_days, batch.count_first_day);
    let earliest = loaded.with_case(|case| case.calendar().earliest_end(case.today, min, count_first));
    let earliest = earliest.map_or_else(|missing| missing.to_string(), texts().common.day);
    let (before, between, after) = texts().officer.table_help;
    format!("{before}{min}{between}{earliest}{after}")
}
