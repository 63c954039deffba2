//! Where figures come from: publisher, date, vintage, a link to the page.

use yew::prelude::{Html, NodeRef, Properties, component, html, use_callback};

use crate::data::ObservationId;
use crate::embedded::dataset;
use crate::i18n::{Format, Lang};
use crate::web;

#[derive(Properties, PartialEq)]
pub struct SourcesProps {
    pub lang: Lang,
    pub format: Format,
    /// The figures asked about, in order of time.
    pub ids: Vec<ObservationId>,
    /// The dialog, for the one who opens it.
    pub node: NodeRef,
}

#[component]
pub fn Sources(props: &SourcesProps) -> Html {
    let words = props.lang.strings();
    let onclose = use_callback(props.node.clone(), |_, node| web::close_dialog(node));
    html! {
        <dialog ref={props.node.clone()} aria-labelledby="sources-title">
            <h2 id="sources-title">{ words.source_title }</h2>
            { for props.ids.iter().map(|&id| figure(id, props.lang, props.format)) }
            <button type="button" onclick={onclose}>{ words.close }</button>
        </dialog>
    }
}

fn figure(id: ObservationId, lang: Lang, format: Format) -> Html {
    let (data, words) = (dataset(), lang.strings());
    let it = data.observation(id);
    let source = data.source(it.source);
    let vintages: Vec<ObservationId> = data.vintages(it.sector, it.span).collect();
    let place = vintages.iter().position(|&other| other == id).map_or(1, |place| place + 1);
    let published = format.date(it.published);
    let published =
        if source.dated { published } else { (words.month_inferred)(&published) };
    html! {
        <dl>
            <dt>{ words.figure }</dt>
            <dd><strong>{ format.money_exact(it.amount) }</strong></dd>
            <dt>{ words.period }</dt>
            <dd>{ format.span(it.span) }</dd>
            <dt>{ words.sector }</dt>
            <dd>{ data.sectors.get(it.sector).name.get(lang).to_owned() }</dd>
            <dt>{ words.status_heading }</dt>
            <dd>{ (words.status)(it.status) }</dd>
            <dt>{ words.published }</dt>
            <dd>{ published }</dd>
            <dt>{ words.vintage }</dt>
            <dd>{ (words.vintage_of)(place, vintages.len()) }</dd>
            <dt>{ words.publisher }</dt>
            <dd><bdi lang="en">{ source.publisher.clone() }</bdi></dd>
            <dt>{ words.read_in }</dt>
            <dd><a href={source.url.clone()} rel="noopener external" target="_blank" lang="en">
                <bdi>{ source.outlet.clone() }</bdi>
            </a></dd>
            if !it.note.is_empty() {
                <dt>{ words.note }</dt>
                <dd><bdi lang="en">{ it.note.clone() }</bdi></dd>
            }
        </dl>
    }
}
