//! One table. Every access is a key look-up or a query whose cost does not grow with the number of
//! applications; `ARCHITECTURE.md` lists the access patterns.

mod accounts;
mod applications;
mod clock;
mod codes;
mod commit;
mod copies;
mod error;
mod item;
mod keys;
mod orders;
mod organisations;
mod outbox;
mod sections;
mod sessions;
mod sheets;
mod uploads;
mod versions;

pub use accounts::{Account, AccountRole, Enrolment};
pub use clock::{ClockCursor, Timed};
pub use codes::VerifiedCode;
pub(crate) use commit::Commit;
pub use error::StoreError;
pub use orders::Order;
pub use outbox::{OutboxEntry, OutboxState, OutboxTarget};
pub use sections::Save;
pub use sheets::SheetOf;
pub use uploads::PendingUpload;
pub use versions::Contents;

use crate::config::{Config, endpoint};
use crate::sdk::sdk_config;
use aws_sdk_dynamodb::Client;

/// Result of a call to the table.
pub(crate) type Stored<T> = Result<T, StoreError>;

#[derive(Clone)]
pub struct Store {
    client: Client,
    table: String,
    identity_key: String,
}

impl Store {
    pub(crate) async fn connect(config: &Config) -> Self {
        let mut sdk = aws_sdk_dynamodb::config::Builder::from(&sdk_config().await);
        sdk.set_endpoint_url(endpoint("DYNAMODB"));
        let client = Client::from_conf(sdk.build());
        Self { client, table: config.table.clone(), identity_key: config.identity_key.clone() }
    }
}
