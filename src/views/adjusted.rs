//! The total with working days and season taken out, as a line over what was published.

use super::{ViewInput, figure_of};
use crate::adjustment::{self, AdjustedMonth, Adjustment, Estimate, Refusal, adjustment};
use crate::calendar::{Frequency, Month};
use crate::catalogue::ViewId;
use crate::chart;
use crate::data::{Amount, Dataset, ObservationId, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::Adjusted;
use crate::i18n::adjusted::words;
use crate::i18n::{Format, isolate};
use crate::measure::{Measure, Unit, Value};
use crate::query;
use crate::reading;
use crate::state::State;
use crate::table::{Cell, Column, Row, Table, amount_cell};

/// Bars as published, the adjusted figures as a line, and their trend behind it.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let (words, strings) = (words(format.lang), format.lang.strings());
    let found = adjustment(data, state.vintage);
    let months = shown(&found, data, state);
    let values = |of: &dyn Fn(&Shown) -> Option<f64>| -> Vec<Value> {
        months.iter().filter_map(|it| Some(it.value(of(it)?))).collect()
    };
    let published = values(&|it| Some(it.month.published.millions()));
    let adjusted = values(&|it| Some(it.month.adjusted));
    let trend = values(&|it| it.trend);
    let data_of = months.iter().enumerate().map(|(at, it)| it.datum((at, 0), format));
    let data_of: Vec<Datum> = data_of.collect();
    let (range, selected) = (state.range, Some(state.month));
    let name = words.adjusted_line;
    let picture = Picture {
        rest: figure_of(state.month, &data_of, format),
        data: data_of,
        swatches: Vec::new(),
        year: 12,
        draw: Box::new(move |frame| {
            let input = chart::Trend {
                values: &published,
                lines: &[(&adjusted, name), (&trend, words.trend_line)],
                range,
                gaps: &[],
                gap_label: "",
                measure: Measure::Level,
                frequency: Frequency::Monthly,
                selected,
                break_mark: None,
                format,
            };
            chart::trend(&input, frame)
        }),
    };
    let mut notes = vec![words.method.to_owned()];
    if found.as_ref().is_ok_and(Adjustment::is_short) {
        notes.push(strings.adjusted_short.to_owned());
    }
    if state.sectors != data.sectors.all() {
        notes.push(words.of_total.to_owned());
    }
    Exhibit {
        name: ViewId::Adjusted.file(),
        reading: reading::adjusted(found.as_ref(), (state.range, state.month), format),
        unit: (words.unit)(format.unit(Unit::Money)),
        picture,
        table: table(&months, format),
        beside: None,
        notes,
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// A month with what it is shown with.
struct Shown {
    month: AdjustedMonth,
    /// US$ million.
    trend: Option<f64>,
    status: Status,
    observations: Vec<ObservationId>,
}

/// Those in the range, in order of time.
fn shown(found: &Result<Adjustment, Refusal>, data: &Dataset, state: &State) -> Vec<Shown> {
    let Ok(all) = found else { return Vec::new() };
    let trend: Vec<(Month, f64)> = adjustment::trend(data).collect();
    let months = all.months().filter(|it| state.range.contains(it.month.into()));
    let months = months.filter_map(|month| {
        let point = query::total(data, state.vintage, month.month)?;
        Some(Shown {
            month,
            trend: trend.iter().find(|it| it.0 == month.month).map(|it| it.1),
            status: point.status,
            observations: point.observations,
        })
    });
    months.collect()
}

impl Shown {
    fn value(&self, value: f64) -> Value {
        Value {
            span: self.month.month.into(),
            value,
            amount: self.month.published,
            status: self.status,
            base: None,
            observations: self.observations.clone(),
        }
    }

    /// Published first, then what is left, its range and what may be said of it.
    fn datum(&self, at: (usize, usize), format: Format) -> Datum {
        let (words, month) = (words(format.lang), &self.month);
        let level = format.money(whole(month.adjusted));
        let mut figures = vec![format.money_exact(month.published), (words.about)(&level)];
        if let Some(change) = month.change {
            let base = format.month(month.month.plus(-1));
            let percent = format.signed_whole_percent(change.left.change.percent());
            let range = range(change.left, format);
            let on_base = (format.lang.strings().on_base)(&base);
            figures.push(format!("{} ({range}) {on_base}", isolate(&percent)));
            let told = Adjusted { month: *month, change, is_short: false };
            figures.push(reading::verdict(&told, format).to_owned());
        }
        Datum {
            at,
            heading: format.month(month.month),
            figures,
            status: Some(self.status),
            observations: self.observations.clone(),
            citation: None,
        }
    }
}

/// An adjusted level, no more exact than whole millions.
fn whole(millions: f64) -> Amount {
    Amount::from_thousands(millions.round() as i64 * 1000)
}

/// `−3% to +7%`.
fn range(it: Estimate, format: Format) -> String {
    let [low, high] = [it.low(), it.high()].map(|it| format.signed_whole_percent(it.percent()));
    isolate(&(words(format.lang).to)(&low, &high))
}

/// A row a month, the latest first.
fn table(months: &[Shown], format: Format) -> Table {
    let (words, strings) = (words(format.lang), format.lang.strings());
    let money = format.unit(Unit::Money);
    let columns = vec![
        Column::words(strings.period),
        Column::figures((words.published)(money)),
        Column::figures(words.effective_days),
        Column::figures((words.adjusted)(money)),
        Column::figures(words.change),
        Column::words(words.range),
        Column::words(words.verdict),
        Column::figures(words.three_months),
        Column::words(strings.status_heading),
    ];
    let percent = |it: Option<Estimate>| {
        Cell::optional(it.map(|it| it.change.percent()), |it| format.signed_whole_percent(it))
    };
    let rows = months.iter().rev().map(|it| {
        let month = &it.month;
        let change = month.change.map(|it| it.left);
        let told = month.change.map(|change| Adjusted { month: *month, change, is_short: false });
        Row {
            cells: vec![
                Cell::period(month.month.into(), format),
                amount_cell(month.published, format),
                Cell::number(format!("{:.1}", month.effective_days), month.effective_days),
                Cell::number(
                    format.money_cell(whole(month.adjusted)),
                    format.in_unit(Unit::Money, month.adjusted),
                ),
                percent(change),
                Cell::words(change.map_or(String::new(), |it| range(it, format))),
                Cell::words(told.map_or("", |it| reading::verdict(&it, format))),
                percent(month.three_months),
                Cell::words((strings.status)(it.status)),
            ],
            observations: it.observations.clone(),
            month: Some(month.month),
        }
    });
    Table { columns, rows: rows.collect(), whole: None }
}
