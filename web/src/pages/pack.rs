//! The rules of a cycle, readable without signing in, for whoever signs them off.

use yew::prelude::*;

use crate::components::basic::{Notice, NoticeKind};
use crate::components::frame::{Loading, Page};
use crate::components::pack::{Comparison, PackRules};
use crate::hooks::{use_issued_pack, use_pack};
use crate::state::packs::ReadPack;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct PackPageProps {
    pub id: String,
}

#[component]
pub fn PackPage(props: &PackPageProps) -> Html {
    let pack = use_pack(&props.id);
    // Only now: on the Chinese page it is the same file, which is read once.
    let issued = use_issued_pack(if pack.is_some() { &props.id } else { "" });
    let before = predecessor(issued.as_ref()).unwrap_or_default();
    let before = use_issued_pack(&before);
    let content = match pack {
        None => html! { <Loading /> },
        Some(Err(_)) => {
            html! { <Notice kind={NoticeKind::Error}>{ texts().pack.unreadable }</Notice> }
        }
        Some(Ok(pack)) => {
            html! { <PackRules {pack} comparison={comparison(issued, before)} /> }
        }
    };
    html! { <Page title={texts().pack.title} wide={true}>{ content }</Page> }
}

fn predecessor(pack: Option<&ReadPack>) -> Option<String> {
    pack?.as_ref().ok()?.predecessor().map(str::to_owned)
}

fn comparison(pack: Option<ReadPack>, before: Option<ReadPack>) -> Comparison {
    match (pack, before) {
        (Some(Ok(new)), _) if new.predecessor().is_none() => Comparison::First,
        (Some(Ok(new)), Some(Ok(old))) => Comparison::Of { old, new },
        (Some(Err(_)), _) | (_, Some(Err(_))) => Comparison::Unreadable,
        (None, _) | (_, None) => Comparison::Reading,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::ApiError;
    use crate::testing::example_city;
    use std::rc::Rc;

    #[test]
    fn a_pack_is_compared_once_both_are_read() {
        let new = example_city();
        let old = Rc::new(domain::pack::Pack { extends: None, ..(*new).clone() });
        let read = |pack: &Rc<_>| Some(Ok(Rc::clone(pack)));
        let both = Comparison::Of { old: old.clone(), new: new.clone() };
        assert_eq!(comparison(read(&new), read(&old)), both);
        assert_eq!(comparison(read(&new), None), Comparison::Reading);
        assert_eq!(comparison(None, None), Comparison::Reading);
        assert_eq!(comparison(read(&new), Some(Err(ApiError::Offline))), Comparison::Unreadable);
        assert_eq!(comparison(Some(Err(ApiError::Offline)), None), Comparison::Unreadable);
        assert_eq!(comparison(read(&old), None), Comparison::First);
    }
}
