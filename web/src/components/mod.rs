//! The parts that pages are made of, in folders by subject.

pub mod account;
pub mod application;
pub mod basic;
pub mod changes;
pub mod field;
pub mod form;
pub mod frame;
pub mod pack;
pub mod reading;
pub mod review;
pub mod scans;
pub mod start;
