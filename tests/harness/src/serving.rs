//! A seeded cloud in memory for the browser tests: told as one line of JSON, then one line for every line that is
//! read. It ends when its standard input does.

use domain::form::{Answers, SectionData};
use domain::pack::FilledBy;
use domain::workflow::{Office, State};
use harness::{Applicant, Person, Reviewer, fill, pack, people, seed};
use local::{LocalCloud, Options};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The point to which somebody new has come with his application.
#[derive(Clone, Copy)]
enum Wish {
    Unregistered,
    Started,
    Filled,
    Submitted,
    /// Sent back by the unit.
    Returned,
    /// Come to the series office, a week later.
    AtSeriesOffice,
}

impl Wish {
    fn parse(word: &str) -> Option<Self> {
        match word {
            "person" => Some(Self::Unregistered),
            "start" => Some(Self::Started),
            "fill" => Some(Self::Filled),
            "submit" => Some(Self::Submitted),
            "return" => Some(Self::Returned),
            "series" => Some(Self::AtSeriesOffice),
            _ => None,
        }
    }
}

pub(crate) fn serve() {
    let mut options =
        Options::new(harness::root().join("infra/template.yaml"), harness::root().join("target/debug"));
    options.site_dir = Some(harness::root().join("target/site"));
    options.clock = Some("2020-08-03T09:00:00+08:00".parse().expect("a time"));
    // All its people come from one address, within an hour of its clock.
    options.parameters.insert("CodesPerAddressPerHour".into(), "1000".into());
    let cloud = LocalCloud::start_blocking(options).expect("the local cloud starts");
    let accounts = seed(cloud.edge_url(), cloud.parameter("SetUpCode").unwrap_or_default(), false);
    let people: Vec<Value> = people::ALL.iter().map(|person| described(person)).collect();
    println!("{}", json!({ "url": cloud.edge_url(), "accounts": accounts, "people": people }));
    for (n, line) in std::io::stdin().lines().enumerate() {
        let line = line.expect("standard input can be read");
        println!("{}", newcomer(cloud.edge_url(), n, &line));
    }
    cloud.shutdown();
}

/// `fill P1`: somebody new of the unit and with the wishes of P1, and how far he has come.
fn newcomer(base_url: &str, n: usize, line: &str) -> Value {
    let (wish, key) = line.split_once(' ').expect("a wish and the key of a person");
    let wish = Wish::parse(wish).unwrap_or_else(|| panic!("no wish `{wish}`"));
    let like = people::ALL.iter().find(|person| person.key == key);
    let person: &'static Person =
        Box::leak(Box::new(like.unwrap_or_else(|| panic!("no person {key}")).another(n)));
    let application = match wish {
        Wish::Unregistered => String::new(),
        Wish::Started | Wish::Filled | Wish::Submitted | Wish::Returned | Wish::AtSeriesOffice => {
            applied(base_url, person, wish)
        }
    };
    let mut described = described(person);
    described["application"] = application.into();
    described
}

fn applied(base_url: &str, person: &'static Person, wish: Wish) -> String {
    let mut applicant = Applicant::register(base_url, person);
    applicant.start();
    match wish {
        Wish::Unregistered | Wish::Started => {}
        Wish::Filled => applicant.fill_everything(&pack()),
        Wish::Submitted => submit(&applicant),
        Wish::AtSeriesOffice => return applicant.on_to(State::Office(Office::Series)).application,
        Wish::Returned => {
            submit(&applicant);
            let unit = Reviewer::sign_in(base_url, person.unit);
            let returned = unit.return_for(&applicant.application, "basic_info", "A01", "请重新上传证件照");
            returned.expect("the unit can return what it reviews");
        }
    }
    applicant.application
}

fn submit(applicant: &Applicant) {
    applicant.fill_everything(&pack());
    applicant.submit().expect("a complete application can be submitted");
}

/// A person with what he would write into the forms, and his unit into its own.
fn described(person: &Person) -> Value {
    let pack = pack();
    let today = "2020-08-03".parse().expect("a date");
    let choice = person.choice();
    let unit = people::organisation(person.unit);
    let id = person.id_number();
    // As the server shows it.
    let masked = format!("{}********{}", &id[..6], &id[14..]);
    let known = [
        ("name", person.name),
        ("mobile", person.mobile),
        ("target_title", &choice.target_title),
        ("committee_id", &choice.committee),
        ("unit_name", person.unit),
        ("unit_county", unit.county_code),
        ("identity_nature", unit.nature),
        ("id_number", &masked),
    ];
    let values: BTreeMap<String, String> =
        known.into_iter().map(|(field, value)| (field.to_owned(), value.to_owned())).collect();
    let mut answers = Answers::new();
    answers.insert("basic_info".to_owned(), SectionData { values, ..SectionData::default() });
    for (section, field, value) in person.typed() {
        let data = answers.entry((*section).to_owned()).or_default();
        data.values.insert((*field).to_owned(), (*value).to_owned());
    }
    let answers = fill::complete(&pack, &answers, today, FilledBy::Applicant);
    let answers = fill::complete(&pack, &answers, today, FilledBy::Unit);
    json!({
        "key": person.key, "name": person.name, "id_number": id, "mobile": person.mobile,
        "target_title": choice.target_title, "industry": choice.industry, "committee": choice.committee,
        "specialty": choice.specialty, "unit": person.unit, "answers": answers,
    })
}
