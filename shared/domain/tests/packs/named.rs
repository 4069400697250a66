//! Ids that the code names: a pack that renames one, or an option that decides a step, is told where.

use crate::copy::{BASE, Copy, broken};
use domain::named::{SECTIONS, lookup};
use domain::pack::Located;
use insta::assert_snapshot;
use std::fs;

/// The path of every section, group, slot and field that the code names: `publicity.conclusion`.
fn named() -> [Vec<String>; 3] {
    let [mut sections, mut groups, mut parts] = [const { Vec::new() }; 3];
    for section in SECTIONS {
        let ids = section.fields.iter().map(|field| field.id).chain(section.slots.iter().copied());
        parts.extend(ids.map(|id| format!("{}.{id}", section.id)));
        for group in section.groups {
            let at = format!("{}.{}", section.id, group.id);
            parts.extend(group.fields.iter().map(|field| format!("{at}.{}", field.id)));
            groups.push(at);
        }
        sections.push(section.id.to_owned());
    }
    for section in ["current_title", "continuing_education", "social_insurance"] {
        parts.extend(lookup::FIELDS.iter().map(|field| format!("{section}.{}", field.id)));
    }
    [sections, groups, parts]
}

/// A file of a pack in which each id at one of the paths got another name.
fn with_other_names(text: &str, paths: &[String]) -> String {
    let (mut section, mut group, mut table) = ("", "", "");
    let renamed = text.lines().map(|line| {
        table = if line.starts_with("[[") { line } else { table };
        let Some(id) = line.strip_prefix("id = \"").and_then(|rest| rest.strip_suffix('"')) else {
            return format!("{line}\n");
        };
        let path = match table {
            "[[sections]]" => {
                section = id;
                id.to_owned()
            }
            "[[sections.groups]]" => {
                group = id;
                format!("{section}.{id}")
            }
            "[[sections.groups.fields]]" => format!("{section}.{group}.{id}"),
            _field_or_slot => format!("{section}.{id}"),
        };
        if paths.contains(&path) { format!("id = \"other_{id}\"\n") } else { format!("{line}\n") }
    });
    renamed.collect()
}

#[test]
fn a_pack_that_renames_what_the_code_names_is_told_each_with_its_line() {
    for paths in named() {
        let copy = Copy::new();
        for entry in fs::read_dir(copy.path(BASE)).unwrap() {
            let file = format!("{BASE}/{}", entry.unwrap().file_name().to_string_lossy());
            copy.write(&file, &with_other_names(&copy.read(&file), &paths));
        }
        let told = copy.report(BASE).faults;
        for path in &paths {
            let asks = |what: &str| match path.rsplit_once('.') {
                Some((at, id)) => {
                    what.starts_with(&format!("`{at}`（")) && what.ends_with(&format!("`{id}`，系统要用到它"))
                }
                None => what == format!("缺少栏目 `{path}`，系统要用到它"),
            };
            let is_told = |told: &Located| told.line.is_some() && asks(&told.fault.what);
            assert!(told.iter().any(is_told), "{path}: {told:#?}");
        }
    }
}

#[test]
fn a_pack_does_without_on_purpose_only() {
    let copy = Copy::new();
    let (main, file) = (format!("{BASE}/pack.toml"), format!("{BASE}/section-15-declaration.toml"));
    let text = copy.read(&main);
    let without = |place| copy.write(&main, &format!("without = [\"{place}\"]\n{text}"));
    for place in ["declaration", "publications.rows.issn", "basic_info.fields.specialty_note"] {
        without(place);
        assert_eq!(copy.faults(BASE), "", "{place}");
    }
    without("publicity.conclusion");
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/unit-1-publicity.toml | id = "publicity"
        publicity: `publicity`（公示情况）缺少字段 `conclusion`，系统要用到它。改法：从别的包照抄过来。
    liuzhou-2020/unit-6-recommendation.toml | shown = { filled = { field = "publicity.conclusion" } }
        unit_recommendation.slots.publicity_certificate.shown: `publicity.conclusion` 不是栏目 `publicity` 的字段。改法：写 table_version、snapshot_hash、start_date、end_date、working_days、posted_before、posted_before_reason、place、method、contact_department、contact_person、contact_phone、… 中的一个。
    liuzhou-2020/dictionaries.toml | publicity_conclusions = [
        dictionaries.publicity_conclusions: 没有字段用 `publicity_conclusions` 的选项，谁也选不到。改法：在一个字段写 `options_from = { dictionary = "publicity_conclusions" }`，或者删除它。
    "#);
    copy.write(&main, &text);
    copy.write(&file, "# 没有诚信承诺\n");
    assert_snapshot!(copy.faults(BASE), @r#"
    liuzhou-2020/section-01-basic-info.toml | [[sections]]
        sections: 缺少栏目 `declaration`，系统要用到它。改法：从别的包照抄过来；不要它的，在 pack.toml 的 `without` 里写 `declaration`。
    "#);
    without("declaration");
    assert_eq!(copy.faults(BASE), "");
}

#[test]
fn options_that_decide_a_step_are_offered() {
    let fields = SECTIONS
        .iter()
        .flat_map(|read| read.fields.iter().chain(read.groups.iter().flat_map(|group| group.fields)));
    let options: Vec<&str> = fields.chain(lookup::FIELDS).flat_map(|field| field.offers).copied().collect();
    let copy = Copy::new();
    let file = format!("{BASE}/dictionaries.toml");
    let rename = |text: String, option: &&str| {
        text.replace(&format!("value = \"{option}\""), &format!("value = \"Other{option}\""))
    };
    copy.write(&file, &options.iter().fold(copy.read(&file), rename));
    let told = copy.report(BASE).faults;
    for option in options {
        let what = format!("缺少选项 `{option}`，系统要用到它");
        let is_told = |told: &Located| told.line.is_some() && told.fault.what.ends_with(&what);
        assert!(told.iter().any(is_told), "{option}: {told:#?}");
    }
}

#[test]
fn a_rename_is_told_where_it_was_made() {
    let told = broken("unit-6-recommendation.toml", "id = \"conclusion\"", "id = \"outcome\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/unit-6-recommendation.toml | id = "unit_recommendation"
        unit_recommendation: `unit_recommendation`（基层单位推荐意见）缺少字段 `conclusion`，系统要用到它。改法：从别的包照抄过来。
    "#);
    let told = broken("dictionaries.toml", "value = \"Upheld\"", "value = \"Confirmed\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/unit-1-publicity.toml | id = "conclusion"
        publicity.conclusion: “公示结论”缺少选项 `Upheld`，系统要用到它。改法：从别的包照抄过来。
    "#);
    let told = broken("section-05-publications.toml", "id = \"issn\"", "id = \"serial\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-05-publications.toml | id = "rows"
        publications.rows: `publications.rows`（任现职以来论文、著作情况）缺少字段 `issn`，系统要用到它。改法：从别的包照抄过来；不要它的，在 pack.toml 的 `without` 里写 `publications.rows.issn`。
    "#);
    let told = broken("section-15-declaration.toml", "id = \"declaration\"", "id = \"promise\"");
    assert_snapshot!(told, @r#"
    liuzhou-2020/section-15-declaration.toml | id = "promise"
        promise: 缺少栏目 `declaration`，系统要用到它。改法：把 `promise` 的 id 改回来，或者从别的包照抄过来；不要它的，在 pack.toml 的 `without` 里写 `declaration`。
    "#);
}
