#![allow(warnings)]
mod dice;
#[path = "../../../../tests/differential/src/application.rs"] mod application;
#[path = "../../../../tests/differential/src/coverage.rs"] mod coverage;
#[path = "../../../../tests/differential/src/files.rs"] mod files;
#[path = "../../../../tests/differential/src/history.rs"] mod history;
#[path = "../../../../tests/differential/src/text.rs"] mod text;
#[path = "../../../../tests/differential/src/value.rs"] mod value;
use domain::form::*; use domain::policy::*;
#[test]
fn probe() {
    let mut c = coverage::Coverage::default();
    let n: u32 = 4000;
    let (mut late, mut review) = (0, 0);
    for p in ["liuzhou-2020", "liuzhou-2026", "example-city-2026"] {
        let policy = domain::policy::load_folder(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies").join(p)).unwrap();
        for seed in 0..n {
            let a = application::Application::random(&policy, seed);
            let judge = |case: &Case<'_>| { let mut f = problems(case, FilledBy::Applicant); f.extend(problems(case, FilledBy::Unit)); f };
            let f = judge(&a.case(&policy));
            let mut plain = a.case(&policy); plain.filing.material_deadline = None;
            late += u32::from(judge(&plain) != f);
            let mut plain = a.case(&policy); plain.filing.review_deadline = None;
            review += u32::from(judge(&plain) != f);
            c.add(&f);
        }
    }
    for (code, n) in c.counts() { println!("{code} {n}"); }
    println!("T1 mattered in {late}, review bound in {review} of {}", 3 * n);
    assert!(c.counts().all(|(_, n)| n > 0));
}
