//! The record through time: measures, frequencies, the range shown.

use std::rc::Rc;

use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, component, hook, html, use_node_ref,
    use_state_eq,
};

use super::actions::{foot, in_record};
use super::chart::{Chart, Scenes, use_chart, use_picture, use_scenes};
use super::controls::{Choice, Slider, pick, slider};
use super::derived::{Computed, Levels};
use super::fold::use_fold;
use super::lazy::BlockContent;
use super::table::nothing_shown;
use super::{Handle, Message, Page, Shared, Step, lazy, on, patterns};
use crate::calendar::{Frequency, Month, Span};
use crate::catalogue::{Block, ViewId};
use crate::chart::{self, Overview, Point};
use crate::data::Dataset;
use crate::measure::{self, Measure, Value};
use crate::reading;
use crate::state::{Action, QuickRange, longest_range};
use crate::views::time::{trend_scene, trend_unit};
use crate::web;

/// The block of the record.
#[hook]
pub fn use_trend(page: &Rc<Page>) -> Html {
    let (words, format) = (page.lang.strings(), page.format);
    let state = &page.state;
    let Computed { facts, reading, .. } = &*page.derived.trend;
    let chosen = Some(state.trend).filter(|&it| it != ViewId::Time);
    let instead = lazy::instead(page, chosen, "trend");
    let shown = instead.is_none();
    let range = use_range(page, shown);
    let node = use_node_ref();
    let laid = &page.derived.trend.scenes;
    let scenes =
        use_scenes(&node, "trend", laid, (state.month.into(), true), page.screen, &|frame| {
            trend_scene(facts, format, state.month, frame)
        });
    let measures = Measure::OFFERED.map(|it| {
        let name = (words.measure)(it, Frequency::Monthly);
        Choice::new(Action::Measure(it), name, state.measure == it)
    });
    let frequencies: Vec<Choice> = Frequency::ALL
        .into_iter()
        .filter(|&it| it.is_offered() && state.measure.applies_to(it))
        .map(|it| {
            let name = (words.frequency)(it);
            Choice::new(Action::Frequency(it), name, state.frequency == it)
        })
        .collect();
    let heading = (words.table_rows)(facts.values.len());
    let rows = || lazy::shown(page, &|it| (it.table)(page));
    let table = use_fold("trend-table".into(), page, heading.into(), &rows);
    let has_spans = facts.values.iter().any(|it| it.span.len() > state.frequency.months() as usize);
    let own = || BlockContent {
        title: reading::since(&page.data, facts, state.month, format)
            .unwrap_or_else(|| reading.title.clone()),
        unit: trend_unit(facts, format)
            + &patterns::legend(&mut facts.values.iter().map(|it| it.status), has_spans, words),
        picture: html! { <>
            if facts.values.is_empty() {
                <p class="notice" role="status">{ nothing_shown(page) }</p>
            }
            <Explorer page={page.clone()} scenes={scenes.clone()} />
        </> },
        picks: html! { <>
            { pick("measure", words.measure_legend, measures.into(), &page.dispatch) }
            if frequencies.len() > 1 {
                { pick("freq", words.frequency_legend, frequencies, &page.dispatch) }
            }
            { range }
        </> },
        told: html! { <>
            <p class="reading" aria-live="polite">{ reading.sentence.clone() }</p>
            { foot(page, ViewId::Time, in_record(page), table) }
        </> },
    };
    let BlockContent { title, unit, picture, picks, told } = instead.unwrap_or_else(own);
    let views = Block::Trend.menu();
    let views =
        views.map(|it| Choice::new(Action::Show(it), page.lang.view(it), state.trend == it));
    html! {
        <section class="block" id="trend" ref={node} aria-labelledby="trend-title">
            { lazy::heading("trend-title", title, unit) }
            { picture }
            { lazy::asked(page, chosen.is_some()) }
            <div class="picks controls">
                { pick("view", words.trend_legend, views.collect(), &page.dispatch) }
                { picks }
            </div>
            { told }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ExplorerProps {
    page: Rc<Page>,
    scenes: Shared<Scenes>,
}

/// The chart and its readout. A component of its own, so that to move through it draws nothing else of the block
/// again.
#[component]
fn Explorer(props: &ExplorerProps) -> Html {
    let page = &*props.page;
    let Computed { facts, reading, .. } = &*page.derived.trend;
    // The period stays pointed at when the chart becomes another.
    let at = use_state_eq(|| None::<Span>);
    let period = {
        let page = props.page.clone();
        move |it: &Point| Some(page.derived.trend.facts.values.get(it.index)?.span)
    };
    let points = &props.scenes[0].points;
    let cursor = points.iter().position(|it| at.is_some() && period(it) == *at);
    let index = cursor.and_then(|place| points.get(place)).map(|it| it.index);
    let oncursor = {
        let (at, scenes) = (at.setter(), props.scenes.clone());
        Callback::from(move |place: Option<usize>| {
            at.set(place.and_then(|place| period(scenes[0].points.get(place)?)));
        })
    };
    let value = index.and_then(|it| facts.values.get(it));
    let chosen = |it: &Point| {
        facts.values.get(it.index).is_some_and(|it| it.span.contains(page.state.month.into()))
    };
    let rest = points.iter().position(chosen).or(points.len().checked_sub(1));
    let told = value.or_else(|| facts.values.get(points.get(rest?)?.index));
    let sources = Message::Sources(told.map(|it| it.observations.clone()).unwrap_or_default());
    let readout = told.map(|it| readout(page, it, sources.clone()));
    let chart = Chart {
        id: "trend-chart".into(),
        lang: page.lang,
        screen: page.screen,
        scenes: props.scenes.clone(),
        title: reading.title.clone().into(),
        label: reading.sentence.clone().into(),
        year: 12 / page.state.frequency.months() as usize,
        cursor,
        rest,
        oncursor,
        onopen: on(&page.dispatch, sources.clone()),
        table: "trend-table".into(),
    };
    use_chart(chart, readout)
}

/// A period, its figure, what it is compared with, how firm it is.
fn readout(page: &Page, value: &Value, sources: Message) -> (Html, Html) {
    let (words, format) = (page.lang.strings(), page.format);
    let facts = &page.derived.trend.facts;
    let on_base = |it: &Value| {
        let base = it.base.map(|it| format!(" {}", (words.on_base)(&format.span(it))));
        let figure = format.signed_percent(it.value);
        html! { <span><bdi>{ figure }</bdi>{ base }</span> }
    };
    let changes = facts.changes.iter().filter_map(|it| it.iter().find(|it| it.span == value.span));
    let amount = format.money_exact(value.amount);
    let unit = facts.measure.unit();
    // A sum is named, lest it be taken for the month's.
    let (amount, computed) = match facts.measure {
        Measure::Level => (Some(amount), None),
        _ if unit == measure::Unit::Money => (None, Some(amount)),
        _ => (Some(amount), Some(format.value(unit, value.value))),
    };
    let computed = computed.map(|figure| {
        let name = (words.measure)(facts.measure, facts.frequency);
        // An index stands for itself: its base is in the unit.
        let base = value.base.filter(|_| facts.measure != Measure::Index);
        let base = base.map(|it| format!(" {}", (words.on_base)(&format.span(it))));
        html! { <span>{ name }{ ": " }<bdi>{ figure }</bdi>{ base }</span> }
    });
    let other = facts.other_change(value).map(|it| {
        html! { <span class="small">{ words.other_change }{ ": " }<bdi>
            { format.signed_percent(it.change.percent()) }
        </bdi></span> }
    });
    let month = value.span.end();
    let shown = page.state.month == month || !value.span.is_month();
    let dispatch = page.dispatch.clone();
    let onheadline = move |_: MouseEvent| {
        dispatch.emit(Action::Month(month).into());
        // The button goes away; the focus stays beside it.
        web::focus("trend-chart");
    };
    let onsource = on::<MouseEvent>(&page.dispatch, sources);
    let figures = html! {
        <>
            if let Some(it) = amount {
                <span>{ it }</span>
            }
            { computed.unwrap_or_default() }
            { for changes.map(on_base) }
            { other.unwrap_or_default() }
            <span class="small">{ (words.status)(value.status) }</span>
            if web::ANSWERS {
                <button type="button" class="link" onclick={onsource}>{ words.source }</button>
            }
        </>
    };
    let heading = format.span(value.span);
    let heading = if shown || !web::ANSWERS {
        heading.into()
    } else {
        html! {
            <button type="button" class="link" onclick={onheadline} title={words.make_headline}>
                { heading }
            </button>
        }
    };
    (heading, figures)
}

/// The months shown: quick choices, and for a span of the reader's own two handles over all months.
#[hook]
fn use_range(page: &Page, shown: bool) -> Html {
    let (data, words, format) = (page.data, page.lang.strings(), page.format);
    let range = page.state.range;
    let node = use_node_ref();
    let Levels { values, ranges, overview } = &*page.derived.levels;
    let [.., longest] = *ranges;
    let own = page.own_span || !ranges.contains(&range);
    let shown = shown && own;
    let scenes = use_scenes(&node, "range-view", overview, (range, shown), page.screen, &|frame| {
        chart::overview(&Overview { values, longest, range }, frame)
    });
    let picture = use_picture(page.lang, (page.screen, shown), &scenes, AttrValue::default());
    let place = |month: Month| month.since(longest.start());
    let quick = QuickRange::OFFERED.iter().zip(ranges).map(|(&it, &span)| {
        Choice::new(Action::Range(span), (words.quick_range)(it), span == range && !own)
    });
    let name = if own { format.span(range) } else { words.range_own.to_owned() };
    let quick = quick.chain([Choice::new(Message::OwnSpan, name, own)]);
    let (from, to, last) = (place(range.start()), place(range.end()), place(longest.end()));
    let at = |id, label, month, allowed, on| {
        let spoken = format.month(month);
        let slider =
            Slider { id, label, last, allowed, value: place(month), spoken, range, on, data };
        self::slider(slider, &page.dispatch)
    };
    html! { <>
        { pick("range", words.range_legend, quick.collect(), &page.dispatch) }
        if own && web::ANSWERS {
            <div class="over brush" id="range-view" ref={node}>
                { picture }
                { at("from", words.range_from, range.start(), 0..=to, starting) }
                { at("to", words.range_to, range.end(), from..=last, ending) }
            </div>
        }
    </> }
}

/// `range`, but starting at a place in the longest.
fn starting(data: &Dataset, range: Span, place: i32) -> Step {
    within(Span::new(longest_range(data).start().plus(place), range.end()), range, Handle::From)
}

/// `range`, but ending at a place in the longest.
fn ending(data: &Dataset, range: Span, place: i32) -> Step {
    within(Span::new(range.start(), longest_range(data).start().plus(place)), range, Handle::To)
}

fn within(span: Option<Span>, range: Span, handle: Handle) -> Step {
    Step { action: Action::Range(span.unwrap_or(range)), slider: Some(handle) }
}
