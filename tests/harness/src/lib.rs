//! A world for tests and for trying the product: invented people who use it over HTTP like anybody.

pub mod applicant;
pub mod cities;
pub mod clerk;
pub mod client;
pub mod fill;
pub mod ledger;
pub mod people;
mod reached;
pub mod registers;
pub mod reviewer;
pub mod scans;
pub mod seed;
pub mod sms;
mod walk;
mod walked;
mod words;
pub mod world;

pub use applicant::Applicant;
pub use cities::{City, LIUZHOU_2020, LIUZHOU_2026, QINGHE_2026};
pub use clerk::UnitClerk;
pub use client::{Client, Refused};
pub use people::{P1, P2, P3, P4, P5, P6, P7, P8, P9, Person};
pub use reviewer::Reviewer;
pub use seed::{SeededAccount, seed};
pub use walked::Walked;
pub use world::World;

use domain::pack::Pack;
use std::path::{Path, PathBuf};

/// The password of everybody who is invented.
pub const PASSWORD: &str = "Liuzhou2020";

/// The repository's root.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).map(Path::to_owned).expect("the harness lies two folders deep")
}

/// The pack that all tests use which name no city.
pub fn pack() -> Pack {
    LIUZHOU_2020.pack()
}
