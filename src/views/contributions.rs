//! What each part of the chosen sectors brought to their growth over a year.

use std::cmp::Reverse;

use super::ViewInput;
use super::freelance::{share_of_services, share_sentence};
use crate::calendar::Span;
use crate::catalogue::ViewId;
use crate::chart::{self, BarRow, Bars, Ink};
use crate::data::{Amount, Dataset, ObservationId, SectorId, Status};
use crate::exhibit::{Choosable, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts::{self, Availability, Change};
use crate::i18n::views::breakdown::words;
use crate::i18n::{Format, Lang, isolate};
use crate::measure::Unit;
use crate::order::sorted_by_key;
use crate::query::{self, Heading};
use crate::reading::text::{Points, Say, Text, say};
use crate::reading::{self, Reading, en, ur};
use crate::state::{Action, State};
use crate::table::{Cell, Column, Row, Table, amount_cell, heading_name};

/// The growth of the chosen sectors over a year, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// What is known of the period beside the same a year before.
    pub breakdown: facts::Breakdown,
    /// Largest contribution first. Empty without a comparison; else their changes add up to
    /// that of the whole to the last thousand dollars.
    pub parts: Vec<Part>,
}

/// A part of the growth.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// `None`: what rounding of the published headings left over.
    pub heading: Option<Heading>,
    pub now: Amount,
    pub before: Amount,
    /// Percentage points of the growth of the chosen sectors together.
    pub points: f64,
    pub observations: Vec<ObservationId>,
}

impl Part {
    /// What it is more than a year before.
    pub fn change(&self) -> Amount {
        self.now - self.before
    }
}

impl Contributions {
    /// The growth of the chosen sectors together.
    pub fn growth(&self) -> Option<Change> {
        self.breakdown.whole.as_ref()?.change
    }

    fn status(&self) -> Status {
        self.breakdown.whole.as_ref().map_or(Status::Final, |it| it.status)
    }

    /// How many headings added something and how many took something away, with the
    /// percentage points of each side.
    pub fn sides(&self) -> (Side, Side) {
        let side = |goes: fn(Amount) -> bool| {
            let parts = || {
                let named = self.parts.iter().filter(|it| it.heading.is_some());
                named.filter(|it| goes(it.change()))
            };
            Side { headings: parts().count(), points: parts().map(|it| it.points).sum() }
        };
        (side(|it| it > Amount::ZERO), side(|it| it < Amount::ZERO))
    }
}

/// All headings that moved the whole one way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    pub headings: usize,
    /// Percentage points, signed.
    pub points: f64,
}

pub fn contributions(data: &Dataset, state: &State) -> Contributions {
    let breakdown = facts::breakdown(data, state);
    let base = breakdown.whole.as_ref().and_then(|it| it.change).map(|it| it.base_amount);
    let mut parts = Vec::new();
    if let (Availability::Compared, Some(base)) = (breakdown.availability, base) {
        for &place in &breakdown.by_contribution {
            let Some(row) = breakdown.rows.get(place) else { continue };
            let (Some(before), Some(points)) = (row.before, row.contribution) else { continue };
            parts.push(Part {
                heading: Some(row.heading),
                now: row.now,
                before,
                points,
                observations: row.observation.into_iter().chain(row.base_observation).collect(),
            });
        }
        let (now, before) = breakdown.rounding;
        if now != before {
            let points = (now - before).ratio_to(base).unwrap_or(0.0) * 100.0;
            parts.push(Part { heading: None, now, before, points, observations: Vec::new() });
        }
    }
    Contributions { breakdown, parts }
}

/// A list of the published periods, newest first: those that can be compared with the year
/// before, if that is asked for, and in any case the one chosen.
pub(super) fn period_control(
    data: &Dataset,
    state: &State,
    format: Format,
    (name, compared): (&'static str, bool),
) -> Control {
    let periods = query::periods(data);
    let chosen = state.period(data);
    let offered = |it: Span| it == chosen || !compared || periods.contains(&it.year_before());
    let periods = periods.iter().copied().filter(|&it| offered(it));
    let options = sorted_by_key(periods, |it| Reverse((it.end(), it.len())));
    let options = options.into_iter().map(|it| Choosable {
        action: Action::Period(it),
        name: format.span(it),
        chosen: it == chosen,
    });
    Control {
        name,
        legend: format.lang.strings().period.to_owned(),
        kind: Kind::OneOfList,
        options: options.collect(),
    }
}

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = contributions(data, state);
    let strings = format.lang.strings();
    let own = words(format.lang);
    let name = |it: &Part, short: bool| match it.heading {
        Some(heading) => heading_name(data, heading, format.lang, short),
        None => own.rounding.to_owned(),
    };
    let growth = facts.growth();
    let status = facts.status();
    let whole_name = whole_name(data, state, format);
    let (base, period) = (format.span(facts.breakdown.base), format.span(facts.breakdown.period));

    // Rounding that would read 0.00 is in the table only.
    let drawn: Vec<&Part> =
        facts.parts.iter().filter(|it| it.heading.is_some() || it.points.abs() >= 0.005).collect();
    let mut rows: Vec<BarRow> = Vec::new();
    let mut said: Vec<Datum> = Vec::new();
    for (index, part) in drawn.iter().enumerate() {
        rows.push(BarRow {
            label: name(part, true),
            ink: part.heading.map_or(Ink::Rest, |it| chart::ink(&data.sectors, it)),
            value: part.points,
            text: format.signed_points(part.points),
            status,
            strong: false,
        });
        let mut figures = vec![points(part.points, format), moved(part.now, part.before, format)];
        if let Some(change) = part.now.change_on(part.before) {
            let change = isolate(&format.signed_percent(change * 100.0));
            figures.push(format!("{change} {}", (strings.on_base)(&base)));
        }
        said.push(Datum {
            at: (index, 0),
            heading: name(part, true),
            figures,
            observations: part.observations.clone(),
            ..Datum::default()
        });
    }
    if let (Some(change), Some(whole)) = (growth, &facts.breakdown.whole)
        && !rows.is_empty()
    {
        said.push(Datum {
            at: (rows.len(), 0),
            heading: whole_name.clone(),
            figures: vec![
                points(change.percent(), format),
                moved(whole.amount, change.base_amount, format),
            ],
            observations: whole.observations.clone(),
            ..Datum::default()
        });
        rows.push(BarRow {
            label: whole_name.clone(),
            ink: Ink::Total,
            value: change.percent(),
            text: format.signed_points(change.percent()),
            status,
            strong: true,
        });
    }
    let shown = if rows.is_empty() { Vec::new() } else { vec![status] };
    let rtl = format.lang.is_rtl();
    let mut notes = Vec::new();
    if !rows.is_empty() {
        notes.push(own.arithmetic.to_owned());
        if state.sectors != data.sectors.all() {
            notes.push(own.of_chosen.to_owned());
        }
    }
    if let Some(share) = share_of_services(data, state.vintage, state.period(data)) {
        notes.push(share_sentence(&share, format));
    }
    Exhibit {
        name: ViewId::Contributions.file(),
        reading: reading(data, &facts, format),
        unit: (strings.against)(own.points_of_growth, &period, &base),
        picture: Picture {
            draw: Box::new(move |frame| chart::bars(&Bars { rows: &rows, rtl }, frame)),
            data: said,
            swatches: Vec::new(),
            status: shown,
            year: 6,
        },
        table: table(&facts, &whole_name, &name, format),
        notes,
        controls: vec![period_control(data, state, format, ("contributions-period", true))],
        sources: Citations::InRecord,
    }
}

/// `IT exports`, or that the chosen sectors are meant.
fn whole_name(data: &Dataset, state: &State, format: Format) -> String {
    if state.sectors == data.sectors.all() {
        heading_name(data, Heading::Sector(SectorId::TOTAL), format.lang, true)
    } else {
        format.lang.strings().whole.to_owned()
    }
}

fn points(points: f64, format: Format) -> String {
    format!("{} {}", isolate(&format.signed_points(points)), format.lang.strings().points)
}

/// From what to what, exactly.
fn moved(now: Amount, before: Amount, format: Format) -> String {
    (words(format.lang).from_to)(&format.money_exact(before), &format.money_exact(now))
}

fn table(
    facts: &Contributions,
    whole_name: &str,
    name: &dyn Fn(&Part, bool) -> String,
    format: Format,
) -> Table {
    let strings = format.lang.strings();
    let own = words(format.lang);
    let money = format.unit(Unit::Money);
    let number = |heading: String| Column { heading, numeric: true };
    let columns = vec![
        Column { heading: strings.sector.to_owned(), numeric: false },
        number(format!("{} ({})", strings.contribution, strings.points)),
        number(format!("{} ({money})", own.change)),
        number(format!("{} ({money})", format.span(facts.breakdown.period))),
        number(format!("{} ({money})", format.span(facts.breakdown.base))),
        number(strings.change_on_year.to_owned()),
    ];
    let cells = |name: String, points: f64, now: Amount, before: Amount| {
        vec![
            Cell::words(name),
            Cell::number(format.signed_points(points), points),
            amount_cell(now - before, format),
            amount_cell(now, format),
            amount_cell(before, format),
            Cell::optional(now.change_on(before).map(|it| it * 100.0), |it| {
                format.signed_percent(it)
            }),
        ]
    };
    let rows = facts.parts.iter().map(|it| Row {
        cells: cells(name(it, false), it.points, it.now, it.before),
        observations: it.observations.clone(),
        month: None,
    });
    let rows = rows.collect();
    let whole = facts.breakdown.whole.as_ref().and_then(|whole| {
        let change = whole.change?;
        Some(Row {
            cells: cells(whole_name.to_owned(), change.percent(), whole.amount, change.base_amount),
            observations: whole.observations.clone(),
            month: None,
        })
    });
    Table { columns, rows, whole }
}

/// The sentences of the breakdown, and how many headings went each way.
fn reading(data: &Dataset, facts: &Contributions, format: Format) -> Reading {
    let (up, down) = facts.sides();
    reading::breakdown_with(data, &facts.breakdown, format, &|text| {
        if up.headings + down.headings > 1 {
            sides(text, up, down);
        }
    })
}

/// How many headings that changed went each way, and how far together. One sentence.
fn sides(text: &mut Text, up: Side, down: Side) {
    match text.format.lang.spoken() {
        Lang::En => {
            let headings = |count: usize| if count == 1 { " heading" } else { " headings" };
            let together = |count: usize| if count == 1 { "" } else { " together" };
            match (up.headings, down.headings) {
                (0, all) => {
                    say!(text, "All ", en::InWords(all), " headings that changed fell");
                }
                (all, 0) => {
                    say!(text, "All ", en::InWords(all), " headings that changed rose");
                }
                (rose, fell) => {
                    say!(text, en::InWords(rose), headings(rose), together(rose), " added ");
                    say!(text, Points(up.points), " percentage points and ", en::InWords(fell));
                    say!(text, together(fell), " took away ", Points(down.points));
                }
            }
        }
        Lang::Ur => {
            let headings = |count: usize| if count == 1 { " مد" } else { " مدوں" };
            let together = |count: usize| if count == 1 { "" } else { " مجموعی طور پر" };
            match (up.headings, down.headings) {
                (0, all) => {
                    say!(text, "جن ", ur::InWords(all), " مدوں میں تبدیلی آئی ان سب میں کمی ہوئی");
                }
                (all, 0) => {
                    say!(text, "جن ", ur::InWords(all), " مدوں میں تبدیلی آئی ان سب میں اضافہ ہوا");
                }
                (rose, fell) => {
                    say!(text, ur::InWords(rose), headings(rose), " میں", together(rose), " ");
                    say!(text, Points(up.points), " فیصد پوائنٹ کا اضافہ اور ");
                    say!(text, ur::InWords(fell), " میں", together(fell), " ");
                    say!(text, Points(down.points), " کی کمی ہوئی");
                }
            }
        }
    }
    text.stop();
}
