//! The effects of a step (domain.md §5.2): the next state and its date, who is told, and who may look.

use crate::named::PACK;
use crate::scene::{Scene, at, day, name_of, reason, state, station, step};
use domain::ids::OrganisationId;
use domain::messages::{self, Message, Recipient};
use domain::pack::FilledBy;
use domain::workflow::{Action, By, Decision, Office, Stage, Station, Step};

pub(crate) const UNIT: By = By::Stage(Stage::Unit);
pub(crate) const SUPERVISOR: By = By::Stage(Stage::Office(Office::Supervisor));
const COUNTY: By = By::Stage(Stage::Office(Office::CountyTitle));
const BUREAU: By = By::Stage(Stage::Office(Office::CountyIndustry));
const SERIES: By = By::Stage(Stage::Office(Office::Series));

/// From, step and by whom; to, and by when it must be done there. On 2020-08-20 of the batch of `process::batch`.
pub(crate) const STEPS: [(&str, Action, By, &str, &str); 27] = [
    ("Draft", Action::Submit, By::Applicant, "UnitReview", "2020-09-25"),
    ("Draft", Action::DeleteDraft, By::Applicant, "Withdrawn", ""),
    ("Draft", Action::Expire, By::Clock, "Expired", ""),
    ("UnitReview", Action::Return, UNIT, "Returned", "2020-08-30"),
    ("UnitReview", Action::StartPublicity, UNIT, "UnitPublicity", "2020-09-25"),
    ("UnitReview", Action::Withdraw, By::Applicant, "Withdrawn", ""),
    ("UnitPublicity", Action::FinishPublicity, UNIT, "UnitRecommend", "2020-09-25"),
    ("UnitPublicity", Action::Refuse, UNIT, "Refused", ""),
    ("UnitRecommend", Action::Forward, UNIT, "SupervisorReview", "2020-10-15"),
    ("UnitRecommend", Action::Return, UNIT, "Returned", "2020-08-30"),
    ("SupervisorReview", Action::Forward, SUPERVISOR, "CountyTitleReview", "2020-10-31"),
    ("CountyTitleReview", Action::Forward, COUNTY, "CountyIndustryReview", "2020-10-31"),
    ("CountyTitleReview", Action::Return, COUNTY, "Returned", "2020-08-30"),
    ("CountyIndustryReview", Action::Forward, BUREAU, "SeriesReview", "2020-11-15"),
    ("CountyIndustryReview", Action::ReturnToUnit, BUREAU, "ReturnedToUnit", "2020-08-30"),
    ("SeriesReview", Action::ReturnToUnit, SERIES, "ReturnedToUnit", "2020-08-30"),
    ("SeriesReview", Action::Refuse, SERIES, "Refused", ""),
    ("SeriesReview", Action::Approve, SERIES, "PaymentPending", "2020-12-10"),
    ("Returned", Action::Submit, By::Applicant, "UnitReview", "2020-09-25"),
    ("Returned", Action::Expire, By::Clock, "Expired", ""),
    ("ReturnedToUnit", Action::Corrected, UNIT, "CountyTitleReview", "2020-10-31"),
    ("ReturnedToUnit", Action::Return, UNIT, "Returned", "2020-08-30"),
    ("ReturnedToUnit", Action::Refuse, UNIT, "Refused", ""),
    ("ReturnedToUnit", Action::Withdraw, By::Applicant, "Withdrawn", ""),
    ("PaymentPending", Action::RecordPaid, By::Gateway, "PaymentSubmitted", "2020-12-10"),
    ("PaymentPending", Action::Expire, By::Clock, "Expired", ""),
    ("PaymentSubmitted", Action::VerifyPayment, By::Applicant, "PaymentVerified", ""),
];

/// A dual-directed application in a county that offers it.
const DUAL_DIRECTED: [(&str, &str); 2] = [("unit_county", "450226"), ("dual_directed", "true")];

/// The twentieth of August, or after every deadline.
pub(crate) fn day_of(action: Action) -> &'static str {
    if action == Action::Expire { "2020-12-11" } else { "2020-08-20" }
}

pub(crate) fn taken(name: &str, action: Action, by: By) -> Decision {
    at(name).on(day_of(action)).take(&step(action), by).unwrap()
}

#[test]
fn each_step_leads_to_its_state_and_sets_the_date_by_which_it_is_left() {
    for (name, action, by, to, due) in STEPS {
        let application = taken(name, action, by).application;
        assert_eq!(name_of(application.state), to, "{name} {action:?}");
        let Scene { pack, batch, .. } = at(name);
        assert_eq!(application.due(&pack, &batch), due.parse().ok(), "{name} {action:?}");
    }
}

/// §5.7: a late pass leaves the applicant fifteen days.
#[test]
fn t17_the_payment_is_due_on_the_batch_s_date_or_fifteen_days_after_the_pass() {
    let table = [("2020-11-24", "2020-12-10"), ("2020-11-25", "2020-12-10"), ("2020-11-26", "2020-12-11")];
    for (today, due) in table {
        let scene = at("SeriesReview").on(today);
        let passed = scene.take(&step(Action::Approve), SERIES).unwrap().application;
        assert_eq!(passed.due(&scene.pack, &scene.batch), Some(day(due)), "{today}");
    }
}

/// §5.5: ten days, and the office that asks.
#[test]
fn t13_t14_a_return_opens_what_is_to_be_corrected() {
    let table = [
        ("UnitReview", Action::Return, UNIT, "鹿寨县某某建设有限公司"),
        ("SupervisorReview", Action::Return, SUPERVISOR, "supervisor办"),
        ("SeriesReview", Action::ReturnToUnit, SERIES, "series办"),
    ];
    for (name, action, by, office) in table {
        let mut scene = at(name);
        scene.application.open_return = None;
        let returned = scene.take(&step(action), by).unwrap().application;
        assert_eq!(returned.due(&scene.pack, &scene.batch), Some(day("2020-08-30")), "{name}");
        let open = returned.open_return.unwrap();
        assert_eq!((By::Stage(open.stage), open.organisation_name.as_str()), (by, office), "{name}");
        assert_eq!(open.items, step(action).reasons, "{name}");
    }
    for (name, action, by) in
        [("Returned", Action::Submit, By::Applicant), ("ReturnedToUnit", Action::Corrected, UNIT)]
    {
        assert_eq!(taken(name, action, by).application.open_return, None, "{name}");
    }
    // Who gives up, gives up with the reasons still open.
    assert!(taken("Returned", Action::Withdraw, By::Applicant).application.open_return.is_some());
}

#[test]
fn each_step_is_a_revision_and_a_submission_is_a_version() {
    for (name, action, by, _, _) in STEPS {
        let before = at(name).application;
        let decision = taken(name, action, by);
        let is_submission = action == Action::Submit;
        assert_eq!(decision.application.revision, before.revision + 1, "{name} {action:?}");
        assert_eq!(
            decision.application.version,
            before.version + u32::from(is_submission),
            "{name} {action:?}"
        );
        let by_unit = by == UNIT && matches!(action, Action::Forward | Action::Corrected);
        assert_eq!(
            decision.application.unit_version,
            before.unit_version + u32::from(by_unit),
            "{name} {action:?}"
        );
        let part = is_submission.then_some(FilledBy::Applicant).or(by_unit.then_some(FilledBy::Unit));
        assert_eq!(decision.hands_on, part, "{name} {action:?}");
        assert_eq!(decision.order_fen, (action == Action::Approve).then_some(16_000), "{name} {action:?}");
        assert_eq!(decision.application.updated_at.date_naive(), day(day_of(action)), "{name} {action:?}");
    }
}

/// R57: a correction does not move the day that the months count from.
#[test]
fn r57_the_day_of_the_first_submission_stays() {
    let first = at("Draft").take(&step(Action::Submit), By::Applicant).unwrap().application;
    assert_eq!(first.first_submitted_on, Some(day("2020-08-20")));
    let mut scene = at("Returned").on("2020-08-25");
    scene.application.first_submitted_on = Some(day("2020-08-20"));
    let again = scene.take(&step(Action::Submit), By::Applicant).unwrap().application;
    assert_eq!(again.first_submitted_on, Some(day("2020-08-20")));
}

/// A submission begins at the unit; an office that passes it on is followed by the next of the application's own route.
#[test]
fn r95_an_application_walks_its_route_station_by_station() {
    let table = [
        ("Returned", Action::Submit, By::Applicant, 0, 2),
        ("UnitRecommend", Action::Forward, UNIT, 1, 1),
        ("SupervisorReview", Action::Forward, SUPERVISOR, 2, 2),
        ("CountyTitleReview", Action::Forward, COUNTY, 3, 3),
        ("CountyIndustryReview", Action::Forward, BUREAU, 4, 4),
        ("CountyIndustryReview", Action::Return, BUREAU, 3, 3),
        ("SeriesReview", Action::ReturnToUnit, SERIES, 4, 4),
        ("ReturnedToUnit", Action::Corrected, UNIT, 2, 2),
        ("SeriesReview", Action::Approve, SERIES, 4, 4),
    ];
    for (name, action, by, station, reached) in table {
        let application = taken(name, action, by).application;
        assert_eq!((application.station, application.reached), (station, reached), "{name} {action:?}");
    }
    let mut walked_before = at("UnitRecommend");
    walked_before.application.reached = 3;
    let application = walked_before.take(&step(Action::Forward), UNIT).unwrap().application;
    assert_eq!((application.station, application.reached), (1, 3), "who saw it once goes on seeing it");
}

#[test]
fn r93_edge_73_edge_74_the_route_is_frozen_with_the_first_submission() {
    let mut scene = at("Draft");
    let computed = vec![station(Stage::Unit, "unit"), station(Stage::Office(Office::Series), "series")];
    (scene.application.route, scene.route) = (Vec::new(), computed.clone());
    let application = scene.take(&step(Action::Submit), By::Applicant).unwrap().application;
    assert_eq!((application.route, application.reached), (computed.clone(), 0));
    let mut corrected = at("Returned").with("basic_info", &DUAL_DIRECTED);
    corrected.route = computed;
    let frozen = corrected.application.route.clone();
    let application = corrected.take(&step(Action::Submit), By::Applicant).unwrap().application;
    assert_eq!(application.route, frozen, "the unit's offices stay as they were");
}

fn seen_by(route: &[Station], application: &domain::workflow::Application) -> Vec<String> {
    let seeing = route.iter().filter(|station| application.is_visible_to(&station.organisation));
    seeing.map(|station| station.organisation.to_string()).collect()
}

/// The application came back from the series office, so that every office had seen it.
fn resubmitted(dual_directed: &str, series: &str) -> (Scene, domain::workflow::Application) {
    let mut scene = at("Returned").with("basic_info", &DUAL_DIRECTED);
    scene = scene.with("basic_info", &[("dual_directed", dual_directed)]);
    (scene.application.station, scene.application.reached) = (4, 4);
    scene.route[4] = station(Stage::Office(Office::Series), series);
    if dual_directed != "true" {
        scene.route.remove(3);
    }
    let application = scene.take(&step(Action::Submit), By::Applicant).unwrap().application;
    (scene, application)
}

#[test]
fn r95_r96_who_is_on_the_new_way_up_to_the_first_difference_goes_on_seeing_the_application() {
    let table: [(&str, &str, usize, &[&str]); 4] = [
        ("true", "series", 4, &["unit", "supervisor", "county", "bureau", "series"]),
        ("true", "another", 3, &["unit", "supervisor", "county", "bureau"]),
        ("false", "series", 2, &["unit", "supervisor", "county"]),
        ("", "another", 2, &["unit", "supervisor", "county"]),
    ];
    for (dual_directed, series, reached, seeing) in table {
        let (scene, application) = resubmitted(dual_directed, series);
        let mut offices = scene.application.route.clone();
        offices.push(station(Stage::Office(Office::Series), "another"));
        assert_eq!(application.reached, reached, "{dual_directed} {series}");
        assert_eq!(seen_by(&offices, &application), seeing, "{dual_directed} {series}");
    }
}

/// A bureau that joins the way is before the series office, which then waits for its turn again.
#[test]
fn r96_an_office_that_joins_the_way_is_not_behind_the_application() {
    let mut scene = at("Returned").with("basic_info", &DUAL_DIRECTED);
    scene.application.route.remove(3);
    (scene.application.station, scene.application.reached) = (3, 3);
    let application = scene.take(&step(Action::Submit), By::Applicant).unwrap().application;
    assert_eq!(application.reached, 2);
    assert_eq!(seen_by(&scene.route, &application), ["unit", "supervisor", "county"]);
}

#[test]
fn nobody_sees_an_application_that_was_never_submitted() {
    let mut scene = at("Draft");
    scene.application.version = 0;
    assert!(!scene.application.is_visible_to(&OrganisationId::new("unit")));
    scene.application.version = 1;
    assert!(scene.application.is_visible_to(&OrganisationId::new("unit")));
    assert!(!scene.application.is_visible_to(&OrganisationId::new("supervisor")));
}

#[test]
fn each_state_waits_for_one_organisation_or_for_none() {
    let waiting = [
        ("UnitReview", Some("unit")),
        ("UnitPublicity", Some("unit")),
        ("UnitRecommend", Some("unit")),
        ("ReturnedToUnit", Some("unit")),
        ("SupervisorReview", Some("supervisor")),
        ("CountyTitleReview", Some("county")),
        ("CountyIndustryReview", Some("bureau")),
        ("SeriesReview", Some("series")),
        ("Draft", None),
        ("Returned", None),
        ("PaymentPending", None),
        ("PaymentVerified", None),
        ("Refused", None),
    ];
    for (name, organisation) in waiting {
        let application = at(name).application;
        assert_eq!(application.waits_for().map(OrganisationId::as_str), organisation, "{name}");
    }
}

#[test]
fn the_applicant_changes_a_draft_and_what_came_back() {
    for (name, is_editable) in [
        ("Draft", true),
        ("Returned", true),
        ("UnitReview", false),
        ("ReturnedToUnit", false),
        ("Expired", false),
    ] {
        assert_eq!(state(name).is_editable(), is_editable, "{name}");
    }
}

fn told(name: &str, step: &Step, by: By) -> Vec<String> {
    let scene = at(name);
    let text = |message: &Message| {
        let to = match message.recipient() {
            Recipient::Applicant => "申报人",
            Recipient::Station => "经办人",
        };
        let text = messages::text(&scene.pack, message).unwrap();
        format!("{to} {}", text.trim_start_matches("【柳州职称】"))
    };
    scene.clone().on(day_of(step.action)).take(step, by).unwrap().messages.iter().map(text).collect()
}

#[test]
fn each_step_tells_those_whom_it_concerns() {
    let lines = STEPS.iter().map(|(name, action, by, _, _)| {
        let texts = told(name, &step(*action), *by);
        format!("{name} {action:?}: {}", if texts.is_empty() { "–".into() } else { texts.join(" + ") })
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r"
    Draft Submit: 申报人 覃某您好，您的工程师申报材料已提交单位审核，可在“职称申报进度”查看。 + 经办人 贵单位有1份职称申报材料待处理，最近截止日期9月25日，请登录系统办理。
    Draft DeleteDraft: –
    Draft Expire: 申报人 覃某您好，您的申报因逾期未处理，已视为放弃本年度申报，详情请登录系统查看。
    UnitReview Return: 申报人 覃某您好，您的申报材料被单位退回，共1项需修改，请于8月30日24时前登录系统修改并重新提交。
    UnitReview StartPublicity: –
    UnitReview Withdraw: –
    UnitPublicity FinishPublicity: –
    UnitPublicity Refuse: 申报人 覃某您好，您的申报未通过单位审核，原因请登录系统在“职称申报进度”查看。
    UnitRecommend Forward: 经办人 贵单位有1份职称申报材料待处理，最近截止日期10月15日，请登录系统办理。
    UnitRecommend Return: 申报人 覃某您好，您的申报材料被单位退回，共1项需修改，请于8月30日24时前登录系统修改并重新提交。
    SupervisorReview Forward: 经办人 贵单位有1份职称申报材料待处理，最近截止日期10月31日，请登录系统办理。
    CountyTitleReview Forward: 经办人 贵单位有1份职称申报材料待处理，最近截止日期10月31日，请登录系统办理。
    CountyTitleReview Return: 申报人 覃某您好，您的申报材料被县区职改部门退回，共1项需修改，请于8月30日24时前登录系统修改并重新提交。
    CountyIndustryReview Forward: 经办人 贵单位有1份职称申报材料待处理，最近截止日期11月15日，请登录系统办理。
    CountyIndustryReview ReturnToUnit: 经办人 1份申报材料被县工信部门退回单位补正，共1项，请于8月30日24时前登录系统补正后重新上报。
    SeriesReview ReturnToUnit: 经办人 1份申报材料被系列职改办退回单位补正，共1项，请于8月30日24时前登录系统补正后重新上报。
    SeriesReview Refuse: 申报人 覃某您好，您的申报未通过系列职改办审核，原因请登录系统在“职称申报进度”查看。
    SeriesReview Approve: 申报人 覃某您好，您的申报材料已通过职改办审核，请于12月10日前登录系统首页点击“缴费”扫码缴费并完成缴费验证。
    Returned Submit: 申报人 覃某您好，您的工程师申报材料已提交单位审核，可在“职称申报进度”查看。 + 经办人 贵单位有1份职称申报材料待处理，最近截止日期9月25日，请登录系统办理。
    Returned Expire: 申报人 覃某您好，您的申报因逾期未处理，已视为放弃本年度申报，详情请登录系统查看。
    ReturnedToUnit Corrected: 经办人 贵单位有1份职称申报材料待处理，最近截止日期10月31日，请登录系统办理。
    ReturnedToUnit Return: 申报人 覃某您好，您的申报材料被单位退回，共1项需修改，请于8月30日24时前登录系统修改并重新提交。
    ReturnedToUnit Refuse: 申报人 覃某您好，您的申报未通过单位审核，原因请登录系统在“职称申报进度”查看。
    ReturnedToUnit Withdraw: –
    PaymentPending RecordPaid: –
    PaymentPending Expire: 申报人 覃某您好，您的申报因逾期未处理，已视为放弃本年度申报，详情请登录系统查看。
    PaymentSubmitted VerifyPayment: 申报人 覃某您好，您的职称评审费已缴纳并验证成功，缴费完成。
    ");
}

#[test]
fn a_return_tells_how_many_things_there_are_to_correct() {
    let reasons = vec![reason("publications"), reason("awards"), reason("education")];
    let texts = told("UnitReview", &Step { reasons, ..step(Action::Return) }, UNIT);
    insta::assert_snapshot!(texts.join("\n"), @"申报人 覃某您好，您的申报材料被单位退回，共3项需修改，请于8月30日24时前登录系统修改并重新提交。");
}

/// 韦某; a name that is not there is nobody's.
#[test]
fn an_sms_calls_the_applicant_by_the_surname() {
    let mut application = at("Draft").application;
    assert_eq!(application.short_name(), "覃某");
    application.applicant_name = String::new();
    assert_eq!(application.short_name(), "申报人");
}

#[test]
fn a_form_is_closed_by_the_step_that_rested_on_it() {
    let closed = |name: &str| {
        let of_unit = PACK.sections_of(FilledBy::Unit).filter(|section| !state(name).opens(section));
        of_unit.map(|section| section.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(closed("UnitReview"), Vec::<&str>::new());
    assert_eq!(closed("UnitPublicity"), ["unit_check", "appraisals"]);
    assert_eq!(closed("UnitRecommend"), ["unit_check", "publicity", "appraisals"]);
    assert_eq!(closed("ReturnedToUnit"), Vec::<&str>::new(), "whatever was asked for");
    assert_eq!(closed("SeriesReview").len(), PACK.sections_of(FilledBy::Unit).count());
}
