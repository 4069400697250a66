//! The process as a whole: every state has a way out, every step leaves its line in the log.

use crate::pack;
use crate::scene::at;
use chrono::{DateTime, FixedOffset};
use domain::batch::Batch;
use domain::form::{Answers, Case, Here};
use domain::ids::{AccountId, ApplicationId, OrganisationId};
use domain::messages::{self, Message};
use domain::pack::TitleLevel;
use domain::words::chinese;
use domain::workflow::{
    Action, Application, By, Circumstances, Ending, Filling, Move, Office, PostedTable, ProgressState,
    Refusal, Stage, State, Station, Step, To, UnitWork, decide, progress,
};
use std::collections::{BTreeMap, BTreeSet};

fn station(stage: Stage, id: &str) -> Station {
    Station { stage, organisation: OrganisationId::new(id), name: format!("{id}办"), phone: String::new() }
}

pub(crate) fn application(state: State) -> Application {
    let now: DateTime<FixedOffset> = "2020-08-20T10:00:00+08:00".parse().unwrap();
    Application {
        id: ApplicationId::new("a1"),
        applicant: AccountId::new("p1"),
        applicant_name: "覃梅".into(),
        unit: OrganisationId::new("unit"),
        unit_name: "鹿寨县某某建设有限公司".into(),
        pack: "liuzhou-2020".into(),
        cycle_year: 2020,
        target_title: "Engineer".into(),
        committee: "C_CON_M".into(),
        specialty: "s".into(),
        state,
        revision: 3,
        version: 1,
        unit_version: 0,
        submitted: None,
        route: vec![
            station(Stage::Unit, "unit"),
            station(Stage::Office(Office::CountyTitle), "county"),
            station(Stage::Office(Office::Series), "series"),
        ],
        station: 0,
        reached: 0,
        posted: None,
        earlier_tables: Vec::new(),
        section_digests: BTreeMap::new(),
        opened: false,
        withdrawal: None,
        ended_in: None,
        last_step: None,
        open_return: None,
        order: None,
        arrived_on: now.date_naive(),
        n_log: 0,
        log_hash: String::new(),
        first_submitted_on: None,
        last_submitted_on: None,
        material_deadline: None,
        review_deadline: None,
        started_at: now,
        updated_at: now,
    }
}

pub(crate) fn batch() -> Batch {
    let day = |text: &str| text.parse().unwrap();
    Batch {
        pack: "liuzhou-2020".into(),
        open_on: day("2020-08-01"),
        personal_deadline: day("2020-09-10"),
        unit_deadline: day("2020-09-25"),
        supervisor_deadline: day("2020-10-15"),
        county_deadline: day("2020-10-31"),
        series_deadline: day("2020-11-15"),
        payment_deadline: day("2020-12-10"),
        final_correction_deadline: day("2020-11-15"),
        fees_fen: BTreeMap::from([(TitleLevel::Middle, 16_000)]),
    }
}

pub(crate) fn step(action: Action) -> Step {
    Step { opinion: "同意上报".into(), ..Step::silent(action) }
}

fn take(application: &Application, step: &Step, by: By) -> Result<domain::workflow::Decision, Refusal> {
    let (pack, answers, batch) = (pack(), Answers::new(), batch());
    let case = Case::new(&pack, &answers, &[], "2020-08-20".parse().unwrap());
    let at = Circumstances { case, batch: &batch, route: &[], now: application.updated_at };
    decide(application, step, by, &at)
}

/// Returns the states that a move may lead to, over every route.
fn targets(to: To) -> Vec<State> {
    let offices = [Office::Supervisor, Office::CountyTitle, Office::CountyIndustry, Office::Series];
    match to {
        To::State(state) => vec![state],
        To::NextStation | To::ReturningStation => offices.map(State::Office).to_vec(),
        // Both were reached before.
        To::Stay | To::WhereItEnded => Vec::new(),
    }
}

#[test]
fn the_states_with_a_name_are_those_that_a_draft_can_reach() {
    let draft = State::Filling(Filling::Draft);
    let (mut reached, mut open) = (vec![draft], vec![draft]);
    while let Some(state) = open.pop() {
        for to in state.moves().iter().flat_map(|taken| targets(taken.to)) {
            if !reached.contains(&to) {
                reached.push(to);
                open.push(to);
            }
        }
    }
    let names = |states: Vec<State>| states.into_iter().map(State::name).collect::<BTreeSet<_>>();
    assert_eq!(names(State::all().collect()), names(reached.clone()));
    assert_eq!(State::all().count(), reached.len());
    for state in State::all() {
        let is_final = state.is_over() && !state.can_be_reopened();
        assert_eq!(state.moves().is_empty(), is_final, "{state:?}");
        assert_eq!(state.find_move(Action::Submit).is_some(), state.is_editable(), "{state:?}");
        let written = serde_json::to_string(&state).unwrap();
        assert_eq!(written, format!("\"{}\"", state.name()));
        assert_eq!(serde_json::from_str::<State>(&written).unwrap(), state);
    }
    assert!(serde_json::from_str::<State>("\"Certified\"").is_err());
}

/// X9, §5.1: refused and expired are final in the cycle, once an application was submitted.
#[test]
fn x09_only_a_withdrawn_application_and_a_draft_that_nobody_had_free_the_cycle() {
    let freeing = |version| -> Vec<&str> {
        let frees = |state: &State| Application { version, ..application(*state) }.frees_cycle();
        State::all().filter(frees).map(State::name).collect()
    };
    assert_eq!(freeing(1), ["Withdrawn"]);
    assert_eq!(freeing(0), ["Withdrawn", "Expired"]);
}

#[test]
fn the_table_of_moves() {
    let line = |state: State, taken: &Move| {
        let Move { rule, action, by, to, guard, words, tells } = taken;
        let to = match to {
            To::State(to) => to.name().to_owned(),
            To::NextStation | To::ReturningStation | To::Stay | To::WhereItEnded => format!("{to:?}"),
        };
        format!("{rule} {} --{action:?} by {by:?}--> {to} · {guard:?} · {words:?} · {tells:?}", state.name())
    };
    let lines = State::all().flat_map(|state| state.moves().iter().map(move |taken| line(state, taken)));
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_step_is_taken_only_by_whose_turn_it_is() {
    for state in State::all() {
        for taken in state.moves() {
            let other = if taken.by == By::Applicant {
                By::Stage(Stage::Office(Office::Series))
            } else {
                By::Applicant
            };
            assert_eq!(
                take(&application(state), &step(taken.action), other),
                Err(Refusal::NotYours),
                "{state:?} {taken:?}"
            );
        }
    }
}

#[test]
fn r77_forwarding_without_publicity_is_refused_by_the_seed_s_sentence() {
    let refused =
        take(&application(State::Unit(UnitWork::Review)), &step(Action::Forward), By::Stage(Stage::Unit))
            .unwrap_err();
    assert_eq!(refused.code(), "E_NOT_PUBLICISED");
    assert!(chinese::refusal(&refused).contains("未经公示的申报材料一律不予受理"));
    let empty =
        take(&application(State::Unit(UnitWork::Recommend)), &step(Action::Forward), By::Stage(Stage::Unit))
            .unwrap_err();
    assert_eq!(empty.code(), "E_NOT_PUBLICISED");
}

#[test]
fn r91_a_return_names_a_place_and_a_reason() {
    let by = By::Stage(Stage::Unit);
    assert_eq!(
        take(&application(State::Unit(UnitWork::Review)), &step(Action::Return), by),
        Err(Refusal::ReasonsMissing)
    );
    let reason = domain::workflow::ReturnItem {
        spot: domain::form::Spot::field("publications", "cn_number"),
        code: "E02".into(),
        text: "缺国家新闻出版署查询截图".into(),
        answer: String::new(),
    };
    let with = |reason: domain::workflow::ReturnItem| Step { reasons: vec![reason], ..step(Action::Return) };
    let short = domain::workflow::ReturnItem { text: "缺图".into(), ..reason.clone() };
    assert_eq!(
        take(&application(State::Unit(UnitWork::Review)), &with(short), by),
        Err(Refusal::ReasonsMissing)
    );
    let decision = take(&application(State::Unit(UnitWork::Review)), &with(reason), by).unwrap();
    assert_eq!(decision.application.state, State::Filling(Filling::Returned));
    let deadline = "2020-08-30".parse().unwrap();
    let told = Message::Returned { name: "覃某".into(), stage: Stage::Unit, count: 1, deadline };
    assert_eq!(decision.messages, [told]);
}

/// T13, T14: who is asked to mend something can open its place.
#[test]
fn a_return_names_places_of_those_it_goes_to() {
    let mut at_county = application(State::Office(Office::CountyTitle));
    (at_county.station, at_county.reached) = (1, 1);
    let refused = |action, section: &str, code: &str| {
        let reason = domain::workflow::ReturnItem {
            spot: domain::form::Spot::section(section),
            code: code.into(),
            text: "请补充完整后重新提交".into(),
            answer: String::new(),
        };
        let step = Step { reasons: vec![reason], ..step(action) };
        take(&at_county, &step, By::Stage(Stage::Office(Office::CountyTitle))).err()
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
fn t14_the_unit_is_told_that_the_application_came_back() {
    let mut at_county = application(State::Office(Office::CountyTitle));
    (at_county.station, at_county.reached) = (1, 1);
    let reason = domain::workflow::ReturnItem {
        spot: domain::form::Spot::section("deliberation"),
        code: "U04".into(),
        text: "审议小组不足5人".into(),
        answer: String::new(),
    };
    let step = Step { reasons: vec![reason], ..step(Action::ReturnToUnit) };
    let told = take(&at_county, &step, By::Stage(Stage::Office(Office::CountyTitle))).unwrap().messages;
    let texts: Vec<String> = told.iter().map(|told| messages::text(&pack(), told).unwrap()).collect();
    let expected =
        "【柳州职称】1份申报材料被县区职改部门退回单位补正，共1项，请于8月30日24时前登录系统补正后重新上报。";
    assert_eq!(texts, [expected]);
}

#[test]
fn t05_what_the_unit_has_not_filled_in_is_called_its_own() {
    let by = By::Stage(Stage::Unit);
    let refused =
        take(&application(State::Unit(UnitWork::Review)), &step(Action::StartPublicity), by).unwrap_err();
    assert_eq!(refused.code(), "E_INCOMPLETE");
    assert!(chinese::refusal(&refused).starts_with("单位填写的内容尚有"), "{refused:?}");
    let refused =
        take(&application(State::Filling(Filling::Draft)), &step(Action::Submit), By::Applicant).unwrap_err();
    assert!(chinese::refusal(&refused).starts_with("申报材料尚有"), "{refused:?}");
}

/// R73: version and hash are those of the table that was printed last.
#[test]
fn r73_the_unit_s_form_shows_what_was_posted() {
    let (pack, answers, mut application) =
        (pack(), Answers::new(), application(State::Unit(UnitWork::Publicity)));
    let shown = |application: &Application, id: &str| {
        let case = Case::new(&pack, &answers, &[], "2020-08-20".parse().unwrap()).of(application);
        let field = pack.section("publicity").unwrap().field(id).unwrap();
        case.in_words(Here { section: "publicity", row: None }, field)
    };
    assert_eq!(
        (shown(&application, "table_version"), shown(&application, "snapshot_hash")),
        (String::new(), String::new())
    );
    application.posted = Some(PostedTable {
        table_version: 2,
        check_code: "0123456789abcdef".into(),
        generated_on: "2020-08-01".parse().unwrap(),
        ..PostedTable::default()
    });
    assert_eq!(
        (shown(&application, "table_version"), shown(&application, "snapshot_hash")),
        ("2".into(), "0123 4567 89ab cdef".into()),
        "the code that the sheet bears"
    );
}

#[test]
fn t11_a_county_office_forwards_to_the_next_office_with_an_opinion() {
    let at_county = at("CountyTitleReview");
    let silent = Step { opinion: " ".into(), ..step(Action::Forward) };
    let by = By::Stage(Stage::Office(Office::CountyTitle));
    assert_eq!(at_county.take(&silent, by), Err(Refusal::OpinionMissing));
    let decision = at_county.take(&step(Action::Forward), by).unwrap();
    assert_eq!(
        (decision.application.state, decision.application.station),
        (State::Office(Office::CountyIndustry), 3)
    );
    assert_eq!(decision.application.waits_for(), Some(&OrganisationId::new("bureau")));
    assert_eq!(decision.entry.organisation_name, "county办");
}

#[test]
fn r68_the_series_office_s_pass_makes_one_order_and_one_m4() {
    let at_series = at("SeriesReview");
    let by = By::Stage(Stage::Office(Office::Series));
    let decision = at_series.take(&step(Action::Approve), by).unwrap();
    assert_eq!(decision.order_fen, Some(16_000));
    let messages: Vec<&str> = decision.messages.iter().map(Message::in_pack).collect();
    assert_eq!(messages, ["M4"]);
}

#[test]
fn the_log_is_a_chain_that_shows_a_change() {
    let first = take(&application(State::Unit(UnitWork::Review)), &step(Action::Withdraw), By::Applicant)
        .unwrap()
        .entry;
    assert!(first.is_intact() && first.seq == 1);
    let mut changed = first.clone();
    changed.to = State::Over(Ending::Verified);
    assert!(!changed.is_intact());
}

#[test]
fn r65_the_progress_shows_the_application_s_own_route() {
    let mut at_county = application(State::Office(Office::CountyTitle));
    (at_county.station, at_county.reached) = (1, 1);
    let (steps, pack) = (progress(&at_county, &[], false, None), pack());
    let labels: Vec<&str> = steps.iter().map(|step| chinese::milestone(step.milestone, &pack)).collect();
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
    let pack = pack();
    assert!(batch().check(&pack).is_err(), "three levels have no fee");
    let fees = [TitleLevel::Junior, TitleLevel::Middle, TitleLevel::DeputySenior, TitleLevel::FullSenior];
    let complete = Batch { fees_fen: fees.map(|level| (level, 10_000)).into(), ..batch() };
    assert_eq!(complete.check(&pack), Ok(()));
    let rushed = Batch { unit_deadline: "2020-09-14".parse().unwrap(), ..complete.clone() };
    assert!(matches!(rushed.check(&pack), Err(domain::batch::BatchFault::NoTimeForPublicity(5))));
    let backwards = Batch { series_deadline: "2020-09-01".parse().unwrap(), ..complete };
    assert!(matches!(backwards.check(&pack), Err(domain::batch::BatchFault::DatesOutOfOrder)));
}

#[test]
fn t01_an_application_begins_on_the_batch_s_first_day_and_until_the_personal_deadline() {
    let days = ["2020-07-31", "2020-08-01", "2020-09-10", "2020-09-11"];
    assert_eq!(days.map(|day| batch().is_open(day.parse().unwrap())), [false, true, true, false]);
}
