//! Scans in their slots, declared well and badly.

use crate::dice::Dice;
use crate::text;
use chrono::DateTime;
use domain::form::{Case, CopyKind, Here, Place, Row, Scan, ScanFacts};
use domain::ids::ScanId;
use domain::pack::Slot;

pub(crate) fn random(dice: &mut Dice, case: &Case<'_>, care: u32) -> Vec<Scan> {
    let mut scans = Vec::new();
    for section in case.pack.sections.iter().filter(|section| case.is_asked(section)) {
        let here = Here { section: &section.id, row: None };
        fill(dice, case, care, here, &section.slots, &mut scans);
        for group in section.groups.iter().filter(|group| !group.slots.is_empty()) {
            for row in case.rows(&section.id, &group.id) {
                fill(dice, case, care, Here { row: Some(row), ..here }, &group.slots, &mut scans);
            }
        }
    }
    scans
}

fn fill(dice: &mut Dice, case: &Case<'_>, care: u32, here: Here<'_>, slots: &[Slot], scans: &mut Vec<Scan>) {
    for slot in slots {
        let asked = case.shown(here, slot.shown.as_ref());
        let n_scans = match dice.below(100) {
            _ if !asked => u32::from(dice.percent(2)),
            0 => u32::try_from(slot.max).unwrap_or_default() + 1,
            1..3 => 2,
            3..100 => u32::from(dice.percent(care)),
            100.. => 0,
        };
        for _ in 0..n_scans.min(20) {
            let place = Place {
                section: here.section.to_owned(),
                row: here.row.map(|row: &Row| row.id.clone()),
                slot: slot.id.clone(),
            };
            scans.push(scan(dice, care, slot, place, scans.len()));
        }
    }
}

fn scan(dice: &mut Dice, care: u32, slot: &Slot, place: Place, n: usize) -> Scan {
    let kind = match dice.pick(&slot.kinds) {
        Some(kind) if dice.percent(care) => kind.value.clone(),
        Some(_) | None => dice.one_of(&["", "其他", "Other "]),
    };
    let description =
        if dice.percent(care) { text::prose(dice, 6) } else { dice.one_of(&["", " ", "\u{3000}"]) };
    Scan {
        id: ScanId::new(format!("f{n}")),
        place,
        file_name: file_name(dice),
        media_type: dice.one_of(&["application/pdf", "image/jpeg", "image/png", "text/html"]),
        bytes: dice.below(20_000_000).into(),
        sha256: format!("{:064x}", if dice.percent(2) { 1 } else { dice.below(u32::MAX) }),
        copy_kind: copy_kind(dice, care),
        kind,
        description,
        marked: dice.percent(care),
        facts: facts(dice, care),
        rotation: None,
        uploaded_at: DateTime::default(),
    }
}

fn file_name(dice: &mut Dice) -> String {
    if dice.percent(95) {
        return dice.one_of(&["扫描件.pdf", "封面.jpg", "目录 (1).png", "IMG_0001.JPG"]);
    }
    dice.one_of(&[
        "../../x",
        "证\r\n明.pdf",
        "\u{202e}fdp.exe",
        "👩‍🔬.png",
        "",
        "\"><script>.pdf",
        "名\u{0}.pdf",
    ])
}

/// Nothing is known of a scan from before the inspection.
fn facts(dice: &mut Dice, care: u32) -> ScanFacts {
    match dice.below(4) {
        0 => ScanFacts::default(),
        1 => ScanFacts { pages: Some(1 + dice.below(60)), ..ScanFacts::default() },
        2.. => ScanFacts {
            pages: None,
            width: Some(if dice.percent(care) { 1_600 } else { 1 + dice.below(2_000) }),
            height: Some(if dice.percent(care) { 1_200 } else { 1 + dice.below(2_000) }),
            white: Some(if dice.percent(care) { 9_500 } else { white_share(dice) }),
            red: Some(if dice.percent(care) { 20 } else { red_share(dice) }),
        },
    }
}

/// Returns ten-thousandths, most of them near the limit.
fn white_share(dice: &mut Dice) -> u16 {
    dice.pick(&[0, 9_799, 9_800, 9_801, 10_000]).copied().unwrap_or_default()
}

fn red_share(dice: &mut Dice) -> u16 {
    dice.pick(&[0, 1, 2, 10_000]).copied().unwrap_or_default()
}

fn copy_kind(dice: &mut Dice, care: u32) -> CopyKind {
    if dice.percent(85) {
        return CopyKind::Original;
    }
    CopyKind::StampedCopy {
        verification_stamp: dice.percent(care),
        unit_seal: dice.percent(care),
        no_original_reason: if dice.percent(care) {
            "原件已交档案室".into()
        } else {
            dice.one_of(&["", " \t", "\u{a0}"])
        },
    }
}
