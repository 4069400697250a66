//! The local cloud as tests and programs hold it.

use std::path::Path;
use std::time::Duration;

use axum::body::Bytes;
use chrono::{DateTime, FixedOffset};
use serde_json::Value as Json;
use tokio::runtime::Runtime;

use crate::emulators::capacity::Consumed;
use crate::emulators::sns::Message;
use crate::error::Error;
use crate::lambda::logs::LogLine;
use crate::options::Options;
use crate::services::Services;
use crate::simulators::faults::{self, Fault};

const IDLE_LIMIT: Duration = Duration::from_secs(15);
const STOP_LIMIT: Duration = Duration::from_secs(2);

/// A running local cloud on its own threads; every method blocks, and dropping it ends every process.
pub struct LocalCloud {
    services: Option<Services>,
    runtime: Option<Runtime>,
}

impl LocalCloud {
    /// Starts the cloud and returns when it answers. Must not be called from async code.
    pub fn start_blocking(options: Options) -> Result<Self, Error> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("local-cloud")
            .enable_all()
            .build()?;
        let services = runtime.block_on(Services::start(options))?;
        Ok(Self { services: Some(services), runtime: Some(runtime) })
    }

    fn services(&self) -> &Services {
        self.services.as_ref().expect("only shutdown and drop take the services")
    }

    fn runtime(&self) -> &Runtime {
        self.runtime.as_ref().expect("only shutdown and drop take the runtime")
    }

    /// Origin of the site, the API and the tools under `/_local/`.
    pub fn edge_url(&self) -> &str {
        &self.services().places.edge
    }

    pub fn s3_url(&self) -> &str {
        &self.services().places.s3
    }

    pub fn dynamodb_url(&self) -> &str {
        &self.services().dynamodb_url
    }

    pub fn table_names(&self) -> &[String] {
        &self.services().tables
    }

    /// The value in force of one of the template's parameters.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.services().parameters.get(name).map(String::as_str)
    }

    pub fn bucket_names(&self) -> &[String] {
        &self.services().buckets
    }

    /// Every item of a table, as DynamoDB JSON, in no promised order.
    pub fn items(&self, table: &str) -> Result<Vec<Json>, Error> {
        self.services().dynamodb.items(table)
    }

    /// Takes over items of another cloud's table, as `items` gave them.
    pub fn put_items(&self, table: &str, items: &[Json]) -> Result<(), Error> {
        self.services().dynamodb.put_items(table, items)
    }

    /// Runs `work` and returns the cost of every call of the table that was answered meanwhile, whoever made it.
    pub fn metered<R>(&self, work: impl FnOnce() -> R) -> (R, Vec<Consumed>) {
        let meter = &self.services().dynamodb.meter;
        meter.start();
        let done = work();
        (done, meter.stop())
    }

    /// Every SMS accepted so far, oldest first.
    pub fn messages(&self) -> Vec<Message> {
        self.services().inbox.all()
    }

    /// Folder of the buckets.
    pub(crate) fn objects(&self) -> &Path {
        &self.services().objects
    }

    pub(crate) fn replace_messages(&self, messages: &[Message]) {
        self.services().inbox.replace(messages);
    }

    /// Ends the processes that are not at work, so that `logs` holds every line they wrote;
    /// the next call of a function starts a new one.
    pub fn retire_functions(&self) {
        self.runtime().block_on(self.services().functions.retire());
    }

    /// Returns the lines that the functions wrote, oldest first; the last may still be on their way.
    pub fn logs(&self) -> Vec<LogLine> {
        self.services().logs.all()
    }

    pub fn now(&self) -> DateTime<FixedOffset> {
        self.services().clock.now()
    }

    /// Moves the clock of the cloud and of its functions, and runs no schedule, as `POST /_local/clock` does.
    pub fn set_clock(&self, now: DateTime<FixedOffset>) -> Result<(), Error> {
        self.services().clock.set(now)
    }

    /// Puts a fault in force.
    pub fn inject(&self, fault: &Fault) -> Result<(), Error> {
        let services = self.services();
        let _guard = self.runtime().enter();
        let status = faults::inject(&services.faults, &services.functions, fault);
        if status.is_success() { Ok(()) } else { Err(Error::NoSuchFunction(format!("{fault:?}"))) }
    }

    /// Calls a function by logical id or binary name.
    pub fn invoke(&self, function: &str, payload: &Json) -> Result<Json, Error> {
        let pool = self.services().functions.find(function);
        let pool = pool.ok_or_else(|| Error::NoSuchFunction(function.to_owned()))?;
        let answer = self.runtime().block_on(pool.invoke(Bytes::from(payload.to_string())))?;
        Ok(serde_json::from_slice(&answer).unwrap_or(Json::Null))
    }

    /// Waits until the stream consumers have dealt with every write, 15 s at most.
    pub fn idle(&self) -> Result<(), Error> {
        let caught_up = async { tokio::time::timeout(IDLE_LIMIT, self.services().streams.caught_up()).await };
        self.runtime()
            .block_on(caught_up)
            .unwrap_or_else(|_| Err(Error::NotIdle(format!("{IDLE_LIMIT:?} have passed"))))
    }

    /// Ends every function process, then the servers.
    pub fn shutdown(mut self) {
        self.stop();
    }

    fn stop(&mut self) {
        let (Some(services), Some(runtime)) = (self.services.take(), self.runtime.take()) else { return };
        runtime.block_on(services.functions.stop());
        runtime.shutdown_timeout(STOP_LIMIT);
        drop(services);
    }
}

impl Drop for LocalCloud {
    fn drop(&mut self) {
        self.stop();
    }
}
