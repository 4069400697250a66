//! The functions that Node calls in the wasm build.

use crate::{Application, judge, line};
use wasm_bindgen::prelude::wasm_bindgen;

/// The lines of the applications `from .. to` of a compiled pack.
#[wasm_bindgen]
pub fn verdicts(pack: &str, from: u32, to: u32) -> Result<Vec<u8>, String> {
    let pack = serde_json::from_str(pack).map_err(|error| error.to_string())?;
    let mut lines = Vec::new();
    for seed in from..to {
        let verdict = judge(&pack, &Application::random(&pack, seed));
        lines.extend(line(seed, &verdict).map_err(|error| error.to_string())?);
    }
    Ok(lines)
}
