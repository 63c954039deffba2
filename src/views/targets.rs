//! Announced targets against what has been exported.

use super::ViewInput;
use super::{each_once, read_at};
use crate::calendar::Month;
use crate::catalogue::ViewId;
use crate::chart::{self, Goal, Goals, Ink};
use crate::data::Amount;
use crate::data::context::{Context, Target, TargetKind, TargetOf};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::{self, Outlook, Targets};
use crate::i18n::context::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::reading;
use crate::table::{self, Cell, Column, Row, Table};

fn ink(target: &Target, outlook: &Outlook) -> Ink {
    match (target.kind, outlook) {
        (TargetKind::Ambition, _) => Ink::Quiet,
        (TargetKind::Target, Outlook::Over { .. } | Outlook::NotMeasured) => Ink::Warn,
        (TargetKind::Target, Outlook::Running { .. } | Outlook::Ahead { .. }) => Ink::Accent,
    }
}

/// Announced targets against the totals of fiscal years.
pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, context, state, format } = input;
    let facts = facts::targets(data, context, state.vintage);
    let lang = format.lang;
    let words = words(lang);
    let figure = |amount: Amount| format.value(Unit::Money, amount.millions().round());
    let points = facts.years.iter().map(|it| (it, false));
    let points = points.chain(facts.running.iter().map(|it| (it, true)));
    let (mut years, mut data) = (Vec::new(), Vec::new());
    for (index, (point, part)) in points.enumerate() {
        let (period, text) = (format.span(point.span), figure(point.amount));
        years.push(chart::Year {
            span: point.span,
            value: point.amount.millions(),
            text: if part { (words.so_far_figure)(&text) } else { text },
            status: point.status,
            part,
        });
        data.push(Datum {
            at: (index, 0),
            heading: if part { (words.so_far)(&period) } else { period },
            figures: vec![
                format!("{}: {}", words.fiscal_year_total, format.money_exact(point.amount)),
                (lang.strings().status)(point.status).to_owned(),
            ],
            status: Some(point.status),
            observations: point.observations.clone(),
            ..Datum::default()
        });
    }
    let mut goals = Vec::new();
    let drawn = facts.announced.iter().filter(|it| it.0.what == TargetOf::Ict);
    for (index, (target, outlook)) in drawn.enumerate() {
        let announcer = target.announcer.get(lang);
        goals.push(Goal {
            span: target.period,
            value: target.amount.millions(),
            label: format!("{announcer}: {}", figure(target.amount)),
            short: figure(target.amount),
            ink: ink(target, outlook),
        });
        let outcome = reading::outcome(target, outlook, format);
        data.push(Datum {
            at: (index, 1),
            heading: format!("{}: {announcer}", format.span(target.period)),
            figures: vec![format.money_exact(target.amount), outcome],
            citation: read_at(context, target.page, lang),
            ..Datum::default()
        });
    }
    let mut totals = words.swatch_totals.to_owned();
    if let Some(it) = &facts.running {
        totals += lang.strings().comma;
        totals += &(words.swatch_so_far)(&format.span(it.span));
    }
    let mut swatches = vec![(Ink::Bar, totals)];
    for (ink, name) in [
        (Ink::Warn, words.swatch_over),
        (Ink::Accent, words.swatch_target),
        (Ink::Quiet, words.swatch_ambition),
    ] {
        if goals.iter().any(|it| it.ink == ink) {
            swatches.push((ink, name.to_owned()));
        }
    }
    let draw = move |frame| chart::goals(&Goals { years: &years, goals: &goals, format }, frame);
    Exhibit {
        name: ViewId::Targets.file(),
        reading: reading::targets(&facts, format),
        unit: (words.targets_unit)(format.unit(Unit::Money)),
        picture: Picture { draw: Box::new(draw), data, swatches, year: 1 },
        table: table(context, &facts, format),
        notes: notes(&facts, format),
        controls: Vec::new(),
        sources: sources(context, &facts, lang),
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
        let announced = &target.announced;
        let day = since(announced.month) * 32.0 + f64::from(announced.day.unwrap_or(0));
        Row {
            cells: vec![
                Cell::words(target.announcer.get(lang)),
                Cell::number(format.date(target.announced), day),
                Cell::words(what),
                Cell::words(kind),
                Cell::number(format.span(target.period), since(target.period.end())),
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
    if facts.announced.iter().any(|it| !it.0.period.is_fiscal_year()) {
        notes.push(words.note_calendar_targets.to_owned());
    }
    if facts.announced.iter().any(|it| it.0.what == TargetOf::Freelance) {
        notes.push(words.note_freelance_target.to_owned());
    }
    let noted = facts.announced.iter().filter(|it| !it.0.note.get(lang).is_empty());
    notes.extend(noted.map(|(target, _)| {
        let who = target.announcer.get(lang);
        (words.note_of_target)(who, &format.span(target.period), target.note.get(lang))
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
