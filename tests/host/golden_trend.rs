//! Pictures of the views that look at the total through time, compared byte for byte with
//! those a person has looked at. `UPDATE_GOLDEN=1 cargo test golden` accepts what is
//! drawn now.

use std::sync::LazyLock;

use it_exports::calendar::{Date, Month, Span};
use it_exports::catalogue::ViewId;
use it_exports::chart::scale::Baseline;
use it_exports::chart::{self, Axis, Cut, Frame, Ink, Level, Line, Lines, Scene, Weight};
use it_exports::data::context::{Context, Event, EventKind, PageId};
use it_exports::data::{Amount, Bilingual, Dataset, Observation, SectorId, SourceId, Status};
use it_exports::embedded;
use it_exports::exhibit::Exhibit;
use it_exports::i18n::{Format, Lang};
use it_exports::state::{Action, State};
use it_exports::views::{ViewInput, events};

use crate::golden::TOTALS;
use crate::support::{
    exhibit_of, month,
    pictures::{Pictures, check_finite},
    working_days,
};

/// Place among the totals and what was printed first, US$ thousand.
const FIRST_PRINTS: [(usize, i64); 9] = [
    (11, 136_097),
    (20, 213_920),
    (32, 259_000),
    (41, 246_000),
    (47, 236_000),
    (59, 298_000),
    (64, 324_000),
    (67, 305_000),
    (79, 365_000),
];

/// The totals; one month is derived, the last two are provisional.
fn dataset() -> Dataset {
    let observation = |month: Month, thousands: i64, status: Status, later: i32| Observation {
        sector: SectorId::TOTAL,
        span: month.into(),
        amount: Amount::from_thousands(thousands),
        status,
        published: Date { month: month.plus(later), day: Some(20) },
        source: SourceId(0),
    };
    let mut observations = Vec::new();
    for (place, &thousands) in TOTALS.iter().enumerate() {
        let month = month("2019-07").plus(place as i32);
        if let Some((_, first)) = FIRST_PRINTS.iter().find(|it| it.0 == place) {
            observations.push(observation(month, *first, Status::Final, 1));
            observations.push(observation(month, thousands, Status::Revised, 4));
            continue;
        }
        let status = match place {
            83.. => Status::Provisional,
            64 => Status::Derived,
            _ => Status::Final,
        };
        observations.push(observation(month, thousands, status, 1));
    }
    let days = working_days("2019-07", &[20, 22, 21, 23, 21].repeat(17));
    Dataset::new(embedded::dataset().sectors.clone(), observations, days)
}

/// What happened when.
const EVENTS: &[(&str, &str)] = &[
    ("2019-10", "policy"),
    ("2019-12-05", "policy"),
    ("2020-03", "shock"),
    ("2020-12-02", "policy"),
    ("2021-03-22", "policy"),
    ("2021-05-06", "market"),
    ("2021-10-04", "policy"),
    ("2022-02-22", "policy"),
    ("2022-07-01", "policy"),
    ("2022-08-19", "shock"),
    ("2023-01-13", "policy"),
    ("2023-01-26", "market"),
    ("2023-05-09", "shock"),
    ("2023-06-20", "policy"),
    ("2023-10-23", "policy"),
    ("2024-02", "shock"),
    ("2024-02-17", "shock"),
    ("2024-07-11", "policy"),
    ("2024-08-15", "shock"),
    ("2024-12-01", "infrastructure"),
    ("2024-12-31", "policy"),
    ("2025-01-03", "infrastructure"),
    ("2025-01-22", "policy"),
    ("2025-05-07", "shock"),
    ("2025-07-30", "policy"),
    ("2025-09-06", "infrastructure"),
    ("2025-09-11", "policy"),
    ("2025-11-22", "infrastructure"),
    ("2026-03-10", "infrastructure"),
    ("2026-06-12", "policy"),
];

fn events_alone(data: &'static Dataset, state: &State, format: Format) -> Exhibit {
    static CONTEXT: LazyLock<Context> = LazyLock::new(context);
    events::events(&ViewInput { data, context: &CONTEXT, state, format })
}

fn context() -> Context {
    let event = |&(date, word): &(&str, &str)| {
        let kind = EventKind::WORDS.iter().position(|it| *it == word).unwrap();
        let text = Bilingual { en: date.to_owned(), ur: date.to_owned() };
        Event {
            date: date.parse().unwrap(),
            kind: EventKind::ALL[kind],
            title: text.clone(),
            text,
            page: PageId(0),
        }
    };
    Context {
        countries: Vec::new(),
        peers: Vec::new(),
        drivers: Vec::new(),
        indicators: Vec::new(),
        targets: Vec::new(),
        events: EVENTS.iter().map(event).collect(),
        prices: Vec::new(),
        pages: Vec::new(),
    }
}

static DATA: LazyLock<Dataset> = LazyLock::new(dataset);

const PICTURES: Pictures = Pictures {
    folder: "tests/golden/trend",
    kinds: &[
        "events",
        "fiscal-years",
        "heat",
        "first-prints",
        "two-months",
        "seasons",
        "lines-log",
        "lines-levels",
        "fiscal-years-march",
        "events-year",
    ],
    in_both_themes: 5,
    widths: [296, 640, 1100],
    draw: |kind, lang| Box::new(move |frame| scene(kind, &DATA, lang, frame)),
};

fn scene(kind: &str, data: &'static Dataset, lang: Lang, frame: Frame) -> Scene {
    let format = Format::new(lang, None);
    let latest = State::new(data);
    let at = |text: &str| latest.update(data, Action::Month(month(text)));
    match kind {
        "fiscal-years" => {
            (exhibit_of(ViewId::FiscalYears, data, &latest, format).picture.draw)(frame)
        }
        "fiscal-years-march" => {
            (exhibit_of(ViewId::FiscalYears, data, &at("2026-03"), format).picture.draw)(frame)
        }
        "seasons" => {
            (exhibit_of(ViewId::Seasons, data, &at("2025-10"), format).picture.draw)(frame)
        }
        "heat" => (exhibit_of(ViewId::Heat, data, &at("2023-10"), format).picture.draw)(frame),
        "first-prints" => {
            (exhibit_of(ViewId::FirstPrints, data, &at("2023-10"), format).picture.draw)(frame)
        }
        "two-months" => {
            (exhibit_of(ViewId::TwoMonths, data, &at("2023-10"), format).picture.draw)(frame)
        }
        "events" => (events_alone(data, &at("2023-10"), format).picture.draw)(frame),
        "events-year" => {
            let range = Span::new(month("2025-07"), month("2026-06")).unwrap();
            let year = latest.update(data, Action::Range(range));
            (events_alone(data, &year, format).picture.draw)(frame)
        }
        "lines-log" => logarithmic(lang, frame),
        "lines-levels" => levels(lang, frame),
        _ => panic!("no such picture: {kind}"),
    }
}

/// Countries by year, which begin and end at different years, one with a gap.
fn logarithmic(lang: Lang, frame: Frame) -> Scene {
    let names = if lang == Lang::En {
        ["Pakistan", "India", "Philippines", "Bangladesh", "Sri Lanka", "Egypt"]
    } else {
        ["پاکستان", "بھارت", "فلپائن", "بنگلہ دیش", "سری لنکا", "مصر"]
    };
    let ends = [(0.25, 3.9), (12.0, 190.0), (1.4, 7.4), (0.06, 0.9), (0.2, 1.1), (0.9, 3.7)];
    let inks = [Ink::Total, Ink::Rest, Ink::Rest, Ink::Rest, Ink::Rest, Ink::Rest];
    let line = |place: usize| {
        let (from, to): (f64, f64) = ends[place];
        let value = |year: usize| from * (to / from).powf(year as f64 / 19.0);
        let missing = |year: usize| {
            place == 3 && (7..10).contains(&year) || place == 4 && !(3..18).contains(&year)
        };
        let values = (0..20).map(|year| (!missing(year)).then(|| value(year)));
        let weight = if place == 0 { Weight::Strong } else { Weight::Plain };
        Line::new(names[place].to_owned(), values.collect(), inks[place], weight)
    };
    let lines: Vec<Line> = (0..names.len()).map(line).collect();
    let places: Vec<String> = (2005..2025).map(|it: i32| it.to_string()).collect();
    let tick = |value: f64, _: f64| {
        if value < 1.0 { format!("{value:.2}") } else { format!("{value:.0}") }
    };
    let input = Lines {
        lines: &lines,
        places: &places,
        named: 19,
        axis: Axis::Log,
        levels: &[],
        breaks: &[],
        selected: None,
        tick: &tick,
    };
    chart::lines(&input, frame)
}

/// A line that ends midway, a provisional one, and a break.
fn levels(lang: Lang, frame: Frame) -> Scene {
    let en = lang == Lang::En;
    let word = |one: &str, other: &str| if en { one.to_owned() } else { other.to_owned() };
    let done = (0..8).map(|it| Some(2.0 + 0.3 * f64::from(it))).chain([None; 4]);
    let path = [None; 7].into_iter().chain((0..5).map(|it| Some(4.1 + 1.4 * f64::from(it))));
    let lines = [
        Line::new(word("Exports", "برآمدات"), done.collect(), Ink::Total, Weight::Strong),
        Line {
            dashed: vec![true; 12],
            ..Line::new(word("needed", "درکار"), path.collect(), Ink::Warn, Weight::Plain)
        },
    ];
    let places: Vec<String> = (2019..2031).map(|it: i32| it.to_string()).collect();
    let format = Format::new(lang, None);
    let tick = |value: f64, step: f64| format.tick(it_exports::measure::Unit::Index, value, step);
    let label = word("Target: $10 billion", "ہدف: 10 ارب ڈالر");
    let input = Lines {
        lines: &lines,
        places: &places,
        named: 11,
        axis: Axis::Linear(Baseline::Zero),
        levels: &[Level { value: 10.0, label, ink: Ink::Accent }],
        breaks: &[Cut { before: 5, label: word("new definition", "نئی تعریف") }],
        selected: Some((0, 6)),
        tick: &tick,
    };
    chart::lines(&input, frame)
}

#[test]
fn pictures_are_those_a_person_has_looked_at() {
    PICTURES.compare();
}

#[test]
fn words_never_collide_or_leave_the_picture() {
    PICTURES.check_words(33, |scene, _, what| {
        check_finite(scene, what);
        for point in &scene.points {
            assert!(point.x0 < point.x1 && point.y0 <= point.y1 + 1e-9, "{what}: {point:?}");
        }
    });
}

/// What a static page stretches must not change its height on the way.
#[test]
fn heights_do_not_depend_on_the_width_within_a_layout() {
    for kind in PICTURES.kinds {
        for (from, to) in [(280, 599), (600, 1600)] {
            let heights: Vec<f64> = (from..=to)
                .step_by(53)
                .map(|it| scene(kind, &DATA, Lang::En, Frame::new(f64::from(it))).height)
                .collect();
            assert!(heights.iter().all(|it| *it == heights[0]), "{kind}: {heights:?}");
        }
    }
}

#[test]
fn the_pointer_finds_every_point_that_has_room() {
    for kind in PICTURES.kinds {
        let scene = scene(kind, &DATA, Lang::En, Frame::new(700.0));
        assert!(!scene.points.is_empty(), "{kind}");
        for (place, point) in scene.points.iter().enumerate() {
            if point.y1 - point.y0 < 0.01 {
                continue;
            }
            let (x, y) = ((point.x0 + point.x1) / 2.0, (point.y0 + point.y1) / 2.0);
            assert_eq!(scene.nearest(x, y), Some(place), "{kind}");
        }
    }
}
