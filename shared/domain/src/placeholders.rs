//! Texts of a pack that leave something to be filled in: `{name}`.

/// The reason why a text cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// The text after a `{` without its `}`.
    Open(String),
    /// The name of a placeholder that nothing fills.
    Unknown(String),
}

/// Every `{name}` exchanged for its value, in one pass: braces of a value stay what they are.
pub(crate) fn fill(text: &str, value: impl Fn(&str) -> Option<String>) -> Result<String, Misfit> {
    let mut parts = text.split('{');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, tail) = part.split_once('}').ok_or_else(|| Misfit::Open(part.to_owned()))?;
        whole.push_str(&value(name).ok_or_else(|| Misfit::Unknown(name.to_owned()))?);
        whole.push_str(tail);
    }
    Ok(whole)
}

/// Each as it is written in a text: `{name}`.
pub(crate) fn listed<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    names.map(|name| format!("{{{name}}}")).collect()
}

impl Misfit {
    /// Returns the sentence for the author of the pack; `kind` is what the text is: `短信`.
    pub(crate) fn said_of(&self, kind: &str) -> String {
        match self {
            Self::Open(rest) => format!("`{{{rest}` 没有用 `}}` 结束"),
            Self::Unknown(name) => format!("{kind}里没有什么可以填进 `{{{name}}}`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_with_braces_is_not_filled_again() {
        let value = |name: &str| (name == "name").then(|| "{unit}".to_owned());
        assert_eq!(fill("本人{name}，{name}。", value), Ok("本人{unit}，{unit}。".into()));
        assert_eq!(fill("{unit}", value), Err(Misfit::Unknown("unit".into())));
        assert_eq!(fill("本人{name", value), Err(Misfit::Open("name".into())));
    }
}
