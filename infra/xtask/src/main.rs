//! All automation: `cargo xtask dev | build | test | bench | rules | pack`.

mod bench;
mod browser;
mod build;
mod command;
mod config;
mod dev;
mod differential;
mod fonts;
mod packs;
mod python;
mod released;
mod rules;
mod site;
mod tally;
mod test;

fn main() -> std::process::ExitCode {
    command::run()
}
