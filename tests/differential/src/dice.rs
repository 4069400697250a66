//! Chance from a seed: every call has a fixed width, so a 32-bit machine throws what a 64-bit one does.

use fastrand::Rng;

pub(crate) struct Dice(Rng);

impl Dice {
    pub(crate) fn new(seed: u32) -> Self {
        Self(Rng::with_seed(u64::from(seed)))
    }

    /// `0 .. n`; 0 when there is nothing to choose from.
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        self.0.u32(..n.max(1))
    }

    pub(crate) fn between(&mut self, first: i64, last: i64) -> i64 {
        self.0.i64(first.min(last)..=last)
    }

    pub(crate) fn percent(&mut self, chance: u32) -> bool {
        self.below(100) < chance
    }

    pub(crate) fn pick<'a, T>(&mut self, choices: &'a [T]) -> Option<&'a T> {
        let n = u32::try_from(choices.len()).unwrap_or(u32::MAX);
        choices.get(usize::try_from(self.below(n)).unwrap_or_default())
    }

    pub(crate) fn one_of(&mut self, choices: &[&'static str]) -> String {
        self.pick(choices).copied().unwrap_or_default().to_owned()
    }
}
