//! The profile that things are built with.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// Cargo's profile of the site. Its build scripts lie in a folder of that name, which is not the site's own.
    pub(crate) fn of_site(self) -> &'static str {
        match self {
            Self::Dev => "web-dev",
            Self::Release => "release",
        }
    }
}
