//! The changes between two versions of a part (§5.5 no. 5, T16).

use crate::named::{PACK, Pairs, answers, case, data, named_scan, rows};
use domain::form::{
    Answers, Change, Changed, CopyKind, RowPlace, Scan, SectionData, Spot, changes, stored_in_words,
};
use domain::ids::RowId;
use domain::pack::FilledBy;
use domain::words::english;
use proptest::prelude::*;

fn compared(old: (&Answers, &[Scan]), new: (&Answers, &[Scan]), part: FilledBy) -> Vec<Change> {
    changes(&case(&PACK, old.0, old.1), &case(&PACK, new.0, new.1), part)
}

/// The changes of the applicant's part, one a line.
fn told(old: &[(&str, SectionData)], new: &[(&str, SectionData)]) -> String {
    with_scans((old, &[]), (new, &[]))
}

type Version<'a> = (&'a [(&'a str, SectionData)], &'a [Scan]);

fn with_scans(old: Version<'_>, new: Version<'_>) -> String {
    let (before, after) = (answers(old.0), answers(new.0));
    let changes = compared((&before, old.1), (&after, new.1), FilledBy::Applicant);
    lines(&changes).join("\n")
}

/// `basic_info current_work: 冲压 → 冲压模具`; in a row with its id.
fn lines(changes: &[Change]) -> Vec<String> {
    let scan = |scan: &Option<Box<Scan>>| scan.as_ref().map_or("-".to_owned(), |scan| scan.id.to_string());
    let place = |place: &Option<RowPlace>| {
        place.as_ref().map_or("-".to_owned(), |place| format!("{}“{}”", place.number, place.title))
    };
    let line = |Change { spot, what, .. }: &Change| {
        let (old, new) = match what {
            Changed::Field { old, new } => (old.clone(), new.clone()),
            Changed::Scan { old, new } => (scan(old), scan(new)),
            Changed::Row { old, new } => (place(old), place(new)),
        };
        let row = spot.row.as_ref().map(|row| row.as_str());
        let parts = [Some(spot.section.as_str()), row, spot.field.as_deref().or(spot.slot.as_deref())];
        let at: Vec<&str> = parts.into_iter().flatten().collect();
        format!("{}: {old} → {new}", at.join(" "))
    };
    changes.iter().map(line).collect()
}

fn works(names: &[&str]) -> SectionData {
    let all: Vec<Vec<(&str, &str)>> = names.iter().map(|name| vec![("name", *name)]).collect();
    let pairs: Vec<Pairs<'_>> = all.iter().map(Vec::as_slice).collect();
    let mut data = rows(&pairs);
    // A row is known by its name here, wherever it stands.
    for row in data.groups.get_mut("rows").unwrap() {
        row.id = RowId::new(row.value("name").to_owned());
    }
    data
}

#[test]
fn t16_a_field_tells_its_value_before_and_after() {
    let effect =
        |share: &'static str| [("achievements", rows(&[&[("name", "座椅骨架"), ("effect", share)]]))];
    let work = |text| [("basic_info", data(&[("current_work", text)]))];
    let table = [
        (told(&work("冲压"), &work("冲压模具")), "basic_info current_work: 冲压 → 冲压模具"),
        (told(&work(""), &work("冲压")), "basic_info current_work:  → 冲压"),
        (told(&work("冲压"), &[]), "basic_info current_work: 冲压 → "),
        (told(&effect("降本20%"), &effect("降本50%")), "achievements r0 effect: 降本20% → 降本50%"),
        (told(&work("冲压"), &work("冲压")), ""),
    ];
    for (told, expected) in table {
        assert_eq!(told, expected);
    }
}

/// A field that the answers do not ask for is not there, whatever was typed before.
#[test]
fn a_hidden_field_is_gone_and_what_follows_from_others_is_not_told() {
    let paper = |kind: &'static str| {
        [("publications", rows(&[&[("kind", kind), ("title", "焊接"), ("cn_number", "45-1234/T")]]))]
    };
    let told_of = told(&paper("Journal"), &paper("Book"));
    assert!(told_of.contains("publications r0 cn_number: 45-1234/T → "), "{told_of}");
    let start = |month| [("basic_info", data(&[("professional_work_start", month)]))];
    assert_eq!(
        told(&start("2010-07"), &start("2012-07")),
        "basic_info professional_work_start: 2010-07 → 2012-07",
        "professional_years is computed"
    );
}

#[test]
fn rows_are_added_and_removed_with_what_they_say() {
    let (two, three) =
        ([("achievements", works(&["甲", "乙"]))], [("achievements", works(&["甲", "丙", "乙"]))]);
    assert_eq!(told(&two, &three), "achievements 丙: - → 2“丙”\nachievements 丙 name:  → 丙");
    assert_eq!(told(&three, &two), "achievements 丙: 2“丙” → -\nachievements 丙 name: 丙 → ");
}

/// R47: their order is their order of importance. A row that only gives way has not moved.
#[test]
fn r47_a_row_that_changes_places_with_others_has_moved() {
    let of = |names: &[&str]| [("achievements", works(names))];
    assert_eq!(
        told(&of(&["甲", "乙", "丙"]), &of(&["乙", "甲", "丙"])),
        "achievements 乙: 2“乙” → 1“乙”\nachievements 甲: 1“甲” → 2“甲”"
    );
    let told_of = told(&of(&["甲", "乙"]), &of(&["丁", "甲", "乙"]));
    assert!(!told_of.contains("achievements 甲: ") && !told_of.contains("achievements 乙: "), "{told_of}");
}

/// §4.0: rows by date stand where their date puts them, and do not move.
#[test]
fn a_row_in_the_order_of_a_date_does_not_move_with_it() {
    let first = |start: &'static str| {
        let school: Pairs<'_> = &[("start", start), ("organisation", "甲校")];
        [("career_history", rows(&[school, &[("start", "2005-07"), ("organisation", "乙厂")]]))]
    };
    assert_eq!(told(&first("2001-09"), &first("2007-09")), "career_history r0 start: 2001-09 → 2007-09");
}

/// R56: what a section says that is not asked for is not read.
#[test]
fn r56_a_section_that_is_asked_for_no_longer_is_gone() {
    let of = |identity| {
        let insured = data(&[("insured_unit", "柳州某厂")]);
        [("basic_info", data(&[("identity_nature", identity)])), ("social_insurance", insured)]
    };
    let told_of = told(&of("PrivateEnterprise"), &of("PublicInstitution"));
    assert!(told_of.contains("social_insurance insured_unit: 柳州某厂 → "), "{told_of}");
    assert!(told_of.ends_with("→ "), "{told_of}");
}

#[test]
fn scans_are_added_removed_replaced_and_declared_otherwise() {
    let paper = [("publications", rows(&[&[("kind", "Journal"), ("title", "高强度钢的焊接")]]))];
    let cover = |id: &str| named_scan(id, "publications", Some("r0"), "cover");
    let copy = CopyKind::StampedCopy {
        verification_stamp: true,
        unit_seal: true,
        no_original_reason: "原件已归档".into(),
    };
    let turned = Scan { rotation: Some(90), ..cover("a") };
    let row = "publications r0 cover: ";
    let table: [(&[Scan], &[Scan], &str); 7] = [
        (&[], &[cover("a")], "- → a"),
        (&[cover("a")], &[], "a → -"),
        (&[cover("a")], &[cover("b")], "a → b"),
        (&[cover("a")], &[cover("b"), cover("c")], "a → b\npublications r0 cover: - → c"),
        (&[cover("a")], &[Scan { copy_kind: copy, ..cover("a") }], "a → a"),
        (&[cover("a")], &[turned], "a → a"),
        (&[cover("a"), cover("b")], &[cover("a")], "b → -"),
    ];
    for (old, new, expected) in table {
        assert_eq!(with_scans((&paper, old), (&paper, new)), format!("{row}{expected}"));
    }
    let same = [cover("a")];
    assert_eq!(with_scans((&paper, &same), (&paper, &same)), "");
}

/// A scan of a row that is gone is left over, and no part of the draft.
#[test]
fn a_scan_goes_with_its_row() {
    let cover = [named_scan("a", "publications", Some("r0"), "cover")];
    let paper = [("publications", rows(&[&[("kind", "Journal"), ("title", "焊接")]]))];
    let none = [("publications", rows(&[]))];
    let told_of = with_scans((&paper, &cover), (&none, &cover));
    assert!(told_of.ends_with("publications r0 cover: a → -"), "{told_of}");
}

#[test]
fn the_unit_s_part_is_compared_apart_from_the_applicant_s() {
    let of = |text| answers(&[("unit_recommendation", data(&[("moral", text)]))]);
    let (old, new) = (of("同意。"), of("遵纪守法，作风正派。"));
    assert_eq!(compared((&old, &[]), (&new, &[]), FilledBy::Applicant), []);
    let changes = compared((&old, &[]), (&new, &[]), FilledBy::Unit);
    assert_eq!(lines(&changes), ["unit_recommendation moral: 同意。 → 遵纪守法，作风正派。"]);
}

/// The place of a reason: field, slot, row, group or section.
#[test]
fn a_reason_finds_what_was_changed_at_its_place() {
    let of = |title| {
        answers(&[(
            "publications",
            rows(&[&[("kind", "Journal"), ("title", title)], &[("kind", "Journal")]]),
        )])
    };
    let (old, new) = (of("焊接"), of("焊接工艺"));
    let cover = [named_scan("a", "publications", Some("r1"), "cover")];
    let changes = compared((&old, &[]), (&new, &cover), FilledBy::Applicant);
    let n_at = |spot: &Spot| changes.iter().filter(|change| spot.holds(&change.spot)).count();
    let row = |id: &str| Spot::section("publications").in_row("rows", &RowId::new(id));
    let table = [
        (Spot::section("publications"), 2),
        (Spot::group("publications", "rows"), 2),
        (row("r0"), 1),
        (Spot { field: Some("title".into()), ..row("r0") }, 1),
        (Spot { field: Some("venue".into()), ..row("r0") }, 0),
        (Spot { slot: Some("cover".into()), ..row("r1") }, 1),
        (Spot { slot: Some("cover".into()), ..row("r0") }, 0),
        (Spot { slot: Some("toc".into()), ..Spot::section("publications") }, 0),
        (Spot::field("publications", "over_limit_reason"), 0),
    ];
    for (spot, expected) in table {
        assert_eq!(n_at(&spot), expected, "{spot:?}");
    }
}

/// Values of an earlier version have words though the committee is another one by now.
#[test]
fn stored_values_have_their_words() {
    let field = |section: &str, id: &str| PACK.section(section).unwrap().field(id).unwrap();
    let table = [
        ("basic_info", "identity_nature", "PrivateEnterprise", "非公单位（民营企业）"),
        ("basic_info", "target_title", "Engineer", "工程师"),
        ("basic_info", "dual_directed", "true", "是"),
        ("basic_info", "unit_county", "450226", "三江侗族自治县"),
        ("basic_info", "current_work", "冲压", "冲压"),
    ];
    for (section, id, value, expected) in table {
        assert_eq!(stored_in_words(&PACK, field(section, id), value), expected);
    }
    let criterion = &PACK.criteria[0];
    let words = stored_in_words(&PACK, field("professional_experience", "criterion_code"), &criterion.id);
    assert_eq!(words, format!("{} {}", criterion.item, criterion.text));
    assert_eq!(english::stored(&PACK, field("basic_info", "dual_directed"), "false"), "No");
}

fn version() -> impl Strategy<Value = (Answers, Vec<Scan>)> {
    let names = Just(vec!["甲", "乙", "丙", "丁"]).prop_shuffle();
    let held = proptest::collection::vec(("[a-d]", 0_usize..4, any::<bool>()), 0..4);
    (names, 0_usize..5, "[甲乙]{0,2}", held).prop_map(|(names, n, work, held)| {
        let answers = answers(&[
            ("achievements", works(&names[..n.min(names.len())])),
            ("basic_info", data(&[("current_work", &work)])),
        ]);
        let mut scans: Vec<Scan> = Vec::new();
        for (id, row, marked) in held {
            if scans.iter().all(|scan| scan.id.as_str() != id) {
                scans.push(Scan {
                    marked,
                    ..named_scan(&id, "achievements", names.get(row).copied(), "achievement_evidence")
                });
            }
        }
        (answers, scans)
    })
}

/// The same changes seen from the other side; they are told in another order there.
fn swapped(changes: &[Change]) -> Vec<String> {
    let swap = |change: &Change| {
        let what = match change.what.clone() {
            Changed::Field { old, new } => Changed::Field { old: new, new: old },
            Changed::Scan { old, new } => Changed::Scan { old: new, new: old },
            Changed::Row { old, new } => Changed::Row { old: new, new: old },
        };
        Change { what, ..change.clone() }
    };
    sorted(&changes.iter().map(swap).collect::<Vec<_>>())
}

fn sorted(changes: &[Change]) -> Vec<String> {
    let mut lines = lines(changes);
    lines.sort();
    lines
}

proptest! {
    #[test]
    fn a_version_differs_in_nothing_from_itself_and_swapping_two_swaps_old_and_new(
        old in version(),
        new in version(),
    ) {
        let between = |old: &(Answers, Vec<Scan>), new: &(Answers, Vec<Scan>)| {
            compared((&old.0, &old.1), (&new.0, &new.1), FilledBy::Applicant)
        };
        prop_assert_eq!(between(&old, &old), []);
        prop_assert_eq!(swapped(&between(&old, &new)), sorted(&between(&new, &old)));
    }
}
