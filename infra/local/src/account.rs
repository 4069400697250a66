//! The account and the region of the local cloud, and the only key pair that it accepts.

pub(crate) const REGION: &str = "ap-southeast-1";
pub(crate) const ACCOUNT: &str = "000000000000";

/// Every function gets this pair.
pub(crate) const ACCESS_KEY: &str = "local";
pub(crate) const SECRET_KEY: &str = "local-secret";
