//! A scan on its way outlives its page: the next one knows of it.

use crate::fixture;
use crate::section_form::form;
use std::rc::Rc;
use web::state::transfer::Transfer;
use web::transfers::{self, SlotKey};
use web::upload::UploadStep;

fn key(application: &str) -> SlotKey {
    SlotKey {
        application: application.into(),
        section: "other_proof".into(),
        anchor: "other_proof--other".into(),
    }
}

fn running() -> Transfer {
    let step = UploadStep::Confirming;
    Transfer::Running { name: "证明.pdf".into(), number: 1, of: 1, step, milliseconds: 0.0 }
}

#[test]
fn a_scan_is_unfinished_until_it_arrived_or_is_given_up() {
    for unfinished in [Transfer::SavingFirst, running(), Transfer::Failed("上传中断".into())] {
        transfers::set(&key("a1"), Some(unfinished));
        assert_eq!(transfers::unfinished_sections("a1"), ["other_proof"]);
        assert!(transfers::unfinished_sections("a2").is_empty());
        assert!(transfers::is_any_unfinished());
    }
    transfers::give_up_failed("a1");
    assert!(!transfers::is_any_unfinished());
    transfers::set(&key("a1"), Some(running()));
    transfers::give_up_failed("a1");
    assert!(transfers::is_any_unfinished());
    transfers::set(&key("a1"), None);
    assert!(!transfers::is_any_unfinished());
}

#[test]
fn a_scan_that_was_never_sent_holds_nothing_up() {
    transfers::set(&key("a1"), Some(Transfer::Refused("文件太大".into())));
    assert!(transfers::unfinished_sections("a1").is_empty());
}

#[tokio::test(flavor = "current_thread")]
async fn a_slot_that_is_opened_again_shows_what_is_still_on_its_way() {
    let loaded = fixture::new_application(fixture::pack());
    transfers::set(&key("a1"), Some(running()));
    let html = form(&Rc::new(loaded), "other_proof").await;
    assert!(html.contains("证明.pdf"), "{html}");
}
