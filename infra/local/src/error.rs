use std::path::PathBuf;

/// Why the local cloud could not start or serve a call from its owner.
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
    Invoke(#[from] crate::function_pool::InvokeError),
    #[error("stream consumers did not catch up: {0}")]
    NotIdle(String),
}

impl Error {
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
