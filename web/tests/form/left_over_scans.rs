//! Scans that nothing asks for any more are shown apart.

use crate::fixture;
use domain::form::{CopyKind, Place, Row, Scan, SectionData};
use domain::ids::{RowId, ScanId};
use std::rc::Rc;
use web::components::reading::{SectionReading, SectionReadingProps};
use web::components::scans::{ScanSummary, ScanSummaryProps};
use web::state::loaded::Loaded;
use yew::prelude::*;

const SECTION: &str = "publications";

fn scan(id: &str, row: &str, slot: &str) -> Scan {
    let place = Place { section: SECTION.into(), row: Some(RowId::new(row)), slot: slot.into() };
    // The shape that the server sends: what is left out has its default.
    let sent = serde_json::json!({
        "id": ScanId::new(id),
        "place": place,
        "file_name": format!("{id}.pdf"),
        "media_type": "application/pdf",
        "bytes": 1_000,
        "sha256": "",
        "copy_kind": CopyKind::Original,
        "uploaded_at": "2020-08-03T09:00:00+08:00",
    });
    serde_json::from_value(sent).expect("a scan")
}

/// A paper of this kind with the query of a journal, and the cover of a paper that was deleted.
fn with_scans(kind: &str) -> Rc<Loaded> {
    let row = Row { id: RowId::new("1"), values: [("kind".to_owned(), kind.to_owned())].into() };
    let data = SectionData { groups: [("rows".to_owned(), vec![row])].into(), ..SectionData::default() };
    let loaded = fixture::new_application(fixture::pack()).typed(SECTION, data);
    let loaded = loaded.with_scan(scan("query", "1", "nppa_query_screenshot"));
    Rc::new(loaded.with_scan(scan("gone", "2", "cover")))
}

/// Returns the part before the scans that are left over, and their own.
async fn summary(loaded: Rc<Loaded>) -> (String, String) {
    let props = ScanSummaryProps { loaded, on_removed: Callback::noop() };
    let html = yew::LocalServerRenderer::<ScanSummary>::with_props(props).hydratable(false).render().await;
    let (list, left_over) = html.split_once("不再需要的材料").expect("something is left over");
    (list.to_owned(), left_over.to_owned())
}

#[tokio::test(flavor = "current_thread")]
async fn the_list_of_the_material_leaves_out_what_is_left_over_and_offers_to_delete_it() {
    let (list, left_over) = summary(with_scans("Journal")).await;
    assert!(list.contains("共 1 个文件") && list.contains("query.pdf"), "{list}");
    assert!(!list.contains("gone.pdf"), "{list}");
    assert!(left_over.contains("gone.pdf") && !left_over.contains("query.pdf"), "{left_over}");
    assert!(left_over.contains("论文、著作 · 期刊封面"), "its place: {left_over}");
    assert_eq!(left_over.matches("删除<span").count(), 1, "{left_over}");

    let (list, left_over) = summary(with_scans("Book")).await;
    assert!(list.contains("共 0 个文件") && !list.contains("query.pdf"), "{list}");
    assert!(left_over.contains("gone.pdf") && left_over.contains("query.pdf"), "{left_over}");
    assert_eq!(left_over.matches("删除<span").count(), 2, "{left_over}");
}

#[tokio::test(flavor = "current_thread")]
async fn nobody_reads_a_scan_of_a_slot_that_is_hidden() {
    for (kind, is_read) in [("Journal", true), ("Book", false)] {
        let props = SectionReadingProps { loaded: with_scans(kind), section: SECTION.into() };
        let html = yew::LocalServerRenderer::<SectionReading>::with_props(props).hydratable(false).render();
        assert_eq!(html.await.contains("query.pdf"), is_read, "{kind}");
    }
}
