//! The resources that the template deploys.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value as Json, json};
use serde_yaml_ng::Value;
use tower_http::cors::CorsLayer;

use crate::error::Error;
use crate::template::events::{Route, Schedule, StreamTrigger, Triggers};
use crate::template::headers::HeaderPolicies;
use crate::template::resolve::{Resolver, text_of};
use crate::template::source::{Resource, Template};

/// The deployed resources, with every reference resolved to its local name.
pub(crate) struct Stack {
    pub(crate) tables: Vec<Table>,
    pub(crate) buckets: Vec<Bucket>,
    pub(crate) functions: Vec<Function>,
    pub(crate) headers: HeaderPolicies,
}

pub(crate) struct Bucket {
    pub(crate) name: String,
    pub(crate) cors: CorsLayer,
}

pub(crate) struct Table {
    pub(crate) name: String,
    /// The body of a `CreateTable` request.
    pub(crate) create: Json,
    pub(crate) ttl_attribute: Option<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Function {
    /// Logical id in the template.
    pub(crate) id: String,
    /// The function's deployed name.
    pub(crate) name: String,
    pub(crate) binary: PathBuf,
    pub(crate) timeout: Duration,
    /// MB.
    pub(crate) memory: u64,
    pub(crate) environment: BTreeMap<String, String>,
    pub(crate) triggers: Triggers,
}

impl Function {
    /// Last folder of `CodeUri`: the short name in logs.
    pub(crate) fn short_name(&self) -> &str {
        self.binary.file_stem().and_then(|name| name.to_str()).unwrap_or(&self.id)
    }

    pub(crate) fn routes(&self) -> &[Route] {
        &self.triggers.routes
    }

    pub(crate) fn streams(&self) -> &[StreamTrigger] {
        &self.triggers.streams
    }

    pub(crate) fn schedules(&self) -> &[Schedule] {
        &self.triggers.schedules
    }
}

impl Stack {
    pub(crate) fn read(template: &Template, resolver: &Resolver<'_>, bin_dir: &Path) -> Result<Self, Error> {
        let mut stack = Self {
            tables: Vec::new(),
            buckets: Vec::new(),
            functions: Vec::new(),
            headers: HeaderPolicies::read(template, resolver)?,
        };
        let layers = layer_folders(template, resolver)?;
        for resource in template.resources() {
            if !resolver.exists(resource)? {
                continue;
            }
            match resource.kind {
                "AWS::DynamoDB::Table" => stack.tables.push(read_table(resource, resolver)?),
                "AWS::S3::Bucket" => stack.buckets.push(read_bucket(resource, resolver)?),
                "AWS::Serverless::Function" => {
                    stack.functions.push(read_function(template, resource, resolver, &layers, bin_dir)?);
                }
                _ => {}
            }
        }
        Ok(stack)
    }
}

fn read_bucket(resource: Resource<'_>, resolver: &Resolver<'_>) -> Result<Bucket, Error> {
    let configuration = resource.property("CorsConfiguration").map(|cors| resolver.json(cors)).transpose()?;
    Ok(Bucket {
        name: resolver.resource_name(resource.id)?,
        cors: crate::template::cors::layer(configuration.as_ref())?,
    })
}

fn read_table(resource: Resource<'_>, resolver: &Resolver<'_>) -> Result<Table, Error> {
    const OF_CREATE_TABLE: [&str; 5] = [
        "AttributeDefinitions",
        "KeySchema",
        "BillingMode",
        "GlobalSecondaryIndexes",
        "LocalSecondaryIndexes",
    ];
    let name = resolver.resource_name(resource.id)?;
    let properties = resolver.json(resource.properties)?;
    let mut create = json!({ "TableName": name });
    for key in OF_CREATE_TABLE {
        if let Some(value) = properties.get(key) {
            create[key] = value.clone();
        }
    }
    if let Some(provisioned) = properties.get("ProvisionedThroughput") {
        create["ProvisionedThroughput"] = provisioned.clone();
    }
    if let Some(view) = properties.pointer("/StreamSpecification/StreamViewType") {
        create["StreamSpecification"] = json!({ "StreamEnabled": true, "StreamViewType": view });
    }
    let ttl_attribute = properties.pointer("/TimeToLiveSpecification/AttributeName").map(text_of);
    Ok(Table { name, create, ttl_attribute })
}

/// Layers by logical id, each with the folder its content lies in.
fn layer_folders(template: &Template, resolver: &Resolver<'_>) -> Result<BTreeMap<String, PathBuf>, Error> {
    let mut folders = BTreeMap::new();
    for resource in template.resources().filter(|r| r.kind == "AWS::Serverless::LayerVersion") {
        if let Some(content) = resource.property("ContentUri") {
            folders.insert(resource.id.to_owned(), template.path(&resolver.text(content)?));
        }
    }
    Ok(folders)
}

fn read_function(
    template: &Template,
    resource: Resource<'_>,
    resolver: &Resolver<'_>,
    layers: &BTreeMap<String, PathBuf>,
    bin_dir: &Path,
) -> Result<Function, Error> {
    let globals = template.globals("Function");
    let either = |name: &str| resource.property(name).or_else(|| globals.get(name));
    let number = |name: &str, default: u64| {
        either(name).map_or(Ok(default), |value| {
            let text = resolver.text(value)?;
            text.parse().map_err(|_| Error::Template(format!("{}: {name} is {text}", resource.id)))
        })
    };
    let code = either("CodeUri").map(|uri| resolver.text(uri)).transpose()?.unwrap_or_default();
    let own_layers = layers_of([globals, resource.properties], resolver, layers)?;
    let mut environment = environment_of([globals, resource.properties], resolver)?;
    for value in environment.values_mut() {
        mount_layer(value, &own_layers);
    }
    let logging = either("LoggingConfig").map(|logging| resolver.json(logging)).transpose()?;
    environment.extend(logging.iter().flat_map(logging_environment));
    Ok(Function {
        id: resource.id.to_owned(),
        name: resolver.resource_name(resource.id)?,
        binary: binary(&code, bin_dir)
            .ok_or_else(|| Error::Template(format!("{}: CodeUri names no folder", resource.id)))?,
        timeout: Duration::from_secs(number("Timeout", 3)?),
        memory: number("MemorySize", 128)?,
        environment,
        triggers: Triggers::read(resource, resolver)?,
    })
}

fn binary(code_uri: &str, bin_dir: &Path) -> Option<PathBuf> {
    let name = code_uri.trim_end_matches('/').rsplit('/').next().filter(|name| !name.is_empty())?;
    let mut path = bin_dir.join(name).into_os_string();
    path.push(std::env::consts::EXE_SUFFIX);
    Some(path.into())
}

fn environment_of(sources: [&Value; 2], resolver: &Resolver<'_>) -> Result<BTreeMap<String, String>, Error> {
    let mut environment = BTreeMap::new();
    for variables in sources.iter().filter_map(|source| source.get("Environment")?.get("Variables")) {
        let Json::Object(variables) = resolver.json(variables)? else { continue };
        environment.extend(variables.into_iter().map(|(name, value)| (name, text_of(&value))));
    }
    Ok(environment)
}

fn layers_of(
    sources: [&Value; 2],
    resolver: &Resolver<'_>,
    layers: &BTreeMap<String, PathBuf>,
) -> Result<Vec<PathBuf>, Error> {
    let mut folders = Vec::new();
    for list in sources.iter().filter_map(|source| source.get("Layers")) {
        let Json::Array(names) = resolver.json(list)? else { continue };
        let known = |name: &Json| layers.iter().find(|(id, _)| id.to_lowercase() == text_of(name));
        folders.extend(names.iter().filter_map(known).map(|(_, folder)| folder.clone()));
    }
    Ok(folders)
}

/// Returns the variables in which Lambda tells a runtime its log format.
fn logging_environment(logging: &Json) -> Vec<(String, String)> {
    let text = |name: &str, default: &str| logging.get(name).map_or(default.to_owned(), text_of);
    let format = text("LogFormat", "Text");
    let mut variables = Vec::new();
    if format == "JSON" {
        variables.push(("AWS_LAMBDA_LOG_LEVEL".to_owned(), text("ApplicationLogLevel", "INFO")));
    }
    variables.push(("AWS_LAMBDA_LOG_FORMAT".to_owned(), format));
    variables
}

/// `/opt/…` is where Lambda unpacks layers; here the value points into the layer that has the entry.
fn mount_layer(value: &mut String, layers: &[PathBuf]) {
    let Some(inside) = value.strip_prefix("/opt/") else { return };
    let found = layers.iter().map(|layer| layer.join(inside)).find(|path| path.exists());
    if let Some(path) = found.and_then(|path| path.canonicalize().ok()) {
        *value = path.to_string_lossy().into_owned();
    }
}
