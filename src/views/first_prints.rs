//! First prints beside the latest figures: what was revised, how far and which way.

use super::ViewInput;
use crate::calendar::{Date, Month, Span};
use crate::catalogue::ViewId;
use crate::chart::{self, Ink, PrintedMonth, Prints};
use crate::data::{Amount, Dataset, ObservationId, SectorId, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::i18n::views::trend::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::query::VintageChoice;
use crate::reading::Reading;
use crate::reading::text::{Percent, Say as _, Text, say};
use crate::state::State;
use crate::table::{Cell, Column, Row, Table, amount_cell};

/// What became of first prints of the total.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstPrints {
    /// Months looked at.
    pub range: Span,
    /// In order of time.
    pub months: Vec<Printed>,
    /// Totals of whole fiscal years that end in the range and of which another figure than the
    /// first was published.
    pub years: Vec<Printed>,
    /// `None` where no month was revised.
    pub revisions: Option<Revisions>,
}

/// The first and the last print of one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    pub span: Span,
    pub first: Amount,
    pub first_published: Date,
    pub latest: Amount,
    pub latest_published: Date,
    pub status: Status,
    /// All of them, first published first.
    pub observations: Vec<ObservationId>,
}

impl Printed {
    pub fn is_revised(&self) -> bool {
        self.first != self.latest
    }

    pub fn change(&self) -> Amount {
        self.latest - self.first
    }

    /// Of the first print; `None` where that was nothing.
    pub fn percent(&self) -> Option<f64> {
        self.latest.change_on(self.first).map(|it| it * 100.0)
    }
}

/// Of the months that were revised.
#[derive(Clone, Debug, PartialEq)]
pub struct Revisions {
    pub count: usize,
    pub up: usize,
    pub down: usize,
    /// Mean of their sizes, whichever way, to the nearest thousand.
    pub mean: Amount,
    /// Those of at least one percent of the first print.
    pub of_a_percent: usize,
    /// The largest in dollars; of equals the latest.
    pub largest: Printed,
}

fn printed(data: &Dataset, span: Span) -> Option<Printed> {
    let ids: Vec<ObservationId> = data.vintages(SectorId::TOTAL, span).collect();
    let first = data.observation(VintageChoice::First.choose(ids.iter().copied())?);
    let latest = data.observation(VintageChoice::Latest.choose(ids.iter().copied())?);
    Some(Printed {
        span,
        first: first.amount,
        first_published: first.published,
        latest: latest.amount,
        latest_published: latest.published,
        status: latest.status,
        observations: ids,
    })
}

pub fn print_facts(data: &Dataset, state: &State) -> FirstPrints {
    let record = data.monthly_record();
    let start = state.range.start().max(record.start());
    let end = state.range.end().min(record.end());
    let range = Span::new(start, end).unwrap_or(record);
    let months: Vec<Printed> = range.months().filter_map(|it| printed(data, it.into())).collect();
    let first = state.range.start().fiscal_year().span().start();
    let years = (0..=state.range.end().since(first) / 12).filter_map(|it| {
        let year = first.plus(12 * it).fiscal_year().span();
        printed(data, year).filter(|it| it.is_revised() && state.range.contains(year.end().into()))
    });
    let revised: Vec<&Printed> = months.iter().filter(|it| it.is_revised()).collect();
    let size = |it: &Printed| it.change().thousands().abs();
    let largest = revised.iter().max_by_key(|it| size(it)).map(|it| Printed::clone(it));
    let total: i64 = revised.iter().map(|it| size(it)).sum();
    let revisions = largest.map(|largest| Revisions {
        count: revised.len(),
        up: revised.iter().filter(|it| it.change() > Amount::ZERO).count(),
        down: revised.iter().filter(|it| it.change() < Amount::ZERO).count(),
        mean: Amount::from_thousands((total as f64 / revised.len() as f64).round() as i64),
        // Whole numbers: a hundred times the change is at least the first print.
        of_a_percent: revised.iter().filter(|it| 100 * size(it) >= it.first.thousands()).count(),
        largest,
    });
    FirstPrints { range, years: years.collect(), months, revisions }
}

fn reading(facts: &FirstPrints, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => prints_en(text, facts),
        Lang::Ur => prints_ur(text, facts),
    }
}

fn prints_en(text: &mut Text, facts: &FirstPrints) -> Reading {
    let of = facts.months.len();
    let Some(it) = &facts.revisions else {
        say!(text, "No month was revised after its first print");
        let title = text.take();
        say!(text, "Of the ", of, if of == 1 { " month" } else { " months" });
        say!(text, " shown none was revised after its first print");
        text.stop();
        years_en(text, facts);
        return Reading { title, sentence: text.take() };
    };
    let was = if it.count == 1 { " was" } else { " were" };
    say!(text, it.count, " of ", of, if of == 1 { " month" } else { " months" }, was, " revised");
    match (it.up, it.down) {
        (up, down) if up > down && down > 0 => say!(text, ", more often up than down"),
        (up, down) if down > up && up > 0 => say!(text, ", more often down than up"),
        (_, 0) => say!(text, if it.count == 1 { ", upwards" } else { ", all of them upwards" }),
        (0, _) => say!(text, if it.count == 1 { ", downwards" } else { ", all of them downwards" }),
        _ => say!(text, ", as often up as down"),
    }
    let title = text.take();
    say!(text, "Of the ", of, if of == 1 { " month" } else { " months" }, " shown ", it.count, was);
    say!(text, " revised after the first print: ", it.up, " upwards and ", it.down, " downwards");
    say!(text, ", by ", it.mean);
    say!(text, if it.count == 1 { "" } else { " on average, whichever way" });
    text.stop();
    match it.of_a_percent {
        0 => say!(text, "No revision reached one percent of the first print"),
        1 => say!(text, "One of them reached one percent of the first print"),
        many if many == it.count => {
            say!(text, "All of them reached one percent of the first print")
        }
        many => say!(text, many, " of them reached one percent of the first print"),
    }
    text.stop();
    let largest = &it.largest;
    say!(text, if it.count == 1 { "It was " } else { "The largest revision was " });
    say!(text, "that of ", largest.span, ", from ", largest.first, " to ", largest.latest);
    if let Some(percent) = largest.percent() {
        say!(text, ", or ");
        say!(text, Percent(percent), if percent < 0.0 { " down" } else { " up" });
    }
    text.stop();
    years_en(text, facts);
    Reading { title, sentence: text.take() }
}

fn years_en(text: &mut Text, facts: &FirstPrints) {
    let names = year_names(facts, text.format, " and ");
    match facts.years.len() {
        0 => {}
        1 => say!(
            text,
            concat!("The total of the ", package_text!(year en), " "),
            names,
            " was revised as well"
        ),
        _ => say!(
            text,
            concat!("The totals of the ", package_text!(years of en), " "),
            names,
            " were revised as well"
        ),
    }
    text.stop();
}

fn year_names(facts: &FirstPrints, format: Format, and: &str) -> String {
    let mut list = String::new();
    for (place, it) in facts.years.iter().enumerate() {
        list.push_str(match place {
            0 => "",
            place if place + 1 == facts.years.len() => and,
            _ => format.lang.strings().comma,
        });
        match format.lang.spoken() {
            Lang::En => list.push_str(&format.fiscal_year(it.span.end())),
            Lang::Ur => list.push_str(&it.span.end().year().to_string()),
        }
    }
    list
}

fn prints_ur(text: &mut Text, facts: &FirstPrints) -> Reading {
    let of = facts.months.len();
    let Some(it) = &facts.revisions else {
        say!(text, "پہلی اشاعت کے بعد کسی مہینے پر نظرثانی نہیں ہوئی");
        let title = text.take();
        say!(text, "دکھائے گئے ", of, if of == 1 { " مہینے" } else { " مہینوں میں سے کسی" });
        say!(text, " پر پہلی اشاعت کے بعد نظرثانی نہیں ہوئی");
        text.stop();
        years_ur(text, facts);
        return Reading { title, sentence: text.take() };
    };
    let months = |count: usize| if count == 1 { " مہینے" } else { " مہینوں" };
    say!(text, of, " میں سے ", it.count, months(it.count), " پر نظرثانی ہوئی");
    match (it.up, it.down) {
        (up, down) if up > down && down > 0 => say!(text, "، زیادہ تر اوپر کی طرف"),
        (up, down) if down > up && up > 0 => say!(text, "، زیادہ تر نیچے کی طرف"),
        (_, 0) => say!(
            text,
            if it.count == 1 {
                "، اوپر کی طرف"
            } else {
                "، ہر بار اوپر کی طرف"
            }
        ),
        (0, _) => say!(
            text,
            if it.count == 1 {
                "، نیچے کی طرف"
            } else {
                "، ہر بار نیچے کی طرف"
            }
        ),
        _ => say!(text, "، جتنی بار اوپر اتنی ہی بار نیچے"),
    }
    let title = text.take();
    say!(text, "دکھائے گئے ", of, " میں سے ", it.count, months(it.count));
    say!(text, " پر پہلی اشاعت کے بعد نظرثانی ہوئی: ", it.up, " بار اوپر اور ", it.down);
    say!(text, " بار نیچے");
    say!(text, "، ", if it.count == 1 { "" } else { "سمت سے قطع نظر اوسطاً " }, it.mean);
    text.stop();
    match it.of_a_percent {
        0 => say!(text, "کوئی نظرثانی پہلی اشاعت کے ایک فیصد تک نہیں پہنچی"),
        many if many == it.count && many > 1 => {
            say!(text, "ان میں سے ہر ایک پہلی اشاعت کے کم از کم ایک فیصد کے برابر تھی");
        }
        1 => say!(text, "ان میں سے ایک پہلی اشاعت کے کم از کم ایک فیصد کے برابر تھی"),
        many => say!(text, "ان میں سے ", many, " پہلی اشاعت کے کم از کم ایک فیصد کے برابر تھیں"),
    }
    text.stop();
    let largest = &it.largest;
    say!(text, if it.count == 1 { "یہ نظرثانی " } else { "سب سے بڑی نظرثانی " }, largest.span);
    say!(text, " کی تھی: ", largest.first, " سے ", largest.latest);
    if let Some(percent) = largest.percent() {
        say!(text, "، یعنی ", Percent(percent), if percent < 0.0 { " کم" } else { " زیادہ" });
    }
    text.stop();
    years_ur(text, facts);
    Reading { title, sentence: text.take() }
}

fn years_ur(text: &mut Text, facts: &FirstPrints) {
    let names = year_names(facts, text.format, " اور ");
    match facts.years.len() {
        0 => {}
        1 => say!(
            text,
            concat!(package_text!(year ur), " "),
            names,
            " کے مجموعے پر بھی نظرثانی ہوئی"
        ),
        _ => {
            say!(
                text,
                concat!(package_text!(years of ur), " "),
                names,
                " کے مجموعوں پر بھی نظرثانی ہوئی"
            )
        }
    }
    text.stop();
}

/// `+14.000`, with its sign, in the unit of the column.
fn signed(format: Format, amount: Amount) -> String {
    let plus = if amount > Amount::ZERO { "+" } else { "" };
    format!("{plus}{}", format.money_cell(amount))
}

/// First prints and latest figures of the total, month by month.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = print_facts(data, state);
    let words = words(format.lang);
    let months: Vec<PrintedMonth> = facts
        .months
        .iter()
        .map(|it| PrintedMonth {
            month: it.span.end(),
            latest: it.latest.millions(),
            provisional: it.status == Status::Provisional,
            first: it.is_revised().then_some(it.first.millions()),
        })
        .collect();
    let said = facts.months.iter().enumerate().map(|(place, it)| {
        let dated = |name: &str, amount: Amount, date: Date| {
            format!("{name}: {} ({})", format.money_exact(amount), format.date(date))
        };
        let mut figures = vec![dated(words.latest_figure, it.latest, it.latest_published)];
        if it.is_revised() {
            figures.push(dated(words.first_print, it.first, it.first_published));
            let percent = it.percent().map(|it| format.signed_percent(it)).unwrap_or_default();
            let revision = signed(format, it.change());
            figures.push(format!(
                "{}: {revision} {} ({percent})",
                words.revision,
                format.unit(Unit::Money)
            ));
        } else {
            figures.push(words.not_revised.to_owned());
        }
        Datum {
            at: (place, 0),
            heading: format.span(it.span),
            figures,
            observations: it.observations.clone(),
            ..Datum::default()
        }
    });
    let said = said.collect();
    let mut status: Vec<Status> = facts.months.iter().map(|it| it.status).collect();
    status.sort_unstable();
    status.dedup();
    let remark: Option<(Month, String)> = facts.revisions.as_ref().map(|it| {
        let it = &it.largest;
        let figure = |amount: Amount| format.tick(Unit::Money, amount.millions(), 1.0);
        (it.span.end(), format!("{} → {}", figure(it.first), figure(it.latest)))
    });
    let table = table(&facts, format);
    let reading = reading(&facts, format);
    let (range, selected) = (facts.range, state.month);
    let draw = move |frame| {
        let remark = remark.as_ref().map(|(month, words)| (*month, words.as_str()));
        let selected = Some(selected);
        chart::prints(&Prints { months: &months, range, selected, remark, format }, frame)
    };
    let mut notes = vec![words.note_prints.to_owned()];
    if state.sectors != data.sectors.all() {
        notes.push(words.note_prints_total.to_owned());
    }
    Exhibit {
        name: ViewId::FirstPrints.file(),
        reading,
        unit: (words.prints_unit)(format.unit(Unit::Money)),
        picture: Picture {
            draw: Box::new(draw),
            data: said,
            swatches: vec![
                (Ink::Total, words.latest_figure.to_owned()),
                (Ink::Warn, words.first_print.to_owned()),
            ],
            status,
            year: 12,
        },
        table,
        notes,
        controls: Vec::new(),
        sources: Citations::InRecord,
    }
}

/// What was revised, the latest period first; a year stands before its last month.
fn table(facts: &FirstPrints, format: Format) -> Table {
    let (words, strings) = (words(format.lang), format.lang.strings());
    let money = format.unit(Unit::Money);
    let column = |heading: String, numeric: bool| Column { heading, numeric };
    let columns = vec![
        column(strings.period.to_owned(), false),
        column(format!("{} ({money})", words.first_print), true),
        column(words.first_published.to_owned(), false),
        column(format!("{} ({money})", words.latest_figure), true),
        column(words.last_published.to_owned(), false),
        column(format!("{} ({money})", words.revision), true),
        column(words.revision_percent.to_owned(), true),
    ];
    let day =
        |it: Date| f64::from(it.month.since(Month::ZERO)) * 32.0 + f64::from(it.day.unwrap_or(0));
    let date = |it: Date| Cell::number(format.date(it), day(it));
    let revised = facts.months.iter().filter(|it| it.is_revised()).chain(&facts.years);
    let mut revised: Vec<&Printed> =
        crate::order::sorted_by_key(revised, |it| (it.span.end(), it.span.len()));
    revised.reverse();
    let rows = revised.into_iter().map(|it| Row {
        cells: vec![
            Cell::number(format.span(it.span), f64::from(it.span.end().since(Month::ZERO))),
            amount_cell(it.first, format),
            date(it.first_published),
            amount_cell(it.latest, format),
            date(it.latest_published),
            Cell::number(
                signed(format, it.change()),
                format.in_unit(Unit::Money, it.change().millions()),
            ),
            Cell::optional(it.percent(), |it| format.signed_percent(it)),
        ],
        observations: it.observations.clone(),
        month: it.span.is_month().then_some(it.span.end()),
    });
    Table { columns, rows: rows.collect(), whole: None }
}
