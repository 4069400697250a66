//! The shared registers over HTTP: `GET {REGISTRY_URL}/{registry}/{key}?year={cycle year}`, the key being the
//! SHA-256 of the ID number so that no number stands in a URL. 404: not found.

use domain::form::Values;
use domain::pack::Registry;
use platform::secrets;
use serde::Deserialize;
use std::time::Duration;

/// A slow register must never hold up typing (domain.md §7, case 88).
const TIME_LIMIT: Duration = Duration::from_secs(5);
/// An honest answer is a few hundred bytes.
const MOST_BYTES: u64 = 64 * 1024;

#[derive(Clone)]
pub(crate) struct Registries {
    url: String,
    agent: ureq::Agent,
}

/// An answer that cannot be understood counts as none.
#[derive(Clone)]
pub(crate) enum Answer {
    Found(Values),
    NotFound,
    ServiceDown,
}

#[derive(Deserialize)]
struct Entry {
    found: bool,
    #[serde(default)]
    values: Values,
}

impl Registries {
    pub(crate) fn from_environment() -> Self {
        let config = ureq::Agent::config_builder().timeout_global(Some(TIME_LIMIT)).build();
        Self { url: platform::required("REGISTRY_URL"), agent: config.new_agent() }
    }

    pub(crate) async fn ask(&self, registry: Registry, id_number: &str, cycle_year: i32) -> Answer {
        let key = secrets::hash_token(id_number);
        let url = format!("{}/{}/{key}?year={cycle_year}", self.url, path(registry));
        let agent = self.agent.clone();
        let asked = tokio::task::spawn_blocking(move || {
            let mut answer = agent.get(&url).call()?;
            answer.body_mut().with_config().limit(MOST_BYTES).read_json::<Entry>()
        });
        match asked.await {
            Ok(Ok(Entry { found: true, values })) => Answer::Found(values),
            Ok(Ok(Entry { found: false, .. }) | Err(ureq::Error::StatusCode(404))) => Answer::NotFound,
            Ok(Err(_)) | Err(_) => Answer::ServiceDown,
        }
    }
}

fn path(registry: Registry) -> &'static str {
    match registry {
        Registry::Titles => "titles",
        Registry::CommonCourses => "common-courses",
        Registry::SocialInsurance => "social-insurance",
    }
}
