//! What a reader takes away from a block: the link, the sentence.

use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_state_eq,
};

use crate::i18n::Lang;
use crate::web;

#[derive(Properties, PartialEq)]
pub struct CopiesProps {
    pub lang: Lang,
    /// The reading of the block.
    pub sentence: AttrValue,
}

#[derive(Clone, PartialEq)]
enum Outcome {
    Nothing,
    Copied,
    /// The text, for the reader to copy by hand.
    Refused(String),
}

#[component]
pub fn Copies(props: &CopiesProps) -> Html {
    let words = props.lang.strings();
    let outcome = use_state_eq(|| Outcome::Nothing);
    let copy = |text: fn(&str) -> String| {
        let (outcome, sentence) = (outcome.setter(), props.sentence.clone());
        Callback::from(move |_: MouseEvent| {
            let text = text(&sentence);
            let outcome = outcome.clone();
            let copied = text.clone();
            let done = Callback::from(move |allowed: bool| {
                outcome.set(if allowed {
                    Outcome::Copied
                } else {
                    Outcome::Refused(copied.clone())
                });
            });
            web::copy(&text, done);
        })
    };
    html! {
        <>
            <button type="button" class="link" onclick={copy(|_| web::address())}>
                { words.copy_link }
            </button>
            <button type="button" class="link"
                onclick={copy(|sentence| format!("{sentence}\n{}", web::address()))}>
                { words.copy_sentence }
            </button>
            <span role="status" class="small row">
                if *outcome == Outcome::Copied {
                    { words.copied }
                } else if let Outcome::Refused(text) = &*outcome {
                    { words.copy_refused }
                    <textarea readonly=true rows="3" value={text.clone()}
                        aria-label={words.copy_refused} />
                }
            </span>
        </>
    }
}
