//! The payment gateway and its callbacks.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::time::{SystemTime, UNIX_EPOCH};

use hmac::{Hmac, Mac};
use local::{CallbackMode, Fault, LocalCloud};
use serde_json::{Value, json};
use sha2::Sha256;
use ureq::Body;
use ureq::http::Response;

use crate::{agent, cloud, get, json_of, text_of};

const SECRET: &str = "fixture-secret";

fn signature(timestamp: &str, method: &str, path: &str, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(format!("{timestamp}.{method}.{path}.{body}").as_bytes());
    hex::encode(mac.finalize().into_bytes())
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn place(cloud: &LocalCloud, amount: u64, notify: &str, at: u64) -> Response<Body> {
    let body = json!({
        "order_id": "order-1", "amount_fen": amount, "subject": "评审费",
        "notify_url": notify, "return_url": cloud.edge_url(),
    })
    .to_string();
    let path = "/_local/gateway/orders";
    agent()
        .post(format!("{}{path}", cloud.edge_url()))
        .header("x-gateway-timestamp", at.to_string())
        .header("x-gateway-signature", signature(&at.to_string(), "POST", path, &body))
        .send(&body)
        .unwrap()
}

fn look_up(cloud: &LocalCloud) -> Value {
    let (path, at) = ("/_local/gateway/orders/order-1", now().to_string());
    let request = agent()
        .get(format!("{}{path}", cloud.edge_url()))
        .header("x-gateway-signature", signature(&at, "GET", path, ""))
        .header("x-gateway-timestamp", at);
    json_of(request.call().unwrap())
}

fn pay(page: &str) {
    let response = agent().post(page).send_form([("action", "pay")]).unwrap();
    assert_eq!(response.status(), 303);
}

/// Takes one callback and answers it; gives its head and body.
fn receive(listener: &TcpListener) -> (String, String) {
    let (mut stream, _) = listener.accept().unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        reader.read_line(&mut head).unwrap();
    }
    let length =
        head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap().parse().unwrap();
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    stream.write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n").unwrap();
    (head, String::from_utf8(body).unwrap())
}

#[test]
fn an_order_is_placed_once_and_paid_with_a_signed_callback() {
    let cloud = cloud();
    let merchant = TcpListener::bind("127.0.0.1:0").unwrap();
    let notify = format!("http://{}/api/payments/callback", merchant.local_addr().unwrap());
    let placed = json_of(place(&cloud, 12_345, &notify, now()));
    assert_eq!(json_of(place(&cloud, 12_345, &notify, now())), placed);
    assert_eq!(place(&cloud, 1, &notify, now()).status(), 409);
    assert_eq!(look_up(&cloud)["state"], "unpaid");

    let page = placed["pay_url"].as_str().unwrap();
    assert!(text_of(get(page)).contains("¥123.45"));
    let (head, body) = std::thread::scope(|scope| {
        let merchant = scope.spawn(|| receive(&merchant));
        pay(page);
        merchant.join().unwrap()
    });
    let line = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).unwrap().to_owned();
    let expected = signature(&line("x-gateway-timestamp: "), "POST", "/api/payments/callback", &body);
    assert_eq!(line("x-gateway-signature: "), expected);
    let callback: Value = serde_json::from_str(&body).unwrap();
    let order = look_up(&cloud);
    assert_eq!((&order["state"], &callback["state"]), (&json!("paid"), &json!("paid")));
    assert_eq!(callback["transaction_id"], order["transaction_id"]);
    assert!(text_of(get(page)).contains("支付成功"));
}

#[test]
fn a_call_with_an_old_or_wrong_signature_is_401() {
    let cloud = cloud();
    assert_eq!(place(&cloud, 1, "http://127.0.0.1:1/", now() - 301).status(), 401);
    let url = format!("{}/_local/gateway/orders/order-1", cloud.edge_url());
    assert_eq!(get(&url).status(), 401);
}

#[test]
fn a_dropped_callback_leaves_the_order_paid() {
    let cloud = cloud();
    let merchant = TcpListener::bind("127.0.0.1:0").unwrap();
    merchant.set_nonblocking(true).unwrap();
    cloud.inject(&Fault::Callback { mode: CallbackMode::Drop }).unwrap();
    let notify = format!("http://{}/", merchant.local_addr().unwrap());
    let placed = json_of(place(&cloud, 1, &notify, now()));
    pay(placed["pay_url"].as_str().unwrap());
    assert_eq!(look_up(&cloud)["state"], "paid");
    assert!(merchant.accept().is_err(), "nobody may have called");
}
