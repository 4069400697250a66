//! Session cookie → account → relation to an application. A disabled officer is out at the next request.

use crate::error::{ApiError, ApiResult};
use crate::secrets;
use crate::store::{Account, AccountRole, Store};
use api::refusal::ApiRefusal;
use chrono::{DateTime, Duration, FixedOffset};
use domain::ids::OrganisationId;
use domain::pack::FilledBy;
use domain::workflow::{Application, By, Office, Stage};
use lambda_http::Request;
use lambda_http::http::header;

pub(crate) const COOKIE: &str = "__Host-session";
const IDLE: Duration = Duration::hours(2);
/// The last use is written down at most this often: reading must not cost a write each time.
const LAST_USE_PRECISION: Duration = Duration::minutes(5);

#[derive(Clone, Debug)]
pub struct Caller {
    pub account: Account,
    /// The hash of the cookie's token, for signing out.
    pub token_hash: String,
}

/// A caller's relation to one application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    Applicant,
    /// An officer of an organisation that the application has reached. He may act if it is the application's turn there.
    Officer {
        stage: Stage,
        has_turn: bool,
    },
}

impl Caller {
    pub fn relation_to(&self, application: &Application) -> Option<Relation> {
        if application.applicant == self.account.id {
            return Some(Relation::Applicant);
        }
        let (organisation, stage) = self.officer()?;
        let has_turn = application.waits_for() == Some(organisation);
        application.is_visible_to(organisation).then(|| Relation::Officer {
            stage: if has_turn { application.state.stage().unwrap_or(stage) } else { stage },
            has_turn,
        })
    }

    /// Returns the party in whose name the caller takes back the last step, which was his organisation's.
    pub fn takes_back(&self, application: &Application) -> ApiResult<By> {
        let last = application.last_step.as_ref();
        let own = last.filter(|last| self.officer().is_some_and(|(own, _)| *own == last.organisation));
        own.map(|last| By::Stage(last.stage)).ok_or_else(|| ApiRefusal::NotYourTurn.into())
    }

    /// The organisation for which the caller decides.
    pub fn officer(&self) -> Option<(&OrganisationId, Stage)> {
        match &self.account.role {
            AccountRole::Officer { organisation, stage } => Some((organisation, *stage)),
            AccountRole::Applicant | AccountRole::PlatformAdmin => None,
        }
    }

    pub fn require_admin(&self) -> ApiResult<()> {
        match self.account.role {
            AccountRole::PlatformAdmin => Ok(()),
            AccountRole::Applicant | AccountRole::Officer { .. } => Err(ApiError::not_found()),
        }
    }

    pub fn require_applicant(&self) -> ApiResult<()> {
        match self.account.role {
            AccountRole::Applicant => Ok(()),
            AccountRole::PlatformAdmin | AccountRole::Officer { .. } => Err(ApiError::not_found()),
        }
    }
}

impl Relation {
    /// Tells whether the caller may fill in forms of this kind, when they are open.
    pub fn fills(&self, filled_by: FilledBy) -> bool {
        match (self, filled_by) {
            (Self::Applicant, FilledBy::Applicant) => true,
            (Self::Officer { stage: Stage::Unit, .. }, FilledBy::Unit) => true,
            (Self::Applicant | Self::Officer { .. }, FilledBy::Applicant | FilledBy::Unit) => false,
        }
    }

    /// Tells whether the caller may read this part: applicants do not see the unit's papers. A part that he does not
    /// fill in himself he reads as it was handed on last, never as it is being corrected.
    pub fn reads(&self, part: FilledBy) -> bool {
        match (self, part) {
            (Self::Applicant, FilledBy::Unit) => false,
            (Self::Applicant, FilledBy::Applicant) | (Self::Officer { .. }, _) => true,
        }
    }

    /// Tells whether the application waits for the caller.
    pub(crate) fn holds(&self, application: &Application) -> bool {
        match self {
            Self::Applicant => application.waits_for().is_none(),
            Self::Officer { has_turn, .. } => *has_turn,
        }
    }

    /// Returns the application as the caller reads it: the choice that is being corrected is the applicant's own.
    pub fn view(self, application: Application) -> Application {
        match self {
            Self::Applicant => application,
            Self::Officer { .. } => application.as_submitted(),
        }
    }

    /// Returns the party in whose name a step is taken.
    pub fn acts_as(&self, application: &Application) -> ApiResult<By> {
        match self {
            Self::Applicant => Ok(By::Applicant),
            Self::Officer { stage, has_turn: true } => Ok(By::Stage(*stage)),
            // What is over waits for nobody, and the series office may reopen it.
            Self::Officer { stage: stage @ Stage::Office(Office::Series), .. }
                if application.state.can_be_reopened() =>
            {
                Ok(By::Stage(*stage))
            }
            Self::Officer { has_turn: false, .. } => Err(ApiRefusal::NotYourTurn.into()),
        }
    }
}

pub(crate) async fn find(
    store: &Store,
    request: &Request,
    now: DateTime<FixedOffset>,
) -> ApiResult<Option<Caller>> {
    let Some(token) = token(request) else { return Ok(None) };
    let token_hash = secrets::hash_token(token);
    let Some(session) = store.session(&token_hash).await? else { return Ok(None) };
    if now >= session.ends_at || now - session.last_used_at > IDLE {
        return Ok(None);
    }
    if now - session.last_used_at > LAST_USE_PRECISION {
        store.touch_session(&token_hash, now).await?;
    }
    let account = store.account(&session.account).await?;
    Ok(account.filter(|account| !account.disabled).map(|account| Caller { account, token_hash }))
}

fn token(request: &Request) -> Option<&str> {
    let cookies =
        request.headers().get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|header| header.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find_map(|(name, value)| (name == COOKIE && !value.is_empty()).then_some(value))
}
