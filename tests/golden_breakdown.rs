//! The instruments that take the total apart, as pictures compared byte for byte with those
//! a person has looked at. `UPDATE_GOLDEN=1 cargo test --test golden_breakdown` accepts what
//! is drawn now.

#![allow(clippy::unwrap_used, reason = "helpers of tests, outside them")]

use std::fs;
use std::path::Path;

use it_exports::calendar::Span;
use it_exports::chart::labels::{self, Area};
use it_exports::chart::{Frame, Mark, Scene};
use it_exports::data::{Dataset, Observation, WorkingDays};
use it_exports::draw::{self, Palette, Surface};
use it_exports::embedded::dataset;
use it_exports::exhibit::Exhibit;
use it_exports::i18n::{Format, Lang};
use it_exports::instruments::{contributions, freelance, multiples, ranking, spans};
use it_exports::view::{Scale, View};
use plotters::prelude::IntoDrawingArea;
use plotters_svg::SVGBackend;

fn span(text: &str) -> Span {
    text.parse().unwrap()
}

/// The record as it stood at the end of June 2026, so that pictures stay when figures come.
fn record() -> Dataset {
    let data = dataset();
    let known = |it: &&Observation| it.span.end() <= span("2026-05").end();
    let observations: Vec<Observation> = data.observations.iter().filter(known).cloned().collect();
    let days = WorkingDays { first: data.working_days.first, days: data.working_days.days.clone() };
    Dataset::new(data.sectors.clone(), observations, days)
}

const KINDS: [&str; 7] = [
    "contributions",
    "contributions-month",
    "multiples",
    "multiples-own",
    "ranking",
    "spans",
    "freelance",
];

fn exhibit(kind: &str, data: &Dataset, lang: Lang) -> Exhibit {
    let mut view = View::new(data);
    view.period = span("2025-07..2026-03");
    let format = Format::new(lang, None);
    match kind {
        "contributions" => contributions::exhibit(data, &view, format),
        "contributions-month" => {
            view.period = span("2022-10");
            contributions::exhibit(data, &view, format)
        }
        "multiples" => multiples::exhibit(data, &view, format),
        "multiples-own" => {
            view.scale = Scale::Own;
            view.range = span("2024-07..2026-05");
            multiples::exhibit(data, &view, format)
        }
        "ranking" => ranking::exhibit(data, &view, format),
        "spans" => {
            let telecom = data.sectors.by_code("telecom.call_centres").unwrap();
            view.sectors = data.sectors.leaves(telecom);
            spans::exhibit(data, &view, format)
        }
        "freelance" => freelance::exhibit(data, &view, format),
        _ => panic!("no such picture: {kind}"),
    }
}

fn scene(exhibit: &Exhibit, frame: Frame) -> Scene {
    (exhibit.picture.draw)(frame)
}

fn svg(scene: &Scene, dark: bool) -> String {
    let mut svg = String::new();
    let backend = SVGBackend::with_string(&mut svg, Surface::SVG.size(scene));
    let palette = if dark { Palette::Dark } else { Palette::Light };
    draw::paint(&backend.into_drawing_area(), scene, Surface::SVG, palette).unwrap();
    draw::finish_svg(&svg, scene)
}

#[test]
fn pictures_are_those_a_person_has_looked_at() {
    let data = record();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/breakdown");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let fresh = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden-breakdown");
    fs::create_dir_all(&fresh).unwrap();
    fs::create_dir_all(&golden).unwrap();
    let mut changed = Vec::new();
    let mut expected = Vec::new();
    for kind in KINDS {
        for lang in Lang::ALL {
            let exhibit = exhibit(kind, &data, lang);
            for width in [296, 640, 1100] {
                let scene = scene(&exhibit, Frame::new(f64::from(width)));
                for dark in [false, true] {
                    let theme = if dark { "dark" } else { "light" };
                    let name = format!("{kind}-{width}-{theme}-{}.svg", lang.code());
                    let drawn = svg(&scene, dark);
                    if update {
                        fs::write(golden.join(&name), &drawn).unwrap();
                    } else if fs::read_to_string(golden.join(&name)).ok() != Some(drawn.clone()) {
                        fs::write(fresh.join(&name), &drawn).unwrap();
                        changed.push(name.clone());
                    }
                    expected.push(name);
                }
            }
        }
    }
    for entry in fs::read_dir(&golden).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if !expected.contains(&name) {
            assert!(update, "tests/golden/breakdown/{name} is drawn by no picture: delete it");
            fs::remove_file(golden.join(&name)).unwrap();
        }
    }
    assert!(
        changed.is_empty(),
        "{} pictures changed: {}\nThe new ones are in {}. Open them beside those in \
         tests/golden/breakdown; if they are right, accept them with UPDATE_GOLDEN=1.",
        changed.len(),
        changed.join(", "),
        fresh.display(),
    );
}

/// No two texts on top of each other, none cut off, every mark inside, at every width.
#[test]
fn words_never_collide_or_leave_the_picture() {
    let data = record();
    for kind in KINDS {
        for lang in Lang::ALL {
            let exhibit = exhibit(kind, &data, lang);
            for width in [0, 1, 60, 200].into_iter().chain((280..=1600).step_by(33)) {
                for text in [12.0, 24.0] {
                    let frame = Frame { width: f64::from(width), text };
                    let scene = scene(&exhibit, frame);
                    check_words(&scene, &format!("{kind} {} {width} {text}", lang.code()));
                    if width >= 280 && text == 12.0 {
                        check_marks(&scene, &format!("{kind} {} {width}", lang.code()));
                    }
                }
            }
        }
    }
}

fn check_words(scene: &Scene, what: &str) {
    let picture = Area { x0: 0.0, x1: scene.width, y0: 0.0, y1: scene.height };
    let texts: Vec<(&str, Area)> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Text(text) => Some((text.text.as_str(), labels::area(text))),
            Mark::Rect { .. } | Mark::Line { .. } | Mark::Dot { .. } => None,
        })
        .collect();
    for (place, (text, area)) in texts.iter().enumerate() {
        // Mirroring may leave the last bit different.
        let inside =
            Area { x0: area.x0 + 1e-6, x1: area.x1 - 1e-6, y0: area.y0 + 1e-6, y1: area.y1 - 1e-6 };
        assert!(picture.contains(&inside), "{what}: {text} is cut off: {area:?}");
        for (other, other_area) in &texts[place + 1..] {
            assert!(!inside.overlaps(other_area), "{what}: {text} on {other}");
        }
    }
}

fn check_marks(scene: &Scene, what: &str) {
    for mark in &scene.marks {
        let Mark::Rect { x, y, width, height, .. } = *mark else { continue };
        let inside = x >= -2.0 && y >= -1.0 && width >= 0.0 && height >= 0.0;
        assert!(inside && x + width <= scene.width + 2.0, "{what}: {mark:?}");
        assert!(y + height <= scene.height + 1e-9, "{what}: {mark:?}");
    }
    for point in &scene.points {
        assert!(point.x0 < point.x1 && point.y0 <= point.y1, "{what}: {point:?}");
        assert!(
            point.x1 <= scene.width + 1e-9 && point.y1 <= scene.height + 1e-9,
            "{what}: {point:?}"
        );
    }
}

/// Whatever is pointed at is spoken of, and the pointer finds it.
#[test]
fn every_point_is_found_and_said() {
    let data = record();
    for kind in KINDS {
        for lang in Lang::ALL {
            let exhibit = exhibit(kind, &data, lang);
            for width in [296.0, 1100.0] {
                let scene = scene(&exhibit, Frame::new(width));
                assert!(!scene.points.is_empty(), "{kind}");
                for (place, point) in scene.points.iter().enumerate() {
                    let said = exhibit.picture.said.iter();
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
