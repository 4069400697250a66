//! Autosave of one section or one of the unit's forms, and the look-ups that fill them.

mod lookup;
mod registry;
mod save;
mod taken_over;

use api::routes::Route;
use platform::{App, Lambda};
use registry::Registries;

pub(crate) struct Sections {
    app: App,
    registries: Registries,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let state = Sections { app: App::start().await, registries: Registries::from_environment() };
    Lambda::new(state).on(Route::SaveSection, save::save).on(Route::LookUp, lookup::look_up).serve().await
}
