//! Bodies of `functions/organisations`.

use domain::batch::Batch;
use domain::ids::OrganisationId;
use domain::workflow::Stage;
use serde::{Deserialize, Serialize};

/// A unit or an office. `stage` says which reviews its officers do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    pub id: OrganisationId,
    pub stage: Stage,
    /// The legal name as on the seal.
    pub name: String,
    pub phone: String,
    /// 18 characters, GB 32100; empty for offices without one.
    #[serde(default)]
    pub usc_code: String,
    /// Units: the registered nature, the default of 个人身份性质 (R15).
    #[serde(default)]
    pub nature: String,
    /// The county it is in; empty: 市直.
    #[serde(default)]
    pub county_code: String,
    /// Whether it is affiliated to the county, not only located in it (R94).
    #[serde(default)]
    pub is_county_unit: bool,
    #[serde(default)]
    pub supervisor: Option<OrganisationId>,
    /// Series offices: the pack's `series_office` codes that it answers for.
    #[serde(default)]
    pub series_codes: Vec<String>,
}

/// `POST /api/organisations`; the server makes the id.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AddOrganisation {
    pub stage: Stage,
    pub name: String,
    pub phone: String,
    #[serde(default)]
    pub usc_code: String,
    /// Compared with the licence: some codes that were really issued fail the check character.
    #[serde(default)]
    pub usc_code_confirmed: bool,
    #[serde(default)]
    pub nature: String,
    #[serde(default)]
    pub county_code: String,
    #[serde(default)]
    pub is_county_unit: bool,
    #[serde(default)]
    pub supervisor: Option<OrganisationId>,
    #[serde(default)]
    pub series_codes: Vec<String>,
}

/// The officer sets the password by a code sent to the mobile number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AddOfficer {
    pub name: String,
    pub mobile: String,
}

/// `GET /api/units?q=`, at most 20.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Units {
    pub units: Vec<UnitFound>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitFound {
    pub id: OrganisationId,
    pub name: String,
    pub usc_code: String,
    pub county_code: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batches {
    pub batches: Vec<Batch>,
}
