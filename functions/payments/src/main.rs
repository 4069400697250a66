//! The order at the gateway, the gateway's word, and 缴费验证 (R68–R72).

mod callback;
mod open;
mod verify;

use api::routes::Route;
use platform::{App, Gateway, Lambda};

pub(crate) struct Payments {
    app: App,
    gateway: Gateway,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let state = Payments { app: App::start().await, gateway: Gateway::from_environment() };
    Lambda::new(state)
        .on(Route::OpenPayment, open::open)
        .on(Route::PaymentCallback, callback::receive)
        .on(Route::VerifyPayment, verify::verify)
        .serve()
        .await
}
