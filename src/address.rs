//! Which page of the site a view is on, and the links between pages.
//!
//! Every page is a folder with an `index.html`, so links work under any static server, at
//! a domain's root and in a sub-folder. What a path does not say is in the query: see
//! [`State::to_query`].

use crate::calendar::Month;
use crate::catalogue::Block;
use crate::data::Dataset;
use crate::i18n::Lang;
use crate::query;
use crate::state::State;

/// A page of the site in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageAddress {
    pub lang: Lang,
    pub kind: PageKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The latest month, with everything: `/`.
    Latest,
    /// A month's story, with everything: `/2023-10/`.
    Month(Month),
    /// One block for the pages of others: `/embed/trend/`.
    Embed(Block),
    /// Everything in one file, which has no other pages beside it but its twin in the
    /// other language.
    SingleFile,
}

/// The page for webmasters, which makes the snippets of blocks: relative to the root of the site.
pub fn builder(lang: Lang) -> String {
    PageAddress { lang, kind: PageKind::Latest }.path() + "embed/"
}

const SINGLE_FILE: &str = "it-exports-";

impl PageAddress {
    /// The page that shows everything about a month.
    pub fn of(data: &Dataset, lang: Lang, month: Month) -> PageAddress {
        let latest = month == query::latest_month(data);
        PageAddress { lang, kind: if latest { PageKind::Latest } else { PageKind::Month(month) } }
    }

    /// Relative to the root of the site, with the slash of its folder: `ur/2023-10/`;
    /// empty for the English start page.
    pub fn path(self) -> String {
        let folder = if self.lang == Lang::En { "" } else { "ur/" };
        match self.kind {
            PageKind::Latest => folder.to_owned(),
            PageKind::Month(month) => format!("{folder}{month}/"),
            PageKind::Embed(block) => format!("{folder}embed/{}/", block.code()),
            PageKind::SingleFile => format!("{SINGLE_FILE}{}.html", self.lang.code()),
        }
    }

    /// Reads what [`PageAddress::path`] wrote.
    pub fn from_path(path: &str) -> Option<PageAddress> {
        if let Some(name) = path.strip_prefix(SINGLE_FILE) {
            let lang = Lang::from_code(name.strip_suffix(".html")?)?;
            return Some(PageAddress { lang, kind: PageKind::SingleFile });
        }
        let (lang, rest) =
            path.strip_prefix("ur/").map_or((Lang::En, path), |rest| (Lang::Ur, rest));
        let kind = match rest.strip_suffix('/') {
            None if rest.is_empty() => PageKind::Latest,
            None => return None,
            Some(folder) => match folder.strip_prefix("embed/") {
                Some(code) => PageKind::Embed(Block::offered().find(|it| it.code() == code)?),
                None => PageKind::Month(folder.parse().ok()?),
            },
        };
        Some(PageAddress { lang, kind })
    }

    /// The way from this page to the root of the site: `./`, `../`, `../../`.
    pub fn to_root(self) -> String {
        match self.path().matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// The month that the page shows when its address asks for no other.
    pub fn home(self, data: &Dataset) -> Month {
        match self.kind {
            PageKind::Month(month) => month,
            PageKind::Latest | PageKind::Embed(_) | PageKind::SingleFile => {
                query::latest_month(data)
            }
        }
    }

    /// The page that shows everything about this page's month: itself, or, for a block or a
    /// file, what it is a part or a copy of.
    pub fn whole(self, data: &Dataset) -> PageAddress {
        PageAddress::of(data, self.lang, self.home(data))
    }

    /// Where `state` is when it is reached from here: the path relative to the root, and
    /// the query. A block and a single file stay where they are.
    pub fn address(self, data: &Dataset, state: &State) -> String {
        let place = match self.kind {
            PageKind::Latest | PageKind::Month(_) => PageAddress::of(data, self.lang, state.month),
            PageKind::Embed(_) | PageKind::SingleFile => self,
        };
        match state.to_query(data, place.home(data)) {
            query if query.is_empty() => place.path(),
            query => format!("{}?{query}", place.path()),
        }
    }

    /// The same page in the other language.
    pub fn other_language(self) -> PageAddress {
        PageAddress { lang: self.lang.other(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::dataset;

    fn all() -> impl Iterator<Item = PageAddress> {
        let months = dataset().monthly_record().months().map(PageKind::Month);
        let blocks = Block::ALL.map(PageKind::Embed);
        let spots: Vec<PageKind> = [PageKind::Latest, PageKind::SingleFile]
            .into_iter()
            .chain(blocks)
            .chain(months)
            .collect();
        Lang::ALL.into_iter().flat_map(move |lang| {
            spots.clone().into_iter().map(move |kind| PageAddress { lang, kind })
        })
    }

    #[test]
    fn paths_are_read_back() {
        for place in all() {
            assert_eq!(PageAddress::from_path(&place.path()), Some(place), "{place:?}");
        }
        for path in ["2023-13/", "2023-10", "embed/", "embed/nothing/", "de/", "ur", "x"] {
            assert_eq!(PageAddress::from_path(path), None, "{path}");
        }
    }

    #[test]
    fn the_way_to_the_root_climbs_as_many_folders_as_the_path_has() {
        let cases = [
            ("", "./"),
            ("ur/", "../"),
            ("2023-10/", "../"),
            ("ur/embed/trend/", "../../../"),
            ("it-exports-ur.html", "./"),
        ];
        for (path, to_root) in cases {
            assert_eq!(PageAddress::from_path(path).unwrap().to_root(), to_root, "{path}");
        }
    }

    #[test]
    fn a_month_is_in_the_path_where_it_has_a_page() {
        let data = dataset();
        let month: Month = "2023-10".parse().unwrap();
        let state = State { theme: crate::state::Theme::Dark, ..State::of(data, month) };
        let check = |path: &str, address: &str| {
            assert_eq!(PageAddress::from_path(path).unwrap().address(data, &state), address);
        };
        check("", "2023-10/?theme=dark");
        check("ur/2019-07/", "ur/2023-10/?theme=dark");
        check("embed/trend/", "embed/trend/?month=2023-10&theme=dark");
        check("it-exports-ur.html", "it-exports-ur.html?month=2023-10&theme=dark");
        let latest = State::new(data);
        assert_eq!(PageAddress::from_path("2019-07/").unwrap().address(data, &latest), "");
    }
}
