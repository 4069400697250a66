//! Links to the parts of a long page.

use yew::prelude::*;

use crate::components::basic::PlaceLink;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct PageContentsProps {
    /// The ids of elements that can take the focus, and what each is called.
    pub places: Vec<(String, Html)>,
}

/// The places of a long page to jump to, on the right from 1024 px.
#[component]
pub fn PageContents(props: &PageContentsProps) -> Html {
    html! {
        <nav class="review-contents" aria-label={texts().officer.contents}>
            <ol class="plain-list">
                for (to, words) in &props.places {
                    <li><PlaceLink to={to.clone()}>{ words.clone() }</PlaceLink></li>
                }
            </ol>
        </nav>
    }
}
