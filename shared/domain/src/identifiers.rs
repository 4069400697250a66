//! Numbers with a check digit or a fixed shape (domain.md Appendix C).

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum IdNumberError {
    #[error("身份证号应为18位；15位旧号请先到公安机关换领新证")]
    Length,
    #[error("身份证号前17位应为数字，末位为数字或X")]
    Characters,
    #[error("身份证号第7至14位不是有效的出生日期")]
    BirthDate,
    #[error("身份证号有误，请逐位核对")]
    CheckDigit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Male,
    Female,
}

/// A resident identity number that passed GB 11643. Upper-case `X`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdNumber(String);

impl IdNumber {
    /// Parses a number. Old area codes (452228 三江, 450221 柳江县) are valid: no area is looked up.
    pub fn parse(text: &str) -> Result<Self, IdNumberError> {
        let text = text.trim().to_ascii_uppercase();
        if text.chars().count() != 18 {
            return Err(IdNumberError::Length);
        }
        let (body, check) = text.split_at_checked(17).ok_or(IdNumberError::Characters)?;
        if !body.bytes().all(|b| b.is_ascii_digit()) || !matches!(body.as_bytes()[0], b'1'..=b'8') {
            return Err(IdNumberError::Characters);
        }
        birth_date(body).ok_or(IdNumberError::BirthDate)?;
        if check != check_digit(body).to_string() {
            return Err(IdNumberError::CheckDigit);
        }
        Ok(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is of a 港澳台居民居住证: same shape and check digit, the area 810000, 820000 or 830000.
    pub fn is_residence_permit(&self) -> bool {
        ["810000", "820000", "830000"].iter().any(|area| self.0.starts_with(area))
    }

    pub fn birth_date(&self) -> NaiveDate {
        birth_date(&self.0).unwrap_or_default()
    }

    /// Whether its bearer is 16 to 100 years old on `today`: nobody else works.
    pub fn is_of_working_age(&self, today: NaiveDate) -> bool {
        (16..=100).contains(&full_years(self.birth_date(), today))
    }

    pub fn gender(&self) -> Gender {
        if self.0.as_bytes()[16] % 2 == 1 { Gender::Male } else { Gender::Female }
    }
}

fn birth_date(body: &str) -> Option<NaiveDate> {
    let number = |range: std::ops::Range<usize>| body.get(range)?.parse::<u32>().ok();
    NaiveDate::from_ymd_opt(number(6..10)? as i32, number(10..12)?, number(12..14)?)
}

fn check_digit(body: &str) -> char {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(WEIGHTS).map(|(b, weight)| u32::from(b - b'0') * weight).sum();
    char::from(b"10X98765432"[(sum % 11) as usize])
}

/// `450226********001X`: what everybody but the task that needs it sees.
pub fn mask_id_number(id_number: &str) -> String {
    mask(id_number, 6, 4)
}

/// `138****8000`.
pub fn mask_mobile(mobile: &str) -> String {
    mask(mobile, 3, 4)
}

fn mask(text: &str, head: usize, tail: usize) -> String {
    let n_chars = text.chars().count();
    let hidden = head..n_chars.saturating_sub(tail);
    text.chars().enumerate().map(|(i, c)| if hidden.contains(&i) { '*' } else { c }).collect()
}

/// Whether the code has the alphabet, length and check character of GB 32100-2015. Some codes that were
/// really issued fail it, so a failure is a warning (domain.md Appendix C).
pub fn is_usc_code(text: &str) -> bool {
    const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    let values: Option<Vec<usize>> =
        text.bytes().map(|b| ALPHABET.iter().position(|letter| *letter == b)).collect();
    let Some(values) = values.filter(|values| values.len() == 18) else { return false };
    let sum: usize = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    values[17] == (31 - sum % 31) % 31
}

/// `^1[3-9]\d{9}$` (R17): the SMS goes there.
pub fn is_mobile(text: &str) -> bool {
    matches!(text.as_bytes(), [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9 && digits(rest))
}

/// `^0\d{2,3}-?\d{7,8}$`, as `0772-1234567`: an area code, which begins with 0, and the number.
pub fn is_landline(text: &str) -> bool {
    let fits = |(area, number): (&str, &str)| {
        area.starts_with('0')
            && matches!((area.len(), number.len()), (3 | 4, 7 | 8))
            && digits(area.as_bytes())
            && digits(number.as_bytes())
    };
    match text.split_once('-') {
        Some(parts) => fits(parts),
        None => [3, 4].into_iter().filter_map(|end| text.split_at_checked(end)).any(fits),
    }
}

fn digits(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_digit)
}

/// `^CN\s?\d{2}-\d{4}(/[A-Z0-9]{1,3})?$`, as `CN 45-1234/TH`; a number with (HK) is not a legal periodical of the
/// mainland.
pub fn is_cn_number(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("CN") else { return false };
    let rest = rest.strip_prefix(char::is_whitespace).unwrap_or(rest);
    let (number, class) = rest.split_once('/').map_or((rest, None), |(number, class)| (number, Some(class)));
    let Some((place, serial)) = number.split_once('-') else { return false };
    let class_ok = class.is_none_or(|class| {
        (1..=3).contains(&class.len()) && class.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    });
    place.len() == 2 && serial.len() == 4 && digits(place.as_bytes()) && digits(serial.as_bytes()) && class_ok
}

pub fn is_issn(text: &str) -> bool {
    let bytes: Vec<u8> = text.bytes().filter(|b| *b != b'-').collect();
    let [body @ .., check] = bytes.as_slice() else { return false };
    if body.len() != 7 || !digits(body) {
        return false;
    }
    let sum: u32 = body.iter().zip((2..=8).rev()).map(|(b, weight)| u32::from(b - b'0') * weight).sum();
    *check == b"0123456789X"[((11 - sum % 11) % 11) as usize]
}

/// Whether the text is an ISBN-13, with or without hyphens.
pub fn is_isbn(text: &str) -> bool {
    let bytes: Vec<u8> = text.bytes().filter(|b| !matches!(b, b'-' | b' ')).collect();
    let sum: u32 = bytes.iter().zip([1, 3].into_iter().cycle()).map(|(b, w)| u32::from(b & 15) * w).sum();
    bytes.len() == 13 && digits(&bytes) && sum.is_multiple_of(10)
}

/// Full years (周年) from `from` to `to`; someone born on 29 February comes of age on 1 March.
pub fn full_years(from: NaiveDate, to: NaiveDate) -> i32 {
    let before_anniversary = (to.month(), to.day()) < (from.month(), from.day());
    to.year() - from.year() - i32::from(before_anniversary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gb_11643_vectors() {
        let valid = [
            "45022619850607001X",
            "450202198802291238",
            "450226199203154026",
            "452228198506070014",
            "45222919791231002X",
            "450221198811150049",
            "450225200001010058",
            "34052419800101001X",
            "370101190102039973",
            "45022619850607001x",
        ];
        for id in valid {
            assert!(IdNumber::parse(id).is_ok(), "{id}");
        }
        assert_eq!(IdNumber::parse("450226198506070010"), Err(IdNumberError::CheckDigit));
        assert_eq!(IdNumber::parse("450225199002290017"), Err(IdNumberError::BirthDate));
        assert_eq!(IdNumber::parse("450226850607001"), Err(IdNumberError::Length));
        assert_eq!(IdNumber::parse("45022619850607001证"), Err(IdNumberError::CheckDigit));
    }

    #[test]
    fn an_id_number_tells_gender_and_birth_date() {
        let id = IdNumber::parse("45022619850607001x").unwrap();
        assert_eq!(id.as_str(), "45022619850607001X");
        assert_eq!(id.gender(), Gender::Male);
        assert_eq!(id.birth_date(), NaiveDate::from_ymd_opt(1985, 6, 7).unwrap());
        assert_eq!(mask_id_number(id.as_str()), "450226********001X");
        assert_eq!(mask_mobile("13800138000"), "138****8000");
    }

    #[test]
    fn a_residence_permit_has_an_area_of_its_own() {
        let is_permit = |id: &str| IdNumber::parse(id).unwrap().is_residence_permit();
        assert!(is_permit("83000019850616002X"));
        assert!(!is_permit("45022619850607001X"));
    }

    #[test]
    fn nobody_below_sixteen_or_above_a_hundred_applies() {
        let today = NaiveDate::from_ymd_opt(2020, 8, 3).unwrap();
        let table =
            [("45022619850607001X", true), ("370101190102039973", false), ("34052419800101001X", true)];
        for (id, expected) in table {
            assert_eq!(IdNumber::parse(id).unwrap().is_of_working_age(today), expected, "{id}");
        }
    }

    #[test]
    fn gb_32100_vectors() {
        let valid = [
            "91350100M000100Y43",
            "91512081MA62K0260E",
            "91450200MA5KTEAT1M",
            "91450226MA5N00015E",
            "12450200MB1A0001XJ",
            "52450200MJ1A00019Y",
            "11450200007700018W",
        ];
        for code in valid {
            assert!(is_usc_code(code), "{code}");
        }
        assert!(!is_usc_code("91350100M000100Y4Z"));
        assert!(!is_usc_code("91350100M000100Y4"));
    }

    #[test]
    fn r17_mobile_has_eleven_digits_of_a_mobile_range() {
        assert!(is_mobile("13800138000"));
        for wrong in ["", "1380013800", "12345678901", "138001380000", "1380013800a"] {
            assert!(!is_mobile(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_landline_has_an_area_code_and_a_number() {
        for right in ["0772-1234567", "07721234567", "010-12345678", "01012345678", "0772-12345678"] {
            assert!(is_landline(right), "{right}");
        }
        let wrong = [
            "",
            "-",
            "1234567",
            "7721-234567",
            "0-7721234567",
            "07-72123456",
            "07721234-567",
            "07721-234567",
            "0772-123456",
            "0772-123456789",
            "077212345",
            "0772123456789",
            "0772--1234567",
            "0772-1234567-",
            "0772-123-4567",
            "0772 1234567",
            "0772-123456a",
            "０７７２1234567",
        ];
        for wrong in wrong {
            assert!(!is_landline(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_cn_number_has_the_place_the_serial_and_perhaps_the_class() {
        for right in ["CN45-1234/TH", "CN 11-2034/T", "CN11-2034", "CN 45-1234/TH", "CN31-1108/G4"] {
            assert!(is_cn_number(right), "{right}");
        }
        let wrong = [
            "",
            "CN",
            "45-1234",
            "cn45-1234",
            "CN(HK)45-1234",
            "CN-45-1234",
            "CN--45-1234",
            "CN.45-1234",
            "CN.45",
            "CN  45-1234",
            "CN4-1234",
            "CN450-1234",
            "CN45-123",
            "CN45-12345",
            "CN451234",
            "CN45--1234",
            "CN45-1234/",
            "CN45-1234/ABCD",
            "CN45-1234/th",
            "CN45-1234/T.",
            "CN45-1234/T/H",
            "CN４５-1234",
            "CN45-1234 ",
        ];
        for wrong in wrong {
            assert!(!is_cn_number(wrong), "{wrong}");
        }
    }

    #[test]
    fn serial_and_book_numbers() {
        assert!(is_issn("1000-6834") && is_issn("1234-5679"));
        assert!(is_issn("0317-8471") && is_issn("2434-561X") && !is_issn("0317-8472"));
        assert!(is_isbn("978-7-111-07575-2") && is_isbn("978-3-16-148410-0"));
        assert!(!is_isbn("978-3-16-148410-1"));
    }

    #[test]
    fn years_are_full_years() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(full_years(day(2010, 8, 4), day(2020, 8, 3)), 9);
        assert_eq!(full_years(day(2010, 8, 3), day(2020, 8, 3)), 10);
        assert_eq!(full_years(day(2004, 2, 29), day(2020, 2, 28)), 15);
    }
}
