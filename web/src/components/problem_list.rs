use domain::form::Problem;
use domain::policy::Policy;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::section_list::titled;
use crate::components::spot_link::SpotLink;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ProblemListProps {
    pub problems: Vec<Problem>,
    pub application: AttrValue,
    /// All places are on this page.
    #[prop_or_default]
    pub local: bool,
    /// Puts the problems under the titles of their sections.
    #[prop_or_default]
    pub policy: Option<Rc<Policy>>,
}

/// What is to be mended, each with a link to its place; what is only worth a look stands apart.
#[component]
pub fn ProblemList(props: &ProblemListProps) -> Html {
    let (errors, warnings): (Vec<&Problem>, Vec<&Problem>) =
        props.problems.iter().partition(|problem| problem.is_error());
    let (before, after) = texts().form.problems.heading;
    html! {
        <>
            if !errors.is_empty() {
                <section class="problems" aria-labelledby="problems-title">
                    <h2 id="problems-title" tabindex="-1">{ format!("{before} {} {after}", errors.len()) }</h2>
                    { lists(props, &errors) }
                </section>
            }
            if !warnings.is_empty() {
                <section class="problems problems-warnings" aria-labelledby="warnings-title">
                    <h2 id="warnings-title">{ texts().form.problems.warnings }</h2>
                    { lists(props, &warnings) }
                </section>
            }
        </>
    }
}

fn lists(props: &ProblemListProps, problems: &[&Problem]) -> Html {
    let Some(policy) = &props.policy else { return list(props, problems) };
    html! {
        for problems in problems.chunk_by(|a, b| a.spot.section == b.spot.section) {
            if let Some(section) = policy.section(&problems[0].spot.section) {
                <h3>{ titled(section) }</h3>
            }
            { list(props, problems) }
        }
    }
}

fn list(props: &ProblemListProps, problems: &[&Problem]) -> Html {
    html! {
        <ul>
            for problem in problems {
                <li>
                    <SpotLink
                        application={props.application.clone()}
                        spot={problem.spot.clone()}
                        local={props.local}
                    >
                        { problem.message.clone() }
                    </SpotLink>
                </li>
            }
        </ul>
    }
}
