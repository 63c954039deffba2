//! The blocks further down: breakdown, drivers, peers, targets. They belong to the document, which holds
//! them from the start, and are taken over where they stand once the second part of the program is there.

use std::rc::Rc;

use yew::prelude::{
    AttrValue, Html, Properties, component, create_portal, html, use_effect_with, use_memo,
};

use super::breakdown::Breakdown;
use super::cards;
use super::table::Rows;
use super::view::{End, Seen, exhibit, picks, told};
use super::{Page, Shared, lazy};
use crate::address::PageKind;
use crate::catalogue::{Block, ViewId};
use crate::embedded::dataset;
use crate::state::State;
use crate::views;
use crate::web;
use crate::{facts, reading};

/// Those that the document has, and under the method how the trend's figure is computed.
pub fn all(page: &Rc<Page>) -> Html {
    let blocks = Block::LATER.into_iter().filter(|it| web::element(it.code()).is_some());
    let explained = web::element("explained").map(|it| create_portal(explanation(page), it));
    html! {
        <>
            { for blocks.map(|block| html! {
                <Mounted key={block.code()} page={page.clone()} {block} />
            }) }
            { explained.unwrap_or_default() }
        </>
    }
}

/// The trend's measure with the figures at hand, then the order of processing with the reader's choices.
fn explanation(page: &Page) -> Html {
    let (data, state) = (&*page.data, &page.state);
    let value = facts::value_of_month(data, state);
    let lines = value.map(|it| reading::explain(data, state, &it, page.format));
    let lines = lines.unwrap_or_default();
    lines.into_iter().map(|it| html! { <p class="unit">{ it }</p> }).collect()
}

#[derive(PartialEq, Properties)]
struct MountedProps {
    page: Rc<Page>,
    block: Block,
}

/// A block in the place of what the document had there.
#[component]
fn Mounted(props: &MountedProps) -> Html {
    let host = use_memo((), |()| web::host(props.block.code()));
    use_effect_with(host.clone(), |host| {
        if let Some(host) = &**host {
            web::take_over(host);
        }
    });
    let content = || whole(&props.page, props.block);
    host.as_ref().as_ref().map_or_else(Html::default, |host| create_portal(content(), host.clone()))
}

/// On a static page: everything where the block stands alone; elsewhere what it finds, and the way to
/// everything, if there is one.
pub fn static_view(page: &Rc<Page>) -> Html {
    let kind = page.site.place.kind;
    let blocks = Block::LATER.into_iter().filter(|&block| match kind {
        PageKind::Embed(only) => only == block,
        _ if !block.is_offered() => false,
        PageKind::Latest | PageKind::Month(_) | PageKind::SingleFile => true,
    });
    let alone = matches!(kind, PageKind::Embed(_));
    let sections = blocks.map(|block| {
        let all = alone || block == Block::Breakdown;
        let content = if all { whole(page, block) } else { brief(page, block) };
        html! {
            <section class="block" id={block.code()} tabindex="-1"
                aria-labelledby={format!("{}-title", block.code())}>
                { content }
            </section>
        }
    });
    let whole_page = matches!(kind, PageKind::Latest | PageKind::SingleFile);
    html! {
        <div id="later">
            if whole_page {
                { story(page).unwrap_or_default() }
            }
            { for sections }
        </div>
    }
}

/// The way to the month that was in the news.
fn story(page: &Page) -> Option<Html> {
    let (data, format, words) = (dataset(), page.format, page.lang.strings());
    let month = data.monthly_record().months().find(|&it| facts::story(it).is_some())?;
    let facts = facts::headline(data, page.state.vintage, month)?;
    let reading = reading::report(&facts, format)?;
    let href = page.site.address(data, &State::of(data, month));
    Some(html! {
        <aside class="story" aria-labelledby="story-title">
            <h2 id="story-title">{ reading.title }</h2>
            <p>{ reading.sentence }</p>
            <a {href}>{ (words.read_month)(&format.month(month)) }</a>
        </aside>
    })
}

fn brief(page: &Rc<Page>, block: Block) -> Html {
    let reading = views::finding(block, &page.input());
    let place = crate::address::PageAddress { kind: PageKind::Embed(block), ..page.site.place };
    html! {
        <>
            <h2 id={format!("{}-title", block.code())}>
                if page.site.place.kind == PageKind::SingleFile {
                    { reading.title }
                } else {
                    <a href={page.site.href(&place.path())}>{ reading.title }</a>
                }
            </h2>
        </>
    }
}

fn whole(page: &Rc<Page>, block: Block) -> Html {
    match block {
        Block::Breakdown => html! { <Breakdown page={page.clone()} /> },
        Block::Peers => peers(page),
        Block::Targets => targets(page),
        _ => cards::cards(page),
    }
}

/// What can be chosen and what is said beside the picture.
fn peers(page: &Rc<Page>) -> Html {
    let view = ViewId::Peers;
    let exhibit = exhibit(page, view);
    html! {
        <>
            { lazy::heading("peers-title", exhibit.reading.title.clone(), exhibit.unit.clone()) }
            <div class="two side">
                <Seen page={page.clone()} {view} inside="peers" />
                <div>
                    <div class="picks controls">{ picks(&exhibit, page) }</div>
                    { told(&exhibit) }
                </div>
            </div>
            <End page={page.clone()} {view} />
        </>
    }
}

/// The table of the announcements beside the picture.
fn targets(page: &Rc<Page>) -> Html {
    let view = ViewId::Targets;
    let exhibit = exhibit(page, view);
    let (words, rows) = (page.lang.strings(), Shared(Rc::new(exhibit.table.clone())));
    html! {
        <>
            { lazy::heading("targets-title", exhibit.reading.title.clone(), exhibit.unit.clone()) }
            <div class="two half">
                <div>
                    <Seen page={page.clone()} {view} inside="targets" />
                    <p class="reading" aria-live="polite">{ exhibit.reading.sentence.clone() }</p>
                </div>
                <div>
                    <details class="fold" id="targets-table" open=true>
                        <summary>{ (words.table_rows)(exhibit.table.rows.len()) }</summary>
                        <Rows id="targets-rows" site={page.site.clone()}
                            caption={AttrValue::from(exhibit.reading.title.clone())} table={rows}
                            empty="" dispatch={page.dispatch.clone()} />
                    </details>
                </div>
            </div>
            <End page={page.clone()} {view} told=true />
        </>
    }
}
