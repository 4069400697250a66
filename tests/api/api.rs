//! The product over HTTP: real functions, real emulators, one world a test.


#[path = "api/whole_path.rs"]
mod whole_path;
#[path = "api/refusals.rs"]
mod refusals;
