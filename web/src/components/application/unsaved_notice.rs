//! The notice that this machine has what the server has not.

use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::{Notice, NoticeKind};
use crate::components::reading::SectionLinks;
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct UnsavedNoticeProps {
    pub loaded: Rc<Loaded>,
    /// Their text is on this machine alone, or waits for a choice between two versions.
    pub sections: Rc<Vec<String>>,
}

/// The sections that would stay behind if the application were submitted, each with a link to where it is settled.
#[component]
pub fn UnsavedNotice(props: &UnsavedNoticeProps) -> Html {
    let UnsavedNoticeProps { loaded, sections } = props;
    let texts = &texts().form.submit;
    html! {
        <Notice kind={NoticeKind::Warning} id="unsaved-sections">
            <p>{ texts.unsaved }</p>
            <SectionLinks loaded={loaded.clone()} sections={sections.clone()} />
            <p>{ texts.unsaved_elsewhere }</p>
        </Notice>
    }
}
