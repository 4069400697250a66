//! 缴费: the order's code, the gateway's word, 缴费验证 (R70–R72).

use api::payments::{OrderState, PaymentOrder, PaymentVerified};
use api::routes::Route as Call;
use gloo_timers::callback::Interval;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use yew_router::prelude::*;

use crate::api::{ApiError, call};
use crate::components::basic::{Button, ButtonKind, Notice, NoticeKind, QrImage};
use crate::components::frame::{Loading, Page, Unreadable};
use crate::dom;
use crate::hooks::use_sign_in_again;
use crate::route::Route;
use crate::texts::texts;

const ASK_AGAIN_MS: u32 = 3_000;

#[derive(Properties, PartialEq)]
pub struct PaymentPageProps {
    pub id: String,
}

#[component]
pub fn PaymentPage(props: &PaymentPageProps) -> Html {
    let (order, reload) = use_order(&props.id);
    let content = match order {
        None => html! { <Loading /> },
        Some(Err(error)) => html! {
            <Unreadable error={error.clone()} reload={reload} />
        },
        Some(Ok(order)) => html! { <Order id={props.id.clone()} {order} {reload} /> },
    };
    html! {
        <Page title={texts().officer.payment} protected={true}>
            { content }
            <p><Link<Route> to={Route::Progress { id: props.id.clone() }}>{ texts().officer.progress_title }</Link<Route>></p>
        </Page>
    }
}

type Read = Option<Result<PaymentOrder, ApiError>>;

/// Opening an order again changes nothing, so it is also how the page learns that it was paid.
#[hook]
fn use_order(id: &str) -> (Read, Callback<()>) {
    let read = use_state(|| None);
    let has_order = use_mut_ref(|| false);
    let sign_in_again = use_sign_in_again();
    let reload = {
        let (setter, id) = (read.setter(), id.to_owned());
        Callback::from(move |()| {
            let (setter, id, sign_in_again) = (setter.clone(), id.clone(), sign_in_again.clone());
            let has_order = has_order.clone();
            spawn_local(async move {
                let answer: Result<PaymentOrder, ApiError> = call(Call::OpenPayment, &[&id], Some(&())).await;
                let signed_out = answer.as_ref().err().is_some_and(|error| sign_in_again.emit(error.clone()));
                // A poll that got no answer leaves the code where it is.
                let stays = *has_order.borrow() && answer == Err(ApiError::Offline);
                if !signed_out && !stays {
                    has_order.replace(answer.is_ok());
                    setter.set(Some(answer));
                }
            });
        })
    };
    let is_unpaid = matches!(&*read, Some(Ok(PaymentOrder { state: OrderState::Created, .. })));
    {
        let reload = reload.clone();
        use_effect_with(id.to_owned(), move |_| reload.emit(()));
    }
    {
        let reload = reload.clone();
        use_effect_with(is_unpaid, move |is_unpaid| {
            let ask = move || {
                if dom::is_visible() {
                    reload.emit(());
                }
            };
            let asking = is_unpaid.then(|| Interval::new(ASK_AGAIN_MS, ask));
            move || drop(asking)
        });
    }
    ((*read).clone(), reload)
}

#[derive(PartialEq, Properties)]
struct OrderProps {
    id: String,
    order: PaymentOrder,
    reload: Callback<()>,
}

#[component]
fn Order(props: &OrderProps) -> Html {
    let order = &props.order;
    let refused = use_state(|| None::<ApiError>);
    let busy = use_state(|| false);
    {
        let refused = refused.clone();
        use_effect_with(order.state, move |_| refused.set(None));
    }
    let verify = {
        let (id, reload, refused, busy) =
            (props.id.clone(), props.reload.clone(), refused.clone(), busy.clone());
        Callback::from(move |()| {
            let (id, reload, refused, busy) = (id.clone(), reload.clone(), refused.clone(), busy.clone());
            busy.set(true);
            spawn_local(async move {
                let answer: Result<PaymentVerified, ApiError> =
                    call(Call::VerifyPayment, &[&id], Some(&())).await;
                busy.set(false);
                refused.set(answer.err());
                reload.emit(());
            });
        })
    };
    html! {
        <section class="card payment">
            <dl class="facts">
                <dt>{ texts().officer.amount }</dt><dd class="amount">{ yuan(order.amount_fen) }</dd>
                if let Some(deadline) = order.deadline {
                    <dt>{ texts().officer.due }</dt><dd>{ (texts().common.day)(deadline) }</dd>
                }
            </dl>
            if let Some(refused) = &*refused {
                <Notice kind={NoticeKind::Warning}>{ refused.message() }</Notice>
            }
            { state(order) }
            if order.state != OrderState::Verified {
                <Button kind={verify_kind(order.state)} busy={*busy} onclick={verify}>{ texts().officer.verify }</Button>
            }
        </section>
    }
}

fn state(order: &PaymentOrder) -> Html {
    match order.state {
        OrderState::Created => html! {
            <>
                <p>{ texts().officer.scan_help }</p>
                <QrImage content={order.pay_url.clone()} label={texts().officer.qr_label} />
                <p><a class="button button-primary" href={order.pay_url.clone()}>{ texts().officer.pay_here }</a></p>
                <p>{ texts().officer.verify_help }</p>
            </>
        },
        OrderState::Paid => html! {
            <Notice kind={NoticeKind::Success}>
                <p><strong>{ texts().officer.paid }</strong></p>
                <p>{ texts().officer.paid_next }</p>
            </Notice>
        },
        OrderState::Verified => html! {
            <Notice kind={NoticeKind::Success}><p><strong>{ texts().officer.verified }</strong></p></Notice>
        },
    }
}

fn verify_kind(state: OrderState) -> ButtonKind {
    match state {
        OrderState::Paid => ButtonKind::Primary,
        OrderState::Created | OrderState::Verified => ButtonKind::Secondary,
    }
}

/// `¥160.00`.
pub fn yuan(fen: u32) -> String {
    format!("¥{}.{:02}", fen / 100, fen % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_without_fractions_of_a_fen() {
        assert_eq!(yuan(16_000), "¥160.00");
        assert_eq!(yuan(105), "¥1.05");
    }
}
