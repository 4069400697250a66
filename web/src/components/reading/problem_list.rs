//! Problems as a list of links to their places.

use domain::form::Problem;
use domain::pack::Pack;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{SpotLink, row_in_words, section_in_words};
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::{problem_in_words, texts};

#[derive(PartialEq, Properties)]
pub struct ProblemListProps {
    pub problems: Vec<Problem>,
    pub application: AttrValue,
    /// All places are on this page.
    #[prop_or_default]
    pub local: bool,
    pub pack: Same<Pack>,
    /// Puts the problems under the titles of their sections.
    #[prop_or_default]
    pub by_section: bool,
    /// Names the rows.
    #[prop_or_default]
    pub rows: Option<Same<Loaded>>,
}

/// Errors, each with a link to its place; warnings stand apart.
#[component]
pub fn ProblemList(props: &ProblemListProps) -> Html {
    let (errors, warnings) = parted(&props.problems);
    let texts = &texts().form.problems;
    html! {
        <>
            if !errors.is_empty() {
                <section class="problems" aria-labelledby="problems-title">
                    <h2 id="problems-title" tabindex="-1">{ (texts.errors)(errors.len()) }</h2>
                    { lists(props, &errors) }
                </section>
            }
            if !warnings.is_empty() {
                <section class="problems problems-warnings" aria-labelledby="warnings-title">
                    <h2 id="warnings-title">{ (texts.warnings)(warnings.len()) }</h2>
                    { lists(props, &warnings) }
                </section>
            }
        </>
    }
}

/// Returns the errors and the warnings.
pub fn parted(problems: &[Problem]) -> (Vec<Problem>, Vec<Problem>) {
    problems.iter().cloned().partition(Problem::is_error)
}

fn lists(props: &ProblemListProps, problems: &[Problem]) -> Html {
    let lines = |problems: &[Problem]| {
        html! {
            <ProblemLines
                problems={Rc::new(problems.to_vec())}
                pack={props.pack.clone()}
                application={props.application.clone()}
                local={props.local}
                rows={props.rows.clone()}
            />
        }
    };
    if !props.by_section {
        return lines(problems);
    }
    html! {
        for problems in problems.chunk_by(|a, b| a.spot.section == b.spot.section) {
            if let Some(section) = props.pack.section(&problems[0].spot.section) {
                <h3>{ section_in_words(section) }</h3>
            }
            { lines(problems) }
        }
    }
}

#[derive(PartialEq, Properties)]
pub struct ProblemLinesProps {
    pub problems: Rc<Vec<Problem>>,
    pub pack: Same<Pack>,
    pub application: AttrValue,
    pub local: bool,
    #[prop_or_default]
    pub rows: Option<Same<Loaded>>,
    /// Told the anchor of the place that is gone to.
    #[prop_or_default]
    pub touch: Callback<String>,
}

/// One line for each: where and what, as a link, and where that is written.
#[component]
pub fn ProblemLines(props: &ProblemLinesProps) -> Html {
    html! {
        <ul>
            for problem in props.problems.iter() {
                { line(props, problem) }
            }
        </ul>
    }
}

fn line(props: &ProblemLinesProps, problem: &Problem) -> Html {
    let row = props.rows.as_ref().and_then(|loaded| row_in_words(loaded, &problem.spot));
    let sentence = problem_in_words(problem, &props.pack);
    let words = match row {
        Some(row) => texts().common.labelled(&row, &sentence),
        None => sentence,
    };
    let source = props.pack.source_of(&problem.rule);
    let onclick = {
        let anchor = problem.spot.anchor();
        props.touch.reform(move |_: MouseEvent| anchor.clone())
    };
    html! {
        <li
            class={if problem.is_error() { "problem" } else { "problem problem-warning" }}
            data-rule={problem.rule.clone()}
            {onclick}
        >
            <SpotLink application={props.application.clone()} spot={problem.spot.clone()} local={props.local}>
                { words }
            </SpotLink>
            if !source.is_empty() {
                <small class="problem-rule">{ source }</small>
            }
        </li>
    }
}
