use crate::fixture;
use std::rc::Rc;
use web::components::section_list::{SectionList, SectionListProps};
use web::state::loaded::Loaded;

async fn html(loaded: Loaded) -> String {
    let props = SectionListProps { loaded: Rc::new(loaded), current: "education".into() };
    yew::LocalServerRenderer::<SectionList>::with_props(props).hydratable(false).render().await
}

#[tokio::test(flavor = "current_thread")]
async fn there_are_fifteen_entries_with_number_title_and_state() {
    let policy = fixture::policy();
    let titles: Vec<String> =
        policy.sections[..15].iter().map(|s| format!("{}．{}", s.number, s.title)).collect();
    let html = html(fixture::new_application(policy)).await;
    assert_eq!(html.matches("<li").count(), 15);
    for title in titles {
        assert!(html.contains(&title), "{title}");
    }
    assert!(html.contains("未填写"));
    assert!(html.contains("15类申报内容"));
}
