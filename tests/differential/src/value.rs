//! Writes the text of one field: of its kind and right, of its kind and wrong, of no kind, or nothing.

use crate::dice::Dice;
use crate::text;
use chrono::{Datelike, Days, Months, NaiveDate};
use domain::dates;
use domain::form::{Case, Here};
use domain::pack::{Field, FieldKind, Pack};

/// One applicant's habits: how careful, and the days around which dates lie.
pub(crate) struct Writer {
    pub(crate) today: NaiveDate,
    /// Percent of the answers that are as they should be.
    pub(crate) care: u32,
    name: String,
    unit: String,
    born: NaiveDate,
    /// T0: the award of the current title.
    awarded: NaiveDate,
    began: NaiveDate,
    /// The batch's last days.
    deadlines: Vec<NaiveDate>,
}

impl Writer {
    pub(crate) fn new(pack: &Pack, dice: &mut Dice, today: NaiveDate, deadlines: Vec<NaiveDate>) -> Self {
        let born = NaiveDate::from_ymd_opt(1960, 2, 29).unwrap_or_default() + days(dice, 15_000);
        let began = born + Months::new(12 * (18 + dice.below(8)));
        let end = NaiveDate::from_ymd_opt(pack.cycle_year, 1, 1).unwrap_or(today);
        Self {
            today,
            care: *dice.pick(&[99, 97, 90, 70]).unwrap_or(&90),
            name: text::name(dice),
            unit: dice.one_of(&text::UNITS),
            born,
            awarded: end - days(dice, 4_000),
            began,
            deadlines,
        }
    }

    pub(crate) fn value(&self, dice: &mut Dice, case: &Case<'_>, here: Here<'_>, field: &Field) -> String {
        if !dice.percent(self.care) {
            return match dice.below(4) {
                0 | 1 => String::new(),
                2 => self.plausible(dice, case, field),
                3.. => wrong_shape(dice, field.kind),
            };
        }
        if dice.below(2_000) == 0 {
            return text::odd(dice);
        }
        match self.of_one_mind(dice, case, here, field) {
            Some(value) => value,
            None if self.is_open(dice, case, here, field) => self.plausible(dice, case, field),
            None => String::new(),
        }
    }

    /// Whether a field is filled in; one that nobody asks for seldom is.
    fn is_open(&self, dice: &mut Dice, case: &Case<'_>, here: Here<'_>, field: &Field) -> bool {
        let shown = case.shown(here, field.shown.as_ref());
        let asked = case.required(here, field.required || field.must_be_true, field.required_when.as_ref());
        dice.percent(if shown && asked { 100 } else { 30 })
    }

    /// Answers that rules compare with one another.
    fn of_one_mind(&self, dice: &mut Dice, case: &Case<'_>, here: Here<'_>, field: &Field) -> Option<String> {
        let basic = |field| case.value("basic_info", field);
        match (here.section, field.id.as_str()) {
            ("basic_info", "name") | ("declaration", "signed_name") | ("social_insurance", "person_name") => {
                Some(self.name.clone())
            }
            ("basic_info", "unit_name") | ("social_insurance", "insured_unit") => Some(self.unit.clone()),
            ("basic_info", "birth_date") => Some(self.born.to_string()),
            ("basic_info", "work_start") => Some(month(self.began)),
            ("basic_info", "professional_work_start") => Some(month(self.began + days(dice, 900))),
            ("basic_info", "id_number") => Some(format!("450226{}001X", self.born.format("%Y%m%d"))),
            ("social_insurance", "id_tail") => Some("001X".into()),
            ("basic_info", "committee_id") => {
                case.pack.committee_for(basic("target_title"), basic("industry")).map(|c| c.id.clone())
            }
            ("current_title", "obtained_date") => Some(self.awarded.to_string()),
            ("current_title" | "continuing_education", "query_state") => None,
            ("social_insurance", "months") => Some(self.months(dice, case)),
            ("unit_check", "result") if dice.percent(95) => Some("Pass".into()),
            _ => None,
        }
    }

    fn plausible(&self, dice: &mut Dice, case: &Case<'_>, field: &Field) -> String {
        match field.kind {
            FieldKind::Text | FieldKind::LongText => self.words(dice, case, field),
            FieldKind::Integer => number(dice, field, self.care),
            FieldKind::YesNo => dice.one_of(&["true", "false"]),
            FieldKind::Tick => "true".into(),
            FieldKind::Choice | FieldKind::Search => {
                let options = case.options(field);
                dice.pick(&options).map(|option| option.value.clone()).unwrap_or_default()
            }
            FieldKind::YearMonth => month(self.day(dice, case)),
            FieldKind::YearMonthOrNow if dice.percent(30) => dates::NOW.to_owned(),
            FieldKind::YearMonthOrNow => month(self.day(dice, case)),
            FieldKind::Date => self.day(dice, case).to_string(),
            FieldKind::DateOrMonth if dice.percent(50) => month(self.day(dice, case)),
            FieldKind::DateOrMonth => self.day(dice, case).to_string(),
            FieldKind::Time => format!("{:02}:{:02}", dice.below(24), dice.below(60)),
            FieldKind::Mobile => format!("13{:09}", dice.below(1_000_000_000)),
            FieldKind::Landline => format!("0772-{:07}", dice.below(10_000_000)),
            FieldKind::Email => dice.one_of(&["name@example.cn", "韦@柳州.中国"]),
            FieldKind::UscCode => {
                dice.one_of(&["91450200MA5KTEAT1M", "91350100M000100Y43", "91350100M000100Y4Z"])
            }
            FieldKind::CnNumber => dice.one_of(&["CN45-1234/TH", "CN 11-2034/T", "CN11-2034"]),
            FieldKind::Issn => dice.one_of(&["0317-8471", "2434-561X", "03178471"]),
            FieldKind::Isbn => dice.one_of(&["9783161484100", "978-3-16-148410-0"]),
            FieldKind::Months => self.months(dice, case),
        }
    }

    fn words(&self, dice: &mut Dice, case: &Case<'_>, field: &Field) -> String {
        if dice.percent(3)
            && let Some(trivial) = dice.pick(&case.pack.batch.trivial_opinions)
        {
            return trivial.clone();
        }
        // A title that the pack knows has a level, which may be another than the one chosen.
        if field.id == "title_name"
            && dice.percent(60)
            && let Some(title) = dice.pick(&case.pack.titles)
        {
            return title.name.clone();
        }
        if field.id == "major"
            && dice.percent(30)
            && let Some(far) = dice.pick(&case.pack.batch.unrelated_majors)
        {
            return format!("{far}学");
        }
        if field.id.contains("name") && dice.percent(70) {
            return text::name(dice);
        }
        let width = |chars: Option<usize>| chars.and_then(|chars| u32::try_from(chars).ok());
        let least = width(field.min_chars).unwrap_or(2);
        text::of_length(dice, least, width(field.max_chars).unwrap_or(2_000).max(least), self.care)
    }

    /// Returns a day on a boundary, beside one, or anywhere in a working life.
    fn day(&self, dice: &mut Dice, case: &Case<'_>) -> NaiveDate {
        let next_year = NaiveDate::from_ymd_opt(case.pack.cycle_year + 1, 1, 1).unwrap_or(self.today);
        let mut anchors = vec![self.awarded, self.awarded, self.today, self.began, self.born, next_year];
        anchors.extend(&self.deadlines);
        let anchor = *dice.pick(&anchors).unwrap_or(&self.today);
        match dice.below(10) {
            0..3 => anchor + Days::new(u64::from(dice.below(3))) - Days::new(1),
            3..9 => {
                let span = (self.today - self.awarded).num_days().max(1);
                self.awarded + Days::new(dice.between(0, span).unsigned_abs())
            }
            _ => self.born + days(dice, 25_000),
        }
    }

    /// Returns as many months before this one as are asked, or a few more, or fewer, or with a gap.
    fn months(&self, dice: &mut Dice, case: &Case<'_>) -> String {
        let asked = case.pack.batch.social_insurance_months;
        let first = self.today.with_day(1).unwrap_or(self.today);
        let n_months = if dice.percent(self.care) { asked + dice.below(3) } else { dice.below(asked + 2) };
        let back = (u32::from(dice.percent(90))..=n_months).rev();
        let months = back.filter(|_| dice.percent(98)).map(|back| month(first - Months::new(back)));
        months.collect::<Vec<_>>().join(",")
    }
}

fn days(dice: &mut Dice, most: u32) -> Days {
    Days::new(u64::from(dice.below(most)))
}

fn month(day: NaiveDate) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

fn number(dice: &mut Dice, field: &Field, care: u32) -> String {
    let (least, most) = (field.min.unwrap_or(0), field.max.unwrap_or(12));
    let number = match dice.below(3) {
        _ if dice.percent(care) => dice.between(least, most),
        0 => least.saturating_sub(1),
        1 => most.saturating_add(1),
        2.. => dice.between(-3, 10_000),
    };
    number.to_string()
}

fn wrong_shape(dice: &mut Dice, kind: FieldKind) -> String {
    let choices: &[&'static str] = match kind {
        FieldKind::Integer => &["1.5", "+5", "-0", "007", "１２", " 5", "9223372036854775808", "1e3", "五"],
        FieldKind::YesNo | FieldKind::Tick => &["True", "是", "1", "false", "FALSE"],
        FieldKind::Choice | FieldKind::Search => &["Nowhere", "其他", "other", " Other", "__proto__"],
        FieldKind::YearMonth
        | FieldKind::YearMonthOrNow
        | FieldKind::Date
        | FieldKind::DateOrMonth
        | FieldKind::Months => &[
            "2020-8-3",
            "2020/08/03",
            "20200803",
            "2019-02-29",
            "2020-02-29",
            "0000-00-00",
            "9999-12-31",
            "0001-01-01",
            "-001-01-01",
            "+2020-01",
            "2020-13",
            "2020-00",
            "2018-12-31",
            "2027-01-04",
            "２０20-01",
            "一二1",
            "2020-01-01T00:00",
            "2020-01,2020-02,",
            "至今",
            "Now",
        ],
        FieldKind::Time => &["9:30", "24:00", "23:59:60", "09:30:00.5", "九点", "09：30", "25:61"],
        FieldKind::Mobile | FieldKind::Landline => &[
            "1380013800",
            "12345678901",
            "138001380000",
            "+8613800138000",
            "１３８００１３８０００",
            "0772--282000",
            "0-7721234567",
            "07721234-567",
            "110",
        ],
        FieldKind::Email => &["name", "@x.cn", "a b@c.cn", "a@.cn", "a@b"],
        FieldKind::UscCode => &["91350100M000100Y4", "91350100m000100y43", "一二三四五六"],
        FieldKind::CnNumber => &["CN(HK)45-1234", "45-1234", "CN45-1234/ABCD", "CN４５-1234", "CN--45-1234"],
        FieldKind::Issn | FieldKind::Isbn => &["0317-8472", "978-3-16-148410-1", "X", "证", "-"],
        FieldKind::Text | FieldKind::LongText => return text::odd(dice),
    };
    if dice.percent(10) { text::odd(dice) } else { dice.one_of(choices) }
}
