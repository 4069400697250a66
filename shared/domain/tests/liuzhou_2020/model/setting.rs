//! The fixed part of a model: whose application it is, the way it has to go, the pack, the batch and the days.

use crate::named::{PACK, data, scan};
use crate::scene::{day, id_of, rows_of, station, unit_answers, with_group};
use chrono::{Datelike, NaiveDate, Weekday};
use domain::batch::Batch;
use domain::form::{Answers, Case, Scan, SectionData};
use domain::pack::{FilledBy, Pack, TitleLevel};
use domain::workflow::{Office, RouteFacts, Stage, Station, offices};
use std::collections::BTreeMap;

/// The days on which something begins or is over. A publicity takes Monday to Friday of one week.
pub(super) const DAYS: [&str; 6] = [
    "2020-08-03",
    "2020-08-07", // the applicant's last day, and the last of a publicity that began on the 3rd
    "2020-08-10",
    "2020-08-17", // the unit's last day
    "2020-08-24", // the last day of corrections
    "2020-09-11", // the first day on which it is too late to pay
];

pub(super) struct Setting {
    pub(super) name: &'static str,
    pub(super) pack: Pack,
    pub(super) batch: Batch,
    pub(super) scans: Vec<Scan>,
    /// The unit's forms as they are when nothing is wrong with them.
    pub(super) forms: Answers,
    pub(super) basic_info: SectionData,
    /// The printed field that the applicant changes, and the two things that it says.
    pub(super) printed: (&'static str, [&'static str; 2]),
    /// The offices that have to pass the application, for each of the two.
    pub(super) offices: [&'static [Office]; 2],
    has_supervisor: bool,
    is_county_unit: bool,
}

/// The shortest way: a unit of the city without a department above it.
pub(super) fn shortest() -> Setting {
    setting(("Engineer", "C_ENG_M"), false)
}

/// The longest way, whose applicant may choose and give up 双定向: the county's bureau joins and leaves it.
pub(super) fn longest() -> Setting {
    use Office::{CountyIndustry, CountyTitle, Series, Supervisor};
    let mut setting = setting(("Engineer", "C_ENG_M"), true);
    setting.basic_info.values.insert("unit_county".into(), "450226".into());
    setting.printed = ("dual_directed", ["true", "false"]);
    setting.offices =
        [&[Supervisor, CountyTitle, CountyIndustry, Series], &[Supervisor, CountyTitle, Series]];
    Setting { name: "longest way", ..setting }
}

/// The shortest way of a senior title, which asks for a defence before a panel.
pub(super) fn senior() -> Setting {
    let mut setting = setting(("SeniorEngineer", "C_ENG_DS"), false);
    setting.scans = vec![scan("deliberation", None, "deliberation_form")];
    let panel =
        ["己六", "庚七", "辛八"].map(|name| [("name", name), ("title", "高级工程师"), ("unit", "市局")]);
    let ids = ["p1", "p2", "p3"];
    let panel: Vec<_> = ids.into_iter().zip(panel.iter().map(|pairs| &pairs[..])).collect();
    let defence = data(&[
        ("start_time", "09:00"),
        ("place", "三楼会议室"),
        ("statement_summary", "申报人陈述了任现职以来的主要业绩。"),
        ("result", "Qualified"),
        ("conclusion", "答辩合格，同意审议"),
    ]);
    let mut defence = with_group(defence, "panel", rows_of(&panel));
    let question: &[_] = &[("question", "项目的难点是什么"), ("answer_summary", "地基处理")];
    defence.groups.insert("questions".into(), rows_of(&[("q1", question)]));
    setting.forms.insert("defense".into(), defence);
    let group = setting.forms.get_mut("deliberation").unwrap();
    group.values.extend(data(&[("start_time", "14:00"), ("leader_signed", "true")]).values);
    Setting { name: "senior title", ..setting }
}

fn setting((title, committee): (&str, &str), is_county_unit: bool) -> Setting {
    let mut pack = PACK.clone();
    for section in pack.sections.iter_mut().filter(|section| section.filled_by == FilledBy::Applicant) {
        let asked = ["current_work", "dual_directed", "admin_post"];
        section.fields.retain(|field| section.id == "basic_info" && asked.contains(&field.id.as_str()));
        (section.groups, section.slots, section.optional) = (Vec::new(), Vec::new(), true);
    }
    Setting {
        name: "shortest way",
        forms: unit_answers(&pack),
        pack,
        batch: batch(),
        scans: Vec::new(),
        basic_info: data(&[("current_work", "制模"), ("target_title", title), ("committee_id", committee)]),
        printed: ("current_work", ["制模", "冲压"]),
        offices: [&[Office::Series]; 2],
        has_supervisor: is_county_unit,
        is_county_unit,
    }
}

fn batch() -> Batch {
    let fees = [(TitleLevel::Middle, 16_000), (TitleLevel::DeputySenior, 20_000)];
    Batch {
        pack: "liuzhou-2020".into(),
        open_on: day("2020-08-03"),
        personal_deadline: day("2020-08-07"),
        unit_deadline: day("2020-08-17"),
        supervisor_deadline: day("2020-08-24"),
        county_deadline: day("2020-08-24"),
        series_deadline: day("2020-08-24"),
        payment_deadline: day("2020-09-10"),
        final_correction_deadline: day("2020-08-24"),
        fees_fen: BTreeMap::from(fees),
    }
}

impl Setting {
    /// Returns the way as it would be frozen for these answers.
    pub(super) fn route(&self, answers: &Answers) -> Vec<Station> {
        let facts = RouteFacts {
            has_supervisor: self.has_supervisor,
            is_county_unit: self.is_county_unit,
            county_has_title_office: true,
            dual_directed: answers["basic_info"].value("dual_directed") == "true",
        };
        let offices = offices(facts, &self.pack.offices.order).into_iter().map(Stage::Office);
        [Stage::Unit].into_iter().chain(offices).map(|stage| station(stage, id_of(stage))).collect()
    }

    pub(super) fn case<'a>(&'a self, answers: &'a Answers, today: NaiveDate) -> Case<'a> {
        Case::new(&self.pack, answers, &self.scans, today)
    }

    /// Returns the last of the pack's working days from `start`; no day of these weeks is a holiday.
    pub(super) fn last_day(&self, start: NaiveDate) -> NaiveDate {
        let days = start.iter_days().filter(|day| is_weekday(*day));
        days.take(self.n_days()).last().unwrap()
    }

    pub(super) fn is_senior(&self) -> bool {
        self.forms.contains_key("defense")
    }

    pub(super) fn n_days(&self) -> usize {
        self.pack.batch.min_publicity_working_days.try_into().unwrap()
    }
}

/// The model counts for itself: the calendar is of what it looks at.
pub(super) fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
