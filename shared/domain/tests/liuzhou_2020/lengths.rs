//! Lengths that a text may and must have (domain.md §4): counted in characters, to the character.

use crate::named::{PACK, data};
use domain::form::{Answers, Case, Code, Row, SectionData, Spot, section_problems};
use domain::ids::RowId;
use domain::pack::{Field, FieldKind, Group, Pack, Section};
use std::sync::LazyLock;

/// Section, field, the least and the most characters that the specification names.
const OF_THE_SPECIFICATION: [(&str, &str, Option<usize>, Option<usize>); 14] = [
    ("basic_info", "name", Some(2), Some(30)),
    ("basic_info", "id_number", None, Some(18)),
    ("basic_info", "current_work", None, Some(60)),
    ("education", "chsi_code", Some(12), Some(16)),
    ("publications", "title", None, Some(200)),
    ("achievements", "content", None, Some(1000)),
    ("exceptional_case", "reason", None, Some(1000)),
    ("work_summary", "summary", Some(800), Some(5000)),
    ("deliberation", "opinion", Some(20), None),
    ("unit_recommendation", "moral", Some(15), Some(800)),
    ("unit_recommendation", "results", Some(15), Some(800)),
    ("unit_recommendation", "level", Some(15), Some(800)),
    ("unit_recommendation", "ability", Some(15), Some(800)),
    ("unit_recommendation", "attitude", Some(15), Some(800)),
];

/// The pack with every field asked for, whatever else is answered.
static OPEN: LazyLock<Pack> = LazyLock::new(|| {
    let mut pack = PACK.clone();
    for section in &mut pack.sections {
        section.required_when = None;
        let Section { fields, groups, .. } = section;
        groups.iter_mut().for_each(|group| group.shown = None);
        let of_groups = groups.iter_mut().flat_map(|group| &mut group.fields);
        fields.iter_mut().chain(of_groups).for_each(|field| field.shown = None);
    }
    pack
});

/// Whether a text of so many characters is refused at its field.
fn refused(section: &Section, group: Option<&Group>, field: &Field, n_chars: usize) -> bool {
    // Three bytes a character.
    let typed = data(&[(&field.id, &"工".repeat(n_chars))]);
    let spot = Spot::field(&section.id, &field.id);
    let (spot, typed) = match group {
        None => (spot, typed),
        Some(group) => {
            let row = Row { id: RowId::new("r0"), values: typed.values };
            let spot = spot.in_row(&group.id, &row.id);
            (spot, SectionData { groups: [(group.id.clone(), vec![row])].into(), ..data(&[]) })
        }
    };
    let answers = Answers::from([(section.id.clone(), typed)]);
    let case = Case::new(&OPEN, &answers, &[], "2020-08-20".parse().unwrap());
    let problems = section_problems(&case, section);
    problems.iter().any(|problem| problem.code() == Code::EFormat && problem.spot == spot)
}

/// Every text of the pack that somebody types, with its group.
fn typed_texts() -> impl Iterator<Item = (&'static Section, Option<&'static Group>, &'static Field)> {
    let all = OPEN.sections.iter().flat_map(|section| {
        let own = section.fields.iter().map(move |field| (section, None, field));
        let of =
            move |group: &'static Group| group.fields.iter().map(move |field| (section, Some(group), field));
        own.chain(section.groups.iter().flat_map(of))
    });
    let is_text = |field: &Field| matches!(field.kind, FieldKind::Text | FieldKind::LongText);
    all.filter(move |(_, _, field)| is_text(field) && field.computed.is_none())
}

#[test]
fn the_lengths_that_the_specification_names_hold_to_the_character() {
    for (section, id, least, most) in OF_THE_SPECIFICATION {
        let is_it = |(of, _, field): &(&Section, Option<&Group>, &Field)| of.id == section && field.id == id;
        let (section, group, field) = typed_texts().find(is_it).unwrap();
        let refused = |n_chars| refused(section, group, field, n_chars);
        if let Some(least) = least {
            assert!(!refused(least) && refused(least - 1), "{}.{id}: at least {least}", section.id);
        }
        if let Some(most) = most {
            assert!(!refused(most) && refused(most + 1), "{}.{id}: at most {most}", section.id);
        }
    }
}

#[test]
fn every_text_that_is_typed_ends_somewhere() {
    let mut n_texts = 0;
    for (section, group, field) in typed_texts().filter(|(_, _, field)| !field.locked && !field.hidden) {
        let place = format!("{}.{}", section.id, field.id);
        let most = field.max_chars.unwrap_or_else(|| panic!("{place} has no max_chars"));
        let refused = |n_chars| refused(section, group, field, n_chars);
        assert!(!refused(most) && refused(most + 1), "{place}: {most}");
        if let Some(least) = field.min_chars {
            assert!(!refused(least) && refused(least - 1) || least == 1, "{place}: {least}");
        }
        n_texts += 1;
    }
    assert!(n_texts > 60, "{n_texts}");
}
