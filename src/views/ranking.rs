//! The parts of a period in order of size, each with its course over time.

use super::ViewInput;
use super::contributions::period_control;
pub use super::multiples::sparkline;
use super::multiples::{panel, part};
use super::spans::statuses;
use crate::catalogue::ViewId;
use crate::chart::{self, Ink, Panel, Ranked, RankedRow};
use crate::data::{ObservationId, SectorId};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts;
use crate::i18n::isolate;
use crate::i18n::views::breakdown::words;
use crate::measure::Unit;
use crate::query::Heading;
use crate::reading;
use crate::table::{self, heading_name};

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = facts::breakdown(data, state);
    let strings = format.lang.strings();
    let own = words(format.lang);
    let mut rows: Vec<RankedRow> = Vec::new();
    let mut said: Vec<Datum> = Vec::new();
    let mut add =
        |panel: Panel, figures: Figures| {
            let signed = |it: f64| format.signed_percent(it * 100.0);
            let share = figures.share.map(|it| format.percent(it * 100.0));
            let change = figures.change.map(signed);
            let mut spoken = vec![format.money_exact(figures.amount)];
            spoken.extend(share.as_ref().map(|it| format!("{}: {it}", strings.share)));
            spoken.extend(change.as_ref().map(|it| {
                format!("{} {}", isolate(it), (strings.on_base)(&format.span(facts.base)))
            }));
            said.push(Datum {
                at: (rows.len(), 0),
                heading: panel.name.clone(),
                figures: spoken,
                observations: figures.observations,
                ..Datum::default()
            });
            rows.push(RankedRow {
                panel,
                amount: format.value(Unit::Money, figures.amount.millions()),
                share: share.unwrap_or_default(),
                change: change.unwrap_or_default(),
                strong: figures.whole,
            });
        };
    for row in &facts.rows {
        let name = heading_name(data, row.heading, format.lang, true);
        let figures = Figures {
            amount: row.now,
            share: row.share,
            change: row.change,
            observations: row.observation.into_iter().chain(row.base_observation).collect(),
            whole: false,
        };
        add(panel(data, name, row.heading, &part(data, state, row.heading)), figures);
    }
    if let Some(whole) = facts.whole.as_ref().filter(|_| facts.rows.len() > 1) {
        let name = if state.sectors == data.sectors.all() {
            heading_name(data, Heading::Sector(SectorId::TOTAL), format.lang, true)
        } else {
            strings.whole.to_owned()
        };
        let spans = super::spans::spans(data, state);
        let panel = Panel {
            name,
            ink: Ink::Total,
            values: spans.values,
            gaps: spans.gaps,
            break_at: spans.break_at,
        };
        let figures = Figures {
            amount: whole.amount,
            share: None,
            change: whole.change.map(|it| it.ratio),
            observations: whole.observations.clone(),
            whole: true,
        };
        add(panel, figures);
    }
    let shown: Vec<_> = rows.iter().flat_map(|it| it.panel.values.clone()).collect();
    let (range, rtl) = (state.range, format.lang.is_rtl());
    Exhibit {
        name: ViewId::Ranking.file(),
        reading: reading::breakdown(data, &facts, format),
        unit: (strings.against)(
            format.unit(Unit::Money),
            &format.span(facts.period),
            &format.span(facts.base),
        ),
        table: table::breakdown(data, &facts, format),
        notes: vec![own.sparklines.to_owned()],
        controls: vec![period_control(data, state, format, ("ranking-period", false))],
        sources: Citations::InRecord,
        picture: Picture {
            data: said,
            swatches: Vec::new(),
            status: statuses(&shown),
            year: 6,
            draw: Box::new(move |frame| chart::ranked(&Ranked { rows: &rows, range, rtl }, frame)),
        },
    }
}

/// What a row says.
struct Figures {
    amount: crate::data::Amount,
    /// Of the chosen sectors together, a ratio.
    share: Option<f64>,
    /// On the year before, a ratio.
    change: Option<f64>,
    observations: Vec<ObservationId>,
    whole: bool,
}
