//! CloudFront: one origin for the API, the site and the local tools.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::{Html, Response};
use axum::routing::get;

use crate::edge::gateway::Gateway;
use crate::edge::site::Site;
use crate::simulators::page;
use crate::template::headers::{self, HeaderPolicies};

/// CloudFront's stand-in: `/api/*` to the gateway, the rest to the site.
#[derive(Clone)]
pub(crate) struct Edge {
    pub(crate) gateway: Arc<Gateway>,
    pub(crate) site: Site,
    pub(crate) policies: Arc<HeaderPolicies>,
}

/// One origin for the product and the local tools under `/_local/`.
pub(crate) fn router(edge: Edge, tools: Router) -> Router {
    Router::new()
        .route("/_local", get(index))
        .route("/_local/", get(index))
        .fallback(answer)
        .with_state(edge)
        .merge(tools)
}

async fn answer(
    State(edge): State<Edge>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Response {
    let (mut response, policy) = if request.uri().path().starts_with("/api/") {
        (edge.gateway.answer(peer, request).await, &edge.policies.api)
    } else {
        (edge.site.answer(request).await, &edge.policies.site)
    };
    headers::add(response.headers_mut(), policy);
    response
}

async fn index() -> Html<String> {
    let links = [
        ("/_local/phone", "手机短信"),
        ("/_local/clock/page", "时钟"),
        ("/_local/logs", "函数日志"),
        ("/_local/faults", "故障"),
        ("/", "网站首页"),
    ];
    let links = links.map(|(path, label)| format!("<p><a class=\"button\" href=\"{path}\">{label}</a></p>"));
    page::shell("本地工具", &links.concat())
}
