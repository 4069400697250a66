//! One file a page: it fetches, composes and navigates.

pub mod check;
pub mod choice;
pub mod entry;
pub mod home;
pub mod manual;
pub mod not_found;
pub mod notices;
pub mod pack;
pub mod payment;
pub mod preview;
pub mod progress;
pub mod queue;
pub mod register;
pub mod review;
pub mod section;
pub mod set_password;
pub mod sign_in;
pub mod start;
pub mod submit;
