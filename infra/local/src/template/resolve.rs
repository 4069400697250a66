//! CloudFormation's intrinsic functions, references and conditions.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use serde_yaml_ng::{Mapping, Value};

use crate::account::{ACCOUNT, REGION};
use crate::error::Error;
use crate::template::source::{Resource, Template, scalar};

const STACK: &str = "zhicheng-local";

/// Addresses of the emulators; the template's cloud addresses become these.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    pub(crate) edge: String,
    pub(crate) s3: String,
}

/// Turns the template's values into plain JSON: references, substitutions and conditions of CloudFormation.
pub(crate) struct Resolver<'a> {
    template: &'a Template,
    parameters: BTreeMap<String, String>,
    places: Places,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(template: &'a Template, parameters: BTreeMap<String, String>, places: Places) -> Self {
        Self { template, parameters, places }
    }

    /// The value with every intrinsic replaced; `Null` stands for `AWS::NoValue`.
    pub(crate) fn json(&self, value: &Value) -> Result<Json, Error> {
        match value {
            Value::Null => Ok(Json::Null),
            Value::Bool(flag) => Ok(Json::Bool(*flag)),
            Value::Number(number) => serde_json::to_value(number).map_err(|e| Error::Template(e.to_string())),
            Value::String(text) => Ok(Json::String(self.localised(text.clone()))),
            Value::Sequence(items) => self.list(items),
            Value::Mapping(mapping) => self.mapping(mapping),
            Value::Tagged(tagged) => {
                self.intrinsic(tagged.tag.to_string().trim_start_matches('!'), &tagged.value)
            }
        }
    }

    pub(crate) fn text(&self, value: &Value) -> Result<String, Error> {
        self.json(value).map(|json| text_of(&json))
    }

    /// Tells whether a resource or branch with this `Condition` exists.
    pub(crate) fn holds(&self, condition: &str) -> Result<bool, Error> {
        let body = self
            .template
            .section("Conditions")
            .and_then(|conditions| conditions.get(condition))
            .ok_or_else(|| Error::Template(format!("there is no condition {condition}")))?;
        self.json(body).map(|json| json == Json::Bool(true))
    }

    pub(crate) fn exists(&self, resource: Resource<'_>) -> Result<bool, Error> {
        resource.condition.map_or(Ok(true), |condition| self.holds(condition))
    }

    fn list(&self, items: &[Value]) -> Result<Json, Error> {
        let mut list = Vec::new();
        for item in items {
            let json = self.json(item)?;
            if !json.is_null() {
                list.push(json);
            }
        }
        Ok(Json::Array(list))
    }

    fn mapping(&self, mapping: &Mapping) -> Result<Json, Error> {
        if let Some((name, argument)) = long_form(mapping) {
            return self.intrinsic(name, argument);
        }
        let mut object = serde_json::Map::new();
        for (key, value) in mapping {
            let json = self.json(value)?;
            if !json.is_null() {
                object.insert(scalar(key), json);
            }
        }
        Ok(Json::Object(object))
    }

    fn intrinsic(&self, name: &str, argument: &Value) -> Result<Json, Error> {
        match name {
            "Ref" => self.reference(&scalar(argument)),
            "GetAtt" => self.attribute(argument),
            "Sub" => self.substitute(argument),
            "Join" => {
                let [separator, list] = self.arguments(name, argument)?;
                let parts: Vec<String> = items(&list).iter().map(text_of).collect();
                Ok(Json::String(self.localised(parts.join(&text_of(&separator)))))
            }
            "Select" => {
                let [index, list] = self.arguments(name, argument)?;
                let index: usize = text_of(&index).parse().map_err(|_| malformed(name))?;
                items(&list).get(index).cloned().ok_or_else(|| malformed(name))
            }
            "Split" => {
                let [separator, text] = self.arguments(name, argument)?;
                Ok(text_of(&text).split(&text_of(&separator)).map(Json::from).collect())
            }
            "If" => self.choose(argument),
            "Condition" => self.holds(&scalar(argument)).map(Json::Bool),
            "Equals" => self.arguments(name, argument).map(|[a, b]| Json::Bool(text_of(&a) == text_of(&b))),
            "Not" => self.json(argument).map(|list| Json::Bool(!all_true(items(&list)))),
            "And" => self.json(argument).map(|list| Json::Bool(all_true(items(&list)))),
            "Or" => self.json(argument).map(|list| Json::Bool(items(&list).contains(&Json::Bool(true)))),
            _ => Err(Error::Template(format!("the local cloud does not know !{name}"))),
        }
    }

    fn arguments(&self, name: &str, argument: &Value) -> Result<[Json; 2], Error> {
        let Value::Sequence(list) = argument else { return Err(malformed(name)) };
        let [first, second] = list.as_slice() else { return Err(malformed(name)) };
        Ok([self.json(first)?, self.json(second)?])
    }

    fn choose(&self, argument: &Value) -> Result<Json, Error> {
        let Value::Sequence(list) = argument else { return Err(malformed("If")) };
        let [condition, yes, no] = list.as_slice() else { return Err(malformed("If")) };
        let branch = if self.holds(&scalar(condition))? { yes } else { no };
        self.json(branch)
    }

    fn reference(&self, name: &str) -> Result<Json, Error> {
        if name == "AWS::NoValue" {
            return Ok(Json::Null);
        }
        self.named(name).map(Json::String)
    }

    fn named(&self, name: &str) -> Result<String, Error> {
        if let Some(value) = self.parameters.get(name) {
            return Ok(value.clone());
        }
        match name {
            "AWS::Region" => Ok(REGION.to_owned()),
            "AWS::AccountId" => Ok(ACCOUNT.to_owned()),
            "AWS::StackName" => Ok(STACK.to_owned()),
            "AWS::Partition" => Ok("aws".to_owned()),
            "AWS::URLSuffix" => Ok("amazonaws.com".to_owned()),
            "AWS::StackId" => Ok(format!("arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{STACK}/local")),
            _ => self.resource_name(name),
        }
    }

    /// Returns the value of `!Ref` for a resource.
    pub(crate) fn resource_name(&self, id: &str) -> Result<String, Error> {
        let resource = self
            .template
            .resource(id)
            .ok_or_else(|| Error::Template(format!("!Ref {id} names neither a parameter nor a resource")))?;
        let named = |property: &str, default: String| {
            resource.property(property).map_or(Ok(default), |value| self.text(value))
        };
        match resource.kind {
            "AWS::DynamoDB::Table" | "AWS::DynamoDB::GlobalTable" => {
                named("TableName", format!("{STACK}-{id}"))
            }
            "AWS::S3::Bucket" => named("BucketName", format!("{STACK}-{}", id.to_lowercase())),
            "AWS::Serverless::Function" => named("FunctionName", id.to_owned()),
            "AWS::SNS::Topic" => self.arn(resource),
            _ => Ok(id.to_lowercase()),
        }
    }

    fn attribute(&self, argument: &Value) -> Result<Json, Error> {
        let path = match argument {
            Value::Sequence(parts) => parts.iter().map(scalar).collect::<Vec<_>>().join("."),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Mapping(_)
            | Value::Tagged(_) => scalar(argument),
        };
        let (id, attribute) = path.split_once('.').ok_or_else(|| malformed("GetAtt"))?;
        self.attribute_of(id, attribute).map(|text| Json::String(self.localised(text)))
    }

    fn attribute_of(&self, id: &str, attribute: &str) -> Result<String, Error> {
        let name = self.resource_name(id)?;
        let resource = self.template.resource(id).ok_or_else(|| malformed("GetAtt"))?;
        Ok(match (resource.kind, attribute) {
            ("AWS::S3::Bucket", "DomainName" | "RegionalDomainName") => {
                format!("{name}.s3.{REGION}.amazonaws.com")
            }
            ("AWS::CloudFront::Distribution", "DomainName") => format!("{name}.cloudfront.net"),
            ("AWS::Serverless::HttpApi" | "AWS::ApiGatewayV2::Api", "ApiEndpoint") => {
                format!("https://{name}.execute-api.{REGION}.amazonaws.com")
            }
            (_, "Arn" | "TopicArn") => self.arn(resource)?,
            ("AWS::DynamoDB::Table", "StreamArn") => format!("{}/stream/local", self.arn(resource)?),
            (_, other) => format!("{name}.{other}"),
        })
    }

    fn arn(&self, resource: Resource<'_>) -> Result<String, Error> {
        let id = resource.id;
        Ok(match resource.kind {
            "AWS::SNS::Topic" => format!("arn:aws:sns:{REGION}:{ACCOUNT}:{id}"),
            "AWS::S3::Bucket" => format!("arn:aws:s3:::{}", self.resource_name(id)?),
            "AWS::DynamoDB::Table" => {
                format!("arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{}", self.resource_name(id)?)
            }
            "AWS::Serverless::Function" => {
                format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:{}", self.resource_name(id)?)
            }
            kind => format!("arn:aws:{}:{REGION}:{ACCOUNT}:{id}", kind.replace("::", "-").to_lowercase()),
        })
    }

    fn substitute(&self, argument: &Value) -> Result<Json, Error> {
        let (text, own) = match argument {
            Value::Sequence(list) => (list.first().map(scalar), list.get(1).and_then(Value::as_mapping)),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Mapping(_)
            | Value::Tagged(_) => (Some(scalar(argument)), None),
        };
        let text = text.ok_or_else(|| malformed("Sub"))?;
        let mut result = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("${") {
            let (name, tail) = after.split_once('}').ok_or_else(|| malformed("Sub"))?;
            result.push_str(before);
            result.push_str(&self.substitution(name, own)?);
            rest = tail;
        }
        result.push_str(rest);
        Ok(Json::String(self.localised(result)))
    }

    fn substitution(&self, name: &str, own: Option<&Mapping>) -> Result<String, Error> {
        if let Some(literal) = name.strip_prefix('!') {
            return Ok(format!("${{{literal}}}"));
        }
        if let Some(value) = own.and_then(|own| own.get(name)) {
            return self.text(value);
        }
        match name.split_once('.') {
            Some((id, attribute)) => self.attribute_of(id, attribute),
            None => self.named(name),
        }
    }

    /// Origins of the cloud (bucket, distribution, API) become those of the emulators.
    fn localised(&self, text: String) -> String {
        if !text.contains("https://") {
            return text;
        }
        let mut text = text;
        for resource in self.template.resources() {
            let Ok(name) = self.resource_name(resource.id) else { continue };
            match resource.kind {
                "AWS::S3::Bucket" => {
                    text = text
                        .replace(&format!("https://{name}.s3.{REGION}.amazonaws.com"), &self.places.s3)
                        .replace(&format!("https://{name}.s3.amazonaws.com"), &self.places.s3);
                }
                "AWS::CloudFront::Distribution" => {
                    text = text.replace(&format!("https://{name}.cloudfront.net"), &self.places.edge);
                }
                "AWS::Serverless::HttpApi" | "AWS::ApiGatewayV2::Api" => {
                    let origin = format!("https://{name}.execute-api.{REGION}.amazonaws.com");
                    text = text.replace(&origin, &self.places.edge);
                }
                _ => {}
            }
        }
        text
    }
}

fn long_form(mapping: &Mapping) -> Option<(&str, &Value)> {
    let (key, argument) = mapping.iter().next().filter(|_| mapping.len() == 1)?;
    let key = key.as_str()?;
    match key {
        "Ref" | "Condition" if argument.is_string() => Some((key, argument)),
        _ => key.strip_prefix("Fn::").map(|name| (name, argument)),
    }
}

fn malformed(intrinsic: &str) -> Error {
    Error::Template(format!("malformed !{intrinsic}"))
}

fn items(json: &Json) -> &[Json] {
    json.as_array().map_or(&[], Vec::as_slice)
}

fn all_true(list: &[Json]) -> bool {
    list.iter().all(|item| *item == Json::Bool(true))
}

/// A resolved scalar as CloudFormation's string.
pub(crate) fn text_of(json: &Json) -> String {
    json.as_str().map_or_else(|| if json.is_null() { String::new() } else { json.to_string() }, str::to_owned)
}
