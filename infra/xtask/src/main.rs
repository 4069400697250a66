//! All automation: `cargo xtask dev | build | test | bench | rules | mutants | pack`.

mod bench;
mod browser;
mod build;
mod command;
mod config;
mod dev;
mod differential;
mod fonts;
mod mutants;
mod packs;
mod profile;
mod python;
mod released;
mod rules;
mod site;
mod tally;
mod test;
mod verbs;

fn main() -> std::process::ExitCode {
    verbs::run()
}
