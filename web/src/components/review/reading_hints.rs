//! The warnings of the rules, for those who judge an application.

use domain::form::Problem;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{ProblemLines, nearest_read};
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ReadingHintsProps {
    pub loaded: Rc<Loaded>,
    pub section: AttrValue,
    /// The warnings of the section, in the words of its form.
    pub hints: Rc<Vec<Problem>>,
}

/// The warnings of the rules while the section was filled, for those who judge it (R38). Each links to its place
/// in the reading below.
#[component]
pub fn ReadingHints(props: &ReadingHintsProps) -> Html {
    let ReadingHintsProps { loaded, section, hints } = props;
    let title = format!("hints-{section}");
    let placed = loaded.pack.section(section).map(|section| {
        let place = |spot| loaded.with_case(|case| nearest_read(case, section, spot));
        hints.iter().map(|hint| Problem { spot: place(&hint.spot), ..hint.clone() }).collect::<Vec<Problem>>()
    });
    html! {
        <section class="problems problems-warnings" aria-labelledby={title.clone()}>
            <h4 id={title}>{ texts().officer.hints }</h4>
            <p class="help">{ texts().officer.hints_help }</p>
            <ProblemLines
                problems={Rc::new(placed.unwrap_or_default())}
                pack={Same::from(loaded.pack.clone())}
                application={loaded.view.application.id.as_str().to_owned()}
                local={true}
                rows={Same::from(loaded.clone())}
            />
        </section>
    }
}
