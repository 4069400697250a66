//! One application among the applicant's own, with what can be done with it.

use api::applications::Summary;
use domain::pack::Pack;
use domain::workflow::{Ending, Filling, Payment, State, UnitWork};
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::application::{GiveUp, GivenUp};
use crate::components::basic::{ButtonKind, Notice, NoticeKind};
use crate::hooks::use_pack;
use crate::route::Route;
use crate::state::choice::FIRST_SECTION;
use crate::texts::texts;

#[derive(Properties, PartialEq)]
pub struct ApplicationCardProps {
    pub summary: Summary,
    /// Deleted or withdrawn: the list is no longer true.
    #[prop_or_default]
    pub on_given_up: Callback<GivenUp>,
}

/// One line of 职称申报进度, with what its state asks of the applicant.
#[component]
pub fn ApplicationCard(props: &ApplicationCardProps) -> Html {
    let summary = &props.summary;
    let pack = use_pack(&summary.pack).and_then(Result::ok);
    let words = |name: Option<String>| name.unwrap_or_else(|| "……".to_owned());
    let title = words(pack.as_deref().and_then(|pack| title_name(pack, summary)));
    let specialty = words(pack.as_deref().and_then(|pack| specialty_name(pack, summary)));
    let heading = format!("application-{}", summary.id);
    html! {
        <section class="card application-card" aria-labelledby={heading.clone()}>
            <div class="spread">
                <h3 id={heading}>{ title }</h3>
                <span class={badge(summary.state)}>{ (texts().workflow.state)(summary.state) }</span>
            </div>
            { what_to_do(summary) }
            <dl class="facts">
                <dt>{ texts().applicant.unit }</dt><dd>{ &summary.unit_name }</dd>
                <dt>{ texts().applicant.specialty }</dt><dd>{ specialty }</dd>
                if let Some(due) = summary.due {
                    <dt>{ texts().applicant.due }</dt><dd>{ (texts().common.day)(due) }</dd>
                }
            </dl>
            <div class="actions">
                for (to, words, kind) in links(summary) {
                    <Link<Route> {to} classes={kind.classes()}>{ words }</Link<Route>>
                }
                <GiveUp application={summary.id.to_string()} way_out={summary.way_out} asks_to_withdraw={summary.asks_to_withdraw} on_done={props.on_given_up.clone()} />
            </div>
        </section>
    }
}

pub fn title_name(pack: &Pack, summary: &Summary) -> Option<String> {
    pack.title(&summary.target_title).map(|title| title.name.clone())
}

pub fn specialty_name(pack: &Pack, summary: &Summary) -> Option<String> {
    let found = pack.specialties.iter().find(|specialty| specialty.id == summary.specialty);
    found.map(|specialty| specialty.name.clone())
}

fn what_to_do(summary: &Summary) -> Html {
    match summary.state {
        State::Filling(Filling::Returned) => html! {
            <Notice kind={NoticeKind::Warning}>
                <p>{ texts().applicant.returned }</p>
                <p>
                    <Link<Route> to={Route::Submit { id: summary.id.to_string() }}>
                        { texts().applicant.returned_link }
                    </Link<Route>>
                </p>
            </Notice>
        },
        State::Payment(_) => html! {
            <Notice kind={NoticeKind::Warning}><p>{ texts().applicant.payment_due }</p></Notice>
        },
        State::Filling(Filling::Draft) | State::Unit(_) | State::Office(_) | State::Over(_) => {
            Html::default()
        }
    }
}

fn badge(state: State) -> &'static str {
    match state {
        State::Filling(Filling::Returned) | State::Unit(UnitWork::Correcting) | State::Payment(_) => {
            "badge badge-warning"
        }
        State::Over(Ending::Verified) => "badge badge-success",
        State::Over(Ending::Refused | Ending::Expired) => "badge badge-danger",
        State::Filling(Filling::Draft)
        | State::Unit(UnitWork::Review | UnitWork::Publicity | UnitWork::Recommend)
        | State::Office(_)
        | State::Over(Ending::Withdrawn) => "badge",
    }
}

/// The first is the one to do next.
fn links(summary: &Summary) -> Vec<(Route, &'static str, ButtonKind)> {
    let id = summary.id.to_string();
    let payment = |words| (Route::Payment { id: id.clone() }, words, ButtonKind::Primary);
    let mut links = Vec::new();
    if summary.state.is_editable() {
        let section = FIRST_SECTION.to_owned();
        links.push((
            Route::Section { id: id.clone(), section },
            texts().applicant.continue_filling,
            ButtonKind::Primary,
        ));
        links.push((Route::Submit { id: id.clone() }, texts().applicant.submit, ButtonKind::Secondary));
        links.push((Route::Choice { id: id.clone() }, texts().changing.link, ButtonKind::Secondary));
    }
    if summary.state == State::Payment(Payment::Due) {
        links.push(payment(texts().applicant.pay));
    }
    if summary.state == State::Payment(Payment::Paid) {
        links.push(payment(texts().applicant.verify_payment));
    }
    if summary.state != State::Filling(Filling::Draft) {
        links.push((
            Route::Progress { id: id.clone() },
            texts().applicant.see_progress,
            ButtonKind::Secondary,
        ));
    }
    if !summary.state.is_editable() {
        links.push((Route::Preview { id }, texts().form.preview.link_submitted, ButtonKind::Secondary));
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{render, summary};
    use domain::workflow::{Action, Office};

    async fn card(state: State) -> String {
        render(html! { <ApplicationCard summary={summary(state)} /> }).await
    }

    #[tokio::test]
    async fn a_draft_is_filled_in_and_has_no_progress() {
        let html = card(State::Filling(Filling::Draft)).await;
        assert!(html.contains("href=\"/applications/a1/sections/basic_info\""));
        assert!(html.contains("继续填写") && !html.contains("查看进度"));
    }

    #[tokio::test]
    async fn a_returned_application_leads_to_its_reasons() {
        let html = card(State::Filling(Filling::Returned)).await;
        assert!(html.contains("材料被退回") && html.contains("href=\"/applications/a1/submit\""));
        assert!(html.contains("2020年8月20日") && html.contains("退回修改"));
    }

    #[tokio::test]
    async fn what_is_submitted_can_be_read() {
        let offers = |html: String| html.contains("href=\"/applications/a1/preview\"");
        assert!(
            offers(card(State::Unit(UnitWork::Review)).await)
                && offers(card(State::Over(Ending::Verified)).await)
        );
        assert!(
            !offers(card(State::Filling(Filling::Draft)).await)
                && !offers(card(State::Filling(Filling::Returned)).await)
        );
    }

    #[tokio::test]
    async fn the_choice_is_changed_while_the_content_can_be() {
        let offers = |html: String| html.contains("href=\"/applications/a1/choice\"");
        assert!(
            offers(card(State::Filling(Filling::Draft)).await)
                && offers(card(State::Filling(Filling::Returned)).await)
        );
        assert!(!offers(card(State::Unit(UnitWork::Review)).await));
    }

    #[tokio::test]
    async fn t3_t26_a_card_offers_the_way_out_that_its_state_has() {
        let ways = [
            (Some(Action::DeleteDraft), "删除草稿"),
            (Some(Action::Withdraw), "撤回申报"),
            (Some(Action::AskWithdrawal), "申请撤回"),
            (None, "没有"),
        ];
        for (way_out, words) in ways {
            let summary = Summary { way_out, ..summary(State::Office(Office::Series)) };
            let html = render(html! { <ApplicationCard {summary} /> }).await;
            for (_, other) in ways {
                assert_eq!(html.contains(&format!(">{other}</button>")), other == words && way_out.is_some());
            }
        }
        let asks_to_withdraw = Summary { asks_to_withdraw: true, ..summary(State::Office(Office::Series)) };
        let html = render(html! { <ApplicationCard summary={asks_to_withdraw} /> }).await;
        assert!(html.contains("等待审核部门答复") && !html.contains("申请撤回</button>"));
    }

    #[tokio::test]
    async fn r69_payment_is_offered_once_the_series_office_has_passed_it() {
        assert!(!card(State::Office(Office::Series)).await.contains("/payment"));
        assert!(card(State::Payment(Payment::Due)).await.contains(">缴费<"));
        assert!(card(State::Payment(Payment::Paid)).await.contains(">缴费验证<"));
        assert!(!card(State::Over(Ending::Verified)).await.contains("/payment"));
    }
}
