//! The product over HTTP: real functions, real emulators, one world a test.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

#[path = "api/access.rs"]
mod access;
#[path = "api/accounts.rs"]
mod accounts;
#[path = "api/batches.rs"]
mod batches;
#[path = "api/choice.rs"]
mod choice;
#[path = "api/copy.rs"]
mod copy;
#[path = "api/cutoff.rs"]
mod cutoff;
#[path = "api/deadlines.rs"]
mod deadlines;
#[path = "api/durability.rs"]
mod durability;
#[path = "api/identity.rs"]
mod identity;
#[path = "api/left_over.rs"]
mod left_over;
#[path = "api/letters.rs"]
mod letters;
#[path = "api/lookups.rs"]
mod lookups;
#[path = "api/notices.rs"]
mod notices;
#[path = "api/pack_versions.rs"]
mod pack_versions;
#[path = "api/packs.rs"]
mod packs;
#[path = "api/payments.rs"]
mod payments;
#[path = "api/progress.rs"]
mod progress;
#[path = "api/publicity.rs"]
mod publicity;
#[path = "api/races.rs"]
mod races;
#[path = "api/refusals.rs"]
mod refusals;
#[path = "api/returns.rs"]
mod returns;
#[path = "api/saves.rs"]
mod saves;
#[path = "api/silent_registers.rs"]
mod silent_registers;
#[path = "api/states.rs"]
mod states;
#[path = "api/teardown.rs"]
mod teardown;
#[path = "api/ten_routes.rs"]
mod ten_routes;
#[path = "api/turning.rs"]
mod turning;
#[path = "api/unit.rs"]
mod unit;
#[path = "api/uploads.rs"]
mod uploads;
#[path = "api/versions.rs"]
mod versions;
#[path = "api/ways_back.rs"]
mod ways_back;
#[path = "api/whole_path.rs"]
mod whole_path;
