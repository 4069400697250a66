//! SNS: accepts SMS and keeps them.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::simulators::clock::Clock;
use crate::simulators::faults::{Faults, SnsVerdict};

/// One SMS that was accepted for delivery.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Message {
    /// RFC 3339, by the local cloud's clock.
    pub at: String,
    pub phone: String,
    pub text: String,
    pub message_id: String,
}

/// Every accepted SMS, appended to a file when the cloud is persistent.
pub(crate) struct Inbox {
    messages: Mutex<Vec<Message>>,
    file: Option<PathBuf>,
}

impl Inbox {
    pub(crate) fn open(file: Option<PathBuf>) -> Result<Self, Error> {
        let messages = file.as_deref().map(read_lines).transpose()?.unwrap_or_default();
        Ok(Self { messages: Mutex::new(messages), file })
    }

    fn messages(&self) -> MutexGuard<'_, Vec<Message>> {
        self.messages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn all(&self) -> Vec<Message> {
        self.messages().clone()
    }

    /// Holds the messages of another cloud, in memory only.
    pub(crate) fn replace(&self, messages: &[Message]) {
        *self.messages() = messages.to_vec();
    }

    fn add(&self, message: Message) -> std::io::Result<()> {
        let mut messages = self.messages();
        if let Some(path) = &self.file {
            let mut line = serde_json::to_vec(&message)?;
            line.push(b'\n');
            std::fs::OpenOptions::new().create(true).append(true).open(path)?.write_all(&line)?;
        }
        messages.push(message);
        Ok(())
    }
}

fn read_lines(path: &Path) -> Result<Vec<Message>, Error> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Error::file(path)(error)),
    };
    // A line cut short by a kill was never acknowledged.
    Ok(text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}

#[derive(Clone)]
struct Service {
    inbox: Arc<Inbox>,
    clock: Arc<Clock>,
    faults: Arc<Faults>,
}

/// The AWS query protocol at `/_local/sns/`: `Publish` to a phone number.
pub(crate) fn routes(inbox: Arc<Inbox>, clock: Arc<Clock>, faults: Arc<Faults>) -> Router {
    let service = Service { inbox, clock, faults };
    Router::new().route("/_local/sns", post(publish)).route("/_local/sns/", post(publish)).with_state(service)
}

async fn publish(State(service): State<Service>, body: Bytes) -> Response {
    let field = |name: &str| {
        form_urlencoded::parse(&body).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    if field("Action").as_deref() != Some("Publish") {
        return failure(StatusCode::BAD_REQUEST, "InvalidAction");
    }
    let (Some(phone), Some(text)) = (field("PhoneNumber"), field("Message")) else {
        return failure(StatusCode::BAD_REQUEST, "InvalidParameter");
    };
    let verdict = service.faults.sns();
    if verdict == SnsVerdict::Fail {
        return failure(StatusCode::INTERNAL_SERVER_ERROR, "InternalError");
    }
    let message_id = uuid::Uuid::new_v4().to_string();
    let at = service.clock.now().to_rfc3339();
    let message = Message { at, phone, text, message_id: message_id.clone() };
    if service.inbox.add(message).is_err() {
        return failure(StatusCode::INTERNAL_SERVER_ERROR, "InternalError");
    }
    if verdict == SnsVerdict::Hang {
        std::future::pending::<()>().await;
    }
    success(&message_id)
}

fn success(message_id: &str) -> Response {
    let request_id = uuid::Uuid::new_v4();
    let body = format!(
        "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>\
         <MessageId>{message_id}</MessageId></PublishResult><ResponseMetadata>\
         <RequestId>{request_id}</RequestId></ResponseMetadata></PublishResponse>"
    );
    ([("content-type", "text/xml")], body).into_response()
}

fn failure(status: StatusCode, code: &str) -> Response {
    let kind = if status.is_server_error() { "Receiver" } else { "Sender" };
    let body = format!(
        "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>{kind}</Type>\
         <Code>{code}</Code><Message>{code}</Message></Error><RequestId>{}</RequestId></ErrorResponse>",
        uuid::Uuid::new_v4()
    );
    (status, [("content-type", "text/xml")], body).into_response()
}
