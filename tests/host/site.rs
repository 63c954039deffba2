//! The static pages: each tells its story in HTML alone, and nothing on them is inline.

use futures::executor::block_on;
use it_exports::address::{PageAddress, PageKind};
use it_exports::calendar::Month;
use it_exports::catalogue::Block;
use it_exports::chart::Scene;
use it_exports::data::SectorId;
use it_exports::embedded::{dataset, sources};
use it_exports::facts;
use it_exports::i18n::{Format, Lang};
use it_exports::query::VintageChoice;
use it_exports::reading;
use it_exports::site::card;
use it_exports::site::{self, Options, builder, changelog, feed};
use it_exports::views::month::bars;

use crate::files::{check_marks, check_words, said, texts};

fn options(site: Option<&str>) -> Options {
    Options { site: site.map(str::to_owned) }
}

fn page(place: PageAddress) -> String {
    block_on(site::page(dataset(), place, &options(None)))
}

/// What a reader sees, without tags; marks that only steer direction left out.
fn words(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or("", |(_, after)| after));
    }
    let text = text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#x27;", "'");
    text.replace(['\u{2066}', '\u{2067}', '\u{2069}'], "")
}

fn holds(text: &str, wanted: &str) -> bool {
    let wanted = wanted.replace(['\u{2066}', '\u{2067}', '\u{2069}'], "");
    text.contains(&wanted)
}

fn months() -> impl Iterator<Item = Month> {
    dataset().monthly_record().months()
}

#[test]
fn every_month_and_block_has_its_page_in_both_languages() {
    let places = site::places(dataset());
    assert!(months().count() >= 85);
    for lang in Lang::ALL {
        let spots = months()
            .map(PageKind::Month)
            .chain(Block::ALL.map(PageKind::Embed))
            .chain([PageKind::Latest, PageKind::SingleFile]);
        for kind in spots {
            assert!(places.contains(&PageAddress { lang, kind }), "{lang:?} {kind:?}");
        }
    }
    assert_eq!(places.len(), 2 * (months().count() + 7 + 2));
    let mut files: Vec<String> = places.iter().map(|&it| site::file(it)).collect();
    files.sort();
    files.dedup();
    assert_eq!(files.len(), places.len(), "no page overwrites another");
}

/// The figures of the page against the facts, for every month in both languages.
#[test]
fn a_month_s_page_tells_its_story_without_a_program() {
    let data = dataset();
    for lang in Lang::ALL {
        let format = Format::new(lang, None);
        let on_base = lang.strings().on_base;
        for month in months() {
            let place = PageAddress { lang, kind: PageKind::Month(month) };
            let html = page(place);
            let text = words(&html);
            let facts = facts::headline(data, VintageChoice::Latest, month).unwrap();
            let told = [reading::finding(&facts, format), reading::beside(data, &facts, format)];
            let mut wanted = vec![format.money(facts.amount)];
            wanted.extend(told);
            if let Some(answer) = reading::answer(&facts, format) {
                wanted.extend([answer.title, answer.sentence]);
            }
            for change in [facts.on_month, facts.on_year].into_iter().flatten() {
                let base = on_base(&format.span(change.base));
                wanted.push(format!("{base} {}", format.signed_percent(change.percent())));
            }
            // What was known when: every print of the figure, with its day and its outlet.
            for id in data.vintages(SectorId::TOTAL, month.into()) {
                let print = data.observation(id);
                wanted.push(format.money_exact(print.amount));
                wanted.push(format.date(print.published));
                wanted.push(sources().get(print.source).unwrap().outlet.clone());
            }
            for wanted in wanted {
                assert!(holds(&text, &wanted), "{}: {wanted}", place.path());
            }
            let neighbours = [month.plus(-1), month.plus(1)].into_iter();
            for neighbour in neighbours.filter(|&it| months().any(|month| month == it)) {
                let path = PageAddress::of(data, lang, neighbour).path();
                let link = format!("href=\"{}{path}\"", place.to_root());
                assert!(html.contains(&link), "{}: {link}", place.path());
            }
        }
    }
}

#[test]
fn the_table_of_every_month_is_on_the_page() {
    let data = dataset();
    for lang in Lang::ALL {
        let format = Format::new(lang, None);
        let html = page(PageAddress { lang, kind: PageKind::Latest });
        let text = words(&html);
        for month in months() {
            let facts = facts::headline(data, VintageChoice::Latest, month).unwrap();
            assert!(holds(&text, &format.month(month)), "{month}");
            assert!(holds(&text, &format.money_cell(facts.amount)), "{month}");
        }
        for (layout, pictures) in [("narrow", 2), ("wide", 2), ("any", 1)] {
            assert_eq!(html.matches(&format!("<svg class=\"{layout}\"")).count(), pictures);
        }
    }
}

/// It is painted before the style sheet has arrived.
#[test]
fn the_strip_stands_alone_before_the_style_sheet() {
    let embeds = Block::ALL.map(|it| (PageKind::Embed(it), it == Block::Headline));
    for (kind, has_strip) in
        [(PageKind::Latest, true), (PageKind::SingleFile, true)].into_iter().chain(embeds)
    {
        for lang in Lang::ALL {
            let html = page(PageAddress { lang, kind });
            let (_, body) = html.split_once("<body>").unwrap();
            let (strip, rest) = body.split_once("<link").unwrap();
            let strip = strip.trim();
            assert_eq!(strip.starts_with("<div id=\"strip-view\""), has_strip, "{kind:?}");
            assert_eq!(
                strip.matches("<svg class=\"any\" width=\"100%\" height=\"58\"").count(),
                usize::from(has_strip)
            );
            assert_eq!(strip.contains("font-family=\"system-ui"), has_strip, "{kind:?}: letters");
            assert!(!strip.contains("<input"));
            // Every paint has a colour for either theme of its own.
            let paints = strip.matches("=\"var(").count();
            assert!(!has_strip || paints > 3, "{kind:?}: {paints}");
            assert_eq!(strip.matches(",light-dark(#").count(), paints);
            assert!(!rest.contains("id=\"strip-view\""));
        }
    }
}

/// The first tag that a strict policy would refuse without a word: a style or script in the page itself. Data are no
/// script.
fn inline(html: &str) -> Option<&str> {
    let mut tags = html.split('<').skip(1).map(|it| it.split('>').next().unwrap_or_default());
    tags.find(|tag| {
        let mut words = tag.split(char::is_whitespace);
        let name = words.next().unwrap_or_default();
        let refers = tag.contains(" src=\"") || tag.contains("type=\"application/ld+json\"");
        let styles =
            |it: &str| it.starts_with("style=") || (it.starts_with("on") && it.contains("=\""));
        name == "style" || (name == "script" && !refers) || words.any(styles)
    })
}

#[test]
fn nothing_on_a_page_is_inline() {
    for place in site::places(dataset()) {
        assert_eq!(inline(&page(place)), None, "{}", place.path());
    }
    let publications = facts::publications(dataset());
    for lang in Lang::ALL {
        let options = options(None);
        let changes = changelog::page(dataset(), sources(), &publications, lang, &options);
        for html in [changes, builder::page(dataset(), lang, &options)] {
            assert_eq!(inline(&html), None, "{lang:?}");
        }
    }
}

#[test]
fn links_climb_to_the_root_from_every_depth() {
    for (path, link) in [
        ("", "./style.css"),
        ("2023-10/", "../style.css"),
        ("ur/embed/trend/", "../../../style.css"),
    ] {
        let html = page(PageAddress::from_path(path).unwrap());
        assert!(html.contains(&format!("href=\"{link}\"")), "{path}");
    }
}

#[test]
fn with_its_address_known_the_site_links_in_full() {
    let data = dataset();
    let known = options(Some("https://example.org/it/"));
    let place = PageAddress::from_path("ur/2023-10/").unwrap();
    let html = block_on(site::page(data, place, &known));
    for wanted in [
        "<link rel=\"canonical\" href=\"https://example.org/it/ur/2023-10/\">",
        "hreflang=\"en\" href=\"https://example.org/it/2023-10/\"",
        "content=\"https://example.org/it/ur/2023-10/card.png\"",
    ] {
        assert!(html.contains(wanted), "{wanted}");
    }
    let map = feed::sitemap(data, &known).unwrap();
    assert_eq!(
        map.matches("<url>").count(),
        2 * (months().count() + 1),
        "and the page for webmasters"
    );
    assert!(map.contains("<loc>https://example.org/it/</loc>"));
    assert_eq!(feed::sitemap(data, &options(None)), None, "a map needs full addresses");
}

#[test]
fn the_feed_names_each_month_once() {
    for lang in Lang::ALL {
        let xml = feed::feed(dataset(), lang, &options(None));
        let ids: Vec<&str> =
            xml.split("<id>").skip(1).map(|it| it.split_once('<').unwrap().0).collect();
        assert_eq!(ids.len(), 25, "the feed's own and those of 24 months");
        assert!(ids.iter().all(|it| it.len() == "urn:uuid:".len() + 36), "{ids:?}");
        let mut different = ids.clone();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), ids.len());
        assert_eq!(xml.matches("<updated>").count(), 25);
        assert!(!xml.contains("<updated></updated>"));
    }
}

fn card_of(lang: Lang, month: Month) -> Scene {
    let options = options(Some("https://example.org/it-exports/"));
    card::scene(dataset(), lang, month, &options).unwrap()
}

#[test]
fn the_picture_of_a_month_says_its_figure_and_what_was_reported() {
    let month: Month = "2023-10".parse().unwrap();
    let said_by = |lang| said(&card_of(lang, month));
    let said = said_by(Lang::En);
    for wanted in [
        "October 2023 · final",
        "$238",
        "million",
        "Was it really 15%?",
        "reported: 15%",
        "+15.5%",
        "+7.7%",
        "Since then: from $238 million to",
        "Oct 23: 238",
        "example.org/it-exports/2023-10/",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let said = said_by(Lang::Ur);
    for wanted in
        ["23 کروڑ 80 لاکھ ڈالر", "خبر میں: 15 فیصد", "+15.5%", "example.org/it-exports/ur/2023-10/"]
    {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
}

/// Half as large, the picture is still read.
#[test]
fn no_word_of_a_picture_for_sharing_is_cut_covered_or_small() {
    for (lang, month) in Lang::ALL.into_iter().flat_map(|lang| months().map(move |it| (lang, it))) {
        let scene = card_of(lang, month);
        check_words(&scene)
            .and_then(|()| check_marks(&scene))
            .unwrap_or_else(|it| panic!("{lang:?} {month}: {it}"));
        assert_eq!((scene.width as u32, scene.height as u32), card::SIZE);
        let size = texts(&scene).iter().map(|it| it.size).fold(f64::INFINITY, f64::min);
        assert!(size >= 16.0, "{lang:?} {month}: letters of {size}");

        let said = said(&scene);
        let facts = facts::headline(dataset(), VintageChoice::Latest, month).unwrap();
        let format = Format::new(lang, None);
        let bars = bars(&facts, format);
        for it in &bars.bars {
            let texts = [it.label.as_str(), &it.text, it.verdict.unwrap_or_default()];
            assert!(
                texts.iter().all(|it| said.contains(it)),
                "{lang:?} {month}: {texts:?} in {said}"
            );
        }
        // Cut at its end, a text has an ellipsis.
        assert!(!said.contains('…') && holds(&said, &reading::finding(&facts, format)), "{said}");
        let adjusted = facts.adjusted.is_some_and(|it| it.is_ok());
        assert_eq!(said.contains(lang.strings().adjusted), adjusted, "{said}");
        assert!(said.contains(lang.strings().source_line), "{said}");
    }
}

/// The build puts the names of the files in; what the frame cannot know stands beside them.
#[test]
fn a_block_has_what_it_needs_in_frames_of_others_and_no_other_page_has() {
    let data = dataset();
    let record = data.monthly_record();
    let published = data.observations.iter().map(|it| it.published).max().unwrap();
    for lang in Lang::ALL {
        for block in Block::ALL {
            let place = PageAddress { lang, kind: PageKind::Embed(block) };
            let html = page(place);
            let root = place.to_root();
            let script = format!(
                "<script src=\"{root}frame.js\" data-block=\"{}\" data-first=\"{}\" data-latest=\"{}\" data-published=\"{published}\">",
                block.code(),
                record.start(),
                record.end(),
            );
            for wanted in [&script, &format!("href=\"{root}frame.css\"")] {
                assert!(html.contains(wanted.as_str()), "{place:?} lacks {wanted}");
            }
            for id in ["newer", "unopened", "fold"] {
                assert_eq!(html.matches(&format!("id=\"{id}\"")).count(), 1, "{place:?} {id}");
            }
        }
        assert!(!page(PageAddress { lang, kind: PageKind::Latest }).contains("frame.js"));
    }
}
