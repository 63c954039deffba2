//! Freelance work: what is counted in IT exports beside what is published outside them. The two
//! are never added up.

use super::multiples::{panel, pictures};
use super::{ViewInput, with_status};
use crate::catalogue::ViewId;
use crate::exhibit::{Citations, Exhibit};
use crate::facts;
use crate::i18n::breakdown::words;
use crate::measure::Unit;
use crate::query::Heading;
use crate::reading;
use crate::table::heading_name;

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let own = words(format.lang);
    let facts = facts::freelance(data, state);
    let mut parts = Vec::new();
    let mut notes = vec![own.never_added.to_owned()];
    if let Some(facts) = &facts {
        let (inside, outside) = facts.headings;
        for (it, name, part) in [
            (inside, own.freelance_inside, &facts.inside),
            (outside, own.freelance_outside, &facts.outside),
        ] {
            let heading = Heading::Sector(it);
            let full = heading_name(data, heading, format.lang, false);
            parts.push((full, panel(data, name.to_owned(), heading, part)));
        }
        notes.push(data.sectors.get(inside).note.get(format.lang).to_owned());
        notes.extend(facts.share.as_ref().map(|it| reading::share_of_services(it, format)));
    }
    let range = facts.as_ref().map_or(state.range, |it| it.range);
    let (table, picture) = pictures(data, parts, (range, true), (1, 2), format);
    let unit = (own.monthly_mean_unit)(format.unit(Unit::Money));
    Exhibit {
        name: ViewId::Freelance.file(),
        reading: reading::freelance(data, facts.as_ref(), format),
        unit: with_status(unit, &picture.data, format),
        table,
        beside: None,
        notes,
        controls: Vec::new(),
        sources: Citations::InRecord,
        picture,
    }
}
