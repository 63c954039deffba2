//! Browser entry point: the page that the document says it is, built beside its static twin.

use it_exports::address::PageAddress;
use it_exports::ui::{App, AppProps};
use it_exports::web;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(root) = web::stage() else { return };
    let path = root.get_attribute("data-place").unwrap_or_default();
    let Some(place) = PageAddress::from_path(&path) else { return };
    yew::Renderer::<App>::with_root_and_props(root, AppProps { place }).render();
}
