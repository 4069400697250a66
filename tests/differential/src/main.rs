//! `differential PACK FROM TO`: the native build's lines on standard output, then on standard error how often
//! each problem occurred. `differential PACK SEED`: that application.

use differential::{Application, Coverage, judge, line};
use domain::pack::Pack;
use std::io::{BufWriter, Write};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [path, from, to] => lines(&pack(path)?, from.parse()?, to.parse()?),
        [path, seed] => show(&pack(path)?, seed.parse()?),
        _ => Err("usage: differential PACK FROM TO | differential PACK SEED".into()),
    }
}

fn pack(path: &str) -> Result<Pack, Box<dyn std::error::Error>> {
    Ok(serde_json::from_slice(&std::fs::read(path)?)?)
}

fn lines(pack: &Pack, from: u32, to: u32) -> Outcome {
    let mut output = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    let mut coverage = Coverage::default();
    for seed in from..to {
        let verdict = judge(pack, &Application::random(pack, seed));
        coverage.add(&verdict.problems);
        output.write_all(&line(seed, &verdict)?)?;
    }
    output.flush()?;
    for (code, n) in coverage.counts() {
        eprintln!("{code} {n}");
    }
    Ok(())
}

fn show(pack: &Pack, seed: u32) -> Outcome {
    println!("{}", serde_json::to_string(&Application::random(pack, seed))?);
    Ok(())
}
