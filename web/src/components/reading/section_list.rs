//! The list of the sections beside a form, each with its state.

use domain::form::SectionState;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::NavLink;
use crate::components::reading::section_in_words;
use crate::dom;
use crate::route::Route;
use crate::state::findings::{Findings, SectionFindings};
use crate::state::loaded::Loaded;
use crate::texts::texts;

/// The id of the page's own part, which stands beside the list and is reached after it.
pub const CONTENT: &str = "content";

#[derive(PartialEq, Properties)]
pub struct SectionListProps {
    pub loaded: Rc<Loaded>,
    pub found: Rc<Findings>,
    /// The section that is shown, if one is.
    #[prop_or_default]
    pub current: AttrValue,
}

/// The applicant's sections with the state of each; on a phone it opens on demand.
#[component]
pub fn SectionList(props: &SectionListProps) -> Html {
    let SectionListProps { loaded, found, current } = props;
    let open = use_state(|| false);
    {
        let open = open.clone();
        use_effect_with(current.clone(), move |_| open.set(false));
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        dom::focus(CONTENT);
    });
    let entry = |found: &SectionFindings| {
        Some((Entry::of(loaded, loaded.pack.section(&found.section)?), found.state))
    };
    let states: Vec<(Entry, SectionState)> = found.sections().iter().filter_map(entry).collect();
    let n_done = states.iter().filter(|(_, state)| state.is_done()).count();
    let section = &texts().form.section;
    let list = (section.list)(states.len());
    let summary = format!("{list} · {} {n_done}/{}", section.done, states.len());
    html! {
        <nav class="section-list" aria-label={list}>
            <a class="skip-link" href={format!("#{CONTENT}")} onclick={skip}>{ section.skip_list }</a>
            <button
                type="button"
                class="button section-list-toggle"
                aria-expanded={open.to_string()}
                aria-controls="section-list"
                onclick={toggle}
            >
                { summary.clone() }
            </button>
            <p class="section-list-summary">{ summary }</p>
            <ol id="section-list" class={classes!("section-entries", open.then_some("is-open"))}>
                for (entry, state) in states {
                    <li class={class_of(state)}>
                        <NavLink to={entry.to.clone()}>
                            <span class="section-entry-title">{ &entry.title }</span>
                            <span class="section-entry-state">{ (texts().workflow.section_state)(state) }</span>
                        </NavLink>
                    </li>
                }
            </ol>
        </nav>
    }
}

struct Entry {
    to: Route,
    title: String,
}

impl Entry {
    fn of(loaded: &Loaded, section: &domain::pack::Section) -> Self {
        let id = loaded.view.application.id.as_str().to_owned();
        Self { to: Route::Section { id, section: section.id.clone() }, title: section_in_words(section) }
    }
}

fn class_of(state: SectionState) -> &'static str {
    match state {
        SectionState::NotStarted => "section-entry state-not-started",
        SectionState::InProgress => "section-entry state-in-progress",
        SectionState::Complete => "section-entry state-complete",
        SectionState::NotRequired => "section-entry state-not-required",
        SectionState::NeedsFix => "section-entry state-needs-fix",
        SectionState::Query => "section-entry state-query",
    }
}
