//! SNS. Only `functions/notices` sends.

use crate::config::endpoint;
use crate::sdk::sdk_config;
use aws_sdk_sns::config::{retry::RetryConfig, timeout::TimeoutConfig};
use aws_sdk_sns::error::SdkError;
use std::time::Duration;

/// One publish that hangs must not hold up the whole batch.
const TIME_LIMIT: Duration = Duration::from_secs(5);

pub struct Sms {
    client: aws_sdk_sns::Client,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SmsOutcome {
    Sent {
        message_id: String,
    },
    /// Certainly not sent: may be tried again.
    NotSent,
    /// The provider may have taken it: never resent blindly.
    Unknown,
}

impl Sms {
    pub async fn connect() -> Self {
        let mut config = aws_sdk_sns::config::Builder::from(&sdk_config().await);
        config.set_endpoint_url(endpoint("SNS"));
        let config = config
            .retry_config(RetryConfig::disabled())
            .timeout_config(TimeoutConfig::builder().operation_timeout(TIME_LIMIT).build())
            .build();
        Self { client: aws_sdk_sns::Client::from_conf(config) }
    }

    pub async fn send(&self, mobile: &str, text: &str) -> SmsOutcome {
        let sent = self.client.publish().phone_number(format!("+86{mobile}")).message(text).send().await;
        match sent {
            Ok(receipt) => SmsOutcome::Sent { message_id: receipt.message_id.unwrap_or_default() },
            Err(SdkError::TimeoutError(_) | SdkError::ResponseError(_)) => SmsOutcome::Unknown,
            Err(SdkError::DispatchFailure(failure)) if failure.is_timeout() => SmsOutcome::Unknown,
            Err(_) => SmsOutcome::NotSent,
        }
    }
}
