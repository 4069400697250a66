//! The changes between versions of an application, and the list of its versions.

mod change_tables;
mod change_words;
mod differing;
mod latest_changes;
mod own_changes;
mod version_changes;
mod version_list;

pub use change_tables::{ChangeTables, ChangeTablesProps};
pub use change_words::{place_of_change, row_of_change, value_of_field};
pub use differing::{Differing, differing};
pub use latest_changes::{LatestChanges, LatestChangesProps};
pub use own_changes::{OwnChanges, OwnChangesProps};
pub use version_changes::{VersionChanges, VersionChangesProps};
pub use version_list::{VersionList, VersionListProps};
