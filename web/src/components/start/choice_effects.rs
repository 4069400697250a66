//! The consequences of another choice, before it is saved.

use domain::form::Problem;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{row_in_words, section_in_words};
use crate::components::start::{choice_in_words, effect_in_words};
use crate::state::choice::{effects, to_mend, with_choice};
use crate::state::loaded::Loaded;
use crate::state::start::StartState;
use crate::texts::{problem_in_words, texts};

#[derive(PartialEq, Properties)]
pub struct ChoiceEffectsProps {
    pub loaded: Rc<Loaded>,
    pub before: StartState,
    pub after: StartState,
}

/// Tells what saving the choice keeps, what it has judged anew, and what will then have to be mended.
#[component]
pub fn ChoiceEffects(props: &ChoiceEffectsProps) -> Html {
    let ChoiceEffectsProps { loaded, before, after } = props;
    let choice = after.choice(&loaded.pack);
    let Some(choice) = choice.filter(|choice| !choice.specialty.is_empty()) else { return Html::default() };
    let next = with_choice(loaded, &choice, &after.note);
    let problems = to_mend(loaded, &next);
    let texts = &texts().changing;
    html! {
        <section class="card" aria-labelledby="effects">
            <h2 id="effects">{ texts.effects }</h2>
            <dl class="facts">
                for (label, words) in choice_in_words(&loaded.pack, before, after) {
                    <dt>{ label }</dt><dd>{ words }</dd>
                }
            </dl>
            <ul>
                for effect in effects(loaded, &next) {
                    <li>{ effect_in_words(effect) }</li>
                }
            </ul>
            if problems.is_empty() {
                <p>{ texts.nothing_to_mend }</p>
            } else {
                <h3>{ (texts.to_mend)(problems.len()) }</h3>
                <ul>
                    for problem in &problems {
                        <li>{ line(&next, problem) }</li>
                    }
                </ul>
            }
        </section>
    }
}

/// Section, row and sentence; the place is gone to after saving.
fn line(loaded: &Loaded, problem: &Problem) -> String {
    let section = loaded.pack.section(&problem.spot.section).map(section_in_words);
    let place: Vec<String> = section.into_iter().chain(row_in_words(loaded, &problem.spot)).collect();
    texts().common.labelled(&place.join(" · "), &problem_in_words(problem, &loaded.pack))
}
