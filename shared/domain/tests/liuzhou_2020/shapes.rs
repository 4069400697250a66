//! The texts that a field of each kind takes and refuses (domain.md Appendix C, §4).

use crate::named::{PACK, Pairs, data, found, said};
use domain::form::{Code, Problem, Row, SectionData, Spot};
use domain::ids::RowId;
use domain::pack::FieldKind;

/// Section, field, what is answered beside it, what is refused there, what is taken.
type Line = (&'static str, &'static str, Pairs<'static>, &'static [&'static str], &'static [&'static str]);

const JOURNAL: Pairs<'static> = &[("kind", "Journal")];

const SHAPES: [Line; 20] = [
    (
        "basic_info",
        "mobile",
        &[],
        &["1380013800", "138001380000", "12345678901", "23800138000", "1380013800a", "+8613800138000"],
        &["13800138000", "19912345678"],
    ),
    (
        "basic_info",
        "phone",
        &[],
        &["1234567", "772-1234567", "0-7721234567", "07721234-567", "0772--1234567", "0772-123456"],
        &["0772-1234567", "07721234567", "010-12345678"],
    ),
    ("basic_info", "email", &[], &["name", "@x.cn", "a@.cn", "a@b", "a b@c.cn"], &["name@example.cn"]),
    (
        "basic_info",
        "unit_usc_code",
        &[],
        &["91450200MA5KTEAT1", "91450200MA5KTEAT1M9", "统一社会信用代码"],
        &["91450200MA5KTEAT1M", "91450200MA5KTEAT1N"],
    ),
    (
        "publications",
        "cn_number",
        JOURNAL,
        &[
            "45-1234",
            "CN(HK)45-1234",
            "CN--45-1234",
            "CN.45-1234",
            "CN45-123",
            "CN45-1234/ABCD",
            "CN45-1234/",
        ],
        &["CN45-1234/TH", "CN 11-2034/T", "CN11-2034"],
    ),
    (
        "publications",
        "issn",
        JOURNAL,
        &["0317-8472", "0317-847", "0317-84711", "2434-5610", "ISSN"],
        &["0317-8471", "03178471", "2434-561X"],
    ),
    (
        "publications",
        "isbn",
        &[("kind", "Book")],
        &["978-7-111-07575-3", "978-7-111-0757-2", "7-111-07575-8", "ISBN"],
        &["978-7-111-07575-2", "9787111075752"],
    ),
    (
        "current_title",
        "obtained_date",
        &[],
        &["2015-06", "2015", "2015-02-29", "2015-13-01", "2015-6-20", "2015/06/20", "20150620", "now"],
        &["2015-06-20", "2016-02-29"],
    ),
    (
        "publications",
        "published_date",
        JOURNAL,
        &["2016", "2016-13", "2016-00", "2016-6", "2015-02-29", "2016/06", "now"],
        &["2016-06", "2016-06-20"],
    ),
    (
        "basic_info",
        "work_start",
        &[],
        &["2010", "2010-13", "2010-00", "2010-7", "2010/07", "201007", "2010-07-01", "now"],
        &["2010-07"],
    ),
    (
        "career_history",
        "end",
        &[("start", "2010-07")],
        &["至今", "Now", "2019", "2019-13", "2019-7", "2019-07-01"],
        &["2019-07", "now"],
    ),
    (
        "social_insurance",
        "months",
        &[],
        &["2020-02,", ",2020-02", "2020-02;2020-03", "2020-2", "2020-13", "2020-02-01", "2月"],
        &["2020-02", "2020-02,2020-03,2020-04,2020-05,2020-06,2020-07"],
    ),
    (
        "defense",
        "start_time",
        &[],
        &["九点", "24:00", "09:60", "25:00", "09：30", "9:30", "09"],
        &["09:30", "23:59"],
    ),
    (
        "achievements",
        "own_rank",
        &[("team_size", "500")],
        &["一", "1.5", "0", "-1", "501", "1e2"],
        &["1", "500"],
    ),
    ("basic_info", "exceptional", &[], &["是", "True", "1"], &["true", "false"]),
    ("continuing_education", "industry_ce_declared", &[], &["是", "1", "false"], &["true"]),
    ("basic_info", "identity_nature", &[], &["民营企业", "Nowhere"], &["PrivateEnterprise"]),
    ("basic_info", "ethnicity", &[], &["壮族", "zh"], &["ZH"]),
    ("basic_info", "admin_post", &[], &["主\u{0}任", "主\u{7f}任"], &["主任"]),
    ("achievements", "awards_patents", &[], &["奖\u{1b}项"], &["奖项一\n奖项二\t一等奖"]),
];

/// The place of the field, and what is wrong there with the value, on 2020-08-20.
fn judged(line: &Line, value: &str) -> (Spot, Vec<Problem>) {
    let (id, field, beside, ..) = *line;
    let section = PACK.section(id).unwrap();
    let group = section.groups.iter().find(|group| group.fields.iter().any(|of| of.id == field));
    let group = group.filter(|_| section.fields.iter().all(|of| of.id != field));
    let typed = [beside, &[(field, value)]].concat();
    let spot = Spot::field(id, field);
    let (spot, answers) = match group {
        None => (spot, data(&typed)),
        Some(group) => {
            let row = Row { id: RowId::new("r0"), values: data(&typed).values };
            let spot = spot.in_row(&group.id, &row.id);
            (spot, SectionData { groups: [(group.id.clone(), vec![row])].into(), ..data(&[]) })
        }
    };
    // The defence is asked of the senior titles, the social insurance of private employers.
    let basics = [("target_title", "SeniorEngineer"), ("identity_nature", "PrivateEnterprise")];
    let basics = data(&if id == "basic_info" { typed } else { basics.to_vec() });
    let mut sections = vec![("basic_info", basics)];
    sections.extend((id != "basic_info").then_some((id, answers)));
    let problems = found(&sections, &[], id).into_iter();
    let at_field = problems.filter(|problem| problem.spot.field.as_deref() == Some(field)).collect();
    (spot, at_field)
}

#[test]
fn r14_a_field_refuses_what_has_not_the_shape_of_its_kind() {
    for line in &SHAPES {
        let (section, field, _, refused, taken) = *line;
        for value in refused {
            let (spot, problems) = judged(line, value);
            let of_shape: Vec<&Problem> = problems.iter().filter(|p| p.code() == Code::EFormat).collect();
            let [problem] = of_shape[..] else { panic!("{section}.{field} “{value}”: {problems:?}") };
            assert_eq!(problem.spot, spot, "{value}");
            assert!(problem.is_error(), "{section}.{field} “{value}”");
            let label = &PACK.section(section).unwrap().field(field).unwrap().label;
            assert!(said(problem).contains(&format!("“{label}”")), "{}", said(problem));
        }
        for value in taken {
            let (_, problems) = judged(line, value);
            assert!(problems.iter().all(|p| p.code() != Code::EFormat), "{section}.{field} “{value}”");
        }
    }
}

#[test]
fn every_kind_of_field_that_the_pack_uses_has_its_line() {
    let of_line = |line: &Line| PACK.section(line.0).unwrap().field(line.1).unwrap().kind;
    let tried: Vec<FieldKind> = SHAPES.iter().map(of_line).collect();
    for section in &PACK.sections {
        for field in crate::fields(section) {
            assert!(tried.contains(&field.kind), "{:?} of {}.{}", field.kind, section.id, field.id);
        }
    }
}

/// Appendix C: some codes that were really issued fail the check (§7, case 37).
#[test]
fn a_usc_code_that_fails_its_check_is_pointed_out_and_does_not_stand_in_the_way() {
    let line = SHAPES.iter().find(|line| line.1 == "unit_usc_code").unwrap();
    let table: [(&str, &[(Code, bool)]); 8] = [
        ("", &[]),
        ("91450200MA5KTEAT1M", &[]),
        ("12450200MB1A0001XJ", &[]),
        ("52450200MJ1A00019Y", &[]),
        ("91450200MA5KTEAT1N", &[(Code::WUscCode, false)]),
        ("91350100M000100Y4Z", &[(Code::WUscCode, false)]),
        ("91450200ma5kteat1m", &[(Code::WUscCode, false)]),
        ("91450200MA5KTEAT1", &[(Code::EFormat, true)]),
    ];
    for (code, expected) in table {
        let (spot, problems) = judged(line, code);
        let said: Vec<(Code, bool)> = problems.iter().map(|p| (p.code(), p.is_error())).collect();
        assert_eq!(said, expected, "{code}");
        assert!(problems.iter().all(|problem| problem.spot == spot), "{problems:?}");
    }
}
