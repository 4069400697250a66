//! Title, industry, committee, specialty (R5–R12).

use api::applications::{ChooseCommittee, Saved};
use api::refusal::ApplicationRefusal;
use domain::form::Values;
use domain::ids::ApplicationId;
use domain::named::basic_info;
use domain::pack::{CommitteeChoice, Pack};
use lambda_http::Request;
use platform::{ApiError, ApiResult, App, Relation, Reply};
use std::sync::Arc;

/// Everything typed is kept; rows whose clause belongs to another committee are then reported by the rules.
pub(crate) async fn choose(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (mut application, relation) = app.application_for(&caller, &id).await?;
    if relation != Relation::Applicant {
        return Err(ApiError::not_found());
    }
    if !application.state.is_editable() {
        return Err(ApplicationRefusal::ChoiceFixed.into());
    }
    let ChooseCommittee { choice, specialty_note, revision } = platform::body(&request)?;
    check(&*app.packs.get(&application.pack)?, &choice)?;
    let stored = app.store.section(&id, basic_info::ID).await?.ok_or_else(ApiError::not_found)?;
    if stored.revision != revision {
        return Err(ApiError::stale(stored));
    }
    let (seen, now) = (application.revision, app.clock.now());
    application.target_title.clone_from(&choice.target_title);
    application.committee.clone_from(&choice.committee);
    application.specialty.clone_from(&choice.specialty);
    application.revision += 1;
    application.updated_at = now;
    let mut basic_info = stored;
    basic_info.saved_at = Some(now);
    write(&mut basic_info.data.values, &choice, &specialty_note);
    app.store.choose(&application, seen, &basic_info).await?;
    platform::ok(&Saved { revision: revision + 1, saved_at: now })
}

/// Refuses any other pair than the valid one with the seed's own sentence.
pub(crate) fn check(pack: &Pack, choice: &CommitteeChoice) -> ApiResult<()> {
    if pack.title(&choice.target_title).is_none() {
        return Err(ApplicationRefusal::TargetTitle.into());
    }
    if !pack.industries.iter().any(|industry| industry.value == choice.industry) {
        return Err(ApplicationRefusal::Industry.into());
    }
    let valid = pack.committee_for(&choice.target_title, &choice.industry);
    let valid = valid.ok_or_else(|| ApiError::internal("the committee table has a hole"))?;
    if valid.id != choice.committee {
        return Err(ApplicationRefusal::CommitteeMismatch { reason: valid.reason.clone() }.into());
    }
    if !pack.specialties_of(&valid.id).any(|specialty| specialty.id == choice.specialty) {
        return Err(ApplicationRefusal::Specialty.into());
    }
    Ok(())
}

pub(crate) fn write(values: &mut Values, choice: &CommitteeChoice, specialty_note: &str) {
    let fields = [
        (basic_info::TARGET_TITLE, choice.target_title.as_str()),
        (basic_info::INDUSTRY, &choice.industry),
        (basic_info::COMMITTEE_ID, &choice.committee),
        (basic_info::SPECIALTY, &choice.specialty),
        (basic_info::SPECIALTY_NOTE, specialty_note.trim()),
    ];
    values.extend(fields.map(|(field, value)| (field.to_owned(), value.to_owned())));
}
