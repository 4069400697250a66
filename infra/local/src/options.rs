use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

/// How the local cloud is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// `infra/template.yaml`.
    pub template: PathBuf,
    /// Where the function binaries lie, e.g. `target/debug`.
    pub bin_dir: PathBuf,
    /// The built site; without it every page is 404.
    pub site_dir: Option<PathBuf>,
    /// Where data lives; `None` keeps it in memory and in a folder deleted at the end.
    pub data_dir: Option<PathBuf>,
    /// 0 picks a free port.
    pub edge_port: u16,
    /// 0 picks a free port.
    pub s3_port: u16,
    /// Values for the template's parameters.
    pub parameters: BTreeMap<String, String>,
    /// Where the cloud's clock starts; `None` keeps the stored offset.
    pub clock: Option<DateTime<FixedOffset>>,
    /// Processes per function.
    pub instances: usize,
    /// Prints what the functions write, with their names.
    pub verbose: bool,
}

impl Options {
    /// In memory, on free ports, without a site.
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
