//! The look of the local tools.

use axum::response::Html;

const STYLE: &str = "
body{margin:0;background:#f4f6f8;color:#1d2733;font:16px/1.6 system-ui,'PingFang SC','Microsoft YaHei',sans-serif}
main{max-width:560px;margin:0 auto;padding:24px 16px}
h1{font-size:20px;margin:0 0 16px}
article,form,dl{background:#fff;border:1px solid #dde3ea;border-radius:10px;padding:16px;margin:0 0 12px}
article p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
small{color:#66727f}
dt{color:#66727f}dd{margin:0 0 8px;overflow-wrap:anywhere}
.big{font-size:28px;font-variant-numeric:tabular-nums;margin:0 0 16px}
button,select,.button{font:inherit;min-height:44px;padding:8px 16px;margin:0 8px 8px 0;border-radius:8px;
border:1px solid #b9c4cf;background:#fff;color:inherit;text-decoration:none;display:inline-block;box-sizing:border-box}
.main{background:#1a5fb4;border-color:#1a5fb4;color:#fff}
";

/// A page of the local tools; these are not part of the product and use nothing of it.
pub(crate) fn shell(title: &str, body: &str) -> Html<String> {
    Html(format!(
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{title}</title>\
         <style>{STYLE}</style></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    ))
}

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
