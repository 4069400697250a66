//! `cargo xtask rules`: which tests name which rule of the seed. A rule is named by a test's own name
//! (`fn r36_r45_…`, `test('r03 …')`); a name counts only where a runner would run it.

use crate::command::Outcome;
use crate::config;
use std::collections::BTreeMap;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

/// All of the seed's rules.
const RULES: RangeInclusive<u32> = 1..=97;

const SOURCES: [&str; 5] = ["shared", "functions", "web", "infra", "tests"];

/// Rule → the tests that name it, each with its file.
type Named = BTreeMap<u32, Vec<String>>;

pub(crate) fn rules() -> Outcome<()> {
    let named = named()?;
    for rule in RULES {
        let tests = named.get(&rule).map_or("—".to_owned(), |tests| tests.join("\n     "));
        println!("R{rule:<3} {tests}");
    }
    let missing: Vec<String> =
        RULES.filter(|rule| !named.contains_key(rule)).map(|rule| format!("R{rule}")).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!("no test names {}: begin a test's name with the rule's number", missing.join(" ")).into())
}

fn named() -> Outcome<Named> {
    let root = config::root();
    let mut files = Vec::new();
    for folder in SOURCES {
        list(&root.join(folder), &mut files)?;
    }
    files.sort();
    let mut named = Named::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let place = file.strip_prefix(&root).unwrap_or(&file).display();
        for test in tests_in(&file, &text) {
            for rule in rules_of(test) {
                named.entry(rule).or_default().push(format!("{test}  {place}"));
            }
        }
    }
    Ok(named)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_built = path.ends_with("node_modules") || path.ends_with("target");
        if path.is_dir() && !is_built {
            list(&path, files)?;
        } else if extension(&path) == "rs" || path.to_string_lossy().ends_with(".spec.ts") {
            files.push(path);
        }
    }
    Ok(())
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

fn tests_in<'a>(file: &Path, text: &'a str) -> Vec<&'a str> {
    if extension(file) == "rs" { rust_tests(text) } else { browser_tests(text) }
}

/// Functions under `#[test]` or a runtime's own `#[….test…]`, unless they are ignored.
fn rust_tests(text: &str) -> Vec<&str> {
    let (mut is_test, mut is_ignored, mut tests) = (false, false, Vec::new());
    for line in text.lines().map(str::trim) {
        if let Some(attribute) = line.strip_prefix("#[") {
            let path = attribute.split(['(', ']', ' ']).next().unwrap_or_default();
            is_test |= path == "test" || path.ends_with("::test") || path == "wasm_bindgen_test";
            is_ignored |= path == "ignore";
        } else if let Some((_, function)) = line.split_once("fn ").filter(|(head, _)| is_qualifiers(head)) {
            if is_test && !is_ignored {
                tests.push(function.split(['(', '<']).next().unwrap_or_default());
            }
            (is_test, is_ignored) = (false, false);
        }
    }
    tests
}

fn is_qualifiers(head: &str) -> bool {
    matches!(head.trim(), "" | "async" | "pub" | "pub async")
}

/// Titles of `test('…', …)`; `test.skip` and `test.fixme` do not count.
fn browser_tests(text: &str) -> Vec<&str> {
    text.lines().filter_map(title).collect()
}

fn title(line: &str) -> Option<&str> {
    let quoted = line.trim().strip_prefix("test(")?;
    let quote = quoted.chars().next().filter(|first| matches!(first, '\'' | '"' | '`'))?;
    quoted.split(quote).nth(1)
}

/// The numbers with which a name begins; `r05_r10` names two rules, not six.
fn rules_of(test: &str) -> Vec<u32> {
    let number = |word: &str| word.strip_prefix(['r', 'R'])?.parse().ok().filter(|rule| RULES.contains(rule));
    test.split(['_', ' ', ',', '：', ':']).map_while(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_runner_runs_names_a_rule() {
        let source = [
            "#[test]",
            "#[expect(clippy::x, reason = \"so\")]",
            "fn r36_r45_criteria() {}",
            "fn r01_no_test() {}",
            "#[tokio::test(flavor = \"x\")]",
            "async fn r65_progress() {}",
            "#[test]",
            "#[ignore]",
            "fn r02_ignored() {}",
            "// #[test]",
            "fn r03_commented() {}",
        ]
        .join("\n");
        assert_eq!(rust_tests(&source), ["r36_r45_criteria", "r65_progress"]);
        let titles = "  test('r03 signs in', async () => {\n  test.skip('r04 later', …\n  const test = 'r05'";
        assert_eq!(browser_tests(titles), ["r03 signs in"]);
    }

    #[test]
    fn only_the_numbers_at_the_head_of_a_name_count() {
        assert_eq!(rules_of("r05_r10_committee_table"), [5, 10]);
        assert_eq!(rules_of("r03 r65 the entry page"), [3, 65]);
        assert_eq!(rules_of("the_r05_rule"), [0; 0]);
        assert_eq!(rules_of("r98_is_no_rule"), [0; 0]);
    }
}
