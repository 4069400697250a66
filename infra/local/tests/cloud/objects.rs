//! Presigned uploads and downloads.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use local::LocalCloud;
use sha2::{Digest, Sha256};
use ureq::Body;
use ureq::http::Response;

use crate::{agent, cloud};

const BODY: &[u8] = b"%PDF-1.7 a scan";

/// A presigned PUT as the SDK makes it: the length, type, checksum and condition are signed headers.
struct Presigned {
    url: String,
    headers: Vec<(&'static str, String)>,
}

fn hash(content: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(content))
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn presign(cloud: &LocalCloud, minutes_ago: i64) -> Presigned {
    let at = chrono::DateTime::from_timestamp(seconds() - minutes_ago * 60, 0).unwrap();
    let (date, time) = (at.format("%Y%m%d").to_string(), at.format("%Y%m%dT%H%M%SZ").to_string());
    let host = cloud.s3_url().strip_prefix("http://").unwrap();
    let path = format!("/{}/scans/1", cloud.bucket_names()[0]);
    let headers = vec![
        ("content-length", BODY.len().to_string()),
        ("content-type", "application/pdf".to_owned()),
        ("if-none-match", "*".to_owned()),
        ("x-amz-checksum-sha256", hash(BODY)),
    ];
    let names = "content-length;content-type;host;if-none-match;x-amz-checksum-sha256";
    let scope = format!("{date}/ap-southeast-1/s3/aws4_request");
    let query = format!(
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=local%2F{}&X-Amz-Date={time}&X-Amz-Expires=300\
         &X-Amz-SignedHeaders={}",
        scope.replace('/', "%2F"),
        names.replace(';', "%3B"),
    );
    let [length, kind, condition, checksum] =
        [0, 1, 2, 3].map(|i| format!("{}:{}\n", headers[i].0, headers[i].1));
    let canonical = format!(
        "PUT\n{path}\n{query}\n{length}{kind}host:{host}\n{condition}{checksum}\n{names}\nUNSIGNED-PAYLOAD"
    );
    let hashed = hex::encode(Sha256::digest(canonical.as_bytes()));
    let text = format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{hashed}");
    let key = [date.as_str(), "ap-southeast-1", "s3", "aws4_request"]
        .into_iter()
        .fold(b"AWS4local-secret".to_vec(), |key, part| mac(&key, part));
    let signature = hex::encode(mac(&key, &text));
    Presigned { url: format!("http://{host}{path}?{query}&X-Amz-Signature={signature}"), headers }
}

fn seconds() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    i64::try_from(since.as_secs()).unwrap()
}

impl Presigned {
    fn with(mut self, name: &str, value: &str) -> Self {
        value.clone_into(&mut self.headers.iter_mut().find(|(known, _)| *known == name).unwrap().1);
        self
    }

    fn put(&self, body: &[u8]) -> Response<Body> {
        let headers = self.headers.iter().filter(|(name, _)| *name != "content-length");
        let request =
            headers.fold(agent().put(&self.url), |request, (name, value)| request.header(*name, value));
        request.send(body).unwrap()
    }
}

#[test]
fn an_upload_works_once() {
    let cloud = cloud();
    assert_eq!(presign(&cloud, 0).put(BODY).status(), 200);
    assert_eq!(presign(&cloud, 0).put(BODY).status(), 412);
}

#[test]
fn another_size_type_checksum_or_time_is_refused() {
    let cloud = cloud();
    assert_eq!(presign(&cloud, 0).with("content-type", "text/html").put(BODY).status(), 403);
    let longer = [BODY, b"!"].concat();
    assert_eq!(presign(&cloud, 0).with("x-amz-checksum-sha256", &hash(&longer)).put(&longer).status(), 403);
    assert_eq!(presign(&cloud, 0).with("if-none-match", "").put(BODY).status(), 403);
    assert_eq!(presign(&cloud, 6).put(BODY).status(), 403);
    assert_eq!(presign(&cloud, 0).put(BODY).status(), 200, "what was refused left nothing behind");
}

#[test]
fn other_bytes_of_the_same_size_are_refused_and_not_stored() {
    let cloud = cloud();
    let other = vec![b'x'; BODY.len()];
    assert_eq!(presign(&cloud, 0).put(&other).status(), 400);
    assert_eq!(presign(&cloud, 0).put(BODY).status(), 200);
}

#[test]
fn only_pages_of_the_edge_may_upload() {
    let cloud = cloud();
    let ask = |origin: &str| {
        let response = agent()
            .options(format!("{}/{}/scans/1", cloud.s3_url(), cloud.bucket_names()[0]))
            .header("origin", origin)
            .header("access-control-request-method", "PUT")
            .header("access-control-request-headers", "content-type,if-none-match,x-amz-checksum-sha256")
            .call()
            .unwrap();
        ["origin", "methods", "headers"].map(|name| {
            let value = response.headers().get(format!("access-control-allow-{name}"));
            value.map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
        })
    };
    let [origin, methods, headers] = ask(cloud.edge_url());
    assert_eq!((origin.as_str(), methods.as_str()), (cloud.edge_url(), "GET,PUT"));
    assert!(headers.contains("x-amz-checksum-sha256"));
    let by_name = cloud.edge_url().replace("127.0.0.1", "localhost");
    assert_eq!(ask(&by_name)[0], by_name, "some type the name instead of the address");
    assert_eq!(ask("https://elsewhere.example")[0], "");
}
