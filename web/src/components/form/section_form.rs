//! One section as a form that saves itself.

use domain::form::{Case, Here, Problem, Scan, SectionData, Spot, declare, left_over};
use domain::named::{basic_info, declaration};
use domain::pack::{Group, Section};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::field::{FieldProblems, FormContext};
use crate::components::form::{ConflictPanel, GroupRows, LookupButton, ProblemSummary, SaveState};
use crate::components::reading::not_required;
use crate::components::scans::{LeftOverScans, SlotList};
use crate::hooks::{
    DraftHandle, Judgement, LoadedHandle, use_draft, use_row_surroundings, use_section_problems,
    use_stable_callback, use_typed_application,
};
use crate::press::after_press;
use crate::state::draft::Edit;
use crate::state::loaded::Loaded;
use crate::state::offered::Offered;
use crate::state::same::Same;
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
    let pack = Same::from(props.loaded.pack.clone());
    let of_pack = use_memo((pack, props.section.clone()), |(pack, id)| {
        pack.section(id).map(|section| Same::new(OfPack::of(section)))
    });
    let Some(of_pack) = (*of_pack).clone() else {
        return html! { <p>{ texts().form.section.unknown }</p> };
    };
    let key = format!("{} {}", props.loaded.view.application.id, props.section);
    let SectionFormProps { loaded, handle, show_all, .. } = props.clone();
    html! { <Editor {key} {of_pack} loaded={Same::from(loaded)} {handle} {show_all} /> }
}

/// The section of the pack, and its groups apart.
struct OfPack {
    section: Same<Section>,
    groups: Vec<Same<Group>>,
}

impl OfPack {
    fn of(section: &Section) -> Self {
        let groups = section.groups.iter().cloned().map(Same::new).collect();
        Self { section: Same::new(section.clone()), groups }
    }
}

#[derive(PartialEq, Properties)]
struct EditorProps {
    of_pack: Same<OfPack>,
    loaded: Same<Loaded>,
    handle: LoadedHandle,
    show_all: bool,
}

#[component]
fn Editor(props: &EditorProps) -> Html {
    let EditorProps { of_pack, loaded, handle, show_all } = props;
    let section = &of_pack.section;
    let application = AttrValue::from(loaded.view.application.id.as_str().to_owned());
    let stored = loaded.stored(&section.id);
    let saving = use_draft(application.clone(), &section.id, stored, handle.put_section.clone());
    let typed = use_typed_application(loaded, &section.id, &saving.draft.data);
    let around = use_row_surroundings(&typed, section);
    let Judgement { judged, problems, judge } = use_section_problems(&typed, section.clone());
    let touched = use_state(|| answered(&section.id, &saving.draft.data));
    let context = FormContext {
        section: section.id.clone().into(),
        offered: use_offered_options(&typed, section),
        problems: use_visible_problems(&problems, &touched, *show_all),
        edit: use_stable_callback(declaring(&typed, saving.edit.clone())),
        touch: use_stable_callback(after_the_press(touch(&touched, &saving, judge))),
        when_saved: use_stable_callback(saving.when_saved.clone()),
        put_scan: use_stable_callback(handle.put_scan.clone()),
        remove_scan: use_stable_callback(handle.remove_scan.clone()),
        loaded: typed.clone(),
    };
    html! {
        <form class="section-form" novalidate={true} onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { help(section) }
            <SaveState
                section={section.id.clone()}
                status={saving.draft.status()}
                saved_at={saving.draft.saved_at}
                restored={saving.draft.restored}
                kept={saving.kept}
                resume={saving.resume.clone()}
            />
            <ConflictPanel draft={saving.draft.clone()} context={context.clone()} />
            <ProblemSummary {problems} {application} loaded={judged} touch={context.touch.clone()} open={*show_all} />
            { body(of_pack, &context, around, &saving) }
        </form>
    }
}

/// A declaration carries what it was made for; one that the content has outrun is begun again (§4.15).
fn declaring(typed: &Same<Loaded>, edit: Callback<Edit>) -> Callback<Edit> {
    let typed = typed.clone();
    Callback::from(move |change: Edit| {
        let Some((field, value)) = declared(&change) else { return edit.emit(change) };
        for (field, value) in typed.with_case(|case| declare(case, field, value.to_owned())) {
            edit.emit(Edit::SetValue { at: Spot::field(declaration::ID, &field), value });
        }
    })
}

/// Field and text, if the change is one of the declaration.
fn declared(change: &Edit) -> Option<(&str, &str)> {
    if let Edit::SetValue { at: Spot { section, field: Some(field), .. }, value } = change
        && section == declaration::ID
    {
        return Some((field, value));
    }
    None
}

/// The committee of the application decides what is offered.
#[hook]
fn use_offered_options(typed: &Same<Loaded>, section: &Same<Section>) -> Same<Offered> {
    let pack = Same::from(typed.pack.clone());
    let committee = typed.with_case(|case| case.value(basic_info::ID, basic_info::COMMITTEE_ID).to_owned());
    let offered = use_memo((pack, section.clone(), committee), |(_, section, _)| {
        typed.with_case(|case| Offered::of(case, section))
    });
    offered.into()
}

/// The anchors of all fields that hold something: it was left, on this page or before a reload.
fn answered(section: &str, data: &SectionData) -> BTreeSet<String> {
    let whole = Spot::section(section);
    let outside_rows = data.values.iter().map(|(field, value)| (whole.clone(), field, value));
    let in_rows = data.groups.iter().flat_map(|(group, rows)| rows.iter().map(move |row| (group, row)));
    let in_rows = in_rows.flat_map(|(group, row)| {
        let spot = whole.in_row(group, &row.id);
        row.values.iter().map(move |(field, value)| (spot.clone(), field, value))
    });
    let answered = outside_rows.chain(in_rows).filter(|(_, _, value)| !value.is_empty());
    answered.map(|(spot, field, _)| Spot { field: Some(field.clone()), ..spot }.anchor()).collect()
}

/// Leaves out the problems of fields that were never touched, unless the reader came to mend.
#[hook]
fn use_visible_problems(
    problems: &Rc<Vec<Problem>>,
    touched: &BTreeSet<String>,
    show_all: bool,
) -> Rc<Vec<Problem>> {
    use_memo((problems.clone(), touched.clone(), show_all), |(problems, touched, show_all)| {
        let visible = |problem: &&Problem| *show_all || touched.contains(&problem.spot.anchor());
        problems.iter().filter(visible).cloned().collect()
    })
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

/// A complaint that appears under the pointer would move what is being pressed.
fn after_the_press(touch: Callback<String>) -> Callback<String> {
    Callback::from(move |anchor| {
        let touch = touch.clone();
        after_press(move || touch.emit(anchor));
    })
}

/// Judges a field from the moment it is left, and saves at once.
fn touch(
    touched: &UseStateHandle<BTreeSet<String>>,
    saving: &DraftHandle,
    judge: Callback<()>,
) -> Callback<String> {
    let (touched, flush) = (touched.clone(), saving.flush.clone());
    Callback::from(move |anchor: String| {
        if !touched.contains(&anchor) {
            let mut next = (*touched).clone();
            next.insert(anchor);
            touched.set(next);
        }
        judge.emit(());
        flush.emit(());
    })
}

fn body(of_pack: &OfPack, context: &FormContext, around: Same<Loaded>, saving: &DraftHandle) -> Html {
    let section = &of_pack.section;
    let at = Spot::section(&section.id);
    let (asked, groups) = context.loaded.with_case(|case| (case.is_asked(section), groups(of_pack, case)));
    if !asked {
        return html! {
            <>
                <p id={at.anchor()} class="not-required" tabindex="-1">{ not_required(section) }</p>
                { left_over_scans(context, section) }
            </>
        };
    }
    let removed = Rc::new(saving.draft.removed.clone());
    html! {
        <>
            if section.optional {
                <p class="not-required">{ texts().form.section.optional }</p>
            }
            if let Some(lookup) = &section.lookup {
                <LookupButton
                    lookup={lookup.clone()}
                    context={FormContext { loaded: around.clone(), ..context.clone() }}
                />
            }
            <FieldProblems anchor={at.anchor()} problems={context.problems_at(&at)} />
            <div id={at.anchor()} class="fields" tabindex="-1">
                { context.fields(&section.fields, None, &at) }
            </div>
            for group in groups {
                <GroupRows
                    key={group.id.clone()}
                    group={group.clone()}
                    context={context.clone()}
                    around={around.clone()}
                    removed={removed.clone()}
                />
            }
            <SlotList slots={section.slots.clone()} {at} context={context.clone()} />
            { left_over_scans(context, section) }
        </>
    }
}

fn left_over_scans(context: &FormContext, section: &Section) -> Html {
    let scans: Vec<Scan> = context.loaded.with_case(|case| {
        let scans = left_over(case, section.filled_by);
        scans.filter(|scan| scan.place.section == section.id).cloned().collect()
    });
    html! {
        <LeftOverScans
            loaded={context.loaded.clone()}
            scans={Rc::new(scans)}
            anchor={Spot::section(&section.id).anchor()}
            on_removed={context.remove_scan.clone()}
        />
    }
}

fn groups(of_pack: &OfPack, case: &Case<'_>) -> Vec<Same<Group>> {
    let here = Here { section: &of_pack.section.id, row: None };
    let shown = of_pack.groups.iter().filter(|group| case.shown(here, group.shown.as_ref()));
    shown.cloned().collect()
}
