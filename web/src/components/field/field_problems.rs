//! The problems of one place, under its control.

use yew::prelude::*;

use crate::texts::{Worded, texts};

#[derive(PartialEq, Properties)]
pub struct FieldProblemsProps {
    pub anchor: AttrValue,
    pub problems: Vec<Worded>,
}

/// Draws nothing where there are none.
#[component]
pub fn FieldProblems(props: &FieldProblemsProps) -> Html {
    if props.problems.is_empty() {
        return Html::default();
    }
    html! {
        <div id={format!("{}-problems", props.anchor)}>
            for problem in &props.problems {
                <p class={if problem.is_error() { "error" } else { "warning" }}>
                    <span class="visually-hidden">{ prefix(problem) }</span>
                    { &problem.words }
                </p>
            }
        </div>
    }
}

fn prefix(problem: &Worded) -> &'static str {
    match problem.is_error() {
        true => texts().form.problems.error_prefix,
        false => texts().form.problems.warning_prefix,
    }
}
