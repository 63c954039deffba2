//! Months by fiscal years, as a table whose colours tell how much.

use super::ViewInput;
use crate::calendar::{FiscalYear, Frequency, Month};
use crate::catalogue::ViewId;
use crate::chart::{self, Heat, HeatCell, HeatRow, Ink};
use crate::data::{Amount, Dataset, SectorSet, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::Change;
use crate::i18n::views::trend::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::package_text;
use crate::query::{self, DataPoint, VintageChoice};
use crate::reading::text::{Say as _, Text, say};
use crate::reading::{Reading, en, ur};
use crate::state::State;
use crate::table::{self, Cell, Column, Row, Table};

use super::years::month_names;

/// Exports of single months by fiscal year.
#[derive(Clone, Debug, PartialEq)]
pub struct Months {
    pub sectors: SectorSet,
    pub vintage: VintageChoice,
    pub month: Month,
    /// The latest fiscal year last.
    pub years: Vec<Year>,
    /// Months of the chosen year for which the same month a year before is known.
    pub compared: usize,
    /// Months of the chosen year that lie within the record.
    pub possible: usize,
    /// How many of those compared were higher.
    pub higher: usize,
    /// The highest amount shown, and every month that has it.
    pub highest: Option<(Amount, Vec<Month>)>,
    pub lowest: Option<(Amount, Vec<Month>)>,
    /// Whether a month is known only together with others.
    pub only_together: bool,
}

/// July to June.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    pub year: FiscalYear,
    /// `None` where a month is not published by itself.
    pub months: [Option<DataPoint>; 12],
}

pub fn heat_facts(data: &Dataset, state: &State) -> Months {
    let &State { vintage, sectors, month, range, .. } = state;
    let series = query::series(data, vintage, sectors, Frequency::Monthly);
    let record = data.monthly_record();
    let first = record.start().fiscal_year().span().start();
    let years: Vec<Year> = (0..=record.end().since(first) / 12)
        .map(|it| first.plus(12 * it).fiscal_year())
        .filter(|it| it.span().overlaps(range) || it.span().contains(month.into()))
        .map(|year| {
            let july = year.span().start();
            let months =
                std::array::from_fn(|place| series.at(july.plus(place as i32).into()).cloned());
            Year { year, months }
        })
        .collect();
    let own = years.iter().find(|it| it.year == month.fiscal_year());
    let changes: Vec<Amount> = own
        .into_iter()
        .flat_map(|it| it.months.iter().flatten())
        .filter_map(|it| {
            let base = it.span.year_before();
            let before = series
                .at(base)
                .filter(|_| data.sectors.series_break(sectors).comparable(base, it.span))?;
            Some(it.amount - before.amount)
        })
        .collect();
    let shown = || years.iter().flat_map(|it| it.months.iter().flatten());
    let of = |amount: Option<Amount>| {
        let months = |amount| shown().filter(move |it| it.amount == amount);
        amount.map(|it| (it, months(it).map(|it| it.span.end()).collect()))
    };
    Months {
        sectors,
        vintage,
        month,
        compared: changes.len(),
        possible: month
            .fiscal_year()
            .span()
            .months()
            .filter(|&it| record.contains(it.into()))
            .count(),
        higher: changes.iter().filter(|&&it| it > Amount::ZERO).count(),
        highest: of(shown().map(|it| it.amount).max()),
        lowest: of(shown().map(|it| it.amount).min()),
        only_together: series.points.iter().any(|it| {
            !it.span.is_month() && years.iter().any(|year| year.year.span().overlaps(it.span))
        }),
        years,
    }
}

fn reading(data: &Dataset, facts: &Months, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match (format.lang.spoken(), facts.sectors.is_empty()) {
        (Lang::En, true) => en::nothing_chosen(text),
        (Lang::Ur, true) => ur::nothing_chosen(text),
        (Lang::En, false) => heat_en(text, data, facts),
        (Lang::Ur, false) => heat_ur(text, data, facts),
    }
}

/// More months than these with the same amount are counted rather than named.
const EQUALS_NAMED: usize = 3;

fn heat_en(text: &mut Text, data: &Dataset, facts: &Months) -> Reading {
    let exports = en::Exports(data, facts.sectors);
    let year = text.format.fiscal_year(facts.month);
    let up = facts.higher;
    match facts.compared {
        0 => say!(text, exports, " month by month"),
        many => {
            say!(
                text,
                exports,
                if up == 0 { " did not rise" } else { " rose" },
                " on the year in "
            );
            match (up, many) {
                (_, 1) => say!(text, "the one month of ", year),
                (0, many) => say!(text, "any of the ", en::InWords(many), " months of ", year),
                (up, many) if up == many => {
                    say!(text, "each of the ", en::InWords(many), " months of ", year);
                }
                (up, many) => say!(text, up, " of the ", many, " months of ", year),
            }
            if many < facts.possible {
                say!(text, " that can be compared");
            }
        }
    }
    let title = text.take();
    match facts.compared {
        0 => {
            say!(text, "No month of ", year, " can be compared with the same month a year before");
            say!(text, " for ", exports);
        }
        many => {
            say!(text, "In ", year, " ", exports, " were higher than a year before in ");
            match (up, many) {
                (0, 1) => say!(text, "none of the months; one can be compared"),
                (_, 1) => say!(text, "the one month that can be compared"),
                (0, many) => say!(text, "none of the ", many, " months that can be compared"),
                (up, many) if up == many => {
                    say!(text, "all ", many, " months that can be compared");
                }
                (up, many) => say!(text, up, " of the ", many, " months that can be compared"),
            }
        }
    }
    text.stop();
    let extreme = |text: &mut Text, which: &str, it: &(Amount, Vec<Month>)| {
        say!(text, which, it.0, ", ");
        match it.1.as_slice() {
            months if months.len() > EQUALS_NAMED => {
                say!(text, "is that of ", en::InWords(months.len()), " months");
            }
            months => {
                say!(text, "is that of ");
                list(text, months, " and ");
            }
        }
    };
    if let (Some(highest), Some(lowest)) = (&facts.highest, &facts.lowest)
        && highest.0 != lowest.0
    {
        extreme(text, "The highest monthly figure shown, ", highest);
        extreme(text, "; the lowest, ", lowest);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn list(text: &mut Text, months: &[Month], and: &str) {
    for (place, &month) in months.iter().enumerate() {
        let before = match place {
            0 => "",
            place if place + 1 == months.len() => and,
            _ => text.format.lang.strings().comma,
        };
        say!(text, before, month);
    }
}

fn heat_ur(text: &mut Text, data: &Dataset, facts: &Months) -> Reading {
    let exports = ur::Exports(data, facts.sectors);
    let year = text.format.fiscal_year(facts.month);
    let comparable =
        if facts.compared < facts.possible { " موازنے کے قابل" } else { "" };
    let higher = |text: &mut Text, up: usize, many: usize| match (up, many) {
        (0, 1) => {
            say!(text, " کے موازنے کے قابل واحد مہینے میں ", exports, " ایک سال پہلے سے زیادہ نہیں")
        }
        (_, 1) => {
            say!(text, " کے موازنے کے قابل واحد مہینے میں ", exports, " ایک سال پہلے سے زیادہ")
        }
        (0, many) => {
            say!(text, " کے", comparable, " ", many, " مہینوں میں سے کسی میں ", exports);
            say!(text, " ایک سال پہلے سے زیادہ نہیں");
        }
        (up, many) if up == many => {
            say!(text, " کے", comparable, " تمام ", many, " مہینوں میں ", exports);
            say!(text, " ایک سال پہلے سے زیادہ");
        }
        (up, many) => {
            say!(text, " کے", comparable, " ", many, " میں سے ", up);
            say!(text, if up == 1 { " مہینے" } else { " مہینوں" });
            say!(text, " میں ", exports, " ایک سال پہلے سے زیادہ");
        }
    };
    if facts.compared == 0 {
        say!(text, exports, " ماہ بہ ماہ");
    } else {
        say!(text, year);
        higher(text, facts.higher, facts.compared);
    }
    let title = text.take();
    if facts.compared == 0 {
        say!(
            text,
            exports,
            " کے لیے ",
            year,
            " کے کسی مہینے کا ایک سال پہلے کے اسی مہینے سے موازنہ ممکن نہیں"
        );
    } else {
        say!(text, year);
        higher(text, facts.higher, facts.compared);
        say!(text, if facts.higher == 0 { " تھیں" } else { " رہیں" });
    }
    text.stop();
    let extreme = |text: &mut Text, which: &str, it: &(Amount, Vec<Month>)| {
        say!(text, which, it.0);
        match it.1.as_slice() {
            months if months.len() > EQUALS_NAMED => {
                say!(text, "، ", ur::InWords(months.len()), " مہینوں کی ہے");
            }
            months => {
                say!(text, "، ");
                list(text, months, " اور ");
                say!(text, " کی ہے");
            }
        }
    };
    if let (Some(highest), Some(lowest)) = (&facts.highest, &facts.lowest)
        && highest.0 != lowest.0
    {
        extreme(text, "دکھائے گئے مہینوں کی بلند ترین رقم، ", highest);
        extreme(text, "؛ کم ترین رقم، ", lowest);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// Which step of colour an amount has between the lowest and the highest shown.
fn step(amount: Amount, low: Amount, high: Amount) -> u8 {
    let steps = i64::from(Ink::HEAT_STEPS);
    let width = (high - low).thousands().max(1);
    ((amount - low).thousands() * steps / width).clamp(0, steps - 1) as u8
}

/// Months in columns, fiscal years in rows, the more the stronger.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = heat_facts(data, state);
    let words = words(format.lang);
    let record = data.monthly_record();
    let low = facts.lowest.as_ref().map_or(Amount::ZERO, |it| it.0);
    let high = facts.highest.as_ref().map_or(Amount::ZERO, |it| it.0);
    let cell = |month: Month, it: &Option<DataPoint>| match it {
        Some(it) => HeatCell::Value {
            step: step(it.amount, low, high),
            text: format.tick(Unit::Money, it.amount.millions(), 1.0),
            status: it.status,
        },
        None if record.contains(month.into()) => HeatCell::Missing,
        None => HeatCell::Outside,
    };
    let series = query::series(data, state.vintage, state.sectors, Frequency::Monthly);
    let mut said = Vec::new();
    let rows: Vec<HeatRow> = facts
        .years
        .iter()
        .enumerate()
        .map(|(row, year)| {
            let months = year.year.span().months().zip(&year.months).enumerate();
            let cells = months.map(|(column, (month, it))| {
                let cell = cell(month, it);
                if cell != HeatCell::Outside {
                    said.push(said_of(data, &series, (column, row), month, it, format));
                }
                cell
            });
            HeatRow { name: format.fiscal_year_short(year.year), cells: cells.collect() }
        })
        .collect();
    let selected = facts.years.iter().position(|it| it.year == facts.month.fiscal_year());
    let selected = selected
        .map(|row| (row, facts.month.since(facts.month.fiscal_year().span().start()) as usize));
    let mut status: Vec<Status> =
        facts.years.iter().flat_map(|it| it.months.iter().flatten()).map(|it| it.status).collect();
    status.sort_unstable();
    status.dedup();
    // The ends of the scale, in amounts.
    let border = |step: i64| {
        let width = (high - low).thousands();
        Amount::from_thousands(low.thousands() + width * step / i64::from(Ink::HEAT_STEPS))
    };
    let last = Ink::HEAT_STEPS - 1;
    let swatches = if high > low {
        vec![
            (Ink::Heat(0), (words.up_to)(&format.money(border(1)))),
            (Ink::Heat(last), (words.from)(&format.money(border(i64::from(last))))),
        ]
    } else {
        Vec::new()
    };
    let columns = month_names(format, package_text::first_month());
    let table = table(&facts, format);
    let reading = reading(data, &facts, format);
    let draw = move |frame| chart::heat(&Heat { rows: &rows, columns: &columns, selected }, frame);
    Exhibit {
        name: ViewId::Heat.file(),
        reading,
        unit: (words.heat_unit)(format.unit(Unit::Money)),
        picture: Picture { draw: Box::new(draw), data: said, swatches, status, year: 12 },
        table,
        notes: if facts.only_together {
            vec![words.note_only_together.to_owned()]
        } else {
            Vec::new()
        },
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

fn said_of(
    data: &Dataset,
    series: &query::Series,
    at: (usize, usize),
    month: Month,
    it: &Option<DataPoint>,
    format: Format,
) -> Datum {
    let (words, strings) = (words(format.lang), format.lang.strings());
    let heading = format.month(month);
    let Some(it) = it else {
        let figures = vec![words.not_published.to_owned()];
        return Datum { at, heading, figures, ..Datum::default() };
    };
    let base = it.span.year_before();
    let before = series
        .at(base)
        .filter(|_| data.sectors.series_break(series.sectors).comparable(base, it.span));
    let change = before.and_then(|before| Change::between(it.amount, base, before.amount));
    let change = change.map(|it| {
        format!(
            "{} {}",
            format.signed_percent(it.percent()),
            (strings.on_base)(&format.span(it.base))
        )
    });
    Datum {
        at,
        heading,
        figures: [Some(format.money_exact(it.amount)), change].into_iter().flatten().collect(),
        observations: it.observations.clone(),
        ..Datum::default()
    }
}

/// A row a fiscal year, the latest first, a column a month.
fn table(facts: &Months, format: Format) -> Table {
    let words = words(format.lang);
    let mut columns = vec![Column {
        heading: format!("{} ({})", words.fiscal_year, format.unit(Unit::Money)),
        numeric: false,
    }];
    columns.extend(
        month_names(format, package_text::first_month())
            .into_iter()
            .map(|heading| Column { heading, numeric: true }),
    );
    let rows = facts.years.iter().rev().map(|year| {
        let name = format.fiscal_year(year.year.span().end());
        let amount = |it: &Option<DataPoint>| {
            it.as_ref().map_or(Cell::words(""), |it| table::amount_cell(it.amount, format))
        };
        let mut cells = vec![Cell::number(name, f64::from(year.year.ending()))];
        cells.extend(year.months.iter().map(amount));
        let known = year.months.iter().flatten();
        Row {
            cells,
            observations: known.flat_map(|it| it.observations.iter().copied()).collect(),
            month: None,
        }
    });
    Table { columns, rows: rows.collect(), whole: None }
}
