//! The properties that all controls of a field share.

use yew::prelude::*;

/// A field as its control draws it.
#[derive(Clone, PartialEq, Properties)]
pub struct InputProps {
    pub anchor: AttrValue,
    pub value: AttrValue,
    pub placeholder: AttrValue,
    pub required: bool,
    pub invalid: bool,
    pub described_by: Option<AttrValue>,
    pub on_change: Callback<String>,
}
