//! One section as it is read among the others: its heading and what stands under it.

use domain::pack::Section;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{SectionReading, section_in_words};
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct SectionCardProps {
    pub loaded: Rc<Loaded>,
    pub section: AttrValue,
    /// Buttons beside the heading.
    #[prop_or_default]
    pub aside: Html,
    /// Notices above the section.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn SectionCard(props: &SectionCardProps) -> Html {
    let Some(section) = props.loaded.pack.section(&props.section) else {
        return html! { <p>{ texts().form.section.unknown }</p> };
    };
    let id = reading_id(section);
    let heading = format!("{id}-title");
    html! {
        <section {id} class="card" tabindex="-1" aria-labelledby={heading.clone()}>
            <div class="spread">
                <h3 id={heading}>{ section_in_words(section) }</h3>
                { props.aside.clone() }
            </div>
            { props.children.clone() }
            <SectionReading loaded={props.loaded.clone()} section={props.section.clone()} />
        </section>
    }
}

/// The id of its element, for a link to it.
pub fn reading_id(section: &Section) -> String {
    format!("reading-{}", section.id)
}
