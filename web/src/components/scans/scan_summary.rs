//! All scans that the applicant submits.

use domain::form::{Scan, left_over, material};
use domain::ids::ScanId;
use domain::pack::FilledBy;
use std::rc::Rc;
use yew::prelude::*;

use crate::components::reading::{ScanLink, copy_badge, place_of_scan};
use crate::components::scans::{LeftOverScans, file_size_in_words};
use crate::state::loaded::Loaded;
use crate::state::same::Same;
use crate::texts::texts;

#[derive(PartialEq, Properties)]
pub struct ScanSummaryProps {
    pub loaded: Rc<Loaded>,
    pub on_removed: Callback<ScanId>,
}

const TITLE: &str = "files-title";

/// Every scan that the applicant submits: where it belongs, its name, and whether it is of the original. What is
/// left over stands apart.
#[component]
pub fn ScanSummary(props: &ScanSummaryProps) -> Html {
    let loaded = &props.loaded;
    let (scans, left) = loaded.with_case(|case| {
        let mut scans: Vec<Scan> = material(case, FilledBy::Applicant).cloned().collect();
        let place = |scan: &Scan| case.pack.sections.iter().position(|s| s.id == scan.place.section);
        scans.sort_by_key(place);
        (scans, left_over(case, FilledBy::Applicant).cloned().collect::<Vec<Scan>>())
    });
    let texts = &texts().form.submit;
    html! {
        <>
            <section class="file-summary" aria-labelledby={TITLE}>
                <h2 id={TITLE} tabindex="-1">{ texts.scans }</h2>
                <p>{ (texts.scans_of)(scans.len()) }</p>
                if !scans.is_empty() {
                    <ul class="file-list">
                        for scan in &scans {
                            <li key={scan.id.as_str().to_owned()}>
                                <span class="file-list-place">{ place_of_scan(loaded, scan) }</span>
                                <ScanLink
                                    application={loaded.view.application.id.as_str().to_owned()}
                                    scan={scan.clone()}
                                />
                                <span class="help">{ file_size_in_words(scan) }</span>
                                { copy_badge(scan) }
                            </li>
                        }
                    </ul>
                }
            </section>
            <LeftOverScans
                loaded={Same::from(loaded.clone())}
                scans={Rc::new(left)}
                anchor={TITLE}
                on_removed={props.on_removed.clone()}
            />
        </>
    }
}
