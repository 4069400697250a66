//! Numbers with a check digit or a fixed shape at their edges (domain.md Appendix C).

use chrono::NaiveDate;
use domain::identifiers::{
    Gender, IdNumber, IdNumberError, full_years, is_isbn, is_issn, is_usc_code, mask_id_number, mask_mobile,
};

type Check = fn(&str) -> bool;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Returns the refusals of the number with each check digit.
fn refusals(body: &str) -> Vec<Option<IdNumberError>> {
    "0123456789X".chars().map(|check| IdNumber::parse(&format!("{body}{check}")).err()).collect()
}

#[test]
fn an_id_number_is_digits_of_an_area_that_there_is() {
    let wrong = [
        "05022619850607001",
        "95022619850607001",
        "4A022619850607001",
        "4502261985060700A",
        "450226198506070-1",
    ];
    for body in wrong {
        assert_eq!(refusals(body), [Some(IdNumberError::Characters); 11], "{body}");
    }
    for body in ["15022619850607001", "85022619850607001"] {
        assert_eq!(refusals(body).iter().filter(|refused| refused.is_none()).count(), 1, "{body}");
    }
    assert_eq!(IdNumber::parse("一5022619850607001X").err(), Some(IdNumberError::Characters));
    assert_eq!(IdNumber::parse("45022619850607001一").err(), Some(IdNumberError::CheckDigit));
}

#[test]
fn an_id_number_has_eighteen_characters() {
    for wrong in ["", "450226198506070010", "45022619850607001", "45022619850607001XX"] {
        let refused = IdNumber::parse(wrong).err();
        let is_of_length = wrong.len() == 18;
        let expected = if is_of_length { IdNumberError::CheckDigit } else { IdNumberError::Length };
        assert_eq!(refused, Some(expected), "{wrong}");
    }
    assert_eq!(IdNumber::parse(" 45022619850607001x ").unwrap().as_str(), "45022619850607001X");
}

#[test]
fn the_birth_date_is_a_day_of_the_calendar() {
    for body in ["45022619851307001", "45022619850631001", "45022619850600001", "45022619890229001"] {
        assert_eq!(refusals(body), [Some(IdNumberError::BirthDate); 11], "{body}");
    }
}

#[test]
fn the_last_digit_but_one_tells_the_gender() {
    for (id, gender) in [("45022619850607001X", Gender::Male), ("83000019850616002X", Gender::Female)] {
        assert_eq!(IdNumber::parse(id).unwrap().gender(), gender, "{id}");
    }
}

/// The day of the sixteenth birthday counts, and the whole of the hundred-and-first year of life.
#[test]
fn people_of_sixteen_to_a_hundred_years_work() {
    let id = IdNumber::parse("45022619850607001X").unwrap();
    let table = [
        ("2001-06-06", false),
        ("2001-06-07", true),
        ("2085-06-07", true),
        ("2086-06-06", true),
        ("2086-06-07", false),
    ];
    for (today, expected) in table {
        assert_eq!(id.is_of_working_age(day(today)), expected, "{today}");
    }
}

#[test]
fn years_are_full_on_the_anniversary() {
    let table = [
        ("2010-08-03", "2020-08-02", 9),
        ("2010-08-03", "2020-08-03", 10),
        ("2010-08-03", "2020-07-31", 9),
        ("2010-08-03", "2020-09-01", 10),
        ("2010-08-03", "2010-08-02", -1),
        ("2004-02-29", "2020-02-29", 16),
        ("2004-02-29", "2021-03-01", 17),
    ];
    for (from, to, years) in table {
        assert_eq!(full_years(day(from), day(to)), years, "{from} {to}");
    }
}

#[test]
fn what_is_masked_keeps_its_length_and_its_ends() {
    let table = [
        ("", ""),
        ("138", "138"),
        ("1380000", "1380000"),
        ("13800001", "138*0001"),
        ("13800138000", "138****8000"),
    ];
    for (number, masked) in table {
        assert_eq!(mask_mobile(number), masked, "{number}");
    }
    assert_eq!(mask_id_number("45022619850607001X"), "450226********001X");
}

/// Each of the seventeen places and the check character counts.
#[test]
fn one_wrong_character_spoils_a_credit_code() {
    const CODE: &str = "91450200MA5KTEAT1M";
    assert!(is_usc_code(CODE));
    for i in 0..CODE.len() {
        let other = if CODE.as_bytes()[i] == b'2' { "3" } else { "2" };
        let mut wrong = CODE.to_owned();
        wrong.replace_range(i..=i, other);
        assert!(!is_usc_code(&wrong), "{wrong}");
    }
    for wrong in ["", "91450200MA5KTEAT1", "91450200MA5KTEAT1M0", "91450200ma5kteat1m", "91450200MA5KTEAI1M"]
    {
        assert!(!is_usc_code(wrong), "{wrong}");
    }
}

#[test]
fn one_wrong_digit_spoils_the_number_of_a_serial_or_of_a_book() {
    let checks: [(&str, Check); 4] = [
        ("1000-6834", is_issn),
        ("2434-561X", is_issn),
        ("978-7-111-07575-2", is_isbn),
        ("9783161484100", is_isbn),
    ];
    for (number, is_right) in checks {
        assert!(is_right(number), "{number}");
        for (i, c) in number.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            let other = if c == '9' { "0" } else { "9" };
            let mut wrong = number.to_owned();
            wrong.replace_range(i..=i, other);
            assert!(!is_right(&wrong), "{wrong}");
        }
    }
}

#[test]
fn serial_and_book_numbers_have_their_length_and_only_digits() {
    for wrong in ["", "-", "X", "1000-683", "1000-68344", "A000-6834", "1000-683x", "000000000"] {
        assert!(!is_issn(wrong), "{wrong}");
    }
    assert!(is_issn("10006834") && is_issn("0000-0000"));
    for wrong in ["", "978-3-16-148410", "978-3-16-148410-00", "97831614841000", "97831614841p0", "00000"] {
        assert!(!is_isbn(wrong), "{wrong}");
    }
    assert!(is_isbn("978 3 16 148410 0"));
}
