//! The verbs and their options.

use crate::command::Outcome;
use crate::profile::Profile;
use crate::{bench, build, dev, mutants, packs, rules, test};
use lexopt::prelude::*;
use std::process::ExitCode;

const USAGE: &str = "用法 usage:
  cargo xtask dev [--reset] [--port N] [--s3-port N] [--clock RFC3339]   run the product here
  cargo xtask test [STEP …]                                             every check, or the named steps
  cargo xtask bench                                                     figures: an autosave, a keystroke
  cargo xtask rules                                                     the seed's rules and the tests that name them
  cargo xtask mutants [ARG …]                                           how many mistakes in the rules domain's tests catch
  cargo xtask pack check [DIR …]                                        what is wrong with these packs, or with all
  cargo xtask pack release ID                                           this pack stays as it is from now on
  cargo xtask build [--release]                                         packs, fonts, site (and, without --release, binaries)";

pub(crate) fn run() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Outcome<()> {
    let mut arguments = lexopt::Parser::from_env();
    let Some(Value(verb)) = arguments.next()? else { return Err(USAGE.into()) };
    match verb.to_str() {
        Some("dev") => dev::dev(dev_options(arguments)?),
        Some("test") => test::test(&values(arguments)?),
        Some("bench") => nothing(arguments).and_then(|()| bench::bench()),
        Some("rules") => nothing(arguments).and_then(|()| rules::rules()),
        Some("mutants") => mutants::mutants(&arguments.raw_args()?.collect::<Vec<_>>()),
        Some("pack") => pack(&values(arguments)?),
        Some("build") => build_options(arguments).and_then(build::everything),
        Some(_) | None => Err(USAGE.into()),
    }
}

fn pack(words: &[String]) -> Outcome<()> {
    match words {
        [verb, named @ ..] if verb == "check" => packs::check(named),
        [verb, named] if verb == "release" => packs::release(named),
        [..] => Err(USAGE.into()),
    }
}

fn dev_options(mut arguments: lexopt::Parser) -> Outcome<dev::Options> {
    let mut options = dev::Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("reset") => options.reset = true,
            Long("port") => options.port = arguments.value()?.parse()?,
            Long("s3-port") => options.s3_port = arguments.value()?.parse()?,
            Long("clock") => options.clock = Some(arguments.value()?.string()?),
            Short(_) | Long(_) | Value(_) => return Err(argument.unexpected().into()),
        }
    }
    Ok(options)
}

fn build_options(mut arguments: lexopt::Parser) -> Outcome<Profile> {
    match arguments.next()? {
        None => Ok(Profile::Dev),
        Some(Long("release")) => Ok(Profile::Release),
        Some(argument @ (Short(_) | Long(_) | Value(_))) => Err(argument.unexpected().into()),
    }
}

fn nothing(mut arguments: lexopt::Parser) -> Outcome<()> {
    match arguments.next()? {
        None => Ok(()),
        Some(argument) => Err(argument.unexpected().into()),
    }
}

fn values(mut arguments: lexopt::Parser) -> Outcome<Vec<String>> {
    let mut values = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(value) => values.push(value.string()?),
            Short(_) | Long(_) => return Err(argument.unexpected().into()),
        }
    }
    Ok(values)
}
