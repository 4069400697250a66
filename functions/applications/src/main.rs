//! Starting an application, reading it, and where it stands.

mod choice;
mod copy;
mod progress;
mod read;
mod start;
mod versions;

use api::routes::Route;
use platform::{App, Lambda};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    Lambda::new(App::start().await)
        .on(Route::StartApplication, start::start)
        .on(Route::ListMine, read::list_mine)
        .on(Route::ReadApplication, read::read)
        .on(Route::ChooseCommittee, choice::choose)
        .on(Route::CopyEarlier, copy::copy)
        .on(Route::ReadProgress, progress::read)
        .on(Route::ReadVersions, versions::read)
        .serve()
        .await
}
