//! A copy is told from an original.

use crate::fixture;
use domain::form::{CopyKind, Row, Scan, SectionData, Values};
use domain::ids::RowId;
use std::rc::Rc;
use web::components::reading::{SectionReading, SectionReadingProps};

fn scan(copy_kind: &CopyKind) -> Scan {
    let sent = serde_json::json!({
        "id": "f1",
        "place": { "section": "awards", "row": "1", "slot": "award_certificate" },
        "file_name": "证书.pdf",
        "media_type": "application/pdf",
        "bytes": 1_000,
        "sha256": "f1",
        "copy_kind": copy_kind,
        "uploaded_at": "2020-08-03T09:00:00+08:00",
    });
    serde_json::from_value(sent).expect("a scan")
}

/// An award with its certificate, as reviewers read it.
async fn read(copy_kind: CopyKind) -> String {
    let row = Row { id: RowId::new("1"), values: Values::new() };
    let awards = SectionData { groups: [("rows".to_owned(), vec![row])].into(), ..SectionData::default() };
    let loaded = fixture::new_application(fixture::pack()).typed("awards", awards);
    let loaded = Rc::new(loaded.with_scan(scan(&copy_kind)));
    let props = SectionReadingProps { loaded, section: "awards".into() };
    yew::LocalServerRenderer::<SectionReading>::with_props(props).hydratable(false).render().await
}

#[tokio::test(flavor = "current_thread")]
async fn r66_r67_reviewers_see_whether_a_scan_is_of_an_original() {
    let original = read(CopyKind::Original).await;
    assert!(original.contains(">原件<") && !original.contains("复印件"), "{original}");
    let reason = "原件由档案馆保管".to_owned();
    let copy =
        CopyKind::StampedCopy { verification_stamp: true, unit_seal: false, no_original_reason: reason };
    let copy = read(copy).await;
    assert!(copy.contains("复印件") && copy.contains("已盖核验章"), "{copy}");
    assert!(!copy.contains("已盖单位公章") && copy.contains("原件由档案馆保管"), "{copy}");
}
