//! Signing in and out, and the fields of the account pages.

mod account_input;
mod account_words;
mod code_button;
mod sign_in_here;
mod sign_out_button;

pub use account_input::{AccountInput, AccountInputProps};
pub use account_words::{fault_in_words, refusal_in_words};
pub use code_button::{CodeButton, CodeButtonProps};
pub use sign_in_here::{SignInHere, SignInHereProps};
pub use sign_out_button::{SignOutButton, SignOutButtonProps};
