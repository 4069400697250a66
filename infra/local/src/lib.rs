//! The local cloud: `infra/template.yaml` deployed into one process, with the real function binaries.

mod account;
mod cloud;
mod edge;
mod emulators;
mod error;
mod files;
mod lambda;
mod options;
mod services;
mod simulators;
mod snapshot;
mod template;

pub use cloud::LocalCloud;
pub use emulators::capacity::Consumed;
pub use emulators::sns::Message;
pub use error::{Error, InvokeError};
pub use lambda::logs::LogLine;
pub use options::Options;
pub use simulators::faults::{CallbackMode, Fault, RegistryMode};
pub use simulators::registry::Registry;
pub use snapshot::Snapshot;
