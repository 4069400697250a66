use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::app::Route;
use crate::components::notice::{Notice, NoticeKind};
use crate::components::section_list::titled;
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct UnsavedNoticeProps {
    pub loaded: Rc<Loaded>,
    /// Their text is on this machine alone, or waits for a choice between two versions.
    pub sections: Rc<Vec<String>>,
}

/// What would stay behind if the application were submitted, each with a link to where it is settled.
#[component]
pub fn UnsavedNotice(props: &UnsavedNoticeProps) -> Html {
    let UnsavedNoticeProps { loaded, sections } = props;
    let texts = &texts().form.submit;
    let to = |section: &str| Route::Section {
        id: loaded.view.file.id.as_str().to_owned(),
        section: section.to_owned(),
    };
    html! {
        <Notice kind={NoticeKind::Warning} id="unsaved-sections">
            <p>{ texts.unsaved }</p>
            <ul>
                for section in sections.iter().filter_map(|id| loaded.policy.section(id)) {
                    <li><Link<Route> to={to(&section.id)}>{ titled(section) }</Link<Route>></li>
                }
            </ul>
            <p>{ texts.unsaved_elsewhere }</p>
        </Notice>
    }
}
