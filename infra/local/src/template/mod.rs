//! The template as written, its references resolved, and what it deploys.

pub(crate) mod cors;
pub(crate) mod events;
pub(crate) mod filter;
pub(crate) mod headers;
pub(crate) mod resolve;
pub(crate) mod source;
pub(crate) mod stack;
