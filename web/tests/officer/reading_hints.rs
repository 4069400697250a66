//! Warnings stand beside what they are about.

use crate::fixture;
use domain::form::{Code, Problem, Row, SectionData, Values};
use domain::ids::RowId;
use std::collections::BTreeSet;
use std::rc::Rc;
use web::components::reading::{SectionReading, SectionReadingProps};
use web::components::review::{ReadingHints, ReadingHintsProps};
use web::state::findings::SectionFindings;
use web::state::loaded::Loaded;

const SECTION: &str = "publications";

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect()
}

/// Six papers, with a reason for the sixth; all but the first are of the month of the title, without a day.
fn six_papers() -> Loaded {
    let paper = |n: usize| {
        let date = if n == 1 { "2019-03-15" } else { "2019-03" };
        let title = format!("论文之{n}");
        let values = values(&[("kind", "Journal"), ("title", &title), ("published_date", date)]);
        Row { id: RowId::new(n.to_string()), values }
    };
    let rows = (1..=6).map(paper).collect();
    let values = values(&[("over_limit_reason", "均为同一课题的成果")]);
    let data = SectionData { values, groups: [("rows".to_owned(), rows)].into() };
    let values = self::values(&[("has_title", "true"), ("obtained_date", "2019-03-10")]);
    let title = SectionData { values, ..SectionData::default() };
    fixture::new_application(fixture::pack()).typed("current_title", title).typed(SECTION, data)
}

fn hints(loaded: &Loaded) -> Vec<Problem> {
    let section = loaded.pack.section(SECTION).expect("a section of the pack");
    SectionFindings::of(loaded, section).problems.into_iter().filter(|problem| !problem.is_error()).collect()
}

async fn hints_of(loaded: Loaded) -> String {
    let hints = Rc::new(hints(&loaded));
    let props = ReadingHintsProps { loaded: Rc::new(loaded), section: SECTION.into(), hints };
    yew::LocalServerRenderer::<ReadingHints>::with_props(props).hydratable(false).render().await
}

async fn reading_of(loaded: Loaded) -> String {
    let props = SectionReadingProps { loaded: Rc::new(loaded), section: SECTION.into() };
    yew::LocalServerRenderer::<SectionReading>::with_props(props).hydratable(false).render().await
}

/// Returns the texts between `before` and the next quotation mark, each time.
fn quoted<'a>(html: &'a str, before: &str) -> BTreeSet<&'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test(flavor = "current_thread")]
async fn r38_a_sixth_paper_is_flagged_to_reviewers_with_sentence_rule_and_source() {
    let loaded = six_papers();
    let hint = hints(&loaded).into_iter().find(|hint| hint.code() == Code::WOverLimit).expect("a warning");
    let sentence = domain::words::chinese::problem(&hint, &loaded.pack);
    let html = hints_of(loaded).await;
    assert!(html.contains("系统提示（供审核参考）"), "{html}");
    assert!(html.contains(&sentence) && sentence.contains("共6条"), "{html}");
    assert!(html.contains("href=\"#publications--over_limit_reason\""), "{html}");
    assert!(!hint.source.is_empty() && html.contains(&hint.source), "{html}");
    assert!(html.contains("data-rule=\"R38\""), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_date_that_is_a_month_is_flagged_at_its_row_alone() {
    let html = hints_of(six_papers()).await;
    for n in 2..=6 {
        assert!(html.contains(&format!("论文（著作）{n}“论文之{n}”：")), "{n}: {html}");
    }
    assert!(!html.contains("“论文之1”"), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn every_hint_leads_to_a_place_that_is_read() {
    let mut loaded = six_papers();
    let html = hints_of(loaded.clone()).await;
    let links = quoted(&html, "href=\"#");
    let reading = reading_of(loaded.clone()).await;
    assert!(links.len() > 5 && links.is_subset(&quoted(&reading, " id=\"")), "{links:?}: {reading}");

    let fields = &mut Rc::make_mut(&mut loaded.pack);
    let section = fields.sections.iter_mut().find(|section| section.id == SECTION).expect("a section");
    let dates = &mut section.groups[0].fields.iter_mut().filter(|field| field.id == "published_date");
    dates.for_each(|field| field.hidden = true);
    let html = hints_of(loaded.clone()).await;
    let links = quoted(&html, "href=\"#");
    let reading = reading_of(loaded).await;
    assert!(links.contains("publications--rows--2"), "{links:?}");
    assert!(links.is_subset(&quoted(&reading, " id=\"")), "{links:?}: {reading}");
}
