//! A period beside the same a year before.

use std::rc::Rc;

use super::{ViewInput, first_prints, statuses};
use crate::catalogue::ViewId;
use crate::chart::{self, Frame, PairRow, Pairs, Scene};
use crate::data::{Amount, Dataset, Status};
use crate::exhibit::{Citations, Exhibit, Picture};
use crate::facts::{self, Breakdown};
use crate::i18n::Format;
use crate::measure::Unit;
use crate::reading;
use crate::table;

/// A period taken apart.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = Rc::new(facts::breakdown(data, state));
    let drawn = facts.clone();
    let newer = data.sectors.newer_part(facts.sectors);
    let newer = newer.map(|it| it.note.get(format.lang)).filter(|it| !it.is_empty());
    Exhibit {
        name: ViewId::Pairs.file(),
        reading: reading::breakdown(data, &facts, format),
        unit: breakdown_unit(&facts, format),
        table: table::breakdown(data, &facts, format),
        picture: Picture {
            draw: Box::new(move |frame| breakdown_scene(data, &drawn, format, frame)),
            data: Vec::new(),
            swatches: Vec::new(),
            status: statuses(facts.whole.iter().map(|it| it.status)),
            year: 6,
        },
        notes: newer
            .map(str::to_owned)
            .into_iter()
            .chain(first_prints(facts.vintage, format))
            .collect(),
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// The unit of what is drawn, and the periods.
pub fn breakdown_unit(facts: &Breakdown, format: Format) -> String {
    let money = format.unit(Unit::Money);
    let against = format.lang.strings().against;
    against(money, &format.span(facts.period), &format.span(facts.base))
}

/// A period beside the same a year before, as a picture.
pub fn breakdown_scene(data: &Dataset, facts: &Breakdown, format: Format, frame: Frame) -> Scene {
    let rows: Vec<PairRow> = facts
        .rows
        .iter()
        .map(|row| PairRow {
            label: table::heading_name(data, row.heading, format.lang, true),
            ink: chart::ink(&data.sectors, row.heading),
            now: row.now.millions(),
            now_text: format.value(Unit::Money, row.now.millions()),
            status: facts.whole.as_ref().map_or(Status::Final, |it| it.status),
            before: row.before.map(Amount::millions),
            before_text: row
                .before
                .map(|it| format.value(Unit::Money, it.millions()))
                .unwrap_or_default(),
            change: row.change.map(|it| format.signed_percent(it * 100.0)).unwrap_or_default(),
            strong: false,
        })
        .collect();
    chart::pairs(&Pairs { rows: &rows, rtl: format.lang.is_rtl() }, frame)
}
