//! Every fixed text of the pages, in Chinese and in English: two constants of one struct for each group, so that a
//! missing text does not compile. Words that differ between cities and years come from the pack.

// One line per group, alphabetical: a group is one file with a struct, its `ZH` and its `EN`.
mod accounts;
mod applicant;
mod changes;
mod changing;
mod copying;
mod form;
mod form_chinese;
mod form_english;
mod language;
mod officer;
mod pack;
mod problem;
mod publicity;
mod refusal;
mod shell;
mod workflow;

pub use accounts::AccountTexts;
pub use applicant::{ApplicantTexts, ProcessFigures};
pub use changes::ChangesTexts;
pub use changing::ChangingTexts;
pub use copying::CopyingTexts;
pub use form::FormTexts;
pub use language::{Language, language, set_language};
pub use officer::OfficerTexts;
pub use pack::PackTexts;
pub use problem::{Worded, problem_in_words};
pub use publicity::PublicityTexts;
pub use refusal::refusal_in_language;
pub use shell::CommonTexts;
pub use workflow::WorkflowTexts;

/// In the language of the page.
pub fn texts() -> &'static Texts {
    texts_in(language())
}

pub fn texts_in(language: Language) -> &'static Texts {
    match language {
        Language::Chinese => &ZH,
        Language::English => &EN,
    }
}

/// The file of the pack `id` whose words are in the language of the page.
pub fn pack_file(id: &str) -> String {
    match language() {
        Language::Chinese => id.to_owned(),
        Language::English => format!("{id}.en"),
    }
}

#[derive(Debug)]
pub struct Texts {
    pub accounts: AccountTexts,
    pub applicant: ApplicantTexts,
    pub changes: ChangesTexts,
    pub changing: ChangingTexts,
    pub common: CommonTexts,
    pub copying: CopyingTexts,
    pub form: FormTexts,
    pub officer: OfficerTexts,
    pub pack: PackTexts,
    pub publicity: PublicityTexts,
    pub workflow: WorkflowTexts,
}

static ZH: Texts = Texts {
    accounts: accounts::ZH,
    applicant: applicant::ZH,
    changes: changes::ZH,
    changing: changing::ZH,
    common: shell::ZH,
    copying: copying::ZH,
    form: form_chinese::ZH,
    officer: officer::ZH,
    pack: pack::ZH,
    publicity: publicity::ZH,
    workflow: workflow::ZH,
};

static EN: Texts = Texts {
    accounts: accounts::EN,
    applicant: applicant::EN,
    changes: changes::EN,
    changing: changing::EN,
    common: shell::EN,
    copying: copying::EN,
    form: form_english::EN,
    officer: officer::EN,
    pack: pack::EN,
    publicity: publicity::EN,
    workflow: workflow::EN,
};

/// `2 files`, `1 file`.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::pack::is_chinese;

    #[test]
    fn no_text_is_empty() {
        for language in [Language::Chinese, Language::English] {
            let all = format!("{:?}", texts_in(language));
            assert!(!all.contains(": \"\""), "{all}");
        }
    }

    #[test]
    fn english_texts_hold_no_chinese_letter() {
        let all = format!("{:?}", texts_in(Language::English));
        assert!(!all.contains(is_chinese), "{all}");
    }

    /// Texts around values are functions, which cannot be listed: their sources can.
    #[test]
    fn english_functions_hold_no_chinese_letter() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/texts");
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let sources: Vec<String> = files.map(|file| std::fs::read_to_string(file).unwrap()).collect();
        let english = sources.iter().filter_map(|source| source.split_once("\npub(super) const EN"));
        let english: Vec<&str> = english.map(|(_, english)| english).collect();
        assert!(english.len() >= 6, "{}", english.len());
        for line in english.iter().flat_map(|english| english.lines()) {
            // 填写提交 and the like come from the server and stand before an arrow.
            let text = line.split_once("=>").map_or(line, |(_, text)| text);
            assert!(text.trim_start().starts_with("//") || !text.contains(is_chinese), "{line}");
        }
    }

    #[test]
    fn the_language_that_is_chosen_decides() {
        set_language(Language::English);
        assert_eq!(texts().common.sign_in, "Sign in");
        assert_eq!(pack_file("liuzhou-2020"), "liuzhou-2020.en");
        set_language(Language::from_code("something else"));
        assert_eq!(texts().common.sign_in, "登录");
        assert_eq!(pack_file("liuzhou-2020"), "liuzhou-2020");
    }
}
