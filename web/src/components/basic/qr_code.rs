//! A QR code as a picture.

use qrcode::{Color, QrCode};
use std::fmt::Write as _;
use yew::prelude::*;

/// ISO 18004 asks for four light modules around the code.
const QUIET: usize = 4;

#[derive(PartialEq, Properties)]
pub struct QrCodeProps {
    pub content: AttrValue,
    pub label: AttrValue,
}

/// A QR code as one path; the dark modules of a row that touch are drawn together.
#[component]
pub fn QrImage(props: &QrCodeProps) -> Html {
    let Ok(code) = QrCode::new(props.content.as_bytes()) else { return Html::default() };
    let side = code.width() + 2 * QUIET;
    html! {
        <svg
            class="qr-code"
            xmlns="http://www.w3.org/2000/svg"
            viewBox={format!("0 0 {side} {side}")}
            role="img"
            aria-label={props.label.clone()}
            shape-rendering="crispEdges"
        >
            <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
            <path d={dark_runs(&code)} fill="#000" />
        </svg>
    }
}

fn dark_runs(code: &QrCode) -> String {
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len());
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    #[tokio::test]
    async fn r70_the_code_has_a_quiet_zone_and_a_name() {
        let html = render(html! { <QrImage content="https://pay.example.cn/1" label="缴费码" /> }).await;
        let modules = QrCode::new(b"https://pay.example.cn/1").unwrap().width();
        assert!(html.contains(&format!("viewBox=\"0 0 {0} {0}\"", modules + 8)), "{html}");
        assert!(html.contains("aria-label=\"缴费码\"") && html.contains("M4 4h7v1h-7z"), "{html}");
    }

    #[test]
    fn the_path_draws_every_dark_module_once_and_no_other() {
        let code = QrCode::new(b"https://pay.example.cn/orders/0123456789").unwrap();
        let path = dark_runs(&code);
        let mut drawn = Vec::new();
        for run in path.split('z').filter(|run| !run.is_empty()) {
            let (start, rest) = run[1..].split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let n_modules: usize = rest.split_once('v').unwrap().0.parse().unwrap();
            drawn.extend((x..x + n_modules).map(|x| (x - QUIET, y - QUIET)));
        }
        let colors = code.to_colors();
        let dark = (0..colors.len()).filter(|i| colors[*i] == Color::Dark);
        let dark: Vec<(usize, usize)> = dark.map(|i| (i % code.width(), i / code.width())).collect();
        assert_eq!(drawn, dark);
    }
}
