use std::collections::BTreeSet;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;

use crate::page::{escaped, shell};
use crate::sns::{Inbox, Message};

pub(crate) fn routes(inbox: Arc<Inbox>) -> Router {
    Router::new()
        .route("/_local/phone", get(show))
        .route("/_local/phone/messages", get(list))
        .with_state(inbox)
}

#[derive(Deserialize)]
struct Choice {
    phone: Option<String>,
}

async fn list(State(inbox): State<Arc<Inbox>>) -> Json<Vec<Message>> {
    Json(inbox.all())
}

async fn show(State(inbox): State<Arc<Inbox>>, Query(choice): Query<Choice>) -> Html<String> {
    let messages = inbox.all();
    let chosen = choice.phone.filter(|phone| !phone.is_empty());
    let phones: BTreeSet<&str> = messages.iter().map(|message| message.phone.as_str()).collect();
    let shown = messages
        .iter()
        .rev()
        .filter(|message| chosen.as_deref().is_none_or(|phone| phone == message.phone))
        .map(article)
        .collect::<String>();
    let none = if shown.is_empty() { "<article><p>还没有短信。</p></article>" } else { "" };
    shell("手机短信", &format!("{}{none}{shown}", chooser(&phones, chosen.as_deref())))
}

fn chooser(phones: &BTreeSet<&str>, chosen: Option<&str>) -> String {
    let options = phones.iter().map(|phone| {
        let selected = if chosen == Some(*phone) { " selected" } else { "" };
        format!("<option value=\"{0}\"{selected}>{0}</option>", escaped(phone))
    });
    format!(
        "<form><label>手机号码 <select name=\"phone\"><option value=\"\">全部</option>{}</select></label> \
         <button>查看</button></form>",
        options.collect::<String>()
    )
}

fn article(message: &Message) -> String {
    format!(
        "<article><small>{} · {}</small><p>{}</p></article>",
        escaped(&message.phone),
        escaped(message.at.get(..19).unwrap_or(&message.at)),
        escaped(&message.text)
    )
}
