//! What the charts show in figures, the files, and how figures are made.

use std::rc::Rc;

use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, component, hook, html, use_memo,
    use_state_eq,
};

use super::controls::{Legend, choices, search};
use super::{Page, Same};
use crate::data::{ObservationId, SectorSet};
use crate::embedded::dataset;
use crate::i18n::Lang;
use crate::table::{self, Row, Sorting, Table};
use crate::web;

/// What the table on the page lists.
#[derive(Clone, Copy, PartialEq)]
enum Listed {
    Trend,
    Breakdown,
}

#[hook]
pub fn use_table(page: &Rc<Page>) -> Html {
    let (data, words, format) = (dataset(), page.lang.strings(), page.format);
    let listed = use_state_eq(|| Listed::Trend);
    let shown = (page.trend.clone(), page.breakdown.clone(), format, *listed);
    let table = Same(use_memo(shown, |(trend, breakdown, format, listed)| match listed {
        Listed::Trend => table::trend(data, &trend.facts, *format),
        Listed::Breakdown => table::breakdown(data, &breakdown.facts, *format),
    }));
    let title = match *listed {
        Listed::Trend => page.trend.reading.title.clone(),
        Listed::Breakdown => page.breakdown.reading.title.clone(),
    };
    let onlist = {
        let listed = listed.setter();
        Callback::from(move |it| listed.set(it))
    };
    let save = {
        let (page, listed) = (page.clone(), *listed);
        move |_: MouseEvent| {
            let csv = match listed {
                Listed::Trend => table::trend_csv(data, &page.trend.facts),
                Listed::Breakdown => table::breakdown_csv(data, &page.breakdown.facts),
            };
            web::save("it-exports.csv", &csv);
        }
    };
    let empty = match page.view.sectors {
        SectorSet::EMPTY => words.nothing_chosen,
        _ => words.nothing_in_range,
    };
    let legend = Legend { name: "listed", words: words.table_of, shown: false };
    let options = vec![
        (Listed::Trend, AttrValue::from(words.table_trend)),
        (Listed::Breakdown, AttrValue::from(words.table_breakdown)),
    ];
    let root = if page.lang == Lang::En { "./" } else { "../" };
    let files = ["observations", "sources", "sectors", "working_days", "events", "left_out"];
    html! {
        <section class="block" id="data" tabindex="-1" aria-labelledby="data-title">
            <h2 id="data-title">{ words.data_title }</h2>
            <p class="unit">{ words.data_intro }</p>
            <div class="row">
                { choices(legend, options, Some(*listed), onlist) }
                <button type="button" class="link controls" onclick={save}>
                    { words.download_csv }
                </button>
            </div>
            <Rows id="rows" lang={page.lang} key={*listed as usize} caption={AttrValue::from(title)} {table} {empty}
                onsource={page.onsource.clone()} />
            <p class="unit">{ words.all_files }</p>
            <ul class="legend" lang="en" dir="ltr">
                { for files.iter().map(|file| {
                    let name = format!("{file}.csv");
                    html! { <li><a class="button" href={format!("{root}data/{name}")}
                        download={name.clone()}>{ name }</a></li> }
                }) }
                <li><a class="button" href={format!("{root}data/datapackage.json")}>
                    { "datapackage.json" }
                </a></li>
            </ul>
            <h3>{ words.method }</h3>
            <p class="reading">{ words.method_text }</p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub struct RowsProps {
    pub id: &'static str,
    pub lang: Lang,
    pub caption: AttrValue,
    pub table: Same<Table>,
    pub onsource: Callback<Vec<ObservationId>>,
    /// What to say when the table has no rows.
    pub empty: &'static str,
}

/// How the reader has arranged a table.
#[derive(Clone, Default, PartialEq)]
struct Arrangement {
    sorting: Option<Sorting>,
    filter: String,
    /// Whether every row is shown.
    all: bool,
}

/// Rows shown before the reader asks for all.
const FIRST_ROWS: usize = 24;

/// A table that can be sorted by its headings and searched.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    let words = props.lang.strings();
    let arrangement = use_state_eq(Arrangement::default);
    let Arrangement { sorting, filter, all } = &*arrangement;
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
            <th scope="col" aria-sort={aria} class={it.numeric.then_some("number")}>
                <button type="button" {onclick} title={(words.sort_by)(&it.heading)}>
                    { it.heading.clone() }<span aria-hidden="true">{ arrow }</span>
                </button>
            </th>
        }
    });
    let rows = props.table.arranged(*sorting, filter);
    let hidden = if *all { 0 } else { rows.len().saturating_sub(FIRST_ROWS) };
    let onall = {
        let (arrangement, id) = (arrangement.clone(), props.id);
        move |_: MouseEvent| {
            arrangement.set(Arrangement { all: true, ..(*arrangement).clone() });
            // The button goes away; the focus stays beside it.
            web::focus(id);
        }
    };
    html! {
        <>
            if props.table.rows.len() > FIRST_ROWS / 2 || !filter.is_empty() {
                <p class="controls">{ search(words.filter_rows, onsearch) }</p>
            }
            <div class="scroll" id={props.id} tabindex="0" role="region"
                aria-label={format!("{}: {}", words.to_table, props.caption)}>
                <table>
                    <caption>{ props.caption.clone() }</caption>
                    <thead>
                        <tr>{ for columns }<th scope="col">{ words.source }</th></tr>
                    </thead>
                    <tbody>
                        { for rows.iter().take(rows.len() - hidden).map(|it| row(it, props)) }
                    </tbody>
                    if let Some(whole) = &props.table.whole {
                        <tfoot>{ row(whole, props) }</tfoot>
                    }
                </table>
            </div>
            if rows.is_empty() {
                <p class="notice" role="status">
                    { if filter.is_empty() { props.empty } else { words.no_rows } }
                </p>
            }
            if hidden > 0 {
                <p class="controls">
                    <button type="button" onclick={onall}>{ (words.show_all_rows)(rows.len()) }</button>
                </p>
            }
        </>
    }
}

fn row(row: &Row, props: &RowsProps) -> Html {
    let words = props.lang.strings();
    let name = row.cells.first().map(|it| it.text.clone()).unwrap_or_default();
    let cells =
        props.table.columns.iter().zip(&row.cells).enumerate().map(|(place, (column, cell))| {
            if place == 0 {
                html! { <th scope="row">{ cell.text.clone() }</th> }
            } else if column.numeric {
                html! { <td class="number"><bdi dir="ltr">{ cell.text.clone() }</bdi></td> }
            } else {
                html! { <td>{ cell.text.clone() }</td> }
            }
        });
    let onclick = {
        let ids = row.observations.clone();
        props.onsource.reform(move |_: MouseEvent| ids.clone())
    };
    html! {
        <tr>
            { for cells }
            <td>
                if !row.observations.is_empty() {
                    <button type="button" class="link" {onclick}
                        aria-label={format!("{}: {name}", words.source)}>
                        { words.source }
                    </button>
                }
            </td>
        </tr>
    }
}
