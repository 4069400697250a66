//! 查找专业: which of a committee's specialties are shown for what is typed.

use domain::pack::{Pack, Specialty};

/// The specialties that a search shows.
#[derive(Debug, PartialEq)]
pub struct SpecialtiesFound<'a> {
    pub shown: Vec<&'a Specialty>,
    /// None bears the words that were looked for: these share a part of them.
    pub are_near: bool,
}

/// R12: by a part of the name or of a word by which applicants know it. First those with all that was typed in one
/// piece, then those with each word of it; without any, the nearest first.
pub fn specialties_like<'a>(pack: &'a Pack, committee: &'a str, typed: &str) -> SpecialtiesFound<'a> {
    let typed = typed.trim().to_lowercase();
    let words: Vec<&str> = typed.split_whitespace().collect();
    let all = || pack.specialties_of(committee);
    let (mut shown, others): (Vec<_>, Vec<_>) = all().partition(|specialty| has(specialty, &typed));
    let has_each = |specialty: &&Specialty| words.iter().all(|word| has(specialty, word));
    shown.extend(others.into_iter().filter(has_each));
    let are_near = shown.is_empty();
    if are_near {
        let pieces: Vec<String> = words.iter().flat_map(|word| pieces(word)).collect();
        let n_shared = |specialty: &Specialty| pieces.iter().filter(|piece| has(specialty, piece)).count();
        shown = all().filter(|specialty| n_shared(specialty) > 0).collect();
        shown.sort_by_key(|specialty| std::cmp::Reverse(n_shared(specialty)));
    }
    SpecialtiesFound { are_near: are_near && !shown.is_empty(), shown }
}

fn has(specialty: &Specialty, words: &str) -> bool {
    let texts = [&specialty.name].into_iter().chain(&specialty.keywords);
    texts.into_iter().any(|text| text.to_lowercase().contains(words))
}

/// So many specialties bear these that they tell nothing.
const EVERYWHERE: [&str; 4] = ["工程", "技术", "engineering", "technology"];

/// Two characters each, as Chinese words have; a word in letters stays whole.
fn pieces(word: &str) -> Vec<String> {
    let chars: Vec<char> = word.chars().collect();
    let length = if word.is_ascii() { chars.len().max(2) } else { 2 };
    let pieces = chars.windows(length).map(String::from_iter);
    pieces.filter(|piece| !EVERYWHERE.contains(&piece.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::pack::load_folder;
    use std::path::Path;

    #[test]
    fn r12_a_specialty_is_found_by_its_words_or_the_nearest_are_shown() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/packs/liuzhou-2020");
        let pack = load_folder(folder).unwrap();
        let all = pack.specialties_of("C1001").count();
        // What is typed, what is found first and last, how many, and whether they are only near.
        let table: &[(&str, &[&str], Option<usize>, bool)] = &[
            ("", &["车辆工程"], Some(all), false),
            ("机械制造", &["机械制造工艺与设备"], Some(1), false),
            ("机械 工艺", &["机械制造工艺与设备"], None, false),
            ("工艺　机械", &["机械制造工艺与设备"], None, false),
            ("机床", &["机械制造工艺与设备"], Some(1), false),
            ("数控机床", &["机械制造工艺与设备"], Some(1), true),
            ("机械工程", &["机械设计", "机械制造工艺与设备", "工程机械"], None, true),
            ("机械工程师", &["机械设计", "机械制造工艺与设备", "工程机械"], None, true),
            ("工程师", &[], Some(0), false),
            ("海洋", &[], Some(0), false),
            ("a", &[], Some(0), false),
        ];
        for (typed, first, n, are_near) in table {
            let found = specialties_like(&pack, "C1001", typed);
            let names: Vec<&str> = found.shown.iter().map(|specialty| specialty.name.as_str()).collect();
            assert!(names.starts_with(first), "{typed}: {names:?}");
            assert!(n.is_none_or(|n| names.len() == n), "{typed}: {names:?}");
            assert_eq!(found.are_near, *are_near, "{typed}: {names:?}");
        }
    }
}
