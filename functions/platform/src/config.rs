//! The function's environment, read once at start. Every name stands in `infra/template.yaml`.

/// What every function has.
#[derive(Clone, Debug)]
pub struct Config {
    pub table: String,
    pub files_bucket: String,
    pub policies_dir: String,
    pub site_origin: String,
    pub identity_key: String,
    /// A file with an offset in seconds; only the local cloud sets it.
    pub clock_file: Option<String>,
    pub s3_endpoint_is_local: bool,
}

impl Config {
    pub fn from_environment() -> Self {
        Self {
            table: required("TABLE"),
            files_bucket: required("FILES_BUCKET"),
            policies_dir: required("POLICIES_DIR"),
            site_origin: required("SITE_ORIGIN"),
            identity_key: required("IDENTITY_KEY"),
            clock_file: optional("CLOCK_FILE"),
            s3_endpoint_is_local: optional("AWS_ENDPOINT_URL_S3").is_some(),
        }
    }
}

/// A variable without which the function must not start.
pub fn required(name: &str) -> String {
    optional(name)
        .unwrap_or_else(|| panic!("environment variable {name} is not set; see infra/template.yaml"))
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn optional(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
