//! One slot: its scans, and the way to add one.

use domain::form::{Place, Scan, Spot};
use domain::ids::ScanId;
use domain::pack::Slot;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement, Url};
use yew::prelude::*;

use crate::components::field::{FieldProblems, FormContext};
use crate::components::scans::{
    Chosen, LetterButton, ScanCard, TransferState, failure_in_words, refusal, size_in_words,
};
use crate::dom;
use crate::state::draft::Edit;
use crate::state::transfer::Transfer;
use crate::texts::{Worded, texts};
use crate::transfers::{self, SlotKey, use_transfers};
use crate::upload::{Cancel, UploadStep, bytes_of, upload};

#[derive(Clone, PartialEq, Properties)]
pub struct SlotScansProps {
    pub slot: Slot,
    pub required: bool,
    pub spot: Spot,
    pub context: FormContext,
    pub before_upload: Option<Edit>,
}

/// Pictures that were chosen or turned on this page, as URLs.
type Previews = Rc<RefCell<BTreeMap<ScanId, AttrValue>>>;

#[component]
pub fn SlotScans(props: &SlotScansProps) -> Html {
    let SlotScansProps { slot, spot, context, .. } = props;
    let key = slot_key(props);
    let (transfer, can_retry) =
        use_transfers(key.clone(), |key| (transfers::of_slot(key), transfers::has_waiting(key)));
    let previews = use_previews();
    let scans = scans_in(context, spot);
    let (of_scans, of_slot) = of_scans(context.problems_at(spot), &scans);
    let start = {
        let batch =
            Batch { props: props.clone(), key: key.clone(), previews: previews.clone(), n_had: scans.len() };
        Callback::from(move |chosen: Vec<File>| batch.clone().begin(chosen))
    };
    let on_retry = {
        let (key, start) = (key.clone(), start.clone());
        Callback::from(move |()| start.emit(transfers::take_waiting(&key)))
    };
    let on_turned = {
        let (previews, context) = (previews.clone(), context.clone());
        let anchor = spot.anchor();
        Callback::from(move |(scan, picture): (Scan, Option<AttrValue>)| {
            let lay_differently = match picture {
                Some(url) => previews.borrow_mut().insert(scan.id.clone(), url),
                None => previews.borrow_mut().remove(&scan.id),
            };
            if let Some(url) = lay_differently {
                let _ = Url::revoke_object_url(&url);
            }
            context.put_scan.emit(scan);
            context.touch.emit(anchor.clone());
        })
    };
    let on_give_up = {
        let (key, anchor) = (key.clone(), spot.anchor());
        Callback::from(move |()| {
            transfers::set(&key, None);
            // The button that was pressed is gone.
            dom::focus(&anchor);
        })
    };
    let on_cancel = Callback::from(move |()| transfers::cancel(&key));
    let busy = matches!(transfer, Some(Transfer::SavingFirst | Transfer::Running { .. }));
    let anchor = spot.anchor();
    html! {
        <div id={anchor.clone()} class="slot" role="group" tabindex="-1" aria-labelledby={format!("{anchor}-label")}>
            <p class="slot-label" id={format!("{anchor}-label")}>
                { &slot.label }
                if props.required {
                    <span class="required">{ texts().form.field.required }</span>
                } else if slot.one_of.is_none() {
                    <span class="field-hint">{ texts().form.field.optional }</span>
                }
            </p>
            <p class="help" id={format!("{anchor}-help")}>{ help(props) }</p>
            { letter(props) }
            for scan in &scans {
                <ScanCard
                    key={scan.id.as_str().to_owned()}
                    slot={slot.clone()}
                    scan={scan.clone()}
                    problems={of_scans.get(&scan.id).cloned().unwrap_or_default()}
                    preview={previews.borrow().get(&scan.id).cloned()}
                    context={context.clone()}
                    on_turned={on_turned.clone()}
                    anchor={anchor.clone()}
                />
            }
            if let Some(transfer) = &transfer {
                <TransferState
                    transfer={transfer.clone()}
                    {on_cancel}
                    {on_give_up}
                    on_retry={can_retry.then_some(on_retry)}
                />
            }
            if scans.len() < slot.max && !busy {
                { chooser(props, scans.is_empty(), start) }
            }
            <FieldProblems anchor={anchor.clone()} problems={of_slot} />
        </div>
    }
}

#[hook]
fn use_previews() -> Previews {
    let previews: Previews = use_mut_ref(BTreeMap::new);
    let for_cleanup = previews.clone();
    use_effect_with((), move |()| {
        move || {
            for url in for_cleanup.borrow().values() {
                // A URL that is gone already costs nothing.
                let _ = Url::revoke_object_url(url);
            }
        }
    });
    previews
}

fn slot_key(props: &SlotScansProps) -> SlotKey {
    SlotKey {
        application: props.context.loaded.view.application.id.as_str().to_owned(),
        section: props.spot.section.clone(),
        anchor: props.spot.anchor(),
    }
}

fn scans_in(context: &FormContext, spot: &Spot) -> Vec<Scan> {
    let here = |scan: &&Scan| {
        scan.place.section == spot.section
            && Some(&scan.place.slot) == spot.slot.as_ref()
            && scan.place.row == spot.row
    };
    context.loaded.view.scans.iter().filter(here).cloned().collect()
}

/// The problems that name a scan go to its card.
fn of_scans(found: Vec<Worded>, scans: &[Scan]) -> (BTreeMap<ScanId, Vec<Worded>>, Vec<Worded>) {
    let mut of_scans = BTreeMap::<ScanId, Vec<Worded>>::new();
    let mut of_slot = Vec::new();
    for worded in found {
        let is_named = |scan: &&Scan| worded.problem.fault.scan() == Some(&scan.id);
        match scans.iter().find(is_named) {
            Some(scan) => of_scans.entry(scan.id.clone()).or_default().push(worded),
            None => of_slot.push(worded),
        }
    }
    (of_scans, of_slot)
}

fn help(props: &SlotScansProps) -> String {
    let (slot, texts) = (&props.slot, &texts().form.scans);
    let accepted = if slot.image_only { texts.accepted_images } else { texts.accepted };
    let limit = size_in_words(slot.max_bytes(&props.context.loaded.pack.batch));
    format!("{} {}", slot.help, (texts.limits)(accepted, &limit, slot.max))
}

fn letter(props: &SlotScansProps) -> Html {
    let application = props.context.loaded.view.application.id.as_str().to_owned();
    let has_letter = props.slot.letter.is_some();
    let button = || html! { <LetterButton {application} spot={props.spot.clone()} /> };
    has_letter.then(button).unwrap_or_default()
}

fn chooser(props: &SlotScansProps, is_first: bool, start: Callback<Vec<File>>) -> Html {
    let SlotScansProps { slot, spot, .. } = props;
    let id = format!("{}-choose", spot.anchor());
    let text = if is_first { texts().form.scans.choose } else { texts().form.scans.choose_more };
    html! {
        <div class="chooser">
            <input
                id={id.clone()}
                class="file-input"
                type="file"
                accept={if slot.image_only { "image/jpeg,image/png" } else { "image/jpeg,image/png,application/pdf" }}
                multiple={slot.max > 1}
                aria-describedby={format!("{}-help", spot.anchor())}
                onchange={start.reform(|event: Event| chosen(&event))}
            />
            <label class="button" for={id.clone()}>
                { text }
                <span class="visually-hidden">{ texts().common.colon }{ &slot.label }</span>
            </label>
        </div>
    }
}

/// Takes the files out of the input, so that the same one can be chosen again.
fn chosen(event: &Event) -> Vec<File> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let list = input.files();
    let files = list.iter().flat_map(|list| (0..list.length()).filter_map(|n| list.get(n))).collect();
    input.set_value("");
    files
}

/// Files that were chosen together, sent one after another.
#[derive(Clone)]
struct Batch {
    props: SlotScansProps,
    key: SlotKey,
    previews: Previews,
    n_had: usize,
}

impl Batch {
    fn begin(self, files: Vec<File>) {
        let context = &self.props.context;
        if files.is_empty() {
            return;
        }
        let chosen: Vec<Chosen> =
            files.iter().map(|file| Chosen { media_type: file.type_(), bytes: bytes_of(file) }).collect();
        if let Some(refusal) = refusal(&self.props.slot, &context.loaded.pack.batch, self.n_had, &chosen) {
            transfers::take_waiting(&self.key);
            return transfers::set(&self.key, Some(Transfer::Refused(refusal)));
        }
        // What was pressed goes away while the files are on their way.
        dom::focus(&self.props.spot.anchor());
        let cancel = transfers::begin(&self.key);
        if self.props.spot.row.is_none() {
            return spawn_local(self.send(files, cancel));
        }
        transfers::set(&self.key, Some(Transfer::SavingFirst));
        if let Some(edit) = &self.props.before_upload {
            context.edit.emit(edit.clone());
        }
        let when_saved = context.when_saved.clone();
        when_saved.emit(Callback::from(move |saved: bool| match saved {
            true => spawn_local(self.clone().send(files.clone(), cancel.clone())),
            false => {
                transfers::keep_waiting(&self.key, files.clone());
                let message = texts().form.scans.save_first_failed.to_owned();
                transfers::set(&self.key, Some(Transfer::Failed(message)));
            }
        }));
    }

    async fn send(self, files: Vec<File>, cancel: Rc<Cancel>) {
        let SlotScansProps { spot, context, .. } = &self.props;
        let application = context.loaded.view.application.id.as_str();
        for (n_sent, file) in files.iter().enumerate() {
            let on_step = self.on_step(file.name(), n_sent + 1, files.len());
            match upload(application, place(spot), file, &cancel, &on_step).await {
                Ok(scan) => self.arrived(file, scan),
                Err(failure) => {
                    let message = failure_in_words(&failure);
                    let message = message.map(|message| Self::of_file(file, files.len(), &message));
                    let again = if failure.may_pass() { files[n_sent..].to_vec() } else { Vec::new() };
                    transfers::keep_waiting(&self.key, again);
                    return transfers::set(&self.key, message.map(Transfer::Failed));
                }
            }
        }
        transfers::set(&self.key, None);
    }

    /// Names the file that failed, if there were several.
    fn of_file(file: &File, of: usize, message: &str) -> String {
        if of == 1 { message.to_owned() } else { format!("{}{}{message}", file.name(), texts().common.colon) }
    }

    fn on_step(&self, name: String, number: usize, of: usize) -> Callback<UploadStep> {
        let (key, began) = (self.key.clone(), js_sys::Date::now());
        Callback::from(move |step| {
            let milliseconds = js_sys::Date::now() - began;
            let name = name.clone();
            transfers::set(&key, Some(Transfer::Running { name, number, of, step, milliseconds }));
        })
    }

    fn arrived(&self, file: &File, scan: Scan) {
        if scan.media_type.starts_with("image/")
            && let Ok(url) = Url::create_object_url_with_blob(file)
        {
            self.previews.borrow_mut().insert(scan.id.clone(), url.into());
        }
        // The page that is open by now need not be the one that it was chosen on.
        transfers::arrived(&self.key.application, &scan);
        self.props.context.touch.emit(self.props.spot.anchor());
    }
}

fn place(spot: &Spot) -> Place {
    Place {
        section: spot.section.clone(),
        row: spot.row.clone(),
        slot: spot.slot.clone().unwrap_or_default(),
    }
}
