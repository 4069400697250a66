//! Versions: who reads which, and what the next one changed (review.md §3; §5.5 no. 5).

use api::applications::{ChangedVersion, Versions};
use api::routes::Route;
use api::scans::ScanLink;
use domain::form::{Change, Changed, Place, Row, RowPlace, Scan, Spot};
use domain::ids::RowId;
use domain::pack::FilledBy;
use domain::workflow::{Action, Office, ReturnItem, State, Step};
use harness::{Client, P2, Refused, Reviewer, Walked, World, scans};

fn versions(client: &Client, application: &str) -> Versions {
    client.get(Route::ReadVersions, &[application]).unwrap()
}

fn last(client: &Client, application: &str, part: FilledBy) -> ChangedVersion {
    let versions = versions(client, application).versions;
    versions.into_iter().rfind(|version| version.version.part == part).unwrap()
}

/// `achievements effect: 20% → 50%`, one a line.
fn told(changes: &[Change]) -> Vec<String> {
    let scan = |scan: &Option<Box<Scan>>| scan.as_ref().map_or("-".to_owned(), |scan| scan.id.to_string());
    let row = |row: &Option<RowPlace>| row.as_ref().map_or("-".to_owned(), |row| row.number.to_string());
    let told = |Change { spot, what, .. }: &Change| {
        let (old, new) = match what {
            Changed::Field { old, new } => (old.clone(), new.clone()),
            Changed::Scan { old, new } => (scan(old), scan(new)),
            Changed::Row { old, new } => (row(old), row(new)),
        };
        let what = spot.field.as_ref().or(spot.slot.as_ref()).map_or("row", String::as_str);
        format!("{} {what}: {old} → {new}", spot.section)
    };
    changes.iter().map(told).collect()
}

fn link(client: &Client, application: &str, scan: &Scan) -> Result<Vec<u8>, Refused> {
    let link: ScanLink = client.get(Route::ReadScan, &[application, scan.id.as_str()])?;
    Ok(client.get_bytes(&link.url))
}

/// The unit, the county and the series office of an application that has reached the last of them.
fn readers(at: &Walked<'_>) -> [Reviewer; 3] {
    [at.clerk().officer, at.office(Office::CountyTitle), at.office(Office::Series)]
}

fn first_row(applicant: &harness::Applicant, section: &str) -> RowId {
    applicant.view().sections[section].data.rows("rows")[0].id.clone()
}

fn reason(spot: Spot) -> ReturnItem {
    ReturnItem {
        spot, code: "A02".into(), text: "扫描件模糊，请重新上传".into(), answer: String::new()
    }
}

/// Three scans are asked for again. The applicant answers 已修改 and changes none of them, and makes 50 % of 20 %
/// elsewhere: whoever reads the application reads just that.
#[test]
fn case_06_an_answer_without_a_change_and_a_change_without_a_reason_are_seen() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P2);
    let (applicant, application) = (&at.applicant, at.application());
    let paper = first_row(applicant, "publications");
    let of_paper =
        |slot: &str| Spot { slot: Some(slot.into()), ..Spot::section("publications").in_row("rows", &paper) };
    let reasons = ["cover", "toc", "full_text"].map(|slot| reason(of_paper(slot))).to_vec();
    at.reviewer().step(application, Step { reasons, ..Step::silent(Action::Return) }).unwrap();

    let effect = |share: &str| format!("采用新工艺后节约成本{share}，年效益约12万元，已在两条产线应用。");
    let before = applicant.view().sections["achievements"].data.rows("rows")[0].value("effect").to_owned();
    applicant.change("achievements", |data| {
        let row = &mut data.groups.get_mut("rows").unwrap()[0];
        row.values.insert("effect".into(), effect("50%"));
    });
    let expected = format!("achievements effect: {before} → {}", effect("50%"));
    let draft = versions(&applicant.client, application).draft.unwrap();
    assert_eq!((draft.part, told(&draft.changes)), (FilledBy::Applicant, vec![expected.clone()]));
    for reader in readers(&at) {
        assert_eq!(versions(&reader.client, application).draft, None, "nobody else reads the draft");
    }

    crate::returns::resubmit(&world, applicant, &["已修改"; 3]).unwrap();
    assert_eq!(versions(&applicant.client, application).draft, None);
    for client in readers(&at).iter().map(|reader| &reader.client).chain([&applicant.client]) {
        let ChangedVersion { version, changes, .. } = last(client, application, FilledBy::Applicant);
        assert_eq!((version.number, version.answered.len()), (2, 3));
        assert_eq!(version.after.unwrap().organisation, crate::choice::CONSTRUCTION);
        let other =
            told(&changes).into_iter().filter(|line| !line.starts_with("declaration ")).collect::<Vec<_>>();
        assert_eq!(other, [expected.as_str()]);
        for item in &version.answered {
            assert_eq!(item.answer, "已修改");
            assert!(!changes.iter().any(|change| item.spot.holds(&change.spot)), "未改动");
        }
    }
}

/// Offices read what was submitted, not what is being corrected; evidence that they decided on stays.
#[test]
fn case_11_offices_read_what_was_submitted_and_its_scans_stay() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P2);
    let (applicant, application) = (&at.applicant, at.application());
    let before = at.reviewer().view(application).unwrap();
    at.reviewer().return_for(application, "publications", "A02", "封面模糊，请重新上传").unwrap();

    applicant.change("basic_info", |data| {
        data.values.insert("current_work".into(), "正在改的内容".into());
    });
    let had = before.scans.iter().find(|scan| scan.place.slot == "cover").unwrap();
    let bytes = link(&applicant.client, application, had).unwrap();
    applicant.delete(&had.id).unwrap();
    let new = applicant.upload(had.place.clone(), &scans::pdf()).unwrap();
    for reader in readers(&at) {
        let seen = reader.view(application).unwrap();
        let of_applicant = |id: &String| world.pack.section(id).unwrap().filled_by == FilledBy::Applicant;
        for (id, stored) in before.sections.iter().filter(|(id, _)| of_applicant(id)) {
            assert_eq!(seen.sections[id].data, stored.data, "{id}");
        }
        assert!(seen.scans.contains(had) && !seen.scans.iter().any(|scan| scan.id == new.id));
        assert_eq!(link(&reader.client, application, had).unwrap(), bytes, "what was decided on");
        assert_eq!(link(&reader.client, application, &new).unwrap_err().status, 404, "not submitted");
    }
    assert_eq!(link(&applicant.client, application, had).unwrap(), bytes, "its owner compares with it");

    crate::returns::resubmit(&world, applicant, &["已重新上传封面"]).unwrap();
    for reader in readers(&at) {
        let seen = reader.view(application).unwrap();
        assert_eq!(seen.sections["basic_info"].data.value("current_work"), "正在改的内容");
        assert!(seen.scans.iter().any(|scan| scan.id == new.id) && !seen.scans.contains(had));
        let replaced = format!("publications cover: {} → {}", had.id, new.id);
        let changes = told(&last(&reader.client, application, FilledBy::Applicant).changes);
        assert!(changes.contains(&replaced), "{changes:?}");
        for scan in [had, &new] {
            link(&reader.client, application, scan).unwrap();
        }
    }
}

/// The title and the committee that are chosen anew are the draft's until it is submitted.
#[test]
fn case_11_the_choice_that_is_being_corrected_is_not_read_either() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P2);
    let (applicant, application) = (&at.applicant, at.application());
    let before = applicant.view().application;
    at.reviewer().return_for(application, "basic_info", "K01", "不属于建设工程，请更改评委会").unwrap();
    crate::choice::choose(applicant, crate::choice::mechanical()).unwrap();
    assert_ne!(applicant.view().application.specialty, before.specialty);
    for reader in readers(&at) {
        let seen = reader.view(application).unwrap().application;
        assert_eq!((seen.committee, seen.specialty), (before.committee.clone(), before.specialty.clone()));
        assert_eq!(reader.progress(application).unwrap().summary.specialty, before.specialty);
        let queue = reader.queue();
        let line = queue.waiting.iter().chain(&queue.others).find(|line| line.id == before.id).unwrap();
        assert_eq!(line.specialty, before.specialty);
    }
}

/// The unit's forms are its own while it corrects them, until it sends them on (T14, T15).
#[test]
fn case_11_offices_read_the_unit_s_forms_as_it_sent_them_on() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P2);
    let application = at.application();
    let before = at.reviewer().view(application).unwrap();
    let opinion = |reader: &Reviewer| {
        let view = reader.view(application).unwrap();
        view.sections["unit_recommendation"].data.value("moral").to_owned()
    };
    let had = before.sections["unit_recommendation"].data.value("moral").to_owned();
    at.reviewer().return_to_unit(application, "unit_recommendation", "U06", "推荐意见过于简单").unwrap();
    let new = "思想品德优秀，遵纪守法，团结同事，作风正派，受到职工好评。";
    let clerk = at.clerk();
    clerk
        .save(application, "unit_recommendation", |data| {
            data.values.insert("moral".into(), new.into());
        })
        .unwrap();
    let change = format!("unit_recommendation moral: {had} → {new}");
    let draft = versions(&clerk.officer.client, application).draft.unwrap();
    assert_eq!((draft.part, told(&draft.changes)), (FilledBy::Unit, vec![change.clone()]));
    let offices = [at.office(Office::CountyTitle), at.office(Office::Series)];
    for office in &offices {
        assert_eq!(opinion(office), had);
    }
    let corrected = Step { answers: vec!["已逐项重写".into()], ..Step::silent(Action::Corrected) };
    clerk.officer.step(application, corrected).unwrap();
    for office in &offices {
        assert_eq!(opinion(office), new);
        let ChangedVersion { version, changes, .. } = last(&office.client, application, FilledBy::Unit);
        assert_eq!((version.number, told(&changes)), (2, vec![change.clone()]));
        assert_eq!(version.answered[0].answer, "已逐项重写");
    }
    let mine = versions(&at.applicant.client, application).versions;
    assert!(mine.iter().all(|version| version.version.part == FilledBy::Applicant), "{mine:?}");
}

/// A scan of a deleted row was never submitted: its link is its owner's, and nobody else's.
#[test]
fn case_11_the_link_of_a_left_over_scan_is_its_owner_s() {
    let world = World::start();
    let applicant = world.started(&P2);
    applicant.fill_everything(&world.pack);
    let row = RowId::new("7a1c1f0e-3f0b-4f5e-9a59-0d5a3e1f2b77");
    applicant.change("publications", |data| {
        let rows = data.groups.get_mut("rows").unwrap();
        rows.push(Row { id: row.clone(), values: rows[0].values.clone() });
    });
    let place = Place { section: "publications".into(), row: Some(row.clone()), slot: "cover".into() };
    let left = applicant.upload(place, &scans::pdf()).unwrap();
    applicant.change("publications", |data| {
        data.groups.get_mut("rows").unwrap().retain(|kept| kept.id != row);
    });
    applicant.declare(&world.pack);
    applicant.submit().unwrap();
    let (application, clerk) = (applicant.application.as_str(), world.unit_clerk(&P2));
    link(&applicant.client, application, &left).unwrap();
    assert_eq!(link(&clerk.officer.client, application, &left).unwrap_err().status, 404);
}

/// An office that asked for something reads every version since, though the unit returned one of them in between.
#[test]
fn case_06_an_office_is_told_of_every_version_that_it_has_not_decided_on() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P2);
    let (applicant, application) = (&at.applicant, at.application());
    let new_to = |reader: &Reviewer| -> Vec<u32> {
        let versions = versions(&reader.client, application).versions;
        let new = versions.into_iter().filter(|one| one.is_new && one.version.part == FilledBy::Applicant);
        new.map(|one| one.version.number).collect()
    };
    at.reviewer().return_for(application, "other_proof", "F03", "请补充岗位任职证明").unwrap();
    crate::returns::resubmit(&world, applicant, &["原单位未设岗位"]).unwrap();
    let [unit, county, series] = readers(&at);
    assert_eq!([&unit, &county, &series].map(new_to), [[2], [2], [2]]);
    unit.return_for(application, "other_proof", "F03", "请附情况说明").unwrap();
    crate::returns::resubmit(&world, applicant, &["已附"]).unwrap();
    assert_eq!([&unit, &county, &series].map(new_to), [vec![3], vec![2, 3], vec![2, 3]]);
    assert!(versions(&applicant.client, application).versions.iter().all(|one| !one.is_new));
}
