//! New accounts and new passwords.

use crate::Registration;
use crate::{codes, sessions};
use api::accounts::{CodePurpose, Register, SetPassword};
use domain::credentials;
use domain::identifiers::IdNumber;
use domain::ids::AccountId;
use lambda_http::Request;
use platform::{Account, AccountRole, ApiError, ApiResult, App, Enrolment, Reply, secrets};
use std::sync::Arc;

/// 个人注册 (R3): the number must be the person's own, proved by a code; an ID number has one account.
pub(crate) async fn register(state: Arc<Registration>, request: Request) -> ApiResult<Reply> {
    let Register { name, id_number, mobile, password, code } = platform::body(&request)?;
    let name = name.trim().to_owned();
    refuse("/name", credentials::name_fault(&name))?;
    let id_number =
        IdNumber::parse(&id_number).map_err(|fault| ApiError::invalid("/id_number", fault.to_string()))?;
    if !id_number.is_of_working_age(state.app.clock.today()) {
        return Err(ApiError::invalid("/id_number", "身份证号上的年龄应在16至100周岁之间，请核对出生日期"));
    }
    codes::require_mobile(&mobile)?;
    refuse("/password", credentials::password_fault(&password))?;
    codes::require(&state.app, &mobile, CodePurpose::Register, &code).await?;
    let account =
        new_account(&state.app, name, id_number.as_str(), &mobile, &password, AccountRole::Applicant);
    enrol(&state.app, &account).await?;
    sessions::open(&state.app, &account).await
}

/// Forgotten, or an officer's first one.
pub(crate) async fn set_password(state: Arc<Registration>, request: Request) -> ApiResult<Reply> {
    let SetPassword { mobile, code, password } = platform::body(&request)?;
    codes::require_mobile(&mobile)?;
    refuse("/password", credentials::password_fault(&password))?;
    codes::require(&state.app, &mobile, CodePurpose::SetPassword, &code).await?;
    let account = state.app.store.account_by_login(&mobile).await?;
    let account = account.ok_or_else(|| ApiError::invalid("/code", "验证码已失效，请重新获取"))?;
    state.app.store.set_password(&account.id, &secrets::hash_password(&password)).await?;
    sessions::open(&state.app, &account).await
}

pub(crate) async fn enrol(app: &App, account: &Account) -> ApiResult<()> {
    match app.store.enrol(account).await? {
        Enrolment::Done => Ok(()),
        Enrolment::IdNumberTaken => {
            Err(ApiError::invalid("/id_number", "该身份证号已注册，请直接登录；忘记密码可用手机验证码重设"))
        }
        Enrolment::MobileTaken => Err(ApiError::invalid("/mobile", "该手机号码已注册，请直接登录或更换号码")),
    }
}

pub(crate) fn refuse(pointer: &str, fault: Option<&str>) -> ApiResult<()> {
    fault.map_or(Ok(()), |fault| Err(ApiError::invalid(pointer, fault)))
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
