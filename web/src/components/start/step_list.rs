//! The steps of 开始申报 above the one that is open.

use yew::prelude::*;

use crate::components::start::step_name;
use crate::state::start::StartStep;

#[derive(Properties, PartialEq)]
pub struct StepListProps {
    pub here: StartStep,
}

/// How far the applicant is with 开始申报.
#[component]
pub fn StepList(props: &StepListProps) -> Html {
    html! {
        <ol class="wizard-steps">
            for step in StartStep::ALL {
                <li
                    class={(step.number() < props.here.number()).then_some("is-done")}
                    aria-current={(step == props.here).then_some("step")}
                >
                    { step_name(step) }
                </li>
            }
        </ol>
    }
}
