//! Counts of the test runners' own closing lines.

use crate::command::Outcome;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// cargo's `test result: ok. 3 passed; 1 failed; …`, or Playwright's `  2 passed (1.3s)`.
    fn read(line: &str) -> Self {
        let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        let before = |word: &str| {
            let at = words.iter().position(|candidate| *candidate == word)?;
            words.get(at.checked_sub(1)?)?.parse().ok()
        };
        let is_cargo = line.starts_with("test result:");
        let is_playwright = line.starts_with("  ") && matches!(words.get(1), Some(&"passed" | &"failed"));
        if !is_cargo && !is_playwright {
            return Self::default();
        }
        Self { passed: before("passed").unwrap_or_default(), failed: before("failed").unwrap_or_default() }
    }
}

/// Runs a test runner, shows what it prints and counts.
pub(crate) fn run_counted(command: &mut Command) -> Outcome<(Tally, bool)> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut tally = Tally::default();
    let output = child.stdout.take().ok_or("the runner has no output")?;
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        tally.add(Tally::read(&line));
    }
    Ok((tally, child.wait()?.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_both_runners_are_counted() {
        let cargo =
            Tally::read("test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out");
        assert_eq!(cargo, Tally { passed: 12, failed: 3 });
        assert_eq!(Tally::read("  7 passed (41.2s)"), Tally { passed: 7, failed: 0 });
        assert_eq!(Tally::read("  1 failed"), Tally { passed: 0, failed: 1 });
        assert_eq!(Tally::read("nothing passed here"), Tally::default());
    }
}
