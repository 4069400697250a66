//! The only clock. Dates are those of Asia/Shanghai, whatever the server's zone (domain.md §7, case 13).

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, Utc};
use lambda_http::request::RequestContext;
use lambda_http::{Request, RequestExt};

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
        self.shown(Utc::now())
    }

    /// Returns the moment at which the gateway took the request. What came before midnight was in time, however long a
    /// function took to start and to read (domain.md §7, case 77).
    pub fn received(&self, request: &Request) -> DateTime<FixedOffset> {
        let taken = match request.request_context_ref() {
            Some(RequestContext::ApiGatewayV2(context)) => {
                DateTime::from_timestamp_millis(context.time_epoch).filter(|taken| taken.timestamp() > 0)
            }
            _ => None,
        };
        taken.map_or_else(|| self.now(), |taken| self.shown(taken))
    }

    fn shown(&self, instant: DateTime<Utc>) -> DateTime<FixedOffset> {
        let beijing = FixedOffset::east_opt(8 * 3600).expect("eight hours are within a day");
        (instant + self.offset()).with_timezone(&beijing)
    }

    pub fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }

    fn offset(&self) -> Duration {
        let text = self.offset_file.as_ref().and_then(|file| std::fs::read_to_string(file).ok());
        Duration::seconds(text.and_then(|text| text.trim().parse().ok()).unwrap_or_default())
    }
}
