//! Browser and Lambda run the same crate and give the same answer: the native and the wasm build judge the same
//! random applications (tests/differential), and what the two write is compared byte for byte.

use crate::command::{Outcome, cargo, run};
use crate::tally::Tally;
use crate::{config, packs, site};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use wasm_bindgen_cli_support::Bindgen;

/// Shared out among the packs.
const N_APPLICATIONS: usize = 100_000;
const CHUNK: usize = 5_000;

/// The number of times that each problem occurred.
type Counts = BTreeMap<String, u64>;

/// Applications of one pack, by their numbers.
struct Chunk {
    pack: PathBuf,
    from: usize,
    to: usize,
}

#[derive(Clone, Copy)]
struct Builds<'a> {
    native: &'a Path,
    bindings: &'a Path,
}

/// One test for each pack, and one that every problem there is occurred.
pub(crate) fn compare(tally: &mut Tally) -> Outcome<()> {
    packs::build()?;
    let (native, bindings) = (build_native()?, build_wasm()?);
    let packs = compiled_packs()?;
    let counts = judge_all(Builds { native: &native, bindings: &bindings }, chunks(&packs))?;
    tally.passed += u32::try_from(packs.len())?;
    println!("{N_APPLICATIONS} applications of {} pack(s), native and wasm: no difference", packs.len());
    counts.iter().for_each(|(code, n)| println!("  {code:<28} {n:>9}"));
    let absent: Vec<&str> = counts.iter().filter(|(_, n)| **n == 0).map(|(code, _)| code.as_str()).collect();
    if absent.is_empty() {
        tally.passed += 1;
        return Ok(());
    }
    Err(format!("never occurred: {}; teach tests/differential to make them", absent.join(", ")).into())
}

fn build_native() -> Outcome<PathBuf> {
    run(build().args(["--bin", "differential"]))?;
    Ok(config::target().join("differential/differential"))
}

fn build_wasm() -> Outcome<PathBuf> {
    site::add_wasm_target()?;
    run(build().args(["--lib", "--target", site::WASM_TARGET]))?;
    let target = config::target();
    let (wasm, folder) =
        (target.join(site::WASM_TARGET).join("differential"), target.join("differential/node"));
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm.join("differential.wasm")).nodejs(true)?.typescript(false).generate(&folder)?;
    Ok(folder.join("differential.js"))
}

fn build() -> Command {
    let mut build = cargo();
    build.args(["build", "--profile", "differential", "--package", "differential"]);
    build
}

fn compiled_packs() -> Outcome<Vec<PathBuf>> {
    let folder = fs::read_dir(config::target().join("layers/packs/packs"))?;
    let mut packs = folder.map(|entry| Ok(entry?.path())).collect::<Outcome<Vec<PathBuf>>>()?;
    packs.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    packs.sort();
    if packs.is_empty() { Err("no pack in target/layers/packs".into()) } else { Ok(packs) }
}

fn chunks(packs: &[PathBuf]) -> Vec<Chunk> {
    let share = N_APPLICATIONS.div_ceil(packs.len());
    let of = |pack: &PathBuf| {
        let pack = pack.clone();
        (0..share).step_by(CHUNK).map(move |from| Chunk {
            pack: pack.clone(),
            from,
            to: share.min(from + CHUNK),
        })
    };
    packs.iter().flat_map(of).collect()
}

/// A native and a wasm process at a time for every processor: the native one mostly waits for the other.
fn judge_all(builds: Builds<'_>, chunks: Vec<Chunk>) -> Outcome<Counts> {
    let n_workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    let (chunks, counts) = (Mutex::new(chunks), Mutex::new(Counts::new()));
    let work = || -> Result<(), String> {
        loop {
            let next = chunks.lock().map_err(|error| error.to_string())?.pop();
            let Some(chunk) = next else { return Ok(()) };
            let found = judge(builds, &chunk).map_err(|error| error.to_string())?;
            let mut counts = counts.lock().map_err(|error| error.to_string())?;
            found.into_iter().for_each(|(code, n)| *counts.entry(code).or_default() += n);
        }
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..n_workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| "a worker panicked")?)
    })?;
    Ok(counts.into_inner()?)
}

fn judge(builds: Builds<'_>, chunk: &Chunk) -> Outcome<Counts> {
    let range = [chunk.from.to_string(), chunk.to.to_string()];
    let script = config::root().join("tests/differential/run.cjs");
    let mut native = spawn(Command::new(builds.native).arg(&chunk.pack).args(&range))?;
    let mut wasm = spawn(Command::new("node").args([&script, builds.bindings, &chunk.pack]).args(&range))?;
    let compared = same_lines(builds, chunk, [&mut native, &mut wasm]);
    if compared.is_err() {
        // The one that is still writing would wait for a reader for ever.
        let _ = (native.kill(), wasm.kill());
    }
    let mut said = String::new();
    native.stderr.take().ok_or("no output")?.read_to_string(&mut said)?;
    let ended = [native.wait()?.success(), wasm.wait()?.success()];
    compared.map_err(|error| format!("{error}\n{said}"))?;
    if ended != [true, true] {
        let Chunk { pack, from, to } = chunk;
        let pack = name(pack);
        return Err(format!("{pack} {from}..{to}: [native, wasm] ended well: {ended:?}\n{said}").into());
    }
    let count =
        |line: &str| line.split_once(' ').and_then(|(code, n)| Some((code.to_owned(), n.parse().ok()?)));
    Ok(said.lines().filter_map(count).collect())
}

fn name(pack: &Path) -> String {
    pack.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn spawn(command: &mut Command) -> Outcome<Child> {
    let program = command.get_program().to_owned();
    let is_node = program == "node";
    let errors = if is_node { Stdio::inherit() } else { Stdio::piped() };
    let spawned = command.stdout(Stdio::piped()).stderr(errors).spawn();
    Ok(spawned.map_err(|error| format!("{}: {error}", program.display()))?)
}

/// Each reader is only as far as the other: two lines are in memory, not two outputs.
fn same_lines(builds: Builds<'_>, chunk: &Chunk, sides: [&mut Child; 2]) -> Outcome<()> {
    let [native, wasm] = sides.map(|child| child.stdout.take());
    let read = |output| BufReader::with_capacity(1 << 20, output);
    let (mut native, mut wasm) = (read(native.ok_or("no output")?), read(wasm.ok_or("no output")?));
    let (mut of_native, mut of_wasm) = (Vec::new(), Vec::new());
    for seed in chunk.from..chunk.to {
        of_native.clear();
        of_wasm.clear();
        native.read_until(b'\n', &mut of_native)?;
        wasm.read_until(b'\n', &mut of_wasm)?;
        if of_native.is_empty() || of_native != of_wasm {
            return Err(difference(builds, chunk, seed, [&of_native, &of_wasm])?.into());
        }
    }
    Ok(())
}

fn difference(builds: Builds<'_>, chunk: &Chunk, seed: usize, said: [&[u8]; 2]) -> Outcome<String> {
    let application = Command::new(builds.native).arg(&chunk.pack).arg(seed.to_string()).output()?.stdout;
    let [application, native, wasm] = [application.as_slice(), said[0], said[1]].map(String::from_utf8_lossy);
    let pack = chunk.pack.display();
    Ok(format!("{pack}, application {seed}:\n{application}\nnative: {native}\nwasm: {wasm}"))
}
