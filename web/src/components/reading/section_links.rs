//! Links to some sections of an application, one below the other.

use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::reading::section_in_words;
use crate::route::Route;
use crate::state::loaded::Loaded;

#[derive(PartialEq, Properties)]
pub struct SectionLinksProps {
    pub loaded: Rc<Loaded>,
    /// Their ids.
    pub sections: Rc<Vec<String>>,
}

#[component]
pub fn SectionLinks(props: &SectionLinksProps) -> Html {
    let SectionLinksProps { loaded, sections } = props;
    let to = |section: &str| Route::Section {
        id: loaded.view.application.id.as_str().to_owned(),
        section: section.to_owned(),
    };
    html! {
        <ul>
            for section in sections.iter().filter_map(|id| loaded.pack.section(id)) {
                <li><Link<Route> to={to(&section.id)}>{ section_in_words(section) }</Link<Route>></li>
            }
        </ul>
    }
}
