//! Every reason for which a function refuses a request: data, from which the words of each language are made.

mod account;
mod answer;
mod application;
mod organisation;
mod payment;
mod section;
mod sheet;
mod step;
mod upload;

pub use account::AccountRefusal;
pub use application::ApplicationRefusal;
pub use organisation::OrganisationRefusal;
pub use payment::PaymentRefusal;
pub use section::SectionRefusal;
pub use sheet::SheetRefusal;
pub use upload::UploadRefusal;

use answer::Answer;
use domain::form::Problem;
use domain::workflow::Refusal as StepRefusal;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ApiRefusal {
    SignedOut,
    /// It does not exist, or the caller may not know of it.
    NotFound,
    /// The section was saved elsewhere; the body holds what the server has.
    Stale,
    /// The application changed between reading and writing.
    Moved,
    /// The application waits for somebody else.
    NotYourTurn,
    UnknownPack,
    /// The body is not declared as JSON.
    NotJson,
    Unreadable {
        column: usize,
    },
    Busy,
    /// A fault of the platform; its cause is logged and not told.
    Internal,
    Account(AccountRefusal),
    Application(ApplicationRefusal),
    Section(SectionRefusal),
    Upload(UploadRefusal),
    Payment(PaymentRefusal),
    Organisation(OrganisationRefusal),
    Sheet(SheetRefusal),
    Step(StepRefusal),
}

impl ApiRefusal {
    pub fn status(&self) -> u16 {
        self.answer().status
    }

    /// The stable code: `E_COMMITTEE_MISMATCH`.
    pub fn code(&self) -> &'static str {
        self.answer().code
    }

    /// JSON pointer into the request (`/mobile`) of the field that is refused.
    pub fn pointer(&self) -> Option<&'static str> {
        self.answer().pointer
    }

    /// The problems of the form for which the request is refused.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Step(StepRefusal::Incomplete { problems, .. }) => problems,
            Self::Section(SectionRefusal::DualDirected { problem, .. }) => std::slice::from_ref(problem),
            Self::SignedOut
            | Self::NotFound
            | Self::Stale
            | Self::Moved
            | Self::NotYourTurn
            | Self::UnknownPack
            | Self::NotJson
            | Self::Unreadable { .. }
            | Self::Busy
            | Self::Internal
            | Self::Account(_)
            | Self::Application(_)
            | Self::Section(_)
            | Self::Upload(_)
            | Self::Payment(_)
            | Self::Organisation(_)
            | Self::Sheet(_)
            | Self::Step(_) => &[],
        }
    }

    fn answer(&self) -> Answer {
        match self {
            Self::SignedOut => Answer::new(401, "E_SIGNED_OUT"),
            Self::NotFound => Answer::new(404, "E_NOT_FOUND"),
            Self::Stale => Answer::conflict("E_STALE"),
            Self::Moved => Answer::conflict("E_APPLICATION_MOVED"),
            Self::NotYourTurn => Answer::conflict("E_NOT_YOUR_TURN"),
            Self::UnknownPack => Answer::invalid("/pack"),
            Self::NotJson => Answer::new(415, "E_MEDIA_TYPE"),
            Self::Unreadable { .. } => Answer::new(400, "E_BAD_REQUEST"),
            Self::Busy => Answer::new(503, "E_BUSY"),
            Self::Internal => Answer::new(500, "E_INTERNAL"),
            Self::Account(refusal) => refusal.answer(),
            Self::Application(refusal) => refusal.answer(),
            Self::Section(refusal) => refusal.answer(),
            Self::Upload(refusal) => refusal.answer(),
            Self::Payment(refusal) => refusal.answer(),
            Self::Organisation(refusal) => refusal.answer(),
            Self::Sheet(refusal) => refusal.answer(),
            Self::Step(refusal) => step::answer(refusal),
        }
    }
}

macro_rules! from_subject {
    ($($subject:ident: $refusal:ty),* $(,)?) => {$(
        impl From<$refusal> for ApiRefusal {
            fn from(refusal: $refusal) -> Self {
                Self::$subject(refusal)
            }
        }
    )*};
}

from_subject! {
    Account: AccountRefusal,
    Application: ApplicationRefusal,
    Section: SectionRefusal,
    Upload: UploadRefusal,
    Payment: PaymentRefusal,
    Organisation: OrganisationRefusal,
    Sheet: SheetRefusal,
}

impl From<StepRefusal> for ApiRefusal {
    /// A step that is not the caller's is none that the caller may know of.
    fn from(refusal: StepRefusal) -> Self {
        if refusal == StepRefusal::NotYours { Self::NotFound } else { Self::Step(refusal) }
    }
}
