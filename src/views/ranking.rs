//! The parts of a period in order of size, each with its course over time.

use super::multiples::panel;
use super::pairs::period_control;
use super::{ViewInput, figures_of_part, rows_and_figures, whole_name};
use crate::catalogue::ViewId;
use crate::chart::{self, Panel, Ranked, RankedRow};
use crate::data::{Amount, ObservationId, SectorId};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts;
use crate::i18n::breakdown::words;
use crate::measure::Unit;
use crate::query::Heading;
use crate::reading;
use crate::table::{self, heading_name};

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = facts::breakdown(data, state);
    let status = facts.whole.as_ref().map(|it| it.status);
    let (period, base) = (format.span(facts.period), format.span(facts.base));
    // Share and change are ratios.
    let row = |panel: Panel,
               amount: Amount,
               (share, change): (Option<f64>, Option<f64>),
               observations: Vec<ObservationId>,
               strong: bool| {
        let figures = figures_of_part(amount, (change, &base), None, share, format);
        let share = share.map(|it| format.percent(it * 100.0));
        let change = change.map(|it| format.signed_percent(it * 100.0));
        let heading = panel.name.clone();
        let datum = Datum { heading, figures, status, observations, ..Datum::default() };
        let row = RankedRow {
            panel,
            amount: format.value(Unit::Money, amount.millions()),
            share: share.unwrap_or_default(),
            change: change.unwrap_or_default(),
            strong,
        };
        (row, datum)
    };
    let parts = facts.rows.iter().map(|it| {
        let name = heading_name(data, it.heading, format.lang, true);
        let spans = facts::published_spans_of(data, state, it.heading);
        let observations = it.observation.into_iter().chain(it.base_observation).collect();
        let panel = panel(data, name, it.heading, &spans);
        row(panel, it.now, (it.share, it.change), observations, false)
    });
    let whole = facts.whole.as_ref().filter(|_| facts.rows.len() > 1).map(|it| {
        let (name, total) = (whole_name(data, state, format), Heading::Sector(SectorId::TOTAL));
        let panel = panel(data, name, total, &facts::published_spans(data, state));
        let change = it.change.map(|it| it.ratio);
        row(panel, it.amount, (None, change), it.observations.clone(), true)
    });
    let (rows, figures) = rows_and_figures(parts.chain(whole));
    let (range, rtl) = (state.range, format.lang.is_rtl());
    Exhibit {
        name: ViewId::Ranking.file(),
        reading: reading::breakdown(data, &facts, format),
        unit: (words(format.lang).against)(format.unit(Unit::Money), &period, &base),
        table: table::breakdown(data, &facts, format),
        beside: None,
        notes: vec![words(format.lang).sparklines.to_owned()],
        controls: vec![period_control(data, facts.period, format)],
        sources: Citations::InRecord,
        picture: Picture {
            data: figures,
            rest: 0,
            swatches: Vec::new(),
            year: 6,
            draw: Box::new(move |frame| chart::ranked(&Ranked { rows: &rows, range, rtl }, frame)),
        },
    }
}
