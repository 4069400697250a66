//! `differential PACK FROM TO`: the native build's lines on standard output, then on standard error how often
//! each problem occurred. `differential PACK SEED`: that application.

use differential::{Application, Coverage, judge, line};
use domain::policy::Policy;
use std::io::{BufWriter, Write};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [pack, from, to] => lines(&policy(pack)?, from.parse()?, to.parse()?),
        [pack, seed] => show(&policy(pack)?, seed.parse()?),
        _ => Err("usage: differential PACK FROM TO | differential PACK SEED".into()),
    }
}

fn policy(pack: &str) -> Result<Policy, Box<dyn std::error::Error>> {
    Ok(serde_json::from_slice(&std::fs::read(pack)?)?)
}

fn lines(policy: &Policy, from: u32, to: u32) -> Outcome {
    let mut output = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    let mut coverage = Coverage::default();
    for seed in from..to {
        let verdict = judge(policy, &Application::random(policy, seed));
        coverage.add(&verdict.problems);
        output.write_all(&line(seed, &verdict)?)?;
    }
    output.flush()?;
    for (code, n) in coverage.counts() {
        eprintln!("{code} {n}");
    }
    Ok(())
}

fn show(policy: &Policy, seed: u32) -> Outcome {
    println!("{}", serde_json::to_string(&Application::random(policy, seed))?);
    Ok(())
}
