//! The acts of time on one application.

use crate::Deadlines;
use chrono::NaiveDate;
use domain::ids::ApplicationId;
use domain::messages::TimeMessage;
use domain::named::publicity;
use domain::pack::Pack;
use domain::workflow::{Action, Application, By, State, Step, TimeAct, UnitWork, time_acts};
use platform::{ApiError, ApiResult, AskedStep, DueDates, GatewayState, Order};

pub(crate) async fn on(state: &Deadlines, id: &ApplicationId, dates: &DueDates<'_>) -> ApiResult<()> {
    // The index may be a moment behind.
    let Some(application) = state.app.store.application(id).await? else { return Ok(()) };
    let pack = state.app.packs.get(&application.pack)?;
    let batch = dates.batch(&pack.id).ok_or_else(|| ApiError::internal("an application without a batch"))?;
    let posted_until = publicity_end(state, &application).await?;
    for act in time_acts(&application, posted_until, (&pack, batch), state.app.clock.now()) {
        match act {
            TimeAct::Expire => expire(state, &application).await?,
            TimeAct::Tell { told, day } => tell(state, &application, (told, day), (&pack, dates)).await?,
        }
    }
    Ok(())
}

async fn publicity_end(state: &Deadlines, application: &Application) -> ApiResult<Option<NaiveDate>> {
    if application.state != State::Unit(UnitWork::Publicity) {
        return Ok(None);
    }
    let stored = state.app.store.section(&application.id, publicity::ID).await?;
    Ok(stored.and_then(|stored| stored.data.value(publicity::END_DATE).parse().ok()))
}

/// T21 and T28. Where money is due the order is closed first, so that nobody pays for what is over; a callback may have
/// been lost, and what was paid is recorded instead.
async fn expire(state: &Deadlines, application: &Application) -> ApiResult<()> {
    // The gateway does not know an order that nobody opened.
    let order = state.app.order_of(application).await?.filter(|order| !order.pay_url.is_empty());
    let mut closed = None;
    if let Some(order) = order {
        let told = state.gateway.close(&order.id).await?;
        if told.state == GatewayState::Paid {
            state.app.record_payment(application, &order, told.into()).await?;
            return Ok(());
        }
        // Reopened, it is made known to the gateway anew.
        closed = Some((
            Order { pay_url: String::new(), revision: order.revision + 1, ..order.clone() },
            order.revision,
        ));
    }
    let order = closed.as_ref().map(|(closed, revision)| (closed, *revision));
    let (step, received) = (Step::silent(Action::Expire), state.app.clock.now());
    let asked = AskedStep { step: &step, by: By::Clock, received, seen: None, order };
    state.app.take_step(application, asked).await?;
    Ok(())
}

/// Tells the applicant once for the application and the day, an organisation once for all that it holds.
async fn tell(
    state: &Deadlines,
    application: &Application,
    (told, day): (TimeMessage, NaiveDate),
    (pack, dates): (&Pack, &DueDates<'_>),
) -> ApiResult<()> {
    let store = &state.app.store;
    let whose = application.waits_for().map_or_else(|| application.id.to_string(), ToString::to_string);
    let occasion = format!("{whose}-{told:?}-{day}");
    // Asked first: every application of an organisation comes by, and counting reads its whole queue.
    if store.is_told(&occasion).await? {
        return Ok(());
    }
    let count = n_due(state, application, (told, day), dates).await?;
    let message = told.filled(application, day, count, pack);
    Ok(store.tell(application, &message, &occasion, state.app.clock.now()).await?)
}

/// Counts the applications of the organisation that are due on the day that it is reminded of.
async fn n_due(
    state: &Deadlines,
    application: &Application,
    (told, day): (TimeMessage, NaiveDate),
    dates: &DueDates<'_>,
) -> ApiResult<u32> {
    let (TimeMessage::StationReminder, Some(organisation)) = (told, application.waits_for()) else {
        return Ok(1);
    };
    let waiting = state.app.store.waiting_for(organisation).await?;
    let n_due = waiting.iter().filter(|other| dates.of(other) == Some(day)).count();
    Ok(u32::try_from(n_due).unwrap_or(u32::MAX))
}
