//! Facts in words: a heading that states the finding and the sentences that back it.
//!
//! Each subject has a file. What is worth saying is decided there, once; English and Urdu
//! say the same things beside each other, each in its own order. [`en`] and [`ur`] hold the
//! grammar that subjects share. Every claim follows from [`crate::facts`] and is tested
//! against the data for every month.

mod driver;
pub(crate) mod en;
mod peers;
mod prices;
mod targets;
pub mod text;
pub(crate) mod ur;

mod breakdown;
mod events;
mod explain;
mod first_prints;
mod fiscal_years;
mod headline;
mod heat;
mod parts;
mod projection;
mod real;
mod seasons;
mod contributions;
mod freelance;
mod multiples;
mod spans;
mod trend;
mod two_months;

use crate::calendar::{Month, Span};
use crate::data::{Amount, Dataset, SectorId, SectorSet};
use crate::i18n::{Format, Lang};
use crate::query::{Heading, VintageChoice};

use text::{Percent, Text};

pub(crate) use breakdown::breakdown_with;
pub use breakdown::{breakdown, elsewhere};
pub use contributions::contributions;
pub use driver::{driver, driver_figure, drivers, grown_beside};
pub use events::events;
pub use explain::explain;
pub use first_prints::first_prints;
pub use fiscal_years::fiscal_years;
pub use freelance::{freelance, share_of_services};
pub use headline::{beside, finding, headline, month, title, year_to_date};
pub use heat::heat;
pub use multiples::multiples;
pub use parts::parts;
pub use peers::peers;
pub use prices::prices;
pub use projection::projection;
pub use real::{adjusted, answer, real, report, season_pattern, verdict};
pub use seasons::seasons;
pub use spans::spans;
pub use targets::{outcome, targets};
pub use trend::{since, trend};
pub use two_months::two_months;

/// What a view says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The finding, without a full stop.
    pub title: String,
    /// One or more whole sentences: level, change against what, largest contributor,
    /// status. They stand alone when copied.
    pub sentence: String,
}

impl Reading {
    /// Title and sentences in one line, as a text alternative.
    pub fn text(&self, lang: Lang) -> String {
        [&self.title, text::full_stop(lang), " ", &self.sentence].concat()
    }
}

/// In the language of the format.
fn spoken(
    format: Format,
    english: impl FnOnce(&mut Text) -> Reading,
    urdu: impl FnOnce(&mut Text) -> Reading,
) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => english(text),
        Lang::Ur => urdu(text),
    }
}

/// The same of chosen sectors; of none there is nothing more to say.
fn spoken_of(
    sectors: SectorSet,
    format: Format,
    english: impl FnOnce(&mut Text) -> Reading,
    urdu: impl FnOnce(&mut Text) -> Reading,
) -> Reading {
    if sectors.is_empty() {
        spoken(format, en::nothing_chosen, ur::nothing_chosen)
    } else {
        spoken(format, english, urdu)
    }
}

// Sentences that end a reading of any subject

fn nothing_chosen(text: &mut Text) -> Reading {
    match text.lang() {
        Lang::En => en::nothing_chosen(text),
        Lang::Ur => ur::nothing_chosen(text),
    }
}

fn vintage(text: &mut Text, choice: VintageChoice) {
    match text.lang() {
        Lang::En => en::vintage(text, choice),
        Lang::Ur => ur::vintage(text, choice),
    }
}

fn series_break(text: &mut Text, data: &Dataset, month: Option<Month>) {
    match text.lang() {
        Lang::En => en::series_break(text, data, month),
        Lang::Ur => ur::series_break(text, data, month),
    }
}

/// A computed value in US$ million, such as a mean, rounded to thousands of dollars for wording.
fn millions(value: f64) -> Amount {
    Amount::from_thousands((value * 1000.0).round() as i64)
}

// What both grammars ask

/// What the reader has chosen, as a sentence names it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Subject {
    All,
    /// Up to three nodes of the tree.
    Nodes(Vec<SectorId>),
    AllBut(SectorId),
    /// So many leaves.
    Some(usize),
}

fn subject(data: &Dataset, sectors: SectorSet) -> Subject {
    let tree = &data.sectors;
    let bundle = tree.ids().find(|&it| tree.is_bundle(it) && tree.leaves(it) == sectors);
    let nodes = bundle.map_or_else(|| tree.nodes(sectors), |it| vec![it]);
    let missing = tree.nodes(tree.all() - sectors);
    match (nodes.as_slice(), missing.as_slice()) {
        ([SectorId::TOTAL], _) => Subject::All,
        ([], _) => Subject::Some(0),
        ([_], _) => Subject::Nodes(nodes),
        (_, [missing]) => Subject::AllBut(*missing),
        ([_, _] | [_, _, _], _) => Subject::Nodes(nodes),
        _ => Subject::Some(
            tree.ids().filter(|&it| tree.is_leaf(it) && sectors.contains(it.into())).count(),
        ),
    }
}

/// A share in percent, never nothing or all when it is neither.
enum Rounded {
    LessThan(Percent),
    About(Percent),
    MoreThan(Percent),
}

fn rounded(share: f64) -> Rounded {
    match share * 100.0 {
        percent if percent > 0.0 && percent < 0.05 => Rounded::LessThan(Percent(0.1)),
        percent if (99.95..100.0).contains(&percent) => Rounded::MoreThan(Percent(99.9)),
        percent => Rounded::About(Percent(percent)),
    }
}

/// The heading that has its own line since the series of another one broke, and that other.
fn split_headings(data: &Dataset) -> Option<(Heading, Heading)> {
    let tree = &data.sectors;
    let split = |newer| Some((Heading::Sector(newer), Heading::Sector(tree.split_from(newer)?)));
    tree.ids().find_map(split)
}

/// Months of `gaps` in all.
fn missing_months(gaps: &[Span]) -> usize {
    gaps.iter().map(|it| it.len()).sum()
}
