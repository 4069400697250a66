//! A pack's keys and values in words, for a person who never saw its files.

use crate::pack::Condition;
use crate::stage::Stage;
use crate::words::chinese;
use serde_json::Value;

/// The chapters of a pack as a person reads them: who decides, when, what is asked, what is said.
pub(super) const ORDER: [&str; 17] = [
    "platform_name",
    "cycle_year",
    "committees",
    "titles",
    "industries",
    "specialties",
    "criteria",
    "seniority",
    "batch",
    "offices",
    "counties",
    "sections",
    "dictionaries",
    "return_codes",
    "messages",
    "notices",
    "manual",
];

/// Keys in words; a key that is not here stands for itself.
const KEYS: [(&str, &str); 106] = [
    ("allows_ongoing", "可选在研项目"),
    ("appraisal_years", "考核年数"),
    ("batch", "批次规定"),
    ("committees", "评委会"),
    ("computed", "系统计算"),
    ("correction_days", "补正天数"),
    ("count_first_day", "公示首日计入"),
    ("counted_from", "年限起算"),
    ("counties", "县区"),
    ("course_hours_a_year", "每年学时"),
    ("criteria", "评审条件"),
    ("cycle_year", "申报年度"),
    ("default", "默认值"),
    ("degrees", "学位"),
    ("described", "须写说明"),
    ("dictionaries", "选项表"),
    ("distinct", "各行不同"),
    ("dual_directed", "双定向"),
    ("education", "学历"),
    ("electronic", "电子材料"),
    ("exactly_one", "只选一行"),
    ("filled_by", "填写人"),
    ("fixed_rows", "固定行"),
    ("help", "说明"),
    ("hidden", "不显示"),
    ("image_only", "只收图片"),
    ("industries", "行业"),
    ("item", "条款"),
    ("keywords", "关键词"),
    ("kind", "类型"),
    ("kinds", "材料种类"),
    ("label", "名称"),
    ("letter", "签名文书"),
    ("level", "级别"),
    ("locked", "锁定"),
    ("locked_when", "锁定条件"),
    ("lookup", "查询"),
    ("long_waiting_days", "等待多少天后提醒"),
    ("manual", "操作说明"),
    ("marked", "须做标记"),
    ("material_cutoff", "材料截止日"),
    ("max", "最大"),
    ("max_application_bytes", "全部材料大小上限"),
    ("max_bytes", "文件大小上限"),
    ("max_chars", "最多字数"),
    ("max_file_bytes", "单个文件大小上限"),
    ("max_pdf_pages", "PDF 页数上限"),
    ("messages", "短信"),
    ("min", "最小"),
    ("min_attending_members", "审议最少到会人数"),
    ("min_chars", "最少字数"),
    ("min_chars_when", "最少字数的条件"),
    ("min_defense_panel", "答辩小组最少人数"),
    ("min_deliberation_members", "审议小组最少人数"),
    ("min_height", "最小高度"),
    ("min_publicity_working_days", "公示最少工作日"),
    ("min_refusal_chars", "不予受理的理由最少字数"),
    ("min_when", "最少行数的条件"),
    ("min_width", "最小宽度"),
    ("must_be_true", "必须为是"),
    ("name", "名称"),
    ("not_above", "不大于"),
    ("not_after", "不晚于"),
    ("not_before", "不早于"),
    ("notices", "通知公告"),
    ("number", "编号"),
    ("offices", "审核部门"),
    ("one_of", "任选其一"),
    ("optional", "可以不填"),
    ("options", "选项"),
    ("options_from", "选项来源"),
    ("order", "先后"),
    ("own_series", "本系列"),
    ("paragraphs", "正文"),
    ("payment_days", "缴费天数"),
    ("placeholder", "填写示例"),
    ("platform_name", "平台名称"),
    ("published", "列入公示表"),
    ("reason", "理由"),
    ("red_seal", "须有红章"),
    ("reminder_hours", "截止前几小时提醒"),
    ("required", "必填"),
    ("required_when", "必填条件"),
    ("return_codes", "退回原因"),
    ("row_name", "一行的名称"),
    ("row_title", "一行的标题"),
    ("rule", "依据"),
    ("seniority", "资历年限"),
    ("series_label", "终审部门名称"),
    ("series_office", "职改办代码"),
    ("shown", "显示条件"),
    ("slots", "上传位置"),
    ("soft_max", "不说明理由的最多行数"),
    ("social_insurance_months", "社保月数"),
    ("seniority_is_required", "资历不足不能申报"),
    ("settled", "锁定后的值"),
    ("sorted_by", "排序"),
    ("sources", "出处"),
    ("specialties", "专业"),
    ("take_back_minutes", "可收回的分钟数"),
    ("text", "正文"),
    ("title", "标题"),
    ("titles", "职称"),
    ("trivial_opinions", "空话"),
    ("unrelated_majors", "无关专业"),
    ("years", "年数"),
];

/// The keys that name an element for a person, the plainest first.
const NAMES: [&str; 8] = ["label", "title", "name", "item", "message", "id", "value", "code"];

pub(super) fn key_in_words(key: &str) -> &str {
    let known = KEYS.iter().find(|(known, _)| *known == key);
    known.map_or(key, |(_, words)| *words)
}

/// The name of an element of a list.
pub(super) fn name_of(element: &Value) -> String {
    let name = named(element).or_else(|| element.get("target")?.as_str());
    name.map_or_else(|| in_words(element), str::to_owned)
}

fn named(element: &Value) -> Option<&str> {
    NAMES.iter().find_map(|key| element.get(key)?.as_str())
}

/// A value as it is read; of a table its name and its text, or all that it says if it has no name.
pub(super) fn in_words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(said) => if *said { "是" } else { "否" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => {
            stage(value).map_or_else(|| text.clone(), |stage| chinese::stage(stage).to_owned())
        }
        Value::Array(values) => values.iter().map(in_words).collect::<Vec<_>>().join("、"),
        Value::Object(keys) => match (named(value), keys.get("text").and_then(Value::as_str)) {
            (Some(name), Some(text)) if !name.is_empty() => format!("{name}：{text}"),
            (Some(name), _) => name.to_owned(),
            (None, _) => {
                let said = keys.values().filter(|value| !matches!(value, Value::Null | Value::Bool(false)));
                said.map(in_words).filter(|said| !said.is_empty()).collect::<Vec<_>>().join("，")
            }
        },
    }
}

fn stage(value: &Value) -> Option<Stage> {
    serde_json::from_value(value.clone()).ok()
}

/// A condition in words; fields and values by their ids.
pub(super) fn condition(condition: &Condition) -> String {
    let joined = |parts: &[Condition], by: &str| {
        parts.iter().map(|part| format!("（{}）", self::condition(part))).collect::<Vec<_>>().join(by)
    };
    match condition {
        Condition::Is { field, value } => format!("{} 是 {value}", field.0),
        Condition::In { field, values } => format!("{} 是 {} 之一", field.0, values.join("、")),
        Condition::Filled { field } => format!("{} 已填", field.0),
        Condition::Same { field, other } => format!("{} 与 {} 相同", field.0, other.0),
        Condition::Uploaded { slot } => format!("已上传 {slot}"),
        Condition::OverLimit { group } => format!("{group} 超过行数"),
        Condition::Senior { field } => format!("{} 是高级职称", field.0),
        Condition::All(parts) => joined(parts, "并且"),
        Condition::Any(parts) => joined(parts, "或者"),
        Condition::Not(part) => format!("不是（{}）", self::condition(part)),
    }
}
