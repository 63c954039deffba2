//! Where figures come from: publisher, date, vintage, a link to the page.

use yew::prelude::{Html, NodeRef, html};

use super::keys::close_button;
use crate::data::ObservationId;
use crate::embedded::dataset;
use crate::facts;
use crate::i18n::{Format, Lang};

/// `ids` are the figures asked about, in order of time; `node` is the dialog, for the one
/// who opens it.
pub fn sources_dialog(lang: Lang, format: Format, ids: &[ObservationId], node: NodeRef) -> Html {
    let words = lang.strings();
    html! {
        <dialog ref={node.clone()} aria-labelledby="sources-title">
            <h2 id="sources-title">{ words.source_title }</h2>
            { for ids.iter().map(|&id| figure(id, lang, format)) }
            { close_button(lang, node) }
        </dialog>
    }
}

fn figure(id: ObservationId, lang: Lang, format: Format) -> Html {
    let (data, words) = (dataset(), lang.strings());
    let facts::Provenance { observation: it, source, place, of } = facts::provenance(data, id);
    let published = format.date(it.published);
    let published = if source.dated { published } else { (words.month_inferred)(&published) };
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
            <dd>{ (words.vintage_of)(place, of) }</dd>
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
