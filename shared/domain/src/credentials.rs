//! Name and password of a new account: judged while typing, decided on the server.

/// True for a name of 2 to 30 Chinese characters, letters, `·` or blanks.
pub fn is_name(name: &str) -> bool {
    let n_chars = name.chars().count();
    let letters = name.chars().all(|c| c.is_alphabetic() || matches!(c, '·' | '•' | ' ' | '.'));
    (2..=30).contains(&n_chars) && letters
}

/// True for a password of 8 to 64 characters, a letter and a digit at least.
pub fn is_password(password: &str) -> bool {
    let n_chars = password.chars().count();
    let has_letter = password.chars().any(char::is_alphabetic);
    let has_digit = password.chars().any(|c| c.is_ascii_digit());
    (8..=64).contains(&n_chars) && has_letter && has_digit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_on_the_identity_card() {
        for name in ["覃梅", "古丽·买买提", "John Smith"] {
            assert!(is_name(name), "{name}");
        }
        for wrong in ["覃", "覃1", "<b>梅</b>"] {
            assert!(!is_name(wrong), "{wrong}");
        }
    }

    #[test]
    fn passwords_have_a_letter_and_a_digit() {
        assert!(is_password("liuzhou2020"));
        assert!(!is_password("12345678") && !is_password("abc123"));
    }
}
