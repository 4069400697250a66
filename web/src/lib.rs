//! The pages of the platform: fetch, compose, navigate. The rules are `domain`'s, the wire is `api`'s.

pub mod api;
pub mod app;
pub mod components;
pub mod dom;
pub mod hooks;
pub mod journal;
pub mod open_forms;
pub mod pages;
pub mod press;
pub mod route;
pub mod row_drag;
pub mod saver;
pub mod state;
#[cfg(test)]
mod testing;
pub mod texts;
pub mod transfers;
pub mod upload;
