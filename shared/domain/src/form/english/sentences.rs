//! The sentences with their gaps: `{label}` of the field, group or slot, `{row}` and the problem's `{detail}`; the
//! others are numbers of the pack.

pub(super) const MONTH_PRECISION: &str = "“{label}” is in the same month as the current title and counts as its last day. Make sure that it came after the title.";
pub(super) const LAST_MONTH: &str = "“{label}” is in the month of today (the closing day of the material) and counts as its first day. Make sure that it is not later.";
pub(super) const USC_CODE: &str = "“{label}” is wrong. Compare it character by character with the business licence or registration certificate.";
pub(super) const TOO_FEW_ROWS: &str =
    "Please enter at least {rows_min} under “{label}”; there are {detail}.{or_none}";
pub(super) const TOO_MANY_ROWS: &str = "“{label}” takes at most {rows_max}. Delete the others.";
pub(super) const OVER_LIMIT_REASON: &str =
    "There are more entries than the rules provide for. Please fill in “{label}”.";
pub(super) const OVER_LIMIT: &str =
    "There are more entries than the rules provide for. Reviewers will see the reason that you give.";
pub(super) const EXACTLY_ONE: &str = "Choose exactly one entry of “{label}”; {detail} are chosen.";
pub(super) const DUPLICATE: &str = "“{label}” is entered twice. Delete one.";
pub(super) const TOO_MANY_FILES: &str = "“{label}” takes at most {files_max}. Delete the others.";
pub(super) const FILE_KIND: &str = "Choose what kind of document “{detail}” is.";
pub(super) const FILE_DESCRIPTION: &str = "Describe “{detail}”.";
pub(super) const COPY_STAMPS: &str =
    "“{detail}” is a copy: it must bear both the verification stamp and the employer’s seal. Tick both.";
pub(super) const COPY_REASON: &str = "“{detail}” is a copy: say why there is no original.";
pub(super) const NOT_MARKED: &str =
    "“{detail}” should be the contents page with your paper. Mark the title of the paper and tick it.";
pub(super) const SCAN_SMALL: &str =
    "“{detail}” has few pixels and may not be legible. Scan it again at a higher resolution.";
pub(super) const SCAN_BLANK: &str =
    "“{detail}” is almost blank. Make sure that the right side of the page was scanned.";
pub(super) const NO_RED: &str =
    "No red seal was found on “{detail}”. Scan the original with its red seal in colour.";
pub(super) const SAME_FILE: &str =
    "“{detail}” is the same file as one that you uploaded elsewhere. Make sure that it is the right one.";
pub(super) const SPECIALTY: &str =
    "The specialty is not in the committee’s list. If there is no exact one, choose the closest.";
pub(super) const DUAL_DIRECTED: &str =
    "Only applicants of certain counties may choose “{label}”. Answer “No”.";
pub(super) const IDENTITY: &str = "The nature of employment differs from the employer’s registered one. Check it by your employment relationship; the employer has to confirm it.";
pub(super) const NO_TITLE: &str = "Answer “No” to “{label}”: qualified applicants for Assistant Engineer apply in the ordinary way, and a transfer evaluation rests on a title that is held.";
pub(super) const LEVEL_SKIP: &str = "Titles are applied for level by level: a promotion needs the title one level below, a transfer evaluation one of the same level, and years of work without a title lead to the middle level only. Check “{label}”, or apply as an exception if you qualify.";
pub(super) const EXCEPTIONAL_SKIP: &str = "The current title and the one applied for do not follow level by level; the application is reviewed as an exception. Please check that section 10 says why.";
pub(super) const MAJOR: &str = "The subject of the education that the application stands on seems far from the specialty applied for. Please check; go on if it is related.";
pub(super) const PROOF_PATH: &str = "As a rule applicants of private companies and social organisations prove it by their labour contract and social insurance, those of state employers by establishment or appointment. Please check “{label}”.";
pub(super) const OTHER_SERIES: &str = "The current title is of another series. As a rule the mode is then transfer evaluation or second title. Please check.";
pub(super) const TITLE_EARLY: &str =
    "The current title is earlier than the graduation on which the application rests. Please check.";
pub(super) const TITLE_LEVEL: &str =
    "The name of the current title and its level do not agree. Compare them with the certificate.";
pub(super) const SENIORITY: &str = "The years of service do not suffice, or the rules name none for this education and title. If you qualify, apply as an exception.";
pub(super) const COURSE: &str =
    "Press “Look up”. If no pass is found, complete the common course and its examination first.";
pub(super) const COURSE_UNKNOWN: &str = "The service for the common course is not available. You may submit, and the employer will verify by hand; or press “Look up” again later.";
pub(super) const INDUSTRY_COURSES: &str =
    "Enter your industry continuing education, or tick that you have completed what is required.";
pub(super) const COURSE_HOURS: &str = "As a rule at least {course_hours} class hours a year in the profession. Please check that all courses are entered.";
pub(super) const SERIAL: &str = "Give the CN or ISSN number of the journal (see its copyright page).";
pub(super) const RANK: &str = "“{label}” contradicts the other numbers: a first author ranks 1, a sole author is alone, and no rank exceeds its total.";
pub(super) const ONGOING: &str = "The chosen criterion does not count a project that continues. Enter when it was completed, or choose another criterion.";
pub(super) const CAREER_GAP: &str = "There is a gap before this period. Please complete or check it.";
pub(super) const CAREER_OVERLAP: &str = "This period begins before the previous one ends. Please check.";
pub(super) const CAREER_PRESENT: &str =
    "The history must reach the present: add the latest period, or choose “to present” as its end.";
pub(super) const NOT_ELIGIBLE: &str = "You cannot apply while a demerit or heavier sanction is in force, nor while you are recorded in the integrity archive (Order No. 40). If this was entered by mistake, please correct it.";
pub(super) const INSURANCE_MONTHS: &str = "{insurance_months} consecutive months before the month of the application are needed ({range}). Missing: {detail}. Months that the register filled in change when you press “Look up” again.";
pub(super) const COVERING: &str = " It must cover {range}.";
pub(super) const INSURED_PERSON: &str =
    "The insured person must be the applicant. Check the proof of insurance.";
pub(super) const SIGNED_NAME: &str = "The signature must be the applicant’s name.";
pub(super) const REDECLARE: &str =
    "Something was changed after the declaration. Check it, then tick and sign the declaration again.";
pub(super) const NOT_CHECKED: &str = "Check “{row}” and enter the result.";
pub(super) const CHECK_FAILED: &str = "“{row}” has a problem. Return the application for correction.";
pub(super) const PUBLICITY_SHORT: &str = "The publicity must last at least {publicity_days} working days (weekends and public holidays do not count).";
pub(super) const PUBLICITY_NOT_OVER: &str =
    "The publicity is not over. Fill in its outcome after the last day.";
pub(super) const NO_CALENDAR: &str = "The public holidays of this year have not been published, so working days cannot be counted. Please contact the platform administrator.";
pub(super) const SMALL_DEFENSE_PANEL: &str =
    "The defence panel needs at least {defense_panel} members; there are {detail}.";
pub(super) const DEFENSE_AFTER: &str =
    "The defence must take place before the deliberation. Please check dates and times.";
pub(super) const SMALL_PANEL: &str =
    "The recommendation panel needs at least {panel} different members; there are {detail}.";
pub(super) const ONE_LEADER: &str = "The recommendation panel needs exactly one head; {detail} are chosen.";
pub(super) const CONCLUSION: &str =
    "The conclusion does not fit whether there was an objection. Please check both.";
pub(super) const PRESENT: &str =
    "The members present must be those who are marked as attending, the leader among them.";
pub(super) const VOTES: &str = "Votes for, against and abstentions must add up to the members present; a recommendation needs more than half.";
pub(super) const APPRAISAL: &str = "Fill in the appraisal of {row}.";
pub(super) const OWN_REVIEW: &str = "“{label}”: this is the applicant’s name, and nobody reviews their own application. Enter somebody else. If it is another person of the same name, add the department after the name.";
pub(super) const TRIVIAL_OPINION: &str =
    "“{label}” cannot simply say “recommended”. Please assess the applicant in detail.";
pub(super) const SAME_OPINION: &str =
    "“{label}” says the same as another part. Please assess each on its own.";
