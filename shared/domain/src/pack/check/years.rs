//! Texts that were taken over from another year and still name it.

use super::uses;
use super::{Faults, PackFault};
use crate::pack::Pack;

pub(super) fn texts_name_this_year(pack: &Pack, found: &mut Faults) {
    let mut texts: Vec<(String, &str)> = Vec::new();
    for section in &pack.sections {
        texts.push((format!("{}.help", section.id), &section.help));
        let groups = section.groups.iter();
        texts.extend(groups.map(|group| (format!("{}.{}.help", section.id, group.id), &*group.help)));
    }
    texts.extend(uses::fields(pack).map(|(place, _, field)| (format!("{place}.help"), &*field.help)));
    let pages = [("notices", &pack.notices), ("manual", &pack.manual)];
    for (list, notices) in pages {
        for notice in notices {
            texts.push((format!("{list}.{}", notice.title), &notice.title));
            texts.push((format!("{list}.{}.text", notice.title), &notice.text));
        }
    }
    for (place, text) in texts {
        if let Some(year) = cycle_of(text).find(|year| *year != pack.cycle_year) {
            let what = format!("这里写的是{year}年度，而本包是 {} 年度", pack.cycle_year);
            found.push(PackFault::new(
                place,
                what,
                "把年份写成 `{cycle_year}`，或者在 `[changes]` 里改掉这一处",
            ));
        }
    }
}

/// Every year that stands before 年度.
fn cycle_of(text: &str) -> impl Iterator<Item = i32> {
    text.match_indices("年度").filter_map(|(at, _)| {
        let digits = text.get(at.checked_sub(4)?..at)?;
        digits.parse().ok()
    })
}
