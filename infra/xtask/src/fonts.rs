//! The Chinese font of the PDFs, from npm into the fonts layer. One Song face suffices: it is what offices
//! print.

use crate::command::{Outcome, run};
use crate::config;
use std::fs;
use std::process::Command;

const PACKAGE: &str = "@expo-google-fonts/noto-serif-sc@0.4.3";
const FILES: [&str; 3] =
    ["400Regular/NotoSerifSC_400Regular.ttf", "700Bold/NotoSerifSC_700Bold.ttf", "LICENSE_FONT"];

pub(crate) fn fetch() -> Outcome<()> {
    let layer = config::target().join("layers/fonts/fonts");
    let place = |file: &str| layer.join(file.rsplit('/').next().unwrap_or(file));
    if FILES.iter().all(|file| place(file).exists()) {
        return Ok(());
    }
    println!("取中文字体 fetching the Chinese font from npm …");
    let scratch = config::target().join("layers/fonts-scratch");
    fs::create_dir_all(&scratch)?;
    fs::create_dir_all(&layer)?;
    run(Command::new("npm").args(["pack", "--silent", PACKAGE, "--pack-destination"]).arg(&scratch))?;
    let archive = fs::read_dir(&scratch)?.filter_map(Result::ok).map(|entry| entry.path());
    let archive =
        archive.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "tgz"));
    let archive = archive.ok_or("npm pack left no archive")?;
    run(Command::new("tar").arg("xzf").arg(&archive).arg("-C").arg(&scratch))?;
    for file in FILES {
        fs::copy(scratch.join("package").join(file), place(file))?;
    }
    Ok(fs::remove_dir_all(scratch)?)
}
