//! The text messages of a pack.

use domain::pack::Pack;
use std::rc::Rc;
use yew::prelude::*;

/// Stand for the values that fill a text; messages are sent in Chinese alone.
const GAPS: [(&str, &str); 7] = [
    ("{code}", "〔验证码〕"),
    ("{count}", "〔数量〕"),
    ("{days}", "〔天数〕"),
    ("{deadline}", "〔截止日期〕"),
    ("{name}", "〔姓名〕"),
    ("{stage}", "〔审核环节〕"),
    ("{title}", "〔申报职称〕"),
];

#[derive(PartialEq, Properties)]
pub struct MessageListProps {
    pub pack: Rc<Pack>,
}

/// Every text, with words where a value is filled in.
#[component]
pub fn MessageList(props: &MessageListProps) -> Html {
    html! {
        <ul class="plain-list" lang="zh-CN">
            for message in &props.pack.messages {
                <li>{ with_words(&message.text) }</li>
            }
        </ul>
    }
}

fn with_words(text: &str) -> String {
    GAPS.iter().fold(text.to_owned(), |text, (gap, words)| text.replace(gap, words))
}
