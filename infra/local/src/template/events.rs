//! The triggers of a function: routes, streams and schedules.

use std::time::Duration;

use serde_json::Value as Json;

use crate::error::Error;
use crate::template::filter::Pattern;
use crate::template::resolve::{Resolver, text_of};
use crate::template::source::Resource;

/// A function's `Events`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Triggers {
    pub(crate) routes: Vec<Route>,
    pub(crate) streams: Vec<StreamTrigger>,
    pub(crate) schedules: Vec<Schedule>,
}

#[derive(Clone, Debug)]
pub(crate) struct Route {
    /// Upper case; `ANY` matches every method.
    pub(crate) method: String,
    /// `/api/applications/{id}`, as in the template.
    pub(crate) path: String,
}

#[derive(Clone, Debug)]
pub(crate) struct StreamTrigger {
    pub(crate) table: String,
    pub(crate) batch_size: usize,
    /// `None` retries without end.
    pub(crate) maximum_retries: Option<u32>,
    pub(crate) reports_item_failures: bool,
    /// A failed batch is split rather than repeated whole.
    pub(crate) bisects: bool,
    /// A record passes if any pattern matches; without patterns every record does.
    pub(crate) patterns: Vec<Pattern>,
}

#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) name: String,
    pub(crate) every: Every,
    /// The payload written in the template.
    pub(crate) input: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Every {
    Rate(Duration),
    /// `cron(…)` and `at(…)` run locally only when asked to.
    OnDemand,
}

impl Triggers {
    pub(crate) fn read(function: Resource<'_>, resolver: &Resolver<'_>) -> Result<Self, Error> {
        let mut triggers = Self::default();
        let Some(events) = function.property("Events") else { return Ok(triggers) };
        let Json::Object(events) = resolver.json(events)? else { return Ok(triggers) };
        for (name, event) in &events {
            let properties = event.get("Properties").unwrap_or(&Json::Null);
            match event.get("Type").and_then(Json::as_str).unwrap_or_default() {
                "HttpApi" => triggers.routes.push(Route::read(properties)),
                "DynamoDB" if enabled(properties) => {
                    triggers.streams.push(StreamTrigger::read(function.id, properties)?);
                }
                "Schedule" | "ScheduleV2" if enabled(properties) => {
                    triggers.schedules.push(Schedule::read(name, properties)?);
                }
                _ => {}
            }
        }
        Ok(triggers)
    }
}

fn enabled(properties: &Json) -> bool {
    properties.get("Enabled") != Some(&Json::Bool(false))
        && properties.get("State") != Some(&Json::from("DISABLED"))
}

impl Route {
    fn read(properties: &Json) -> Self {
        let text = |name: &str| properties.get(name).map(text_of);
        let method = text("Method").unwrap_or_else(|| "ANY".to_owned()).to_uppercase();
        Self { method, path: text("Path").unwrap_or_else(|| "$default".to_owned()) }
    }
}

impl StreamTrigger {
    fn read(function: &str, properties: &Json) -> Result<Self, Error> {
        let wrong = |what: &str| Error::Template(format!("{function}: stream event without {what}"));
        let arn = properties.get("Stream").map(text_of).unwrap_or_default();
        let table = arn.split('/').nth(1).ok_or_else(|| wrong("a table's StreamArn"))?.to_owned();
        let number = |name: &str| properties.get(name).and_then(|value| text_of(value).parse::<i64>().ok());
        let types = properties.get("FunctionResponseTypes").and_then(Json::as_array);
        let filters = properties.pointer("/FilterCriteria/Filters").and_then(Json::as_array);
        let patterns = filters.into_iter().flatten().map(|filter| {
            Pattern::parse(&filter.get("Pattern").map(text_of).unwrap_or_default())
                .map_err(|error| Error::Template(format!("{function}: filter: {error}")))
        });
        Ok(Self {
            table,
            batch_size: number("BatchSize").and_then(|n| n.try_into().ok()).unwrap_or(100),
            maximum_retries: number("MaximumRetryAttempts").and_then(|n| n.try_into().ok()),
            reports_item_failures: types
                .is_some_and(|types| types.iter().any(|kind| kind == "ReportBatchItemFailures")),
            bisects: properties.get("BisectBatchOnFunctionError") == Some(&Json::Bool(true)),
            patterns: patterns.collect::<Result<_, _>>()?,
        })
    }
}

impl Schedule {
    fn read(name: &str, properties: &Json) -> Result<Self, Error> {
        let property = |a: &str, b: &str| properties.get(a).or_else(|| properties.get(b)).map(text_of);
        let expression = property("ScheduleExpression", "Schedule").unwrap_or_default();
        Ok(Self {
            name: name.to_owned(),
            every: Every::parse(&expression)?,
            input: properties.get("Input").map(text_of),
        })
    }
}

impl Every {
    fn parse(expression: &str) -> Result<Self, Error> {
        if expression.starts_with("cron(") || expression.starts_with("at(") {
            return Ok(Self::OnDemand);
        }
        let wrong = || Error::Template(format!("schedule expression {expression:?}"));
        let inside = expression.strip_prefix("rate(").and_then(|rest| rest.strip_suffix(')'));
        let (count, unit) = inside.and_then(|rate| rate.split_once(' ')).ok_or_else(wrong)?;
        let count: u64 = count.parse().map_err(|_| wrong())?;
        let seconds = match unit.trim_end_matches('s') {
            "minute" => 60,
            "hour" => 3600,
            "day" => 86_400,
            _ => return Err(wrong()),
        };
        Ok(Self::Rate(Duration::from_secs(count * seconds)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_read_in_its_unit() {
        assert_eq!(Every::parse("rate(5 minutes)").unwrap(), Every::Rate(Duration::from_secs(300)));
        assert_eq!(Every::parse("rate(1 day)").unwrap(), Every::Rate(Duration::from_secs(86_400)));
        assert!(Every::parse("rate(5 weeks)").is_err());
    }
}
