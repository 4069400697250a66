//! The words of refusals in each language: the same matches over the same data, so that none lacks a sentence.

mod chinese;
mod english;

use crate::refusal::ApiRefusal;

impl ApiRefusal {
    pub fn in_chinese(&self) -> String {
        chinese::refusal(self)
    }

    pub fn in_english(&self) -> String {
        english::refusal(self)
    }
}

#[cfg(test)]
mod tests {
    use domain::pack::is_chinese;

    /// The sentences cannot be listed: their source can.
    #[test]
    fn english_words_hold_no_chinese_letter() {
        let source = include_str!("english.rs");
        let chinese: Vec<&str> = source.lines().filter(|line| line.contains(is_chinese)).collect();
        assert!(chinese.is_empty(), "{chinese:#?}");
    }
}
