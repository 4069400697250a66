//! The timeline of an application.

use crate::fixture;
use domain::form::Spot;
use domain::workflow::{Milestone, Office, ProgressState, ProgressStep, ReturnItem};
use web::components::application::{Timeline, TimelineProps};

fn step(milestone: Milestone, state: ProgressState) -> ProgressStep {
    ProgressStep {
        milestone,
        organisation: "柳州市柳江区职称改革工作领导小组办公室".into(),
        phone: "0772-7210000".into(),
        state,
        arrived_at: "2020-08-03T09:00:00+08:00".parse().ok(),
        decided_at: "2020-08-04T16:05:00+08:00".parse().ok(),
        opinion: "材料齐全".into(),
        basis: String::new(),
        reasons: Vec::new(),
        due: "2020-10-31".parse().ok(),
    }
}

async fn html(steps: Vec<ProgressStep>, linked: bool) -> String {
    let props = TimelineProps { application: "a1".into(), pack: fixture::pack(), steps, linked };
    yew::LocalServerRenderer::<Timeline>::with_props(props).hydratable(false).render().await
}

#[tokio::test(flavor = "current_thread")]
async fn r65_a_step_says_who_decided_when_and_what() {
    let html = html(vec![step(Milestone::Office(Office::CountyTitle), ProgressState::Passed)], false).await;
    for text in [
        "县区职改部门",
        "柳州市柳江区职称改革工作领导小组办公室",
        "0772-7210000",
        "通过",
        "收到 2020年8月3日 09:00",
        "办结 2020年8月4日 16:05",
        "意见：材料齐全",
        "截止日期 2020年10月31日",
    ] {
        assert!(html.contains(text), "{text}: {html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn r97_every_state_is_in_words_and_only_the_current_step_is_marked() {
    let states = [
        (ProgressState::Passed, "通过"),
        (ProgressState::Current, "进行中"),
        (ProgressState::NotReached, "未到"),
        (ProgressState::Returned, "退回"),
        (ProgressState::Refused, "不通过"),
        (ProgressState::Withdrawn, "已撤回"),
        (ProgressState::Expired, "逾期放弃"),
    ];
    let steps = states.iter().map(|(state, _)| step(Milestone::UnitReview, *state)).collect();
    let html = html(steps, false).await;
    for (_, words) in states {
        assert!(html.contains(&format!(">{words}</span>")), "{words}: {html}");
    }
    assert_eq!(html.matches("aria-current=\"step\"").count(), 1);
    assert_eq!(html.matches("收到").count(), 6, "a step that lies ahead has no times");
}

#[tokio::test(flavor = "current_thread")]
async fn a_returned_application_leads_its_applicant_and_nobody_else_to_the_place() {
    let reason = ReturnItem {
        spot: Spot::field("basic_info", "mobile"),
        code: "A02".into(),
        text: "请核对手机号码".into(),
        answer: String::new(),
    };
    let returned =
        ProgressStep { reasons: vec![reason], ..step(Milestone::Filling, ProgressState::Returned) };
    let link = "href=\"/applications/a1/sections/basic_info#basic_info--mobile\"";
    let for_applicant = html(vec![returned.clone()], true).await;
    assert!(for_applicant.contains(link), "{for_applicant}");
    let for_office = html(vec![returned], false).await;
    assert!(!for_office.contains("href="), "{for_office}");
    assert!(for_office.contains("（模糊或缺角）请核对手机号码"), "{for_office}");
}
