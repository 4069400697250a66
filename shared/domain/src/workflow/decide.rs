//! One step: may it be taken, and what does it write?

use super::route::rerouted;
use super::step::{Decision, LogEntry, Outgoing, Recipient, Refusal, Step};
use super::{Action, By, CaseFile, Move, OpenReturn, ReturnItem, Stage, State, Station, To, is_opinion};
use crate::batch::Batch;
use crate::dates;
use crate::form::{Case, Problem, problems, section_problems};
use crate::policy::FilledBy;
use crate::publicity;
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use std::collections::BTreeMap;

/// What a decision reads besides the file and the step.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    pub case: Case<'a>,
    pub batch: &'a Batch,
    /// As it would be frozen now; only a submission looks at it.
    pub route: &'a [Station],
    pub now: DateTime<FixedOffset>,
}

/// The only way in which an application changes its state.
pub fn decide(file: &CaseFile, step: &Step, by: By, at: &Circumstances<'_>) -> Result<Decision, Refusal> {
    let taken = find_move(file, step.action, at)?;
    if taken.by != by {
        return Err(Refusal::NotYours);
    }
    check_guard(file, step, taken, at)?;
    let mut next = file.clone();
    next.state = destination(file, taken);
    move_along(&mut next, step, taken, at);
    let order_fen = if step.action == Action::Approve { Some(fee(file, at)?) } else { None };
    let entry = log_entry(file, &mut next, step, by, at.now);
    Ok(Decision {
        outgoing: outgoing(&next, step, at),
        freezes_version: step.action == Action::Submit,
        order_fen,
        file: next,
        entry,
    })
}

/// Forwarding before publicity is refused by the seed's own sentence (R77), not as an unknown step.
fn find_move(file: &CaseFile, action: Action, at: &Circumstances<'_>) -> Result<&'static Move, Refusal> {
    file.state.find_move(action).ok_or(match (file.state, action) {
        (State::UnitReview | State::UnitPublicity, Action::Forward) => not_publicised(at),
        (state, action) => Refusal::NotPossible(state, action),
    })
}

fn not_publicised(at: &Circumstances<'_>) -> Refusal {
    Refusal::NotPublicised(at.case.policy.batch.min_publicity_working_days)
}

fn check_guard(file: &CaseFile, step: &Step, taken: &Move, at: &Circumstances<'_>) -> Result<(), Refusal> {
    match step.action {
        Action::Submit => check_submission(file, step, at),
        Action::Return | Action::ReturnToUnit => check_reasons(step, at),
        Action::StartPublicity => {
            complete(at, &["unit_check"])?;
            if file.posted.is_some() { current_payload(file, at) } else { Err(Refusal::TableMissing) }
        }
        Action::FinishPublicity => check_publicity(at),
        Action::Forward if taken.by == By::Stage(Stage::Unit) => check_recommendation(file, at),
        Action::Corrected => check_recommendation(file, at),
        Action::Forward | Action::Approve | Action::Refuse => check_opinion(step),
        Action::DeleteDraft
        | Action::RecordPaid
        | Action::VerifyPayment
        | Action::Expire
        | Action::Withdraw => Ok(()),
    }
}

/// T2 and T16. A file that is being corrected is governed by its own deadline (§5.6).
fn check_submission(file: &CaseFile, step: &Step, at: &Circumstances<'_>) -> Result<(), Refusal> {
    let deadline = match &file.open_return {
        Some(open) => {
            let answered = |i: usize| step.answers.get(i).is_some_and(|answer| !answer.trim().is_empty());
            if !(0..open.items.len()).all(answered) {
                return Err(Refusal::AnswersMissing);
            }
            open.deadline
        }
        None => at.batch.personal_deadline,
    };
    if at.case.today > deadline {
        return Err(Refusal::TooLate(dates::in_chinese(deadline)));
    }
    refuse_errors(FilledBy::Applicant, problems(&at.case, FilledBy::Applicant))
}

/// Each has a place, a kind and words, and the place is one that its receiver fills in (§5.5).
fn check_reasons(step: &Step, at: &Circumstances<'_>) -> Result<(), Refusal> {
    let policy = at.case.policy;
    let is_known = |code: &str| policy.return_codes.iter().any(|known| known.value == code);
    let is_whole =
        |item: &ReturnItem| !item.spot.section.is_empty() && item.is_explained() && is_known(&item.code);
    if step.reasons.is_empty() || !step.reasons.iter().all(is_whole) {
        return Err(Refusal::ReasonsMissing);
    }
    let filled_by = |item: &ReturnItem| policy.section(&item.spot.section).map(|section| section.filled_by);
    let is_there = |item: &ReturnItem| filled_by(item) == step.action.returned_part();
    if step.reasons.iter().all(is_there) { Ok(()) } else { Err(Refusal::ReasonsElsewhere) }
}

fn check_opinion(step: &Step) -> Result<(), Refusal> {
    if is_opinion(&step.opinion) { Ok(()) } else { Err(Refusal::OpinionMissing) }
}

/// T6: the period is over, long enough, and its outcome is recorded (R75–R77).
fn check_publicity(at: &Circumstances<'_>) -> Result<(), Refusal> {
    complete(at, &["publicity"])?;
    check_objection(at)
}

/// The form stays open after the publicity, so each later step of the unit asks again.
fn check_objection(at: &Circumstances<'_>) -> Result<(), Refusal> {
    match at.case.value("publicity", "conclusion") {
        "Upheld" => Err(Refusal::ObjectionUpheld),
        _ => Ok(()),
    }
}

/// Neither the group nor the unit speaks against the applicant whom the unit forwards.
fn check_conclusions(at: &Circumstances<'_>) -> Result<(), Refusal> {
    if at.case.value("deliberation", "result") == "NotRecommended" {
        return Err(Refusal::NotRecommended);
    }
    if at.case.value("unit_recommendation", "conclusion") == "NotRecommend" {
        return Err(Refusal::UnitNotRecommended);
    }
    Ok(())
}

/// T8: publicity ∧ defence ∧ deliberation ∧ appraisal ∧ opinion (R92), for the data as it is now.
fn check_recommendation(file: &CaseFile, at: &Circumstances<'_>) -> Result<(), Refusal> {
    if complete(at, &["publicity"]).is_err() {
        return Err(not_publicised(at));
    }
    current_payload(file, at)?;
    check_objection(at)?;
    refuse_errors(FilledBy::Unit, problems(&at.case, FilledBy::Unit))?;
    check_conclusions(at)?;
    let deadline = at.batch.unit_deadline;
    let in_time = file.version > 1 || at.case.today <= deadline;
    if in_time { Ok(()) } else { Err(Refusal::TooLate(dates::in_chinese(deadline))) }
}

/// The posted table shows what the file says now.
fn current_payload(file: &CaseFile, at: &Circumstances<'_>) -> Result<(), Refusal> {
    let hash = publicity::payload_hash(&publicity::payload(&at.case));
    let posted = file.posted.as_ref().is_some_and(|posted| posted.payload_hash == hash);
    if posted { Ok(()) } else { Err(Refusal::PublicityOutdated) }
}

fn complete(at: &Circumstances<'_>, sections: &[&str]) -> Result<(), Refusal> {
    let sections = sections.iter().filter_map(|id| at.case.policy.section(id));
    refuse_errors(FilledBy::Unit, sections.flat_map(|section| section_problems(&at.case, section)).collect())
}

fn refuse_errors(of: FilledBy, problems: Vec<Problem>) -> Result<(), Refusal> {
    let errors: Vec<Problem> = problems.into_iter().filter(Problem::is_error).collect();
    if errors.is_empty() { Ok(()) } else { Err(Refusal::Incomplete(of, errors)) }
}

fn fee(file: &CaseFile, at: &Circumstances<'_>) -> Result<u32, Refusal> {
    let level = at.case.policy.title(&file.target_title).map(|title| title.level);
    level.and_then(|level| at.batch.fees_fen.get(&level)).copied().ok_or(Refusal::FeeMissing)
}

fn destination(file: &CaseFile, taken: &Move) -> State {
    let station = match taken.to {
        To::State(state) => return state,
        To::NextStation => file.station + 1,
        To::ReturningStation => file.station,
    };
    file.route.get(station).map_or(State::SeriesReview, |station| station.stage.review())
}

/// Everything of the head that follows the state.
fn move_along(next: &mut CaseFile, step: &Step, taken: &Move, at: &Circumstances<'_>) {
    next.revision += 1;
    next.updated_at = at.now;
    next.material_deadline = Some(at.batch.personal_deadline);
    next.review_deadline = Some(at.batch.series_deadline);
    match step.action {
        Action::Submit => {
            next.version += 1;
            next.first_submitted_on.get_or_insert(at.case.today);
            next.station = 0;
            next.open_return = None;
            set_route(next, at);
        }
        Action::Return | Action::ReturnToUnit => next.open_return = Some(open_return(next, step, at)),
        Action::Corrected => next.open_return = None,
        Action::Forward
        | Action::DeleteDraft
        | Action::StartPublicity
        | Action::FinishPublicity
        | Action::Refuse
        | Action::Approve
        | Action::RecordPaid
        | Action::VerifyPayment
        | Action::Expire
        | Action::Withdraw => {}
    }
    if taken.to == To::NextStation {
        next.station += 1;
        next.reached = next.reached.max(next.station);
    }
    next.due = due(next, at);
}

/// Frozen at the first submission; later ones follow a choice that was made anew. An office that is no longer on
/// the way, or comes later on it, does not see the file before it arrives.
fn set_route(next: &mut CaseFile, at: &Circumstances<'_>) {
    if next.route.is_empty() {
        next.route = at.route.to_vec();
        return;
    }
    let dual_directed = at.case.value("basic_info", "dual_directed") == "true";
    let route = rerouted(&next.route, at.route, &at.case.policy.offices.order, dual_directed);
    let stays = |(new, old): &(&Station, &Station)| new.organisation == old.organisation;
    let n_staying = route.iter().zip(&next.route).take_while(stays).count();
    next.reached = next.reached.min(n_staying.saturating_sub(1));
    next.route = route;
}

fn open_return(file: &CaseFile, step: &Step, at: &Circumstances<'_>) -> OpenReturn {
    let days = u64::from(at.case.policy.batch.correction_days);
    OpenReturn {
        stage: file.current_station().map_or(Stage::Unit, |station| station.stage),
        organisation_name: station_name(file),
        items: step.reasons.clone(),
        deadline: at.case.today + Days::new(days),
    }
}

/// Payment has at least `payment_days`: a late pass must not leave the applicant without time.
fn due(file: &CaseFile, at: &Circumstances<'_>) -> Option<NaiveDate> {
    let batch = at.batch;
    match file.state {
        State::Draft => Some(batch.personal_deadline),
        State::UnitReview | State::UnitPublicity | State::UnitRecommend => Some(batch.unit_deadline),
        State::SupervisorReview => Some(batch.supervisor_deadline),
        State::CountyTitleReview | State::CountyIndustryReview => Some(batch.county_deadline),
        State::SeriesReview => Some(batch.series_deadline),
        State::Returned | State::ReturnedToUnit => file.open_return.as_ref().map(|open| open.deadline),
        State::PaymentPending => {
            let days = u64::from(at.case.policy.batch.payment_days);
            Some(batch.payment_deadline.max(at.case.today + Days::new(days)))
        }
        State::PaymentSubmitted => file.due,
        State::PaymentVerified
        | State::UnderEvaluation
        | State::ResultPublicity
        | State::Confirmed
        | State::Certified
        | State::NotPassed
        | State::Refused
        | State::Withdrawn
        | State::Expired
        | State::Revoked => None,
    }
}

fn station_name(file: &CaseFile) -> String {
    file.current_station().map_or_else(|| file.unit_name.clone(), |station| station.name.clone())
}

fn log_entry(
    file: &CaseFile,
    next: &mut CaseFile,
    step: &Step,
    by: By,
    now: DateTime<FixedOffset>,
) -> LogEntry {
    let answered =
        file.open_return.iter().filter(|_| step.action == Action::Submit).flat_map(|open| &open.items);
    let answered = answered
        .zip(&step.answers)
        .map(|(item, answer)| ReturnItem { answer: answer.trim().to_owned(), ..item.clone() });
    let mut entry = LogEntry {
        seq: file.n_log + 1,
        at: now,
        action: step.action,
        by,
        organisation_name: match by {
            By::Stage(_) => station_name(file),
            By::Applicant | By::Gateway | By::Clock => String::new(),
        },
        from: file.state,
        to: next.state,
        version: next.version,
        opinion: step.opinion.trim().to_owned(),
        reasons: step.reasons.iter().cloned().chain(answered).collect(),
        previous_hash: file.log_hash.clone(),
        hash: String::new(),
    };
    entry.seal();
    next.n_log = entry.seq;
    next.log_hash.clone_from(&entry.hash);
    entry
}

/// Messages of §5.8. The series office's pass is M4, once for each order.
fn outgoing(next: &CaseFile, step: &Step, at: &Circumstances<'_>) -> Vec<Outgoing> {
    let due = next.due.map(short_date).unwrap_or_default();
    let title = at.case.policy.title(&next.target_title).map_or("", |title| title.name.as_str());
    let stage = next.current_station().map_or("单位", |station| station.stage.label());
    let to_applicant = |message: &str, values: &[(&str, &str)]| {
        let name = next.short_name();
        let named = [("name", name.as_str())];
        let values = values.iter().chain(&named).map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        Outgoing { message: message.into(), to: Recipient::Applicant, values: values.collect() }
    };
    let to_station =
        || Outgoing { message: "M9".into(), to: Recipient::Station, values: station_values(&due) };
    let count = step.reasons.len().to_string();
    match step.action {
        Action::Submit => vec![to_applicant("M1", &[("title", title)]), to_station()],
        Action::Return => {
            vec![to_applicant("M2", &[("stage", stage), ("count", &count), ("deadline", &due)])]
        }
        Action::ReturnToUnit => {
            let values = [("stage", stage.to_owned()), ("count", count), ("deadline", due)];
            let values = values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
            vec![Outgoing { message: "M10".into(), to: Recipient::Station, values }]
        }
        Action::Forward | Action::Corrected => vec![to_station()],
        Action::Refuse => vec![to_applicant("M3", &[("stage", stage)])],
        Action::Approve => vec![to_applicant("M4", &[("deadline", &due)])],
        Action::VerifyPayment => vec![to_applicant("M5", &[])],
        Action::Expire => vec![to_applicant("M6", &[])],
        Action::DeleteDraft
        | Action::StartPublicity
        | Action::FinishPublicity
        | Action::RecordPaid
        | Action::Withdraw => Vec::new(),
    }
}

fn station_values(due: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("count".into(), "1".into()), ("deadline".into(), due.into())])
}

/// `8月20日`.
fn short_date(day: NaiveDate) -> String {
    day.format("%-m月%-d日").to_string()
}

impl LogEntry {
    /// The hash covers everything else, the previous hash included: a changed or missing line breaks the
    /// chain.
    fn seal(&mut self) {
        self.hash = self.expected_hash();
    }

    pub fn is_intact(&self) -> bool {
        self.hash == self.expected_hash()
    }

    fn expected_hash(&self) -> String {
        let unsealed = Self { hash: String::new(), ..self.clone() };
        publicity::sha256_hex(&serde_json::to_vec(&unsealed).unwrap_or_default())
    }
}
