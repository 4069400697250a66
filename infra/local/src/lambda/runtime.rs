//! The Lambda Runtime API of one function process.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::AbortHandle;

/// One call of a function.
pub(crate) struct Invocation {
    pub(crate) id: String,
    pub(crate) payload: Bytes,
    /// Milliseconds since 1970.
    pub(crate) deadline: u128,
    pub(crate) function_arn: String,
    pub(crate) answer: oneshot::Sender<Answer>,
}

/// The answer that the function posted.
pub(crate) enum Answer {
    Response(Bytes),
    Error(Bytes),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Init {
    Starting,
    Ready,
    Failed(String),
}

/// Serves one process; gone when dropped, which also ends the process's long poll.
pub(crate) struct RuntimeApi {
    pub(crate) address: SocketAddr,
    invocations: mpsc::Sender<Invocation>,
    desk: Arc<Desk>,
    server: AbortHandle,
}

struct Desk {
    invocations: tokio::sync::Mutex<mpsc::Receiver<Invocation>>,
    open: Mutex<Option<(String, oneshot::Sender<Answer>)>>,
    init: watch::Sender<Init>,
}

impl RuntimeApi {
    pub(crate) async fn start() -> std::io::Result<Self> {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let (invocations, receiver) = mpsc::channel(1);
        let desk = Arc::new(Desk {
            invocations: receiver.into(),
            open: Mutex::new(None),
            init: watch::Sender::new(Init::Starting),
        });
        let router = Router::new()
            .route("/2018-06-01/runtime/invocation/next", get(next))
            .route("/2018-06-01/runtime/invocation/{id}/response", post(response))
            .route("/2018-06-01/runtime/invocation/{id}/error", post(error))
            .route("/2018-06-01/runtime/init/error", post(init_error))
            .layer(DefaultBodyLimit::max(8 * 1024 * 1024))
            .with_state(Arc::clone(&desk));
        let server = tokio::spawn(async move { axum::serve(listener, router).await }).abort_handle();
        Ok(Self { address, invocations, desk, server })
    }

    /// Waits until the process asks for its first invocation or reports that it cannot start.
    pub(crate) async fn initialised(&self) -> Init {
        let mut init = self.desk.init.subscribe();
        let state = init.wait_for(|init| *init != Init::Starting).await;
        state.map_or(Init::Starting, |state| state.clone())
    }

    pub(crate) async fn hand_over(&self, invocation: Invocation) {
        // The receiver lives in the desk this struct owns, so the channel cannot be closed.
        let _ = self.invocations.send(invocation).await;
    }

    /// Tells whether the process has taken this invocation.
    pub(crate) fn has_taken(&self, id: &str) -> bool {
        self.desk.open().as_ref().is_some_and(|(open, _)| open == id)
    }
}

impl Drop for RuntimeApi {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Desk {
    fn open(&self) -> std::sync::MutexGuard<'_, Option<(String, oneshot::Sender<Answer>)>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn close(&self, id: &str, answer: Answer) -> Response {
        let taken = self.open().take_if(|(open, _)| open == id);
        let Some((_, sender)) = taken else { return StatusCode::BAD_REQUEST.into_response() };
        // A caller that gave up (deadline) no longer listens.
        let _ = sender.send(answer);
        (StatusCode::ACCEPTED, r#"{"status":"OK"}"#).into_response()
    }
}

async fn next(State(desk): State<Arc<Desk>>) -> Response {
    desk.init.send_replace(Init::Ready);
    let Some(invocation) = desk.invocations.lock().await.recv().await else {
        return StatusCode::GONE.into_response();
    };
    let response = Response::builder()
        .header("content-type", "application/json")
        .header("lambda-runtime-aws-request-id", &invocation.id)
        .header("lambda-runtime-deadline-ms", invocation.deadline.to_string())
        .header("lambda-runtime-invoked-function-arn", &invocation.function_arn)
        .header("lambda-runtime-trace-id", format!("Root=1-{}", invocation.id))
        .body(Body::from(invocation.payload));
    *desk.open() = Some((invocation.id, invocation.answer));
    response.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

async fn response(State(desk): State<Arc<Desk>>, Path(id): Path<String>, body: Bytes) -> Response {
    desk.close(&id, Answer::Response(body))
}

async fn error(State(desk): State<Arc<Desk>>, Path(id): Path<String>, body: Bytes) -> Response {
    desk.close(&id, Answer::Error(body))
}

async fn init_error(State(desk): State<Arc<Desk>>, body: String) -> StatusCode {
    desk.init.send_replace(Init::Failed(body));
    StatusCode::ACCEPTED
}
