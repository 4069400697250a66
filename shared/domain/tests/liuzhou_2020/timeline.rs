//! 职称申报进度 (§5.9): the timeline of an application as it walks its route.

use crate::pack;
use crate::scene::{Scene, at, step};
use domain::words::chinese;
use domain::workflow::{
    Action, By, LogEntry, Office, ProgressState, ProgressStep, Stage, Step, history, progress,
};

const UNIT: By = By::Stage(Stage::Unit);

/// An application and everything that was done with it.
struct Walk {
    scene: Scene,
    log: Vec<LogEntry>,
}

impl Walk {
    fn of_a_draft() -> Self {
        let mut scene = at("Draft");
        scene.application.version = 0;
        Self { scene, log: Vec::new() }
    }

    fn go(mut self, today: &str, action: Action, by: By) -> Self {
        self.scene = self.scene.on(today);
        let plain = step(action);
        let opinion = match by {
            By::Stage(_) if action == Action::Refuse => plain.opinion.clone(),
            By::Stage(_) => format!("{today}意见"),
            By::Applicant | By::Gateway | By::Clock => String::new(),
        };
        let decision = self.scene.take(&Step { opinion, ..plain }, by).unwrap();
        self.scene.application = decision.application;
        self.log.push(decision.entry);
        self
    }

    /// Submitted, publicised, recommended: with the supervising office.
    fn to_the_supervisor() -> Self {
        Self::of_a_draft()
            .go("2020-08-01", Action::Submit, By::Applicant)
            .go("2020-08-02", Action::StartPublicity, UNIT)
            .go("2020-08-10", Action::FinishPublicity, UNIT)
            .go("2020-08-12", Action::Forward, UNIT)
    }

    fn to_the_bureau() -> Self {
        Self::to_the_supervisor()
            .go("2020-08-13", Action::Forward, By::Stage(Stage::Office(Office::Supervisor)))
            .go("2020-08-14", Action::Forward, By::Stage(Stage::Office(Office::CountyTitle)))
    }

    fn to_the_series_office() -> Self {
        Self::to_the_bureau().go(
            "2020-08-15",
            Action::Forward,
            By::Stage(Stage::Office(Office::CountyIndustry)),
        )
    }

    fn timeline(&self) -> String {
        let steps = progress(&self.scene.application, &self.log, false, self.scene.due());
        steps.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

fn line(step: &ProgressStep) -> String {
    let day = |of: Option<chrono::DateTime<chrono::FixedOffset>>| {
        of.map_or("–".to_owned(), |at| at.format("%m-%d").to_string())
    };
    let mark = match step.state {
        ProgressState::NotReached => "○",
        ProgressState::Current => "▶",
        ProgressState::Passed => "✓",
        ProgressState::Returned => "↩",
        ProgressState::Refused => "✗",
        ProgressState::Withdrawn => "←",
        ProgressState::Expired => "⌛",
    };
    let reasons: Vec<&str> = step.reasons.iter().map(|reason| reason.spot.section.as_str()).collect();
    let due = step.due.map_or(String::new(), |due| format!("至{}", due.format("%m-%d")));
    let parts = [
        mark.to_owned(),
        chinese::milestone(step.milestone, &pack()).to_owned(),
        step.organisation.clone(),
        step.phone.clone(),
        format!("{}…{}", day(step.arrived_at), day(step.decided_at)),
        step.opinion.clone(),
        reasons.join("、"),
        due,
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn r65_a_draft_is_at_its_first_step() {
    insta::assert_snapshot!(Walk::of_a_draft().timeline(), @r"
    ▶ 填写提交 08-20…– 至09-10
    ○ 单位审核 鹿寨县某某建设有限公司 0772-4 –…–
    ○ 单位公示 鹿寨县某某建设有限公司 0772-4 –…–
    ○ 审议推荐 鹿寨县某某建设有限公司 0772-4 –…–
    ○ 主管部门 supervisor办 0772-10 –…–
    ○ 县区职改部门 county办 0772-6 –…–
    ○ 县工信部门 bureau办 0772-6 –…–
    ○ 市系列审核 series办 0772-6 –…–
    ○ 缴费 –…–
    ○ 缴费验证 –…–
    ");
}

#[test]
fn r65_each_step_that_was_passed_says_when_and_how() {
    insta::assert_snapshot!(Walk::to_the_bureau().timeline(), @r"
    ✓ 填写提交 08-20…08-01
    ✓ 单位审核 鹿寨县某某建设有限公司 0772-4 08-01…08-02 2020-08-02意见
    ✓ 单位公示 鹿寨县某某建设有限公司 0772-4 08-02…08-10 2020-08-10意见
    ✓ 审议推荐 鹿寨县某某建设有限公司 0772-4 08-10…08-12 2020-08-12意见
    ✓ 主管部门 supervisor办 0772-10 08-12…08-13 2020-08-13意见
    ✓ 县区职改部门 county办 0772-6 08-13…08-14 2020-08-14意见
    ▶ 县工信部门 bureau办 0772-6 08-14…– 至10-31
    ○ 市系列审核 series办 0772-6 –…–
    ○ 缴费 –…–
    ○ 缴费验证 –…–
    ");
}

#[test]
fn r65_a_return_stands_where_it_is_to_be_corrected() {
    let walk = Walk::to_the_bureau().go(
        "2020-08-15",
        Action::Return,
        By::Stage(Stage::Office(Office::CountyIndustry)),
    );
    insta::assert_snapshot!(walk.timeline(), @r"
    ↩ 填写提交 08-15…– publications 至08-25
    ○ 单位审核 鹿寨县某某建设有限公司 0772-4 08-01…–
    ○ 单位公示 鹿寨县某某建设有限公司 0772-4 08-02…–
    ○ 审议推荐 鹿寨县某某建设有限公司 0772-4 08-10…–
    ○ 主管部门 supervisor办 0772-10 08-12…–
    ○ 县区职改部门 county办 0772-6 08-13…–
    ○ 县工信部门 bureau办 0772-6 08-14…–
    ○ 市系列审核 series办 0772-6 –…–
    ○ 缴费 –…–
    ○ 缴费验证 –…–
    ");
}

#[test]
fn r65_a_corrected_application_walks_its_whole_route_again() {
    let walk = Walk::to_the_bureau()
        .go("2020-08-15", Action::Return, By::Stage(Stage::Office(Office::CountyIndustry)))
        .go("2020-08-16", Action::Submit, By::Applicant)
        .go("2020-08-17", Action::StartPublicity, UNIT);
    insta::assert_snapshot!(walk.timeline(), @r"
    ✓ 填写提交 08-20…08-16
    ✓ 单位审核 鹿寨县某某建设有限公司 0772-4 08-16…08-17 2020-08-17意见
    ▶ 单位公示 鹿寨县某某建设有限公司 0772-4 08-17…– 至09-25
    ○ 审议推荐 鹿寨县某某建设有限公司 0772-4 –…–
    ○ 主管部门 supervisor办 0772-10 –…–
    ○ 县区职改部门 county办 0772-6 –…–
    ○ 县工信部门 bureau办 0772-6 –…–
    ○ 市系列审核 series办 0772-6 –…–
    ○ 缴费 –…–
    ○ 缴费验证 –…–
    ");
}

#[test]
fn r65_what_the_unit_corrects_stays_at_the_office_that_asked() {
    let bureau = By::Stage(Stage::Office(Office::CountyIndustry));
    let asked = Walk::to_the_bureau().go("2020-08-15", Action::ReturnToUnit, bureau);
    insta::assert_snapshot!(asked.timeline(), @r"
    ✓ 填写提交 08-20…08-01
    ✓ 单位审核 鹿寨县某某建设有限公司 0772-4 08-01…08-02 2020-08-02意见
    ✓ 单位公示 鹿寨县某某建设有限公司 0772-4 08-02…08-10 2020-08-10意见
    ✓ 审议推荐 鹿寨县某某建设有限公司 0772-4 08-10…08-12 2020-08-12意见
    ✓ 主管部门 supervisor办 0772-10 08-12…08-13 2020-08-13意见
    ✓ 县区职改部门 county办 0772-6 08-13…08-14 2020-08-14意见
    ▶ 县工信部门 bureau办 0772-6 08-15…– 至08-25
    ○ 市系列审核 series办 0772-6 –…–
    ○ 缴费 –…–
    ○ 缴费验证 –…–
    ");
    let corrected = asked.go("2020-08-16", Action::Corrected, UNIT).timeline();
    assert_eq!(corrected.lines().nth(6), Some("▶ 县工信部门 bureau办 0772-6 08-16…– 至10-31"));
}

#[test]
fn r65_a_refusal_ends_the_timeline_where_it_was_made() {
    let walk = Walk::to_the_series_office().go(
        "2020-08-16",
        Action::Refuse,
        By::Stage(Stage::Office(Office::Series)),
    );
    insta::assert_snapshot!(walk.timeline(), @r"
    ✓ 填写提交 08-20…08-01
    ✓ 单位审核 鹿寨县某某建设有限公司 0772-4 08-01…08-02 2020-08-02意见
    ✓ 单位公示 鹿寨县某某建设有限公司 0772-4 08-02…08-10 2020-08-10意见
    ✓ 审议推荐 鹿寨县某某建设有限公司 0772-4 08-10…08-12 2020-08-12意见
    ✓ 主管部门 supervisor办 0772-10 08-12…08-13 2020-08-13意见
    ✓ 县区职改部门 county办 0772-6 08-13…08-14 2020-08-14意见
    ✓ 县工信部门 bureau办 0772-6 08-14…08-15 2020-08-15意见
    ✗ 市系列审核 series办 0772-6 08-15…08-16 所学专业与申报专业不符，依据评审条件第五条不予受理
    ○ 缴费 –…–
    ○ 缴费验证 –…–
    ");
}

#[test]
fn r65_a_withdrawal_ends_the_timeline_where_it_was_made() {
    let walk = Walk::to_the_supervisor().go("2020-08-13", Action::Withdraw, By::Applicant);
    insta::assert_snapshot!(walk.timeline(), @r"
    ✓ 填写提交 08-20…08-01
    ✓ 单位审核 鹿寨县某某建设有限公司 0772-4 08-01…08-02 2020-08-02意见
    ✓ 单位公示 鹿寨县某某建设有限公司 0772-4 08-02…08-10 2020-08-10意见
    ✓ 审议推荐 鹿寨县某某建设有限公司 0772-4 08-10…08-12 2020-08-12意见
    ← 主管部门 supervisor办 0772-10 08-12…08-13
    ○ 县区职改部门 county办 0772-6 –…–
    ○ 县工信部门 bureau办 0772-6 –…–
    ○ 市系列审核 series办 0772-6 –…–
    ○ 缴费 –…–
    ○ 缴费验证 –…–
    ");
}

#[test]
fn r65_a_draft_that_expired_was_never_submitted() {
    let walk = Walk::of_a_draft().go("2020-09-12", Action::Expire, By::Clock);
    insta::assert_snapshot!(walk.timeline(), @r"
    ⌛ 填写提交 08-20…09-12 至09-10
    ○ 单位审核 鹿寨县某某建设有限公司 0772-4 –…–
    ○ 单位公示 鹿寨县某某建设有限公司 0772-4 –…–
    ○ 审议推荐 鹿寨县某某建设有限公司 0772-4 –…–
    ○ 主管部门 supervisor办 0772-10 –…–
    ○ 县区职改部门 county办 0772-6 –…–
    ○ 县工信部门 bureau办 0772-6 –…–
    ○ 市系列审核 series办 0772-6 –…–
    ○ 缴费 –…–
    ○ 缴费验证 –…–
    ");
}

#[test]
fn r65_the_fee_is_paid_and_verified() {
    let to_pay = || {
        Walk::to_the_series_office().go(
            "2020-08-16",
            Action::Approve,
            By::Stage(Stage::Office(Office::Series)),
        )
    };
    let paid = || to_pay().go("2020-08-17", Action::RecordPaid, By::Gateway);
    let verified = paid().go("2020-08-18", Action::VerifyPayment, By::Applicant);
    let last_three = |walk: &Walk| walk.timeline().lines().skip(7).collect::<Vec<_>>().join("\n");
    let timelines = [to_pay(), paid(), verified].map(|walk| last_three(&walk));
    insta::assert_snapshot!(timelines.join("\n–\n"), @r"
    ✓ 市系列审核 series办 0772-6 08-15…08-16 2020-08-16意见
    ▶ 缴费 08-16…– 至12-10
    ○ 缴费验证 –…–
    –
    ✓ 市系列审核 series办 0772-6 08-15…08-16 2020-08-16意见
    ✓ 缴费 08-16…08-17
    ▶ 缴费验证 08-17…– 至12-10
    –
    ✓ 市系列审核 series办 0772-6 08-15…08-16 2020-08-16意见
    ✓ 缴费 08-16…08-17
    ✓ 缴费验证 08-17…08-18
    ");
}

#[test]
fn r65_a_senior_title_is_defended() {
    let walk = Walk::to_the_supervisor();
    for (is_senior, label) in [(true, "答辩、审议推荐"), (false, "审议推荐")] {
        let deliberation = progress(&walk.scene.application, &walk.log, is_senior, None)[3].milestone;
        assert_eq!(chinese::milestone(deliberation, &walk.scene.pack), label);
    }
}

/// The route is unknown before the first submission: the last office alone is certain.
#[test]
fn r65_without_a_route_the_series_office_is_announced() {
    let mut walk = Walk::of_a_draft();
    walk.scene.application.route.clear();
    insta::assert_snapshot!(walk.timeline(), @r"
    ▶ 填写提交 08-20…– 至09-10
    ○ 单位审核 鹿寨县某某建设有限公司 –…–
    ○ 单位公示 鹿寨县某某建设有限公司 –…–
    ○ 审议推荐 鹿寨县某某建设有限公司 –…–
    ○ 市系列审核 –…–
    ○ 缴费 –…–
    ○ 缴费验证 –…–
    ");
}

#[test]
fn r65_what_the_unit_corrected_for_one_office_is_no_decision_of_another() {
    let bureau = By::Stage(Stage::Office(Office::CountyIndustry));
    let walk = Walk::to_the_bureau().go("2020-08-15", Action::ReturnToUnit, bureau);
    let walk = walk.go("2020-08-16", Action::Corrected, UNIT);
    let steps = progress(&walk.scene.application, &walk.log, false, walk.scene.due());
    let opinions: Vec<&str> = steps[4..7].iter().map(|step| step.opinion.as_str()).collect();
    assert_eq!(opinions, ["2020-08-13意见", "2020-08-14意见", ""]);
}

/// An office that holds two stages of the route still decides twice.
#[test]
fn r65_each_station_of_the_route_is_a_step_of_its_own() {
    let walk = Walk::to_the_series_office();
    let steps = progress(&walk.scene.application, &walk.log, false, walk.scene.due());
    let opinions: Vec<&str> = steps[4..].iter().map(|step| step.opinion.as_str()).collect();
    assert_eq!(opinions, ["2020-08-13意见", "2020-08-14意见", "2020-08-15意见", "", "", ""]);
}

/// Two returns leave two traces: what was asked, what was answered, and in which submission.
#[test]
fn r65_case_08_every_round_stays_in_the_history() {
    let walk = Walk::of_a_draft()
        .go("2020-08-01", Action::Submit, By::Applicant)
        .go("2020-08-02", Action::Return, UNIT)
        .go("2020-08-03", Action::Submit, By::Applicant)
        .go("2020-08-04", Action::Return, UNIT)
        .go("2020-08-05", Action::Submit, By::Applicant)
        .go("2020-08-06", Action::Withdraw, By::Applicant);
    let past = history(&walk.log);
    let lines = past.iter().map(|past| {
        let reasons: Vec<String> =
            past.reasons.iter().map(|reason| format!("{} → {}", reason.text, reason.answer)).collect();
        let (day, version) = (past.at.format("%m-%d"), past.version);
        let line = format!(
            "{day} {:?} {:?} v{version} {} {}",
            past.action,
            past.by,
            past.opinion,
            reasons.join("；")
        );
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r"
    08-01 Submit Applicant v1
    08-02 Return Stage(Unit) v1 2020-08-02意见 请补充完整后重新提交 →
    08-03 Submit Applicant v2 请补充完整后重新提交 → 已按要求补正
    08-04 Return Stage(Unit) v2 2020-08-04意见 请补充完整后重新提交 →
    08-05 Submit Applicant v3 请补充完整后重新提交 → 已按要求补正
    08-06 Withdraw Applicant v3
    ");
}
