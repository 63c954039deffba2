//! What the charts show, in figures.

use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_state_eq,
};

use super::controls::search;
use super::derived::Computed;
use super::{Message, Page, Shared, Site, on};
use crate::data::SectorSet;
use crate::embedded::dataset;
use crate::state::State;
use crate::table::{Cell, Row, Sorting, Table};
use crate::web;

/// The trend over time.
pub fn trend(page: &Page) -> Html {
    let Computed { reading, .. } = &*page.derived.trend;
    html! {
        <Rows id="trend-rows" site={page.site.clone()} caption={AttrValue::from(reading.title.clone())}
            table={page.derived.trend.table(&page.data)} empty={nothing_shown(page)}
            dispatch={page.dispatch.clone()} />
    }
}

/// Why a table has no rows.
pub fn nothing_shown(page: &Page) -> &'static str {
    let words = page.lang.strings();
    match page.state.sectors {
        SectorSet::EMPTY => words.nothing_chosen,
        _ => words.nothing_in_range,
    }
}

#[derive(Properties, PartialEq)]
pub struct RowsProps {
    pub id: AttrValue,
    pub site: Site,
    pub caption: AttrValue,
    pub table: Shared<Table>,
    pub dispatch: Callback<Message>,
    /// What to say when the table has no rows.
    pub empty: &'static str,
}

/// How the reader has arranged a table.
#[derive(Clone, Default, PartialEq)]
struct Arrangement {
    sorting: Option<Sorting>,
    filter: String,
}

/// More rows than this can be searched.
const FEW_ROWS: usize = 20;

/// A table that can be sorted by its headings and searched.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    let words = props.site.place.lang.strings();
    let arrangement = use_state_eq(Arrangement::default);
    let Arrangement { sorting, filter } = &*arrangement;
    let onsearch = {
        let arrangement = arrangement.clone();
        Callback::from(move |filter| {
            arrangement.set(Arrangement { filter, ..(*arrangement).clone() });
        })
    };
    let columns = props.table.columns.iter().enumerate().map(|(column, it)| {
        let sorted = sorting.filter(|it| it.column == column);
        let onclick = {
            let (arrangement, numeric) = (arrangement.clone(), it.numeric);
            move |_: MouseEvent| {
                let descending = sorted.map_or(numeric, |it| !it.descending);
                let sorting = Some(Sorting { column, descending });
                arrangement.set(Arrangement { sorting, ..(*arrangement).clone() });
            }
        };
        let (aria, arrow) = match sorted {
            Some(Sorting { descending: true, .. }) => ("descending", " ▼"),
            Some(Sorting { descending: false, .. }) => ("ascending", " ▲"),
            None => ("none", ""),
        };
        html! {
            <th scope="col" aria-sort={web::ANSWERS.then_some(aria)}
                data-number={it.numeric.then_some("")}>
                if web::ANSWERS {
                    <button type="button" {onclick} title={(words.sort_by)(&it.heading)}>
                        { it.heading.clone() }<span aria-hidden="true">{ arrow }</span>
                    </button>
                } else {
                    { it.heading.clone() }
                }
            </th>
        }
    });
    let rows = props.table.arranged(*sorting, filter);
    let read = web::ANSWERS && props.table.rows.iter().any(|it| !it.observations.is_empty());
    html! {
        <>
            if props.table.rows.len() > FEW_ROWS || !filter.is_empty() {
                <p class="controls">{ search(words.filter_rows, onsearch) }</p>
            }
            <div class="scroll" id={props.id.clone()} tabindex="0" role="region"
                aria-label={format!("{}: {}", words.to_table, props.caption)}>
                <table>
                    <caption>{ props.caption.clone() }</caption>
                    <thead>
                        <tr>
                            { for columns }
                            if read {
                                <th scope="col">{ words.source }</th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        { for rows.iter().map(|it| row(it, read, props)) }
                    </tbody>
                    if let Some(whole) = &props.table.whole {
                        <tfoot>{ row(whole, read, props) }</tfoot>
                    }
                </table>
            </div>
            if rows.is_empty() {
                <p class="notice" role="status">
                    { if filter.is_empty() { props.empty } else { words.no_rows } }
                </p>
            }
        </>
    }
}

/// `read`: whether there is a column for where the figures of rows were read.
fn row(row: &Row, read: bool, props: &RowsProps) -> Html {
    let words = props.site.place.lang.strings();
    let name = row.cells.first().map(|it| it.text.clone()).unwrap_or_default();
    let cells =
        props.table.columns.iter().zip(&row.cells).enumerate().map(|(place, (column, cell))| {
            if place == 0 {
                html! { <th scope="row">{ row_name(row, cell, props) }</th> }
            } else if column.numeric {
                html! { <td class="number"><bdi dir="ltr">{ cell.text.clone() }</bdi></td> }
            } else {
                html! { <td>{ cell.text.clone() }</td> }
            }
        });
    let onclick = on::<MouseEvent>(&props.dispatch, Message::Sources(row.observations.clone()));
    html! {
        <tr>
            { for cells }
            if read {
                <td>
                    if !row.observations.is_empty() {
                        <button type="button" class="link" {onclick}
                            aria-label={format!("{}: {name}", words.source)}>
                            { words.source }
                        </button>
                    }
                </td>
            }
        </tr>
    }
}

/// On a static page, where nothing else leads from month to month and to sources, the name of
/// a month leads to its page.
fn row_name(row: &Row, cell: &Cell, props: &RowsProps) -> Html {
    match row.month.filter(|_| !web::ANSWERS) {
        Some(month) => {
            let href = props.site.address(dataset(), &State::of(dataset(), month));
            html! { <a {href}>{ cell.text.clone() }</a> }
        }
        None => cell.text.clone().into(),
    }
}
