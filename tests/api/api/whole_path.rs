//! One application from registration to 缴费完成.

use domain::workflow::{ProgressState, Stage, State};
use harness::{Applicant, P1, P4, World};

/// 融水 has no title office, but 双定向 inserts its industry bureau (R96).
#[test]
fn r96_assistant_engineer_of_rongshui_with_dual_direction_to_payment_verified() {
    let world = World::start();
    let applicant = world.submitted(&P4);
    let application = applicant.application.as_str();
    let stages: Vec<Stage> = applicant.view().file.route.iter().map(|station| station.stage).collect();
    assert_eq!(stages, [Stage::Unit, Stage::CountyIndustry, Stage::Series]);

    let clerk = world.unit_clerk(&P4);
    assert_eq!(clerk.officer.queue().waiting.len(), 1);
    clerk.publicise(application, &world.policy, "2020-08-03", "2020-08-07");
    world.set_date("2020-08-08");
    let clerk = world.unit_clerk(&P4);
    clerk.finish_publicity(application).unwrap();
    world.set_date("2020-08-13");
    let clerk = world.unit_clerk(&P4);
    clerk.recommend(application, &world.policy);
    assert_eq!(clerk.forward(application).unwrap().state, State::CountyIndustryReview);

    let bureau = world.reviewer("融水苗族自治县科工贸和信息化局");
    assert_eq!(bureau.queue().waiting[0].applicant_name, "贾强");
    assert_eq!(bureau.forward(application).unwrap().state, State::SeriesReview);
    let series = world.reviewer("柳州市经济专业工程技术人员职称改革工作领导小组");
    assert_eq!(series.approve(application).unwrap().state, State::PaymentPending);

    let applicant = Applicant::sign_in(world.url(), &P4);
    let order = applicant.pay();
    assert_eq!(order.amount_fen, 10_000);
    assert_eq!(applicant.view().file.state, State::PaymentSubmitted);
    assert_eq!(applicant.verify_payment().unwrap().state, State::PaymentVerified);
    assert_eq!(applicant.verify_payment().unwrap().state, State::PaymentVerified, "a second time changes nothing");

    let progress = applicant.progress();
    assert!(progress.steps.iter().all(|step| step.state == ProgressState::Passed), "{:?}", progress.steps);
    assert_eq!(clerk.officer.progress(application).unwrap(), progress, "the unit sees the same (R97)");
    insta::assert_snapshot!(world.sms_to(P4.mobile).join("\n"), @"");
}

/// Senior engineers defend their work, and the group's signed form is scanned (R78, R84).
#[test]
fn r78_r84_senior_engineer_with_a_supervising_department() {
    let world = World::start();
    let applicant = world.submitted(&P1);
    let application = applicant.application.as_str();
    let clerk = world.unit_clerk(&P1);
    clerk.publicise(application, &world.policy, "2020-08-03", "2020-08-07");
    world.set_date("2020-08-13");
    let clerk = world.unit_clerk(&P1);
    clerk.finish_publicity(application).unwrap();
    let refused = clerk.forward(application).unwrap_err();
    let problems = refused.problem.unwrap().problems;
    let missing = |section: &str| problems.iter().any(|problem| problem.spot.section == section);
    assert!(missing("defense") && missing("deliberation") && missing("appraisals") && missing("unit_recommendation"));
    clerk.recommend(application, &world.policy);
    assert_eq!(clerk.forward(application).unwrap().state, State::SupervisorReview);
    let supervisor = world.reviewer("柳州市人民政府国有资产监督管理委员会");
    assert_eq!(supervisor.forward(application).unwrap().state, State::SeriesReview);
}
