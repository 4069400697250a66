//! The fonts that a sheet is set in, read from the layer.

use std::io;
use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

/// The one family of the sheet: a Song face, as Chinese offices set their papers.
pub(crate) const FAMILY: &str = "Noto Serif SC";

/// The faces a sheet is set in, read once per process.
pub struct Fonts {
    faces: Vec<Font>,
}

#[derive(Debug, thiserror::Error)]
pub enum FontsError {
    #[error("cannot read fonts from {path}")]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("no {FAMILY} .ttf among the fonts of {}", .0.display())]
    FamilyMissing(PathBuf),
}

impl Fonts {
    /// Reads every `.ttf` of `dir`, which must hold [`FAMILY`].
    pub fn load(dir: &Path) -> Result<Self, FontsError> {
        let mut faces = Vec::new();
        for file in font_files(dir).map_err(|source| unreadable(dir, source))? {
            let data = std::fs::read(&file).map_err(|source| unreadable(&file, source))?;
            faces.extend(Font::iter(Bytes::new(data)));
        }
        let book = FontBook::from_fonts(&faces);
        if !book.contains_family(&FAMILY.to_lowercase()) {
            return Err(FontsError::FamilyMissing(dir.to_path_buf()));
        }
        Ok(Self { faces })
    }

    pub(crate) fn faces(&self) -> Vec<Font> {
        self.faces.clone()
    }
}

/// Returns the fonts sorted, so that the order in which a directory lists its files cannot change a PDF.
fn font_files(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = std::fs::read_dir(dir)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ttf"));
    files.sort();
    Ok(files)
}

fn unreadable(path: &Path, source: io::Error) -> FontsError {
    FontsError::Unreadable { path: path.to_path_buf(), source }
}
