//! Where the files of the site are that are no pages: from its root.

use crate::address::{PageAddress, PageKind};
use crate::calendar::Month;
use crate::i18n::Lang;

/// The data package as it stood on past days.
pub const VERSIONS: &str = "v/";

/// The headline of the latest month for programs.
pub const LATEST: &str = "latest.json";

/// What [`LATEST`] says and what it means, as JSON Schema (2020-12) has it.
pub const LATEST_SCHEMA: &str = "latest.schema.json";

/// The picture of a month.
pub fn card(lang: Lang, month: Month) -> String {
    PageAddress { lang, kind: PageKind::Month(month) }.path() + "card.png"
}

pub fn feed(lang: Lang) -> String {
    home(lang) + "feed.xml"
}

/// The folder of the page of changes.
pub fn changelog(lang: Lang) -> String {
    home(lang) + "changelog/"
}

/// What oEmbed answers for a page; `None` for what is no page of the site.
pub fn oembed(place: PageAddress) -> Option<String> {
    (place.kind != PageKind::SingleFile).then(|| place.path() + "oembed.json")
}

fn home(lang: Lang) -> String {
    PageAddress { lang, kind: PageKind::Latest }.path()
}
