//! By how much each month of the year is usually above or below the trend.

use super::{ViewInput, rows_and_figures};
use crate::adjustment::{Adjustment, Log, adjustment};
use crate::catalogue::ViewId;
use crate::chart::{self, Ink, PairRow, Pairs};
use crate::data::Status;
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::MONTHS_OF_A_YEAR;
use crate::i18n::adjusted::words;
use crate::i18n::{Format, isolate};
use crate::reading;
use crate::table::{Cell, Column, Row, Table};

/// A bar a month, January first, with its range beside it.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let own = words(format.lang);
    let found = adjustment(data, state.vintage);
    let months = found.as_ref().map(factors).unwrap_or_default();
    let chosen = usize::from(state.month.number()) - 1;
    let names = format.lang.strings().months;
    let rows = months.iter().zip(names).enumerate().map(|(place, (it, name))| {
        let text = format.signed_whole_percent(it.middle);
        let row = PairRow {
            label: name.to_owned(),
            ink: if place == chosen { Ink::Accent } else { Ink::Bar },
            now: it.middle,
            now_text: text.clone(),
            status: Status::Final,
            before: None,
            before_text: String::new(),
            change: it.range(format),
            strong: place == chosen,
        };
        let range = it.range(format);
        let figures = vec![format!("{} ({range})", isolate(&text)), own.against_trend.to_owned()];
        (row, Datum { heading: name.to_owned(), figures, ..Datum::default() })
    });
    let (bars, figures) = rows_and_figures(rows);
    let columns = vec![
        Column::words(format.lang.strings().month),
        Column::figures(own.factor),
        Column::words(own.range),
    ];
    let rows = months.iter().zip(names).map(|(it, name)| Row {
        cells: vec![
            Cell::words(name),
            Cell::number(format.signed_percent(it.middle), it.middle),
            Cell::words(it.range(format)),
        ],
        observations: Vec::new(),
        month: None,
    });
    let rtl = format.lang.is_rtl();
    Exhibit {
        name: ViewId::SeasonPattern.file(),
        reading: reading::season_pattern(found.as_ref(), format),
        unit: own.pattern_unit.to_owned(),
        table: Table { columns, rows: rows.collect(), whole: None },
        beside: None,
        notes: vec![own.note_pattern.to_owned(), own.method.to_owned()],
        controls: Vec::new(),
        sources: Citations::InRecord,
        picture: Picture {
            rest: chosen,
            data: figures,
            swatches: Vec::new(),
            year: MONTHS_OF_A_YEAR,
            draw: Box::new(move |frame| chart::changes(&Pairs { rows: &bars, rtl }, frame)),
        },
    }
}

/// Of a month of the year, per cent above the trend.
struct Factor {
    low: f64,
    middle: f64,
    high: f64,
}

fn factors(all: &Adjustment) -> Vec<Factor> {
    let margin = all.season_margin();
    let factor = |it: Log| Factor {
        low: (it - margin).percent(),
        middle: it.percent(),
        high: (it + margin).percent(),
    };
    all.season().into_iter().map(factor).collect()
}

impl Factor {
    fn range(&self, format: Format) -> String {
        let [low, high] = [self.low, self.high].map(|it| format.signed_whole_percent(it));
        isolate(&(words(format.lang).to)(&low, &high))
    }
}
