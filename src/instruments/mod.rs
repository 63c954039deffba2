//! What a journalist or analyst asks beyond the figure: compared with what, since when, because of
//! what, and against whom. Each instrument makes an [`Exhibit`](crate::exhibit::Exhibit).
//!
//! A program loads all of this only when it is asked for.

pub mod contributions;
pub mod drivers;
pub mod events;
pub mod explain;
pub mod freelance;
pub mod heat;
pub mod multiples;
pub mod peers;
pub mod prints;
pub mod spans;
pub mod targets;
pub mod two_months;
pub mod years;

use crate::data::Dataset;
use crate::exhibit::Exhibit;
use crate::i18n::Format;
use crate::view::{Breakdown, Trend, View};

/// Something to look at beyond what the page shows at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instrument {
    FiscalYears,
    Seasons,
    Heat,
    Prints,
    TwoMonths,
    Events,
    Contributions,
    Multiples,
    Spans,
    Freelance,
    /// Place of a driver or obstacle among all.
    Driver(usize),
    Peers,
    Targets,
}

impl Instrument {
    /// For ids and names of files.
    pub fn name(self) -> &'static str {
        match self {
            Instrument::FiscalYears => "fiscal-years",
            Instrument::Seasons => "seasons",
            Instrument::Heat => "heat",
            Instrument::Prints => "first-prints",
            Instrument::TwoMonths => "two-months",
            Instrument::Events => "events",
            Instrument::Contributions => "contributions",
            Instrument::Multiples => "multiples",
            Instrument::Spans => "spans",
            Instrument::Freelance => "freelance",
            Instrument::Driver(_) => "driver",
            Instrument::Peers => "peers",
            Instrument::Targets => "targets",
        }
    }

    /// The one that takes the trend's place.
    pub fn of_trend(trend: Trend) -> Option<Instrument> {
        match trend {
            Trend::Time => None,
            Trend::FiscalYears => Some(Instrument::FiscalYears),
            Trend::Seasons => Some(Instrument::Seasons),
            Trend::Heat => Some(Instrument::Heat),
            Trend::Prints => Some(Instrument::Prints),
            Trend::Months => Some(Instrument::TwoMonths),
        }
    }

    /// The one that takes the breakdown's place.
    pub fn of_breakdown(breakdown: Breakdown) -> Option<Instrument> {
        match breakdown {
            Breakdown::Pairs | Breakdown::Ranking | Breakdown::Stack | Breakdown::Shares => None,
            Breakdown::Contributions => Some(Instrument::Contributions),
            Breakdown::Multiples => Some(Instrument::Multiples),
            Breakdown::Spans => Some(Instrument::Spans),
            Breakdown::Freelance => Some(Instrument::Freelance),
        }
    }
}

/// What an instrument shows of a view.
pub fn exhibit(data: &Dataset, view: &View, format: Format, instrument: Instrument) -> Exhibit {
    match instrument {
        _ => Exhibit {
            name: instrument.name(),
            reading: crate::reading::Reading {
                title: format!("{instrument:?}"),
                sentence: format.month(view.month),
            },
            unit: String::new(),
            picture: crate::exhibit::Picture {
                draw: Box::new(|f| crate::chart::Scene {
                    width: f.width,
                    height: 100.0,
                    marks: vec![],
                    points: vec![],
                }),
                said: vec![],
                swatches: vec![],
                status: vec![],
                year: data.observations.len(),
            },
            table: crate::table::Table { columns: vec![], rows: vec![], whole: None },
            notes: vec![],
            controls: vec![],
            sources: crate::exhibit::Cited::Record,
        },
    }
}
