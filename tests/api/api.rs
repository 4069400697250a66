//! The product over HTTP: real functions, real emulators, one world a test.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

#[path = "api/access.rs"]
mod access;
#[path = "api/accounts.rs"]
mod accounts;
#[path = "api/durability.rs"]
mod durability;
#[path = "api/notices.rs"]
mod notices;
#[path = "api/payments.rs"]
mod payments;
#[path = "api/progress.rs"]
mod progress;
#[path = "api/races.rs"]
mod races;
#[path = "api/refusals.rs"]
mod refusals;
#[path = "api/returns.rs"]
mod returns;
#[path = "api/teardown.rs"]
mod teardown;
#[path = "api/unit.rs"]
mod unit;
#[path = "api/uploads.rs"]
mod uploads;
#[path = "api/whole_path.rs"]
mod whole_path;
