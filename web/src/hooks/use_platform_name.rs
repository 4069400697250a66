//! The name of the site.

use yew::prelude::*;

use crate::state::packs::PackCache;
use crate::texts::{pack_file, texts};

/// As the city's pack says; before one is read, as the site was built for.
#[hook]
pub fn use_platform_name() -> AttrValue {
    let packs = use_context::<PackCache>();
    let named = packs.as_ref().and_then(|packs| packs.platform_name(pack_file));
    named.map_or(texts().common.platform_name.into(), |name| name.to_owned().into())
}
