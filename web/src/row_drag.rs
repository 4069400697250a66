//! A row on its way to another place: the cards shrink to their headings, a line shows where it would fall. The
//! document is changed directly; nothing is drawn again until the row is dropped.

use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// So near the edge of the screen the page scrolls, in CSS pixels.
const EDGE: f64 = 64.0;
const SCROLL_STEP: f64 = 10.0;

pub struct RowDrag {
    group: HtmlElement,
    cards: Vec<Element>,
    from: usize,
    to: Cell<usize>,
    /// The height of the pointer in the window.
    y: Cell<f64>,
    scrolled_before: f64,
    cancelled: Cell<bool>,
}

impl RowDrag {
    /// `handle` stands in the card of the row `from`; it stays under the pointer.
    pub fn begin(handle: &Element, from: usize) -> Option<Self> {
        let card = handle.closest(".row-card").ok().flatten()?;
        let group = card.parent_element()?.dyn_into::<HtmlElement>().ok()?;
        let children = group.children();
        let cards = (0..children.length()).filter_map(|n| children.item(n));
        let cards: Vec<Element> = cards.filter(|child| child.class_list().contains("row-card")).collect();
        let before = handle.get_bounding_client_rect().top();
        let scrolled_before = window_scroll();
        // As tall as it was: the page keeps its length, and with it the room to scroll.
        set_style(&group, "min-height", &format!("{}px", group.offset_height()));
        add_class(&group, "is-sorting");
        add_class(cards.get(from)?, "is-dragged");
        scroll_by(handle.get_bounding_client_rect().top() - before);
        let missing = before - handle.get_bounding_client_rect().top();
        if missing > 0.0 {
            set_style(&group, "padding-top", &format!("{missing}px"));
        }
        let (to, y, cancelled) = (Cell::new(from), Cell::new(before), Cell::new(false));
        Some(Self { group, cards, from, to, y, scrolled_before, cancelled })
    }

    pub fn move_to(&self, y: f64) {
        if self.cancelled.get() {
            return;
        }
        self.y.set(y);
        let others = self.cards.iter().enumerate().filter(|(index, _)| *index != self.from);
        let above = others.filter(|(_, card)| middle(card) < y).count();
        if self.to.replace(above) != above {
            self.mark();
        }
    }

    /// Called at short intervals: a pointer that rests at the edge scrolls on.
    pub fn scroll_at_edge(&self) {
        let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
        let (y, height) = (self.y.get(), height.unwrap_or(f64::MAX));
        let step = if y < EDGE {
            -SCROLL_STEP
        } else if y > height - EDGE {
            SCROLL_STEP
        } else {
            return;
        };
        if !self.cancelled.get() {
            scroll_by(step);
            self.move_to(y);
        }
    }

    /// Where the row falls; none where it was taken up, or after Escape.
    pub fn place(&self) -> Option<usize> {
        let to = self.to.get();
        (!self.cancelled.get() && to != self.from).then_some(to)
    }

    pub fn cancel(&self) {
        if !self.cancelled.replace(true) {
            self.put_back();
            scroll_by(self.scrolled_before - window_scroll());
        }
    }

    fn mark(&self) {
        self.unmark();
        let to = self.to.get();
        if to != self.from {
            add_class(&self.cards[to], if to < self.from { "drop-before" } else { "drop-after" });
        }
    }

    fn unmark(&self) {
        for card in &self.cards {
            remove_class(card, "drop-before");
            remove_class(card, "drop-after");
        }
    }

    fn put_back(&self) {
        self.unmark();
        remove_class(&self.cards[self.from], "is-dragged");
        remove_class(&self.group, "is-sorting");
        set_style(&self.group, "min-height", "");
        set_style(&self.group, "padding-top", "");
    }
}

impl Drop for RowDrag {
    fn drop(&mut self) {
        self.put_back();
    }
}

fn middle(card: &Element) -> f64 {
    let place = card.get_bounding_client_rect();
    place.top() + place.height() / 2.0
}

fn window_scroll() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

fn scroll_by(pixels: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, pixels);
    }
}

// A class or a style that the browser does not take changes only how the drag looks.

fn add_class(element: &Element, class: &str) {
    let _ = element.class_list().add_1(class);
}

fn remove_class(element: &Element, class: &str) {
    let _ = element.class_list().remove_1(class);
}

fn set_style(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}
