//! Arrows between the files of a crate go one way: no file needs, over others, itself.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

mod graph;
mod sources;

use graph::circles;
use sources::needs;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn arrows_between_files_go_one_way() {
    let (mut crates, mut faults) = (0, Vec::new());
    for folder in crate_folders() {
        crates += 1;
        let name = folder.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
        let circles = circles(&needs(&files(&folder.join("src"))));
        faults.extend(circles.iter().map(|circle| format!("{name}: {circle}")));
    }
    assert!(crates > 15, "only {crates} crates were found");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

fn crate_folders() -> Vec<PathBuf> {
    let inside =
        ["shared", "functions", "infra", "tests"].map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let inside = inside.into_iter().flatten().map(|entry| entry.unwrap().path());
    let folders = inside.chain([root().join("web")]);
    folders.filter(|folder| folder.join("src").is_dir() && folder.join("Cargo.toml").is_file()).collect()
}

/// Every source file below a folder, under its path from there.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let (mut files, mut waiting) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(next) = waiting.pop() {
        for path in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

fn crate_of(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn arrows(files: &[(&str, &str)]) -> Vec<String> {
    let needs = needs(&crate_of(files));
    let arrows = needs.iter().flat_map(|(from, to)| to.iter().map(move |to| format!("{from} → {to}")));
    arrows.collect()
}

#[test]
fn a_circle_is_found_and_drawn() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; mod d;"),
        ("a.rs", "use crate::{b::{self, B}, d::D}; struct A;"),
        ("b.rs", "use super::c::C; struct B;"),
        ("c.rs", "struct C; fn f() -> crate::a::A { todo!() }"),
        ("d.rs", "struct D;"),
    ];
    let circles = circles(&needs(&crate_of(&files)));
    assert_eq!(circles, ["a.rs → b.rs → c.rs → a.rs (3 files hang together)"]);
}

#[test]
fn a_re_export_is_followed_and_is_no_arrow() {
    let files = [
        ("lib.rs", "mod form; mod page; pub use form::Edit;"),
        (
            "form/mod.rs",
            "mod edit; mod words; pub use edit::{Edit as Change, Edit}; pub use words::*; struct Form;",
        ),
        ("form/edit.rs", "use super::Form; struct Edit;"),
        ("form/words.rs", "use serde::Serialize; struct Word;"),
        ("page.rs", "use crate::Edit; fn f(_: crate::form::Change) {} fn g(_: crate::form::Form) {}"),
    ];
    assert_eq!(
        arrows(&files),
        ["form/edit.rs → form/mod.rs", "page.rs → form/edit.rs", "page.rs → form/mod.rs",]
    );
}

#[test]
fn a_module_that_was_imported_leads_to_the_file_of_the_item() {
    let files = [
        ("main.rs", "mod keys; mod store; mod view; fn main() { store::open() }"),
        ("keys/mod.rs", "mod office; pub use office::office; pub fn account() {}"),
        ("keys/office.rs", "pub fn office() {}"),
        ("store.rs", "use crate::keys; pub fn open() { keys::office(); assert_eq!(keys::account(), ()) }"),
        (
            "view.rs",
            "use super::keys as names; use chrono::Utc; fn f() { html!{ <names::office::Office /> } }",
        ),
    ];
    assert_eq!(
        arrows(&files),
        ["store.rs → keys/mod.rs", "store.rs → keys/office.rs", "view.rs → keys/office.rs",]
    );
}

#[test]
fn tests_inline_modules_and_calls_of_children_draw_no_arrows() {
    let files = [
        ("lib.rs", "mod a; mod b; #[cfg(test)] mod testing; fn f() { b::B }"),
        (
            "a.rs",
            "mod inner { use super::A; use crate::b::B; } struct A; #[cfg(test)] mod tests { use crate::c::C; }",
        ),
        ("b.rs", "struct B; #[cfg(test)] use crate::a::A; #[cfg(test)] fn f() { crate::a::g() }"),
        ("testing.rs", "use crate::a::A;"),
    ];
    assert_eq!(arrows(&files), ["a.rs → b.rs"]);
}
