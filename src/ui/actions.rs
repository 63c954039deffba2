//! What a reader takes away from a block: the link here, everything else once it is there.

use std::rc::Rc;

use yew::prelude::{AttrValue, Callback, Event, Html, MouseEvent, html};

use super::{Message, Page, lazy, on};
use crate::address::{self, PageAddress, PageKind};
use crate::catalogue::ViewId;
use crate::i18n::Lang;
use crate::web;

/// What came of the last copying.
#[derive(Clone, PartialEq)]
pub enum Copied {
    Nothing,
    Done,
    /// Something else came of it.
    Told(AttrValue),
    /// The text, for the reader to copy by hand.
    Refused(String),
    /// The address of a picture, for the reader to save by hand.
    Picture(String),
}

/// Where figures of the record come from.
pub fn in_record(page: &Page) -> Html {
    html! { <p class="small">{ page.lang.strings().source_line }</p> }
}

/// The end of a block, one quiet row: where its figures come from, what can be taken away, and `table`, a fold that
/// opens across the block.
pub fn foot(page: &Rc<Page>, view: ViewId, source: Html, table: Html) -> Html {
    let words = page.lang.strings();
    let onlink = on::<MouseEvent>(&page.dispatch, Message::Copy);
    html! {
        <div class="foot">
            { source }
            <div class="actions controls">
                <details class="menu take" ontoggle={on::<Event>(&page.dispatch, Message::LoadTakeAways)}>
                    <summary>{ words.take_away }</summary>
                    if let Some(it) = page.takeaways.here() {
                        { (it.menu)(page, view) }
                    } else {
                        { lazy::awaiting(page, page.takeaways, true, Message::LoadTakeAways) }
                    }
                </details>
                <button type="button" class="link" onclick={onlink}>{ words.copy_link }</button>
                if let Some(href) = embedding(page, view) {
                    <a {href}>{ words.embed }</a>
                }
            </div>
            { table }
        </div>
    }
}

/// Where the snippet of this very view is made. A file that stands alone has no such page beside it.
fn embedding(page: &Page, view: ViewId) -> Option<String> {
    if page.site.place.kind == PageKind::SingleFile {
        return None;
    }
    let block = view.block();
    let place = PageAddress { lang: page.lang, kind: PageKind::Embed(block) };
    let query = page.state.to_query(page.data.0, place.home(page.data.0));
    let joint = if query.is_empty() { "" } else { "&" };
    let path = [&address::builder(page.lang), "?block=", block.code(), joint, &query].concat();
    Some(page.site.href(&path))
}

/// Copies the address, and reports what came of it.
pub fn copy_link(report: Callback<Copied>) {
    let href = web::href();
    let copied = href.clone();
    let done = move |allowed| {
        report.emit(if allowed { Copied::Done } else { Copied::Refused(copied.clone()) });
    };
    web::copy(&href, Callback::from(done));
}

/// A line that says that something was copied, and a dialog with the text where it was not.
pub fn outcome(lang: Lang, copied: &Copied) -> Html {
    let words = lang.strings();
    let text = if let Copied::Refused(text) = copied { text.clone() } else { String::new() };
    let toast = match copied {
        Copied::Done => words.copied.into(),
        Copied::Told(told) => told.clone(),
        Copied::Nothing | Copied::Refused(_) | Copied::Picture(_) => AttrValue::default(),
    };
    html! {
        <>
            <p class="toast" role="status">{ toast }</p>
            <dialog id="copy" aria-labelledby="copy-title">
                <h2 id="copy-title">{ words.copy_refused }</h2>
                if let Copied::Picture(address) = copied {
                    <img src={address.clone()} alt="" />
                } else {
                    <textarea readonly=true rows="4" value={text} aria-labelledby="copy-title" />
                }
                { close_button(lang) }
            </dialog>
        </>
    }
}

/// Closes the dialog it stands in: the starter sees to that, for every dialog of the page.
pub fn close_button(lang: Lang) -> Html {
    html! { <button type="button" class="close">{ lang.strings().close }</button> }
}
