//! Typed identifiers: UUIDs that cannot be swapped for one another.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            pub fn new(value: impl Into<String>) -> Self {
                Self(value.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id! {
    /// A person who signs in: an applicant or an officer.
    AccountId
    /// A unit, a department, a county office, a bureau or a series office.
    OrganisationId
    /// One person's application in one cycle.
    ApplicationId
    /// One uploaded scan.
    ScanId
    /// One payment order of one application.
    OrderId
    /// One row of a repeating group, made by the browser.
    RowId
}
