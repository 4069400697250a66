//! CloudFront's response header policies.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value as Json;

use crate::error::Error;
use crate::template::resolve::{Resolver, text_of};
use crate::template::source::Template;

/// The response headers CloudFront adds, by behaviour.
#[derive(Clone, Debug, Default)]
pub(crate) struct HeaderPolicies {
    pub(crate) site: Vec<AddedHeader>,
    pub(crate) api: Vec<AddedHeader>,
}

#[derive(Clone, Debug)]
pub(crate) struct AddedHeader {
    name: HeaderName,
    value: HeaderValue,
    replaces: bool,
}

impl HeaderPolicies {
    pub(crate) fn read(template: &Template, resolver: &Resolver<'_>) -> Result<Self, Error> {
        let distribution = template.resources().find(|r| r.kind == "AWS::CloudFront::Distribution");
        let Some(config) = distribution.and_then(|d| d.property("DistributionConfig")) else {
            return Ok(Self::default());
        };
        let config = resolver.json(config)?;
        let policy_of =
            |behaviour: Option<&Json>| match behaviour.and_then(|b| b.get("ResponseHeadersPolicyId")) {
                Some(id) => read_policy(&text_of(id), template, resolver),
                None => Ok(Vec::new()),
            };
        let behaviours = config.get("CacheBehaviors").and_then(Json::as_array);
        let api = behaviours
            .into_iter()
            .flatten()
            .find(|b| b.get("PathPattern").is_some_and(|path| text_of(path).starts_with("/api/")));
        Ok(Self { site: policy_of(config.get("DefaultCacheBehavior"))?, api: policy_of(api)? })
    }
}

/// Sets the policy's headers as CloudFront does: without `Override` the origin's own header stays.
pub(crate) fn add(headers: &mut HeaderMap, policy: &[AddedHeader]) {
    for added in policy {
        if added.replaces || !headers.contains_key(&added.name) {
            headers.insert(added.name.clone(), added.value.clone());
        }
    }
}

fn read_policy(name: &str, template: &Template, resolver: &Resolver<'_>) -> Result<Vec<AddedHeader>, Error> {
    let found = template.resources().find(|resource| {
        resource.kind == "AWS::CloudFront::ResponseHeadersPolicy"
            && resolver.resource_name(resource.id).is_ok_and(|local| local == name)
    });
    let Some(config) = found.and_then(|resource| resource.property("ResponseHeadersPolicyConfig")) else {
        return Ok(Vec::new());
    };
    let config = resolver.json(config)?;
    let mut headers = Vec::new();
    if let Some(Json::Object(security)) = config.get("SecurityHeadersConfig") {
        for (kind, body) in security {
            headers.extend(security_header(kind, body).map(|pair| (pair, replaces(body))));
        }
    }
    for item in config.pointer("/CustomHeadersConfig/Items").and_then(Json::as_array).into_iter().flatten() {
        let text = |name: &str| item.get(name).map(text_of).unwrap_or_default();
        headers.push(((text("Header"), text("Value")), replaces(item)));
    }
    headers.into_iter().map(|((name, value), replaces)| added(&name, &value, replaces)).collect()
}

fn added(name: &str, value: &str, replaces: bool) -> Result<AddedHeader, Error> {
    let wrong = |_| Error::Template(format!("response header {name}: {value}"));
    Ok(AddedHeader {
        name: name.to_lowercase().parse().map_err(|_| Error::Template(format!("response header {name}")))?,
        value: HeaderValue::from_str(value).map_err(wrong)?,
        replaces,
    })
}

fn replaces(body: &Json) -> bool {
    body.get("Override").is_some_and(|flag| text_of(flag) == "true")
}

fn security_header(kind: &str, body: &Json) -> Option<(String, String)> {
    let text = |name: &str| body.get(name).map(text_of);
    let on = |name: &str| text(name).is_some_and(|value| value == "true");
    let (name, value) = match kind {
        "ContentSecurityPolicy" => ("content-security-policy", text("ContentSecurityPolicy")?),
        "ContentTypeOptions" => ("x-content-type-options", "nosniff".to_owned()),
        "FrameOptions" => ("x-frame-options", text("FrameOption")?),
        "ReferrerPolicy" => ("referrer-policy", text("ReferrerPolicy")?),
        "StrictTransportSecurity" => {
            let mut value = format!("max-age={}", text("AccessControlMaxAgeSec")?);
            value.push_str(if on("IncludeSubdomains") { "; includeSubDomains" } else { "" });
            value.push_str(if on("Preload") { "; preload" } else { "" });
            ("strict-transport-security", value)
        }
        "XSSProtection" => ("x-xss-protection", if on("Protection") { "1" } else { "0" }.to_owned()),
        _ => return None,
    };
    Some((name.to_owned(), value))
}
