//! The dates and numbers of a pack.

use domain::pack::Pack;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::scans::size_in_words;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct PackNumbersProps {
    pub pack: Rc<Pack>,
}

#[component]
pub fn PackNumbers(props: &PackNumbersProps) -> Html {
    html! {
        <dl class="reading-facts">
            for (label, words) in numbers(&props.pack) {
                <div class="fact"><dt>{ label }</dt><dd>{ words }</dd></div>
            }
        </dl>
    }
}

fn numbers(pack: &Pack) -> [(&'static str, String); 16] {
    let (words, batch) = (&texts().pack.numbers, &pack.batch);
    let cutoff = batch.material_cutoff.map(texts().common.day);
    let years = pack.appraisal_years();
    let publicity = (words.publicity.1)(batch.min_publicity_working_days, batch.count_first_day);
    [
        (words.cutoff.0, cutoff.unwrap_or_else(|| words.cutoff.1.to_owned())),
        (words.publicity.0, publicity),
        (words.insurance.0, (words.insurance.1)(batch.social_insurance_months)),
        (words.appraisals.0, (words.appraisals.1)(years.start, years.end - 1)),
        (words.course_hours.0, (words.course_hours.1)(batch.course_hours_a_year)),
        (words.correction.0, (words.correction.1)(batch.correction_days)),
        (words.payment.0, (words.payment.1)(batch.payment_days)),
        (words.take_back.0, (words.take_back.1)(batch.take_back_minutes)),
        (words.reminder.0, (words.reminder.1)(batch.reminder_hours)),
        (words.long_waiting.0, (words.long_waiting.1)(batch.long_waiting_days)),
        (words.defense_panel.0, (words.defense_panel.1)(batch.min_defense_panel)),
        (
            words.deliberation.0,
            (words.deliberation.1)(batch.min_deliberation_members, batch.min_attending_members),
        ),
        (words.seniority.0, (words.seniority.1)(batch.seniority_is_required).to_owned()),
        (words.file, size_in_words(batch.max_file_bytes)),
        (words.application, size_in_words(batch.max_application_bytes)),
        (words.pdf.0, (words.pdf.1)(batch.max_pdf_pages)),
    ]
}
