//! The site: wasm, its glue, one stylesheet and a page, under hashed names and precompressed.

use crate::command::{Outcome, cargo, linting_cargo, run};
use crate::config;
use crate::packs::write_if_changed;
use crate::profile::Profile;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

pub(crate) fn build(profile: Profile) -> Outcome<()> {
    add_wasm_target()?;
    run(&mut program(profile, "web"))?;
    let wasm = config::target().join(WASM_TARGET).join(profile.of_site()).join("web.wasm");
    let (site, web) = (config::target().join("site"), config::root().join("web"));
    let css = contents(&web.join("src/styles"), "css")?;
    let page = fs::read_to_string(web.join("index.html"))?;
    let packs = contents(&site.join("packs"), "json")?;
    let made_of = [&fs::read(&wasm)?, css.as_bytes(), page.as_bytes(), packs.as_bytes()];
    let stamp = format!("{} {}", profile.of_site(), hash(&made_of));
    if fs::read_to_string(site.join(".stamp")).is_ok_and(|had| had == stamp) {
        return Ok(());
    }
    let assets = site.join("assets");
    if assets.exists() {
        fs::remove_dir_all(&assets)?;
    }
    let js = bindings(&wasm, &assets, profile)?;
    let css = asset(&assets, "app", "css", css.as_bytes())?;
    let boot = format!("import start from './{js}';\nstart();\n");
    let boot = asset(&assets, "boot", "js", boot.as_bytes())?;
    let page = page
        .replace("{{app.css}}", &format!("/assets/{css}"))
        .replace("{{app.js}}", &format!("/assets/{boot}"));
    write_if_changed(&site.join("index.html"), page.as_bytes())?;
    compress(&assets, profile)?;
    compress(&site.join("packs"), profile)?;
    Ok(fs::write(site.join(".stamp"), stamp)?)
}

/// Builds a package for the browser.
pub(crate) fn program(profile: Profile, package: &str) -> Command {
    let mut build = match profile {
        Profile::Dev => linting_cargo(),
        Profile::Release => cargo(),
    };
    build.args(["build", "--package", package, "--target", WASM_TARGET, "--profile", profile.of_site()]);
    build
}

pub(crate) fn add_wasm_target() -> Outcome<()> {
    let installed =
        Command::new("rustup").current_dir(config::root()).args(["target", "list", "--installed"]).output();
    match installed {
        Ok(output) if !String::from_utf8_lossy(&output.stdout).contains(WASM_TARGET) => {
            run(Command::new("rustup").current_dir(config::root()).args(["target", "add", WASM_TARGET]))
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

/// The folder's files of one kind in one: tokens first, then the ground, then what builds on them.
fn contents(folder: &Path, kind: &str) -> Outcome<String> {
    let files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Outcome<Vec<PathBuf>>>()?;
    let mut files: Vec<PathBuf> = files
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == kind))
        .collect();
    let rank = |path: &PathBuf| match path.file_stem().and_then(|stem| stem.to_str()) {
        Some("tokens") => 0,
        Some("base") => 1,
        Some(_) | None => 2,
    };
    files.sort_by_key(|path| (rank(path), path.clone()));
    files.iter().map(|path| Ok(fs::read_to_string(path)?)).collect()
}

/// The glue's name has the hash of the wasm in it: one cannot be cached without the other.
fn bindings(wasm: &Path, assets: &Path, profile: Profile) -> Outcome<String> {
    let name = format!("app-{}", &hash(&[&fs::read(wasm)?])[..12]);
    let mut bindgen = Bindgen::new();
    let release = profile == Profile::Release;
    bindgen.input_path(wasm).out_name(&name).web(true)?.typescript(false).omit_default_module_path(false);
    bindgen.remove_name_section(release).remove_producers_section(release).generate(assets)?;
    if release {
        let module = assets.join(format!("{name}_bg.wasm"));
        let optimise = ["--yes", "--package", "binaryen", "wasm-opt", "-Oz", "--all-features"];
        run(Command::new("npx").args(optimise).arg(&module).arg("-o").arg(&module))?;
    }
    Ok(format!("{name}.js"))
}

fn asset(assets: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Outcome<String> {
    let name = format!("{stem}-{}.{extension}", &hash(&[bytes])[..12]);
    write_if_changed(&assets.join(&name), bytes)?;
    Ok(name)
}

/// `x.wasm.br` beside `x.wasm`; the edge sends it to browsers that take it.
fn compress(folder: &Path, profile: Profile) -> Outcome<()> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: if profile == Profile::Release { 11 } else { 4 },
        ..Default::default()
    };
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() && path.extension().is_none_or(|extension| extension != "br") {
            let mut packed = Vec::new();
            brotli::BrotliCompress(&mut fs::read(&path)?.as_slice(), &mut packed, &parameters)?;
            fs::write(format!("{}.br", path.display()), packed)?;
        }
    }
    Ok(())
}

fn hash(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    parts.iter().for_each(|part| digest.update(part));
    hex::encode(digest.finalize())
}
