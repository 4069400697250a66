//! The versions of an application, and the changes from each to the next (§5.5 no. 5).

use api::applications::{ChangedVersion, DraftChanges, Versions};
use domain::form::{Case, Change, changes};
use domain::ids::ApplicationId;
use domain::pack::{FilledBy, Pack};
use domain::workflow::{self, Application, LogEntry};
use lambda_http::Request;
use platform::{ApiResult, App, Caller, Contents, Reply};
use std::sync::Arc;

/// Answers the versions of the parts that the caller reads, in their order, and what he has changed since the last.
pub(crate) async fn read(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    let pack = app.packs.get(&application.pack)?;
    let log = app.store.log(&id).await?;
    let last_own = last_own_step(&caller, &application, &log);
    // Both parts as they were handed on last: the unit's forms ask for what the applicant applied for then.
    let mut held = Contents::default();
    let mut versions = Vec::new();
    for version in workflow::versions(&log).into_iter().filter(|version| relation.reads(version.part)) {
        let before = held.clone();
        held.replace(&pack, version.part, app.store.version(&id, version.part, version.number).await?);
        let changes = match version.number {
            1 => Vec::new(),
            _ => between(&app, &pack, &before, &held, version.part),
        };
        let is_new = last_own.is_some_and(|step| version.at > step.at);
        versions.push(ChangedVersion { version, is_new, changes });
    }
    let open = [FilledBy::Applicant, FilledBy::Unit].into_iter().find(|part| {
        relation.fills(*part) && application.state.is_open_to(*part) && application.version_of(*part) > 0
    });
    let draft = match open {
        Some(part) => {
            let (sections, scans) = app.store.contents(&id).await?;
            let answers = sections.into_iter().map(|(id, stored)| (id, stored.data)).collect();
            let mut typed = held.clone();
            typed.replace(&pack, part, Contents { answers, scans });
            let changes = between(&app, &pack, &held, &typed, part);
            Some(DraftChanges { part, changes })
        }
        None => None,
    };
    platform::ok(&Versions { versions, draft })
}

/// Returns the step that the officer's organisation took last.
fn last_own_step<'l>(
    caller: &Caller,
    application: &Application,
    log: &'l [LogEntry],
) -> Option<&'l LogEntry> {
    let (organisation, _) = caller.officer()?;
    let own = application.route.iter().find(|station| station.organisation == *organisation)?;
    log.iter().rev().find(|entry| entry.organisation_name == own.name)
}

/// Returns the changes of a part between two contents.
fn between(app: &App, pack: &Pack, old: &Contents, new: &Contents, part: FilledBy) -> Vec<Change> {
    let today = app.clock.today();
    let old = Case::new(pack, &old.answers, &old.scans, today);
    changes(&old, &Case::new(pack, &new.answers, &new.scans, today), part)
}
