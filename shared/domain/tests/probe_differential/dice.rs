//! Chance from a seed: every call has a fixed width, so a 32-bit machine throws what a 64-bit one does.

struct Rng(u64);
impl Rng { fn with_seed(s: u64) -> Self { Self(s) } fn next(&mut self) -> u64 { self.0 = self.0.wrapping_add(0x9E3779B97F4A7C15); let mut z = self.0; z = (z ^ (z >> 30)).wrapping_mul(0xBF58476D1CE4E5B9); z = (z ^ (z >> 27)).wrapping_mul(0x94D049BB133111EB); z ^ (z >> 31) } fn u32(&mut self, r: std::ops::RangeTo<u32>) -> u32 { (self.next() >> 32) as u32 % r.end } fn i64(&mut self, r: std::ops::RangeInclusive<i64>) -> i64 { let n = (r.end() - r.start() + 1) as u64; r.start() + (self.next() % n) as i64 } }

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
