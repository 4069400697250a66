//! The keys of the table, each made in one place.

use domain::ids::{AccountId, ApplicationId, OrderId, OrganisationId, ScanId};
use domain::pack::FilledBy;
use domain::stage::Office;
use domain::workflow::State;

/// Partition and sort key.
pub(super) type Key = (String, String);

pub(super) fn account(id: &AccountId) -> Key {
    (format!("ACCOUNT#{id}"), "ACCOUNT".into())
}

/// A login, by the keyed hash of an ID or mobile number.
pub(super) fn login(hash: &str) -> Key {
    (format!("LOGIN#{hash}"), "LOGIN".into())
}

/// The key of a person's live application in a cycle, one at most (X9).
pub(super) fn live(account: &AccountId, cycle_year: i32) -> Key {
    (format!("ACCOUNT#{account}"), format!("LIVE#{cycle_year}"))
}

pub(super) fn own_application(account: &AccountId, application: &ApplicationId) -> Key {
    (format!("ACCOUNT#{account}"), format!("APP#{application}"))
}

pub(super) fn session(token_hash: &str) -> Key {
    (format!("SESSION#{token_hash}"), "SESSION".into())
}

pub(super) fn code(mobile_hash: &str, purpose: &str) -> Key {
    (format!("CODE#{mobile_hash}"), purpose.into())
}

pub(super) fn limit(what: &str, whose: &str, window: i64) -> Key {
    (format!("LIMIT#{what}#{whose}"), window.to_string())
}

pub(super) fn organisation(id: &OrganisationId) -> Key {
    (format!("ORG#{id}"), "ORG".into())
}

pub(super) fn officer(organisation: &OrganisationId, account: &AccountId) -> Key {
    (format!("ORG#{organisation}"), format!("OFFICER#{account}"))
}

/// An application that has reached the organisation.
pub(super) fn seen(organisation: &OrganisationId, application: &ApplicationId) -> Key {
    (format!("ORG#{organisation}"), format!("APP#{application}"))
}

/// Every ending of a unit's name, so that any part of it is found by a prefix query.
pub(super) fn unit_name(ending: &str, id: &OrganisationId) -> Key {
    ("UNITS".into(), format!("{ending}#{id}"))
}

/// The one office of its kind in a place: a county's title office or bureau, a code's series office.
pub(super) fn office(office: Office, place: &str) -> Key {
    (format!("OFFICE#{office}#{place}"), "OFFICE".into())
}

/// The key of the item that exists once the first administrator does.
pub(super) fn set_up() -> Key {
    ("SET-UP".into(), "SET-UP".into())
}

/// The unit that has a USC code.
pub(super) fn unit(usc_code: &str) -> Key {
    (format!("UNIT#{usc_code}"), "UNIT".into())
}

pub(super) fn batch(pack: &str) -> Key {
    ("BATCHES".into(), pack.into())
}

pub(super) fn application(id: &ApplicationId) -> Key {
    (format!("APP#{id}"), "HEAD".into())
}

pub(super) fn section(id: &ApplicationId, section: &str) -> Key {
    (format!("APP#{id}"), format!("SECTION#{section}"))
}

pub(super) fn scan(id: &ApplicationId, scan: &ScanId) -> Key {
    (format!("APP#{id}"), format!("FILE#{scan}"))
}

pub(super) fn upload(id: &ApplicationId, scan: &ScanId) -> Key {
    (format!("APP#{id}"), format!("UPLOAD#{scan}"))
}

pub(super) fn log(id: &ApplicationId, seq: u64) -> Key {
    (format!("APP#{id}"), format!("LOG#{seq:06}"))
}

/// An item of a version: a section, or `FILES`.
pub(super) fn version(id: &ApplicationId, part: FilledBy, number: u32, item: &str) -> Key {
    let part = match part {
        FilledBy::Applicant => "VERSION",
        FilledBy::Unit => "UNIT-VERSION",
    };
    (format!("APP#{id}"), format!("{part}#{number:04}#{item}"))
}

/// The sheet that bears a check code.
pub(super) fn sheet(check_code: &str) -> Key {
    (format!("SHEET#{check_code}"), "SHEET".into())
}

pub(super) fn order(id: &OrderId) -> Key {
    (format!("ORDER#{id}"), "ORDER".into())
}

pub(super) fn outbox(id: &str) -> Key {
    (format!("OUTBOX#{id}"), "OUTBOX".into())
}

/// The partition, in the index of what time acts on, of the applications of a pack in a state.
pub(super) fn clock(pack: &str, state: State) -> String {
    format!("CLOCK#{pack}#{}", state.name())
}

/// The key of the place that the pass over the index has reached.
pub(super) fn clock_cursor() -> Key {
    ("CLOCK".into(), "CURSOR".into())
}

/// Partition of the sparse index of messages that still have to be sent.
pub(super) const UNSENT: &str = "OUTBOX";
