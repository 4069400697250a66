//! The picture of the process, drawn from its table: every state with who has it, and every step with where it leads.

use domain::workflow::{By, Ending, Move, State, To};
use yew::prelude::*;

use crate::components::basic::PlaceLink;
use crate::texts::texts;

#[component]
pub fn ProcessMap() -> Html {
    let words = &texts().workflow.map;
    let is_on_the_way = |state: &State| match state {
        State::Over(ending) => *ending == Ending::Verified,
        State::Filling(_) | State::Unit(_) | State::Office(_) | State::Payment(_) => !is_sent_back(*state),
    };
    html! {
        <figure class="field">
            <p>{ words.lead }</p>
            { line(State::all().filter(is_on_the_way)) }
            <h3>{ words.sent_back }</h3>
            { line(State::all().filter(|state| is_sent_back(*state))) }
        </figure>
    }
}

/// Whether an application comes to this state by a return.
fn is_sent_back(state: State) -> bool {
    let mut moves = State::all().flat_map(State::moves);
    moves.any(|row| row.words.returned_part().is_some() && row.to == To::State(state))
}

fn line(states: impl Iterator<Item = State>) -> Html {
    html! {
        <ol class="timeline">
            for state in states {
                <li class="timeline-step timeline-current">
                    <h4 id={place(state)} tabindex="-1">{ (texts().workflow.state)(state) }</h4>
                    if !state.is_over() {
                        <p class="muted">{ holder(state) }</p>
                        <ul>
                            for row in state.moves() {
                                <li>{ step(state, row) }</li>
                            }
                        </ul>
                    }
                </li>
            }
        </ol>
    }
}

fn place(state: State) -> String {
    format!("state-{}", state.name())
}

fn holder_of(state: State) -> By {
    state.stage().map_or(By::Applicant, By::Stage)
}

fn holder(state: State) -> String {
    let words = &texts().workflow.map;
    texts().common.labelled(words.holder, (words.by)(holder_of(state)))
}

/// A step with where it leads, if that says more than the step, and with who takes it, if somebody else does.
fn step(state: State, row: &Move) -> Html {
    let words = &texts().workflow.map;
    let action = (texts().workflow.action)(row.action);
    let aside = (row.by != holder_of(state)).then(|| texts().common.aside((words.by)(row.by)));
    let to = match row.to {
        To::State(to) if (texts().workflow.state)(to) == action => {
            return html! { <>{ destination(to) }{ aside }</> };
        }
        To::State(to) => destination(to),
        To::Stay | To::WhereItEnded => return html! { <>{ action }{ aside }</> },
        To::NextStation => words.next_station.into(),
        To::ReturningStation => words.returning_station.into(),
    };
    html! { <>{ action }{ aside }{ " → " }{ to }</> }
}

fn destination(to: State) -> Html {
    let name = (texts().workflow.state)(to);
    let is_shown = !to.is_over() || to == State::Over(Ending::Verified);
    if is_shown {
        html! { <PlaceLink to={place(to)}>{ name }</PlaceLink> }
    } else {
        html! { name }
    }
}
