//! How an exhibit stands on the page: one component for all views.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::{
    AttrValue, Callback, Event, Html, MouseEvent, Properties, component, html, use_memo,
    use_node_ref, use_state_eq,
};

use super::actions::takeaways;
use super::chart::{Chart, LayoutCache, readout_strip, use_chart, use_scenes};
use super::controls::{Choice, Legend, choices, select};
use super::fold::use_fold;
use super::lazy::BlockContent;
use super::table::{Rows, nothing_shown};
use super::{DatasetRef, Message, Page, Shared, on, patterns};
use crate::catalogue::ViewId;
use crate::chart::{Mark, Pattern, Point, Scene};
use crate::data::Status;
use crate::draw::Palette;
use crate::exhibit::{Citation, Citations, Control, Datum, Exhibit, Kind};
use crate::i18n::Format;
use crate::i18n::context;
use crate::order::sorted_by_key;
use crate::state::State;
use crate::views::{self, ViewInput};

#[derive(PartialEq, Properties)]
pub struct ShowProps {
    pub page: Rc<Page>,
    pub view: ViewId,
    /// The id of what it stands in, whose width is known before it is drawn.
    pub inside: &'static str,
    /// How deep its heading is: 2 for a block; 0 where the block has it.
    pub level: u8,
    /// What the fold of the table is called, where that is not how many rows it has.
    #[prop_or_default]
    pub table: Option<AttrValue>,
}

/// A view in the place of what its block shows at first.
pub fn instead(page: &Rc<Page>, view: ViewId, inside: &'static str) -> BlockContent {
    let exhibit = exhibit(page, view);
    let page = page.clone();
    let name = view.file();
    BlockContent {
        title: exhibit.reading.title.clone(),
        unit: exhibit.unit.clone(),
        body: html! { <Show key={name} {page} {view} {inside} level=0 /> },
    }
}

/// What a view shows of the page, made anew where something has changed that its block shows.
pub fn exhibit(page: &Page, view: ViewId) -> Rc<Exhibit> {
    type Made = (ViewId, DatasetRef, State, Format, Rc<Exhibit>);
    thread_local! {
        static MADE: RefCell<Vec<Made>> = const { RefCell::new(Vec::new()) };
    }
    MADE.with_borrow_mut(|made| {
        let state = page.state.concerning(&page.data, view.block());
        if let Some(it) = made
            .iter()
            .find(|it| (it.0, it.1, &it.2, it.3) == (view, page.data, &state, page.format))
        {
            return it.4.clone();
        }
        let input = ViewInput { state: &state, ..page.input() };
        let exhibit = Rc::new(views::exhibit(view, &input));
        made.retain(|it| it.0 != view);
        made.push((view, page.data, state, page.format, exhibit.clone()));
        exhibit
    })
}

/// A picture, and everything that goes with it.
#[component]
pub fn Show(props: &ShowProps) -> Html {
    let page = &*props.page;
    let words = page.lang.strings();
    let exhibit = exhibit(page, props.view);
    let laid = use_memo(Rc::as_ptr(&exhibit), |_| LayoutCache::default());
    let node = use_node_ref();
    let scenes = use_scenes(
        &node,
        props.inside,
        &laid,
        (page.state.month.into(), true),
        &exhibit.picture.draw,
    );
    let at = use_state_eq(|| None::<(usize, usize)>);
    let is_marked = |it: &Point| Some((it.index, it.series)) == *at;
    let cursor = scenes[0].points.iter().position(is_marked);
    let said = at.and_then(|at| exhibit.picture.data.iter().find(|it| it.at == at));
    let oncursor = {
        let (at, scenes) = (at.setter(), scenes.clone());
        Callback::from(move |place: Option<usize>| {
            let point = place.and_then(|place| scenes[0].points.get(place));
            at.set(point.map(|it| (it.index, it.series)));
        })
    };
    let sources = Message::Sources(said.map(|it| it.observations.clone()).unwrap_or_default());
    let id = |part: &str| AttrValue::from([exhibit.name, part].concat());
    let (reading, fold) = (&exhibit.reading, id("-table"));
    let statuses = patterns::legend(&mut drawn(&scenes[0]), false, words);
    let chart = use_chart(Chart {
        id: id("-chart"),
        lang: page.lang,
        screen: page.screen,
        scenes,
        title: reading.title.clone().into(),
        label: reading.sentence.clone().into(),
        year: exhibit.picture.year,
        cursor,
        oncursor,
        onopen: on(&page.dispatch, sources.clone()),
        table: fold.clone(),
    });
    let rows = exhibit.table.rows.len();
    let table = use_memo(Rc::as_ptr(&exhibit), |_| Shared(Rc::new(exhibit.table.clone())));
    let name = props.table.clone().unwrap_or_else(|| (words.table_rows)(rows).into());
    let empty = nothing_shown(page);
    let table = use_fold(fold, page, name, &|| {
        html! {
            <Rows id={id("-rows")} site={page.site.clone()} caption={AttrValue::from(reading.title.clone())}
                table={(*table).clone()} {empty} dispatch={page.dispatch.clone()} />
        }
    });
    let heading = reading.title.clone();
    html! {
        <>
            if props.level == 2 {
                <h2 id={id("-title")}>{ heading }</h2>
                <p class="unit">{ exhibit.unit.clone() }</p>
            }
            { for exhibit.controls.iter().map(|it| control(it, &page.dispatch)) }
            <div ref={node}>
                if !exhibit.picture.data.is_empty() {
                    { chart }
                    { readout(said, page, sources) }
                }
            </div>
            if !exhibit.picture.swatches.is_empty() {
                { swatches(&exhibit, page) }
            }
            { statuses }
            <p class="reading" aria-live="polite">{ reading.sentence.clone() }</p>
            { for exhibit.notes.iter().map(|it| html! { <p class="unit">{ it.clone() }</p> }) }
            { table }
            { cited(&exhibit.sources, page) }
            <div class="actions controls">{ takeaways(&props.page, props.view) }</div>
        </>
    }
}

/// How firm the figures are that a picture tells apart by pattern.
fn drawn(scene: &Scene) -> impl Iterator<Item = Status> {
    let has = |wanted: Pattern| {
        let is = |it: &Mark| matches!(it, Mark::Rect { pattern, .. } if *pattern == wanted);
        scene.marks.iter().any(is)
    };
    let provisional = has(Pattern::Hatched).then_some(Status::Provisional);
    provisional.into_iter().chain(has(Pattern::Hollow).then_some(Status::Derived))
}

fn control(control: &Control, dispatch: &Callback<Message>) -> Html {
    let each = || {
        let options = control.options.iter();
        options.map(|it| Choice::new(it.action, it.name.clone(), it.chosen)).collect::<Vec<_>>()
    };
    let legend = || AttrValue::from(control.legend.clone());
    match &control.kind {
        Kind::One => {
            choices(Legend { name: control.name, words: legend(), shown: false }, each(), dispatch)
        }
        Kind::OneOfList => {
            listed(select(control.name, legend(), vec![(legend(), each())], dispatch))
        }
        Kind::OneOfGroups(groups) => {
            let mut options = each().into_iter();
            let groups = groups
                .iter()
                .map(|&(heading, count)| (heading.into(), options.by_ref().take(count).collect()));
            listed(select(control.name, legend(), groups.collect(), dispatch))
        }
        Kind::Any => html! {
            <fieldset class="choices controls">
                <legend>{ legend() }</legend>
                { for each().into_iter().enumerate().map(|(place, it)| html! {
                    <label key={place}>
                        <input type="checkbox" id={format!("{}-{place}", control.name)}
                            checked={it.chosen} onchange={on::<Event>(dispatch, it.action)} />
                        { it.name }
                    </label>
                }) }
            </fieldset>
        },
    }
}

fn listed(list: Html) -> Html {
    html! { <p class="row">{ list }</p> }
}

fn readout(said: Option<&Datum>, page: &Page, sources: Message) -> Html {
    let Some(said) = said else {
        return readout_strip(page.lang, String::new(), Html::default());
    };
    let onclick = on::<MouseEvent>(&page.dispatch, sources);
    let figures = html! {
        <>
            { for said.figures.iter().map(|it| html! { <span>{ it.clone() }</span> }) }
            if let Some(read) = &said.citation {
                { away(read, page.lang.strings().source) }
            } else if !said.observations.is_empty() {
                <button type="button" class="link" {onclick}>{ page.lang.strings().source }</button>
            }
        </>
    };
    readout_strip(page.lang, said.heading.clone(), figures)
}

/// In the colours of the picture: the style sheet has none for the steps of heat.
fn swatches(exhibit: &Exhibit, page: &Page) -> Html {
    let palette = if page.screen.dark { Palette::Dark } else { Palette::Light };
    html! {
        <ul class="legend small">
            { for exhibit.picture.swatches.iter().map(|(ink, name)| html! {
                <li>{ patterns::patch(palette.css(*ink)) }{ name.clone() }</li>
            }) }
        </ul>
    }
}

/// Leads to a page outside.
fn away(to: &Citation, name: &str) -> Html {
    html! {
        <a href={to.url.clone()} title={to.name.clone()} rel="noopener external" target="_blank">
            <bdi>{ name.to_owned() }</bdi>
        </a>
    }
}

/// Where the figures were read: in the record, whose sources lead further, or elsewhere.
fn cited(sources: &Citations, page: &Page) -> Html {
    match sources {
        Citations::InRecord => html! { <p class="unit">{ page.lang.strings().source_line }</p> },
        Citations::Both(pages) => {
            html! { <>{ cited(&Citations::InRecord, page) }{ folded(pages, page) }</> }
        }
        Citations::Elsewhere { pages, .. } => folded(pages, page),
    }
}

fn folded(pages: &[Citation], page: &Page) -> Html {
    let pages = sorted_by_key(pages.iter(), |it| it.name.clone());
    html! {
        <details class="fold">
            <summary>{ (context::words(page.lang).sources)(pages.len()) }</summary>
            <ul class="legend small sources" lang="en">
                { for pages.into_iter().map(|it| html! { <li>{ away(it, &it.name) }</li> }) }
            </ul>
        </details>
    }
}
