//! The function's environment, read once at start. Every name stands in `infra/template.yaml`.

/// The configuration that every function has.
#[derive(Clone, Debug)]
pub struct Config {
    pub table: String,
    pub files_bucket: String,
    pub packs_dir: String,
    pub site_origin: String,
    pub identity_key: String,
    /// A file with an offset in seconds; only the local cloud sets it.
    pub clock_file: Option<String>,
    pub s3_is_emulated: bool,
}

impl Config {
    pub fn from_environment() -> Self {
        Self {
            table: required("TABLE"),
            files_bucket: required("FILES_BUCKET"),
            packs_dir: required("PACKS_DIR"),
            site_origin: required("SITE_ORIGIN"),
            identity_key: required("IDENTITY_KEY"),
            clock_file: optional("CLOCK_FILE"),
            s3_is_emulated: endpoint("S3").is_some(),
        }
    }
}

/// A variable without which the function must not start.
pub fn required(name: &str) -> String {
    optional(name)
        .unwrap_or_else(|| panic!("environment variable {name} is not set; see infra/template.yaml"))
}

/// Returns the address of an emulated AWS service (`S3`), or none for AWS itself.
///
/// The SDK reads the same variables, but takes an empty one for an address and panics. SAM passes one wherever the
/// template says `AWS::NoValue`.
pub(crate) fn endpoint(service: &str) -> Option<String> {
    optional(&format!("AWS_ENDPOINT_URL_{service}")).or_else(|| optional("AWS_ENDPOINT_URL"))
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn optional(name: &str) -> Option<String> {
    given(std::env::var(name).ok())
}

/// An empty variable is one that is not set.
fn given(value: Option<String>) -> Option<String> {
    value.filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::given;

    #[test]
    fn an_empty_variable_is_not_set() {
        assert_eq!(given(Some(String::new())), None);
        assert_eq!(given(None), None);
        assert_eq!(given(Some("http://127.0.0.1:1".into())).as_deref(), Some("http://127.0.0.1:1"));
    }
}
