//! Scans and printed tables in the bucket. The server makes the keys; people's file names are never part.

use crate::config::{Config, endpoint};
use crate::error::{ApiError, ApiResult};
use crate::sdk::{chain, sdk_config};
use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::primitives::ByteStream;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::ids::ApplicationId;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::time::Duration;

/// Everything but letters, digits and the marks that a file name of RFC 5987 may hold.
const NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');
const UPLOAD_SECONDS: u64 = 600;
const READ_SECONDS: u64 = 300;

pub struct Objects {
    client: aws_sdk_s3::Client,
    bucket: String,
}

/// A PUT that S3 accepts once, with exactly these headers and bytes.
pub struct PresignedPut {
    pub url: String,
    pub headers: Vec<(String, String)>,
}

/// Returns the key of a scan as it arrived, or as it was turned (`Scan::object`).
pub fn scan_key(application: &ApplicationId, object: &str) -> String {
    format!("scans/{application}/{object}")
}

impl Objects {
    pub async fn connect(config: &Config) -> Self {
        let mut sdk = aws_sdk_s3::config::Builder::from(&sdk_config().await);
        sdk.set_endpoint_url(endpoint("S3"));
        let sdk = sdk.force_path_style(config.s3_is_emulated).build();
        Self { client: aws_sdk_s3::Client::from_conf(sdk), bucket: config.files_bucket.clone() }
    }

    pub async fn presign_put(
        &self,
        key: &str,
        media_type: &str,
        bytes: u64,
        sha256_hex: &str,
    ) -> ApiResult<PresignedPut> {
        let checksum = STANDARD.encode(hex::decode(sha256_hex).map_err(ApiError::internal)?);
        let signed = self
            .client
            .put_object()
            .bucket(&self.bucket)
            .key(key)
            .content_type(media_type)
            .content_length(i64::try_from(bytes).map_err(ApiError::internal)?)
            .checksum_sha256(checksum)
            .if_none_match("*")
            .presigned(valid_for(UPLOAD_SECONDS)?)
            .await
            .map_err(|error| ApiError::internal(chain(&error)))?;
        // Browsers send the length themselves and let no script set it.
        let headers = signed.headers().filter(|(name, _)| *name != "content-length");
        let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Ok(PresignedPut { url: signed.uri().to_owned(), headers: headers.collect() })
    }

    /// Reads one byte more than `announced` at most, enough to tell another size. None: nothing arrived.
    pub async fn read(&self, key: &str, announced: u64) -> ApiResult<Option<Vec<u8>>> {
        let range = format!("bytes=0-{announced}");
        let got = self.client.get_object().bucket(&self.bucket).key(key).range(range).send().await;
        let got = match got {
            Ok(got) => got,
            Err(error) if error.as_service_error().is_some_and(|error| error.is_no_such_key()) => {
                return Ok(None);
            }
            Err(error) => return Err(ApiError::internal(chain(&error))),
        };
        let body = got.body.collect().await.map_err(ApiError::internal)?;
        Ok(Some(body.into_bytes().into()))
    }

    pub async fn put(&self, key: &str, media_type: &str, body: Vec<u8>) -> ApiResult<()> {
        let put = self.client.put_object().bucket(&self.bucket).key(key).content_type(media_type);
        put.body(ByteStream::from(body)).send().await.map_err(|error| ApiError::internal(chain(&error)))?;
        Ok(())
    }

    /// Signs a link. With `attachment` the browser saves the object, not runs it in the bucket's origin. The name is
    /// given twice (RFC 6266): in ASCII, and as it is.
    pub async fn presign_get(&self, key: &str, media_type: &str, download_as: &str) -> ApiResult<String> {
        let get = self.client.get_object().bucket(&self.bucket).key(key).response_content_type(media_type);
        let plain = |c: char| if c.is_ascii_alphanumeric() || "-.".contains(c) { c } else { '_' };
        let ascii: String = download_as.chars().map(plain).collect();
        let encoded = utf8_percent_encode(download_as, NAME);
        let disposition = format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}");
        let signed = get
            .response_content_disposition(disposition)
            .presigned(valid_for(READ_SECONDS)?)
            .await
            .map_err(|error| ApiError::internal(chain(&error)))?;
        Ok(signed.uri().to_owned())
    }
}

fn valid_for(seconds: u64) -> ApiResult<PresigningConfig> {
    PresigningConfig::expires_in(Duration::from_secs(seconds)).map_err(ApiError::internal)
}
