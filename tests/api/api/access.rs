//! Access rights: every route, asked by somebody whom the application does not concern.

use api::applications::{ApplicationView, SaveSection, Saved};
use api::routes::Route;
use domain::form::SectionData;
use domain::workflow::{Filling, State, UnitWork};
use harness::{Client, P2, P3, P6, World};
use serde_json::{Value, json};

/// The code of the refusal, or `ok`.
type Answer = &'static str;

const OUT: Answer = "E_SIGNED_OUT";
const UNKNOWN: Answer = "E_NOT_FOUND";

/// A body that is well formed, and what nobody, another applicant and another unit's clerk are answered.
fn expected(route: Route) -> (Value, [Answer; 3]) {
    let nothing = json!({});
    let mobile = "1";
    match route {
        Route::SendCode => (json!({"mobile": mobile, "purpose": "Register"}), ["E_INVALID"; 3]),
        Route::Register => (
            json!({"name": "石大山", "id_number": "", "mobile": mobile, "password": "", "code": ""}),
            ["E_INVALID"; 3],
        ),
        Route::SignIn => (json!({"login": "1", "password": ""}), ["E_CREDENTIALS"; 3]),
        Route::WhoAmI | Route::SignOut | Route::ListBatches => (nothing, ["ok"; 3]),
        Route::SetPassword => {
            (json!({"mobile": mobile, "code": "000000", "password": "Liuzhou2020"}), ["E_INVALID"; 3])
        }
        Route::SetUp => (json!({"set_up_code": "", "name": "", "mobile": "", "password": ""}), [UNKNOWN; 3]),
        Route::CheckSheet => (nothing, ["E_CODE_UNKNOWN"; 3]),
        Route::PaymentCallback => (nothing, ["E_SIGNATURE"; 3]),
        Route::FindUnits => (nothing, [OUT, "E_INVALID", "E_INVALID"]),
        Route::StartApplication => (nothing, [OUT, "E_BAD_REQUEST", UNKNOWN]),
        Route::ListMine => (nothing, [OUT, "ok", "ok"]),
        Route::ReadQueue => (nothing, [OUT, UNKNOWN, "ok"]),
        Route::AddOrganisation | Route::AddOfficer | Route::SetBatch => (nothing, [OUT, UNKNOWN, UNKNOWN]),
        Route::TurnScan => (json!({"degrees": 90}), [OUT, UNKNOWN, UNKNOWN]),
        Route::SaveSection => (json!({"revision": 0, "data": {}}), [OUT, UNKNOWN, UNKNOWN]),
        Route::TakeStep => (json!({"step": {"action": "Withdraw"}, "revision": 0}), [OUT, UNKNOWN, UNKNOWN]),
        Route::ReadApplication
        | Route::ChooseCommittee
        | Route::CopyEarlier
        | Route::ReadProgress
        | Route::ReadVersions
        | Route::LookUp
        | Route::PresignUpload
        | Route::ConfirmUpload
        | Route::DescribeScan
        | Route::DeleteScan
        | Route::ReadScan
        | Route::MakePublicityTable
        | Route::ReadPublicityTable
        | Route::PrintLetter
        | Route::OpenPayment
        | Route::VerifyPayment => (nothing, [OUT, UNKNOWN, UNKNOWN]),
    }
}

fn answer(client: &Client, route: Route, parameters: &[&str], body: &Value) -> String {
    match client.send(route.method(), &route.url(parameters), body) {
        Ok(_) => "ok".into(),
        Err(refused) => refused.code().to_owned(),
    }
}

#[test]
fn every_route_keeps_strangers_out() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let before = applicant.view();
    let scan = before.scans[0].id.to_string();
    let (stranger, clerk) = (world.applicant(&P2), world.unit_clerk(&P2));
    let nobody = Client::new(world.url());
    let callers = [&nobody, &stranger.client, &clerk.officer.client];
    let last = |route: &&Route| **route == Route::SignOut;
    let routes = Route::ALL.iter().filter(|route| !last(route)).chain(Route::ALL.iter().filter(last));
    for route in routes {
        let (body, answers) = expected(*route);
        let second = if route.path().contains("{section}") { "basic_info" } else { &scan };
        let parameters = [applicant.application.as_str(), second, "commitment_letter"];
        for (who, (client, wanted)) in callers.iter().zip(answers).enumerate() {
            assert_eq!(answer(client, *route, &parameters, &body), wanted, "{} by caller {who}", route.key());
        }
    }
    assert_eq!(applicant.view(), before, "what strangers tried changed nothing");
}

/// A draft is the applicant's alone; each office learns of the application when it arrives there (domain.md §2.2).
#[test]
fn offices_see_an_application_from_the_moment_it_reaches_them() {
    let world = World::start();
    let at = world.at(State::Filling(Filling::Draft), &P3);
    let application = at.application().to_owned();
    assert_eq!(at.clerk().officer.view(&application).unwrap_err().status, 404, "a draft");
    let at = at.on_to(State::Unit(UnitWork::Recommend));
    let offices: Vec<String> =
        at.applicant.view().application.route.iter().skip(1).map(|station| station.name.clone()).collect();
    assert_eq!(
        offices,
        [
            "三江侗族自治县农业农村局",
            "三江侗族自治县职称改革工作领导小组办公室",
            "三江侗族自治县科工贸和信息化局",
            "柳州市经济专业工程技术人员职称改革工作领导小组",
        ]
    );
    let clerk = at.clerk();
    clerk.recommend(&application, &world.pack);
    let reviewers: Vec<_> = offices.iter().map(|office| world.reviewer(office)).collect();
    let seen = || -> Vec<bool> { reviewers.iter().map(|r| r.view(&application).is_ok()).collect() };
    assert_eq!(seen(), [false; 4]);
    clerk.forward(&application).unwrap();
    for (n_reached, reviewer) in reviewers.iter().enumerate().take(3) {
        let reached: Vec<bool> = (0..4).map(|i| i <= n_reached).collect();
        assert_eq!(seen(), reached);
        assert_eq!(reviewer.queue().waiting.len(), 1);
        reviewer.forward(&application).unwrap();
        assert_eq!(reviewer.queue().waiting.len(), 0);
        assert_eq!(reviewer.queue().others.len(), 1, "查看进度 after it has moved on (R97)");
    }
    assert_eq!(seen(), [true; 4]);
    let other_series = world.reviewer("柳州市住房和城乡建设局职称改革工作领导小组办公室");
    assert_eq!(other_series.view(&application).unwrap_err().status, 404, "the office of another series");
    assert_eq!(other_series.forward(&application).unwrap_err().status, 404);
}

/// Each side fills its own forms, and the applicant does not read the unit's.
#[test]
fn applicant_and_unit_fill_only_their_own_forms() {
    let world = World::start();
    let applicant = world.submitted(&P6);
    let application = applicant.application.as_str();
    let clerk = world.unit_clerk(&P6);
    clerk.check_all(application, &world.pack);
    let save = SaveSection { revision: 1, data: SectionData::default(), mark: None };
    let save = |client: &Client, form: &str| {
        client.call::<_, Saved>(Route::SaveSection, &[application, form], &save).unwrap_err().status
    };
    assert_eq!(save(&clerk.officer.client, "basic_info"), 404);
    assert_eq!(save(&applicant.client, "unit_check"), 404);
    assert!(!applicant.view().sections.contains_key("unit_check"));
    let unit_s: ApplicationView = clerk.officer.view(application).unwrap();
    assert!(unit_s.sections.contains_key("unit_check"));
}
