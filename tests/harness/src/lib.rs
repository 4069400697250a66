//! A world for tests and for trying the product: invented people who use it over HTTP like anybody.

pub mod applicant;
pub mod clerk;
pub mod client;
pub mod fill;
pub mod ledger;
pub mod people;
pub mod reviewer;
pub mod scans;
pub mod seed;
pub mod sms;
pub mod world;

pub use applicant::Applicant;
pub use clerk::UnitClerk;
pub use client::{Client, Refused};
pub use people::{P1, P2, P3, P4, P5, P6, P7, P8, P9, Person};
pub use reviewer::Reviewer;
pub use seed::{SeededAccount, seed};
pub use world::World;

use domain::policy::Policy;
use std::path::{Path, PathBuf};

/// The password of everybody who is invented.
pub const PASSWORD: &str = "Liuzhou2020";

/// The repository's root.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).map(Path::to_owned).expect("the harness lies two folders deep")
}

/// The pack as `cargo xtask build` wrote it.
pub fn policy() -> Policy {
    let file = root().join("target/layers/policies/policies/liuzhou-2020.json");
    let text = std::fs::read(&file).unwrap_or_else(|error| {
        panic!("{}: {error}; run `cargo xtask build` first", file.display());
    });
    serde_json::from_slice(&text).expect("the pack that was built can be read")
}
