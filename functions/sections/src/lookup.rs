//! 查询: asks a register and fills the section's fields (R27, R32, R57).

use crate::Sections;
use crate::save::own_section;
use crate::taken_over::{replaced, taken_over};
use api::applications::{LookedUp, StoredSection};
use api::refusal::SectionRefusal;
use domain::form::{Answers, Case, Problem, SectionData, section_problems};
use domain::pack::{Lookup, Section};
use domain::workflow::Application;
use lambda_http::Request;
use platform::{ApiError, ApiResult, App, Loaded, Reply, Save};
use std::sync::Arc;

/// The form stays open while the register is asked: what was saved meanwhile is kept, and the answer is put
/// into that.
pub(crate) async fn look_up(state: Arc<Sections>, request: Request) -> ApiResult<Reply> {
    const ATTEMPTS: u32 = 5;
    let app = &state.app;
    let caller = app.caller(&request).await?;
    let (application, pack, section) = own_section(app, &caller, &request).await?;
    let section = pack.section(&section).ok_or_else(ApiError::not_found)?;
    let lookup = section.lookup.as_ref().ok_or_else(ApiError::not_found)?;
    require_editable(&application)?;
    let loaded = app.load(&application).await?;
    require_asked(&loaded.case(&application), section)?;
    require_complete(&loaded.case(&application), lookup)?;
    let id_number = &caller.account.id_number;
    let answer = state.registries.ask(lookup.registry, id_number, pack.cycle_year).await;
    let mut stored = app.store.section(&application.id, &section.id).await?.unwrap_or_default();
    for _ in 0..ATTEMPTS {
        let answers = with_section(&loaded, section, &stored);
        let case = Case { answers: &answers, ..loaded.case(&application) };
        let (query_state, data) = taken_over(&case, section, answer.clone());
        match save(app, &application, section, &stored, data).await? {
            Ok(saved) => {
                let replaced = replaced(section, &stored.data, &saved.data);
                return platform::ok(&LookedUp { state: query_state, section: saved, replaced });
            }
            Err(current) => stored = current,
        }
    }
    Err(ApiError::stale(stored))
}

/// Saves the section. `Err`: somebody saved meanwhile; this is what is stored.
async fn save(
    app: &App,
    application: &Application,
    section: &Section,
    stored: &StoredSection,
    data: SectionData,
) -> ApiResult<Result<StoredSection, StoredSection>> {
    if data == stored.data {
        return Ok(Ok(stored.clone()));
    }
    let now = app.clock.now();
    match app.store.save_section(&application.id, &section.id, stored.revision, &data, now, None).await? {
        Save::Done { revision } => Ok(Ok(StoredSection { revision, data, saved_at: Some(now), mark: None })),
        Save::Stale(current) => Ok(Err(*current)),
        Save::Frozen => Err(SectionRefusal::Frozen.into()),
    }
}

fn with_section(loaded: &Loaded, section: &Section, stored: &StoredSection) -> Answers {
    let mut answers = loaded.answers.clone();
    answers.insert(section.id.clone(), stored.data.clone());
    answers
}

/// A register is not asked in vain.
fn require_editable(application: &Application) -> ApiResult<()> {
    if application.state.is_editable() { Ok(()) } else { Err(SectionRefusal::Frozen.into()) }
}

/// R56: a register is not asked about somebody whose proof nobody wants.
fn require_asked(case: &Case<'_>, section: &Section) -> ApiResult<()> {
    if case.is_asked(section) {
        return Ok(());
    }
    Err(SectionRefusal::NotAsked { title: section.title.clone() }.into())
}

/// R32: the common course is asked for after 个人基本信息 is complete.
fn require_complete(case: &Case<'_>, lookup: &Lookup) -> ApiResult<()> {
    let Some(needed) = lookup.needs.as_ref().and_then(|id| case.pack.section(id)) else { return Ok(()) };
    if section_problems(case, needed).iter().any(Problem::is_error) {
        return Err(SectionRefusal::NeededFirst { title: needed.title.clone() }.into());
    }
    Ok(())
}
