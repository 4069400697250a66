//! Degrees that contradict an education (R21).

use crate::english::ENGLISH;
use crate::named::{PACK, found, rows, said};
use domain::form::{Code, Problem};
use domain::pack::Severity;
use domain::words;

fn doubts(education: &str, degree: &str) -> Vec<Problem> {
    let basis = [("is_basis", "true"), ("education_level", education), ("degree", degree)];
    let problems = found(&[("education", rows(&[&basis]))], &[], "education").into_iter();
    problems.filter(|problem| problem.code() == Code::WDegree).collect()
}

#[test]
fn r21_a_degree_that_nobody_obtains_with_the_education_is_pointed_out() {
    // Education, and the degrees beside it that are doubted. The rest of all pairs is not.
    let table: [(&str, &[&str]); 8] = [
        ("Doctor", &[]),
        ("Master", &[]),
        ("Bachelor", &["Doctor"]),
        ("College", &["Master", "Doctor"]),
        ("Secondary", &["Bachelor", "SecondBachelor", "Master", "Doctor"]),
        ("TechnicalSchool", &["Bachelor", "SecondBachelor", "Master", "Doctor"]),
        ("HighSchool", &["Bachelor", "SecondBachelor", "Master", "Doctor"]),
        ("Other", &[]),
    ];
    let levels: Vec<&str> =
        PACK.dictionaries["education_levels"].iter().map(|level| level.value.as_str()).collect();
    assert_eq!(levels, table.map(|(education, _)| education), "every education has its line");
    for (education, doubted) in table {
        for degree in &PACK.dictionaries["degrees"] {
            let n = usize::from(doubted.contains(&degree.value.as_str()));
            assert_eq!(doubts(education, &degree.value).len(), n, "{education} {}", degree.value);
        }
    }
    assert!(doubts("", "Doctor").is_empty() && doubts("College", "").is_empty(), "half an answer");
}

#[test]
fn r21_the_doubt_names_both_and_says_what_to_do() {
    let [doubt] = <[Problem; 1]>::try_from(doubts("College", "Master")).unwrap();
    assert_eq!(doubt.severity, Severity::Warning, "it never stands in the way");
    assert_eq!(doubt.rule, "R21");
    assert_eq!(doubt.source, PACK.sources["R21"]);
    assert_eq!(doubt.spot.anchor(), "education--rows--r0--degree");
    assert_eq!(
        said(&doubt),
        "所填学历“大学专科”与学位“硕士”不相符，请对照证书核对；不是随这一学历取得的学位，请另加一条学历填写"
    );
    let level = &ENGLISH.dictionaries["education_levels"][3].label;
    assert_eq!(
        words::english::problem(&doubt, &ENGLISH),
        format!(
            "The education “{level}” and the degree “Master” do not go together. Compare them with the certificates. \
             A degree that was not obtained with this education belongs in an entry of its own."
        )
    );
}

#[test]
fn r21_each_entry_is_judged_by_itself() {
    let school = [("education_level", "HighSchool"), ("degree", "None")];
    let slip = [("education_level", "Bachelor"), ("degree", "Doctor")];
    let basis = [("is_basis", "true"), ("education_level", "Master"), ("degree", "None")];
    let problems = found(&[("education", rows(&[&school, &slip, &basis]))], &[], "education");
    let rows: Vec<String> =
        problems.iter().filter(|p| p.code() == Code::WDegree).map(|p| p.spot.anchor()).collect();
    assert_eq!(rows, ["education--rows--r1--degree"]);
}

/// §4.2: advice on the education that the application stands on, and on no other.
#[test]
fn r21_a_subject_that_is_far_from_the_series_is_pointed_out() {
    for (major, basis, warned) in [
        ("会计学", "true", true),
        ("商务英语", "true", true),
        ("机械设计制造及其自动化", "true", false),
        ("会计学", "false", false),
    ] {
        let other = [("is_basis", if basis == "true" { "false" } else { "true" }), ("major", "车辆工程")];
        let schools = rows(&[&other, &[("is_basis", basis), ("major", major)]]);
        let problems = found(&[("education", schools)], &[], "education");
        let spots: Vec<String> =
            problems.iter().filter(|p| p.code() == Code::WMajor).map(|p| p.spot.anchor()).collect();
        let expected: &[&str] = if warned { &["education--rows--r1--major"] } else { &[] };
        assert_eq!(spots, expected, "{major} {basis}");
    }
}
