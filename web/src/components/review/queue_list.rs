//! The applications that an office has, as a table.

use api::applications::Summary;
use chrono::NaiveDate;
use domain::pack::Pack;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::components::application::{specialty_name, title_name};
use crate::components::basic::ButtonKind;
use crate::hooks::use_pack;
use crate::route::Route;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct QueueListProps {
    pub applications: Vec<Summary>,
    pub today: Option<NaiveDate>,
    /// These wait for the reader.
    pub waiting: bool,
    pub caption: AttrValue,
}

/// Files as a table, which becomes cards on a phone.
#[component]
pub fn QueueList(props: &QueueListProps) -> Html {
    let texts = &texts().officer;
    let heads =
        [texts.applicant, texts.title, texts.specialty, texts.unit, texts.state, texts.due, texts.todo];
    html! {
        <table class="queue">
            <caption class="visually-hidden">{ &props.caption }</caption>
            <thead>
                <tr>
                    for head in heads {
                        <th scope="col">{ head }</th>
                    }
                </tr>
            </thead>
            <tbody>
                for application in &props.applications {
                    <QueueRow key={application.id.to_string()} application={application.clone()} today={props.today} waiting={props.waiting} />
                }
            </tbody>
        </table>
    }
}

#[derive(PartialEq, Properties)]
struct QueueRowProps {
    application: Summary,
    today: Option<NaiveDate>,
    waiting: bool,
}

#[component]
fn QueueRow(props: &QueueRowProps) -> Html {
    let QueueRowProps { application, today, waiting } = props;
    let pack = use_pack(&application.pack).and_then(Result::ok);
    let of_pack = |name: fn(&Pack, &Summary) -> Option<String>| {
        pack.as_deref().and_then(|pack| name(pack, application)).unwrap_or_default()
    };
    let officer = &texts().officer;
    let id = application.id.to_string();
    let (act, kind) =
        if *waiting { (officer.review, ButtonKind::Primary) } else { (officer.look, ButtonKind::Secondary) };
    let about = |words: &str| texts().common.labelled(words, &application.applicant_name);
    html! {
        <tr>
            <th scope="row" data-label={officer.applicant}>{ &application.applicant_name }</th>
            <td data-label={officer.title}>{ of_pack(title_name) }</td>
            <td data-label={officer.specialty}>{ of_pack(specialty_name) }</td>
            <td data-label={officer.unit}>{ &application.unit_name }</td>
            <td data-label={officer.state}>{ (texts().workflow.state)(application.state) }</td>
            <td data-label={officer.due}>{ due(application.due, *today) }</td>
            <td class="queue-actions">
                <Link<Route> to={Route::Review { id: id.clone() }} classes={kind.classes()}>
                    <span aria-hidden="true">{ act }</span><span class="visually-hidden">{ about(act) }</span>
                </Link<Route>>
                <Link<Route> to={Route::Progress { id }} classes={ButtonKind::Secondary.classes()}>
                    <span aria-hidden="true">{ officer.progress }</span>
                    <span class="visually-hidden">{ about(officer.progress) }</span>
                </Link<Route>>
            </td>
        </tr>
    }
}

fn due(due: Option<NaiveDate>, today: Option<NaiveDate>) -> String {
    let Some(due) = due else { return "—".into() };
    let (common, texts) = (&texts().common, &texts().officer);
    let day = (common.day)(due);
    match today.map(|today| (due - today).num_days()) {
        None => day,
        Some(days) if days < 0 => common.with_aside(&day, texts.overdue),
        Some(days) => common.with_aside(&day, &(texts.days_left)(days)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{render, summary};
    use domain::workflow::{State, UnitWork};

    #[test]
    fn a_deadline_tells_the_days_that_are_left() {
        let day = |text: &str| Some(text.parse().unwrap());
        assert_eq!(due(day("2020-08-20"), day("2020-08-18")), "2020年8月20日（还有2天）");
        assert_eq!(due(day("2020-08-20"), day("2020-08-21")), "2020年8月20日（已超过截止日期）");
        assert_eq!(due(None, None), "—");
    }

    async fn row(waiting: bool) -> String {
        let applications = vec![summary(State::Unit(UnitWork::Review))];
        let today = NaiveDate::from_ymd_opt(2020, 8, 18);
        render(html! { <QueueList {applications} {today} {waiting} caption="待本单位办理" /> }).await
    }

    #[tokio::test(flavor = "current_thread")]
    async fn r97_every_application_leads_to_its_review_and_to_its_progress() {
        for (waiting, words) in [(true, "审核：覃梅"), (false, "查看：覃梅")] {
            let html = row(waiting).await;
            let at = |path: &str| html.find(&format!("href=\"{path}\"")).unwrap();
            let review = &html[at("/review/a1")..at("/applications/a1/progress")];
            assert!(review.contains(words), "{review}");
            assert!(html[at("/applications/a1/progress")..].contains("查看进度：覃梅"), "{html}");
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_row_says_whose_application_it_is_where_it_stands_and_until_when() {
        let html = row(true).await;
        for text in ["覃梅", "柳州市某某机械有限公司", "单位审核中", "2020年8月20日（还有2天）"]
        {
            assert!(html.contains(text), "{text}: {html}");
        }
    }
}
