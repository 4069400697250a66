//! Letters to sign say something, ask only for what is known, and stand where they can be downloaded.

use super::{Faults, PackFault};
use crate::letter;
use crate::placeholders::listed;
use crate::policy::{Letter, Policy};

pub(super) fn letters_can_be_filled(policy: &Policy, found: &mut Faults) {
    for section in &policy.sections {
        for slot in &section.slots {
            if let Some(letter) = &slot.letter {
                of_letter(letter, &format!("{}.slots.{}.letter", section.id, slot.id), found);
            }
        }
        for group in &section.groups {
            for slot in group.slots.iter().filter(|slot| slot.letter.is_some()) {
                let place = format!("{}.{}.slots.{}.letter", section.id, group.id, slot.id);
                let what = "a letter is of the whole application, and this slot is of a row";
                found.push(PackFault::new(place, what, "move the slot out of the group"));
            }
        }
    }
}

fn of_letter(letter: &Letter, place: &str, found: &mut Faults) {
    if letter.paragraphs.is_empty() {
        let place = format!("{place}.paragraphs");
        found.push(PackFault::new(place, "the letter says nothing", "write a paragraph"));
    }
    let paragraphs = letter.paragraphs.iter().enumerate();
    let paragraphs = paragraphs.map(|(i, text)| (format!("{place}.paragraphs.{}", i + 1), text));
    for (place, text) in [(format!("{place}.title"), &letter.title)].into_iter().chain(paragraphs) {
        if let Some(misfit) = letter::misfit(text) {
            let remedy = format!("write one of {}", listed(letter::placeholders()));
            found.push(PackFault::new(place, misfit.said_of("letter"), remedy));
        }
    }
}
