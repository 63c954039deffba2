//! Announced targets against what has been exported.

use super::{ViewInput, each_once, of_point, read_at};
use crate::calendar::{Date, Month, Span};
use crate::catalogue::ViewId;
use crate::chart::{self, Ink, PathBar, PathYear, Paths, Stroke};
use crate::data::Amount;
use crate::data::context::{Context, Target, TargetKind, TargetOf};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::{self, Outlook, Targets, is_met};
use crate::i18n::context::words;
use crate::i18n::{Format, Lang};
use crate::order;
use crate::reading;
use crate::table::{Cell, Column, Row, Table};

fn ink(target: &Target, outlook: &Outlook) -> Ink {
    match outlook {
        Outlook::Over(reached) if is_met(target, reached.amount) => Ink::Accent,
        Outlook::Over(_) => Ink::Warn,
        _ => Ink::Total,
    }
}

/// What every fiscal year has brought, and what governments have announced for years that are measured, over or still
/// to come.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, context, state, format } = input;
    let facts = facts::targets(data, context, state.vintage);
    let words = words(format.lang);
    let (years, figures) = years_and_data(context, &facts, format);
    let last = facts.years.last();
    let rest =
        last.and_then(|last| figures.iter().position(|it| it.heading == format.span(last.span)));
    let draw = move |frame| chart::paths(&Paths { years: &years, format }, frame);
    let projected = facts::projection(input.data, state.vintage);
    let projected = projected.map(|it| reading::projection(&it, format));
    Exhibit {
        name: ViewId::Targets.file(),
        reading: reading::targets(&facts, format),
        unit: words.targets_unit.to_owned(),
        picture: Picture {
            draw: Box::new(draw),
            rest: rest.unwrap_or(0),
            data: figures,
            swatches: Vec::new(),
            year: 1,
        },
        table: table(&facts, format),
        beside: projected,
        notes: notes(&facts, format),
        controls: Vec::new(),
        sources: sources(context, &facts, format.lang),
    }
}

/// The years of the picture, and what is said of them and of what was announced for them.
fn years_and_data(
    context: &Context,
    facts: &Targets,
    format: Format,
) -> (Vec<PathYear>, Vec<Datum>) {
    let (lang, words) = (format.lang, words(format.lang));
    let billions = |amount: Amount| amount.millions() / 1000.0;
    let measured = |outlook: &Outlook| !matches!(outlook, Outlook::NotMeasured | Outlook::NoYear);
    let drawn = facts.announced.iter().filter(|(target, outlook)| {
        target.kind == TargetKind::Target && target.what == TargetOf::Ict && measured(outlook)
    });
    let drawn = order::sorted_by_key(drawn, |it| it.0.amount);
    let spans = facts.years.iter().map(|it| it.span);
    let mut spans: Vec<Span> =
        order::sorted_by_key(spans.chain(drawn.iter().filter_map(|it| it.0.period)), |it| *it);
    spans.dedup();
    let (mut years, mut data) = (Vec::new(), Vec::new());
    let mut told = false;
    for (index, span) in spans.into_iter().enumerate() {
        let of_year = || drawn.iter().filter(|it| it.0.period == Some(span));
        let point = facts.years.iter().find(|it| it.span == span);
        let bar = point.map(|it| PathBar {
            value: billions(it.amount),
            text: format.times(billions(it.amount)),
            status: it.status,
        });
        if let Some(point) = point {
            let announced: Vec<String> = of_year().map(|it| format.money(it.0.amount)).collect();
            let mut figures = vec![format.money(point.amount)];
            if !announced.is_empty() {
                figures.push((words.amount_announced)(&announced.join(lang.strings().comma)));
            }
            data.push(of_point((index, 0), point, figures, format));
        }
        let mut strokes = Vec::new();
        for (place, (target, outlook)) in of_year().enumerate() {
            let value = billions(target.amount);
            let figure = format.times(value);
            // One name is enough for strokes that meet.
            let named = |it: &PathYear| {
                it.span.overlaps(span) && it.strokes.iter().any(|it| it.value == value)
            };
            let growth = match outlook {
                Outlook::Ahead { growth, .. } => growth.as_ref(),
                _ => None,
            };
            let over = matches!(outlook, Outlook::Over(_));
            strokes.push(Stroke {
                value,
                ink: ink(target, outlook),
                // Once is enough to say what the strokes are.
                label: match growth {
                    Some(it) => (words.growth_needed)(&figure, &format.signed_percent(it.percent)),
                    None if over && years.last().is_some_and(named) => String::new(),
                    None if over && !told => (words.amount_announced)(&figure),
                    None => figure,
                },
                from: growth.map(|it| (it.from.span, billions(it.from.amount))),
            });
            told |= over;
            let reached = match outlook {
                Outlook::Over(it) | Outlook::Running { so_far: it, .. } => Some(it),
                _ => None,
            };
            let [became, behind] = reading::outcome(target, outlook, format);
            data.push(Datum {
                at: (index, place + 1),
                heading: format!("{}: {}", due(target, format), target.announcer.get(lang)),
                figures: vec![
                    (words.amount_announced)(&format.money(target.amount)),
                    announced(target, format),
                    became,
                    behind,
                ],
                status: reached.map(|it| it.status),
                observations: reached.map(|it| it.observations.clone()).unwrap_or_default(),
                citation: read_at(context, target.page, lang),
            });
        }
        years.push(PathYear { span, bar, strokes });
    }
    (years, data)
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

/// By the years for which they were announced, those without one last.
fn by_year<'a>(facts: &'a Targets) -> Vec<&'a (&'a Target, Outlook)> {
    order::sorted_by_key(&facts.announced, |it| (it.0.period.is_none(), it.0.period))
}

fn table(facts: &Targets, format: Format) -> Table {
    let (lang, words) = (format.lang, words(format.lang));
    let headings = [words.announced, words.due, words.outcome, words.behind, words.announced_on];
    let since = |month: Month| f64::from(month.since(Month::ZERO));
    let rows = by_year(facts).into_iter().map(|(target, outlook)| {
        let remark = match (target.kind, target.what) {
            (TargetKind::Ambition, _) => words.of_ambition,
            (TargetKind::Target, TargetOf::Freelance) => words.of_freelance,
            (TargetKind::Target, TargetOf::Ict) => "",
        };
        let who = [
            &format.money(target.amount),
            lang.strings().comma,
            target.announcer.get(lang),
            remark,
        ];
        let day = since(target.announced.start()) * 32.0 + f64::from(target.day.unwrap_or(0));
        let [became, behind] = reading::outcome(target, outlook, format);
        let due_by = target.period.map(|it| since(it.end()));
        Row {
            cells: vec![
                Cell::number(who.concat(), target.amount.millions()),
                Cell { order: due_by, ..Cell::words(due(target, format)) },
                Cell::words(became),
                Cell::words(behind),
                Cell::number(announced(target, format), day),
            ],
            observations: Vec::new(),
            month: None,
        }
    });
    Table { columns: headings.map(Column::words).into(), rows: rows.collect(), whole: None }
}

fn notes(facts: &Targets, format: Format) -> Vec<String> {
    let (lang, words) = (format.lang, words(format.lang));
    let mut notes = vec![words.note_arithmetic.to_owned(), words.note_scope.to_owned()];
    if facts.announced.iter().any(|it| it.0.period.is_some_and(|it| !it.is_fiscal_year())) {
        notes.push(words.note_calendar_targets.to_owned());
    }
    let in_table_only = |it: &Target| {
        it.what == TargetOf::Freelance || it.kind == TargetKind::Ambition || it.period.is_none()
    };
    if facts.announced.iter().any(|it| in_table_only(it.0)) {
        notes.push(words.note_in_table_only.to_owned());
    }
    let noted = facts.announced.iter().filter(|it| !it.0.note.get(lang).is_empty());
    notes.extend(noted.map(|(target, _)| {
        let (who, note) = (target.announcer.get(lang), target.note.get(lang));
        match target.period {
            Some(it) => (words.note_of_target)(who, &format.span(it), note),
            None => [who, ": ", note].concat(),
        }
    }));
    notes
}

fn sources(context: &Context, facts: &Targets, lang: Lang) -> Citations {
    let read = |it: &(&Target, Outlook)| read_at(context, it.0.page, lang);
    Citations::Elsewhere {
        pages: each_once(facts.announced.iter().filter_map(read)),
        of_rows: by_year(facts)
            .into_iter()
            .map(|it| read(it).map_or_else(String::new, |it| it.url))
            .collect(),
    }
}
