//! What programs that ask for it put in the place of a link to a page: oEmbed 1.0, as files.
//!
//! Nobody answers requests here, so every page has one answer, whatever size is asked for: a frame
//! that fits any width. Consumers that read only `html`, `width`, `height`, `title` and
//! `thumbnail_url` get everything they need.

use serde_json::json;

use super::{Options, card, paths, snippet::Snippet, story};
use crate::address::{PageAddress, PageKind};
use crate::catalogue::Block;
use crate::data::Dataset;
use crate::reading::Reading;

/// Width and height of a frame in CSS pixels: what a headline or a chart with its reading has room in,
/// without anything folded on a page of usual width.
const FRAME: (u32, u32) = (640, 560);

/// A day, in seconds: new figures come once a month.
const CACHE_AGE: u32 = 86_400;

/// The answer for the page at `place`. `None` where the address of the site is not known: a consumer
/// puts the frame into pages of its own, where a relative address leads nowhere.
pub fn oembed(data: &Dataset, place: PageAddress, options: &Options) -> Option<String> {
    let site = options.site.as_deref()?;
    paths::oembed(place)?;
    let month = place.home(data);
    let block = match place.kind {
        PageKind::Embed(block) => block,
        PageKind::Latest | PageKind::Month(_) | PageKind::SingleFile => Block::Headline,
    };
    let pinned = match place.kind {
        PageKind::Month(month) => format!("month={month}"),
        PageKind::Latest | PageKind::Embed(_) | PageKind::SingleFile => String::new(),
    };
    let full = |path: &str| [site, path].concat();
    let Reading { title, sentence } = story::story(data, place);
    let (width, height) = FRAME;
    let page = place.whole(data).path();
    let snippet = Snippet {
        site,
        lang: place.lang,
        block,
        state: &pinned,
        title: &title,
        width: Some(width),
        height,
        page: &page,
        reading: &sentence,
    };
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": place.lang.strings().title,
        "provider_url": full(&PageAddress { kind: PageKind::Latest, ..place }.path()),
        "cache_age": CACHE_AGE,
        "thumbnail_url": full(&paths::card(place.lang, month)),
        "thumbnail_width": card::SIZE.0,
        "thumbnail_height": card::SIZE.1,
        // Where frames are taken out, the finding stays, and where it can be checked.
        "html": snippet.frame(),
        "width": width,
        "height": height,
    });
    Some(answer.to_string())
}
