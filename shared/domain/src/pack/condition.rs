//! Conditions under which a field, a slot or a section is asked: a small language of values, not of text.

use serde::{Deserialize, Serialize};

/// `field` of the same row or section, or `section.field` of another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldRef(pub String);

impl FieldRef {
    /// Section (none: the one that is being judged) and field.
    pub fn parts(&self) -> (Option<&str>, &str) {
        self.0.split_once('.').map_or((None, self.0.as_str()), |(section, field)| (Some(section), field))
    }
}

/// A condition on answers. In TOML: `{ is = { field = "kind", value = "Journal" } }`, `{ any = [ … ] }`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    Is {
        field: FieldRef,
        value: String,
    },
    In {
        field: FieldRef,
        values: Vec<String>,
    },
    Filled {
        field: FieldRef,
    },
    /// The two fields read the same.
    Same {
        field: FieldRef,
        other: FieldRef,
    },
    /// A scan lies in this slot of the same row or section.
    Uploaded {
        slot: String,
    },
    /// The group of this section has more rows than its `soft_max`.
    OverLimit {
        group: String,
    },
    /// The target title is 副高 or 正高.
    Senior {
        field: FieldRef,
    },
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
}

impl Condition {
    /// Every field that the condition reads.
    pub fn fields(&self) -> Vec<&FieldRef> {
        match self {
            Self::Is { field, .. }
            | Self::In { field, .. }
            | Self::Filled { field }
            | Self::Senior { field } => {
                vec![field]
            }
            Self::Same { field, other } => vec![field, other],
            Self::Uploaded { .. } | Self::OverLimit { .. } => Vec::new(),
            Self::All(conditions) | Self::Any(conditions) => {
                conditions.iter().flat_map(Self::fields).collect()
            }
            Self::Not(condition) => condition.fields(),
        }
    }
}
