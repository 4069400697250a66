//! The notice on the submit page that scans are still on their way.

use std::rc::Rc;
use yew::prelude::*;

use crate::components::basic::{Button, Notice, NoticeKind};
use crate::components::reading::SectionLinks;
use crate::state::loaded::Loaded;
use crate::texts::texts;
use crate::transfers::{self, use_transfers};

#[derive(PartialEq, Properties)]
pub struct TransfersNoticeProps {
    pub loaded: Rc<Loaded>,
    /// Each has a scan that is on its way or failed.
    pub sections: Rc<Vec<String>>,
}

/// The scans that would stay behind if the application were submitted, as links to their sections.
#[component]
pub fn TransfersNotice(props: &TransfersNoticeProps) -> Html {
    let TransfersNoticeProps { loaded, sections } = props;
    let texts = &texts().form.submit;
    let id = loaded.view.application.id.as_str().to_owned();
    let has_failed = use_transfers(id.clone(), |id| transfers::has_failed(id));
    let give_up = Callback::from(move |()| transfers::give_up_failed(&id));
    html! {
        <Notice kind={NoticeKind::Warning} id="sections-sending">
            <p>{ texts.sending }</p>
            <SectionLinks loaded={loaded.clone()} sections={sections.clone()} />
            if has_failed {
                <Button onclick={give_up}>{ texts.give_up_failed }</Button>
            }
        </Notice>
    }
}
