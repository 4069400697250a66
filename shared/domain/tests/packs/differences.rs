//! The places in which a pack differs from the one before it.

use crate::copy::packs;
use domain::pack::{Difference, Pack, differences, load_folder};
use insta::assert_snapshot;

fn pack(name: &str) -> Pack {
    load_folder(packs().join(name)).unwrap_or_else(|error| panic!("{error}"))
}

fn lines(differences: &[Difference]) -> String {
    let short = |text: &str| text.chars().take(40).collect::<String>().replace('\n', " ");
    let line = |one: &Difference| {
        format!("{} | {}: {} → {}\n", one.place, one.label, short(&one.old), short(&one.new))
    };
    differences.iter().map(line).collect()
}

/// The whole list: nothing else changed from 2020 to 2026.
#[test]
fn liuzhou_2026_is_read_against_2020() {
    let next = pack("liuzhou-2026");
    assert_eq!(next.predecessor(), Some("liuzhou-2020"));
    assert_snapshot!(lines(&differences(&pack("liuzhou-2020"), &next)), @r#"
    cycle_year | 申报年度: 2020 → 2026
    committees.C_AUTO_DS | 评委会 › 工程系列柳州汽车产业副高级评委会:  → 工程系列柳州汽车产业副高级评委会
    industries.Automotive | 行业 › 汽车产业:  → 汽车产业
    industries.Other.label | 行业 › 其他行业（机械、冶金、化工、电子信息等） › 名称: 其他行业（机械、汽车、冶金、化工、电子信息等） → 其他行业（机械、冶金、化工、电子信息等）
    specialties.auto_vehicle_design | 专业 › 整车设计与集成:  → 整车设计与集成
    specialties.auto_manufacturing | 专业 › 汽车制造工艺:  → 汽车制造工艺
    specialties.auto_new_energy | 专业 › 新能源汽车技术:  → 新能源汽车技术
    specialties.auto_intelligent | 专业 › 智能网联汽车:  → 智能网联汽车
    specialties.auto_parts | 专业 › 汽车零部件:  → 汽车零部件
    specialties.auto_testing | 专业 › 汽车试验与检测:  → 汽车试验与检测
    criteria.C_AUTO_DS-6-1 | 评审条件 › 第六条（一）:  → 第六条（一）：【样例】主持或作为主要技术骨干完成整车、总成或关键零部件开发项目2
    criteria.C_AUTO_DS-6-2 | 评审条件 › 第六条（二）:  → 第六条（二）：【样例】主持汽车生产线建设、智能化改造或新工艺应用的技术工作2项以
    criteria.C_AUTO_DS-6-3 | 评审条件 › 第六条（三）:  → 第六条（三）：【样例】承担汽车试验、检测或质量技术工作，解决关键技术问题2项以上
    criteria.C_AUTO_DS-7-1 | 评审条件 › 第七条（一）:  → 第七条（一）：【样例】负责开发的车型或零部件批量投产，取得明显经济效益。
    criteria.C_AUTO_DS-7-2 | 评审条件 › 第七条（二）:  → 第七条（二）：【样例】取得汽车产业有关的发明专利1项或实用新型专利3项以上，并已
    criteria.C_AUTO_DS-7-3 | 评审条件 › 第七条（三）:  → 第七条（三）：【样例】获市（厅）级以上科学技术奖或汽车行业科学技术奖1项以上（前
    criteria.C_AUTO_DS-8-1 | 评审条件 › 第八条（一）:  → 第八条（一）：【样例】以第一作者在公开发行的专业期刊发表汽车产业论文2篇以上。
    criteria.C_AUTO_DS-8-2 | 评审条件 › 第八条（二）:  → 第八条（二）：【样例】主持或参加制定汽车产业国家标准、行业标准或团体标准1项以上
    criteria.C_AUTO_DS-8-3 | 评审条件 › 第八条（三）:  → 第八条（三）：【样例】以第一作者发表论文1篇，并独立撰写开发项目的技术报告2篇以
    basic_info.cycle_year.default | 个人基本信息 › 申报年度 › 默认值: 2020 → 2026
    continuing_education.common_year.default | 继续教育情况 › 公需科目年度 › 默认值: 2020 → 2026
    continuing_education.theme.default | 继续教育情况 › 公需科目 › 默认值: 当代科学技术前沿知识 → 人工智能与产业融合
    continuing_education.industry_courses.year.max | 继续教育情况 › 本行业继续教育情况 › 年度 › 最大: 2020 → 2026
    continuing_education.help | 继续教育情况 › 说明: （1）公需科目：完成2020年度的公需科目学习任务“当代科学技术前沿知识”（公需 → （1）公需科目：完成2026年度的公需科目学习任务“人工智能与产业融合”（公需科
    publications.rows.volume_issue_pages.placeholder | 任现职以来论文、著作情况 › 论文、著作 › 卷期页 › 填写示例: 2019年第3期第12—15页 → 2025年第3期第12—15页
    achievements.rows.key_industry_project | 工作业绩 › 工作业绩 › 是否属于重点产业项目:  → 是否属于重点产业项目
    appraisals.help | 近5年考核结果 › 说明: 填写2015年-2019年的考核结果。如申报人工作时间不足五年的，按实际填写。 → 填写2021年-2025年的考核结果。如申报人工作时间不足五年的，按实际填写。
    notices.关于开展柳州市2026年度工程系列职称申报工作的通知.text | 通知公告 › 关于开展柳州市2026年度工程系列职称申报工作的通知 › 正文: 2020年度柳州市工程系列职称申报通过广西柳州市专业技术人员服务平台进行。请符合 → 2026年度柳州市工程系列职称申报通过广西柳州市专业技术人员服务平台进行。请符合
    notices.关于开展柳州市2026年度工程系列职称申报工作的通知.title | 通知公告 › 关于开展柳州市2026年度工程系列职称申报工作的通知 › 标题: 关于开展柳州市2020年度工程系列职称申报工作的通知 → 关于开展柳州市2026年度工程系列职称申报工作的通知
    notices.关于完成2026年度公需科目学习任务的提示.text | 通知公告 › 关于完成2026年度公需科目学习任务的提示 › 正文: 2020年度的公需科目为“当代科学技术前沿知识”，请在公需科目网站（http:/ → 2026年度的公需科目为“人工智能与产业融合”，请在公需科目网站（http://
    notices.关于完成2026年度公需科目学习任务的提示.title | 通知公告 › 关于完成2026年度公需科目学习任务的提示 › 标题: 关于完成2020年度公需科目学习任务的提示 → 关于完成2026年度公需科目学习任务的提示
    manual.（一）选择评委会和专业.text | 操作说明 › （一）选择评委会和专业 › 正文: 按要求完成个人注册后登录系统，进入个人申报首界面，点击“职称申报”——“开始申报 → 按要求完成个人注册后登录系统，进入个人申报首界面，点击“职称申报”——“开始申报
    manual.4．继续教育情况.text | 操作说明 › 4．继续教育情况 › 正文: （1）公需科目：完成2020年度的公需科目学习任务“当代科学技术前沿知识”（公需 → （1）公需科目：完成2026年度的公需科目学习任务“人工智能与产业融合”（公需科
    manual.4．近5年考核结果.text | 操作说明 › 4．近5年考核结果 › 正文: 填写2015年-2019年的考核结果。如申报人工作时间不足五年的，按实际填写。 → 填写2021年-2025年的考核结果。如申报人工作时间不足五年的，按实际填写。
    "#);
}

#[test]
fn a_pack_does_not_differ_from_itself() {
    let pack = pack("example-city-2026");
    assert_eq!(differences(&pack, &pack), []);
}

#[test]
fn what_was_dropped_moved_or_asked_on_another_condition_is_told() {
    let old = pack("liuzhou-2020");
    let mut new = old.clone();
    new.sections.retain(|section| section.id != "work_summary");
    new.titles.swap(0, 1);
    new.offices.order.reverse();
    let slots = &mut new.sections.iter_mut().find(|section| section.id == "other_proof").unwrap().slots;
    slots[0].shown = None;
    slots[1].max = 5;
    new.seniority.remove(0);
    assert_snapshot!(lines(&differences(&old, &new)), @r#"
    titles | 职称 › 顺序: 助理工程师、工程师、高级工程师、正高级工程师 → 工程师、助理工程师、高级工程师、正高级工程师
    seniority.AssistantEngineer | 资历年限 › AssistantEngineer: graduation，Doctor、Master，人社部发〔2019〕16号，A → 
    offices.order | 审核部门 › 先后: 主管部门、县区职改部门、县工信部门 → 县工信部门、县区职改部门、主管部门
    other_proof.slots.commitment_letter.shown | 其他证明 › 上传位置 › 承诺书（个人亲笔签名） › 显示条件: basic_info.target_title 是 FullSeniorEngi → 
    other_proof.slots.other.max | 其他证明 › 上传位置 › 其他证明材料 › 最大: 20 → 5
    work_summary | 专业技术工作总结: 专业技术工作总结 →
    "#);
}
