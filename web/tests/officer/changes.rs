//! 本次修改: what was answered, and what was changed.

use crate::fixture;
use crate::pack::words;
use api::applications::{ChangedVersion, Versions};
use domain::form::{Change, Changed, CopyKind, Place, RowPlace, Scan, ScanFacts, Spot};
use domain::ids::{RowId, ScanId};
use domain::pack::FilledBy;
use domain::workflow::{ReturnItem, Round, Version};
use std::rc::Rc;
use web::components::changes::{LatestChanges, LatestChangesProps, VersionList, VersionListProps};

fn field(spot: Spot, row: Option<RowPlace>, [old, new]: [&str; 2]) -> Change {
    Change { spot, row, what: Changed::Field { old: old.into(), new: new.into() } }
}

fn scan(id: &str, sha256: &str) -> Scan {
    Scan {
        id: ScanId::new(id),
        place: Place { section: "publications".into(), row: Some(RowId::new("r1")), slot: "cover".into() },
        file_name: format!("{id}.pdf"),
        media_type: "application/pdf".into(),
        bytes: 1_000,
        sha256: sha256.into(),
        copy_kind: CopyKind::Original,
        kind: String::new(),
        description: String::new(),
        marked: false,
        facts: ScanFacts::default(),
        rotation: None,
        uploaded_at: "2020-08-03T09:00:00+08:00".parse().unwrap(),
    }
}

fn asked(spot: Spot, text: &str) -> ReturnItem {
    ReturnItem { spot, code: "A02".into(), text: text.into(), answer: "已修改".into() }
}

/// Two reasons: the cover was uploaded again, the photo was not touched; 20 % became 50 % elsewhere.
fn versions() -> Rc<Versions> {
    let paper = Spot::section("publications").in_row("rows", &RowId::new("r1"));
    let cover = Spot { slot: Some("cover".into()), ..paper.clone() };
    let photo = Spot { slot: Some("photo".into()), ..Spot::section("basic_info") };
    let title = || Some(RowPlace { number: 1, title: "焊接".into() });
    let work = Spot::section("achievements").in_row("rows", &RowId::new("r2"));
    let project = Some(RowPlace { number: 2, title: "座椅骨架".into() });
    let at = |field: &str| Spot { field: Some(field.into()), ..work.clone() };
    let replaced = Changed::Scan {
        old: Some(Box::new(scan("旧封面", "1"))),
        new: Some(Box::new(scan("新封面", "1"))),
    };
    let changes = vec![
        field(Spot::field("basic_info", "identity_nature"), None, ["StateEnterprise", "PrivateEnterprise"]),
        Change { spot: cover.clone(), row: title(), what: replaced },
        Change {
            spot: work.clone(),
            row: project.clone(),
            what: Changed::Row { old: None, new: project.clone() },
        },
        field(at("start"), project.clone(), ["", "2019-03"]),
        field(at("effect"), project, ["节约成本20%。", "节约成本50%。"]),
    ];
    let version = |number, after, answered| Version {
        part: FilledBy::Applicant,
        number,
        at: "2020-08-12T10:00:00+08:00".parse().unwrap(),
        after,
        answered,
    };
    let round =
        Round { organisation: "三江县职改办".into(), at: "2020-08-10T10:00:00+08:00".parse().unwrap() };
    let answered = vec![asked(cover, "封面模糊"), asked(photo, "照片模糊，请重新上传")];
    Rc::new(Versions {
        versions: vec![
            ChangedVersion { version: version(1, None, Vec::new()), is_new: false, changes: Vec::new() },
            ChangedVersion { version: version(2, Some(round), answered), is_new: false, changes },
        ],
        draft: None,
    })
}

fn said(html: &str) -> String {
    let said =
        words(html, &["</p>", "</li>", "</summary>", "</span>", "</td>", "</th>", "</h2>", "</h3>", "</h4>"]);
    said.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" | ")
}

#[tokio::test(flavor = "current_thread")]
async fn case_06_each_reason_stands_with_its_answer_and_what_was_changed_there() {
    let props = LatestChangesProps { application: "a1".into(), pack: fixture::pack(), versions: versions() };
    let html = yew::LocalServerRenderer::<LatestChanges>::with_props(props).hydratable(false).render().await;
    insta::assert_snapshot!(said(&html), @"本次修改 | 申报人第2次提交（2020年8月12日 10:00，三江县职改办退回后） | 任现职以来论文、著作情况 · 期刊封面（模糊或缺角）封面模糊　修改说明：已修改 | 5．任现职以来论文、著作情况 | 位置 | 原来 | 现在 | 论文（著作）1“焊接” · 期刊封面 | 下载旧封面.pdf | 原件 | 下载新封面.pdf | 原件 | 重新上传的是同一个文件，内容没有变化。 | 个人基本信息 · 照片（模糊或缺角）照片模糊，请重新上传　修改说明：已修改 | 未改动 | 其他改动 | 1．个人基本信息 | 位置 | 原来 | 现在 | 个人身份性质 | 国有企业 | 非公单位（民营企业） | 7．工作业绩 | 位置 | 原来 | 现在 | 业绩2“座椅骨架” | — | 新增 | 业绩2“座椅骨架” · 开始时间 | 未填写 | 2019年3月 | 业绩2“座椅骨架” · 完成情况或效果（效益） | 节约成本20%。 | 节约成本50%。 | 没有改动的栏目（12） | 2．学历情况 | 3．现专业技术资格证书 | 4．继续教育情况 | 6．主要经历 | 8．何时何地受何奖励 | 9．专业工作经历 | 10．破格（绿色通道）申报情况 | 11．何时何地受何处分及诚信情况 | 12．专业技术工作总结 | 13．社保信息 | 14．其他证明 | 15．诚信承诺与申报材料清单");
}

#[tokio::test(flavor = "current_thread")]
async fn every_version_is_listed() {
    let props = VersionListProps { application: "a1".into(), pack: fixture::pack(), versions: versions() };
    let html = yew::LocalServerRenderer::<VersionList>::with_props(props).hydratable(false).render().await;
    let said = said(&html);
    for words in [
        "历次提交（2）",
        "申报人第1次提交（2020年8月12日 10:00）",
        "首次，没有可以对比的内容。",
        "三江县职改办退回后",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

/// Nothing was corrected yet: there is nothing to open with.
#[tokio::test(flavor = "current_thread")]
async fn a_first_submission_has_no_changes() {
    let first = Versions { versions: versions().versions[..1].to_vec(), draft: None };
    let props =
        LatestChangesProps { application: "a1".into(), pack: fixture::pack(), versions: Rc::new(first) };
    let html = yew::LocalServerRenderer::<LatestChanges>::with_props(props).hydratable(false).render().await;
    assert_eq!(html, "");
}
