//! One write of one item, conditional on the revision that the browser saw.

use crate::Sections;
use api::applications::{SaveSection, Saved, StoredSection};
use api::refusal::SectionRefusal;
use domain::form::{Answers, Case, Code, SectionData, accept, dated, section_problems};
use domain::ids::ApplicationId;
use domain::named::basic_info;
use domain::pack::{Pack, Section};
use domain::workflow::Application;
use lambda_http::Request;
use platform::{ApiError, ApiResult, App, Caller, Reply, Save};
use std::sync::Arc;

/// A page's UUID and a number; what is longer is no form's name.
const MOST_MARK_BYTES: usize = 64;

/// Two saves of one form may be on their way: the one that was sent when its page went may meet the other.
const MOST_TRIES: usize = 3;

pub(crate) async fn save(state: Arc<Sections>, request: Request) -> ApiResult<Reply> {
    let app = &state.app;
    let caller = app.caller(&request).await?;
    let mut sent: SaveSection = platform::body(&request)?;
    sent.mark = sent.mark.filter(|mark| mark.form.len() <= MOST_MARK_BYTES);
    let (application, pack, section) = own_section(app, &caller, &request).await?;
    let section = pack.section(&section).ok_or_else(ApiError::not_found)?;
    let mut stale = None;
    for _ in 0..MOST_TRIES {
        let (stored, answers) = edit_sources(app, &application, section).await?;
        if !replaces(&sent, &stored) {
            return Err(ApiError::stale(stored));
        }
        let now = app.clock.now();
        let case = Case::new(&pack, &answers, &[], app.clock.today()).of(&application);
        let data = dated(&case, section, accepted(&case, section, sent.data.clone())?, now);
        // What is locked is taken from what was read, so that is what the write has to replace.
        let seen = stored.revision;
        let mark = sent.mark.as_ref();
        match app.store.save_section(&application.id, &section.id, seen, &data, now, mark).await? {
            Save::Done { revision } => return platform::ok(&Saved { revision, saved_at: now }),
            Save::Stale(current) => stale = Some(*current),
            Save::Frozen => return Err(SectionRefusal::Frozen.into()),
        }
    }
    Err(stale.map_or_else(ApiError::not_found, ApiError::stale))
}

/// Tells whether the sender has seen what is stored, or typed it: the same form, earlier.
fn replaces(sent: &SaveSection, stored: &StoredSection) -> bool {
    let typed_it = sent.mark.as_ref().zip(stored.mark.as_ref()).is_some_and(|(mark, by)| mark.is_after(by));
    stored.revision == sent.revision || (stored.revision == sent.revision + 1 && typed_it)
}

fn accepted(case: &Case<'_>, section: &Section, data: SectionData) -> ApiResult<SectionData> {
    let data = accept(case, section, data).map_err(SectionRefusal::Edit)?;
    require_offered(case, section, &data)?;
    require_storable(&data)?;
    Ok(data)
}

/// The section of the path, if the caller is the one who fills it.
pub(crate) async fn own_section(
    app: &App,
    caller: &Caller,
    request: &Request,
) -> ApiResult<(Application, Arc<Pack>, String)> {
    let id = ApplicationId::new(platform::parameter(request, "application")?);
    let section = platform::parameter(request, "section")?;
    let (application, relation) = app.application_for(caller, &id).await?;
    let pack = app.packs.get(&application.pack)?;
    let filled_by = pack.section(&section).ok_or_else(ApiError::not_found)?.filled_by;
    if relation.fills(filled_by) { Ok((application, pack, section)) } else { Err(ApiError::not_found()) }
}

/// The section as it is, and it with the few others that its locks depend on: a save does not read the whole form.
async fn edit_sources(
    app: &App,
    application: &Application,
    section: &Section,
) -> ApiResult<(StoredSection, Answers)> {
    let own = app.store.section(&application.id, &section.id).await?.ok_or_else(ApiError::not_found)?;
    let mut answers = Answers::from([(section.id.clone(), own.data.clone())]);
    for id in section.edit_sources() {
        if let Some(stored) = app.store.section(&application.id, id).await? {
            answers.insert(id.to_owned(), stored.data);
        }
    }
    Ok((own, answers))
}

/// R20: where the choice does not exist, no page sends it.
fn require_offered(case: &Case<'_>, section: &Section, data: &SectionData) -> ApiResult<()> {
    let is_chosen = |data: &SectionData| data.value(basic_info::DUAL_DIRECTED) == "true";
    if !is_chosen(data) || case.section(&section.id).is_some_and(is_chosen) {
        return Ok(());
    }
    let mut answers = case.answers.clone();
    answers.insert(section.id.clone(), data.clone());
    let problems = section_problems(&Case { answers: &answers, ..*case }, section);
    match problems.into_iter().find(|problem| problem.code() == Code::EDualDirected) {
        Some(problem) => {
            let offering = case.pack.counties.iter().filter(|county| county.dual_directed);
            let counties = offering.map(|county| county.name.clone()).collect();
            Err(SectionRefusal::DualDirected { problem: Box::new(problem), counties }.into())
        }
        None => Ok(()),
    }
}

/// The table's items end at 400 KB, names, revision and the rest of the item included. JSON is the longer of the
/// two forms.
fn require_storable(data: &SectionData) -> ApiResult<()> {
    const MOST_BYTES: usize = 350 * 1024;
    let bytes = serde_json::to_vec(data).map_err(ApiError::internal)?.len();
    if bytes <= MOST_BYTES {
        return Ok(());
    }
    Err(SectionRefusal::TooLarge { kilobytes: bytes.div_ceil(1024), max: MOST_BYTES / 1024 }.into())
}
