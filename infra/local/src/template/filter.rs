//! Event filter patterns.

use serde_json::Value as Json;

/// An event filter of Lambda: exact values, `prefix`, `suffix`, `exists`, `anything-but`, `$or` is not supported.
#[derive(Clone, Debug)]
pub(crate) struct Pattern(Json);

impl Pattern {
    pub(crate) fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text).map(Self)
    }

    pub(crate) fn matches(&self, event: &Json) -> bool {
        matches_object(&self.0, Some(event))
    }
}

fn matches_object(pattern: &Json, event: Option<&Json>) -> bool {
    match pattern {
        Json::Object(fields) => {
            fields.iter().all(|(name, inner)| matches_object(inner, event.and_then(|event| event.get(name))))
        }
        Json::Array(choices) => choices.iter().any(|choice| matches_value(choice, event)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => Some(pattern) == event,
    }
}

fn matches_value(choice: &Json, value: Option<&Json>) -> bool {
    let Some((operator, operand)) = choice.as_object().and_then(|object| object.iter().next()) else {
        return Some(choice) == value;
    };
    let text = value.and_then(Json::as_str);
    let part = operand.as_str().unwrap_or_default();
    match operator.as_str() {
        "exists" => Some(value.is_some()) == operand.as_bool(),
        "prefix" => text.is_some_and(|text| text.starts_with(part)),
        "suffix" => text.is_some_and(|text| text.ends_with(part)),
        "anything-but" => match operand {
            Json::Array(excluded) => value.is_some_and(|value| !excluded.contains(value)),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Object(_) => {
                value.is_some_and(|value| value != operand)
            }
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_pattern_matches_values_prefixes_and_absence() {
        let pattern = Pattern::parse(
            r#"{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"OUT#"}]}},"OldImage":[{"exists":false}]}}"#,
        )
        .unwrap();
        let event =
            |name: &str, key: &str| json!({"eventName": name, "dynamodb": {"Keys": {"pk": {"S": key}}}});
        assert!(pattern.matches(&event("INSERT", "OUT#1")));
        assert!(!pattern.matches(&event("MODIFY", "OUT#1")));
        assert!(!pattern.matches(&event("INSERT", "APP#1")));
    }
}
