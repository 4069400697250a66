//! The offices that an application passes after the unit (R93–R96, §5.3).

use crate::ids::OrganisationId;
use crate::stage::{Office, Stage};
use serde::{Deserialize, Serialize};

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
    /// Whether 双定向 is chosen in a county that offers it; also in a unit that is not the county's own.
    pub dual_directed: bool,
}

/// Returns the offices after the unit, in the pack's `order`; the series office is always the last (R95).
pub fn offices(facts: RouteFacts, order: &[Office]) -> Vec<Office> {
    let passes = |office: Office| match office {
        Office::Supervisor => facts.has_supervisor,
        Office::CountyTitle => facts.is_county_unit && facts.county_has_title_office,
        Office::CountyIndustry => facts.dual_directed,
        Office::Series => false,
    };
    order.iter().copied().filter(|office| passes(*office)).chain([Office::Series]).collect()
}

/// Returns the route of a resubmission: as it was frozen, but for the offices that follow from the applicant's choice,
/// which may have changed since. `computed` is the route as it would be frozen today.
pub(super) fn rerouted(
    frozen: &[Station],
    computed: &[Station],
    order: &[Office],
    dual_directed: bool,
) -> Vec<Station> {
    let stays = |station: &&Station| match station.stage {
        Stage::Unit | Stage::Office(Office::Supervisor | Office::CountyTitle) => true,
        Stage::Office(Office::CountyIndustry) => dual_directed,
        Stage::Office(Office::Series) => false,
    };
    let mut route: Vec<Station> = frozen.iter().filter(stays).cloned().collect();
    let bureau = Stage::Office(Office::CountyIndustry);
    let has_bureau = route.iter().any(|station| station.stage == bureau);
    let joins = |station: &&Station| match station.stage {
        Stage::Unit | Stage::Office(Office::Supervisor | Office::CountyTitle) => false,
        Stage::Office(Office::CountyIndustry) => !has_bureau,
        Stage::Office(Office::Series) => true,
    };
    route.extend(computed.iter().filter(joins).cloned());
    route.sort_by_key(|station| rank(station.stage, order));
    route
}

fn rank(stage: Stage, order: &[Office]) -> usize {
    match stage {
        Stage::Unit => 0,
        Stage::Office(Office::Series) => 2 + order.len(),
        Stage::Office(office) => 1 + order.iter().position(|one| *one == office).unwrap_or(order.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::Office::{CountyIndustry, CountyTitle, Series, Supervisor};
    use super::*;
    use std::iter;

    #[test]
    fn r93_r94_r96_routing_table() {
        let order = [Supervisor, CountyTitle, CountyIndustry];
        // has_supervisor, is_county_unit, county_has_title_office, dual_directed
        let rows: [([bool; 4], &[Office]); 12] = [
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
            assert_eq!(offices(facts, &order), expected, "{facts:?}");
        }
    }

    fn route(offices: &[(Office, &str)]) -> Vec<Station> {
        let station = |stage: Stage, id: &str| Station {
            stage,
            organisation: OrganisationId::new(id),
            name: String::new(),
            phone: String::new(),
        };
        let offices = offices.iter().map(|(office, id)| station(Stage::Office(*office), id));
        iter::once(station(Stage::Unit, "unit")).chain(offices).collect()
    }

    const ORDER: [Office; 3] = [Supervisor, CountyTitle, CountyIndustry];

    /// The unit's own offices stay as they were frozen (domain.md §6 no. 39).
    #[test]
    fn r95_another_committee_leads_to_its_series_office_on_the_way_that_was_frozen() {
        let frozen = route(&[(CountyTitle, "county"), (Series, "construction")]);
        let computed = route(&[(Supervisor, "new"), (Series, "engineering")]);
        let expected = route(&[(CountyTitle, "county"), (Series, "engineering")]);
        assert_eq!(rerouted(&frozen, &computed, &ORDER, false), expected);
    }

    #[test]
    fn r96_a_bureau_joins_or_leaves_the_way_as_it_is_chosen() {
        let without = route(&[(CountyTitle, "county"), (Series, "series")]);
        let with = route(&[(CountyTitle, "county"), (CountyIndustry, "bureau"), (Series, "series")]);
        assert_eq!(rerouted(&without, &with, &ORDER, true), with);
        assert_eq!(rerouted(&with, &without, &ORDER, false), without);
        // The unit has moved to a county without a bureau since.
        assert_eq!(rerouted(&with, &without, &ORDER, true), with);
        let swapped = [CountyIndustry, CountyTitle];
        let stages: Vec<Stage> = rerouted(&without, &with, &swapped, true).iter().map(|s| s.stage).collect();
        assert_eq!(
            stages,
            [Stage::Unit, Stage::Office(CountyIndustry), Stage::Office(CountyTitle), Stage::Office(Series)]
        );
    }

    #[test]
    fn the_order_of_the_county_offices_is_data() {
        let facts = RouteFacts {
            has_supervisor: false,
            is_county_unit: true,
            county_has_title_office: true,
            dual_directed: true,
        };
        assert_eq!(offices(facts, &[CountyIndustry, CountyTitle]), [CountyIndustry, CountyTitle, Series]);
    }
}
