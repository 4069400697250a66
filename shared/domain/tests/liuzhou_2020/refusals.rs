//! 不予受理 (T7, T9, T18): final for the year, so it names its basis and explains it.

use crate::scene::{WHY_REFUSED, at, name_of, step};
use domain::workflow::{Action, State, Step};

#[test]
fn t09_t18_case_09_a_refusal_names_a_basis_of_the_pack_and_explains_it() {
    // The pack asks for 20 characters.
    let table = [
        ("", WHY_REFUSED, "E_BASIS_MISSING"),
        ("Invented", WHY_REFUSED, "E_BASIS_MISSING"),
        ("NotEligible", "", "E_REFUSAL_UNEXPLAINED"),
        ("NotEligible", "不符", "E_REFUSAL_UNEXPLAINED"),
        ("NotEligible", "一二三四五六七八九十一二三四五六七八九  ", "E_REFUSAL_UNEXPLAINED"),
        ("NotEligible", "一二三四五六七八九十一二三四五六七八九十", "taken"),
        ("Other", WHY_REFUSED, "taken"),
    ];
    let mut n_rows = 0;
    for state in State::all() {
        let Some(row) = state.find_move(Action::Refuse) else { continue };
        for (basis, opinion, expected) in table {
            let step = Step { basis: basis.into(), opinion: opinion.into(), ..step(Action::Refuse) };
            let name = name_of(state);
            assert_eq!(at(&name).says(&step, row.by), expected, "{name} {basis} {opinion}");
        }
        n_rows += 1;
    }
    assert_eq!(n_rows, 4, "the unit in three states, and the series office");
}

/// The basis is part of the sealed line, and no other step leaves one.
#[test]
fn t18_the_log_keeps_the_basis_of_a_refusal_only() {
    for (name, action, basis) in
        [("UnitRecommend", Action::Refuse, "NotEligible"), ("UnitRecommend", Action::Forward, "")]
    {
        let row = at(name).application.state.find_move(action).unwrap();
        let said = Step { basis: "NotEligible".into(), ..step(action) };
        let entry = at(name).take(&said, row.by).unwrap().entry;
        assert_eq!((entry.basis.as_str(), entry.is_intact()), (basis, true), "{action:?}");
    }
}
