//! The choices of whoever starts the local cloud.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

/// Options of a local cloud.
#[derive(Clone, Debug)]
pub struct Options {
    /// `infra/template.yaml`.
    pub template: PathBuf,
    /// Folder of the function binaries, e.g. `target/debug`.
    pub bin_dir: PathBuf,
    /// The built site; without it every page is 404.
    pub site_dir: Option<PathBuf>,
    /// Folder of the data; `None` keeps it in memory and in a folder deleted at the end.
    pub data_dir: Option<PathBuf>,
    /// 0 picks a free port.
    pub edge_port: u16,
    /// 0 picks a free port.
    pub s3_port: u16,
    /// Values for the template's parameters.
    pub parameters: BTreeMap<String, String>,
    /// The first time of the cloud's clock; `None` keeps the stored offset.
    pub clock: Option<DateTime<FixedOffset>>,
    /// Processes per function.
    pub instances: usize,
    /// Prints what the functions write, with their names.
    pub verbose: bool,
}

impl Options {
    /// Returns options for a cloud in memory, on free ports, without a site.
    pub fn new(template: impl Into<PathBuf>, bin_dir: impl Into<PathBuf>) -> Self {
        Self {
            template: template.into(),
            bin_dir: bin_dir.into(),
            site_dir: None,
            data_dir: None,
            edge_port: 0,
            s3_port: 0,
            parameters: BTreeMap::new(),
            clock: None,
            instances: 4,
            verbose: false,
        }
    }
}
