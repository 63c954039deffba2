//! A feed of months for those who follow the figures, and a map of the site for search engines.

use super::markup::{escape, tag};
use super::{Options, paths, story};
use crate::address::{self, PageAddress, PageKind};
use crate::calendar::{Date, Month};
use crate::data::Dataset;
use crate::i18n::site::words;
use crate::i18n::{Format, Lang};
use crate::reading;

/// Months in the feed, the newest first.
const ENTRIES: usize = 24;

/// An Atom feed (RFC 4287). Its ids are the same wherever the site stands.
pub fn feed(data: &Dataset, lang: Lang, options: &Options) -> String {
    let words = words(lang);
    let home = PageAddress { lang, kind: PageKind::Latest };
    let link = |path: &str| options.link(home, path);
    let months: Vec<Month> = data.monthly_record().months().rev().take(ENTRIES).collect();
    let stamp = |place| story::modified(data, place).map_or(String::new(), time_stamp);
    let updated = stamp(home);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml += &tag("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", lang.code())]);
    xml += &format!("\n<id>{}</id>", id(lang, None));
    xml += &format!("\n<title>{}</title>", escape(words.feed_title));
    xml += &format!("\n<updated>{updated}</updated>");
    xml += &format!("\n<author><name>{}</name></author>", escape(lang.strings().title));
    xml += &format!("\n<link rel=\"self\" href=\"{}\"/>", escape(&link(&paths::feed(lang))));
    xml += &format!("\n<link href=\"{}\"/>", escape(&link(&home.path())));
    // What each publication changed.
    let changes = escape(&link(&paths::changelog(lang)));
    xml += &format!("\n<link rel=\"related\" href=\"{changes}\"/>");
    for month in months {
        let place = PageAddress::of(data, lang, month);
        let story = story::story(data, place);
        let real = story::month_facts(data, month)
            .and_then(|it| reading::real(&it, Format::new(lang, None)))
            .unwrap_or_default();
        xml += &format!(
            "\n<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<link href=\"{}\"/>\n<summary>{}</summary>\n</entry>",
            id(lang, Some(month)),
            escape(&story.title),
            stamp(place),
            escape(&link(&place.path())),
            escape([&story.sentence, " ", &real.title, " ", &real.sentence].concat().trim_end()),
        );
    }
    xml += "\n</feed>\n";
    xml
}

/// A name that no other feed has: a random one, but for the language and the month in its end.
fn id(lang: Lang, month: Option<Month>) -> String {
    let month = month.map_or(0, |it| it.year() * 100 + i32::from(it.number()));
    let lang = lang as u8;
    format!("urn:uuid:0b1f4f0e-6c1d-4e57-9a5e-{lang:06}{month:06}")
}

/// See [`Date::known_from`].
fn time_stamp(date: Date) -> String {
    format!("{}T00:00:00Z", date.known_from())
}

/// The map of the site. Its format asks for full addresses, so there is one only where the
/// address of the site is known.
pub fn sitemap(data: &Dataset, options: &Options) -> Option<String> {
    options.site.as_ref()?;
    let start = PageAddress { lang: Lang::En, kind: PageKind::Latest };
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml += &tag(
        "urlset",
        &[
            ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
            ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
        ],
    );
    // A page by its path in each language, and when it was modified.
    let mut page = |path: &dyn Fn(Lang) -> String, modified: &dyn Fn(Lang) -> Option<Date>| {
        for lang in Lang::ALL {
            let href = |lang| escape(&options.link(start, &path(lang)));
            xml += &format!("\n<url><loc>{}</loc>", href(lang));
            if let Some(date) = modified(lang) {
                xml += &format!("<lastmod>{date}</lastmod>");
            }
            for other in Lang::ALL {
                let code = other.code();
                let href = href(other);
                xml +=
                    &format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{href}\"/>");
            }
            xml += "</url>";
        }
    };
    for month in data.monthly_record().months().rev() {
        let place = |lang| PageAddress::of(data, lang, month);
        page(&|lang| place(lang).path(), &|lang| story::modified(data, place(lang)));
    }
    page(&address::builder, &|lang| {
        story::modified(data, PageAddress { lang, kind: PageKind::Latest })
    });
    xml += "\n</urlset>\n";
    Some(xml)
}
