//! Each kind of field has its control.

use crate::fixture::today;
use domain::form::{EntryFault, Problem, Spot};
use domain::pack::{Choice, Field, FieldKind};
use std::rc::Rc;
use web::components::field::{FieldControl, FieldControlProps};
use web::texts::Worded;
use yew::{Callback, LocalServerRenderer};

fn field(kind: FieldKind) -> Field {
    let field = serde_json::json!({ "id": "f", "label": "项目", "kind": kind, "help": "如实填写。", "max_chars": 30 });
    serde_json::from_value(field).expect("a field of the pack's shape")
}

fn options(n: usize) -> Rc<[Choice]> {
    let option =
        |i: usize| Choice { value: format!("v{i}"), label: format!("选项{i}"), help: format!("选了{i}") };
    (0..n).map(option).collect()
}

fn props(kind: FieldKind, value: &str) -> FieldControlProps {
    FieldControlProps {
        field: field(kind),
        spot: Spot::field("s", "f"),
        value: value.to_owned().into(),
        in_words: value.to_owned().into(),
        options: Rc::new([]),
        today: today(),
        required: true,
        locked: false,
        problems: Vec::new(),
        edit: Callback::noop(),
        touch: Callback::noop(),
    }
}

async fn html(props: FieldControlProps) -> String {
    LocalServerRenderer::<FieldControl>::with_props(props).hydratable(false).render().await
}

#[tokio::test(flavor = "current_thread")]
async fn every_kind_has_its_control_with_label_and_id() {
    let expected = [
        (FieldKind::Text, "type=\"text\""),
        (FieldKind::LongText, "<textarea"),
        (FieldKind::Integer, "inputmode=\"numeric\""),
        (FieldKind::YesNo, "type=\"radio\""),
        (FieldKind::Tick, "type=\"checkbox\""),
        (FieldKind::Choice, "<fieldset"),
        (FieldKind::Search, "type=\"search\""),
        (FieldKind::YearMonth, "type=\"month\""),
        (FieldKind::YearMonthOrNow, "至今"),
        (FieldKind::Date, "type=\"date\""),
        (FieldKind::DateOrMonth, "只有月份"),
        (FieldKind::Time, "type=\"time\""),
        (FieldKind::Mobile, "inputmode=\"tel\""),
        (FieldKind::Landline, "inputmode=\"tel\""),
        (FieldKind::Email, "inputmode=\"email\""),
        (FieldKind::UscCode, "spellcheck=\"false\""),
        (FieldKind::CnNumber, "spellcheck=\"false\""),
        (FieldKind::Issn, "spellcheck=\"false\""),
        (FieldKind::Isbn, "spellcheck=\"false\""),
        (FieldKind::Months, "2020年8月"),
    ];
    for (kind, control) in expected {
        let html = html(props(kind, "")).await;
        assert!(html.contains(control), "{kind:?}: {html}");
        for part in ["id=\"s--f\"", "项目", "必填", "aria-describedby=\"s--f-help", "id=\"s--f-help\""] {
            assert!(html.contains(part), "{kind:?} lacks {part}: {html}");
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn few_options_are_radio_buttons_with_their_help_and_many_are_a_list() {
    for (n, radios, selects) in [(4, 4, 0), (5, 0, 1)] {
        let html = html(FieldControlProps { options: options(n), ..props(FieldKind::Choice, "v1") }).await;
        assert_eq!(html.matches("type=\"radio\"").count(), radios);
        assert_eq!(html.matches("<select").count(), selects);
        assert!(html.contains("选了1"));
        assert_eq!(
            html.contains("选了2"),
            radios > 0,
            "radio buttons bear their help, a list that of the choice"
        );
    }
}

#[tokio::test(flavor = "current_thread")]
async fn an_error_is_tied_to_its_control() {
    let fault = EntryFault::ERequired { covering: None };
    let problem = Problem::new(fault, Spot::field("s", "f"), "");
    let problem = Worded { problem, words: "请填写“项目”，不能留空".into() };
    let html = html(FieldControlProps { problems: vec![problem], ..props(FieldKind::Text, "") }).await;
    assert!(html.contains("aria-invalid=\"true\""));
    assert!(html.contains("aria-describedby=\"s--f-help s--f-problems\""));
    assert!(html.contains("请填写“项目”，不能留空"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_locked_field_is_text_that_says_where_it_comes_from() {
    let html = html(FieldControlProps { locked: true, ..props(FieldKind::Text, "韦小明") }).await;
    assert!(!html.contains("<input"));
    assert!(html.contains("韦小明") && html.contains("系统填写"));
}

#[tokio::test(flavor = "current_thread")]
async fn r57_months_are_the_twelve_before_this_one_and_what_was_ticked() {
    let html = html(props(FieldKind::Months, "2018-01,2020-02")).await;
    assert_eq!(html.matches("type=\"checkbox\"").count(), 13);
    assert_eq!(html.matches(" checked").count(), 2);
    assert!(!html.contains("2020年9月"));
}

#[tokio::test(flavor = "current_thread")]
async fn r44_the_present_is_chosen_and_is_not_what_nothing_means() {
    for (value, chosen, month) in [("", 0, ""), ("now", 1, ""), ("2018-06", 0, "2018-06")] {
        let html = html(props(FieldKind::YearMonthOrNow, value)).await;
        assert_eq!(html.matches(" checked").count(), chosen, "{value}: {html}");
        assert_eq!(html.matches(" disabled").count(), chosen, "{value}: {html}");
        assert_eq!(html.contains("2018-06"), !month.is_empty(), "{value}: {html}");
        assert!(!html.contains("value=\"now\""), "{html}");
    }
}
