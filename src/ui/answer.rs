//! What is told of a month beside its figure: against what, how it stands, and whether its change was more than its days
//! and its season.

use yew::prelude::{Html, html};

use super::Page;
use crate::adjustment::Log;
use crate::facts::{self, Change, Headline, PerDayChange};
use crate::reading;

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
    let beside = match facts.story {
        Some(_) => html! { <p class="unit">{ beside }</p> },
        None => html! { <p class="reading">{ beside }</p> },
    };
    html! {
        <>
            { changes(page, &facts) }
            if facts.story.is_some() {
                { answer.unwrap_or_default() }
                { beside }
            } else {
                { beside }
                { answer.unwrap_or_default() }
            }
        </>
    }
}

/// A change as a bar.
struct Bar {
    label: String,
    percent: f64,
    text: String,
    /// Of one that is uncertain, in per cent.
    range: Option<(f64, f64)>,
    /// How it stands beside the one above: nothing of its own, a part of it, or what of it remains.
    kind: Option<&'static str>,
    /// What may be said of it.
    verdict: Option<&'static str>,
}

/// What the month is compared with, as bars from one line; on the month with its parts, where there are any.
fn changes(page: &Page, facts: &Headline) -> Html {
    let (words, format) = (page.lang.strings(), page.format);
    let bar = |label: String, percent: f64, kind| Bar {
        label,
        percent,
        text: format.signed_percent(percent),
        range: None,
        kind,
        verdict: None,
    };
    let on = |it: &Change| bar((words.on_base)(&format.span(it.base)), it.percent(), None);
    let per_day = |it: &PerDayChange| bar(words.per_day.to_owned(), it.percent(), Some("part"));
    let adjusted = facts.adjusted.and_then(Result::ok);
    let mut bars: Vec<Bar> = facts.on_month.iter().map(on).collect();
    if let Some(it) = &adjusted {
        let left = it.change.left;
        let part = |label: &str, log: Log| bar(label.to_owned(), log.percent(), Some("part"));
        let rest = part(words.of_rest, left.change);
        bars.extend([
            part(words.of_days, it.change.days),
            part(words.of_season, it.change.season),
            Bar {
                text: format.signed_whole_percent(left.change.percent()),
                range: Some((left.low().percent(), left.high().percent())),
                kind: Some("rest"),
                verdict: Some(reading::verdict(it, format)),
                ..rest
            },
        ]);
        bars.extend(facts.on_year.iter().map(on));
    } else {
        bars.extend(facts.per_day_on_month.iter().map(per_day));
        bars.extend(facts.on_year.iter().map(on));
        bars.extend(facts.per_day_on_year.iter().map(per_day));
    }
    let claim = facts.story.map(|it| it.claim);
    let ends = bars.iter().flat_map(|it| {
        let (low, high) = it.range.unwrap_or_default();
        [it.percent, low, high]
    });
    let ends = ends.chain(claim.map(f64::from));
    // No narrower, so that a small change looks small.
    let (low, high) =
        ends.fold((-15.0, 15.0), |(low, high): (f64, f64), it| (low.min(it), high.max(it)));
    let rtl = page.lang.is_rtl();
    let place = |percent: f64| {
        let place = (percent - low) / (high - low);
        (if rtl { 1.0 - place } else { place } * 112.0).round() as i32
    };
    let zero = place(0.0);
    let line =
        |kind: &'static str, at: i32| html! { <path data-kind={kind} d={format!("M{at} 0V20")} /> };
    html! {
        <ul class="changes">
            if let Some(claim) = claim {
                <li data-kind="claim">{ (words.reported)(claim) }</li>
            }
            { for bars.iter().map(|it| html! { <>
                <li data-kind={it.kind}>
                    { it.label.clone() }{ " " }
                    <svg viewBox="0 0 112 20" aria-hidden="true">
                        <path data-kind={if it.percent < 0.0 { "fall" } else { "rise" }}
                            d={format!("M{zero} 4H{}V16H{zero}z", place(it.percent))} />
                        if let Some((low, high)) = it.range {
                            <path data-kind="range" d={format!("M{} 10H{}", place(low), place(high))} />
                        }
                        { line("zero", zero) }
                        { for claim.map(|it| line("claim", place(f64::from(it)))) }
                    </svg>
                    <bdi>{ it.text.clone() }</bdi>
                </li>
                if let Some(verdict) = it.verdict {
                    <li data-kind="verdict">{ verdict }</li>
                }
            </> }) }
        </ul>
    }
}
