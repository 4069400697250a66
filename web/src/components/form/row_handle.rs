//! The handle that a row is dragged by.

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::row_drag::RowDrag;
use crate::texts::texts;

/// A press that moves less is no drag, in CSS pixels.
const THRESHOLD: i32 = 4;
const SCROLL_MILLISECONDS: u32 = 16;

#[derive(PartialEq, Properties)]
pub struct RowHandleProps {
    /// The place of the row, counted from 0.
    pub index: usize,
    /// Told the place it was dropped at.
    pub on_drop: Callback<usize>,
}

#[derive(Default)]
enum Gesture {
    #[default]
    Idle,
    Pressed {
        y: i32,
    },
    Dragging(Dragging),
}

/// Near the edge of the screen the page scrolls on; Escape puts everything back.
struct Dragging {
    drag: Rc<RowDrag>,
    _scroll: Interval,
    _escape: Option<EventListener>,
}

/// Drags a row to its place among the others, with a mouse or a finger; buttons do the same for a keyboard.
#[component]
pub fn RowHandle(props: &RowHandleProps) -> Html {
    let handle = use_node_ref();
    let gesture = use_mut_ref(Gesture::default);
    let onpointerdown = {
        let (handle, gesture) = (handle.clone(), gesture.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(element) = handle.cast::<Element>() else { return };
            if event.button() == 0 && element.set_pointer_capture(event.pointer_id()).is_ok() {
                event.prevent_default();
                gesture.replace(Gesture::Pressed { y: event.client_y() });
            }
        })
    };
    let onpointermove = {
        let (handle, gesture, index) = (handle.clone(), gesture.clone(), props.index);
        Callback::from(move |event: PointerEvent| {
            let (mut gesture, y) = (gesture.borrow_mut(), event.client_y());
            if let Gesture::Pressed { y: pressed } = *gesture
                && (y - pressed).abs() >= THRESHOLD
                && let Some(dragging) = handle.cast::<Element>().and_then(|handle| begin(&handle, index))
            {
                *gesture = Gesture::Dragging(dragging);
            }
            if let Gesture::Dragging(dragging) = &*gesture {
                dragging.drag.move_to(f64::from(y));
            }
        })
    };
    let onpointerup = {
        let (gesture, on_drop) = (gesture.clone(), props.on_drop.clone());
        Callback::from(move |_: PointerEvent| {
            if let Gesture::Dragging(dragging) = gesture.take() {
                dropped(dragging, &on_drop);
            }
        })
    };
    let onpointercancel = Callback::from(move |_: PointerEvent| drop(gesture.take()));
    html! {
        <span
            ref={handle}
            class="row-handle"
            title={texts().form.rows.drag}
            aria-hidden="true"
            {onpointerdown}
            {onpointermove}
            {onpointerup}
            onlostpointercapture={onpointercancel.clone()}
            {onpointercancel}
        >
            { "⠿" }
        </span>
    }
}

fn begin(handle: &Element, index: usize) -> Option<Dragging> {
    let drag = Rc::new(RowDrag::begin(handle, index)?);
    let scroll = {
        let drag = drag.clone();
        Interval::new(SCROLL_MILLISECONDS, move || drag.scroll_at_edge())
    };
    let escape = {
        let drag = drag.clone();
        move |event: &Event| {
            if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                drag.cancel();
            }
        }
    };
    let escape = web_sys::window().map(|window| EventListener::new(&window, "keydown", escape));
    Some(Dragging { drag, _scroll: scroll, _escape: escape })
}

fn dropped(dragging: Dragging, on_drop: &Callback<usize>) {
    let place = dragging.drag.place();
    drop(dragging);
    if let Some(place) = place {
        on_drop.emit(place);
    }
}
