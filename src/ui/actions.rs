//! What a reader takes away from a block: the link, the sentence.

use yew::prelude::{Callback, Html, MouseEvent, html};

use super::{Ask, Listed, Page, asks};
use crate::i18n::Lang;
use crate::web;

/// What came of the last copying.
#[derive(Clone, PartialEq)]
pub enum Copied {
    Nothing,
    Done,
    /// The text, for the reader to copy by hand.
    Refused(String),
}

/// Buttons that save the figures of a block as a file, which names their sources, and copy the
/// address of the view, alone or after the block's sentence.
pub fn takeaways(page: &Page, save: Option<Callback<MouseEvent>>, sentence: &str) -> Html {
    let words = page.lang.strings();
    let without_sources = !matches!(page.sources, Listed::Here(_));
    let onlink = asks::<MouseEvent>(&page.ask, Ask::Copy(None));
    let onsentence = asks::<MouseEvent>(&page.ask, Ask::Copy(Some(sentence.to_owned())));
    html! {
        <>
            if let Some(onclick) = save {
                <button type="button" class="link" disabled={without_sources} {onclick}>
                    { words.download_csv }
                </button>
            }
            <button type="button" class="link" onclick={onlink}>{ words.copy_link }</button>
            <button type="button" class="link" onclick={onsentence}>{ words.copy_sentence }</button>
        </>
    }
}

/// Copies the address, after a sentence if there is one, and reports what came of it.
pub fn copy(sentence: Option<String>, report: Callback<Copied>) {
    let href = web::href();
    let text = sentence.map_or(href.clone(), |it| [&it, "\n", &href].concat());
    let copied = text.clone();
    let done = move |allowed| {
        report.emit(if allowed { Copied::Done } else { Copied::Refused(copied.clone()) });
    };
    web::copy(&text, Callback::from(done));
}

/// A line that says that something was copied, and a dialog with the text where it was not.
pub fn outcome(lang: Lang, copied: &Copied) -> Html {
    let words = lang.strings();
    let text = if let Copied::Refused(text) = copied { text.clone() } else { String::new() };
    html! {
        <>
            <p class="toast" role="status">
                if *copied == Copied::Done {
                    { words.copied }
                }
            </p>
            <dialog id="copy" aria-labelledby="copy-title">
                <h2 id="copy-title">{ words.copy_refused }</h2>
                <textarea readonly=true rows="4" value={text} aria-labelledby="copy-title" />
                { close_button(lang) }
            </dialog>
        </>
    }
}

/// Closes the dialog it stands in: the starter sees to that, for every dialog of the page.
pub fn close_button(lang: Lang) -> Html {
    html! { <button type="button" class="close">{ lang.strings().close }</button> }
}
