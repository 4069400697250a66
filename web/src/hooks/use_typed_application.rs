//! The application with one section as it is typed, told apart by what changed.

use domain::form::{Problem, SectionData, section_problems};
use domain::pack::Section;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::state::surroundings::same_surroundings;

/// Long enough that nothing is judged between two keystrokes of a slow typist.
const PAUSE_MILLISECONDS: u32 = 500;

/// A new one only if something of it is new.
#[hook]
pub fn use_typed_application(loaded: &Loaded, section: &str, data: &SectionData) -> Same<Loaded> {
    let kept = use_mut_ref(|| None::<Same<Loaded>>);
    let mut kept = kept.borrow_mut();
    let still = kept.take().filter(|had| {
        Rc::ptr_eq(&had.view, &loaded.view)
            && Rc::ptr_eq(&had.pack, &loaded.pack)
            && had.answers.get(section) == Some(data)
    });
    let typed = still.unwrap_or_else(|| Same::new(loaded.typed(section, data.clone())));
    *kept = Some(typed.clone());
    typed
}

/// The same one as long as nothing changes that a row is drawn from besides itself.
#[hook]
pub fn use_row_surroundings(typed: &Same<Loaded>, section: &Section) -> Same<Loaded> {
    let kept = use_mut_ref(|| None::<Same<Loaded>>);
    let mut kept = kept.borrow_mut();
    let still = kept.take().filter(|had| had == typed || same_surroundings(had, typed, section));
    let around = still.unwrap_or_else(|| typed.clone());
    *kept = Some(around.clone());
    around
}

/// The application as it was judged last, and its problems.
pub struct Judgement {
    pub judged: Same<Loaded>,
    pub problems: Rc<Vec<Problem>>,
    /// Judges what is typed at once.
    pub judge: Callback<()>,
}

/// The problems of what is typed, found in the pauses of typing: they would hold the keystroke up.
#[hook]
pub fn use_section_problems(typed: &Same<Loaded>, section: Same<Section>) -> Judgement {
    let judged = use_state_eq(|| typed.clone());
    let newest = use_mut_ref(|| typed.clone());
    *newest.borrow_mut() = typed.clone();
    let problems = use_memo(((*judged).clone(), section), |(judged, section)| {
        judged.with_case(|case| section_problems(case, section))
    });
    let judge = {
        let setter = judged.setter();
        Callback::from(move |()| setter.set(newest.borrow().clone()))
    };
    {
        let judge = judge.clone();
        let late = *judged != *typed;
        use_effect_with(typed.clone(), move |_| {
            let timeout = late.then(|| Timeout::new(PAUSE_MILLISECONDS, move || judge.emit(())));
            move || drop(timeout)
        });
    }
    Judgement { judged: (*judged).clone(), problems, judge }
}
