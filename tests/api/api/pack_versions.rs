//! A corrected pack: new applications start under it, and nothing that was started is judged anew.

use domain::form::Problem;
use domain::pack::Pack;
use domain::workflow::{State, UnitWork};
use harness::{Applicant, LIUZHOU_2020, P2, P6, Reviewer, root, seed};
use local::{LocalCloud, Options};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const FIRST: &str = "liuzhou-2020";
const SECOND: &str = "liuzhou-2020-v2";

/// A cloud whose functions read their packs from this folder.
fn cloud_of(folder: &Path) -> LocalCloud {
    let layer = folder.join("layer").display().to_string();
    let template = fs::read_to_string(root().join("infra/template.yaml")).unwrap();
    let template = template.replace("../target/layers/packs", &layer);
    let template = template.replace("../target", &root().join("target").display().to_string());
    fs::write(folder.join("template.yaml"), template).unwrap();
    let mut options = Options::new(folder.join("template.yaml"), root().join("target/debug"));
    options.clock = Some(LIUZHOU_2020.first_morning.parse().unwrap());
    LocalCloud::start_blocking(options).unwrap()
}

fn publish(folder: &Path, pack: &Pack) {
    let packs = folder.join("layer/packs");
    fs::create_dir_all(&packs).unwrap();
    fs::write(packs.join(format!("{}.json", pack.id)), serde_json::to_vec(pack).unwrap()).unwrap();
}

/// The correction: three papers instead of one.
fn stricter(first: &Pack) -> Pack {
    let mut second = first.clone();
    second.id = SECOND.into();
    second.supersedes = Some(FIRST.into());
    let publications = second.sections.iter_mut().find(|section| section.id == "publications").unwrap();
    publications.groups[0].min = 3;
    second
}

fn missing_papers(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.spot.section == "publications").count()
}

#[test]
fn an_application_keeps_the_version_that_it_was_started_under() {
    let folder = TempDir::new().unwrap();
    let first = LIUZHOU_2020.pack();
    publish(folder.path(), &first);
    let cloud = cloud_of(folder.path());
    seed::found(&LIUZHOU_2020, cloud.edge_url(), cloud.parameter("SetUpCode").unwrap());
    let series = LIUZHOU_2020.series_office();
    seed::open_batch(&LIUZHOU_2020, &Reviewer::set_first_password(cloud.edge_url(), series.officer_mobile));
    let mut before = Applicant::register(cloud.edge_url(), &P6);
    before.start();
    before.fill_everything(&first);

    publish(folder.path(), &stricter(&first));
    cloud.retire_functions();

    let mut after = Applicant::register(cloud.edge_url(), &P2);
    after.start();
    after.fill_everything(&first);
    assert_eq!(after.view().application.pack, SECOND);
    let refused = after.submit().unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_INCOMPLETE"));
    assert_eq!(missing_papers(&refused.problem.unwrap().problems), 1);

    assert_eq!(before.view().application.pack, FIRST);
    assert_eq!(before.submit().unwrap().state, State::Unit(UnitWork::Review));
}
