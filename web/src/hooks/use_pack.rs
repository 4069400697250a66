//! Reads a pack, in the language of the page or as it was issued.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::get_json;
use crate::state::packs::{PackArrived, PackCache, ReadPack};
use crate::texts::pack_file;

/// The pack `id` in the language of the page, `None` while it is read. An empty id reads nothing.
#[hook]
pub fn use_pack(id: &str) -> Option<ReadPack> {
    use_file(if id.is_empty() { String::new() } else { pack_file(id) })
}

/// The same as it was issued: in Chinese, whatever the language of the page.
#[hook]
pub fn use_issued_pack(id: &str) -> Option<ReadPack> {
    use_file(id.to_owned())
}

#[hook]
fn use_file(file: String) -> Option<ReadPack> {
    let packs = use_context::<PackCache>();
    let pack = packs.as_ref().and_then(|packs| packs.get(&file));
    let wanted = if pack.is_none() { file } else { String::new() };
    use_effect_with(wanted, move |file| {
        if let (Some(packs), false) = (packs, file.is_empty()) {
            read_pack(packs, file.clone());
        }
    });
    pack
}

fn read_pack(packs: PackCache, file: String) {
    spawn_local(async move {
        let pack = get_json(&format!("/packs/{file}.json")).await.map(std::rc::Rc::new);
        packs.dispatch(PackArrived { file, pack });
    });
}
