//! What the charts show in figures, the files, and how figures are made.

use std::rc::Rc;

use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, component, html, use_memo, use_state_eq,
};

use super::BlockProps;
use super::controls::{Legend, choices, search};
use crate::data::ObservationId;
use crate::embedded::dataset;
use crate::facts;
use crate::i18n::Lang;
use crate::reading;
use crate::table::{self, Row, Sorting, Table};
use crate::web;

/// What the table on the page lists.
#[derive(Clone, Copy, PartialEq)]
enum Listed {
    Trend,
    Breakdown,
}

#[component]
pub fn TableBlock(props: &BlockProps) -> Html {
    let page = &*props.page;
    let (data, words, format) = (dataset(), page.lang.strings(), page.format);
    let listed = use_state_eq(|| Listed::Trend);
    let shown = (page.view.clone(), format, *listed);
    let content = use_memo(shown, |(view, format, listed)| match listed {
        Listed::Trend => {
            let facts = facts::trend(data, view);
            let reading = reading::trend(data, &facts, *format);
            let csv = table::trend_csv(data, &facts);
            (reading.title, Rc::new(table::trend(data, &facts, *format)), csv)
        }
        Listed::Breakdown => {
            let facts = facts::breakdown(data, view);
            let reading = reading::breakdown(data, &facts, *format);
            let csv = table::breakdown_csv(data, &facts);
            (reading.title, Rc::new(table::breakdown(data, &facts, *format)), csv)
        }
    });
    let onlist = {
        let listed = listed.setter();
        Callback::from(move |it| listed.set(it))
    };
    let save = {
        let content = content.clone();
        move |_: MouseEvent| web::save("it-exports.csv", "text/csv", &content.2)
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
            <Rows lang={page.lang} caption={AttrValue::from(content.0.clone())}
                table={content.1.clone()} onsource={page.onsource.clone()} />
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
    pub lang: Lang,
    pub caption: AttrValue,
    pub table: Rc<Table>,
    pub onsource: Callback<Vec<ObservationId>>,
}

/// Rows shown before the reader asks for all.
const FIRST_ROWS: usize = 24;

/// A table that can be sorted by its headings and searched.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    let words = props.lang.strings();
    let sorting = use_state_eq(|| None::<Sorting>);
    let filter = use_state_eq(String::new);
    let all = use_state_eq(|| false);
    let onsearch = {
        let filter = filter.setter();
        Callback::from(move |text| filter.set(text))
    };
    let columns = props.table.columns.iter().enumerate().map(|(column, it)| {
        let sorted = (*sorting).filter(|it| it.column == column);
        let onclick = {
            let (sorting, numeric) = (sorting.clone(), it.numeric);
            move |_: MouseEvent| {
                let descending = sorted.map_or(numeric, |it| !it.descending);
                sorting.set(Some(Sorting { column, descending }));
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
    let rows = props.table.arranged(*sorting, &filter);
    let hidden = if *all { 0 } else { rows.len().saturating_sub(FIRST_ROWS) };
    let onall = {
        let all = all.setter();
        move |_: MouseEvent| all.set(true)
    };
    html! {
        <>
            if props.table.rows.len() > FIRST_ROWS / 2 {
                <p class="controls">{ search(words.filter_rows, onsearch) }</p>
            }
            <div class="scroll" tabindex="0" role="region" aria-label={props.caption.clone()}>
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
                <p class="notice" role="status">{ words.no_rows }</p>
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
