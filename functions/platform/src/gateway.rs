//! The payment gateway over HTTP. Requests and callbacks carry
//! `x-gateway-signature: hex(HMAC-SHA256(secret, timestamp.METHOD.path.body))`.

use crate::config::required;
use crate::error::{ApiError, ApiResult};
use crate::secrets;
use api::refusal::PaymentRefusal;
use chrono::{DateTime, FixedOffset, Utc};
use domain::ids::OrderId;
use serde::{Deserialize, Serialize};
use std::time::Duration;

const TIME_LIMIT: Duration = Duration::from_secs(8);
/// A callback older than this may have been recorded and sent again by somebody else.
const MAX_SKEW_SECONDS: i64 = 300;

#[derive(Clone)]
pub struct Gateway {
    url: String,
    secret: String,
    agent: ureq::Agent,
}

/// An order as the gateway describes it.
#[derive(Clone, Debug, Deserialize)]
pub struct GatewayOrder {
    pub amount_fen: u32,
    pub state: GatewayState,
    #[serde(default)]
    pub transaction_id: Option<String>,
    #[serde(default)]
    pub paid_at: Option<DateTime<FixedOffset>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GatewayState {
    Unpaid,
    Paid,
    Closed,
}

#[derive(Serialize)]
struct NewOrder<'a> {
    order_id: &'a OrderId,
    amount_fen: u32,
    subject: &'a str,
    notify_url: String,
    return_url: String,
}

#[derive(Deserialize)]
struct Opened {
    pay_url: String,
}

impl Gateway {
    pub fn from_environment() -> Self {
        let config =
            ureq::Agent::config_builder().timeout_global(Some(TIME_LIMIT)).http_status_as_error(true).build();
        Self { url: required("GATEWAY_URL"), secret: required("GATEWAY_SECRET"), agent: config.new_agent() }
    }

    /// Opens an order and returns the address where it is paid; repeating it for one order is harmless.
    pub async fn open(
        &self,
        order: &OrderId,
        amount_fen: u32,
        subject: &str,
        notify_url: String,
        return_url: String,
    ) -> ApiResult<String> {
        let body = NewOrder { order_id: order, amount_fen, subject, notify_url, return_url };
        let body = serde_json::to_string(&body).map_err(ApiError::internal)?;
        let opened: Opened = self.call("POST", "orders", body).await?;
        Ok(opened.pay_url)
    }

    pub async fn ask(&self, order: &OrderId) -> ApiResult<GatewayOrder> {
        self.call("GET", &format!("orders/{order}"), String::new()).await
    }

    /// Closes an order, unless it is paid, and returns it as it is then: nobody can pay it any more. `open` opens it
    /// again.
    pub async fn close(&self, order: &OrderId) -> ApiResult<GatewayOrder> {
        self.call("POST", &format!("orders/{order}/close"), String::new()).await
    }

    async fn call<T>(&self, method: &'static str, resource: &str, body: String) -> ApiResult<T>
    where
        T: serde::de::DeserializeOwned + Send + 'static,
    {
        let url = format!("{}/{resource}", self.url);
        let path = path_of(&url).to_owned();
        let timestamp = wall_clock_seconds().to_string();
        let signature = self.signature(&timestamp, method, &path, body.as_bytes());
        let agent = self.agent.clone();
        let asked = tokio::task::spawn_blocking(move || {
            let headers = [("x-gateway-timestamp", timestamp), ("x-gateway-signature", signature)];
            if method == "GET" {
                let request = headers.iter().fold(agent.get(&url), |r, (name, value)| r.header(*name, value));
                request.call()?.body_mut().read_json()
            } else {
                let request =
                    headers.iter().fold(agent.post(&url), |r, (name, value)| r.header(*name, value));
                request.content_type("application/json").send(body)?.body_mut().read_json()
            }
        });
        asked.await.map_err(ApiError::internal)?.map_err(|error: ureq::Error| {
            tracing::warn!(cause = %error, "payment gateway does not answer");
            PaymentRefusal::GatewayDown.into()
        })
    }

    fn signature(&self, timestamp: &str, method: &str, path: &str, body: &[u8]) -> String {
        hex::encode(secrets::sign(&self.secret, &message(timestamp, method, path, body)))
    }

    /// Tells whether a callback to `path` was signed by the gateway, and just now.
    pub fn is_genuine(&self, timestamp: &str, signature: &str, path: &str, body: &[u8]) -> bool {
        let fresh =
            timestamp.parse::<i64>().is_ok_and(|at| (wall_clock_seconds() - at).abs() <= MAX_SKEW_SECONDS);
        let signature = hex::decode(signature).unwrap_or_default();
        fresh && secrets::is_signed(&self.secret, &message(timestamp, "POST", path, body), &signature)
    }
}

fn message(timestamp: &str, method: &str, path: &str, body: &[u8]) -> Vec<u8> {
    [timestamp.as_bytes(), b".", method.as_bytes(), b".", path.as_bytes(), b".", body].concat()
}

fn path_of(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    after_scheme.find('/').map_or("/", |slash| &after_scheme[slash..])
}

#[expect(clippy::disallowed_methods, reason = "signatures between machines are dated by the real clock")]
fn wall_clock_seconds() -> i64 {
    Utc::now().timestamp()
}
