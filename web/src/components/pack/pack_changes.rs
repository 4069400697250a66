//! The changes from one pack to the next.

use domain::pack::{Difference, Pack, differences};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::{Notice, NoticeKind};
use crate::components::frame::Loading;
use crate::components::pack::changed_lines;
use crate::texts::texts;

/// A pack beside the one before it, both as they were issued.
#[derive(Clone, Debug, PartialEq)]
pub enum Comparison {
    Reading,
    /// There is no pack before it.
    First,
    Unreadable,
    Of {
        old: Rc<Pack>,
        new: Rc<Pack>,
    },
}

#[derive(PartialEq, Properties)]
pub struct PackChangesProps {
    pub comparison: Comparison,
}

/// A table of what reads differently; on a phone a list of cards.
#[component]
pub fn PackChanges(props: &PackChangesProps) -> Html {
    let found = use_memo(props.comparison.clone(), |comparison| match comparison {
        Comparison::Of { old, new } => differences(old, new),
        Comparison::Reading | Comparison::First | Comparison::Unreadable => Vec::new(),
    });
    let words = &texts().pack.changes;
    match &props.comparison {
        Comparison::Reading => html! { <Loading /> },
        Comparison::First => html! { <p>{ words.first }</p> },
        Comparison::Unreadable => {
            html! { <Notice kind={NoticeKind::Warning}>{ words.unreadable }</Notice> }
        }
        Comparison::Of { old, .. } => html! {
            <>
                <p>
                    if found.is_empty() {
                        { words.none }
                    } else {
                        { (words.count)(found.len()) }
                    }
                    { " " }
                    { (words.compared)(&old.platform_name, old.cycle_year) }
                    if let Some(in_chinese) = words.in_chinese {
                        { " " }
                        { in_chinese }
                    }
                </p>
                if !found.is_empty() {
                    { table(&found) }
                }
            </>
        },
    }
}

fn table(found: &[Difference]) -> Html {
    let words = &texts().pack.changes;
    html! {
        <table class="queue" aria-labelledby="changes">
            <thead>
                <tr>
                    <th scope="col">{ words.place }</th>
                    <th scope="col">{ words.old }</th>
                    <th scope="col">{ words.new }</th>
                </tr>
            </thead>
            <tbody>
                for one in found {
                    { row(one) }
                }
            </tbody>
        </table>
    }
}

fn row(one: &Difference) -> Html {
    let words = &texts().pack.changes;
    let (old, new) = changed_lines(&one.old, &one.new);
    html! {
        <tr data-place={one.place.clone()}>
            <th scope="row" lang="zh-CN">{ &one.label }</th>
            { cell(words.old, &old) }
            { cell(words.new, &new) }
        </tr>
    }
}

fn cell(label: &'static str, said: &str) -> Html {
    if said.is_empty() {
        return html! { <td data-label={label} class="muted">{ texts().pack.changes.absent }</td> };
    }
    html! { <td data-label={label} class="paragraph" lang="zh-CN">{ said.to_owned() }</td> }
}
