//! Whether a printed 公示表 still holds: opened from the code on the sheet, by anybody.

use api::routes::Route as Call;
use api::workflow::CheckedSheet;
use domain::workflow::SheetStanding;
use yew::prelude::*;

use crate::components::basic::{Notice, NoticeKind};
use crate::components::frame::{Loading, Page};
use crate::hooks::use_get;
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct CheckPageProps {
    pub code: String,
}

#[component]
pub fn CheckPage(props: &CheckPageProps) -> Html {
    let content = match use_get::<CheckedSheet>(Call::CheckSheet, props.code.clone()).read {
        None => html! { <Loading /> },
        Some(Err(error)) => html! { <Notice kind={NoticeKind::Error}>{ error.message() }</Notice> },
        Some(Ok(sheet)) => shown(&sheet),
    };
    html! { <Page title={texts().publicity.check}>{ content }</Page> }
}

fn shown(sheet: &CheckedSheet) -> Html {
    let words = &texts().publicity;
    let kind = match sheet.standing {
        SheetStanding::Valid => NoticeKind::Success,
        SheetStanding::Outdated | SheetStanding::ReplacedBy(_) | SheetStanding::Voided => NoticeKind::Warning,
    };
    html! {
        <>
            <Notice {kind}>{ (words.standing)(sheet.standing) }</Notice>
            <section class="card">
                <dl class="facts">
                    <dt>{ words.version }</dt><dd>{ (words.sheet)(sheet.table_version) }</dd>
                    <dt>{ words.generated_on }</dt><dd>{ (texts().common.day)(sheet.generated_on) }</dd>
                    <dt>{ words.surname }</dt><dd>{ &sheet.surname }</dd>
                </dl>
                <p>{ words.check_help }</p>
            </section>
        </>
    }
}
