//! The reasons why a file cannot be taken as a scan.

/// The reason to refuse a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Its first bytes are of another type than it claims.
    OtherType,
    Broken,
    TooManyPixels,
    /// Locked, with or without a password.
    Encrypted,
    /// It holds what a reader would run.
    Scripted,
    NoPages,
    TooManyPages {
        max: u32,
    },
}
