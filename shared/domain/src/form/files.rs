//! Is every scan that is asked for there, declared and described?

use super::{Attachment, Case, Code, CopyKind, Detail, Here, Problem, Spot, scans};
use crate::policy::{Section, Slot};

pub(super) fn check_section(case: &Case<'_>, section: &Section, found: &mut Vec<Problem>) {
    let here = Here { section: &section.id, row: None };
    check_slots(case, here, &section.slots, &Spot::section(&section.id), found);
    for group in &section.groups {
        if !case.shown(here, group.shown.as_ref()) {
            continue;
        }
        for row in case.rows(&section.id, &group.id) {
            let spot = Spot::group(&section.id, &group.id).in_row(&group.id, &row.id);
            check_slots(case, Here { row: Some(row), ..here }, &group.slots, &spot, found);
        }
    }
}

fn check_slots(case: &Case<'_>, here: Here<'_>, slots: &[Slot], at: &Spot, found: &mut Vec<Problem>) {
    let shown = || slots.iter().filter(|slot| case.shown(here, slot.shown.as_ref()));
    for slot in shown() {
        let spot = Spot { slot: Some(slot.id.clone()), ..at.clone() };
        let files = files_in(case, here, slot);
        let others = || shown().filter(|other| other.one_of.is_some() && other.one_of == slot.one_of);
        let answered = !files.is_empty() || others().any(|other| !files_in(case, here, other).is_empty());
        let first = others().next().is_none_or(|other| other.id == slot.id);
        if !answered && first && case.required(here, slot.required, slot.required_when.as_ref()) {
            let names: Vec<&str> = others().map(|other| other.label.as_str()).collect();
            let names = if names.is_empty() { slot.label.clone() } else { names.join("”或“") };
            found.push(Problem::error(Code::EFileMissing, spot.clone(), &slot.rule, asked_for(&names)));
        }
        if files.len() > slot.max {
            let message = format!("“{}”最多{}个文件，请删去多余的文件", slot.label, slot.max);
            found.push(Problem::error(Code::ETooManyFiles, spot.clone(), &slot.rule, message));
        }
        for file in files {
            check_declaration(slot, file, &spot, found);
            scans::check(case, slot, file, &spot, found);
        }
    }
}

fn files_in<'a>(case: &Case<'a>, here: Here<'_>, slot: &Slot) -> Vec<&'a Attachment> {
    case.files_at(here.section, here.row.map(|row| &row.id), &slot.id).collect()
}

fn asked_for(names: &str) -> String {
    let is_named = names.ends_with("扫描件") || names.ends_with("截图") || names.ends_with("照片");
    if is_named { format!("请上传“{names}”") } else { format!("请上传“{names}”的扫描件") }
}

fn check_declaration(slot: &Slot, file: &Attachment, spot: &Spot, found: &mut Vec<Problem>) {
    let name = &file.file_name;
    let mut report = |problem: Problem| found.push(problem.with(Detail::File(name.clone())));
    let refusal = |code: Code, rule: &str, message: String| Problem::error(code, spot.clone(), rule, message);
    if let CopyKind::StampedCopy { verification_stamp, unit_seal, no_original_reason } = &file.copy_kind {
        if !(*verification_stamp && *unit_seal) {
            let message = format!("“{name}”是复印件，须同时加盖核验章和单位公章并勾选确认");
            report(refusal(Code::ECopyStamps, "R67", message));
        }
        if no_original_reason.trim().is_empty() {
            let message = format!("“{name}”是复印件，请说明无原件的原因");
            report(refusal(Code::ECopyReason, "R67", message));
        }
    }
    if slot.described && file.description.trim().is_empty() {
        report(refusal(Code::EFileDescription, &slot.rule, format!("请为“{name}”填写说明")));
    }
    if !slot.kinds.is_empty() && !slot.kinds.iter().any(|kind| kind.value == file.kind) {
        report(refusal(Code::EFileKind, &slot.rule, format!("请选择“{name}”属于哪一类材料")));
    }
    if slot.marked && !file.marked {
        let message = format!("“{name}”一般应为论文所在的目录页，请在论文标题处做好标记并勾选");
        report(Problem::warning(Code::WNotMarked, spot.clone(), "R41", message));
    }
}
