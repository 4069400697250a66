//! The cities and years whose packs are walked through: who works there, who applies, and when.

use crate::people::{self, ORGANISATIONS, Organisation, P1, P4, Person};
use crate::root;
use chrono::NaiveDate;
use domain::batch::Batch;
use domain::pack::{CommitteeChoice, Pack, TitleLevel};
use domain::workflow::{Office, Stage};
use std::sync::LazyLock;

/// One pack with its surroundings.
pub struct City {
    /// The pack's id.
    pub pack: &'static str,
    /// The moment its world begins, in RFC 3339; the batch is open.
    pub first_morning: &'static str,
    pub phone: &'static str,
    /// Supervisors before the units that name them.
    pub organisations: LazyLock<Vec<Organisation>>,
    /// The batch's dates, from `open_on` to `payment_deadline`.
    dates: [&'static str; 7],
    fees_fen: &'static [(TitleLevel, u32)],
    /// Title, industry, committee and specialty of a person who was borrowed from another city.
    choices: &'static [(&'static str, [&'static str; 4])],
}

/// The first Monday of the cycle. Fees of 山东 (domain.md Appendix E) as test data: Liuzhou's were not found.
pub static LIUZHOU_2020: City = City {
    pack: "liuzhou-2020",
    first_morning: "2020-08-03T09:00:00+08:00",
    phone: "0772-2820000",
    organisations: LazyLock::new(|| ORGANISATIONS.to_vec()),
    dates: ["2020-08-01", "2020-09-10", "2020-09-25", "2020-10-15", "2020-10-31", "2020-11-15", "2020-12-10"],
    fees_fen: &[
        (TitleLevel::Junior, 10_000),
        (TitleLevel::Middle, 16_000),
        (TitleLevel::DeputySenior, 36_000),
        (TitleLevel::FullSenior, 36_000),
    ],
    choices: &[],
};

/// Six years later, with a committee of the car industry.
pub static LIUZHOU_2026: City = City {
    pack: "liuzhou-2026",
    first_morning: "2026-09-01T09:00:00+08:00",
    phone: "0772-2820000",
    organisations: LazyLock::new(organisations_of_the_car_industry),
    dates: ["2026-08-01", "2026-09-11", "2026-09-30", "2026-10-16", "2026-10-31", "2026-11-15", "2026-12-10"],
    fees_fen: &[
        (TitleLevel::Junior, 12_000),
        (TitleLevel::Middle, 20_000),
        (TitleLevel::DeputySenior, 40_000),
        (TitleLevel::FullSenior, 50_000),
    ],
    choices: &[(CAR_ENGINEER.key, ["SeniorEngineer", "Automotive", "C_AUTO_DS", "auto_new_energy"])],
};

/// An invented city of another province. Nobody reviews 正高级 there, so it has no fee.
pub static QINGHE_2026: City = City {
    pack: "example-city-2026",
    first_morning: "2026-09-01T09:00:00+08:00",
    phone: "0899-6120000",
    organisations: LazyLock::new(organisations_of_qinghe),
    dates: ["2026-08-17", "2026-09-18", "2026-10-16", "2026-10-23", "2026-11-06", "2026-11-20", "2026-12-15"],
    fees_fen: &[
        (TitleLevel::Junior, 8_000),
        (TitleLevel::Middle, 14_000),
        (TitleLevel::DeputySenior, 28_000),
    ],
    choices: &[(ROBOT_ENGINEER.key, ["Engineer", "SmartManufacturing", "QH_SMART_M", "robotics"])],
};

pub static ALL: [&City; 3] = [&LIUZHOU_2020, &LIUZHOU_2026, &QINGHE_2026];

/// 高级工程师 of the car industry, Liuzhou 2026: state company with a supervising department.
pub const CAR_ENGINEER: Person = borrowed(P1, "汽车", "梁志远", "13800000101", "柳州市龙城汽车股份有限公司");

/// 工程师 of 清河: private company of a county whose industry bureau comes before its title office.
pub const ROBOT_ENGINEER: Person =
    borrowed(P4, "机器人", "段云飞", "13800000102", "南屏县云机智能装备有限公司");

/// The birth and the numbers of `person` under another name, at another unit.
const fn borrowed(
    person: Person,
    key: &'static str,
    name: &'static str,
    mobile: &'static str,
    unit: &'static str,
) -> Person {
    let mut person = person;
    person.key = key;
    person.name = name;
    person.mobile = mobile;
    person.unit = unit;
    person
}

impl City {
    /// Returns the city where the person's unit is registered.
    pub fn of(person: &Person) -> &'static Self {
        let home = ALL.into_iter().find(|city| city.organisation(person.unit).is_some());
        home.unwrap_or_else(|| panic!("no city knows {}", person.unit))
    }

    pub fn organisation(&'static self, name: &str) -> Option<&'static Organisation> {
        self.organisations.iter().find(|organisation| organisation.name == name)
    }

    /// The first series office: whoever opens the batch.
    pub fn series_office(&'static self) -> &'static Organisation {
        let series = self
            .organisations
            .iter()
            .find(|organisation| organisation.stage == Stage::Office(Office::Series));
        series.expect("a series office is among the fixtures")
    }

    pub fn choice(&self, person: &Person) -> CommitteeChoice {
        let Some((_, chosen)) = self.choices.iter().find(|(key, _)| *key == person.key) else {
            return person.choice();
        };
        let [target_title, industry, committee, specialty] = chosen.map(str::to_owned);
        CommitteeChoice { target_title, industry, committee, specialty }
    }

    pub fn batch(&self) -> Batch {
        let days: [NaiveDate; 7] = self.dates.map(|day| day.parse().expect("a date"));
        let [open_on, personal_deadline, unit_deadline, supervisor_deadline, county_deadline, ..] = days;
        Batch {
            pack: self.pack.into(),
            open_on,
            personal_deadline,
            unit_deadline,
            supervisor_deadline,
            county_deadline,
            series_deadline: days[5],
            payment_deadline: days[6],
            final_correction_deadline: days[5],
            fees_fen: self.fees_fen.iter().copied().collect(),
        }
    }

    /// The pack as `cargo xtask build` wrote it.
    pub fn pack(&self) -> Pack {
        let file = root().join(format!("target/layers/packs/packs/{}.json", self.pack));
        let text = std::fs::read(&file).unwrap_or_else(|error| {
            panic!("{}: {error}; run `cargo xtask build` first", file.display());
        });
        serde_json::from_slice(&text).expect("the pack that was built can be read")
    }
}

/// The organisation of this name, in whichever city.
pub fn organisation(name: &str) -> &'static Organisation {
    let found = ALL.into_iter().find_map(|city| city.organisation(name));
    found.unwrap_or_else(|| panic!("no fixture organisation {name}"))
}

/// Liuzhou's offices and one more unit.
fn organisations_of_the_car_industry() -> Vec<Organisation> {
    let mut unit = *people::organisation(P1.unit);
    unit.name = CAR_ENGINEER.unit;
    unit.officer = "廖经办";
    unit.officer_mobile = "13900000101";
    let offices = ORGANISATIONS.into_iter().filter(|organisation| organisation.stage != Stage::Unit);
    offices.chain([unit]).collect()
}

fn organisations_of_qinghe() -> Vec<Organisation> {
    const COUNTY: &str = "539922";
    let office = |stage, name, county_code, series_codes, officer, officer_mobile| {
        let mut office = ORGANISATIONS[0];
        (office.stage, office.name, office.county_code) = (stage, name, county_code);
        (office.series_codes, office.officer, office.officer_mobile) =
            (series_codes, officer, officer_mobile);
        office
    };
    let mut unit = *people::organisation(P4.unit);
    (unit.name, unit.county_code) = (ROBOT_ENGINEER.unit, COUNTY);
    (unit.officer, unit.officer_mobile) = ("阮经办", "13900000201");
    vec![
        office(
            Stage::Office(Office::Series),
            "清河市工程技术职称评审办公室",
            "",
            &["QH_ENG"][..],
            "白审",
            "13900000202",
        ),
        office(
            Stage::Office(Office::Series),
            "清河市智能制造职称评审办公室",
            "",
            &["QH_SMART"],
            "木审",
            "13900000203",
        ),
        office(
            Stage::Office(Office::CountyTitle),
            "南屏县职称改革办公室",
            COUNTY,
            &[],
            "和县审",
            "13900000204",
        ),
        office(
            Stage::Office(Office::CountyIndustry),
            "南屏县工业和信息化局",
            COUNTY,
            &[],
            "杞工信",
            "13900000205",
        ),
        unit,
    ]
}
