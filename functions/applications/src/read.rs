//! The applicant's own list, and one application as a whole.

use api::applications::{ApplicationView, Mine, StoredSection, Summary};
use domain::ids::ApplicationId;
use domain::pack::FilledBy;
use domain::workflow::{Ending, State};
use lambda_http::Request;
use platform::{ApiResult, App, Reply};
use std::sync::Arc;

pub(crate) async fn list_mine(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let applications = app.store.applications_of(&caller.account.id).await?;
    let kept = applications
        .iter()
        .filter(|application| application.state != State::Over(Ending::Withdrawn) || application.version > 0);
    let due = app.due_dates().await?;
    let summaries = kept.map(|application| Summary::of(application, due.of(application)));
    platform::ok(&Mine { applications: summaries.collect() })
}

/// The unit's own forms are for officers: applicants see the outcome in the progress. What somebody else fills in is
/// read as it was handed on.
pub(crate) async fn read(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    let pack = app.packs.get(&application.pack)?;
    let (mut sections, mut scans) = app.store.contents(&id).await?;
    let is_own = |id: &str| pack.section(id).is_some_and(|section| relation.fills(section.filled_by));
    sections.retain(|id, _| is_own(id));
    scans.retain(|scan| is_own(&scan.place.section));
    for part in [FilledBy::Applicant, FilledBy::Unit] {
        if relation.reads(part) && !relation.fills(part) {
            let handed_on = app.store.version(&id, part, application.version_of(part)).await?;
            let stored = |data| StoredSection { data, ..StoredSection::default() };
            sections.extend(handed_on.answers.into_iter().map(|(id, data)| (id, stored(data))));
            scans.extend(handed_on.scans);
        }
    }
    let batch = app.batch_of(&application).await?;
    let (due, today) = (application.due(&pack, &batch), app.clock.today());
    let mut application = relation.view(application.under(&batch));
    // Offered to whoever can take it back, and to nobody else.
    let is_offered =
        application.revocable(app.clock.now()).is_some() && caller.takes_back(&application).is_ok();
    application.last_step.take_if(|_| !is_offered);
    platform::ok(&ApplicationView { application, sections, scans, due, today })
}
