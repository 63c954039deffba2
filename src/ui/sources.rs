//! Where figures come from: publisher, date, vintage, a link to the page.

use yew::prelude::{Html, html};

use super::actions::close_button;
use crate::data::ObservationId;
use crate::embedded::dataset;
use crate::facts;
use crate::i18n::{Format, Lang};

/// `ids` are the figures asked about, in order of time.
pub fn sources_dialog(lang: Lang, format: Format, ids: &[ObservationId]) -> Html {
    let words = lang.strings();
    html! {
        <dialog id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{ words.source_title }</h2>
            { figures(lang, format, ids) }
            { close_button(lang) }
        </dialog>
    }
}

/// Published figures with all that is known of each.
pub fn figures(lang: Lang, format: Format, ids: &[ObservationId]) -> Html {
    ids.iter().map(|&id| figure(id, lang, format)).collect()
}

fn figure(id: ObservationId, lang: Lang, format: Format) -> Html {
    let (data, words) = (dataset(), lang.strings());
    let facts::Provenance { observation: it, source, place, of } = facts::provenance(data, id);
    let published = format.date(it.published);
    let published = if source.dated { published } else { (words.month_inferred)(&published) };
    let link = html! {
        <a href={source.url.clone()} rel="noopener external" target="_blank" lang="en">
            <bdi>{ source.outlet.clone() }</bdi>
        </a>
    };
    let english = |text: &str| html! { <bdi lang="en">{ text.to_owned() }</bdi> };
    let rows = [
        (words.figure, html! { <strong>{ format.money_exact(it.amount) }</strong> }),
        (words.period, Html::from(format.span(it.span))),
        (words.sector, Html::from(data.sectors.get(it.sector).name.get(lang))),
        (words.status_heading, Html::from((words.status)(it.status))),
        (words.published, Html::from(published)),
        (words.vintage, Html::from((words.vintage_of)(place, of))),
        (words.publisher, english(&source.publisher)),
        (words.read_in, link),
        (words.note, english(&it.note)),
    ];
    let shown = rows.into_iter().take(if it.note.is_empty() { 8 } else { 9 });
    html! {
        <dl>
            { for shown.map(|(name, value)| html! { <><dt>{ name }</dt><dd>{ value }</dd></> }) }
        </dl>
    }
}
