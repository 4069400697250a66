//! An application that a page has open.

use api::applications::{ApplicationView, StoredSection};
use api::routes::Route;
use domain::form::Scan;
use domain::ids::ScanId;
use domain::pack::{FilledBy, Pack};
use domain::workflow::Application;
use gloo_timers::future::TimeoutFuture;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::{ApiError, NO_BODY, call, get_json};
use crate::hooks::{use_me, use_sign_in_again};
use crate::journal::{last_words, recover};
use crate::route::Route as Page;
use crate::saver::saves_settled;
use crate::state::loaded::Loaded;
use crate::state::packs::{PackArrived, PackCache};
use crate::texts::pack_file;
use crate::transfers::{self, use_arrivals};

/// An application that a page has open, and how what was saved gets into it.
#[derive(Clone, PartialEq)]
pub struct LoadedHandle {
    /// `None` while it is read for the first time.
    pub loaded: Option<Result<Rc<Loaded>, ApiError>>,
    /// Reads it again; what was read before stays visible meanwhile.
    pub reload: Callback<()>,
    pub put_section: Callback<(String, StoredSection)>,
    pub put_scan: Callback<Scan>,
    pub remove_scan: Callback<ScanId>,
    /// The head after a change that was made here.
    pub put_application: Callback<Application>,
    /// The drafts that earlier pages left on this machine were sent, as far as they could be.
    pub recovered: bool,
}

#[derive(Default)]
struct Open {
    loaded: Option<Result<Rc<Loaded>, ApiError>>,
}

enum Change {
    Read(Result<Rc<Loaded>, ApiError>),
    Section(String, StoredSection),
    Scan(Box<Scan>),
    NoFile(ScanId),
    Application(Box<Application>),
}

impl Reducible for Open {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let had = self.loaded.as_ref().and_then(|loaded| loaded.as_ref().ok());
        let next = match change {
            Change::Read(read) => return Rc::new(Self { loaded: Some(read) }),
            Change::Section(id, stored) => had.map(|had| had.with_section(&id, stored)),
            Change::Scan(scan) => had.map(|had| had.with_scan(*scan)),
            Change::NoFile(id) => had.map(|had| had.without_scan(&id)),
            Change::Application(application) => had.map(|had| had.with_application(*application)),
        };
        match next {
            Some(next) => Rc::new(Self { loaded: Some(Ok(Rc::new(next))) }),
            None => self,
        }
    }
}

#[hook]
pub fn use_application(id: String) -> LoadedHandle {
    let open = use_reducer(Open::default);
    let packs = use_context::<PackCache>();
    let sign_in_again = use_sign_in_again();
    let reload = {
        let (id, dispatch) = (id.clone(), open.dispatcher());
        Callback::from(move |()| {
            let (id, dispatch) = (id.clone(), dispatch.clone());
            let (packs, sign_in_again) = (packs.clone(), sign_in_again.clone());
            spawn_local(async move {
                let read = loop {
                    let n_arrived = transfers::n_arrived();
                    let read = read(&id, packs.clone()).await.map(Rc::new);
                    // A scan that arrived meanwhile may be missing from the answer.
                    if read.is_err() || n_arrived == transfers::n_arrived() {
                        break read;
                    }
                };
                let signed_out = read.as_ref().err().is_some_and(|error| sign_in_again.emit(error.clone()));
                if !signed_out {
                    dispatch.dispatch(Change::Read(read));
                }
            });
        })
    };
    {
        let reload = reload.clone();
        use_effect_with(id.clone(), move |_| reload.emit(()));
    }
    let change = open.dispatcher().to_callback();
    let put_section = change.reform(|(id, stored)| Change::Section(id, stored));
    let put_scan = change.reform(|scan| Change::Scan(Box::new(scan)));
    use_arrivals(id, put_scan.clone());
    let read = open.loaded.as_ref().and_then(|loaded| loaded.as_ref().ok());
    let recovered = use_recovery(read, &put_section);
    LoadedHandle {
        loaded: open.loaded.clone(),
        reload,
        put_section,
        put_scan,
        remove_scan: change.reform(Change::NoFile),
        put_application: change.reform(|application| Change::Application(Box::new(application))),
        recovered,
    }
}

/// Once it is open and known who reads it: sends what earlier pages could not. Says when that is done.
#[hook]
fn use_recovery(loaded: Option<&Rc<Loaded>>, put: &Callback<(String, StoredSection)>) -> bool {
    let done = use_state_eq(|| false);
    let set_done = done.setter();
    let account = use_me().me.map(|me| me.account.as_str().to_owned());
    let route = use_route::<Page>();
    let (loaded, put) = (loaded.cloned(), put.clone());
    use_effect_with((account, loaded.is_some()), move |(account, _)| {
        if let (Some(account), Some(loaded)) = (account.clone(), loaded) {
            spawn_local(async move {
                let (of, state) = (loaded.clone(), loaded.view.application.state);
                let has_form = |id: &str| match &route {
                    Some(Page::Section { section, .. }) => section == id,
                    Some(Page::Review { .. }) => {
                        let section = of.pack.section(id);
                        section.is_some_and(|section| {
                            section.filled_by == FilledBy::Unit && state.opens(section)
                        })
                    }
                    Some(_) | None => false,
                };
                recover(&account, loaded, has_form, put).await;
                set_done.set(true);
            });
        }
    });
    *done
}

async fn read(id: &str, packs: Option<PackCache>) -> Result<Loaded, ApiError> {
    saves_settled().await;
    let view = settled_view(id).await?;
    let pack = pack(&view.application.pack, packs).await?;
    Ok(Loaded::new(view, pack))
}

/// Reads the application once it holds what an earlier page of this tab sent as it went, or does not get it.
async fn settled_view(id: &str) -> Result<ApplicationView, ApiError> {
    const PAUSE_MILLISECONDS: u32 = 200;
    const MOST_PAUSES: u32 = 25;
    let sent = last_words::last_words(id);
    let mut view: ApplicationView = call(Route::ReadApplication, &[id], NO_BODY).await?;
    for _ in 0..MOST_PAUSES {
        let stored = |section: &str| view.sections.get(section).cloned().unwrap_or_default();
        if sent.iter().all(|words| words.are_settled(&stored(&words.section))) {
            break;
        }
        TimeoutFuture::new(PAUSE_MILLISECONDS).await;
        view = call(Route::ReadApplication, &[id], NO_BODY).await?;
    }
    last_words::forget(id);
    Ok(view)
}

async fn pack(id: &str, packs: Option<PackCache>) -> Result<Rc<Pack>, ApiError> {
    let name = pack_file(id);
    if let Some(Ok(known)) = packs.as_ref().and_then(|packs| packs.get(&name)) {
        return Ok(known);
    }
    let pack: Result<Rc<Pack>, ApiError> = get_json(&format!("/packs/{name}.json")).await.map(Rc::new);
    if let Some(packs) = packs {
        packs.dispatch(PackArrived { file: name, pack: pack.clone() });
    }
    pack
}
