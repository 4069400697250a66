//! Computed values in Chinese.

use crate::dates;
use crate::form::{MonthRange, Served};
use crate::pack::{CountedFrom, Pack};

/// The years served, and those that the way asks for.
pub fn served(served: &Served, pack: &Pack) -> String {
    let Some(way) = served.way(pack) else { return String::new() };
    let title = pack.title(&way.target).map_or("", |title| title.name.as_str());
    let from = match way.counted_from {
        CountedFrom::Graduation => "毕业",
        CountedFrom::CurrentTitle => "取得现职称",
    };
    let (years, since) = (served.years, dates::in_chinese(served.since));
    let needed = match way.years {
        0 => format!("申报{title}没有年限要求"),
        needed => format!("申报{title}一般须满{needed}年"),
    };
    format!("自{since}{from}起已满{years}年；{needed}（{}）", way.source)
}

/// `2020年2月至2020年7月`.
pub fn months(range: &MonthRange) -> String {
    format!("{}至{}", dates::month_in_chinese(&range.first), dates::month_in_chinese(&range.last))
}

/// `2020年48学时`.
pub fn course_hours(year: i32, hours: u32) -> String {
    format!("{year}年{hours}学时")
}
