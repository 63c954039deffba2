//! A period beside the same a year before.

use std::rc::Rc;

use super::{ViewInput, figures_of_part, first_prints, newer_note, with_status};
use crate::calendar::Span;
use crate::catalogue::ViewId;
use crate::chart::{self, Frame, PairRow, Pairs, Scene};
use crate::data::{Amount, Dataset, Status};
use crate::exhibit::{Choosable, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts::{self, Breakdown, Row};
use crate::i18n::Format;
use crate::i18n::breakdown;
use crate::measure::Unit;
use crate::query;
use crate::reading;
use crate::state::Action;
use crate::table;

/// A period taken apart.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = Rc::new(facts::breakdown(data, state));
    let drawn = facts.clone();
    let figures = figures(data, &facts, format);
    let newer = newer_note(data, facts.sectors, format.lang);
    Exhibit {
        name: ViewId::Pairs.file(),
        reading: reading::breakdown(data, &facts, format),
        unit: with_status(breakdown_unit(&facts, format), &figures, format),
        table: table::breakdown(data, &facts, format),
        picture: Picture {
            draw: Box::new(move |frame| breakdown_scene(data, &drawn, format, frame)),
            data: figures,
            rest: 0,
            swatches: Vec::new(),
            year: 6,
        },
        beside: reading::elsewhere(&facts, format),
        notes: newer.into_iter().chain(first_prints(facts.vintage, format)).collect(),
        controls: vec![period_control(data, facts.period, format)],
        sources: Citations::InRecord,
    }
}

/// What is said of each pair of bars.
fn figures(data: &Dataset, facts: &Breakdown, format: Format) -> Vec<Datum> {
    let Some(whole) = &facts.whole else { return Vec::new() };
    let base = format.span(facts.base);
    let datum = |(index, row): (usize, &Row)| {
        let change = (row.change, base.as_str());
        let figures = figures_of_part(row.now, change, row.contribution, row.share, format);
        Datum {
            at: (index, 0),
            heading: table::heading_name(data, row.heading, format.lang, true),
            figures,
            status: Some(whole.status),
            observations: row.observation.into_iter().chain(row.base_observation).collect(),
            citation: None,
        }
    };
    facts.rows.iter().enumerate().map(datum).collect()
}

/// Periods with a published division, newest first, by kind.
pub(super) fn period_control(data: &Dataset, period: Span, format: Format) -> Control {
    let words = format.lang.strings();
    let periods = query::periods(data);
    let headings = [
        breakdown::words(format.lang).periods_to_date,
        breakdown::words(format.lang).periods_months,
        breakdown::words(format.lang).periods_spans,
    ];
    let place = |it: Span| match it.fiscal_year_to_date() {
        _ if it.is_month() => 1,
        Some(_) => 0,
        None => 2,
    };
    let under =
        |heading: usize| periods.iter().rev().copied().filter(move |&it| place(it) == heading);
    let options = (0..headings.len()).flat_map(under).map(|it| Choosable {
        action: Action::Period(it),
        name: format.span(it),
        chosen: it == period,
    });
    Control {
        name: "period",
        legend: words.period.to_owned(),
        options: options.collect(),
        kind: Kind::OneOfGroups(
            headings.iter().enumerate().map(|(place, it)| (*it, under(place).count())).collect(),
        ),
    }
}

/// The unit of what is drawn, and the periods.
fn breakdown_unit(facts: &Breakdown, format: Format) -> String {
    let money = format.unit(Unit::Money);
    let against = breakdown::words(format.lang).against;
    against(money, &format.span(facts.period), &format.span(facts.base))
}

/// A period beside the same a year before, as a picture.
fn breakdown_scene(data: &Dataset, facts: &Breakdown, format: Format, frame: Frame) -> Scene {
    let rows: Vec<PairRow> = facts
        .rows
        .iter()
        .map(|row| PairRow {
            label: table::heading_name(data, row.heading, format.lang, true),
            ink: chart::ink(&data.sectors, row.heading),
            now: row.now.millions(),
            now_text: format.value(Unit::Money, row.now.millions()),
            // All have the same, which is said above the picture.
            status: Status::Final,
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
