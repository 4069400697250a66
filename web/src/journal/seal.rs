//! AES-GCM: a record can be read only with its account's key, and only where it was written.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, AesKeyGenParams, Crypto, CryptoKey};

const ALGORITHM: &str = "AES-GCM";
const KEY_BITS: u16 = 256;
const NONCE_BYTES: usize = 12;

fn crypto() -> Result<Crypto, JsValue> {
    web_sys::window().ok_or_else(|| JsValue::from("no window"))?.crypto()
}

/// A key that no script can read the bytes of.
pub(super) async fn new_key() -> Result<CryptoKey, JsValue> {
    let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
    let algorithm = AesKeyGenParams::new(ALGORITHM, KEY_BITS);
    let key = crypto()?.subtle().generate_key_with_object(&algorithm, false, &usages)?;
    JsFuture::from(key).await?.dyn_into()
}

/// The nonce, then what is sealed. `place` is sealed in with it.
pub(super) async fn seal(key: &CryptoKey, place: &str, plain: &[u8]) -> Result<Uint8Array, JsValue> {
    let mut nonce = [0; NONCE_BYTES];
    crypto()?.get_random_values_with_u8_array(&mut nonce)?;
    let nonce = Uint8Array::from(nonce.as_slice());
    let plain = Uint8Array::from(plain);
    let sealed =
        crypto()?.subtle().encrypt_with_object_and_js_u8_array(&parameters(&nonce, place), key, &plain)?;
    let sealed = Uint8Array::new(&JsFuture::from(sealed).await?);
    let whole = Uint8Array::new_with_length(nonce.length() + sealed.length());
    whole.set(&nonce, 0);
    whole.set(&sealed, nonce.length());
    Ok(whole)
}

pub(super) async fn open(key: &CryptoKey, place: &str, whole: &JsValue) -> Result<Vec<u8>, JsValue> {
    let whole = Uint8Array::new(whole);
    let n_nonce = u32::try_from(NONCE_BYTES).unwrap_or_default();
    let (nonce, sealed) = (whole.slice(0, n_nonce), whole.slice(n_nonce, whole.length()));
    let plain =
        crypto()?.subtle().decrypt_with_object_and_js_u8_array(&parameters(&nonce, place), key, &sealed)?;
    Ok(Uint8Array::new(&JsFuture::from(plain).await?).to_vec())
}

fn parameters(nonce: &Uint8Array, place: &str) -> AesGcmParams {
    let parameters = AesGcmParams::new_with_u8_array(ALGORITHM, nonce);
    parameters.set_additional_data_u8_array(&Uint8Array::from(place.as_bytes()));
    parameters
}
