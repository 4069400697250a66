//! A fault of a scan stands at its own card, and at its own field there.

use crate::fixture;
use crate::section_form::form;
use domain::form::{CopyKind, Scan};
use std::rc::Rc;
use web::state::loaded::Loaded;

fn scan(id: &str, copy_kind: CopyKind, description: &str) -> Scan {
    // The shape that the server sends: what is left out has its default.
    let sent = serde_json::json!({
        "id": id,
        "place": { "section": "other_proof", "row": null, "slot": "other" },
        "file_name": "证明.pdf",
        "media_type": "application/pdf",
        "bytes": 1_000,
        "sha256": id,
        "copy_kind": copy_kind,
        "description": description,
        "uploaded_at": "2020-08-03T09:00:00+08:00",
    });
    serde_json::from_value(sent).expect("a scan")
}

/// The last section but one, with these scans.
async fn html(scans: impl IntoIterator<Item = Scan>) -> String {
    let loaded = fixture::new_application(fixture::pack());
    let loaded: Loaded = scans.into_iter().fold(loaded, |loaded, scan| loaded.with_scan(scan));
    form(&Rc::new(loaded), "other_proof").await
}

#[tokio::test(flavor = "current_thread")]
async fn a_description_is_required_and_missed_at_its_own_scan() {
    let scans = [scan("f1", CopyKind::Original, "获奖公示"), scan("f2", CopyKind::Original, "")];
    let html = html(scans).await;
    let label = "<label for=\"file-f1-description\">文件说明<span class=\"required\">必填</span></label>";
    assert!(html.contains(label), "{html}");
    assert!(html.contains("aria-describedby=\"file-f2-description-problems\""), "{html}");
    assert!(html.contains("id=\"file-f2-description-problems\""), "{html}");
    assert!(!html.contains("id=\"file-f1-description-problems\""), "{html}");
    // In the summary above the form, and at the field.
    assert_eq!(html.matches("请为“证明.pdf”填写说明").count(), 2, "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn r67_what_a_copy_lacks_stands_at_its_stamps_and_its_reason() {
    let copy = CopyKind::StampedCopy {
        verification_stamp: true,
        unit_seal: false,
        no_original_reason: String::new(),
    };
    let html = html([scan("f1", CopyKind::Original, "一"), scan("f2", copy, "二")]).await;
    assert!(html.contains("aria-describedby=\"file-f2-copy-problems\""), "{html}");
    assert!(
        html.contains("id=\"file-f2-copy-problems\"") && !html.contains("id=\"file-f1-copy-problems\""),
        "{html}"
    );
    assert!(html.contains("id=\"file-f2-reason-problems\""), "{html}");
    assert!(!html.contains("id=\"other_proof--other-problems\""), "{html}");
}
