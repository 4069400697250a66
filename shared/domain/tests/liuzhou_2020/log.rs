//! The log of an application: every step is a line, each sealed with the one before it.

use crate::effects::{STEPS, SUPERVISOR, UNIT, day_of, taken};
use crate::scene::{at, reason, step};
use domain::workflow::{Action, By, LogEntry, Step, Version, versions};

#[test]
fn every_step_is_a_line_of_the_log() {
    let by_whom_it_was = STEPS.iter().filter(|(_, action, ..)| *action != Action::Corrected);
    let lines = by_whom_it_was.map(|(name, action, by, _, _)| {
        let scene = at(name).on(day_of(*action));
        let plain = step(*action);
        let step = Step { opinion: format!(" {} ", plain.opinion), ..plain };
        let decision = scene.take(&step, *by).unwrap();
        let entry = decision.entry;
        assert!(entry.is_intact(), "{name} {action:?}");
        assert_eq!((entry.seq, decision.application.n_log), (1, 1), "{name} {action:?}");
        assert_eq!(decision.application.log_hash, entry.hash, "{name} {action:?}");
        assert_eq!((entry.from, entry.action, entry.by), (scene.application.state, *action, *by));
        assert_eq!((entry.to, entry.version), (decision.application.state, decision.application.version));
        let reasons = entry.reasons.iter();
        let reasons = reasons
            .map(|reason| [&reason.spot.section, &reason.text, &reason.answer].map(String::as_str).join(" "));
        let parts = [entry.organisation_name, entry.opinion].into_iter().chain(reasons);
        let parts: Vec<String> =
            parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
        format!("{name} {action:?}: {}", parts.join(" | "))
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r"
    Draft Submit: 符合条件
    Draft DeleteDraft: 符合条件
    Draft Expire: 符合条件
    UnitReview Return: 鹿寨县某某建设有限公司 | 符合条件 | publications 请补充完整后重新提交
    UnitReview StartPublicity: 鹿寨县某某建设有限公司 | 符合条件
    UnitReview Withdraw: 符合条件
    UnitPublicity FinishPublicity: 鹿寨县某某建设有限公司 | 符合条件
    UnitPublicity Refuse: 鹿寨县某某建设有限公司 | 所学专业与申报专业不符，依据评审条件第五条不予受理
    UnitRecommend Forward: 鹿寨县某某建设有限公司 | 符合条件
    UnitRecommend Return: 鹿寨县某某建设有限公司 | 符合条件 | publications 请补充完整后重新提交
    SupervisorReview Forward: supervisor办 | 符合条件
    CountyTitleReview Forward: county办 | 符合条件
    CountyTitleReview Return: county办 | 符合条件 | publications 请补充完整后重新提交
    CountyIndustryReview Forward: bureau办 | 符合条件
    CountyIndustryReview ReturnToUnit: bureau办 | 符合条件 | deliberation 请补充完整后重新提交
    SeriesReview ReturnToUnit: series办 | 符合条件 | deliberation 请补充完整后重新提交
    SeriesReview Refuse: series办 | 所学专业与申报专业不符，依据评审条件第五条不予受理
    SeriesReview Approve: series办 | 符合条件
    Returned Submit: 符合条件 | publications 请补充完整后重新提交 已按要求补正
    Returned Expire: 符合条件
    ReturnedToUnit Return: 鹿寨县某某建设有限公司 | 符合条件 | publications 请补充完整后重新提交
    ReturnedToUnit Refuse: 鹿寨县某某建设有限公司 | 所学专业与申报专业不符，依据评审条件第五条不予受理
    ReturnedToUnit Withdraw: 符合条件
    PaymentPending RecordPaid: 符合条件
    PaymentPending Expire: 符合条件
    PaymentSubmitted VerifyPayment: 符合条件
    ");
}

/// The log names the unit, not the office that sent the application back.
#[test]
fn t15_a_correction_is_logged_as_the_unit_s() {
    let entry = taken("ReturnedToUnit", Action::Corrected, UNIT).entry;
    assert_eq!(entry.organisation_name, at("ReturnedToUnit").application.unit_name);
    assert_eq!(entry.reasons[0].answer, "已按要求补正", "with what was answered");
}

#[test]
fn the_log_goes_on_from_its_last_line() {
    let mut scene = at("SupervisorReview");
    (scene.application.n_log, scene.application.log_hash) = (4, "of the line before".into());
    let entry = scene.take(&step(Action::Forward), SUPERVISOR).unwrap().entry;
    assert_eq!((entry.seq, entry.previous_hash.as_str()), (5, "of the line before"));
}

#[test]
fn each_answer_stands_in_the_log_beside_its_reason() {
    let mut scene = at("Returned");
    scene.application.open_return.as_mut().unwrap().items = vec![reason("publications"), reason("awards")];
    let submit = Step { answers: vec![" 已补 ".into(), "已换".into()], ..step(Action::Submit) };
    let entry = scene.take(&submit, By::Applicant).unwrap().entry;
    let answers: Vec<(&str, &str)> =
        entry.reasons.iter().map(|reason| (reason.spot.section.as_str(), reason.answer.as_str())).collect();
    assert_eq!(answers, [("publications", "已补"), ("awards", "已换")]);
}

/// T2, T8, T14–T16: each part counts its own versions, and each names the return that it came after.
#[test]
fn t16_versions_name_the_return_before_them() {
    let (mut log, mut seq) = (Vec::new(), 0);
    for (name, action, by) in [
        ("Draft", Action::Submit, By::Applicant),
        ("UnitReview", Action::Return, UNIT),
        ("Returned", Action::Submit, By::Applicant),
        ("UnitRecommend", Action::Forward, UNIT),
        ("SupervisorReview", Action::ReturnToUnit, SUPERVISOR),
        ("ReturnedToUnit", Action::Corrected, UNIT),
        ("SupervisorReview", Action::Forward, SUPERVISOR),
    ] {
        seq += 1;
        log.push(LogEntry { seq, ..taken(name, action, by).entry });
    }
    let told = |version: Version| {
        let after = version.after.map_or("-".into(), |round| round.organisation);
        format!("{:?} {} after {after}, {} answered", version.part, version.number, version.answered.len())
    };
    let told: Vec<String> = versions(&log).into_iter().map(told).collect();
    assert_eq!(
        told,
        [
            "Applicant 1 after -, 0 answered",
            "Applicant 2 after 鹿寨县某某建设有限公司, 1 answered",
            "Unit 1 after -, 0 answered",
            "Unit 2 after supervisor办, 1 answered",
        ]
    );
}
