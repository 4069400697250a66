//! The pack under which applications start today.

use domain::pack::Pack;
use std::rc::Rc;
use yew::prelude::*;

use crate::api::ApiError;
use crate::hooks::{use_batches, use_me, use_pack};

/// The pack of the batch that takes applications today; `Ok(None)`: there is none.
#[hook]
pub fn use_open_pack() -> Option<Result<Option<Rc<Pack>>, ApiError>> {
    let me = use_me().me;
    let batches = use_batches();
    let today = me.map(|me| me.now.date_naive());
    let open = today.zip(batches).map(|(today, read)| {
        read.map(|batches| batches.iter().find(|batch| batch.is_open(today)).map(|b| b.pack.clone()))
    });
    let id = open.as_ref().and_then(|open| open.as_ref().ok().cloned().flatten()).unwrap_or_default();
    let pack = use_pack(&id);
    match open? {
        Ok(Some(_)) => pack.map(|pack| pack.map(Some)),
        Ok(None) => Some(Ok(None)),
        Err(error) => Some(Err(error)),
    }
}
