//! 检查并提交: what is missing, which scans there are, what was asked for by a return, and the last step.

use api::applications::ApplicationView;
use api::routes::Route as Call;
use domain::form::Problem;
use domain::ids::ScanId;
use domain::workflow::{Action, State, Step};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::{ApiError, NO_BODY, call};
use crate::components::application::{
    ConfirmSubmit, PreviewLink, ReturnAnswers, UnsavedNotice, first_unanswered,
};
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind};
use crate::components::changes::OwnChanges;
use crate::components::frame::{Loading, Page, Unreadable};
use crate::components::reading::{CONTENT, ProblemList, SectionList};
use crate::components::scans::{ScanSummary, TransfersNotice};
use crate::dom;
use crate::hooks::{use_application, use_state_across_languages, use_step, use_unsaved_sections};
use crate::pages::progress::JustSubmitted;
use crate::route::Route;
use crate::state::findings::Findings;
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;
use crate::transfers::{self, use_transfers};

#[derive(Properties, PartialEq)]
pub struct SubmitPageProps {
    pub id: String,
}

#[component]
pub fn SubmitPage(props: &SubmitPageProps) -> Html {
    let handle = use_application(props.id.clone());
    let content = match &handle.loaded {
        None => html! { <Loading /> },
        Some(Err(error)) => html! {
            <Unreadable error={error.clone()} reload={handle.reload.clone()} />
        },
        Some(Ok(loaded)) if loaded.view.application.state.is_editable() => html! {
            <Submission
                loaded={loaded.clone()}
                reload={handle.reload.clone()}
                on_removed={handle.remove_scan.clone()}
                recovered={handle.recovered}
            />
        },
        Some(Ok(loaded)) => html! {
            <>
                <Notice>{ closed(loaded.view.application.state) }</Notice>
                <p>
                    <Link<Route>
                        classes={ButtonKind::Primary.classes()}
                        to={Route::Progress { id: loaded.view.application.id.as_str().to_owned() }}
                    >
                        { texts().form.submit.to_progress }
                    </Link<Route>>
                </p>
            </>
        },
    };
    html! { <Page title={texts().form.submit.title} protected={true} wide={true}>{ content }</Page> }
}

/// Says why there is nothing to submit.
fn closed(state: State) -> &'static str {
    let texts = &texts().form.submit;
    if state.is_over() { texts.over } else { texts.not_open }
}

#[derive(PartialEq, Properties)]
struct SubmissionProps {
    loaded: Rc<Loaded>,
    reload: Callback<()>,
    on_removed: Callback<ScanId>,
    recovered: bool,
}

#[component]
fn Submission(props: &SubmissionProps) -> Html {
    let loaded = &props.loaded;
    let n_asked = loaded.view.application.open_return.as_ref().map_or(0, |open| open.items.len());
    let answers = use_state_across_languages("answers", || vec![String::new(); n_asked]);
    let found = use_memo(Same::from(loaded.clone()), |loaded| Findings::of(loaded));
    let unsaved = use_unsaved_sections(loaded, props.recovered, props.reload.clone());
    let left_behind = unsaved.clone().filter(|sections| !sections.is_empty());
    let sending = use_transfers(loaded.view.application.id.clone(), |id| {
        Rc::new(transfers::unfinished_sections(id.as_str()))
    });
    let reason = why_not(!sending.is_empty(), left_behind.is_some(), first_unanswered(&answers).is_some());
    let problems = found.problems();
    let n_sections = found.sections().len();
    let is_complete = !problems.iter().any(Problem::is_error);
    let missed = loaded.view.due.filter(|due| loaded.view.today > *due);
    let Sending { outcome, busy, submit, look } = use_submit(loaded, &answers, &props.reload);
    html! {
        <div class="section-page">
            <SectionList loaded={loaded.clone()} {found} />
            <div id={CONTENT} class="section-main" tabindex="-1">
            if !sending.is_empty() {
                <TransfersNotice loaded={loaded.clone()} sections={sending.clone()} />
            }
            if let Some(sections) = &left_behind {
                <UnsavedNotice loaded={loaded.clone()} sections={sections.clone()} />
            }
            if let Some(due) = missed {
                <Notice kind={NoticeKind::Error}>
                    { (texts().form.submit.late)(&(texts().common.day)(due)) }
                </Notice>
            } else if reason.is_none() || !is_complete {
                { readiness(is_complete, n_sections) }
            }
            <ProblemList
                {problems}
                application={loaded.view.application.id.as_str().to_owned()}
                pack={Same::from(loaded.pack.clone())}
                by_section={true}
                rows={Same::from(loaded.clone())}
            />
            if loaded.view.application.version > 0 {
                <OwnChanges key={contents_key(loaded)} application={loaded.view.application.id.to_string()}
                    pack={loaded.pack.clone()} />
            }
            if let Some(open) = &loaded.view.application.open_return {
                <ReturnAnswers loaded={loaded.clone()} open={open.clone()} answers={(*answers).clone()}
                    on_change={Callback::from(move |next| answers.set(next))} />
            }
            <ScanSummary loaded={loaded.clone()} on_removed={props.on_removed.clone()} />
            <PreviewLink application={loaded.view.application.id.as_str().to_owned()} />
            { outcome_in_words(loaded, &outcome, look) }
            if missed.is_none() {
                <ConfirmSubmit
                    {busy}
                    disabled={!is_complete || unsaved.is_none() || reason.is_some()}
                    {reason}
                    on_confirm={submit}
                />
            }
            </div>
        </div>
    }
}

/// Another one whenever something that may be submitted changes: what was changed is then asked for again.
fn contents_key(loaded: &Loaded) -> String {
    let revisions: u64 = loaded.view.sections.values().map(|stored| stored.revision).sum();
    format!("{revisions}-{}", loaded.view.scans.len())
}

/// Returns why it cannot be submitted though nothing is missing in the sections.
fn why_not(is_sending: bool, is_unsaved: bool, is_unanswered: bool) -> Option<&'static str> {
    let texts = &texts().form.submit;
    match (is_sending, is_unsaved, is_unanswered) {
        (true, _, _) => Some(texts.sending_reason),
        (false, true, _) => Some(texts.unsaved_reason),
        (false, false, true) => Some(texts.unanswered_reason),
        (false, false, false) => None,
    }
}

/// The outcome of the last step, as far as it is known.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    NotYet,
    Refused(ApiError),
    /// Nothing answered: it may have been taken.
    Unknown(Look),
    NotSubmitted,
}

/// At how it stands by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    NotYet,
    Busy,
    Unanswered,
}

struct Sending {
    outcome: Outcome,
    busy: bool,
    submit: Callback<()>,
    look: Callback<()>,
}

/// The last step; what the server refuses is read anew.
#[hook]
fn use_submit(loaded: &Rc<Loaded>, answers: &UseStateHandle<Vec<String>>, reload: &Callback<()>) -> Sending {
    let outcome = use_state_eq(|| Outcome::NotYet);
    let to_progress = use_to_progress(loaded);
    let answered = {
        let (set, reload, to_progress) = (outcome.setter(), reload.clone(), to_progress.clone());
        Callback::from(move |answer: Result<State, ApiError>| match answer {
            Ok(_) => to_progress.emit(()),
            Err(ApiError::Offline) => set.set(Outcome::Unknown(Look::NotYet)),
            Err(error) => {
                set.set(Outcome::Refused(error));
                reload.emit(());
                dom::focus("submit-refused");
            }
        })
    };
    let application = &loaded.view.application;
    let step = use_step(application.id.to_string().into(), Some(application.revision), answered);
    let submit = {
        let (answers, set, take) = (answers.clone(), outcome.setter(), step.take);
        Callback::from(move |()| {
            set.set(Outcome::NotYet);
            let answers = (*answers).clone();
            take.emit(Step { answers, ..Step::silent(Action::Submit) });
        })
    };
    let look = {
        let (loaded, reload, set) = (loaded.clone(), reload.clone(), outcome.setter());
        Callback::from(move |()| {
            let (loaded, reload) = (loaded.clone(), reload.clone());
            let (set, to_progress) = (set.clone(), to_progress.clone());
            set.set(Outcome::Unknown(Look::Busy));
            spawn_local(async move {
                let id = loaded.view.application.id.as_str();
                match call::<(), ApplicationView>(Call::ReadApplication, &[id], NO_BODY).await {
                    Ok(view) if !view.application.state.is_editable() => to_progress.emit(()),
                    Ok(_) => {
                        set.set(Outcome::NotSubmitted);
                        reload.emit(());
                    }
                    Err(ApiError::Offline) => set.set(Outcome::Unknown(Look::Unanswered)),
                    Err(error) => {
                        set.set(Outcome::Refused(error));
                        reload.emit(());
                    }
                }
            });
        })
    };
    Sending { outcome: (*outcome).clone(), busy: step.busy, submit, look }
}

#[hook]
fn use_to_progress(loaded: &Rc<Loaded>) -> Callback<()> {
    let navigator = use_navigator();
    let id = loaded.view.application.id.as_str().to_owned();
    Callback::from(move |()| {
        if let Some(navigator) = &navigator {
            navigator.push_with_state(&Route::Progress { id: id.clone() }, JustSubmitted);
        }
    })
}

fn readiness(is_complete: bool, n_sections: usize) -> Html {
    let texts = &texts().form.submit;
    match is_complete {
        true => html! { <Notice kind={NoticeKind::Success}>{ (texts.complete)(n_sections) }</Notice> },
        false => html! { <Notice kind={NoticeKind::Warning}>{ texts.incomplete }</Notice> },
    }
}

fn outcome_in_words(loaded: &Rc<Loaded>, outcome: &Outcome, look: Callback<()>) -> Html {
    let texts = &texts().form.submit;
    match outcome {
        Outcome::NotYet => Html::default(),
        Outcome::Refused(refused) => refusal(loaded, refused),
        Outcome::NotSubmitted => {
            html! { <Notice kind={NoticeKind::Warning}>{ texts.not_submitted }</Notice> }
        }
        Outcome::Unknown(looked) => html! {
            <Notice kind={NoticeKind::Error}>
                <p>{ if *looked == Look::Unanswered { texts.still_unanswered } else { texts.unanswered } }</p>
                <Button busy={*looked == Look::Busy} onclick={look}>{ texts.look }</Button>
            </Notice>
        },
    }
}

/// The server judges again; what it finds stands with links too.
fn refusal(loaded: &Rc<Loaded>, refused: &ApiError) -> Html {
    let problems = match refused {
        ApiError::Refused(problem) => problem.problems.clone(),
        ApiError::Offline | ApiError::Unsaved(_) => Vec::new(),
    };
    html! {
        <div id="submit-refused" tabindex="-1">
            <Notice kind={NoticeKind::Error}>{ refused.message() }</Notice>
            <ProblemList
                {problems}
                application={loaded.view.application.id.as_str().to_owned()}
                pack={Same::from(loaded.pack.clone())}
                rows={Same::from(loaded.clone())}
            />
        </div>
    }
}
