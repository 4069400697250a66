//! The form: fields, rows, scans, saving, problems; the section and the submit page. The words of each language
//! have their own file.

#[derive(Debug)]
pub struct FormTexts {
    pub field: FieldTexts,
    pub rows: RowTexts,
    pub scans: ScanTexts,
    pub saving: SavingTexts,
    pub problems: ProblemTexts,
    pub section: SectionTexts,
    pub submit: SubmitTexts,
    pub preview: PreviewTexts,
}

#[derive(Debug)]
pub struct FieldTexts {
    pub required: &'static str,
    pub optional: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub choose: &'static str,
    pub filter: &'static str,
    pub no_match: &'static str,
    pub until_now: &'static str,
    pub month_only: &'static str,
    pub filled_by_system: &'static str,
    pub computed: &'static str,
    pub empty: &'static str,
    /// Said of a field that the system fills in.
    pub nothing: &'static str,
    pub chars_written: fn(usize) -> String,
    pub chars_min: fn(usize) -> String,
    pub chars_max: fn(usize) -> String,
    /// Year and number of a month.
    pub month: fn(&str, &str) -> String,
}

#[derive(Debug)]
pub struct RowTexts {
    pub add: fn(&str) -> String,
    pub remove: &'static str,
    pub undo: &'static str,
    pub removed: fn(&str) -> String,
    pub up: &'static str,
    pub down: &'static str,
    pub first: &'static str,
    pub drag: &'static str,
    /// Which row, and its place counted from 1.
    pub moved: fn(&str, usize) -> String,
    /// The kind of a row, its place and the words that head it.
    pub named: fn(&str, usize, &str) -> String,
    pub importance: fn(usize) -> String,
    pub untitled: &'static str,
    pub none_yet: &'static str,
    pub at_most: fn(usize) -> String,
}

#[derive(Debug)]
pub struct ScanTexts {
    pub heading: &'static str,
    pub choose: &'static str,
    pub choose_more: &'static str,
    pub accepted: &'static str,
    pub accepted_images: &'static str,
    /// The types that are accepted, how large and how many.
    pub limits: fn(&str, &str, usize) -> String,
    pub one_of: &'static str,
    pub hashing: &'static str,
    pub sending: &'static str,
    pub confirming: &'static str,
    pub saving_first: &'static str,
    pub save_first_failed: &'static str,
    pub letter: &'static str,
    pub cancel: &'static str,
    pub retry: &'static str,
    pub give_up: &'static str,
    pub failed: &'static str,
    pub unreadable: &'static str,
    pub wrong_type: &'static str,
    pub wrong_type_image: &'static str,
    pub too_large: fn(&str) -> String,
    pub empty_file: &'static str,
    pub too_many: fn(usize) -> String,
    /// How large, and of how many pages if there are several.
    pub size: fn(&str, Option<u32>) -> String,
    pub open: &'static str,
    pub close: &'static str,
    pub download: &'static str,
    pub opening: &'static str,
    pub turn_left: &'static str,
    pub turn_right: &'static str,
    /// Clockwise, in degrees.
    pub turned: fn(u16) -> String,
    pub remove: &'static str,
    pub remove_sure: &'static str,
    pub remove_yes: &'static str,
    pub keep: &'static str,
    pub declaration: &'static str,
    pub original: &'static str,
    pub copy: &'static str,
    pub verification_stamp: &'static str,
    pub unit_seal: &'static str,
    pub no_original_reason: &'static str,
    pub kind: &'static str,
    pub description: &'static str,
    pub marked: &'static str,
    pub original_badge: &'static str,
    pub copy_badge: &'static str,
    pub none: &'static str,
    pub left_over: &'static str,
    pub left_over_help: &'static str,
}

#[derive(Debug)]
pub struct SavingTexts {
    pub saving: &'static str,
    pub saved: &'static str,
    pub nothing_saved: &'static str,
    pub dirty: &'static str,
    /// Without a network or a working server: kept on this machine, or only on this page.
    pub offline: &'static str,
    /// While nothing waits to be saved.
    pub offline_now: &'static str,
    pub offline_unkept: &'static str,
    pub signed_out: &'static str,
    pub signed_out_unkept: &'static str,
    pub sign_in_here: &'static str,
    pub sign_in_heading: &'static str,
    /// The name and the masked number of whoever typed.
    pub sign_in_text: fn(&str, &str) -> String,
    pub other_account: fn(&str) -> String,
    pub not_now: &'static str,
    pub restored: &'static str,
    pub unsaved_heading: &'static str,
    pub unsaved_text: &'static str,
    /// Before the names of sections.
    pub unsaved_in: &'static str,
    pub sign_out_anyway: &'static str,
    /// Why a step is not taken: sections follow.
    pub unsaved: &'static str,
    pub conflict: &'static str,
    pub to_conflict: &'static str,
    pub conflict_heading: &'static str,
    pub conflict_text: &'static str,
    pub mine: &'static str,
    pub theirs: &'static str,
    pub keep_mine: &'static str,
    pub take_theirs: &'static str,
    pub keep_all_mine: &'static str,
    pub take_all_theirs: &'static str,
    pub row_removed: &'static str,
    pub whole_row: &'static str,
    pub order_of: fn(&str) -> String,
}

#[derive(Debug)]
pub struct ProblemTexts {
    pub errors: fn(usize) -> String,
    pub warnings: fn(usize) -> String,
    pub error_prefix: &'static str,
    pub warning_prefix: &'static str,
}

#[derive(Debug)]
pub struct SectionTexts {
    /// How many sections there are.
    pub list: fn(usize) -> String,
    pub list_title: &'static str,
    pub skip_list: &'static str,
    pub done: &'static str,
    pub steps: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub check_and_submit: &'static str,
    pub not_required: &'static str,
    pub optional: &'static str,
    pub read_only: &'static str,
    pub looking_up: &'static str,
    /// Before the fields whose typed text a register replaced, with that text.
    pub replaced: &'static str,
    pub look_up_first: (&'static str, &'static str),
    pub service_down: &'static str,
    pub unknown: &'static str,
}

#[derive(Debug)]
pub struct SubmitTexts {
    pub title: &'static str,
    pub complete: fn(usize) -> String,
    pub incomplete: &'static str,
    pub unsaved: &'static str,
    pub unsaved_elsewhere: &'static str,
    pub unsaved_reason: &'static str,
    pub unanswered_reason: &'static str,
    /// Names the last day, which is over.
    pub late: fn(&str) -> String,
    /// Before the sections with scans on their way.
    pub sending: &'static str,
    pub sending_reason: &'static str,
    pub give_up_failed: &'static str,
    pub scans: &'static str,
    pub scans_of: fn(usize) -> String,
    pub to_do: &'static str,
    pub to_do_text: (&'static str, &'static str),
    pub returned_by: &'static str,
    pub answer: &'static str,
    pub answer_help: &'static str,
    pub submit: &'static str,
    pub sure: &'static str,
    pub yes: &'static str,
    pub not_yet: &'static str,
    pub submitting: &'static str,
    /// Nothing answered: whether it was submitted is not known.
    pub unanswered: &'static str,
    pub look: &'static str,
    pub still_unanswered: &'static str,
    pub not_submitted: &'static str,
    pub submitted: &'static str,
    pub not_open: &'static str,
    pub over: &'static str,
    pub to_progress: &'static str,
}

#[derive(Debug)]
pub struct PreviewTexts {
    pub title: &'static str,
    pub link: &'static str,
    /// Once it is no longer edited.
    pub link_submitted: &'static str,
    pub print: &'static str,
}
