//! Signing in, asking who is signed in, signing out.

use crate::Registration;
use api::accounts::{Me, Role, Session, SignIn};
use api::refusal::AccountRefusal;
use chrono::Duration;
use domain::identifiers::{mask_id_number, mask_mobile};
use lambda_http::Request;
use platform::{Account, AccountRole, ApiResult, App, Reply, secrets};
use std::sync::Arc;

const LIFE: Duration = Duration::hours(12);
const ATTEMPTS: u64 = 20;
const ATTEMPTS_WITHIN: Duration = Duration::minutes(15);

pub(crate) async fn sign_in(state: Arc<Registration>, request: Request) -> ApiResult<Reply> {
    let SignIn { login, password } = platform::body(&request)?;
    let login = login.trim().to_ascii_uppercase();
    let (store, now) = (&state.app.store, state.app.clock.now());
    let whose = store.identity_hash(&login);
    if !store.count_use("sign-in", &whose, ATTEMPTS, ATTEMPTS_WITHIN, now).await? {
        return Err(AccountRefusal::TooManySignIns { minutes: ATTEMPTS_WITHIN.num_minutes() }.into());
    }
    let account = store.account_by_login(&login).await?;
    let account = account.filter(|account| is_password_of(account, &password) && !account.disabled);
    open(&state.app, &account.ok_or(AccountRefusal::WrongCredentials)?).await
}

fn is_password_of(account: &Account, password: &str) -> bool {
    !account.password_hash.is_empty() && secrets::is_password(password, &account.password_hash)
}

/// A new session, its cookie, and who it is.
pub(crate) async fn open(app: &App, account: &Account) -> ApiResult<Reply> {
    let (token, now) = (secrets::new_token(), app.clock.now());
    app.store.open_session(&secrets::hash_token(&token), &account.id, now, now + LIFE).await?;
    let reply = platform::created(&Session { me: Some(me(app, account).await?) })?;
    platform::new_session_cookie(reply, &token, LIFE.num_seconds())
}

pub(crate) async fn who_am_i(state: Arc<Registration>, request: Request) -> ApiResult<Reply> {
    let me = match state.app.caller_or_nobody(&request).await? {
        Some(caller) => Some(me(&state.app, &caller.account).await?),
        None => None,
    };
    platform::ok(&Session { me })
}

pub(crate) async fn sign_out(state: Arc<Registration>, request: Request) -> ApiResult<Reply> {
    if let Some(caller) = state.app.caller_or_nobody(&request).await? {
        state.app.store.close_session(&caller.token_hash).await?;
    }
    platform::new_session_cookie(platform::no_content()?, "", 0)
}

async fn me(app: &App, account: &Account) -> ApiResult<Me> {
    let role = match &account.role {
        AccountRole::Applicant => Role::Applicant,
        AccountRole::PlatformAdmin => Role::PlatformAdmin,
        AccountRole::Officer { organisation, stage } => {
            let found = app.store.organisation(organisation).await?;
            let organisation_name = found.map(|organisation| organisation.name).unwrap_or_default();
            Role::Officer { organisation: organisation.clone(), organisation_name, stage: *stage }
        }
    };
    Ok(Me {
        account: account.id.clone(),
        name: account.name.clone(),
        masked_mobile: mask_mobile(&account.mobile),
        masked_id_number: mask_id_number(&account.id_number),
        role,
        now: app.clock.now(),
    })
}
