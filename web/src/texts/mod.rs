//! Every fixed text of the pages. A second language is a second constant; a missing text does not compile.
//! Words that differ between cities and years come from the policy pack.

// One line per group, alphabetical: a group is one file with a struct and its `ZH`.
mod accounts;
mod applicant;
mod form;
mod officer;
mod shell;

pub use accounts::AccountTexts;
pub use applicant::ApplicantTexts;
pub use form::FormTexts;
pub use officer::OfficerTexts;
pub use shell::CommonTexts;

/// In the language of the page.
pub fn texts() -> &'static Texts {
    &ZH
}

pub struct Texts {
    pub accounts: AccountTexts,
    pub applicant: ApplicantTexts,
    pub common: CommonTexts,
    pub form: FormTexts,
    pub officer: OfficerTexts,
}

static ZH: Texts = Texts {
    accounts: accounts::ZH,
    applicant: applicant::ZH,
    common: shell::ZH,
    form: form::ZH,
    officer: officer::ZH,
};
