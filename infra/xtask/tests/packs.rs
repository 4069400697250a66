//! `cargo xtask pack` as an author of packs runs it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const PACK: &str = "liuzhou-2020";

/// A folder of packs that a test may change.
struct Packs(TempDir);

impl Packs {
    fn new() -> Self {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/packs");
        let packs = Self(TempDir::new().unwrap());
        for folder in [PACK, "calendars"] {
            fs::create_dir(packs.path(folder)).unwrap();
            for entry in fs::read_dir(from.join(folder)).unwrap() {
                let entry = entry.unwrap();
                fs::copy(entry.path(), packs.path(folder).join(entry.file_name())).unwrap();
            }
        }
        packs
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(from), "{file} does not have {from}");
        fs::write(self.path(file), text.replacen(from, to, 1)).unwrap();
    }

    /// Exit code, and everything that was printed.
    fn run(&self, verb: &str, pack: &str) -> (i32, String) {
        let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
        let output = xtask.args(["pack", verb]).arg(self.path(pack)).output().unwrap();
        let printed = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(printed).unwrap())
    }
}

#[test]
fn a_sound_pack_is_good() {
    let (code, printed) = Packs::new().run("check", PACK);
    assert_eq!(code, 0, "{printed}");
    assert!(printed.contains("通过  liuzhou-2020：广西柳州市专业技术人员服务平台，22 个栏目"), "{printed}");
}

#[test]
fn every_fault_is_printed_and_the_exit_code_is_one() {
    let packs = Packs::new();
    packs.edit("liuzhou-2020/batch.toml", "correction_days = 10", "correction_days = 1");
    packs.edit("liuzhou-2020/messages.toml", "验证码{code}", "验证码{number}");
    let (code, printed) = packs.run("check", PACK);
    assert_eq!(code, 1, "{printed}");
    assert_eq!(printed.lines().filter(|line| line.starts_with("错误  ")).count(), 2, "{printed}");
    assert!(printed.contains("1 个包里有 1 个不能用"), "{printed}");
}

#[test]
fn a_released_pack_is_not_changed_but_superseded() {
    let packs = Packs::new();
    let (code, printed) = packs.run("release", PACK);
    assert_eq!((code, printed.as_str()), (0, "liuzhou-2020 已启用，从现在起不能再改\n"));
    assert_eq!(packs.run("check", PACK).0, 0);

    packs.edit("liuzhou-2020/batch.toml", "min_defense_panel = 3", "min_defense_panel = 5");
    for verb in ["check", "release"] {
        let (code, printed) = packs.run(verb, PACK);
        assert_eq!(code, 1, "{printed}");
        assert!(printed.contains("released.toml:1: `liuzhou-2020` 已经启用，内容却变了"), "{printed}");
        assert!(printed.contains("文件夹 `liuzhou-2020-v2`，其中 pack.toml 写"), "{printed}");
    }

    packs.edit("liuzhou-2020/batch.toml", "min_defense_panel = 5", "min_defense_panel = 3");
    fs::create_dir(packs.path("liuzhou-2020-v2")).unwrap();
    let main = "id = \"liuzhou-2020-v2\"\nextends = \"liuzhou-2020\"\nsupersedes = \"liuzhou-2020\"\n\
                platform_name = \"广西柳州市专业技术人员服务平台\"\ncycle_year = 2020\n\
                calendars = [\"state-council\", \"guangxi\"]\n[changes]\n\"batch.min_defense_panel\" = 5\n";
    fs::write(packs.path("liuzhou-2020-v2/pack.toml"), main).unwrap();
    for pack in [PACK, "liuzhou-2020-v2"] {
        let (code, printed) = packs.run("check", pack);
        assert_eq!(code, 0, "{printed}");
    }
}

#[test]
fn days_that_are_published_later_are_added_to_a_released_pack() {
    let packs = Packs::new();
    packs.run("release", PACK);
    let table =
        "\n[[years]]\nyear = 2027\noff = [{ from = \"2027-01-01\", to = \"2027-01-03\" }]\nwork = []\n";
    let file = packs.path("calendars/state-council.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text + table).unwrap();
    assert_eq!(packs.run("check", PACK).0, 0);
}

#[test]
fn a_faulty_pack_is_not_released() {
    let packs = Packs::new();
    packs.edit("liuzhou-2020/batch.toml", "correction_days = 10", "correction_days = 1");
    assert_eq!(packs.run("release", PACK).0, 1);
    assert!(!packs.path("released.toml").exists());
}
