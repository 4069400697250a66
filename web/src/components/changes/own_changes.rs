//! 您改了什么: the changes of whoever is correcting, before he hands his part on again.

use api::applications::Versions;
use api::routes::Route;
use domain::pack::Pack;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::changes::ChangeTables;
use crate::hooks::use_get;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct OwnChangesProps {
    pub application: AttrValue,
    pub pack: Rc<Pack>,
}

/// Read anew each time that it appears; nothing before the first submission.
#[component]
pub fn OwnChanges(props: &OwnChangesProps) -> Html {
    let OwnChangesProps { application, pack } = props;
    let versions = use_get::<Versions>(Route::ReadVersions, application.to_string());
    let Some(Ok(Versions { draft: Some(draft), .. })) = versions.read else { return Html::default() };
    let words = &texts().changes;
    html! {
        <section id="own-changes" class="card" aria-labelledby="own-changes-title">
            <h2 id="own-changes-title">{ words.own }</h2>
            <p>{ if draft.changes.is_empty() { words.own_none } else { words.own_lead } }</p>
            <ChangeTables application={application.clone()} pack={pack.clone()} changes={draft.changes} />
        </section>
    }
}
