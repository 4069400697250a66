//! Papers, periods, achievements, awards and experience: each rule of the seed with what breaks it.

use crate::named::{PACK, answers, awarded, case, data, found, has, missing, rows, scan};
use domain::form::{Answers, Code, Problem, Scan, accept};
use domain::publicity;
use domain::words;

#[test]
fn r35_each_missing_field_of_a_publication_is_named() {
    let always = ["title", "published_date", "author_rank", "author_count", "author_role", "criterion_code"];
    let table: [(&str, &[&str]); 7] = [
        ("Journal", &["venue", "volume_issue_pages"]),
        ("ElectronicSerial", &["venue", "volume_issue_pages"]),
        ("Book", &["venue", "isbn", "own_words"]),
        ("Translation", &["venue", "isbn", "own_words"]),
        ("Textbook", &["venue", "isbn", "own_words"]),
        ("Conference", &["venue"]),
        ("Report", &[]),
    ];
    for (kind, own) in table {
        let publications = ("publications", rows(&[&[("kind", kind)]]));
        let mut expected: Vec<&str> = always.iter().chain(own).copied().collect();
        let mut named = missing(std::slice::from_ref(&publications), "publications");
        expected.sort_unstable();
        named.sort_unstable();
        assert_eq!(named, expected, "{kind}");
        let without_number = has(&[publications], "publications", Code::ESerialNumber, "R35");
        assert_eq!(without_number, matches!(kind, "Journal" | "ElectronicSerial"), "{kind}");
    }
}

#[test]
fn r41_a_table_of_contents_without_a_mark_is_pointed_out() {
    let paper = [("publications", rows(&[&[("kind", "Journal")]]))];
    for (slot, marked, expected) in
        [("toc", false, 1), ("toc", true, 0), ("cover", false, 0), ("full_text", false, 0)]
    {
        let scan = Scan { marked, ..scan("publications", Some("r0"), slot) };
        let problems = found(&paper, &[scan], "publications");
        let warned: Vec<&Problem> =
            problems.iter().filter(|problem| problem.code() == Code::WNotMarked).collect();
        assert_eq!(warned.len(), expected, "{slot} {marked}");
        assert!(warned.iter().all(|problem| !problem.is_error() && problem.rule == "R41"), "{warned:?}");
    }
}

#[test]
fn r42_periods_of_study_and_work_are_saved_as_rows() {
    let (pack, empty) = (&*PACK, Answers::new());
    let section = pack.section("career_history").unwrap();
    let sent = rows(&[
        &[("kind", "Study"), ("organisation", "广西大学")],
        &[("kind", "Work"), ("organisation", "柳州某厂")],
    ]);
    assert_eq!(accept(&case(pack, &empty, &[]), section, sent.clone()).unwrap(), sent);
    assert!(has(&[], "career_history", Code::ETooFewRows, "R42"));
    assert!(!has(&[("career_history", sent)], "career_history", Code::ETooFewRows, "R42"));
}

/// Chinese keyboards type them; a name keeps what was typed.
#[test]
fn digits_of_full_width_are_saved_as_digits() {
    let (pack, empty) = (&*PACK, Answers::new());
    let saved = |section: &str, field: &str, typed: &str| {
        let section = pack.section(section).unwrap();
        let saved = accept(&case(pack, &empty, &[]), section, data(&[(field, typed)])).unwrap();
        saved.value(field).to_owned()
    };
    assert_eq!(saved("deliberation", "present_count", "９"), "9");
    assert_eq!(saved("deliberation", "date", "２０２０－０８－２０"), "2020-08-20");
    assert_eq!(saved("deliberation", "start_time", "０９：３０"), "09:30");
    assert_eq!(saved("basic_info", "mobile", "１３８00138000"), "13800138000");
    assert_eq!(saved("current_title", "certificate_no", "ＧＸ２０１５－００１"), "GX2015-001");
    assert_eq!(
        saved("current_title", "issuer", "第１评委会"),
        "第１评委会",
        "a text of words stays as it is"
    );
    assert_eq!(saved("deliberation", "place", "３楼会议室"), "３楼会议室");
    assert_eq!(saved("deliberation", "present_count", "九"), "九", "told, not guessed");
}

#[test]
fn r43_an_achievement_is_of_professional_work_since_the_current_title() {
    for (end, refused) in [("2015-05", true), ("2015-06", false), ("2019-12", false), ("now", false)] {
        let sections = [awarded(), ("achievements", rows(&[&[("start", "2014-01"), ("end", end)]]))];
        assert_eq!(has(&sections, "achievements", Code::EDate, "R43"), refused, "{end}");
    }
    for (declared, code) in [("", Some(Code::ERequired)), ("false", Some(Code::EMustBeTrue)), ("true", None)]
    {
        let declared = data(&[("professional_work_declared", declared)]);
        let problems = found(&[("achievements", declared)], &[], "achievements");
        let of_declaration =
            problems.iter().find(|p| p.spot.field.as_deref() == Some("professional_work_declared"));
        assert_eq!(of_declaration.map(|problem| problem.code()), code);
    }
}

#[test]
fn r46_r49_r53_every_row_has_its_own_scan() {
    let table = [
        ("achievements", "achievement_evidence", "R46"),
        ("awards", "award_certificate", "R49"),
        ("professional_experience", "experience_evidence", "R53"),
    ];
    for (section, slot, rule) in table {
        let two = [(section, rows(&[&[], &[]]))];
        let without = |scans: &[Scan]| -> Vec<String> {
            let problems = found(&two, scans, section).into_iter();
            let missing = problems.filter(|p| p.code() == Code::EScanMissing && p.rule == rule);
            missing.filter_map(|p| p.spot.row).map(|row| row.as_str().to_owned()).collect()
        };
        assert_eq!(without(&[]), ["r0", "r1"], "{section}");
        assert_eq!(without(&[scan(section, Some("r0"), slot)]), ["r1"], "{section}: r0's scan is not r1's");
        assert_eq!(without(&[scan(section, None, slot)]), ["r0", "r1"], "{section}");
        assert!(without(&[scan(section, Some("r0"), slot), scan(section, Some("r1"), slot)]).is_empty());
    }
}

#[test]
fn r47_r48_r54_the_order_of_importance_is_kept_when_saved_and_when_posted() {
    let table = [
        ("publications", "title"),
        ("achievements", "name"),
        ("awards", "award_name"),
        ("professional_experience", "project_or_task"),
    ];
    let pack = &*PACK;
    for (id, heading) in table {
        let section = pack.section(id).unwrap();
        assert!(section.group("rows").unwrap().ordered, "{id}");
        let mut sent = rows(&[&[(heading, "其一")], &[(heading, "其二")], &[(heading, "其三")]]);
        let before = answers(&[(id, sent.clone())]);
        sent.groups.get_mut("rows").unwrap().rotate_left(1);
        let saved = accept(&case(pack, &before, &[]), section, sent.clone()).unwrap();
        assert_eq!(saved, sent, "{id}");
        let after = answers(&[(id, saved)]);
        let posted = publicity::payload(&case(pack, &after, &[]));
        let block = posted.iter().find(|block| block.title == section.title).unwrap();
        let names = ["其二", "其三", "其一"];
        for (row, name) in block.tables[0].rows.iter().zip(names) {
            assert!(row.iter().any(|cell| cell == name), "{id}: {row:?}");
        }
        assert_eq!(block.tables[0].rows.len(), names.len());
    }
}

#[test]
fn r50_an_award_is_not_older_than_the_current_title() {
    let table = [
        ("2015-06-19", true),
        ("2015-06-20", false),
        ("2015-05", true),
        ("2015-06", false),
        ("2019-12-01", false),
    ];
    for (date, refused) in table {
        let sections = [awarded(), ("awards", rows(&[&[("award_date", date)]]))];
        assert_eq!(has(&sections, "awards", Code::EDate, "R50"), refused, "{date}");
    }
}

#[test]
fn r51_experience_before_the_current_title_does_not_count() {
    let table = [
        ("2014-01", "2015-05", true, true),
        ("2014-01", "2015-06", false, true),
        ("2014-01", "now", false, true),
        ("2015-06", "2018-12", false, false),
        ("2015-07", "2018-12", false, false),
    ];
    for (start, end, refused, warned) in table {
        let experience = ("professional_experience", rows(&[&[("start", start), ("end", end)]]));
        let problems = found(&[awarded(), experience], &[], "professional_experience");
        let of = |code| problems.iter().find(|problem| problem.code() == code && problem.rule == "R51");
        assert_eq!(of(Code::EDate).is_some(), refused, "{start} {end}");
        assert_eq!(of(Code::WDate).is_some(), warned, "{start} {end}");
        assert!(of(Code::WDate).is_none_or(|warning| {
            words::chinese::problem(warning, &PACK).contains("仅计取得现职称以来部分")
        }));
    }
}
