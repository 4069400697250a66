//! The page in the other language.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::frame::HasArrived;
use crate::dom;
use crate::hooks::{start_keeping, stop_keeping};
use crate::texts::{Language, language, set_language};

/// Where the language is remembered between visits.
const STORED_AS: &str = "language";
const SWITCH: &str = "language-switch";

/// Has every page drawn again in the language that is asked for.
#[derive(Clone, PartialEq)]
pub struct ChooseLanguage(Callback<Language>);

#[derive(Properties, PartialEq)]
pub struct InLanguageProps {
    /// The pages under a key that changes with the language: nothing that was drawn before is kept.
    pub pages: Callback<AttrValue, Html>,
}

/// Every page in the chosen language. Drafts save themselves when their page goes and are read again after.
#[component]
pub fn InLanguage(props: &InLanguageProps) -> Html {
    let chosen = use_state(remembered);
    let scrolled = use_mut_ref(|| None::<f64>);
    let arrived = use_context::<HasArrived>();
    let choose = {
        let (chosen, scrolled) = (chosen.setter(), scrolled.clone());
        Callback::from(move |language: Language| {
            start_keeping();
            scrolled.replace(Some(dom::scrolled()));
            arrived.iter().for_each(HasArrived::stay);
            set_language(language);
            dom::store(STORED_AS, language.code());
            chosen.set(language);
        })
    };
    use_effect_with(*chosen, move |chosen| {
        dom::set_language(chosen.tag());
        if let Some(scrolled) = scrolled.take() {
            stop_keeping();
            dom::focus(SWITCH);
            spawn_local(scroll_back(scrolled));
        }
    });
    html! {
        <ContextProvider<ChooseLanguage> context={ChooseLanguage(choose)}>
            { props.pages.emit(AttrValue::from(chosen.code())) }
        </ContextProvider<ChooseLanguage>>
    }
}

fn remembered() -> Language {
    let language = dom::stored(STORED_AS).map_or(Language::default(), |code| Language::from_code(&code));
    set_language(language);
    language
}

/// To where the reader was, once the page has been read again and is long enough.
async fn scroll_back(to: f64) {
    const STEP_MILLISECONDS: u32 = 50;
    const MAX_STEPS: u32 = 80;
    for _ in 0..MAX_STEPS {
        if dom::scroll_to(to) {
            return;
        }
        TimeoutFuture::new(STEP_MILLISECONDS).await;
    }
}

/// The button in the header, in the words of those who look for it.
#[component]
pub fn LanguageSwitch() -> Html {
    // Outside of the app, in component tests, there is nothing to choose.
    let Some(ChooseLanguage(choose)) = use_context::<ChooseLanguage>() else { return Html::default() };
    let other = language().other();
    let onclick = choose.reform(move |_: MouseEvent| other);
    html! {
        <button id={SWITCH} type="button" class="button button-quiet" lang={other.tag()} {onclick}>
            { other.own_name() }
        </button>
    }
}
