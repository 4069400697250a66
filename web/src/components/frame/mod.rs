//! The frame of every page: its header and language, and the page that is still read or cannot be.

mod has_arrived;
mod language_switch;
mod loading;
mod page;
mod page_contents;
mod shared_state;
mod site_header;
mod unreadable;

pub use has_arrived::HasArrived;
pub use language_switch::{ChooseLanguage, InLanguage, InLanguageProps, LanguageSwitch};
pub use loading::Loading;
pub use page::{Page, PageProps};
pub use page_contents::{PageContents, PageContentsProps};
pub use shared_state::{SharedState, SharedStateProps};
pub use site_header::SiteHeader;
pub use unreadable::{Unreadable, UnreadableProps};
