//! Title, committee and unit of an application.

use std::rc::Rc;
use yew::prelude::*;

use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ApplicationFactsProps {
    pub loaded: Rc<Loaded>,
    /// Further terms and what they are.
    #[prop_or_default]
    pub children: Html,
}

/// The title that is applied for, the committee and the unit.
#[component]
pub fn ApplicationFacts(props: &ApplicationFactsProps) -> Html {
    let (application, pack) = (&props.loaded.view.application, &props.loaded.pack);
    let title = pack.title(&application.target_title).map_or("", |title| title.name.as_str());
    let specialty = pack.specialties.iter().find(|specialty| specialty.id == application.specialty);
    let specialty = specialty.map_or("", |specialty| specialty.name.as_str());
    let committee = pack.committee(&application.committee).map_or("", |committee| committee.name.as_str());
    let texts = &texts().officer;
    let facts = [
        (texts.title, title),
        (texts.specialty, specialty),
        (texts.committee, committee),
        (texts.unit, application.unit_name.as_str()),
    ];
    html! {
        <dl class="facts">
            for (label, value) in facts {
                <dt>{ label }</dt><dd>{ value }</dd>
            }
            { props.children.clone() }
        </dl>
    }
}
