//! Scans are stored upright (R40).

use api::files::{FileLink, TurnFile};
use api::routes::Route;
use domain::form::{Attachment, Place};
use harness::scans::{self, Scan, size_of};
use harness::{Applicant, P2, P6, Refused, World};
use sha2::{Digest, Sha256};

fn contribution_list() -> Place {
    Place { section: "social_insurance".into(), row: None, slot: "contribution_list".into() }
}

fn turn(applicant: &Applicant, file: &Attachment, degrees: u16) -> Result<Attachment, Refused> {
    let route = [applicant.application.as_str(), file.id.as_str()];
    applicant.client.call(Route::TurnFile, &route, &TurnFile { degrees })
}

/// Downloads the scan as a reader does, and checks it against its record.
fn object(applicant: &Applicant, file: &Attachment) -> Vec<u8> {
    let route = [applicant.application.as_str(), file.id.as_str()];
    let link: FileLink = applicant.client.get(Route::ReadFile, &route).unwrap();
    let bytes = applicant.client.get_bytes(&link.url);
    assert_eq!((bytes.len() as u64, hex::encode(Sha256::digest(&bytes))), (file.bytes, file.sha256.clone()));
    bytes
}

#[test]
fn r40_a_photo_that_was_held_sideways_is_stored_upright() {
    let world = World::start();
    let applicant = world.started(&P6);
    let scan = scans::sideways_photo();
    assert_eq!(size_of(&scan.bytes), (1_200, 1_000));
    let file = applicant.upload(contribution_list(), &scan).unwrap();
    assert_eq!((file.facts.width, file.facts.height), (Some(1_000), Some(1_200)));
    let stored = object(&applicant, &file);
    assert_eq!(size_of(&stored), (1_000, 1_200));
    assert!(!stored.windows(4).any(|four| four == b"Exif"), "nothing is left to be turned again");
    assert_eq!(applicant.view().files, [file]);
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
    assert_eq!(applicant.view().files, [right.clone(), second.clone()]);

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
    let refused = |result: Result<Attachment, Refused>| result.map_err(|r| (r.status, r.code().to_owned()));
    let code = |status, code: &str| Err((status, code.to_owned()));
    assert_eq!(refused(turn(&applicant, &photo, 45)), code(422, "E_INVALID"));
    assert_eq!(refused(turn(&applicant, &photo, 90)), code(422, "E_SCAN_TOO_SMALL"));
    assert_eq!(applicant.view().files, std::slice::from_ref(&photo));
    applicant.delete(&photo.id).unwrap();
    assert_eq!(refused(turn(&applicant, &photo, 90)), code(404, "E_NOT_FOUND"));

    let submitted = world.submitted(&P2);
    let file = submitted.view().files[0].clone();
    assert_eq!(refused(turn(&submitted, &file, 90)), code(409, "E_NOT_EDITABLE"));
}

/// A submitted version shows what was submitted: turning makes another object.
#[test]
fn what_arrived_is_kept_when_it_is_turned() {
    let world = World::start();
    let applicant = world.started(&P6);
    let Scan { bytes, .. } = scans::png();
    let scan = Scan { bytes: bytes.clone(), file_name: "a.png".into(), media_type: "image/png" };
    let file = applicant.upload(contribution_list(), &scan).unwrap();
    let route = [applicant.application.as_str(), file.id.as_str()];
    let before: FileLink = applicant.client.get(Route::ReadFile, &route).unwrap();
    turn(&applicant, &file, 90).unwrap();
    assert_eq!(applicant.client.get_bytes(&before.url), bytes);
}
