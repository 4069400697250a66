//! States that many worlds begin with: walked to once in a process, then taken over as the walk left them.

use crate::applicant::Applicant;
use crate::client::Client;
use crate::people::Person;
use domain::workflow::{Ending, Office, State};
use local::Snapshot;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

/// A world at rest.
pub(crate) struct Reached {
    pub(crate) cloud: Snapshot,
    /// Organisations whose officer has set a password.
    pub(crate) entered: BTreeSet<String>,
    /// The applicant's session, and his application; nothing before anybody applies.
    pub(crate) applicant: (Option<String>, String),
}

/// A city's pack, everything of a person, and the state of his application; a city as founded has neither.
type Key = (&'static str, String, &'static str);

/// Held locked while its first user walks.
type Place = Arc<Mutex<Option<Arc<Reached>>>>;

impl Reached {
    /// The applicant as the walk left him, in the cloud at `base_url`.
    pub(crate) fn applicant(&self, base_url: &str, person: &'static Person) -> Applicant {
        let (session, application) = self.applicant.clone();
        let client = Client::new(base_url);
        client.set_cookie(session);
        Applicant { person, client, application }
    }
}

/// Returns the last state on the way to `state` that a snapshot can hold: the payment gateway's orders are not in it.
pub(crate) fn before_money(state: State) -> State {
    match state {
        State::Payment(_) | State::Over(Ending::Verified) => State::Office(Office::Series),
        State::Filling(_) | State::Unit(_) | State::Office(_) | State::Over(_) => state,
    }
}

/// Walks there the first time; two who want the same at once walk once.
pub(crate) fn once(key: Key, walk: impl FnOnce() -> Reached) -> Arc<Reached> {
    static KNOWN: Mutex<BTreeMap<Key, Place>> = Mutex::new(BTreeMap::new());
    let place = KNOWN.lock().expect("nobody panics here").entry(key).or_default().clone();
    let mut place = place.lock().expect("the first walk succeeds");
    place.get_or_insert_with(|| Arc::new(walk())).clone()
}
