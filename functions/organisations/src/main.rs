//! Units, offices, their officers, and the batches that offices open.

mod batches;
mod offices;
mod units;

use api::routes::Route;
use platform::{App, Lambda};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    Lambda::new(App::start().await)
        .on(Route::FindUnits, units::find)
        .on(Route::AddOrganisation, offices::add)
        .on(Route::AddOfficer, offices::add_officer)
        .on(Route::ListBatches, batches::list)
        .on(Route::SetBatch, batches::set)
        .serve()
        .await
}
