//! A small picture of a scan, or its type.

use api::routes::Route;
use api::scans::ScanLink;
use domain::form::Scan;
use domain::media;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};
use yew::prelude::*;

use crate::api::{NO_BODY, call};

/// There is no smaller copy: what is larger would use up somebody's mobile data unasked.
const MAX_BYTES: u64 = 2 * 1024 * 1024;

#[derive(PartialEq, Properties)]
pub struct ThumbnailProps {
    pub application: AttrValue,
    pub scan: Scan,
    /// The picture itself, if it was chosen on this page.
    pub preview: Option<AttrValue>,
}

/// The picture of a scan, asked for when its place comes into view; until then, and of a PDF, the type.
#[component]
pub fn Thumbnail(props: &ThumbnailProps) -> Html {
    let ThumbnailProps { application, scan, preview } = props;
    let place = use_node_ref();
    let fetched = use_state(|| None::<AttrValue>);
    let is_wanted = preview.is_none() && scan.media_type != media::PDF && scan.bytes <= MAX_BYTES;
    {
        let (place, fetched) = (place.clone(), fetched.setter());
        use_effect_with(
            (application.clone(), scan.id.clone(), scan.rotation, is_wanted),
            move |(application, id, _, wanted)| {
                let parameters = [application.to_string(), id.as_str().to_owned()];
                let fetch = Callback::from(move |()| spawn_local(fetch(parameters.clone(), fetched.clone())));
                let watch =
                    place.cast::<Element>().filter(|_| *wanted).and_then(|place| when_seen(&place, fetch));
                move || drop(watch)
            },
        );
    }
    match preview.as_ref().or(fetched.as_ref()) {
        Some(url) => html! { <img class="thumbnail" src={url} alt="" /> },
        None => html! {
            <span ref={place} class="thumbnail thumbnail-type" aria-hidden="true">{ type_of(scan) }</span>
        },
    }
}

/// Fetches the picture. A failure leaves the type: the name beside it opens the scan and says what is wrong.
async fn fetch([application, id]: [String; 2], fetched: UseStateSetter<Option<AttrValue>>) {
    if let Ok(link) = call::<(), ScanLink>(Route::ReadScan, &[&application, &id], NO_BODY).await {
        fetched.set(Some(link.url.into()));
    }
}

type Called = dyn Fn(Array, IntersectionObserver);

/// Ends with its page; the observer calls the closure, which must live as long.
struct Watch {
    observer: IntersectionObserver,
    _called: Closure<Called>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls once, when the element comes into view.
fn when_seen(element: &Element, seen: Callback<()>) -> Option<Watch> {
    let called = Closure::<Called>::new(move |entries: Array, observer: IntersectionObserver| {
        let is_in_view = |entry: &IntersectionObserverEntry| entry.is_intersecting();
        let mut entries = entries.iter().map(JsCast::unchecked_into);
        if entries.any(|entry| is_in_view(&entry)) {
            observer.disconnect();
            seen.emit(());
        }
    });
    let observer = IntersectionObserver::new(called.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(Watch { observer, _called: called })
}

fn type_of(scan: &Scan) -> &'static str {
    match scan.media_type.as_str() {
        media::PDF => "PDF",
        media::PNG => "PNG",
        _ => "JPG",
    }
}
