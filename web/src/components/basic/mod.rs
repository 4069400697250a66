//! Buttons, boxes, notices, dialogs: parts that know nothing of applications.

mod button;
mod dialog;
mod nav_link;
mod notice;
mod place_link;
mod qr_code;
mod radio_list;
mod text_input;

pub use button::{Button, ButtonKind, ButtonProps};
pub use dialog::{Dialog, DialogProps};
pub use nav_link::{NavLink, NavLinkProps};
pub use notice::{Notice, NoticeKind, NoticeProps};
pub use place_link::{PlaceLink, PlaceLinkProps};
pub use qr_code::{QrCodeProps, QrImage};
pub use radio_list::{RadioList, RadioListProps, RadioOption};
pub use text_input::{InputKind, TextInput, TextInputProps};
