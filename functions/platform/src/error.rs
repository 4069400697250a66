//! The failure of a request and what the caller is told of it. The cause stays inside and is logged once, in `http`.

use crate::store::StoreError;
use api::applications::StoredSection;
use api::problem::ProblemBody;
use api::refusal::ApiRefusal;

#[derive(Debug)]
pub enum ApiError {
    /// A fault that the caller can mend; the body says how.
    Refused(Box<ProblemBody>),
    /// A fault of the platform: 500 and one log line.
    Internal(String),
}

pub type ApiResult<T> = Result<T, ApiError>;

impl ApiError {
    /// Returns a 404, for what does not exist and for what the caller may not know of.
    pub fn not_found() -> Self {
        ApiRefusal::NotFound.into()
    }

    /// Returns a 409 with what the server holds, so that nothing typed is lost.
    pub fn stale(current: StoredSection) -> Self {
        let body = ProblemBody::from(ApiRefusal::Stale);
        Self::Refused(Box::new(ProblemBody { current: Some(current), ..body }))
    }

    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }
}

impl<R: Into<ApiRefusal>> From<R> for ApiError {
    fn from(refusal: R) -> Self {
        Self::Refused(Box::new(refusal.into().into()))
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Changed => ApiRefusal::Moved.into(),
            StoreError::Busy => ApiRefusal::Busy.into(),
            StoreError::Failed(cause) => Self::Internal(cause),
        }
    }
}
