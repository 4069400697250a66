//! Taking a step, and the queues of those who take it.

mod queue;
mod step;

use api::routes::Route;
use platform::{App, Lambda};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    Lambda::new(App::start().await)
        .on(Route::TakeStep, step::take)
        .on(Route::ReadQueue, queue::read)
        .serve()
        .await
}
