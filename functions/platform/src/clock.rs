//! The only clock. Dates are those of Asia/Shanghai, whatever the server's zone (domain.md §7, case 13).

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Utc};

#[derive(Clone, Debug)]
pub struct Clock {
    offset_file: Option<String>,
}

impl Clock {
    pub fn new(offset_file: Option<String>) -> Self {
        Self { offset_file }
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(&self) -> DateTime<FixedOffset> {
        let beijing = FixedOffset::east_opt(8 * 3600).expect("eight hours are within a day");
        (Utc::now() + self.offset()).with_timezone(&beijing)
    }

    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    fn offset(&self) -> Duration {
        let text = self.offset_file.as_ref().and_then(|file| std::fs::read_to_string(file).ok());
        Duration::seconds(text.and_then(|text| text.trim().parse().ok()).unwrap_or_default())
    }
}
