//! All automation: `cargo xtask dev | build | test`.

mod browser;
mod build;
mod command;
mod config;
mod dev;
mod fonts;
mod packs;
mod python;
mod site;
mod tally;
mod test;

fn main() -> std::process::ExitCode {
    command::run()
}
