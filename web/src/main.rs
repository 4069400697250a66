//! Starts the site in the browser.

fn main() {
    yew::Renderer::<web::app::App>::new().render();
}
