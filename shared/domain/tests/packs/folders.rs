//! Packs that stand on others, calendars that packs share, versions.

use crate::copy::{BASE, Copy, packs};
use chrono::NaiveDate;

const NEXT: &str = "liuzhou-2021";

fn next_year(copy: &Copy, more: &str) {
    let main = format!(
        "id = \"{NEXT}\"\nextends = \"{BASE}\"\nplatform_name = \"柳州\"\ncycle_year = 2021\n\
         calendars = [\"state-council\", \"guangxi\"]\n{more}"
    );
    copy.write(&format!("{NEXT}/policy.toml"), &main);
}

fn loaded(copy: &Copy, pack: &str) -> domain::policy::Policy {
    let report = copy.report(pack);
    report.policy.unwrap_or_else(|| panic!("{:#?}", report.faults))
}

#[test]
fn next_year_is_a_folder_of_what_changes() {
    let copy = Copy::new();
    next_year(&copy, "");
    let (this, next) = (loaded(&copy, BASE), loaded(&copy, NEXT));
    assert_eq!(next.cycle_year, 2021);
    assert_eq!(next.appraisal_years(), 2016..2021);
    assert_eq!(next.sections, this.sections);
}

#[test]
fn a_file_of_the_same_name_replaces_the_whole_file_of_the_base() {
    let copy = Copy::new();
    next_year(&copy, "");
    copy.write(
        &format!("{NEXT}/return-codes.toml"),
        "return_codes = [{ value = \"A01\", label = \"方向不正\" }]\n",
    );
    assert_eq!(loaded(&copy, NEXT).return_codes.len(), 1);
    assert!(loaded(&copy, BASE).return_codes.len() > 1);
}

#[test]
fn a_section_is_dropped_by_its_id() {
    let copy = Copy::new();
    next_year(&copy, "without = [\"other_proof\"]\n");
    assert!(loaded(&copy, NEXT).section("other_proof").is_none());
}

/// The pack loads: only their order in the list suffers.
#[test]
fn a_reason_for_a_return_about_a_section_that_was_taken_away_is_pointed_out() {
    let copy = Copy::new();
    next_year(&copy, "without = [\"other_proof\"]\n");
    let about = |pack: &str| -> Vec<String> {
        let warned = copy.report(pack).warnings.into_iter().map(|warning| warning.to_string());
        warned.filter(|warning| warning.contains("return_codes.J01.sections")).collect()
    };
    assert!(about(BASE).is_empty());
    assert!(about(NEXT)[0].contains("`other_proof`, which the pack does not have"), "{:#?}", about(NEXT));
}

#[test]
fn a_base_may_have_a_base() {
    let copy = Copy::new();
    next_year(&copy, "without = [\"other_proof\"]\n");
    let main = copy.read(&format!("{NEXT}/policy.toml"));
    let main = main
        .replace("without = [\"other_proof\"]\n", "")
        .replace(BASE, NEXT)
        .replacen(NEXT, "liuzhou-2022", 1)
        .replace("= 2021", "= 2022");
    copy.write("liuzhou-2022/policy.toml", &main);
    let policy = loaded(&copy, "liuzhou-2022");
    assert!(policy.section("other_proof").is_none());
    assert!(policy.section("education").is_some());
}

#[test]
fn bases_in_a_circle_are_refused() {
    let copy = Copy::new();
    next_year(&copy, "");
    let line =
        copy.edit("liuzhou-2020/policy.toml", "platform_name", "extends = \"liuzhou-2021\"\nplatform_name");
    assert_eq!(
        copy.faults(NEXT),
        [format!(
            "liuzhou-2020/policy.toml:{line}: packs are based on each other in a circle: liuzhou-2021 → \
             liuzhou-2020 → liuzhou-2021. Remedy: let one of them stand on its own."
        )]
    );
}

#[test]
fn a_base_that_is_not_there_is_told() {
    let copy = Copy::new();
    copy.write("nanning-2021/policy.toml", "id = \"nanning-2021\"\nextends = \"nanning-2020\"\n");
    assert_eq!(
        copy.faults("nanning-2021"),
        [
            "nanning-2021/policy.toml:2: `extends` names `nanning-2020`, and there is no such pack beside this one. \
          Remedy: write the name of a neighbouring folder."
        ]
    );
}

#[test]
fn a_folder_without_a_main_file_is_no_pack() {
    let faults = Copy::new().faults("calendars");
    assert_eq!(
        faults,
        [
            "calendars: no policy.toml in this folder: it is no pack. Remedy: name a folder with a policy.toml."
        ]
    );
}

#[test]
fn the_name_of_the_folder_is_the_pack_s() {
    let copy = Copy::new();
    let line = copy.edit("liuzhou-2020/policy.toml", "id = \"liuzhou-2020\"", "id = \"liuzhou-2021\"");
    assert_eq!(
        copy.faults(BASE),
        [format!(
            "liuzhou-2020/policy.toml:{line}: id: `id` is `liuzhou-2021` and the folder `liuzhou-2020`. \
             Remedy: give both the same name."
        )]
    );
}

#[test]
fn a_calendar_that_is_not_there_is_told() {
    let copy = Copy::new();
    let line = copy.edit("liuzhou-2020/policy.toml", "\"guangxi\"", "\"hunan\"");
    assert_eq!(
        copy.faults(BASE),
        [format!(
            "liuzhou-2020/policy.toml:{line}: no calendar `hunan` beside the packs. \
             Remedy: write one of guangxi, state-council, or add calendars/hunan.toml."
        )]
    );
}

#[test]
fn r75_a_county_s_own_days_are_stronger_than_the_shared_calendars() {
    let copy = Copy::new();
    let day: NaiveDate = "2020-08-05".parse().unwrap();
    copy.write(
        "liuzhou-2020/county.toml",
        "[[calendar.layers]]\nname = \"三江侗族自治县\"\ncounty = \"450226\"\n\
         years = [{ year = 2020, off = [{ from = \"2020-08-05\", to = \"2020-08-05\" }], work = [] }]\n",
    );
    let policy = loaded(&copy, BASE);
    assert_eq!(policy.calendar.layers.last().unwrap().name, "三江侗族自治县");
    assert_eq!(policy.calendar.of_county("450226").is_working_day(day), Ok(false));
    assert_eq!(policy.calendar.shared().is_working_day(day), Ok(true));
    copy.edit("liuzhou-2020/county.toml", "450226", "450999");
    let faults = copy.faults(BASE);
    let start = "liuzhou-2020/county.toml:1: calendar.layers.2.county: no county `450999`";
    assert!(faults.iter().any(|fault| fault.starts_with(start)), "{faults:#?}");
}

#[test]
fn a_year_without_a_table_is_pointed_out_and_loads() {
    let copy = Copy::new();
    let line = copy.edit("liuzhou-2020/policy.toml", "cycle_year = 2020", "cycle_year = 2027");
    let report = copy.report(BASE);
    assert!(report.policy.is_some(), "{:#?}", report.faults);
    let warned: Vec<String> = report.warnings.iter().map(ToString::to_string).collect();
    let start = format!(
        "liuzhou-2020/policy.toml:{line}: cycle_year: the calendar of 国务院办公厅 has no table of 2027"
    );
    assert!(warned.iter().any(|warning| warning.starts_with(&start)), "{warned:#?}");
}

#[test]
fn a_text_that_still_names_last_year_is_pointed_out() {
    let copy = Copy::new();
    next_year(&copy, "");
    let line = copy.line("liuzhou-2020/section-04-continuing-education.toml", "help = ");
    let warnings: Vec<String> = copy.report(NEXT).warnings.iter().map(ToString::to_string).collect();
    let expected = format!(
        "liuzhou-2020/section-04-continuing-education.toml:{line}: continuing_education.help: this speaks of \
         2020年度, and the pack is of 2021. Remedy: copy the file into your folder and change the year."
    );
    assert!(warnings.contains(&expected), "{warnings:#?}");
    assert!(copy.report(BASE).warnings.iter().all(|warning| !warning.to_string().contains("年度")));
}

/// The example that authors copy.
#[test]
fn the_readme_s_next_year_loads() {
    let readme = std::fs::read_to_string(packs().join("README.md")).unwrap();
    let example = readme.split("```toml\n").find(|block| block.contains("id = \"liuzhou-2021\"")).unwrap();
    let copy = Copy::new();
    copy.write(&format!("{NEXT}/policy.toml"), example.split("```").next().unwrap());
    assert_eq!(loaded(&copy, NEXT).cycle_year, 2021);
}

fn version(copy: &Copy, id: &str, of: &str, year: i32) {
    let main = format!(
        "id = \"{id}\"\nextends = \"{BASE}\"\nsupersedes = \"{of}\"\nplatform_name = \"柳州\"\n\
         cycle_year = {year}\ncalendars = [\"state-council\", \"guangxi\"]\n"
    );
    copy.write(&format!("{id}/policy.toml"), &main);
}

#[test]
fn a_version_names_the_one_before_it() {
    let copy = Copy::new();
    version(&copy, "liuzhou-2020-v2", BASE, 2020);
    assert_eq!(loaded(&copy, "liuzhou-2020-v2").supersedes.as_deref(), Some(BASE));
}

#[test]
fn a_version_that_does_not_fit_is_told() {
    let copy = Copy::new();
    version(&copy, "a", "gone", 2020);
    assert!(
        copy.faults("a")[0].starts_with("a/policy.toml:3: `supersedes` names `gone`"),
        "{:?}",
        copy.faults("a")
    );
    version(&copy, "a", BASE, 2021);
    assert!(copy.faults("a")[0].starts_with("a/policy.toml:3: `liuzhou-2020` is of another year"));
    version(&copy, "a", BASE, 2020);
    version(&copy, "b", BASE, 2020);
    assert!(copy.faults("a")[0].starts_with("a/policy.toml:3: `liuzhou-2020` is also superseded by `b`"));
    version(&copy, "a", "b", 2020);
    version(&copy, "b", "a", 2020);
    assert!(
        copy.faults("a")[0].starts_with("a/policy.toml:3: packs supersede each other in a circle: a → b → a")
    );
}
