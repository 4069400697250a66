//! DynamoDB: dynoxide behind a front that counts, delays and fails.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use dynoxide::actions::describe_stream::DescribeStreamRequest;
use dynoxide::actions::get_records::{GetRecordsRequest, Record};
use dynoxide::actions::get_shard_iterator::encode_shard_iterator;
use dynoxide::{Database, streams};
use http_body_util::BodyExt;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use tokio::sync::watch;

use crate::emulators::capacity::{self, Meter};
use crate::emulators::empty_keys;
use crate::error::Error;
use crate::lambda::functions::Functions;
use crate::simulators::faults::{DynamoVerdict, Faults};
use crate::template::stack::Table;

/// Turns a stored sequence number into the public one of 21 digits; the inverse of dynoxide's private function.
const SEQUENCE_OFFSET: u128 = 100_000_000_000_000_000_000;

/// The tables, with a signal that fires after every write.
#[derive(Clone)]
pub(crate) struct DynamoDb {
    database: Database,
    written: watch::Sender<u64>,
    pub(crate) meter: Meter,
}

impl DynamoDb {
    /// Opens the SQLite file, or memory, and creates what the template has and the file lacks.
    pub(crate) fn open(file: Option<&Path>, tables: &[Table]) -> Result<Self, Error> {
        let database = match file {
            Some(path) => Database::new(&path.to_string_lossy()),
            None => Database::memory(),
        }
        .map_err(failed)?;
        for table in tables {
            create_table(&database, table)?;
        }
        Ok(Self { database, written: watch::Sender::new(0), meter: Meter::default() })
    }

    pub(crate) fn writes(&self) -> watch::Receiver<u64> {
        self.written.subscribe()
    }

    /// Stream records after the sequence number `position`, at most `limit`; 0 is the horizon.
    pub(crate) fn records(&self, table: &str, position: i64, limit: usize) -> Result<Vec<Record>, Error> {
        let shard_iterator = encode_shard_iterator(table, &streams::shard_id(table), position);
        let request = GetRecordsRequest { shard_iterator, limit: Some(limit) };
        Ok(self.database.get_records(request).map_err(failed)?.records)
    }

    /// Sequence number of the table's last stream record.
    pub(crate) fn end_of_stream(&self, table: &str) -> Result<i64, Error> {
        let stream_arn = streams::stream_arn(table, "local");
        let request = DescribeStreamRequest { stream_arn, ..DescribeStreamRequest::default() };
        let stream = self.database.describe_stream(request).map_err(failed)?.stream_description;
        let last = stream.shards.first().and_then(|s| s.sequence_number_range.ending_sequence_number.clone());
        Ok(last.map_or(0, |public| position_of(&public)))
    }

    /// Every item of a table, as DynamoDB JSON.
    pub(crate) fn items(&self, table: &str) -> Result<Vec<Json>, Error> {
        let mut items = Vec::new();
        let mut scan = json!({ "TableName": table });
        loop {
            let page = self.database.scan(request(scan.clone())?).map_err(failed)?;
            let page = serde_json::to_value(page).map_err(|error| Error::DynamoDb(error.to_string()))?;
            items.extend(page.get("Items").and_then(Json::as_array).into_iter().flatten().cloned());
            let Some(last) = page.get("LastEvaluatedKey").filter(|key| !key.is_null()) else {
                return Ok(items);
            };
            scan["ExclusiveStartKey"] = last.clone();
        }
    }

    /// Takes over items of another cloud's table.
    pub(crate) fn put_items(&self, table: &str, items: &[Json]) -> Result<(), Error> {
        for item in items {
            let put = json!({ "TableName": table, "Item": item });
            self.database.put_item(request(put)?).map_err(failed)?;
        }
        self.signal();
        Ok(())
    }

    pub(crate) fn sweep_expired(&self) {
        if self.database.sweep_ttl().is_ok_and(|deleted| deleted > 0) {
            self.signal();
        }
    }

    fn signal(&self) {
        self.written.send_modify(|count| *count += 1);
    }
}

/// The stored position of a public sequence number.
pub(crate) fn position_of(public: &str) -> i64 {
    let number: u128 = public.parse().unwrap_or_default();
    i64::try_from(number.saturating_sub(SEQUENCE_OFFSET)).unwrap_or_default()
}

fn create_table(database: &Database, table: &Table) -> Result<(), Error> {
    let existing = database.get_table_metadata(&table.name).map_err(failed)?;
    if existing.is_some() {
        return Ok(());
    }
    database.create_table(request(table.create.clone())?).map_err(failed)?;
    if let Some(attribute) = &table.ttl_attribute {
        let ttl = json!({
            "TableName": table.name,
            "TimeToLiveSpecification": { "Enabled": true, "AttributeName": attribute },
        });
        database.update_time_to_live(request(ttl)?).map_err(failed)?;
    }
    Ok(())
}

fn request<T: DeserializeOwned>(body: Json) -> Result<T, Error> {
    serde_json::from_value(body).map_err(|error| Error::DynamoDb(error.to_string()))
}

fn failed(error: dynoxide::DynoxideError) -> Error {
    Error::DynamoDb(error.to_string())
}

/// Faults stand between the SDK and dynoxide's own server, which has no hook for them.
#[derive(Clone)]
struct Front {
    dynamodb: DynamoDb,
    faults: Arc<Faults>,
    functions: Functions,
    client: Client<HttpConnector, Body>,
    behind: HeaderValue,
}

/// Serves the DynamoDB API on `listener` until the runtime ends.
pub(crate) async fn serve(
    listener: tokio::net::TcpListener,
    dynamodb: DynamoDb,
    faults: Arc<Faults>,
    functions: Functions,
) -> Result<(), Error> {
    let inner = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let behind = HeaderValue::from_str(&inner.local_addr()?.to_string())
        .map_err(|error| Error::DynamoDb(error.to_string()))?;
    tokio::spawn(dynoxide::server::serve_on(inner, dynamodb.database.clone()));
    let client = Client::builder(TokioExecutor::new()).build_http();
    let front = Front { dynamodb, faults, functions, client, behind };
    let router = Router::new().fallback(answer).with_state(front);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(())
}

async fn answer(State(front): State<Front>, request: Request) -> Response {
    let is_write = is_write(request.headers());
    let (delay, verdict) = front.faults.dynamodb(is_write);
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    match verdict {
        DynamoVerdict::Pass => front.forward(request, is_write).await,
        DynamoVerdict::Throttle => failure(StatusCode::BAD_REQUEST, "ThrottlingException"),
        DynamoVerdict::Refuse => failure(StatusCode::INTERNAL_SERVER_ERROR, "InternalServerError"),
        DynamoVerdict::LoseAnswer => {
            front.forward(request, is_write).await;
            failure(StatusCode::INTERNAL_SERVER_ERROR, "InternalServerError")
        }
        DynamoVerdict::Kill(function) => {
            front.forward(request, is_write).await;
            if let Some(pool) = front.functions.find(&function) {
                pool.kill();
            }
            failure(StatusCode::INTERNAL_SERVER_ERROR, "InternalServerError")
        }
    }
}

impl Front {
    async fn forward(&self, mut request: Request, is_write: bool) -> Response {
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
        let uri = format!("http://{}{path}", self.behind.to_str().unwrap_or_default());
        let Ok(uri) = uri.parse::<Uri>() else { return StatusCode::BAD_REQUEST.into_response() };
        *request.uri_mut() = uri;
        request.headers_mut().insert("host", self.behind.clone());
        if operation(request.headers()) == "Query" {
            request = match empty_keys::refused(request).await {
                Ok(query) => query,
                Err(refusal) => return refusal,
            };
        }
        let response = match self.dynamodb.meter.is_on() {
            true => self.metered(request, is_write).await,
            false => self.client.request(request).await.ok().map(IntoResponse::into_response),
        };
        if is_write {
            self.dynamodb.signal();
        }
        response.unwrap_or_else(|| failure(StatusCode::INTERNAL_SERVER_ERROR, "InternalServerError"))
    }

    async fn metered(&self, request: Request, is_write: bool) -> Option<Response> {
        let operation = operation(request.headers()).to_owned();
        let answer = self.client.request(capacity::asking(request).await).await.ok()?;
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.ok()?.to_bytes();
        self.dynamodb.meter.record(&operation, is_write, &body);
        Some(Response::from_parts(parts, Body::from(body)))
    }
}

fn is_write(headers: &HeaderMap) -> bool {
    const WRITES: [&str; 5] = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"];
    WRITES.contains(&operation(headers))
}

fn operation(headers: &HeaderMap) -> &str {
    let target = headers.get("x-amz-target").and_then(|target| target.to_str().ok()).unwrap_or_default();
    target.rsplit('.').next().unwrap_or_default()
}

fn failure(status: StatusCode, kind: &str) -> Response {
    let body = json!({ "__type": format!("com.amazonaws.dynamodb.v20120810#{kind}"), "message": "injected" });
    (status, [("content-type", "application/x-amz-json-1.0")], body.to_string()).into_response()
}
