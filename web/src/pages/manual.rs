//! 操作说明 (R2), readable without signing in.

use yew::prelude::*;

use crate::components::loading::Loading;
use crate::components::page::Page;
use crate::hooks::use_batches::use_batches;
use crate::hooks::use_policy::use_policy;
use crate::texts::ZH;
use domain::policy::Notice;

/// The pack whose words are shown before any batch was opened.
const FIRST_PACK: &str = "liuzhou-2020";

/// Which of the pack's texts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PublicKind {
    Manual,
    Notices,
}

#[component]
pub fn ManualPage() -> Html {
    html! { <PublicTexts kind={PublicKind::Manual} /> }
}

#[derive(PartialEq, Properties)]
pub struct PublicTextsProps {
    pub kind: PublicKind,
}

/// Titled texts of the newest pack, with a table of contents.
#[component]
pub fn PublicTexts(props: &PublicTextsProps) -> Html {
    let batches = use_batches();
    let newest =
        batches.and_then(Result::ok).and_then(|batches| batches.last().map(|batch| batch.policy.clone()));
    let policy = use_policy(newest.as_deref().unwrap_or(FIRST_PACK)).and_then(Result::ok);
    let content = match policy {
        None => html! { <Loading /> },
        Some(policy) => match props.kind {
            PublicKind::Manual => texts(&policy.manual),
            PublicKind::Notices => texts(&policy.notices),
        },
    };
    let title = match props.kind {
        PublicKind::Manual => ZH.common.manual,
        PublicKind::Notices => ZH.common.notices,
    };
    html! { <Page {title}>{ content }</Page> }
}

fn texts(texts: &[Notice]) -> Html {
    html! {
        <>
            <nav class="card" aria-label={ZH.officer.contents}>
                <ol>
                    for (index, text) in texts.iter().enumerate() {
                        <li><a href={format!("#text-{index}")}>{ &text.title }</a></li>
                    }
                </ol>
            </nav>
            for (index, text) in texts.iter().enumerate() {
                <section id={format!("text-{index}")} class="section-block">
                    <h2>{ &text.title }</h2>
                    for paragraph in text.text.split("\n\n").map(str::trim).filter(|text| !text.is_empty()) {
                        <p class="paragraph">{ paragraph.to_owned() }</p>
                    }
                </section>
            }
        </>
    }
}
