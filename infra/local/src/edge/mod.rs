//! The one origin of the product: CloudFront, the HTTP API behind it, the site.

pub(crate) mod distribution;
pub(crate) mod gateway;
mod payload;
pub(crate) mod site;
