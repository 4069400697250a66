//! The slots of a section or of a row.

use domain::form::{Here, Row, Spot};
use domain::pack::Slot;
use yew::prelude::*;

use crate::components::field::FormContext;
use crate::components::scans::SlotScans;
use crate::state::draft::Edit;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct SlotListProps {
    pub slots: Vec<Slot>,
    #[prop_or_default]
    pub row: Option<Row>,
    /// The section, or the row of the slots.
    pub at: Spot,
    pub context: FormContext,
    /// The edit that has to be stored before a scan can belong to the row.
    #[prop_or_default]
    pub before_upload: Option<Edit>,
}

/// The slots that are asked for here; alternatives stand together.
#[component]
pub fn SlotList(props: &SlotListProps) -> Html {
    let SlotListProps { slots, row, at, context, .. } = props;
    let shown: Vec<(Slot, bool)> = context.loaded.with_case(|case| {
        let here = Here { section: &context.section, row: row.as_ref() };
        let required = |slot: &Slot| case.required(here, slot.required, slot.required_when.as_ref());
        let shown = slots.iter().filter(|slot| case.shown(here, slot.shown.as_ref()));
        shown.map(|slot| (slot.clone(), required(slot))).collect()
    });
    if shown.is_empty() {
        return Html::default();
    }
    let together = shown.chunk_by(|(a, _), (b, _)| a.one_of.is_some() && a.one_of == b.one_of);
    let heading_id = format!("{}-files", at.anchor());
    html! {
        <div class="slots" role="group" aria-labelledby={heading_id.clone()}>
            <p class="slots-heading" id={heading_id.clone()}>{ texts().form.scans.heading }</p>
            for slots in together {
                if slots.len() > 1 {
                    <div class="slot-choice">
                        <p class="slot-choice-hint">
                            { texts().form.scans.one_of }
                            if slots.iter().any(|(_, required)| *required) {
                                <span class="required">{ texts().form.field.required }</span>
                            }
                        </p>
                        for (slot, _) in slots {
                            { slot_scans(props, slot, false) }
                        }
                    </div>
                } else {
                    for (slot, required) in slots {
                        { slot_scans(props, slot, *required) }
                    }
                }
            }
        </div>
    }
}

/// Alternatives are not required one by one: it is said above them.
fn slot_scans(props: &SlotListProps, slot: &Slot, required: bool) -> Html {
    html! {
        <SlotScans
            key={slot.id.clone()}
            slot={slot.clone()}
            {required}
            spot={Spot { slot: Some(slot.id.clone()), ..props.at.clone() }}
            context={props.context.clone()}
            before_upload={props.before_upload.clone()}
        />
    }
}
