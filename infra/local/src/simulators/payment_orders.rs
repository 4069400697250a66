//! A payment gateway for the local cloud. Its wire format, which the payments function is written against:
//!
//! Every call carries `x-gateway-timestamp` (seconds since 1970, at most 300 s off) and `x-gateway-signature`:
//! `hex(HMAC-SHA256(secret, timestamp + "." + METHOD + "." + path + "." + body))`, `path` without host or query,
//! `body` the raw bytes (empty for GET), hex in lower case. A wrong one answers 401.
//!
//! `POST {GATEWAY_URL}/orders`, body
//! `{"order_id","amount_fen","subject","notify_url","return_url"}`, answers 200
//! `{"pay_url","gateway_id"}`; the same order again gives the same answer, another amount answers 409. An order that
//! was closed is open again.
//!
//! `GET {GATEWAY_URL}/orders/{order_id}` answers 200
//! `{"order_id","amount_fen","state":"unpaid"|"paid"|"closed","transaction_id"?,"paid_at"?}` or 404;
//! `paid_at` is RFC 3339.
//!
//! `POST {GATEWAY_URL}/orders/{order_id}/close` closes the order, unless it is paid, and answers like the GET: from
//! then on nobody pays it.
//!
//! Callback when paid: `POST {notify_url}` with
//! `{"order_id","amount_fen","transaction_id","paid_at","state":"paid"}`, signed alike with the path of
//! `notify_url`; any 2xx accepts it, otherwise it comes again, five times in all.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::error::Error;
use crate::files::write_whole;

/// Seconds a caller's clock may be off.
const MAX_SKEW: u64 = 300;

#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Order {
    #[serde(flatten)]
    pub(crate) request: OrderRequest,
    pub(crate) gateway_id: String,
    pub(crate) state: OrderState,
    pub(crate) transaction_id: Option<String>,
    pub(crate) paid_at: Option<String>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct OrderRequest {
    pub(crate) order_id: String,
    pub(crate) amount_fen: u64,
    pub(crate) subject: String,
    pub(crate) notify_url: String,
    pub(crate) return_url: String,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OrderState {
    Unpaid,
    Paid,
    Closed,
}

#[derive(Serialize)]
struct Placed {
    pay_url: String,
    gateway_id: String,
}

#[derive(Serialize)]
struct Status {
    order_id: String,
    amount_fen: u64,
    state: OrderState,
    #[serde(skip_serializing_if = "Option::is_none")]
    transaction_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paid_at: Option<String>,
}

/// The gateway's orders by `order_id`, rewritten whole to a file when the cloud is persistent.
pub(crate) struct PaymentOrders {
    orders: Mutex<BTreeMap<String, Order>>,
    file: Option<PathBuf>,
    secret: String,
    edge: String,
}

impl PaymentOrders {
    pub(crate) fn open(file: Option<PathBuf>, secret: String, edge: String) -> Result<Self, Error> {
        let stored = file.as_ref().and_then(|path| std::fs::read(path).ok());
        let orders = stored.map_or_else(|| Ok(BTreeMap::new()), |content| serde_json::from_slice(&content));
        let orders = orders.map_err(|error| Error::Template(format!("stored payment orders: {error}")))?;
        Ok(Self { orders: Mutex::new(orders), file, secret, edge })
    }

    fn orders(&self) -> MutexGuard<'_, BTreeMap<String, Order>> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn by_gateway_id(&self, gateway_id: &str) -> Option<Order> {
        self.orders().values().find(|order| order.gateway_id == gateway_id).cloned()
    }

    /// Marks an unpaid order; `None` when it is unknown or no longer unpaid.
    pub(crate) fn pay(&self, gateway_id: &str, paid_at: String) -> std::io::Result<Option<Order>> {
        let mut orders = self.orders();
        let unpaid = |order: &&mut Order| order.gateway_id == gateway_id && order.state == OrderState::Unpaid;
        let Some(order) = orders.values_mut().find(unpaid) else { return Ok(None) };
        order.state = OrderState::Paid;
        order.transaction_id = Some(format!("T{}", uuid::Uuid::new_v4().simple()));
        order.paid_at = Some(paid_at);
        let paid = order.clone();
        self.store(&orders)?;
        Ok(Some(paid))
    }

    fn place(&self, request: OrderRequest) -> std::io::Result<Option<Placed>> {
        let mut orders = self.orders();
        let order = orders.entry(request.order_id.clone()).or_insert_with(|| Order {
            request: request.clone(),
            gateway_id: uuid::Uuid::new_v4().simple().to_string(),
            state: OrderState::Unpaid,
            transaction_id: None,
            paid_at: None,
        });
        if order.request.amount_fen != request.amount_fen {
            return Ok(None);
        }
        if order.state == OrderState::Closed {
            order.state = OrderState::Unpaid;
        }
        let gateway_id = order.gateway_id.clone();
        self.store(&orders)?;
        let pay_url = format!("{}/_local/cashier/{gateway_id}", self.edge);
        Ok(Some(Placed { pay_url, gateway_id }))
    }

    /// Closes an unpaid order, and returns it as it is then.
    fn close(&self, order_id: &str) -> std::io::Result<Option<Order>> {
        let mut orders = self.orders();
        let Some(order) = orders.get_mut(order_id) else { return Ok(None) };
        if order.state == OrderState::Unpaid {
            order.state = OrderState::Closed;
        }
        let closed = order.clone();
        self.store(&orders)?;
        Ok(Some(closed))
    }

    fn store(&self, orders: &BTreeMap<String, Order>) -> std::io::Result<()> {
        let Some(path) = &self.file else { return Ok(()) };
        write_whole(path, &serde_json::to_vec(orders)?)
    }

    /// Timestamp and signature of a message sent at this moment.
    pub(crate) fn sign(&self, method: &Method, path: &str, body: &[u8]) -> (String, String) {
        let timestamp = system_seconds().to_string();
        let signature = hex::encode(self.mac(&timestamp, method, path, body).finalize().into_bytes());
        (timestamp, signature)
    }

    fn mac(&self, timestamp: &str, method: &Method, path: &str, body: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes()).expect("HMAC takes any key");
        mac.update(format!("{timestamp}.{method}.{path}.").as_bytes());
        mac.update(body);
        mac
    }

    fn is_signed(&self, headers: &HeaderMap, method: &Method, path: &str, body: &[u8]) -> bool {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let timestamp = header("x-gateway-timestamp");
        let recent = timestamp.parse().is_ok_and(|at: u64| at.abs_diff(system_seconds()) <= MAX_SKEW);
        let signature = hex::decode(header("x-gateway-signature")).unwrap_or_default();
        recent && self.mac(timestamp, method, path, body).verify_slice(&signature).is_ok()
    }
}

fn system_seconds() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

pub(crate) fn routes(orders: Arc<PaymentOrders>) -> Router {
    Router::new()
        .route("/_local/gateway/orders", post(place))
        .route("/_local/gateway/orders/{order_id}", get(status))
        .route("/_local/gateway/orders/{order_id}/close", post(close))
        .with_state(orders)
}

async fn place(
    State(orders): State<Arc<PaymentOrders>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, StatusCode> {
    if !orders.is_signed(&headers, &Method::POST, uri.path(), &body) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    let request = serde_json::from_slice(&body).map_err(|_| StatusCode::BAD_REQUEST)?;
    let placed = orders.place(request).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    placed.map(|placed| Json(placed).into_response()).ok_or(StatusCode::CONFLICT)
}

async fn status(
    State(orders): State<Arc<PaymentOrders>>,
    Path(order_id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Json<Status>, StatusCode> {
    if !orders.is_signed(&headers, &Method::GET, uri.path(), b"") {
        return Err(StatusCode::UNAUTHORIZED);
    }
    let order = orders.orders().get(&order_id).cloned().ok_or(StatusCode::NOT_FOUND)?;
    Ok(Json(order.into()))
}

async fn close(
    State(orders): State<Arc<PaymentOrders>>,
    Path(order_id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Status>, StatusCode> {
    if !orders.is_signed(&headers, &Method::POST, uri.path(), &body) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    let closed = orders.close(&order_id).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    closed.map(|order| Json(order.into())).ok_or(StatusCode::NOT_FOUND)
}

impl From<Order> for Status {
    fn from(order: Order) -> Self {
        Self {
            order_id: order.request.order_id,
            amount_fen: order.request.amount_fen,
            state: order.state,
            transaction_id: order.transaction_id,
            paid_at: order.paid_at,
        }
    }
}
