//! The answer to a refused request: status, code, and the field of the request at fault.

pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) code: &'static str,
    pub(super) pointer: Option<&'static str>,
}

impl Answer {
    pub(super) fn new(status: u16, code: &'static str) -> Self {
        Self { status, code, pointer: None }
    }

    /// 422 for one field of the request.
    pub(super) fn invalid(pointer: &'static str) -> Self {
        Self { pointer: Some(pointer), ..Self::new(422, "E_INVALID") }
    }

    pub(super) fn conflict(code: &'static str) -> Self {
        Self::new(409, code)
    }

    pub(super) fn too_many() -> Self {
        Self::new(429, "E_TOO_MANY")
    }
}
