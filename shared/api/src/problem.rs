//! The body of every refusal: RFC 9457 `application/problem+json`, with a stable code.

use crate::applications::StoredSection;
use crate::refusal::ApiRefusal;
use domain::form::Problem;
use serde::{Deserialize, Deserializer, Serialize};

pub const MEDIA_TYPE: &str = "application/problem+json";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProblemBody {
    /// The HTTP status, repeated as RFC 9457 asks.
    pub status: u16,
    /// The stable code: `E_COMMITTEE_MISMATCH`.
    pub code: String,
    /// A Chinese sentence that says what to do, for callers without the site.
    pub title: String,
    /// JSON pointer into the request (`/mobile`) of the field that is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The problems of an incomplete application, each with its place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
    /// The section that the server holds, after a stale write (409).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<StoredSection>,
    /// The refusal as data, from which the site makes words in its language. None if it is one that this side does
    /// not know yet: a site may be older than the functions.
    #[serde(default, deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub reason: Option<ApiRefusal>,
}

impl From<ApiRefusal> for ProblemBody {
    fn from(refusal: ApiRefusal) -> Self {
        Self {
            status: refusal.status(),
            code: refusal.code().to_owned(),
            title: refusal.in_chinese(),
            pointer: refusal.pointer().map(str::to_owned),
            problems: refusal.problems().to_vec(),
            current: None,
            reason: Some(refusal),
        }
    }
}

fn known<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<ApiRefusal>, D::Error> {
    let reason = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(reason).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::{AccountRefusal, UploadRefusal};
    use domain::workflow::Refusal;

    fn told(refusal: impl Into<ApiRefusal>) -> ProblemBody {
        let text = serde_json::to_string(&ProblemBody::from(refusal.into())).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn a_refusal_arrives_as_it_was_sent() {
        let refusals: [ApiRefusal; 4] = [
            ApiRefusal::Unreadable { column: 12 },
            AccountRefusal::TooManySignIns { minutes: 15 }.into(),
            UploadRefusal::TooManyPages { max: 40 }.into(),
            Refusal::NotPublicised { days: 5 }.into(),
        ];
        for refusal in refusals {
            assert_eq!(told(refusal.clone()).reason, Some(refusal));
        }
    }

    #[test]
    fn a_field_that_is_refused_is_named() {
        let body = told(AccountRefusal::MobileTaken);
        assert_eq!(
            (body.status, body.code.as_str(), body.pointer.as_deref()),
            (422, "E_INVALID", Some("/mobile"))
        );
        assert_eq!(body.title, "该手机号码已注册，请直接登录或更换号码");
    }

    #[test]
    fn a_step_that_is_not_the_caller_s_is_not_there() {
        assert_eq!(told(Refusal::NotYours).status, 404);
        assert_eq!(told(Refusal::NotYours), told(ApiRefusal::NotFound));
    }

    #[test]
    fn a_reason_that_is_not_known_leaves_the_title() {
        let newer = r#"{"status":409,"code":"E_NEW","title":"请稍候","reason":{"Account":"Unheard"}}"#;
        let body: ProblemBody = serde_json::from_str(newer).unwrap();
        assert_eq!((body.title.as_str(), body.reason), ("请稍候", None));
    }
}
