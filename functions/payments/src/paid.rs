//! An order turns paid once, whoever brings the news: the callback or the query.

use crate::Payments;
use api::payments::OrderState;
use chrono::{DateTime, FixedOffset};
use domain::workflow::{Action, By, CaseFile, Circumstances, Step, decide};
use platform::{ApiError, ApiResult, Commit, Order};

/// What the gateway says of a paid order.
pub(crate) struct Receipt {
    pub(crate) amount_fen: u32,
    pub(crate) transaction_id: String,
    pub(crate) paid_at: Option<DateTime<FixedOffset>>,
}

pub(crate) async fn record(
    state: &Payments,
    file: &CaseFile,
    order: &Order,
    receipt: Receipt,
) -> ApiResult<CaseFile> {
    if receipt.amount_fen != order.amount_fen {
        tracing::warn!(order = %order.id, "paid amount differs from the order");
        return Err(ApiError::conflict("E_AMOUNT", "缴费金额与订单不一致，请联系职改办处理"));
    }
    let paid = Order {
        state: OrderState::Paid,
        transaction_id: Some(receipt.transaction_id),
        paid_at: receipt.paid_at,
        revision: order.revision + 1,
        ..order.clone()
    };
    take(state, file, Action::RecordPaid, By::Gateway, &paid, order.revision).await
}

/// A step of the file together with the new state of its order.
pub(crate) async fn take(
    state: &Payments,
    file: &CaseFile,
    action: Action,
    by: By,
    order: &Order,
    seen: u64,
) -> ApiResult<CaseFile> {
    let app = &state.app;
    let loaded = app.load(file).await?;
    let batch = app.store.batch(app.policies.batch_id(&file.policy)).await?;
    let batch = batch.ok_or_else(|| ApiError::internal("an application without a batch"))?;
    let at = Circumstances { case: loaded.case(file), batch: &batch, route: &[], now: app.clock.now() };
    let step = Step { action, opinion: String::new(), reasons: Vec::new(), answers: Vec::new() };
    let decision = decide(file, &step, by, &at)?;
    let commit = Commit { before: file, decision, loaded: &loaded, order: Some((order, seen)) };
    Ok(app.store.commit(commit).await?)
}
