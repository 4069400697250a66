//! The problems of a form, folded above it.

use domain::form::Problem;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{ProblemLines, parted};
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;

#[derive(Clone, PartialEq, Properties)]
pub struct ProblemSummaryProps {
    /// All of the section, shown at their places or not.
    pub problems: Rc<Vec<Problem>>,
    pub application: AttrValue,
    pub loaded: Same<Loaded>,
    /// Told which place is gone to: what is wrong there is said there too.
    pub touch: Callback<String>,
    /// At first.
    #[prop_or_default]
    pub open: bool,
}

/// The errors of this form, then its warnings, each folded: nobody is scolded before the first
/// word.
#[component]
pub fn ProblemSummary(props: &ProblemSummaryProps) -> Html {
    let (errors, warnings) = parted(&props.problems);
    let texts = &texts().form.problems;
    let folded = |problems: Vec<Problem>, heading: fn(usize) -> String| {
        let title = heading(problems.len());
        html! { <Folded {title} of={ProblemSummaryProps { problems: problems.into(), ..props.clone() }} /> }
    };
    html! {
        <>
            { folded(errors, texts.errors) }
            { folded(warnings, texts.warnings) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct FoldedProps {
    title: AttrValue,
    of: ProblemSummaryProps,
}

/// One kind of problems.
#[component]
fn Folded(FoldedProps { title, of: props }: &FoldedProps) -> Html {
    let ProblemSummaryProps { problems, application, loaded, touch, .. } = props;
    let open = use_state(|| props.open);
    let toggle = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            open.set(!*open);
        })
    };
    if problems.is_empty() {
        return Html::default();
    }
    html! {
        <details class="problem-summary" open={*open}>
            <summary onclick={toggle}>{ title }</summary>
            if *open {
                <ProblemLines
                    problems={problems.clone()}
                    pack={Same::from(loaded.pack.clone())}
                    application={application.clone()}
                    local={true}
                    rows={loaded.clone()}
                    touch={touch.clone()}
                />
            }
        </details>
    }
}
