//! 办理记录, the history of an application to read.

use crate::fixture;
use crate::pack::words;
use domain::form::Spot;
use domain::workflow::{Action, By, PastStep, ReturnItem, Stage};
use web::components::application::{PastSteps, PastStepsProps};

fn past(action: Action, by: By, organisation: &str, version: u32) -> PastStep {
    PastStep {
        at: "2020-08-03T09:00:00+08:00".parse().unwrap(),
        action,
        by,
        organisation: organisation.into(),
        version,
        opinion: String::new(),
        basis: String::new(),
        reasons: Vec::new(),
    }
}

async fn html(history: Vec<PastStep>) -> String {
    let props = PastStepsProps { application: "a1".into(), pack: fixture::pack(), history };
    yew::LocalServerRenderer::<PastSteps>::with_props(props).hydratable(false).render().await
}

/// Each round with who asked, for what, and what was answered.
#[tokio::test(flavor = "current_thread")]
async fn r65_each_step_says_who_when_what_and_why() {
    let asked = ReturnItem {
        spot: Spot::section("education"),
        code: "A03".into(),
        text: "请补传毕业证内页".into(),
        answer: "已补传".into(),
    };
    let unit = By::Stage(Stage::Unit);
    let html = html(vec![
        past(Action::Submit, By::Applicant, "", 1),
        PastStep {
            reasons: vec![ReturnItem { answer: String::new(), ..asked.clone() }],
            ..past(Action::Return, unit, "柳州市某厂", 1)
        },
        PastStep { reasons: vec![asked], ..past(Action::Submit, By::Applicant, "", 2) },
        PastStep { opinion: "同意上报".into(), ..past(Action::Forward, unit, "柳州市某厂", 2) },
        past(Action::RecordPaid, By::Gateway, "", 2),
        PastStep { basis: "NotEligible".into(), ..past(Action::Refuse, unit, "柳州市某厂", 2) },
    ])
    .await;
    let said = words(&html, &["</p>", "</li>", "</summary>", "</span>", "</strong>"]);
    let lines: Vec<&str> = said.lines().filter(|line| !line.is_empty()).collect();
    insta::assert_snapshot!(lines.join(" | "), @"办理记录（6） | 2020年8月3日 09:00 | 申报人 | 提交 | 第1次提交 | 2020年8月3日 09:00 | 柳州市某厂 | 退回修改 | 第1次提交 | 学历情况（缺页）请补传毕业证内页 | 2020年8月3日 09:00 | 申报人 | 提交 | 第2次提交 | 学历情况（缺页）请补传毕业证内页　修改说明：已补传 | 2020年8月3日 09:00 | 柳州市某厂 | 同意上报 | 第2次提交 | 意见：同意上报 | 2020年8月3日 09:00 | 系统 | 缴费成功 | 第2次提交 | 2020年8月3日 09:00 | 柳州市某厂 | 不予受理 | 第2次提交 | 不予受理的依据：不符合申报条件");
}

#[tokio::test(flavor = "current_thread")]
async fn a_draft_has_no_history() {
    assert_eq!(html(Vec::new()).await, "");
}
