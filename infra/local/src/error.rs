//! Errors of the local cloud and of the functions that it invokes.

use std::path::PathBuf;
use std::time::Duration;

/// A reason for which the local cloud cannot start or serve a call from its owner.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{path}: {source}")]
    File { path: PathBuf, source: std::io::Error },
    #[error("template: {0}")]
    Template(String),
    #[error("port {port}: {source}")]
    Port { port: u16, source: std::io::Error },
    #[error("runtime: {0}")]
    Runtime(#[from] std::io::Error),
    #[error("DynamoDB: {0}")]
    DynamoDb(String),
    #[error("S3: {0}")]
    S3(String),
    #[error("no function is called {0}")]
    NoSuchFunction(String),
    #[error(transparent)]
    Invoke(#[from] InvokeError),
    #[error("stream consumers did not catch up: {0}")]
    NotIdle(String),
}

impl Error {
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

/// A reason for which a function gives no response.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum InvokeError {
    #[error("the function did not start: {0}")]
    Init(String),
    /// The JSON the runtime reports: `errorType`, `errorMessage`.
    #[error("the function failed: {0}")]
    Function(String),
    #[error("the function's process died")]
    Crashed,
    #[error("the function took longer than {0:?}")]
    TimedOut(Duration),
}
