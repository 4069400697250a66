//! `zhicheng-local`: the local cloud as a program; prints `ready URL` and runs until it is told to end.

use std::ffi::OsString;
use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt};
use local::{LocalCloud, Options};

const USAGE: &str = "zhicheng-local --template FILE --bin-dir DIR [--site DIR] [--data DIR] [--port N] [--s3-port N] \
[--parameter NAME=VALUE]… [--instances N] [--clock RFC3339] [--until-stdin-ends]";

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
    let (options, until) = options(Parser::from_env())?;
    let cloud = LocalCloud::start_blocking(options)?;
    println!("ready {}", cloud.edge_url());
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        tokio::select! {
            result = told_to_end() => result,
            () = stdin_ended(), if until == Until::StdinEnds => Ok(()),
        }
    })?;
    cloud.shutdown();
    Ok(())
}

#[derive(PartialEq)]
enum Until {
    Signal,
    /// A signal too, or stdin ends: the program that started it is gone, however it ended.
    StdinEnds,
}

/// Waits on a thread of its own, which ends with the process: a read from stdin cannot be given up.
async fn stdin_ended() {
    let (ended, end) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        // Unreadable is as good as ended.
        let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        ended.send(())
    });
    // The sender is only dropped after it has sent.
    let _ = end.await;
}

fn options(mut arguments: Parser) -> Result<(Options, Until), Box<dyn std::error::Error>> {
    let (mut options, mut until) = (Options::new("", ""), Until::Signal);
    options.verbose = true;
    while let Some(argument) = arguments.next()? {
        let Arg::Long(name) = argument else { return Err(USAGE.into()) };
        if name == "until-stdin-ends" {
            until = Until::StdinEnds;
            continue;
        }
        let name = name.to_owned();
        let value = arguments.value()?;
        set(&mut options, &name, value)?;
    }
    if options.template.as_os_str().is_empty() || options.bin_dir.as_os_str().is_empty() {
        return Err(USAGE.into());
    }
    Ok((options, until))
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
