//! What others paste into their pages to show a block: the one place that writes it natively. On the page for
//! webmasters `static/builder/builder.js` writes the same; a test compares them.

use super::markup::{escape, tag};
use crate::address::{PageAddress, PageKind};
use crate::catalogue::Block;
use crate::i18n::Lang;

/// Everything that a frame may do beyond what it does by itself.
const ALLOWED: &str = "fullscreen; clipboard-write; web-share";

/// From the root of the site.
const SCRIPT: &str = "embed.js";

/// A block on a page of others.
#[derive(Clone, Copy, Debug)]
pub struct Snippet<'a> {
    /// The address of the site, with a slash at its end.
    pub site: &'a str,
    pub lang: Lang,
    pub block: Block,
    /// What it shows, as a query; empty for what it shows at first.
    pub state: &'a str,
    /// By which those who do not see the frame know it.
    pub title: &'a str,
    /// In CSS pixels; `None`: as wide as the column it stands in.
    pub width: Option<u32>,
    /// Kept free for it, in CSS pixels.
    pub height: u32,
    /// Where the finding can be checked: a path from the root of the site.
    pub page: &'a str,
    /// What it finds: stays where frames and scripts are taken out.
    pub reading: &'a str,
}

impl Snippet<'_> {
    /// A frame and nothing else, which folds away what it has no room for.
    pub fn frame(&self) -> String {
        [self.iframe(&["fit=1"]), self.link()].join("\n")
    }

    /// A frame that is as high as its content.
    pub fn frame_and_script(&self) -> String {
        [self.iframe(&[]), self.link(), self.script()].join("\n")
    }

    /// The same as an element.
    pub fn element(&self) -> String {
        let height = self.height.to_string();
        let style = format!("display:block;min-height:{height}px");
        let pairs = self.state.split('&').filter_map(|it| it.split_once('='));
        let mut attributes = vec![("block", self.block.code()), ("lang", self.lang.code())];
        attributes.extend(pairs);
        attributes.extend([("title", self.title), ("height", &height), ("style", &style)]);
        let element = tag("it-exports", &attributes);
        format!("{element}\n{}\n</it-exports>\n{}", self.link(), self.script())
    }

    fn iframe(&self, first: &[&str]) -> String {
        let path = PageAddress { lang: self.lang, kind: PageKind::Embed(self.block) }.path();
        let query = [first, &[self.state]].concat();
        let query: Vec<&str> = query.into_iter().filter(|it| !it.is_empty()).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        let (width, style) = match self.width {
            Some(pixels) => (pixels.to_string(), "border:0;max-width:100%"),
            None => ("100%".to_owned(), "border:0"),
        };
        let frame = tag(
            "iframe",
            &[
                ("src", &[self.site, &path, mark, &query.join("&")].concat()),
                ("title", self.title),
                ("width", &width),
                ("height", &self.height.to_string()),
                ("loading", "lazy"),
                ("allow", ALLOWED),
                ("style", style),
            ],
        );
        frame + "</iframe>"
    }

    fn link(&self) -> String {
        let direction = if self.lang.is_rtl() { "rtl" } else { "ltr" };
        format!(
            "{}{}{}</a></p>",
            tag("p", &[("lang", self.lang.code()), ("dir", direction)]),
            tag("a", &[("href", &[self.site, self.page].concat())]),
            escape(self.reading)
        )
    }

    fn script(&self) -> String {
        format!("<script async src=\"{}\"></script>", escape(&[self.site, SCRIPT].concat()))
    }
}

/// What a page with a strict policy of its own has to allow: for a frame alone, and for the other two ways.
pub fn policy(site: &str) -> [String; 2] {
    let frame = format!("frame-src {site}");
    let both = format!("{frame}; script-src {site}{SCRIPT}");
    [frame, both]
}

/// Room for a block in full as it is at first, in a column of 600 CSS pixels: measured, as
/// `tests/browser/builder.test.mjs` does again.
pub fn room(block: Block, lang: Lang) -> u32 {
    let (english, urdu) = match block {
        Block::Headline => (720, 790),
        Block::Trend => (810, 860),
        Block::Breakdown => (1140, 1280),
        Block::Drivers => (2190, 2150),
        Block::Peers => (830, 850),
        Block::Targets => (1640, 1610),
        Block::Data => (460, 470),
    };
    match lang {
        Lang::En => english,
        Lang::Ur => urdu,
    }
}
