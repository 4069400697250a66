//! The pass over everything on which time may act, by the index `clock`.

use crate::Deadlines;
use crate::act;
use domain::batch::Batch;
use domain::pack::Pack;
use domain::workflow::{State, has_time_acts, is_early};
use lambda_runtime::Error;
use platform::{ApiError, ApiResult, ClockCursor, DueDates, Timed};
use std::sync::Arc;

/// Applications between two notes of how far the pass has come.
const PAGE: usize = 25;

/// Finishes the pass that was cut off, if there is one, and makes another.
///
/// # Errors
///
/// An error if something failed for a reason of ours; everything else was dealt with all the same.
pub(crate) async fn run(state: &Deadlines) -> Result<(), Error> {
    let mut n_failed = 0;
    if let Some(cursor) = state.app.store.clock_cursor().await.map_err(told)? {
        n_failed += pass(state, Some(cursor)).await.map_err(told)?;
    }
    n_failed += pass(state, None).await.map_err(told)?;
    if n_failed == 0 { Ok(()) } else { Err(format!("{n_failed} applications failed").into()) }
}

fn told(error: impl std::fmt::Debug) -> Error {
    format!("{error:?}").into()
}

/// Returns how many applications failed.
async fn pass(state: &Deadlines, from: Option<ClockCursor>) -> ApiResult<usize> {
    let dates = state.app.due_dates().await?;
    let mut places = places(state)?;
    if let Some(cursor) = &from {
        let begins = |(pack, at): &(Arc<Pack>, State)| pack.id == cursor.pack && *at == cursor.state;
        places.drain(..places.iter().position(begins).unwrap_or_default());
    }
    let mut position = from.map(|cursor| cursor.position);
    let mut n_failed = 0;
    for (pack, at) in places {
        let begin = position.take();
        if let Some(batch) = dates.batch(&pack.id) {
            n_failed += place(state, (&pack, batch, at), begin, &dates).await?;
        }
    }
    state.app.store.clear_clock_cursor().await?;
    Ok(n_failed)
}

/// Every pack and state on which time may act, always in the same order.
fn places(state: &Deadlines) -> ApiResult<Vec<(Arc<Pack>, State)>> {
    let packs: Vec<Arc<Pack>> =
        state.app.packs.ids().map(|id| state.app.packs.get(id)).collect::<ApiResult<_>>()?;
    let states = || State::all().filter(|at| has_time_acts(*at));
    Ok(packs.into_iter().flat_map(|pack| states().map(move |at| (pack.clone(), at))).collect())
}

/// The applications of one pack in one state, the longest there first, as far as time can act on them today.
async fn place(
    state: &Deadlines,
    (pack, batch, at): (&Pack, &Batch, State),
    mut position: Option<String>,
    dates: &DueDates<'_>,
) -> ApiResult<usize> {
    let mut n_failed = 0;
    loop {
        let page = state.app.store.timed(&pack.id, at, position.as_deref(), PAGE).await?;
        let now = state.app.clock.now();
        let is_due = |timed: &&Timed| !is_early(at, timed.arrived_on, (pack, batch), now);
        for timed in page.iter().take_while(is_due) {
            n_failed += usize::from(failed(timed, act::on(state, &timed.application, dates).await));
        }
        let Some(last) = page.last().filter(|last| page.len() == PAGE && is_due(last)) else {
            return Ok(n_failed);
        };
        position = Some(last.position.clone());
        let cursor = ClockCursor { pack: pack.id.clone(), state: at, position: last.position.clone() };
        state.app.store.set_clock_cursor(&cursor).await?;
    }
}

/// A refusal is no failure: somebody was first, or the gateway does not answer, and the next pass sees to it.
fn failed(timed: &Timed, acted: ApiResult<()>) -> bool {
    match acted {
        Ok(()) => false,
        Err(ApiError::Refused(body)) => {
            tracing::warn!(application = %timed.application, code = body.code, "left for the next pass");
            false
        }
        Err(ApiError::Internal(cause)) => {
            tracing::error!(application = %timed.application, cause, "time could not act");
            true
        }
    }
}
