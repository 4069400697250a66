use api::applications::Summary;
use chrono::NaiveDate;
use domain::dates::in_chinese;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::app::Route;
use crate::components::button::ButtonKind;
use crate::hooks::use_policy::use_policy;
use crate::texts::ZH;

#[derive(PartialEq, Properties)]
pub struct QueueListProps {
    pub files: Vec<Summary>,
    pub today: Option<NaiveDate>,
    /// These wait for the reader.
    pub waiting: bool,
    pub caption: AttrValue,
}

/// Files as a table, which becomes cards on a phone.
#[component]
pub fn QueueList(props: &QueueListProps) -> Html {
    let texts = &ZH.officer;
    let heads = [texts.applicant, texts.title, texts.unit, texts.state, texts.due, texts.todo];
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
                for file in &props.files {
                    <QueueRow key={file.id.to_string()} file={file.clone()} today={props.today} waiting={props.waiting} />
                }
            </tbody>
        </table>
    }
}

#[derive(PartialEq, Properties)]
struct QueueRowProps {
    file: Summary,
    today: Option<NaiveDate>,
    waiting: bool,
}

#[component]
fn QueueRow(props: &QueueRowProps) -> Html {
    let QueueRowProps { file, today, waiting } = props;
    let policy = use_policy(&file.policy).and_then(Result::ok);
    let title =
        policy.as_deref().and_then(|policy| policy.title(&file.target_title)).map(|title| title.name.clone());
    let texts = &ZH.officer;
    let id = file.id.to_string();
    let (act, kind) =
        if *waiting { (texts.review, ButtonKind::Primary) } else { (texts.look, ButtonKind::Secondary) };
    let about = format!("{}：{}", act, file.applicant_name);
    html! {
        <tr>
            <th scope="row" data-label={texts.applicant}>{ &file.applicant_name }</th>
            <td data-label={texts.title}>{ title.unwrap_or_default() }</td>
            <td data-label={texts.unit}>{ &file.unit_name }</td>
            <td data-label={texts.state}>{ file.state.label() }</td>
            <td data-label={texts.due}>{ due(file.due, *today) }</td>
            <td class="actions">
                <Link<Route> to={Route::Review { id: id.clone() }} classes={kind.classes()}>
                    <span aria-hidden="true">{ act }</span><span class="visually-hidden">{ about }</span>
                </Link<Route>>
                <Link<Route> to={Route::Progress { id }} classes={ButtonKind::Secondary.classes()}>
                    { texts.progress }
                    <span class="visually-hidden">{ format!("：{}", file.applicant_name) }</span>
                </Link<Route>>
            </td>
        </tr>
    }
}

fn due(due: Option<NaiveDate>, today: Option<NaiveDate>) -> String {
    let Some(due) = due else { return "—".into() };
    let (before, after) = ZH.officer.days_left;
    match today.map(|today| (due - today).num_days()) {
        None => in_chinese(due),
        Some(days) if days < 0 => format!("{}（{}）", in_chinese(due), ZH.officer.overdue),
        Some(days) => format!("{}（{before}{days}{after}）", in_chinese(due)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_tells_the_days_that_are_left() {
        let day = |text: &str| Some(text.parse().unwrap());
        assert_eq!(due(day("2020-08-20"), day("2020-08-18")), "2020年8月20日（还有2天）");
        assert_eq!(due(day("2020-08-20"), day("2020-08-21")), "2020年8月20日（已超过截止日期）");
        assert_eq!(due(None, None), "—");
    }
}
