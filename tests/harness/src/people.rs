//! The invented people of domain.md Appendix I, and the organisations they meet.

use domain::identifiers::{IdNumber, is_usc_code};
use domain::pack::CommitteeChoice;
use domain::workflow::{Office, Stage};

/// One applicant. The numbers are made up and pass their checks.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    pub key: &'static str,
    pub name: &'static str,
    /// The ID number without its check digit.
    id_body: &'static str,
    pub mobile: &'static str,
    pub unit: &'static str,
    target_title: &'static str,
    industry: &'static str,
    committee: &'static str,
    specialty: &'static str,
    pub dual_directed: bool,
    typed: &'static [(&'static str, &'static str, &'static str)],
}

macro_rules! person {
    ($key:literal $name:literal $id:literal $mobile:literal $unit:literal
     $title:literal $industry:literal $committee:literal $specialty:literal $dual:literal) => {
        Person {
            key: $key,
            name: $name,
            id_body: $id,
            mobile: $mobile,
            unit: $unit,
            target_title: $title,
            industry: $industry,
            committee: $committee,
            specialty: $specialty,
            dual_directed: $dual,
            typed: &[],
        }
    };
}

/// State company with a supervising department, 高级工程师.
pub const P1: Person = person!("P1" "韦晓明" "45020219800312451" "13800000001" "柳州市龙城机械集团有限责任公司"
    "SeniorEngineer" "Other" "C_ENG_DS" "mechanical_design" false);
/// Private company of 鹿寨, 工程师 in construction.
pub const P2: Person = person!("P2" "覃梅" "45222319880716202" "13800000002" "鹿寨县洛江建筑工程有限公司"
    "Engineer" "HousingConstruction" "C_CON_M" "building_construction" false);
/// Public institution of 三江 with a supervising department, 双定向.
pub const P3: Person = person!("P3" "杨桂花" "45222819870921302" "13800000003" "三江侗族自治县农业机械化服务中心"
    "Engineer" "Other" "C_ENG_M" "mechanical_design" true);
/// Private company of 融水, which has no title office, 双定向.
pub const P4: Person = person!("P4" "贾强" "45222919880105401" "13800000004" "融水苗族自治县元宝山竹木制品有限公司"
    "AssistantEngineer" "Other" "C_ENG_J" "forest_products" true);
/// Public institution of the city, 正高级工程师.
pub const P5: Person = person!("P5" "黄志" "45020119740218331" "13800000005" "柳州市国土资源勘测规划院"
    "FullSeniorEngineer" "NaturalResources" "C1001" "surveying" false);
/// Private company of 柳南区 that is no county unit, first title.
pub const P6: Person = person!("P6" "李薇" "45020419870923124" "13800000006" "柳州市柳南汽车零部件有限公司"
    "AssistantEngineer" "Other" "C_ENG_J" "mechanical_design" false);
/// Private company of 柳江区, 工程师 without a prior title (R26).
pub const P7: Person = Person {
    typed: &[
        ("current_title", "no_title_application", "true"),
        ("current_title", "proof_path", "LaborContract"),
    ],
    ..person!("P7" "陆波" "45022119851109215" "13800000007" "柳州市柳江区穿山机械制造有限公司"
        "Engineer" "Other" "C_ENG_M" "mechanical_design" false)
};
/// Works for an institution of the city without being on its establishment.
pub const P8: Person = Person {
    typed: &[("basic_info", "identity_nature", "NonEstablished")],
    ..person!("P8" "莫小兰" "45020319890614322" "13800000008" "柳州市自然资源档案馆"
        "Engineer" "NaturalResources" "C_CON_M" "surveying" false)
};
/// State company of the city whose branch lies in 三江: 双定向 without being a county unit (R96).
pub const P9: Person = person!("P9" "石大山" "45222819830830511" "13800000009" "柳州市桥梁建设有限公司三江分公司"
    "SeniorEngineer" "HousingConstruction" "C_ENG_DS" "road_bridge" true);
/// Social organisation of the city: proves education and insurance like a private company (R22, R56).
pub const P10: Person = person!("P10" "苏婷" "45020519880412236" "13800000010" "柳州市汽车行业协会"
    "Engineer" "Other" "C_ENG_M" "vehicle_engineering" false);

/// Public institution of 融水, which has no title office, with a supervising department, 双定向.
pub const P11: Person = person!("P11" "潘秀兰" "45222919890506302" "13800000012" "融水苗族自治县林业技术推广站"
    "AssistantEngineer" "Other" "C_ENG_J" "forest_products" true);
/// Private company of 三江 without a supervising department, 双定向.
pub const P12: Person = person!("P12" "吴永军" "45222819880917401" "13800000013" "三江侗族自治县风雨桥木业有限公司"
    "AssistantEngineer" "Other" "C_ENG_J" "forest_products" true);

/// From 香港, with a residence permit for people of 香港, 澳门 and 台湾; private company.
pub const PERMIT_HOLDER: Person = person!("PERMIT" "陈嘉豪" "81000019900715001" "13800000011" "柳州市柳南汽车零部件有限公司"
    "Engineer" "Other" "C_ENG_M" "mechanical_design" false);

pub const ALL: [&Person; 10] = [&P1, &P2, &P3, &P4, &P5, &P6, &P7, &P8, &P9, &P10];

impl Person {
    pub fn id_number(&self) -> String {
        let candidates = "0123456789X".chars().map(|check| format!("{}{check}", self.id_body));
        candidates.into_iter().find(|id| IdNumber::parse(id).is_ok()).expect("a body has one check digit")
    }

    /// Returns somebody else of the same unit, sex and wishes, the `n`th of the tests (below 100).
    pub fn another(&self, n: usize) -> Self {
        const GIVEN: [[&str; 10]; 2] = [
            ["建", "志", "文", "秀", "国", "丽", "海", "春", "玉", "永"],
            ["华", "平", "兰", "军", "林", "英", "强", "芳", "明", "宁"],
        ];
        let surname: String = self.name.chars().take(1).collect();
        let name = format!("{surname}{}{}", GIVEN[0][n / 10 % 10], GIVEN[1][n % 10]);
        let is_male = self.id_body.ends_with(['1', '3', '5', '7', '9']);
        let id_body = format!("{}{:03}", &self.id_body[..14], 600 + 2 * n + usize::from(is_male));
        // Leaked: every person lives as long as the process.
        let keep = |text: String| -> &'static str { text.leak() };
        Self { name: keep(name), id_body: keep(id_body), mobile: keep(format!("1381{n:07}")), ..*self }
    }

    /// Returns somebody who is the same but does not ask for 双定向.
    pub const fn undirected(self, key: &'static str) -> Self {
        Self { key, dual_directed: false, ..self }
    }

    /// Section, field and value of what he does not leave as it is proposed.
    pub fn typed(&self) -> &'static [(&'static str, &'static str, &'static str)] {
        self.typed
    }

    pub fn choice(&self) -> CommitteeChoice {
        CommitteeChoice {
            target_title: self.target_title.into(),
            industry: self.industry.into(),
            committee: self.committee.into(),
            specialty: self.specialty.into(),
        }
    }
}

/// A unit or an office with its one officer.
#[derive(Clone, Copy, Debug)]
pub struct Organisation {
    pub stage: Stage,
    pub name: &'static str,
    usc_body: &'static str,
    pub nature: &'static str,
    pub county_code: &'static str,
    pub is_county_unit: bool,
    pub supervisor: Option<&'static str>,
    pub series_codes: &'static [&'static str],
    pub officer: &'static str,
    pub officer_mobile: &'static str,
}

impl Organisation {
    pub fn usc_code(&self) -> String {
        if self.usc_body.is_empty() {
            return String::new();
        }
        let candidates =
            "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().map(|check| format!("{}{check}", self.usc_body));
        candidates.into_iter().find(|code| is_usc_code(code)).expect("a body has one check character")
    }
}

const fn office(
    stage: Stage,
    name: &'static str,
    county_code: &'static str,
    series_codes: &'static [&'static str],
    officer: (&'static str, &'static str),
) -> Organisation {
    Organisation {
        stage,
        name,
        usc_body: "",
        nature: "",
        county_code,
        is_county_unit: false,
        supervisor: None,
        series_codes,
        officer: officer.0,
        officer_mobile: officer.1,
    }
}

const fn unit(
    name: &'static str,
    usc_body: &'static str,
    nature: &'static str,
    (county_code, is_county_unit): (&'static str, bool),
    supervisor: Option<&'static str>,
    officer: (&'static str, &'static str),
) -> Organisation {
    Organisation {
        stage: Stage::Unit,
        name,
        usc_body,
        nature,
        county_code,
        is_county_unit,
        supervisor,
        series_codes: &[],
        officer: officer.0,
        officer_mobile: officer.1,
    }
}

const STATE_ASSETS: &str = "柳州市人民政府国有资产监督管理委员会";
const LAND: &str = "柳州市自然资源和规划局";
const FARMING: &str = "三江侗族自治县农业农村局";
const FORESTRY: &str = "融水苗族自治县林业局";

/// Supervisors before the units that name them.
pub const ORGANISATIONS: [Organisation; 25] = [
    office(
        Stage::Office(Office::Series),
        "柳州市经济专业工程技术人员职称改革工作领导小组",
        "",
        &["SERIES_ENG"],
        ("卢审", "13900000001"),
    ),
    office(
        Stage::Office(Office::Series),
        "柳州市住房和城乡建设局职称改革工作领导小组办公室",
        "",
        &["SERIES_CON"],
        ("梁审", "13900000002"),
    ),
    office(Stage::Office(Office::Supervisor), STATE_ASSETS, "", &[], ("罗主管", "13900000003")),
    office(Stage::Office(Office::Supervisor), FARMING, "450226", &[], ("石主管", "13900000004")),
    office(
        Stage::Office(Office::CountyTitle),
        "柳州市柳江区职称改革工作领导小组办公室",
        "450206",
        &[],
        ("韦县审", "13900000005"),
    ),
    office(
        Stage::Office(Office::CountyTitle),
        "柳城县职称改革工作领导小组办公室",
        "450222",
        &[],
        ("莫县审", "13900000006"),
    ),
    office(
        Stage::Office(Office::CountyTitle),
        "鹿寨县职称改革工作领导小组办公室",
        "450223",
        &[],
        ("谭县审", "13900000007"),
    ),
    office(
        Stage::Office(Office::CountyTitle),
        "融安县职称改革工作领导小组办公室",
        "450224",
        &[],
        ("潘县审", "13900000008"),
    ),
    office(
        Stage::Office(Office::CountyTitle),
        "三江侗族自治县职称改革工作领导小组办公室",
        "450226",
        &[],
        ("吴县审", "13900000009"),
    ),
    office(
        Stage::Office(Office::CountyIndustry),
        "融水苗族自治县科工贸和信息化局",
        "450225",
        &[],
        ("贾工信", "13900000010"),
    ),
    office(
        Stage::Office(Office::CountyIndustry),
        "三江侗族自治县科工贸和信息化局",
        "450226",
        &[],
        ("杨工信", "13900000011"),
    ),
    unit(
        P1.unit,
        "91450200MA5A00001",
        "StateEnterprise",
        ("", false),
        Some(STATE_ASSETS),
        ("王经办", "13900000012"),
    ),
    unit(
        P2.unit,
        "91450223MA5B00002",
        "PrivateEnterprise",
        ("450223", true),
        None,
        ("陈经办", "13900000013"),
    ),
    unit(
        P3.unit,
        "12450226MB1C00003",
        "PublicInstitution",
        ("450226", true),
        Some(FARMING),
        ("周经办", "13900000014"),
    ),
    unit(
        P4.unit,
        "91450225MA5D00004",
        "PrivateEnterprise",
        ("450225", true),
        None,
        ("蒙经办", "13900000015"),
    ),
    unit(P5.unit, "12450200MB1E00005", "PublicInstitution", ("", false), None, ("何经办", "13900000016")),
    unit(
        P6.unit,
        "91450204MA5F00006",
        "PrivateEnterprise",
        ("450204", false),
        None,
        ("赵经办", "13900000017"),
    ),
    unit(
        P7.unit,
        "91450206MA5G00007",
        "PrivateEnterprise",
        ("450206", true),
        None,
        ("孙经办", "13900000018"),
    ),
    office(Stage::Office(Office::Supervisor), LAND, "", &[], ("唐主管", "13900000019")),
    unit(
        P8.unit,
        "12450200MB1H00008",
        "PublicInstitution",
        ("", false),
        Some(LAND),
        ("李经办", "13900000020"),
    ),
    unit(P9.unit, "91450226MA5J00009", "StateEnterprise", ("450226", false), None, ("冯经办", "13900000021")),
    unit(P10.unit, "52450200MJ1K00010", "SocialOrganization", ("", false), None, ("邓经办", "13900000022")),
    office(Stage::Office(Office::Supervisor), FORESTRY, "450225", &[], ("覃主管", "13900000023")),
    unit(
        P11.unit,
        "12450225MB1L00011",
        "PublicInstitution",
        ("450225", true),
        Some(FORESTRY),
        ("韦经办", "13900000024"),
    ),
    unit(
        P12.unit,
        "91450226MA5M00012",
        "PrivateEnterprise",
        ("450226", true),
        None,
        ("龙经办", "13900000025"),
    ),
];

/// The organisation of this name.
pub fn organisation(name: &str) -> &'static Organisation {
    let found = ORGANISATIONS.iter().find(|organisation| organisation.name == name);
    found.unwrap_or_else(|| panic!("no fixture organisation {name}"))
}
