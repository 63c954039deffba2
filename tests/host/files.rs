//! What a reader takes away agrees with what the page shows, opens where it should, and is fit to
//! print. Posters are compared byte for byte with those a person has looked at:
//! `UPDATE_GOLDEN=1 cargo test golden` accepts what is drawn now.

use it_exports::catalogue::ViewId;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use it_exports::calendar::{Frequency, Span};
use it_exports::chart::labels::{self, Area};
use it_exports::chart::{self, Branch, Frame, Ink, Mark, Scene, Text};
use it_exports::data::{Amount, Status};
use it_exports::draw::Palette;
use it_exports::embedded::{dataset, sources};
use it_exports::exhibit::{Citation, Citations, Exhibit, Picture};
use it_exports::export::{self, About, Form, Shape};
use it_exports::i18n::{Format, Lang};
use it_exports::measure::{Measure, Value};
use it_exports::reading::Reading;
use it_exports::state::{Numbers, State};
use it_exports::table::{Cell, Column, Row, Table};
use proptest::prelude::*;

use crate::support::{exhibit_of, month, pictures::Golden};

const ADDRESS: &str = "https://example.org/it-exports/2023-10/?measure=yoy&from=2021-07";

fn about(lang: Lang) -> About<'static> {
    let words = |en: &str, ur: &str| if lang == Lang::En { en.to_owned() } else { ur.to_owned() };
    About {
        lang,
        site: lang.strings().title.to_owned(),
        address: ADDRESS.to_owned(),
        vintage: lang.strings().vintage_latest.to_owned(),
        published: words("20 August 2026", "20 اگست 2026"),
        record: Some((dataset(), sources())),
    }
}

fn elsewhere(pages: &[(&str, &str)]) -> Citations {
    let read = |(name, url): &(&str, &str)| Citation { name: (*name).into(), url: (*url).into() };
    Citations::Elsewhere { pages: pages.iter().map(read).collect(), of_rows: Vec::new() }
}

/// Made up, so that it does not change with the record: a year of exports.
fn example(lang: Lang) -> Exhibit {
    let words = |en: &str, ur: &str| if lang == Lang::En { en.to_owned() } else { ur.to_owned() };
    let format = Format::new(lang, None);
    let amounts = [
        214_000, 235_000, 206_000, 238_042, 259_000, 303_000, 265_000, 257_000, 306_000, 310_000,
        332_000, 297_000,
    ];
    let value = |(place, thousands): (usize, &i64)| {
        let amount = Amount::from_thousands(*thousands);
        let status = match place {
            11 => Status::Provisional,
            7 => Status::Derived,
            _ => Status::Final,
        };
        Value {
            span: month("2023-07").plus(place as i32).into(),
            value: amount.millions(),
            amount,
            status,
            base: None,
            observations: Vec::new(),
        }
    };
    let values: Vec<Value> = amounts.iter().enumerate().map(value).collect();
    let row = |it: &Value| Row {
        cells: vec![
            Cell::number(format.span(it.span), 0.0),
            it_exports::table::amount_cell(it.amount, format),
            Cell::number(format.signed_percent(15.534), 15.534),
            Cell::words(if it.status == Status::Final { "" } else { "a \"quoted\", <b>\tword" }),
        ],
        observations: Vec::new(),
        month: None,
    };
    let column = |heading: &str, numeric| Column { heading: heading.to_owned(), numeric };
    let unit = format.unit(it_exports::measure::Unit::Money);
    let columns = vec![
        column(&words("Period", "مدت"), false),
        column(&format!("{} ({unit})", words("Exports", "برآمدات")), true),
        column(&words("Change on the year", "سال بہ سال تبدیلی"), true),
        column(&words("Remark", "نوٹ"), false),
    ];
    let rows = values.iter().map(row).collect();
    let range = Span::new(month("2023-07"), month("2024-06")).unwrap();
    let draw = move |frame: Frame| {
        let input = chart::Trend {
            values: &values,
            lines: &[],
            range,
            gaps: &[],
            gap_label: "",
            measure: Measure::Level,
            frequency: Frequency::Monthly,
            selected: Some(month("2023-10")),
            break_mark: None,
            format,
        };
        chart::trend(&input, frame)
    };
    Exhibit {
        name: "example",
        reading: Reading {
            title: words(
                "IT exports reached $332 million in May 2024, the most of any month so far",
                "مئی 2024 میں آئی ٹی برآمدات 33 کروڑ 20 لاکھ ڈالر رہیں، کسی بھی مہینے سے زیادہ",
            ),
            sentence: words(
                "In May 2024, IT exports were $332.0 million, 15.5% more than in May 2023. June 2024 was provisional at $297 million. The largest part of the growth, 4.2 of 15.5 percentage points, came from software consultancy.",
                "مئی 2024 میں آئی ٹی برآمدات 33 کروڑ 20 لاکھ ڈالر رہیں، مئی 2023 سے 15.5 فیصد زیادہ۔ جون 2024 کا عدد 29 کروڑ 70 لاکھ ڈالر عارضی ہے۔ اضافے کا سب سے بڑا حصہ، 15.5 میں سے 4.2 فیصد پوائنٹ، سافٹ ویئر مشاورت سے آیا۔",
            ),
        },
        unit: words("Exports, US$ million", "برآمدات، کروڑ امریکی ڈالر"),
        picture: Picture {
            draw: Box::new(draw),
            data: Vec::new(),
            rest: 0,
            swatches: vec![
                (Ink::Bar, words("Exports of a month", "ایک مہینے کی برآمدات")),
                (
                    Ink::Branch(Branch::Telecom),
                    words("Telecommunications & more", "ٹیلی مواصلات وغیرہ"),
                ),
            ],
            year: 12,
        },
        table: Table { columns, rows, whole: None },
        beside: None,
        notes: vec![
            words(
                "February 2024 is derived: the total of July to February less that of July to January.",
                "فروری 2024 کا عدد اخذ کیا گیا ہے: جولائی تا فروری کے کل میں سے جولائی تا جنوری کا کل منہا کر کے۔",
            ),
            words(
                "Hours are those of Pakistan; months are those in which proceeds arrived.",
                "مہینے وہ ہیں جن میں رقم موصول ہوئی۔",
            ),
        ],
        controls: Vec::new(),
        sources: elsewhere(&[
            ("State Bank of Pakistan", "https://www.sbp.org.pk/a?b=1,2"),
            ("Ministry of IT", "https://moitt.gov.pk/"),
        ]),
    }
}

/// The first blocks of the page, as the record has them.
fn blocks(lang: Lang) -> Vec<Exhibit> {
    let (data, format) = (dataset(), Format::new(lang, None));
    let state = State::of(data, month("2026-07"));
    let mut blocks = vec![exhibit_of(ViewId::Month, data, &state, format)];
    for (measure, frequency) in [
        (Measure::Level, Frequency::Monthly),
        (Measure::Yoy, Frequency::Monthly),
        (Measure::PerDay, Frequency::Monthly),
        (Measure::Index, Frequency::Monthly),
        (Measure::Level, Frequency::FiscalYear),
    ] {
        let state = State { measure, frequency, ..state.clone() };
        blocks.push(exhibit_of(ViewId::Time, data, &state, format));
    }
    for breakdown in [ViewId::Pairs, ViewId::Stack, ViewId::Shares] {
        let state = State { breakdown, ..state.clone() };
        blocks.push(exhibit_of(ViewId::Pairs, data, &state, format));
    }
    blocks
}

fn every_exhibit() -> Vec<(Lang, Exhibit)> {
    let of = |lang| blocks(lang).into_iter().chain([example(lang)]).map(move |it| (lang, it));
    Lang::ALL.into_iter().flat_map(of).collect()
}

/// Whatever the page can show, in every language and way to write numbers.
fn every_view() -> impl Iterator<Item = (Format, Exhibit)> {
    let formats = Lang::ALL.into_iter().flat_map(|lang| {
        [Numbers::International, Numbers::Pakistani].map(|it| Format::new(lang, Some(it)))
    });
    formats.flat_map(|format| {
        let state = State::of(dataset(), month("2023-10"));
        let drivers = (0..8).map(ViewId::Driver);
        [
            ViewId::Month,
            ViewId::Time,
            ViewId::Pairs,
            ViewId::FiscalYears,
            ViewId::Seasons,
            ViewId::Heat,
            ViewId::FirstPrints,
            ViewId::TwoMonths,
            ViewId::Rupees,
            ViewId::UsPrices,
            ViewId::Events,
            ViewId::Contributions,
            ViewId::Ranking,
            ViewId::Stack,
            ViewId::Shares,
            ViewId::Multiples,
            ViewId::Spans,
            ViewId::Freelance,
            ViewId::Peers,
            ViewId::Targets,
            ViewId::Drivers,
        ]
        .into_iter()
        .chain(drivers)
        .map(move |it| (format, exhibit_of(it, dataset(), &state, format)))
    })
}

#[test]
fn files_of_every_view_say_the_figures_that_its_table_says() {
    for (format, exhibit) in every_view() {
        let csv = export::csv(&exhibit, &about(format.lang));
        let mut reader = csv::Reader::from_reader(csv.strip_prefix('\u{feff}').unwrap().as_bytes());
        let rows = reader.records().map(|it| it.unwrap());
        let rows: Vec<Vec<String>> =
            rows.map(|it| it.iter().map(str::to_owned).collect()).collect();
        let shown: Vec<&Row> = exhibit.table.rows.iter().chain(&exhibit.table.whole).collect();
        assert_eq!(rows.len(), shown.len(), "{}", exhibit.name);
        for (row, shown) in rows.iter().zip(shown) {
            for ((found, cell), column) in row.iter().zip(&shown.cells).zip(&exhibit.table.columns)
            {
                let Some(expected) = seen(&cell.text).filter(|_| column.numeric) else { continue };
                let found: f64 = found.parse().unwrap();
                let off = 0.5 * 0.1_f64.powi(decimals(&cell.text)) + 1e-9;
                let what = format!("{} {:?}: {found} {}", exhibit.name, format, cell.text);
                assert!((found - expected).abs() <= off, "{what}");
            }
        }
    }
}

/// What is written from right to left would put a bare sign behind its figure.
#[test]
fn signs_stay_before_their_figures_in_urdu() {
    let is_bare = |text: &str| {
        let (mut inside, mut before) = (false, ' ');
        text.chars().any(|it| {
            let signed = matches!(before, '+' | '\u{2212}') && it.is_ascii_digit();
            let bare = !inside && (signed || before.is_ascii_digit() && it == '%');
            inside = it == '\u{2066}' || inside && it != '\u{2069}';
            before = it;
            bare
        })
    };
    let mut faults = Vec::new();
    for (format, exhibit) in every_view().filter(|it| it.0.lang == Lang::Ur) {
        let words_of = |it: &Row| {
            let cells = it.cells.iter().zip(&exhibit.table.columns);
            cells.filter(|it| !it.1.numeric).map(|it| it.0.text.clone()).collect::<Vec<_>>()
        };
        let told =
            exhibit.picture.data.iter().flat_map(|it| [&it.heading].into_iter().chain(&it.figures));
        let read = [&exhibit.reading.title, &exhibit.reading.sentence, &exhibit.unit];
        let texts = told.chain(read).chain(&exhibit.notes).cloned();
        for text in texts.chain(exhibit.table.rows.iter().flat_map(words_of)) {
            if is_bare(&text) {
                faults.push(format!("{} {format:?}: {text}", exhibit.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The figure that a reader sees in a cell, if it is one.
fn seen(text: &str) -> Option<f64> {
    let bare: String = text
        .chars()
        .filter(|it| {
            !matches!(it, ',' | '+' | '%' | '\u{2007}' | '\u{2008}' | '\u{2066}' | '\u{2069}')
        })
        .map(|it| if it == '\u{2212}' { '-' } else { it })
        .collect();
    bare.parse().ok()
}

fn decimals(text: &str) -> i32 {
    text.split_once('.').map_or(0, |(_, it)| it.chars().filter(char::is_ascii_digit).count() as i32)
}

/// Cells of a file against those of the table: the same words, and figures that differ by
/// rounding only.
fn assert_agrees(table: &Table, rows: &[Vec<String>]) {
    let shown: Vec<&Row> = table.rows.iter().chain(&table.whole).collect();
    assert_eq!(rows.len(), shown.len());
    for (row, shown) in rows.iter().zip(shown) {
        for ((found, cell), column) in row.iter().zip(&shown.cells).zip(&table.columns) {
            match seen(&cell.text).filter(|_| column.numeric) {
                Some(expected) => {
                    let found: f64 = found.parse().unwrap();
                    let off = 0.5 * 0.1_f64.powi(decimals(&cell.text)) + 1e-9;
                    assert!((found - expected).abs() <= off, "{found} is not {}", cell.text);
                }
                None => assert_eq!(found, &cell.text),
            }
        }
    }
}

#[test]
fn a_csv_read_back_is_the_table() {
    for (lang, exhibit) in every_exhibit() {
        let csv = export::csv(&exhibit, &about(lang));
        let text = csv.strip_prefix('\u{feff}').unwrap();
        assert!(!text.contains(['\r', '\u{2007}', '\u{2066}', '\u{2212}']), "{text}");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(headings.len(), exhibit.table.columns.len() + 1);
        for (found, column) in headings.iter().zip(&exhibit.table.columns) {
            assert!(found.starts_with(&column.heading), "{found}");
        }
        let rows: Vec<Vec<String>> =
            reader.records().map(|it| it.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_agrees(&exhibit.table, &rows);
        for row in &rows {
            let addresses = row.last().unwrap();
            assert!(addresses.split(' ').all(|it| it.starts_with("http")), "{addresses}");
        }
    }
}

#[test]
fn amounts_are_exact_in_the_unit_of_their_heading() {
    let [en, ur] = Lang::ALL.map(|lang| {
        let csv = export::csv(&example(lang), &about(lang));
        let line = csv.lines().nth(4).unwrap().to_owned();
        (csv.lines().next().unwrap().to_owned(), line)
    });
    assert_eq!(en.0, "\u{feff}Period,Exports (US$ million),Change on the year (%),Remark,Sources");
    let urls = "\"https://www.sbp.org.pk/a?b=1,2 https://moitt.gov.pk/\"";
    assert_eq!(en.1, format!("October 2023,238.042,15.534,,{urls}"));
    assert_eq!(ur.1, format!("اکتوبر 2023,23.8042,15.534,,{urls}"));
}

#[test]
fn a_csv_without_the_list_of_sources_has_no_empty_column_for_it() {
    let about = About { record: None, ..about(Lang::En) };
    let block = &blocks(Lang::En)[1];
    let csv = export::csv(block, &about);
    assert!(!csv.lines().next().unwrap().contains("Sources"));
    assert_eq!(csv.lines().count(), block.table.rows.len() + 1);
}

#[test]
fn json_says_what_the_exhibit_says() {
    for (lang, exhibit) in every_exhibit() {
        let about = about(lang);
        let json: serde_json::Value =
            serde_json::from_str(&export::json(&exhibit, &about)).unwrap();
        let text = |key: &str| json[key].as_str().unwrap().to_owned();
        let bare = |it: &str| it.replace(['\u{2066}', '\u{2069}', '\u{2007}', '\u{2008}'], "");
        assert_eq!(text("title"), bare(&exhibit.reading.title));
        assert_eq!(text("sentence"), bare(&exhibit.reading.sentence));
        assert_eq!(text("address"), ADDRESS);
        assert_eq!(text("language"), lang.code());
        assert_eq!(text("published"), about.published);
        let noted = exhibit.beside.iter().chain(&exhibit.notes);
        assert_eq!(json["notes"].as_array().unwrap().len(), noted.count());
        let sources = json["sources"].as_array().unwrap();
        assert!(!sources.is_empty());
        let urls: BTreeSet<&str> = sources.iter().map(|it| it["url"].as_str().unwrap()).collect();
        assert_eq!(urls.len(), sources.len(), "each once");
        assert!(sources.iter().all(|it| !it["name"].as_str().unwrap().is_empty()));
        let columns = json["columns"].as_array().unwrap();
        assert_eq!(columns.len(), exhibit.table.columns.len());
        let rows: Vec<Vec<String>> = json["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let cell = |it: &serde_json::Value| match it {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => text.clone(),
                    number => number.to_string(),
                };
                row.as_array().unwrap().iter().map(cell).collect()
            })
            .collect();
        assert_agrees(&exhibit.table, &rows);
    }
}

#[test]
fn tables_are_copied_as_text_and_as_html() {
    for (lang, exhibit) in every_exhibit() {
        let (tabs, html) = export::clipboard_table(&exhibit, &about(lang));
        let rows = exhibit.table.rows.len() + usize::from(exhibit.table.whole.is_some());
        assert_eq!(tabs.lines().count(), rows + 1);
        let columns = exhibit.table.columns.len();
        assert!(tabs.lines().all(|it| it.split('\t').count() == columns), "{tabs}");
        let xml = format!("<root>{html}</root>");
        let document = roxmltree::Document::parse(&xml).unwrap();
        let count = |name: &str| document.descendants().filter(|it| it.has_tag_name(name)).count();
        assert_eq!(count("tr"), rows + 1);
        assert_eq!(count("th") + count("td"), (rows + 1) * columns);
        assert!(html.contains(&format!("lang=\"{}\"", lang.code())));
    }
}

#[test]
fn a_quote_stands_alone() {
    let quote = export::quote(&example(Lang::En), &about(Lang::En));
    let (sentence, source) = quote.split_once('\n').unwrap();
    assert_eq!(sentence, example(Lang::En).reading.sentence);
    assert_eq!(
        source,
        format!(
            "Source: State Bank of Pakistan, Ministry of IT · Published 20 August 2026 · \
             Figures: Latest · {ADDRESS}"
        )
    );
    for exhibit in blocks(Lang::Ur) {
        let quote = export::quote(&exhibit, &about(Lang::Ur));
        assert_eq!(quote.lines().count(), 2);
        assert!(quote.contains("اسٹیٹ بینک آف پاکستان") && quote.ends_with(ADDRESS), "{quote}");
    }
}

#[test]
fn files_are_named_for_view_and_vintage() {
    let name = |code: &str, vintage, form| {
        export::file_name(
            &Exhibit { name: "fiscal-years", ..example(Lang::En) },
            code,
            vintage,
            form,
        )
    };
    let sharp = name("2026-07", "latest", Form::PngSharp);
    assert_eq!(sharp, "it-exports-fiscal-years-2026-07-latest-2x.png");
    let first = name("", "first", Form::Csv);
    assert_eq!(first, "it-exports-fiscal-years-first.csv");
    let code = "month=2023-10&from=2015-07&sector=computer.other,telecom";
    let query = name(code, "latest", Form::Square);
    assert_eq!(
        query,
        "it-exports-fiscal-years-month-2023-10-from-2015-07-sector-computer-other-telecom-latest-square.png"
    );
    let mut names = BTreeSet::new();
    for form in Form::ALL {
        for vintage in ["latest", "first", "2024-01-15"] {
            names.insert(name("2026-07", vintage, form));
        }
    }
    assert_eq!(names.len(), 3 * Form::ALL.len());
}

proptest! {
    #[test]
    fn file_names_are_safe_everywhere(code in "\\PC{0,200}") {
        let exhibit = example(Lang::En);
        let name = export::file_name(&exhibit, &code, "latest", Form::Svg);
        prop_assert!(name.len() <= 128);
        prop_assert!(name.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '.')));
        prop_assert!(!name.contains("--") && name.ends_with("-latest.svg"));
    }
}

pub fn texts(scene: &Scene) -> Vec<&Text> {
    scene
        .marks
        .iter()
        .filter_map(|it| if let Mark::Text(it) = it { Some(it) } else { None })
        .collect()
}

/// Words stand inside the picture and not on top of each other.
pub fn check_words(scene: &Scene) -> Result<(), String> {
    let within = Area { x0: -0.01, x1: scene.width + 0.01, y0: 0.0, y1: scene.height };
    let areas: Vec<(&Text, Area)> =
        texts(scene).into_iter().map(|it| (it, labels::area(it))).collect();
    for (place, (text, area)) in areas.iter().enumerate() {
        if !within.contains(area) {
            return Err(format!("{text:?} is beyond the edge: {area:?}"));
        }
        for (other, taken) in &areas[place + 1..] {
            // Rounding aside.
            let smaller = Area {
                x0: taken.x0 + 0.01,
                x1: taken.x1 - 0.01,
                y0: taken.y0 + 0.01,
                y1: taken.y1 - 0.01,
            };
            if area.overlaps(&smaller) {
                return Err(format!("{text:?} is on top of {other:?}"));
            }
        }
    }
    Ok(())
}

/// Whatever can be seen is inside the picture.
pub fn check_marks(scene: &Scene) -> Result<(), String> {
    let inside = |x: f64, y: f64| {
        (-0.6..=scene.width + 0.6).contains(&x) && (-0.6..=scene.height + 0.6).contains(&y)
    };
    for mark in &scene.marks {
        let held = match mark {
            Mark::Rect { x, y, width, height, .. } => {
                inside(*x, *y) && inside(x + width, y + height)
            }
            Mark::Line { points, .. } => points.iter().all(|it| inside(it.0, it.1)),
            Mark::Dot { x, y, radius, .. } => {
                inside(x - radius, y - radius) && inside(x + radius, y + radius)
            }
            Mark::Text(_) => true,
        };
        if !held {
            return Err(format!("{mark:?} is beyond the edge"));
        }
    }
    Ok(())
}

/// Everything a poster says, as one text.
pub fn said(scene: &Scene) -> String {
    let all: Vec<&str> = texts(scene).into_iter().map(|it| it.text.as_str()).collect();
    all.join(" ")
}

#[test]
fn no_word_of_a_poster_is_cut_or_covered() {
    for (lang, exhibit) in every_exhibit() {
        for shape in Shape::ALL {
            let scene = export::poster(&exhibit, &about(lang), shape);
            let name = exhibit.name;
            let unit = &exhibit.unit;
            check_words(&scene)
                .unwrap_or_else(|it| panic!("{name} {unit} {lang:?} {shape:?}: {it}"));
            check_marks(&scene)
                .unwrap_or_else(|it| panic!("{name} {unit} {lang:?} {shape:?}: {it}"));
            let said = said(&scene);
            assert!(said.contains(&exhibit.reading.title), "{said}");
            assert!(said.replace(' ', "").contains(ADDRESS), "{said}");
            assert!(said.contains(&about(lang).published), "{said}");
            assert_eq!(
                scene.height,
                match shape {
                    Shape::Plain => scene.height,
                    Shape::Square => 540.0,
                    Shape::Tall => 960.0,
                }
            );
            if let Some(folder) = std::env::var_os("LOOK") {
                let unit: String = unit.chars().filter(char::is_ascii_alphanumeric).collect();
                let rows = exhibit.table.rows.len();
                let file = format!("{name}-{unit}-{rows}-{shape:?}-{}.svg", lang.code());
                let svg = drawn(&exhibit, lang, shape, Palette::Light);
                fs::write(Path::new(&folder).join(file), svg).unwrap();
            }
            if shape == Shape::Plain {
                assert!(said.contains(&exhibit.reading.sentence), "{said}");
                assert!(exhibit.notes.iter().all(|it| said.contains(it)), "{said}");
            }
            if name != "breakdown" {
                let first = exhibit.reading.sentence.split(['.', '۔']).next().unwrap();
                assert!(said.contains(first), "{shape:?}: {said}");
            }
        }
    }
}

/// Words of one language, as long as they come.
fn paragraph(lang: Lang, most: usize) -> BoxedStrategy<String> {
    let word = if lang == Lang::En {
        "[A-Za-z]{1,14}[.,]?|[0-9]{1,3}\\.[0-9]%|https://[a-z/?=&]{0,60}"
    } else {
        "[ابپتٹجچدرزسشکگلمنوہیے]{1,10}[۔،]?|\u{2066}[+−][0-9]{1,3}%\u{2069}"
    };
    prop::collection::vec(word, 0..most).prop_map(|words| words.join(" ")).boxed()
}

fn lang_and_words() -> impl Strategy<Value = (Lang, [String; 5], Vec<String>, String, f64)> {
    prop::sample::select(Lang::ALL.to_vec()).prop_flat_map(|lang| {
        (
            Just(lang),
            [
                paragraph(lang, 24),
                paragraph(lang, 12),
                paragraph(lang, 90),
                paragraph(lang, 30),
                paragraph(lang, 8),
            ],
            prop::collection::vec(paragraph(lang, 5), 0..8),
            "https://[a-z.]{5,20}/[a-z0-9=&?,-]{0,300}",
            60.0..900.0f64,
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_words_fit_on_a_poster(
        (lang, [title, unit, sentence, note, source], keys, address, height) in lang_and_words(),
        shape in prop::sample::select(Shape::ALL.to_vec()),
    ) {
        let mut exhibit = example(lang);
        exhibit.reading = Reading { title, sentence };
        exhibit.unit = unit;
        exhibit.notes = vec![note];
        exhibit.sources = elsewhere(&[(&source, "")]);
        exhibit.picture.swatches = keys.into_iter().map(|it| (Ink::Bar, it)).collect();
        exhibit.picture.draw = Box::new(move |frame| Scene {
            width: frame.width,
            height,
            marks: vec![Mark::Rect {
                x: 0.0,
                y: 0.0,
                width: frame.width,
                height,
                ink: Ink::Soft,
                pattern: it_exports::chart::Pattern::Solid,
            }],
            points: Vec::new(),
        });
        let scene = export::poster(&exhibit, &About { address, ..about(lang) }, shape);
        if let Err(wrong) = check_words(&scene).and_then(|()| check_marks(&scene)) {
            prop_assert!(false, "{}", wrong);
        }
    }
}

fn drawn(exhibit: &Exhibit, lang: Lang, shape: Shape, palette: Palette) -> String {
    let scene = export::poster(exhibit, &about(lang), shape);
    let description = exhibit.reading.text(lang);
    export::svg(&scene, palette, lang, &exhibit.reading.title, &description)
}

#[test]
fn golden_posters_are_those_a_person_has_looked_at() {
    let mut golden = Golden::of("tests/posters");
    for lang in Lang::ALL {
        for (shape, name) in
            [(Shape::Plain, "plain"), (Shape::Square, "square"), (Shape::Tall, "tall")]
        {
            let (palette, theme) = match (lang, shape) {
                (Lang::En, Shape::Square) | (Lang::Ur, Shape::Tall) => (Palette::Dark, "dark"),
                _ => (Palette::Light, "light"),
            };
            let svg = drawn(&example(lang), lang, shape, palette);
            golden.compare(format!("{name}-{theme}-{}.svg", lang.code()), &svg);
        }
    }
    golden.finish();
}

#[test]
fn a_saved_picture_is_whole_and_names_itself() {
    for (lang, exhibit) in every_exhibit() {
        for palette in [Palette::Light, Palette::Dark] {
            let svg = drawn(&exhibit, lang, Shape::Plain, palette);
            let document = roxmltree::Document::parse(&svg).unwrap();
            let root = document.root_element();
            let xml = "http://www.w3.org/XML/1998/namespace";
            assert_eq!(root.attribute((xml, "lang")), Some(lang.code()));
            assert_eq!(root.attribute("direction"), Some("ltr"));
            let child = |name: &str| {
                let mut children = root
                    .children()
                    .filter(|it| it.has_tag_name(("http://www.w3.org/2000/svg", name)));
                children.next().and_then(|it| it.text()).unwrap_or_default().to_owned()
            };
            assert_eq!(child("title"), exhibit.reading.title);
            assert_eq!(child("desc"), exhibit.reading.text(lang));
            // It needs nothing from elsewhere.
            for outside in ["var(", "class=", "href", "url(", "<style", "<script"] {
                assert!(!svg.contains(outside), "{outside}");
            }
            let drawn: Vec<&str> = document
                .descendants()
                .filter(|it| it.tag_name().name() == "text")
                .filter_map(|it| it.text())
                .collect();
            let scene = export::poster(&exhibit, &about(lang), Shape::Plain);
            let bare = |it: &str| it.replace(['\u{2067}', '\u{2066}', '\u{2069}'], "");
            let expected: Vec<String> = texts(&scene).iter().map(|it| bare(&it.text)).collect();
            assert_eq!(drawn.iter().map(|it| bare(it)).collect::<Vec<_>>(), expected);
            let ground = palette.css(Ink::Ground);
            assert!(svg.contains(&format!("fill=\"{ground}\"/>")));
        }
    }
}

#[test]
fn a_saved_picture_escapes_what_xml_would_read() {
    let mut exhibit = example(Lang::En);
    exhibit.reading.title = "A < B & \"C\" > D".to_owned();
    let svg = drawn(&exhibit, Lang::En, Shape::Square, Palette::Light);
    let document = roxmltree::Document::parse(&svg).unwrap();
    let texts: Vec<&str> =
        document.descendants().filter(|it| it.is_text()).filter_map(|it| it.text()).collect();
    let title = exhibit.reading.title.as_str();
    assert_eq!(texts.iter().filter(|it| **it == title).count(), 2, "{texts:?}");
}
