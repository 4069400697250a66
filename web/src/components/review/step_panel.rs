//! The steps that an office may take, and the words that they need.

use domain::pack::{Choice, FilledBy};
use domain::workflow::{
    Action, Application, By, Move, ReturnItem, Stage, State, Step, To, Words, says_enough,
};
use std::rc::Rc;
use yew::prelude::*;

use crate::api::ApiError;
use crate::components::application::{ReturnAnswers, first_unanswered};
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind, PlaceLink, RadioList, RadioOption};
use crate::components::changes::OwnChanges;
use crate::components::form::save_state_id;
use crate::components::reading::{ProblemList, section_in_words};
use crate::components::review::{OPINION, OpinionBox, ReasonList, first_fault, first_reasons};
use crate::dom;
use crate::hooks::{StepHandle, use_state_across_languages, use_step};
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;

/// Where the basis of a refusal is chosen.
const BASIS: &str = "refusal-basis";

#[derive(PartialEq, Properties)]
pub struct StepPanelProps {
    pub loaded: Rc<Loaded>,
    pub stage: Stage,
    /// The reasons of a return that is being written; the reading view adds to them.
    pub reasons: Vec<ReturnItem>,
    pub on_reasons: Callback<Vec<ReturnItem>>,
    /// Something new is begun: what was said of the last step is over.
    #[prop_or_default]
    pub on_begin: Callback<()>,
    pub on_taken: Callback<State>,
}

/// The steps that this office may take now: the same table that the server enforces.
pub fn moves_of(application: &Application, stage: Stage) -> impl Iterator<Item = &'static Move> {
    application.offered(By::Stage(stage))
}

/// Buttons for the steps; one that needs words asks for them and is then confirmed.
#[component]
pub fn StepPanel(props: &StepPanelProps) -> Html {
    let chosen = use_state_across_languages("step", || None::<&'static Move>);
    let opinion = use_state_across_languages("opinion", String::new);
    let application = &props.loaded.view.application;
    let n_asked = application.open_return.as_ref().map_or(0, |open| open.items.len());
    let answers = use_state_across_languages("answers", || vec![String::new(); n_asked]);
    let basis = use_state_across_languages("basis", String::new);
    let answered = on_answer(props.on_taken.clone());
    let StepHandle { busy, refused, take, forget } =
        use_step(application.id.to_string().into(), Some(application.revision), answered);
    let checked = use_state(|| false);
    use_newest_reason(props, &chosen);
    use_heading_focus(*chosen);
    let words = SaidWords { opinion: opinion.clone(), answers: answers.clone(), basis: basis.clone() };
    let take = taker(props, words, &checked, take);
    let choose = {
        let (chosen, forget, take, checked) = (chosen.clone(), forget.clone(), take.clone(), checked.clone());
        let (loaded, reasons) = (props.loaded.clone(), props.reasons.clone());
        let (on_reasons, on_begin) = (props.on_reasons.clone(), props.on_begin.clone());
        Callback::from(move |wanted: &'static Move| {
            forget.emit(());
            checked.set(false);
            on_begin.emit(());
            if let Some(part) = wanted.words.returned_part() {
                let (own, others) = parted(&loaded, &reasons, part);
                if own.is_empty() {
                    on_reasons.emit([others, first_reasons(&loaded, part)].concat());
                }
            }
            match wanted.words {
                Words::None => take.emit(wanted),
                Words::Optional | Words::Opinion | Words::Basis | Words::Answers | Words::Reasons(_) => {
                    chosen.set(Some(wanted));
                }
            }
        })
    };
    let cancel = {
        let (chosen, on_reasons) = (chosen.clone(), props.on_reasons.clone());
        let opinion = opinion.clone();
        Callback::from(move |()| {
            chosen.set(None);
            opinion.set(String::new());
            forget.emit(());
            on_reasons.emit(Vec::new());
        })
    };
    html! {
        <section class="card step-panel" aria-labelledby="steps-title">
            <h2 id="steps-title" tabindex="-1">{ heading(props.stage) }</h2>
            { refusal(&props.loaded, refused.as_ref()) }
            if let Some(wanted) = *chosen {
                { wanted.words.returned_part().map(|part| reason_list(props, part, *checked)) }
                if wanted.words == Words::Basis {
                    { basis_list(props, &basis, *checked) }
                }
                if wanted.words == Words::Answers {
                    { answer_list(props, &answers) }
                } else {
                    <OpinionBox value={(*opinion).clone()} min_chars={wanted.words.min_chars(&props.loaded.pack)} checked={*checked}
                        oninput={let opinion = opinion.clone(); move |text| opinion.set(text)} />
                }
                <div class="actions">
                    <Button kind={kind(wanted)} {busy} onclick={take.reform(move |()| wanted)}>
                        { (texts().officer.confirm)((texts().workflow.action)(wanted.action)) }
                    </Button>
                    <Button kind={ButtonKind::Quiet} onclick={cancel}>{ texts().officer.cancel }</Button>
                </div>
            } else {
                <div class="actions">
                    for offered in moves_of(application, props.stage) {
                        <Button kind={kind(offered)} {busy} onclick={choose.reform(move |()| offered)}>
                            { (texts().workflow.action)(offered.action) }
                        </Button>
                    }
                </div>
            }
        </section>
    }
}

/// The words of the step that is being written.
struct SaidWords {
    opinion: UseStateHandle<String>,
    answers: UseStateHandle<Vec<String>>,
    basis: UseStateHandle<String>,
}

/// The bases of a refusal, under a sentence that says what it means.
fn basis_list(props: &StepPanelProps, basis: &UseStateHandle<String>, checked: bool) -> Html {
    let option = |choice: &Choice| RadioOption {
        value: choice.value.clone(),
        label: choice.label.clone(),
        help: String::new(),
    };
    let options: Vec<RadioOption> = props.loaded.pack.refusal_bases().iter().map(option).collect();
    let error = (checked && basis.is_empty()).then(|| AttrValue::from(texts().officer.basis_missing));
    let set = basis.setter();
    html! {
        <>
            <Notice kind={NoticeKind::Warning}>{ texts().officer.refusal_means }</Notice>
            <RadioList id={BASIS} legend={texts().officer.basis} {options} chosen={(**basis).clone()} {error}
                onchange={Callback::from(move |value| set.set(value))} />
        </>
    }
}

/// The reasons of the office that asked, with room to say what was done.
fn answer_list(props: &StepPanelProps, answers: &UseStateHandle<Vec<String>>) -> Html {
    let Some(open) = props.loaded.view.application.open_return.clone() else { return Html::default() };
    let set = answers.setter();
    html! {
        <>
            <OwnChanges application={props.loaded.view.application.id.to_string()} pack={props.loaded.pack.clone()} />
            <ReturnAnswers loaded={props.loaded.clone()} {open} answers={(**answers).clone()} local={true}
                on_change={Callback::from(move |next| set.set(next))} />
        </>
    }
}

/// The reasons of one return; what is to be mended by the others waits for a return of its own.
fn reason_list(props: &StepPanelProps, part: FilledBy, checked: bool) -> Html {
    let (own, others) = parted(&props.loaded, &props.reasons, part);
    let n_others = others.len();
    let key = if part == FilledBy::Unit { "unit" } else { "applicant" };
    let on_change = props.on_reasons.reform(move |own: Vec<ReturnItem>| [others.clone(), own].concat());
    html! {
        <>
            <ReasonList {key} loaded={props.loaded.clone()} {part} reasons={own} {checked} {on_change} />
            if n_others > 0 {
                <Notice>{ (texts().officer.other_return)(n_others) }</Notice>
            }
        </>
    }
}

/// Those at a place that `part` fills in, and the others.
fn parted(loaded: &Loaded, reasons: &[ReturnItem], part: FilledBy) -> (Vec<ReturnItem>, Vec<ReturnItem>) {
    reasons.iter().cloned().partition(|item| part_of(loaded, item) == part)
}

fn part_of(loaded: &Loaded, item: &ReturnItem) -> FilledBy {
    loaded.pack.section(&item.spot.section).map_or(FilledBy::Applicant, |section| section.filled_by)
}

/// 退回此处 beside a section opens the return that it begins.
#[hook]
fn use_newest_reason(props: &StepPanelProps, chosen: &UseStateHandle<Option<&'static Move>>) {
    let (chosen, wanted) = (chosen.clone(), return_of(props));
    let n_before = use_mut_ref(|| 0);
    use_effect_with(props.reasons.len(), move |n_reasons| {
        if *n_reasons > n_before.replace(*n_reasons) && wanted.is_some() && *chosen != wanted {
            chosen.set(wanted);
        }
    });
}

/// The unit's own forms go back to the unit, all else to the applicant.
fn return_of(props: &StepPanelProps) -> Option<&'static Move> {
    let part = part_of(&props.loaded, props.reasons.last()?);
    let mut offered = moves_of(&props.loaded.view.application, props.stage);
    offered.find(|offered| offered.words.returned_part() == Some(part))
}

/// The button that had the focus is gone when the panel turns: its heading takes it, or the first reason does.
#[hook]
fn use_heading_focus(chosen: Option<&'static Move>) {
    let turned = use_mut_ref(|| chosen);
    use_effect_with(chosen, move |chosen| {
        if turned.replace(*chosen) != *chosen
            && chosen.is_none_or(|chosen| chosen.words.returned_part().is_none())
        {
            dom::focus("steps-title");
        }
    });
}

fn heading(stage: Stage) -> &'static str {
    let [.., of_unit] = texts().officer.unit_steps;
    match stage {
        Stage::Unit => of_unit,
        Stage::Office(_) => texts().officer.steps,
    }
}

/// A refusal stands under the heading.
fn on_answer(on_taken: Callback<State>) -> Callback<Result<State, ApiError>> {
    Callback::from(move |answer| match answer {
        Ok(state) => on_taken.emit(state),
        Err(_) => dom::focus("steps-title"),
    })
}

/// Takes the step that is chosen, once its words are there.
fn taker(
    props: &StepPanelProps,
    words: SaidWords,
    checked: &UseStateHandle<bool>,
    take: Callback<Step>,
) -> Callback<&'static Move> {
    let (loaded, reasons) = (props.loaded.clone(), props.reasons.clone());
    let checked = checked.clone();
    Callback::from(move |wanted: &'static Move| {
        let own = wanted.words.returned_part().map(|part| parted(&loaded, &reasons, part).0);
        let reasons = own.unwrap_or_default();
        let opinion = if wanted.words == Words::None { String::new() } else { (*words.opinion).clone() };
        let answers = if wanted.words == Words::Answers { (*words.answers).clone() } else { Vec::new() };
        let basis = if wanted.words == Words::Basis { (*words.basis).clone() } else { String::new() };
        let without_basis = wanted.words == Words::Basis && basis.is_empty();
        let silent = !says_enough(&opinion, wanted.words.min_chars(&loaded.pack));
        let fault = first_fault(&reasons)
            .or_else(|| first_unanswered(&answers))
            .or(without_basis.then(|| BASIS.to_owned()))
            .or(silent.then(|| OPINION.to_owned()));
        if let Some(fault) = fault {
            checked.set(true);
            return dom::focus(&fault);
        }
        take.emit(Step { action: wanted.action, opinion, basis, reasons, answers });
    })
}

/// A refusal, with links to the places that it is about.
pub fn refusal(loaded: &Loaded, refused: Option<&ApiError>) -> Html {
    let Some(refused) = refused else { return Html::default() };
    let (problems, unsaved) = match refused {
        ApiError::Refused(problem) => (problem.problems.clone(), Vec::new()),
        ApiError::Unsaved(sections) => (Vec::new(), sections.clone()),
        ApiError::Offline => (Vec::new(), Vec::new()),
    };
    let form = |id: &String| {
        let section = loaded.pack.section(id)?;
        Some(html! { <li><PlaceLink to={save_state_id(id)}>{ section_in_words(section) }</PlaceLink></li> })
    };
    html! {
        <>
            <Notice kind={NoticeKind::Error}>
                <p>{ refused.message() }</p>
                if !unsaved.is_empty() {
                    <ul>{ unsaved.iter().filter_map(form).collect::<Html>() }</ul>
                    <p>{ texts().form.submit.unsaved_elsewhere }</p>
                }
            </Notice>
            <ProblemList {problems} local={true} by_section={true} pack={Same::from(loaded.pack.clone())} application={loaded.view.application.id.to_string()} />
        </>
    }
}

fn kind(offered: &Move) -> ButtonKind {
    if offered.action == Action::VoidPublicity {
        return ButtonKind::Secondary;
    }
    match (offered.to, offered.words) {
        (To::State(State::Over(_)), _) => ButtonKind::Danger,
        (_, Words::Reasons(_)) => ButtonKind::Secondary,
        (_, Words::None | Words::Optional | Words::Opinion | Words::Basis | Words::Answers) => {
            ButtonKind::Primary
        }
    }
}
