//! Pictures of peers, targets and drivers, of exports in other units and adjusted, compared byte for byte with those a person has looked at.
//! `UPDATE_GOLDEN=1 cargo test golden` accepts what is drawn now.

use crate::support;
use it_exports::catalogue::ViewId;
use it_exports::chart::Frame;
use it_exports::embedded::context;
use it_exports::exhibit::Exhibit;
use it_exports::i18n::{Format, Lang};
use it_exports::state::{Action, Countries, PeerMeasure, Peers, State};

use crate::support::{pictures::Pictures, record::dataset};

const PICTURES: Pictures = Pictures {
    folder: "tests/golden/context",
    kinds: &[
        "peers-level",
        "targets",
        "drivers",
        "driver-freelancers",
        "driver-infrastructure",
        "in-rupees",
        "in-us-prices",
        "adjusted",
        "season-pattern",
        "peers-index",
        "peers-per-head",
        "peers-many",
        "driver-remote_work",
        "driver-ecommerce",
        "driver-policy",
        "driver-outsourcing",
        "driver-providers",
        "driver-skills",
    ],
    in_both_themes: 9,
    widths: [296, 640, 1100],
    draw: |kind, lang| exhibit(kind, lang).picture.draw,
};

fn exhibit(kind: &str, lang: Lang) -> Exhibit {
    let (data, context) = (dataset(), context());
    let format = Format::new(lang, None);
    let state = State::new(data);
    let with = |measure, codes: &[&str], base| {
        let countries = Countries::of(codes.iter().copied());
        state.update(data, Action::Peers(Peers { measure, countries, base }))
    };
    match kind {
        "peers-level" => support::exhibit_of(ViewId::Peers, dataset(), &state, format),
        "peers-index" => support::exhibit_of(
            ViewId::Peers,
            dataset(),
            &with(PeerMeasure::Index, &[], Some(2015)),
            format,
        ),
        "peers-per-head" => support::exhibit_of(
            ViewId::Peers,
            dataset(),
            &with(PeerMeasure::PerHead, &[], None),
            format,
        ),
        "peers-many" => {
            let codes = ["IRL", "NPL", "WLD", "UKR", "POL", "KEN", "LKA", "MAR"];
            support::exhibit_of(
                ViewId::Peers,
                dataset(),
                &with(PeerMeasure::Level, &codes, None),
                format,
            )
        }
        "in-rupees" => support::exhibit_of(ViewId::Rupees, data, &state, format),
        "in-us-prices" => support::exhibit_of(ViewId::UsPrices, data, &state, format),
        "adjusted" => support::exhibit_of(ViewId::Adjusted, data, &state, format),
        "season-pattern" => support::exhibit_of(ViewId::SeasonPattern, data, &state, format),
        "targets" => support::exhibit_of(ViewId::Targets, data, &state, format),
        "drivers" => support::exhibit_of(ViewId::Drivers, data, &state, format),
        driver => {
            let code = driver.strip_prefix("driver-").unwrap();
            let place = context.drivers.iter().position(|it| it.code == code).unwrap();
            support::exhibit_of(ViewId::Driver(place), data, &state, format)
        }
    }
}

#[test]
fn pictures_are_those_a_person_has_looked_at() {
    PICTURES.compare();
}

#[test]
fn words_never_collide_or_leave_the_picture() {
    PICTURES.check_words(23, |_, _, _| ());
}

/// What can be pointed at is what something is said of, and the other way round.
#[test]
fn every_point_has_its_words() {
    for kind in PICTURES.kinds {
        for lang in Lang::ALL {
            let Exhibit { picture, .. } = exhibit(kind, lang);
            let scene = (picture.draw)(Frame::new(700.0));
            for point in &scene.points {
                let at = (point.index, point.series);
                let said = picture.data.iter().filter(|it| it.at == at).count();
                assert_eq!(said, 1, "{kind}: {at:?}");
            }
            assert_eq!(picture.data.len(), scene.points.len(), "{kind}");
        }
    }
}
