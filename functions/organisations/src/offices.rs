//! The platform administrator registers organisations and their officers.

use api::organisations::{AddOfficer, AddOrganisation, Organisation};
use domain::credentials;
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
        return Err(ApiError::invalid("/name", "请填写单位全称（2至60个字，与公章一致）"));
    }
    if wanted.stage == Stage::Unit {
        check_usc_code(&wanted)?;
    }
    if let Some(supervisor) = &wanted.supervisor {
        let known = app.store.organisation(supervisor).await?;
        if known.is_none_or(|known| known.stage != Stage::Office(Office::Supervisor)) {
            return Err(ApiError::invalid("/supervisor", "没有这个主管部门，请先登记主管部门"));
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
        Err(StoreError::Changed) => {
            Err(ApiError::conflict("E_ORGANISATION_EXISTS", "该信用代码的单位或该县区（系列）的部门已登记"))
        }
        Err(error) => Err(error.into()),
    }
}

/// A wall for what is no code, a question for one whose check character fails (domain.md Appendix C).
fn check_usc_code(wanted: &AddOrganisation) -> ApiResult<()> {
    let is_code = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
    if wanted.usc_code.len() != 18 || !wanted.usc_code.chars().all(is_code) {
        return Err(ApiError::invalid(
            "/usc_code",
            "统一社会信用代码应为18位数字或大写字母，请核对营业执照或法人证书",
        ));
    }
    if is_usc_code(&wanted.usc_code) || wanted.usc_code_confirmed {
        return Ok(());
    }
    let title = "统一社会信用代码的校验位不符，请核对营业执照或法人证书；核对无误的，请确认后再登记";
    Err(ApiError::refused(422, "E_USC_CODE", title))
}

pub(crate) async fn add_officer(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    app.caller(&request).await?.require_admin()?;
    let id = OrganisationId::new(platform::parameter(&request, "organisation")?);
    let AddOfficer { name, mobile } = platform::body(&request)?;
    let organisation = app.store.organisation(&id).await?.ok_or_else(ApiError::not_found)?;
    if let Some(fault) = credentials::name_fault(&name) {
        return Err(ApiError::invalid("/name", fault));
    }
    if !is_mobile(&mobile) {
        return Err(ApiError::invalid("/mobile", "请填写11位手机号码"));
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
        Enrolment::MobileTaken | Enrolment::IdNumberTaken => {
            Err(ApiError::invalid("/mobile", "该手机号码已有账号"))
        }
    }
}
