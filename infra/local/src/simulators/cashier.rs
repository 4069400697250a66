//! The page on which a fee is paid, and the callbacks of the payment gateway.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{Method, Request, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Deserialize;
use serde_json::json;

use crate::simulators::clock::Clock;
use crate::simulators::faults::{CallbackMode, Faults};
use crate::simulators::page::{escaped, shell};
use crate::simulators::payment_orders::{Order, OrderState, PaymentOrders};

const ATTEMPTS: u32 = 5;
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const ANSWER_LIMIT: Duration = Duration::from_secs(10);
const DELAY: Duration = Duration::from_secs(5);

/// The page a payer sees, and the callbacks that follow.
#[derive(Clone)]
struct Cashier {
    orders: Arc<PaymentOrders>,
    clock: Arc<Clock>,
    faults: Arc<Faults>,
    client: Client<HttpConnector, Body>,
}

pub(crate) fn routes(orders: Arc<PaymentOrders>, clock: Arc<Clock>, faults: Arc<Faults>) -> Router {
    let client = Client::builder(TokioExecutor::new()).build_http();
    Router::new().route("/_local/cashier/{gateway_id}", get(show).post(decide)).with_state(Cashier {
        orders,
        clock,
        faults,
        client,
    })
}

#[derive(Deserialize)]
struct Decision {
    action: Action,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Action {
    Pay,
    Cancel,
}

async fn show(State(cashier): State<Cashier>, Path(gateway_id): Path<String>) -> Response {
    match cashier.orders.by_gateway_id(&gateway_id) {
        Some(order) => page_of(&order).into_response(),
        None => (StatusCode::NOT_FOUND, shell("收银台", "<article><p>没有这个订单。</p></article>"))
            .into_response(),
    }
}

async fn decide(
    State(cashier): State<Cashier>,
    Path(gateway_id): Path<String>,
    Form(decision): Form<Decision>,
) -> Result<Response, StatusCode> {
    let order = cashier.orders.by_gateway_id(&gateway_id).ok_or(StatusCode::NOT_FOUND)?;
    match decision.action {
        Action::Cancel => Ok(Redirect::to(&order.request.return_url).into_response()),
        Action::Pay => {
            let paid = cashier.orders.pay(&gateway_id, cashier.clock.now().to_rfc3339());
            if let Some(paid) = paid.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)? {
                cashier.call_back(paid).await;
            }
            Ok(Redirect::to(&format!("/_local/cashier/{gateway_id}")).into_response())
        }
    }
}

impl Cashier {
    /// The first callback ends before the payer's page is shown; whatever must follow runs behind.
    async fn call_back(&self, order: Order) {
        match self.faults.callback() {
            CallbackMode::Drop => {}
            CallbackMode::Once => self.deliver(order).await,
            CallbackMode::Duplicate => {
                self.deliver(order.clone()).await;
                self.deliver(order).await;
            }
            CallbackMode::Delay => {
                let cashier = self.clone();
                tokio::spawn(async move {
                    tokio::time::sleep(DELAY).await;
                    cashier.deliver(order).await;
                });
            }
        }
    }

    async fn deliver(&self, order: Order) {
        if self.send(&order).await {
            return;
        }
        let cashier = self.clone();
        tokio::spawn(async move {
            let mut pause = FIRST_PAUSE;
            for _ in 1..ATTEMPTS {
                tokio::time::sleep(pause).await;
                if cashier.send(&order).await {
                    return;
                }
                pause *= 2;
            }
        });
    }

    /// Sends the callback; tells whether it was accepted.
    async fn send(&self, order: &Order) -> bool {
        let Ok(uri) = order.request.notify_url.parse::<Uri>() else { return false };
        let body = json!({
            "order_id": order.request.order_id,
            "amount_fen": order.request.amount_fen,
            "transaction_id": order.transaction_id,
            "paid_at": order.paid_at,
            "state": order.state,
        })
        .to_string();
        let (timestamp, signature) = self.orders.sign(&Method::POST, uri.path(), body.as_bytes());
        let request = Request::post(uri)
            .header("content-type", "application/json")
            .header("x-gateway-timestamp", timestamp)
            .header("x-gateway-signature", signature)
            .body(Body::from(body));
        let Ok(request) = request else { return false };
        let answer = tokio::time::timeout(ANSWER_LIMIT, self.client.request(request)).await;
        answer.is_ok_and(|response| response.is_ok_and(|response| response.status().is_success()))
    }
}

fn page_of(order: &Order) -> Html<String> {
    let request = &order.request;
    let facts = format!(
        "<dl><dt>订单号</dt><dd>{}</dd><dt>项目</dt><dd>{}</dd><dt>金额</dt><dd class=\"big\">¥{}.{:02}</dd></dl>",
        escaped(&request.order_id),
        escaped(&request.subject),
        request.amount_fen / 100,
        request.amount_fen % 100
    );
    let back = format!("<a class=\"button main\" href=\"{}\">返回</a>", escaped(&request.return_url));
    match order.state {
        OrderState::Unpaid => {
            let buttons = "<form method=\"post\"><button class=\"main\" name=\"action\" value=\"pay\">确认支付</button>\
                 <button name=\"action\" value=\"cancel\">取消</button></form>";
            shell("收银台", &format!("{facts}{buttons}"))
        }
        OrderState::Paid => shell("支付成功", &format!("{facts}{back}")),
        OrderState::Closed => shell("订单已关闭", &format!("{facts}{back}")),
    }
}
