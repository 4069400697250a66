//! A dialog over the page, which keeps the focus.

use gloo_events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::dom;

#[derive(PartialEq, Properties)]
pub struct DialogProps {
    /// The id of the dialog; the heading's own is `{id}-title`.
    pub id: AttrValue,
    pub title: AttrValue,
    /// Closed by the Escape key or by one of its buttons. Whoever shows it gives the focus a new place.
    pub on_close: Callback<()>,
    pub children: Html,
}

/// Over the page, outside of every form: the rest of the page rests until it is closed.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let (node, on_close) = (node.clone(), props.on_close.clone());
        use_effect_with((), move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            let listener = dialog.as_ref().map(|dialog| {
                // It fails only where it is open already.
                let _ = dialog.show_modal();
                EventListener::new(dialog, "close", move |_| on_close.emit(()))
            });
            move || drop(listener)
        });
    }
    let Some(body) = dom::body() else { return Html::default() };
    let title = format!("{}-title", props.id);
    let dialog = html! {
        <dialog ref={node} id={props.id.clone()} class="card" aria-labelledby={title.clone()}>
            <h2 id={title}>{ &props.title }</h2>
            { props.children.clone() }
        </dialog>
    };
    create_portal(dialog, body.into())
}
