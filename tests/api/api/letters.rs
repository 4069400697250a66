//! 下载承诺书 (R62): for whom there is one, and what it says.

use api::routes::Route;
use api::workflow::PdfLink;
use domain::workflow::{State, UnitWork};
use harness::{Applicant, Client, P1, P5, Refused, World};

fn print(client: &Client, application: &str, place: [&str; 2]) -> Result<PdfLink, Refused> {
    client.call(Route::PrintLetter, &[application, place[0], place[1]], &())
}

const LETTER: [&str; 2] = ["other_proof", "commitment_letter"];

/// Returns the number of pages, and the text without blanks: where a line breaks does not matter.
fn read(pdf: &[u8]) -> (usize, String) {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).unwrap();
    (pages.len(), text.chars().filter(|c| !c.is_whitespace()).collect())
}

#[test]
fn r62_the_letter_bears_what_is_known_of_the_applicant() {
    let world = World::start();
    let applicant = world.started(&P5);
    let printed = || {
        let letter = print(&applicant.client, &applicant.application, LETTER).unwrap();
        applicant.client.get_bytes(&letter.url)
    };
    let pdf = printed();
    let (n_pages, said) = read(&pdf);
    assert_eq!(n_pages, 1);
    let known =
        "本人黄志，系柳州市国土资源勘测规划院在职专业技术人员，申报2020年度正高级工程师职称，申报专业为测绘";
    for expected in ["职称申报个人承诺书", known, "承诺人（亲笔签名）：", "日期：年月日"]
    {
        assert!(said.contains(expected), "{expected} is not printed in {said}");
    }
    assert!(!said.contains(['{', '}']), "{said}");
    assert!(!said.contains(&applicant.person.id_number()), "{said}");
    assert!(pdf == printed(), "printed again it is the same");
}

#[test]
fn r62_who_is_not_asked_for_a_letter_gets_none() {
    let world = World::start();
    let [full, senior] = [&P5, &P1].map(|person| world.started(person));
    let refused = |who: &Applicant, of: &Applicant, place| {
        let refused = print(&who.client, &of.application, place).unwrap_err();
        (refused.status, refused.code().to_owned())
    };
    let unknown = (404, "E_NOT_FOUND".to_owned());
    assert_eq!(refused(&senior, &senior, LETTER), unknown, "副高");
    assert_eq!(refused(&senior, &full, LETTER), unknown, "another's");
    for place in [["other_proof", "other"], ["other_proof", "x"], ["x", "commitment_letter"]] {
        assert_eq!(refused(&full, &full, place), unknown, "{place:?}");
    }
    print(&full.client, &full.application, LETTER).unwrap();
}

/// 公示情况证明: the unit's own, once the outcome is known, with what the sheet said.
#[test]
fn r76_the_certificate_of_a_publicity_bears_its_days_and_its_outcome() {
    const CERTIFICATE: [&str; 2] = ["unit_recommendation", "publicity_certificate"];
    let world = World::start();
    let at = world.at(State::Unit(UnitWork::Publicity), &P1);
    let clerk = at.clerk();
    let client = &clerk.officer.client;
    let early = print(client, at.application(), CERTIFICATE).unwrap_err();
    assert_eq!((early.status, early.code()), (404, "E_NOT_FOUND"), "nothing is known yet");

    let at = at.on_to(State::Unit(UnitWork::Recommend));
    let clerk = at.clerk();
    let client = &clerk.officer.client;
    let letter = print(client, at.application(), CERTIFICATE).unwrap();
    let pdf = client.get_bytes(&letter.url);
    let (n_pages, said) = read(&pdf);
    assert_eq!(n_pages, 1);
    for expected in [
        "公示情况证明",
        "公示时间：2020年8月3日至2020年8月7日，共5个工作日",
        "公示期内有无异议：无。异议的核实处理情况：无。",
        "公示结论：无异议。",
        "单位（盖章）：",
    ] {
        assert!(said.contains(expected), "{expected} is not printed in {said}");
    }
    assert!(!said.contains(['{', '}']) && !said.contains("亲笔"), "{said}");
    let refused = print(&at.applicant.client, at.application(), CERTIFICATE).unwrap_err();
    assert_eq!((refused.status, refused.code()), (404, "E_NOT_FOUND"), "the unit's paper");
}

#[test]
fn r62_the_unit_prints_no_letter() {
    let world = World::start();
    let applicant = world.submitted(&P5);
    let clerk = world.unit_clerk(&P5);
    clerk.officer.view(&applicant.application).unwrap();
    let refused = print(&clerk.officer.client, &applicant.application, LETTER).unwrap_err();
    assert_eq!((refused.status, refused.code()), (404, "E_NOT_FOUND"));
    print(&applicant.client, &applicant.application, LETTER).unwrap();
}
