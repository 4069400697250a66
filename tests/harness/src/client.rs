//! A browser without a page: JSON over HTTP, with its cookie.

use api::problem::ProblemBody;
use api::routes::{Method, Route};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use ureq::http::Response;
use ureq::{Agent, Body};

pub struct Client {
    pub base_url: String,
    agent: Agent,
    cookie: RefCell<Option<String>>,
}

/// A refusal of the product.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    pub status: u16,
    pub problem: Option<Box<ProblemBody>>,
}

impl Refused {
    pub fn code(&self) -> &str {
        self.problem.as_ref().map_or("", |problem| problem.code.as_str())
    }

    /// Code and place of each problem of a 422.
    pub fn problems(self) -> Vec<(String, String)> {
        assert_eq!((self.status, self.code()), (422, "E_INCOMPLETE"));
        let problems = self.problem.map(|problem| problem.problems).unwrap_or_default();
        problems.into_iter().map(|problem| (problem.code().to_string(), problem.spot.anchor())).collect()
    }

    pub fn title(&self) -> &str {
        self.problem.as_ref().map_or("", |problem| problem.title.as_str())
    }
}

impl Client {
    pub fn new(base_url: &str) -> Self {
        let config = Agent::config_builder().http_status_as_error(false).build();
        Self { base_url: base_url.to_owned(), agent: config.new_agent(), cookie: RefCell::default() }
    }

    /// The session's cookie as it would be sent.
    pub fn cookie(&self) -> Option<String> {
        self.cookie.borrow().clone()
    }

    pub fn set_cookie(&self, cookie: Option<String>) {
        *self.cookie.borrow_mut() = cookie;
    }

    pub fn get<R: DeserializeOwned>(&self, route: Route, parameters: &[&str]) -> Result<R, Refused> {
        self.call(route, parameters, &())
    }

    pub fn call<B: Serialize, R: DeserializeOwned>(
        &self,
        route: Route,
        parameters: &[&str],
        body: &B,
    ) -> Result<R, Refused> {
        let text = self.send(route.method(), &route.url(parameters), body)?;
        Ok(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error} in {text}", route.key())))
    }

    /// None: the connection broke, so nobody knows whether it was done.
    pub fn attempt<B: Serialize, R: DeserializeOwned>(
        &self,
        route: Route,
        parameters: &[&str],
        body: &B,
    ) -> Option<Result<R, Refused>> {
        let response = self.try_run(route.method(), &route.url(parameters), body).ok()?;
        let text = text_of(response).ok()?;
        Some(text.map(|text| {
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error} in {text}", route.key()))
        }))
    }

    /// Calls a route whose answer has no body.
    pub fn call_empty<B: Serialize>(
        &self,
        route: Route,
        parameters: &[&str],
        body: &B,
    ) -> Result<(), Refused> {
        self.send(route.method(), &route.url(parameters), body).map(drop)
    }

    /// The answer's `set-cookie`, whole.
    pub fn cookie_header_of<B: Serialize>(&self, route: Route, body: &B) -> String {
        let response = self.run(route.method(), route.path(), body);
        let header = response.headers().get("set-cookie").and_then(|cookie| cookie.to_str().ok());
        header.unwrap_or_default().to_owned()
    }

    pub fn send<B: Serialize>(&self, method: Method, path: &str, body: &B) -> Result<String, Refused> {
        let response = self.run(method, path, body);
        if let Some(cookie) = response.headers().get("set-cookie").and_then(|cookie| cookie.to_str().ok()) {
            self.set_cookie(cookie.split(';').next().map(str::to_owned));
        }
        text_of(response).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    fn run<B: Serialize>(&self, method: Method, path: &str, body: &B) -> Response<Body> {
        self.try_run(method, path, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    fn try_run<B: Serialize>(
        &self,
        method: Method,
        path: &str,
        body: &B,
    ) -> Result<Response<Body>, ureq::Error> {
        let json = if method == Method::Get {
            Vec::new()
        } else {
            serde_json::to_vec(body).unwrap_or_else(|error| panic!("{path}: {error}"))
        };
        let mut request = ureq::http::Request::builder()
            .method(method.to_string().as_str())
            .uri(format!("{}{path}", self.base_url))
            .header("content-type", "application/json");
        if let Some(cookie) = self.cookie.borrow().as_ref() {
            request = request.header("cookie", cookie);
        }
        let request = request.body(json).unwrap_or_else(|error| panic!("{path}: {error}"));
        self.agent.run(request)
    }

    /// An absolute address, as a browser would open a presigned one.
    pub fn put_bytes(&self, url: &str, headers: &[(String, String)], body: &[u8]) -> u16 {
        let mut request = ureq::http::Request::builder().method("PUT").uri(url);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let request = request.body(body.to_vec()).unwrap_or_else(|error| panic!("{url}: {error}"));
        self.agent
            .run(request)
            .map_or_else(|error| panic!("PUT: {error}"), |response| response.status().as_u16())
    }

    /// Returns the bytes that an absolute address answers with 200.
    pub fn get_bytes(&self, url: &str) -> Vec<u8> {
        let mut response = self.agent.get(url).call().unwrap_or_else(|error| panic!("GET: {error}"));
        assert_eq!(response.status(), 200);
        response.body_mut().read_to_vec().unwrap_or_else(|error| panic!("GET: {error}"))
    }

    /// Returns the `content-disposition` under which an absolute address answers, and its bytes.
    pub fn get_file(&self, url: &str) -> (String, Vec<u8>) {
        let mut response = self.agent.get(url).call().unwrap_or_else(|error| panic!("GET: {error}"));
        assert_eq!(response.status(), 200);
        let header = response.headers().get("content-disposition").and_then(|header| header.to_str().ok());
        let disposition = header.unwrap_or_default().to_owned();
        (disposition, response.body_mut().read_to_vec().unwrap_or_else(|error| panic!("GET: {error}")))
    }

    pub fn get_text(&self, path: &str) -> String {
        let response = self.agent.get(format!("{}{path}", self.base_url)).call();
        let mut response = response.unwrap_or_else(|error| panic!("GET {path}: {error}"));
        response.body_mut().read_to_string().unwrap_or_default()
    }

    /// Posts as another machine would, with its own headers, and returns the status of the answer.
    pub fn post_json(&self, path: &str, headers: &[(&str, String)], body: &str) -> u16 {
        let request = self.agent.post(format!("{}{path}", self.base_url)).content_type("application/json");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, value));
        request
            .send(body)
            .map_or_else(|error| panic!("POST {path}: {error}"), |answer| answer.status().as_u16())
    }

    pub fn post_form(&self, url: &str, form: &str) -> u16 {
        let request = self.agent.post(url).header("content-type", "application/x-www-form-urlencoded");
        request.send(form).map_or_else(|error| panic!("POST: {error}"), |response| response.status().as_u16())
    }
}

fn text_of(mut response: Response<Body>) -> Result<Result<String, Refused>, ureq::Error> {
    let text = response.body_mut().read_to_string()?;
    let status = response.status().as_u16();
    let refused = || Refused { status, problem: serde_json::from_str(&text).ok() };
    Ok(if status < 400 { Ok(text) } else { Err(refused()) })
}
