//! The conditions of a step: its words and its guard.

use super::application::Application;
use super::circumstances::Circumstances;
use super::moves::{Guard, Move, Words};
use super::returns::{ReturnItem, says_enough};
use super::state::{State, UnitWork};
use super::step::{Refusal, Step};
use super::{due, withdrawal};
use crate::form::{Problem, count, problems, section_problems};
use crate::named;
use crate::pack::FilledBy;
use crate::publicity;
use chrono::NaiveDate;

/// Refuses the step if the words or the guard of its row are not met.
pub(super) fn check(
    application: &Application,
    step: &Step,
    taken: &Move,
    at: &Circumstances<'_>,
) -> Result<(), Refusal> {
    withdrawal::check(application, taken)?;
    check_words(application, step, taken.words, at)?;
    match taken.guard {
        Guard::None | Guard::Unopened | Guard::WithdrawalAsked => Ok(()),
        Guard::TimeLeft => check_time_left(application, at),
        Guard::Submission => check_submission(application, at),
        Guard::Checked => {
            complete(at, named::unit_check::ID)?;
            check_table(application, at)?;
            check_plan(application, at)
        }
        Guard::Posted => application.hanging().map(|_| ()).ok_or(Refusal::TableMissing),
        Guard::Publicity => {
            complete(at, named::publicity::ID)?;
            check_table(application, at)?;
            check_plan(application, at)?;
            check_objection(at)
        }
        Guard::Recommendation => check_recommendation(application, at),
        Guard::Publicised => check_publicised(application, at),
        Guard::Fee => {
            check_publicised(application, at)?;
            fee(application, at).map(|_| ())
        }
        Guard::Late => check_late(application, at),
    }
}

fn check_words(
    application: &Application,
    step: &Step,
    words: Words,
    at: &Circumstances<'_>,
) -> Result<(), Refusal> {
    let min = words.min_chars(at.case.pack);
    match words {
        Words::Opinion if !says_enough(&step.opinion, min) => Err(Refusal::OpinionMissing),
        Words::Reasons(part) => check_reasons(step, part, at),
        Words::Basis => check_basis(step, min, at),
        Words::Answers => check_answers(application, step),
        Words::None | Words::Optional | Words::Opinion => Ok(()),
    }
}

/// A refusal names its basis and explains it: it is final for the year.
fn check_basis(step: &Step, min: usize, at: &Circumstances<'_>) -> Result<(), Refusal> {
    if !at.case.pack.refusal_bases().iter().any(|basis| basis.value == step.basis) {
        return Err(Refusal::BasisMissing);
    }
    if says_enough(&step.opinion, min) {
        Ok(())
    } else {
        Err(Refusal::RefusalUnexplained { min: count(min) })
    }
}

/// Every reason of the open return has its answer, in the order of the reasons.
fn check_answers(application: &Application, step: &Step) -> Result<(), Refusal> {
    let n_asked = application.open_return.as_ref().map_or(0, |open| open.items.len());
    let answered = |i: usize| step.answers.get(i).is_some_and(|answer| !answer.trim().is_empty());
    if (0..n_asked).all(answered) { Ok(()) } else { Err(Refusal::AnswersMissing) }
}

/// Each reason has a place, a kind and words, and the place is one that its receiver fills in (§5.5).
fn check_reasons(step: &Step, part: FilledBy, at: &Circumstances<'_>) -> Result<(), Refusal> {
    let deadline = at.batch.final_correction_deadline;
    if at.case.today > deadline {
        return Err(Refusal::NoTimeToCorrect { deadline });
    }
    let pack = at.case.pack;
    let is_known = |code: &str| pack.return_codes.iter().any(|known| known.value == code);
    let is_whole =
        |item: &ReturnItem| !item.spot.section.is_empty() && item.is_explained() && is_known(&item.code);
    if step.reasons.is_empty() || !step.reasons.iter().all(is_whole) {
        return Err(Refusal::ReasonsMissing);
    }
    let filled_by = |item: &ReturnItem| pack.section(&item.spot.section).map(|section| section.filled_by);
    let is_there = |item: &ReturnItem| filled_by(item) == Some(part);
    if step.reasons.iter().all(is_there) { Ok(()) } else { Err(Refusal::ReasonsElsewhere) }
}

/// T2 and T16.
fn check_submission(application: &Application, at: &Circumstances<'_>) -> Result<(), Refusal> {
    check_in_time(application, at)?;
    refuse_errors(FilledBy::Applicant, problems(&at.case, FilledBy::Applicant))
}

/// T8 and T15: publicity ∧ defence ∧ deliberation ∧ appraisal ∧ opinion (R92), for the data as it is now.
fn check_recommendation(application: &Application, at: &Circumstances<'_>) -> Result<(), Refusal> {
    check_publicised(application, at)?;
    refuse_errors(FilledBy::Unit, problems(&at.case, FilledBy::Unit))?;
    check_conclusions(at)?;
    // What was corrected was in time when it was forwarded first (§5.6).
    if application.state == State::Unit(UnitWork::Recommend) && application.version > 1 {
        return Ok(());
    }
    check_in_time(application, at)
}

/// A publicity of what the application says now has been up long enough, is over and was not objected to (R77).
fn check_publicised(application: &Application, at: &Circumstances<'_>) -> Result<(), Refusal> {
    if complete(at, named::publicity::ID).is_err() {
        return Err(not_publicised(at));
    }
    check_table(application, at)?;
    check_objection(at)
}

pub(super) fn not_publicised(at: &Circumstances<'_>) -> Refusal {
    Refusal::NotPublicised { days: at.case.pack.batch.min_publicity_working_days }
}

/// The last day itself is in time.
fn check_in_time(application: &Application, at: &Circumstances<'_>) -> Result<(), Refusal> {
    require_in_time(application.due(at.case.pack, at.batch), at)
}

fn require_in_time(due: Option<NaiveDate>, at: &Circumstances<'_>) -> Result<(), Refusal> {
    match due {
        Some(deadline) if at.case.today > deadline => Err(Refusal::TooLate { deadline }),
        Some(_) | None => Ok(()),
    }
}

/// Reopened today, the application is not late at once.
fn check_time_left(application: &Application, at: &Circumstances<'_>) -> Result<(), Refusal> {
    let reopened = application.ended_in.unwrap_or(application.state);
    require_in_time(due::due(reopened, at.case.today, at.case.pack, at.batch), at)
}

/// T21 and T28: the last day itself is not late.
fn check_late(application: &Application, at: &Circumstances<'_>) -> Result<(), Refusal> {
    match application.due(at.case.pack, at.batch) {
        Some(deadline) if at.case.today <= deadline => Err(Refusal::NotLate { deadline }),
        Some(_) | None => Ok(()),
    }
}

/// The form stays open after the publicity, so each later step of the unit asks again.
fn check_objection(at: &Circumstances<'_>) -> Result<(), Refusal> {
    match at.case.value(named::publicity::ID, named::publicity::CONCLUSION) {
        named::publicity::UPHELD => Err(Refusal::ObjectionUpheld),
        _ => Ok(()),
    }
}

/// Refuses an applicant against whom the group or the unit speaks.
fn check_conclusions(at: &Circumstances<'_>) -> Result<(), Refusal> {
    if at.case.value(named::deliberation::ID, named::deliberation::RESULT)
        == named::deliberation::NOT_RECOMMENDED
    {
        return Err(Refusal::NotRecommended);
    }
    if at.case.value(named::unit_recommendation::ID, named::unit_recommendation::CONCLUSION)
        == named::unit_recommendation::NOT_RECOMMEND
    {
        return Err(Refusal::UnitNotRecommended);
    }
    Ok(())
}

/// The posted table shows what the application says now.
fn check_table(application: &Application, at: &Circumstances<'_>) -> Result<(), Refusal> {
    let hash = publicity::payload_hash(&publicity::payload(&at.case));
    let posted = application.posted.as_ref().filter(|posted| !posted.voided).ok_or(Refusal::TableMissing)?;
    if posted.payload_hash == hash { Ok(()) } else { Err(Refusal::PublicityOutdated) }
}

/// The sheet on the wall says where and until when it hangs, and whom to tell of an objection.
fn check_plan(application: &Application, at: &Circumstances<'_>) -> Result<(), Refusal> {
    let plan = publicity::plan_hash(&at.case);
    let is_printed = application.hanging().is_some_and(|posted| posted.plan_hash == plan);
    if is_printed { Ok(()) } else { Err(Refusal::PlanChanged) }
}

fn complete(at: &Circumstances<'_>, section: &str) -> Result<(), Refusal> {
    let section = at.case.pack.section(section);
    refuse_errors(
        FilledBy::Unit,
        section.map(|section| section_problems(&at.case, section)).unwrap_or_default(),
    )
}

fn refuse_errors(part: FilledBy, problems: Vec<Problem>) -> Result<(), Refusal> {
    let problems: Vec<Problem> = problems.into_iter().filter(Problem::is_error).collect();
    if problems.is_empty() { Ok(()) } else { Err(Refusal::Incomplete { part, problems }) }
}

/// The fee of the title's level, in fen.
pub(super) fn fee(application: &Application, at: &Circumstances<'_>) -> Result<u32, Refusal> {
    let level = at.case.pack.title(&application.target_title).map(|title| title.level);
    level.and_then(|level| at.batch.fees_fen.get(&level)).copied().ok_or(Refusal::FeeMissing)
}
