//! Scans are stored upright (R40).

use api::routes::Route;
use api::scans::{ScanLink, TurnScan};
use domain::form::{Place, Scan};
use harness::scans::{self, Sample, size_of};
use harness::{Applicant, P2, P6, Refused, World};
use sha2::{Digest, Sha256};

fn contribution_list() -> Place {
    Place { section: "social_insurance".into(), row: None, slot: "contribution_list".into() }
}

fn turn(applicant: &Applicant, scan: &Scan, degrees: u16) -> Result<Scan, Refused> {
    let route = [applicant.application.as_str(), scan.id.as_str()];
    applicant.client.call(Route::TurnScan, &route, &TurnScan { degrees })
}

/// Downloads the scan as a reader does, and checks it against its record.
fn object(applicant: &Applicant, scan: &Scan) -> Vec<u8> {
    let route = [applicant.application.as_str(), scan.id.as_str()];
    let link: ScanLink = applicant.client.get(Route::ReadScan, &route).unwrap();
    let bytes = applicant.client.get_bytes(&link.url);
    assert_eq!((bytes.len() as u64, hex::encode(Sha256::digest(&bytes))), (scan.bytes, scan.sha256.clone()));
    bytes
}

#[test]
fn r40_a_photo_that_was_held_sideways_is_stored_upright() {
    let world = World::start();
    let applicant = world.started(&P6);
    let scan = scans::sideways_photo();
    assert_eq!(size_of(&scan.bytes), (1_200, 1_000));
    let scan = applicant.upload(contribution_list(), &scan).unwrap();
    assert_eq!((scan.facts.width, scan.facts.height), (Some(1_000), Some(1_200)));
    let stored = object(&applicant, &scan);
    assert_eq!(size_of(&stored), (1_000, 1_200));
    assert!(!stored.windows(4).any(|four| four == b"Exif"), "nothing is left to be turned again");
    assert_eq!(applicant.view().scans, [scan]);
}

#[test]
fn r40_a_scan_is_turned_in_its_place_and_back() {
    let world = World::start();
    let applicant = world.started(&P6);
    let scan = scans::png();
    let first = applicant.upload(contribution_list(), &scan).unwrap();
    let second = applicant.upload(contribution_list(), &scans::pdf()).unwrap();

    let right = turn(&applicant, &first, 90).unwrap();
    assert_eq!((right.facts.width, right.facts.height), (Some(1_200), Some(1_000)));
    assert_eq!((right.facts.white, right.facts.red), (first.facts.white, first.facts.red));
    assert_eq!(size_of(&object(&applicant, &right)), (1_200, 1_000));
    assert_eq!(turn(&applicant, &first, 90).unwrap(), right, "asking twice turns once");
    assert_eq!(applicant.view().scans, [right.clone(), second.clone()]);

    let over = turn(&applicant, &right, 180).unwrap();
    assert_eq!(size_of(&object(&applicant, &over)), (1_000, 1_200));
    let back = turn(&applicant, &over, 0).unwrap();
    assert_eq!(object(&applicant, &back), scan.bytes, "nothing is lost on the way");

    let left = turn(&applicant, &second, 270).unwrap();
    assert_eq!((left.facts, left.place.clone()), (second.facts, second.place));
    let pdf = object(&applicant, &left);
    assert!(pdf.windows(11).any(|part| part == b"/Rotate 270"), "each page says so");
}

#[test]
fn a_turn_that_cannot_be_made_is_refused() {
    let world = World::start();
    let applicant = world.started(&P6);
    let photo = Place { section: "basic_info".into(), row: None, slot: "photo".into() };
    let photo = applicant.upload(photo, &scans::photo(398, 535)).unwrap();
    let refused = |result: Result<Scan, Refused>| result.map_err(|r| (r.status, r.code().to_owned()));
    let code = |status, code: &str| Err((status, code.to_owned()));
    assert_eq!(refused(turn(&applicant, &photo, 45)), code(422, "E_INVALID"));
    assert_eq!(refused(turn(&applicant, &photo, 90)), code(422, "E_SCAN_TOO_SMALL"));
    assert_eq!(applicant.view().scans, std::slice::from_ref(&photo));
    applicant.delete(&photo.id).unwrap();
    assert_eq!(refused(turn(&applicant, &photo, 90)), code(404, "E_NOT_FOUND"));

    let submitted = world.submitted(&P2);
    let scan = submitted.view().scans[0].clone();
    assert_eq!(refused(turn(&submitted, &scan, 90)), code(409, "E_NOT_EDITABLE"));
}

/// A submitted version shows what was submitted: turning makes another object.
#[test]
fn what_arrived_is_kept_when_it_is_turned() {
    let world = World::start();
    let applicant = world.started(&P6);
    let Sample { bytes, .. } = scans::png();
    let scan = Sample { bytes: bytes.clone(), file_name: "a.png".into(), media_type: "image/png" };
    let scan = applicant.upload(contribution_list(), &scan).unwrap();
    let route = [applicant.application.as_str(), scan.id.as_str()];
    let before: ScanLink = applicant.client.get(Route::ReadScan, &route).unwrap();
    turn(&applicant, &scan, 90).unwrap();
    assert_eq!(applicant.client.get_bytes(&before.url), bytes);
}
