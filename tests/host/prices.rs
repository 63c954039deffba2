//! Exports in rupees and in US prices: every figure and claim from the files again, by arithmetic of its own.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use it_exports::calendar::Date;
use it_exports::catalogue::ViewId;
use it_exports::chart::Frame;
use it_exports::data::context::{Context, PriceSeries};
use it_exports::data::{Amount, Dataset};
use it_exports::embedded::context;
use it_exports::export::{self, About};
use it_exports::facts::{self, Worth};
use it_exports::i18n::{Format, Lang};
use it_exports::query::VintageChoice;
use it_exports::state::{Action, Numbers, State};
use it_exports::views::{self, ViewInput};

use crate::support::{
    EN, UR, VINTAGES, date, exhibit_of, leaves,
    record::{self, dataset},
};

type Row = BTreeMap<String, String>;

fn rows(path: &Path) -> Vec<Row> {
    csv::Reader::from_path(path).unwrap().deserialize().map(|it| it.unwrap()).collect()
}

fn file(name: &str) -> Vec<Row> {
    rows(&Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data").join(name))
}

/// The fiscal year of a month, by the calendar year in which it ends.
fn fiscal_year(month: &str) -> i32 {
    let (year, number) = month.split_once('-').unwrap();
    let year: i32 = year.parse().unwrap();
    if number.parse::<i32>().unwrap() >= 7 { year + 1 } else { year }
}

/// Values of months by fiscal year, of those years that have all twelve.
fn by_year(months: BTreeMap<String, f64>) -> BTreeMap<i32, Vec<f64>> {
    let mut years: BTreeMap<i32, Vec<f64>> = BTreeMap::new();
    for (month, value) in months {
        years.entry(fiscal_year(&month)).or_default().push(value);
    }
    years.retain(|_, values| values.len() == 12);
    years
}

/// US$ million of months known by a day, as published last or first.
fn dollars(vintage: VintageChoice, known: &dyn Fn(&str) -> bool) -> BTreeMap<String, f64> {
    let mut months: BTreeMap<String, (Date, f64)> = BTreeMap::new();
    for it in file("observations.csv") {
        let month = it["sector"] == "total" && it["start"] == it["end"];
        if !month || !known(&it["published"]) || it["start"].as_str() < "2019-07" {
            continue;
        }
        let day = it["published"].parse::<Date>().unwrap().known_from();
        let print = (day, it["value_usd_million"].parse().unwrap());
        let kept = months.entry(it["start"].clone()).or_insert_with(|| print);
        let later = match vintage {
            VintageChoice::Latest => print.0 >= kept.0,
            VintageChoice::First => print.0 < kept.0,
        };
        if later {
            *kept = print;
        }
    }
    months.into_iter().map(|(month, (_, value))| (month, value)).collect()
}

/// A year: US$ million, mean rate or index, and what it was worth in the other unit.
type Year = (i32, f64, f64, f64);

fn expected(
    series: PriceSeries,
    vintage: VintageChoice,
    known: &dyn Fn(&str) -> bool,
) -> Vec<Year> {
    let word = if series == PriceSeries::Rate { "pkr_per_usd" } else { "us_cpi" };
    let all = file("prices.csv").into_iter().filter(|it| it["series"] == word);
    let prices =
        by_year(all.map(|it| (it["month"].clone(), it["value"].parse().unwrap())).collect());
    let dollars = by_year(dollars(vintage, known));
    let both = dollars.iter().filter_map(|(year, months)| Some((*year, months, prices.get(year)?)));
    let both: Vec<(i32, &Vec<f64>, &Vec<f64>)> = both.collect();
    let sum = |values: &[f64]| values.iter().sum::<f64>();
    let last = both.last().map_or(0.0, |it| sum(it.2) / 12.0);
    let year = |&(year, months, prices): &(i32, &Vec<f64>, &Vec<f64>)| match series {
        PriceSeries::Rate => {
            let rupees: f64 = months.iter().zip(prices).map(|(one, other)| one * other).sum();
            (year, sum(months), rupees / sum(months), rupees / 1000.0)
        }
        PriceSeries::Cpi => {
            let index = sum(prices) / 12.0;
            (year, sum(months), index, sum(months) / index * last)
        }
    };
    both.iter().map(year).collect()
}

fn percent(now: f64, before: f64) -> f64 {
    (now / before - 1.0) * 100.0
}

const BOTH: [PriceSeries; 2] = [PriceSeries::Rate, PriceSeries::Cpi];

/// The record up to some days, and all of it that these tests know.
fn days() -> Vec<(&'static Dataset, Option<Date>)> {
    let days = ["2020-01-31", "2021-09-30", "2022-08-31", "2023-08-31", "2024-09-30", "2025-09-30"];
    let then = |day| {
        let data = dataset().as_of(date(day)).unwrap();
        (Box::leak(Box::new(data)) as &'static Dataset, Some(date(day)))
    };
    days.into_iter().map(then).chain([(dataset(), None)]).collect()
}

/// Every series, vintage and day, what is found there and what the files say.
fn each(check: impl Fn(&'static Dataset, VintageChoice, PriceSeries, Worth, Vec<Year>)) {
    for (series, vintage) in BOTH.into_iter().flat_map(|it| VINTAGES.map(|v| (it, v))) {
        for (data, day) in days() {
            let known = |published: &str| {
                let by_then = |day| published.parse::<Date>().unwrap().has_come_by(day);
                record::knows(published) && day.is_none_or(by_then)
            };
            let found = facts::worth(data, context(), vintage, series);
            check(data, vintage, series, found, expected(series, vintage, &known));
        }
    }
}

#[test]
fn years_are_what_the_study_found() {
    let worth = |series| facts::worth(dataset(), context(), VintageChoice::Latest, series);
    let rounded = |series| -> Vec<(i32, i64)> {
        let years = worth(series).years;
        years.iter().map(|it| (it.year.ending(), it.value.round() as i64)).collect()
    };
    let rupees = [(2022, 465), (2023, 643), (2024, 910), (2025, 1066), (2026, 1290)];
    assert_eq!(rounded(PriceSeries::Rate), rupees);
    // The index of October 2025 was never published, so the last prices are those of the year before.
    let real: Vec<i32> = rounded(PriceSeries::Cpi).iter().map(|it| it.0).collect();
    assert_eq!(real, [2020, 2021, 2022, 2023, 2024, 2025]);
    let rupees = worth(PriceSeries::Rate);
    let (at, both) = rupees.contrast().unwrap();
    assert_eq!(rupees.years[at].year.ending(), 2023);
    assert_eq!((both.percent.round(), both.dollars.percent().round()), (38.0, -1.0));
}

#[test]
fn every_year_is_worked_again_from_the_files() {
    record::newest_too(|| {
        each(|data, vintage, series, found, expected| {
            let what = format!("{series:?} {vintage:?} {:?}", data.known_on());
            assert_eq!(found.years.len(), expected.len(), "{what}");
            for (it, expected) in found.years.iter().zip(&expected) {
                assert_eq!(it.year.ending(), expected.0, "{what}");
                assert!((it.dollars.amount.millions() - expected.1).abs() < 1e-6, "{what}");
                assert!((it.mean / expected.2 - 1.0).abs() < 1e-12, "{what}");
                assert!((it.value / expected.3 - 1.0).abs() < 1e-9, "{what}");
            }
        });
    });
}

// What sentences claim

/// `up 38.3%`, `38.3% more`, `38.3 فیصد زیادہ`.
fn way(percent: f64, [up, down, same]: [&str; 3]) -> String {
    match (percent * 10.0).round() {
        0.0 => same.to_owned(),
        tenths if tenths > 0.0 => up.replace('#', &format!("{:.1}", percent.abs())),
        _ => down.replace('#', &format!("{:.1}", percent.abs())),
    }
}

const WAYS: [&str; 3] = ["up #%", "down #%", "much the same"];
const MORE: [&str; 3] = ["#% more", "#% less", "much the same"];
const MORE_UR: [&str; 3] = ["# فیصد زیادہ", "# فیصد کم", "تقریباً برابر"];

/// Title and fragments of the sentences, in English and in Urdu, where there are two years or more.
fn claims(series: PriceSeries, years: &[Year], format: Format) -> (String, Vec<String>) {
    let rupees = series == PriceSeries::Rate;
    let ((first, last), before) = ((years[0], years[years.len() - 1]), years[years.len() - 2]);
    let name = |year: i32| match format.lang {
        Lang::En => format!("FY{:02}", year % 100),
        Lang::Ur => format!("مالی سال {year}"),
    };
    let money =
        |millions: f64| format.money(Amount::from_thousands((millions * 1000.0).round() as i64));
    let changes: Vec<(usize, f64, f64)> = (1..years.len())
        .map(|at| {
            (at, percent(years[at].3, years[at - 1].3), percent(years[at].1, years[at - 1].1))
        })
        .collect();
    let &(at, widest, in_dollars) =
        changes.iter().max_by(|a, b| (a.1 - a.2).abs().total_cmp(&(b.1 - b.2).abs())).unwrap();
    let (year, start, end) = (name(years[at].0), name(first.0), name(last.0));
    let [of_dollars, of_worth] = [last.1 / first.1, last.3 / first.3].map(|it| format!("{it:.1}"));
    let &(_, worth, dollars) = changes.last().unwrap();
    let mut claims = Vec::new();
    let title = match (format.lang, rupees) {
        (Lang::En, true) => {
            let (one, other) = (way(widest, WAYS), way(in_dollars, WAYS));
            claims.push(format!("In {end} IT exports were worth {}", format.rupees(last.3)));
            claims.push(format!("in dollars they were {}", way(dollars, MORE)));
            claims.push(format!(
                "{end} was {of_worth} times {start} in rupees, and {of_dollars} times in dollars."
            ));
            claims.push(
                "The rate is the average between banks, not what an exporter got.".to_owned(),
            );
            format!("IT exports in {year}: {one} in rupees, {other} in dollars")
        }
        (Lang::En, false) => {
            claims.push(format!("In {end} IT exports came to {}", money(last.1)));
            claims.push(format!("in US prices of {end} they were {}", way(worth, MORE)));
            claims.push(format!("{start}'s {} are {}", money(first.1), money(first.3)));
            claims.push("are the buyer's price level, not the price of these exports".to_owned());
            format!(
                "IT exports in {end}: {of_dollars} times {start} in dollars, {of_worth} times in US prices of {end}"
            )
        }
        (Lang::Ur, true) => {
            let (one, other) = (way(widest, MORE_UR), way(in_dollars, MORE_UR));
            claims.push(format!("{end} میں آئی ٹی برآمدات {} رہیں", format.rupees(last.3)));
            claims.push(format!("ڈالروں میں {}", way(dollars, MORE_UR)));
            claims.push(format!(
                "روپوں میں {start} کا {of_worth} گنا رہیں، اور ڈالروں میں {of_dollars} گنا۔"
            ));
            claims.push("برآمد کنندگان کو ملنے والی شرح نہیں۔".to_owned());
            format!("{year} میں آئی ٹی برآمدات روپوں میں {one}، ڈالروں میں {other}")
        }
        (Lang::Ur, false) => {
            claims.push(format!("{end} میں آئی ٹی برآمدات {} رہیں", money(last.1)));
            claims.push(format!("{end} کی امریکی قیمتوں پر {}", way(worth, MORE_UR)));
            claims.push(format!(
                "جن کے {} ان قیمتوں پر {} بنتے ہیں",
                money(first.1),
                money(first.3)
            ));
            claims.push("ان برآمدات کی قیمت نہیں".to_owned());
            format!(
                "{end} میں آئی ٹی برآمدات ڈالروں میں {start} کا {of_dollars} گنا، {end} کی امریکی قیمتوں پر {of_worth} گنا"
            )
        }
    };
    // The change of the unit in which the last year is given first.
    let own = if rupees { worth } else { dollars };
    claims.push(match format.lang {
        Lang::En if (own * 10.0).round() == 0.0 => "much the same as in".to_owned(),
        Lang::En => format!("{} than in {}", way(own, MORE), name(before.0)),
        Lang::Ur if (own * 10.0).round() == 0.0 => "تقریباً".to_owned(),
        Lang::Ur => format!("{} کے مقابلے میں {}", name(before.0), way(own, MORE_UR)),
    });
    if changes.len() > 1 {
        let (one, other) = (years[at - 1].2, years[at].2);
        claims.push(match (format.lang, rupees) {
            (Lang::En, true) => format!(
                "furthest apart in {year}: {} in rupees, {} in dollars, while the mean rate went from Rs {one:.2} to Rs {other:.2} for a dollar.",
                way(widest, MORE),
                way(in_dollars, MORE)
            ),
            (Lang::En, false) => format!(
                "furthest apart in {year}: {} in US prices of {end}, {} in dollars, while US consumer prices were {} higher.",
                way(widest, MORE),
                way(in_dollars, MORE),
                way(percent(other, one), ["#%"; 3])
            ),
            (Lang::Ur, true) => format!(
                "سب سے زیادہ فرق {year} میں ہے: روپوں میں {}، ڈالروں میں {}، جب ڈالر کی اوسط شرح {one:.2} روپے سے {other:.2} روپے ہو گئی۔",
                way(widest, MORE_UR),
                way(in_dollars, MORE_UR)
            ),
            (Lang::Ur, false) => format!(
                "سب سے زیادہ فرق {year} میں ہے: {end} کی امریکی قیمتوں پر {}، ڈالروں میں {}، جب امریکی صارف قیمتیں {} فیصد زیادہ تھیں۔",
                way(widest, MORE_UR),
                way(in_dollars, MORE_UR),
                way(percent(other, one), ["#"; 3])
            ),
        });
    }
    (title, claims)
}

#[test]
fn every_claim_follows_from_the_files() {
    record::newest_too(|| {
        each(|data, vintage, series, found, expected| {
            let view = view(series);
            let state = State { vintage, ..State::new(data) };
            let formats = Lang::ALL.into_iter().flat_map(|lang| {
                [Numbers::International, Numbers::Pakistani].map(|it| Format::new(lang, Some(it)))
            });
            for format in formats {
                let it = exhibit_of(view, data, &state, format);
                let (title, sentence) = (&it.reading.title, &it.reading.sentence);
                let what = format!("{vintage:?} {:?} {title}: {sentence}", data.known_on());
                if expected.len() > 1 {
                    let (named, claims) = claims(series, &expected, format);
                    assert_eq!(*title, named, "{what}");
                    for claim in claims {
                        assert!(sentence.contains(&claim), "no {claim:?} in {what}");
                    }
                }
                // Every whole year is either there or said to be left out.
                let shown = found.years.len() + found.incomplete.len() + found.unknown.len();
                assert!(shown > 0, "{what}");
                let out =
                    found.incomplete.iter().map(|it| it.0).chain(found.unknown.iter().copied());
                for year in out {
                    assert!(sentence.contains(&format.fiscal_year(year.span().end())), "{what}");
                }
                let first = vintage == VintageChoice::First && !expected.is_empty();
                let said = sentence.contains("are the earliest in this record")
                    || sentence.contains("اس ریکارڈ کے سب سے پہلے کے اعداد");
                assert_eq!(said, first, "{what}");
            }
        });
    });
}

fn view(series: PriceSeries) -> ViewId {
    if series == PriceSeries::Rate { ViewId::Rupees } else { ViewId::UsPrices }
}

#[test]
fn a_year_without_all_its_months_is_absent_and_says_so() {
    let said =
        |view, format| exhibit_of(view, dataset(), &State::new(dataset()), format).reading.sentence;
    for (view, en, ur) in [
        (
            ViewId::Rupees,
            "FY21 is left out, because this record has no exchange rate for July–December 2020.",
            "مالی سال 2021 شامل نہیں، کیونکہ جولائی تا دسمبر 2020 کی شرحِ مبادلہ اس ریکارڈ میں نہیں۔",
        ),
        (
            ViewId::UsPrices,
            "FY26 is left out, because this record has no index of US prices for October 2025 and June 2026.",
            "مالی سال 2026 شامل نہیں، کیونکہ اکتوبر 2025 اور جون 2026 کا امریکی قیمتوں کا اشاریہ اس ریکارڈ میں نہیں۔",
        ),
    ] {
        for (format, expected) in [(EN, en), (UR, ur)] {
            let sentence = said(view, format);
            assert!(sentence.contains(expected), "{sentence}");
        }
    }
}

#[test]
fn the_total_is_shown_whichever_sub_sectors_are_chosen_and_that_is_said() {
    let data = dataset();
    let part = State::new(data).update(data, Action::Sectors(leaves(&["telecom"])));
    for view in [ViewId::Rupees, ViewId::UsPrices] {
        for format in [EN, UR] {
            let [all, part] =
                [&State::new(data), &part].map(|it| exhibit_of(view, data, it, format));
            assert_eq!(all.reading, part.reading);
            assert_eq!(all.table, part.table);
            assert_eq!(part.notes.len(), all.notes.len() + 1);
        }
    }
}

#[test]
fn files_have_the_method_the_rate_and_every_source() {
    let data = dataset();
    let state = State::new(data);
    let about = About {
        lang: Lang::En,
        site: "Exports".to_owned(),
        address: "https://exports.example/?measure=pkr".to_owned(),
        vintage: String::new(),
        published: String::new(),
        record: Some((data, it_exports::embedded::sources())),
    };
    for (series, heading, page) in [
        (
            PriceSeries::Rate,
            "In rupees: dollars × mean rate (billion rupees)",
            "/exchange-rates.json",
        ),
        (PriceSeries::Cpi, "In US prices of FY25: dollars × ", "/cpiai.csv"),
    ] {
        let it = exhibit_of(view(series), data, &state, EN);
        let csv = export::csv(&it, &about);
        let mut reader = csv::Reader::from_reader(csv.strip_prefix('\u{feff}').unwrap().as_bytes());
        let headings = reader.headers().unwrap().clone();
        assert!(headings.get(1).unwrap().starts_with(heading), "{headings:?}");
        let expected = expected(series, VintageChoice::Latest, &record::knows);
        for (row, year) in reader.records().map(Result::unwrap).zip(expected.iter().rev()) {
            let number = |place: usize| row[place].parse::<f64>().unwrap();
            assert!((number(1) - year.3).abs() < 1e-5, "{row:?}");
            assert!((number(3) - year.1).abs() < 1e-5, "{row:?}");
            assert!((number(5) - year.2).abs() < 1e-5, "{row:?}");
            let read: Vec<&str> = row[row.len() - 1].split(' ').collect();
            assert!(read.len() > 1 && read.iter().any(|it| it.ends_with(page)), "{read:?}");
            assert!(read.iter().all(|it| it.starts_with("http")), "{read:?}");
        }
        let json: serde_json::Value = serde_json::from_str(&export::json(&it, &about)).unwrap();
        assert!(json["notes"][0].as_str().unwrap().starts_with("Method: "), "{json}");
        let sources = json["sources"].as_array().unwrap();
        assert!(sources.len() > 1, "{sources:?}");
        assert!(
            sources.iter().any(|it| it["url"].as_str().unwrap().ends_with(page)),
            "{sources:?}"
        );
    }
}

#[test]
fn a_package_without_prices_has_nothing_of_them() {
    let data = dataset();
    let none = Context { prices: Vec::new(), ..context().clone() };
    let none: &'static Context = Box::leak(Box::new(none));
    for series in BOTH {
        let worth = facts::worth(data, none, VintageChoice::Latest, series);
        assert!(worth.years.is_empty() && worth.incomplete.is_empty() && worth.unknown.is_empty());
        let state = State::new(data);
        let it = views::exhibit(
            view(series),
            &ViewInput { data, context: none, state: &state, format: EN },
        );
        assert!(it.table.rows.is_empty() && it.picture.data.is_empty());
        assert!((it.picture.draw)(Frame::new(700.0)).points.is_empty());
    }
}

/// The collection lies beside the checkout and is not part of it; without it there is nothing to compare.
#[test]
fn every_price_is_traceable() -> Result<(), Box<dyn Error>> {
    let raw = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !raw.is_dir() {
        println!("no collection beside the checkout: nothing to trace");
        return Ok(());
    }
    let urls: BTreeMap<String, String> =
        file("sources.csv").into_iter().map(|it| (it["id"].clone(), it["url"].clone())).collect();
    let mut carried: BTreeMap<(String, String), (String, String)> = file("prices.csv")
        .into_iter()
        .map(|it| {
            let read = (it["value"].clone(), urls[&it["source"]].clone());
            ((it["series"].clone(), it["month"].clone()), read)
        })
        .collect();
    for (series, name, column) in [
        ("pkr_per_usd", "pkr_usd_monthly.csv", "pkr_per_usd_month_average"),
        ("us_cpi", "us_cpi_monthly.csv", "cpi_u_nsa_1982_84_100"),
    ] {
        let mut last = String::new();
        for row in rows(&raw.join(name)) {
            last.clone_from(&row["month"]);
            let found = carried.remove(&(series.to_owned(), row["month"].clone()));
            if row[column].is_empty() {
                assert_eq!(found, None, "{row:?}");
                assert!(!row["note"].is_empty(), "left out without a reason: {row:?}");
                continue;
            }
            let (value, url) = found.unwrap_or_else(|| panic!("not carried: {row:?}"));
            assert_eq!(value.parse::<f64>()?, row[column].parse::<f64>()?, "{row:?}");
            assert_eq!(url, row["source"], "{row:?}");
        }
        // What has come in since was collected nowhere but here.
        carried.retain(|(of, month), _| of != series || *month <= last);
    }
    assert!(carried.is_empty(), "carried but never collected: {carried:?}");
    Ok(())
}
