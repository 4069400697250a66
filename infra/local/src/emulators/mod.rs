//! The AWS services that functions and the site call, or that call functions.

pub(crate) mod capacity;
pub(crate) mod dynamodb;
mod empty_keys;
pub(crate) mod phone;
pub(crate) mod s3;
pub(crate) mod schedule;
pub(crate) mod sns;
pub(crate) mod stream;
