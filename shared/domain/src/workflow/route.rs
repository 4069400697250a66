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

/// The route of a resubmission: as it was frozen, but for the offices that follow from what the applicant chose,
/// which may have been chosen anew since. `computed` is the route as it would be frozen today.
pub(super) fn rerouted(
    frozen: &[Station],
    computed: &[Station],
    order: &[Stage],
    dual_directed: bool,
) -> Vec<Station> {
    let stays = |station: &&Station| match station.stage {
        Stage::Unit | Stage::Supervisor | Stage::CountyTitle => true,
        Stage::CountyIndustry => dual_directed,
        Stage::Series => false,
    };
    let mut route: Vec<Station> = frozen.iter().filter(stays).cloned().collect();
    let has_bureau = route.iter().any(|station| station.stage == Stage::CountyIndustry);
    let joins = |station: &&Station| match station.stage {
        Stage::Unit | Stage::Supervisor | Stage::CountyTitle => false,
        Stage::CountyIndustry => !has_bureau,
        Stage::Series => true,
    };
    route.extend(computed.iter().filter(joins).cloned());
    route.sort_by_key(|station| rank(station.stage, order));
    route
}

fn rank(stage: Stage, order: &[Stage]) -> usize {
    match stage {
        Stage::Unit => 0,
        Stage::Supervisor | Stage::CountyTitle | Stage::CountyIndustry => {
            1 + order.iter().position(|one| *one == stage).unwrap_or(order.len())
        }
        Stage::Series => 2 + order.len(),
    }
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
    fn r93_r94_r96_routing_table() {
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

    fn route(of: &[(Stage, &str)]) -> Vec<Station> {
        let station = |(stage, id): &(Stage, &str)| Station {
            stage: *stage,
            organisation: OrganisationId::new(*id),
            name: String::new(),
            phone: String::new(),
        };
        of.iter().map(station).collect()
    }

    const ORDER: [Stage; 3] = [Supervisor, CountyTitle, CountyIndustry];

    /// The unit's own offices stay as they were frozen (domain.md §6 no. 39).
    #[test]
    fn r95_another_committee_leads_to_its_series_office_on_the_way_that_was_frozen() {
        let frozen = route(&[(Stage::Unit, "unit"), (CountyTitle, "county"), (Series, "construction")]);
        let computed = route(&[(Stage::Unit, "unit"), (Supervisor, "new"), (Series, "engineering")]);
        let expected = route(&[(Stage::Unit, "unit"), (CountyTitle, "county"), (Series, "engineering")]);
        assert_eq!(rerouted(&frozen, &computed, &ORDER, false), expected);
    }

    #[test]
    fn r96_a_bureau_joins_or_leaves_the_way_as_it_is_chosen() {
        let without = route(&[(Stage::Unit, "unit"), (CountyTitle, "county"), (Series, "series")]);
        let with = route(&[
            (Stage::Unit, "unit"),
            (CountyTitle, "county"),
            (CountyIndustry, "bureau"),
            (Series, "series"),
        ]);
        assert_eq!(rerouted(&without, &with, &ORDER, true), with);
        assert_eq!(rerouted(&with, &without, &ORDER, false), without);
        // The unit has moved to a county without a bureau since.
        assert_eq!(rerouted(&with, &without, &ORDER, true), with);
        let swapped = [CountyIndustry, CountyTitle];
        let stages: Vec<Stage> = rerouted(&without, &with, &swapped, true).iter().map(|s| s.stage).collect();
        assert_eq!(stages, [Stage::Unit, CountyIndustry, CountyTitle, Series]);
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
