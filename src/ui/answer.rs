//! What is told of a month beside its figure: against what, how it stands, and whether its change was more than its days
//! and its season.

use yew::prelude::{Html, html};

use super::Page;
use crate::facts::{self, Headline};
use crate::reading;
use crate::views::month::{self, Bars};

/// Changes as bars, the sentences, the question that they ask, its answer, and whose calculation that is.
pub fn answer(page: &Page) -> Html {
    let (data, format, words) = (page.data.0, page.format, page.lang.strings());
    let Some(facts) = facts::headline(data, page.state.vintage, page.state.month) else {
        return Html::default();
    };
    let beside = reading::beside(data, &facts, format);
    let answer = reading::answer(&facts, format).map(|it| {
        let told = html! {
            <>
                <p class="reading" aria-live="polite">{ it.sentence }</p>
                if let Some(Ok(it)) = facts.adjusted {
                    <p class="unit">
                        { words.adjusted }
                        if it.is_short {
                            { " " }{ words.adjusted_short }
                        }
                    </p>
                }
            </>
        };
        match facts.story {
            // The heading asks already.
            Some(it) => html! {
                <>
                    { told }
                    <p class="unit">
                        <a href={it.address} rel="noopener external" target="_blank" lang="en">
                            <bdi>{ it.outlet }</bdi>
                        </a>
                    </p>
                </>
            },
            None => html! {
                <details class="fold">
                    <summary>{ it.title }</summary>
                    { told }
                </details>
            },
        }
    });
    let class = if facts.story.is_some() { "unit" } else { "reading" };
    let beside = (!beside.is_empty()).then(|| html! { <p {class}>{ beside }</p> });
    html! {
        <>
            { changes(page, &facts) }
            if facts.story.is_some() {
                { answer.unwrap_or_default() }
                { beside.unwrap_or_default() }
            } else {
                { beside.unwrap_or_default() }
                { answer.unwrap_or_default() }
            }
        </>
    }
}

/// What the month is compared with, as bars from one line; on the month with its parts, where there are any.
fn changes(page: &Page, facts: &Headline) -> Html {
    let Bars { bars, claim, scale } = month::bars(facts, page.format);
    if bars.is_empty() {
        return Html::default();
    }
    let place = |percent: f64| (scale.along(percent) * 112.0).round() as i32;
    let zero = place(0.0);
    let line =
        |kind: &'static str, at: i32| html! { <path data-kind={kind} d={format!("M{at} 0V20")} /> };
    html! {
        <ul class="changes">
            if let Some(claim) = claim {
                <li data-kind="claim">{ (page.lang.strings().reported)(claim) }</li>
            }
            { for bars.into_iter().map(|it| html! { <>
                <li data-kind={it.kind}>
                    { it.label }{ " " }
                    <svg viewBox="0 0 112 20" aria-hidden="true">
                        <path data-kind={if it.percent < 0.0 { "fall" } else { "rise" }}
                            d={format!("M{zero} 4H{}V16H{zero}z", place(it.percent))} />
                        if let Some((low, high)) = it.range {
                            <path data-kind="range" d={format!("M{} 10H{}", place(low), place(high))} />
                        }
                        { line("zero", zero) }
                        { for claim.map(|it| line("claim", place(f64::from(it)))) }
                    </svg>
                    <bdi>{ it.text }</bdi>
                </li>
                if let Some(verdict) = it.verdict {
                    <li data-kind="verdict">{ verdict }</li>
                }
            </> }) }
        </ul>
    }
}
