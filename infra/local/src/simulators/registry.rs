//! The shared registers by name.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Registry {
    Titles,
    CommonCourses,
    SocialInsurance,
}

impl Registry {
    pub(crate) const ALL: [Self; 3] = [Self::Titles, Self::CommonCourses, Self::SocialInsurance];
}
