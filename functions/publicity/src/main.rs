//! 生成公示表 (R73, R74), 下载公示表, 核验公示表, 下载承诺书 (R62).

mod check;
mod print_letter;
mod table;

use api::routes::Route;
use platform::{App, Lambda, Objects};
use publicity::Fonts;
use std::path::Path;

pub(crate) struct Publicity {
    app: App,
    objects: Objects,
    fonts: Fonts,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let app = App::start().await;
    let objects = Objects::connect(&app.config).await;
    let fonts = Fonts::load(Path::new(&platform::required("FONTS_DIR")))?;
    Lambda::new(Publicity { app, objects, fonts })
        .on(Route::MakePublicityTable, table::make)
        .on(Route::ReadPublicityTable, table::read)
        .on(Route::CheckSheet, check::check)
        .on(Route::PrintLetter, print_letter::print)
        .serve()
        .await
}
