//! One scan: what it is, how to read it, what is declared of it, how to turn it and to take it away.

use api::routes::Route;
use api::scans::DescribeScan;
use domain::form::{Code, CopyKind, Scan};
use domain::pack::Slot;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, call};
use crate::components::field::{FieldProblems, FormContext, chosen, is_ticked, typed};
use crate::components::reading::ScanLink;
use crate::components::scans::{RemoveScan, Thumbnail, TurnScan, file_size_in_words};
use crate::texts::{Worded, texts};

#[derive(PartialEq, Properties)]
pub struct ScanCardProps {
    pub slot: Slot,
    pub scan: Scan,
    /// Those that name this scan and may be shown already.
    pub problems: Vec<Worded>,
    /// The picture itself, if it was chosen on this page.
    pub preview: Option<AttrValue>,
    pub context: FormContext,
    /// Takes the scan as it lies after a turn, and its picture.
    pub on_turned: Callback<(Scan, Option<AttrValue>)>,
    /// The anchor of the slot: the focus goes there when the card is gone.
    pub anchor: AttrValue,
}

#[component]
pub fn ScanCard(props: &ScanCardProps) -> Html {
    let ScanCardProps { slot, scan, preview, context, .. } = props;
    let words = use_state(|| scan.clone());
    let failure = use_state(|| None::<ApiError>);
    let describe = describe(props, &words, &failure);
    let (own, of_card): (Vec<Worded>, Vec<Worded>) =
        props.problems.iter().cloned().partition(|worded| HAVE_FIELDS.contains(&worded.problem.code()));
    html! {
        <div class="file-card">
            <Thumbnail
                application={context.loaded.view.application.id.as_str().to_owned()}
                scan={scan.clone()}
                preview={preview.clone()}
            />
            <div class="file-card-body">
                <p class="file-name">
                    <ScanLink application={context.loaded.view.application.id.as_str().to_owned()} scan={scan.clone()} />
                    <span class="help">{ file_size_in_words(scan) }</span>
                </p>
                if slot.has_original() {
                    { copy_kind(&words, &describe, &own) }
                }
                if !slot.kinds.is_empty() {
                    { kind(slot, &words, &describe, &own) }
                }
                if slot.described {
                    { text(&words, &describe, Words::Description, &own) }
                }
                if slot.marked {
                    { tick(&words, &describe, Ticked::Marked) }
                }
                <FieldProblems anchor={format!("file-{}", scan.id)} problems={of_card} />
                if let Some(failure) = &*failure {
                    <p class="error" role="alert">{ failure.message() }</p>
                }
                <TurnScan
                    application={context.loaded.view.application.id.as_str().to_owned()}
                    scan={scan.clone()}
                    on_turned={props.on_turned.clone()}
                />
                <RemoveScan
                    scan={scan.clone()}
                    application={context.loaded.view.application.id.as_str().to_owned()}
                    anchor={props.anchor.clone()}
                    on_removed={context.remove_scan.clone()}
                />
            </div>
        </div>
    }
}

/// Their problems stand at a field of the card.
const HAVE_FIELDS: [Code; 4] =
    [Code::ECopyStamps, Code::ECopyReason, Code::EScanDescription, Code::EScanKind];

/// The problems of one field of the card, without those of the others.
fn at_field(own: &[Worded], code: Code) -> Vec<Worded> {
    own.iter().filter(|worded| worded.problem.code() == code).cloned().collect()
}

/// Shows what is declared at once and sends it; a refusal stays under the card.
fn describe(
    props: &ScanCardProps,
    words: &UseStateHandle<Scan>,
    failure: &UseStateHandle<Option<ApiError>>,
) -> Callback<Scan> {
    let (words, failure) = (words.clone(), failure.clone());
    let (put_scan, touch, anchor) =
        (props.context.put_scan.clone(), props.context.touch.clone(), props.anchor.clone());
    let application = props.context.loaded.view.application.id.clone();
    Callback::from(move |next: Scan| {
        words.set(next.clone());
        let (failure, put_scan, application) = (failure.clone(), put_scan.clone(), application.clone());
        let (touch, anchor) = (touch.clone(), anchor.to_string());
        spawn_local(async move {
            let id = next.id;
            let body = DescribeScan {
                copy_kind: next.copy_kind,
                kind: next.kind,
                description: next.description,
                marked: next.marked,
            };
            let place = [application.as_str(), id.as_str()];
            match call::<_, Scan>(Route::DescribeScan, &place, Some(&body)).await {
                Ok(described) => {
                    failure.set(None);
                    put_scan.emit(described);
                    touch.emit(anchor);
                }
                Err(error) => failure.set(Some(error)),
            }
        });
    })
}

fn copy_kind(words: &UseStateHandle<Scan>, describe: &Callback<Scan>, own: &[Worded]) -> Html {
    let name = format!("file-{}-copy", words.id);
    let is_copy = words.copy_kind != CopyKind::Original;
    let radio = |copy: bool, text: &'static str| {
        let id = format!("{name}-{copy}");
        let had = (**words).clone();
        let onchange = describe.reform(move |_: Event| {
            let copy_kind = if copy { fresh_copy() } else { CopyKind::Original };
            Scan { copy_kind, ..had.clone() }
        });
        html! {
            <label class="choice" for={id.clone()}>
                <input id={id.clone()} name={name.clone()} type="radio" checked={copy == is_copy} {onchange} />
                <span>{ text }</span>
            </label>
        }
    };
    let stamps = at_field(own, Code::ECopyStamps);
    let described_by = (!stamps.is_empty()).then(|| format!("{name}-problems"));
    html! {
        <fieldset class="file-declaration" aria-describedby={described_by}>
            <legend>{ texts().form.scans.declaration }</legend>
            <div class="choices">
                { radio(false, texts().form.scans.original) }
                { radio(true, texts().form.scans.copy) }
            </div>
            if is_copy {
                { tick(words, describe, Ticked::VerificationStamp) }
                { tick(words, describe, Ticked::UnitSeal) }
                <FieldProblems anchor={name} problems={stamps} />
                { text(words, describe, Words::NoOriginalReason, own) }
            }
        </fieldset>
    }
}

fn fresh_copy() -> CopyKind {
    CopyKind::StampedCopy { verification_stamp: false, unit_seal: false, no_original_reason: String::new() }
}

#[derive(Clone, Copy)]
enum Ticked {
    VerificationStamp,
    UnitSeal,
    Marked,
}

impl Ticked {
    /// The part of the id, the label, and the place of the answer.
    fn of(self, scan: &mut Scan) -> (&'static str, &'static str, Option<&mut bool>) {
        let texts = &texts().form.scans;
        match (self, &mut scan.copy_kind) {
            (Self::Marked, _) => ("marked", texts.marked, Some(&mut scan.marked)),
            (Self::VerificationStamp, CopyKind::StampedCopy { verification_stamp, .. }) => {
                ("stamp", texts.verification_stamp, Some(verification_stamp))
            }
            (Self::UnitSeal, CopyKind::StampedCopy { unit_seal, .. }) => {
                ("seal", texts.unit_seal, Some(unit_seal))
            }
            (Self::VerificationStamp, CopyKind::Original) => ("stamp", texts.verification_stamp, None),
            (Self::UnitSeal, CopyKind::Original) => ("seal", texts.unit_seal, None),
        }
    }
}

fn tick(words: &UseStateHandle<Scan>, describe: &Callback<Scan>, which: Ticked) -> Html {
    let had = (**words).clone();
    let mut shown = had.clone();
    let (part, label, answer) = which.of(&mut shown);
    let (id, checked) = (format!("file-{}-{part}", had.id), answer.is_some_and(|answer| *answer));
    let onchange = describe.reform(move |event: Event| {
        let mut next = had.clone();
        if let (_, _, Some(answer)) = which.of(&mut next) {
            *answer = is_ticked(&event);
        }
        next
    });
    html! {
        <label class="choice" for={id.clone()}>
            <input id={id.clone()} type="checkbox" {checked} {onchange} />
            <span>{ label }</span>
        </label>
    }
}

#[derive(Clone, Copy)]
enum Words {
    NoOriginalReason,
    Description,
}

impl Words {
    fn of(self, scan: &mut Scan) -> (&'static str, &'static str, Option<&mut String>) {
        let texts = &texts().form.scans;
        match (self, &mut scan.copy_kind) {
            (Self::Description, _) => ("description", texts.description, Some(&mut scan.description)),
            (Self::NoOriginalReason, CopyKind::StampedCopy { no_original_reason, .. }) => {
                ("reason", texts.no_original_reason, Some(no_original_reason))
            }
            (Self::NoOriginalReason, CopyKind::Original) => ("reason", texts.no_original_reason, None),
        }
    }

    fn code(self) -> Code {
        match self {
            Self::NoOriginalReason => Code::ECopyReason,
            Self::Description => Code::EScanDescription,
        }
    }
}

/// Typing only shows; leaving the box sends.
fn text(words: &UseStateHandle<Scan>, describe: &Callback<Scan>, which: Words, own: &[Worded]) -> Html {
    let had = (**words).clone();
    let mut shown = had.clone();
    let (part, label, text) = which.of(&mut shown);
    let (id, value) = (format!("file-{}-{part}", had.id), text.map(|text| text.clone()).unwrap_or_default());
    let oninput = {
        let words = words.clone();
        Callback::from(move |event: InputEvent| {
            let mut next = had.clone();
            if let (_, _, Some(text)) = which.of(&mut next) {
                *text = typed(event);
            }
            words.set(next);
        })
    };
    let onchange = {
        let words = words.clone();
        describe.reform(move |_: Event| (*words).clone())
    };
    let problems = at_field(own, which.code());
    html! {
        <div class="field">
            { required(&id, label) }
            <input
                id={id.clone()}
                class="input"
                type="text"
                maxlength="200"
                aria-required="true"
                aria-invalid={(!problems.is_empty()).then_some("true")}
                aria-describedby={(!problems.is_empty()).then(|| format!("{id}-problems"))}
                {value}
                {oninput}
                {onchange}
            />
            <FieldProblems anchor={id} {problems} />
        </div>
    }
}

/// Where a card asks for words, they are required.
fn required(id: &str, label: &'static str) -> Html {
    html! {
        <label for={id.to_owned()}>
            { label }
            <span class="required">{ texts().form.field.required }</span>
        </label>
    }
}

fn kind(slot: &Slot, words: &UseStateHandle<Scan>, describe: &Callback<Scan>, own: &[Worded]) -> Html {
    let had = (**words).clone();
    let id = format!("file-{}-kind", had.id);
    let selected = had.kind.clone();
    let onchange = describe.reform(move |event: Event| Scan { kind: chosen(event), ..had.clone() });
    let problems = at_field(own, Code::EScanKind);
    html! {
        <div class="field">
            { required(&id, texts().form.scans.kind) }
            <select
                id={id.clone()}
                class="input select"
                aria-required="true"
                aria-invalid={(!problems.is_empty()).then_some("true")}
                aria-describedby={(!problems.is_empty()).then(|| format!("{id}-problems"))}
                {onchange}
            >
                <option value="" selected={selected.is_empty()}>{ texts().form.field.choose }</option>
                for kind in &slot.kinds {
                    <option value={kind.value.clone()} selected={kind.value == selected}>{ &kind.label }</option>
                }
            </select>
            <FieldProblems anchor={id} {problems} />
        </div>
    }
}
