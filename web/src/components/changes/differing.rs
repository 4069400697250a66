//! The part in which two texts differ.

/// Characters that stay on either side of what differs, so that it is read in its place.
const AROUND: usize = 12;

/// Two texts that begin and end alike, with little of what they share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    pub before: String,
    pub old: String,
    pub new: String,
    pub after: String,
}

/// Returns what differs, with the characters around it; two texts that share nothing are returned whole.
pub fn differing(old: &str, new: &str) -> Differing {
    let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
    let shared = |pairs: &mut dyn Iterator<Item = (&char, &char)>| pairs.take_while(|(a, b)| a == b).count();
    let start = shared(&mut old.iter().zip(&new));
    let shorter = old.len().min(new.len());
    let end = shared(&mut old.iter().rev().zip(new.iter().rev())).min(shorter - start);
    let between = |text: &[char]| text.iter().take(text.len() - end).skip(start).collect::<String>();
    let before: String = old.iter().take(start).skip(start.saturating_sub(AROUND)).collect();
    let after: String = old.iter().skip(old.len() - end).take(AROUND).collect();
    Differing {
        before: if start > AROUND { format!("…{before}") } else { before },
        old: between(&old),
        new: between(&new),
        after: if end > AROUND { format!("{after}…") } else { after },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(old: &str, new: &str) -> [String; 4] {
        let Differing { before, old, new, after } = differing(old, new);
        [before, old, new, after]
    }

    #[test]
    fn what_both_texts_share_is_around_what_differs() {
        assert_eq!(parts("节约成本20%。", "节约成本50%。"), ["节约成本", "2", "5", "0%。"]);
        assert_eq!(parts("甲乙", "甲乙丙"), ["甲乙", "", "丙", ""]);
        assert_eq!(parts("甲甲", "甲甲甲"), ["甲甲", "", "甲", ""]);
        assert_eq!(parts("", "甲"), ["", "", "甲", ""]);
        assert_eq!(parts("甲", "乙"), ["", "甲", "乙", ""]);
    }

    #[test]
    fn of_long_texts_only_the_neighbourhood_is_left() {
        let long = "一二三四五六七八九十甲乙丙丁";
        let [before, old, new, after] = parts(&format!("{long}旧{long}"), &format!("{long}新{long}"));
        assert_eq!(
            (before.as_str(), after.as_str()),
            ("…三四五六七八九十甲乙丙丁", "一二三四五六七八九十甲乙…")
        );
        assert_eq!((old.as_str(), new.as_str()), ("旧", "新"));
    }
}
