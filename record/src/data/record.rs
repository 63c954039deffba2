//! What the record is of: its names, unit, year and tree of nouns, as `datapackage.json` says under
//! `record`.

use serde::Deserialize;

use super::Amount;
use crate::calendar::Month;

/// A text in the two languages of the page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub en: String,
    pub ur: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Of the page: `Pakistan's IT exports`. In Urdu a feminine plural, as is `subject`.
    pub title: Words,
    /// What is added up, in the middle of a sentence, in English a plural: `IT exports`.
    pub subject: Words,
    /// What was exported: `IT services`.
    pub goods: Words,
    pub country: Country,
    pub unit: Unit,
    pub fiscal_year: Year,
    pub publishers: Words,
    /// What the page has, in a sentence, for those that find it by searching.
    pub about: Words,
    /// What is measured, by whom, for which year: under the method.
    pub method: Words,
    /// What is measured, for catalogues of data, in English.
    pub measured: Measured,
    pub languages: Languages,
    pub plausible: Plausible,
    /// How sectors are called in sentences, where that is not their name with a small letter.
    pub nouns: Vec<Noun>,
    /// Missing where no peers are compared.
    pub peers: Option<Peers>,
    /// How the record and what was announced differ in scope. Missing where there are no targets.
    pub scope: Option<Words>,
    /// Whether the total is adjusted for working days and season, with constants that were measured on one record
    /// (`crate::adjustment`): only where somebody has seen that they fit.
    #[serde(default)]
    pub adjusted: bool,
    /// Months that were in the news with a figure that can be looked into.
    #[serde(default)]
    pub stories: Vec<Story>,
}

/// What was reported of a month.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    pub month: String,
    /// The change that was reported, whole per cent.
    pub claim: i32,
    /// The month on which the change was, by the report.
    pub base: String,
    pub outlet: String,
    pub address: String,
}

impl Story {
    /// The month and its base; `None` where either is none, or the base does not come before.
    pub fn months(&self) -> Option<(Month, Month)> {
        let [month, base] = [&self.month, &self.base].map(|it| it.parse::<Month>().ok());
        month.zip(base).filter(|(month, base)| base < month)
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// The codes of ISO 3166 in three letters and in two.
    pub iso3: String,
    pub iso2: String,
    pub en: String,
    /// `Pakistan's`.
    pub whose: String,
    pub ur: String,
}

/// Amounts are millions of it, with at most three decimals.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// In names of columns and files: `usd` for `value_usd_million`.
    pub code: String,
    /// Before figures in English: `$`. Empty where the noun follows instead.
    pub symbol: String,
    /// Before `million` on an axis: `US$`. Empty where the noun follows instead.
    pub sign: String,
    /// `dollars`, and where it has to be clear whose: `US dollars`.
    pub noun: Words,
    pub full: Words,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// 1, 4, 7 or 10, so that quarters do not run across its end. A year that begins in another month than January
    /// is named by the calendar year in which it ends.
    pub first_month: u8,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    pub name: String,
    pub description: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Languages {
    pub en: Language,
    pub ur: Language,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// In the language itself.
    pub name: String,
    /// With its country, as Open Graph has it: `ur_PK`.
    pub locale: String,
}

/// What the checks of figures take for possible, in millions of the unit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plausible {
    /// More than this in a month cannot be.
    pub month_at_most: u32,
    /// Changes of smaller amounts need no note, however large.
    pub jump_from: u32,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noun {
    pub sector: String,
    /// Without one, in that language the name.
    pub en: Option<String>,
    pub ur: Option<String>,
    /// Those who do it, when they bring growth about: `freelancers`.
    pub who: Option<Words>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peers {
    /// What the countries are compared by: `ICT services`; and their exports: `ICT service exports`.
    pub goods: Words,
    pub subject: Words,
    /// Countries shown until a reader chooses.
    pub beside: Vec<String>,
    /// What is wanting in the source.
    pub note: Words,
}

/// What the rules of figures have to know of the record.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// Of amounts in files: `value_usd_million`.
    pub value_column: &'a str,
    /// `US dollars`.
    pub unit: &'a str,
    /// Millions of the unit that no month can reach.
    pub month_at_most: u32,
    /// Millions of the unit, below which changes are small.
    pub jump_from: u32,
}

impl Terms<'_> {
    /// Whether amounts are US dollars.
    pub fn in_dollars(&self) -> bool {
        self.value_column == "value_usd_million"
    }

    /// Below this any change is small.
    pub fn jumps_from(&self) -> Amount {
        Amount::from_thousands(i64::from(self.jump_from) * 1000)
    }
}

impl Record {
    /// Of amounts in files: `value_usd_million`.
    pub fn value_column(&self) -> String {
        format!("value_{}_million", self.unit.code)
    }

    /// `value_column` is that of this record.
    pub fn terms<'a>(&'a self, value_column: &'a str) -> Terms<'a> {
        Terms {
            value_column,
            unit: &self.unit.full.en,
            month_at_most: self.plausible.month_at_most,
            jump_from: self.plausible.jump_from,
        }
    }

    /// What cannot be: the words that lead to it, and what is wrong. `lists` knows the files of the package.
    pub fn problem(
        &self,
        lists: impl Fn(&str) -> bool,
    ) -> Option<(&'static [&'static str], &'static str)> {
        let code = &self.unit.code;
        let fits = |it: u8| it.is_ascii_lowercase() || it == b'_';
        if !matches!(self.fiscal_year.first_month, 1 | 4 | 7 | 10) {
            let rule = "a year here begins with a quarter: write 1, 4, 7 or 10 (January, April, July, October)";
            return Some((&["record", "first_month"], rule));
        }
        if code.is_empty() || !code.bytes().all(fits) {
            let rule =
                "the unit's code goes into names of columns: write small letters, such as usd";
            return Some((&["record", "unit", "code"], rule));
        }
        let sound = |it: &Story| it.months().is_some() && it.address.starts_with("https://");
        if !self.stories.iter().all(sound) {
            let rule =
                "a story has a month and an earlier base (2023-10), and an address (https://…)";
            return Some((&["record", "stories"], rule));
        }
        if self.peers.is_none() && lists("peers.csv") {
            let rule = "peers.csv compares countries, and nothing says by what: put \"peers\" back";
            return Some((&["record"], rule));
        }
        if self.scope.is_none() && lists("targets.csv") {
            let rule = "targets.csv has what was announced, and nothing says how that differs from the figures: put \"scope\" back";
            return Some((&["record"], rule));
        }
        None
    }
}
