//! Where figures come from: publisher, date, vintage, a link to the page.

use yew::prelude::{Html, html};

use super::actions::close_button;
use super::{Listed, Page, lazy};
use crate::data::ObservationId;
use crate::facts;

/// `ids` are the figures asked about, in order of time.
pub fn sources_dialog(page: &Page, ids: &[ObservationId]) -> Html {
    let words = page.lang.strings();
    html! {
        <dialog id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">{ words.source_title }</h2>
            { lazy::shown(page, &|it| (it.figures)(page, ids)) }
            { close_button(page.lang) }
        </dialog>
    }
}

/// Published figures with all that is known of each.
pub fn figures(page: &Page, ids: &[ObservationId]) -> Html {
    ids.iter().map(|&id| figure(id, page)).collect()
}

fn figure(id: ObservationId, page: &Page) -> Html {
    let (data, lang, format, words) = (page.data.0, page.lang, page.format, page.lang.strings());
    let facts::Provenance { observation: it, place, of } = facts::provenance(data, id);
    let english = |text: &str| html! { <bdi lang="en">{ text.to_owned() }</bdi> };
    let published = format.date(it.published);
    let without = |why: &'static str| (published.clone(), Html::from(why), Html::from(why), "");
    let (published, publisher, read_in, note) = match &page.sources {
        Listed::Here(sources) => match sources.get(it.source) {
            Some(source) => (
                if source.dated { published.clone() } else { (words.month_inferred)(&published) },
                english(&source.publisher),
                html! {
                    <a href={source.url.clone()} rel="noopener external" target="_blank" lang="en">
                        <bdi>{ source.outlet.clone() }</bdi>
                    </a>
                },
                sources.note(id),
            ),
            None => without(words.sources_lost),
        },
        Listed::Coming => without(words.sources_coming),
        Listed::Lost => without(words.sources_lost),
    };
    let rows = [
        (words.figure, html! { <strong>{ format.money_exact(it.amount) }</strong> }),
        (words.period, Html::from(format.span(it.span))),
        (words.sector, Html::from(data.sectors.get(it.sector).name.get(lang))),
        (words.status_heading, Html::from((words.status)(data.status(id)))),
        (words.published, Html::from(published)),
        (words.vintage, Html::from((words.vintage_of)(place, of))),
        (words.publisher, publisher),
        (words.read_in, read_in),
        (words.note, english(note)),
    ];
    let shown = rows.into_iter().take(if note.is_empty() { 8 } else { 9 });
    html! {
        <dl>
            { for shown.map(|(name, value)| html! { <><dt>{ name }</dt><dd>{ value }</dd></> }) }
        </dl>
    }
}
