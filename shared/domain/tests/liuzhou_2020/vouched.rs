//! R21: the unit vouches for the education of those whom the state employs, and nothing goes on before it has.

use crate::named::{PACK, Pairs, case, data, found};
use crate::process::{application, batch, step};
use domain::form::{Answers, Case, Code, Problem, Row, SectionData, Spot, fixed_rows};
use domain::ids::RowId;
use domain::pack::{FilledBy, FixedRows};
use domain::workflow::{
    Action, Application, By, Circumstances, Office, Refusal, Stage, State, UnitWork, decide,
};

const TICK: &str = "education_verified";

/// Returns the problems of the tick for somebody of this identity, in a unit of the same nature.
fn said(identity: &str, tick: &str) -> Vec<Problem> {
    let basics = data(&[("identity_nature", identity), ("unit_nature", identity)]);
    let sections = [("basic_info", basics), ("unit_check", data(&[(TICK, tick)]))];
    let problems = found(&sections, &[], "unit_check").into_iter();
    problems.filter(|problem| problem.spot.field.as_deref() == Some(TICK)).collect()
}

#[test]
fn r21_the_unit_ticks_that_it_verified_the_education_of_those_whom_the_state_employs() {
    // ASSUMPTION (domain.md §4.2, G3): NonEstablished like a state unit, Freelance and Other like 民营企业.
    let table = [
        ("PublicInstitution", true),
        ("StateEnterprise", true),
        ("PrivateEnterprise", false),
        ("SocialOrganization", false),
        ("NonEstablished", true),
        ("Freelance", false),
        ("Other", false),
    ];
    let identities: Vec<&str> =
        PACK.dictionaries["identity_natures"].iter().map(|choice| choice.value.as_str()).collect();
    assert_eq!(identities, table.map(|(identity, _)| identity), "every identity has its line");
    for (identity, vouched) in table {
        for (tick, code) in [("", Code::ERequired), ("false", Code::EMustBeTrue)] {
            let said: Vec<_> = said(identity, tick).into_iter().map(|p| (p.code(), p.spot, p.rule)).collect();
            let expected = (code, Spot::field("unit_check", TICK), "R21".to_owned());
            assert_eq!(said, if vouched { vec![expected] } else { Vec::new() }, "{identity} “{tick}”");
        }
        assert!(said(identity, "true").is_empty(), "{identity}");
    }
}

fn with_rows(pairs: Pairs<'_>, group: &str, rows: Vec<Row>) -> SectionData {
    SectionData { groups: [(group.to_owned(), rows)].into(), ..data(pairs) }
}

/// The rows that the system lays out, all with the same result.
fn laid_out(answers: &Answers, kind: FixedRows, result: &str) -> Vec<Row> {
    let headings = fixed_rows(&case(&PACK, answers, &[]), kind).into_iter();
    headings.map(|(id, _)| Row { id, values: data(&[("result", result)]).values }).collect()
}

/// Everything that the unit fills in for an engineer, but for the tick.
fn recorded(identity: &str, tick: &str) -> Answers {
    let basics = [("identity_nature", identity), ("unit_nature", identity), ("target_title", "Engineer")];
    let mut answers = Answers::from([("basic_info".to_owned(), data(&basics))]);
    let member = |(i, name): (usize, &str)| {
        let is_leader = if i == 0 { "true" } else { "false" };
        let values = data(&[("name", name), ("post", "工程师"), ("is_leader", is_leader)]).values;
        Row { id: RowId::new(format!("r{i}")), values }
    };
    let publicity = [
        ("start_date", "2020-08-03"),
        ("end_date", "2020-08-07"),
        ("place", "厂区公告栏"),
        ("method", "NoticeBoard"),
        ("contact_department", "人力资源部"),
        ("contact_person", "黄志"),
        ("contact_phone", "0772-1234567"),
        ("has_objection", "false"),
        ("conclusion", "NoObjection"),
    ];
    let deliberation = [
        ("date", "2020-08-18"),
        ("place", "三楼会议室"),
        ("present_count", "5"),
        ("votes_for", "5"),
        ("votes_against", "0"),
        ("abstain", "0"),
        ("opinion", "经审议，该同志专业基础扎实，业绩突出，符合申报工程师的条件。"),
        ("result", "Recommended"),
    ];
    let recommendation = [
        ("moral", "该同志遵纪守法，爱岗敬业，职业道德良好。"),
        ("results", "该同志主持完成多项工艺改进，成绩突出。"),
        ("level", "该同志熟悉本专业标准，理论水平较高。"),
        ("ability", "该同志善于解决现场技术难题，能力较强。"),
        ("attitude", "该同志工作认真负责，吃苦耐劳，态度端正。"),
        ("conclusion", "Recommend"),
        ("signer", "黄志"),
        ("date", "2020-08-19"),
    ];
    let members = ["甲一", "乙二", "丙三", "丁四", "戊五"].into_iter().enumerate().map(member).collect();
    let checked = laid_out(&answers, FixedRows::ApplicantSections, "Pass");
    let appraised = laid_out(&answers, FixedRows::AppraisalYears, "Qualified");
    answers.insert("unit_check".into(), with_rows(&[(TICK, tick)], "rows", checked));
    answers.insert("publicity".into(), data(&publicity));
    answers.insert("deliberation".into(), with_rows(&deliberation, "members", members));
    answers.insert("appraisals".into(), with_rows(&[], "rows", appraised));
    answers.insert("unit_recommendation".into(), data(&recommendation));
    answers
}

/// Returns the state the unit's step leads to, or the anchors of what is in its way.
fn taken(state: State, action: Action, answers: &Answers) -> Result<State, Vec<String>> {
    let (case, batch) = (case(&PACK, answers, &[]), batch());
    // An application that came back to the unit goes on to the office that returned it.
    let station = usize::from(state == State::Unit(UnitWork::Correcting));
    let application = Application { station, reached: station, ..application(state) };
    let printed = Case { today: "2020-08-01".parse().unwrap(), ..case };
    let application = application.with_table(application.table_of(&printed));
    let at = Circumstances { case, batch: &batch, route: &[], now: application.updated_at };
    match decide(&application, &step(action), By::Stage(Stage::Unit), &at) {
        Ok(decision) => Ok(decision.application.state),
        Err(Refusal::Incomplete { part: FilledBy::Unit, problems }) => {
            Err(problems.iter().map(|problem| problem.spot.anchor()).collect())
        }
        Err(other) => panic!("{state:?} {action:?}: {other:?}"),
    }
}

#[test]
fn r21_the_unit_forwards_nothing_before_it_has_verified_the_education() {
    let steps = [
        (State::Unit(UnitWork::Review), Action::StartPublicity, State::Unit(UnitWork::Publicity)),
        (State::Unit(UnitWork::Recommend), Action::Forward, State::Office(Office::CountyTitle)),
        (State::Unit(UnitWork::Correcting), Action::Corrected, State::Office(Office::CountyTitle)),
    ];
    for (state, action, next) in steps {
        for (identity, vouched) in [("StateEnterprise", true), ("PrivateEnterprise", false)] {
            for (tick, verified) in [("", false), ("false", false), ("true", true)] {
                let refused = Err(vec![format!("unit_check--{TICK}")]);
                let expected = if vouched && !verified { refused } else { Ok(next) };
                let taken = taken(state, action, &recorded(identity, tick));
                assert_eq!(taken, expected, "{state:?} {identity} “{tick}”");
            }
        }
    }
}
