//! Where figures were read: apart from the figures, because readers ask for it later.

/// A place in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u16);

/// A publication in which figures were read.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Whose figures they are.
    pub publisher: String,
    /// Where they were read: a newspaper, an agency, a ministry's page.
    pub outlet: String,
    pub url: String,
    /// False when the page shows no date and the month was inferred.
    pub dated: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Sources(Vec<Source>);

impl Sources {
    pub fn new(sources: Vec<Source>) -> Sources {
        Sources(sources)
    }

    /// `None` where the list is not that of the figures.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.0.get(usize::from(id.0))
    }

    /// Four lines for each: publisher, outlet, address, and whether its date is inferred.
    pub fn to_text(&self) -> String {
        let lines = |it: &Source| {
            let dated = if it.dated { "" } else { "inferred" };
            [&it.publisher, "\n", &it.outlet, "\n", &it.url, "\n", dated, "\n"].concat()
        };
        self.0.iter().map(lines).collect()
    }

    /// Reads what [`Sources::to_text`] wrote; lines that do not make a source are left out.
    pub fn from_text(text: &str) -> Sources {
        let mut lines = text.split('\n').map(str::to_owned);
        let mut sources = Vec::new();
        while let (Some(publisher), Some(outlet), Some(url), Some(dated)) =
            (lines.next(), lines.next(), lines.next(), lines.next())
        {
            sources.push(Source { publisher, outlet, url, dated: dated.is_empty() });
        }
        Sources(sources)
    }
}
