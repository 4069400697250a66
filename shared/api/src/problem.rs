//! The body of every refusal: RFC 9457 `application/problem+json`, with a stable code.

use domain::form::Problem;
use serde::{Deserialize, Serialize};

pub const MEDIA_TYPE: &str = "application/problem+json";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProblemBody {
    /// The HTTP status, repeated as RFC 9457 asks.
    pub status: u16,
    /// Stable: `E_COMMITTEE_MISMATCH`.
    pub code: String,
    /// A Chinese sentence that says what to do.
    pub title: String,
    /// JSON pointer into the request (`/mobile`) of the field that is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Of an incomplete application: each with its place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
    /// Of a stale write (409): what the server holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<crate::applications::StoredSection>,
}
