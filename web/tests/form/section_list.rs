//! The list of the sections and their states.

use crate::fixture;
use domain::form::{SectionData, SectionState, Spot};
use domain::pack::FilledBy;
use domain::workflow::{Filling, OpenReturn, ReturnItem, Stage, State};
use std::rc::Rc;
use web::components::reading::{SectionList, SectionListProps};
use web::state::findings::Findings;
use web::state::loaded::Loaded;

async fn html(loaded: Loaded) -> String {
    let found = Rc::new(Findings::of(&loaded));
    let props = SectionListProps { loaded: Rc::new(loaded), found, current: "education".into() };
    yew::LocalServerRenderer::<SectionList>::with_props(props).hydratable(false).render().await
}

fn state_of(loaded: &Loaded, section: &str) -> SectionState {
    let found = Findings::of(loaded);
    found.sections().iter().find(|found| found.section == section).expect("a section of the applicant").state
}

#[tokio::test(flavor = "current_thread")]
async fn r13_there_are_fifteen_entries_with_number_title_and_state() {
    let pack = fixture::pack();
    let titles: Vec<String> =
        pack.sections[..15].iter().map(|s| format!("{}．{}", s.number, s.title)).collect();
    let html = html(fixture::new_application(pack)).await;
    assert_eq!(html.matches("<li").count(), 15);
    for title in titles {
        assert!(html.contains(&title), "{title}");
    }
    assert!(html.contains("未填写"));
    assert!(html.contains("15类申报内容"));
}

#[tokio::test(flavor = "current_thread")]
async fn what_a_return_names_is_to_be_mended() {
    let mut loaded = fixture::new_application(fixture::pack());
    let application = &mut Rc::make_mut(&mut loaded.view).application;
    let spot = Spot::section("education");
    let item = ReturnItem { spot, code: String::new(), text: "请补充".into(), answer: String::new() };
    application.state = State::Filling(Filling::Returned);
    application.open_return =
        Some(OpenReturn {
            stage: Stage::Unit, organisation_name: "柳州市某厂".into(), items: vec![item]
        });
    assert_eq!(state_of(&loaded, "education"), SectionState::NeedsFix);
    assert!(html(loaded).await.contains("待修改"));
}

#[test]
fn what_was_typed_makes_the_state() {
    let loaded = fixture::new_application(fixture::pack());
    assert_eq!(state_of(&loaded, "work_summary"), SectionState::NotStarted);
    let values = [("summary".to_owned(), "工作总结".to_owned())].into();
    let typed = loaded.typed("work_summary", SectionData { values, ..SectionData::default() });
    assert_eq!(state_of(&typed, "work_summary"), SectionState::InProgress);
}

#[test]
fn the_list_and_the_last_page_draw_from_the_same_problems() {
    let loaded = fixture::new_application(fixture::pack());
    let problems = loaded.with_case(|case| domain::form::problems(case, FilledBy::Applicant));
    assert_eq!(Findings::of(&loaded).problems(), problems);
}
