//! 一键复制上次申报: an earlier application fills a new draft, and says what does not fit.

use api::applications::{Copied, CopyEarlier, StartApplication, Started};
use api::routes::Route;
use domain::form::{LeftOut, SectionData, Unfit, Values};
use domain::ids::{ApplicationId, OrganisationId};
use domain::pack::CommitteeChoice;
use domain::workflow::{Action, Ending, State, Step};
use harness::{Applicant, LIUZHOU_2026, P1, P2, P6, Refused, World, seed};

fn copy(applicant: &Applicant, from: Option<&str>) -> Result<Copied, Refused> {
    let wanted = CopyEarlier { from: from.map(ApplicationId::new) };
    applicant.client.call(Route::CopyEarlier, &[&applicant.application], &wanted)
}

fn start(applicant: &mut Applicant, pack: &str, unit: OrganisationId, choice: CommitteeChoice) {
    let wanted = StartApplication { pack: pack.into(), unit, choice, specialty_note: String::new() };
    let started: Started = applicant.client.call(Route::StartApplication, &[], &wanted).unwrap();
    applicant.application = started.application.to_string();
}

/// An application of 2020 that its applicant submitted and then withdrew.
fn withdrawn(world: &World) -> Applicant {
    world.at(State::Over(Ending::Withdrawn), &P2).applicant
}

fn rows<'a>(data: &'a SectionData, group: &str) -> Vec<&'a Values> {
    data.rows(group).iter().map(|row| &row.values).collect()
}

fn lines<'a>(left_out: &'a [LeftOut], section: &str) -> Vec<(&'a str, &'a Unfit)> {
    let of = left_out.iter().filter(|line| line.section == section);
    of.map(|line| (line.label.as_str(), &line.reason)).collect()
}

#[test]
fn an_application_of_2020_fills_the_one_of_2026_and_says_what_does_not_fit() {
    let world = World::start();
    let old = withdrawn(&world).view();
    world.set_date("2026-09-01");
    seed::open_batch(&LIUZHOU_2026, &world.reviewer(LIUZHOU_2026.series_office().name));
    let mut applicant = Applicant::sign_in(world.url(), &P2);
    let choice = CommitteeChoice {
        target_title: "Engineer".into(),
        industry: "Other".into(),
        committee: "C_ENG_M".into(),
        specialty: "mechanical_design".into(),
    };
    start(&mut applicant, "liuzhou-2026", old.application.unit.clone(), choice);
    let before = applicant.view();

    let copied = copy(&applicant, None).unwrap();
    assert_eq!(copied.from, old.application.id);
    let new = applicant.view();
    for (id, stored) in &new.sections {
        let expected = copied.sections.get(id).unwrap_or(&before.sections[id]);
        assert_eq!(stored, expected, "{id}");
        let revision = before.sections[id].revision + u64::from(copied.sections.contains_key(id));
        assert_eq!(stored.revision, revision, "{id}");
    }

    let data = |id: &str| &new.sections[id].data;
    let had = |id: &str| &old.sections[id].data;
    assert_eq!(data("education"), had("education"));
    assert_eq!(data("career_history"), had("career_history"));
    assert_eq!(data("basic_info").value("current_work"), had("basic_info").value("current_work"));
    assert_eq!(data("basic_info").value("committee_id"), "C_ENG_M");
    assert_eq!(data("basic_info").value("cycle_year"), "2026");

    // The criteria are those of another committee; everything else of the paper fits.
    let mut papers = rows(had("publications"), "rows").into_iter().cloned().collect::<Vec<_>>();
    papers.iter_mut().for_each(|paper| drop(paper.remove("criterion_code")));
    assert_eq!(rows(data("publications"), "rows"), papers.iter().collect::<Vec<_>>());
    let told = lines(&copied.left_out, "任现职以来论文、著作情况");
    assert!(
        told.iter().any(|(label, why)| label.contains("条件") && matches!(why, Unfit::OptionGone(_))),
        "{told:?}"
    );
    assert!(told.contains(&("", &Unfit::UploadAgain)), "{told:?}");

    assert_eq!(data("social_insurance").value("months"), "");
    assert!(lines(&copied.left_out, "社保信息").iter().any(|(label, _)| *label == "已缴费月份"));
    assert!(data("declaration").is_empty());
    assert_eq!(data("continuing_education").value("certificate_no"), "");
    assert!(new.scans.is_empty());
}

#[test]
fn what_was_typed_in_the_draft_stays_and_a_second_copy_changes_nothing() {
    let world = World::start();
    let mut applicant = withdrawn(&world);
    let old = applicant.view();
    start(&mut applicant, "liuzhou-2020", old.application.unit.clone(), P2.choice());
    applicant.change("basic_info", |data| {
        data.values.insert("current_work".into(), "桥梁检测".into());
    });
    applicant.change("education", |data| {
        data.groups = old.sections["education"].data.groups.clone();
        data.groups.get_mut("rows").unwrap()[0].values.insert("school".into(), "广西大学".into());
    });
    let typed = applicant.view().sections["education"].data.clone();

    let copied = copy(&applicant, Some(old.application.id.as_str())).unwrap();
    assert!(!copied.sections.contains_key("education"));
    let view = applicant.view();
    assert_eq!(view.sections["education"].data, typed);
    assert_eq!(view.sections["basic_info"].data.value("current_work"), "桥梁检测");
    assert_eq!(
        view.sections["basic_info"].data.value("work_start"),
        old.sections["basic_info"].data.value("work_start")
    );
    assert_eq!(view.sections["publications"].data, old.sections["publications"].data);

    let again = copy(&applicant, None).unwrap();
    assert!(again.sections.is_empty(), "{:?}", again.sections.keys());
    assert_eq!(applicant.view().sections, view.sections);
}

/// A title that is held since then makes an old paper too early; it is copied and named.
#[test]
fn r34_a_copied_paper_from_before_the_new_title_is_named() {
    let world = World::start();
    let mut applicant = withdrawn(&world);
    let old = applicant.view();
    start(&mut applicant, "liuzhou-2020", old.application.unit.clone(), P2.choice());
    applicant.change("current_title", |data| {
        data.values.insert("obtained_date".into(), "2020-01-15".into());
    });
    let copied = copy(&applicant, None).unwrap();
    let papers: Vec<&str> = copied
        .to_check
        .iter()
        .filter(|p| p.spot.section == "publications")
        .map(|p| p.rule.as_str())
        .collect();
    assert_eq!(papers, ["R34"], "{:?}", copied.to_check);
    assert_eq!(applicant.view().sections["publications"].data, old.sections["publications"].data);
}

#[test]
fn only_the_own_draft_is_filled_and_only_from_an_own_application_that_is_over() {
    let world = World::start();
    let submitted = world.submitted(&P2);
    let refused = copy(&submitted, None).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_DRAFT"));

    let other = world.started(&P6);
    let refused = copy(&other, None).unwrap_err();
    assert_eq!((refused.status, refused.code()), (404, "E_NOTHING_EARLIER"));
    submitted.step(Step::silent(Action::Withdraw)).unwrap();
    let refused = copy(&other, Some(&submitted.application)).unwrap_err();
    assert_eq!((refused.status, refused.code()), (404, "E_NOTHING_EARLIER"));

    let stranger = Applicant { application: other.application.clone(), ..world.applicant(&P1) };
    assert_eq!(copy(&stranger, None).unwrap_err().status, 404);
    assert!(other.view().sections["education"].data.is_empty());
}

#[test]
fn r16_the_unit_s_registered_nature_stands_in_the_form() {
    let world = World::start();
    let applicant = world.started(&P1);
    let basic_info = applicant.view().sections["basic_info"].data.clone();
    assert_eq!(basic_info.value("unit_nature"), "StateEnterprise");
    applicant.change("basic_info", |data| {
        data.values.insert("unit_nature".into(), "PrivateEnterprise".into());
    });
    assert_eq!(applicant.view().sections["basic_info"].data.value("unit_nature"), "StateEnterprise");
}

/// The first wins and the other is told; neither writes over what the other wrote.
#[test]
fn a_copy_and_a_save_at_the_same_time_lose_nothing() {
    let world = World::start();
    let mut applicant = withdrawn(&world);
    let old = applicant.view();
    start(&mut applicant, "liuzhou-2020", old.application.unit.clone(), P2.choice());
    let mut typed = old.sections["education"].data.clone();
    typed.groups.get_mut("rows").unwrap()[0].values.insert("school".into(), "广西大学".into());
    let elsewhere =
        Applicant { application: applicant.application.clone(), ..Applicant::sign_in(world.url(), &P2) };
    let copying = std::thread::spawn(move || copy(&elsewhere, None));
    let saved = applicant.save("education", 0, typed.clone());
    let copied = copying.join().unwrap();

    let education = applicant.view().sections["education"].data.clone();
    match (saved, copied) {
        (Ok(_), Ok(copied)) => {
            assert!(!copied.sections.contains_key("education"));
            assert_eq!(education, typed);
        }
        (Ok(_), Err(refused)) => {
            assert_eq!((refused.status, refused.code()), (409, "E_APPLICATION_MOVED"));
            assert_eq!(education, typed);
        }
        (Err(refused), Ok(_)) => {
            assert_eq!((refused.status, refused.code()), (409, "E_STALE"));
            assert_eq!(education, old.sections["education"].data);
        }
        (Err(saved), Err(copied)) => panic!("one of them is first: {saved:?} {copied:?}"),
    }
}
