//! The total taken apart: the tree of sub-sectors, a period, four views.

use crate::catalogue::{Block, ViewId};
use std::rc::Rc;

use yew::prelude::{AttrValue, Callback, Html, MouseEvent, hook, html, use_node_ref, use_state_eq};

use super::actions::foot;
use super::chart::{Explored, Explorer, readout_strip, use_scenes};
use super::controls::{Choice, Legend, choices, search, select};
use super::derived::Computed;
use super::lazy::BlockContent;
use super::table::use_folded_table;
use super::{Message, Page, lazy, on, patterns};
use crate::calendar::Span;
use crate::chart;
use crate::data::{Dataset, SectorId, SectorSet};
use crate::embedded::dataset;
use crate::i18n::Format;
use crate::query::{self, Heading};
use crate::state::{Action, Tristate};
use crate::table;
use crate::views::pairs::{breakdown_scene, breakdown_unit};

static EXPLORED: Explored = Explored {
    ids: ["breakdown-chart", "breakdown-table"],
    reading: |page| &page.derived.breakdown.reading,
    year: |_| 6,
    mark: |page, point| {
        Some((None, Some(page.derived.breakdown.facts.rows.get(point.index)?.heading)))
    },
    observations: |page, index| {
        let row = page.derived.breakdown.facts.rows.get(index);
        row.map_or(Vec::new(), |it| it.observation.into_iter().chain(it.base_observation).collect())
    },
    readout,
};

/// The block of the parts.
#[hook]
pub fn use_breakdown(page: &Rc<Page>) -> Html {
    let (data, words, format) = (page.data.0, page.lang.strings(), page.format);
    let state = &page.state;
    let Computed { facts, reading, .. } = &*page.derived.breakdown;
    let view = Some(state.breakdown).filter(|&it| it != ViewId::Pairs);
    let instead = lazy::instead(page, view, "breakdown-view");
    let tree = use_tree(page);
    let node = use_node_ref();
    let laid = &page.derived.breakdown.scenes;
    let scenes = use_scenes(&node, "breakdown-view", laid, (state.range, true), &|frame| {
        breakdown_scene(data, facts, format, frame)
    });
    let scene = &scenes[0];
    let rows = || page.derived.breakdown.table(data);
    let heading = (words.table_breakdown)(&format.span(facts.period));
    let ids = ("breakdown-table", "breakdown-rows");
    let table = use_folded_table(page, ids, heading, &reading.title, &rows);
    let newer = data.sectors.newer_part(state.sectors);
    let empty = scene.points.is_empty() || state.sectors.is_empty();
    let own = || BlockContent {
        title: reading.title.clone(),
        unit: breakdown_unit(facts, format),
        body: html! { <>
                    <p class="row">
                        { select("period", words.period.into(), period_groups(data, format, facts.period),
                            &page.dispatch) }
                    </p>
                    if state.sectors.is_empty() {
                        <p class="notice" role="status">{ words.nothing_chosen }</p>
                    } else {
                        if empty {
                            <p class="notice" role="status">{ words.nothing_in_range }</p>
                        }
                        <Explorer page={page.clone()} of={&EXPLORED} scenes={scenes.clone()} />
                    }
                    <p class="reading" aria-live="polite">{ reading.sentence.clone() }</p>
                    { table }
                    if let Some(newer) = newer {
                        <p class="unit">{ newer.note.get(page.lang).to_owned() }</p>
                    }
                    { foot(page, ViewId::Pairs) }
        </> },
    };
    let BlockContent { title, unit, body } = instead.unwrap_or_else(own);
    html! {
        <section class="block" id="breakdown" aria-labelledby="breakdown-title">
            { lazy::heading("breakdown-title", title, unit) }
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
    let (words, chosen) = (page.lang.strings(), page.state.breakdown);
    let views = Block::Breakdown
        .menu()
        .map(|it| Choice::new(Action::Show(it), page.lang.view(it), chosen == it))
        .collect();
    let legend = Legend { name: "chart", words: words.breakdown_legend.into(), shown: false };
    html! {
        <>
            { choices(legend, views, &page.dispatch) }
            { lazy::progress(page, chosen != ViewId::Pairs) }
        </>
    }
}

fn swatch(heading: Heading) -> Html {
    patterns::swatch(chart::ink(&dataset().sectors, heading))
}

fn readout(page: &Page, index: usize, sources: Message) -> Html {
    let (words, format) = (page.lang.strings(), page.format);
    let facts = &page.derived.breakdown.facts;
    let (Some(row), Some(whole)) = (facts.rows.get(index), &facts.whole) else {
        return Html::default();
    };
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
    let onclick = on::<MouseEvent>(&page.dispatch, sources);
    let figures = html! {
        <>
            { for figures.into_iter().map(|it| html! { <span>{ it }</span> }) }
            <span class="small">{ (words.status)(whole.status) }</span>
            <span class="row">
                <button type="button" class="link" {onclick}>{ words.source }</button>
            </span>
        </>
    };
    readout_strip(page.lang, table::heading_name(dataset(), row.heading, page.lang, true), figures)
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
    let choose = |set: SectorSet| on::<MouseEvent>(&page.dispatch, Action::Sectors(set));
    let branches = branch(SectorId::TOTAL, page, &sought);
    html! {
        <details class="tree controls" id="tree" open=true>
            <summary>{ (words.sectors)(count(page.state.sectors), count(all)) }</summary>
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
    let context_blocks = if found { "" } else { search };
    let children: Vec<Html> =
        data.sectors.children(node).filter_map(|it| branch(it, page, context_blocks)).collect();
    if !found && children.is_empty() {
        return None;
    }
    let state = page.state.tristate(data, node);
    let onchange = on::<yew::Event>(&page.dispatch, Action::Toggle(node));
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
