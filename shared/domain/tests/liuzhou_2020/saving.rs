//! Saves: stored and refused (§4.0): tidy text, known fields, rows once each, locks kept.

use crate::named::{PACK, Pairs, answers, case, data, rows};
use crate::scene;
use domain::form::{Answers, EditRefusal, Row, SectionData, Spot, accept, fixed_rows, half_width};
use domain::ids::RowId;
use domain::pack::{FieldKind, FixedRows, Pack};

fn save_in(pack: &Pack, had: &Answers, section: &str, sent: SectionData) -> Result<SectionData, EditRefusal> {
    accept(&case(pack, had, &[]), pack.section(section).unwrap(), sent)
}

fn save(section: &str, sent: SectionData) -> Result<SectionData, EditRefusal> {
    save_in(&PACK, &Answers::new(), section, sent)
}

#[test]
fn only_what_the_section_asks_is_stored() {
    let unknown = |id: &str| Some(EditRefusal::UnknownField(id.to_owned()));
    assert_eq!(save("awards", data(&[("shoe_size", "42")])).err(), unknown("shoe_size"));
    assert_eq!(save("awards", rows(&[&[("shoe_size", "42")]])).err(), unknown("shoe_size"));
    let mut elsewhere = rows(&[&[]]);
    let group = elsewhere.groups.remove("rows").unwrap();
    elsewhere.groups.insert("columns".into(), group);
    assert_eq!(save("awards", elsewhere).err(), unknown("columns"));
    assert_eq!(save("awards", rows(&[&[("award_name", "一等奖")]])).err(), None);
}

#[test]
fn a_group_takes_five_hundred_rows() {
    let none: Pairs<'_> = &[];
    for (n_rows, refused) in [(499, false), (500, false), (501, true), (502, true)] {
        let refusal = save("awards", rows(&vec![none; n_rows])).err();
        assert_eq!(matches!(refusal, Some(EditRefusal::TooManyRows(_))), refused, "{n_rows}");
    }
}

#[test]
fn a_value_takes_twenty_thousand_characters() {
    for (n_chars, refused) in [(19_999, false), (20_000, false), (20_001, true), (20_002, true)] {
        let refusal = save("work_summary", data(&[("summary", &"工".repeat(n_chars))])).err();
        assert_eq!(matches!(refusal, Some(EditRefusal::TooLong(_))), refused, "{n_chars}");
    }
}

#[test]
fn a_row_is_there_once() {
    let mut twice = rows(&[&[], &[]]);
    twice.groups.get_mut("rows").unwrap()[1].id = RowId::new("r0");
    assert_eq!(save("awards", twice).err(), Some(EditRefusal::DuplicateRow));
}

/// Each row keeps its own, and a new row has nothing to keep.
#[test]
fn a_locked_field_of_a_row_keeps_what_that_row_had() {
    let mut pack = PACK.clone();
    let awards = pack.sections.iter_mut().find(|section| section.id == "awards").unwrap();
    let name = awards.groups[0].fields.iter_mut().find(|field| field.id == "award_name").unwrap();
    name.locked = true;
    let named = |names: &[&'static str]| {
        let pairs: Vec<[(&str, &str); 1]> = names.iter().map(|name| [("award_name", *name)]).collect();
        rows(&pairs.iter().map(|pair| pair.as_slice()).collect::<Vec<Pairs<'_>>>())
    };
    let had = answers(&[("awards", named(&["一等奖", "二等奖"]))]);
    let saved = save_in(&pack, &had, "awards", named(&["特等奖", "特等奖", "特等奖"])).unwrap();
    let kept: Vec<&str> = saved.rows("rows").iter().map(|row| row.value("award_name")).collect();
    assert_eq!(kept, ["一等奖", "二等奖", ""]);
}

/// The answer beside it in the row that is stored, not that of the section or of another row.
#[test]
fn a_lock_that_an_answer_of_the_row_sets_holds_for_that_row() {
    let mut pack = PACK.clone();
    let awards = pack.sections.iter_mut().find(|section| section.id == "awards").unwrap();
    let name = awards.groups[0].fields.iter_mut().find(|field| field.id == "award_name").unwrap();
    let when = serde_json::json!({ "is": { "field": "awarding_body", "value": "登记机关" } });
    name.locked_when = Some(serde_json::from_value(when).unwrap());
    let row = |body, name| [("awarding_body", body), ("award_name", name)];
    let had = rows(&[&row("登记机关", "一等奖"), &row("其他机关", "二等奖")]);
    let sent = rows(&[&row("其他机关", "特等奖"), &row("登记机关", "特等奖")]);
    let saved = save_in(&pack, &answers(&[("awards", had)]), "awards", sent).unwrap();
    let names: Vec<&str> = saved.rows("rows").iter().map(|row| row.value("award_name")).collect();
    assert_eq!(names, ["一等奖", "特等奖"]);
}

/// Condition, what was stored, what is sent, what is stored then.
#[test]
fn r27_a_lock_that_another_answer_sets_keeps_the_value_beside_it() {
    let table = [
        ("Found", "登记", "手填", "登记"),
        ("Found", "", "手填", ""),
        ("NotFound", "登记", "手填", "手填"),
        ("NotFound", "登记", "", ""),
    ];
    for (state, had, sent, stored) in table {
        let had = answers(&[("current_title", data(&[("query_state", state), ("issuer", had)]))]);
        let saved = save_in(&PACK, &had, "current_title", data(&[("issuer", sent)])).unwrap();
        assert_eq!(saved.value("issuer"), stored, "{state} {sent}");
    }
}

/// All that was answered may be corrected (§5.5), but not what a register said.
#[test]
fn r27_a_return_lifts_no_lock() {
    let mut returned = scene::at("Returned").application;
    returned.open_return.as_mut().unwrap().items[0].spot = Spot::field("current_title", "issuer");
    let had = [("query_state", "Found"), ("issuer", "登记"), ("approval_doc", "旧文号")];
    let had = answers(&[("current_title", data(&had))]);
    let case = case(&PACK, &had, &[]).of(&returned);
    assert_eq!(case.filing.to_fix.len(), 1);
    let sent = data(&[("query_state", "NotFound"), ("issuer", "手填"), ("approval_doc", "新文号")]);
    let saved = accept(&case, PACK.section("current_title").unwrap(), sent).unwrap();
    let stored = ["query_state", "issuer", "approval_doc"].map(|field| saved.value(field).to_owned());
    assert_eq!(stored, ["Found", "登记", "新文号"]);
}

#[test]
fn r90_a_row_that_the_system_lays_out_bears_its_heading() {
    let row = |id: &str| Row { id: RowId::new(id), values: data(&[("section", "改写")]).values };
    let sent = vec![row("education"), row("nowhere"), row("declaration")];
    let sent = SectionData { groups: [("rows".to_owned(), sent)].into(), ..SectionData::default() };
    let saved = save("unit_check", sent).unwrap();
    let headings: Vec<&str> = saved.rows("rows").iter().map(|row| row.value("section")).collect();
    assert_eq!(headings, ["2．学历情况", "", "15．诚信承诺与申报材料清单"]);
}

#[test]
fn r86_the_years_of_appraisal_begin_with_the_work() {
    let table: [(&str, &[&str]); 5] = [
        ("", &["2015", "2016", "2017", "2018", "2019"]),
        ("2014-12", &["2015", "2016", "2017", "2018", "2019"]),
        ("2016-01", &["2016", "2017", "2018", "2019"]),
        ("2019-12", &["2019"]),
        ("2020-01", &[]),
    ];
    for (began, years) in table {
        let answers = answers(&[("basic_info", data(&[("work_start", began)]))]);
        let rows = fixed_rows(&case(&PACK, &answers, &[]), FixedRows::AppraisalYears);
        let ids: Vec<&str> = rows.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, years, "{began}");
        assert!(rows.iter().all(|(id, heading)| *heading == format!("{id}年")), "{rows:?}");
    }
}

#[test]
fn blanks_are_trimmed_and_folded_line_by_line() {
    let table = [
        ("  柳州\u{3000}\u{3000}某某  公司 ", "柳州 某某 公司"),
        ("一 \n\n  二\t三", "一\n\n二 三"),
        (" \n ", ""),
    ];
    for (typed, stored) in table {
        let saved = save("work_summary", data(&[("summary", typed)])).unwrap();
        assert_eq!(saved.value("summary"), stored, "{typed:?}");
        assert_eq!(saved.values.contains_key("summary"), !stored.is_empty(), "{typed:?}");
    }
}

/// Digits and letters of a Chinese keyboard: in numbers of every kind, and in texts that are numbers.
#[test]
fn numbers_are_stored_with_the_digits_of_a_latin_keyboard() {
    const TYPED: &str = "０９ＡＺａｚ－：";
    const STORED: &str = "09AZaz-:";
    let numbers = [
        FieldKind::Integer,
        FieldKind::YearMonth,
        FieldKind::YearMonthOrNow,
        FieldKind::Date,
        FieldKind::DateOrMonth,
        FieldKind::Months,
        FieldKind::Time,
        FieldKind::Mobile,
        FieldKind::Landline,
    ];
    for kind in numbers {
        assert_eq!(half_width(kind, TYPED.to_owned()), STORED, "{kind:?}");
    }
    for kind in
        [FieldKind::LongText, FieldKind::Choice, FieldKind::Email, FieldKind::CnNumber, FieldKind::Text]
    {
        assert_eq!(half_width(kind, TYPED.to_owned()), TYPED, "{kind:?}");
    }
    let texts = [
        ("２０２０－Ａ１ｚ", "2020-A1z"),
        ("No.０１", "No.01"),
        ("第１号", "第１号"),
        ("１ ２", "１ ２"),
        ("＃１", "＃１"),
    ];
    for (typed, stored) in texts {
        assert_eq!(half_width(FieldKind::Text, typed.to_owned()), stored, "{typed}");
    }
}
