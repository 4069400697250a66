//! `zhicheng-world seed URL` fills a running cloud; `zhicheng-world serve` is a seeded cloud in memory, told as
//! one line of JSON, which ends when its standard input does.

use domain::form::{Answers, SectionData};
use domain::policy::FilledBy;
use harness::{Person, fill, people, policy, seed};
use local::{LocalCloud, Options};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Read;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["seed", url] => println!("{}", json!(seed(url, &set_up_code(), true))),
        ["serve"] => serve(),
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

fn serve() {
    let mut options =
        Options::new(harness::root().join("infra/template.yaml"), harness::root().join("target/debug"));
    options.site_dir = Some(harness::root().join("target/site"));
    options.clock = Some("2020-08-03T09:00:00+08:00".parse().expect("a time"));
    let cloud = LocalCloud::start_blocking(options).expect("the local cloud starts");
    let accounts = seed(cloud.edge_url(), cloud.parameter("SetUpCode").unwrap_or_default(), false);
    let people: Vec<Value> = people::ALL.iter().map(|person| described(person)).collect();
    println!("{}", json!({ "url": cloud.edge_url(), "accounts": accounts, "people": people }));
    std::io::stdin().read_to_end(&mut Vec::new()).expect("standard input can be waited for");
    cloud.shutdown();
}

/// A person with what he would write into the forms, and his unit into its own.
fn described(person: &Person) -> Value {
    let policy = policy();
    let today = "2020-08-03".parse().expect("a date");
    let choice = person.choice();
    let unit = people::organisation(person.unit);
    let known = [
        ("name", person.name),
        ("mobile", person.mobile),
        ("target_title", &choice.target_title),
        ("committee_id", &choice.committee),
        ("unit_name", person.unit),
        ("unit_county", unit.county_code),
        ("identity_nature", unit.nature),
        ("id_number", "000000********0000"),
    ];
    let values: BTreeMap<String, String> =
        known.into_iter().map(|(field, value)| (field.to_owned(), value.to_owned())).collect();
    let basic_info = SectionData { values, ..SectionData::default() };
    let answers = Answers::from([("basic_info".to_owned(), basic_info)]);
    let answers = fill::complete(&policy, &answers, today, FilledBy::Applicant);
    let answers = fill::complete(&policy, &answers, today, FilledBy::Unit);
    json!({
        "key": person.key, "name": person.name, "id_number": person.id_number(), "mobile": person.mobile,
        "target_title": choice.target_title, "industry": choice.industry, "committee": choice.committee,
        "specialty": choice.specialty, "unit": person.unit, "answers": answers,
    })
}
