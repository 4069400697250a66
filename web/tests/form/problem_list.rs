//! Problems link to their places and name their rows.

use crate::fixture;
use domain::form::{Row, SectionData, Spot, Values, section_problems};
use domain::ids::RowId;
use web::components::reading::{ProblemList, ProblemListProps};
use web::state::loaded::Loaded;
use web::state::same::Same;

const SECTION: &str = "publications";

/// Two papers, the second with a title.
fn two_papers() -> Loaded {
    let typed = [("title", "高强度钢的焊接"), ("kind", "Journal")];
    let values = typed.map(|(field, text)| (field.to_owned(), text.to_owned())).into();
    let rows = vec![Row { id: RowId::new("1"), values: Values::new() }, Row { id: RowId::new("2"), values }];
    let data = SectionData { groups: [("rows".to_owned(), rows)].into(), ..SectionData::default() };
    fixture::new_application(fixture::pack()).typed(SECTION, data)
}

async fn html(loaded: Loaded) -> String {
    let section = loaded.pack.section(SECTION).expect("a section of the pack");
    let problems = loaded.with_case(|case| section_problems(case, section));
    let props = ProblemListProps {
        problems,
        application: "a1".into(),
        local: true,
        pack: Same::from(loaded.pack.clone()),
        by_section: false,
        rows: Some(Same::new(loaded)),
    };
    yew::LocalServerRenderer::<ProblemList>::with_props(props).hydratable(false).render().await
}

#[tokio::test(flavor = "current_thread")]
async fn a_problem_of_a_row_names_the_row() {
    let html = html(two_papers()).await;
    assert!(html.contains("论文（著作）1：请"), "{html}");
    assert!(html.contains("论文（著作）2“高强度钢的焊接”：请"), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_problem_links_to_its_place_and_says_where_its_rule_is_written() {
    let loaded = two_papers();
    let place = Spot::group(SECTION, "rows").in_row("rows", &RowId::new("2"));
    let cover = Spot { slot: Some("cover".into()), ..place };
    let section = loaded.pack.section(SECTION).expect("a section of the pack").clone();
    let problems = loaded.with_case(|case| section_problems(case, &section));
    let missing = problems.iter().find(|problem| problem.rule == "R39").expect("a missing scan");
    let html = html(loaded).await;
    assert!(html.contains(&format!("href=\"#{}\"", cover.anchor())), "{html}");
    assert!(!missing.source.is_empty() && html.contains(&missing.source), "{html}");
    assert!(html.contains("data-rule=\"R39\"") && !html.contains(">R39"), "{html}");
}
