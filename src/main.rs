//! Browser entry point: the page in the language of the document.

use gloo::utils::{document, document_element};
use it_exports::i18n::Lang;
use it_exports::ui::{App, AppProps};

fn main() {
    let Some(root) = document().get_element_by_id("app") else { return };
    let code = document_element().get_attribute("lang").unwrap_or_default();
    let lang = Lang::from_code(&code).unwrap_or(Lang::En);
    root.set_inner_html("");
    yew::Renderer::<App>::with_root_and_props(root, AppProps { lang }).render();
}
