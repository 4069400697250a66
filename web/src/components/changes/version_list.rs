//! 历次提交: every version of an application, each to be opened.

use api::applications::Versions;
use domain::pack::Pack;
use std::rc::Rc;
use yew::prelude::*;

use super::latest_changes::version_in_words;
use crate::components::changes::VersionChanges;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct VersionListProps {
    pub application: AttrValue,
    pub pack: Rc<Pack>,
    pub versions: Rc<Versions>,
}

/// The versions in their order with what each changed; nothing as long as none was handed on.
#[component]
pub fn VersionList(props: &VersionListProps) -> Html {
    let versions = &props.versions.versions;
    if versions.is_empty() {
        return Html::default();
    }
    html! {
        <details class="card">
            <summary>{ (texts().changes.versions)(versions.len()) }</summary>
            for one in versions {
                <details>
                    <summary>{ version_in_words(one) }</summary>
                    if one.version.number == 1 {
                        <p>{ texts().changes.first }</p>
                    } else {
                        <VersionChanges application={props.application.clone()} pack={props.pack.clone()}
                            version={one.clone()} />
                    }
                </details>
            }
        </details>
    }
}
