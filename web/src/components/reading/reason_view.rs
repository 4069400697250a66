//! The reasons of a return to read.

use domain::form::Spot;
use domain::pack::Pack;
use domain::workflow::ReturnItem;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::PlaceLink;
use crate::components::reading::{SpotLink, reading_id};
use crate::texts::texts;

/// The page on which the place of a reason can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// The reader has no form with this place.
    Plain,
    OnThisPage,
    /// In the material that is read on this page.
    InTheReading,
    /// In the applicant's form.
    InTheForm,
}

#[derive(PartialEq, Properties)]
pub struct ReasonViewProps {
    pub application: AttrValue,
    pub pack: Rc<Pack>,
    pub reasons: Vec<ReturnItem>,
    pub places: Places,
}

/// The reasons of a return: place, kind, words, and the answer if there is one.
#[component]
pub fn ReasonView(props: &ReasonViewProps) -> Html {
    let ReasonViewProps { application, pack, reasons, places } = props;
    let place = |item: &ReturnItem| {
        let words = place(pack, &item.spot);
        let local = match places {
            Places::Plain => return html! { words },
            Places::InTheReading => return in_the_reading(pack, &item.spot, words),
            Places::OnThisPage => true,
            Places::InTheForm => false,
        };
        html! { <SpotLink application={application.clone()} spot={item.spot.clone()} {local}>{ words }</SpotLink> }
    };
    html! {
        <ul class="reason-list">
            for item in reasons {
                <li>
                    { place(item) }
                    { texts().common.aside(&kind(pack, item)) }{ &item.text }
                    if !item.answer.is_empty() {
                        <span class="muted">{ format!("　{}", texts().common.labelled(texts().officer.answer, &item.answer)) }</span>
                    }
                </li>
            }
        </ul>
    }
}

fn in_the_reading(pack: &Pack, spot: &Spot, words: String) -> Html {
    match pack.section(&spot.section) {
        Some(section) => html! { <PlaceLink to={reading_id(section)}>{ words }</PlaceLink> },
        None => html! { words },
    }
}

fn place(pack: &Pack, spot: &Spot) -> String {
    let Some(section) = pack.section(&spot.section) else { return spot.section.clone() };
    let field = spot.field.as_deref().and_then(|id| section.field(id)).map(|field| field.label.as_str());
    let slot = spot.slot.as_deref().and_then(|id| section.slot(id)).map(|slot| slot.label.as_str());
    let group = spot.group.as_deref().and_then(|id| section.group(id)).map(|group| group.row_name.as_str());
    let parts = [Some(section.title.as_str()), field.or(slot).or(group)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn kind(pack: &Pack, item: &ReturnItem) -> String {
    let code = pack.return_codes.iter().find(|code| code.value == item.code);
    code.map_or_else(|| item.code.clone(), |code| code.label.clone())
}
