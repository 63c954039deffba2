//! The instruments that take the total apart, as pictures compared byte for byte with those
//! a person has looked at. `UPDATE_GOLDEN=1 cargo test golden` accepts what
//! is drawn now.

use std::sync::LazyLock;

use it_exports::chart::Frame;
use it_exports::data::{Dataset, Observation, WorkingDays};
use it_exports::exhibit::Exhibit;
use it_exports::i18n::{Format, Lang};
use it_exports::instruments::{contributions, freelance, multiples, ranking, spans};
use it_exports::view::{Scale, View};

use crate::support::{
    pictures::{Pictures, check_marks},
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
    ],
    in_both_themes: 7,
    widths: [296, 640, 1100],
    draw: |kind, lang| exhibit(kind, lang).picture.draw,
};

fn exhibit(kind: &str, lang: Lang) -> Exhibit {
    let data = &*RECORD;
    let mut view = View::new(data);
    view.period = Some(span("2025-07..2026-03"));
    let format = Format::new(lang, None);
    match kind {
        "contributions" => contributions::exhibit(data, &view, format),
        "contributions-month" => {
            view.period = Some(span("2022-10"));
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
