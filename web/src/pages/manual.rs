//! 操作说明 (R2), readable without signing in.

use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::application::ProcessMap;
use crate::components::basic::{Notice as Message, NoticeKind, PlaceLink};
use crate::components::frame::{Loading, Page};
use crate::hooks::{use_batches, use_pack};
use crate::route::Route;
use crate::texts::texts;
use domain::pack::Notice;

/// The pack whose words are shown before any batch was opened.
const FIRST_PACK: &str = "liuzhou-2020";

/// The place of the picture of the process.
const PROCESS: &str = "process";

/// The texts of the pack that a public page shows.
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
        batches.and_then(Result::ok).and_then(|batches| batches.last().map(|batch| batch.pack.clone()));
    let pack = use_pack(newest.as_deref().unwrap_or(FIRST_PACK));
    let content = match pack {
        None => html! { <Loading /> },
        Some(Err(error)) => html! { <Message kind={NoticeKind::Error}>{ error.message() }</Message> },
        Some(Ok(pack)) => {
            let is_manual = props.kind == PublicKind::Manual;
            let notices = match props.kind {
                PublicKind::Manual => &pack.manual,
                PublicKind::Notices => &pack.notices,
            };
            html! {
                <>
                    { contents(notices, is_manual) }
                    if is_manual {
                        <section class="section-block">
                            <h2 id={PROCESS} tabindex="-1">{ texts().workflow.map.title }</h2>
                            <ProcessMap />
                        </section>
                    }
                    { chapters(notices) }
                    <p>
                        <Link<Route> to={Route::Pack { id: pack.id.clone() }}>{ texts().pack.link }</Link<Route>>
                    </p>
                </>
            }
        }
    };
    let title = match props.kind {
        PublicKind::Manual => texts().common.manual,
        PublicKind::Notices => texts().common.notices,
    };
    html! { <Page {title}>{ content }</Page> }
}

fn contents(notices: &[Notice], is_manual: bool) -> Html {
    html! {
        <nav class="card text-contents" aria-label={texts().officer.contents}>
            <ol class="plain-list">
                if is_manual {
                    <li><PlaceLink to={PROCESS}>{ texts().workflow.map.title }</PlaceLink></li>
                }
                for (index, text) in notices.iter().enumerate() {
                    <li><PlaceLink to={format!("text-{index}")}>{ &text.title }</PlaceLink></li>
                }
            </ol>
        </nav>
    }
}

fn chapters(notices: &[Notice]) -> Html {
    html! {
        for (index, text) in notices.iter().enumerate() {
            <section class="section-block">
                <h2 id={format!("text-{index}")} tabindex="-1">{ &text.title }</h2>
                for paragraph in text.text.split("\n\n").map(str::trim).filter(|text| !text.is_empty()) {
                    <p class="paragraph">{ paragraph.to_owned() }</p>
                }
            </section>
        }
    }
}
