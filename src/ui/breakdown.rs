//! The total taken apart: the views of the breakdown, and the tree of sub-sectors.

use std::rc::Rc;

use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, component, hook, html, use_state_eq,
};

use super::controls::{Choice, Legend, choices, search};
use super::view::{Show, exhibit};
use super::{Page, lazy, on, patterns};
use crate::catalogue::{Block, ViewId};
use crate::chart;
use crate::data::{SectorId, SectorSet};
use crate::embedded::dataset;
use crate::i18n::breakdown;
use crate::query::Heading;
use crate::state::{Action, Tristate};
use crate::table;

#[derive(PartialEq, Properties)]
pub struct BreakdownProps {
    pub page: Rc<Page>,
}

/// What the section of the block holds.
#[component]
pub fn Breakdown(props: &BreakdownProps) -> Html {
    let page = &props.page;
    let view = page.state.breakdown;
    let exhibit = exhibit(page, view);
    let tree = use_tree(page);
    let words = page.lang.strings();
    let nothing = match &*exhibit.picture.data {
        [] if page.state.sectors.is_empty() => Some(words.nothing_chosen),
        [] => Some(words.nothing_in_range),
        _ => None,
    };
    // Of the other views the table is of more than one period.
    let period = (view == ViewId::Pairs).then(|| page.format.span(page.state.period(&page.data)));
    let table =
        period.map(|it| AttrValue::from((breakdown::words(page.lang).table_breakdown)(&it)));
    html! {
        <>
            { lazy::heading("breakdown-title", exhibit.reading.title.clone(), exhibit.unit.clone()) }
            <div class="two">
                <div id="breakdown-view">
                    { switch(page) }
                    if let Some(nothing) = nothing {
                        <p class="notice" role="status">{ nothing }</p>
                    }
                    <Show key={view.file()} page={page.clone()} {view} inside="breakdown-view" level=0 {table} />
                </div>
                { tree }
            </div>
        </>
    }
}

/// What chooses between ways to take the total apart.
fn switch(page: &Page) -> Html {
    let views = Block::Breakdown
        .menu()
        .map(|it| Choice::new(Action::Show(it), page.lang.view(it), page.state.breakdown == it))
        .collect();
    let legend = Legend {
        name: "chart",
        words: breakdown::words(page.lang).breakdown_legend.into(),
        shown: false,
    };
    choices(legend, views, &page.dispatch)
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
            { search(breakdown::words(page.lang).find_sector, onsearch) }
            <p class="row">
                <button type="button" onclick={choose(all)}>{ breakdown::words(page.lang).all }</button>
                <button type="button" onclick={choose(SectorSet::EMPTY)}>{ breakdown::words(page.lang).none }</button>
            </p>
            if let Some(branches) = branches {
                <ul>{ branches }</ul>
            } else {
                <p class="small" role="status">{ breakdown::words(page.lang).no_such_sector }</p>
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
                { patterns::swatch(chart::ink(&data.sectors, Heading::Sector(node))) }
                <span>{ sector.short.get(page.lang).to_owned() }</span>
            </label>
            if !children.is_empty() {
                <ul>{ for children }</ul>
            }
        </li>
    })
}
