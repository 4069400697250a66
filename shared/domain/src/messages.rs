//! SMS texts of the pack, filled (§5.8).

use crate::placeholders::fill;
use crate::policy::Policy;
use std::collections::BTreeMap;

/// One segment: a longer Chinese SMS is cut into several.
pub const MAX_CHARS: usize = 70;

/// The text of message `id` with its placeholders filled.
pub fn text(policy: &Policy, id: &str, values: &BTreeMap<String, String>) -> Option<String> {
    let template = policy.messages.iter().find(|template| template.id == id)?;
    fill(&template.text, |name| values.get(name).cloned()).ok()
}
