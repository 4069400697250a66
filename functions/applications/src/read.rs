//! The applicant's own list, and one application as a whole.

use api::applications::{ApplicationView, Mine, Summary};
use domain::form::{Answers, Attachment, Case, is_material};
use domain::ids::ApplicationId;
use domain::pack::{FilledBy, Pack};
use domain::workflow::{Ending, State};
use lambda_http::Request;
use platform::{ApiResult, App, Relation, Reply};
use std::sync::Arc;

pub(crate) async fn list_mine(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let files = app.store.applications_of(&caller.account.id).await?;
    let kept = files.iter().filter(|file| file.state != State::Over(Ending::Withdrawn) || file.version > 0);
    platform::ok(&Mine { applications: kept.map(Summary::of).collect() })
}

/// The unit's own forms are for officers: applicants see the outcome in the progress.
pub(crate) async fn read(app: Arc<App>, request: Request) -> ApiResult<Reply> {
    let caller = app.caller(&request).await?;
    let id = ApplicationId::new(platform::parameter(&request, "application")?);
    let (file, relation) = app.file_for(&caller, &id).await?;
    let pack = app.packs.get(&file.pack)?;
    let (mut sections, mut files) = app.store.contents(&id).await?;
    if relation == Relation::Applicant {
        let is_own =
            |id: &str| pack.section(id).is_some_and(|section| section.filled_by == FilledBy::Applicant);
        sections.retain(|id, _| is_own(id));
        files.retain(|file| is_own(&file.place.section));
    }
    let mut view = ApplicationView { file, sections, files, today: app.clock.today() };
    view.files = known_files(&view, &pack, relation);
    platform::ok(&view)
}

/// Returns the scans that the caller may know of. One left over from a deleted row or a hidden slot is shown
/// only to whoever fills its section, and may be deleted there.
fn known_files(view: &ApplicationView, pack: &Pack, relation: Relation) -> Vec<Attachment> {
    let answers: Answers =
        view.sections.iter().map(|(id, stored)| (id.clone(), stored.data.clone())).collect();
    let case = Case::new(pack, &answers, &view.files, view.today);
    let is_filler = |file: &Attachment| {
        pack.section(&file.place.section).is_some_and(|section| relation.fills(section.filled_by))
    };
    view.files.iter().filter(|file| is_filler(file) || is_material(&case, file)).cloned().collect()
}
