//! How much a pack insists on an answer.

use domain::pack::{Condition, Field, Group, Section, Slot};

/// The strongest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Optional,
    /// Where a condition of the pack holds.
    Sometimes,
    Required,
}

impl Need {
    fn of(required: bool, when: Option<&Condition>, shown: Option<&Condition>) -> Self {
        match (required, when, shown) {
            (_, Some(_), _) | (true, None, Some(_)) => Self::Sometimes,
            (true, None, None) => Self::Required,
            (false, None, _) => Self::Optional,
        }
    }

    pub fn of_field(field: &Field) -> Self {
        Self::of(field.required || field.must_be_true, field.required_when.as_ref(), field.shown.as_ref())
    }

    pub fn of_scan(slot: &Slot) -> Self {
        Self::of(slot.required, slot.required_when.as_ref(), slot.shown.as_ref())
    }

    fn of_rows(group: &Group) -> Self {
        Self::of(group.min > 0 || group.fixed_rows.is_some(), None, group.shown.as_ref())
    }

    /// A section that says nothing of itself is needed as much as its parts are.
    pub fn of_section(section: &Section) -> Self {
        if section.optional || section.required_when.is_some() {
            return Self::of(false, section.required_when.as_ref(), None);
        }
        let fields = section.fields.iter();
        let fields = fields.map(|field| Self::of_field(field).within([&field.required_when, &field.shown]));
        let scans = section.slots.iter();
        let scans = scans.map(|slot| Self::of_scan(slot).within([&slot.required_when, &slot.shown]));
        let rows = section.groups.iter().map(|group| Self::of_rows(group).within([&group.shown, &None]));
        fields.chain(scans).chain(rows).max().unwrap_or(Self::Optional)
    }

    /// A part that hangs on another part of its section, such as a tick that stands for its rows, asks everybody for
    /// one of the two.
    fn within(self, conditions: [&Option<Condition>; 2]) -> Self {
        let mut fields = conditions.into_iter().flatten().flat_map(Condition::fields);
        match self {
            Self::Sometimes if fields.all(|field| field.parts().0.is_none()) => Self::Required,
            Self::Optional | Self::Sometimes | Self::Required => self,
        }
    }
}
