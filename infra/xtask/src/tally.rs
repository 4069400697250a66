//! Counts of the test runners' own closing lines.

use crate::command::Outcome;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Words that follow the count of tests that proved nothing; `did` is of `did not run`.
const UNPROVEN: [&str; 5] = ["failed", "ignored", "skipped", "flaky", "did"];

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
        let is_playwright = line.starts_with("  ")
            && words.get(1).is_some_and(|word| *word == "passed" || UNPROVEN.contains(word));
        if !is_cargo && !is_playwright {
            return Self::default();
        }
        let failed = UNPROVEN.iter().filter_map(|word| before(word)).sum();
        Self { passed: before("passed").unwrap_or_default(), failed }
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
        assert_eq!(Tally::read("  2 skipped"), Tally { passed: 0, failed: 2 });
        assert_eq!(Tally::read("  3 did not run"), Tally { passed: 0, failed: 3 });
        assert_eq!(Tally::read("nothing passed here"), Tally::default());
    }
}
