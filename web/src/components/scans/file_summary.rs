//! All scans that the applicant submits.

use domain::form::{Attachment, left_over, material};
use domain::ids::FileId;
use domain::pack::FilledBy;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{FileLink, copy_badge, place_of_file};
use crate::components::scans::{LeftOverFiles, file_size_in_words};
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct FileSummaryProps {
    pub loaded: Rc<Loaded>,
    pub on_removed: Callback<FileId>,
}

const TITLE: &str = "files-title";

/// Every scan that the applicant submits: where it belongs, its name, and whether it is of the original. What is
/// left over stands apart.
#[component]
pub fn FileSummary(props: &FileSummaryProps) -> Html {
    let loaded = &props.loaded;
    let (files, left) = loaded.with_case(|case| {
        let mut files: Vec<Attachment> = material(case, FilledBy::Applicant).cloned().collect();
        let place = |file: &Attachment| case.pack.sections.iter().position(|s| s.id == file.place.section);
        files.sort_by_key(place);
        (files, left_over(case, FilledBy::Applicant).cloned().collect::<Vec<Attachment>>())
    });
    let texts = &texts().form.submit;
    html! {
        <>
            <section class="file-summary" aria-labelledby={TITLE}>
                <h2 id={TITLE} tabindex="-1">{ texts.files }</h2>
                <p>{ (texts.files_of)(files.len()) }</p>
                if !files.is_empty() {
                    <ul class="file-list">
                        for file in &files {
                            <li key={file.id.as_str().to_owned()}>
                                <span class="file-list-place">{ place_of_file(loaded, file) }</span>
                                <FileLink
                                    application={loaded.view.file.id.as_str().to_owned()}
                                    file={file.clone()}
                                />
                                <span class="help">{ file_size_in_words(file) }</span>
                                { copy_badge(file) }
                            </li>
                        }
                    </ul>
                }
            </section>
            <LeftOverFiles
                loaded={Same::from(loaded.clone())}
                files={Rc::new(left)}
                anchor={TITLE}
                on_removed={props.on_removed.clone()}
            />
        </>
    }
}
