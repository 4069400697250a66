//! Every fixed text of the pages. A second language is a second constant; a missing text does not compile.

pub struct Texts {
    pub offline: &'static str,
}

pub const ZH: Texts = Texts { offline: "网络不通，请检查网络后重试" };
