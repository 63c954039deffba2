//! The static site: every page as HTML that can be read before, and without, any program.
//!
//! The components of [`crate::ui`] are rendered here to text, with pictures by
//! [`crate::draw::inline`]; in the browser the program puts the same page in its place.

pub mod adjusted;
mod body;
pub mod builder;
pub mod card;
pub mod changelog;
pub mod feed;
mod head;
pub mod latest;
mod markup;
pub mod oembed;
pub mod paths;
pub mod snippet;
pub mod story;
pub mod versions;

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

/// A page around its own parts, in `lang`, from which `to_root` leads to the root of the site. The build adds to the
/// names of scripts and styles what changes with their content.
fn document(
    lang: Lang,
    to_root: &str,
    head: &str,
    strip: &str,
    body: &str,
    has_program: bool,
) -> String {
    let direction = if lang.is_rtl() { "rtl" } else { "ltr" };
    let html = markup::tag("html", &[("lang", lang.code()), ("dir", direction)]);
    let script = |attributes: &str, name: &str| {
        if !has_program {
            return String::new();
        }
        format!("<script{attributes} src=\"{to_root}{name}\"></script>")
    };
    let start = script(" type=\"module\" async", "start.js");
    let watch = script("", "watch.js");
    format!(
        "<!doctype html>\n\
         {html}\n  \
         <head>\n    \
         <meta charset=\"utf-8\">\n    \
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n    \
         {head}\n    \
         <meta name=\"color-scheme\" content=\"light dark\">\n    \
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"{to_root}static/icon.svg\">\n  \
         {start}</head>\n  \
         <body>\n    \
         {strip}\n    \
         <link rel=\"stylesheet\" href=\"{to_root}style.css\">\n    \
         {watch}\n    \
         {body}\n  \
         </body>\n\
         </html>\n"
    )
}

/// The page at `place`, whole.
pub async fn page(data: &Dataset, place: PageAddress, options: &Options) -> String {
    let app = LocalServerRenderer::<App>::with_props(AppProps { place });
    let app = app.hydratable(false).render().await;
    let (strip, page) = body::strip_and_page(&app);
    let head = head::head(data, place, options);
    let body = body::body(data, place, page, options);
    document(place.lang, &place.to_root(), &head, strip, &body, true)
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
