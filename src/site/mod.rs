//! The static site: every page as HTML that can be read before, and without, any program.
//!
//! The components of [`crate::ui`] are rendered here to text, with pictures by
//! [`crate::draw::inline`]; in the browser the program puts the same page in its place.

mod body;
pub mod builder;
pub mod card;
pub mod changelog;
pub mod feed;
mod head;
pub mod latest;
mod markup;
pub mod oembed;
pub mod snippet;
pub mod story;
pub mod versions;
mod words;

use crate::catalogue::Block;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use yew::LocalServerRenderer;

use crate::address::{PageAddress, PageKind};
use crate::data::Dataset;
use crate::i18n::Lang;
use crate::ui::{App, AppProps};

/// What the pages depend on besides the data.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address of the site with a slash at its end. Where it is not known, links are
    /// relative throughout, which some who share pages do not follow.
    pub site: Option<String>,
}

impl Options {
    /// A link on the page at `place` to a `path` from the root, in full where that is known.
    fn link(&self, place: PageAddress, path: &str) -> String {
        self.link_from(&place.to_root(), path)
    }

    /// The same on a page from which `to_root` leads to the root.
    fn link_from(&self, to_root: &str, path: &str) -> String {
        [self.site.as_deref().unwrap_or(to_root), path].concat()
    }
}

/// Every page.
pub fn places(data: &Dataset) -> Vec<PageAddress> {
    let months = data.monthly_record().months().map(PageKind::Month);
    let blocks = Block::offered().map(PageKind::Embed);
    let spots = months.chain(blocks).chain([PageKind::Latest, PageKind::SingleFile]);
    spots.flat_map(|kind| Lang::ALL.map(|lang| PageAddress { lang, kind })).collect()
}

/// The page that Trunk has built, with places for what differs from page to page.
#[derive(Clone, Debug)]
pub struct Shell {
    /// Up to, between and after [`Shell::MARKS`].
    parts: [String; 5],
}

/// What the shell lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacks(&'static str);

impl fmt::Display for Lacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "index.html lacks {}: put it back where a page's own parts shall stand", self.0)
    }
}

impl std::error::Error for Lacks {}

impl Shell {
    const MARKS: [&str; 4] =
        ["<html lang=\"en\" dir=\"ltr\">", "<!-- head -->", "<!-- strip -->", "<!-- body -->"];

    /// # Errors
    ///
    /// When the document lacks a mark, or has them in another order.
    pub fn new(html: &str) -> Result<Shell, Lacks> {
        let mut parts: [String; 5] = Default::default();
        let mut rest = html;
        for (part, mark) in parts.iter_mut().zip(Shell::MARKS) {
            let (before, after) = rest.split_once(mark).ok_or(Lacks(mark))?;
            *part = before.to_owned();
            rest = after;
        }
        parts[4] = rest.to_owned();
        Ok(Shell { parts })
    }

    /// A page that needs no program, in `lang`, from which `to_root` leads to the root of the site.
    fn plain(&self, lang: Lang, to_root: &str, head: &str, body: &str) -> String {
        let parts = self.parts.each_ref().map(|it| without_scripts(it));
        Shell { parts }.around(lang, to_root, head, "", body)
    }

    /// The shell of a page, its relative links counted from there.
    fn around(&self, lang: Lang, to_root: &str, head: &str, strip: &str, body: &str) -> String {
        let [start, before_head, before_strip, before_body, end] =
            self.parts.each_ref().map(|part| {
                part.replace("href=\"./", &format!("href=\"{to_root}"))
                    .replace("src=\"./", &format!("src=\"{to_root}"))
            });
        let direction = if lang.is_rtl() { "rtl" } else { "ltr" };
        let html = markup::tag("html", &[("lang", lang.code()), ("dir", direction)]);
        let parts: [&str; 9] =
            [&start, &html, &before_head, head, &before_strip, strip, &before_body, body, &end];
        parts.concat()
    }
}

fn without_scripts(html: &str) -> String {
    let mut parts = html.split("<script");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    kept.extend(parts.map(|it| it.split_once("</script>").map_or("", |it| it.1)));
    kept
}

/// The page at `place`, whole.
pub async fn page(data: &Dataset, shell: &Shell, place: PageAddress, options: &Options) -> String {
    let app = LocalServerRenderer::<App>::with_props(AppProps { place });
    let app = app.hydratable(false).render().await;
    let (strip, page) = body::strip_and_page(&app);
    let head = head::head(data, place, options);
    let body = body::body(data, place, page, options);
    shell.around(place.lang, &place.to_root(), &head, strip, &body)
}

/// Where writing failed.
#[derive(Debug)]
pub struct WriteError {
    pub path: PathBuf,
    pub error: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for WriteError {}

/// Writes a file and the folders it is in.
///
/// # Errors
///
/// When the disk refuses.
pub fn write(path: &Path, content: &[u8]) -> Result<(), WriteError> {
    let failed = |error| WriteError { path: path.to_owned(), error };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(path, content).map_err(failed)
}

/// Where the page at `place` is a file, below the root of the site.
pub fn file(place: PageAddress) -> String {
    match place.path() {
        path if path.ends_with(".html") => path,
        folder => folder + "index.html",
    }
}
