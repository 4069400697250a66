//! 查询: asks a register and fills the section's fields (R27, R32, R57).

use crate::Sections;
use crate::registry::Answer;
use crate::save::{frozen, own_section};
use api::applications::{LookedUp, LookupState, StoredSection};
use domain::form::{Case, Problem, SectionData, Values, section_problems};
use domain::policy::{FieldKind, Lookup, Section};
use lambda_http::Request;
use platform::{ApiError, ApiResult, Reply, Save};
use std::sync::Arc;

pub(crate) async fn look_up(state: Arc<Sections>, request: Request) -> ApiResult<Reply> {
    let app = &state.app;
    let caller = app.caller(&request).await?;
    let (file, policy, section) = own_section(app, &caller, &request).await?;
    let loaded = app.load(&file).await?;
    let section = policy.section(&section).ok_or_else(ApiError::not_found)?;
    let lookup = section.lookup.as_ref().ok_or_else(ApiError::not_found)?;
    require_complete(&loaded.case(&file), lookup)?;
    let answer = state.registries.ask(lookup.registry, &caller.account.id_number).await;
    let (state_of_query, values) = match answer {
        Answer::Found(values) => (LookupState::Found, values),
        Answer::NotFound => (LookupState::NotFound, Values::new()),
        Answer::ServiceDown => (LookupState::ServiceDown, Values::new()),
    };
    let had = loaded.case(&file).section(&section.id).cloned().unwrap_or_default();
    let data = filled(section, had, values, state_of_query);
    let seen = loaded.revisions.get(&section.id).copied().unwrap_or_default();
    let now = app.clock.now();
    match app.store.save_section(&file.id, &section.id, seen, &data, now).await? {
        Save::Done { revision } => platform::ok(&LookedUp {
            state: state_of_query,
            section: StoredSection { revision, data, saved_at: Some(now) },
        }),
        Save::Stale(current) => Err(ApiError::stale(*current)),
        Save::Frozen => Err(frozen()),
    }
}

/// R32: the common course is asked for after 个人基本信息 is complete.
fn require_complete(case: &Case<'_>, lookup: &Lookup) -> ApiResult<()> {
    let Some(needed) = lookup.needs.as_ref().and_then(|id| case.policy.section(id)) else { return Ok(()) };
    if section_problems(case, needed).iter().any(Problem::is_error) {
        let title = format!("请先完成“{}”，再点击“查询”", needed.title);
        return Err(ApiError::conflict("E_SECTION_FIRST", title));
    }
    Ok(())
}

/// Only fields of the section are taken over; what the person typed stays when nothing was found.
fn filled(section: &Section, mut data: SectionData, values: Values, state: LookupState) -> SectionData {
    let is_field =
        |id: &str| section.fields.iter().any(|field| field.id == id && field.kind != FieldKind::LongText);
    data.values.extend(values.into_iter().filter(|(id, _)| is_field(id)));
    let state = match state {
        LookupState::Found => "Found",
        LookupState::NotFound => "NotFound",
        LookupState::ServiceDown => "ServiceDown",
    };
    data.values.insert("query_state".into(), state.into());
    if is_field("source") && state == "Found" {
        data.values.insert("source".into(), "Registry".into());
    }
    data
}
