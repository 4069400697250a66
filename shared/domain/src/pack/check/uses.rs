//! Every condition of a pack with where it stands, and what a name in it means there.

use crate::pack::{
    Answering, Condition, Field, FieldKind, FieldRef, Group, OptionSource, Pack, Section, Slot,
};

/// One condition in its place.
pub(super) struct Use<'p> {
    pub(super) site: Site<'p>,
    pub(super) place: String,
    pub(super) condition: &'p Condition,
}

/// The place from which a name is read.
#[derive(Clone, Copy)]
pub(super) struct Site<'p> {
    pub(super) section: &'p Section,
    pub(super) group: Option<&'p Group>,
    /// True where it is judged if the section is asked, before anything in it is read.
    pub(super) before_section: bool,
}

pub(super) fn conditions(pack: &Pack) -> Vec<Use<'_>> {
    let mut uses = Vec::new();
    for section in &pack.sections {
        let outside = Site { section, group: None, before_section: true };
        add(&mut uses, outside, &section.id, &[("required_when", section.required_when.as_ref())]);
        let site = Site { before_section: false, ..outside };
        of_fields(&mut uses, site, &section.id, &section.fields);
        of_slots(&mut uses, site, &section.id, &section.slots);
        for group in &section.groups {
            let place = format!("{}.{}", section.id, group.id);
            let keys = [("shown", group.shown.as_ref()), ("min_when", group.min_when.as_ref())];
            add(&mut uses, site, &place, &keys);
            let site = Site { group: Some(group), ..site };
            of_fields(&mut uses, site, &place, &group.fields);
            of_slots(&mut uses, site, &place, &group.slots);
        }
    }
    uses
}

fn of_fields<'p>(uses: &mut Vec<Use<'p>>, site: Site<'p>, at: &str, fields: &'p [Field]) {
    for field in fields {
        let keys = [
            ("shown", field.shown.as_ref()),
            ("required_when", field.required_when.as_ref()),
            ("locked_when", field.locked_when.as_ref()),
            ("min_chars_when", field.min_chars_when.as_ref()),
        ];
        add(uses, site, &format!("{at}.{}", field.id), &keys);
    }
}

fn of_slots<'p>(uses: &mut Vec<Use<'p>>, site: Site<'p>, at: &str, slots: &'p [Slot]) {
    for slot in slots {
        let keys = [("shown", slot.shown.as_ref()), ("required_when", slot.required_when.as_ref())];
        add(uses, site, &format!("{at}.slots.{}", slot.id), &keys);
    }
}

fn add<'p>(uses: &mut Vec<Use<'p>>, site: Site<'p>, at: &str, keys: &[(&str, Option<&'p Condition>)]) {
    for (key, condition) in keys {
        if let Some(condition) = condition {
            uses.push(Use { site, place: format!("{at}.{key}"), condition });
        }
    }
}

/// Every field with its place, rows included.
pub(super) fn fields(pack: &Pack) -> impl Iterator<Item = (String, Site<'_>, &Field)> {
    pack.sections.iter().flat_map(|section| {
        let site = Site { section, group: None, before_section: false };
        let own =
            section.fields.iter().map(move |field| (format!("{}.{}", section.id, field.id), site, field));
        let of_rows = section.groups.iter().flat_map(move |group| {
            let site = Site { group: Some(group), ..site };
            let place = move |field: &Field| format!("{}.{}.{}", section.id, group.id, field.id);
            group.fields.iter().map(move |field| (place(field), site, field))
        });
        own.chain(of_rows)
    })
}

/// The field that a name means at `site`, or why it means none.
pub(super) fn resolve<'p>(pack: &'p Pack, site: Site<'p>, reference: &FieldRef) -> Result<&'p Field, String> {
    let (other, id) = reference.parts();
    let section = match other {
        Some(other) => pack.section(other).ok_or_else(|| format!("`{}` 里的栏目不存在", reference.0))?,
        None if site.before_section => {
            return Err(format!("`{id}` 前面没有栏目：是否要填本栏目，要先于本栏目判断"));
        }
        None => site.section,
    };
    let same_row = site.group.filter(|_| section.id == site.section.id);
    let mut readable = same_row.map_or(&[][..], |group| &group.fields).iter().chain(&section.fields);
    if let Some(field) = readable.find(|field| field.id == id) {
        return Ok(field);
    }
    Err(match section.groups.iter().find(|group| group.fields.iter().any(|field| field.id == id)) {
        Some(group) => {
            let (rows, name) = (&group.id, &section.id);
            format!("`{}` 在 `{name}.{rows}` 里逐行填写，只有同一行才能读到", reference.0)
        }
        None => format!("`{}` 不是栏目 `{}` 的字段", reference.0, section.id),
    })
}

/// The values that a field can take; none if anything can be typed.
pub(super) fn values<'p>(pack: &'p Pack, field: &'p Field) -> Option<Vec<&'p str>> {
    match field.kind.answering() {
        Answering::Ticked | Answering::YesOrNo => return Some(vec!["true", "false"]),
        // Any month can be ticked.
        Answering::Chosen if field.kind == FieldKind::Months => return None,
        Answering::Chosen => {}
        Answering::Typed => return None,
    }
    Some(match &field.options_from {
        Some(source) => offered(pack, source),
        None => field.options.iter().map(|option| option.value.as_str()).collect(),
    })
}

fn offered<'p>(pack: &'p Pack, source: &'p OptionSource) -> Vec<&'p str> {
    match source {
        OptionSource::Titles => pack.titles.iter().map(|title| title.id.as_str()).collect(),
        OptionSource::Industries => pack.industries.iter().map(|choice| choice.value.as_str()).collect(),
        OptionSource::Committees => pack.committees.iter().map(|committee| committee.id.as_str()).collect(),
        OptionSource::Specialties => pack.specialties.iter().map(|one| one.id.as_str()).collect(),
        OptionSource::Counties => pack.counties.iter().map(|county| county.code.as_str()).collect(),
        OptionSource::Criteria(article) => {
            let of_article = pack.criteria.iter().filter(|criterion| criterion.article == *article);
            of_article.map(|criterion| criterion.id.as_str()).collect()
        }
        OptionSource::Dictionary(name) => {
            let choices = pack.dictionaries.get(name).map_or(&[][..], Vec::as_slice);
            choices.iter().map(|choice| choice.value.as_str()).collect()
        }
    }
}
