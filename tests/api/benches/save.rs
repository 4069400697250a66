//! The cost of one autosave: `cargo bench --package api-tests --bench save --profile dev`.
//!
//! `ours` is the save through the API, `control` one bare UpdateItem of the same item. Units are those that the
//! local table reports; nothing is timed.

#![expect(clippy::unwrap_used, reason = "a bench ends by panicking")]

use domain::form::{Row, SectionData, Values};
use domain::ids::RowId;
use harness::{Applicant, Client, P1, World};
use local::Consumed;
use serde_json::{Value, json};

const ROWS: &str = "professional_experience";

fn main() {
    let world = World::start();
    let applicant = world.started(&P1);
    println!(
        "save            status   item bytes  calls of the table                    read units     ours  control  ratio"
    );
    let few = SectionData {
        values: [("reason".to_owned(), "参与重点项目，贡献突出".to_owned())].into(),
        ..SectionData::default()
    };
    report(&world, &applicant, "one field", "exceptional_case", few);
    report(&world, &applicant, "1 row", ROWS, rows(1, 250));
    report(&world, &applicant, "40 rows", ROWS, rows(40, 250));
    report(&world, &applicant, "40 full rows", ROWS, rows(40, 1_000));
    for kilobytes in [200, 300, 345, 351, 390, 420, 3_000] {
        let chars = kilobytes * 1024 / 3 / 40 - 20;
        report(&world, &applicant, &format!("{kilobytes} KB"), ROWS, rows(40, chars));
    }
}

fn rows(n_rows: usize, chars: usize) -> SectionData {
    let row = |i: usize| {
        let values: Values = [
            ("start".to_owned(), "2016-03".to_owned()),
            ("project_or_task".to_owned(), format!("柳州市第{i}号工程")),
            ("content".to_owned(), "验".repeat(chars)),
        ]
        .into();
        Row { id: RowId::new(format!("r{i}")), values }
    };
    let rows: Vec<Row> = (0..n_rows).map(row).collect();
    SectionData { values: Values::new(), groups: [("rows".to_owned(), rows)].into() }
}

fn report(world: &World, applicant: &Applicant, name: &str, section: &str, data: SectionData) {
    let revision = applicant.view().sections[section].revision;
    let (saved, calls) = world.cloud.metered(|| applicant.save(section, revision, data));
    let writes: f64 = units(&calls, true);
    let reads: f64 = units(&calls, false);
    if let Err(refused) = saved {
        let (status, code) = (refused.status, refused.code());
        println!(
            "{name:<14} {status:>7} {:>12}  {:<36} {reads:>11.1} {writes:>8.1}  {code}",
            "–",
            made(&calls)
        );
        return;
    }
    let (status, item, made) = (200, stored(world, &applicant.application, section), made(&calls));
    let control = control(world, &item);
    let bytes = size(&item);
    let ratio = writes / control;
    println!(
        "{name:<14} {status:>7} {bytes:>12}  {made:<36} {reads:>11.1} {writes:>8.1} {control:>8.1} {ratio:>6.2}"
    );
}

fn units(calls: &[Consumed], writes: bool) -> f64 {
    calls.iter().filter(|call| call.is_write == writes).fold(0.0, |sum, call| sum + call.units)
}

/// `4 GetItem, 1 UpdateItem`.
fn made(calls: &[Consumed]) -> String {
    let mut counted = std::collections::BTreeMap::<&str, usize>::new();
    calls.iter().for_each(|call| *counted.entry(&call.operation).or_default() += 1);
    counted.into_iter().map(|(operation, n)| format!("{n} {operation}")).collect::<Vec<_>>().join(", ")
}

fn stored(world: &World, application: &str, section: &str) -> Value {
    let items = world.cloud.items(&world.cloud.table_names()[0]).unwrap();
    let (pk, sk) = (format!("APP#{application}"), format!("SECTION#{section}"));
    items.into_iter().find(|item| item["pk"]["S"] == pk && item["sk"]["S"] == sk).unwrap()
}

/// The item put over itself, without a condition.
fn control(world: &World, item: &Value) -> f64 {
    let update = json!({
        "TableName": world.cloud.table_names()[0],
        "Key": { "pk": item["pk"], "sk": item["sk"] },
        "UpdateExpression": "SET doc = :doc",
        "ExpressionAttributeValues": { ":doc": item["doc"] },
    });
    let headers = [
        ("x-amz-target", "DynamoDB_20120810.UpdateItem".to_owned()),
        ("x-amz-date", "20201124T000000Z".to_owned()),
        (
            "authorization",
            "AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=s".to_owned(),
        ),
    ];
    let table = Client::new(world.cloud.dynamodb_url());
    let (status, calls) = world.cloud.metered(|| table.post_json("/", &headers, &update.to_string()));
    assert_eq!(status, 200);
    units(&calls, true)
}

/// Returns the size as DynamoDB counts it: names and values, 1 byte an element, 3 a map or list.
fn size(item: &Value) -> usize {
    let attributes = item.as_object().unwrap().iter();
    attributes.map(|(name, value)| name.len() + value_size(value)).sum()
}

fn value_size(value: &Value) -> usize {
    let (kind, value) = value.as_object().unwrap().iter().next().unwrap();
    match kind.as_str() {
        "M" => {
            value
                .as_object()
                .unwrap()
                .iter()
                .map(|(name, one)| name.len() + 1 + value_size(one))
                .sum::<usize>()
                + 3
        }
        "L" => value.as_array().unwrap().iter().map(|one| 1 + value_size(one)).sum::<usize>() + 3,
        "N" => value.as_str().unwrap().len().div_ceil(2) + 1,
        "S" => value.as_str().unwrap().len(),
        _ => 1,
    }
}
