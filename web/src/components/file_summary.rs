use domain::form::{Attachment, Spot};
use domain::policy::{FilledBy, Group};
use std::rc::Rc;
use yew::prelude::*;

use crate::components::file_link::FileLink;
use crate::components::return_answers::place_in_words;
use crate::components::section_reading::copy_badge;
use crate::state::loaded::Loaded;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct FileSummaryProps {
    pub loaded: Rc<Loaded>,
}

/// Every scan of the applicant: where it belongs, its name, and whether it is of the original.
#[component]
pub fn FileSummary(props: &FileSummaryProps) -> Html {
    let loaded = &props.loaded;
    let files: Vec<&Attachment> = loaded
        .policy
        .sections_of(FilledBy::Applicant)
        .flat_map(|section| loaded.view.files.iter().filter(move |file| file.place.section == section.id))
        .collect();
    let texts = &texts().form.submit;
    html! {
        <section class="file-summary" aria-labelledby="files-title">
            <h2 id="files-title">{ texts.files }</h2>
            <p>{ (texts.files_of)(files.len()) }</p>
            if !files.is_empty() {
                <ul class="file-list">
                    for file in files {
                        <li key={file.id.as_str().to_owned()}>
                            <span class="file-list-place">{ place_in_words(loaded, &spot_of(loaded, file)) }</span>
                            <FileLink
                                application={loaded.view.file.id.as_str().to_owned()}
                                file={file.clone()}
                            />
                            { copy_badge(file) }
                        </li>
                    }
                </ul>
            }
        </section>
    }
}

fn spot_of(loaded: &Loaded, file: &Attachment) -> Spot {
    let place = &file.place;
    let section = loaded.policy.section(&place.section).filter(|_| place.row.is_some());
    let has_slot = |group: &&Group| group.slots.iter().any(|slot| slot.id == place.slot);
    let group = section.and_then(|section| section.groups.iter().find(has_slot));
    Spot {
        group: group.map(|group| group.id.clone()),
        row: place.row.clone(),
        slot: Some(place.slot.clone()),
        ..Spot::section(&place.section)
    }
}
