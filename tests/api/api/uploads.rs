//! Scans: announced, sent once to the bucket, confirmed (R40, R66, R67).

use api::routes::Route;
use api::scans::{DescribeScan, PresignUpload, Presigned, ScanLink};
use chrono::{DateTime, Duration, Utc};
use domain::form::{CopyKind, Place, Scan, ScanFacts};
use harness::scans::{self, Sample};
use harness::{Applicant, P2, P6, Refused, World};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

/// The emulator's only key.
const SECRET: &str = "local-secret";

fn place(section: &str, slot: &str) -> Place {
    Place { section: section.into(), row: None, slot: slot.into() }
}

fn photo() -> Place {
    place("basic_info", "photo")
}

fn contribution_list() -> Place {
    place("social_insurance", "contribution_list")
}

fn put(applicant: &Applicant, presigned: &Presigned, body: &[u8]) -> u16 {
    applicant.client.put_bytes(&presigned.url, &presigned.headers, body)
}

fn confirm(applicant: &Applicant, presigned: &Presigned) -> Result<Scan, Refused> {
    applicant.client.call(Route::ConfirmUpload, &[&applicant.application, presigned.scan.as_str()], &())
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// The same link as if it had been made at `at`, with a valid signature (SigV4).
fn signed_at(presigned: &Presigned, bytes: usize, at: DateTime<Utc>) -> Presigned {
    let (address, query) = presigned.url.split_once('?').unwrap();
    let (host, path) = address.trim_start_matches("http://").split_once('/').unwrap();
    let (date, time) = (at.format("%Y%m%d").to_string(), at.format("%Y%m%dT%H%M%SZ").to_string());
    let scope = format!("{date}/ap-southeast-1/s3/aws4_request");
    let value = |pair: &str| match pair.split_once('=').unwrap() {
        ("X-Amz-Date", _) => format!("X-Amz-Date={time}"),
        ("X-Amz-Credential", _) => format!("X-Amz-Credential=local%2F{}", scope.replace('/', "%2F")),
        _ => pair.to_owned(),
    };
    let mut pairs: Vec<String> =
        query.split('&').filter(|pair| !pair.starts_with("X-Amz-Signature=")).map(value).collect();
    pairs.sort();
    let names = pairs.iter().find_map(|pair| pair.strip_prefix("X-Amz-SignedHeaders=")).unwrap();
    let names = names.replace("%3B", ";");
    let header = |name: &str| match name {
        "host" => host.to_owned(),
        "content-length" => bytes.to_string(),
        _ => presigned.headers.iter().find(|(known, _)| known == name).unwrap().1.clone(),
    };
    let headers: String = names.split(';').map(|name| format!("{name}:{}\n", header(name))).collect();
    let query = pairs.join("&");
    let canonical = format!("PUT\n/{path}\n{query}\n{headers}\n{names}\nUNSIGNED-PAYLOAD");
    let hashed = hex::encode(Sha256::digest(canonical.as_bytes()));
    let key = [date.as_str(), "ap-southeast-1", "s3", "aws4_request"]
        .into_iter()
        .fold(format!("AWS4{SECRET}").into_bytes(), |key, part| mac(&key, part));
    let signature = hex::encode(mac(&key, &format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{hashed}")));
    Presigned { url: format!("{address}?{query}&X-Amz-Signature={signature}"), ..presigned.clone() }
}

fn with_other_signature(url: &str) -> String {
    let (before, rest) = url.split_once("X-Amz-Signature=").unwrap();
    let other = if rest.starts_with('0') { "1" } else { "0" };
    format!("{before}X-Amz-Signature={other}{}", &rest[1..])
}

#[test]
fn a_link_takes_exactly_what_was_announced_and_takes_it_once() {
    let world = World::start();
    let applicant = world.started(&P6);
    let scan = scans::jpeg();
    let presigned = applicant.presign(photo(), &scan).unwrap();
    let refused = confirm(&applicant, &presigned).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_UPLOAD_MISMATCH"), "nothing has arrived");

    assert!(presigned.url.contains("SignedHeaders=content-length%3B"), "the size is part of the signature");
    let longer = [scan.bytes.as_slice(), b"!"].concat();
    assert_eq!(put(&applicant, &presigned, &longer), 400, "another size, so another hash");
    let html = presigned.headers.iter().map(|(name, value)| match name.as_str() {
        "content-type" => (name.clone(), "text/html".to_owned()),
        _ => (name.clone(), value.clone()),
    });
    let html = Presigned { headers: html.collect(), ..presigned.clone() };
    assert_eq!(put(&applicant, &html, &scan.bytes), 403, "another type");
    let forged = Presigned { url: with_other_signature(&presigned.url), ..presigned.clone() };
    assert_eq!(put(&applicant, &forged, &scan.bytes), 403, "another signature");
    let longer_lived = presigned.url.replace("X-Amz-Expires=600", "X-Amz-Expires=6000");
    let longer_lived = Presigned { url: longer_lived, ..presigned.clone() };
    assert_eq!(put(&applicant, &longer_lived, &scan.bytes), 403, "a longer life than was signed");
    let mut other = scan.bytes.clone();
    *other.last_mut().unwrap() ^= 1;
    assert_eq!(put(&applicant, &presigned, &other), 400, "another hash");
    assert_eq!(confirm(&applicant, &presigned).unwrap_err().status, 409, "what was refused is not stored");

    assert_eq!(put(&applicant, &presigned, &scan.bytes), 200);
    assert_eq!(put(&applicant, &presigned, &scan.bytes), 412, "a second use");
    let stored = confirm(&applicant, &presigned).unwrap();
    assert_eq!(stored.sha256, scan.sha256());
    assert_eq!(confirm(&applicant, &presigned).unwrap(), stored, "confirming twice changes nothing");
    assert_eq!(applicant.view().scans, [stored]);
}

#[test]
fn r40_jpeg_png_and_pdf_are_taken() {
    let world = World::start();
    let applicant = world.started(&P6);
    for scan in [scans::jpeg(), scans::png(), scans::pdf()] {
        let scan = applicant.upload(contribution_list(), &scan).unwrap();
        assert_eq!(scan.media_type, scan.media_type);
    }
    assert_eq!(applicant.view().scans.len(), 3);
}

#[test]
fn r40_r59_what_a_scan_shows_is_stored_with_it() {
    let world = World::start();
    let applicant = world.started(&P6);
    let facts = |scan: Sample| applicant.upload(contribution_list(), &scan).unwrap().facts;
    let pages = facts(scans::pdf_with(12, "", ""));
    assert_eq!(pages, ScanFacts { pages: Some(12), ..ScanFacts::default() });
    let (red, grey) = (facts(scans::png()), facts(scans::grey_png()));
    assert_eq!((red.pages, red.width, red.height), (None, Some(1_000), Some(1_200)));
    assert!((7_000..9_000).contains(&red.white.unwrap()), "{red:?}");
    assert!(red.red.unwrap() > 500, "{red:?}");
    assert_eq!(grey.red, Some(0));
    let stored: Vec<ScanFacts> = applicant.view().scans.iter().map(|scan| scan.facts).collect();
    assert_eq!(stored.len(), 3);
    assert!([pages, red, grey].iter().all(|facts| stored.contains(facts)), "{stored:?}");
}

#[test]
fn what_cannot_be_read_as_a_scan_is_refused() {
    let world = World::start();
    let applicant = world.started(&P6);
    let half = |scan: Sample| Sample { bytes: scan.bytes[..scan.bytes.len() / 2].to_vec(), ..scan };
    let script = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>";
    let handler = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<00>/U<00>/P -4>>";
    let refused = [
        ("E_SCAN_BROKEN", half(scans::jpeg())),
        ("E_SCAN_BROKEN", half(scans::png())),
        ("E_PDF_SCRIPTS", scans::pdf_with(1, script, "")),
        ("E_PDF_ENCRYPTED", scans::pdf_with(1, "", handler)),
        ("E_PDF_NO_PAGES", scans::pdf_with(0, "", "")),
        ("E_PDF_TOO_MANY_PAGES", scans::pdf_with(61, "", "")),
    ];
    for (code, scan) in refused {
        let refused = applicant.upload(contribution_list(), &scan).unwrap_err();
        assert_eq!((refused.status, refused.code()), (422, code));
    }
    assert!(applicant.view().scans.is_empty());
    assert!(applicant.upload(contribution_list(), &scans::pdf_with(60, "", "")).is_ok());
}

/// §4.1: 398 × 535 pixels at least, 5 MB at most.
#[test]
fn a_photo_has_the_size_that_is_asked_for() {
    let world = World::start();
    let applicant = world.started(&P6);
    for (width, height) in [(397, 535), (398, 534), (535, 398)] {
        let refused = applicant.upload(photo(), &scans::photo(width, height)).unwrap_err();
        assert_eq!((refused.status, refused.code()), (422, "E_SCAN_TOO_SMALL"));
        let title = refused.problem.unwrap().title;
        let said = title.contains("398×535") && title.contains(&format!("{width}×{height}"));
        assert!(said && title.contains("照片"), "{title}");
    }
    assert!(applicant.upload(photo(), &scans::photo(398, 535)).is_ok());
}

#[test]
fn a_link_ends_after_ten_minutes() {
    let world = World::start();
    let applicant = world.started(&P6);
    let scan = scans::jpeg();
    let presigned = applicant.presign(photo(), &scan).unwrap();
    assert!(presigned.url.contains("X-Amz-Expires=600"), "ten minutes");
    let now = DateTime::<Utc>::from(std::time::SystemTime::now());
    let at = |minutes_ago| signed_at(&presigned, scan.bytes.len(), now - Duration::minutes(minutes_ago));
    assert_eq!(put(&applicant, &at(11), &scan.bytes), 403);
    assert_eq!(put(&applicant, &at(9), &scan.bytes), 200);
}

#[test]
fn what_cannot_be_a_scan_is_not_announced() {
    let world = World::start();
    let applicant = world.started(&P6);
    let good = || PresignUpload {
        place: photo(),
        file_name: "照片.jpg".into(),
        media_type: "image/jpeg".into(),
        bytes: 1_000,
        sha256: "0".repeat(64),
    };
    let nowhere = place("basic_info", "nowhere");
    let no_row = Place { row: Some(domain::ids::RowId::new("r9")), ..place("publications", "cover") };
    let wrong = [
        ("/bytes", PresignUpload { bytes: 0, ..good() }),
        ("/bytes", PresignUpload { bytes: 5 * 1024 * 1024 + 1, ..good() }),
        ("/bytes", PresignUpload { place: contribution_list(), bytes: 20 * 1024 * 1024 + 1, ..good() }),
        ("/media_type", PresignUpload { media_type: "text/html".into(), ..good() }),
        ("/media_type", PresignUpload { media_type: "application/pdf".into(), ..good() }),
        ("/sha256", PresignUpload { sha256: "0".repeat(63), ..good() }),
        ("/place", PresignUpload { place: nowhere, ..good() }),
        ("/place/row", PresignUpload { place: no_row, ..good() }),
        ("/place/row", PresignUpload { place: place("publications", "cover"), ..good() }),
    ];
    for (pointer, announced) in wrong {
        let asked = applicant.client.call::<_, Presigned>(
            Route::PresignUpload,
            &[&applicant.application],
            &announced,
        );
        let refused = asked.unwrap_err();
        assert_eq!((refused.status, refused.code()), (422, "E_INVALID"), "{announced:?}");
        assert_eq!(refused.problem.unwrap().pointer.as_deref(), Some(pointer), "{announced:?}");
    }
}

#[test]
fn a_scan_that_only_claims_to_be_a_picture_is_not_confirmed() {
    let world = World::start();
    let applicant = world.started(&P6);
    let page = Sample {
        file_name: "照片.jpg".into(),
        media_type: "image/jpeg",
        bytes: b"<script>alert(1)</script>".to_vec(),
    };
    let presigned = applicant.presign(photo(), &page).unwrap();
    assert_eq!(put(&applicant, &presigned, &page.bytes), 200);
    let refused = confirm(&applicant, &presigned).unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_SCAN_TYPE"));
    assert!(applicant.view().scans.is_empty());
}

/// The unit reads what was submitted; nobody else does.
#[test]
fn a_scan_is_read_by_who_may_know_the_application() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let scan = applicant.view().scans[0].clone();
    let route = [applicant.application.as_str(), scan.id.as_str()];
    let clerk = world.unit_clerk(&P6);
    for client in [&applicant.client, &clerk.officer.client] {
        let link: ScanLink = client.get(Route::ReadScan, &route).unwrap();
        let bytes = client.get_bytes(&link.url);
        assert_eq!(hex::encode(Sha256::digest(&bytes)), scan.sha256);
    }
    let (stranger, other_unit) = (world.applicant(&P2), world.unit_clerk(&P2));
    for client in [&stranger.client, &other_unit.officer.client] {
        let refused = client.get::<ScanLink>(Route::ReadScan, &route).unwrap_err();
        assert_eq!((refused.status, refused.code()), (404, "E_NOT_FOUND"));
    }
}

/// The bucket's address says nothing about the person or the scan's name.
#[test]
fn a_scan_s_address_is_made_by_the_server() {
    let world = World::start();
    let applicant = world.started(&P6);
    let scan = Sample { file_name: "../../韦某身份证.jpg".into(), ..scans::jpeg() };
    let presigned = applicant.presign(photo(), &scan).unwrap();
    let key = presigned.url.split('?').next().unwrap();
    assert!(key.ends_with(&format!("/scans/{}/{}", applicant.application, presigned.scan)), "{key}");
    put(&applicant, &presigned, &scan.bytes);
    assert_eq!(confirm(&applicant, &presigned).unwrap().file_name, "韦某身份证.jpg");
}

#[test]
fn r67_a_copy_needs_both_stamps_and_a_reason() {
    let world = World::start();
    let applicant = world.started(&P6);
    applicant.fill_everything(&world.pack);
    let scan = applicant.view().scans.into_iter().find(|scan| scan.place.slot == "cover").unwrap();
    let copy = |verification_stamp, reason: &str| DescribeScan {
        copy_kind: CopyKind::StampedCopy {
            verification_stamp,
            unit_seal: true,
            no_original_reason: reason.into(),
        },
        kind: String::new(),
        description: String::new(),
        marked: false,
    };
    let describe = |described: DescribeScan| {
        let route = [applicant.application.as_str(), scan.id.as_str()];
        applicant.client.call::<_, Scan>(Route::DescribeScan, &route, &described).unwrap();
    };
    describe(copy(false, ""));
    let problems = applicant.submit().unwrap_err().problem.unwrap().problems;
    let codes: Vec<String> = problems.iter().map(|problem| problem.code().to_string()).collect();
    assert_eq!(codes, ["E_COPY_STAMPS", "E_COPY_REASON", "E_REDECLARE"]);
    describe(copy(true, "原件已由原单位存档"));
    let problems = applicant.submit().unwrap_err().problem.unwrap().problems;
    let codes: Vec<String> = problems.iter().map(|problem| problem.code().to_string()).collect();
    assert_eq!(codes, ["E_REDECLARE"], "what was declared spoke of an original (§4.15)");
    applicant.declare(&world.pack);
    assert!(applicant.submit().is_ok());
}
