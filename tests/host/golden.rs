//! Every kind of chart as a picture, compared byte for byte with the one a person has
//! looked at. `UPDATE_GOLDEN=1 cargo test golden` accepts what is drawn now.

use std::sync::LazyLock;

use it_exports::calendar::{Date, Frequency, Span};
use it_exports::chart::labels::is_rtl;
use it_exports::chart::{
    self, Break, Column, Frame, Ink, Mark, Overview, PairRow, Pairs, Scene, Stack, Strip, Trend,
};
use it_exports::data::{
    Amount, Bilingual, Dataset, Observation, Sector, SectorId, Sectors, SourceId, Status,
};
use it_exports::draw;
use it_exports::i18n::{Format, Lang};
use it_exports::measure::{self, Measure, Unit, Value};
use it_exports::query::{self, Heading, VintageChoice};

use crate::support::{
    month,
    pictures::{Pictures, check_finite, check_marks, svg},
    span, working_days,
};

/// US$ thousand, July 2019 to July 2026.
pub const TOTALS: [i64; 85] = [
    114960, 95980, 103960, 122960, 111140, 135000, 128000, 106000, 134160, 118000, 126970, 143000,
    163020, 124010, 158050, 151010, 168010, 195010, 162000, 179000, 209000, 193000, 198000, 210000,
    195990, 223990, 215000, 194890, 221000, 251000, 186000, 201000, 261235, 249000, 183000, 236000,
    199050, 228000, 206000, 220980, 233011, 247040, 190000, 195000, 225000, 191000, 236000, 224950,
    214000, 235000, 206000, 238000, 259000, 303000, 265000, 257000, 306000, 310000, 332000, 297000,
    286000, 298000, 292000, 330000, 310000, 348000, 313000, 306294, 344928, 317640, 329290, 339000,
    354000, 337000, 366000, 386000, 356000, 437000, 373528, 363810, 413623, 422260, 373270, 416000,
    417000,
];

/// Code, English and Urdu name of each heading, in tree order.
const HEADINGS: [(&str, &str, &str); 15] = [
    ("total", "IT exports", "آئی ٹی برآمدات"),
    ("computer", "Computer", "کمپیوٹر خدمات"),
    ("computer.freelance", "Freelance", "فری لانسنگ"),
    ("computer.software_consultancy", "Software consultancy", "سافٹ ویئر مشاورت"),
    ("computer.software_export", "Software exports", "سافٹ ویئر برآمدات"),
    ("computer.other", "Other computer", "دیگر کمپیوٹر"),
    ("computer.hardware_consultancy", "Hardware consultancy", "ہارڈ ویئر مشاورت"),
    ("computer.repair_maintenance", "Repair, maintenance", "مرمت و دیکھ بھال"),
    ("computer.bundle", "Other incl. hardware", "دیگر مع ہارڈ ویئر"),
    ("telecom", "Telecommunications", "ٹیلی مواصلات"),
    ("telecom.call_centres", "Call centres", "کال سینٹر"),
    ("telecom.other", "Other telecom", "دیگر ٹیلی مواصلات"),
    ("information", "Information", "معلوماتی خدمات"),
    ("information.news_agency", "News agencies", "خبر رساں ادارے"),
    ("information.other", "Other information", "دیگر معلوماتی"),
];

fn id(code: &str) -> SectorId {
    SectorId(HEADINGS.iter().position(|it| it.0 == code).unwrap() as u8)
}

fn sectors() -> Sectors {
    let sector = |&(code, en, ur): &(&str, &str, &str)| {
        let parent = code.rsplit_once('.').map(|(parent, _)| id(parent));
        let parent = parent.or((code != "total").then_some(SectorId::TOTAL));
        let name = Bilingual { en: en.to_owned(), ur: ur.to_owned() };
        Sector {
            code: code.to_owned(),
            parent,
            ebops: if code == "computer.bundle" {
                "computer.other+computer.hardware_consultancy+computer.repair_maintenance".into()
            } else {
                code.to_owned()
            },
            short: name.clone(),
            name,
            since: (code == "computer.freelance").then(|| month("2024-07")),
            note: Bilingual::default(),
        }
    };
    Sectors::new(HEADINGS.iter().map(sector).collect())
}

/// The totals above, with three fiscal years before them of which only the sum is known;
/// one month is derived, the last two are provisional.
fn dataset() -> Dataset {
    let observation = |span: Span, thousands: i64, status: Status| Observation {
        sector: SectorId::TOTAL,
        span,
        amount: Amount::from_thousands(thousands),
        status,
        published: Date { month: span.end().plus(1), day: Some(20) },
        source: SourceId(0),
    };
    let mut observations = vec![
        observation(span("2015-07..2016-06"), 788_640, Status::Final),
        observation(span("2016-07..2017-06"), 939_510, Status::Revised),
        observation(span("2018-07..2019-06"), 1_191_864, Status::Revised),
    ];
    for (place, &thousands) in TOTALS.iter().enumerate() {
        let status = match place {
            83.. => Status::Provisional,
            1 | 64 => Status::Derived,
            _ => Status::Final,
        };
        observations.push(observation(
            month("2019-07").plus(place as i32).into(),
            thousands,
            status,
        ));
    }
    let days = working_days("2019-07", &[20, 22, 21, 23, 21].repeat(17));
    Dataset::new(sectors(), observations, days)
}

fn values(data: &Dataset, measure: Measure, frequency: Frequency) -> Vec<Value> {
    let series = query::series(data, VintageChoice::Latest, data.sectors.all(), frequency);
    measure::values(data, &series, measure, Some(month("2019-07").into()))
}

/// Months and longer spans of one sub-sector, with gaps.
fn sparse_values() -> Vec<Value> {
    let value = |text: &str, millions: f64, status: Status| Value {
        span: span(text),
        value: millions,
        amount: Amount::from_thousands((millions * 1000.0) as i64),
        status,
        base: None,
        observations: Vec::new(),
    };
    let mut values: Vec<Value> = (0..8)
        .map(|place| {
            let month = month("2023-07").plus(place);
            value(&month.to_string(), 30.0 + f64::from(place * 7 % 5) * 2.0, Status::Derived)
        })
        .collect();
    values.push(value("2024-03..2024-04", 36.5, Status::Derived));
    values.push(value("2024-07..2025-02", 58.0, Status::Revised));
    values.push(value("2025-03", 66.0, Status::Final));
    values.push(value("2025-07..2025-12", 84.0, Status::Final));
    values.push(value("2026-01", 90.5, Status::Final));
    values.push(value("2026-02", 88.1, Status::Revised));
    values.push(value("2026-03", 101.3, Status::Provisional));
    values
}

/// Monthly means, US$ million.
fn columns() -> Vec<Column> {
    let column = |text: &str, status: Status, parts: &[(&str, f64)]| Column {
        span: span(text),
        parts: parts.iter().map(|&(code, value)| (Heading::Sector(id(code)), value)).collect(),
        status,
    };
    let early = |scale: f64| {
        [
            ("computer.software_consultancy", 62.0 * scale),
            ("computer.software_export", 45.0 * scale),
            ("computer.other", 48.0 * scale),
            ("computer.hardware_consultancy", 0.4 * scale),
            ("computer.repair_maintenance", 0.1),
            ("telecom.call_centres", 17.0 * scale),
            ("telecom.other", 22.0 * scale),
            ("information.news_agency", 0.3),
            ("information.other", 0.2),
        ]
    };
    let mut columns: Vec<Column> = (0..18)
        .map(|place| {
            let month = month("2022-07").plus(place);
            let scale = 1.0 + f64::from(place * 5 % 7) * 0.03 + f64::from(place) * 0.006;
            let status = if place % 6 == 5 { Status::Derived } else { Status::Final };
            column(&month.to_string(), status, &early(scale))
        })
        .collect();
    columns.push(column("2024-01..2024-04", Status::Derived, &early(1.3)));
    let late = |scale: f64| {
        [
            ("computer.freelance", 66.0 * scale),
            ("computer.software_consultancy", 92.0 * scale),
            ("computer.software_export", 55.0 * scale),
            ("computer.other", 40.0 * scale),
            ("computer.hardware_consultancy", 0.7),
            ("computer.repair_maintenance", 0.2),
            ("telecom.call_centres", 27.0 * scale),
            ("telecom.other", 30.0 * scale),
            ("information.news_agency", 0.4),
            ("information.other", 1.9),
        ]
    };
    columns.push(column("2024-07..2025-01", Status::Revised, &late(1.0)));
    columns.push(column("2025-02", Status::Final, &late(1.02)));
    columns.push(column("2025-03", Status::Final, &late(1.1)));
    columns.push(column("2025-07..2025-12", Status::Final, &late(1.22)));
    columns.push(column("2026-01", Status::Final, &late(1.25)));
    columns.push(column("2026-02", Status::Revised, &late(1.2)));
    columns.push(column("2026-03", Status::Final, &late(1.33)));
    columns.push(column(
        "2026-04",
        Status::Provisional,
        &[
            ("computer.freelance", 96.0),
            ("computer.software_consultancy", 121.0),
            ("computer.software_export", 70.0),
            ("computer.bundle", 58.0),
            ("telecom.call_centres", 36.0),
            ("telecom.other", 39.0),
            ("information", 2.4),
        ],
    ));
    columns
}

fn names(lang: Lang) -> Vec<(Heading, String)> {
    let name = |(place, it): (usize, &(&str, &str, &str))| {
        let text = if lang == Lang::En { it.1 } else { it.2 };
        (Heading::Sector(SectorId(place as u8)), text.to_owned())
    };
    HEADINGS.iter().enumerate().map(name).collect()
}

fn words<'a>(lang: Lang, en: &'a str, ur: &'a str) -> &'a str {
    if lang == Lang::En { en } else { ur }
}

fn break_mark(lang: Lang) -> Break<'static> {
    Break { at: month("2024-07"), label: words(lang, "series break", "سلسلہ منقطع") }
}

static DATA: LazyLock<Dataset> = LazyLock::new(dataset);

const PICTURES: Pictures = Pictures {
    folder: "tests/golden",
    kinds: &[
        "strip",
        "overview",
        "trend",
        "stack",
        "pairs",
        "shares",
        "trend-year",
        "trend-change",
        "trend-to-date",
        "trend-index",
        "trend-fiscal-years",
        "trend-sparse",
    ],
    in_both_themes: 5,
    widths: [320, 768, 1120],
    draw: |kind, lang| Box::new(move |frame| scene(kind, &DATA, lang, frame)),
};

fn scene(kind: &str, data: &Dataset, lang: Lang, frame: Frame) -> Scene {
    let format = Format::new(lang, None);
    let monthly = |measure: Measure| values(data, measure, Frequency::Monthly);
    let record = span("2019-07..2026-07");
    let trend = |values: &[Value], measure: Measure, range: Span| {
        let mean = if measure == Measure::Level { monthly(Measure::Avg12) } else { Vec::new() };
        let input = Trend {
            values,
            lines: &[(&mean, words(lang, "12-month mean", "12 ماہ کی اوسط"))],
            range,
            gaps: &[],
            gap_label: "",
            measure,
            frequency: Frequency::Monthly,
            selected: Some(month("2023-10")),
            break_mark: None,
            format,
        };
        chart::trend(&input, frame)
    };
    let stack = |shares: bool| {
        let names = names(lang);
        let input = Stack {
            sectors: &data.sectors,
            columns: &columns(),
            names: &names,
            range: span("2022-07..2026-04"),
            gaps: &[span("2024-05..2024-06"), span("2025-04..2025-06")],
            gap_label: words(lang, "no published split", "تقسیم شائع نہیں ہوئی"),
            shares,
            break_mark: Some(break_mark(lang)),
            format,
        };
        chart::stack(&input, frame)
    };
    match kind {
        "strip" => {
            let mut months = monthly(Measure::Level);
            months.retain(|it| record.contains(it.span));
            chart::strip(&Strip { values: &months, selected: month("2023-10"), format }, frame)
        }
        "overview" => {
            let input = Overview {
                values: &monthly(Measure::Level),
                longest: span("2015-07..2026-07"),
                range: span("2021-07..2024-12"),
            };
            chart::overview(&input, frame)
        }
        "trend" => trend(&monthly(Measure::Level), Measure::Level, record),
        "trend-year" => {
            let months = monthly(Measure::Level);
            trend(&months, Measure::Level, span("2023-05..2024-04"))
        }
        "trend-change" => trend(&monthly(Measure::Yoy), Measure::Yoy, record),
        "trend-to-date" => trend(&monthly(Measure::Ytd), Measure::Ytd, span("2022-07..2026-07")),
        "trend-index" => {
            let index = monthly(Measure::Index);
            trend(&index, Measure::Index, span("2015-07..2026-07"))
        }
        "trend-fiscal-years" => {
            let input = Trend {
                values: &values(data, Measure::Level, Frequency::FiscalYear),
                lines: &[],
                range: span("2015-07..2026-07"),
                gaps: &[span("2017-07..2018-06")],
                gap_label: words(lang, "no figure", "عدد شائع نہیں"),
                measure: Measure::Level,
                frequency: Frequency::FiscalYear,
                selected: Some(month("2023-10")),
                break_mark: None,
                format,
            };
            chart::trend(&input, frame)
        }
        "trend-sparse" => {
            let input = Trend {
                values: &sparse_values(),
                lines: &[],
                range: span("2023-07..2026-03"),
                gaps: &[span("2024-05..2024-06"), span("2025-04..2025-06")],
                gap_label: words(lang, "no published split", "تقسیم شائع نہیں ہوئی"),
                measure: Measure::Level,
                frequency: Frequency::Monthly,
                selected: Some(month("2025-10")),
                break_mark: Some(break_mark(lang)),
                format,
            };
            chart::trend(&input, frame)
        }
        "stack" => stack(false),
        "shares" => stack(true),
        "pairs" => {
            let format = Format::new(lang, None);
            let rows = [
                ("computer.software_consultancy", 1_012_410, Some(886_720)),
                ("computer.freelance", 856_230, Some(567_400)),
                ("computer.software_export", 590_114, Some(558_021)),
                ("computer.other", 402_777, Some(366_918)),
                ("telecom.other", 331_560, Some(257_560)),
                ("telecom.call_centres", 289_210, Some(240_212)),
                ("information.other", 8_345, Some(8_674)),
                ("computer.hardware_consultancy", 6_900, Some(4_600)),
                ("information.news_agency", 3_120, Some(21_450)),
                ("computer.repair_maintenance", 1_020, None),
            ];
            let row = |&(code, now, before): &(&str, i64, Option<i64>)| {
                let (now, before) =
                    (Amount::from_thousands(now), before.map(Amount::from_thousands));
                let (_, en, ur) = HEADINGS[usize::from(id(code).0)];
                let change = before.and_then(|it| now.change_on(it));
                PairRow {
                    label: words(lang, en, ur).to_owned(),
                    ink: chart::ink(&data.sectors, Heading::Sector(id(code))),
                    now: now.millions(),
                    now_text: format.value(Unit::Money, now.millions()),
                    status: Status::Final,
                    before: before.map(Amount::millions),
                    before_text: before
                        .map(|it| format.value(Unit::Money, it.millions()))
                        .unwrap_or_default(),
                    change: change.map(|it| format.signed_percent(it * 100.0)).unwrap_or_default(),
                    strong: false,
                }
            };
            let rows: Vec<PairRow> = rows.iter().map(row).collect();
            chart::pairs(&Pairs { rows: &rows, rtl: lang.is_rtl() }, frame)
        }
        _ => panic!("no such chart: {kind}"),
    }
}

#[test]
fn pictures_are_those_a_person_has_looked_at() {
    PICTURES.compare();
}

#[test]
fn words_never_collide_or_leave_the_picture() {
    PICTURES.check_words(11, |_, _, _| ());
}

#[test]
fn what_matters_most_is_always_labelled() {
    for lang in Lang::ALL {
        for width in (280..=1600).step_by(37) {
            let scene = scene("trend", &DATA, lang, Frame::new(f64::from(width)));
            let texts: Vec<&str> = scene
                .marks
                .iter()
                .filter_map(|mark| match mark {
                    Mark::Text(text) => Some(text.text.as_str()),
                    Mark::Rect { .. } | Mark::Line { .. } | Mark::Dot { .. } => None,
                })
                .collect();
            let figures =
                if lang == Lang::En { ["238", "417", "437"] } else { ["23.8", "41.7", "43.7"] };
            for figure in figures {
                assert!(
                    texts.iter().any(|it| it.ends_with(figure)),
                    "{width} {lang:?}: no {figure} in {texts:?}"
                );
            }
            let ticks = texts.iter().filter(|it| it.starts_with("FY") || it.contains('–'));
            assert!(ticks.count() >= 3, "{width} {lang:?}: {texts:?}");
        }
    }
}

#[test]
fn bars_stand_on_zero_and_inside_the_picture() {
    for kind in PICTURES.kinds {
        for width in [280, 320, 500, 1120, 1600] {
            let scene = scene(kind, &DATA, Lang::En, Frame::new(f64::from(width)));
            check_marks(&scene, kind);
        }
    }
}

#[test]
fn the_pointer_finds_every_point() {
    for kind in PICTURES.kinds {
        for lang in Lang::ALL {
            let scene = scene(kind, &DATA, lang, Frame::new(700.0));
            for (place, point) in scene.points.iter().enumerate() {
                let (x, y) = ((point.x0 + point.x1) / 2.0, (point.y0 + point.y1) / 2.0);
                assert_eq!(scene.nearest(x, y), Some(place), "{kind}");
            }
        }
    }
}

#[test]
fn rows_are_mirrored_where_text_runs_to_the_left() {
    let picture = |lang: Lang| scene("pairs", &DATA, lang, Frame::new(700.0));
    let bars = |scene: &Scene| -> Vec<(f64, f64)> {
        let bar = |mark: &Mark| match *mark {
            Mark::Rect { x, width, ink, .. } if ink != Ink::Ground => Some((x, width)),
            _ => None,
        };
        scene.marks.iter().filter_map(bar).collect()
    };
    let (en, ur) = (picture(Lang::En), picture(Lang::Ur));
    let ends = |bars: Vec<(f64, f64)>, right: bool| -> Vec<i64> {
        bars.iter().map(|(x, width)| (if right { x + width } else { *x }) as i64).collect()
    };
    let (en_starts, ur_starts) = (ends(bars(&en), false), ends(bars(&ur), true));
    assert!(en_starts.iter().all(|it| *it == en_starts[0]));
    assert!(ur_starts.iter().all(|it| *it == ur_starts[0] && *it > 350));
}

#[test]
fn urdu_stays_urdu_and_figures_stay_figures_in_svg() {
    let drawn = svg(&scene("trend", &DATA, Lang::Ur, Frame::new(700.0)), false);
    let texts: Vec<&str> = drawn
        .lines()
        .filter(|it| it.starts_with("<text"))
        .filter_map(|it| it.split_once('>')?.1.strip_suffix("</text>"))
        .collect();
    assert!(texts.contains(&"\u{2067}12 ماہ کی اوسط\u{2069}"), "{texts:?}");
    assert!(texts.iter().all(|it| is_rtl(it) == it.starts_with('\u{2067}')), "{texts:?}");
}

#[test]
fn leaves_of_a_branch_share_its_hue_and_differ_from_each_other() {
    let sectors = sectors();
    let css = |code: &str| draw::variable(chart::ink(&sectors, Heading::Sector(id(code))));
    for (one, other) in [
        ("total", "computer"),
        ("computer", "computer.freelance"),
        ("computer.freelance", "computer.software_consultancy"),
        ("computer.other", "telecom.other"),
        ("telecom.call_centres", "telecom.other"),
        ("information.news_agency", "information.other"),
    ] {
        assert_ne!(css(one), css(other), "{one} {other}");
    }
    // A bundle looks like the first heading it holds.
    assert_eq!(css("computer.bundle"), css("computer.other"));
    let rest = chart::ink(&sectors, Heading::NotItemised(id("computer")));
    assert_eq!(rest, Ink::Rest);
}

#[test]
fn an_empty_chart_is_a_picture_too() {
    let format = Format::new(Lang::En, None);
    let range = span("2024-07..2025-06");
    let frame = Frame::new(600.0);
    let trend = Trend {
        values: &[],
        lines: &[],
        range,
        gaps: &[range],
        gap_label: "no published split",
        measure: Measure::Level,
        frequency: Frequency::Monthly,
        selected: None,
        break_mark: None,
        format,
    };
    let stack = Stack {
        sectors: &DATA.sectors,
        columns: &[],
        names: &[],
        range,
        gaps: &[range],
        gap_label: "no published split",
        shares: true,
        break_mark: None,
        format,
    };
    for scene in [
        chart::trend(&trend, frame),
        chart::stack(&stack, frame),
        chart::pairs(&Pairs { rows: &[], rtl: true }, frame),
        chart::strip(&Strip { values: &[], selected: range.start(), format }, frame),
        chart::overview(&Overview { values: &[], longest: range, range }, frame),
    ] {
        assert_eq!(scene.nearest(10.0, 10.0), None);
        check_finite(&scene, "nothing");
        svg(&scene, true);
    }
}
