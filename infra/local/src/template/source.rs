//! The template as written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_yaml_ng::{Mapping, Value};

use crate::error::Error;

/// `infra/template.yaml` as written: tags and references are still in it.
pub(crate) struct Template {
    folder: PathBuf,
    document: Value,
}

/// One entry of `Resources`.
#[derive(Clone, Copy)]
pub(crate) struct Resource<'a> {
    pub(crate) id: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) properties: &'a Value,
    pub(crate) condition: Option<&'a str>,
}

impl Template {
    pub(crate) fn load(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(Error::file(path))?;
        let folder = path.parent().unwrap_or(Path::new(".")).to_path_buf();
        Self::parse(&text, folder)
    }

    pub(crate) fn parse(text: &str, folder: PathBuf) -> Result<Self, Error> {
        let document = serde_yaml_ng::from_str(text).map_err(|error| Error::Template(error.to_string()))?;
        Ok(Self { folder, document })
    }

    /// A path of the template (`../target/layers/packs`) from where the template lies.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.folder.join(relative)
    }

    pub(crate) fn section(&self, name: &str) -> Option<&Mapping> {
        self.document.get(name)?.as_mapping()
    }

    pub(crate) fn globals(&self, kind: &str) -> &Value {
        self.document.get("Globals").and_then(|globals| globals.get(kind)).unwrap_or(&Value::Null)
    }

    pub(crate) fn resources(&self) -> impl Iterator<Item = Resource<'_>> {
        self.section("Resources")
            .into_iter()
            .flatten()
            .filter_map(|(id, body)| Resource::read(id.as_str()?, body))
    }

    pub(crate) fn resource(&self, id: &str) -> Option<Resource<'_>> {
        self.resources().find(|resource| resource.id == id)
    }

    /// Every parameter with its default, which `overrides` replace; unknown overrides are an error.
    /// A parameter without default gets a value that is the same at every start.
    pub(crate) fn parameters(
        &self,
        overrides: &BTreeMap<String, String>,
    ) -> Result<BTreeMap<String, String>, Error> {
        let mut values = BTreeMap::new();
        for (name, body) in self.section("Parameters").into_iter().flatten() {
            let Some(name) = name.as_str() else { continue };
            let value = body.get("Default").map_or_else(|| local_value(name, body), scalar);
            values.insert(name.to_owned(), value);
        }
        for (name, value) in overrides {
            let known = values
                .get_mut(name)
                .ok_or_else(|| Error::Template(format!("there is no parameter {name}")))?;
            value.clone_into(known);
        }
        Ok(values)
    }
}

impl<'a> Resource<'a> {
    fn read(id: &'a str, body: &'a Value) -> Option<Self> {
        let kind = body.get("Type")?.as_str()?;
        let properties = body.get("Properties").unwrap_or(&Value::Null);
        let condition = body.get("Condition").and_then(Value::as_str);
        Some(Self { id, kind, properties, condition })
    }

    pub(crate) fn property(&self, name: &str) -> Option<&'a Value> {
        self.properties.get(name)
    }
}

fn local_value(name: &str, parameter: &Value) -> String {
    let shortest = parameter.get("MinLength").and_then(Value::as_u64).unwrap_or_default();
    let part = format!("local-{name}");
    let times = usize::try_from(shortest).unwrap_or_default().div_ceil(part.len()).max(1);
    part.repeat(times)
}

/// A YAML scalar as CloudFormation's string.
pub(crate) fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Null | Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_) => String::new(),
    }
}
