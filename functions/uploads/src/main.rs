//! Scans go from the browser straight to the bucket: announced, signed, sent once, confirmed.

mod confirm;
mod describe;
mod inspect;
mod place;
mod presign;
mod turn;

use api::routes::Route;
use platform::{App, Lambda, Objects};

pub(crate) struct Uploads {
    app: App,
    objects: Objects,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let app = App::start().await;
    let objects = Objects::connect(&app.config).await;
    Lambda::new(Uploads { app, objects })
        .on(Route::PresignUpload, presign::presign)
        .on(Route::ConfirmUpload, confirm::confirm)
        .on(Route::DescribeScan, describe::describe)
        .on(Route::TurnScan, turn::turn)
        .on(Route::DeleteScan, describe::delete)
        .on(Route::ReadScan, describe::read)
        .serve()
        .await
}
