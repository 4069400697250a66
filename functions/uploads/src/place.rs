//! Finds what a request is about: the application, the caller's relation to it, the section and its slot.

use api::refusal::UploadRefusal;
use domain::form::Place;
use domain::ids::{ApplicationId, ScanId};
use domain::pack::{Pack, Section, Slot};
use domain::workflow::Application;
use lambda_http::Request;
use platform::{ApiError, ApiResult, App, Relation};
use std::sync::Arc;

pub(crate) struct Asked {
    pub(crate) application: Application,
    pub(crate) relation: Relation,
    pub(crate) pack: Arc<Pack>,
}

pub(crate) async fn application(app: &App, request: &Request) -> ApiResult<Asked> {
    let caller = app.caller(request).await?;
    let id = ApplicationId::new(platform::parameter(request, "application")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    let pack = app.packs.get(&application.pack)?;
    Ok(Asked { application, relation, pack })
}

pub(crate) fn scan_id(request: &Request) -> ApiResult<ScanId> {
    Ok(ScanId::new(platform::parameter(request, "scan")?))
}

impl Asked {
    /// The slot, if the caller fills its section and the section is open.
    pub(crate) fn open_slot(&self, place: &Place) -> ApiResult<(&Section, &Slot)> {
        let section = self.pack.section(&place.section).ok_or(UploadRefusal::UnknownPlace)?;
        let slot = section.slot(&place.slot).ok_or(UploadRefusal::UnknownPlace)?;
        if !self.relation.fills(section.filled_by) {
            return Err(ApiError::not_found());
        }
        if self.application.state.opens(section) {
            Ok((section, slot))
        } else {
            Err(UploadRefusal::Frozen.into())
        }
    }
}
