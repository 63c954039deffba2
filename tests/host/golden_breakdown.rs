//! The views that take the total apart, as pictures compared byte for byte with those
//! a person has looked at. `UPDATE_GOLDEN=1 cargo test golden` accepts what
//! is drawn now.

use std::sync::LazyLock;

use it_exports::catalogue::ViewId;
use it_exports::chart::Frame;
use it_exports::data::{Dataset, Observation};
use it_exports::exhibit::Exhibit;
use it_exports::i18n::{Format, Lang};
use it_exports::state::{Scale, State};

use crate::support::{
    exhibit_of,
    pictures::{Pictures, check_marks},
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
    ],
    in_both_themes: 7,
    widths: [296, 640, 1100],
    draw: |kind, lang| exhibit(kind, lang).picture.draw,
};

fn exhibit(kind: &str, lang: Lang) -> Exhibit {
    let data = &*RECORD;
    let mut state = State::new(data);
    state.period = Some(span("2025-07..2026-03"));
    let format = Format::new(lang, None);
    match kind {
        "contributions" => exhibit_of(ViewId::Contributions, data, &state, format),
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
