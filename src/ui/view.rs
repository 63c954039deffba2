//! How an exhibit stands on the page: one component for all views.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::{
    AttrValue, Callback, Event, Html, MouseEvent, Properties, component, html, use_memo,
    use_node_ref, use_state_eq,
};

use super::actions::{foot, in_record};
use super::chart::{Chart, LayoutCache, use_chart, use_scenes};
use super::controls::{Choice, pick, pick_any, pick_of};
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
use crate::views::{self, ViewInput, contributions};
use crate::web;

/// A view in the place of what its block shows at first.
pub fn instead(page: &Rc<Page>, view: ViewId, inside: &'static str) -> BlockContent {
    let exhibit = exhibit(page, view);
    let name = view.file();
    BlockContent {
        title: exhibit.reading.title.clone(),
        unit: exhibit.unit.clone(),
        picture: html! { <Seen key={name} page={page.clone()} {view} {inside} /> },
        picks: picks(&exhibit, page),
        told: html! { <>{ told(&exhibit) }<End key={name} page={page.clone()} {view} /></> },
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
        let exhibit = views::usual(view, &input).or_else(|| {
            // Where it has not come yet, its block shows the usual one.
            Some((page.takeaways.here()?.exhibit)(view, &input))
        });
        let exhibit = Rc::new(exhibit.unwrap_or_else(|| contributions::exhibit(&input)));
        made.retain(|it| it.0 != view);
        made.push((view, page.data, state, page.format, exhibit.clone()));
        exhibit
    })
}

#[derive(PartialEq, Properties)]
pub struct SeenProps {
    pub page: Rc<Page>,
    pub view: ViewId,
    /// The id of what it stands in, whose width is known before it is drawn.
    pub inside: &'static str,
}

/// The picture of a view, and what is said of the point that is looked at.
#[component]
pub fn Seen(props: &SeenProps) -> Html {
    let page = &*props.page;
    let words = page.lang.strings();
    let exhibit = exhibit(page, props.view);
    let laid = use_memo(Rc::as_ptr(&exhibit), |_| LayoutCache::default());
    let node = use_node_ref();
    let picture = &exhibit.picture;
    let of = (page.state.month.into(), true);
    let scenes = use_scenes(&node, props.inside, &laid, of, page.screen, &picture.draw);
    let at = use_state_eq(|| None::<(usize, usize)>);
    let place = |at: (usize, usize)| {
        scenes[0].points.iter().position(|it: &Point| (it.index, it.series) == at)
    };
    let cursor = at.and_then(place);
    let rest = picture.data.get(picture.rest);
    let said = at.and_then(|at| picture.data.iter().find(|it| it.at == at)).or(rest);
    let oncursor = {
        let (at, scenes) = (at.setter(), scenes.clone());
        Callback::from(move |place: Option<usize>| {
            let point = place.and_then(|place| scenes[0].points.get(place));
            at.set(point.map(|it| (it.index, it.series)));
        })
    };
    let sources = Message::Sources(said.map(|it| it.observations.clone()).unwrap_or_default());
    let id = |part: &str| AttrValue::from([exhibit.name, part].concat());
    let statuses = patterns::legend(&mut drawn(&scenes[0]), false, words);
    let rest = rest.and_then(|it| place(it.at));
    let readout = said.map(|it| readout(it, page, sources.clone()));
    let chart = Chart {
        id: id("-chart"),
        lang: page.lang,
        screen: page.screen,
        scenes,
        title: exhibit.reading.title.clone().into(),
        label: exhibit.reading.sentence.clone().into(),
        year: picture.year,
        cursor,
        rest,
        oncursor,
        onopen: on(&page.dispatch, sources),
        table: id("-table"),
    };
    let chart = use_chart(chart, readout);
    html! {
        <div ref={node}>
            if picture.data.is_empty() {
                <p class="notice" role="status">{ nothing_shown(page) }</p>
            } else {
                { chart }
            }
            if !picture.swatches.is_empty() {
                { swatches(&exhibit, page) }
            }
            if !statuses.is_empty() {
                <p class="unit">{ statuses.trim_start_matches(words.semicolon).to_owned() }</p>
            }
            if let Some(it) = &exhibit.beside {
                <p class="unit">{ it.clone() }</p>
            }
        </div>
    }
}

/// What can be chosen in a view.
pub fn picks(exhibit: &Exhibit, page: &Page) -> Html {
    exhibit.controls.iter().map(|it| control(it, page)).collect()
}

/// What a view says, and what has to be said with it.
pub fn told(exhibit: &Exhibit) -> Html {
    html! {
        <>
            <p class="reading" aria-live="polite">{ exhibit.reading.sentence.clone() }</p>
            { note(exhibit) }
        </>
    }
}

/// A note that is alone is read; several are folded away at the end.
fn note(exhibit: &Exhibit) -> Html {
    match &exhibit.notes[..] {
        [one] => html! { <p class="unit">{ one.clone() }</p> },
        _ => Html::default(),
    }
}

fn notes(exhibit: &Exhibit, page: &Page) -> Html {
    if exhibit.notes.len() < 2 {
        return Html::default();
    }
    html! {
        <details class="fold cited">
            <summary>{ (page.lang.strings().notes)(exhibit.notes.len()) }</summary>
            { for exhibit.notes.iter().map(|it| html! { <p class="unit">{ it.clone() }</p> }) }
        </details>
    }
}

#[derive(PartialEq, Properties)]
pub struct EndProps {
    pub page: Rc<Page>,
    pub view: ViewId,
    /// Whether its table stands elsewhere.
    #[prop_or_default]
    pub told: bool,
}

/// The end of a view: its table, its notes, where its figures come from, what can be taken away.
#[component]
pub fn End(props: &EndProps) -> Html {
    let page = &*props.page;
    let exhibit = exhibit(page, props.view);
    let id = |part: &str| AttrValue::from([exhibit.name, part].concat());
    let rows = exhibit.table.rows.len();
    let table = use_memo(Rc::as_ptr(&exhibit), |_| Shared(Rc::new(exhibit.table.clone())));
    let name = AttrValue::from((page.lang.strings().table_rows)(rows));
    let empty = nothing_shown(page);
    let table = use_fold(id("-table"), page, name, &|| {
        html! {
            <Rows id={id("-rows")} site={page.site.clone()}
                caption={AttrValue::from(exhibit.reading.title.clone())}
                table={(*table).clone()} {empty} dispatch={page.dispatch.clone()} />
        }
    });
    let cited = html! { <>{ cited(&exhibit.sources, page) }{ notes(&exhibit, page) }</> };
    let table = if props.told { Html::default() } else { table };
    foot(&props.page, props.view, cited, table)
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

fn control(control: &Control, page: &Page) -> Html {
    let (name, label) = (control.name, AttrValue::from(control.legend.clone()));
    let mut options =
        control.options.iter().map(|it| Choice::new(it.action, it.name.clone(), it.chosen));
    match &control.kind {
        Kind::One => pick(name, label, options.collect(), &page.dispatch),
        Kind::OneOfGroups(groups) => {
            let group = |&(heading, count): &(&'static str, usize)| -> (AttrValue, Vec<Choice>) {
                (heading.into(), options.by_ref().take(count).collect())
            };
            pick_of(name, label, groups.iter().map(group).collect(), &page.dispatch)
        }
        Kind::Any => {
            let chosen = control.options.iter().filter(|it| it.chosen).count();
            let value = (page.lang.strings().chosen_of)(chosen, control.options.len());
            let list = options.enumerate().map(|(place, it)| {
                html! {
                    <label key={place}>
                        <input type="checkbox" id={format!("{name}-{place}")} checked={it.chosen}
                            onchange={on::<Event>(&page.dispatch, it.asks)} />
                        { it.name }
                    </label>
                }
            });
            pick_any(name, label, value, list.collect())
        }
    }
}

/// Heading and figures of what is pointed at.
fn readout(said: &Datum, page: &Page, sources: Message) -> (Html, Html) {
    let words = page.lang.strings();
    let onclick = on::<MouseEvent>(&page.dispatch, sources);
    let figures = html! {
        <>
            { for said.figures.iter().map(|it| html! { <span>{ it.clone() }</span> }) }
            if let Some(status) = said.status {
                <span class="small">{ (words.status)(status) }</span>
            }
            if let Some(read) = &said.citation {
                { away(read, words.source) }
            } else if !said.observations.is_empty() && web::ANSWERS {
                <button type="button" class="link" {onclick}>{ words.source }</button>
            }
        </>
    };
    (said.heading.clone().into(), figures)
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
        Citations::InRecord => in_record(page),
        Citations::Both(pages) => html! { <>{ in_record(page) }{ folded(pages, page) }</> },
        Citations::Elsewhere { pages, .. } => folded(pages, page),
    }
}

fn folded(pages: &[Citation], page: &Page) -> Html {
    let pages = sorted_by_key(pages.iter(), |it| it.name.clone());
    html! {
        <details class="fold cited">
            <summary>{ (context::words(page.lang).sources)(pages.len()) }</summary>
            <ul class="legend small sources" lang="en">
                { for pages.into_iter().map(|it| html! { <li>{ away(it, &it.name) }</li> }) }
            </ul>
        </details>
    }
}
