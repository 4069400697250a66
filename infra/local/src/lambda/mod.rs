//! Lambda: the functions' processes, the Runtime API that they ask for work, and their output.

pub(crate) mod function_pool;
pub(crate) mod functions;
mod instance;
pub(crate) mod logs;
mod runtime;
