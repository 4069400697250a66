//! Registration by SMS code, signing in and out (R3).

mod accounts;
mod codes;
mod sessions;
mod set_up;

use api::routes::Route;
use platform::{App, Lambda};

pub(crate) struct Registration {
    app: App,
    set_up_code: String,
    codes_per_address_per_hour: u64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let state = Registration {
        app: App::start().await,
        set_up_code: platform::required("SET_UP_CODE"),
        codes_per_address_per_hour: platform::required("CODES_PER_ADDRESS_PER_HOUR").parse()?,
    };
    Lambda::new(state)
        .on(Route::SendCode, codes::send)
        .on(Route::Register, accounts::register)
        .on(Route::SetPassword, accounts::set_password)
        .on(Route::SetUp, set_up::set_up)
        .on(Route::SignIn, sessions::sign_in)
        .on(Route::WhoAmI, sessions::who_am_i)
        .on(Route::SignOut, sessions::sign_out)
        .serve()
        .await
}
