//! The dates of a batch.

use chrono::NaiveDate;
use domain::batch::Batch;
use yew::prelude::*;

use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct BatchDatesProps {
    pub batch: Batch,
}

/// When an application of this batch must be where.
#[component]
pub fn BatchDates(props: &BatchDatesProps) -> Html {
    let batch = &props.batch;
    let ends = [
        batch.personal_deadline,
        batch.unit_deadline,
        batch.supervisor_deadline,
        batch.county_deadline,
        batch.series_deadline,
        batch.payment_deadline,
        batch.final_correction_deadline,
    ];
    html! {
        <ul class="deadlines">
            for (number, (name, end)) in texts().applicant.deadlines.into_iter().zip(ends).enumerate() {
                <li><span>{ name }</span><strong>{ span(batch, number, end) }</strong></li>
            }
        </ul>
    }
}

/// The applicant's own time has a beginning; the others follow from it.
fn span(batch: &Batch, number: usize, end: NaiveDate) -> String {
    let day = texts().common.day;
    match number {
        0 => (texts().applicant.from_until)(&day(batch.open_on), &day(end)),
        _ => (texts().applicant.until)(&day(end)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    #[tokio::test]
    async fn the_applicants_own_time_has_both_ends() {
        let day = |month, day| NaiveDate::from_ymd_opt(2020, month, day).unwrap();
        let batch = Batch {
            pack: "liuzhou-2020".into(),
            open_on: day(8, 1),
            personal_deadline: day(9, 10),
            unit_deadline: day(9, 25),
            supervisor_deadline: day(10, 15),
            county_deadline: day(10, 31),
            series_deadline: day(11, 15),
            payment_deadline: day(12, 10),
            final_correction_deadline: day(11, 15),
            fees_fen: std::collections::BTreeMap::new(),
        };
        let html = render(html! { <BatchDates {batch} /> }).await;
        assert!(html.contains("2020年8月1日至2020年9月10日"), "{html}");
        assert!(html.contains("截至2020年12月10日"), "{html}");
    }
}
