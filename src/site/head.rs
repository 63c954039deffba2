//! What a page tells those who find it, link to it or collect data.

use serde_json::json;

use super::{Options, markup, story, words::Words};
use crate::address::{Place, Spot};
use crate::data::Dataset;
use crate::i18n::Lang;
use crate::reading::Reading;

/// Width and height of the pictures of [`super::card`].
pub const CARD: (u32, u32) = (1200, 630);

/// The elements of a page's head that are its own.
pub fn head(data: &Dataset, place: Place, options: &Options) -> String {
    let words = Words::of(place.lang);
    let site_name = place.lang.strings().title;
    let Reading { title, sentence } = story::story(data, place);
    let full_title = [&title, words.title_joint, site_name].concat();
    let link = |path: &str| options.link(place, path);
    let canonical = place.whole(data);
    let mut lines = vec![
        format!("<title>{}</title>", markup::escape(&full_title)),
        meta("name", "description", &sentence),
    ];
    if place.spot == Spot::SingleFile && options.site.is_none() {
        // It may be anywhere, and has no pages beside it.
        return lines.join("\n    ");
    }
    lines.push(rel("canonical", &link(&canonical.path())));
    for lang in Lang::ALL {
        let href = link(&Place { lang, ..canonical }.path());
        lines.push(markup::tag(
            "link",
            &[("rel", "alternate"), ("hreflang", lang.code()), ("href", &href)],
        ));
    }
    let href = link(&Place { lang: Lang::En, ..canonical }.path());
    lines.push(markup::tag(
        "link",
        &[("rel", "alternate"), ("hreflang", "x-default"), ("href", &href)],
    ));
    lines.push(markup::tag(
        "link",
        &[
            ("rel", "alternate"),
            ("type", "application/atom+xml"),
            ("title", words.feed_title),
            ("href", &link(&super::feed::path(place.lang))),
        ],
    ));
    let record = data.monthly_record();
    let month = place.home(data);
    if let Spot::Latest | Spot::Month(_) = place.spot {
        let of = |month| link(&Place::of(data, place.lang, month).path());
        if month > record.start() {
            lines.push(rel("prev", &of(month.plus(-1))));
        }
        if month < record.end() {
            lines.push(rel("next", &of(month.plus(1))));
        }
    }
    let locale = if place.lang == Lang::En { "en_US" } else { "ur_PK" };
    let (width, height) = (CARD.0.to_string(), CARD.1.to_string());
    let open_graph = [
        ("og:type", "article"),
        ("og:site_name", site_name),
        ("og:title", &title),
        ("og:description", &sentence),
        ("og:url", &link(&canonical.path())),
        ("og:locale", locale),
        ("og:image", &link(&super::card::path(place.lang, month))),
        ("og:image:type", "image/png"),
        ("og:image:width", &width),
        ("og:image:height", &height),
        ("og:image:alt", &title),
    ];
    lines.extend(open_graph.iter().map(|(name, content)| meta("property", name, content)));
    lines.push(meta("name", "twitter:card", "summary_large_image"));
    if let Some(date) = story::modified(data, place) {
        lines.push(meta("property", "article:modified_time", &date.to_string()));
    }
    if let Spot::Latest = place.spot {
        lines.push(catalogue_entry(data, place, options));
    }
    lines.join("\n    ")
}

fn meta(key: &str, name: &str, content: &str) -> String {
    markup::tag("meta", &[(key, name), ("content", content)])
}

fn rel(rel: &str, href: &str) -> String {
    markup::tag("link", &[("rel", rel), ("href", href)])
}

/// A description of the data for catalogues, as schema.org has it.
fn catalogue_entry(data: &Dataset, place: Place, options: &Options) -> String {
    let words = Words::of(place.lang);
    let record = data.monthly_record();
    let first = data.observations.iter().map(|it| it.span.start()).min().unwrap_or(record.start());
    let file = |name: &str, media: &str| {
        json!({
            "@type": "DataDownload",
            "name": name,
            "encodingFormat": media,
            "contentUrl": options.link(place, &format!("data/{name}")),
        })
    };
    let mut entry = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": place.lang.strings().title,
        "description": words.about,
        "url": options.link(place, &place.path()),
        "inLanguage": place.lang.code(),
        "isAccessibleForFree": true,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "creator": { "@type": "Organization", "name": place.lang.strings().title },
        "temporalCoverage": format!("{first}/{}", record.end()),
        "spatialCoverage": { "@type": "Country", "name": "Pakistan" },
        "variableMeasured": [{
            "@type": "PropertyValue",
            "name": "Exports of telecommunications, computer and information services",
            "description": "Gross exports (credit), balance of payments item 9 (EBOPS 2010), in total and by sub-sector",
            "unitText": "US$ million",
        }],
        "measurementTechnique": "Published figures of the State Bank of Pakistan and the Pakistan Bureau of Statistics",
        "distribution": [
            file("observations.csv", "text/csv"),
            file("sources.csv", "text/csv"),
            file("sectors.csv", "text/csv"),
            file("working_days.csv", "text/csv"),
            file("events.csv", "text/csv"),
            file("datapackage.json", "application/json"),
        ],
    });
    if let Some(date) = story::modified(data, place) {
        entry["dateModified"] = date.to_string().into();
    }
    // What ends a script in HTML may stand in JSON only escaped.
    let text = entry.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>")
}
