//! Scans that nothing asks for any more.

use domain::form::Scan;
use domain::ids::ScanId;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{ScanLink, place_of_scan};
use crate::components::scans::{RemoveScan, size_in_words};
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct LeftOverScansProps {
    pub loaded: Same<Loaded>,
    pub scans: Rc<Vec<Scan>>,
    /// The id of the element around the list: the focus goes there when a scan is gone.
    pub anchor: AttrValue,
    pub on_removed: Callback<ScanId>,
}

/// 不再需要的材料: scans of deleted rows and of slots that are hidden by another answer. They are not submitted;
/// who put them there may delete them.
#[component]
pub fn LeftOverScans(props: &LeftOverScansProps) -> Html {
    let LeftOverScansProps { loaded, scans, anchor, on_removed } = props;
    if scans.is_empty() {
        return Html::default();
    }
    let application = AttrValue::from(loaded.view.application.id.as_str().to_owned());
    let title = format!("{anchor}-left-over");
    html! {
        <section class="file-summary group" aria-labelledby={title.clone()}>
            <h2 id={title}>{ texts().form.scans.left_over }</h2>
            <p class="help">{ texts().form.scans.left_over_help }</p>
            <ul class="file-list">
                for scan in scans.iter() {
                    <li key={scan.id.as_str().to_owned()}>
                        <span class="file-list-place">{ place_of_scan(loaded, scan) }</span>
                        <ScanLink application={application.clone()} scan={scan.clone()} />
                        <span class="help">{ size_in_words(scan.bytes) }</span>
                        <RemoveScan
                            scan={scan.clone()}
                            application={application.clone()}
                            anchor={anchor.clone()}
                            on_removed={on_removed.clone()}
                        />
                    </li>
                }
            </ul>
        </section>
    }
}
