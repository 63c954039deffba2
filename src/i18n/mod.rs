//! Languages, and how numbers and periods are written in each.
//!
//! Every label of the page stands in a table of words, English and Urdu beside each other, a file for each subject;
//! sentences are in [`crate::reading`].

#[macro_use]
mod words;
pub mod page;
pub mod settings;
pub mod trend;
pub mod adjusted;
pub mod breakdown;
pub mod context;
pub mod prices;
pub mod export;
#[cfg(feature = "site")]
pub mod site;
#[cfg(feature = "site")]
pub mod builder;
mod format;
pub mod indicators;

pub use format::Format;

use crate::catalogue::ViewId;
use crate::data::{Bilingual, Language};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    En,
    Ur,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Ur];

    /// As in the `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ur => "ur",
        }
    }

    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// Itself where the program is built for both languages, else the one it is built for.
    ///
    /// Whatever is written in two languages asks this first: in a program for one, the
    /// compiler then leaves out all that is written in the other.
    pub const fn spoken(self) -> Lang {
        match (cfg!(feature = "en"), cfg!(feature = "ur")) {
            (true, false) => Lang::En,
            (false, true) => Lang::Ur,
            (true, true) | (false, false) => self,
        }
    }

    pub fn is_rtl(self) -> bool {
        matches!(self.spoken(), Lang::Ur)
    }

    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Ur,
            Lang::Ur => Lang::En,
        }
    }

    pub fn strings(self) -> &'static page::Words {
        page::words(self)
    }
}

impl Lang {
    /// The name of a view in its menu.
    pub fn view(self, view: ViewId) -> &'static str {
        match self.spoken() {
            Lang::En => view.en(),
            Lang::Ur => view.ur(),
        }
    }
}

impl Language for Lang {
    fn text_of(self, texts: &Bilingual) -> &str {
        match self.spoken() {
            Lang::En => &texts.en,
            Lang::Ur => &texts.ur,
        }
    }
}

/// Keeps a run of Latin letters, signs and figures in order inside right-to-left text.
pub fn isolate(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// Whether a sentence of either language may end with the letter.
pub fn ends_sentence(letter: char) -> bool {
    matches!(letter, '.' | '۔' | '?' | '؟')
}
