//! The page for webmasters: that it says the same in both languages, and that what it gives away is true.

use it_exports::address::{self, PageAddress, PageKind};
use it_exports::catalogue::{Block, ViewId};
use it_exports::embedded::dataset;
use it_exports::i18n::Lang;
use it_exports::site::builder::{self, UNKNOWN_SITE};
use it_exports::site::snippet::{self, Snippet};
use it_exports::site::{self, Options, story};

const SITE: &str = "https://example.org/it-exports/";

fn page(lang: Lang, site: Option<&str>) -> String {
    builder::page(dataset(), lang, &Options { site: site.map(str::to_owned) })
}

/// What stands between two texts, each time.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    text.split(start).skip(1).map(|it| it.split_once(end).map_or("", |it| it.0)).collect()
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

/// The pieces of code on the page, as readers copy them.
fn codes(html: &str) -> Vec<String> {
    between(html, "<pre dir=\"ltr\"><code>", "</code></pre>").into_iter().map(unescaped).collect()
}

fn attribute(html: &str, name: &str) -> String {
    let (_, rest) = html.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("{name}"));
    unescaped(rest.split_once('"').unwrap().0)
}

#[test]
fn it_is_built_alike_in_both_languages() {
    let [english, urdu] = Lang::ALL.map(|lang| page(lang, None));
    for (start, end) in
        [(" id=\"", "\""), ("type=\"radio\" name=\"", "\""), (" value=\"", "\""), ("<", ">")]
    {
        let [one, other] = [&english, &urdu].map(|it| {
            let body = it.split_once("<body>").unwrap().1;
            let parts = between(body, start, end).into_iter();
            // Of whole tags the name: what is in them is in the language's words.
            let parts = parts.map(|it| it.split([' ', '\n']).next().unwrap_or_default());
            // Which language is chosen at first is told by an attribute.
            parts.map(|it| if it == "ur" { "en" } else { it }.to_owned()).collect::<Vec<String>>()
        });
        assert!(one.len() > 5, "{start}");
        let [mut one, mut other] = [one, other];
        // The Urdu page names the languages in the same order.
        if start == " value=\"" {
            one.sort();
            other.sort();
        }
        assert_eq!(one, other, "{start}");
    }
}

#[test]
fn nothing_on_it_is_inline() {
    for lang in Lang::ALL {
        let html = page(lang, Some(SITE));
        for refused in ["<style", " style=\"", " onclick=", "watch.js"] {
            assert!(!html.contains(refused), "{lang:?}: {refused}");
        }
        for script in between(&html, "<script", ">") {
            assert!(script.contains(" src=\""), "{script}");
        }
        for control in ["<form", "<div id=\"shown\""] {
            let start = between(&html, control, ">")[0];
            assert!(start.contains(" hidden"), "{control} would do nothing without the script");
        }
    }
}

#[test]
fn its_snippets_are_whole_and_say_what_the_block_finds() {
    for lang in Lang::ALL {
        let place = PageAddress { lang, kind: PageKind::Embed(Block::Trend) };
        let reading = story::story(dataset(), place).sentence;
        let html = page(lang, Some(SITE));
        let codes = codes(&html);
        let [frame, both, element] = &codes[..3] else { panic!("three ways") };
        for snippet in [frame, both, element] {
            assert!(!attribute(snippet, "title").is_empty());
            assert!(attribute(snippet, "height").parse::<u32>().unwrap() >= 320);
            let (_, link) = snippet.split_once("<a ").unwrap();
            let to = attribute(&format!(" {link}"), "href");
            let path = to.strip_prefix(SITE).unwrap();
            assert!(
                site::places(dataset()).contains(&PageAddress::from_path(path).unwrap()),
                "{to}"
            );
            let words = link.split_once('>').unwrap().1.split_once("</a>").unwrap().0;
            assert_eq!(unescaped(words), reading);
        }
        for (snippet, query) in [(frame, "?fit=1"), (both, "")] {
            let source = attribute(snippet, "src");
            assert_eq!(source, [SITE, &place.path(), query].concat());
            assert_eq!(attribute(snippet, "loading"), "lazy");
            assert_eq!(attribute(snippet, "width"), "100%");
        }
        assert!(!frame.contains("<script"));
        let script = format!("<script async src=\"{SITE}embed.js\"></script>");
        for snippet in [both, element] {
            assert!(snippet.ends_with(&script), "{snippet}");
        }
        assert_eq!(attribute(element, "block"), "trend");
        assert_eq!(attribute(element, "lang"), lang.code());
        let height = attribute(element, "height");
        assert_eq!(attribute(element, "style"), format!("display:block;min-height:{height}px"));
    }
}

#[test]
fn an_element_and_a_frame_take_the_same_view() {
    let snippet = Snippet {
        site: SITE,
        lang: Lang::Ur,
        block: Block::Breakdown,
        state: "month=2023-10&sector=computer.freelance,telecom",
        title: "\"A\" & B",
        width: None,
        height: 900,
        page: "ur/2023-10/",
        reading: "<b>",
    };
    assert_eq!(
        snippet.element().lines().next().unwrap(),
        "<it-exports block=\"breakdown\" lang=\"ur\" month=\"2023-10\" sector=\"computer.freelance,telecom\" \
         title=\"&quot;A&quot; &amp; B\" height=\"900\" style=\"display:block;min-height:900px\">"
    );
    let source = attribute(&snippet.frame(), "src");
    let address = "ur/embed/breakdown/?fit=1&month=2023-10&sector=computer.freelance,telecom";
    assert_eq!(source.strip_prefix(SITE), Some(address));
    let source = attribute(&snippet.frame_and_script(), "src");
    assert_eq!(source.strip_prefix(SITE), Some(address.replace("fit=1&", "").as_str()));
    assert!(
        snippet
            .frame()
            .ends_with("<a href=\"https://example.org/it-exports/ur/2023-10/\">&lt;b&gt;</a></p>")
    );
}

#[test]
fn a_strict_page_is_told_the_address_of_this_site_and_no_other() {
    let [frame, both] = snippet::policy(SITE);
    assert_eq!(frame, "frame-src https://example.org/it-exports/");
    assert_eq!(
        both,
        "frame-src https://example.org/it-exports/; script-src https://example.org/it-exports/embed.js"
    );
    for lang in Lang::ALL {
        let codes = codes(&page(lang, Some(SITE)));
        for line in [&frame, &both] {
            assert_eq!(codes.iter().filter(|it| *it == line).count(), 1, "{line}");
        }
    }
}

/// Without it, a sign that nobody can take for one stands in its place, and the page says so.
#[test]
fn it_knows_whether_it_knows_its_address() {
    for lang in Lang::ALL {
        let known = page(lang, Some(SITE));
        assert!(!known.contains(UNKNOWN_SITE) && !known.contains("id=\"unknown\""), "{lang:?}");
        let unknown = page(lang, None);
        assert!(unknown.contains("id=\"unknown\""), "{lang:?}");
        for code in codes(&unknown) {
            let addresses = code.matches("https://").count();
            assert_eq!(code.matches(UNKNOWN_SITE).count(), addresses, "{code}");
        }
    }
}

#[test]
fn its_links_lead_to_what_is_there() {
    for lang in Lang::ALL {
        let html = page(lang, None);
        let to_root = if lang == Lang::En { "../" } else { "../../" };
        let body = html.split_once("<body>").unwrap().1;
        let body: String =
            body.split("<pre").map(|it| it.rsplit("</pre>").next().unwrap()).collect();
        let links = between(&body, "href=\"", "\"");
        assert!(links.len() >= 4, "{links:?}");
        let files = ["builder.css", "embed.d.ts", "style.css"];
        for link in links {
            let path = link.strip_prefix(to_root).unwrap_or_else(|| panic!("{link}"));
            let is_page =
                PageAddress::from_path(path).is_some() || path == address::builder(lang.other());
            assert!(is_page || files.contains(&path), "{link}");
        }
    }
}

/// Latin words inside Urdu keep their order: in isolates, in code, or in elements with a language of their own.
#[test]
fn latin_words_in_urdu_stand_apart() {
    let html = page(Lang::Ur, Some(SITE));
    let body = html.split_once("<main").unwrap().1;
    let mut rest = String::new();
    for part in body.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or_default();
        let apart =
            tag.contains(" lang=\"en\"") || tag.starts_with("code") || tag.starts_with("pre");
        rest.push_str(if apart { "" } else { text });
        // What is told later.
        for name in ["copied", "copy", "late", "loading", "ready", "refused", "still", "text"] {
            let said = between(tag, &format!("data-{name}=\""), "\"");
            rest.push_str(&said.concat());
        }
    }
    let mut outside = String::new();
    for part in rest.split('\u{2066}').enumerate() {
        let text = if part.0 == 0 { part.1 } else { part.1.split_once('\u{2069}').unwrap().1 };
        outside.push_str(text);
    }
    let outside =
        outside.replace("&lt;", "").replace("&gt;", "").replace("&amp;", "").replace("&quot;", "");
    // Where the build puts what blocks weigh.
    let outside: String = outside.split('{').map(|it| it.rsplit('}').next().unwrap()).collect();
    let latin: Vec<&str> = outside
        .split_whitespace()
        .filter(|it| it.chars().any(|it| it.is_ascii_alphabetic()))
        .collect();
    assert_eq!(latin, Vec::<&str>::new());
}

#[test]
fn what_takes_a_block_s_place_is_put_on_other_pages_as_that_block() {
    for view in ViewId::MENUS {
        assert!(view.block().menu().any(|it| it == view) || !view.is_offered(), "{view:?}");
    }
    for (view, block) in [
        (ViewId::Month, Block::Headline),
        (ViewId::Time, Block::Trend),
        (ViewId::Pairs, Block::Breakdown),
        (ViewId::Drivers, Block::Drivers),
        (ViewId::Driver(3), Block::Drivers),
        (ViewId::Peers, Block::Peers),
        (ViewId::Targets, Block::Targets),
    ] {
        assert_eq!(view.block(), block);
    }
    // Names and readings are found by the place in this order.
    for (place, block) in Block::ALL.into_iter().enumerate() {
        assert_eq!(block as usize, place);
    }
}
