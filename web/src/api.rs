//! The one way to the server: same origin, JSON both ways, refusals as problem bodies.

use api::problem::ProblemBody;
use api::routes::Route;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestCredentials, RequestInit, Response};

use crate::texts::{refusal_in_language, texts};

#[derive(Clone, Debug, PartialEq)]
pub enum ApiError {
    Refused(Box<ProblemBody>),
    /// No answer, or none that this page can read.
    Offline,
    /// Not asked: the server does not have all that is typed in these sections.
    Unsaved(Vec<String>),
}

impl ApiError {
    /// Returns what happened, in the language of the page. A refusal of newer functions, which this site does not
    /// know, stays Chinese.
    pub fn message(&self) -> String {
        match self {
            Self::Refused(problem) => {
                problem.reason.as_ref().map_or_else(|| problem.title.clone(), refusal_in_language)
            }
            Self::Offline => texts().common.offline.to_owned(),
            Self::Unsaved(_) => texts().form.saving.unsaved.to_owned(),
        }
    }

    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused(problem) => Some(problem.status),
            Self::Offline | Self::Unsaved(_) => None,
        }
    }

    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Refused(problem) => Some(&problem.code),
            Self::Offline | Self::Unsaved(_) => None,
        }
    }

    /// `/mobile`: the field of the request that is refused.
    pub fn pointer(&self) -> Option<&str> {
        match self {
            Self::Refused(problem) => problem.pointer.as_deref(),
            Self::Offline | Self::Unsaved(_) => None,
        }
    }

    /// Returns whether the same call may be answered another time: it is not the content that was refused.
    pub fn may_pass(&self) -> bool {
        self.status().is_none_or(|status| matches!(status, 401 | 408 | 429 | 500..))
    }

    pub fn is_signed_out(&self) -> bool {
        self.status() == Some(401)
    }
}

/// For calls without a body.
pub const NO_BODY: Option<&()> = None;

pub async fn call<B: Serialize, R: DeserializeOwned>(
    route: Route,
    parameters: &[&str],
    body: Option<&B>,
) -> Result<R, ApiError> {
    let text = send(&route.method().to_string(), &route.url(parameters), body).await?;
    serde_json::from_str(&text).map_err(|_| ApiError::Offline)
}

/// For routes that answer 204.
pub async fn call_empty<B: Serialize>(
    route: Route,
    parameters: &[&str],
    body: Option<&B>,
) -> Result<(), ApiError> {
    send(&route.method().to_string(), &route.url(parameters), body).await.map(drop)
}

/// `GET …?q=`: what is searched for is percent-encoded.
pub async fn search<R: DeserializeOwned>(route: Route, q: &str) -> Result<R, ApiError> {
    let url = format!("{}?q={}", route.url(&[]), String::from(js_sys::encode_uri_component(q)));
    get_json(&url).await
}

/// A static file of the site, such as a pack.
pub async fn get_json<R: DeserializeOwned>(url: &str) -> Result<R, ApiError> {
    let text = send("GET", url, NO_BODY).await?;
    serde_json::from_str(&text).map_err(|_| ApiError::Offline)
}

/// Outlives the page: nobody waits for the answer. The browser sends at most 64 KiB this way.
pub fn send_before_leaving<B: Serialize>(route: Route, parameters: &[&str], body: &B) {
    let method = route.method().to_string();
    if let Ok(request) = request(&method, &route.url(parameters), Some(body), true)
        && let Some(window) = web_sys::window()
    {
        let _ = window.fetch_with_request(&request);
    }
}

async fn send<B: Serialize>(method: &str, url: &str, body: Option<&B>) -> Result<String, ApiError> {
    let response = fetch(method, url, body).await.map_err(|_| ApiError::Offline)?;
    let text = text_of(&response).await.map_err(|_| ApiError::Offline)?;
    if response.ok() {
        return Ok(text);
    }
    let problem = serde_json::from_str(&text).map_err(|_| ApiError::Offline)?;
    Err(ApiError::Refused(Box::new(problem)))
}

async fn fetch<B: Serialize>(method: &str, url: &str, body: Option<&B>) -> Result<Response, JsValue> {
    let request = request(method, url, body, false)?;
    let window = web_sys::window().ok_or_else(|| JsValue::from("no window"))?;
    JsFuture::from(window.fetch_with_request(&request)).await.map(Response::from)
}

fn request<B: Serialize>(
    method: &str,
    url: &str,
    body: Option<&B>,
    keepalive: bool,
) -> Result<Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(method);
    init.set_credentials(RequestCredentials::SameOrigin);
    js_sys::Reflect::set(&init, &"keepalive".into(), &keepalive.into())?;
    if let Some(body) = body {
        let json = serde_json::to_string(body).map_err(|error| JsValue::from(error.to_string()))?;
        init.set_body(&JsValue::from(json));
    }
    let request = Request::new_with_str_and_init(url, &init)?;
    request.headers().set("accept", "application/json")?;
    // Writes without a body too: the server takes no form that another site could send.
    if method != "GET" {
        request.headers().set("content-type", "application/json")?;
    }
    Ok(request)
}

async fn text_of(response: &Response) -> Result<String, JsValue> {
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}
