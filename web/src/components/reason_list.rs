use domain::form::Spot;
use domain::policy::{Policy, Section};
use domain::workflow::ReturnItem;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::button::{Button, ButtonKind};
use crate::components::line_input::written;
use crate::components::section_list::titled;
use crate::texts::ZH;

#[derive(PartialEq, Properties)]
pub struct ReasonListProps {
    pub policy: Rc<Policy>,
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
    let add = {
        let (policy, reasons, on_change) =
            (props.policy.clone(), props.reasons.clone(), props.on_change.clone());
        Callback::from(move |()| {
            let first = policy.sections.first().map(|section| section.id.clone()).unwrap_or_default();
            on_change.emit([reasons.as_slice(), &[reason_at(&policy, &first)]].concat());
        })
    };
    html! {
        <fieldset class="reasons">
            <legend>{ ZH.officer.reasons }</legend>
            <p class="help">{ ZH.officer.reasons_help }</p>
            for (index, reason) in props.reasons.iter().enumerate() {
                <div key={index} class="row-card">{ editor(props, index, reason) }</div>
            }
            <Button onclick={add}>{ ZH.officer.add_reason }</Button>
        </fieldset>
    }
}

fn editor(props: &ReasonListProps, index: usize, reason: &ReturnItem) -> Html {
    let policy = &props.policy;
    let sections: Vec<(String, String)> =
        policy.sections.iter().map(|section| (section.id.clone(), titled(section))).collect();
    let codes: Vec<(String, String)> =
        policy.return_codes.iter().map(|code| (code.value.clone(), code.label.clone())).collect();
    let places = policy.section(&reason.spot.section).map(places).unwrap_or_default();
    let place = reason.spot.field.clone().or_else(|| reason.spot.slot.clone()).unwrap_or_default();
    let id = |part: &str| format!("reason-{index}-{part}");
    let remove = change(props, move |reasons, ()| {
        reasons.remove(index);
    });
    html! {
        <>
            { select(&id("section"), ZH.officer.place, &sections, &reason.spot.section,
                change(props, move |reasons, section: String| reasons[index].spot = Spot::section(&section))) }
            { select(&id("place"), ZH.officer.place_field, &places, &place,
                change(props, move |reasons, place: String| point_at(&mut reasons[index].spot, place))) }
            { select(&id("code"), ZH.officer.code, &codes, &reason.code,
                change(props, move |reasons, code: String| reasons[index].code = code)) }
            <div class="field">
                <label for={id("text")}>{ ZH.officer.reason_text }</label>
                <textarea id={id("text")} class="textarea" rows="2" value={reason.text.clone()}
                    oninput={change(props, move |reasons, text: String| reasons[index].text = text).reform(written)} />
            </div>
            <Button kind={ButtonKind::Quiet} onclick={remove}>{ ZH.officer.remove_reason }</Button>
        </>
    }
}

/// Fields and slots of a section by label; slots are marked so that both can stand in one list.
fn places(section: &Section) -> Vec<(String, String)> {
    let fields = section.fields.iter().chain(section.groups.iter().flat_map(|group| &group.fields));
    let slots = section.slots.iter().chain(section.groups.iter().flat_map(|group| &group.slots));
    let whole = [(String::new(), ZH.officer.whole_section.to_owned())];
    let fields = fields.map(|field| (field.id.clone(), field.label.clone()));
    whole
        .into_iter()
        .chain(fields)
        .chain(slots.map(|slot| (format!("slot:{}", slot.id), slot.label.clone())))
        .collect()
}

fn point_at(spot: &mut Spot, place: String) {
    *spot = Spot::section(&spot.section);
    match place.strip_prefix("slot:") {
        Some(slot) => spot.slot = Some(slot.to_owned()),
        None if place.is_empty() => {}
        None => spot.field = Some(place),
    }
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
    options: &[(String, String)],
    chosen: &str,
    onchange: Callback<String>,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(select) = target {
            onchange.emit(select.value());
        }
    });
    let is_chosen =
        |value: &str| value == chosen || value.strip_prefix("slot:") == Some(chosen) && !chosen.is_empty();
    html! {
        <div class="field">
            <label for={id.to_owned()}>{ label }</label>
            <select id={id.to_owned()} class="input" {onchange}>
                for (value, words) in options {
                    <option value={value.clone()} selected={is_chosen(value)}>{ words }</option>
                }
            </select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r91_a_reason_points_at_a_field_a_slot_or_the_whole_section() {
        let mut spot = Spot::section("publications");
        point_at(&mut spot, "slot:toc".into());
        assert_eq!((spot.slot.as_deref(), spot.field.as_deref()), (Some("toc"), None));
        point_at(&mut spot, "cn_number".into());
        assert_eq!((spot.slot.as_deref(), spot.field.as_deref()), (None, Some("cn_number")));
        point_at(&mut spot, String::new());
        assert_eq!(spot, Spot::section("publications"));
    }
}
