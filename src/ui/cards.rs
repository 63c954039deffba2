//! Drivers and obstacles: a card each, and one end for all of them.

use std::rc::Rc;

use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_memo, use_node_ref,
    use_state_eq,
};

use super::chart::{Chart, LayoutCache, use_chart, use_scenes};
use super::fold::use_fold;
use super::view::{End, exhibit};
use super::{Message, Page, on};
use crate::address::PageKind;
use crate::catalogue::ViewId;
use crate::data::context::FigureKind;
use crate::embedded::context;
use crate::i18n::context::words;
use crate::views::driver::{self, Listed, ListedFigure};
use crate::views::drivers;
use crate::web;

/// The block.
pub fn cards(page: &Rc<Page>) -> Html {
    let input = page.input();
    let reading = drivers::finding(&input);
    html! {
        <>
            <h2 id="drivers-title">{ reading.title }</h2>
            <p class="reading">{ reading.sentence }</p>
            <p class="kinds small">
                { for drivers::kinds(&input).into_iter().map(|(it, text)| html! {
                    <span>{ kind(it) }{ text }</span>
                }) }
            </p>
            <div class="cards">
                { for (0..context().drivers.len()).map(|place| html! {
                    <Card key={place} page={page.clone()} {place} />
                }) }
            </div>
            if matches!(page.site.place.kind, PageKind::Embed(_)) {
                { lines(page) }
            }
            <End page={page.clone()} view={ViewId::Drivers} />
        </>
    }
}

/// What a small frame shows of the cards.
fn lines(page: &Page) -> Html {
    let cards = (0..context().drivers.len()).filter_map(|it| driver::card(&page.input(), it));
    html! {
        <ul class="lines">
            { for cards.map(|it| html! {
                <li><span>{ kind(it.kind) }{ it.name }</span><b><bdi>{ it.figure }</bdi></b></li>
            }) }
        </ul>
    }
}

/// The mark of a kind: full, half full, empty.
fn kind(kind: Option<FigureKind>) -> Html {
    const RING: &str = "M6 1a5 5 0 1 1 0 10A5 5 0 1 1 6 1";
    let path = match kind {
        None => return Html::default(),
        Some(FigureKind::Official) => [RING, ""],
        Some(FigureKind::Estimate) => [RING, "M6 2.5a3.5 3.5 0 1 1 0 7"],
        Some(FigureKind::Claim) => [RING, "M6 2.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7"],
    };
    html! {
        <svg class="kind" viewBox="0 0 12 12" aria-hidden="true">
            <path fill-rule="evenodd" d={path.concat()} />
        </svg>
    }
}

#[derive(PartialEq, Properties)]
struct CardProps {
    page: Rc<Page>,
    place: usize,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let (page, place) = (&props.page, props.place);
    let words = words(page.lang);
    let exhibit = exhibit(page, ViewId::Driver(place));
    let card = use_memo(Rc::as_ptr(&exhibit), |_| driver::card(&page.input(), place));
    let laid = use_memo(Rc::as_ptr(&exhibit), |_| LayoutCache::default());
    let node = use_node_ref();
    let month = page.state.month.into();
    let scenes =
        use_scenes(&node, "card-0", &laid, (month, true), page.screen, &exhibit.picture.draw);
    let cursor = use_state_eq(|| None::<usize>);
    let point = cursor.and_then(|it| scenes[0].points.get(it));
    let said =
        point.and_then(|at| exhibit.picture.data.iter().find(|it| it.at == (at.index, at.series)));
    let sources = said.map_or_else(Vec::new, |it| it.observations.clone());
    let oncursor = {
        let cursor = cursor.setter();
        Callback::from(move |it| cursor.set(it))
    };
    let id = |part: &str| AttrValue::from([exhibit.name, part].concat());
    let chart = Chart {
        id: id("-chart"),
        lang: page.lang,
        screen: page.screen,
        scenes: scenes.clone(),
        title: exhibit.reading.title.clone().into(),
        label: exhibit.reading.title.clone().into(),
        year: exhibit.picture.year,
        cursor: *cursor,
        rest: scenes[0].points.len().checked_sub(1),
        oncursor,
        onopen: on(&page.dispatch, Message::Sources(sources)),
        table: id("-figures"),
    };
    let chart = use_chart(chart, None);
    let (differing, all): (&[Listed], &[Listed]) =
        card.as_ref().as_ref().map_or((&[], &[]), |it| (&it.differing, &it.all));
    let count = all.iter().map(|it| it.figures.len()).sum();
    let differ = (words.differ)(differing.len());
    let differ = use_fold(id("-differ"), page, differ.into(), &|| list(page, differing));
    let figures = (words.figures_and_sources)(count);
    let figures = use_fold(id("-figures"), page, figures.into(), &|| {
        html! {
            <>
                { list(page, all) }
                { for exhibit.notes.iter().map(|it| html! { <p class="unit">{ it.clone() }</p> }) }
                { links(page, place) }
            </>
        }
    });
    let Some(card) = &*card else { return Html::default() };
    html! {
        <article class="card" id={format!("card-{place}")}>
            <h3>{ card.name.clone() }</h3>
            <p class="big"><bdi>{ card.figure.clone() }</bdi></p>
            // At rest what the figure is, else what is pointed at.
            <p class="line small" role="status">
                if let Some(said) = said {
                    <b>{ said.heading.clone() }</b>
                    { ": " }
                    { said.figures.join(page.lang.strings().comma) }
                } else {
                    { kind(card.kind) }
                    <b>{ card.kind.map_or("", words.said) }</b>
                    { " " }
                    { card.line.clone() }
                }
            </p>
            <div ref={node}>{ chart }</div>
            <p class="text">{ card.text.clone() }</p>
            <div>
                if !differing.is_empty() {
                    { differ }
                }
                { figures }
            </div>
        </article>
    }
}

/// Figures below the names of what they are of, a line each.
fn list(page: &Page, listed: &[Listed]) -> Html {
    html! {
        <dl class="small">
            { for listed.iter().map(|of| html! {
                <>
                    <dt>{ of.name.clone() }</dt>
                    { for of.figures.iter().map(|it| html! { <dd>{ line(page, it) }</dd> }) }
                </>
            }) }
        </dl>
    }
}

fn line(page: &Page, it: &ListedFigure) -> Html {
    let source = page.lang.strings().source;
    html! {
        <>
            { kind(Some(it.kind)) }
            <span class="hidden">{ (words(page.lang).said)(it.kind) }</span>
            <b>{ it.value.clone() }</b>
            { " " }
            { page.format.span(it.period) }
            { " " }
            if let Some(read) = &it.citation {
                <a href={read.url.clone()} rel="noopener external" target="_blank">
                    { read.name.clone() }
                </a>
            } else if web::ANSWERS {
                <button type="button" class="link"
                    onclick={on::<MouseEvent>(&page.dispatch, Message::Sources(it.observations.clone()))}>
                    { source }
                </button>
            }
            { " " }
            { it.note.clone() }
        </>
    }
}

/// Months and sub-sectors that a card bears on.
fn links(page: &Page, place: usize) -> Html {
    let links = driver::bears_on(&page.data, context(), page.format, place);
    html! {
        <ul class="small">
            { for links.into_iter().map(|(text, action)| {
                let state = page.state.update(&page.data, action);
                html! { <li><a href={page.site.address(&page.data, &state)}>{ text }</a></li> }
            }) }
        </ul>
    }
}
