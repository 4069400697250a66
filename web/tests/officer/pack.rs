//! The page of a pack: what changed in it, and all that it asks.

use crate::fixture;
use domain::pack::{Pack, in_english, is_chinese, load_folder};
use insta::assert_snapshot;
use std::path::Path;
use std::rc::Rc;
use web::components::pack::{Comparison, PackChanges, PackChangesProps, PackRules, PackRulesProps};
use web::texts::{Language, set_language};
use yew::LocalServerRenderer;

fn next() -> Rc<Pack> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/packs/liuzhou-2026");
    Rc::new(load_folder(folder).unwrap())
}

async fn changes(comparison: Comparison) -> String {
    let props = PackChangesProps { comparison };
    LocalServerRenderer::<PackChanges>::with_props(props).hydratable(false).render().await
}

async fn rules(pack: Rc<Pack>) -> String {
    let props = PackRulesProps { pack, comparison: Comparison::First };
    LocalServerRenderer::<PackRules>::with_props(props).hydratable(false).render().await
}

/// Returns the text without tags, with a line for each element that ends one.
pub(crate) fn words(html: &str, ends: &[&str]) -> String {
    let lines = ends.iter().fold(html.to_owned(), |html, end| html.replace(end, &format!("{end}\n")));
    let cells = lines.replace("</th><td", "</th> | <td").replace("</td><td", "</td> | <td");
    let mut inside = false;
    let text = cells.chars().filter(|c| {
        let is_text = !inside && *c != '<';
        inside = (inside || *c == '<') && *c != '>';
        is_text
    });
    text.collect()
}

fn element<'h>(html: &'h str, from: &str, to: &str) -> &'h str {
    let start = html.find(from).unwrap_or_else(|| panic!("{from} in {html}"));
    let length = html[start..].find(to).unwrap_or_else(|| panic!("{to} after {from}"));
    &html[start..start + length]
}

fn summaries(html: &str) -> Vec<String> {
    html.split("<summary>").skip(1).map(|one| words(element(one, "", "</summary>"), &[])).collect()
}

/// The rows are of one line each, with the first words of a long text.
fn rows(html: &str) -> String {
    let body = element(html, "<tbody>", "</tbody>");
    let cell = |text: &str| text.chars().take(40).collect::<String>();
    let row = |row: &str| {
        let cells = words(&row.replace('\n', " "), &[]);
        cells.split(" | ").map(cell).collect::<Vec<_>>().join(" | ")
    };
    body.split("</tr>").map(row).collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "current_thread")]
async fn liuzhou_2026_says_what_differs_from_2020() {
    let html = changes(Comparison::Of { old: fixture::pack(), new: next() }).await;
    assert!(html.contains("共34处变化。 对比的是广西柳州市专业技术人员服务平台2020年度的规定"), "{html}");
    assert!(html.contains("<tr data-place=\"industries.Automotive\">"), "{html}");
    assert_snapshot!(rows(&html), @r#"
    申报年度 | 2020 | 2026
    评委会 › 工程系列柳州汽车产业副高级评委会 | 无 | 工程系列柳州汽车产业副高级评委会
    行业 › 汽车产业 | 无 | 汽车产业
    行业 › 其他行业（机械、冶金、化工、电子信息等） › 名称 | 其他行业（机械、汽车、冶金、化工、电子信息等） | 其他行业（机械、冶金、化工、电子信息等）
    专业 › 整车设计与集成 | 无 | 整车设计与集成
    专业 › 汽车制造工艺 | 无 | 汽车制造工艺
    专业 › 新能源汽车技术 | 无 | 新能源汽车技术
    专业 › 智能网联汽车 | 无 | 智能网联汽车
    专业 › 汽车零部件 | 无 | 汽车零部件
    专业 › 汽车试验与检测 | 无 | 汽车试验与检测
    评审条件 › 第六条（一） | 无 | 第六条（一）：【样例】主持或作为主要技术骨干完成整车、总成或关键零部件开发项目2
    评审条件 › 第六条（二） | 无 | 第六条（二）：【样例】主持汽车生产线建设、智能化改造或新工艺应用的技术工作2项以
    评审条件 › 第六条（三） | 无 | 第六条（三）：【样例】承担汽车试验、检测或质量技术工作，解决关键技术问题2项以上
    评审条件 › 第七条（一） | 无 | 第七条（一）：【样例】负责开发的车型或零部件批量投产，取得明显经济效益。
    评审条件 › 第七条（二） | 无 | 第七条（二）：【样例】取得汽车产业有关的发明专利1项或实用新型专利3项以上，并已
    评审条件 › 第七条（三） | 无 | 第七条（三）：【样例】获市（厅）级以上科学技术奖或汽车行业科学技术奖1项以上（前
    评审条件 › 第八条（一） | 无 | 第八条（一）：【样例】以第一作者在公开发行的专业期刊发表汽车产业论文2篇以上。
    评审条件 › 第八条（二） | 无 | 第八条（二）：【样例】主持或参加制定汽车产业国家标准、行业标准或团体标准1项以上
    评审条件 › 第八条（三） | 无 | 第八条（三）：【样例】以第一作者发表论文1篇，并独立撰写开发项目的技术报告2篇以
    个人基本信息 › 申报年度 › 默认值 | 2020 | 2026
    继续教育情况 › 公需科目年度 › 默认值 | 2020 | 2026
    继续教育情况 › 公需科目 › 默认值 | 当代科学技术前沿知识 | 人工智能与产业融合
    继续教育情况 › 本行业继续教育情况 › 年度 › 最大 | 2020 | 2026
    继续教育情况 › 说明 | （1）公需科目：完成2020年度的公需科目学习任务“当代科学技术前沿知识”（公需 | （1）公需科目：完成2026年度的公需科目学习任务“人工智能与产业融合”（公需科
    任现职以来论文、著作情况 › 论文、著作 › 卷期页 › 填写示例 | 2019年第3期第12—15页 | 2025年第3期第12—15页
    工作业绩 › 工作业绩 › 是否属于重点产业项目 | 无 | 是否属于重点产业项目
    近5年考核结果 › 说明 | 填写2015年-2019年的考核结果。如申报人工作时间不足五年的，按实际填写。 | 填写2021年-2025年的考核结果。如申报人工作时间不足五年的，按实际填写。
    通知公告 › 关于开展柳州市2026年度工程系列职称申报工作的通知 › 正文 | 2020年度柳州市工程系列职称申报通过广西柳州市专业技术人员服务平台进行。请符合 | 2026年度柳州市工程系列职称申报通过广西柳州市专业技术人员服务平台进行。请符合
    通知公告 › 关于开展柳州市2026年度工程系列职称申报工作的通知 › 标题 | 关于开展柳州市2020年度工程系列职称申报工作的通知 | 关于开展柳州市2026年度工程系列职称申报工作的通知
    通知公告 › 关于完成2026年度公需科目学习任务的提示 › 正文 | 2020年度的公需科目为“当代科学技术前沿知识”，请在公需科目网站（http:/ | 2026年度的公需科目为“人工智能与产业融合”，请在公需科目网站（http://
    通知公告 › 关于完成2026年度公需科目学习任务的提示 › 标题 | 关于完成2020年度公需科目学习任务的提示 | 关于完成2026年度公需科目学习任务的提示
    操作说明 › （一）选择评委会和专业 › 正文 | 1．选择评委会。申报正高级工程师选择1001正高级工程师评委会，申报高级工程师选 | 1．选择评委会。申报正高级工程师选择1001正高级工程师评委会，申报高级工程师选
    操作说明 › 4．继续教育情况 › 正文 | （1）公需科目：完成2020年度的公需科目学习任务“当代科学技术前沿知识”（公需 | （1）公需科目：完成2026年度的公需科目学习任务“人工智能与产业融合”（公需科
    操作说明 › 4．近5年考核结果 › 正文 | 填写2015年-2019年的考核结果。如申报人工作时间不足五年的，按实际填写。 | 填写2021年-2025年的考核结果。如申报人工作时间不足五年的，按实际填写。
    "#);
}

#[tokio::test(flavor = "current_thread")]
async fn a_pack_without_readable_predecessor_says_so() {
    let lost = changes(Comparison::Unreadable).await;
    assert!(lost.contains("notice-warning") && lost.contains("没有读到上一份规定，不能列出变化"), "{lost}");
    assert_eq!(changes(Comparison::First).await, "<p>这是第一份规定，没有上一份可以对比。</p>");
    let same = changes(Comparison::Of { old: next(), new: next() }).await;
    assert!(same.contains("两份规定的内容完全相同。") && !same.contains("<table"), "{same}");
}

#[tokio::test(flavor = "current_thread")]
async fn every_committee_says_which_titles_industries_and_specialties_it_has() {
    let html = rules(next()).await;
    let committees = element(&html, "<h2 id=\"committees\"", "<h2 id=\"titles\"");
    assert_snapshot!(summaries(committees).join("\n"), @r#"
    1001正高级工程师评委会 正高级工程师（正高级） · 81个专业
    工程系列柳州市副高级评委会 高级工程师（副高级） · 81个专业
    工程系列柳州市中级评委会 工程师（中级） · 61个专业
    工程系列柳州市初级评委会 助理工程师（初级） · 61个专业
    柳州市建设工程系列中级职称评委会 工程师（中级） · 24个专业
    柳州市建设工程系列初级职称评委会 助理工程师（初级） · 24个专业
    工程系列柳州汽车产业副高级评委会 高级工程师（副高级） · 10个专业
    "#);
    let newest = committees.rsplit("<ul>").next().unwrap();
    assert_snapshot!(words(newest, &["</li>"]), @r#"
    评审职称：高级工程师（副高级）
    行业：汽车产业
    选择依据：申报汽车产业的高级工程师选择工程系列柳州汽车产业副高级评委会。
    系列职改办：与1001正高级工程师评委会、工程系列柳州市副高级评委会、工程系列柳州市中级评委会、工程系列柳州市初级评委会是同一个职改办
    专业：整车设计与集成、汽车制造工艺、新能源汽车技术、智能网联汽车、汽车零部件、汽车试验与检测、建筑材料、环境保护工程、安全工程、水利水电工程
    "#);
}

/// The words of a chapter, from its heading to `next`.
fn chapter(html: &str, id: &str, next: &str) -> String {
    words(element(html, &format!("<h2 id=\"{id}\""), next), &["</h2>", "</li>", "</dd>", "</dt>"])
}

#[tokio::test(flavor = "current_thread")]
async fn titles_and_numbers_are_in_words() {
    let html = rules(next()).await;
    assert_snapshot!(chapter(&html, "titles", "<h2 id=\"sections\""), @r#"
    职称
    助理工程师
    初级
    工程师
    中级
    高级工程师
    副高级
    正高级工程师
    正高级
    "#);
    assert_snapshot!(chapter(&html, "numbers", "<h2 id=\"route\""), @r#"
    日期和数字
    材料截止日
    以个人申报截止日期为准
    单位公示
    不少于5个工作日，公示首日计入
    社会保险缴费证明
    近6个月
    考核结果
    2021年至2025年
    每年继续教育学时
    少于60学时的予以提示
    退回后的补正期限
    10天
    缴费期限
    不少于15天
    办理后可以收回
    10分钟内，对方打开材料之前
    截止前短信提醒
    提前24小时
    久未办理短信提醒
    等待10天后
    答辩小组
    不少于3人
    审议小组
    不少于5人，到会不少于5人
    资历年限不足
    只作提示，不影响提交
    单个文件大小上限
    20 MB
    全部材料大小上限
    300 MB
    PDF页数上限
    60页
    各环节的起止日期和收费标准由系列职改办在系统中设置，不在这份规定里。
    "#);
}

#[tokio::test(flavor = "current_thread")]
async fn route_and_messages_are_in_words() {
    let html = rules(next()).await;
    assert_snapshot!(chapter(&html, "route", "</div>"), @r#"
    审核顺序
    单位
    主管部门
    县区职改部门
    县工信部门
    市系列审核
    短信内容
    【柳州职称】验证码〔验证码〕，5分钟内有效，请勿告知他人。
    【柳州职称】〔姓名〕您好，您的〔申报职称〕申报材料已提交单位审核，可在“职称申报进度”查看。
    【柳州职称】〔姓名〕您好，您的申报材料被〔审核环节〕退回，共〔数量〕项需修改，请于〔截止日期〕24时前登录系统修改并重新提交。
    【柳州职称】〔姓名〕您好，您的申报未通过〔审核环节〕审核，原因请登录系统在“职称申报进度”查看。
    【柳州职称】〔姓名〕您好，您的申报材料已通过职改办审核，请于〔截止日期〕前登录系统首页点击“缴费”扫码缴费并完成缴费验证。
    【柳州职称】〔姓名〕您好，您的职称评审费已缴纳并验证成功，缴费完成。
    【柳州职称】〔姓名〕您好，您的申报因逾期未处理，已视为放弃本年度申报，详情请登录系统查看。
    【柳州职称】〔姓名〕您好，您有申报事项将于〔截止日期〕24时截止，请尽快登录系统处理。
    【柳州职称】贵单位有〔数量〕份职称申报材料待处理，最近截止日期〔截止日期〕，请登录系统办理。
    【柳州职称】1份申报材料被〔审核环节〕退回单位补正，共〔数量〕项，请于〔截止日期〕24时前登录系统补正后重新上报。
    【柳州职称】贵单位有职称申报公示已于〔截止日期〕期满，请登录系统填写公示情况，办理下一步。
    【柳州职称】贵单位有职称申报材料已等待〔天数〕天，请登录系统办理。
    【柳州职称】贵单位有职称申报材料超过〔截止日期〕的截止日期仍未办理，请尽快登录系统办理。
    【柳州职称】〔姓名〕您好，〔审核环节〕已答复您的撤回申请，结果请登录系统在“职称申报进度”查看。
    〔〕内的文字发送时换成实际内容。
    "#);
}

#[tokio::test(flavor = "current_thread")]
async fn every_section_says_who_fills_it_in_and_what_it_asks() {
    let pack = next();
    let html = rules(pack.clone()).await;
    let sections = element(&html, "<h2 id=\"sections\"", "<h2 id=\"numbers\"");
    let summaries = summaries(sections);
    assert_eq!(summaries.len(), pack.sections.len());
    assert_snapshot!(summaries.join("\n"), @r#"
    1．个人基本信息 申报人填写 · 必填 · 填写39项 · 扫描件1种
    2．学历情况 申报人填写 · 必填 · 填写14项 · 扫描件6种
    3．现专业技术资格证书 申报人填写 · 必填 · 填写23项 · 扫描件6种
    4．继续教育情况 申报人填写 · 必填 · 填写15项
    5．任现职以来论文、著作情况 申报人填写 · 必填 · 填写14项 · 扫描件14种
    6．主要经历 申报人填写 · 必填 · 填写7项
    7．工作业绩 申报人填写 · 必填 · 填写14项 · 扫描件1种
    8．何时何地受何奖励 申报人填写 · 必填 · 填写10项 · 扫描件1种
    9．专业工作经历 申报人填写 · 必填 · 填写7项 · 扫描件1种
    10．破格（绿色通道）申报情况 申报人填写 · 符合条件时必填 · 填写4项 · 扫描件1种
    11．何时何地受何处分及诚信情况 申报人填写 · 必填 · 填写6项
    12．专业技术工作总结 申报人填写 · 必填 · 填写1项 · 扫描件1种
    13．社保信息 申报人填写 · 符合条件时必填 · 填写8项 · 扫描件2种
    14．其他证明 申报人填写 · 符合条件时必填 · 扫描件2种
    15．诚信承诺与申报材料清单 申报人填写 · 必填 · 填写4项
    单位审核（逐项核对） 单位填写 · 必填 · 填写7项
    公示情况 单位填写 · 必填 · 填写16项 · 扫描件1种
    答辩情况 单位填写 · 符合条件时必填 · 填写13项 · 扫描件1种
    审议小组审议推荐建议 单位填写 · 必填 · 填写16项 · 扫描件1种
    近5年考核结果 单位填写 · 必填 · 填写3项
    专家鉴定意见 单位填写 · 选填 · 填写1项 · 扫描件1种
    基层单位推荐意见 单位填写 · 必填 · 填写8项 · 扫描件2种
    "#);
    let awards = element(sections, "8．", "</details>");
    assert_snapshot!(words(awards, &["</summary>", "</li>", "<ul>"]), @r#"
    8．何时何地受何奖励 申报人填写 · 必填 · 填写10项 · 扫描件1种

    填写项目
    本项无（选填）

    奖励（可以填多条）
    填写项目
    奖项（荣誉）名称（必填）
    获奖时间（必填）
    获奖地点（选填）
    授奖机关（必填）
    等级（必填）
    获奖项目（选填）
    本人排名（必填）
    总人数（必填）
    证书编号（选填）

    上传的扫描件
    奖励（荣誉）证书原件扫描件（必须上传，最多5份）
    "#);
}

#[tokio::test(flavor = "current_thread")]
async fn an_english_page_is_english_but_for_what_is_sent_and_issued_in_chinese() {
    set_language(Language::English);
    let html = rules(Rc::new(in_english(&next()))).await;
    let chapters = element(&html, "<p class=\"lead\"", "<h2 id=\"messages\"");
    assert!(!chapters.contains(is_chinese), "{}", words(chapters, &["</h2>", "</li>", "</dd>"]));
    assert!(html.contains("<ul lang=\"zh-CN\" class=\"plain-list\">"), "{html}");
    let html = changes(Comparison::Of { old: fixture::pack(), new: next() }).await;
    let intro = element(&html, "<p>", "</p>");
    assert!(intro.starts_with("<p>34 changes. Compared with the rules of 2020;"), "{intro}");
    assert!(intro.contains("The changes are told in Chinese"), "{intro}");
}

/// A dotted place, a rule's number or an id is for the pack's author, not for whoever signs it off.
#[tokio::test(flavor = "current_thread")]
async fn no_identifier_is_on_the_page() {
    let props =
        PackRulesProps { pack: next(), comparison: Comparison::Of { old: fixture::pack(), new: next() } };
    let html = LocalServerRenderer::<PackRules>::with_props(props).hydratable(false).render().await;
    let text = words(&html, &["</h2>", "</li>", "</td>", "</dd>"]);
    let tokens = text.split(|c: char| !c.is_ascii_alphanumeric() && !"_-{}".contains(c));
    let is_id = |token: &&str| token.contains(['_', '{', '}']) || rule_number(token) || camel(token);
    assert_eq!(tokens.filter(is_id).collect::<Vec<_>>(), Vec::<&str>::new());
}

/// `R34`
fn rule_number(token: &str) -> bool {
    token.strip_prefix('R').is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
}

/// `CountyTitle`
fn camel(token: &str) -> bool {
    token.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
}
