//! The time of the local cloud, and the page that moves it.

use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::SystemTime;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::files::write_whole;
use crate::simulators::page;

/// Asia/Shanghai, without summer time since 1991.
const SHANGHAI_SECONDS: i32 = 8 * 3600;

/// The cloud's clock: the system's plus an offset, which functions read from a file.
pub(crate) struct Clock {
    /// Holds the offset in whole seconds.
    pub(crate) file: PathBuf,
    offset: AtomicI64,
}

impl Clock {
    /// Opens the file, creating it with offset zero; `now`, if given, replaces the offset.
    pub(crate) fn open(file: PathBuf, now: Option<DateTime<FixedOffset>>) -> Result<Self, Error> {
        let stored = std::fs::read_to_string(&file).ok().and_then(|text| text.trim().parse().ok());
        let clock = Self { file, offset: AtomicI64::new(stored.unwrap_or_default()) };
        clock.write(now.map_or_else(|| clock.offset(), offset_to))?;
        Ok(clock)
    }

    pub(crate) fn offset(&self) -> i64 {
        self.offset.load(Ordering::Relaxed)
    }

    pub(crate) fn now(&self) -> DateTime<FixedOffset> {
        system_now() + TimeDelta::seconds(self.offset())
    }

    pub(crate) fn set(&self, now: DateTime<FixedOffset>) -> Result<(), Error> {
        self.write(offset_to(now))
    }

    fn advance(&self, seconds: i64) -> Result<(), Error> {
        self.write(self.offset() + seconds)
    }

    fn write(&self, offset: i64) -> Result<(), Error> {
        write_whole(&self.file, offset.to_string().as_bytes()).map_err(Error::file(&self.file))?;
        self.offset.store(offset, Ordering::Relaxed);
        Ok(())
    }
}

fn offset_to(now: DateTime<FixedOffset>) -> i64 {
    (now - system_now()).num_seconds()
}

/// The system's time in Asia/Shanghai.
pub(crate) fn system_now() -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(SHANGHAI_SECONDS).expect("eight hours are a valid offset");
    DateTime::<Utc>::from(SystemTime::now()).with_timezone(&zone)
}

#[derive(Deserialize, Serialize)]
struct Reading {
    now: DateTime<FixedOffset>,
}

#[derive(Deserialize)]
struct Advance {
    seconds: i64,
}

/// The work that a moved clock sets off; the answer waits for it.
pub(crate) type AfterMove = Arc<dyn Fn(TimeDelta) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>;

#[derive(Clone)]
struct Desk {
    clock: Arc<Clock>,
    after_move: AfterMove,
}

impl Desk {
    async fn moved(&self, by_hand: impl FnOnce(&Clock) -> Result<(), Error>) -> Result<(), Error> {
        let before = self.clock.now();
        by_hand(&self.clock)?;
        (self.after_move)(self.clock.now() - before).await;
        Ok(())
    }
}

/// Moves the clock and sets off `after_move`.
pub(crate) fn routes(clock: Arc<Clock>, after_move: AfterMove) -> Router {
    Router::new()
        .route("/_local/clock", get(read).post(set))
        .route("/_local/clock/page", get(show))
        .route("/_local/clock/advance", post(advance))
        .with_state(Desk { clock, after_move })
}

async fn read(State(desk): State<Desk>) -> Json<Reading> {
    Json(Reading { now: desk.clock.now() })
}

async fn set(State(desk): State<Desk>, Json(reading): Json<Reading>) -> Response {
    match desk.moved(|clock| clock.set(reading.now)).await {
        Ok(()) => Json(Reading { now: desk.clock.now() }).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

async fn advance(State(desk): State<Desk>, Form(by): Form<Advance>) -> Response {
    let advance = |clock: &Clock| if by.seconds == 0 { clock.write(0) } else { clock.advance(by.seconds) };
    match desk.moved(advance).await {
        Ok(()) => Redirect::to("/_local/clock/page").into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

async fn show(State(Desk { clock, .. }): State<Desk>) -> Html<String> {
    let button =
        |seconds: i64, label: &str| format!("<button name=\"seconds\" value=\"{seconds}\">{label}</button>");
    let body = format!(
        "<p class=\"big\">{}</p><form method=\"post\" action=\"/_local/clock/advance\">{}{}{}{}</form>",
        clock.now().format("%Y-%m-%d %H:%M:%S"),
        button(3600, "前进 1 小时"),
        button(86_400, "前进 1 天"),
        button(7 * 86_400, "前进 7 天"),
        button(0, "回到现在"),
    );
    page::shell("时钟", &body)
}
