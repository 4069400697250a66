//! The ground of every Lambda: configuration, clock, HTTP, callers, the table, the bucket, SMS.
//! The only crate that names an AWS SDK.

mod app;
mod caller;
mod clock;
mod config;
mod due;
mod error;
mod gateway;
mod http;
mod loaded;
mod objects;
mod packs;
mod receipt;
mod route;
mod sdk;
pub mod secrets;
mod sms;
mod step;
mod store;

pub use app::App;
pub use caller::{Caller, Relation};
pub use clock::Clock;
pub use config::{Config, required};
pub use due::DueDates;
pub use error::{ApiError, ApiResult};
pub use gateway::{Gateway, GatewayOrder, GatewayState};
pub use http::{
    Lambda, Reply, body, created, new_session_cookie, no_content, ok, parameter, query, source_address,
};
pub use loaded::Loaded;
pub use objects::{Objects, PresignedPut, scan_key};
pub use packs::Packs;
pub use receipt::Receipt;
pub use sms::{Sms, SmsOutcome};
pub use step::AskedStep;
pub use store::{
    Account, AccountRole, ClockCursor, Contents, Enrolment, Order, OutboxEntry, OutboxState, OutboxTarget,
    PendingUpload, Save, SheetOf, Store, StoreError, Timed, VerifiedCode,
};
