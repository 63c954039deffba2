//! Two months side by side: level, a working day of each, rank, what came before.

use super::ViewInput;
use crate::calendar::{Frequency, Month};
use crate::catalogue::ViewId;
use crate::chart::{self, DuoBar, DuoPanel, Ink};
use crate::data::{Amount, Dataset, ObservationId, SectorSet, Status};
use crate::exhibit::{Choosable, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts::{Change, Direction, PerDayChange};
use crate::i18n::views::trend::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::query::{self, Series, VintageChoice};
use crate::reading::text::{PerDay, Percent, Say as _, Text, say};
use crate::reading::{Reading, en, ur};
use crate::state::{Action, State};
use crate::table::{Cell, Column, Row, Table, amount_cell};

/// Two months and what lies between them.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoMonths {
    pub sectors: SectorSet,
    pub vintage: VintageChoice,
    pub now: Side,
    pub base: Side,
    /// Of the first on the second; `None` where either is missing or they mean different things.
    pub change: Option<Change>,
    pub per_day_change: Option<PerDayChange>,
}

/// One of the months.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    pub month: Month,
    /// `None` where the month is not published by itself.
    pub figure: Option<Figure>,
    pub days: Option<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub amount: Amount,
    pub status: Status,
    pub observations: Vec<ObservationId>,
    /// US$ million a working day; `None` where the days are not known.
    pub per_day: Option<f64>,
    /// 1 for the highest of all months known today.
    pub place: usize,
    /// How many months are known today.
    pub of: usize,
    /// Whether another month has the same amount.
    pub tied: bool,
    pub on_month: Option<Change>,
    pub on_year: Option<Change>,
}

pub fn two_month_facts(data: &Dataset, state: &State) -> TwoMonths {
    let &State { vintage, sectors, month, beside, .. } = state;
    let series = query::series(data, vintage, sectors, Frequency::Monthly);
    let now = side(data, &series, month);
    let base = side(data, &series, beside.unwrap_or(month.year_before()));
    let (from, to) = (now.month.min(base.month), now.month.max(base.month));
    let alike = data.sectors.series_break(sectors).comparable(from.into(), to.into());
    let both = now.figure.as_ref().zip(base.figure.as_ref()).filter(|_| alike);
    let change = both
        .and_then(|(now, before)| Change::between(now.amount, base.month.into(), before.amount));
    let per_day_change = both.and_then(|(figure, before)| {
        let (per_day, before) = (figure.per_day?, before.per_day.filter(|&it| it > 0.0)?);
        let (days, base_days) = (now.days?, base.days?);
        let ratio = per_day / before - 1.0;
        Some(PerDayChange { base: base.month.into(), base_days, days, ratio })
    });
    TwoMonths { sectors, vintage, change, per_day_change, now, base }
}

fn side(data: &Dataset, series: &Series, month: Month) -> Side {
    let days = data.working_days.of(month).filter(|&it| it > 0);
    let figure = series.at(month.into()).map(|point| {
        let months = || series.points.iter().filter(|it| it.span.is_month());
        let on = |base: Month| {
            let before = series.at(base.into())?;
            let alike =
                data.sectors.series_break(series.sectors).comparable(base.into(), month.into());
            Change::between(point.amount, base.into(), before.amount).filter(|_| alike)
        };
        Figure {
            amount: point.amount,
            status: point.status,
            observations: point.observations.clone(),
            per_day: days.map(|days| point.amount.millions() / f64::from(days)),
            place: 1 + months().filter(|it| it.amount > point.amount).count(),
            of: months().count(),
            tied: months().filter(|it| it.amount == point.amount).count() > 1,
            on_month: on(month.plus(-1)),
            on_year: on(month.year_before()),
        }
    });
    Side { month, figure, days }
}

fn reading(data: &Dataset, facts: &TwoMonths, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match (format.lang.spoken(), facts.sectors.is_empty()) {
        (Lang::En, true) => en::nothing_chosen(text),
        (Lang::Ur, true) => ur::nothing_chosen(text),
        (Lang::En, false) => two_months_en(text, data, facts),
        (Lang::Ur, false) => two_months_ur(text, data, facts),
    }
}

fn two_months_en(text: &mut Text, data: &Dataset, facts: &TwoMonths) -> Reading {
    let exports = en::Exports(data, facts.sectors);
    let (now, base) = (&facts.now, &facts.base);
    say!(text, exports, ": ", now.month);
    if now.month != base.month {
        say!(text, " beside ", base.month);
    }
    if let Some(change) = facts.change.filter(|_| now.month != base.month) {
        say!(text, ", ");
        match (change.ratio == 0.0, change.direction()) {
            (true, _) => say!(text, "the same"),
            (_, Direction::Up) => say!(text, Percent(change.percent()), " more"),
            (_, Direction::Down) => say!(text, Percent(change.percent()), " less"),
            (_, Direction::Unchanged) => say!(text, "much the same"),
        }
    }
    let title = text.take();
    match (&now.figure, &base.figure) {
        (None, None) if now.month != base.month => {
            say!(text, "No figure of their own is published for ", exports, " in ", now.month);
            say!(text, " and in ", base.month);
        }
        (None, _) => {
            say!(text, "No figure of its own is published for ", exports, " in ", now.month);
        }
        (Some(figure), _) => {
            say!(text, "In ", now.month, " ", exports, " came to ", figure.amount);
            match (&base.figure, facts.change) {
                _ if now.month == base.month => {}
                (Some(before), Some(change)) => {
                    say!(text, ", ");
                    en::compared(text, change);
                    say!(text, "the ", before.amount, " of ", base.month);
                }
                (Some(before), None) => {
                    say!(text, ", beside ", before.amount, " in ", base.month);
                    say!(text, ", with which they cannot be compared");
                }
                (None, _) => {
                    text.stop();
                    say!(text, "For ", base.month, " no figure of its own is published");
                }
            }
        }
    }
    text.stop();
    if now.month == base.month {
        say!(text, "A month beside itself shows no difference; choose another");
        text.stop();
        en::vintage(text, facts.vintage);
        return Reading { title, sentence: text.take() };
    }
    if let (Some(change), Some(it)) =
        (facts.per_day_change, now.figure.as_ref().and_then(|it| it.per_day))
    {
        say!(text, "Per working day that is ", PerDay(it), ", ");
        en::than(text, change.percent(), " more than ", " less than ");
        say!(text, "in ", base.month, " (", change.days, " days against ", change.base_days, ")");
        text.stop();
    }
    let ranked = [now, base].into_iter().filter_map(|it| Some((it.month, it.figure.as_ref()?)));
    for (place, (month, it)) in ranked.clone().enumerate() {
        if it.of < 2 {
            continue;
        }
        say!(text, if place == 0 { "" } else { ", " }, month, " is ");
        say!(text, if it.tied { "jointly the " } else { "the " });
        en::ordinal_highest(text, it.place);
        if place == 0 {
            say!(text, " of ", it.of, " months");
        }
    }
    text.stop();
    let on_month = ranked.filter_map(|(month, it)| Some((month, it.on_month?)));
    for (place, (month, change)) in on_month.enumerate() {
        say!(text, if place == 0 { "On the month before, " } else { " and " }, month);
        say!(text, " was ");
        match (change.ratio == 0.0, change.direction()) {
            (true, _) => say!(text, "unchanged"),
            (_, Direction::Up) => say!(text, "up ", Percent(change.percent())),
            (_, Direction::Down) => say!(text, "down ", Percent(change.percent())),
            (_, Direction::Unchanged) => say!(text, "almost unchanged"),
        }
    }
    text.stop();
    for it in [now, base] {
        if let Some(status) = it.figure.as_ref().and_then(|it| en::status(it.status)) {
            say!(text, "The figure of ", it.month, " is ", status);
            text.stop();
        }
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn two_months_ur(text: &mut Text, data: &Dataset, facts: &TwoMonths) -> Reading {
    let exports = ur::Exports(data, facts.sectors);
    let (now, base) = (&facts.now, &facts.base);
    say!(text, exports, ": ", now.month);
    if now.month != base.month {
        say!(text, " بمقابلہ ", base.month);
    }
    if let Some(change) = facts.change.filter(|_| now.month != base.month) {
        say!(text, "، ");
        match (change.ratio == 0.0, change.direction()) {
            (true, _) => say!(text, "برابر"),
            (_, Direction::Up) => say!(text, Percent(change.percent()), " زیادہ"),
            (_, Direction::Down) => say!(text, Percent(change.percent()), " کم"),
            (_, Direction::Unchanged) => say!(text, "تقریباً برابر"),
        }
    }
    let title = text.take();
    match (&now.figure, &base.figure) {
        (None, None) if now.month != base.month => {
            say!(text, now.month, " اور ", base.month, " کے لیے ", exports);
            say!(text, " کے الگ اعداد شائع نہیں ہوئے");
        }
        (None, _) => say!(text, now.month, " کے لیے ", exports, " کا الگ عدد شائع نہیں ہوا"),
        (Some(figure), _) => {
            say!(text, now.month, " میں ", exports, " ", figure.amount, " رہیں");
            match (&base.figure, facts.change) {
                _ if now.month == base.month => {}
                (Some(before), Some(change)) => {
                    say!(text, "، یعنی ");
                    ur::compared(text, change, &ur::Period(change.base));
                    say!(text, " (", before.amount, ")");
                }
                (Some(before), None) => {
                    say!(text, "، جبکہ ", base.month, " میں ", before.amount);
                    say!(text, "؛ ان دونوں کا موازنہ ممکن نہیں");
                }
                (None, _) => {
                    text.stop();
                    say!(text, base.month, " کا الگ عدد شائع نہیں ہوا");
                }
            }
        }
    }
    text.stop();
    if now.month == base.month {
        say!(text, "ایک ہی مہینے کا اپنے آپ سے کوئی فرق نہیں؛ دوسرا مہینہ چنیں");
        text.stop();
        ur::vintage(text, facts.vintage);
        return Reading { title, sentence: text.take() };
    }
    if let (Some(change), Some(it)) =
        (facts.per_day_change, now.figure.as_ref().and_then(|it| it.per_day))
    {
        say!(text, "فی یومِ کار یہ ", PerDay(it), " بنتی ہیں، یعنی ");
        ur::against(text, change.percent(), &ur::Period(change.base));
        say!(text, " (", change.base_days, " کے مقابلے میں ", change.days, " ایامِ کار)");
        text.stop();
    }
    let ranked = [now, base].into_iter().filter_map(|it| Some((it.month, it.figure.as_ref()?)));
    for (place, (month, it)) in ranked.clone().enumerate() {
        if it.of < 2 {
            continue;
        }
        match place {
            0 => say!(text, it.of, " مہینوں میں بلندی کے لحاظ سے "),
            _ => say!(text, " اور "),
        }
        say!(text, month, " کا نمبر ", it.place, if it.tied { " (مشترکہ)" } else { "" });
        if place == 0 {
            say!(text, " ہے");
        }
    }
    text.stop();
    let on_month = ranked.filter_map(|(month, it)| Some((month, it.on_month?)));
    for (place, (month, change)) in on_month.enumerate() {
        say!(text, if place == 0 { "پچھلے مہینے کے مقابلے میں " } else { " اور " }, month);
        match (change.ratio == 0.0, change.direction()) {
            (true, _) => say!(text, " میں کوئی تبدیلی نہیں ہوئی"),
            (_, Direction::Up) => say!(text, " میں ", Percent(change.percent()), " اضافہ ہوا"),
            (_, Direction::Down) => say!(text, " میں ", Percent(change.percent()), " کمی ہوئی"),
            (_, Direction::Unchanged) => say!(text, " میں تقریباً کوئی تبدیلی نہیں ہوئی"),
        }
    }
    text.stop();
    for it in [now, base] {
        if let Some(status) = it.figure.as_ref().and_then(|it| ur::status(it.status)) {
            say!(text, it.month, " کا عدد ", status);
            text.stop();
        }
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// The chosen month beside another.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = two_month_facts(data, state);
    let words = words(format.lang);
    let panels = panels(&facts, format);
    let sides = in_time(&facts).map(|(side, _)| side);
    let said = (0..2).flat_map(|panel| (0..sides.len()).map(move |bar| (bar, panel)));
    let said = said.map(|(bar, panel)| {
        let side = sides[bar];
        let mut figures = Vec::new();
        match &side.figure {
            None => figures.push(words.not_published.to_owned()),
            Some(it) if panel == 0 => {
                figures.push(format.money_exact(it.amount));
                figures.push(format!("{}: {}", words.rank, (words.rank_of)(it.place, it.of)));
                let changes =
                    [(words.on_month_before, it.on_month), (words.on_year_before, it.on_year)];
                figures.extend(changes.into_iter().filter_map(|(name, it)| {
                    Some(format!("{name}: {}", format.signed_percent(it?.percent())))
                }));
            }
            Some(it) => {
                let per_day = it.per_day.map(|it| format.money_value(Unit::MoneyPerDay, it));
                figures.push(per_day.unwrap_or(words.not_published.to_owned()));
                let days = side.days.map(format.lang.strings().working_days);
                figures.extend(days);
            }
        }
        Datum {
            at: (bar, panel),
            heading: format.month(side.month),
            figures,
            observations: side.figure.as_ref().map_or(Vec::new(), |it| it.observations.clone()),
            ..Datum::default()
        }
    });
    let said = said.collect();
    let mut status: Vec<Status> =
        sides.iter().filter_map(|it| Some(it.figure.as_ref()?.status)).collect();
    status.sort_unstable();
    status.dedup();
    let (table, reading) = (table(&facts, format), reading(data, &facts, format));
    let draw = move |frame| chart::duo(&panels, frame);
    Exhibit {
        name: ViewId::TwoMonths.file(),
        reading,
        unit: (words.two_months_unit)(format.unit(Unit::Money)),
        picture: Picture {
            draw: Box::new(draw),
            data: said,
            swatches: Vec::new(),
            status,
            year: 1,
        },
        table,
        notes: vec![words.note_working_days.to_owned()],
        controls: controls(data, state, format),
        sources: Citations::InRecord,
    }
}

/// The earlier month first, as time runs, each with its ink.
fn in_time(facts: &TwoMonths) -> [(&Side, Ink); 2] {
    let mut sides = [(&facts.base, Ink::Bar), (&facts.now, Ink::Accent)];
    if facts.base.month > facts.now.month {
        sides.reverse();
    }
    sides
}

fn panels(facts: &TwoMonths, format: Format) -> Vec<DuoPanel> {
    let words = words(format.lang);
    let sides = in_time(facts);
    let bar = |side: &Side, ink: Ink, value: Option<f64>, unit: Unit, remark: String| {
        let text = value.map_or(words.not_published.to_owned(), |it| format.value(unit, it));
        let status = side.figure.as_ref().map_or(Status::Final, |it| it.status);
        DuoBar { name: format.month_short(side.month), remark, value, text, ink, status }
    };
    let levels = sides.map(|(side, ink)| {
        let value = side.figure.as_ref().map(|it| it.amount.millions());
        bar(side, ink, value, Unit::Money, String::new())
    });
    let per_day = sides.map(|(side, ink)| {
        let value = side.figure.as_ref().and_then(|it| it.per_day);
        let days = side.days.map(words.days);
        bar(side, ink, value, Unit::MoneyPerDay, days.unwrap_or_default())
    });
    vec![
        DuoPanel { heading: words.exports.to_owned(), bars: levels.into() },
        DuoPanel { heading: words.per_day.to_owned(), bars: per_day.into() },
    ]
}

/// Months of the record, the latest first, for either side.
fn controls(data: &Dataset, state: &State, format: Format) -> Vec<Control> {
    let words = words(format.lang);
    let record = data.monthly_record();
    let months = || record.months().rev();
    let chosen = months().map(|month| Choosable {
        action: Action::Month(month),
        name: format.month(month),
        chosen: state.month == month,
    });
    let usual = Choosable {
        action: Action::Beside(None),
        name: (words.same_month_year_before)(&format.month(state.month.year_before())),
        chosen: state.beside.is_none(),
    };
    let beside = months().filter(|&it| it != state.month || state.beside == Some(it));
    let beside = beside.map(|month| Choosable {
        action: Action::Beside(Some(month)),
        name: format.month(month),
        chosen: state.beside == Some(month),
    });
    let list = |name: &'static str, legend: &str, options: Vec<Choosable>| Control {
        name,
        legend: legend.to_owned(),
        kind: Kind::OneOfList,
        options,
    };
    vec![
        list("two-months-month", words.month, chosen.collect()),
        list("two-months-beside", words.beside, [usual].into_iter().chain(beside).collect()),
    ]
}

/// A row for each thing that is compared.
fn table(facts: &TwoMonths, format: Format) -> Table {
    let (words, strings) = (words(format.lang), format.lang.strings());
    let sides = [&facts.now, &facts.base];
    let mut columns = vec![Column { heading: words.measure.to_owned(), numeric: false }];
    columns.extend(sides.map(|it| Column { heading: format.month(it.month), numeric: true }));
    let money = format.unit(Unit::Money);
    let observations: Vec<ObservationId> = sides
        .iter()
        .filter_map(|it| it.figure.as_ref())
        .flat_map(|it| it.observations.iter().copied())
        .collect();
    let row = |name: String, cell: &dyn Fn(&Side) -> Option<Cell>| {
        let mut cells = vec![Cell::words(name)];
        cells.extend(sides.map(|it| cell(it).unwrap_or(Cell::words(""))));
        Row { cells, observations: observations.clone(), month: None }
    };
    let figure = |cell: fn(&Figure, Format) -> Option<Cell>| {
        move |side: &Side| side.figure.as_ref().and_then(|it| cell(it, format))
    };
    let percent = |it: Option<Change>, format: Format| {
        let percent = it?.percent();
        Some(Cell::number(format.signed_percent(percent), percent))
    };
    let rows = vec![
        row(
            format!("{} ({money})", words.exports),
            &figure(|it, format| Some(amount_cell(it.amount, format))),
        ),
        row(format!("{} ({money})", words.per_day), &|side| {
            let it = side.figure.as_ref()?.per_day?;
            let exact = format.in_unit(Unit::MoneyPerDay, it);
            Some(Cell::number(format.value(Unit::MoneyPerDay, it), exact))
        }),
        row(words.working_days.to_owned(), &|side| {
            let days = side.days?;
            Some(Cell::number(format.count(days as usize), f64::from(days)))
        }),
        row(words.rank.to_owned(), &|side| {
            let it = side.figure.as_ref()?;
            Some(Cell::number((words.rank_of)(it.place, it.of), it.place as f64))
        }),
        row(format!("{} (%)", words.on_month_before), &|side| {
            percent(side.figure.as_ref()?.on_month, format)
        }),
        row(format!("{} (%)", words.on_year_before), &|side| {
            percent(side.figure.as_ref()?.on_year, format)
        }),
        row(words.status.to_owned(), &|side| {
            Some(Cell::words((strings.status)(side.figure.as_ref()?.status)))
        }),
    ];
    Table { columns, rows, whole: None }
}
