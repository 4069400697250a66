//! The SMS of a pack: all of them, short enough, asking for nothing that they are not given.

use crate::copy::{BASE, Copy};
use crate::faults::breaks;

#[test]
fn a_message_fits_one_sms_with_its_longest_values() {
    let copy = Copy::new();
    let file = format!("{BASE}/messages.toml");
    let (said, more) = (
        "可在“职称申报进度”查看。",
        "请登录系统在“职称申报进度”查看审核情况，也可以向本单位经办人当面或打电话问。",
    );
    let line = copy.edit(&file, said, more);
    let filled = format!("【柳州职称】申报人您好，您的正高级工程师申报材料已提交单位审核，{more}");
    assert_eq!(filled.chars().count(), 71);
    assert_eq!(
        copy.faults(BASE),
        [format!(
            "{file}:{line}: messages.M1.text: 71 characters when filled as “{filled}”; one SMS holds 70. \
             Remedy: take out at least 1."
        )]
    );
}

#[test]
fn a_message_asks_only_for_what_it_is_given() {
    breaks(
        "messages.toml",
        "验证码{code}",
        "{name}验证码{code}",
        "messages.M0.text",
        "nothing fills `{name}` in this message. Remedy: write one of {code}.",
    );
}

#[test]
fn every_message_is_there_and_no_other() {
    let copy = Copy::new();
    let file = format!("{BASE}/messages.toml");
    let line = copy.edit(&file, "id = \"M5\"", "id = \"M50\"");
    let faults = copy.faults(BASE);
    assert_eq!(faults.len(), 2, "{faults:#?}");
    assert!(
        faults[0].contains("messages: the message `M5` is missing, so nobody would be told"),
        "{faults:#?}"
    );
    assert!(
        faults[1].starts_with(&format!("{file}:{line}: messages.M50: nothing sends a message `M50`")),
        "{faults:#?}"
    );
}
