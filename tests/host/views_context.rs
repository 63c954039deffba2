//! Peers, targets and drivers: figures worked by hand, and figures printed computed again from the
//! files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use it_exports::catalogue::{Block, ViewId};
use it_exports::chart::{Frame, Mark, Scene};
use it_exports::data::Amount;
use it_exports::data::context::{
    Context, Decimal, DriverId, FigureKind, Peer, PeerFigure, TargetKind, TargetOf, Unit,
};
use it_exports::embedded::context;
use it_exports::exhibit::{Citations, Exhibit, Kind};
use it_exports::facts::{self, Outlook, Shown};
use it_exports::i18n::{Format, Lang};
use it_exports::query::VintageChoice;
use it_exports::reading::{self, Reading};
use it_exports::state::{Action, Countries, Numbers, PeerMeasure, Peers, State};
use it_exports::table::Row;
use it_exports::views::{self, ViewInput, driver, drivers};
use proptest::prelude::*;

use crate::support::{EN, UR, VINTAGES, date, exhibit_of, month, record::dataset, sector, span};

const CODES: [&str; 14] = [
    "IND", "BGD", "LKA", "NPL", "PHL", "EGY", "MAR", "KEN", "UKR", "POL", "ROU", "IRL", "WLD",
    "PAK",
];

fn view_of(measure: PeerMeasure, codes: &[&str], base: Option<i32>) -> State {
    let countries = Countries::of(codes.iter().copied());
    State::new(dataset()).update(dataset(), Action::Peers(Peers { measure, countries, base }))
}

/// Country, year and indicator of `peers.csv`, with the value as written there.
fn published() -> BTreeMap<(String, i32, String), f64> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data/peers.csv");
    let text = fs::read_to_string(file).unwrap();
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let key = (cells[0].to_owned(), cells[1].parse().unwrap(), cells[2].to_owned());
        (key, cells[3].parse().unwrap())
    };
    text.lines().skip(1).map(row).collect()
}

/// The figure of a cell: without commas, spaces and the signs that steer direction.
fn number(text: &str) -> f64 {
    let figure: String = text.chars().filter(|it| it.is_ascii_digit() || *it == '.').collect();
    figure.parse().unwrap()
}

fn words_of(scene: &Scene) -> Vec<String> {
    let words = scene.marks.iter().filter_map(|it| match it {
        Mark::Text(it) => Some(it.text.clone()),
        Mark::Rect { .. } | Mark::Line { .. } | Mark::Dot { .. } => None,
    });
    words.collect()
}

fn text(exhibit: &Exhibit) -> String {
    text_of(&exhibit.reading)
}

fn text_of(reading: &Reading) -> String {
    [&reading.title, "\n", &reading.sentence].concat()
}

#[test]
fn what_an_address_asks_in_vain_is_said() {
    for format in [EN, UR] {
        let notes = |codes: &[&str], base| {
            let state = view_of(PeerMeasure::Index, codes, base);
            exhibit_of(ViewId::Peers, dataset(), &state, format).notes
        };
        let usual = notes(&["IND"], None);
        assert_eq!(notes(&["IND", "XXX", "ZZZ"], None).len(), usual.len() + 1);
        assert!(notes(&["IND", "XXX", "ZZZ"], None)[0].contains("XXX"));
        assert!(notes(&["IND", "XXX", "ZZZ"], None)[0].contains("ZZZ"));
        assert_eq!(notes(&["IND"], Some(1950)).len(), usual.len() + 1);
        assert!(notes(&["IND"], Some(1950))[0].contains("1950"));
        assert_eq!(notes(&["IND"], Some(2010)), usual);
    }
}

#[test]
fn peers_by_hand() {
    // 2024: Pakistan 3632, India 177745.449, Philippines 8085.429, Egypt 1711.8, Bangladesh 702.935;
    // Sri Lanka has none. 3632 / 2718 = 1.3363.
    let level = exhibit_of(ViewId::Peers, dataset(), &view_of(PeerMeasure::Level, &[], None), EN);
    // 3632 / 811 = 4.478, India 2.377, Philippines 2.329, Egypt 1.691, Bangladesh 1.630;
    // 177745.449 / 3632 = 48.939.
    assert_eq!(
        level.reading.title,
        "In ten years Pakistan's ICT service exports grew 4.5-fold: the fastest of the five countries that can be compared"
    );
    assert_eq!(
        level.reading.sentence,
        "Pakistan exported ICT services worth $3.63 billion in 2024, 33.6% more than in 2023, third of \
         the five countries that can be compared. Those of India are 48.9 times as large and grew 2.4-fold in ten years."
    );
    let told = &level.picture.data[level.picture.rest];
    assert_eq!(told.heading, "Pakistan, 2024");
    assert_eq!(told.figures, ["$3.63 billion", "+33.6% on 2023", "×4.5 since 2014"]);
    assert!(told.citation.is_some());
    let words = words_of(&(level.picture.draw)(Frame::new(800.0)));
    for word in
        ["2024", "in 10 years", "Sri Lanka (2023)", "$917m", "–", "$177.7bn", "×2.4", "$1bn"]
    {
        assert!(words.iter().any(|it| it == word), "{word}: {words:?}");
    }
    let words = words_of(&(level.picture.draw)(Frame::new(320.0)));
    assert!(words.contains(&"Sri Lanka".to_owned()) && !words.contains(&"$177.7bn".to_owned()));
    // All shown have both years: 9-fold growth is not claimed of one that has not, and alone there is no place.
    let title = |measure, codes: &[&str], base| {
        exhibit_of(ViewId::Peers, dataset(), &view_of(measure, codes, base), EN).reading.title
    };
    assert_eq!(
        title(PeerMeasure::Level, &["IND", "POL"], None),
        "In ten years Pakistan's ICT service exports grew 4.5-fold: the second-fastest of the three countries shown"
    );
    assert_eq!(
        title(PeerMeasure::Level, &["PAK"], None),
        "In ten years Pakistan's ICT service exports grew 4.5-fold"
    );
    // 3632 / 2718 = 1.336.
    assert_eq!(
        title(PeerMeasure::Index, &["PAK"], Some(2023)),
        "In one year Pakistan's ICT service exports grew 1.3-fold"
    );
    // 243 / 343 = 0.708 in the other direction: nothing is told of what lies ahead of the base.
    assert_eq!(
        title(PeerMeasure::Index, &["PAK"], Some(2024)),
        "Pakistan's ICT service exports in 2024: 100.0"
    );

    assert!(level.notes.iter().any(|it| it == "No figure for 2024 is published for Sri Lanka."));

    // 3632 / 343 = 10.5889.
    let index = exhibit_of(ViewId::Peers, dataset(), &view_of(PeerMeasure::Index, &[], None), EN);
    assert_eq!(
        index.reading.title,
        "In 19 years Pakistan's ICT service exports grew 10.6-fold: the third-fastest of the five countries \
         that can be compared"
    );
    assert_eq!(index.table.rows[0].cells[1].text, "1,058.9");
    assert_eq!(index.table.rows[19].cells[1].text, "100.0");
    let of_2015 =
        exhibit_of(ViewId::Peers, dataset(), &view_of(PeerMeasure::Index, &[], Some(2015)), EN);
    assert_eq!(of_2015.table.rows[9].cells[1].text, "100.0");

    let per_head =
        exhibit_of(ViewId::Peers, dataset(), &view_of(PeerMeasure::PerHead, &[], None), UR);
    let all = published();
    let of = |what: &str| all[&("PAK".to_owned(), 2024, what.to_owned())];
    let hand = of("exports") / of("population");
    assert_eq!(per_head.table.rows[0].cells[1].text, format!("{hand:.2}"));
    assert!(per_head.reading.sentence.contains(&format!("{hand:.2}")));
}

/// A country that has fallen behind itself, one that has not moved, and two that are alike.
#[test]
fn growth_is_told_as_what_it_is() {
    let context = |own: [i64; 2], other: [i64; 2]| {
        let mut changed = context().clone();
        let (pak, ind) = (changed.country("PAK").unwrap(), changed.country("IND").unwrap());
        let page = changed.peers[0].page;
        let figures = |country, values: [i64; 2]| {
            [2014, 2024].into_iter().zip(values).map(move |(year, it)| Peer {
                country,
                year,
                figure: PeerFigure::Exports(it * 1_000_000),
                page,
            })
        };
        changed.peers = figures(pak, own).chain(figures(ind, other)).collect();
        &*Box::leak(Box::new(changed))
    };
    let (data, state) = (dataset(), view_of(PeerMeasure::Level, &["IND"], None));
    for (own, other, title) in [
        (
            [100, 40],
            [100, 90],
            "fell to 0.4 times what they were: second by growth of the two countries shown",
        ),
        ([100, 103], [100, 90], "hardly changed: first by growth of the two countries shown"),
        ([100, 250], [200, 499], "grew 2.5-fold: jointly the fastest of the two countries shown"),
        ([100, 200], [200, 500], "grew 2.0-fold: the second-fastest of the two countries shown"),
    ] {
        let input = ViewInput { data, context: context(own, other), state: &state, format: EN };
        let reading = views::exhibit(ViewId::Peers, &input).reading;
        assert_eq!(reading.title, ["In ten years Pakistan's ICT service exports ", title].concat());
        let urdu = views::exhibit(ViewId::Peers, &ViewInput { format: UR, ..input }).reading;
        assert_eq!(urdu.title.contains("مشترکہ"), title.contains("jointly"), "{}", urdu.title);
        assert_eq!(urdu.title.contains("گھٹ کر"), title.contains("fell"), "{}", urdu.title);
        assert_eq!(urdu.title.contains("تقریباً"), title.contains("hardly"), "{}", urdu.title);
    }
    let larger =
        ViewInput { data, context: context([100, 200], [50, 60]), state: &state, format: EN };
    let sentence = views::exhibit(ViewId::Peers, &larger).reading.sentence;
    assert!(sentence.ends_with(
        "Those of India, the next largest, are 0.3 times as large and grew 1.2-fold in ten years."
    ), "{sentence}");
}

#[test]
fn a_broken_series_is_neither_joined_nor_raced() {
    let state = view_of(PeerMeasure::Level, &["NPL", "IND"], None);
    let facts = facts::peers(context(), &state.peers);
    assert_eq!(facts.growth().unwrap().times[1], None);
    let exhibit = exhibit_of(ViewId::Peers, dataset(), &state, EN);
    assert!(exhibit.notes.iter().any(|it| it.starts_with("Nepal: ") && it.contains("2022")));
    // Pakistan, Nepal up to 2021, Nepal from 2022, India.
    let series: Vec<usize> = exhibit.picture.data.iter().map(|it| it.at.1).collect();
    assert_eq!(series.iter().max(), Some(&3));
}

#[test]
fn toggling_starts_from_those_shown_at_first() {
    let options = |state: &State| {
        let exhibit = exhibit_of(ViewId::Peers, dataset(), state, EN);
        exhibit.controls.into_iter().find(|it| it.kind == Kind::Any).unwrap().options
    };
    let state = view_of(PeerMeasure::Level, &[], None);
    let chosen = |state: &State| -> Vec<String> {
        options(state).into_iter().filter(|it| it.chosen).map(|it| it.name).collect()
    };
    assert_eq!(chosen(&state), ["India", "Bangladesh", "Sri Lanka", "Philippines", "Egypt"]);
    let mut now = state;
    let india = options(&now).into_iter().find(|it| it.name == "India").unwrap();
    now = now.update(dataset(), india.action);
    assert_eq!(chosen(&now), ["Bangladesh", "Sri Lanka", "Philippines", "Egypt"]);
    // With the last one gone Pakistan stands alone, rather than those shown at first.
    while let Some(last) = options(&now).into_iter().find(|it| it.chosen) {
        now = now.update(dataset(), last.action);
    }
    assert_eq!(facts::peers(context(), &now.peers).series.len(), 1);
    let kenya = options(&now).into_iter().find(|it| it.name == "Kenya").unwrap();
    now = now.update(dataset(), kenya.action);
    assert_eq!(chosen(&now), ["Kenya"]);
    // What no country has for a code is ignored.
    let strange = view_of(PeerMeasure::Level, &["ZZZ"], None);
    assert_eq!(chosen(&strange).len(), 5);
}

/// Every cell that a reader can bring up is what the published dollars give, to its last digit.
#[test]
fn every_cell_is_divided_from_whole_dollars() {
    let all = published();
    let mut cells = 0;
    for code in CODES.iter().filter(|it| **it != "PAK") {
        let of = |year: i32, what: &str| all.get(&((*code).to_owned(), year, what.to_owned()));
        let bases =
            facts::peers(context(), &view_of(PeerMeasure::Index, &[code], None).peers).bases;
        let measures = bases.iter().map(|&it| (PeerMeasure::Index, Some(it)));
        let per_head = [(PeerMeasure::PerHead, None), (PeerMeasure::Level, None)];
        for (measure, base) in measures.chain(per_head) {
            let exhibit =
                exhibit_of(ViewId::Peers, dataset(), &view_of(measure, &[code], base), EN);
            for row in &exhibit.table.rows {
                let text = &row.cells[2].text;
                let year: i32 = row.cells[0].text.parse().unwrap();
                if text.is_empty() {
                    continue;
                }
                let exports = of(year, "exports").unwrap();
                let (value, places) = match (measure, base) {
                    (PeerMeasure::Index, Some(base)) => {
                        (exports / of(base, "exports").unwrap() * 100.0, 1)
                    }
                    (PeerMeasure::PerHead, _) => (exports / of(year, "population").unwrap(), 2),
                    _ => (exports / 1e6, 3),
                };
                let factor = 10_f64.powi(places);
                assert_eq!(
                    number(text),
                    (value * factor).round() / factor,
                    "{code} {year} {base:?}"
                );
                cells += 1;
            }
        }
    }
    assert!(cells > 3000, "{cells}");
    // Three that thousands of dollars got wrong.
    let index = |code: &str, year: i32| {
        let state = view_of(PeerMeasure::Index, &[code], None);
        let table = exhibit_of(ViewId::Peers, dataset(), &state, EN).table;
        let row = table.rows.iter().find(|it| it.cells[0].text == year.to_string()).unwrap();
        row.cells[2].text.clone()
    };
    assert_eq!(index("BGD", 2023), "1,677.7");
    assert_eq!(index("BGD", 2014), "1,136.6");
    assert_eq!(index("NPL", 2017), "724.7");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn whatever_is_compared_is_what_was_published(
        places in prop::collection::vec(0..CODES.len(), 0..9),
        measure in 0..3usize,
        base in prop::option::of(1990..2030i32),
    ) {
        let codes: Vec<&str> = places.into_iter().map(|it| CODES[it]).collect();
        let measure = [PeerMeasure::Level, PeerMeasure::Index, PeerMeasure::PerHead][measure];
        let state = view_of(measure, &codes, base);
        let all = published();
        let of = |code: &str, year: i32, what: &str| {
            all.get(&(code.to_owned(), year, what.to_owned())).copied()
        };
        let facts = facts::peers(context(), &state.peers);
        for lang in Lang::ALL {
            let format = Format { lang, numbers: Numbers::International };
            let exhibit = exhibit_of(ViewId::Peers, dataset(), &state, format);
            let shown: Vec<&str> = facts
                .series
                .iter()
                .map(|it| context().countries[usize::from(it.country.0)].code.as_str())
                .collect();
            prop_assert_eq!(shown[0], "PAK");
            prop_assert_eq!(exhibit.table.columns.len(), 1 + shown.len());
            for row in &exhibit.table.rows {
                let year: i32 = row.cells[0].text.parse().unwrap();
                for (code, cell) in shown.iter().zip(&row.cells[1..]) {
                    let exports = of(code, year, "exports");
                    let expected = match measure {
                        PeerMeasure::Level => exports.map(|it| it / 1e6),
                        PeerMeasure::PerHead => {
                            exports.zip(of(code, year, "population")).map(|(it, people)| it / people)
                        }
                        PeerMeasure::Index => facts.base.and_then(|base| {
                            let broken = *code == "NPL" && (base < 2022) != (year < 2022);
                            let of_base = of(code, base, "exports")?;
                            exports.filter(|_| !broken).map(|it| it / of_base * 100.0)
                        }),
                    };
                    match expected {
                        None => prop_assert_eq!(&cell.text, "", "{} {}", code, year),
                        Some(expected) => {
                            let printed = number(&cell.text);
                            let apart = (printed - expected).abs();
                            prop_assert!(apart <= 0.051 || apart / expected < 1e-4, "{} {}: {}", code, year, printed);
                        }
                    }
                }
            }
            // The base of the index is a year of every country shown.
            if let Some(base) = facts.base {
                prop_assert!(shown.iter().all(|code| of(code, base, "exports").is_some()));
            }
            let words = text(&exhibit);
            prop_assert!(!words.contains("NaN") && !words.contains("inf"), "{}", words);
            prop_assert!(!words.contains("  "), "{}", words);
            for width in [296.0, 640.0, 1100.0] {
                let scene = (exhibit.picture.draw)(Frame::new(width));
                prop_assert_eq!(scene.points.len(), exhibit.picture.data.len());
            }
            // Growth, computed again from what was published.
            let value = |code: &str, year: i32| {
                let exports = of(code, year, "exports")?;
                match measure {
                    PeerMeasure::PerHead => Some(exports / of(code, year, "population")?),
                    PeerMeasure::Level | PeerMeasure::Index => Some(exports),
                }
            };
            let from = if measure == PeerMeasure::Index { facts.base } else { Some(2014) };
            if let Some(from) = from.filter(|&it| it < 2024) {
                let times = |code: &str| {
                    let broken = code == "NPL" && from < 2022;
                    Some(value(code, 2024)? / value(code, from)?).filter(|_| !broken)
                };
                let tenths = |it: f64| (it * 10.0).round();
                let own = times("PAK").unwrap();
                let countries = || shown.iter().filter(|code| **code != "WLD");
                let all: Vec<f64> = countries().filter_map(|code| times(code)).map(tenths).collect();
                let place = 1 + all.iter().filter(|it| **it > tenths(own)).count();
                let tied = all.iter().filter(|it| **it == tenths(own)).count() > 1;
                let growth = facts.growth().unwrap();
                for (code, found) in shown.iter().zip(&growth.times) {
                    let apart = times(code).zip(*found).map(|(one, other)| (one / other - 1.0).abs());
                    prop_assert!(times(code).is_some() == found.is_some(), "{}", code);
                    prop_assert!(apart.is_none_or(|it| it < 1e-6), "{}", code);
                }
                prop_assert_eq!(&growth.rank, &(all.len() > 1).then_some(facts::Rank { place, of: all.len(), tied }));
                if lang == Lang::En {
                    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
                    let in_words = |it: usize| words.get(it).map_or(it.to_string(), |it| (*it).to_owned());
                    let years = (2024 - from) as usize;
                    let years = if (11..=12).contains(&years) { ["eleven", "twelve"][years - 11].to_owned() } else { in_words(years) };
                    let mut title = format!(
                        "In {years} year{} Pakistan's ICT service exports{} grew {:.1}-fold",
                        if years == "one" { "" } else { "s" },
                        if measure == PeerMeasure::PerHead { " a head" } else { "" },
                        tenths(own) / 10.0,
                    );
                    if all.len() > 1 {
                        let ordinals = ["", "second-", "third-", "fourth-", "fifth-", "sixth-", "seventh-", "eighth-", "ninth-"];
                        title += if tied { ": jointly the " } else { ": the " };
                        if place == all.len() && all.len() > 2 {
                            title += "slowest";
                        } else {
                            title += ordinals[place - 1];
                            title += "fastest";
                        }
                        let whole = all.len() == countries().count();
                        title += &format!(" of the {} countries {}", in_words(all.len()), if whole { "shown" } else { "that can be compared" });
                    }
                    prop_assert_eq!(&exhibit.reading.title, &title);
                }
                let figure = format!("{:.1}", tenths(own) / 10.0);
                prop_assert!(exhibit.reading.title.contains(&figure), "{}", exhibit.reading.title);
                let others = countries().filter(|code| **code != "PAK");
                let size = |code: &str| Some(value(code, 2024)? / value("PAK", 2024)?);
                let largest = others.filter_map(|code| size(code)).fold(0.0, f64::max);
                if measure != PeerMeasure::Index && largest > 0.0 {
                    let figure = format!("{:.1}", tenths(largest) / 10.0);
                    prop_assert!(exhibit.reading.sentence.contains(&figure), "{}: {}", figure, words);
                }
                // What is written behind the lines.
                let scene = words_of(&(exhibit.picture.draw)(Frame::new(320.0)));
                let behind = shown.iter().filter_map(|code| times(code)).map(|it| format!("×{:.1}", tenths(it) / 10.0));
                for figure in behind {
                    prop_assert!(scene.contains(&figure), "{}: {:?}", figure, scene);
                }
            }
            if let Some((year, value)) = facts.latest() {
                let figure = match measure {
                    PeerMeasure::Level => format.money(Amount::from_thousands((value * 1e3).round() as i64)),
                    PeerMeasure::Index => format.value(it_exports::measure::Unit::Index, value),
                    PeerMeasure::PerHead => format!("{value:.2}"),
                };
                prop_assert!(words.contains(&figure) && words.contains(&year.to_string()), "{}", words);
            }
            if let Some(rank) = facts.rank() {
                // Counted again.
                let (year, own) = facts.latest().unwrap();
                let above = facts.series.iter().filter(|it| {
                    context().countries[usize::from(it.country.0)].code != "WLD"
                        && it.value(year).is_some_and(|it| it > own)
                });
                prop_assert_eq!(rank.place, above.count() + 1);
            }
            let Citations::Elsewhere { pages: sources, .. } = &exhibit.sources else { panic!("the World Bank's") };
            prop_assert!(!sources.is_empty());
        }
    }
}

#[test]
fn targets_by_hand() {
    let data = dataset();
    let state = State::new(data);
    let facts = facts::targets(data, context(), state.vintage);
    let of = |id: &str| {
        let found = facts.announced.iter().find(|it| it.0.id == id).unwrap();
        (found.0, &found.1)
    };
    // FY26 as the months add up: 354 + 337 + 366 + 386 + 356 + 437 + 373.528 + 363.81 + 413.623 +
    // 422.26 + 373.27 + 416 = 4598.491. That is written as 4.60, and 5.00 less 4.60 is 0.40.
    let (_, outlook) = of("government-fy26");
    let Outlook::Over(reached) = outlook else { panic!("{outlook:?}") };
    assert!((reached.amount.millions() - 4_598.491).abs() < 0.1);
    assert_eq!(
        reading::outcome(of("government-fy26").0, outlook, EN),
        ["Missed by $400 million", "Reached: $4.60 billion, provisional"]
    );
    // (10000 / 4598.491) ^ (1 / 3) = 1.2955; 10000 / 12 = 833.33.
    let (target, outlook) = of("uraan-fy29");
    let Outlook::Ahead { monthly, growth: Some(growth) } = outlook else { panic!("{outlook:?}") };
    assert_eq!((growth.years, format!("{:.1}", growth.percent)), (3, "29.6".to_owned()));
    assert_eq!(monthly.thousands(), 833_000);
    assert_eq!(
        reading::outcome(target, outlook, EN),
        ["Needs +29.6% a year from FY26", "Needs $833 million a month in that year"]
    );
    // A calendar year is set against calendar years: 2025 is the last whole one.
    let (_, outlook) = of("ministry-2030");
    let Outlook::Ahead { growth: Some(growth), .. } = outlook else { panic!("{outlook:?}") };
    assert_eq!((growth.from.span.to_string().as_str(), growth.years), ("2025-01..2025-12", 5));
    // No line of the record is set against freelance income.
    let (_, outlook) = of("uraan-freelance-fy29");
    assert!(matches!(outlook, Outlook::Ahead { growth: None, .. }));
    // FY23, 2023, three of FY25 and three of FY26; FY25 brought 3814, which is more than 3500 and
    // 3800, and less than 4200.
    assert_eq!(facts.over().len(), 8);
    let met: Vec<&str> = facts.met().into_iter().map(|it| it.id.as_str()).collect();
    assert_eq!(met, ["minister-fy25", "ministry-fy25"]);
    // Said of the next fiscal year in August 2024: FY26, too, brought more.
    assert!(reached.amount > of("minister-fy25").0.amount);
    assert_eq!(
        reading::outcome(of("pm-30bn").0, of("pm-30bn").1, EN),
        ["Neither met nor missed", ""]
    );
    assert!(facts.open().iter().all(|it| it.0.kind == TargetKind::Target));

    let exhibit = exhibit_of(ViewId::Targets, data, &state, EN);
    assert_eq!(
        exhibit.reading.title,
        "IT exports missed the $5.00 billion announced for FY26 by $400 million"
    );
    // 2025 brought 4188, and (25000 / 4188) ^ (1 / 2) = 2.443; 25000 / 12 = 2083.
    assert_eq!(
        exhibit.reading.sentence,
        "Of the eight amounts announced for years that are over, two were reached. FY26 brought $4.60 \
         billion, at least one month of it provisional; FY27 has brought $417 million so far. The $25.00 \
         billion announced for 2027 (Prime Minister Shehbaz Sharif) would take growth of 144.4% a year from \
         2025 ($4.19 billion) on, or $2.08 billion a month in that year."
    );
    let urdu = exhibit_of(ViewId::Targets, data, &state, UR).reading;
    assert_eq!(
        urdu.title,
        "مالی سال 2026 کے لیے اعلان کردہ 5 ارب ڈالر کا ہدف پورا نہ ہوا، 40 کروڑ ڈالر کی کمی رہی"
    );
    assert!(
        urdu.sentence.starts_with("جو سال گزر چکے ان کے آٹھ اعلانات میں سے دو پورے ہوئے۔"),
        "{}",
        urdu.sentence
    );
    let told = &exhibit.picture.data[exhibit.picture.rest];
    assert_eq!(told.heading, "FY26");
    assert_eq!(
        told.figures,
        ["$4.60 billion", "$5.00 billion, $5.20 billion, $25.00 billion announced"]
    );
    // In the order of the years for which they were announced, those without one last.
    let rows: Vec<(&str, &str)> = exhibit
        .table
        .rows
        .iter()
        .map(|it| (it.cells[0].text.as_str(), it.cells[1].text.as_str()))
        .collect();
    assert_eq!(rows[0], ("$5.00 billion, Minister Amin ul Haque", "FY23"));
    assert_eq!(
        rows[12],
        ("$25.00 billion, Industry, as reported by Nukta (held possible, nobody's target)", "2029")
    );
    assert_eq!(rows[15], ("$30.00 billion, Prime Minister Shehbaz Sharif", "No year"));
    assert_eq!(exhibit.table.rows.len(), context().targets.len());
}

/// A year that is running: what is left, spread over the months left.
#[test]
fn a_target_of_a_running_year() {
    let data = dataset();
    let mut context = context().clone();
    let mut target = context.targets.iter().find(|it| it.id == "government-fy26").unwrap().clone();
    target.period = Some(span("2026-07..2027-06"));
    // July 2026 brought 417, so (6000 - 417) / 11 = 507.545: to the million.
    target.amount = Amount::from_thousands(6_000_000);
    let mut met = target.clone();
    met.amount = Amount::from_thousands(400_000);
    let mut lower = target.clone();
    lower.period = Some(span("2027-07..2028-06"));
    lower.amount = Amount::from_thousands(4_000_000);
    context.targets = vec![target, met, lower];
    let state = State::new(data);
    let exhibit_of = |context: &Context, format| {
        let context = Box::leak(Box::new(context.clone()));
        views::exhibit(ViewId::Targets, &ViewInput { data, context, state: &state, format })
    };
    let exhibit = exhibit_of(&context, EN);
    let told = |it: &Row| [&*it.cells[2].text, &*it.cells[3].text].join(", ");
    let cells: Vec<String> = exhibit.table.rows.iter().map(told).collect();
    assert_eq!(
        cells,
        [
            "Needs $508 million in each month left, So far $417 million",
            "Already met, So far $417 million",
            "Met even at \u{2212}6.7% a year from FY26, Needs $333 million a month in that year",
        ]
    );
    for (target, english, urdu) in [
        (
            0,
            "would take $508 million in each of the eleven months left, after $417 million so far",
            "باقی گیارہ مہینوں میں",
        ),
        (1, "would take no more: $417 million is reached", "پورے ہو چکے ہیں"),
        (
            2,
            "would take a fall of no more than 6.7% a year from FY26 ($4.60 billion) on",
            "6.7 فیصد سے زیادہ کمی نہ ہونا کافی ہے",
        ),
    ] {
        let alone = Context { targets: vec![context.targets[target].clone()], ..context.clone() };
        for (format, part) in [(EN, english), (UR, urdu)] {
            let sentence = exhibit_of(&alone, format).reading.sentence;
            assert!(sentence.contains(part), "{part}: {sentence}");
        }
    }
    context.targets.clear();
    let none = exhibit_of(&context, EN);
    assert_eq!(none.reading.title, "No target for IT exports is known");
    (none.picture.draw)(Frame::new(296.0));
}

#[test]
fn both_languages_say_the_same_of_targets_and_drivers() {
    let data = dataset();
    for vintage in [VintageChoice::Latest, VintageChoice::First] {
        let state = State::new(data).update(data, Action::VintageChoice(vintage));
        for numbers in [Numbers::International, Numbers::Pakistani] {
            let of = |lang: Lang| {
                let format = Format { lang, numbers };
                let views = [ViewId::Targets, ViewId::Drivers].into_iter();
                let views = views.map(|it| exhibit_of(it, data, &state, format));
                let mut all: Vec<Exhibit> = views.collect();
                all.extend(
                    (0..context().drivers.len())
                        .map(|it| exhibit_of(ViewId::Driver(it), data, &state, format)),
                );
                all
            };
            for (en, ur) in of(Lang::En).iter().zip(of(Lang::Ur)) {
                assert_eq!(en.name, ur.name);
                assert_eq!(en.table.rows.len(), ur.table.rows.len(), "{}", en.name);
                assert_eq!(en.notes.len(), ur.notes.len(), "{}", en.name);
                assert_eq!(en.picture.data.len(), ur.picture.data.len(), "{}", en.name);
                for (en, ur) in en.table.rows.iter().zip(&ur.table.rows) {
                    let order = |it: &Row| -> Vec<Option<f64>> {
                        it.cells.iter().map(|it| it.order).collect()
                    };
                    assert_eq!(order(en), order(ur));
                }
                for exhibit in [en, &ur] {
                    let words = text(exhibit);
                    assert!(!words.contains("  ") && !words.contains(".."), "{words}");
                    assert!(!exhibit.reading.title.ends_with(['.', '۔']), "{words}");
                }
            }
        }
    }
}

fn place_of(code: &str) -> usize {
    context().drivers.iter().position(|it| it.code == code).unwrap()
}

fn card_of(code: &str, format: Format) -> driver::Card {
    let state = &State::new(dataset());
    let input = ViewInput { data: dataset(), context: context(), state, format };
    driver::card(&input, place_of(code)).unwrap()
}

#[test]
fn cards_say_what_their_figures_are_and_how_firm() {
    use FigureKind::{Claim, Estimate, Official};
    for (code, figure, kind, line) in [
        ("remote_work", "$779 million", Claim, "Freelance and remote work, FY25"),
        // 101.506 / 65.786.
        ("freelancers", "$101.5 million", Official, "Freelance, May 2026, +54.3% on May 2025"),
        (
            "ecommerce",
            "213 million",
            Official,
            "E-commerce payments in a quarter, number, January–March 2025",
        ),
        (
            "policy",
            "50%",
            Official,
            "Export proceeds that IT exporters may keep in foreign currency, October 2023",
        ),
        (
            "outsourcing",
            "$36.4 million",
            Official,
            "Call centres, March 2026, +12.9% on March 2025",
        ),
        // (112.006 + 47.718) / (99.078 + 49.153).
        (
            "providers",
            "$159.7 million",
            Official,
            "Software consultancy, Software exports, May 2026, +7.8% on May 2025, provisional",
        ),
        (
            "infrastructure",
            "27.4%",
            Estimate,
            "People who use the internet, 2023, after 24.2% in 2022",
        ),
        // A minister's 75,000 is the most.
        ("skills", "25,000–75,000", Claim, "IT graduates in a year, depending on the source"),
    ] {
        let card = card_of(code, EN);
        assert_eq!((&*card.figure, card.kind), (figure, Some(kind)), "{code}");
        assert!(card.line.starts_with(line), "{code}: {}", card.line);
    }
    assert_eq!(card_of("infrastructure", UR).figure, "27.4 فیصد");
    assert_eq!(card_of("skills", UR).figure, "25,000 تا 75,000");
    // There is none at this place.
    assert_eq!(exhibit_of(ViewId::Driver(8), dataset(), &State::new(dataset()), EN).name, "trend");
    assert!(driver::bears_on(dataset(), context(), EN, 8).is_empty());
}

/// Whatever is looked at: the figure of a card is the last that its chart draws.
#[test]
fn a_card_and_its_chart_agree() {
    for (vintage, format) in [EN, UR].into_iter().flat_map(|it| VINTAGES.map(|of| (of, it))) {
        let state = State::new(dataset()).update(dataset(), Action::VintageChoice(vintage));
        for place in 0..context().drivers.len() {
            let facts = facts::driver(dataset(), context(), vintage, place).unwrap();
            let (figure, _) = reading::driver_figure(facts.shown(), format);
            let exhibit = exhibit_of(ViewId::Driver(place), dataset(), &state, format);
            assert!(exhibit.reading.title.contains(&figure), "{}", exhibit.reading.title);
            let told = &exhibit.picture.data[exhibit.picture.rest];
            match facts.shown() {
                Shown::Months(it) => {
                    let last = &it.months.last().unwrap().point;
                    assert_eq!(figure, format.money(last.amount));
                    assert_eq!(told.figures[0], format.money_exact(last.amount));
                    assert_eq!(told.heading, format.span(last.span));
                }
                Shown::Series(_, figures) => {
                    assert_eq!(told.heading, format.span(figures.last().unwrap().period));
                    assert!(exhibit.unit.contains(&told.heading), "{}", exhibit.unit);
                }
                Shown::Differing(_, figures) => {
                    assert_eq!(figures.len(), exhibit.picture.data.len());
                }
                Shown::Steps(_, events) => assert_eq!(events.len(), exhibit.picture.data.len()),
                Shown::Alone(_) => assert_eq!(exhibit.picture.data.len(), 1),
            }
            let scene = (exhibit.picture.draw)(Frame::new(260.0));
            assert_eq!(scene.height, 84.0);
            // Where a value stands over the last bar, it is the card's.
            if matches!(facts.shown(), Shown::Months(_) | Shown::Series(..)) {
                let words = |it: &Mark| matches!(it, Mark::Text(it) if it.text == figure);
                assert!(scene.marks.iter().any(words), "{figure}");
            }
        }
    }
}

/// One body's figures of several periods are its count through time, and no series is held against itself.
#[test]
fn sources_differ_on_what_nothing_joins() {
    let found: Vec<(String, Vec<String>)> = context()
        .drivers
        .iter()
        .flat_map(|it| card_of(&it.code, EN).differing)
        .map(|of| (of.name, of.figures.into_iter().map(|it| it.value).collect()))
        .collect();
    let expected: [(&str, &[&str]); 5] = [
        ("Freelancers, full and part time", &["2.37 million", "2.32 million"]),
        ("Rank as a supplier of online work", &["rank 2", "rank 3", "rank 4"]),
        ("IT companies", &["20,711", "over 20,000", "over 6,000", "over 10,000"]),
        ("Data carried in a year", &["27,727 petabytes", "27,897 petabytes"]),
        ("IT graduates in a year", &["72,952", "about 75,000", "about 25,000"]),
    ];
    assert_eq!(found.len(), expected.len());
    for ((name, values), (expected_name, expected_values)) in found.iter().zip(expected) {
        assert_eq!((name.as_str(), values.join("; ")), (expected_name, expected_values.join("; ")));
    }
}

#[test]
fn what_grew_beside_the_record_is_said() {
    let exhibit =
        exhibit_of(ViewId::Driver(place_of("freelancers")), dataset(), &State::new(dataset()), EN);
    assert_eq!(
        exhibit.notes[0],
        "In July–March FY26 other freelance services, outside IT exports, rose 204.9% on the year, so \
         that work may have been moved between lines."
    );
}

/// A break parts only what stands on both sides of it: figures known before it came, and those of a year
/// that begins with it, keep their changes.
#[test]
fn a_break_outside_a_comparison_withholds_nothing() {
    let mut context = context().clone();
    // What is now freelance work was counted here until June 2024.
    context.drivers[0].sectors = vec![sector("computer.other")];
    for (day, latest) in [("2024-06-30", "2023-07..2024-04"), ("2026-04-30", "2025-07..2026-03")] {
        let data = dataset().as_of(date(day)).unwrap();
        let evidence = facts::driver(&data, &context, VintageChoice::Latest, 0).unwrap();
        let recorded = evidence.recorded.unwrap();
        assert_eq!(recorded.break_at, Some(month("2024-07")));
        assert_eq!(recorded.latest.span, span(latest));
        for it in recorded.months.iter().filter_map(|it| Some((it.point.span, it.change?.0))) {
            assert_eq!(it.1, it.0.year_before());
            assert_eq!(it.1.end() < month("2024-07"), it.0.end() < month("2024-07"), "{it:?}");
        }
        assert!(recorded.months.iter().any(|it| it.change.is_some()), "{day}");
    }
}

/// Halves go away from nought.
#[test]
fn dollars_of_an_indicator_are_whole_thousands() {
    for (digits, decimals, unit, thousands) in [
        (779, 0, Unit::UsdMillion, Some(779_000)),
        (396_243, 3, Unit::UsdMillion, Some(396_243)),
        (38, 1, Unit::UsdBillion, Some(3_800_000)),
        (12_345, 4, Unit::UsdMillion, Some(1_235)),
        (-12_345, 4, Unit::UsdMillion, Some(-1_235)),
        (12_344, 4, Unit::UsdMillion, Some(1_234)),
        (4, 0, Unit::Percent, None),
    ] {
        let amount = facts::dollars(Decimal { digits, decimals }, unit);
        assert_eq!(amount.map(Amount::thousands), thousands);
    }
}

#[test]
fn the_newest_figure_of_each_stands_first_and_all_are_in_the_table() {
    let (data, state) = (dataset(), State::new(dataset()));
    let mut rows = 0;
    for (place, driver) in context().drivers.iter().enumerate() {
        for of in card_of(&driver.code, EN).all {
            let ends: Vec<_> = of.figures.iter().map(|it| it.period.end()).collect();
            assert!(ends.is_sorted_by(|one, next| one >= next), "{}", of.name);
            rows += ends.len();
        }
        let exhibit = exhibit_of(ViewId::Driver(place), data, &state, EN);
        let figures: usize =
            context().indicators_of(DriverId(place as u8)).map(|it| it.figures.len()).sum();
        assert!(exhibit.table.rows.len() >= figures);
    }
    let all = exhibit_of(ViewId::Drivers, data, &state, EN);
    assert_eq!(all.table.rows.len(), rows);
    assert_eq!(all.picture.data.len(), context().drivers.len());
    let Citations::Elsewhere { of_rows, .. } = &all.sources else { panic!("read elsewhere, too") };
    for (row, address) in all.table.rows.iter().zip(of_rows) {
        assert_eq!(row.observations.is_empty(), address.starts_with("http"), "{row:?}");
    }
}

#[test]
fn the_finding_counts_what_the_file_holds() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data/indicators.csv");
    let text = fs::read_to_string(file).unwrap();
    let count = |word: &str| text.matches(&format!(",{word},")).count();
    let state = State::new(dataset());
    let firmness = facts::firmness(context());
    assert_eq!(
        (firmness.official, firmness.estimates, firmness.claims),
        (count("official"), count("estimate"), count("claim"))
    );
    assert_eq!((firmness.drivers, firmness.obstacles), (6, 2));
    let reading = views::finding(
        Block::Drivers,
        &ViewInput { data: dataset(), context: context(), state: &state, format: EN },
    );
    assert_eq!(
        reading.title,
        "Six drivers and two obstacles: what is counted, estimated and claimed"
    );
    let input = ViewInput { data: dataset(), context: context(), state: &state, format: EN };
    let said: Vec<String> = drivers::kinds(&input).into_iter().map(|it| it.1).collect();
    assert_eq!(said[0], format!("official count: {}", count("official")));
    assert_eq!(said[3], "sources differ on 5 indicators");
}

#[test]
fn what_nobody_promised_of_the_total_is_in_the_table_only() {
    let exhibit = exhibit_of(ViewId::Targets, dataset(), &State::new(dataset()), EN);
    let promised = context().targets.iter().filter(|it| {
        it.what == TargetOf::Ict && it.kind == TargetKind::Target && it.period.is_some()
    });
    let promised: Vec<f64> = promised.map(|it| it.amount.millions() / 1000.0).collect();
    let years = facts::targets(dataset(), context(), VintageChoice::Latest).years.len();
    // FY16 to FY26.
    assert_eq!(years, 11);
    assert_eq!(exhibit.picture.data.len(), years + promised.len());
    assert!(exhibit.table.rows.len() > promised.len());
    // The axis ends with the highest of them.
    let words = words_of(&(exhibit.picture.draw)(Frame::new(568.0)));
    let highest = promised.into_iter().fold(0.0, f64::max);
    let ticks = words.iter().filter_map(|it| it.parse::<f64>().ok());
    assert!(ticks.fold(0.0, f64::max) <= highest, "{words:?}");
}

/// Bars, strokes and paths stand where the figures are.
#[test]
fn what_was_promised_is_drawn_to_scale() {
    let exhibit = exhibit_of(ViewId::Targets, dataset(), &State::new(dataset()), EN);
    for width in [280.0, 350.0, 568.0, 800.0, 1600.0] {
        let scene = (exhibit.picture.draw)(Frame::new(width));
        // What a static page stretches keeps its height.
        assert_eq!(scene.height, if width < Frame::WIDE { 360.0 } else { 400.0 });
        let y = |heading: &str| {
            let at =
                exhibit.picture.data.iter().find(|it| it.heading.starts_with(heading)).unwrap().at;
            let point = scene.points.iter().find(|it| (it.index, it.series) == at).unwrap();
            point.mark
        };
        let (fy26, plan, survey) = (y("FY26"), y("FY29: Uraan"), y("FY29: Economic"));
        // 15 - 10 is to 10 - 4.598 as the heights are.
        let ratio = (plan.1 - survey.1) / (fy26.1 - plan.1);
        assert!((ratio - 5.0 / (10.0 - 4.598_491)).abs() < 1e-3, "{width}: {ratio}");
        assert_eq!(plan.0, survey.0);
        for (place, point) in scene.points.iter().enumerate() {
            let at = ((point.x0 + point.x1) / 2.0, (point.y0 + point.y1) / 2.0);
            assert_eq!(scene.nearest(at.0, at.1), Some(place), "{width}: {point:?}");
        }
    }
}
