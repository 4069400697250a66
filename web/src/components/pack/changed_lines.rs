//! The lines in which two texts differ.

/// Returns the lines of each text that the other does not have, or the whole texts if only their order differs.
pub fn changed_lines(old: &str, new: &str) -> (String, String) {
    let changed = (lines_without(old, new), lines_without(new, old));
    match (changed.0.is_empty(), changed.1.is_empty()) {
        (true, true) => (old.to_owned(), new.to_owned()),
        (false, _) | (_, false) => changed,
    }
}

fn lines_without(text: &str, other: &str) -> String {
    let own = |line: &&str| !line.trim().is_empty() && !other.lines().any(|known| known == *line);
    text.lines().filter(own).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(old: &str, new: &str) -> [String; 2] {
        changed_lines(old, new).into()
    }

    #[test]
    fn only_the_paragraphs_that_changed_are_left() {
        assert_eq!(changed("甲\n\n2020年\n\n乙", "甲\n\n2026年\n\n乙"), ["2020年", "2026年"]);
        assert_eq!(changed("甲", "甲\n\n乙"), ["", "乙"]);
        assert_eq!(changed("", "甲"), ["", "甲"]);
    }

    #[test]
    fn a_text_whose_paragraphs_moved_stays_whole() {
        assert_eq!(changed("甲\n乙", "乙\n甲"), ["甲\n乙", "乙\n甲"]);
    }
}
