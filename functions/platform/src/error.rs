//! How a request can fail, and what the caller is told. The cause stays inside and is logged once, in `http`.

use crate::store::StoreError;
use api::applications::StoredSection;
use api::problem::ProblemBody;
use domain::words::chinese;
use domain::workflow::Refusal;

#[derive(Debug)]
pub enum ApiError {
    /// The caller's to mend; the body says how.
    Refused(Box<ProblemBody>),
    /// Ours: 500 and one log line.
    Internal(String),
}

pub type ApiResult<T> = Result<T, ApiError>;

impl ApiError {
    pub fn refused(status: u16, code: &str, title: impl Into<String>) -> Self {
        Self::Refused(Box::new(ProblemBody {
            status,
            code: code.into(),
            title: title.into(),
            pointer: None,
            problems: Vec::new(),
            current: None,
        }))
    }

    /// 422 for one field of the request.
    pub fn invalid(pointer: &str, title: impl Into<String>) -> Self {
        match Self::refused(422, "E_INVALID", title) {
            Self::Refused(body) => {
                Self::Refused(Box::new(ProblemBody { pointer: Some(pointer.into()), ..*body }))
            }
            internal @ Self::Internal(_) => internal,
        }
    }

    pub fn bad_request(title: impl Into<String>) -> Self {
        Self::refused(400, "E_BAD_REQUEST", title)
    }

    pub fn signed_out() -> Self {
        Self::refused(401, "E_SIGNED_OUT", "请先登录；登录后可继续刚才的操作")
    }

    /// Also for what the caller may not know of.
    pub fn not_found() -> Self {
        Self::refused(404, "E_NOT_FOUND", "没有找到，或您无权查看")
    }

    pub fn conflict(code: &str, title: impl Into<String>) -> Self {
        Self::refused(409, code, title)
    }

    /// 409 with what the server holds, so that nothing typed is lost.
    pub fn stale(current: StoredSection) -> Self {
        match Self::conflict("E_STALE", "这一栏已在别处修改并保存，请对照后选择保留哪一份")
        {
            Self::Refused(body) => Self::Refused(Box::new(ProblemBody { current: Some(current), ..*body })),
            internal @ Self::Internal(_) => internal,
        }
    }

    pub fn too_many(title: impl Into<String>) -> Self {
        Self::refused(429, "E_TOO_MANY", title)
    }

    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Changed => {
                Self::conflict("E_FILE_MOVED", "该申报刚刚被更新，请刷新页面查看最新状态后再操作")
            }
            StoreError::Busy => Self::refused(503, "E_BUSY", "系统繁忙，请稍后再试，已填写的内容不会丢失"),
            StoreError::Failed(cause) => Self::Internal(cause),
        }
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        let status = match &refusal {
            Refusal::Incomplete { .. }
            | Refusal::ReasonsMissing
            | Refusal::ReasonsElsewhere
            | Refusal::AnswersMissing
            | Refusal::OpinionMissing => 422,
            Refusal::NotYours => 404,
            Refusal::NotPossible { .. }
            | Refusal::NotPublicised { .. }
            | Refusal::PublicityOutdated
            | Refusal::TableMissing
            | Refusal::NotRecommended
            | Refusal::UnitNotRecommended
            | Refusal::ObjectionUpheld
            | Refusal::FeeMissing
            | Refusal::TooLate { .. } => 409,
        };
        let (code, title) = (refusal.code().to_owned(), chinese::refusal(&refusal));
        if status == 404 {
            return Self::not_found();
        }
        let problems = if let Refusal::Incomplete { problems, .. } = refusal { problems } else { Vec::new() };
        Self::Refused(Box::new(ProblemBody { status, code, title, pointer: None, problems, current: None }))
    }
}
