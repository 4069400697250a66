//! The phone that everybody shares.

use crate::client::Client;
use serde::Deserialize;
use std::time::{Duration, Instant};

#[derive(Clone, Debug, Deserialize)]
pub struct Sms {
    pub at: String,
    pub phone: String,
    pub text: String,
}

/// Newest last.
pub fn to(client: &Client, mobile: &str) -> Vec<Sms> {
    let all: Vec<Sms> = serde_json::from_str(&client.get_text("/_local/phone/messages")).unwrap_or_default();
    let mut mine: Vec<Sms> = all.into_iter().filter(|sms| sms.phone.ends_with(mobile)).collect();
    mine.sort_by(|a, b| a.at.cmp(&b.at));
    mine
}

/// The code of the newest message after the first `seen` ones; it arrives by the stream a moment later.
pub fn code_after(client: &Client, mobile: &str, seen: usize) -> String {
    const PATIENCE: Duration = Duration::from_secs(20);
    let started = Instant::now();
    loop {
        let codes = to(client, mobile).into_iter().skip(seen).filter_map(|sms| digits_of(&sms.text));
        if let Some(code) = codes.collect::<Vec<_>>().pop() {
            return code;
        }
        assert!(started.elapsed() < PATIENCE, "no code arrived within {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn digits_of(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("验证码")?;
    let code: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (code.len() == 6).then_some(code)
}
