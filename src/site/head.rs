//! What a page tells those who find it, link to it or collect data.

use serde_json::json;

use super::{Options, adjusted, card, markup, paths, story};
use crate::address::{PageAddress, PageKind};
use crate::calendar::{Date, Month};
use crate::data::Dataset;
use crate::i18n::site::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::reading::Reading;

/// What a page is called where it is found and shared.
pub struct Named<'a> {
    pub lang: Lang,
    pub title: &'a str,
    pub description: &'a str,
    /// The page itself in a language, or that of which it is a part; from the root of the site.
    pub canonical: &'a dyn Fn(Lang) -> String,
    /// Whose picture stands for it.
    pub month: Month,
    pub modified: Option<Date>,
}

impl Named<'_> {
    /// Title and description alone.
    fn name(&self) -> Vec<String> {
        let joint = words(self.lang).title_joint;
        let title = [self.title, joint, self.lang.strings().title].concat();
        vec![
            format!("<title>{}</title>", markup::escape(&title)),
            meta("name", "description", self.description),
        ]
    }

    /// The elements of the head; `link` leads to a path from the root of the site.
    pub fn elements(&self, link: &dyn Fn(&str) -> String) -> Vec<String> {
        let canonical = |lang| link(&(self.canonical)(lang));
        let mut lines = self.name();
        lines.push(rel("canonical", &canonical(self.lang)));
        let languages = Lang::ALL.map(|lang| (lang.code(), lang));
        for (code, lang) in languages.into_iter().chain([("x-default", Lang::En)]) {
            let href = canonical(lang);
            lines.push(markup::tag(
                "link",
                &[("rel", "alternate"), ("hreflang", code), ("href", &href)],
            ));
        }
        lines.push(markup::tag(
            "link",
            &[
                ("rel", "alternate"),
                ("type", "application/atom+xml"),
                ("title", words(self.lang).feed_title),
                ("href", &link(&paths::feed(self.lang))),
            ],
        ));
        let (width, height) = (card::SIZE.0.to_string(), card::SIZE.1.to_string());
        let open_graph = [
            ("og:type", "article"),
            ("og:site_name", self.lang.strings().title),
            ("og:title", self.title),
            ("og:description", self.description),
            ("og:url", &canonical(self.lang)),
            ("og:locale", words(self.lang).locale),
            ("og:image", &link(&paths::card(self.lang, self.month))),
            ("og:image:type", "image/png"),
            ("og:image:width", &width),
            ("og:image:height", &height),
            ("og:image:alt", self.title),
        ];
        lines.extend(open_graph.iter().map(|(name, content)| meta("property", name, content)));
        lines.push(meta("name", "twitter:card", "summary_large_image"));
        if let Some(date) = self.modified {
            lines.push(meta("property", "article:modified_time", &date.to_string()));
        }
        lines
    }
}

/// The elements of a page's head that are its own.
pub fn head(data: &Dataset, place: PageAddress, options: &Options) -> String {
    let Reading { title, sentence } = story::story(data, place);
    let link = |path: &str| options.link(place, path);
    let canonical = place.whole(data);
    let record = data.monthly_record();
    let month = place.home(data);
    let named = Named {
        lang: place.lang,
        title: &title,
        description: &sentence,
        canonical: &|lang| PageAddress { lang, ..canonical }.path(),
        month,
        modified: story::modified(data, place),
    };
    if place.kind == PageKind::SingleFile && options.site.is_none() {
        // It may be anywhere, and has no pages beside it.
        return named.name().join("\n    ");
    }
    let mut lines = named.elements(&link);
    if let PageKind::Latest | PageKind::Month(_) = place.kind {
        let of = |month| link(&PageAddress::of(data, place.lang, month).path());
        if month > record.start() {
            lines.push(rel("prev", &of(month.plus(-1))));
        }
        if month < record.end() {
            lines.push(rel("next", &of(month.plus(1))));
        }
    }
    if let (Some(site), Some(path)) = (&options.site, paths::oembed(place)) {
        lines.push(markup::tag(
            "link",
            &[
                ("rel", "alternate"),
                ("type", "application/json+oembed"),
                ("title", &title),
                ("href", &[site.as_str(), &path].concat()),
            ],
        ));
    }
    if let PageKind::Latest = place.kind {
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
fn catalogue_entry(data: &Dataset, place: PageAddress, options: &Options) -> String {
    let words = words(place.lang);
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
    let files = adjusted::files(data).map(|it| file(it, "text/csv"));
    let files = files.chain([file("datapackage.json", "application/json")]);
    let mut entry = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": place.lang.strings().title,
        "description": words.about,
        "url": options.link(place, &place.path()),
        "inLanguage": place.lang.code(),
        "isAccessibleForFree": true,
        "license": package_text!(licence),
        "creator": { "@type": "Organization", "name": place.lang.strings().title },
        "temporalCoverage": format!("{first}/{}", record.end()),
        "spatialCoverage": { "@type": "Country", "name": package_text!(country en) },
        "variableMeasured": [{
            "@type": "PropertyValue",
            "name": package_text!(measured name),
            "description": package_text!(measured description),
            "unitText": Format::new(Lang::En, None).unit(Unit::Money),
        }],
        "measurementTechnique": concat!("Published figures: ", package_text!(publishers en)),
        "distribution": files.collect::<Vec<_>>(),
    });
    if let Some(date) = story::modified(data, place) {
        entry["dateModified"] = date.to_string().into();
    }
    // What ends a script in HTML may stand in JSON only escaped.
    let text = entry.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>")
}
