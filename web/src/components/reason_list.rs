use domain::form::{Here, Spot};
use domain::policy::{Field, Policy, Section, Slot};
use domain::workflow::ReturnItem;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::button::{Button, ButtonKind};
use crate::components::line_input::written;
use crate::components::section_list::titled;
use crate::dom;
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ReasonListProps {
    pub loaded: Rc<Loaded>,
    pub reasons: Vec<ReturnItem>,
    pub on_change: Callback<Vec<ReturnItem>>,
}

/// A reason at this section, with words to come.
pub fn reason_at(policy: &Policy, section: &str) -> ReturnItem {
    let code = policy.return_codes.first().map(|code| code.value.clone()).unwrap_or_default();
    ReturnItem { spot: Spot::section(section), code, text: String::new(), answer: String::new() }
}

/// Every reason has a place and a code: free text alone helps nobody (§5.5).
#[component]
pub fn ReasonList(props: &ReasonListProps) -> Html {
    use_newest_focus(props.reasons.len());
    let add = {
        let (policy, reasons, on_change) =
            (props.loaded.policy.clone(), props.reasons.clone(), props.on_change.clone());
        Callback::from(move |()| {
            let first = policy.sections.first().map(|section| section.id.clone()).unwrap_or_default();
            on_change.emit([reasons.as_slice(), &[reason_at(&policy, &first)]].concat());
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
    let policy = &props.loaded.policy;
    let asked =
        policy.sections.iter().filter(|section| props.loaded.with_case(|case| case.is_asked(section)));
    let sections: Options = asked.map(|section| (section.id.clone(), titled(section))).collect();
    let codes: Options =
        policy.return_codes.iter().map(|code| (code.value.clone(), code.label.clone())).collect();
    let places = policy.section(&reason.spot.section).map(|section| places(&props.loaded, section));
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
    let one = |options: Options| vec![(String::new(), options)];
    html! {
        <>
            { select(&id("section"), texts().officer.place, &one(sections), &reason.spot.section,
                change(props, move |reasons, section: String| reasons[index].spot = Spot::section(&section))) }
            { select(&id("place"), texts().officer.place_field, &groups, &reason.spot.anchor(), point_at) }
            { select(&id("code"), texts().officer.code, &one(codes), &reason.code,
                change(props, move |reasons, code: String| reasons[index].code = code)) }
            <div class="field">
                <label for={id("text")}>{ texts().officer.reason_text }</label>
                <textarea id={id("text")} class="input textarea textarea-short" rows="2" aria-required="true"
                    value={reason.text.clone()}
                    oninput={change(props, move |reasons, text: String| reasons[index].text = text).reform(written)} />
            </div>
            <Button kind={ButtonKind::Quiet} onclick={remove}>
                <span aria-hidden="true">{ texts().officer.remove_reason }</span>
                <span class="visually-hidden">{ texts().common.with_aside(texts().officer.remove_reason, &(index + 1).to_string()) }</span>
            </Button>
        </>
    }
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

fn select(
    id: &str,
    label: &str,
    groups: &[(String, Options)],
    chosen: &str,
    onchange: Callback<String>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(select) = target {
            onchange.emit(select.value());
        }
    });
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
        <div class="field">
            <label for={id.to_owned()}>{ label }</label>
            <select id={id.to_owned()} class="input" {onchange}>{ groups.iter().map(group).collect::<Html>() }</select>
        </div>
    }
}
