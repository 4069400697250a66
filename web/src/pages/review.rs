//! One application before an office: the material to read, the unit's forms, and the steps.

use api::accounts::Role;
use domain::policy::{FilledBy, Section};
use domain::workflow::{ReturnItem, Stage, State};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::app::Route;
use crate::components::button::{Button, ButtonKind};
use crate::components::loading::Loading;
use crate::components::notice::{Notice, NoticeKind};
use crate::components::page::Page;
use crate::components::reason_list::reason_at;
use crate::components::section_list::titled;
use crate::components::section_reading::SectionReading;
use crate::components::step_panel::{StepPanel, moves_of};
use crate::components::unit_forms::UnitForms;
use crate::dom;
use crate::hooks::use_loaded::{LoadedHandle, use_loaded};
use crate::hooks::use_me::use_me;
use crate::state::loaded::Loaded;
use crate::texts::ZH;
use domain::dates::in_chinese;

#[derive(Properties, PartialEq)]
pub struct ReviewPageProps {
    pub id: String,
}

#[component]
pub fn ReviewPage(props: &ReviewPageProps) -> Html {
    let handle = use_loaded(props.id.clone());
    let session = use_me();
    let stage = match session.me.as_deref().map(|me| &me.role) {
        Some(Role::Officer { stage, .. }) => Some(*stage),
        Some(Role::Applicant | Role::PlatformAdmin) | None => None,
    };
    let content = match &handle.loaded {
        None => html! { <Loading /> },
        Some(Err(error)) => html! {
            <Notice kind={NoticeKind::Error}>
                <p>{ error.message() }</p>
                <Button onclick={handle.reload.clone()}>{ ZH.common.retry }</Button>
            </Notice>
        },
        Some(Ok(loaded)) => html! { <Review loaded={loaded.clone()} handle={handle.clone()} {stage} /> },
    };
    html! { <Page title={ZH.officer.review} protected={true} wide={true}>{ content }</Page> }
}

#[derive(PartialEq, Properties)]
struct ReviewProps {
    loaded: Rc<Loaded>,
    handle: LoadedHandle,
    stage: Option<Stage>,
}

#[component]
fn Review(props: &ReviewProps) -> Html {
    let ReviewProps { loaded, handle, stage } = props;
    let reasons = use_state(Vec::<ReturnItem>::new);
    let taken = use_state(|| None::<State>);
    let state = loaded.view.file.state;
    let acting = stage.filter(|stage| moves_of(state, *stage).next().is_some());
    let on_taken = {
        let (taken, reasons, reload) = (taken.clone(), reasons.clone(), handle.reload.clone());
        Callback::from(move |state| {
            taken.set(Some(state));
            reasons.set(Vec::new());
            reload.emit(());
            dom::focus("page-title");
        })
    };
    let on_reasons = {
        let reasons = reasons.clone();
        Callback::from(move |next| reasons.set(next))
    };
    let by_unit = *stage == Some(Stage::Unit) && state.is_with_unit();
    html! {
        <>
            { done(*taken) }
            { summary(loaded) }
            <div class="review-page">
                { contents(loaded, by_unit) }
                <div class="review-main">
                    { material(loaded, acting.is_some().then(|| adder(loaded, &reasons, &on_reasons))) }
                    if by_unit {
                        <UnitForms loaded={loaded.clone()} handle={handle.clone()} />
                    } else {
                        { read_sections(loaded, FilledBy::Unit, None) }
                    }
                    if let Some(stage) = acting {
                        <StepPanel loaded={loaded.clone()} {stage} reasons={(*reasons).clone()} {on_reasons} {on_taken} />
                    } else {
                        <Notice>{ ZH.officer.not_your_turn }</Notice>
                    }
                </div>
            </div>
        </>
    }
}

fn done(taken: Option<State>) -> Html {
    let Some(state) = taken else { return Html::default() };
    html! {
        <Notice kind={NoticeKind::Success}>
            <p>{ format!("{}{}", ZH.officer.done, state.label()) }</p>
            <p>
                <Link<Route> to={Route::Queue} classes={ButtonKind::Primary.classes()}>{ ZH.officer.to_queue }</Link<Route>>
            </p>
        </Notice>
    }
}

fn summary(loaded: &Loaded) -> Html {
    let file = &loaded.view.file;
    let policy = &loaded.policy;
    let title = policy.title(&file.target_title).map_or("", |title| title.name.as_str());
    let committee = policy.committee(&file.committee).map_or("", |committee| committee.name.as_str());
    let (before, after) = ZH.officer.version;
    let facts = [
        (ZH.officer.title, title.to_owned()),
        (ZH.officer.committee, committee.to_owned()),
        (ZH.officer.unit, file.unit_name.clone()),
        (ZH.officer.due, file.due.map(in_chinese).unwrap_or_else(|| "—".into())),
    ];
    html! {
        <section class="card">
            <div class="spread">
                <h2>{ format!("{}（{before}{}{after}）", file.applicant_name, file.version) }</h2>
                <span class="badge">{ file.state.label() }</span>
            </div>
            <dl class="facts">
                for (label, value) in facts {
                    <dt>{ label }</dt><dd>{ value }</dd>
                }
            </dl>
            <p><Link<Route> to={Route::Progress { id: file.id.to_string() }}>{ ZH.officer.progress }</Link<Route>></p>
        </section>
    }
}

/// The categories to jump to, on the right from 1024 px; the unit's forms after them.
fn contents(loaded: &Loaded, by_unit: bool) -> Html {
    let link = |section: &Section, anchor: String| {
        let to = anchor.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dom::focus(&to);
        });
        html! { <li><a href={format!("#{anchor}")} {onclick}>{ titled(section) }</a></li> }
    };
    let links = loaded.policy.sections.iter().map(|section| {
        let is_form = section.filled_by == FilledBy::Unit && by_unit;
        link(section, if is_form { section.id.clone() } else { format!("reading-{}", section.id) })
    });
    html! {
        <nav class="review-contents" aria-label={ZH.officer.contents}>
            <ol class="plain-list">{ links.collect::<Html>() }</ol>
        </nav>
    }
}

fn material(loaded: &Rc<Loaded>, add: Option<Callback<String>>) -> Html {
    html! {
        <>
            <h2>{ ZH.officer.material }</h2>
            { read_sections(loaded, FilledBy::Applicant, add) }
        </>
    }
}

fn read_sections(loaded: &Rc<Loaded>, filled_by: FilledBy, add: Option<Callback<String>>) -> Html {
    let reading = |section: &Section| {
        let id = format!("reading-{}", section.id);
        let heading = format!("{id}-title");
        let at = section.id.clone();
        html! {
            <section key={section.id.clone()} {id} class="card" tabindex="-1" aria-labelledby={heading.clone()}>
                <div class="spread">
                    <h3 id={heading}>{ titled(section) }</h3>
                    if let Some(add) = &add {
                        <Button kind={ButtonKind::Quiet} onclick={add.reform(move |()| at.clone())}>
                            { ZH.officer.return_here }
                            <span class="visually-hidden">{ format!("：{}", section.title) }</span>
                        </Button>
                    }
                </div>
                <SectionReading loaded={loaded.clone()} section={section.id.clone()} />
            </section>
        }
    };
    loaded.policy.sections_of(filled_by).map(reading).collect()
}

/// 退回此处: a reason at this section, to be written in the panel below.
fn adder(
    loaded: &Rc<Loaded>,
    reasons: &UseStateHandle<Vec<ReturnItem>>,
    on_reasons: &Callback<Vec<ReturnItem>>,
) -> Callback<String> {
    let (policy, reasons, on_reasons) = (loaded.policy.clone(), (**reasons).clone(), on_reasons.clone());
    Callback::from(move |section: String| {
        on_reasons.emit([reasons.as_slice(), &[reason_at(&policy, &section)]].concat());
        dom::focus("steps-title");
    })
}
