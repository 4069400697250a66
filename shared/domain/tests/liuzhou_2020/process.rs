//! The process as a whole: every state has a way out, every step leaves its line in the log.

use crate::pack;
use domain::batch::Batch;
use domain::form::{Answers, Case, Here};
use domain::ids::{AccountId, ApplicationId, OrganisationId};
use domain::policy::TitleLevel;
use domain::workflow::{
    Action, By, CaseFile, Circumstances, PostedTable, ProgressState, Refusal, Stage, State, Station, Step,
    To, decide, progress,
};
use std::collections::{BTreeMap, BTreeSet};

fn station(stage: Stage, id: &str) -> Station {
    Station { stage, organisation: OrganisationId::new(id), name: format!("{id}办"), phone: String::new() }
}

pub(crate) fn file(state: State) -> CaseFile {
    let now = "2020-08-20T10:00:00+08:00".parse().unwrap();
    CaseFile {
        id: ApplicationId::new("a1"),
        applicant: AccountId::new("p1"),
        applicant_name: "覃梅".into(),
        unit: OrganisationId::new("unit"),
        unit_name: "鹿寨县某某建设有限公司".into(),
        policy: "liuzhou-2020".into(),
        cycle_year: 2020,
        target_title: "Engineer".into(),
        committee: "C_CON_M".into(),
        specialty: "s".into(),
        state,
        revision: 3,
        version: 1,
        route: vec![
            station(Stage::Unit, "unit"),
            station(Stage::CountyTitle, "county"),
            station(Stage::Series, "series"),
        ],
        station: 0,
        reached: 0,
        posted: None,
        open_return: None,
        order: None,
        due: None,
        n_log: 0,
        log_hash: String::new(),
        first_submitted_on: None,
        material_deadline: None,
        review_deadline: None,
        started_at: now,
        updated_at: now,
    }
}

pub(crate) fn batch() -> Batch {
    let day = |text: &str| text.parse().unwrap();
    Batch {
        policy: "liuzhou-2020".into(),
        open_on: day("2020-08-01"),
        personal_deadline: day("2020-09-10"),
        unit_deadline: day("2020-09-25"),
        supervisor_deadline: day("2020-10-15"),
        county_deadline: day("2020-10-31"),
        series_deadline: day("2020-11-15"),
        payment_deadline: day("2020-12-10"),
        fees_fen: BTreeMap::from([(TitleLevel::Middle, 16_000)]),
    }
}

pub(crate) fn step(action: Action) -> Step {
    Step { action, opinion: "同意上报".into(), reasons: Vec::new(), answers: Vec::new() }
}

fn take(file: &CaseFile, step: &Step, by: By) -> Result<domain::workflow::Decision, Refusal> {
    let (policy, answers, batch) = (pack(), Answers::new(), batch());
    let case = Case::new(&policy, &answers, &[], "2020-08-20".parse().unwrap());
    let at = Circumstances { case, batch: &batch, route: &[], now: file.updated_at };
    decide(file, step, by, &at)
}

/// Where a move may lead, over every route.
fn targets(to: To) -> Vec<State> {
    let reviews =
        [Stage::Supervisor, Stage::CountyTitle, Stage::CountyIndustry, Stage::Series].map(Stage::review);
    match to {
        To::State(state) => vec![state],
        To::NextStation | To::ReturningStation => reviews.to_vec(),
    }
}

#[test]
fn every_state_before_payment_is_reached_and_can_be_left() {
    let mut reached = BTreeSet::from([format!("{:?}", State::Draft)]);
    let mut open = vec![State::Draft];
    while let Some(state) = open.pop() {
        for to in state.moves().iter().flat_map(|taken| targets(taken.to)) {
            if reached.insert(format!("{to:?}")) {
                open.push(to);
            }
        }
    }
    for state in State::ALL {
        let later = matches!(
            state,
            State::UnderEvaluation
                | State::ResultPublicity
                | State::Confirmed
                | State::Certified
                | State::NotPassed
                | State::Revoked
        );
        assert_eq!(reached.contains(&format!("{state:?}")), !later, "{state:?}");
    }
    let ends: Vec<State> = State::ALL.into_iter().filter(|state| state.is_over()).collect();
    assert!(ends.contains(&State::PaymentVerified) && !ends.contains(&State::Returned));
}

#[test]
fn the_table_of_moves() {
    let lines = State::ALL.iter().flat_map(|state| {
        let line = move |taken: &domain::workflow::Move| {
            format!("{} {state:?} --{:?} by {:?}--> {:?}", taken.rule, taken.action, taken.by, taken.to)
        };
        state.moves().iter().map(line)
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_step_is_taken_only_by_whose_turn_it_is() {
    for state in State::ALL {
        for taken in state.moves() {
            let other = if taken.by == By::Applicant { By::Stage(Stage::Series) } else { By::Applicant };
            assert_eq!(
                take(&file(state), &step(taken.action), other),
                Err(Refusal::NotYours),
                "{state:?} {taken:?}"
            );
        }
    }
}

#[test]
fn r77_forwarding_without_publicity_is_refused_by_the_seed_s_sentence() {
    let refused = take(&file(State::UnitReview), &step(Action::Forward), By::Stage(Stage::Unit)).unwrap_err();
    assert_eq!(refused.code(), "E_NOT_PUBLICISED");
    assert!(refused.to_string().contains("未经公示的申报材料一律不予受理"));
    let empty =
        take(&file(State::UnitRecommend), &step(Action::Forward), By::Stage(Stage::Unit)).unwrap_err();
    assert_eq!(empty.code(), "E_NOT_PUBLICISED");
}

#[test]
fn r91_a_return_names_a_place_and_a_reason() {
    let by = By::Stage(Stage::Unit);
    assert_eq!(take(&file(State::UnitReview), &step(Action::Return), by), Err(Refusal::ReasonsMissing));
    let reason = domain::workflow::ReturnItem {
        spot: domain::form::Spot::field("publications", "cn_number"),
        code: "E02".into(),
        text: "缺国家新闻出版署查询截图".into(),
        answer: String::new(),
    };
    let with = |reason: domain::workflow::ReturnItem| Step { reasons: vec![reason], ..step(Action::Return) };
    let short = domain::workflow::ReturnItem { text: "缺图".into(), ..reason.clone() };
    assert_eq!(take(&file(State::UnitReview), &with(short), by), Err(Refusal::ReasonsMissing));
    let decision = take(&file(State::UnitReview), &with(reason), by).unwrap();
    assert_eq!(decision.file.state, State::Returned);
    assert_eq!(decision.file.due, Some("2020-08-30".parse().unwrap()), "ten days to correct");
    assert_eq!(decision.outgoing[0].message, "M2");
    assert_eq!(decision.outgoing[0].values["name"], "覃某");
}

/// T13, T14: who is asked to mend something can open its place.
#[test]
fn a_return_names_places_of_those_it_goes_to() {
    let mut at_county = file(State::CountyTitleReview);
    (at_county.station, at_county.reached) = (1, 1);
    let refused = |action, section: &str, code: &str| {
        let reason = domain::workflow::ReturnItem {
            spot: domain::form::Spot::section(section),
            code: code.into(),
            text: "请补充完整后重新提交".into(),
            answer: String::new(),
        };
        let step = Step { reasons: vec![reason], ..step(action) };
        take(&at_county, &step, By::Stage(Stage::CountyTitle)).err()
    };
    assert_eq!(refused(Action::Return, "exceptional_case", "Z99"), None, "asked for or not");
    assert_eq!(refused(Action::ReturnToUnit, "deliberation", "U04"), None);
    for (action, section) in [
        (Action::Return, "deliberation"),
        (Action::Return, "nowhere"),
        (Action::ReturnToUnit, "publications"),
    ] {
        assert_eq!(refused(action, section, "Z99"), Some(Refusal::ReasonsElsewhere), "{action:?} {section}");
    }
    for code in ["", "Z98"] {
        assert_eq!(refused(Action::Return, "publications", code), Some(Refusal::ReasonsMissing), "{code}");
    }
}

#[test]
fn t14_the_unit_is_told_that_the_file_came_back() {
    let mut at_county = file(State::CountyTitleReview);
    (at_county.station, at_county.reached) = (1, 1);
    let reason = domain::workflow::ReturnItem {
        spot: domain::form::Spot::section("deliberation"),
        code: "U04".into(),
        text: "审议小组不足5人".into(),
        answer: String::new(),
    };
    let step = Step { reasons: vec![reason], ..step(Action::ReturnToUnit) };
    let told = take(&at_county, &step, By::Stage(Stage::CountyTitle)).unwrap().outgoing;
    let texts: Vec<String> = told
        .iter()
        .map(|told| domain::messages::text(&pack(), &told.message, &told.values).unwrap())
        .collect();
    let expected =
        "【柳州职称】1份申报材料被县区职改部门退回单位补正，共1项，请于8月30日24时前登录系统补正后重新上报。";
    assert_eq!(texts, [expected]);
}

#[test]
fn t05_what_the_unit_has_not_filled_in_is_called_its_own() {
    let by = By::Stage(Stage::Unit);
    let refused = take(&file(State::UnitReview), &step(Action::StartPublicity), by).unwrap_err();
    assert_eq!(refused.code(), "E_INCOMPLETE");
    assert!(refused.to_string().starts_with("单位填写的内容尚有"), "{refused}");
    let refused = take(&file(State::Draft), &step(Action::Submit), By::Applicant).unwrap_err();
    assert!(refused.to_string().starts_with("申报材料尚有"), "{refused}");
}

/// R73: version and hash are those of the table that was printed last.
#[test]
fn r73_the_unit_s_form_shows_what_was_posted() {
    let (policy, answers, mut file) = (pack(), Answers::new(), file(State::UnitPublicity));
    let shown = |file: &CaseFile, id: &str| {
        let case = Case::new(&policy, &answers, &[], "2020-08-20".parse().unwrap()).of(file);
        let field = policy.section("publicity").unwrap().field(id).unwrap();
        case.in_words(Here { section: "publicity", row: None }, field)
    };
    assert_eq!(
        (shown(&file, "table_version"), shown(&file, "snapshot_hash")),
        (String::new(), String::new())
    );
    file.posted = Some(PostedTable { table_version: 2, payload_hash: "ab12".into() });
    assert_eq!((shown(&file, "table_version"), shown(&file, "snapshot_hash")), ("2".into(), "ab12".into()));
}

#[test]
fn t11_a_county_office_forwards_to_the_series_office_with_an_opinion() {
    let mut at_county = file(State::CountyTitleReview);
    (at_county.station, at_county.reached) = (1, 1);
    let silent = Step { opinion: " ".into(), ..step(Action::Forward) };
    let by = By::Stage(Stage::CountyTitle);
    assert_eq!(take(&at_county, &silent, by), Err(Refusal::OpinionMissing));
    let decision = take(&at_county, &step(Action::Forward), by).unwrap();
    assert_eq!((decision.file.state, decision.file.station), (State::SeriesReview, 2));
    assert_eq!(decision.file.waits_for(), Some(&OrganisationId::new("series")));
    assert_eq!(decision.entry.organisation_name, "county办");
}

#[test]
fn r68_the_series_office_s_pass_makes_one_order_and_one_m4() {
    let mut at_series = file(State::SeriesReview);
    (at_series.station, at_series.reached) = (2, 2);
    let decision = take(&at_series, &step(Action::Approve), By::Stage(Stage::Series)).unwrap();
    assert_eq!(decision.order_fen, Some(16_000));
    let messages: Vec<&str> = decision.outgoing.iter().map(|outgoing| outgoing.message.as_str()).collect();
    assert_eq!(messages, ["M4"]);
    at_series.target_title = "SeniorEngineer".into();
    assert_eq!(take(&at_series, &step(Action::Approve), By::Stage(Stage::Series)), Err(Refusal::FeeMissing));
}

#[test]
fn the_log_is_a_chain_that_shows_a_change() {
    let first = take(&file(State::UnitReview), &step(Action::Withdraw), By::Applicant).unwrap().entry;
    assert!(first.is_intact() && first.seq == 1);
    let mut changed = first.clone();
    changed.to = State::PaymentVerified;
    assert!(!changed.is_intact());
}

#[test]
fn r65_the_progress_shows_the_file_s_own_route() {
    let mut at_county = file(State::CountyTitleReview);
    (at_county.station, at_county.reached) = (1, 1);
    let steps = progress(&at_county, &[], "市系列审核", false);
    let labels: Vec<&str> = steps.iter().map(|step| step.label.as_str()).collect();
    assert_eq!(
        labels,
        ["填写提交", "单位审核", "单位公示", "审议推荐", "县区职改部门", "市系列审核", "缴费", "缴费验证"]
    );
    assert_eq!(steps[4].state, ProgressState::Current);
    assert_eq!(steps[4].organisation, "county办");
    assert_eq!(steps[5].state, ProgressState::NotReached);
}

#[test]
fn a_batch_without_fees_or_without_time_for_publicity_does_not_open() {
    let policy = pack();
    assert!(batch().check(&policy).is_err(), "three levels have no fee");
    let fees = [TitleLevel::Junior, TitleLevel::Middle, TitleLevel::DeputySenior, TitleLevel::FullSenior];
    let complete = Batch { fees_fen: fees.map(|level| (level, 10_000)).into(), ..batch() };
    assert_eq!(complete.check(&policy), Ok(()));
    let rushed = Batch { unit_deadline: "2020-09-14".parse().unwrap(), ..complete.clone() };
    assert!(matches!(rushed.check(&policy), Err(domain::batch::BatchFault::NoTimeForPublicity(5))));
    let backwards = Batch { series_deadline: "2020-09-01".parse().unwrap(), ..complete };
    assert!(matches!(backwards.check(&policy), Err(domain::batch::BatchFault::DatesOutOfOrder)));
}
