//! The list of keys that a chart answers to.

use yew::prelude::{Callback, Html, MouseEvent, NodeRef, html};

use crate::i18n::Lang;
use crate::web;

/// `node` is the dialog, for the one who opens it.
pub fn keys_dialog(lang: Lang, node: NodeRef) -> Html {
    let words = lang.strings();
    html! {
        <dialog ref={node.clone()} aria-labelledby="keys-title">
            <h2 id="keys-title">{ words.keys_title }</h2>
            <dl>
                { for words.keys.iter().map(|(key, does)| html! {
                    <><dt><kbd dir="ltr">{ *key }</kbd></dt><dd>{ *does }</dd></>
                }) }
            </dl>
            { close_button(lang, node) }
        </dialog>
    }
}

/// Closes the dialog it stands in.
pub fn close_button(lang: Lang, dialog: NodeRef) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| web::close_dialog(&dialog));
    html! { <button type="button" {onclick}>{ lang.strings().close }</button> }
}
