//! Whether a month's change was more than its days and its season.

use yew::prelude::{Html, html};

use super::Page;
use crate::facts::Headline;
use crate::reading;

/// The question, the answer, and whose calculation it is.
pub fn answer(page: &Page, facts: &Headline) -> Html {
    let words = page.lang.strings();
    let Some(answer) = reading::real(facts, page.format) else { return Html::default() };
    html! {
        <aside class="aside">
            <h3>{ answer.title }</h3>
            <p>{ answer.sentence }</p>
            if let Some(Ok(it)) = facts.adjusted {
                <p class="small">
                    { words.adjusted }
                    if it.is_short {
                        { " " }{ words.adjusted_short }
                    }
                </p>
            }
            if let Some(it) = facts.story {
                <a href={it.address} rel="noopener external" target="_blank" lang="en">
                    <bdi>{ it.outlet }</bdi>
                </a>
            }
        </aside>
    }
}
