//! 职称申报进度 and 查看进度 (R65, R97).

use api::applications::Progress;
use domain::words::chinese;
use domain::workflow::{Ending, Office, ProgressStep, State};
use harness::{P1, P2, World};

fn lines(world: &World, progress: &Progress) -> String {
    let line = |step: &ProgressStep| {
        let label = chinese::milestone(step.milestone, &world.pack);
        format!("{label} | {} | {:?}", step.organisation, step.state)
    };
    progress.steps.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The way is not known before submission: only what every application passes is shown.
#[test]
fn r65_a_draft_shows_what_every_application_passes() {
    let world = World::start();
    let applicant = world.started(&P2);
    insta::assert_snapshot!(lines(&world, &applicant.progress()), @r"
    填写提交 |  | Current
    单位审核 | 鹿寨县洛江建筑工程有限公司 | NotReached
    单位公示 | 鹿寨县洛江建筑工程有限公司 | NotReached
    审议推荐 | 鹿寨县洛江建筑工程有限公司 | NotReached
    市系列审核 |  | NotReached
    缴费 |  | NotReached
    缴费验证 |  | NotReached
    ");
}

#[test]
fn r65_r97_applicant_and_unit_see_the_application_s_own_route() {
    let world = World::start();
    let at = world.at(State::Office(Office::CountyTitle), &P2);
    let progress = at.applicant.progress();
    assert_eq!(at.clerk().officer.progress(at.application()).unwrap(), progress);
    let waiting = progress.steps.iter().find(|step| step.due.is_some()).unwrap();
    assert_eq!((waiting.due, waiting.phone.as_str()), ("2020-10-31".parse().ok(), "0772-2820000"));
    assert!(progress.steps[..5].iter().all(|step| step.arrived_at.is_some()), "{:?}", progress.steps);
    insta::assert_snapshot!(lines(&world, &progress), @r"
    填写提交 |  | Passed
    单位审核 | 鹿寨县洛江建筑工程有限公司 | Passed
    单位公示 | 鹿寨县洛江建筑工程有限公司 | Passed
    审议推荐 | 鹿寨县洛江建筑工程有限公司 | Passed
    县区职改部门 | 鹿寨县职称改革工作领导小组办公室 | Current
    市系列审核 | 柳州市住房和城乡建设局职称改革工作领导小组办公室 | NotReached
    缴费 |  | NotReached
    缴费验证 |  | NotReached
    ");
}

/// Reviewers are organisations to the applicant: no officer's name is shown (§5.9).
#[test]
fn r65_a_senior_application_shows_its_defence_and_its_supervising_department() {
    let world = World::start();
    let applicant = world.submitted(&P1);
    let shown = serde_json::to_string(&applicant.progress()).unwrap();
    for office in &harness::people::ORGANISATIONS {
        assert!(!shown.contains(office.officer), "{}", office.officer);
    }
    insta::assert_snapshot!(lines(&world, &applicant.progress()), @r"
    填写提交 |  | Passed
    单位审核 | 柳州市龙城机械集团有限责任公司 | Current
    单位公示 | 柳州市龙城机械集团有限责任公司 | NotReached
    答辩、审议推荐 | 柳州市龙城机械集团有限责任公司 | NotReached
    主管部门 | 柳州市人民政府国有资产监督管理委员会 | NotReached
    市系列审核 | 柳州市经济专业工程技术人员职称改革工作领导小组 | NotReached
    缴费 |  | NotReached
    缴费验证 |  | NotReached
    ");
}

/// A withdrawn application was neither passed nor refused by anybody.
#[test]
fn t26_a_withdrawn_application_says_where_it_was_withdrawn() {
    let world = World::start();
    let applicant = world.at(State::Over(Ending::Withdrawn), &P2).applicant;
    insta::assert_snapshot!(lines(&world, &applicant.progress()), @r"
    填写提交 |  | Passed
    单位审核 | 鹿寨县洛江建筑工程有限公司 | Withdrawn
    单位公示 | 鹿寨县洛江建筑工程有限公司 | NotReached
    审议推荐 | 鹿寨县洛江建筑工程有限公司 | NotReached
    县区职改部门 | 鹿寨县职称改革工作领导小组办公室 | NotReached
    市系列审核 | 柳州市住房和城乡建设局职称改革工作领导小组办公室 | NotReached
    缴费 |  | NotReached
    缴费验证 |  | NotReached
    ");
}
