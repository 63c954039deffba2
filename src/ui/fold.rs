//! What is folded away until asked for.

use web_sys::Element;
use yew::prelude::{AttrValue, Callback, Event, Html, TargetCast, hook, html, use_state_eq};

use super::{Message, Page};
use crate::web;

/// `content` under a heading that opens it. A program draws it when it is opened or printed; a static
/// page holds it from the start, so that it can be opened, found and printed without one.
#[hook]
pub fn use_fold(
    id: AttrValue,
    page: &Page,
    heading: AttrValue,
    content: &dyn Fn() -> Html,
) -> Html {
    let open = use_state_eq(|| !web::ANSWERS);
    let ontoggle = {
        let (open, dispatch) = (open.setter(), page.dispatch.clone());
        Callback::from(move |event: Event| {
            let details: Element = event.target_unchecked_into();
            open.set(details.has_attribute("open"));
            // Much of what is folded away is not in the first part of the program.
            dispatch.emit(Message::Load);
        })
    };
    html! {
        <details {id} class="fold" {ontoggle}>
            <summary>{ heading }</summary>
            if *open || page.screen.printing {
                { content() }
            }
        </details>
    }
}
