//! The instruments that take the total apart, as pictures compared byte for byte with those
//! a person has looked at. `UPDATE_GOLDEN=1 cargo test golden` accepts what
//! is drawn now.

use crate::support;
use it_exports::catalogue::ViewId;
use it_exports::chart::{Frame, Mark, Scene};
use it_exports::data::{Dataset, Observation, WorkingDays};
use it_exports::exhibit::Exhibit;
use it_exports::i18n::{Format, Lang};
use it_exports::state::{Scale, State};

use crate::support::{
    pictures::{Golden, check_words},
    record::dataset,
    span,
};

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

fn exhibit(kind: &str, data: &'static Dataset, lang: Lang) -> Exhibit {
    let mut state = State::new(data);
    state.period = Some(span("2025-07..2026-03"));
    let format = Format::new(lang, None);
    match kind {
        "contributions" => support::exhibit_of(ViewId::Contributions, data, &state, format),
        "contributions-month" => {
            state.period = Some(span("2022-10"));
            support::exhibit_of(ViewId::Contributions, data, &state, format)
        }
        "multiples" => support::exhibit_of(ViewId::Multiples, data, &state, format),
        "multiples-own" => {
            state.scale = Scale::Own;
            state.range = span("2024-07..2026-05");
            support::exhibit_of(ViewId::Multiples, data, &state, format)
        }
        "ranking" => support::exhibit_of(ViewId::Ranking, data, &state, format),
        "spans" => {
            let telecom = data.sectors.by_code("telecom.call_centres").unwrap();
            state.sectors = data.sectors.leaves(telecom);
            support::exhibit_of(ViewId::Spans, data, &state, format)
        }
        "freelance" => support::exhibit_of(ViewId::Freelance, data, &state, format),
        _ => panic!("no such picture: {kind}"),
    }
}

fn scene(exhibit: &Exhibit, frame: Frame) -> Scene {
    (exhibit.picture.draw)(frame)
}

#[test]
fn pictures_are_those_a_person_has_looked_at() {
    let data: &'static Dataset = Box::leak(Box::new(record()));
    let mut golden = Golden::of("tests/golden/breakdown");
    for kind in KINDS {
        for lang in Lang::ALL {
            let exhibit = exhibit(kind, data, lang);
            for width in [296, 640, 1100] {
                let scene = scene(&exhibit, Frame::new(f64::from(width)));
                for dark in [false, true] {
                    let theme = if dark { "dark" } else { "light" };
                    let name = format!("{kind}-{width}-{theme}-{}.svg", lang.code());
                    golden.compare(name, &scene, dark);
                }
            }
        }
    }
    golden.finish();
}

/// No two texts on top of each other, none cut off, every mark inside, at every width.
#[test]
fn words_never_collide_or_leave_the_picture() {
    let data: &'static Dataset = Box::leak(Box::new(record()));
    for kind in KINDS {
        for lang in Lang::ALL {
            let exhibit = exhibit(kind, data, lang);
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
    let data: &'static Dataset = Box::leak(Box::new(record()));
    for kind in KINDS {
        for lang in Lang::ALL {
            let exhibit = exhibit(kind, data, lang);
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
