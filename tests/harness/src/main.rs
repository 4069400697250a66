//! `zhicheng-world seed URL` fills a running cloud; `zhicheng-world serve` is a seeded cloud in memory for the
//! browser tests.

mod serving;

use harness::seed;
use serde_json::json;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["seed", url] => println!("{}", json!(seed(url, &set_up_code(), true))),
        ["serve"] => serving::serve(),
        _ => {
            eprintln!("zhicheng-world seed URL (with SET_UP_CODE set) | serve");
            std::process::exit(1);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a secret does not stand on a command line")]
fn set_up_code() -> String {
    std::env::var("SET_UP_CODE").unwrap_or_default()
}
