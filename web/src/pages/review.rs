//! One application before an office: the material to read, the unit's forms, and the steps.

use api::accounts::Role;
use api::applications::{Progress, Versions};
use api::routes::Route as Call;
use domain::form::Problem;
use domain::pack::{FilledBy, Pack, Section};
use domain::workflow::{Application, ReturnItem, Stage, State};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::application::{ApplicationFacts, PastSteps, SheetButton, moment};
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind};
use crate::components::changes::{LatestChanges, VersionList};
use crate::components::frame::{Loading, Page, PageContents, Unreadable};
use crate::components::reading::{Places, ReasonView, SectionCard, reading_id, section_in_words};
use crate::components::review::{ReadingHints, StepPanel, TakeBack, UnitForms, moves_of, reason_at, step_id};
use crate::dom;
use crate::hooks::{LoadedHandle, use_application, use_get, use_me, use_state_across_languages};
use crate::route::Route;
use crate::state::findings::SectionFindings;
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct ReviewPageProps {
    pub id: String,
}

#[component]
pub fn ReviewPage(props: &ReviewPageProps) -> Html {
    let handle = use_application(props.id.clone());
    let session = use_me();
    let stage = match session.me.as_deref().map(|me| &me.role) {
        Some(Role::Officer { stage, .. }) => Some(*stage),
        Some(Role::Applicant | Role::PlatformAdmin) | None => None,
    };
    let content = match &handle.loaded {
        None => html! { <Loading /> },
        Some(Err(error)) => html! {
            <Unreadable error={error.clone()} reload={handle.reload.clone()} />
        },
        Some(Ok(loaded)) => html! { <Review loaded={loaded.clone()} handle={handle.clone()} {stage} /> },
    };
    html! { <Page title={texts().officer.review} protected={true} wide={true}>{ content }</Page> }
}

/// Section id → what was hinted at while it was filled, of the sections where there was something.
type Hints = BTreeMap<String, Rc<Vec<Problem>>>;

#[derive(PartialEq, Properties)]
struct ReviewProps {
    loaded: Rc<Loaded>,
    handle: LoadedHandle,
    stage: Option<Stage>,
}

#[component]
fn Review(props: &ReviewProps) -> Html {
    let ReviewProps { loaded, handle, stage } = props;
    let reasons = use_state_across_languages("reasons", Vec::<ReturnItem>::new);
    let taken = use_state(|| None::<State>);
    let hints = use_memo(Same::from(loaded.clone()), |loaded| hints(loaded));
    let state = loaded.view.application.state;
    let application = &loaded.view.application;
    let acting = stage.filter(|stage| moves_of(application, *stage).next().is_some());
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
    let add =
        acting.filter(|stage| may_return(application, *stage)).map(|_| adder(loaded, &reasons, &on_reasons));
    let by_unit = *stage == Some(Stage::Unit) && state.is_with_unit();
    html! {
        <>
            { done(*taken) }
            <TakeBack loaded={loaded.clone()} on_taken={on_taken.clone()} />
            { summary(loaded) }
            { open_return(loaded) }
            { withdrawal(loaded) }
            if loaded.view.application.version > 1 || loaded.view.application.unit_version > 0 {
                <EarlierVersions key={application.n_log.to_string()} application={loaded.view.application.clone()} pack={loaded.pack.clone()} />
            }
            // The submission alone says nothing that the page does not.
            if application.n_log > 1 {
                <EarlierRounds key={application.n_log.to_string()} application={loaded.view.application.id.to_string()} pack={loaded.pack.clone()} />
            }
            <div class="review-page">
                { contents(loaded, &hints, by_unit, acting.is_some()) }
                <div class="review-main">
                    { material(loaded, &hints, add.clone()) }
                    if by_unit {
                        <UnitForms loaded={loaded.clone()} handle={handle.clone()} />
                    } else {
                        { unit_material(loaded, &hints, add.clone()) }
                    }
                    if let Some(stage) = acting {
                        // Another step, other words.
                        <StepPanel key={application.n_log.to_string()} loaded={loaded.clone()} {stage} reasons={(*reasons).clone()} {on_reasons}
                            on_begin={let taken = taken.clone(); move |()| taken.set(None)} {on_taken} />
                    } else {
                        <Notice>{ texts().officer.not_your_turn }</Notice>
                    }
                </div>
            </div>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct EarlierRoundsProps {
    application: AttrValue,
    pack: Rc<Pack>,
}

/// The history beside the material: the reasons of earlier returns, and how they were answered.
#[component]
fn EarlierRounds(props: &EarlierRoundsProps) -> Html {
    let progress = use_get::<Progress>(Call::ReadProgress, props.application.to_string());
    let Some(Ok(Progress { history, .. })) = progress.read else { return Html::default() };
    html! { <PastSteps application={props.application.clone()} pack={props.pack.clone()} {history} /> }
}

#[derive(PartialEq, Properties)]
struct EarlierVersionsProps {
    application: Application,
    pack: Rc<Pack>,
}

/// 本次修改 first, then every version. While somebody corrects there is no new one yet.
#[component]
fn EarlierVersions(props: &EarlierVersionsProps) -> Html {
    let EarlierVersionsProps { application, pack } = props;
    let id = AttrValue::from(application.id.to_string());
    let read = use_get::<Versions>(Call::ReadVersions, id.to_string()).read;
    let versions = use_memo(read.and_then(Result::ok), |read| read.clone().unwrap_or_default());
    html! {
        <>
            if application.open_return.is_none() {
                <LatestChanges application={id.clone()} pack={pack.clone()} versions={versions.clone()} />
            }
            <VersionList application={id.clone()} pack={pack.clone()} {versions} />
        </>
    }
}

fn hints(loaded: &Loaded) -> Hints {
    let of = |section: &Section| {
        let found = SectionFindings::of(loaded, section).problems;
        let hints: Vec<Problem> = found.into_iter().filter(|problem| !problem.is_error()).collect();
        (!hints.is_empty()).then(|| (section.id.clone(), Rc::new(hints)))
    };
    loaded.pack.sections.iter().filter_map(of).collect()
}

fn done(taken: Option<State>) -> Html {
    let Some(state) = taken else { return Html::default() };
    html! {
        <Notice kind={NoticeKind::Success}>
            <p>{ format!("{}{}", texts().officer.done, (texts().workflow.state)(state)) }</p>
            <p>
                <Link<Route> to={Route::Queue} classes={ButtonKind::Primary.classes()}>{ texts().officer.to_queue }</Link<Route>>
            </p>
        </Notice>
    }
}

/// 退回单位补正: what the unit has to mend here, and until when.
fn open_return(loaded: &Loaded) -> Html {
    let application = &loaded.view.application;
    let Some(open) = application.open_return.as_ref() else { return Html::default() };
    let places = if application.state.is_with_unit() { Places::OnThisPage } else { Places::Plain };
    html! {
        <Notice kind={NoticeKind::Warning}>
            <p>{ texts().common.labelled(texts().officer.returned_by, &open.organisation_name) }</p>
            if let Some(due) = loaded.view.due {
                <p>{ texts().common.labelled(texts().officer.due, &(texts().common.day)(due)) }</p>
            }
            if application.state.is_with_unit() {
                <p>{ texts().officer.correct_before }</p>
            }
            <ReasonView application={application.id.to_string()} pack={loaded.pack.clone()}
                reasons={open.items.clone()} {places} />
        </Notice>
    }
}

/// 申请撤回: the applicant's words, to be answered before anything else.
fn withdrawal(loaded: &Loaded) -> Html {
    let Some(asked) = &loaded.view.application.withdrawal else { return Html::default() };
    html! {
        <Notice kind={NoticeKind::Warning}>
            <p>{ (texts().officer.asks_to_withdraw)(&moment(asked.asked_at)) }</p>
            if !asked.why.is_empty() {
                <p>{ texts().common.labelled(texts().officer.reason_text, &asked.why) }</p>
            }
        </Notice>
    }
}

fn may_return(application: &Application, stage: Stage) -> bool {
    moves_of(application, stage).any(|taken| taken.words.returned_part().is_some())
}

fn summary(loaded: &Rc<Loaded>) -> Html {
    let application = &loaded.view.application;
    let due = loaded.view.due.map_or_else(|| "—".to_owned(), texts().common.day);
    html! {
        <section class="card">
            <div class="spread">
                <h2>{ texts().common.with_aside(&application.applicant_name, &(texts().officer.version)(application.version)) }</h2>
                <span class="badge">{ (texts().workflow.state)(application.state) }</span>
            </div>
            <ApplicationFacts loaded={loaded.clone()}>
                <dt>{ texts().officer.due }</dt><dd>{ due }</dd>
            </ApplicationFacts>
            if let Some(posted) = &application.posted {
                <SheetButton application={application.id.to_string()} table_version={posted.table_version} />
            }
            <p><Link<Route> to={Route::Progress { id: application.id.to_string() }}>{ texts().officer.progress }</Link<Route>></p>
        </section>
    }
}

/// The material, the unit's work, the steps.
fn contents(loaded: &Loaded, hints: &Hints, by_unit: bool, acting: bool) -> Html {
    let reading = |section: &Section| (reading_id(section), entry(section, hints));
    let mut places: Vec<(String, Html)> = loaded.pack.sections_of(FilledBy::Applicant).map(reading).collect();
    if by_unit {
        let steps = texts().officer.unit_steps.iter().enumerate();
        places.extend(steps.map(|(step, words)| (step_id(step), html! { words })));
    } else {
        places.extend(asked_of(loaded, FilledBy::Unit).map(reading));
        places.extend(acting.then(|| ("steps-title".to_owned(), html! { texts().officer.steps })));
    }
    html! { <PageContents {places} /> }
}

/// The title, with the number of hints if there are any.
fn entry(section: &Section, hints: &Hints) -> Html {
    html! {
        <>
            { section_in_words(section) }
            if let Some(hints) = hints.get(&section.id) {
                { " " }
                <span class="badge badge-warning">{ (texts().officer.n_hints)(hints.len()) }</span>
            }
        </>
    }
}

fn asked_of(loaded: &Loaded, filled_by: FilledBy) -> impl Iterator<Item = &Section> {
    let is_asked = move |section: &&Section| loaded.with_case(|case| case.is_asked(section));
    loaded.pack.sections_of(filled_by).filter(is_asked)
}

fn material(loaded: &Rc<Loaded>, hints: &Hints, add: Option<Callback<String>>) -> Html {
    html! {
        <>
            <h2>{ texts().officer.material }</h2>
            { read_sections(loaded, FilledBy::Applicant, hints, add) }
        </>
    }
}

/// The unit's records, once there are any.
fn unit_material(loaded: &Rc<Loaded>, hints: &Hints, add: Option<Callback<String>>) -> Html {
    let begun =
        loaded.pack.sections_of(FilledBy::Unit).any(|section| loaded.answers.contains_key(&section.id));
    html! {
        if begun {
            <h2>{ texts().officer.unit_material }</h2>
            { read_sections(loaded, FilledBy::Unit, hints, add) }
        }
    }
}

fn read_sections(
    loaded: &Rc<Loaded>,
    filled_by: FilledBy,
    hints: &Hints,
    add: Option<Callback<String>>,
) -> Html {
    let reading = |section: &Section| {
        let aside = add.as_ref().map(|add| return_here(section, add)).unwrap_or_default();
        html! {
            <SectionCard key={section.id.clone()} loaded={loaded.clone()} section={section.id.clone()} {aside}>
                if let Some(hints) = hints.get(&section.id) {
                    <ReadingHints loaded={loaded.clone()} section={section.id.clone()} hints={hints.clone()} />
                }
            </SectionCard>
        }
    };
    match filled_by {
        FilledBy::Applicant => loaded.pack.sections_of(filled_by).map(reading).collect(),
        FilledBy::Unit => asked_of(loaded, filled_by).map(reading).collect(),
    }
}

fn return_here(section: &Section, add: &Callback<String>) -> Html {
    let at = section.id.clone();
    html! {
        <Button kind={ButtonKind::Quiet} onclick={add.reform(move |()| at.clone())}>
            <span aria-hidden="true">{ texts().officer.return_here }</span>
            <span class="visually-hidden">{ texts().common.labelled(texts().officer.return_here, &section.title) }</span>
        </Button>
    }
}

/// 退回此处: a reason at this section, to be written in the panel below.
fn adder(
    loaded: &Rc<Loaded>,
    reasons: &UseStateHandle<Vec<ReturnItem>>,
    on_reasons: &Callback<Vec<ReturnItem>>,
) -> Callback<String> {
    let (loaded, reasons, on_reasons) = (loaded.clone(), (**reasons).clone(), on_reasons.clone());
    Callback::from(move |section: String| {
        on_reasons.emit([reasons.as_slice(), &[reason_at(&loaded, &section)]].concat());
    })
}
