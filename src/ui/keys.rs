//! The list of keys that a chart answers to.

use yew::prelude::{Html, NodeRef, Properties, component, html, use_callback};

use crate::i18n::Lang;
use crate::web;

#[derive(Properties, PartialEq)]
pub struct KeysProps {
    pub lang: Lang,
    /// The dialog, for the one who opens it.
    pub node: NodeRef,
}

#[component]
pub fn Keys(props: &KeysProps) -> Html {
    let words = props.lang.strings();
    let onclose = use_callback(props.node.clone(), |_, node| web::close_dialog(node));
    html! {
        <dialog ref={props.node.clone()} aria-labelledby="keys-title">
            <h2 id="keys-title">{ words.keys_title }</h2>
            <dl>
                { for words.keys.iter().map(|(key, does)| html! {
                    <><dt><kbd dir="ltr">{ *key }</kbd></dt><dd>{ *does }</dd></>
                }) }
            </dl>
            <button type="button" onclick={onclose}>{ words.close }</button>
        </dialog>
    }
}
