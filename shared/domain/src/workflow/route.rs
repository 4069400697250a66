//! Which offices a file passes after the unit (R93–R96, §5.3).

use super::State;
use crate::ids::OrganisationId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    Unit,
    Supervisor,
    CountyTitle,
    CountyIndustry,
    Series,
}

/// One stop of a frozen route.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Station {
    pub stage: Stage,
    pub organisation: OrganisationId,
    pub name: String,
    pub phone: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RouteFacts {
    pub has_supervisor: bool,
    pub is_county_unit: bool,
    pub county_has_title_office: bool,
    /// Chosen by the applicant in a county that offers it; also by a unit that is not the county's own.
    pub dual_directed: bool,
}

/// The stages after the unit, in the pack's `order`; the series office is always the last (R95).
pub fn stages(facts: RouteFacts, order: &[Stage]) -> Vec<Stage> {
    let passes = |stage: Stage| match stage {
        Stage::Supervisor => facts.has_supervisor,
        Stage::CountyTitle => facts.is_county_unit && facts.county_has_title_office,
        Stage::CountyIndustry => facts.dual_directed,
        Stage::Unit | Stage::Series => false,
    };
    order.iter().copied().filter(|stage| passes(*stage)).chain([Stage::Series]).collect()
}

impl Stage {
    pub fn label(self) -> &'static str {
        match self {
            Self::Unit => "单位",
            Self::Supervisor => "主管部门",
            Self::CountyTitle => "县区职改部门",
            Self::CountyIndustry => "县工信部门",
            Self::Series => "系列职改办",
        }
    }

    /// The state of a file that has arrived there.
    pub fn review(self) -> State {
        match self {
            Self::Unit => State::UnitReview,
            Self::Supervisor => State::SupervisorReview,
            Self::CountyTitle => State::CountyTitleReview,
            Self::CountyIndustry => State::CountyIndustryReview,
            Self::Series => State::SeriesReview,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stage::{CountyIndustry, CountyTitle, Series, Supervisor};
    use super::*;

    #[test]
    fn r93_r96_routing_table() {
        let order = [Supervisor, CountyTitle, CountyIndustry];
        // has_supervisor, is_county_unit, county_has_title_office, dual_directed
        let rows: [([bool; 4], &[Stage]); 12] = [
            ([false, false, false, false], &[Series]),
            ([true, false, false, false], &[Supervisor, Series]),
            ([false, true, false, false], &[Series]),
            ([false, true, true, false], &[CountyTitle, Series]),
            ([true, true, false, false], &[Supervisor, Series]),
            ([true, true, true, false], &[Supervisor, CountyTitle, Series]),
            ([false, true, false, true], &[CountyIndustry, Series]),
            ([false, true, true, true], &[CountyTitle, CountyIndustry, Series]),
            ([true, true, false, true], &[Supervisor, CountyIndustry, Series]),
            ([true, true, true, true], &[Supervisor, CountyTitle, CountyIndustry, Series]),
            ([false, false, true, true], &[CountyIndustry, Series]),
            ([true, false, true, true], &[Supervisor, CountyIndustry, Series]),
        ];
        for ([has_supervisor, is_county_unit, county_has_title_office, dual_directed], expected) in rows {
            let facts = RouteFacts { has_supervisor, is_county_unit, county_has_title_office, dual_directed };
            assert_eq!(stages(facts, &order), expected, "{facts:?}");
        }
    }

    #[test]
    fn the_order_of_the_county_offices_is_data() {
        let facts = RouteFacts {
            has_supervisor: false,
            is_county_unit: true,
            county_has_title_office: true,
            dual_directed: true,
        };
        assert_eq!(stages(facts, &[CountyIndustry, CountyTitle]), [CountyIndustry, CountyTitle, Series]);
    }
}
