//! What consumers of oEmbed get: the rules of oEmbed 1.0, and that it is true of the page.

use futures::executor::block_on;
use it_exports::address::{PageAddress, PageKind};
use it_exports::embedded::dataset;
use it_exports::site::{self, Options, oembed, paths, story};
use serde_json::Value;

const SITE: &str = "https://example.org/it-exports/";

fn options(site: Option<&str>) -> Options {
    Options { site: site.map(str::to_owned) }
}

fn pages() -> impl Iterator<Item = PageAddress> {
    site::places(dataset()).into_iter().filter(|it| it.kind != PageKind::SingleFile)
}

/// The value of an attribute as a parser of HTML reads it.
fn attribute(html: &str, name: &str) -> String {
    let (_, rest) = html.split_once(&format!(" {name}=\"")).unwrap();
    unescaped(rest.split_once('"').unwrap().0)
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#x27;", "'").replace("&amp;", "&")
}

#[test]
fn every_page_has_an_answer_that_keeps_the_rules() {
    for place in pages() {
        let answer = oembed::oembed(dataset(), place, &options(Some(SITE))).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let text = |key: &str| answer[key].as_str().unwrap_or_else(|| panic!("{place:?}: {key}"));
        assert_eq!((text("version"), text("type")), ("1.0", "rich"));
        assert_eq!(text("title"), story::story(dataset(), place).title);
        // A consumer may read these and nothing else.
        let html = text("html");
        for size in ["width", "height"] {
            let size_of_frame: u64 = attribute(html, size).parse().unwrap();
            assert_eq!(answer[size].as_u64(), Some(size_of_frame), "{place:?}");
        }
        let thumbnail = text("thumbnail_url").strip_prefix(SITE).unwrap();
        assert_eq!(thumbnail, paths::card(place.lang, place.home(dataset())));
        assert_eq!(answer["thumbnail_width"], 1200);
        assert_eq!(answer["thumbnail_height"], 630);
    }
}

#[test]
fn its_frame_and_its_link_lead_to_pages_that_exist() {
    for place in pages() {
        let answer = oembed::oembed(dataset(), place, &options(Some(SITE))).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let html = answer["html"].as_str().unwrap();
        let (path, query) = {
            let source = attribute(html, "src");
            let (path, query) = source.strip_prefix(SITE).unwrap().split_once('?').unwrap();
            (path.to_owned(), query.to_owned())
        };
        let frame = PageAddress::from_path(&path).unwrap();
        assert!(matches!(frame.kind, PageKind::Embed(_)), "{path}");
        assert_eq!(frame.lang, place.lang);
        match place.kind {
            PageKind::Month(month) => assert_eq!(query, format!("fit=1&month={month}")),
            _ => assert_eq!(query, "fit=1"),
        }
        let (_, link) = html.split_once("<a ").unwrap();
        let whole = attribute(&format!(" {link}"), "href");
        assert_eq!(whole.strip_prefix(SITE).unwrap(), place.whole(dataset()).path());
        let (_, words) = link.split_once('>').unwrap();
        let words = unescaped(words.strip_suffix("</a></p>").unwrap());
        assert_eq!(words, story::story(dataset(), place).sentence, "the finding itself");
    }
}

#[test]
fn a_page_names_its_answer_where_its_address_is_known() {
    for place in pages().step_by(9) {
        let page = block_on(site::page(dataset(), place, &options(Some(SITE))));
        let link = page.split("<link").find(|it| it.contains("application/json+oembed")).unwrap();
        let path = attribute(link, "href");
        assert_eq!(path.strip_prefix(SITE), paths::oembed(place).as_deref());
        let page = block_on(site::page(dataset(), place, &options(None)));
        assert!(!page.contains("oembed"), "a relative address leads nowhere on another's page");
        assert_eq!(oembed::oembed(dataset(), place, &options(None)), None);
    }
}
