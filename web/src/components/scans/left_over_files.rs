//! Scans that nothing asks for any more.

use domain::form::Attachment;
use domain::ids::FileId;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{FileLink, place_of_file};
use crate::components::scans::{RemoveFile, size_in_words};
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct LeftOverFilesProps {
    pub loaded: Same<Loaded>,
    pub files: Rc<Vec<Attachment>>,
    /// The id of the element around the list: the focus goes there when a scan is gone.
    pub anchor: AttrValue,
    pub on_removed: Callback<FileId>,
}

/// 不再需要的材料: scans of deleted rows and of slots that are hidden by another answer. They are not submitted;
/// who put them there may delete them.
#[component]
pub fn LeftOverFiles(props: &LeftOverFilesProps) -> Html {
    let LeftOverFilesProps { loaded, files, anchor, on_removed } = props;
    if files.is_empty() {
        return Html::default();
    }
    let application = AttrValue::from(loaded.view.file.id.as_str().to_owned());
    let title = format!("{anchor}-left-over");
    html! {
        <section class="file-summary group" aria-labelledby={title.clone()}>
            <h2 id={title}>{ texts().form.files.left_over }</h2>
            <p class="help">{ texts().form.files.left_over_help }</p>
            <ul class="file-list">
                for file in files.iter() {
                    <li key={file.id.as_str().to_owned()}>
                        <span class="file-list-place">{ place_of_file(loaded, file) }</span>
                        <FileLink application={application.clone()} file={file.clone()} />
                        <span class="help">{ size_in_words(file.bytes) }</span>
                        <RemoveFile
                            file={file.clone()}
                            application={application.clone()}
                            anchor={anchor.clone()}
                            on_removed={on_removed.clone()}
                        />
                    </li>
                }
            </ul>
        </section>
    }
}
