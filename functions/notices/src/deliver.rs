//! Claim, send, settle: one sender an entry, and never a second blind attempt.

use crate::Notices;
use crate::event::Record;
use domain::messages;
use domain::named::basic_info;
use platform::{ApiError, ApiResult, OutboxEntry, OutboxState, OutboxTarget, SmsOutcome};
use serde_json::{Value, json};

/// Delivers a batch of the stream; failed records are named so that only they come again.
pub(crate) async fn stream(state: &Notices, records: &[Record]) -> Value {
    let mut failures = Vec::new();
    for record in records {
        if let Err(error) = deliver(state, &record.outbox_id).await {
            report(&record.outbox_id, &error);
            failures.push(json!({ "itemIdentifier": record.sequence_number }));
        }
    }
    json!({ "batchItemFailures": failures })
}

/// Sends what had to wait and tries again what was not sent, or gives it up as unknown if their sender died.
pub(crate) async fn sweep(state: &Notices) -> Result<(), lambda_runtime::Error> {
    for id in state.app.store.unsent(state.app.clock.now()).await.map_err(|error| format!("{error:?}"))? {
        let abandoned = state.app.store.abandon_stale(&id, state.app.clock.now()).await;
        if abandoned.map_err(|error| format!("{error:?}"))? {
            tracing::warn!(outbox = id, "a sender died: delivery unknown");
        } else if let Err(error) = deliver(state, &id).await {
            report(&id, &error);
        }
    }
    Ok(())
}

async fn deliver(state: &Notices, id: &str) -> ApiResult<()> {
    let Some(entry) = state.app.store.claim(id, state.app.clock.now()).await? else { return Ok(()) };
    let Some((mobile, text)) = rendered(state, &entry).await? else {
        return Ok(state.app.store.settle(id, OutboxState::Failed, "").await?);
    };
    match state.sms.send(&mobile, &text).await {
        SmsOutcome::Sent { message_id } => state.app.store.settle(id, OutboxState::Sent, &message_id).await?,
        SmsOutcome::Unknown => {
            tracing::warn!(outbox = id, message = entry.message.in_pack(), "delivery unknown");
            state.app.store.settle(id, OutboxState::Unknown, "").await?;
        }
        SmsOutcome::NotSent => {
            tracing::warn!(outbox = id, message = entry.message.in_pack(), "not sent");
            if !state.app.store.give_back(id).await? {
                state.app.store.settle(id, OutboxState::Failed, "").await?;
            }
        }
    }
    Ok(())
}

async fn rendered(state: &Notices, entry: &OutboxEntry) -> ApiResult<Option<(String, String)>> {
    let pack = state.app.packs.get(&entry.pack)?;
    let mobile = match &entry.target {
        OutboxTarget::Mobile(mobile) => Some(mobile.clone()),
        OutboxTarget::Applicant(application) => {
            let stored = state.app.store.section(application, basic_info::ID).await?;
            stored.map(|stored| stored.data.value(basic_info::MOBILE).to_owned())
        }
        OutboxTarget::Account(account) => {
            state.app.store.account(account).await?.map(|account| account.mobile)
        }
    };
    Ok(mobile.zip(messages::text(&pack, &entry.message)))
}

fn report(id: &str, error: &ApiError) {
    match error {
        ApiError::Internal(cause) => tracing::error!(outbox = id, cause, "delivery failed"),
        ApiError::Refused(body) => tracing::error!(outbox = id, code = body.code, "delivery failed"),
    }
}
