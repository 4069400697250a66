//! Years of service, way by way: full years, to the day (domain.md Appendix D).

use crate::named::{PACK, Pairs, answers, data, rows, said};
use crate::titles::{WITHOUT_TITLE, applies_for, basics, basis, contract, current_title, told};
use chrono::NaiveDate;
use domain::form::{Case, Code, Problem, section_problems};
use domain::pack::CountedFrom::{self, CurrentTitle, Graduation};
use insta::assert_snapshot;

/// Level held by who applies as 无职称.
const WITHOUT: &str = "无职称";

/// Target, educations, degree, from when the years count, level held, years.
type Way = (&'static str, &'static [&'static str], &'static str, CountedFrom, &'static str, u32);

/// Appendix D: the national standard, and Guangxi where the pack follows it (大专 3, 中专 5, 硕士 3, 无职称申报).
const WAYS: [Way; 17] = [
    ("AssistantEngineer", &["Doctor", "Master"], "", Graduation, "", 0),
    ("AssistantEngineer", &["Bachelor"], "SecondBachelor", Graduation, "", 0),
    ("AssistantEngineer", &["Bachelor"], "", Graduation, "", 1),
    ("AssistantEngineer", &["College"], "", Graduation, "", 3),
    ("AssistantEngineer", &["Secondary", "TechnicalSchool"], "", Graduation, "", 5),
    ("AssistantEngineer", &["College"], "", CurrentTitle, "Technician", 2),
    ("AssistantEngineer", &["Secondary", "TechnicalSchool"], "", CurrentTitle, "Technician", 4),
    ("Engineer", &["Doctor"], "", Graduation, "", 0),
    ("Engineer", &["Master"], "", CurrentTitle, "Junior", 2),
    ("Engineer", &["Master"], "", Graduation, "", 3),
    ("Engineer", &["Bachelor", "College"], "", CurrentTitle, "Junior", 4),
    ("Engineer", &["Secondary", "TechnicalSchool"], "", CurrentTitle, "Junior", 5),
    ("Engineer", &["Bachelor"], "", Graduation, WITHOUT, 7),
    ("Engineer", &["College"], "", Graduation, WITHOUT, 9),
    ("SeniorEngineer", &["Doctor"], "", CurrentTitle, "Middle", 2),
    ("SeniorEngineer", &["Master", "Bachelor"], "", CurrentTitle, "Middle", 5),
    ("FullSeniorEngineer", &["Doctor", "Master", "Bachelor"], "", CurrentTitle, "DeputySenior", 5),
];

#[test]
fn the_ways_of_serving_are_those_of_the_appendix() {
    let of_pack = PACK.seniority.iter().map(|way| {
        let level = if way.without_title { WITHOUT } else { &way.level };
        let education: Vec<&str> = way.education.iter().map(String::as_str).collect();
        let degrees = way.degrees.join(" ");
        (way.target.as_str(), education, degrees, way.counted_from, level, way.years)
    });
    let of_appendix = WAYS.map(|(target, education, degree, from, level, years)| {
        (target, education.to_vec(), degree.to_owned(), from, level, years)
    });
    assert_eq!(of_pack.collect::<Vec<_>>(), of_appendix);
}

struct Person {
    target: &'static str,
    education: &'static str,
    degree: &'static str,
    graduated: String,
    /// Level and award, `无职称`, or nothing.
    held: &'static str,
    obtained: String,
}

/// The advice on that day, if there is any.
fn advice(person: &Person, today: &str) -> Option<Problem> {
    let Person { target, education, degree, graduated, held, obtained } = person;
    let title: Pairs<'_> = match *held {
        "" => &[("has_title", "false")],
        WITHOUT => &[("no_title_application", "true")],
        level => &[("has_title", "true"), ("level", level), ("obtained_date", obtained)],
    };
    let basis =
        [("is_basis", "true"), ("education_level", education), ("degree", degree), ("graduated", graduated)];
    let answers = answers(&[
        ("basic_info", data(&[("target_title", target)])),
        ("education", rows(&[&basis])),
        ("current_title", data(title)),
    ]);
    let case = Case::new(&PACK, &answers, &[], today.parse::<NaiveDate>().unwrap());
    let problems = section_problems(&case, PACK.section("current_title").unwrap());
    problems.into_iter().find(|p| [Code::WSeniority, Code::ESeniority].contains(&p.code()))
}

/// A month of graduation is over on its last day; whatever the way does not count from is of the same month.
#[test]
fn the_last_day_of_the_years_is_enough_and_the_day_before_is_not() {
    for (target, educations, degree, from, level, years) in WAYS {
        for education in educations {
            let since = 2020 - years;
            let (graduated, obtained, [last, before]) = match from {
                Graduation => (format!("{since}-08"), "2020-08-01".to_owned(), ["2020-08-31", "2020-08-30"]),
                CurrentTitle => {
                    ("2020-08".to_owned(), format!("{since}-08-20"), ["2020-08-20", "2020-08-19"])
                }
            };
            // Who applies for more than the lowest title holds one, however young.
            let held = if level.is_empty() && target == "Engineer" { "Junior" } else { level };
            let person = Person { target, education, degree, graduated, held, obtained };
            let place = format!("{target} {education} {from:?} {level} {years}");
            assert_eq!(advice(&person, last), None, "{place}");
            let short = advice(&person, before);
            let Some(problem) = short else {
                assert_eq!(years, 0, "{place}: a day is missing");
                continue;
            };
            assert_ne!(years, 0, "{place}: {problem:?}");
            assert_eq!((problem.code(), problem.is_error()), (Code::WSeniority, false), "{place}");
            assert_eq!(problem.spot.anchor(), "current_title--seniority", "{place}");
            let [served, asked] = [format!("已满{}年", years - 1), format!("须满{years}年")];
            let sentence = said(&problem);
            assert!(sentence.contains(&served) && sentence.contains(&asked), "{sentence}");
        }
    }
}

#[test]
fn an_education_without_a_way_leads_on_as_an_exception_however_long_ago() {
    for (target, education, held) in [
        ("Engineer", "HighSchool", "Junior"),
        ("SeniorEngineer", "College", "Middle"),
        ("SeniorEngineer", "Secondary", "Middle"),
        ("FullSeniorEngineer", "College", "DeputySenior"),
    ] {
        let (graduated, obtained) = ("1985-07".to_owned(), "1990-01-01".to_owned());
        let person = Person { target, education, degree: "None", graduated, held, obtained };
        let problem = advice(&person, "2020-08-20").unwrap_or_else(|| panic!("{target} {education}"));
        assert_eq!(problem.spot.anchor(), "current_title--obtained_date", "{target} {education}");
        assert!(said(&problem).contains("破格"), "{}", said(&problem));
    }
}

#[test]
fn years_of_service_are_advice_with_their_source() {
    // Target, education, graduation, and what is held.
    let table: [(&str, &str, &str, Pairs<'_>); 6] = [
        ("Engineer", "Bachelor", "2010-06", &[("obtained_date", "2016-08-20")]),
        ("Engineer", "Bachelor", "2010-06", &[("obtained_date", "2016-08-21")]),
        ("Engineer", "Master", "2010-06", &[("obtained_date", "2018-08-01")]),
        ("Engineer", "Bachelor", "2013-06", &[WITHOUT_TITLE]),
        ("Engineer", "College", "2013-06", &[WITHOUT_TITLE]),
        ("SeniorEngineer", "College", "2005-06", &[("level", "Middle"), ("obtained_date", "2010-01-01")]),
    ];
    let lines = table.map(|(target, education, graduated, held)| {
        let sections = [applies_for(target), basis(education, "Bachelor", graduated), current_title(held)];
        format!("{target} {education} {held:?}: {}", told(&PACK, &sections, &contract(held)))
    });
    assert_snapshot!(lines.join("\n"), @r#"
    Engineer Bachelor [("obtained_date", "2016-08-20")]: –
    Engineer Bachelor [("obtained_date", "2016-08-21")]: W_SENIORITY D seniority 自2016年8月21日取得现职称起已满3年；申报工程师一般须满4年（人社部发〔2019〕16号），尚不足；符合破格条件的请选择破格申报
    Engineer Master [("obtained_date", "2018-08-01")]: –
    Engineer Bachelor [("no_title_application", "true")]: –
    Engineer College [("no_title_application", "true")]: W_SENIORITY D seniority 自2013年6月30日毕业起已满7年；申报工程师一般须满9年（广西工程系列评审条件（无职称申报）），尚不足；符合破格条件的请选择破格申报
    SeniorEngineer College [("level", "Middle"), ("obtained_date", "2010-01-01")]: W_SENIORITY D obtained_date 按所填学历和现职称没有对应的年限规定，一般须破格申报，请对照评审条件核对
    "#);
}

#[test]
fn a_second_bachelor_serves_no_year_before_the_first_title() {
    let table = [
        ("Bachelor", "2020-06"),
        ("Bachelor", "2019-07"),
        ("SecondBachelor", "2020-06"),
        ("None", "2020-06"),
    ];
    let lines = table.map(|(degree, graduated)| {
        let first = current_title(&[("has_title", "false")]);
        let sections = [applies_for("AssistantEngineer"), basis("Bachelor", degree, graduated), first];
        format!("{degree} {graduated}: {}", told(&PACK, &sections, &[]))
    });
    assert_snapshot!(lines.join("\n"), @r"
    Bachelor 2020-06: W_SENIORITY D seniority 自2020年6月30日毕业起已满0年；申报助理工程师一般须满1年（人社部发〔2019〕16号），尚不足；符合破格条件的请选择破格申报
    Bachelor 2019-07: –
    SecondBachelor 2020-06: –
    None 2020-06: W_SENIORITY D seniority 自2020年6月30日毕业起已满0年；申报助理工程师一般须满1年（人社部发〔2019〕16号），尚不足；符合破格条件的请选择破格申报
    ");
}

#[test]
fn a_batch_may_insist_on_the_years_but_for_exceptions() {
    let mut strict = PACK.clone();
    strict.batch.seniority_is_required = true;
    let [enough, short] = ["2016-08-20", "2016-08-21"];
    let table = [
        ("advice", &*PACK, short, "false"),
        ("insists", &strict, short, "false"),
        ("insists", &strict, short, "true"),
        ("insists", &strict, enough, "false"),
        ("advice", &*PACK, enough, "false"),
        ("insists", &strict, "", "false"),
    ];
    let lines = table.map(|(insists, pack, obtained, exceptional)| {
        let basics = basics(&[("target_title", "Engineer"), ("exceptional", exceptional)]);
        let held = current_title(&[("obtained_date", obtained)]);
        let told = told(pack, &[basics, basis("Bachelor", "Bachelor", "2010-06"), held], &[]);
        format!("{insists} {obtained:?} {exceptional}: {told}")
    });
    assert_snapshot!(lines.join("\n"), @r#"
    advice "2016-08-21" false: W_SENIORITY D seniority 自2016年8月21日取得现职称起已满3年；申报工程师一般须满4年（人社部发〔2019〕16号），尚不足；符合破格条件的请选择破格申报
    insists "2016-08-21" false: E_SENIORITY D seniority 自2016年8月21日取得现职称起已满3年；申报工程师一般须满4年（人社部发〔2019〕16号），尚不足；符合破格条件的请选择破格申报
    insists "2016-08-21" true: W_SENIORITY D seniority 自2016年8月21日取得现职称起已满3年；申报工程师一般须满4年（人社部发〔2019〕16号），尚不足；符合破格条件的请选择破格申报
    insists "2016-08-20" false: –
    advice "2016-08-20" false: –
    insists "" false: E_REQUIRED R29 obtained_date 请填写“取得时间（授予时间）”，不能留空
    "#);
    let uneducated = [applies_for("Engineer"), current_title(&[("obtained_date", short)])];
    assert_eq!(told(&strict, &uneducated, &[]), "–", "without an education nothing is counted");
}

#[test]
fn years_of_service_are_counted_before_the_basis_is_chosen_and_in_a_transfer() {
    // Mode, the mark of the only education, level held.
    let table = [
        ("Promotion", "", "DeputySenior"),
        ("Promotion", "true", "DeputySenior"),
        ("Transfer", "true", "DeputySenior"),
        ("Transfer", "true", "FullSenior"),
    ];
    let lines = table.map(|(mode, basis, level)| {
        let education = [("is_basis", basis), ("education_level", "Bachelor"), ("graduated", "2016-06")];
        let sections = [
            basics(&[("target_title", "FullSeniorEngineer"), ("application_mode", mode)]),
            ("education", rows(&[&education])),
            current_title(&[("level", level), ("obtained_date", "2019-08-01")]),
        ];
        format!("{mode} {basis:?} {level}: {}", told(&PACK, &sections, &[]))
    });
    assert_snapshot!(lines.join("\n"), @r#"
    Promotion "" DeputySenior: W_SENIORITY D seniority 自2019年8月1日取得现职称起已满1年；申报正高级工程师一般须满5年（人社部发〔2019〕16号），尚不足；符合破格条件的请选择破格申报
    Promotion "true" DeputySenior: W_SENIORITY D seniority 自2019年8月1日取得现职称起已满1年；申报正高级工程师一般须满5年（人社部发〔2019〕16号），尚不足；符合破格条件的请选择破格申报
    Transfer "true" DeputySenior: E_LEVEL_SKIP X10 level 职称应逐级申报：转评申报同级职称，现职称级别应与申报职称相同，请核对，符合破格条件的请选择破格申报 + W_SENIORITY D seniority 自2019年8月1日取得现职称起已满1年；申报正高级工程师一般须满5年（人社部发〔2019〕16号），尚不足；符合破格条件的请选择破格申报
    Transfer "true" FullSenior: –
    "#);
}
