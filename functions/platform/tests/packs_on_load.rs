//! A pack of the layer is checked before a request is answered by it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

use domain::pack::{Pack, load_folder};
use platform::Packs;
use std::path::Path;

fn liuzhou() -> Pack {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/packs/liuzhou-2020");
    load_folder(&folder).unwrap()
}

fn loaded(pack: &Pack) -> Packs {
    let layer = tempfile::tempdir().unwrap();
    std::fs::write(layer.path().join("liuzhou-2020.json"), serde_json::to_vec(pack).unwrap()).unwrap();
    Packs::load(layer.path().to_str().unwrap())
}

#[test]
fn a_sound_pack_is_taken() {
    assert_eq!(loaded(&liuzhou()).ids().collect::<Vec<_>>(), ["liuzhou-2020"]);
}

#[test]
#[should_panic(expected = "改法：")]
fn a_pack_with_a_hole_in_its_committees_stops_the_function() {
    let mut pack = liuzhou();
    pack.committees.pop();
    loaded(&pack);
}
