//! Controls of months: one that may be 至今, and a choice among the last twelve.

use chrono::{Months as MonthSpan, NaiveDate};
use domain::dates;
use std::collections::BTreeSet;
use yew::prelude::*;

use crate::components::field::{InputProps, Line, LineInput, is_ticked};
use crate::components::reading::date_in_words;
use crate::texts::texts;

const N_MONTHS: u32 = 12;

#[derive(PartialEq, Properties)]
pub struct MonthOrNowProps {
    pub input: InputProps,
}

/// A month or 至今; nothing is chosen at first.
#[component]
pub fn MonthOrNow(props: &MonthOrNowProps) -> Html {
    let input = &props.input;
    let until_now = *input.value == *dates::NOW;
    let id = format!("{}-now", input.anchor);
    let onchange = input.on_change.reform(|event: Event| {
        let chosen = if is_ticked(&event) { dates::NOW } else { "" };
        chosen.to_owned()
    });
    let month =
        InputProps { value: if until_now { "".into() } else { input.value.clone() }, ..input.clone() };
    html! {
        <div class="field-row">
            <LineInput line={Line::Month} input={month} disabled={until_now} />
            <label class="choice" for={id.clone()}>
                <input id={id.clone()} type="checkbox" checked={until_now} {onchange} />
                <span>{ texts().form.field.until_now }</span>
            </label>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct MonthsProps {
    pub input: InputProps,
    pub today: NaiveDate,
}

#[component]
pub fn Months(props: &MonthsProps) -> Html {
    let MonthsProps { input, today } = props;
    let ticked: BTreeSet<String> =
        input.value.split(',').filter(|month| !month.is_empty()).map(str::to_owned).collect();
    let offered: BTreeSet<String> = months_before(*today).chain(ticked.iter().cloned()).collect();
    html! {
        <div class="choices choices-months">
            for month in offered {
                { month_box(input, &ticked, &month) }
            }
        </div>
    }
}

fn month_box(input: &InputProps, ticked: &BTreeSet<String>, month: &str) -> Html {
    let id = format!("{}-{month}", input.anchor);
    let (others, own) = (ticked.clone(), month.to_owned());
    let toggled = move |event: Event| {
        let mut months = others.clone();
        if is_ticked(&event) {
            months.insert(own.clone());
        } else {
            months.remove(&own);
        }
        months.into_iter().collect::<Vec<_>>().join(",")
    };
    html! {
        <label class="choice" for={id.clone()} key={month.to_owned()}>
            <input
                id={id.clone()}
                type="checkbox"
                checked={ticked.contains(month)}
                onchange={input.on_change.reform(toggled)}
            />
            <span>{ date_in_words(month) }</span>
        </label>
    }
}

/// The twelve whole months before `today`'s.
fn months_before(today: NaiveDate) -> impl Iterator<Item = String> {
    (1..=N_MONTHS)
        .filter_map(move |n| today.checked_sub_months(MonthSpan::new(n)))
        .map(|day| day.format("%Y-%m").to_string())
}
