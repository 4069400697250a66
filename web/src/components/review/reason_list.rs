//! The reasons of a return while it is written.

use domain::form::{Here, Row, Spot};
use domain::named::unit_check;
use domain::pack::{Field, FilledBy, Pack, ReturnCode, Section, Slot};
use domain::workflow::ReturnItem;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::basic::{Button, ButtonKind};
use crate::components::field::written;
use crate::components::reading::section_in_words;
use crate::dom;
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ReasonListProps {
    pub loaded: Rc<Loaded>,
    /// Who is to mend something, and so whose forms are offered.
    pub part: FilledBy,
    pub reasons: Vec<ReturnItem>,
    /// Marks what is missing: somebody has tried without it.
    #[prop_or_default]
    pub checked: bool,
    pub on_change: Callback<Vec<ReturnItem>>,
}

/// A reason at this section, with the words that the unit's check has noted of it, or words to come.
pub fn reason_at(loaded: &Loaded, section: &str) -> ReturnItem {
    let mut checked = noted_problems(loaded);
    let text =
        checked.find(|row| row.id.as_str() == section).map_or("", |row| row.value(unit_check::rows::NOTE));
    ReturnItem { spot: Spot::section(section), code: String::new(), text: text.into(), answer: String::new() }
}

/// Where a return begins: with every section that the check has found wanting, else with the first one (R91).
pub fn first_reasons(loaded: &Loaded, part: FilledBy) -> Vec<ReturnItem> {
    let is_of_part = |id: &&str| loaded.pack.section(id).is_some_and(|section| section.filled_by == part);
    let noted = noted_problems(loaded).map(|row| row.id.as_str()).filter(is_of_part);
    let noted: Vec<ReturnItem> = noted.map(|id| reason_at(loaded, id)).collect();
    if noted.is_empty() { first_reason(loaded, part).into_iter().collect() } else { noted }
}

fn first_reason(loaded: &Loaded, part: FilledBy) -> Option<ReturnItem> {
    offered(loaded, part).first().map(|section| reason_at(loaded, &section.id))
}

/// The rows of 逐项审核 that say 有问题.
fn noted_problems(loaded: &Loaded) -> impl Iterator<Item = &Row> {
    let rows = loaded.answers.get(unit_check::ID).map_or(&[][..], |check| check.rows(unit_check::rows::ID));
    rows.iter().filter(|row| row.value(unit_check::rows::RESULT) == unit_check::rows::PROBLEM)
}

/// A section of the applicant's may be wanting just because it was not asked for.
fn offered(loaded: &Loaded, part: FilledBy) -> Vec<&Section> {
    let is_asked = |section: &&Section| match part {
        FilledBy::Applicant => true,
        FilledBy::Unit => loaded.with_case(|case| case.is_asked(section)),
    };
    loaded.pack.sections_of(part).filter(is_asked).collect()
}

/// The control of the first reason that says too little.
pub fn first_fault(reasons: &[ReturnItem]) -> Option<String> {
    reasons.iter().enumerate().find_map(|(index, reason)| match reason {
        reason if reason.code.is_empty() => Some(format!("reason-{index}-code")),
        reason if !reason.is_explained() => Some(format!("reason-{index}-text")),
        _said => None,
    })
}

/// Every reason has a place and a code: free text alone helps nobody (§5.5).
#[component]
pub fn ReasonList(props: &ReasonListProps) -> Html {
    use_newest_focus(props.reasons.len());
    let add = {
        let (reasons, on_change) = (props.reasons.clone(), props.on_change.clone());
        let next = first_reason(&props.loaded, props.part);
        Callback::from(move |()| {
            on_change.emit(reasons.iter().chain(&next).cloned().collect());
        })
    };
    html! {
        <fieldset class="reasons">
            <legend>{ texts().officer.reasons }</legend>
            <p class="help">{ texts().officer.reasons_help }</p>
            for (index, reason) in props.reasons.iter().enumerate() {
                <div key={index} class="row-card">{ editor(props, index, reason) }</div>
            }
            <Button onclick={add}>{ texts().officer.add_reason }</Button>
        </fieldset>
    }
}

/// A reason that was added is the next to be written.
#[hook]
fn use_newest_focus(n_reasons: usize) {
    let n_before = use_mut_ref(|| 0);
    use_effect_with(n_reasons, move |n_reasons| {
        if *n_reasons > n_before.replace(*n_reasons) {
            dom::focus(&format!("reason-{}-section", n_reasons - 1));
        }
    });
}

fn editor(props: &ReasonListProps, index: usize, reason: &ReturnItem) -> Html {
    let pack = &props.loaded.pack;
    let sections = offered(&props.loaded, props.part);
    let sections: Options =
        sections.iter().map(|section| (section.id.clone(), section_in_words(section))).collect();
    let places = pack.section(&reason.spot.section).map(|section| places(&props.loaded, section));
    let places = Rc::new(places.unwrap_or_default());
    let groups: Vec<(String, Options)> = places.iter().map(PlaceGroup::options).collect();
    let id = |part: &str| format!("reason-{index}-{part}");
    let point_at = change(props, move |reasons, anchor: String| {
        let mut spots = places.iter().flat_map(|group| &group.places).map(|(spot, _)| spot);
        if let Some(spot) = spots.find(|spot| spot.anchor() == anchor) {
            reasons[index].spot = spot.clone();
        }
    });
    let remove = change(props, move |reasons, ()| {
        reasons.remove(index);
    });
    let words = &texts().officer;
    let code_fault = (props.checked && reason.code.is_empty()).then_some(words.code_missing);
    let text_fault = (props.checked && !reason.is_explained()).then_some(words.reason_short);
    html! {
        <>
            { select(&id("section"), words.place, &[(String::new(), sections)], &reason.spot.section, None,
                change(props, move |reasons, section: String| reasons[index].spot = Spot::section(&section))) }
            { select(&id("place"), words.place_field, &groups, &reason.spot.anchor(), None, point_at) }
            { select(&id("code"), words.code, &codes(pack, props.part, &reason.spot.section), &reason.code, Some(code_fault),
                change(props, move |reasons, code: String| reasons[index].code = code)) }
            <div class={classes!("field", text_fault.map(|_| "field-wrong"))}>
                <label for={id("text")}>{ words.reason_text }{ required() }</label>
                <textarea id={id("text")} class="input textarea textarea-short" rows="2" aria-required="true"
                    aria-invalid={text_fault.map(|_| "true")} aria-describedby={text_fault.map(|_| id("text-error"))}
                    value={reason.text.clone()}
                    oninput={change(props, move |reasons, text: String| reasons[index].text = text).reform(written)} />
                { error(&id("text"), text_fault) }
            </div>
            <Button kind={ButtonKind::Quiet} onclick={remove}>
                <span aria-hidden="true">{ texts().officer.remove_reason }</span>
                <span class="visually-hidden">{ texts().common.with_aside(texts().officer.remove_reason, &(index + 1).to_string()) }</span>
            </Button>
        </>
    }
}

fn required() -> Html {
    html! { <span class="required">{ texts().form.field.required }</span> }
}

fn error(id: &str, fault: Option<&'static str>) -> Html {
    html! {
        if let Some(fault) = fault {
            <p class="error" id={format!("{id}-error")}>{ fault }</p>
        }
    }
}

/// Those about this section first, then those about any, then apart those about the others of who is to mend.
fn codes(pack: &Pack, part: FilledBy, section: &str) -> Vec<(String, Options)> {
    let option = |code: &ReturnCode| (code.value.clone(), code.label.clone());
    let all = || pack.return_codes.iter();
    let fitting = all().filter(|code| code.is_about(section));
    let general = all().filter(|code| code.sections.is_empty());
    let is_of_part = |id: &str| pack.section(id).is_some_and(|section| section.filled_by == part);
    let of_part = all().filter(|code| code.sections.iter().any(|id| is_of_part(id)));
    let others = of_part.filter(|code| !code.is_about(section));
    let none = (String::new(), texts().officer.choose_code.to_owned());
    let first = [none].into_iter().chain(fitting.chain(general).map(option)).collect();
    vec![(String::new(), first), (texts().officer.other_codes.to_owned(), others.map(option).collect())]
}

/// Value and words.
type Options = Vec<(String, String)>;

/// The section itself, or one of its rows, with what stands in it.
#[derive(Default)]
struct PlaceGroup {
    title: String,
    places: Vec<(Spot, String)>,
}

impl PlaceGroup {
    fn options(&self) -> (String, Options) {
        (self.title.clone(), self.places.iter().map(|(spot, words)| (spot.anchor(), words.clone())).collect())
    }
}

/// Everything in the section that a reason can point at, row by row: the applicant's link leads exactly there.
fn places(loaded: &Loaded, section: &Section) -> Vec<PlaceGroup> {
    loaded.with_case(|case| {
        let at = Spot::section(&section.id);
        let here = Here { section: &section.id, row: None };
        let shown = |here: Here<'_>, at: &Spot, whole: &str, fields: &[Field], slots: &[Slot]| {
            let fields = fields.iter().filter(|field| case.shown(here, field.shown.as_ref()));
            let slots = slots.iter().filter(|slot| case.shown(here, slot.shown.as_ref()));
            let of_field =
                |field: &Field| (Spot { field: Some(field.id.clone()), ..at.clone() }, field.label.clone());
            let of_slot =
                |slot: &Slot| (Spot { slot: Some(slot.id.clone()), ..at.clone() }, slot.label.clone());
            let whole = (at.clone(), whole.to_owned());
            [whole].into_iter().chain(fields.map(of_field)).chain(slots.map(of_slot)).collect()
        };
        let own = shown(here, &at, texts().officer.whole_section, &section.fields, &section.slots);
        let mut all = vec![PlaceGroup { title: String::new(), places: own }];
        for group in section.groups.iter().filter(|group| case.shown(here, group.shown.as_ref())) {
            for (index, row) in case.rows(&section.id, &group.id).iter().enumerate() {
                let title = format!("{} {}", group.row_name, index + 1);
                let (here, at) = (Here { row: Some(row), ..here }, at.in_row(&group.id, &row.id));
                let places = shown(here, &at, &title, &group.fields, &group.slots);
                all.push(PlaceGroup { title, places });
            }
        }
        all
    })
}

fn change<T: 'static>(
    props: &ReasonListProps,
    apply: impl Fn(&mut Vec<ReturnItem>, T) + 'static,
) -> Callback<T> {
    let (reasons, on_change) = (props.reasons.clone(), props.on_change.clone());
    Callback::from(move |value: T| {
        let mut next = reasons.clone();
        apply(&mut next, value);
        on_change.emit(next);
    })
}

/// `fault` of what has to be chosen: what is wrong with it, if anything is.
fn select(
    id: &str,
    label: &str,
    groups: &[(String, Options)],
    chosen: &str,
    fault: Option<Option<&'static str>>,
    onchange: Callback<String>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(select) = target {
            onchange.emit(select.value());
        }
    });
    let wrong = fault.flatten();
    let group = |(title, options): &(String, Options)| {
        let options = options.iter().map(|(value, words)| {
            html! { <option value={value.clone()} selected={value == chosen}>{ words }</option> }
        });
        match title.as_str() {
            "" => options.collect::<Html>(),
            title => html! { <optgroup label={title.to_owned()}>{ options.collect::<Html>() }</optgroup> },
        }
    };
    html! {
        <div class={classes!("field", wrong.map(|_| "field-wrong"))}>
            <label for={id.to_owned()}>{ label }if fault.is_some() { { required() } }</label>
            <select id={id.to_owned()} class="input" aria-required={fault.map(|_| "true")}
                aria-invalid={wrong.map(|_| "true")} aria-describedby={wrong.map(|_| format!("{id}-error"))}
                {onchange}>{ groups.iter().map(group).collect::<Html>() }</select>
            { error(id, wrong) }
        </div>
    }
}
