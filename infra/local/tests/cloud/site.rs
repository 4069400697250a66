//! The site's files and headers.

use crate::{agent, cloud, get, header, text_of};

#[test]
fn a_path_without_a_file_is_the_page_and_is_revalidated() {
    let cloud = cloud();
    for path in ["/", "/applications/1/sections/5"] {
        let response = get(&format!("{}{path}", cloud.edge_url()));
        assert_eq!((response.status().as_u16(), header(&response, "cache-control")), (200, "no-cache"));
        assert!(header(&response, "content-type").starts_with("text/html"));
        assert!(text_of(response).contains("<title>home</title>"));
    }
    assert_eq!(get(&format!("{}/assets/none.js", cloud.edge_url())).status(), 404);
}

#[test]
fn a_hashed_file_is_immutable_and_precompressed() {
    let cloud = cloud();
    let url = format!("{}/assets/app-1a2b.js", cloud.edge_url());
    let packed = agent().get(&url).header("accept-encoding", "br").call().unwrap();
    assert_eq!(header(&packed, "content-encoding"), "br");
    assert_eq!(header(&packed, "cache-control"), "public,max-age=31536000,immutable");
    let plain = agent().get(&url).header("accept-encoding", "identity").call().unwrap();
    assert_eq!(header(&plain, "content-encoding"), "");
    assert_eq!(text_of(plain), "plain");
}

#[test]
fn security_headers_are_the_template_s_with_the_local_bucket() {
    let cloud = cloud();
    for path in ["/", "/api/nothing"] {
        let response = get(&format!("{}{path}", cloud.edge_url()));
        let policy = header(&response, "content-security-policy");
        assert_eq!(policy, format!("default-src 'self'; connect-src 'self' {}", cloud.s3_url()));
        assert_eq!(header(&response, "strict-transport-security"), "max-age=31536000; includeSubDomains");
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        assert_eq!(header(&response, "x-frame-options"), "DENY");
        assert_eq!(header(&response, "referrer-policy"), "no-referrer");
    }
}
