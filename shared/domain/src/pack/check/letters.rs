//! Letters to sign say something, ask only for what is known, and stand where they can be downloaded.

use super::{Faults, PackFault, one_of};
use crate::letter;
use crate::pack::{Letter, Pack};
use crate::placeholders::listed;

pub(super) fn letters_can_be_filled(pack: &Pack, found: &mut Faults) {
    for section in &pack.sections {
        for slot in &section.slots {
            if let Some(letter) = &slot.letter {
                of_letter(letter, &format!("{}.slots.{}.letter", section.id, slot.id), found);
            }
        }
        for group in &section.groups {
            for slot in group.slots.iter().filter(|slot| slot.letter.is_some()) {
                let place = format!("{}.{}.slots.{}.letter", section.id, group.id, slot.id);
                let what = "要签名的文书属于整份申报，这里却是逐行的上传位置";
                found.push(PackFault::new(place, what, "把这个上传位置移到组外"));
            }
        }
    }
}

fn of_letter(letter: &Letter, place: &str, found: &mut Faults) {
    if letter.paragraphs.is_empty() {
        let place = format!("{place}.paragraphs");
        found.push(PackFault::new(place, "文书没有正文", "写一段正文"));
    }
    let paragraphs = letter.paragraphs.iter().enumerate();
    let paragraphs = paragraphs.map(|(i, text)| (format!("{place}.paragraphs.{}", i + 1), text));
    for (place, text) in [(format!("{place}.title"), &letter.title)].into_iter().chain(paragraphs) {
        if let Some(misfit) = letter::misfit(text) {
            let remedy = one_of(&listed(letter::placeholders()));
            found.push(PackFault::new(place, misfit.said_of("文书"), remedy));
        }
    }
}
