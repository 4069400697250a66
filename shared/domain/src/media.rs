//! Tells a file's type by its first bytes: a name and a declared type prove nothing.

pub const JPEG: &str = "image/jpeg";
pub const PNG: &str = "image/png";
pub const PDF: &str = "application/pdf";

/// The types that scans may have (§4.0).
pub const ACCEPTED: [&str; 3] = [JPEG, PNG, PDF];

pub fn sniff(head: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 3] =
        [(b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"%PDF-", PDF)];
    SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)).map(|(_, media_type)| *media_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_called_jpg_is_no_picture() {
        assert_eq!(sniff(b"<html>"), None);
        assert_eq!(sniff(b"GIF89a"), None);
        assert_eq!(sniff(b"\xff\xd8\xff\xe0"), Some(JPEG));
        assert_eq!(sniff(b"%PDF-1.7"), Some(PDF));
    }
}
