//! What is refused, and with which words.

use harness::{P2, World};

#[test]
fn r09_another_committee_than_the_valid_one_is_refused_with_the_seed_s_sentence() {
    let world = World::start();
    let applicant = world.applicant(&P2);
    let mut choice = P2.choice();
    choice.committee = "C_ENG_M".into();
    let refused = applicant.try_start(choice).unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_COMMITTEE_MISMATCH"));
    assert!(refused.title().contains("选择柳州市建设工程系列中级职称评委会"), "{}", refused.title());
}
