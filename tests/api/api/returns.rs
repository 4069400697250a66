//! Back for correction, and the same way again (§5.5).

use api::workflow::StepTaken;
use domain::form::{SectionData, Spot};
use domain::workflow::{
    Action, Ending, Filling, Office, Payment, ProgressState, ReturnItem, State, Step, UnitWork,
};
use harness::{Applicant, P2, P6, Refused, Reviewer, World};

pub(crate) const SERIES: &str = "柳州市经济专业工程技术人员职称改革工作领导小组";

fn set(data: &mut SectionData, field: &str, value: &str) {
    data.values.insert(field.into(), value.into());
}

fn reason(spot: Spot, text: &str) -> ReturnItem {
    ReturnItem { spot, code: "F03".into(), text: text.into(), answer: String::new() }
}

fn give_back(
    reviewer: &Reviewer,
    application: &str,
    action: Action,
    reasons: Vec<ReturnItem>,
) -> Result<StepTaken, Refused> {
    reviewer.step(application, Step { reasons, ..Step::silent(action) })
}

/// Declares anew what has changed, answers and submits.
pub(crate) fn resubmit(world: &World, applicant: &Applicant, answers: &[&str]) -> Result<StepTaken, Refused> {
    applicant.declare(&world.pack);
    let answers = answers.iter().map(|answer| (*answer).to_owned()).collect();
    applicant.step(Step { answers, ..Step::silent(Action::Submit) })
}

#[test]
fn r91_a_return_names_places_and_reasons() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let application = applicant.application.as_str();
    let clerk = world.unit_clerk(&P6);
    let nowhere = reason(Spot::default(), "证明材料不足，请补充");
    let curt = reason(Spot::section("achievements"), "不行");
    for reasons in [vec![], vec![nowhere], vec![curt]] {
        let refused = give_back(&clerk.officer, application, Action::Return, reasons).unwrap_err();
        assert_eq!((refused.status, refused.code()), (422, "E_REASONS_MISSING"));
    }
    assert_eq!(applicant.view().application.state, State::Unit(UnitWork::Review));
}

/// The receiver of a return can open each of its places (§5.5).
#[test]
fn r91_a_return_names_places_of_those_it_goes_to() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let (applicant, application, series) = (&at.applicant, at.application(), at.reviewer());
    for (action, section) in [(Action::Return, "deliberation"), (Action::ReturnToUnit, "publications")] {
        let reasons = vec![reason(Spot::section(section), "请补充完整后重新提交")];
        let refused = give_back(&series, application, action, reasons).unwrap_err();
        assert_eq!((refused.status, refused.code()), (422, "E_REASONS_ELSEWHERE"), "{section}");
    }
    assert_eq!(applicant.view().application.state, State::Office(Office::Series));
}

/// T4, T16: what is asked is shown where it is asked, answered one by one, and the application walks on.
#[test]
fn t16_every_reason_is_answered_before_the_application_comes_back() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let application = applicant.application.as_str();
    let clerk = world.unit_clerk(&P6);
    let reasons = vec![
        reason(Spot::field("basic_info", "current_work"), "请写明所从事的具体岗位"),
        reason(Spot::section("achievements"), "证明材料未见本人姓名"),
    ];
    let taken = give_back(&clerk.officer, application, Action::Return, reasons.clone()).unwrap();
    assert_eq!(taken.state, State::Filling(Filling::Returned));
    assert!(clerk.officer.queue().waiting.is_empty());

    let open = applicant.view().application.open_return.unwrap();
    assert_eq!(open.items, reasons);
    assert_eq!(open.organisation_name, P6.unit);
    let progress = applicant.progress();
    assert_eq!((progress.steps[0].state, progress.steps[0].reasons.len()), (ProgressState::Returned, 2));

    applicant.change("basic_info", |data| set(data, "current_work", "汽车座椅骨架工艺设计"));
    for answers in [&[][..], &["已改"], &["已改", "  "]] {
        let refused = resubmit(&world, &applicant, answers).unwrap_err();
        assert_eq!((refused.status, refused.code()), (422, "E_ANSWERS_MISSING"));
    }
    assert_eq!(
        resubmit(&world, &applicant, &["已写明岗位", "已补充任命文件"]).unwrap().state,
        State::Unit(UnitWork::Review)
    );
    let application = applicant.view().application;
    assert_eq!((application.version, application.open_return), (2, None));
    insta::assert_snapshot!(world.sms_to(P6.mobile).join("\n"), @r"
    【柳州职称】验证码……，5分钟内有效，请勿告知他人。
    【柳州职称】李某您好，您的助理工程师申报材料已提交单位审核，可在“职称申报进度”查看。
    【柳州职称】李某您好，您的申报材料被单位退回，共2项需修改，请于8月13日24时前登录系统修改并重新提交。
    【柳州职称】李某您好，您的助理工程师申报材料已提交单位审核，可在“职称申报进度”查看。
    ");
}

/// The answers to every return so far, as this office reads them (R65, R97).
fn answers_read_by(reviewer: &Reviewer, application: &str) -> Vec<String> {
    let history = reviewer.progress(application).unwrap().history;
    let answers = history.into_iter().flat_map(|past| past.reasons).map(|reason| reason.answer);
    answers.filter(|answer| !answer.is_empty()).collect()
}

/// The county's return sends the application through the unit and the county again; what was posted on the same data
/// stays posted (§5.5 no. 4).
#[test]
fn t13_a_returned_application_walks_its_whole_route_again() {
    let world = World::start();
    let at = world.at(State::Office(Office::CountyTitle), &P2);
    let (applicant, application, county) = (&at.applicant, at.application(), at.reviewer());
    county.return_for(application, "other_proof", "F03", "请补充岗位任职证明").unwrap();
    resubmit(&world, applicant, &["原单位未设岗位，无需补充"]).unwrap();

    let clerk = at.clerk();
    assert_eq!(clerk.start_publicity(application).unwrap().state, State::Unit(UnitWork::Publicity));
    assert_eq!(clerk.finish_publicity(application).unwrap().state, State::Unit(UnitWork::Recommend));
    assert_eq!(clerk.forward(application).unwrap().state, State::Office(Office::CountyTitle));
    assert_eq!(county.forward(application).unwrap().state, State::Office(Office::Series));
    let series = at.office(Office::Series);
    for reviewer in [&clerk.officer, &county, &series] {
        assert_eq!(answers_read_by(reviewer, application), ["原单位未设岗位，无需补充"]);
    }
}

/// T14, T15: the unit mends its own forms, and the application goes back to whoever asked.
#[test]
fn t14_t15_edge_75_the_unit_corrects_and_the_application_returns_to_who_asked() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let (application, series) = (at.application(), at.reviewer());
    let reasons = vec![reason(Spot::section("unit_recommendation"), "推荐意见过于简单，请逐项评价")];
    let taken = give_back(&series, application, Action::ReturnToUnit, reasons).unwrap();
    assert_eq!(taken.state, State::Unit(UnitWork::Correcting));
    let refused = series.approve(application).unwrap_err();
    assert_eq!((refused.status, refused.code()), (409, "E_NOT_YOUR_TURN"));

    let clerk = world.unit_clerk(&P6);
    let opinion = "思想品德优秀，遵纪守法，团结同事，作风正派，受到职工好评。";
    clerk.save(application, "unit_recommendation", |data| set(data, "moral", opinion)).unwrap();
    let silent = clerk.officer.step(application, Step::silent(Action::Corrected)).unwrap_err();
    assert_eq!((silent.status, silent.code()), (422, "E_ANSWERS_MISSING"));
    let corrected = Step { answers: vec!["已逐项重写".into()], ..Step::silent(Action::Corrected) };
    assert_eq!(clerk.officer.step(application, corrected).unwrap().state, State::Office(Office::Series));
    assert_eq!(answers_read_by(&series, application), ["已逐项重写"]);
    assert_eq!(series.approve(application).unwrap().state, State::Payment(Payment::Due));
}

/// An application under correction is governed by its own deadline, not by the personal one (§5.6).
#[test]
fn a_correction_has_a_deadline_of_its_own() {
    let world = World::start();
    world.set_date("2020-09-08");
    let applicant = world.submitted(&P6);
    let application = applicant.application.as_str();
    let clerk = world.unit_clerk(&P6);
    clerk.officer.return_for(application, "basic_info", "K02", "请写明现从事的专业技术工作").unwrap();
    let deadline = Applicant::sign_in(world.url(), &P6).view().due.unwrap();
    assert!(deadline.to_string().as_str() > "2020-09-11", "{deadline}");
    world.set_date("2020-09-11");
    let again = Applicant::sign_in(world.url(), &P6);
    assert_eq!(resubmit(&world, &again, &["已写明"]).unwrap().state, State::Unit(UnitWork::Review));
}

/// T18: refused with the reason, told once, final.
#[test]
fn t18_a_refusal_is_final_and_says_why() {
    let world = World::start();
    let at = world.at(State::Office(Office::Series), &P6);
    let (applicant, application, series) = (&at.applicant, at.application(), at.reviewer());
    let why = "所学专业与申报专业不符，依据评审条件第五条不予受理。";
    let refused = series.decide(application, Action::Refuse, why).unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_BASIS_MISSING"));
    let refused = series.refuse(application, "专业不符").unwrap_err();
    assert_eq!((refused.status, refused.code()), (422, "E_REFUSAL_UNEXPLAINED"));
    assert_eq!(series.refuse(application, why).unwrap().state, State::Over(Ending::Refused));
    let steps = applicant.progress().steps;
    let at = steps.iter().find(|step| step.state == ProgressState::Refused).unwrap();
    assert_eq!((at.basis.as_str(), at.opinion.as_str()), ("NotEligible", why));
    insta::assert_snapshot!(world.sms_to(P6.mobile).join("\n"), @r"
    【柳州职称】验证码……，5分钟内有效，请勿告知他人。
    【柳州职称】李某您好，您的助理工程师申报材料已提交单位审核，可在“职称申报进度”查看。
    【柳州职称】李某您好，您的申报未通过系列职改办审核，原因请登录系统在“职称申报进度”查看。
    ");
}

/// The six months count from the first submission (domain.md §4.13): a correction in the next month asks for no
/// other ones.
#[test]
fn r57_a_correction_in_a_later_month_asks_for_no_other_months() {
    let world = World::start();
    let applicant = world.submitted(&P2);
    let application = applicant.application.as_str();
    world.set_date("2020-08-28");
    let clerk = world.unit_clerk(&P2);
    clerk.officer.return_for(application, "basic_info", "K02", "请写明现从事的专业技术工作").unwrap();
    world.set_date("2020-09-02");
    let again = Applicant::sign_in(world.url(), &P2);
    assert!(again.view().sections["social_insurance"].data.value("months").ends_with("2020-07"));
    assert_eq!(resubmit(&world, &again, &["已写明"]).unwrap().state, State::Unit(UnitWork::Review));
}

/// §4.15: what was declared is declared again once something else has changed.
#[test]
fn a_change_after_the_declaration_asks_for_it_again() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let application = applicant.application.as_str();
    let clerk = world.unit_clerk(&P6);
    clerk.officer.return_for(application, "basic_info", "K02", "请写明现从事的专业技术工作").unwrap();
    let declared_at =
        |who: &Applicant| who.view().sections["declaration"].data.value("declared_at").to_owned();
    let first = declared_at(&applicant);
    assert!(!first.is_empty() && !first.starts_with("2020-08-12"), "{first}");
    world.set_date("2020-08-12");
    let applicant = Applicant::sign_in(world.url(), &P6);
    applicant.change("basic_info", |data| set(data, "current_work", "冲压模具设计"));
    let step = Step { answers: vec!["已改".into()], ..Step::silent(Action::Submit) };
    let refused = applicant.step(step.clone()).unwrap_err().problem.unwrap();
    let codes: Vec<String> = refused.problems.iter().map(|problem| problem.code().to_string()).collect();
    assert_eq!(codes, ["E_REDECLARE"], "{refused:?}");
    applicant.declare(&world.pack);
    assert!(declared_at(&applicant).starts_with("2020-08-12 "), "{}", declared_at(&applicant));
    assert_eq!(applicant.step(step).unwrap().state, State::Unit(UnitWork::Review));
}
