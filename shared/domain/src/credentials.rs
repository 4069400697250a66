//! What a person registers with: name and password, told while typing and decided on the server.

/// What is wrong with a name: 2 to 30 Chinese characters, letters, `·` or blanks.
pub fn name_fault(name: &str) -> Option<&'static str> {
    let n_chars = name.chars().count();
    let letters = name.chars().all(|c| c.is_alphabetic() || matches!(c, '·' | '•' | ' ' | '.'));
    (!(2..=30).contains(&n_chars) || !letters).then_some("请按身份证填写姓名（2至30个字，少数民族姓名用“·”）")
}

/// What is wrong with a new password: 8 to 64 characters, a letter and a digit at least.
pub fn password_fault(password: &str) -> Option<&'static str> {
    let n_chars = password.chars().count();
    let has_letter = password.chars().any(char::is_alphabetic);
    let has_digit = password.chars().any(|c| c.is_ascii_digit());
    let ok = (8..=64).contains(&n_chars) && has_letter && has_digit;
    (!ok).then_some("密码须为8至64位，并同时包含字母和数字")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_on_the_identity_card() {
        for name in ["覃梅", "古丽·买买提", "John Smith"] {
            assert_eq!(name_fault(name), None, "{name}");
        }
        assert!(
            name_fault("覃").is_some() && name_fault("覃1").is_some() && name_fault("<b>梅</b>").is_some()
        );
    }

    #[test]
    fn passwords_have_a_letter_and_a_digit() {
        assert_eq!(password_fault("liuzhou2020"), None);
        assert!(password_fault("12345678").is_some() && password_fault("abc123").is_some());
    }
}
