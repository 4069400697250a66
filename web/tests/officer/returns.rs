//! The parts of a return: places of those it goes to, kinds that fit the place, words.

use crate::fixture;
use domain::form::{Row, SectionData, Spot};
use domain::ids::RowId;
use domain::pack::FilledBy;
use domain::workflow::ReturnItem;
use std::rc::Rc;
use web::components::review::{
    OpinionBox, OpinionBoxProps, ReasonList, ReasonListProps, first_fault, first_reasons, reason_at,
};
use web::state::loaded::Loaded;
use yew::prelude::*;

fn loaded() -> Loaded {
    fixture::new_application(fixture::pack())
}

fn reason(spot: Spot, code: &str, text: &str) -> ReturnItem {
    ReturnItem { spot, code: code.into(), text: text.into(), answer: String::new() }
}

async fn list(part: FilledBy, reason: ReturnItem, checked: bool) -> String {
    let (loaded, reasons) = (Rc::new(loaded()), vec![reason]);
    let props = ReasonListProps { loaded, part, reasons, checked, on_change: Callback::noop() };
    yew::LocalServerRenderer::<ReasonList>::with_props(props).hydratable(false).render().await
}

/// The values of the options of one list.
fn options<'a>(html: &'a str, list: &str) -> Vec<&'a str> {
    let list = html.split("<select ").find(|select| select.contains(&format!("id=\"{list}\""))).unwrap();
    list.split("<option ").skip(1).map(value).collect()
}

/// The value attribute of what follows `<option `.
fn value(option: &str) -> &str {
    let rest = option.split_once("value=\"").map_or("", |(_, rest)| rest);
    rest.split_once('"').map_or("", |(value, _)| value)
}

#[tokio::test(flavor = "current_thread")]
async fn r91_a_reason_names_a_section_a_place_in_it_and_a_code_of_the_pack() {
    let item = reason(Spot::field("basic_info", "mobile"), "A02", "请核对手机号码");
    let html = list(FilledBy::Applicant, item, true).await;
    let chosen: Vec<&str> =
        html.split("<option ").filter(|option| option.contains("selected")).map(value).collect();
    assert_eq!(chosen, ["basic_info", "basic_info--mobile", "A02"], "{html}");
    for label in ["reason-0-section", "reason-0-place", "reason-0-code", "reason-0-text"] {
        assert!(html.contains(&format!("for=\"{label}\"")), "{html}");
    }
    assert!(!html.contains("class=\"error\""), "nothing is missing: {html}");
}

#[tokio::test(flavor = "current_thread")]
async fn every_section_of_the_applicant_is_a_place_and_no_form_of_the_unit() {
    let pack = fixture::pack();
    let own = |part| pack.sections_of(part).map(|section| section.id.as_str()).collect::<Vec<_>>();
    let not_asked = reason(Spot::section("exceptional_case"), "", "");
    let html = list(FilledBy::Applicant, not_asked, false).await;
    assert_eq!(options(&html, "reason-0-section"), own(FilledBy::Applicant));
    let chosen = html.split("<option ").find(|option| option.contains("selected")).map(value);
    assert_eq!(chosen, Some("exceptional_case"), "{html}");

    let html = list(FilledBy::Unit, reason(Spot::section("deliberation"), "", ""), false).await;
    let asked: Vec<&str> = own(FilledBy::Unit).into_iter().filter(|id| *id != "defense").collect();
    assert_eq!(options(&html, "reason-0-section"), asked, "no defence is asked of an Engineer");
}

#[tokio::test(flavor = "current_thread")]
async fn no_kind_is_chosen_for_the_officer_and_those_of_the_place_come_first() {
    let html = list(FilledBy::Applicant, reason(Spot::section("publications"), "", ""), false).await;
    let offered = options(&html, "reason-0-code");
    assert_eq!(offered[..4], ["", "E01", "E02", "E03"], "{html}");
    assert!(
        offered.contains(&"K01") && !offered.contains(&"U04"),
        "of another category, of the unit: {html}"
    );
    assert!(html.contains(">请选择</option>"), "{html}");
    let apart = html.split("<optgroup label=\"其他栏目的原因\">").nth(1).unwrap();
    assert!(apart.contains("value=\"B01\"") && !apart.contains("value=\"A01\""), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_missing_is_marked_where_it_is_missing() {
    let short = reason(Spot::section("publications"), "", "缺图");
    let html = list(FilledBy::Applicant, short.clone(), false).await;
    assert!(!html.contains("aria-invalid"), "before anybody tried: {html}");
    let html = list(FilledBy::Applicant, short, true).await;
    assert!(html.contains("id=\"reason-0-code-error\" class=\"error\">请选择原因类别"), "{html}");
    assert!(html.contains("id=\"reason-0-text-error\" class=\"error\">请说明"), "{html}");
}

#[test]
fn the_first_fault_takes_the_focus() {
    let at = || Spot::section("publications");
    let whole = reason(at(), "E01", "论文早于现职称");
    assert_eq!(first_fault(&[]), None);
    assert_eq!(first_fault(std::slice::from_ref(&whole)), None);
    assert_eq!(
        first_fault(&[whole.clone(), reason(at(), "E01", " 缺图 ")]).as_deref(),
        Some("reason-1-text")
    );
    assert_eq!(first_fault(&[whole, reason(at(), "", "缺图")]).as_deref(), Some("reason-1-code"));
}

/// Notes of 逐项审核 are not typed again.
#[test]
fn r91_a_return_begins_with_what_the_check_has_noted() {
    let mut loaded = loaded();
    let places = |loaded: &Loaded, part| -> Vec<(String, String)> {
        first_reasons(loaded, part).into_iter().map(|item| (item.spot.section, item.text)).collect()
    };
    let pair = |section: &str, text: &str| (section.to_owned(), text.to_owned());
    assert_eq!(places(&loaded, FilledBy::Applicant), [pair("basic_info", "")]);

    let row = |id: &str, result: &str, note: &str| Row {
        id: RowId::new(id),
        values: [("result".to_owned(), result.to_owned()), ("note".to_owned(), note.to_owned())].into(),
    };
    let rows = vec![
        row("basic_info", "Pass", ""),
        row("publications", "Problem", "第1篇缺目录页"),
        row("awards", "Problem", "证书模糊"),
    ];
    let check = SectionData { groups: [("rows".to_owned(), rows)].into(), ..SectionData::default() };
    loaded.answers.insert("unit_check".into(), check);
    let noted = [pair("publications", "第1篇缺目录页"), pair("awards", "证书模糊")];
    assert_eq!(places(&loaded, FilledBy::Applicant), noted);
    assert_eq!(reason_at(&loaded, "awards").text, "证书模糊");
    assert_eq!(reason_at(&loaded, "basic_info").text, "");
    assert_eq!(places(&loaded, FilledBy::Unit), [pair("unit_check", "")]);
}

#[tokio::test(flavor = "current_thread")]
async fn an_opinion_says_whether_it_is_needed_before_anybody_presses() {
    let shown = async |min_chars: usize, checked: bool| {
        let props = OpinionBoxProps { value: "好".into(), min_chars, checked, oninput: Callback::noop() };
        yew::LocalServerRenderer::<OpinionBox>::with_props(props).hydratable(false).render().await
    };
    let html = shown(2, false).await;
    assert!(html.contains("必填") && html.contains("aria-required=\"true\""), "{html}");
    assert!(!html.contains("aria-invalid"), "{html}");
    let html = shown(0, true).await;
    assert!(html.contains("选填") && !html.contains("必填") && !html.contains("aria-invalid"), "{html}");
    let html = shown(2, true).await;
    assert!(html.contains("aria-invalid=\"true\"") && html.contains("请填写意见，不少于2个字"), "{html}");
}
