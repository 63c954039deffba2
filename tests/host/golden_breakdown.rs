//! The views that take the total apart, as pictures compared byte for byte with those
//! a person has looked at. `UPDATE_GOLDEN=1 cargo test golden` accepts what
//! is drawn now.

use std::sync::LazyLock;

use it_exports::catalogue::ViewId;
use it_exports::chart::{self, Frame};
use it_exports::data::{Dataset, Observation};
use it_exports::exhibit::Exhibit;
use it_exports::i18n::{Format, Lang};
use it_exports::state::{Scale, State};

use crate::support::{
    exhibit_of,
    pictures::{Pictures, check_marks, check_words},
    record::dataset,
    span,
};

/// The record as it stood at the end of June 2026, so that pictures stay when figures come.
fn record() -> Dataset {
    let data = dataset();
    let known = |it: &&Observation| it.span.end() <= span("2026-05").end();
    let observations: Vec<Observation> = data.observations.iter().filter(known).cloned().collect();
    Dataset::new(data.sectors.clone(), observations, data.working_days.clone())
}

static RECORD: LazyLock<Dataset> = LazyLock::new(record);

const PICTURES: Pictures = Pictures {
    folder: "tests/golden/breakdown",
    kinds: &[
        "contributions",
        "contributions-month",
        "multiples",
        "multiples-own",
        "ranking",
        "spans",
        "freelance",
        "levels",
        "contributions-folded",
    ],
    in_both_themes: 7,
    widths: [296, 640, 1100],
    draw: |kind, lang| {
        let draw = exhibit(kind, lang).picture.draw;
        match kind {
            "contributions-folded" => {
                Box::new(move |frame| draw(Frame { height: Some(230.0), ..frame }))
            }
            _ => draw,
        }
    },
};

fn exhibit(kind: &str, lang: Lang) -> Exhibit {
    let data = &*RECORD;
    let mut state = State::new(data);
    state.period = Some(span("2025-07..2026-03"));
    let format = Format::new(lang, None);
    match kind {
        "contributions" | "contributions-folded" => {
            exhibit_of(ViewId::Contributions, data, &state, format)
        }
        "contributions-month" => {
            state.period = Some(span("2022-10"));
            exhibit_of(ViewId::Contributions, data, &state, format)
        }
        "multiples" => exhibit_of(ViewId::Multiples, data, &state, format),
        "multiples-own" => {
            state.scale = Scale::Own;
            state.range = span("2024-07..2026-05");
            exhibit_of(ViewId::Multiples, data, &state, format)
        }
        // Nothing to compare with.
        "levels" => {
            state.period = Some(span("2024-07..2025-03"));
            exhibit_of(ViewId::Contributions, data, &state, format)
        }
        "ranking" => exhibit_of(ViewId::Ranking, data, &state, format),
        "spans" => {
            let telecom = data.sectors.by_code("telecom.call_centres").unwrap();
            state.sectors = data.sectors.leaves(telecom);
            exhibit_of(ViewId::Spans, data, &state, format)
        }
        "freelance" => exhibit_of(ViewId::Freelance, data, &state, format),
        _ => panic!("no such picture: {kind}"),
    }
}

#[test]
fn pictures_are_those_a_person_has_looked_at() {
    PICTURES.compare();
}

#[test]
fn words_never_collide_or_leave_the_picture() {
    PICTURES.check_words(33, |scene, frame, what| {
        if frame.width >= 280.0 && frame.text == 12.0 {
            check_marks(scene, what);
        }
    });
}

/// Whatever is pointed at is spoken of, and the pointer finds it.
#[test]
fn every_point_is_found_and_said() {
    for kind in PICTURES.kinds {
        for lang in Lang::ALL {
            let exhibit = exhibit(kind, lang);
            for width in [296.0, 1100.0] {
                let scene = (exhibit.picture.draw)(Frame::new(width));
                assert!(!scene.points.is_empty(), "{kind}");
                for (place, point) in scene.points.iter().enumerate() {
                    let said = exhibit.picture.data.iter();
                    let said: Vec<_> =
                        said.filter(|it| it.at == (point.index, point.series)).collect();
                    assert_eq!(said.len(), 1, "{kind}: {point:?}");
                    assert!(!said[0].heading.is_empty() && !said[0].figures.is_empty(), "{kind}");
                    let (x, y) = ((point.x0 + point.x1) / 2.0, (point.y0 + point.y1) / 2.0);
                    assert_eq!(scene.nearest(x, y), Some(place), "{kind} {width}");
                }
            }
        }
    }
}

/// So that a picture made for the lower end of a layout can be stretched.
#[test]
fn heights_do_not_depend_on_the_width_within_a_layout() {
    let one_branch = |lang| {
        let data = &*RECORD;
        let telecom = data.sectors.leaves(data.sectors.by_code("telecom").unwrap());
        let state = State { sectors: telecom, ..State::new(data) };
        exhibit_of(ViewId::Contributions, data, &state, Format::new(lang, None))
    };
    for lang in Lang::ALL {
        let kinds = PICTURES.kinds.iter().filter(|it| **it != "contributions-folded");
        for exhibit in kinds.map(|it| exhibit(it, lang)).chain([one_branch(lang)]) {
            for text in [12.0, 20.0] {
                for widths in [[296.0, 430.0, 599.0], [600.0, 800.0, 1400.0]] {
                    let frame = |width| Frame { text, ..Frame::new(width) };
                    let heights = widths.map(|it| (exhibit.picture.draw)(frame(it)).height);
                    assert!(
                        heights.iter().all(|it| *it == heights[0]),
                        "{}: {heights:?}",
                        exhibit.name
                    );
                }
            }
        }
    }
}

/// What does not fit is one row, and what is shown adds up whatever the height.
#[test]
fn contributions_fold_until_they_fit() {
    for lang in Lang::ALL {
        let exhibit = exhibit("contributions", lang);
        let said = |at: usize| exhibit.picture.data.iter().find(|it| it.at == (at, 0)).unwrap();
        let points = |at: usize| {
            let isolated =
                |it: &String| it.split(['\u{2066}', '\u{2069}']).nth(1).map(str::to_owned);
            let mut figures = said(at).figures.iter().filter_map(isolated);
            // Of those with a sign the one that is no percentage.
            figures.find_map(|it| it.replace('\u{2212}', "-").parse::<f64>().ok()).unwrap()
        };
        for width in [280, 296, 350, 568, 800] {
            let mut most = 0;
            for height in (150..=500).step_by(10) {
                let what = format!("{lang:?} {width} {height}");
                let height = f64::from(height);
                let frame = Frame { height: Some(height), ..Frame::new(f64::from(width)) };
                let scene = (exhibit.picture.draw)(frame);
                assert!(scene.height <= height, "{what}: {}", scene.height);
                check_words(&scene, &what);
                check_marks(&scene, &what);
                let rows: Vec<usize> = scene.points.iter().map(|it| it.index).collect();
                let (&total, rows) = rows.split_last().unwrap();
                assert_eq!(total, 10, "{what}");
                assert!(rows.len() >= 2 && rows.len() >= most, "{what}: {rows:?}");
                most = rows.len();
                assert_eq!(rows[0], 0, "{what}");
                let sum: f64 = rows.iter().map(|&it| points(it)).sum();
                // Each is rounded to a hundredth.
                assert!((sum - points(total)).abs() < 0.06, "{what}: {sum}");
                // The last is all the others.
                let shown = rows.iter().filter(|&&it| it < total).count();
                let others = rows.iter().find(|&&it| it > total);
                assert!(others.map_or(shown == 10, |it| it - total == shown), "{what}");
                // Keys lead through all of them.
                let down = |at: usize| scene.step(Some(at), chart::Move::Down, 1).unwrap();
                assert!((0..rows.len()).all(|it| down(it) == it + 1), "{what}");
            }
            assert_eq!(most, 10, "{lang:?} {width}");
        }
    }
}
