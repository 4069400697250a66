//! `zhicheng-local`: the local cloud as a program; prints `ready URL` and runs until it is told to end.

use std::ffi::OsString;
use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt};
use local::{LocalCloud, Options};

const USAGE: &str = "zhicheng-local --template FILE --bin-dir DIR [--site DIR] [--data DIR] [--port N] [--s3-port N] \
[--parameter NAME=VALUE]… [--instances N] [--clock RFC3339]";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("zhicheng-local: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let cloud = LocalCloud::start_blocking(options(Parser::from_env())?)?;
    println!("ready {}", cloud.edge_url());
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(told_to_end())?;
    cloud.shutdown();
    Ok(())
}

fn options(mut arguments: Parser) -> Result<Options, Box<dyn std::error::Error>> {
    let mut options = Options::new("", "");
    options.verbose = true;
    while let Some(argument) = arguments.next()? {
        let Arg::Long(name) = argument else { return Err(USAGE.into()) };
        let name = name.to_owned();
        let value = arguments.value()?;
        set(&mut options, &name, value)?;
    }
    if options.template.as_os_str().is_empty() || options.bin_dir.as_os_str().is_empty() {
        return Err(USAGE.into());
    }
    Ok(options)
}

fn set(options: &mut Options, name: &str, value: OsString) -> Result<(), Box<dyn std::error::Error>> {
    match name {
        "template" => options.template = value.into(),
        "bin-dir" => options.bin_dir = value.into(),
        "site" => options.site_dir = Some(value.into()),
        "data" => options.data_dir = Some(value.into()),
        "port" => options.edge_port = value.parse()?,
        "s3-port" => options.s3_port = value.parse()?,
        "instances" => options.instances = value.parse()?,
        "clock" => options.clock = Some(value.parse()?),
        "parameter" => {
            let pair = value.string()?;
            let (name, value) = pair.split_once('=').ok_or("--parameter wants NAME=VALUE")?;
            options.parameters.insert(name.to_owned(), value.to_owned());
        }
        _ => return Err(USAGE.into()),
    }
    Ok(())
}

#[cfg(unix)]
async fn told_to_end() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        result = tokio::signal::ctrl_c() => result,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn told_to_end() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}
