//! The SMS of a pack: all of them, short enough, asking for nothing that they are not given.

use crate::copy::broken;
use insta::assert_snapshot;

#[test]
fn a_message_fits_one_sms_with_its_longest_values() {
    let (said, more) = (
        "可在“职称申报进度”查看。",
        "请登录系统在“职称申报进度”查看审核情况，也可以向本单位经办人当面或打电话问。",
    );
    assert_snapshot!(broken("messages.toml", said, more), @r#"
    liuzhou-2020/messages.toml | text = "【柳州职称】{name}您好，您的{title}申报材料已提交单位审核，请登录系统在“职称申报进度”查看审核情况，也可以向本单位经办人当面或打电话问。"
        messages.M1.text: 填好后有 71 个字，一条短信最多 70 个：“【柳州职称】申报人您好，您的正高级工程师申报材料已提交单位审核，请登录系统在“职称申报进度”查看审核情况，也可以向本单位经办人当面或打电话问。”。改法：至少删去 1 个字。
    "#);
}

#[test]
fn a_message_asks_only_for_what_it_is_given() {
    assert_snapshot!(broken("messages.toml", "验证码{code}", "{name}验证码{code}"), @r#"
    liuzhou-2020/messages.toml | text = "【柳州职称】{name}验证码{code}，5分钟内有效，请勿告知他人。"
        messages.M0.text: 短信里没有什么可以填进 `{name}`。改法：写 {code}。
    "#);
}

#[test]
fn every_message_is_there_and_no_other() {
    assert_snapshot!(broken("messages.toml", "id = \"M5\"", "id = \"M50\""), @r#"
    liuzhou-2020/messages.toml | [[messages]]
        messages: 缺少短信 `M5`，到时没有人会收到通知。改法：加一段 `[[messages]]`，写 `id = "M5"`。
    liuzhou-2020/messages.toml | id = "M50"
        messages.M50: 系统不会发送短信 `M50`。改法：写 M0、M1、M2、M3、M4、M5、M6、M8、M9、M10、M11、M12、… 中的一个。
    "#);
}
