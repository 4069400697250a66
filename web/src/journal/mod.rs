//! The journal in the browser's own store (IndexedDB): sealed records, and one key for each account signed in.
//! Every failure here means only that this machine keeps nothing: typing and saving go on.

mod alive;
mod keeper;
pub mod last_words;
mod recover;
mod seal;
mod store;

pub use keeper::{Keeper, entries_of, orphans_of, written};
pub use recover::recover;
pub use store::{begin, places_of, wipe};
