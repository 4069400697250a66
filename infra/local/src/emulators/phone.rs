//! The page that shows the SMS that were sent.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;

use crate::emulators::sns::{Inbox, Message};
use crate::simulators::page::{escaped, shell};

pub(crate) fn routes(inbox: Arc<Inbox>) -> Router {
    Router::new()
        .route("/_local/phone", get(show))
        .route("/_local/phone/messages", get(list))
        .with_state(inbox)
}

/// A number stands in no address, so the choice is its place among the numbers, in order of their first SMS.
#[derive(Deserialize)]
struct Choice {
    phone: Option<String>,
}

async fn list(State(inbox): State<Arc<Inbox>>) -> Json<Vec<Message>> {
    Json(inbox.all())
}

async fn show(State(inbox): State<Arc<Inbox>>, Query(choice): Query<Choice>) -> Html<String> {
    let messages = inbox.all();
    let phones = numbers(&messages);
    let chosen = choice.phone.and_then(|place| place.parse::<usize>().ok());
    let phone = chosen.and_then(|place| phones.get(place).copied());
    let of_phone = |message: &&Message| phone.is_none_or(|phone| phone == message.phone);
    let shown: String = messages.iter().rev().filter(of_phone).map(article).collect();
    let none = if shown.is_empty() { "<article><p>还没有短信。</p></article>" } else { "" };
    shell("手机短信", &format!("{}{none}{shown}", chooser(&phones, chosen)))
}

fn numbers(messages: &[Message]) -> Vec<&str> {
    let mut numbers: Vec<&str> = Vec::new();
    for message in messages {
        if !numbers.contains(&message.phone.as_str()) {
            numbers.push(&message.phone);
        }
    }
    numbers
}

fn chooser(phones: &[&str], chosen: Option<usize>) -> String {
    let options = phones.iter().enumerate().map(|(place, phone)| {
        let selected = if chosen == Some(place) { " selected" } else { "" };
        format!("<option value=\"{place}\"{selected}>{}</option>", escaped(phone))
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
