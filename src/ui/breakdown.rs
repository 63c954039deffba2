//! The total taken apart: the views of the breakdown, and the tree of sub-sectors.

use std::rc::Rc;

use yew::prelude::{Callback, Html, MouseEvent, Properties, component, hook, html, use_state_eq};

use super::controls::{Choice, pick, pick_any, search};
use super::view::{End, Seen, exhibit, picks, told};
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
    let chosen = page.state.breakdown;
    let is_here = chosen == ViewId::Contributions || page.takeaways.here().is_some();
    let view = if is_here { chosen } else { ViewId::Contributions };
    let exhibit = exhibit(page, view);
    let tree = use_tree(page);
    let words = page.lang.strings();
    let views = Block::Breakdown.menu();
    let views = views.map(|it| Choice::new(Action::Show(it), page.lang.view(it), chosen == it));
    html! {
        <>
            { lazy::heading("breakdown-title", exhibit.reading.title.clone(), exhibit.unit.clone()) }
            <div class="two side">
                <div id="breakdown-view">
                    { lazy::asked(page, !is_here) }
                    <Seen key={view.file()} page={page.clone()} {view} inside="breakdown-view" />
                </div>
                <div>
                    <div class="picks controls">
                        { pick("chart", words.trend_legend, views.collect(), &page.dispatch) }
                        { picks(&exhibit, page) }
                        { tree }
                    </div>
                    { told(&exhibit) }
                </div>
            </div>
            <End key={view.file()} page={page.clone()} {view} />
        </>
    }
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
    let value = (words.chosen_of)(count(page.state.sectors), count(all));
    let list = html! {
        <>
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
        </>
    };
    pick_any("tree", words.sectors, value, list)
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
