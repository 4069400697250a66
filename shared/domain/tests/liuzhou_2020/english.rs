//! The pack and the problems for readers of English.

use crate::pack;
use domain::form::{
    Answers, Case, CopyKind, Place, Problem, Row, Scan, ScanFacts, SectionData, Values, problems,
};
use domain::ids::{RowId, ScanId};
use domain::pack::{Field, FilledBy, Pack, in_english, is_chinese, untranslated};
use domain::words;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static CHINESE: LazyLock<Pack> = LazyLock::new(pack);
pub(crate) static ENGLISH: LazyLock<Pack> = LazyLock::new(|| in_english(&CHINESE));

#[test]
fn everything_that_is_shown_has_its_english() {
    let missing = untranslated(&CHINESE);
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_line_of_the_english_table_is_left_over() {
    let mut without = CHINESE.clone();
    without.english.clear();
    let shown: BTreeSet<String> = untranslated(&without);
    let unused: Vec<&String> = CHINESE.english.keys().filter(|text| !shown.contains(*text)).collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn a_new_text_without_english_is_told() {
    let mut pack = CHINESE.clone();
    pack.sections[0].fields[0].help = "新的说明".into();
    assert_eq!(untranslated(&pack), BTreeSet::from(["新的说明".to_owned()]));
}

#[test]
fn ids_and_what_is_sent_by_sms_stay_as_they_are() {
    assert_eq!(ENGLISH.messages, CHINESE.messages);
    assert_eq!(ENGLISH.batch, CHINESE.batch);
    assert_eq!(ENGLISH.calendar, CHINESE.calendar);
    let values = |pack: &Pack| -> Vec<String> {
        pack.dictionaries.values().flatten().map(|choice| choice.value.clone()).collect()
    };
    assert_eq!(values(&ENGLISH), values(&CHINESE));
}

/// Texts that some field refuses, and some that it takes.
const TEXTS: [&str; 14] = [
    "",
    "x",
    "true",
    "false",
    "2030-01-01",
    "1990-13",
    "1950-01",
    "2019-06-30",
    "7",
    "-3",
    "12345678901234567890",
    "AssistantEngineer",
    "Journal",
    "PrivateEnterprise",
];

/// Stands where a sentence counts or names something and the rule did not say what.
const UNTOLD: char = '—';

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }
}

fn values(dice: &mut Dice, case: &Case<'_>, fields: &[Field]) -> Values {
    let pairs = fields.iter().map(|field| {
        let options = case.options(field);
        let text = match (options.is_empty(), dice.below(5)) {
            (false, 1..) => options[dice.below(options.len())].value.clone(),
            (true | false, _) => TEXTS[dice.below(TEXTS.len())].to_owned(),
        };
        (field.id.clone(), text)
    });
    pairs.collect()
}

fn answers(dice: &mut Dice) -> Answers {
    let none = Answers::new();
    let case = Case::new(&CHINESE, &none, &[], "2020-08-20".parse().unwrap());
    let section = |section: &domain::pack::Section| {
        let groups = section.groups.iter().map(|group| {
            let rows = (0..dice.below(4))
                .map(|i| Row { id: RowId::new(format!("r{i}")), values: values(dice, &case, &group.fields) });
            (group.id.clone(), rows.collect())
        });
        let groups = groups.collect();
        (section.id.clone(), SectionData { values: values(dice, &case, &section.fields), groups })
    };
    CHINESE.sections.iter().map(section).collect()
}

/// A copy without its stamps, of no kind and without words.
fn scan() -> Scan {
    Scan {
        id: ScanId::new("f1"),
        place: Place { section: String::new(), row: None, slot: String::new() },
        file_name: "scan.png".into(),
        media_type: "image/png".into(),
        bytes: 1,
        sha256: String::new(),
        copy_kind: CopyKind::StampedCopy {
            verification_stamp: false,
            unit_seal: true,
            no_original_reason: String::new(),
        },
        kind: String::new(),
        description: String::new(),
        marked: false,
        facts: ScanFacts::default(),
        rotation: None,
        uploaded_at: "2020-08-20T09:00:00+08:00".parse().unwrap(),
    }
}

fn scans(dice: &mut Dice) -> Vec<Scan> {
    let slots =
        CHINESE.sections.iter().flat_map(|section| section.slots.iter().map(move |slot| (section, slot)));
    let chosen: Vec<_> = slots.filter(|_| dice.below(2) == 0).collect();
    let scan = |(section, slot): (&domain::pack::Section, &domain::pack::Slot)| Scan {
        place: Place { section: section.id.clone(), row: None, slot: slot.id.clone() },
        ..scan()
    };
    chosen.into_iter().map(scan).collect()
}

proptest! {
    #[test]
    fn every_problem_is_the_same_in_english_and_says_so_without_chinese(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let answers = answers(&mut dice);
        let scans = scans(&mut dice);
        let today = "2020-08-20".parse().unwrap();
        for filled_by in [FilledBy::Applicant, FilledBy::Unit] {
            let judged = |pack| problems(&Case::new(pack, &answers, &scans, today), filled_by);
            let (chinese, english_ones) = (judged(&CHINESE), judged(&ENGLISH));
            prop_assert_eq!(chinese.len(), english_ones.len());
            for (one, other) in chinese.iter().zip(&english_ones) {
                prop_assert_eq!((&one.fault, &one.spot, one.severity), (&other.fault, &other.spot, other.severity));
                for problem in [one, other] {
                    let sentence = words::english::problem(problem, &ENGLISH);
                    prop_assert!(!sentence.contains(is_chinese), "{:?}: {sentence}", problem.code());
                    prop_assert!(!sentence.contains(['{', '}']), "{:?}: {sentence}", problem.code());
                    prop_assert!(!sentence.contains("“”"), "{:?}: {sentence}", problem.code());
                    prop_assert!(!sentence.contains(UNTOLD), "{:?}: {sentence}", problem.code());
                    let of_rule = format!("{} {}", problem.rule, ENGLISH.source_of(&problem.rule));
                    prop_assert!(!of_rule.contains(is_chinese), "{:?}: {of_rule}", problem.code());
                }
            }
        }
    }

    /// They stand in lists, after the name of their row.
    #[test]
    fn no_problem_ends_with_a_full_stop(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let (answers, scans) = (answers(&mut dice), scans(&mut dice));
        let case = Case::new(&CHINESE, &answers, &scans, "2020-08-20".parse().unwrap());
        for filled_by in [FilledBy::Applicant, FilledBy::Unit] {
            let said = |problem| words::chinese::problem(problem, &CHINESE);
            let ending = problems(&case, filled_by).iter().map(said).find(|sentence| sentence.ends_with('。'));
            prop_assert!(ending.is_none(), "{ending:?}");
        }
    }
}

/// A browser reads every problem as the function that found it sent it.
#[test]
fn every_problem_travels_whole() {
    for seed in 0..40 {
        let mut dice = Dice(seed);
        let (answers, scans) = (answers(&mut dice), scans(&mut dice));
        let case = Case::new(&CHINESE, &answers, &scans, "2020-08-20".parse().unwrap());
        for filled_by in [FilledBy::Applicant, FilledBy::Unit] {
            let found = problems(&case, filled_by);
            let body = serde_json::to_string(&found).unwrap();
            assert_eq!(serde_json::from_str::<Vec<Problem>>(&body).unwrap(), found);
        }
    }
}
