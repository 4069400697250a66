//! Remembers that the first page since loading has been shown.

use std::cell::Cell;
use std::rc::Rc;

/// Says whether the focus goes to the heading of a page: on the first one it stays where the browser puts it.
#[derive(Clone, Default)]
pub struct HasArrived(Rc<Cell<bool>>);

impl HasArrived {
    /// Notes that a page is shown; returns whether one was shown before it.
    pub fn arrive(&self) -> bool {
        self.0.replace(true)
    }

    /// Leaves the focus where it is on the next page, which is the same one in other words.
    pub fn stay(&self) {
        self.0.set(false);
    }
}

impl PartialEq for HasArrived {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
