//! A copy of 柳州 2020 that a test may break.

use domain::pack::{Located, Report, check_folder};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) const BASE: &str = "liuzhou-2020";

pub(crate) fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs")
}

/// The faults of 柳州 2020 after `from` became `to` in one of its files.
pub(crate) fn broken(file: &str, from: &str, to: &str) -> String {
    let copy = Copy::new();
    copy.edit(&format!("{BASE}/{file}"), from, to);
    copy.faults(BASE)
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

    /// The first `from` becomes `to`.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} does not have {from}");
        self.write(file, &text.replacen(from, to, 1));
    }

    pub(crate) fn report(&self, pack: &str) -> Report {
        check_folder(self.path(pack))
    }

    /// Every fault, each below the line that it is told at: a line's text stays what it is when lines come before it.
    pub(crate) fn faults(&self, pack: &str) -> String {
        self.told(&self.report(pack).faults)
    }

    pub(crate) fn warnings(&self, pack: &str) -> String {
        self.told(&self.report(pack).warnings)
    }

    fn told(&self, faults: &[Located]) -> String {
        let one = |fault: &Located| {
            let line =
                fault.line.map(|line| self.read(&fault.file).lines().nth(line - 1).unwrap().to_owned());
            let at = line.map(|line| format!(" | {}", line.trim())).unwrap_or_default();
            format!("{}{at}\n    {}\n", fault.file, fault.fault)
        };
        faults.iter().map(one).collect()
    }
}
