//! One-time codes: 6 digits, 5 minutes, one use; sends are limited by number and by address.

use crate::Registration;
use api::accounts::{CodePurpose, SendCode};
use api::refusal::AccountRefusal;
use chrono::Duration;
use domain::identifiers::is_mobile;
use domain::messages::Message;
use lambda_http::Request;
use platform::{ApiResult, App, OutboxEntry, OutboxTarget, Reply, VerifiedCode, secrets};
use std::sync::Arc;

const SENDS_PER_MOBILE_PER_DAY: u64 = 10;

/// The answer does not tell whether the number is known.
pub(crate) async fn send(state: Arc<Registration>, request: Request) -> ApiResult<Reply> {
    let SendCode { mobile, purpose } = platform::body(&request)?;
    require_mobile(&mobile)?;
    let app = &state.app;
    let (purpose_key, now) = (purpose_name(purpose), app.clock.now());
    if !app.store.is_code_pause_over(&mobile, purpose_key, now).await? {
        return Err(AccountRefusal::CodeTooSoon.into());
    }
    limit_sends(&state, &request, &mobile).await?;
    let is_wanted = match purpose {
        CodePurpose::Register => true,
        CodePurpose::SetPassword => app.store.account_by_login(&mobile).await?.is_some(),
    };
    let is_first = if is_wanted {
        let code = secrets::new_code();
        let message = message(app, mobile.clone(), code.clone());
        app.store.send_code(&mobile, purpose_key, &code, &message).await?
    } else {
        app.store.pause_codes(&mobile, purpose_key, now).await?
    };
    if is_first { platform::no_content() } else { Err(AccountRefusal::CodeTooSoon.into()) }
}

fn message(app: &App, mobile: String, code: String) -> OutboxEntry {
    let now = app.clock.now();
    OutboxEntry {
        id: secrets::new_token(),
        pack: app.packs.newest().id.clone(),
        message: Message::Code { code },
        target: OutboxTarget::Mobile(mobile),
        created_at: now,
        not_before: now,
    }
}

async fn limit_sends(state: &Registration, request: &Request, mobile: &str) -> ApiResult<()> {
    let (store, now) = (&state.app.store, state.app.clock.now());
    let mobile = store.identity_hash(mobile);
    let address = platform::source_address(request);
    let most = state.codes_per_address_per_hour;
    let allowed = store.count_use("code-address", &address, most, Duration::hours(1), now).await?
        && store.count_use("code-mobile", &mobile, SENDS_PER_MOBILE_PER_DAY, Duration::days(1), now).await?;
    if allowed { Ok(()) } else { Err(AccountRefusal::TooManyCodes.into()) }
}

/// Uses the code up.
pub(crate) async fn require(app: &App, mobile: &str, purpose: CodePurpose, code: &str) -> ApiResult<()> {
    match app.store.verify_code(mobile, purpose_name(purpose), code, app.clock.now()).await? {
        VerifiedCode::Right => Ok(()),
        VerifiedCode::Wrong => Err(AccountRefusal::WrongCode.into()),
        VerifiedCode::Gone => Err(AccountRefusal::CodeGone.into()),
    }
}

pub(crate) fn require_mobile(mobile: &str) -> ApiResult<()> {
    if is_mobile(mobile) { Ok(()) } else { Err(AccountRefusal::Mobile.into()) }
}

fn purpose_name(purpose: CodePurpose) -> &'static str {
    match purpose {
        CodePurpose::Register => "REGISTER",
        CodePurpose::SetPassword => "SET-PASSWORD",
    }
}
