//! The manual's picture of the process.

use crate::pack::words;
use domain::workflow::State;
use insta::assert_snapshot;
use web::components::application::ProcessMap;
use web::texts::{Language, set_language};

async fn html() -> String {
    yew::LocalServerRenderer::<ProcessMap>::new().hydratable(false).render().await
}

/// A state whose row is not drawn, or one that is not of the table, would show here.
#[tokio::test(flavor = "current_thread")]
async fn r02_the_picture_has_every_state_and_every_step_of_the_table() {
    set_language(Language::Chinese);
    let html = html().await;
    let drawn = || State::all().filter(|state| !state.is_over());
    let n_rows: usize = drawn().map(|state| state.moves().len()).sum();
    let n_states = drawn().count();
    assert_eq!(html.matches("<ul>").count(), n_states);
    assert_eq!(html.matches("<li>").count(), n_rows);
    assert_snapshot!(words(&html, &["</p>", "</h3>", "</h4>", "</li>"]));
}

#[tokio::test(flavor = "current_thread")]
async fn r02_every_link_of_the_picture_leads_to_a_state_that_it_shows() {
    let html = html().await;
    let places: Vec<&str> =
        html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(!places.is_empty());
    for place in places {
        assert!(html.contains(&format!("id=\"{place}\"")), "{place}");
    }
}
