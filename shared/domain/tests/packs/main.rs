//! The faults that a pack's author is told, and how a pack stands on another one.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

mod conditions;
mod copy;
mod differences;
mod edits;
mod faults;
mod folders;
mod letters;
mod messages;
mod named;
mod spelling;

use copy::{BASE, Copy, packs};
use domain::form::{Answers, Case, Here, Problem, problems};
use domain::pack::{FilledBy, load_folder};
use insta::assert_snapshot;

#[test]
fn every_pack_of_the_repository_loads() {
    let mut n_packs = 0;
    for entry in std::fs::read_dir(packs()).unwrap() {
        let folder = entry.unwrap().path();
        if folder.join("pack.toml").is_file() {
            load_folder(&folder).unwrap_or_else(|error| panic!("{error}"));
            n_packs += 1;
        }
    }
    assert!(n_packs > 0);
}

/// An applicant is never told to do something without being told why.
#[test]
fn every_problem_of_an_empty_application_names_a_rule_and_its_source() {
    for id in ["liuzhou-2020", "liuzhou-2026", "example-city-2026"] {
        let pack = load_folder(packs().join(id)).unwrap();
        let answers = Answers::new();
        let case = Case::new(&pack, &answers, &[], "2026-08-20".parse().unwrap());
        for filled_by in [FilledBy::Applicant, FilledBy::Unit] {
            let found = problems(&case, filled_by);
            assert!(!found.is_empty());
            let unexplained =
                found.iter().filter(|problem| problem.rule.is_empty() || problem.source.is_empty());
            assert_eq!(unexplained.collect::<Vec<_>>(), Vec::<&Problem>::new(), "{id}");
        }
    }
}

#[test]
fn an_untouched_copy_has_no_fault() {
    assert_eq!(Copy::new().faults(BASE), "");
    assert_eq!(Copy::in_both_languages().faults(BASE), "");
}

#[test]
fn a_text_without_its_english_stops_the_pack() {
    let copy = Copy::in_both_languages();
    copy.edit(
        "liuzhou-2020/section-12-work-summary.toml",
        "title = \"专业技术工作总结\"",
        "title = \"述职报告\"",
    );
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/english-criteria.toml | [english]
        english: 英文页面上还有 1 处显示中文，例如：述职报告。改法：在 `[english]` 里每处加一行 `"中文" = "英文"`；不做英文页面的，在 pack.toml 写 `without = ["english"]`。
    "#);
}

/// Another year names its own subject, on the same site.
#[test]
fn r30_each_year_has_its_own_common_subject() {
    for (id, theme) in [("liuzhou-2020", "当代科学技术前沿知识"), ("liuzhou-2026", "人工智能与产业融合")]
    {
        let pack = load_folder(packs().join(id)).unwrap();
        let answers = Answers::new();
        let case = Case::new(&pack, &answers, &[], "2026-08-20".parse().unwrap());
        let here = Here { section: "continuing_education", row: None };
        let shown = |field| case.shown_value(here, pack.section(here.section).unwrap().field(field).unwrap());
        assert_eq!(shown("theme"), theme, "{id}");
        assert_eq!(shown("site_url"), "http://ptce.gx12333.net/", "{id}");
        assert_eq!(shown("common_year"), id[8..], "{id}");
    }
}
