//! The form and the reading of a section hold every place that a problem names.

use crate::fixture;
use domain::form::Spot;
use domain::pack::FilledBy;
use std::rc::Rc;
use web::components::form::{SectionForm, SectionFormProps};
use web::components::reading::{SectionReading, SectionReadingProps};
use web::hooks::LoadedHandle;
use web::state::loaded::Loaded;
use yew::{AttrValue, Callback, LocalServerRenderer};

pub(crate) async fn form(loaded: &Rc<Loaded>, section: &str) -> String {
    let handle = LoadedHandle {
        loaded: None,
        reload: Callback::noop(),
        put_section: Callback::noop(),
        put_scan: Callback::noop(),
        remove_scan: Callback::noop(),
        put_application: Callback::noop(),
        recovered: true,
    };
    let section = AttrValue::from(section.to_owned());
    let props = SectionFormProps { loaded: loaded.clone(), section, handle, show_all: true };
    LocalServerRenderer::<SectionForm>::with_props(props).hydratable(false).render().await
}

pub(crate) async fn reading(loaded: &Rc<Loaded>, section: &str) -> String {
    let props = SectionReadingProps { loaded: loaded.clone(), section: section.to_owned().into() };
    LocalServerRenderer::<SectionReading>::with_props(props).hydratable(false).render().await
}

#[tokio::test(flavor = "current_thread")]
async fn every_problem_of_every_section_has_a_place_that_its_link_reaches() {
    let loaded = Rc::new(fixture::new_application(fixture::pack()));
    for filled_by in [FilledBy::Applicant, FilledBy::Unit] {
        for section in loaded.pack.sections_of(filled_by) {
            let html = form(&loaded, &section.id).await;
            let problems = loaded.with_case(|case| domain::form::section_problems(case, section));
            for problem in problems {
                let id = format!("id=\"{}\"", problem.spot.anchor());
                assert_eq!(html.matches(&id).count(), 1, "{}: {:?}", section.id, problem);
                assert!(
                    html.contains(&domain::words::chinese::problem(&problem, &loaded.pack)),
                    "{}: {:?}",
                    section.id,
                    problem
                );
            }
        }
    }
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_read_has_the_places_of_what_is_filled_in() {
    let loaded = Rc::new(fixture::new_application(fixture::pack()));
    let html = reading(&loaded, "basic_info").await;
    for field in ["name", "professional_years", "phone"] {
        let id = format!("id=\"{}\"", Spot::field("basic_info", field).anchor());
        assert!(html.contains(&id), "{field}");
    }
    assert!(html.contains("没有上传文件"));
    assert!(!html.contains("<input"));
}
