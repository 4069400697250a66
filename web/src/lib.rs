//! The pages of the platform: fetch, compose, navigate. The rules are `domain`'s, the wire is `api`'s.

pub mod api;
pub mod app;
pub mod components;
pub mod hooks;
pub mod pages;
pub mod state;
pub mod texts;
