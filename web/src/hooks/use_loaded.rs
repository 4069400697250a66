use api::applications::{ApplicationView, StoredSection};
use api::routes::Route;
use domain::form::Attachment;
use domain::ids::FileId;
use domain::policy::Policy;
use domain::workflow::CaseFile;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::api::{ApiError, NO_BODY, call, get_json};
use crate::hooks::use_draft::saves_settled;
use crate::hooks::use_sign_in_again::use_sign_in_again;
use crate::state::loaded::Loaded;
use crate::state::packs::{PackArrived, PackCache};

/// An application that a page has open, and how what was saved gets into it.
#[derive(Clone, PartialEq)]
pub struct LoadedHandle {
    /// `None` while it is read for the first time.
    pub loaded: Option<Result<Rc<Loaded>, ApiError>>,
    /// Reads it again; what was read before stays visible meanwhile.
    pub reload: Callback<()>,
    pub put_section: Callback<(String, StoredSection)>,
    pub put_file: Callback<Attachment>,
    pub remove_file: Callback<FileId>,
    /// The head after a change that was made here.
    pub put_head: Callback<CaseFile>,
}

#[derive(Default)]
struct Open {
    loaded: Option<Result<Rc<Loaded>, ApiError>>,
}

enum Change {
    Read(Result<Rc<Loaded>, ApiError>),
    Section(String, StoredSection),
    File(Box<Attachment>),
    NoFile(FileId),
    Head(Box<CaseFile>),
}

impl Reducible for Open {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let had = self.loaded.as_ref().and_then(|loaded| loaded.as_ref().ok());
        let next = match change {
            Change::Read(read) => return Rc::new(Self { loaded: Some(read) }),
            Change::Section(id, stored) => had.map(|had| had.with_section(&id, stored)),
            Change::File(file) => had.map(|had| had.with_file(*file)),
            Change::NoFile(id) => had.map(|had| had.without_file(&id)),
            Change::Head(file) => had.map(|had| had.with_head(*file)),
        };
        match next {
            Some(next) => Rc::new(Self { loaded: Some(Ok(Rc::new(next))) }),
            None => self,
        }
    }
}

#[hook]
pub fn use_loaded(id: String) -> LoadedHandle {
    let open = use_reducer(Open::default);
    let packs = use_context::<PackCache>();
    let sign_in_again = use_sign_in_again();
    let reload = {
        let (id, dispatch) = (id.clone(), open.dispatcher());
        Callback::from(move |()| {
            let (id, dispatch) = (id.clone(), dispatch.clone());
            let (packs, sign_in_again) = (packs.clone(), sign_in_again.clone());
            spawn_local(async move {
                let read = read(&id, packs).await.map(Rc::new);
                let signed_out = read.as_ref().err().is_some_and(|error| sign_in_again.emit(error.clone()));
                if !signed_out {
                    dispatch.dispatch(Change::Read(read));
                }
            });
        })
    };
    {
        let reload = reload.clone();
        use_effect_with(id, move |_| reload.emit(()));
    }
    let change = open.dispatcher().to_callback();
    LoadedHandle {
        loaded: open.loaded.clone(),
        reload,
        put_section: change.reform(|(id, stored)| Change::Section(id, stored)),
        put_file: change.reform(|file| Change::File(Box::new(file))),
        remove_file: change.reform(Change::NoFile),
        put_head: change.reform(|file| Change::Head(Box::new(file))),
    }
}

async fn read(id: &str, packs: Option<PackCache>) -> Result<Loaded, ApiError> {
    saves_settled().await;
    let view: ApplicationView = call(Route::ReadApplication, &[id], NO_BODY).await?;
    let policy = pack(&view.file.policy, packs).await?;
    Ok(Loaded::new(view, policy))
}

async fn pack(id: &str, packs: Option<PackCache>) -> Result<Rc<Policy>, ApiError> {
    if let Some(Ok(known)) = packs.as_ref().and_then(|packs| packs.get(id)) {
        return Ok(known);
    }
    let pack: Result<Rc<Policy>, ApiError> = get_json(&format!("/policies/{id}.json")).await.map(Rc::new);
    if let Some(packs) = packs {
        packs.dispatch(PackArrived { id: id.to_owned(), pack: pack.clone() });
    }
    pack
}
