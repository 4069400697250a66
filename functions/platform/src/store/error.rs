//! Errors of the table, in the three kinds that matter to a caller.

use crate::sdk::chain;
use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;

#[derive(Debug)]
pub enum StoreError {
    /// A condition did not hold: somebody else was first.
    Changed,
    /// Throttled or in conflict with another transaction, after the SDK's own retries.
    Busy,
    Failed(String),
}

const BUSY: [&str; 4] = [
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "ThrottlingException",
    "TransactionInProgressException",
];

/// Tells whether a conditional write was made; false where its condition did not hold.
pub(super) fn is_made<T>(written: Result<T, StoreError>) -> Result<bool, StoreError> {
    match written {
        Ok(_) => Ok(true),
        Err(StoreError::Changed) => Ok(false),
        Err(error) => Err(error),
    }
}

impl StoreError {
    pub(super) fn of<E, R>(error: SdkError<E, R>) -> Self
    where
        E: ProvideErrorMetadata + std::error::Error + 'static,
        R: std::fmt::Debug + 'static,
    {
        match error.code() {
            Some("ConditionalCheckFailedException") => Self::Changed,
            Some(code) if BUSY.contains(&code) => Self::Busy,
            Some(_) | None => Self::Failed(chain(&error)),
        }
    }

    /// A failed condition outweighs a conflict: trying again would not help.
    pub(super) fn of_transaction<R: std::fmt::Debug + 'static>(
        error: SdkError<TransactWriteItemsError, R>,
    ) -> Self {
        let Some(TransactWriteItemsError::TransactionCanceledException(canceled)) = error.as_service_error()
        else {
            return Self::of(error);
        };
        let codes: Vec<&str> =
            canceled.cancellation_reasons().iter().filter_map(|reason| reason.code()).collect();
        if codes.contains(&"ConditionalCheckFailed") {
            Self::Changed
        } else if codes.iter().any(|code| matches!(*code, "TransactionConflict" | "ThrottlingError")) {
            Self::Busy
        } else {
            Self::Failed(format!("{}: {codes:?}", chain(&error)))
        }
    }
}
