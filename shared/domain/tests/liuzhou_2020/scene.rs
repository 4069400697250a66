//! An application that stands somewhere in the process with everything in order, for a test to break one thing of.

use crate::named::{PACK, Pairs, answers, data};
use crate::process::{application, batch};
use chrono::NaiveDate;
use domain::batch::Batch;
use domain::form::{Answers, Case, Row, Scan, SectionData, Spot, fixed_rows};
use domain::ids::{OrganisationId, RowId};
use domain::pack::{FilledBy, FixedRows, Pack};
use domain::workflow::{
    Action, Application, By, Circumstances, Decision, Office, OpenReturn, Refusal, ReturnItem, Stage, State,
    Station, Step, decide,
};

/// The state of this name on the wire.
pub(crate) fn state(name: &str) -> State {
    serde_json::from_value(name.into()).unwrap()
}

pub(crate) fn name_of(state: State) -> String {
    serde_json::from_value(serde_json::to_value(state).unwrap()).unwrap()
}

/// An action with an opinion, and with a reason if it needs one.
pub(crate) const WHY_REFUSED: &str = "所学专业与申报专业不符，依据评审条件第五条不予受理";

pub(crate) fn step(action: Action) -> Step {
    let place = if action == Action::ReturnToUnit { "deliberation" } else { "publications" };
    let is_return = matches!(action, Action::Return | Action::ReturnToUnit);
    let reasons = if is_return { vec![reason(place)] } else { Vec::new() };
    let is_refusal = action == Action::Refuse;
    Step {
        action,
        opinion: if is_refusal { WHY_REFUSED } else { "符合条件" }.into(),
        basis: if is_refusal { "NotEligible" } else { "" }.into(),
        reasons,
        answers: vec!["已按要求补正".into()],
    }
}

pub(crate) fn reason(section: &str) -> ReturnItem {
    let text = "请补充完整后重新提交".into();
    ReturnItem { spot: Spot::section(section), code: "Z99".into(), text, answer: String::new() }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The unit and every office that there can be after it.
pub(crate) const EVERY_STAGE: [Stage; 5] = [
    Stage::Unit,
    Stage::Office(Office::Supervisor),
    Stage::Office(Office::CountyTitle),
    Stage::Office(Office::CountyIndustry),
    Stage::Office(Office::Series),
];

pub(crate) fn station(stage: Stage, id: &str) -> Station {
    let phone = format!("0772-{}", id.len());
    Station { stage, organisation: OrganisationId::new(id), name: format!("{id}办"), phone }
}

pub(crate) fn id_of(stage: Stage) -> &'static str {
    match stage {
        Stage::Unit => "unit",
        Stage::Office(Office::Supervisor) => "supervisor",
        Stage::Office(Office::CountyTitle) => "county",
        Stage::Office(Office::CountyIndustry) => "bureau",
        Stage::Office(Office::Series) => "series",
    }
}

#[derive(Clone)]
pub(crate) struct Scene {
    /// Asks nothing of the applicant: his forms have tests of their own.
    pub(crate) pack: Pack,
    pub(crate) answers: Answers,
    /// None, unless a test has some.
    pub(crate) scans: Vec<Scan>,
    pub(crate) application: Application,
    pub(crate) batch: Batch,
    /// The route as it would be frozen now.
    pub(crate) route: Vec<Station>,
    pub(crate) today: NaiveDate,
}

/// A scene in the state of this name, on 2020-08-20. An application sent back came from the county's title office.
pub(crate) fn at(name: &str) -> Scene {
    let application = application(state(name));
    let mut route: Vec<Station> = EVERY_STAGE.iter().map(|stage| station(*stage, id_of(*stage))).collect();
    route[0].name.clone_from(&application.unit_name);
    let mut pack = PACK.clone();
    for section in pack.sections.iter_mut().filter(|section| section.filled_by == FilledBy::Applicant) {
        (section.fields, section.groups, section.slots) = (Vec::new(), Vec::new(), Vec::new());
        section.optional = true;
    }
    let mut scene = Scene {
        answers: unit_answers(&pack),
        pack,
        scans: Vec::new(),
        application: Application { route: route.clone(), ..application },
        batch: batch(),
        route,
        today: day("2020-08-20"),
    };
    scene.application.station = match name {
        "SupervisorReview" => 1,
        "Returned" | "ReturnedToUnit" | "CountyTitleReview" => 2,
        "CountyIndustryReview" => 3,
        "SeriesReview" | "PaymentPending" | "PaymentSubmitted" => 4,
        _ => 0,
    };
    scene.application.reached = scene.application.station;
    let returned = [("Returned", "publications"), ("ReturnedToUnit", "deliberation")];
    let place = returned.iter().find(|(returned, _)| *returned == name);
    scene.application.open_return = place.map(|(_, section)| OpenReturn {
        stage: Stage::Office(Office::CountyTitle),
        organisation_name: "county办".into(),
        items: vec![reason(section)],
    });
    scene.posted()
}

impl Scene {
    pub(crate) fn with(mut self, section: &str, pairs: Pairs<'_>) -> Self {
        self.answers.entry(section.to_owned()).or_default().values.extend(data(pairs).values);
        self
    }

    pub(crate) fn on(mut self, today: &str) -> Self {
        self.today = day(today);
        self
    }

    /// The 公示表 is printed from the application as it is.
    pub(crate) fn posted(mut self) -> Self {
        let case = Case::new(&self.pack, &self.answers, &[], day("2020-08-03"));
        self.application.posted = Some(self.application.table_of(&case));
        self
    }

    /// The last day in the state where it stands.
    pub(crate) fn due(&self) -> Option<NaiveDate> {
        self.application.due(&self.pack, &self.batch)
    }

    pub(crate) fn take(&self, step: &Step, by: By) -> Result<Decision, Refusal> {
        let case = Case::new(&self.pack, &self.answers, &self.scans, self.today).of(&self.application);
        let now = self.today.and_hms_opt(2, 0, 0).unwrap().and_utc().fixed_offset();
        decide(
            &self.application,
            step,
            by,
            &Circumstances { case, batch: &self.batch, route: &self.route, now },
        )
    }

    /// `taken`, or why not.
    pub(crate) fn says(&self, step: &Step, by: By) -> &'static str {
        self.take(step, by).err().map_or("taken", |refusal| refusal.code())
    }
}

pub(crate) fn rows_of(rows: &[(&str, Pairs<'_>)]) -> Vec<Row> {
    rows.iter().map(|(id, pairs)| Row { id: RowId::new(*id), values: data(pairs).values }).collect()
}

pub(crate) fn with_group(section: SectionData, group: &str, rows: Vec<Row>) -> SectionData {
    SectionData { groups: [(group.to_owned(), rows)].into(), ..section }
}

/// The same outcome in every row that the system lays out.
pub(crate) fn laid_out(pack: &Pack, kind: FixedRows, result: &str) -> Vec<Row> {
    let empty = Answers::new();
    let case = Case::new(pack, &empty, &[], day("2020-08-20"));
    let ids = fixed_rows(&case, kind).into_iter().map(|(id, _)| id);
    ids.map(|id| Row { id, values: data(&[("result", result)]).values }).collect()
}

/// The unit's forms for a title that is not a senior one, without a problem.
pub(crate) fn unit_answers(pack: &Pack) -> Answers {
    let publicity = data(&[
        ("start_date", "2020-08-03"),
        ("end_date", "2020-08-07"),
        ("place", "一楼大厅"),
        ("method", "NoticeBoard"),
        ("contact_department", "人力资源部"),
        ("contact_person", "韦芳"),
        ("contact_phone", "0772-1234567"),
        ("has_objection", "false"),
        ("conclusion", "NoObjection"),
    ]);
    let deliberation = data(&[
        ("date", "2020-08-10"),
        ("place", "二楼会议室"),
        ("present_count", "5"),
        ("votes_for", "5"),
        ("votes_against", "0"),
        ("abstain", "0"),
        ("opinion", "审议小组认为该同志符合申报条件，同意推荐其申报。"),
        ("result", "Recommended"),
    ]);
    let members = [
        ("m1", &[("name", "甲一"), ("post", "总工"), ("is_leader", "true")] as Pairs<'_>),
        ("m2", &[("name", "乙二"), ("post", "工程师")]),
        ("m3", &[("name", "丙三"), ("post", "工程师")]),
        ("m4", &[("name", "丁四"), ("post", "工程师")]),
        ("m5", &[("name", "戊五"), ("post", "工程师")]),
    ];
    let recommendation = data(&[
        ("moral", "遵纪守法，作风正派，恪守职业道德，群众评价良好。"),
        ("results", "主持完成三项市政道路设计，均一次通过验收。"),
        ("level", "熟悉本专业的规范与标准，能独立解决设计难题。"),
        ("ability", "组织协调能力强，带领班组按期完成施工图设计。"),
        ("attitude", "工作认真负责，服从安排，积极承担急难险重任务。"),
        ("conclusion", "Recommend"),
        ("signer", "莫厂长"),
        ("date", "2020-08-11"),
    ]);
    let checked = laid_out(pack, FixedRows::ApplicantSections, "Pass");
    let appraised = laid_out(pack, FixedRows::AppraisalYears, "Qualified");
    answers(&[
        ("unit_check", with_group(SectionData::default(), "rows", checked)),
        ("publicity", publicity),
        ("deliberation", with_group(deliberation, "members", rows_of(&members))),
        ("appraisals", with_group(SectionData::default(), "rows", appraised)),
        ("unit_recommendation", recommendation),
    ])
}
