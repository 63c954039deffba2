//! The macro `package_text!`: what the package says of itself, as literals. So it becomes part of sentences where these
//! are compiled, and costs a reader nothing.

use std::fmt::Write;

use it_exports_record::calendar::Month;
use it_exports_record::data::context::{PriceSeries, Prices};
use it_exports_record::data::description::Description;
use it_exports_record::data::package::Package;
use it_exports_record::data::record::{Languages, Noun, Record, Words};
use it_exports_record::periods::{MONTHS_EN, MONTHS_UR, YEARS};

/// As Rust; `None` where nothing says what the figures are of, which no package lacks that keeps every rule.
pub fn macro_of(package: &Package) -> Option<String> {
    let description = package.description.as_ref()?;
    let record = description.record.as_ref()?;
    let arms = arms(record, has(package), description);
    Some(format!("macro_rules! package_text {{\n{arms}}}\n"))
}

/// What there is besides the record, which decides what the page shows.
fn has(package: &Package) -> [(&'static str, bool); 8] {
    let sector = |code: &str| package.sectors.rows.iter().any(|it| it.value.code == code);
    let prices = |series| package.context.prices(series).is_some_and(Prices::has_whole_year);
    [
        ("drivers", !package.context.drivers.is_empty()),
        ("peers", !package.context.peers.is_empty()),
        ("targets", !package.context.targets.is_empty()),
        ("events", !package.context.events.is_empty()),
        ("adjusted", package.is_adjusted()),
        ("rupees", prices(PriceSeries::Rate)),
        ("us prices", prices(PriceSeries::Cpi)),
        // The two lines of freelance work, inside the total and outside.
        ("freelance", sector("computer.freelance") && sector("other_business.freelance")),
    ]
}

fn arms(record: &Record, has: [(&str, bool); 8], around: &Description) -> String {
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
    let peers = record.peers.as_ref();
    words("title", &record.title);
    words("subject", &record.subject);
    words("goods", &record.goods);
    words("country", &Words { en: record.country.en.clone(), ur: record.country.ur.clone() });
    words("publishers", &record.publishers);
    // The first: whose figures are meant where nothing else is said.
    let first = |it: &str| it.split([',', '،']).next().unwrap_or_default().to_owned();
    let Words { en, ur } = &record.publishers;
    words("publisher", &Words { en: first(en), ur: first(ur) });
    words("about", &record.about);
    words("method", &record.method);
    words("unit", &record.unit.noun);
    words("full unit", &record.unit.full);
    words("scope", record.scope.as_ref().unwrap_or(&none));
    words("peers goods", peers.map_or(&none, |it| &it.goods));
    words("peers subject", peers.map_or(&none, |it| &it.subject));
    words("peers note", peers.map_or(&none, |it| &it.note));
    let Languages { en, ur } = &record.languages;
    words("language", &Words { en: en.name.clone(), ur: ur.name.clone() });
    words("locale", &Words { en: en.locale.clone(), ur: ur.locale.clone() });
    let first = usize::from(record.fiscal_year.first_month) - 1;
    let month = |at: usize| Words { en: MONTHS_EN[at].to_owned(), ur: MONTHS_UR[at].to_owned() };
    words("first month", &month(first));
    words("last month", &month((first + 11) % 12));
    // How years other than the calendar's are told from those; where there are none, nothing is said.
    for (key, fiscal, calendar) in YEARS {
        let [en, ur] = if first != 0 { fiscal } else { calendar };
        words(key, &Words { en: en.to_owned(), ur: ur.to_owned() });
    }

    arm("whose", &literal(&record.country.whose));
    arm("iso3", &literal(&record.country.iso3));
    arm("iso2", &literal(&record.country.iso2));
    arm("unit code", &literal(&record.unit.code));
    arm("value column", &literal(&record.value_column()));
    let capital: String = record.unit.code.split('_').map(capitalised).collect();
    arm("Unit code", &literal(&capital));
    arm("symbol", &literal(&record.unit.symbol));
    arm("sign", &literal(&record.unit.sign));
    arm("measured name", &literal(&record.measured.name));
    arm("measured description", &literal(&record.measured.description));
    arm("month at most", &record.plausible.month_at_most.to_string());
    arm("jump from", &record.plausible.jump_from.to_string());
    let files: Vec<&str> = around.resources.iter().map(|it| it.path.as_str()).collect();
    arm("files", &format!("&{files:?}"));
    arm("licence", &literal(around.licences.first().map_or("", |it| &it.path)));
    let beside = peers.map_or(&[][..], |it| &it.beside);
    arm("peers beside", &format!("&{beside:?}"));
    let stories = record.stories.iter().filter_map(|it| {
        let (month, base) = it.months()?;
        let of = |it: Month| format!("({}, {})", it.year(), it.number());
        let [outlet, address] = [&it.outlet, &it.address].map(|it| literal(it));
        Some(format!("({}, {}, {}, {outlet}, {address})", of(month), it.claim, of(base)))
    });
    arm("stories", &format!("&[{}]", stories.collect::<Vec<_>>().join(", ")));
    for (key, is) in has {
        arm(&format!("has {key}"), &is.to_string());
    }
    let total = Noun {
        sector: "total".to_owned(),
        en: Some(record.goods.en.clone()),
        ur: Some(record.goods.ur.clone()),
        who: None,
    };
    for (key, of) in [
        ("noun en", (|it| it.en.as_ref()) as fn(&Noun) -> Option<&String>),
        ("noun ur", |it| it.ur.as_ref()),
        ("who en", |it| it.who.as_ref().map(|it| &it.en)),
        ("who ur", |it| it.who.as_ref().map(|it| &it.ur)),
    ] {
        let nouns = [&total].into_iter().chain(&record.nouns);
        let nouns = nouns.filter_map(|it| Some((&it.sector, of(it)?)));
        let cases: String = nouns
            .map(|(code, noun)| format!("{} => Some({}), ", literal(code), literal(noun)))
            .collect();
        arm(
            &format!("{key}, $code:expr"),
            &format!("match $code {{ {cases}_ => None::<&'static str> }}"),
        );
    }
    arms
}
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|it| it.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn literal(text: &str) -> String {
    format!("{text:?}")
}
