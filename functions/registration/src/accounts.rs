//! New accounts and new passwords.

use crate::Registration;
use crate::{codes, sessions};
use api::accounts::{CodePurpose, Register, SetPassword};
use api::refusal::AccountRefusal;
use domain::credentials::{is_name, is_password};
use domain::identifiers::IdNumber;
use domain::ids::AccountId;
use lambda_http::Request;
use platform::{Account, AccountRole, ApiResult, App, Enrolment, Reply, secrets};
use std::sync::Arc;

/// 个人注册 (R3): the number must be the person's own, proved by a code; an ID number has one account.
pub(crate) async fn register(state: Arc<Registration>, request: Request) -> ApiResult<Reply> {
    let Register { name, id_number, mobile, password, code } = platform::body(&request)?;
    let name = name.trim().to_owned();
    require_name(&name)?;
    let id_number = IdNumber::parse(&id_number).map_err(AccountRefusal::IdNumber)?;
    if !id_number.is_of_working_age(state.app.clock.today()) {
        return Err(AccountRefusal::Age.into());
    }
    codes::require_mobile(&mobile)?;
    require_password(&password)?;
    codes::require(&state.app, &mobile, CodePurpose::Register, &code).await?;
    let account =
        new_account(&state.app, name, id_number.as_str(), &mobile, &password, AccountRole::Applicant);
    enrol(&state.app, &account).await?;
    sessions::open(&state.app, &account).await
}

/// Sets a password anew that was forgotten, or an officer's first one.
pub(crate) async fn set_password(state: Arc<Registration>, request: Request) -> ApiResult<Reply> {
    let SetPassword { mobile, code, password } = platform::body(&request)?;
    codes::require_mobile(&mobile)?;
    require_password(&password)?;
    codes::require(&state.app, &mobile, CodePurpose::SetPassword, &code).await?;
    let account = state.app.store.account_by_login(&mobile).await?;
    let account = account.ok_or(AccountRefusal::CodeGone)?;
    state.app.store.set_password(&account.id, &secrets::hash_password(&password)).await?;
    sessions::open(&state.app, &account).await
}

pub(crate) async fn enrol(app: &App, account: &Account) -> ApiResult<()> {
    match app.store.enrol(account).await? {
        Enrolment::Done => Ok(()),
        Enrolment::IdNumberTaken => Err(AccountRefusal::IdNumberTaken.into()),
        Enrolment::MobileTaken => Err(AccountRefusal::MobileTaken.into()),
    }
}

pub(crate) fn require_name(name: &str) -> ApiResult<()> {
    if is_name(name) { Ok(()) } else { Err(AccountRefusal::Name.into()) }
}

pub(crate) fn require_password(password: &str) -> ApiResult<()> {
    if is_password(password) { Ok(()) } else { Err(AccountRefusal::NewPassword.into()) }
}

pub(crate) fn new_account(
    app: &App,
    name: String,
    id_number: &str,
    mobile: &str,
    password: &str,
    role: AccountRole,
) -> Account {
    Account {
        id: AccountId::new(secrets::new_id()),
        name,
        id_number: id_number.to_owned(),
        mobile: mobile.to_owned(),
        password_hash: secrets::hash_password(password),
        role,
        disabled: false,
        created_at: app.clock.now(),
    }
}
