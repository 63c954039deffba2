//! Where figures were read, and what there is to say of them: apart from the figures, because
//! readers ask for it later.

use super::ObservationId;

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

/// Every source, and what there is to say of single figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Sources {
    list: Vec<Source>,
    notes: Vec<String>,
}

/// Between sources and notes.
const NOTES: char = '\u{c}';

impl Sources {
    /// A note for each observation: plain English, the arithmetic of a derived figure first;
    /// empty when there is nothing to say.
    pub fn new(list: Vec<Source>, notes: Vec<String>) -> Sources {
        Sources { list, notes }
    }

    /// `None` where the list is not that of the figures.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.list.get(usize::from(id.0))
    }

    pub fn note(&self, id: ObservationId) -> &str {
        self.notes.get(usize::from(id.0)).map_or("", String::as_str)
    }

    /// Four lines for each source: publisher, outlet, address, and whether its date is inferred;
    /// then a line for each note.
    pub fn to_text(&self) -> String {
        let lines = |it: &Source| {
            let dated = if it.dated { "" } else { "inferred" };
            [&it.publisher, "\n", &it.outlet, "\n", &it.url, "\n", dated, "\n"].concat()
        };
        let sources: String = self.list.iter().map(lines).collect();
        format!("{sources}{NOTES}{}", self.notes.join("\n"))
    }

    /// Reads what [`Sources::to_text`] wrote; lines that do not make a source are left out.
    pub fn from_text(text: &str) -> Sources {
        let lines = |text: &str| text.split('\n').map(str::to_owned).collect::<Vec<String>>();
        let mut parts = text.split(NOTES).map(lines);
        let mut list = Vec::new();
        let mut sources = parts.next().unwrap_or_default().into_iter();
        while let (Some(publisher), Some(outlet), Some(url), Some(dated)) =
            (sources.next(), sources.next(), sources.next(), sources.next())
        {
            list.push(Source { publisher, outlet, url, dated: dated.is_empty() });
        }
        Sources { list, notes: parts.next().unwrap_or_default() }
    }
}
