//! Every fixed text of the pages, in Chinese and in English: two constants of one struct for each group, so that a
//! missing text does not compile. Words that differ between cities and years come from the policy pack.

// One line per group, alphabetical: a group is one file with a struct, its `ZH` and its `EN`.
mod accounts;
mod answer;
mod applicant;
mod copying;
mod form;
mod form_english;
mod language;
mod officer;
mod problem;
mod shell;
mod workflow;

pub use accounts::AccountTexts;
pub use answer::answer_in_language;
pub use applicant::ApplicantTexts;
pub use copying::CopyingTexts;
pub use form::FormTexts;
pub use language::{Language, language, set_language};
pub use officer::OfficerTexts;
pub use problem::problems_in_language;
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
    pub common: CommonTexts,
    pub copying: CopyingTexts,
    pub form: FormTexts,
    pub officer: OfficerTexts,
    pub workflow: WorkflowTexts,
}

static ZH: Texts = Texts {
    accounts: accounts::ZH,
    applicant: applicant::ZH,
    common: shell::ZH,
    copying: copying::ZH,
    form: form::ZH,
    officer: officer::ZH,
    workflow: workflow::ZH,
};

static EN: Texts = Texts {
    accounts: accounts::EN,
    applicant: applicant::EN,
    common: shell::EN,
    copying: copying::EN,
    form: form_english::EN,
    officer: officer::EN,
    workflow: workflow::EN,
};

/// `2 files`, `1 file`.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::policy::is_chinese;

    /// The files that hold English, each from where its English begins.
    const SOURCES: [&str; 7] = [
        include_str!("accounts.rs"),
        include_str!("applicant.rs"),
        include_str!("copying.rs"),
        include_str!("form_english.rs"),
        include_str!("officer.rs"),
        include_str!("shell.rs"),
        include_str!("workflow.rs"),
    ];

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
        for source in SOURCES {
            let (_, english) = source.split_once("const EN").unwrap();
            for line in english.lines().filter(|line| !line.trim_start().starts_with("//")) {
                // 市系列审核 and the like come from the server and stand before an arrow.
                let text = line.split_once("=>").map_or(line, |(_, text)| text);
                assert!(!text.contains(is_chinese), "{line}");
            }
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
