//! Files that a kill leaves whole.

use std::path::Path;

/// Replaces a file in one step, so that a kill leaves the old content or the new.
pub(crate) fn write_whole(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let beside = path.with_extension(format!("{}.new", uuid::Uuid::new_v4().simple()));
    std::fs::write(&beside, content)?;
    std::fs::rename(beside, path)
}
