//! The platform administrator registers organisations and their officers.

use api::organisations::{AddOfficer, AddOrganisation, Organisation};
use api::refusal::{AccountRefusal, OrganisationRefusal};
use domain::credentials::is_name;
use domain::identifiers::{is_mobile, is_usc_code};
use domain::ids::{AccountId, OrganisationId};
use domain::workflow::{Office, Stage};
use lambda_http::Request;
use platform::{Account, AccountRole, ApiError, ApiResult, App, Enrolment, Reply, StoreError, secrets};
use std::sync::Arc;

pub(crate) async fn add(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    app.caller(&request).await?.require_admin()?;
    let wanted: AddOrganisation = platform::body(&request)?;
    let name = wanted.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !(2..=60).contains(&name.chars().count()) {
        return Err(OrganisationRefusal::Name.into());
    }
    if wanted.stage == Stage::Unit {
        check_usc_code(&wanted)?;
    }
    if let Some(supervisor) = &wanted.supervisor {
        let known = app.store.organisation(supervisor).await?;
        if known.is_none_or(|known| known.stage != Stage::Office(Office::Supervisor)) {
            return Err(OrganisationRefusal::UnknownSupervisor.into());
        }
    }
    let organisation = Organisation {
        id: OrganisationId::new(secrets::new_id()),
        stage: wanted.stage,
        name,
        phone: wanted.phone,
        usc_code: wanted.usc_code,
        nature: wanted.nature,
        county_code: wanted.county_code,
        is_county_unit: wanted.is_county_unit,
        supervisor: wanted.supervisor,
        series_codes: wanted.series_codes,
    };
    match app.store.add_organisation(&organisation).await {
        Ok(()) => platform::created(&organisation),
        Err(StoreError::Changed) => Err(OrganisationRefusal::Exists.into()),
        Err(error) => Err(error.into()),
    }
}

/// A wall for what is no code, a question for one whose check character fails (domain.md Appendix C).
fn check_usc_code(wanted: &AddOrganisation) -> ApiResult<()> {
    let is_code = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
    if wanted.usc_code.len() != 18 || !wanted.usc_code.chars().all(is_code) {
        return Err(OrganisationRefusal::UscCode.into());
    }
    if is_usc_code(&wanted.usc_code) || wanted.usc_code_confirmed {
        return Ok(());
    }
    Err(OrganisationRefusal::UscCheckCharacter.into())
}

pub(crate) async fn add_officer(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    app.caller(&request).await?.require_admin()?;
    let id = OrganisationId::new(platform::parameter(&request, "organisation")?);
    let AddOfficer { name, mobile } = platform::body(&request)?;
    let organisation = app.store.organisation(&id).await?.ok_or_else(ApiError::not_found)?;
    if !is_name(&name) {
        return Err(AccountRefusal::Name.into());
    }
    if !is_mobile(&mobile) {
        return Err(AccountRefusal::Mobile.into());
    }
    let officer = Account {
        id: AccountId::new(secrets::new_id()),
        name,
        id_number: String::new(),
        mobile,
        password_hash: String::new(),
        role: AccountRole::Officer { organisation: id, stage: organisation.stage },
        disabled: false,
        created_at: app.clock.now(),
    };
    match app.store.enrol(&officer).await? {
        Enrolment::Done => platform::no_content(),
        Enrolment::MobileTaken | Enrolment::IdNumberTaken => Err(AccountRefusal::OfficerMobileTaken.into()),
    }
}
