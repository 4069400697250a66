//! Measures how much of a picture is white paper and how much is the red of a seal.

use image::{DynamicImage, GenericImageView, Rgba};

/// The most points looked at: on an A4 page one every 0.35 mm, which is less than a seal's line is wide.
const MAX_POINTS: u32 = 500_000;
const WHOLE: u64 = 10_000;

/// Ten-thousandths of the picture that are white, and that are red.
pub(crate) fn shades(picture: &DynamicImage) -> (u16, u16) {
    let (width, height) = picture.dimensions();
    let step = step(width, height);
    let (mut white, mut red, mut all) = (0, 0, 0);
    for y in (0..height).step_by(step) {
        for x in (0..width).step_by(step) {
            let pixel = picture.get_pixel(x, y);
            white += u64::from(is_white(pixel));
            red += u64::from(is_red(pixel));
            all += 1;
        }
    }
    let share = |part: u64| u16::try_from(part * WHOLE / all.max(1)).unwrap_or(u16::MAX);
    (share(white), share(red))
}

/// Every how many pixels of a line, and lines, one is looked at.
fn step(width: u32, height: u32) -> usize {
    (1..).find(|n| width.div_ceil(*n).saturating_mul(height.div_ceil(*n)) <= MAX_POINTS).unwrap_or(1) as usize
}

/// Paper, as scanners and cameras see it. What shines through shows the white page below it.
fn is_white(Rgba([r, g, b, opacity]): Rgba<u8>) -> bool {
    opacity < 16 || r.min(g).min(b) >= 230
}

/// The red of a seal, pale or dark, and neither orange nor the pink of skin.
fn is_red(Rgba([r, g, b, opacity]): Rgba<u8>) -> bool {
    opacity >= 16 && r >= 110 && u16::from(r) >= u16::from(g.max(b)) + 60
}
