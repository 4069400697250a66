//! The sheet as printed: read back from the PDF.

mod printed;

use std::path::Path;

use chrono::NaiveDate;
use domain::publicity::{Block, Pair, Period, PublicityTable, Table};
use printed::{fonts, fonts_dir, squeezed, text_of};
use publicity::{Fonts, FontsError, render};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a real date")
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<Pair> {
    pairs.iter().map(|(label, value)| Pair { label: label.to_string(), value: value.to_string() }).collect()
}

fn strings(cells: &[&str]) -> Vec<String> {
    cells.iter().map(ToString::to_string).collect()
}

fn table(columns: &[&str], rows: &[&[&str]]) -> Table {
    let rows = rows.iter().map(|row| strings(row)).collect();
    Table { title: String::new(), columns: strings(columns), rows }
}

fn block(title: &str, pairs: Vec<Pair>, tables: Vec<Table>) -> Block {
    Block { title: title.to_owned(), pairs, tables }
}

fn person() -> Vec<Block> {
    let basic = pairs(&[
        ("姓名", "韦小明"),
        ("性别", "男"),
        ("出生年月", "1988年3月"),
        ("参加工作时间", "2011年7月"),
        ("现从事专业技术工作及年限", "建筑工程施工管理，13年"),
    ]);
    let education = table(
        &["学历学位", "毕业院校及专业", "毕业时间"],
        &[
            &["大学本科 工学学士", "广西科技大学 土木工程", "2011年6月"],
            &["硕士研究生（在职）", "广西大学 建筑与土木工程", "2018年6月"],
        ],
    );
    let titles = pairs(&[
        ("现职称", "工程师（建筑施工）"),
        ("取得时间", "2018年12月"),
        ("申报职称", "高级工程师"),
        ("申报专业", "建筑工程施工"),
        ("申报评委会", "柳州市建设工程专业中高级工程技术人员职称评审委员会"),
        ("申报方式", "正常晋升"),
        ("是否双定向", "否"),
    ]);
    let training = table(
        &["年度", "公需科目", "专业科目学时"],
        &[&["2024", "合格", "62"], &["2025", "合格", "70"], &["2026", "", "66"]],
    );
    vec![
        block("一、基本情况", basic, vec![]),
        block("二、学历情况", vec![], vec![education]),
        block("三、职称及申报情况", titles, vec![]),
        block("四、继续教育情况", vec![], vec![training]),
    ]
}

fn work() -> Vec<Block> {
    let posts = table(
        &["起止时间", "工作单位", "岗位"],
        &[
            &["2011.07—2015.03", "柳州市第三建筑工程有限责任公司", "施工员"],
            &["2015.04—2019.12", "柳州市第三建筑工程有限责任公司第二分公司", "项目技术负责人"],
            &["2020.01至今", "广西柳州龙城建设集团有限公司工程管理部", "副部长"],
        ],
    );
    let experience = "主持柳州市柳东新区某安置房（地上32层、地下2层，建筑面积12.6万平方米）的施工组织设计，\
        编制高支模、深基坑等危险性较大分部分项工程专项施工方案5项，并通过专家论证。";
    let experience = table(
        &["序号", "起止时间", "专业工作内容", "本人作用"],
        &[
            &["1", "2019.01—2020.12", experience, "项目技术负责人"],
            &["2", "2021.01—2023.06", experience, "主持"],
            &["3", "2023.07—2026.08", experience, "主持"],
        ],
    );
    let results = table(
        &["序号", "业绩名称", "本人作用", "效果"],
        &[
            &["1", "柳东新区安置房项目", "主持", "获2021年度广西建设工程“真武阁杯”奖，节约成本380万元"],
            &[
                "2",
                "超长混凝土结构无缝施工技术",
                "第一完成人",
                "形成自治区级工法1项（GXGF2022-118），在4个项目推广",
            ],
        ],
    );
    let papers = table(
        &["题目", "刊物（刊号）", "时间", "位次"],
        &[
            &["超长混凝土结构跳仓法施工温度应力分析", "施工技术（CN 11-2831/TU）", "2021.09", "独著"],
            &[
                "Temperature control of mass concrete in subtropical regions",
                "广西土木建筑",
                "2023.04",
                "第一作者",
            ],
        ],
    );
    let appraisals = table(
        &["2021年", "2022年", "2023年", "2024年", "2025年"],
        &[&["合格", "优秀", "合格", "合格", "优秀"]],
    );
    vec![
        block("五、主要经历", vec![], vec![posts]),
        block("六、取得现职称以来专业工作经历", vec![], vec![experience]),
        block("七、取得现职称以来工作业绩", vec![], vec![results]),
        block("八、取得现职称以来论文著作", vec![], vec![papers]),
        block("九、取得现职称以来获奖情况", vec![], vec![table(&["名称", "等级", "时间", "排名"], &[])]),
        block("十、近5年考核结果", vec![], vec![appraisals]),
    ]
}

fn full() -> PublicityTable {
    PublicityTable {
        unit_name: "广西柳州龙城建设集团有限公司".into(),
        cycle_year: 2026,
        applicant_name: "韦小明".into(),
        blocks: person().into_iter().chain(work()).collect(),
        period: Period { start: day(2026, 11, 25), end: day(2026, 12, 1), working_days: 5 },
        place: "公司一楼公告栏".into(),
        method: "公告栏".into(),
        contact_department: "人力资源部".into(),
        contact_person: "覃丽".into(),
        contact_phone: "0772-2812345".into(),
        table_version: 2,
        check_code: "9f86 d081 884c 7d65".into(),
        check_url: "https://zhicheng.example/check/9f86d081884c7d65".into(),
        generated_on: day(2026, 11, 24),
    }
}

const HOSTILE_NAME: &str = "#韦$小*明]_`@<a>//\\";

fn hostile() -> PublicityTable {
    let long = "X1".repeat(100);
    let stops = "。".repeat(200);
    let value = "#panic(\"x\") $x^2$ *b* _i_ `c` ] [ = \\ // /* @a <b> \"q\" 'q' -- ~ \u{202E}";
    let cells = ["#", &long, &stops, "", value];
    let wide = table(&["一", "二", "三", "四", "五"], &[&cells, &cells[..2]]);
    let many = table(&["甲"; 14], &[&["WWWWWWWWWWWWWWWWWWWW"; 14], &["中"; 14]]);
    let rows =
        pairs(&[("标签".repeat(20).as_str(), ""), ("", &long), ("空", " "), ("值", value), ("止", &stops)]);
    PublicityTable {
        unit_name: "#单位*名称$".repeat(12),
        applicant_name: HOSTILE_NAME.into(),
        blocks: vec![
            block("= 标题", pairs(&[("姓名", HOSTILE_NAME)]), vec![]),
            block("#题", rows, vec![wide]),
            block("", vec![], vec![many, table(&[], &[])]),
            block("空", vec![], vec![]),
        ],
        place: long.clone(),
        method: value.into(),
        contact_department: long.clone(),
        contact_person: HOSTILE_NAME.into(),
        contact_phone: stops.clone(),
        ..full()
    }
}

fn said(table: &PublicityTable) -> String {
    squeezed(&text_of(&render(table, &fonts()).expect("a sheet")))
}

fn longest_run_of_digits(text: &str) -> usize {
    text.split(|char: char| !char.is_ascii_digit()).map(str::len).max().unwrap_or(0)
}

#[test]
fn r73_sheet_prints_every_published_field_and_the_foot() {
    let table = full();
    let text = said(&table);
    let fields = table.blocks.iter().flat_map(|block| {
        let pairs = block.pairs.iter().flat_map(|pair| [&pair.label, &pair.value]);
        let cells = block.tables.iter().flat_map(|table| table.rows.iter().flatten().chain(&table.columns));
        pairs.chain(cells).chain([&block.title]).collect::<Vec<_>>()
    });
    for expected in fields {
        let expected = squeezed(expected);
        assert!(text.contains(&expected), "{expected} is not printed in {text}");
    }
    for expected in [
        "广西柳州龙城建设集团有限公司2026年度职称申报人员情况公示表",
        "公示时间：2026年11月25日至2026年12月1日（共5个工作日，双休日和节假日不计入）",
        "公示地点：公司一楼公告栏公示方式：公告栏",
        "有异议的，请在2026年12月1日（含当日）前，以书面或电话形式向受理异议部门反映",
        "受理异议部门：人力资源部",
        "联系人：覃丽",
        "监督电话：0772-2812345",
        "经办人：",
        "负责人：",
        "单位（盖章）：",
        "公示表第2版2026年11月24日生成",
        "校验码9f86d081884c7d65",
        "第1页共",
    ] {
        assert!(text.contains(expected), "{expected} is not printed in {text}");
    }
}

#[test]
fn sheet_never_shows_what_looks_like_an_id_number() {
    let all_digits = PublicityTable { check_code: "4502 4502 4502 4502".into(), ..full() };
    let text = text_of(&render(&all_digits, &fonts()).unwrap());
    assert!(text.contains("韦小明"));
    assert!(longest_run_of_digits(&text) < 17, "{text}");
}

#[test]
fn markup_in_user_text_prints_literally_and_unbroken_strings_are_printed_whole() {
    let text = said(&hostile());
    for expected in [HOSTILE_NAME, "#panic(\"x\")$x^2$*b*_i_`c`][=\\///*@a<b>\"q\"'q'--~", &"X1".repeat(100)]
    {
        assert!(text.contains(expected), "{expected} is not printed in {text}");
    }
}

/// A label of up to thirteen characters stands on one line.
#[test]
fn labels_do_not_break() {
    let text = text_of(&render(&full(), &fonts()).unwrap());
    for label in ["参加工作时间", "现从事专业技术工作及年限", "申报评委会"] {
        assert!(text.lines().any(|line| line.contains(label)), "{label} is broken in {text}");
    }
}

#[test]
fn r73_same_table_gives_the_same_bytes() {
    let table = full();
    let first = render(&table, &fonts()).unwrap();
    assert!(first == render(&table, &fonts()).unwrap());
    let next_version = PublicityTable { table_version: 3, ..table };
    assert!(first != render(&next_version, &fonts()).unwrap());
}

#[test]
fn missing_fonts_are_reported_with_their_directory() {
    let absent = fonts_dir().join("absent");
    assert!(matches!(Fonts::load(&absent), Err(FontsError::Unreadable { path, .. }) if path == absent));
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    assert!(matches!(Fonts::load(&sources), Err(FontsError::FamilyMissing(path)) if path == sources));
}

#[test]
fn table_header_title_and_page_number_are_repeated_on_every_page() {
    let rows: Vec<&[&str]> = vec![&["1", "柳东新区安置房项目"]; 120];
    let blocks = vec![block("七、工作业绩", vec![], vec![table(&["序号", "业绩名称"], &rows)])];
    let pdf = render(&PublicityTable { blocks, ..full() }, &fonts()).unwrap();
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let pages = document.get_pages().len();
    assert!(pages > 2, "{pages}");
    for page in 1..=pages {
        let text = squeezed(&document.extract_text(&[u32::try_from(page).unwrap()]).unwrap());
        for expected in ["序号业绩名称", "公示表", &format!("第{page}页共{pages}页")] {
            assert!(text.contains(expected), "page {page} lacks {expected}: {text}");
        }
    }
}
