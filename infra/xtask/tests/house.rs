//! The house rules of ARCHITECTURE.md that a compiler does not check.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helper functions too")]

use api::routes::Route;
use serde_json::Value as Json;
use serde_yaml_ng::Value as Yaml;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

fn template() -> Yaml {
    serde_yaml_ng::from_str(&std::fs::read_to_string(root().join("infra/template.yaml")).unwrap()).unwrap()
}

/// Folder of `CodeUri` and properties of every function of the template.
fn functions(template: &Yaml) -> BTreeMap<String, Yaml> {
    let resources = template["Resources"].as_mapping().unwrap().values();
    let functions = resources.filter(|resource| resource["Type"] == "AWS::Serverless::Function");
    let name = |properties: &Yaml| {
        let uri = properties["CodeUri"].as_str().unwrap().trim_end_matches('/');
        uri.rsplit('/').next().unwrap().to_owned()
    };
    functions.map(|function| (name(&function["Properties"]), function["Properties"].clone())).collect()
}

#[test]
fn routes_and_template_say_the_same() {
    let mut in_template = BTreeSet::new();
    for (function, properties) in functions(&template()) {
        for event in properties["Events"].as_mapping().unwrap().values() {
            if event["Type"] == "HttpApi" {
                let [method, path] = ["Method", "Path"].map(|key| event["Properties"][key].as_str().unwrap());
                in_template.insert((function.clone(), format!("{method} {path}")));
            }
        }
    }
    let in_code: BTreeSet<(String, String)> =
        Route::ALL.iter().map(|route| (route.function().name().to_owned(), route.key())).collect();
    assert_eq!(in_code, in_template);
}

#[test]
fn one_folder_one_function_one_policy() {
    let folders = std::fs::read_dir(root().join("functions")).unwrap();
    let names = folders.map(|folder| folder.unwrap().file_name().into_string().unwrap());
    let names: BTreeSet<String> = names.filter(|name| name != "platform").collect();
    let functions = functions(&template());
    assert_eq!(names, functions.keys().cloned().collect());
    for (name, properties) in functions {
        let policies = properties["Policies"].as_sequence().unwrap_or_else(|| panic!("{name} has no policy"));
        let text = serde_yaml_ng::to_string(policies).unwrap();
        assert!(!text.contains("dynamodb:*") && !text.contains("s3:*"), "{name}: name the actions it needs");
    }
}

/// SAM emulates the functions on the laptop's own processor, against an emulated AWS.
#[test]
fn processor_and_endpoints_are_parameters() {
    let template = template();
    let function = &template["Globals"]["Function"];
    assert_eq!(serde_yaml_ng::to_string(&function["Architectures"]).unwrap().trim(), "- !Ref Architecture");
    for name in ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"] {
        let value = serde_yaml_ng::to_string(&function["Environment"]["Variables"][name]).unwrap();
        let parts: Vec<&str> = value.lines().map(str::trim).collect();
        assert_eq!(parts, ["!If", "- Emulated", "- !Ref Endpoint", "- !Ref AWS::NoValue"], "{name}");
    }
}

fn metadata() -> Json {
    let arguments = ["metadata", "--format-version", "1", "--no-deps"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Package → its normal dependencies, and where it stands.
fn packages() -> Vec<(String, String, Vec<String>)> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap().iter().map(|package| {
        let manifest = package["manifest_path"].as_str().unwrap().to_owned();
        let normal = package["dependencies"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|dependency| dependency["kind"].is_null());
        let names = normal.map(|dependency| dependency["name"].as_str().unwrap().to_owned());
        (package["name"].as_str().unwrap().to_owned(), manifest, names.collect())
    });
    packages.collect()
}

#[test]
fn everybody_knows_only_whom_he_may() {
    let packages = packages();
    let ours: BTreeSet<&str> = packages.iter().map(|(name, _, _)| name.as_str()).collect();
    for (name, manifest, dependencies) in &packages {
        let allowed: &[&str] = match name.as_str() {
            "domain" => &[],
            "api" => &["domain"],
            "platform" | "web" | "local" => &["api", "domain"],
            "scan" => &["domain"],
            "uploads" => &["platform", "api", "domain", "scan"],
            "harness" | "api-tests" => &["api", "domain", "local", "harness"],
            "xtask" | "differential" => &["domain"],
            _ if manifest.contains("/functions/") => &["platform", "api", "domain"],
            other => panic!("{other} is new: say here whom it may know"),
        };
        let known = dependencies.iter().filter(|dependency| ours.contains(dependency.as_str()));
        for dependency in known {
            assert!(allowed.contains(&dependency.as_str()), "{name} must not know {dependency}");
        }
        let names_sdk = dependencies.iter().any(|dependency| dependency.starts_with("aws-"));
        assert!(!names_sdk || name == "platform", "{name} names an AWS SDK; only platform may");
    }
}

/// Returns the files that git tracks or would track: nothing that was built.
fn files() -> Vec<String> {
    let list = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").args(list).current_dir(root()).output().unwrap();
    let files: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    assert!(!files.is_empty(), "git lists no file");
    files.into_iter().filter(|file| root().join(file).exists()).collect()
}

#[test]
fn the_top_level_is_the_agreed_one() {
    const AGREED: [&str; 13] = [
        "Cargo.toml",
        "Cargo.lock",
        "functions",
        "web",
        "infra",
        "shared",
        "tests",
        "samconfig.toml",
        "README.md",
        "ARCHITECTURE.md",
        "LICENSE",
        "rust-toolchain.toml",
        "clippy.toml",
    ];
    for file in files() {
        let top = file.split('/').next().unwrap();
        assert!(top.starts_with('.') || AGREED.contains(&top) || top == "rustfmt.toml", "{top}");
    }
}

#[test]
fn files_are_short_and_named_by_their_subject() {
    const VAGUE: [&str; 6] = ["utils", "util", "helpers", "helper", "common", "manager"];
    const MAX_LINES: usize = 400;
    for file in files() {
        let path = Path::new(&file);
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if matches!(extension, "rs" | "ts" | "css" | "typ") {
            let n_lines = std::fs::read_to_string(root().join(&file)).unwrap().lines().count();
            assert!(n_lines <= MAX_LINES, "{file} has {n_lines} lines");
        }
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        assert!(!VAGUE.contains(&stem), "{file}: name the job");
    }
}

/// Returns the first doc comment of the source that opens with a riddle, with the number of its line.
fn riddle(source: &str) -> Option<(usize, &str)> {
    const RIDDLES: [&str; 3] = ["What", "Of", "Whoever"];
    let marker = |line: &str| ["/// ", "//! ", "/** "].into_iter().find(|marker| line.starts_with(*marker));
    let lines: Vec<&str> = source.lines().map(str::trim_start).collect();
    let opens = |i: usize| i.checked_sub(1).is_none_or(|before| marker(lines[before]) != marker(lines[i]));
    let is_riddle = |line: &str| {
        let text = marker(line).and_then(|marker| line.strip_prefix(marker));
        text.and_then(|text| text.split(' ').next()).is_some_and(|word| RIDDLES.contains(&word))
    };
    let found = (0..lines.len()).find(|i| is_riddle(lines[*i]) && opens(*i))?;
    Some((found + 1, lines[found]))
}

#[test]
fn files_and_items_begin_with_what_they_are_for() {
    for file in files().iter().filter(|file| file.ends_with(".rs") || file.ends_with(".ts")) {
        let source = std::fs::read_to_string(root().join(file)).unwrap();
        let heading = if file.ends_with(".rs") { "//! " } else { "// " };
        assert!(
            source.starts_with(heading),
            "{file}: say in a `{heading}` line at the top what the file is for"
        );
        if let Some((line, text)) = riddle(&source) {
            panic!(
                "{file}:{line}: {text}\nsay first what the item is or does: \"Returns …\", \"The last day …\""
            );
        }
    }
}
