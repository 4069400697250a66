//! `cargo xtask serve`: a seeded cloud in memory on free ports, told as one line of JSON, for one worker of
//! the browser tests. It ends when its standard input does.

use crate::command::Outcome;
use crate::config;
use local::{LocalCloud, Options};
use std::io::Read;

pub(crate) fn serve() -> Outcome<()> {
    let mut options = Options::new(config::root().join("infra/template.yaml"), config::target().join("debug"));
    options.site_dir = Some(config::target().join("site"));
    options.clock = Some("2020-08-03T09:00:00+08:00".parse()?);
    let cloud = LocalCloud::start_blocking(options)?;
    let set_up_code = cloud.parameter("SetUpCode").unwrap_or_default();
    let accounts = harness::seed(cloud.edge_url(), set_up_code, false);
    println!("{}", serde_json::json!({ "url": cloud.edge_url(), "accounts": accounts }));
    std::io::stdin().read_to_end(&mut Vec::new())?;
    cloud.shutdown();
    Ok(())
}
