//! One scan on its way: announced with its hash, sent to the store, confirmed.

use api::routes::Route;
use api::scans::{PresignUpload, Presigned};
use domain::form::{Place, Scan};
use js_sys::{Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use std::fmt::Write as _;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ProgressEvent, XmlHttpRequest};
use yew::Callback;

use crate::api::{ApiError, NO_BODY, call};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum UploadStep {
    Reading,
    Sending { sent: f64, total: f64 },
    Confirming,
}

#[derive(Clone, Debug, PartialEq)]
pub enum UploadFailure {
    Unreadable,
    Cancelled,
    Interrupted,
    Refused(ApiError),
}

impl UploadFailure {
    /// The same file may arrive another time: nothing is said against the file itself.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Interrupted => true,
            Self::Unreadable | Self::Cancelled => false,
            Self::Refused(error) => error.may_pass(),
        }
    }
}

/// Stops an upload from outside.
#[derive(Default)]
pub struct Cancel {
    is_cancelled: Cell<bool>,
    request: RefCell<Option<XmlHttpRequest>>,
}

impl Cancel {
    pub fn cancel(&self) {
        self.is_cancelled.set(true);
        if let Some(request) = self.request.take() {
            // A request that is over already needs no aborting.
            let _ = request.abort();
        }
    }

    fn check(&self) -> Result<(), UploadFailure> {
        if self.is_cancelled.get() { Err(UploadFailure::Cancelled) } else { Ok(()) }
    }
}

pub async fn upload(
    application: &str,
    place: Place,
    file: &File,
    cancel: &Cancel,
    on_step: &Callback<UploadStep>,
) -> Result<Scan, UploadFailure> {
    on_step.emit(UploadStep::Reading);
    let sha256 = sha256(file).await.map_err(|_| UploadFailure::Unreadable)?;
    let announced = PresignUpload {
        place,
        file_name: file.name(),
        media_type: file.type_(),
        bytes: bytes_of(file),
        sha256,
    };
    cancel.check()?;
    let presigned: Presigned =
        call(Route::PresignUpload, &[application], Some(&announced)).await.map_err(UploadFailure::Refused)?;
    cancel.check()?;
    send(&presigned, file, cancel, on_step).await?;
    on_step.emit(UploadStep::Confirming);
    let place = [application, presigned.scan.as_str()];
    call(Route::ConfirmUpload, &place, NO_BODY).await.map_err(UploadFailure::Refused)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a file's size is a whole number"
)]
pub fn bytes_of(file: &File) -> u64 {
    file.size() as u64
}

async fn sha256(file: &File) -> Result<String, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    let window = web_sys::window().ok_or_else(|| JsValue::from("no window"))?;
    let bytes = Uint8Array::new(&buffer);
    let digest = window.crypto()?.subtle().digest_with_str_and_js_u8_array("SHA-256", &bytes)?;
    let digest = Uint8Array::new(&JsFuture::from(digest).await?).to_vec();
    Ok(digest.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    }))
}

/// `fetch` reports no progress of what it sends, so this is an `XMLHttpRequest`.
async fn send(
    presigned: &Presigned,
    file: &File,
    cancel: &Cancel,
    on_step: &Callback<UploadStep>,
) -> Result<(), UploadFailure> {
    let progress = {
        let on_step = on_step.clone();
        Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            on_step.emit(UploadStep::Sending { sent: event.loaded(), total: event.total() });
        })
    };
    on_step.emit(UploadStep::Sending { sent: 0.0, total: file.size() });
    let request = start(presigned, file, &progress).map_err(|_| UploadFailure::Interrupted)?;
    cancel.request.replace(Some(request.clone()));
    let ended = Promise::new(&mut |resolve, reject| {
        request.set_onload(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onabort(Some(&reject));
    });
    let ended = JsFuture::from(ended).await;
    cancel.request.take();
    cancel.check()?;
    let arrived = ended.is_ok() && matches!(request.status(), Ok(200..=299));
    if arrived { Ok(()) } else { Err(UploadFailure::Interrupted) }
}

fn start(
    presigned: &Presigned,
    file: &File,
    progress: &Closure<dyn Fn(ProgressEvent)>,
) -> Result<XmlHttpRequest, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open_with_async("PUT", &presigned.url, true)?;
    for (name, value) in &presigned.headers {
        request.set_request_header(name, value)?;
    }
    request.upload()?.set_onprogress(Some(progress.as_ref().unchecked_ref()));
    request.send_with_opt_blob(Some(file))?;
    Ok(request)
}
