//! What people read of facts, in both languages: each function matches every case, so none is without words.

pub mod chinese;
pub mod english;
