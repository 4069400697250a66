#[test]
fn t() {
    use std::io::Cursor;
    let p = image::RgbImage::from_fn(1000, 1200, |x, y| {
        if x < 100 {
            image::Rgb([200, 30, 5])
        } else {
            image::Rgb([(x * 255 / 1000) as u8, 120, (y % 255) as u8])
        }
    });
    let t = std::time::Instant::now();
    let mut b = Cursor::new(vec![]);
    p.write_to(&mut b, image::ImageFormat::Png).unwrap();
    let b = b.into_inner();
    println!("enc {:?} {}", t.elapsed(), b.len());
    let t = std::time::Instant::now();
    println!("{:?}", scan::inspect("image/png", &b, 60));
    println!("png {:?}", t.elapsed());
    let mut b = Cursor::new(vec![]);
    p.write_to(&mut b, image::ImageFormat::Jpeg).unwrap();
    let b = b.into_inner();
    let t = std::time::Instant::now();
    println!("{:?}", scan::inspect("image/jpeg", &b, 60));
    println!("jpg {:?}", t.elapsed());
}
