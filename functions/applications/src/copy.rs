//! 一键复制上次申报: an earlier application of the same person fills what is empty in a draft.

use api::applications::{Copied, CopyEarlier, StoredSection};
use api::refusal::ApplicationRefusal;
use domain::form::{Earlier, carry_over};
use domain::ids::ApplicationId;
use domain::workflow::{Application, Filling, State};
use lambda_http::Request;
use platform::{ApiError, ApiResult, App, Caller, Loaded, Relation, Reply};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Copies an earlier application. Nothing typed is written over, and either everything is copied or nothing.
pub(crate) async fn copy(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    if relation != Relation::Applicant {
        return Err(ApiError::not_found());
    }
    if application.state != State::Filling(Filling::Draft) {
        return Err(ApplicationRefusal::NotDraft.into());
    }
    let CopyEarlier { from } = platform::body(&request)?;
    let earlier = earlier(&app, &caller, &application, from).await?;
    let Loaded { pack: old_pack, answers, scans, .. } = app.load(&earlier).await?;
    let loaded = app.load(&application).await?;
    let earlier_answers = Earlier { pack: &old_pack, answers: &answers, scans: &scans };
    let carried = carry_over(earlier_answers, &loaded.pack, &loaded.answers, loaded.today);
    let revision = |section: &str| loaded.revisions.get(section).copied().unwrap_or_default();
    let writes: Vec<_> =
        carried.answers.iter().map(|(section, data)| (section.as_str(), revision(section), data)).collect();
    let now = app.clock.now();
    app.store.save_sections(&application.id, &writes, now).await?;
    let stored = |(section, seen, data): &(&str, u64, &domain::form::SectionData)| {
        let stored =
            StoredSection { revision: seen + 1, data: (*data).clone(), saved_at: Some(now), mark: None };
        ((*section).to_owned(), stored)
    };
    let sections: BTreeMap<String, StoredSection> = writes.iter().map(stored).collect();
    let from = earlier.id;
    platform::ok(&Copied { from, sections, left_out: carried.left_out, to_check: carried.to_check })
}

/// One of the caller's own that is over; submitted ones before drafts that were given up.
async fn earlier(
    app: &App,
    caller: &Caller,
    application: &Application,
    from: Option<ApplicationId>,
) -> ApiResult<Application> {
    let applications = app.store.applications_of(&caller.account.id).await?;
    let over =
        applications.into_iter().filter(|earlier| earlier.id != application.id && earlier.state.is_over());
    let chosen = over.filter(|earlier| from.as_ref().is_none_or(|id| earlier.id == *id));
    let last = chosen.max_by_key(|earlier| (earlier.version > 0, earlier.started_at));
    last.ok_or_else(|| ApplicationRefusal::NothingEarlier.into())
}
