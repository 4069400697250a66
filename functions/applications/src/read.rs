//! The applicant's own list, and one application as a whole.

use api::applications::{ApplicationView, Mine, Summary};
use domain::form::{Answers, Case, Scan, is_material};
use domain::ids::ApplicationId;
use domain::pack::{FilledBy, Pack};
use domain::workflow::{Ending, State};
use lambda_http::Request;
use platform::{ApiResult, App, Relation, Reply};
use std::sync::Arc;

pub(crate) async fn list_mine(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let applications = app.store.applications_of(&caller.account.id).await?;
    let kept = applications
        .iter()
        .filter(|application| application.state != State::Over(Ending::Withdrawn) || application.version > 0);
    platform::ok(&Mine { applications: kept.map(Summary::of).collect() })
}

/// The unit's own forms are for officers: applicants see the outcome in the progress.
pub(crate) async fn read(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (application, relation) = app.application_for(&caller, &id).await?;
    let pack = app.packs.get(&application.pack)?;
    let (mut sections, mut scans) = app.store.contents(&id).await?;
    if relation == Relation::Applicant {
        let is_own =
            |id: &str| pack.section(id).is_some_and(|section| section.filled_by == FilledBy::Applicant);
        sections.retain(|id, _| is_own(id));
        scans.retain(|scan| is_own(&scan.place.section));
    }
    let mut view = ApplicationView { application, sections, scans, today: app.clock.today() };
    view.scans = known_scans(&view, &pack, relation);
    platform::ok(&view)
}

/// Returns the scans that the caller may know of. One left over from a deleted row or a hidden slot is shown
/// only to whoever fills its section, and may be deleted there.
fn known_scans(view: &ApplicationView, pack: &Pack, relation: Relation) -> Vec<Scan> {
    let answers: Answers =
        view.sections.iter().map(|(id, stored)| (id.clone(), stored.data.clone())).collect();
    let case = Case::new(pack, &answers, &view.scans, view.today);
    let is_filler = |scan: &Scan| {
        pack.section(&scan.place.section).is_some_and(|section| relation.fills(section.filled_by))
    };
    view.scans.iter().filter(|scan| is_filler(scan) || is_material(&case, scan)).cloned().collect()
}
