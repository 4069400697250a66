//! A copy of 柳州 2020 that a test may break.

use domain::policy::{Report, check_folder};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) const BASE: &str = "liuzhou-2020";

pub(crate) fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies")
}

pub(crate) struct Copy {
    folder: TempDir,
}

impl Copy {
    /// The pack and the calendars as they stand, in Chinese: a test may change a text without translating it.
    pub(crate) fn new() -> Self {
        let copy = Self::in_both_languages();
        for entry in fs::read_dir(copy.path(BASE)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_name().to_string_lossy().starts_with("english") {
                fs::remove_file(entry.path()).unwrap();
            }
        }
        copy
    }

    pub(crate) fn in_both_languages() -> Self {
        let copy = Self { folder: TempDir::new().unwrap() };
        for folder in [BASE, "calendars"] {
            fs::create_dir(copy.path(folder)).unwrap();
            for entry in fs::read_dir(packs().join(folder)).unwrap() {
                let entry = entry.unwrap();
                let to = copy.path(folder).join(entry.file_name());
                fs::copy(entry.path(), to).unwrap();
            }
        }
        copy
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// `file` with its folder, which is made if need be.
    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::create_dir_all(self.path(file).parent().unwrap()).unwrap();
        fs::write(self.path(file), text).unwrap();
    }

    /// The first `from` becomes `to`; gives the line, from 1, where it stood.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) -> usize {
        let text = self.read(file);
        let at = text.find(from).unwrap_or_else(|| panic!("{file} does not have {from}"));
        self.write(file, &text.replacen(from, to, 1));
        text[..at].lines().count() + usize::from(text[..at].ends_with('\n') || at == 0)
    }

    /// The line of the first `text` in `file`.
    pub(crate) fn line(&self, file: &str, text: &str) -> usize {
        let found = self.read(file).lines().position(|line| line.contains(text));
        found.unwrap_or_else(|| panic!("{file} does not have {text}")) + 1
    }

    pub(crate) fn report(&self, pack: &str) -> Report {
        check_folder(self.path(pack))
    }

    /// Every fault as it is printed.
    pub(crate) fn faults(&self, pack: &str) -> Vec<String> {
        self.report(pack).faults.iter().map(ToString::to_string).collect()
    }
}
