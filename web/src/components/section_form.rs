//! One category as a form that saves itself.

use api::applications::StoredSection;
use domain::form::{Here, Problem, Spot, section_problems};
use domain::policy::Section;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::conflict_panel::ConflictPanel;
use crate::components::field_control::FieldProblems;
use crate::components::form_context::FormContext;
use crate::components::group_rows::GroupRows;
use crate::components::lookup_button::LookupButton;
use crate::components::save_state::SaveState;
use crate::components::slot_list::SlotList;
use crate::hooks::use_draft::{DraftHandle, use_draft};
use crate::hooks::use_loaded::LoadedHandle;
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(Clone, PartialEq, Properties)]
pub struct SectionFormProps {
    pub loaded: Rc<Loaded>,
    pub section: AttrValue,
    pub handle: LoadedHandle,
    /// Shows every problem at once: the reader came to mend one.
    #[prop_or_default]
    pub show_all: bool,
}

/// Another section, or another application, is another form.
#[component]
pub fn SectionForm(props: &SectionFormProps) -> Html {
    let key = format!("{} {}", props.loaded.view.file.id, props.section);
    html! { <Editor {key} ..props.clone() /> }
}

#[component]
fn Editor(props: &SectionFormProps) -> Html {
    let SectionFormProps { loaded, section, handle, show_all } = props;
    let application = AttrValue::from(loaded.view.file.id.as_str().to_owned());
    let saving = use_draft(application, section, loaded.stored(section), handle.put_section.clone());
    let touched = use_state(BTreeSet::<String>::new);
    let Some(of_pack) = loaded.policy.section(section).cloned() else {
        return html! { <p>{ texts().form.section.unknown }</p> };
    };
    let current = current(loaded, &saving);
    let problems = current.with_case(|case| section_problems(case, &of_pack));
    let visible = |problem: &Problem| *show_all || touched.contains(&problem.spot.anchor());
    let context = FormContext {
        loaded: current,
        section: section.clone(),
        problems: Rc::new(problems.into_iter().filter(visible).collect()),
        edit: saving.edit.clone(),
        touch: touch(&touched, &saving),
        when_saved: saving.when_saved.clone(),
        put_file: handle.put_file.clone(),
        remove_file: handle.remove_file.clone(),
    };
    html! {
        <form class="section-form" novalidate={true} onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { help(&of_pack) }
            <SaveState draft={(*saving.draft).clone()} />
            <ConflictPanel draft={(*saving.draft).clone()} context={context.clone()} />
            { body(&of_pack, &context, &saving) }
        </form>
    }
}

/// The pack's paragraphs stand between blank lines.
fn help(section: &Section) -> Html {
    let paragraphs = section.help.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    html! {
        <div class="section-help">
            for text in paragraphs {
                <p>{ text.to_owned() }</p>
            }
        </div>
    }
}

/// The application with the section as it is typed.
fn current(loaded: &Rc<Loaded>, saving: &DraftHandle) -> Rc<Loaded> {
    let draft = &saving.draft;
    let typed =
        StoredSection { revision: draft.revision, data: draft.data.clone(), saved_at: draft.saved_at };
    Rc::new(loaded.with_section(&draft.section, typed))
}

/// What was left is judged from now on, and saved at once.
fn touch(touched: &UseStateHandle<BTreeSet<String>>, saving: &DraftHandle) -> Callback<String> {
    let (touched, flush) = (touched.clone(), saving.flush.clone());
    Callback::from(move |anchor: String| {
        if !touched.contains(&anchor) {
            let mut next = (*touched).clone();
            next.insert(anchor);
            touched.set(next);
        }
        flush.emit(());
    })
}

fn body(section: &Section, context: &FormContext, saving: &DraftHandle) -> Html {
    let at = Spot::section(&section.id);
    let here = Here { section: &section.id, row: None };
    let (asked, groups) = context.loaded.with_case(|case| {
        let groups = section.groups.iter().filter(|group| case.shown(here, group.shown.as_ref()));
        (case.is_asked(section), groups.cloned().collect::<Vec<_>>())
    });
    if !asked {
        return html! { <p id={at.anchor()} class="not-required" tabindex="-1">{ not_required(section) }</p> };
    }
    let removed = Rc::new(saving.draft.removed.clone());
    html! {
        <>
            if let Some(lookup) = &section.lookup {
                <LookupButton lookup={lookup.clone()} context={context.clone()} />
            }
            <FieldProblems anchor={at.anchor()} problems={context.problems_at(&at)} />
            <div id={at.anchor()} class="fields" tabindex="-1">
                { context.fields(&section.fields, None, &at) }
            </div>
            for group in groups {
                <GroupRows key={group.id.clone()} group={group.clone()} context={context.clone()} removed={removed.clone()} />
            }
            <SlotList slots={section.slots.clone()} {at} context={context.clone()} />
        </>
    }
}

/// Why the section is 无需填写.
pub fn not_required(section: &Section) -> String {
    match section.not_required_text.as_str() {
        "" => texts().form.section.not_required.to_owned(),
        text => text.to_owned(),
    }
}
