use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::get_json;
use crate::state::packs::{PackArrived, PackCache, ReadPack};

/// The pack `id`, `None` while it is read. An empty id reads nothing.
#[hook]
pub fn use_policy(id: &str) -> Option<ReadPack> {
    let packs = use_context::<PackCache>();
    let pack = packs.as_ref().and_then(|packs| packs.get(id));
    let wanted = if pack.is_none() { id.to_owned() } else { String::new() };
    use_effect_with(wanted, move |id| {
        if let (Some(packs), false) = (packs, id.is_empty()) {
            read_pack(packs, id.clone());
        }
    });
    pack
}

fn read_pack(packs: PackCache, id: String) {
    spawn_local(async move {
        let pack = get_json(&format!("/policies/{id}.json")).await.map(std::rc::Rc::new);
        packs.dispatch(PackArrived { id, pack });
    });
}
