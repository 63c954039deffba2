//! The total taken apart: the tree of sub-sectors, a period, four views.

use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, component, hook, html, use_node_ref, use_state_eq,
};

use super::actions::foot;
use super::chart::{Chart, Mark, readout_strip, use_chart, use_scenes};
use super::controls::{Choice, Legend, choices, search, select};
use super::desk::Instead;
use super::shown::Told;
use super::table::use_folded_table;
use super::{Ask, BlockProps, Page, asks, desk, patterns};
use crate::calendar::Span;
use crate::chart::{self, Point};
use crate::data::{Dataset, ObservationId, SectorId, SectorSet, Status};
use crate::embedded::dataset;
use crate::facts::Breakdown as Facts;
use crate::i18n::Format;
use crate::instruments::Instrument;
use crate::instruments::basics::{breakdown_scene, breakdown_unit};
use crate::query::{self, Heading};
use crate::table;
use crate::view::{Action, Breakdown, Tristate};

#[component]
pub fn BreakdownBlock(props: &BlockProps) -> Html {
    let page = &*props.page;
    let (data, words, format) = (page.data.0, page.lang.strings(), page.format);
    let view = &page.view;
    let Told { facts, reading, .. } = &*page.shown.breakdown;
    let instrument = Instrument::of_breakdown(view.breakdown);
    let instead = desk::instead(&props.page, instrument, "breakdown-view");
    let tree = use_tree(page);
    let node = use_node_ref();
    let laid = &page.shown.breakdown.scenes;
    let scenes = use_scenes(&node, "breakdown-view", laid, (view.range, true), &|frame| {
        breakdown_scene(data, facts, format, frame)
    });
    let scene = &scenes[0];
    let rows = || page.shown.breakdown.table(data);
    let heading = (words.table_breakdown)(&format.span(facts.period));
    let ids = ("breakdown-table", "breakdown-rows");
    let table = use_folded_table(page, ids, heading, &reading.title, &rows);
    let mark = use_state_eq(|| None::<Mark>);
    let cursor = scene.points.iter().position(|it| mark.is_some() && marked(facts, it) == *mark);
    let pointed = cursor
        .and_then(|place| scene.points.get(place))
        .and_then(|point| pointed(facts, point.index, format));
    let oncursor = {
        let (mark, scenes) = (mark.setter(), scenes.clone());
        let told = page.shown.breakdown.clone();
        Callback::from(move |place: Option<usize>| {
            let point = place.and_then(|place| scenes[0].points.get(place));
            mark.set(point.and_then(|point| marked(&told.facts, point)));
        })
    };
    let sources =
        Ask::Sources(pointed.as_ref().map(|it| it.observations.clone()).unwrap_or_default());
    let newer = data.sectors.newer_part(view.sectors);
    let chart = use_chart(Chart {
        id: "breakdown-chart".into(),
        lang: page.lang,
        screen: page.screen,
        shown: instead.is_none(),
        scenes: scenes.clone(),
        title: reading.title.clone().into(),
        label: reading.sentence.clone().into(),
        year: 6,
        cursor,
        oncursor,
        onopen: asks(&page.ask, sources.clone()),
        table: "breakdown-table".into(),
    });
    let empty = scene.points.is_empty() || view.sectors.is_empty();
    let own = || Instead {
        title: reading.title.clone(),
        unit: breakdown_unit(facts, format),
        body: html! { <>
                    <p class="row">
                        { select("period", words.period.into(), period_groups(data, format, facts.period),
                            &page.ask) }
                    </p>
                    if view.sectors.is_empty() {
                        <p class="notice" role="status">{ words.nothing_chosen }</p>
                    } else {
                        if empty {
                            <p class="notice" role="status">{ words.nothing_in_range }</p>
                        }
                        { chart }
                        { readout(pointed, page, sources) }
                    }
                    <p class="reading" aria-live="polite">{ reading.sentence.clone() }</p>
                    { table }
                    if let Some(newer) = newer {
                        <p class="unit">{ newer.note.get(page.lang).to_owned() }</p>
                    }
                    { foot(&props.page, Instrument::Parts) }
        </> },
    };
    let Instead { title, unit, body } = instead.unwrap_or_else(own);
    html! {
        <section class="block" id="breakdown" aria-labelledby="breakdown-title">
            { desk::heading("breakdown-title", title, unit) }
            <div class="two">
                // Always there, so that its width is known whatever it holds.
                <div id="breakdown-view" ref={node}>
                    { switch(page) }
                    { body }
                </div>
                { tree }
            </div>
        </section>
    }
}

/// What chooses between ways to take the total apart.
fn switch(page: &Page) -> Html {
    let (words, chosen) = (page.lang.strings(), page.view.breakdown);
    let views = Breakdown::ALL
        .map(|it| Choice::new(Action::Breakdown(it), (words.breakdown)(it), chosen == it));
    let legend = Legend { name: "chart", words: words.breakdown_legend.into(), shown: false };
    html! {
        <>
            { choices(legend, views.into(), &page.ask) }
            { desk::progress(page, Instrument::of_breakdown(chosen).is_some()) }
        </>
    }
}

fn swatch(heading: Heading) -> Html {
    patterns::swatch(chart::ink(&dataset().sectors, heading))
}

fn marked(facts: &Facts, point: &Point) -> Option<Mark> {
    Some((None, Some(facts.rows.get(point.index)?.heading)))
}

/// What the readout says of a point.
struct Pointed {
    heading: String,
    figures: Vec<String>,
    status: Status,
    observations: Vec<ObservationId>,
}

fn pointed(facts: &Facts, index: usize, format: Format) -> Option<Pointed> {
    let words = format.lang.strings();
    let row = facts.rows.get(index)?;
    let mut figures = vec![format.money_exact(row.now)];
    if let Some(share) = row.share {
        figures.push(format!("{}: {}", words.share, format.percent(share * 100.0)));
    }
    if let (Some(before), Some(change)) = (row.before, row.change) {
        let base = (words.on_base)(&format.span(facts.base));
        let change = format.signed_percent(change * 100.0);
        let before = format.money_exact(before);
        figures.push(format!("\u{2066}{change}\u{2069} {base} ({before})"));
    }
    if let Some(points) = row.contribution {
        let points = format.signed_points(points);
        let name = words.contribution;
        figures.push(format!("{name}: \u{2066}{points}\u{2069} {}", words.points));
    }
    Some(Pointed {
        heading: table::heading_name(dataset(), row.heading, format.lang, true),
        figures,
        status: facts.whole.as_ref()?.status,
        observations: row.observation.into_iter().chain(row.base_observation).collect(),
    })
}

fn readout(pointed: Option<Pointed>, page: &Page, sources: Ask) -> Html {
    let (lang, words) = (page.lang, page.lang.strings());
    let Some(pointed) = pointed else {
        return readout_strip(lang, String::new(), Html::default());
    };
    let onclick = asks::<MouseEvent>(&page.ask, sources);
    let figures = html! {
        <>
            { for pointed.figures.into_iter().map(|it| html! { <span>{ it }</span> }) }
            <span class="small">{ (words.status)(pointed.status) }</span>
            <span class="row">
                <button type="button" class="link" {onclick}>{ words.source }</button>
            </span>
        </>
    };
    readout_strip(lang, pointed.heading, figures)
}

/// Periods with a published division, newest first, by kind.
fn period_groups(data: &Dataset, format: Format, period: Span) -> Vec<(AttrValue, Vec<Choice>)> {
    let words = format.lang.strings();
    let periods = query::periods(data);
    let group = |heading: &'static str, holds: fn(Span) -> bool| {
        let options: Vec<Choice> = periods
            .iter()
            .rev()
            .copied()
            .filter(|&it| holds(it))
            .map(|it| Choice::new(Action::Period(it), format.span(it), it == period))
            .collect();
        (AttrValue::from(heading), options)
    };
    let to_date = |it: Span| it.fiscal_year_to_date().is_some() && !it.is_month();
    vec![
        group(words.periods_to_date, to_date),
        group(words.periods_months, Span::is_month),
        group(words.periods_spans, |it| it.fiscal_year_to_date().is_none() && !it.is_month()),
    ]
}

/// The sub-sectors as a tree of check boxes, parents with three states.
#[hook]
fn use_tree(page: &Page) -> Html {
    let (data, words) = (dataset(), page.lang.strings());
    let sought = use_state_eq(String::new);
    let onsearch = {
        let sought = sought.setter();
        Callback::from(move |text: String| sought.set(text.trim().to_owned()))
    };
    let all = data.sectors.all();
    let count = |set: SectorSet| {
        data.sectors
            .ids()
            .filter(|&id| data.sectors.is_leaf(id))
            .filter(|&id| {
                !data.sectors.is_bundle(id) && set.contains(id.into()) && all.contains(id.into())
            })
            .count()
    };
    let choose = |set: SectorSet| asks::<MouseEvent>(&page.ask, Action::Sectors(set));
    let branches = branch(SectorId::TOTAL, page, &sought);
    html! {
        <details class="tree controls" id="tree" open=true>
            <summary>{ (words.sectors)(count(page.view.sectors), count(all)) }</summary>
            { search(words.find_sector, onsearch) }
            <p class="row">
                <button type="button" onclick={choose(all)}>{ words.all }</button>
                <button type="button" onclick={choose(SectorSet::EMPTY)}>{ words.none }</button>
            </p>
            if let Some(branches) = branches {
                <ul>{ branches }</ul>
            } else {
                <p class="small" role="status">{ words.no_such_sector }</p>
            }
        </details>
    }
}

/// A node and what is below it, as far as it or anything below matches the search.
fn branch(node: SectorId, page: &Page, search: &str) -> Option<Html> {
    let data = dataset();
    let sector = data.sectors.get(node);
    let found =
        [&sector.name.en, &sector.name.ur, &sector.short.en, &sector.short.ur, &sector.ebops]
            .into_iter()
            .any(|name| table::holds(name, search));
    // What matches is shown with all that is below it.
    let below = if found { "" } else { search };
    let children: Vec<Html> =
        data.sectors.children(node).filter_map(|it| branch(it, page, below)).collect();
    if !found && children.is_empty() {
        return None;
    }
    let state = page.view.tristate(data, node);
    let onchange = asks::<yew::Event>(&page.ask, Action::Toggle(node));
    let id = format!("sector-{}", sector.code);
    Some(html! {
        <li key={sector.code.clone()}>
            <label>
                <input type="checkbox" {id} checked={state == Tristate::On}
                    ~indeterminate={state == Tristate::Mixed} {onchange} />
                { swatch(Heading::Sector(node)) }
                <span>{ sector.short.get(page.lang).to_owned() }</span>
            </label>
            if !children.is_empty() {
                <ul>{ for children }</ul>
            }
        </li>
    })
}
