//! Tokens, codes, passwords, and the keyed hashes by which numbers are looked up.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

/// Returns 256 random bits for a cookie.
pub fn new_token() -> String {
    URL_SAFE_NO_PAD.encode(random::<32>())
}

/// Returns six digits, each as likely as any other.
pub fn new_code() -> String {
    loop {
        let number = u32::from_be_bytes(random::<4>());
        // The last, incomplete million would favour small numbers.
        if number < u32::MAX - u32::MAX % 1_000_000 {
            return format!("{:06}", number % 1_000_000);
        }
    }
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system has randomness");
    bytes
}

/// Hashes a token for the table, from which nobody who reads it can make the token.
pub fn hash_token(token: &str) -> String {
    hex::encode(Sha256::digest(token))
}

/// Hashes an ID or mobile number: without a key, trying all would find the number.
pub fn keyed_hash(key: &str, text: &str) -> String {
    hex::encode(sign(key, text.as_bytes()))
}

/// Signs with HMAC-SHA256.
pub fn sign(key: &str, message: &[u8]) -> Vec<u8> {
    mac(key, message).finalize().into_bytes().to_vec()
}

/// Whether the signature is the message's, compared in constant time.
pub fn is_signed(key: &str, message: &[u8], signature: &[u8]) -> bool {
    mac(key, message).verify_slice(signature).is_ok()
}

fn mac(key: &str, message: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(message);
    mac
}

/// Hashes by Argon2id with the crate's defaults (OWASP: 19 MiB, 2 passes).
pub fn hash_password(password: &str) -> String {
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .expect("any password can be hashed")
}

pub fn is_password(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// An identifier that nobody can guess.
pub fn new_id() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}
