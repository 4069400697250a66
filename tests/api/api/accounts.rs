//! Registration, codes, signing in and out (R3).

use api::accounts::{CodePurpose, Me, Register, Role, SendCode, Session, SetPassword, SetUp, SignIn};
use api::routes::Route;
use harness::{Applicant, Client, P2, P6, PASSWORD, Person, Refused, World, people, sms};

fn client(world: &World) -> Client {
    Client::new(world.url())
}

/// A person who is not registered yet.
fn newcomer(world: &World, person: &'static Person) -> Applicant {
    Applicant { person, client: client(world), application: String::new() }
}

fn sign_in(world: &World, login: &str, password: &str) -> Result<Session, Refused> {
    let body = SignIn { login: login.into(), password: password.into() };
    client(world).call(Route::SignIn, &[], &body)
}

fn ask(client: &Client, mobile: &str, purpose: CodePurpose) -> Result<(), Refused> {
    client.call_empty(Route::SendCode, &[], &SendCode { mobile: mobile.into(), purpose })
}

fn who(client: &Client) -> Option<Me> {
    client.get::<Session>(Route::WhoAmI, &[]).unwrap().me
}

/// Returns status, code and the field that is refused.
fn seen(refused: &Refused) -> (u16, &str, &str) {
    let pointer = refused.problem.as_ref().and_then(|problem| problem.pointer.as_deref());
    (refused.status, refused.code(), pointer.unwrap_or_default())
}

/// Returns another code than this one.
fn other_than(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

#[test]
fn r03_a_person_registers_and_is_shown_masked_numbers() {
    let world = World::start();
    let applicant = world.applicant(&P6);
    let me = who(&applicant.client).unwrap();
    assert_eq!((me.name.as_str(), me.role), ("李薇", Role::Applicant));
    assert_eq!(me.masked_mobile, "138****0006");
    let id = P6.id_number();
    assert_eq!(me.masked_id_number, format!("{}********{}", &id[..6], &id[14..]));
}

#[test]
fn r03_an_id_number_has_one_account() {
    let world = World::start();
    world.applicant(&P6);
    let thief = newcomer(&world, &P2);
    let code = thief.ask_code(CodePurpose::Register);
    let registration = Register {
        name: P2.name.into(),
        id_number: P6.id_number().to_lowercase(),
        mobile: P2.mobile.into(),
        password: PASSWORD.into(),
        code,
    };
    let refused = thief.client.call::<_, Session>(Route::Register, &[], &registration).unwrap_err();
    assert_eq!(seen(&refused), (422, "E_INVALID", "/id_number"));
}

#[test]
fn every_field_of_a_registration_is_checked_before_its_code_is_used_up() {
    let world = World::start();
    let applicant = newcomer(&world, &P6);
    let code = applicant.ask_code(CodePurpose::Register);
    let good = || Register {
        name: P6.name.into(),
        id_number: P6.id_number(),
        mobile: P6.mobile.into(),
        password: PASSWORD.into(),
        code: code.clone(),
    };
    let wrong_digit = {
        let mut id = P6.id_number();
        let last = if id.ends_with('1') { "2" } else { "1" };
        id.replace_range(17.., last);
        id
    };
    let wrong = [
        ("/name", Register { name: "<b>".into(), ..good() }),
        ("/id_number", Register { id_number: wrong_digit, ..good() }),
        ("/mobile", Register { mobile: String::new(), ..good() }),
        ("/mobile", Register { mobile: "12345678901".into(), ..good() }),
        ("/password", Register { password: "12345678".into(), ..good() }),
    ];
    for (pointer, registration) in wrong {
        let refused = applicant.client.call::<_, Session>(Route::Register, &[], &registration).unwrap_err();
        assert_eq!(seen(&refused), (422, "E_INVALID", pointer));
    }
    assert!(applicant.register_with(&code).unwrap().me.is_some());
}

#[test]
fn a_wrong_code_is_refused_and_the_fifth_guess_uses_the_code_up() {
    let world = World::start();
    let applicant = newcomer(&world, &P6);
    let code = applicant.ask_code(CodePurpose::Register);
    let titles: Vec<String> = (0..5)
        .map(|_| applicant.register_with(other_than(&code)).unwrap_err())
        .map(|refused| {
            assert_eq!(seen(&refused), (422, "E_INVALID", "/code"));
            refused.title().to_owned()
        })
        .collect();
    assert!(titles[0].contains("不正确") && titles[4].contains("已失效"), "{titles:?}");
    assert!(
        applicant.register_with(&code).unwrap_err().title().contains("已失效"),
        "the right one comes too late"
    );
}

#[test]
fn a_code_works_once() {
    let world = World::start();
    world.applicant(&P6);
    world.set_time("2020-08-03T09:10:00+08:00");
    let client = client(&world);
    let before = sms::to(&client, P6.mobile).len();
    ask(&client, P6.mobile, CodePurpose::SetPassword).unwrap();
    let code = sms::code_after(&client, P6.mobile, before);
    let set = |password: &str| {
        let body = SetPassword { mobile: P6.mobile.into(), code: code.clone(), password: password.into() };
        client.call::<_, Session>(Route::SetPassword, &[], &body)
    };
    assert!(set("Another2020").is_ok());
    assert_eq!(seen(&set("Yetanother2020").unwrap_err()), (422, "E_INVALID", "/code"));
    assert!(sign_in(&world, P6.mobile, "Another2020").is_ok());
    assert_eq!(sign_in(&world, P6.mobile, PASSWORD).unwrap_err().status, 401);
}

#[test]
fn a_code_is_valid_for_five_minutes() {
    let world = World::start();
    let applicant = newcomer(&world, &P6);
    let code = applicant.ask_code(CodePurpose::Register);
    world.set_time("2020-08-03T09:06:00+08:00");
    let refused = applicant.register_with(&code).unwrap_err();
    assert!(refused.title().contains("已失效"), "{}", refused.title());
}

#[test]
fn a_code_serves_only_the_purpose_it_was_sent_for() {
    let world = World::start();
    let applicant = newcomer(&world, &P6);
    let code = applicant.ask_code(CodePurpose::Register);
    let body = SetPassword { mobile: P6.mobile.into(), code, password: "Another2020".into() };
    let refused = applicant.client.call::<_, Session>(Route::SetPassword, &[], &body).unwrap_err();
    assert_eq!(seen(&refused), (422, "E_INVALID", "/code"));
}

#[test]
fn codes_to_one_number_are_a_minute_apart_and_ten_a_day() {
    let world = World::start();
    let client = client(&world);
    ask(&client, P6.mobile, CodePurpose::Register).unwrap();
    let refused = ask(&client, P6.mobile, CodePurpose::Register).unwrap_err();
    assert_eq!(seen(&refused), (429, "E_TOO_MANY", ""));
    let sent = (1..12)
        .filter(|minute| {
            world.set_time(&format!("2020-08-03T09:{:02}:00+08:00", 10 + minute * 2));
            ask(&client, P6.mobile, CodePurpose::Register).is_ok()
        })
        .count();
    // What the pause refused is not one of the ten.
    assert_eq!(sent, 9);
    assert_eq!(world.sms_to(P6.mobile).len(), 10);
}

/// A refused request leaves the code that was sent last as it is: it is no source of fresh guesses.
#[test]
fn a_request_beyond_the_limit_makes_no_code() {
    let world = World::start();
    let applicant = newcomer(&world, &P6);
    for minute in 0..9 {
        world.set_time(&format!("2020-08-03T09:{:02}:00+08:00", 10 + minute * 2));
        ask(&applicant.client, P6.mobile, CodePurpose::Register).unwrap();
    }
    world.set_time("2020-08-03T09:30:00+08:00");
    assert_eq!(world.sms_to(P6.mobile).len(), 9);
    let last = applicant.ask_code(CodePurpose::Register);
    world.set_time("2020-08-03T09:32:00+08:00");
    let refused = ask(&applicant.client, P6.mobile, CodePurpose::Register).unwrap_err();
    assert_eq!(seen(&refused), (429, "E_TOO_MANY", ""));
    applicant.register_with(&last).unwrap();
}

/// The pause is the same for a number without an account, but there is no code to guess.
#[test]
fn a_number_without_an_account_waits_as_long_and_has_no_code() {
    let world = World::start();
    let client = client(&world);
    ask(&client, P6.mobile, CodePurpose::SetPassword).unwrap();
    let refused = ask(&client, P6.mobile, CodePurpose::SetPassword).unwrap_err();
    assert_eq!(seen(&refused), (429, "E_TOO_MANY", ""));
    let body = SetPassword { mobile: P6.mobile.into(), code: "123456".into(), password: PASSWORD.into() };
    let refused = client.call::<_, Session>(Route::SetPassword, &[], &body).unwrap_err();
    assert!(refused.title().contains("已失效"), "{}", refused.title());
}

#[test]
fn one_address_gets_sixty_codes_an_hour() {
    let world = World::start();
    world.set_time("2020-08-03T10:00:30+08:00");
    let client = client(&world);
    let sent =
        (0..70).filter(|i| ask(&client, &format!("137000001{i:02}"), CodePurpose::Register).is_ok()).count();
    assert_eq!(sent, 60);
}

/// Somebody who asks for a code must not learn who has an account.
#[test]
fn asking_for_a_code_tells_nothing_about_the_number() {
    let world = World::start();
    let client = client(&world);
    assert!(ask(&client, P6.mobile, CodePurpose::SetPassword).is_ok());
    assert!(world.sms_to(P6.mobile).is_empty());
    let body = SetPassword { mobile: P6.mobile.into(), code: "123456".into(), password: PASSWORD.into() };
    let refused = client.call::<_, Session>(Route::SetPassword, &[], &body).unwrap_err();
    assert_eq!(seen(&refused), (422, "E_INVALID", "/code"));
}

#[test]
fn people_sign_in_by_id_or_mobile_number_and_officers_by_mobile() {
    let world = World::start();
    world.applicant(&P6);
    for login in [P6.mobile, &P6.id_number(), &P6.id_number().to_lowercase()] {
        assert_eq!(sign_in(&world, login, PASSWORD).unwrap().me.unwrap().name, "李薇");
    }
    let unit = people::organisation(P6.unit);
    world.unit_clerk(&P6);
    let me = sign_in(&world, unit.officer_mobile, PASSWORD).unwrap().me.unwrap();
    assert!(matches!(me.role, Role::Officer { organisation_name, .. } if organisation_name == P6.unit));
}

/// A wrong password and an unknown number look alike.
#[test]
fn a_refused_sign_in_does_not_say_what_was_wrong() {
    let world = World::start();
    world.applicant(&P6);
    let wrong = sign_in(&world, P6.mobile, "Wrong2020").unwrap_err();
    let unknown = sign_in(&world, P2.mobile, PASSWORD).unwrap_err();
    assert_eq!(seen(&wrong), (401, "E_CREDENTIALS", ""));
    assert_eq!(wrong, unknown);
}

#[test]
fn twenty_wrong_passwords_lock_for_a_quarter_of_an_hour() {
    let world = World::start();
    world.set_time("2020-08-03T10:00:30+08:00");
    world.applicant(&P6);
    for _ in 0..20 {
        assert_eq!(sign_in(&world, P6.mobile, "Wrong2020").unwrap_err().status, 401);
    }
    let refused = sign_in(&world, P6.mobile, PASSWORD).unwrap_err();
    assert_eq!(seen(&refused), (429, "E_TOO_MANY", ""));
    world.set_time("2020-08-03T10:15:30+08:00");
    assert!(sign_in(&world, P6.mobile, PASSWORD).is_ok());
}

#[test]
fn a_session_ends_after_two_idle_hours_and_after_twelve_in_any_case() {
    let world = World::start();
    let applicant = world.applicant(&P6);
    for time in ["10:50", "12:40", "14:30", "16:20", "18:10", "20:00", "20:50"] {
        world.set_time(&format!("2020-08-03T{time}:00+08:00"));
        assert!(who(&applicant.client).is_some(), "{time}");
    }
    world.set_time("2020-08-03T21:05:00+08:00");
    assert!(who(&applicant.client).is_none(), "twelve hours are the most");

    let again = Applicant::sign_in(world.url(), &P6);
    world.set_time("2020-08-03T23:06:00+08:00");
    assert!(who(&again.client).is_none(), "two idle hours are the most");
    let refused = again.try_start(P6.choice()).unwrap_err();
    assert_eq!(seen(&refused), (401, "E_SIGNED_OUT", ""));
}

#[test]
fn signing_out_ends_the_session_on_the_server() {
    let world = World::start();
    let applicant = world.applicant(&P6);
    let kept = applicant.client.cookie();
    applicant.client.call_empty(Route::SignOut, &[], &()).unwrap();
    applicant.client.set_cookie(kept);
    assert!(who(&applicant.client).is_none());
}

#[test]
fn the_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
    let world = World::start();
    world.applicant(&P6);
    let body = SignIn { login: P6.mobile.into(), password: PASSWORD.into() };
    let header = client(&world).cookie_header_of(Route::SignIn, &body);
    let (pair, attributes) = header.split_once("; ").unwrap();
    assert!(pair.starts_with("__Host-session=") && pair.len() > "__Host-session=".len() + 30, "{header}");
    let attributes: Vec<&str> = attributes.split("; ").collect();
    assert_eq!(attributes, ["Path=/", "Max-Age=43200", "Secure", "HttpOnly", "SameSite=Lax"]);
}

/// The deployment's own code lets the first administrator in, once.
#[test]
fn a_deployment_is_set_up_once() {
    let world = World::start();
    let set_up = |code: &str| {
        let body = SetUp {
            set_up_code: code.into(),
            name: "平台管理员".into(),
            mobile: "13700000000".into(),
            password: PASSWORD.into(),
        };
        client(&world).call::<_, Session>(Route::SetUp, &[], &body).unwrap_err()
    };
    assert_eq!(seen(&set_up("a guess")), (404, "E_NOT_FOUND", ""));
    let code = world.cloud.parameter("SetUpCode").unwrap().to_owned();
    assert_eq!(seen(&set_up(&code)), (409, "E_SET_UP_DONE", ""));
}

/// A form of another site can send everything but JSON.
#[test]
fn a_request_that_is_not_json_is_refused() {
    let world = World::start();
    let url = format!("{}{}", world.url(), Route::SignIn.path());
    let form = format!("login={}&password={PASSWORD}", P6.mobile);
    assert_eq!(client(&world).post_form(&url, &form), 415);
}
