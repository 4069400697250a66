//! One application from registration to 缴费完成.

use domain::workflow::{Ending, Office, Payment, ProgressState, Stage, State};
use harness::{Applicant, P1, P2, P3, P4, P5, P6, P7, P8, P9, World, people};

/// 融水 has no title office, but 双定向 inserts its industry bureau (R96).
#[test]
fn r96_assistant_engineer_of_rongshui_with_dual_direction_to_payment_verified() {
    let world = World::start();
    let applicant = world.submitted(&P4);
    let application = applicant.application.as_str();
    let stages: Vec<Stage> = applicant.view().application.route.iter().map(|station| station.stage).collect();
    assert_eq!(stages, [Stage::Unit, Stage::Office(Office::CountyIndustry), Stage::Office(Office::Series)]);

    let clerk = world.unit_clerk(&P4);
    assert_eq!(clerk.officer.queue().waiting.len(), 1);
    clerk.publicise(application, &world.pack, "2020-08-03", "2020-08-07");
    world.set_date("2020-08-08");
    let clerk = world.unit_clerk(&P4);
    clerk.record_outcome(application, &world.pack);
    clerk.finish_publicity(application).unwrap();
    world.set_date("2020-08-13");
    let clerk = world.unit_clerk(&P4);
    clerk.recommend(application, &world.pack);
    assert_eq!(clerk.forward(application).unwrap().state, State::Office(Office::CountyIndustry));

    let bureau = world.reviewer("融水苗族自治县科工贸和信息化局");
    assert_eq!(bureau.queue().waiting[0].applicant_name, "贾强");
    assert_eq!(bureau.forward(application).unwrap().state, State::Office(Office::Series));
    let series = world.reviewer("柳州市经济专业工程技术人员职称改革工作领导小组");
    assert_eq!(series.approve(application).unwrap().state, State::Payment(Payment::Due));

    let applicant = Applicant::sign_in(world.url(), &P4);
    let order = applicant.pay();
    assert_eq!(order.amount_fen, 10_000);
    assert_eq!(applicant.view().application.state, State::Payment(Payment::Paid));
    assert_eq!(applicant.verify_payment().unwrap().state, State::Over(Ending::Verified));
    assert_eq!(
        applicant.verify_payment().unwrap().state,
        State::Over(Ending::Verified),
        "a second time changes nothing"
    );

    let progress = applicant.progress();
    assert!(progress.steps.iter().all(|step| step.state == ProgressState::Passed), "{:?}", progress.steps);
    assert_eq!(clerk.officer.progress(application).unwrap(), progress, "the unit sees the same (R97)");
    let officer = people::organisation("融水苗族自治县科工贸和信息化局").officer_mobile;
    assert_eq!(
        world.sms_to(officer).len(),
        2,
        "a code for the first password, and the application's arrival"
    );
    insta::assert_snapshot!(world.sms_to(P4.mobile).join("\n"), @r"
    【柳州职称】验证码……，5分钟内有效，请勿告知他人。
    【柳州职称】贾某您好，您的助理工程师申报材料已提交单位审核，可在“职称申报进度”查看。
    【柳州职称】贾某您好，您的申报材料已通过职改办审核，请于12月10日前登录系统首页点击“缴费”扫码缴费并完成缴费验证。
    【柳州职称】贾某您好，您的职称评审费已缴纳并验证成功，缴费完成。
    ");
}

/// Senior engineers defend their work, and the group's signed form is scanned (R78, R84).
#[test]
fn r78_r84_senior_engineer_with_a_supervising_department() {
    let world = World::start();
    let applicant = world.submitted(&P1);
    let application = applicant.application.as_str();
    let clerk = world.unit_clerk(&P1);
    clerk.publicise(application, &world.pack, "2020-08-03", "2020-08-07");
    world.set_date("2020-08-13");
    let clerk = world.unit_clerk(&P1);
    clerk.record_outcome(application, &world.pack);
    clerk.finish_publicity(application).unwrap();
    let refused = clerk.forward(application).unwrap_err();
    let problems = refused.problem.unwrap().problems;
    let missing = |section: &str| problems.iter().any(|problem| problem.spot.section == section);
    assert!(missing("defense") && missing("deliberation") && missing("unit_recommendation"));
    assert!(!missing("appraisals"), "they stood on the sheet");
    clerk.recommend(application, &world.pack);
    assert_eq!(clerk.forward(application).unwrap().state, State::Office(Office::Supervisor));
    let supervisor = world.reviewer("柳州市人民政府国有资产监督管理委员会");
    assert_eq!(supervisor.forward(application).unwrap().state, State::Office(Office::Series));
}

/// Everybody of domain.md Appendix I, each with the offices after the unit.
#[test]
fn r93_r96_every_fixture_person_takes_the_route_of_the_unit_and_the_choice() {
    let world = World::start();
    let routes = [
        (&P1, vec![Stage::Office(Office::Supervisor), Stage::Office(Office::Series)]),
        (&P2, vec![Stage::Office(Office::CountyTitle), Stage::Office(Office::Series)]),
        (
            &P3,
            vec![
                Stage::Office(Office::Supervisor),
                Stage::Office(Office::CountyTitle),
                Stage::Office(Office::CountyIndustry),
                Stage::Office(Office::Series),
            ],
        ),
        (&P4, vec![Stage::Office(Office::CountyIndustry), Stage::Office(Office::Series)]),
        (&P5, vec![Stage::Office(Office::Series)]),
        (&P6, vec![Stage::Office(Office::Series)]),
        (&P7, vec![Stage::Office(Office::CountyTitle), Stage::Office(Office::Series)]),
        (&P8, vec![Stage::Office(Office::Supervisor), Stage::Office(Office::Series)]),
        (&P9, vec![Stage::Office(Office::CountyIndustry), Stage::Office(Office::Series)]),
    ];
    for (person, after_the_unit) in routes {
        let route = world.submitted(person).view().application.route;
        let stages: Vec<Stage> = route.iter().skip(1).map(|station| station.stage).collect();
        assert_eq!(stages, after_the_unit, "{}", person.key);
    }
}
