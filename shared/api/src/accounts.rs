//! Bodies of `functions/registration`.

use chrono::{DateTime, FixedOffset};
use domain::ids::{AccountId, OrganisationId};
use domain::workflow::Stage;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CodePurpose {
    Register,
    SetPassword,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendCode {
    pub mobile: String,
    pub purpose: CodePurpose,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Register {
    pub name: String,
    pub id_number: String,
    pub mobile: String,
    pub password: String,
    pub code: String,
}

/// `login` is an ID number or a mobile number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignIn {
    pub login: String,
    pub password: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetPassword {
    pub mobile: String,
    pub code: String,
    pub password: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetUp {
    pub set_up_code: String,
    pub name: String,
    pub mobile: String,
    pub password: String,
}

/// The account that is signed in. Numbers are masked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Me {
    pub account: AccountId,
    pub name: String,
    pub masked_mobile: String,
    pub masked_id_number: String,
    pub role: Role,
    /// The server's time: the browser's clock decides nothing.
    pub now: DateTime<FixedOffset>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    Applicant,
    /// An officer of one organisation.
    Officer {
        organisation: OrganisationId,
        organisation_name: String,
        stage: Stage,
    },
    PlatformAdmin,
}

/// `GET /api/sessions/current`: nobody is not an error.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    pub me: Option<Me>,
}
