//! Properties that hold for every input, not only for the examples.

use crate::pack;
use chrono::{Days, NaiveDate};
use domain::form::{Answers, Case, Row, SectionData, accept};
use domain::identifiers::IdNumber;
use domain::ids::RowId;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Reading the pack for every case would be most of the test.
static PACK: LazyLock<domain::pack::Pack> = LazyLock::new(pack);

proptest! {
    #[test]
    fn r75_the_earliest_end_is_the_first_day_that_counts_enough(offset in 0_u64..2_000, n_days in 1_u32..15) {
        let calendar = PACK.calendar.shared();
        let start = NaiveDate::from_ymd_opt(2019, 1, 1).unwrap() + Days::new(offset);
        let end = calendar.earliest_end(start, n_days, true).unwrap();
        prop_assert_eq!(calendar.working_days(start, end, true).unwrap(), n_days);
        prop_assert!(calendar.working_days(start, end - Days::new(1), true).unwrap() < n_days);
    }

    #[test]
    fn an_id_body_has_exactly_one_check_digit(area in 110_000_u32..700_000, serial in 0_u32..1_000) {
        let body = format!("{area}19850607{serial:03}");
        let valid = "0123456789X".chars().filter(|check| IdNumber::parse(&format!("{body}{check}")).is_ok());
        prop_assert_eq!(valid.count(), 1);
    }

    #[test]
    fn parsing_an_id_number_never_panics(text in ".{0,24}") {
        let _ = IdNumber::parse(&text);
    }

    #[test]
    fn a_save_is_tidy_and_saving_it_again_changes_nothing(title in ".{0,60}", content in "(?s).{0,200}") {
        let pack = &*PACK;
        let answers = Answers::new();
        let case = Case::new(pack, &answers, &[], "2020-08-20".parse().unwrap());
        let section = pack.section("achievements").unwrap();
        let values = BTreeMap::from([("name".to_owned(), title), ("content".to_owned(), content)]);
        let row = Row { id: RowId::new("r1"), values };
        let sent = SectionData { groups: BTreeMap::from([("rows".to_owned(), vec![row])]), ..SectionData::default() };
        let once = accept(&case, section, sent).unwrap();
        let twice = accept(&case, section, once.clone()).unwrap();
        prop_assert_eq!(once, twice);
    }
}
