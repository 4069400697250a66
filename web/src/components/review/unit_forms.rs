//! The forms that the unit fills in before it goes on.

use api::routes::Route as Call;
use api::workflow::PublicityTableMade;
use domain::form::{SectionState, section_state};
use domain::named::{appraisals, publicity, unit_check};
use domain::pack::{FilledBy, Section};
use domain::publicity::plan_hash;
use domain::workflow::{Application, PostedTable, SheetStanding, State, UnitWork};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, call};
use crate::components::application::SheetButton;
use crate::components::basic::{Button, Notice, NoticeKind, PlaceLink};
use crate::components::form::SectionForm;
use crate::components::reading::SectionCard;
use crate::components::review::{PublicityDays, refusal};
use crate::hooks::LoadedHandle;
use crate::open_forms;
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct UnitFormsProps {
    pub loaded: Rc<Loaded>,
    pub handle: LoadedHandle,
}

/// The unit's forms in the order of its work: check, publicity, what its table shows besides, deliberation.
#[component]
pub fn UnitForms(props: &UnitFormsProps) -> Html {
    let of = |id: &str| props.loaded.pack.section(id).cloned();
    let after: Vec<Section> = props
        .loaded
        .pack
        .sections_of(FilledBy::Unit)
        .filter(|section| !matches!(section.id.as_str(), unit_check::ID | publicity::ID | appraisals::ID))
        .filter(|section| props.loaded.with_case(|case| case.is_asked(section)))
        .cloned()
        .collect();
    let [check, publicity, table, recommendation, _] = texts().officer.unit_steps;
    html! {
        <>
            <h2 id={step_id(0)} tabindex="-1">{ check }</h2>
            { of(unit_check::ID).map(|section| form(props, &section)) }
            <h2 id={step_id(1)} tabindex="-1">{ publicity }</h2>
            <PublicityDays loaded={props.loaded.clone()} />
            { of(publicity::ID).map(|section| form(props, &section)) }
            { to_steps(props, State::Unit(UnitWork::Publicity), texts().officer.to_steps_after_publicity) }
            { of(appraisals::ID).map(|section| form(props, &section)) }
            <h2 id={step_id(2)} tabindex="-1">{ table }</h2>
            <PublicityTable loaded={props.loaded.clone()} put_application={props.handle.put_application.clone()} />
            { to_steps(props, State::Unit(UnitWork::Review), texts().officer.to_steps_after_check) }
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

/// The form, or what it said when the step that rested on it was taken.
fn form(props: &UnitFormsProps, section: &Section) -> Html {
    if !props.loaded.view.application.state.opens(section) {
        return html! {
            <SectionCard key={section.id.clone()} loaded={props.loaded.clone()} section={section.id.clone()} />
        };
    }
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

/// Tells whether the sheet may go on hanging as it is.
fn standing(loaded: &Loaded, posted: &PostedTable) -> Html {
    match loaded.view.application.standing_of(posted.table_version) {
        Some(SheetStanding::Valid) | None => {
            let state = loaded.view.application.state;
            let is_asked = matches!(state, State::Unit(UnitWork::Review | UnitWork::Publicity));
            if is_asked && loaded.with_case(plan_hash) != posted.plan_hash {
                html! { <Notice kind={NoticeKind::Warning}>{ texts().officer.plan_changed }</Notice> }
            } else {
                html! { <p>{ texts().officer.posted }</p> }
            }
        }
        Some(standing) => {
            html! { <Notice kind={NoticeKind::Warning}>{ (texts().publicity.standing)(standing) }</Notice> }
        }
    }
}

/// 生成公示表 (R73): made from what the application says now; the same data keeps its version. What is missing for it
/// is named, with links.
#[component]
fn PublicityTable(props: &PublicityTableProps) -> Html {
    let refused = use_state(|| None::<ApiError>);
    let busy = use_state(|| false);
    let make = {
        let (refused, busy, put_application) = (refused.clone(), busy.clone(), props.put_application.clone());
        let application = props.loaded.view.application.clone();
        Callback::from(move |()| {
            let (refused, busy, put_application, application) =
                (refused.clone(), busy.clone(), put_application.clone(), application.clone());
            busy.set(true);
            spawn_local(async move {
                let answer: Result<PublicityTableMade, ApiError> = match open_forms::saved().await {
                    Ok(_) => call(Call::MakePublicityTable, &[application.id.as_str()], Some(&())).await,
                    Err(unsaved) => Err(unsaved),
                };
                busy.set(false);
                refused.set(answer.map(|made| put_application.emit(made.application)).err());
            });
        })
    };
    let application = &props.loaded.view.application;
    html! {
        <div class="card">
            if application.state != State::Unit(UnitWork::Recommend) {
                <p>{ texts().officer.table_help }</p>
                <div class="actions">
                    <Button busy={*busy} onclick={make}>{ texts().officer.make_table }</Button>
                </div>
            }
            if let Some(posted) = &application.posted {
                <SheetButton application={application.id.to_string()} table_version={posted.table_version} />
                { standing(&props.loaded, posted) }
            }
            { refusal(&props.loaded, refused.as_ref()) }
        </div>
    }
}
