//! Tells the shared registers about the invented people. Their keys are hashes of ID numbers.

use crate::client::Client;
use crate::people::{P1, P6, Person};
use local::Registry;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// P1 has a registered title and P6 is recognised by social insurance (domain.md Appendix I); nobody else is.
/// A deployment without simulators does not listen.
pub fn tell_known(base_url: &str) {
    for (registry, person, answer) in
        [(Registry::Titles, &P1, title()), (Registry::SocialInsurance, &P6, social_insurance(&P6))]
    {
        tell(base_url, registry, person, &answer);
    }
}

/// Sets what the register answers from now on, in its own words.
pub fn tell(base_url: &str, registry: Registry, person: &Person, answer: &Value) -> u16 {
    let name = serde_json::to_value(registry).expect("a register has a name");
    let path = format!("/_local/registries/{}/{}", name.as_str().unwrap_or_default(), key(person));
    Client::new(base_url).post_json(&path, &[], &answer.to_string())
}

/// Returns the hash of the ID number, in hexadecimal.
pub fn key(person: &Person) -> String {
    hex::encode(Sha256::digest(person.id_number()))
}

/// A whole certificate of 工程师.
pub fn title() -> Value {
    found(json!({
        "title_name": "工程师", "level": "Middle", "series": "工程系列", "specialty": "机械设计",
        "obtained_by": "Review", "obtained_date": "2014-12-20", "certificate_no": "GXZ20141220001",
        "issuer": "柳州市职称改革工作领导小组办公室",
    }))
}

/// A whole year up to July 2020, paid by the person's unit.
pub fn social_insurance(person: &Person) -> Value {
    let id_number = person.id_number();
    let months =
        (8..=12).map(|month| format!("2019-{month:02}")).chain((1..=7).map(|m| format!("2020-{m:02}")));
    found(json!({
        "insured_unit": person.unit, "person_name": person.name, "id_tail": &id_number[14..],
        "months": months.collect::<Vec<_>>().join(","),
    }))
}

pub fn found(values: Value) -> Value {
    json!({ "found": true, "values": values })
}
