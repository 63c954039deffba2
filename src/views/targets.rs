//! Announced targets against what has been exported.

use super::ViewInput;
use super::{each_once, read_at};
use crate::calendar::{Date, Month};
use crate::catalogue::ViewId;
use crate::chart::{self, Ink, PairRow, Pairs};
use crate::data::context::{Context, Target, TargetKind, TargetOf};
use crate::data::{Amount, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::{self, Outlook, Targets, is_met};
use crate::i18n::context::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::order;
use crate::reading;
use crate::table::{self, Cell, Column, Row, Table};

fn ink(target: &Target, outlook: &Outlook) -> Ink {
    match (target.kind, outlook) {
        (TargetKind::Ambition, _) => Ink::Quiet,
        (TargetKind::Target, Outlook::Over(reached)) if is_met(target, reached.amount) => Ink::Bar,
        (TargetKind::Target, Outlook::Over(_)) => Ink::Warn,
        (TargetKind::Target, _) => Ink::Accent,
    }
}

/// Every announced amount beside what its year has brought, in the order of these years, those
/// without a year last.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, context, state, format } = input;
    let facts = facts::targets(data, context, state.vintage);
    let lang = format.lang;
    let words = words(lang);
    let figure = |amount: Amount| format.value(Unit::Money, amount.millions().round());
    let ict = facts.announced.iter().filter(|it| it.0.what == TargetOf::Ict);
    let drawn = order::sorted_by_key(ict, |it| (it.0.period.is_none(), it.0.period));
    let (mut rows, mut data) = (Vec::new(), Vec::new());
    for (index, (target, outlook)) in drawn.into_iter().enumerate() {
        let announcer = target.announcer.get(lang);
        let due = due(target, format);
        let reached = match outlook {
            Outlook::Over(it) | Outlook::Running { so_far: it, .. } => Some(it),
            _ => None,
        };
        let change = match outlook {
            Outlook::Over(it) if is_met(target, it.amount) => words.reached,
            Outlook::Over(_) => words.missed,
            _ => "",
        };
        rows.push(PairRow {
            label: format!("{due}: {announcer}"),
            ink: ink(target, outlook),
            now: target.amount.millions(),
            now_text: figure(target.amount),
            status: Status::Final,
            before: reached.map(|it| it.amount.millions()),
            before_text: reached.map(|it| figure(it.amount)).unwrap_or_default(),
            change: change.to_owned(),
            strong: false,
        });
        data.push(Datum {
            at: (index, 0),
            heading: format!("{due}: {announcer}"),
            figures: vec![
                format.money_exact(target.amount),
                [words.announced, ": ", &announced(target, format)].concat(),
                reading::outcome(target, outlook, format),
            ],
            status: reached.map(|it| it.status),
            observations: reached.map(|it| it.observations.clone()).unwrap_or_default(),
            citation: read_at(context, target.page, lang),
        });
    }
    let mut swatches = Vec::new();
    for (ink, name) in [
        (Ink::Bar, words.swatch_reached),
        (Ink::Warn, words.swatch_missed),
        (Ink::Accent, words.swatch_open),
        (Ink::Quiet, words.swatch_ambition),
    ] {
        if rows.iter().any(|it| it.ink == ink) {
            swatches.push((ink, name.to_owned()));
        }
    }
    swatches.push((Ink::Rest, words.swatch_exports.to_owned()));
    let rtl = lang.is_rtl();
    let draw = move |frame| chart::pairs(&Pairs { rows: &rows, rtl }, frame);
    let projected = facts::projection(input.data, state.vintage);
    let projected = projected.map(|it| reading::projection(&it, format));
    Exhibit {
        name: ViewId::Targets.file(),
        reading: reading::targets(&facts, format),
        unit: (words.targets_unit)(format.unit(Unit::Money)),
        picture: Picture { draw: Box::new(draw), rest: 0, data, swatches, year: 1 },
        table: table(context, &facts, format),
        notes: projected.into_iter().chain(notes(&facts, format)).collect(),
        controls: Vec::new(),
        sources: sources(context, &facts, lang),
    }
}

/// The year in which an amount is due, as it is written.
fn due(target: &Target, format: Format) -> String {
    target.period.map_or_else(|| words(format.lang).no_year.to_owned(), |it| format.span(it))
}

/// When it was announced, as far as that is known.
fn announced(target: &Target, format: Format) -> String {
    match target.day {
        Some(_) => format.date(Date { month: target.announced.start(), day: target.day }),
        None => format.span(target.announced),
    }
}

fn table(context: &Context, facts: &Targets, format: Format) -> Table {
    let (lang, words) = (format.lang, words(format.lang));
    let columns = vec![
        Column::words(words.announced_by),
        Column::words(words.announced),
        Column::words(words.target_of),
        Column::words(words.kind),
        Column::words(words.due),
        Column::figures(format!("{} ({})", words.amount, format.unit(Unit::Money))),
        Column::words(words.needed),
        Column::words(words.source),
    ];
    let since = |month: Month| f64::from(month.since(Month::ZERO));
    let rows = facts.announced.iter().rev().map(|(target, outlook)| {
        let page = context.page(target.page);
        let page = page.map(|it| (words.publisher_and_outlet)("", &it.outlet));
        let what = match target.what {
            TargetOf::Ict => words.of_ict,
            TargetOf::Freelance => words.of_freelance,
        };
        let kind = match target.kind {
            TargetKind::Target => words.kind_target,
            TargetKind::Ambition => words.kind_ambition,
        };
        let day = since(target.announced.start()) * 32.0 + f64::from(target.day.unwrap_or(0));
        let due_by = target.period.map(|it| since(it.end()));
        Row {
            cells: vec![
                Cell::words(target.announcer.get(lang)),
                Cell::number(announced(target, format), day),
                Cell::words(what),
                Cell::words(kind),
                Cell { order: due_by, ..Cell::words(due(target, format)) },
                table::amount_cell(target.amount, format),
                Cell::words(reading::outcome(target, outlook, format)),
                Cell::words(page.unwrap_or_default()),
            ],
            observations: Vec::new(),
            month: None,
        }
    });
    Table { columns, rows: rows.collect(), whole: None }
}

fn notes(facts: &Targets, format: Format) -> Vec<String> {
    let (lang, words) = (format.lang, words(format.lang));
    let mut notes = vec![words.note_arithmetic.to_owned(), words.note_scope.to_owned()];
    if facts.announced.iter().any(|it| it.0.period.is_some_and(|it| !it.is_fiscal_year())) {
        notes.push(words.note_calendar_targets.to_owned());
    }
    if facts.announced.iter().any(|it| it.0.what == TargetOf::Freelance) {
        notes.push(words.note_freelance_target.to_owned());
    }
    let noted = facts.announced.iter().filter(|it| !it.0.note.get(lang).is_empty());
    notes.extend(noted.map(|(target, _)| {
        let who = target.announcer.get(lang);
        (words.note_of_target)(who, &due(target, format), target.note.get(lang))
    }));
    notes
}

fn sources(context: &Context, facts: &Targets, lang: Lang) -> Citations {
    let read = |it: &(&Target, Outlook)| read_at(context, it.0.page, lang);
    Citations::Elsewhere {
        pages: each_once(facts.announced.iter().filter_map(read)),
        of_rows: facts
            .announced
            .iter()
            .rev()
            .map(|it| read(it).map_or_else(String::new, |it| it.url))
            .collect(),
    }
}
