//! The world around the product, and the pages with which people turn it: time, failures, payments, registers.

pub(crate) mod cashier;
pub(crate) mod clock;
pub(crate) mod faults;
pub(crate) mod page;
pub(crate) mod payment_orders;
pub(crate) mod registries;
pub(crate) mod registry;
