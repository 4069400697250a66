//! The diagram of the process: in every state, who may do what, on which condition, in which words, where it leads
//! and who is told (§5.2).

use super::returns::MIN_OPINION_CHARS;
use super::state::{Ending, Filling, Payment, State, UnitWork};
use crate::messages::StepMessage;
use crate::pack::{FilledBy, Pack};
use crate::stage::{Office, Stage};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Action {
    Submit,
    DeleteDraft,
    Return,
    StartPublicity,
    FinishPublicity,
    /// The posting was disturbed, or hung where it should not: it does not count, and another follows.
    VoidPublicity,
    /// 逐级上报.
    Forward,
    Refuse,
    ReturnToUnit,
    Corrected,
    /// 审核通过 of the series office.
    Approve,
    RecordPaid,
    VerifyPayment,
    Expire,
    Withdraw,
    /// The applicant asks for the consent of whoever has begun to review.
    AskWithdrawal,
    AgreeToWithdrawal,
    DeclineWithdrawal,
    /// 重新受理.
    Reopen,
    /// The last step is undone; no row of the table, because it leads to where that one began.
    TakeBack,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    Applicant,
    /// The organisation whose queue holds the application.
    Stage(Stage),
    /// The payment gateway, by signed callback or by answer to a query.
    Gateway,
    Clock,
}

impl By {
    /// Returns the stage for which the step is taken.
    pub(super) fn stage(self) -> Option<Stage> {
        match self {
            Self::Stage(stage) => Some(stage),
            Self::Applicant | Self::Gateway | Self::Clock => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    State(State),
    /// The next station of the application's own route.
    NextStation,
    /// The station that returned the application to the unit.
    ReturningStation,
    /// The state does not change.
    Stay,
    /// The state in which the application ended.
    WhereItEnded,
}

/// The condition of a step. `decide` checks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    None,
    /// The submission is in time and complete.
    Submission,
    /// The unit has checked the material, and the 公示表 shows it.
    Checked,
    /// A 公示表 hangs out.
    Posted,
    /// The publicity is over, long enough, and nothing speaks against the applicant (R75–R77).
    Publicity,
    /// Everything that the unit owes is there, and it recommends the applicant (R92).
    Recommendation,
    /// The publicity still stands: of the data as they are, long enough, over and not objected to (R77).
    Publicised,
    /// The publicity still stands, and the fee of the title's level is set.
    Fee,
    /// The state's last day is over (T21, T28).
    Late,
    /// The application has not been opened since it came (T26).
    Unopened,
    /// The applicant has asked to withdraw.
    WithdrawalAsked,
    /// The state in which it ended has days left.
    TimeLeft,
}

/// The words that a step asks of whoever takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// The forms say everything.
    None,
    Optional,
    /// An opinion that says something.
    Opinion,
    /// A basis from the pack's list, and a reason of the length that the pack asks.
    Basis,
    /// An answer to every reason of the return that is open (§5.5).
    Answers,
    /// Reasons at places that this part fills in, and an opinion if there is one (§5.5).
    Reasons(FilledBy),
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The row of domain.md §5.2.
    pub rule: &'static str,
    pub action: Action,
    pub by: By,
    pub to: To,
    pub guard: Guard,
    pub words: Words,
    pub tells: &'static [StepMessage],
}

const fn row(rule: &'static str, action: Action, by: By, to: To) -> Move {
    Move { rule, action, by, to, guard: Guard::None, words: Words::None, tells: &[] }
}

impl Move {
    const fn guard(self, guard: Guard) -> Self {
        Self { guard, ..self }
    }

    const fn words(self, words: Words) -> Self {
        Self { words, ..self }
    }

    const fn tells(self, tells: &'static [StepMessage]) -> Self {
        Self { tells, ..self }
    }
}

const UNIT: By = By::Stage(Stage::Unit);
const SERIES: By = By::Stage(Stage::Office(Office::Series));
const RETURNED: To = To::State(State::Filling(Filling::Returned));
const REFUSED: To = To::State(State::Over(Ending::Refused));

const SUBMITTED: &[StepMessage] = &[StepMessage::Submitted, StepMessage::Waiting];

const fn submit(rule: &'static str) -> Move {
    let to = To::State(State::Unit(UnitWork::Review));
    row(rule, Action::Submit, By::Applicant, to).guard(Guard::Submission).tells(SUBMITTED)
}

const WITHDRAWN: To = To::State(State::Over(Ending::Withdrawn));

const fn withdraw() -> Move {
    row("T26", Action::Withdraw, By::Applicant, WITHDRAWN).words(Words::Optional)
}

/// At once before the first look; from then on with the consent of whoever looks.
const fn withdraw_unopened() -> Move {
    withdraw().guard(Guard::Unopened)
}

const fn ask_withdrawal() -> Move {
    row("T26", Action::AskWithdrawal, By::Applicant, To::Stay)
        .words(Words::Optional)
        .tells(&[StepMessage::Waiting])
}

const fn agree_to_withdrawal(by: By) -> Move {
    row("T26", Action::AgreeToWithdrawal, by, WITHDRAWN)
        .guard(Guard::WithdrawalAsked)
        .words(Words::Optional)
        .tells(&[StepMessage::WithdrawalAnswered])
}

const fn decline_withdrawal(by: By) -> Move {
    row("T26", Action::DeclineWithdrawal, by, To::Stay)
        .guard(Guard::WithdrawalAsked)
        .words(Words::Opinion)
        .tells(&[StepMessage::WithdrawalAnswered])
}

const fn expire(rule: &'static str) -> Move {
    row(rule, Action::Expire, By::Clock, To::State(State::Over(Ending::Expired)))
        .guard(Guard::Late)
        .tells(&[StepMessage::Expired])
}

const fn return_to_applicant(rule: &'static str, by: By) -> Move {
    row(rule, Action::Return, by, RETURNED)
        .words(Words::Reasons(FilledBy::Applicant))
        .tells(&[StepMessage::Returned])
}

const fn return_to_unit(by: By) -> Move {
    let to = To::State(State::Unit(UnitWork::Correcting));
    row("T14", Action::ReturnToUnit, by, to)
        .words(Words::Reasons(FilledBy::Unit))
        .tells(&[StepMessage::ReturnedToUnit])
}

const fn refuse(rule: &'static str, by: By) -> Move {
    row(rule, Action::Refuse, by, REFUSED).words(Words::Basis).tells(&[StepMessage::Refused])
}

/// The rows of an office that hands the application on.
const fn office_on_the_way(office: Office, rule: &'static str) -> [Move; 7] {
    let by = By::Stage(Stage::Office(office));
    let forward = row(rule, Action::Forward, by, To::NextStation);
    [
        forward.guard(Guard::Publicised).words(Words::Opinion).tells(&[StepMessage::Waiting]),
        return_to_applicant("T13", by),
        return_to_unit(by),
        withdraw_unopened(),
        ask_withdrawal(),
        agree_to_withdrawal(by),
        decline_withdrawal(by),
    ]
}

/// The unit posts again: from where it checks, or while it corrects.
const fn void_publicity(to: To) -> Move {
    row("R77", Action::VoidPublicity, UNIT, to).guard(Guard::Posted).words(Words::Opinion)
}

const CHECKED_AGAIN: To = To::State(State::Unit(UnitWork::Review));

const DRAFT: [Move; 3] = [
    submit("T2"),
    row("T3", Action::DeleteDraft, By::Applicant, To::State(State::Over(Ending::Withdrawn))),
    expire("T28"),
];
const RETURNED_TO_APPLICANT: [Move; 3] = [submit("T16").words(Words::Answers), expire("T28"), withdraw()];
const UNIT_REVIEW: [Move; 6] = [
    return_to_applicant("T4", UNIT),
    row("T5", Action::StartPublicity, UNIT, To::State(State::Unit(UnitWork::Publicity)))
        .guard(Guard::Checked),
    withdraw_unopened(),
    ask_withdrawal(),
    agree_to_withdrawal(UNIT),
    decline_withdrawal(UNIT),
];
const UNIT_PUBLICITY: [Move; 8] = [
    row("T6", Action::FinishPublicity, UNIT, To::State(State::Unit(UnitWork::Recommend)))
        .guard(Guard::Publicity),
    void_publicity(CHECKED_AGAIN),
    return_to_applicant("T7", UNIT),
    refuse("T7", UNIT),
    withdraw_unopened(),
    ask_withdrawal(),
    agree_to_withdrawal(UNIT),
    decline_withdrawal(UNIT),
];
const UNIT_RECOMMEND: [Move; 8] = [
    row("T8", Action::Forward, UNIT, To::NextStation)
        .guard(Guard::Recommendation)
        .words(Words::Optional)
        .tells(&[StepMessage::Waiting]),
    void_publicity(CHECKED_AGAIN),
    return_to_applicant("T8b", UNIT),
    refuse("T9", UNIT),
    withdraw_unopened(),
    ask_withdrawal(),
    agree_to_withdrawal(UNIT),
    decline_withdrawal(UNIT),
];
const UNIT_CORRECTING: [Move; 8] = [
    row("T15", Action::Corrected, UNIT, To::ReturningStation)
        .guard(Guard::Recommendation)
        .words(Words::Answers)
        .tells(&[StepMessage::Waiting]),
    void_publicity(To::Stay),
    return_to_applicant("T8b", UNIT),
    refuse("T9", UNIT),
    withdraw_unopened(),
    ask_withdrawal(),
    agree_to_withdrawal(UNIT),
    decline_withdrawal(UNIT),
];
const SUPERVISOR: [Move; 7] = office_on_the_way(Office::Supervisor, "T10");
const COUNTY_TITLE: [Move; 7] = office_on_the_way(Office::CountyTitle, "T11");
const COUNTY_INDUSTRY: [Move; 7] = office_on_the_way(Office::CountyIndustry, "T12");
const SERIES_REVIEW: [Move; 8] = [
    row("T17", Action::Approve, SERIES, To::State(State::Payment(Payment::Due)))
        .guard(Guard::Fee)
        .words(Words::Opinion)
        .tells(&[StepMessage::PaymentDue]),
    return_to_applicant("T13", SERIES),
    return_to_unit(SERIES),
    refuse("T18", SERIES),
    withdraw_unopened(),
    ask_withdrawal(),
    agree_to_withdrawal(SERIES),
    decline_withdrawal(SERIES),
];
const PAYMENT_DUE: [Move; 2] =
    [row("T19", Action::RecordPaid, By::Gateway, To::State(State::Payment(Payment::Paid))), expire("T21")];
const PAID: [Move; 1] =
    [row("T20", Action::VerifyPayment, By::Applicant, To::State(State::Over(Ending::Verified)))
        .tells(&[StepMessage::PaymentVerified])];
/// 重新受理 of a refusal, or of what was late.
const REOPENED: [Move; 1] = [row("§5.5", Action::Reopen, SERIES, To::WhereItEnded)
    .guard(Guard::TimeLeft)
    .words(Words::Opinion)
    .tells(&[StepMessage::Reopened])];

impl State {
    /// Returns the rows of this state. Evaluation, result and certificate (T22–T25, T29) are steps of a later
    /// chapter.
    pub fn moves(self) -> &'static [Move] {
        match self {
            Self::Filling(Filling::Draft) => &DRAFT,
            Self::Filling(Filling::Returned) => &RETURNED_TO_APPLICANT,
            Self::Unit(UnitWork::Review) => &UNIT_REVIEW,
            Self::Unit(UnitWork::Publicity) => &UNIT_PUBLICITY,
            Self::Unit(UnitWork::Recommend) => &UNIT_RECOMMEND,
            Self::Unit(UnitWork::Correcting) => &UNIT_CORRECTING,
            Self::Office(Office::Supervisor) => &SUPERVISOR,
            Self::Office(Office::CountyTitle) => &COUNTY_TITLE,
            Self::Office(Office::CountyIndustry) => &COUNTY_INDUSTRY,
            Self::Office(Office::Series) => &SERIES_REVIEW,
            Self::Payment(Payment::Due) => &PAYMENT_DUE,
            Self::Payment(Payment::Paid) => &PAID,
            Self::Over(Ending::Refused | Ending::Expired) => &REOPENED,
            Self::Over(Ending::Verified | Ending::Withdrawn) => &[],
        }
    }

    /// Whether the series office may reopen what ended like this.
    pub fn can_be_reopened(self) -> bool {
        self.find_move(Action::Reopen).is_some()
    }

    pub fn find_move(self, action: Action) -> Option<&'static Move> {
        self.moves().iter().find(|step| step.action == action)
    }
}

impl Words {
    /// Returns the fewest characters of the opinion or the reason that is asked for; 0 where none is.
    pub fn min_chars(self, pack: &Pack) -> usize {
        match self {
            Self::Opinion => MIN_OPINION_CHARS,
            Self::Basis => pack.batch.min_refusal_chars,
            Self::None | Self::Optional | Self::Answers | Self::Reasons(_) => 0,
        }
    }

    /// The part whose forms the reasons are about: a place that its receiver cannot open helps nobody.
    pub fn returned_part(self) -> Option<FilledBy> {
        match self {
            Self::Reasons(part) => Some(part),
            Self::None | Self::Optional | Self::Opinion | Self::Basis | Self::Answers => None,
        }
    }
}
