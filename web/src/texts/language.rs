//! The language of the page: Chinese, or English.

use std::cell::Cell;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// The language of the law, of messages and of every printed form.
    #[default]
    Chinese,
    English,
}

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::Chinese) };
}

pub fn language() -> Language {
    LANGUAGE.get()
}

/// Sets the language of all that is drawn from here on; what stands already has to be drawn again.
pub fn set_language(language: Language) {
    LANGUAGE.set(language);
}

impl Language {
    /// BCP 47, for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// As its own speakers call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Chinese => "中文",
            Self::English => "English",
        }
    }

    pub fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }

    /// As it is remembered between visits.
    pub fn code(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::English => "en",
        }
    }

    /// Chinese for whatever is not the code of a language.
    pub fn from_code(code: &str) -> Self {
        if code == Self::English.code() { Self::English } else { Self::Chinese }
    }
}
