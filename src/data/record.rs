//! What the record is of: its names, unit, year and tree of nouns, as `datapackage.json` says under
//! `record`. The build script writes them as the literals of the macro `package_text!`, so that they become
//! part of sentences where these are compiled and cost a reader nothing.

use std::fmt::Write;

use serde::Deserialize;

use super::package::Description;

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

/// A word for years: its key, what it is in English and in Urdu for fiscal years, and for those of the calendar.
pub type YearWords<'a> = (&'a str, [&'a str; 2], [&'a str; 2]);

/// What the package has besides the record itself, which decides what the page shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Has {
    pub drivers: bool,
    pub peers: bool,
    pub targets: bool,
    pub events: bool,
    /// The two lines of freelance work, inside the total and outside.
    pub freelance: bool,
}

impl Record {
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

    /// The macro `package_text!`, as Rust.
    pub fn to_rust(
        &self,
        has: Has,
        around: &Description,
        months: [&[&str; 12]; 2],
        years: &[YearWords],
    ) -> String {
        let mut arms = String::new();
        let mut arm = |key: &str, value: &str| {
            // A string cannot be written to without success.
            let _ = writeln!(arms, "    ({key}) => {{ {value} }};");
        };
        let mut words = |key: &str, it: &Words| {
            arm(&format!("{key} en"), &literal(&it.en));
            arm(&format!("{key} ur"), &literal(&it.ur));
        };
        let none = Words { en: String::new(), ur: String::new() };
        let peers = self.peers.as_ref();
        words("title", &self.title);
        words("subject", &self.subject);
        words("goods", &self.goods);
        words("country", &Words { en: self.country.en.clone(), ur: self.country.ur.clone() });
        words("publishers", &self.publishers);
        words("about", &self.about);
        words("method", &self.method);
        words("unit", &self.unit.noun);
        words("full unit", &self.unit.full);
        words("scope", self.scope.as_ref().unwrap_or(&none));
        words("peers goods", peers.map_or(&none, |it| &it.goods));
        words("peers subject", peers.map_or(&none, |it| &it.subject));
        words("peers note", peers.map_or(&none, |it| &it.note));
        let Languages { en, ur } = &self.languages;
        words("language", &Words { en: en.name.clone(), ur: ur.name.clone() });
        words("locale", &Words { en: en.locale.clone(), ur: ur.locale.clone() });
        let first = usize::from(self.fiscal_year.first_month) - 1;
        let [en, ur] = months;
        let month = |at: usize| Words { en: en[at].to_owned(), ur: ur[at].to_owned() };
        words("first month", &month(first));
        words("last month", &month((first + 11) % 12));
        // How years other than the calendar's are told from those; where there are none, nothing is said.
        for (key, fiscal, calendar) in years {
            let [en, ur] = if first != 0 { fiscal } else { calendar };
            words(key, &Words { en: (*en).to_owned(), ur: (*ur).to_owned() });
        }

        arm("whose", &literal(&self.country.whose));
        arm("iso3", &literal(&self.country.iso3));
        arm("iso2", &literal(&self.country.iso2));
        arm("unit code", &literal(&self.unit.code));
        let capital: String = self.unit.code.split('_').map(capitalised).collect();
        arm("Unit code", &literal(&capital));
        arm("symbol", &literal(&self.unit.symbol));
        arm("sign", &literal(&self.unit.sign));
        arm("measured name", &literal(&self.measured.name));
        arm("measured description", &literal(&self.measured.description));
        arm("first month number", &self.fiscal_year.first_month.to_string());
        arm("month at most", &self.plausible.month_at_most.to_string());
        arm("jump from", &self.plausible.jump_from.to_string());
        let files: Vec<&str> = around.resources.iter().map(|it| it.path.as_str()).collect();
        arm("files", &format!("&{files:?}"));
        arm("licence", &literal(around.licences.first().map_or("", |it| &it.path)));
        let beside = peers.map_or(&[][..], |it| &it.beside);
        arm("peers beside", &format!("&{beside:?}"));
        for (key, is) in [
            ("drivers", has.drivers),
            ("peers", has.peers),
            ("targets", has.targets),
            ("events", has.events),
            ("freelance", has.freelance),
        ] {
            arm(&format!("has {key}"), &is.to_string());
        }
        let total = Noun {
            sector: "total".to_owned(),
            en: Some(self.goods.en.clone()),
            ur: Some(self.goods.ur.clone()),
            who: None,
        };
        for (key, of) in [
            ("noun en", (|it| it.en.as_ref()) as fn(&Noun) -> Option<&String>),
            ("noun ur", |it| it.ur.as_ref()),
            ("who en", |it| it.who.as_ref().map(|it| &it.en)),
            ("who ur", |it| it.who.as_ref().map(|it| &it.ur)),
        ] {
            let nouns = [&total].into_iter().chain(&self.nouns);
            let nouns = nouns.filter_map(|it| Some((&it.sector, of(it)?)));
            let cases: String = nouns
                .map(|(code, noun)| format!("{} => Some({}), ", literal(code), literal(noun)))
                .collect();
            arm(
                &format!("{key}, $code:expr"),
                &format!("match $code {{ {cases}_ => None::<&'static str> }}"),
            );
        }
        format!("macro_rules! package_text {{\n{arms}}}\n")
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|it| it.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn literal(text: &str) -> String {
    format!("{text:?}")
}
