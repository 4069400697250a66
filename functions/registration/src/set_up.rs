//! The first platform administrator of a new deployment.

use crate::Registration;
use crate::{accounts, codes, sessions};
use api::accounts::SetUp;
use api::refusal::AccountRefusal;
use lambda_http::Request;
use platform::{AccountRole, ApiError, ApiResult, Reply, StoreError, secrets};
use std::sync::Arc;

/// Makes the first administrator: once, with the code that whoever deployed has set.
pub(crate) async fn set_up(state: Arc<Registration>, request: Request) -> ApiResult<Reply> {
    let SetUp { set_up_code, name, mobile, password } = platform::body(&request)?;
    if secrets::hash_token(&set_up_code) != secrets::hash_token(&state.set_up_code) {
        return Err(ApiError::not_found());
    }
    codes::require_mobile(&mobile)?;
    accounts::require_name(&name)?;
    accounts::require_password(&password)?;
    let account = accounts::new_account(&state.app, name, "", &mobile, &password, AccountRole::PlatformAdmin);
    match state.app.store.enrol_first_admin(&account).await {
        Ok(_) => sessions::open(&state.app, &account).await,
        Err(StoreError::Changed) => Err(AccountRefusal::SetUpDone.into()),
        Err(error) => Err(error.into()),
    }
}
