//! Everything that a pack rules, below what changed in it.

use domain::pack::{FilledBy, Pack};
use domain::workflow::Stage;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::frame::PageContents;
use crate::components::pack::{
    CommitteeList, Comparison, MessageList, PackChanges, PackNumbers, SectionOutlines,
};
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct PackRulesProps {
    pub pack: Rc<Pack>,
    pub comparison: Comparison,
}

/// The chapters of a pack with a table of contents, the changes first.
#[component]
pub fn PackRules(props: &PackRulesProps) -> Html {
    let PackRulesProps { pack, comparison } = props;
    let chapters = chapters(pack, comparison);
    let places = chapters.iter().map(|one| (one.id.to_owned(), html! { { &one.title } })).collect::<Vec<_>>();
    html! {
        <>
            <p class="lead">{ (texts().pack.lead)(&pack.platform_name, pack.cycle_year) }</p>
            <div class="review-page">
                <PageContents {places} />
                <div class="review-main">
                    for chapter in chapters {
                        <h2 id={chapter.id} tabindex="-1">{ chapter.title }</h2>
                        { chapter.content }
                    }
                </div>
            </div>
        </>
    }
}

struct Chapter {
    id: &'static str,
    title: String,
    content: Html,
}

fn chapters(pack: &Rc<Pack>, comparison: &Comparison) -> [Chapter; 8] {
    let words = &texts().pack;
    let n_sections = pack.sections_of(FilledBy::Applicant).count();
    let outlines = |filled_by: FilledBy| html! { <SectionOutlines pack={pack.clone()} {filled_by} /> };
    let chapter = |id, title: &str, content| Chapter { id, title: title.to_owned(), content };
    [
        chapter("changes", words.changes.heading, html! { <PackChanges comparison={comparison.clone()} /> }),
        chapter("committees", words.committees.heading, html! { <CommitteeList pack={pack.clone()} /> }),
        chapter("titles", words.titles, titles(pack)),
        chapter("sections", &(words.forms.sections)(n_sections), outlines(FilledBy::Applicant)),
        chapter("unit-forms", words.forms.unit_forms, outlines(FilledBy::Unit)),
        chapter("numbers", words.numbers.heading, numbers(pack)),
        chapter("route", words.route, route(pack)),
        chapter("messages", words.messages, messages(pack)),
    ]
}

fn titles(pack: &Pack) -> Html {
    html! {
        <dl class="reading-facts">
            for title in &pack.titles {
                <div class="fact"><dt>{ &title.name }</dt><dd>{ (texts().pack.level)(title.level) }</dd></div>
            }
        </dl>
    }
}

fn numbers(pack: &Rc<Pack>) -> Html {
    html! {
        <>
            <PackNumbers pack={pack.clone()} />
            <p class="help">{ texts().pack.numbers.set_elsewhere }</p>
        </>
    }
}

/// The unit first, then the offices in the pack's order, the series office last.
fn route(pack: &Pack) -> Html {
    let between = pack.offices.order.iter().map(|office| Stage::Office(*office));
    html! {
        <ol>
            for stage in [Stage::Unit].into_iter().chain(between) {
                <li>{ (texts().workflow.stage)(stage) }</li>
            }
            <li>{ &pack.offices.series_label }</li>
        </ol>
    }
}

fn messages(pack: &Rc<Pack>) -> Html {
    html! {
        <>
            <MessageList pack={pack.clone()} />
            <p class="help">{ texts().pack.messages_help }</p>
        </>
    }
}
