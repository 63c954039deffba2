//! Announced targets against what has been exported.

use super::ViewInput;
use super::{each_once, read_at};
use crate::calendar::{Frequency, Month, Span};
use crate::catalogue::ViewId;
use crate::chart::{self, Goal, Goals, Ink};
use crate::data::context::{Context, Target, TargetKind, TargetOf};
use crate::data::{Amount, Dataset, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::Direction;
use crate::i18n::views::context::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::query::{self, DataPoint, Series};
use crate::reading::text::{Percent, Say as _, Text, say};
use crate::reading::{Reading, en, ur};
use crate::state::State;
use crate::table::{self, Cell, Column, Row, Table};

/// Everything that is known of the targets, computed from the latest month of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Targets<'a> {
    /// Whole fiscal years, in order.
    pub years: Vec<DataPoint>,
    /// The months so far of the fiscal year that is running, where there is one.
    pub running: Option<DataPoint>,
    /// In the order of their announcement.
    pub announced: Vec<(&'a Target, Outlook)>,
}

/// What became of a target, or what it would take.
#[derive(Clone, Debug, PartialEq)]
pub enum Outlook {
    /// Its year is over.
    Over { reached: Amount, status: Status },
    /// Its year is running.
    Running {
        so_far: DataPoint,
        /// Without a figure yet.
        months_left: usize,
        /// In each of those months, US$ million; zero or less where the amount is reached.
        monthly: f64,
    },
    /// Its year is still to come.
    Ahead {
        /// In each month of its year, US$ million.
        monthly: f64,
        growth: Option<Growth>,
    },
    /// Its year is over or running, and the record does not cover what it is of.
    NotMeasured,
}

/// Even growth from the last whole year to the target's.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    pub from: DataPoint,
    pub years: u32,
    /// Percent a year.
    pub percent: f64,
}

impl Targets<'_> {
    /// Of ICT exports and with a year that is over, in the order of these years.
    pub fn over(&self) -> Vec<(&Target, Amount, Status)> {
        let over = self.announced.iter().filter_map(|(target, outlook)| match *outlook {
            Outlook::Over { reached, status } => Some((*target, reached, status)),
            _ => None,
        });
        crate::order::sorted_by_key(over, |it| it.0.period)
    }

    /// A government's of ICT exports, whose year is not over, in the order of these years.
    pub fn open(&self) -> Vec<(&Target, &Outlook)> {
        let open = self.announced.iter().filter(|(target, outlook)| {
            let counts = matches!(outlook, Outlook::Running { .. } | Outlook::Ahead { .. });
            counts && target.kind == TargetKind::Target && target.what == TargetOf::Ict
        });
        crate::order::sorted_by_key(open.map(|it| (it.0, &it.1)), |it| it.0.period)
    }
}

fn monthly(amount: Amount, months: usize) -> f64 {
    amount.millions() / months.max(1) as f64
}

/// The last whole year of the kind of `period` that can be added up.
fn last_whole_year(data: &Dataset, months: &Series, period: Span) -> Option<DataPoint> {
    let frequency =
        if period.is_fiscal_year() { Frequency::FiscalYear } else { Frequency::CalendarYear };
    let mut year = frequency.period_of(data.monthly_record().end());
    for _ in 0..2 {
        if let Some(point) = months.sum(year) {
            return Some(point);
        }
        year = year.year_before();
    }
    None
}

fn outlook(data: &Dataset, months: &Series, target: &Target) -> Outlook {
    let (latest, period) = (data.monthly_record().end(), target.period);
    let of_record = target.what == TargetOf::Ict;
    if period.start() > latest {
        let growth = last_whole_year(data, months, period).filter(|_| of_record).and_then(|from| {
            let years = u32::try_from(period.end().since(from.span.end()) / 12).ok()?;
            let times = target.amount.ratio_to(from.amount).filter(|_| years > 0)?;
            let percent = (times.powf(1.0 / f64::from(years)) - 1.0) * 100.0;
            Some(Growth { from, years, percent })
        });
        return Outlook::Ahead { monthly: monthly(target.amount, period.len()), growth };
    }
    let known = Span::new(period.start(), period.end().min(latest));
    match known.and_then(|it| months.sum(it)).filter(|_| of_record) {
        None => Outlook::NotMeasured,
        Some(sum) if sum.span == period => {
            Outlook::Over { reached: sum.amount, status: sum.status }
        }
        Some(so_far) => {
            let months_left = period.len() - so_far.span.len();
            let monthly = monthly(target.amount - so_far.amount, months_left);
            Outlook::Running { so_far, months_left, monthly }
        }
    }
}

pub fn facts<'a>(data: &Dataset, context: &'a Context, state: &State) -> Targets<'a> {
    let all = data.sectors.all();
    let months = query::series(data, state.vintage, all, Frequency::Monthly);
    let years = query::series(data, state.vintage, all, Frequency::FiscalYear).points;
    let latest = data.monthly_record().end();
    let year = latest.fiscal_year().span();
    let running = Span::new(year.start(), latest).filter(|&it| it != year);
    Targets {
        years: years.into_iter().filter(|it| it.span.is_fiscal_year()).collect(),
        running: running.and_then(|it| months.sum(it)),
        announced: context.targets.iter().map(|it| (it, outlook(data, &months, it))).collect(),
    }
}

/// US$ million to the nearest thousand dollars.
fn millions(value: f64) -> Amount {
    Amount::from_thousands((value * 1000.0).round() as i64)
}

/// The amounts by which `reached` falls short of or goes beyond the target.
fn apart(target: &Target, reached: Amount) -> (bool, Amount) {
    let met = reached >= target.amount;
    (met, if met { reached - target.amount } else { target.amount - reached })
}

pub fn reading(facts: &Targets, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => reading_en(text, facts),
        Lang::Ur => reading_ur(text, facts),
    }
}

fn reading_en(text: &mut Text, facts: &Targets) -> Reading {
    let (over, open) = (facts.over(), facts.open());
    match (over.last(), open.first()) {
        (Some(&(target, reached, _)), _) => {
            let (met, by) = apart(target, reached);
            say!(
                text,
                package_text!(subject en),
                if met { " met" } else { " missed" },
                " the ",
                target.amount
            );
            say!(text, " announced for ", target.period);
            if by > Amount::ZERO {
                say!(text, if met { " with " } else { " by " }, by, if met { " more" } else { "" });
            }
        }
        (None, Some((target, _))) => {
            say!(text, "Next announced: ", target.amount, " for ", target.period);
        }
        (None, None) => {
            say!(text, concat!("No target for ", package_text!(subject en), " is known"))
        }
    }
    let title = text.take();

    if let Some(&(target, reached, status)) = over.last() {
        say!(text, concat!(package_text!(subject en), " came to "), reached, " in ", target.period);
        say!(text, ", against ");
        say!(text, target.amount, " announced (", target.announcer.get(Lang::En), ")");
        text.stop();
        if let Some(status) = en::status(status) {
            say!(text, "At least one of the figures added up is ", status);
            text.stop();
        }
    }
    if over.len() > 1 {
        let met = over.iter().filter(|it| apart(it.0, it.1).0).count();
        say!(
            text,
            "Of the ",
            en::InWords(over.len()),
            " amounts announced for years that are over, "
        );
        match met {
            0 => say!(text, "none was reached"),
            1 => say!(text, "one was reached"),
            met if met == over.len() => say!(text, "all were reached"),
            met => say!(text, en::InWords(met), " were reached"),
        }
        text.stop();
    }
    if let Some(it) = &facts.running {
        say!(text, it.span, " has brought ", it.amount, " so far");
        text.stop();
    }
    for (target, outlook) in open {
        say!(text, "The ", target.amount, " announced for ", target.period, " (");
        say!(text, target.announcer.get(Lang::En), ") would take ");
        takes_en(text, outlook);
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

/// What follows on `would take `.
fn takes_en(text: &mut Text, outlook: &Outlook) {
    match outlook {
        Outlook::Running { so_far, months_left, monthly } if *monthly > 0.0 => {
            let months = if *months_left == 1 { " month" } else { " months" };
            say!(text, millions(*monthly), " in each of the ", en::InWords(*months_left), months);
            say!(text, " left, after ", so_far.amount, " so far");
        }
        Outlook::Running { so_far, .. } => say!(text, "no more: ", so_far.amount, " is reached"),
        Outlook::Ahead { monthly, growth } => {
            if let Some(it) = growth {
                let yearly = if it.years == 1 { " from " } else { " a year from " };
                match Direction::of_percent(it.percent) {
                    Direction::Up => say!(text, "growth of ", Percent(it.percent), yearly),
                    Direction::Down => {
                        say!(text, "a fall of no more than ", Percent(it.percent), yearly);
                    }
                    Direction::Unchanged => say!(text, "next to no growth from "),
                }
                say!(text, it.from.span, " (", it.from.amount, ") on, or ");
            }
            say!(text, millions(*monthly), " a month in that year");
        }
        Outlook::Over { .. } | Outlook::NotMeasured => say!(text, "what is not measured here"),
    }
}

fn reading_ur(text: &mut Text, facts: &Targets) -> Reading {
    let (over, open) = (facts.over(), facts.open());
    match (over.last(), open.first()) {
        (Some(&(target, reached, _)), _) => {
            let (met, by) = apart(target, reached);
            say!(text, ur::Period(target.period), " کے لیے اعلان کردہ ", target.amount);
            match (met, by > Amount::ZERO) {
                (true, true) => {
                    say!(
                        text,
                        concat!(" کا ہدف پورا، ", package_text!(subject ur), " "),
                        by,
                        " زیادہ رہیں"
                    );
                }
                (true, false) => say!(text, " کا ہدف پورا ہوا"),
                (false, _) => {
                    say!(
                        text,
                        concat!(" کا ہدف پورا نہ ہوا، ", package_text!(subject ur), " "),
                        by,
                        " کم رہیں"
                    );
                }
            }
        }
        (None, Some((target, _))) => {
            say!(text, "اگلا اعلان: ", ur::Period(target.period), " کے لیے ", target.amount);
        }
        (None, None) => say!(text, concat!(package_text!(subject ur), " کا کوئی ہدف معلوم نہیں")),
    }
    let title = text.take();

    if let Some(&(target, reached, status)) = over.last() {
        say!(
            text,
            ur::Period(target.period),
            concat!(" میں ", package_text!(subject ur), " "),
            reached
        );
        say!(text, " رہیں، جبکہ اعلان ");
        say!(text, target.amount, " کا تھا (", target.announcer.get(Lang::Ur), ")");
        text.stop();
        if let Some(status) = ur::status(status) {
            say!(text, "جمع کیے گئے اعداد میں سے کم از کم ایک ", status);
            text.stop();
        }
    }
    if over.len() > 1 {
        let met = over.iter().filter(|it| apart(it.0, it.1).0).count();
        say!(text, "جو سال گزر چکے ان کے ", ur::InWords(over.len()), " اعلانات میں سے ");
        match met {
            0 => say!(text, "کوئی پورا نہیں ہوا"),
            1 => say!(text, "ایک پورا ہوا"),
            met if met == over.len() => say!(text, "سب پورے ہوئے"),
            met => say!(text, ur::InWords(met), " پورے ہوئے"),
        }
        text.stop();
    }
    if let Some(it) = &facts.running {
        say!(text, ur::Period(it.span), " میں اب تک ", it.amount, " کی برآمدات ہوئیں");
        text.stop();
    }
    for (target, outlook) in open {
        say!(text, ur::Period(target.period), " کے لیے اعلان کردہ ", target.amount, " (");
        say!(text, target.announcer.get(Lang::Ur), ") ");
        takes_ur(text, outlook);
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

fn takes_ur(text: &mut Text, outlook: &Outlook) {
    match outlook {
        Outlook::Running { so_far, months_left, monthly } if *monthly > 0.0 => {
            let months = if *months_left == 1 { " مہینے" } else { " مہینوں" };
            say!(text, "کے لیے باقی ", ur::InWords(*months_left), months, " میں ماہانہ ");
            say!(text, millions(*monthly), " درکار ہوں گے؛ اب تک ", so_far.amount, " ہوئے ہیں");
        }
        Outlook::Running { so_far, .. } => {
            say!(text, "پورے ہو چکے ہیں: اب تک ", so_far.amount, " ہوئے ہیں");
        }
        Outlook::Ahead { monthly, growth } => {
            say!(text, "کے لیے ");
            if let Some(it) = growth {
                say!(text, ur::Period(it.from.span), " (", it.from.amount, ") سے ");
                let yearly = if it.years == 1 { "" } else { "ہر سال " };
                match Direction::of_percent(it.percent) {
                    Direction::Up => {
                        say!(text, yearly, Percent(it.percent), " اضافہ درکار ہے، یعنی ");
                    }
                    Direction::Down => {
                        say!(
                            text,
                            yearly,
                            Percent(it.percent),
                            " سے زیادہ کمی نہ ہونا کافی ہے، یعنی "
                        );
                    }
                    Direction::Unchanged => say!(text, "تقریباً کوئی اضافہ درکار نہیں، یعنی "),
                }
            }
            say!(text, "اس سال ماہانہ ", millions(*monthly));
            say!(text, if growth.is_some() { "" } else { " درکار ہیں" });
        }
        Outlook::Over { .. } | Outlook::NotMeasured => say!(text, "کا حساب یہاں نہیں"),
    }
}

/// What came of a target or what it takes, for a cell of the table and the readout.
pub fn outcome(target: &Target, outlook: &Outlook, format: Format) -> String {
    let text = &mut Text::new(format);
    let en = format.lang.spoken() == Lang::En;
    let words = |en_text: &'static str, ur_text: &'static str| if en { en_text } else { ur_text };
    match outlook {
        Outlook::Over { reached, .. } => {
            let (met, by) = apart(target, *reached);
            say!(text, words("reached: ", "حاصل: "), *reached);
            match (met, by > Amount::ZERO) {
                (true, true) => {
                    say!(text, words(", met with ", "، پورا، زائد: "), by, words(" more", ""))
                }
                (true, false) => say!(text, words(", met", "، پورا")),
                (false, _) => say!(text, words(", missed by ", "، پورا نہیں، کمی: "), by),
            }
        }
        Outlook::Running { so_far, monthly, .. } if *monthly <= 0.0 => {
            say!(text, words("already reached: ", "پورا ہو چکا: "), so_far.amount);
        }
        Outlook::Running { so_far, monthly, .. } => {
            say!(text, millions(*monthly), words(" in each month left", " باقی ہر مہینے"));
            say!(text, words("; so far ", "؛ اب تک "), so_far.amount);
        }
        Outlook::Ahead { monthly, growth } => {
            say!(text, millions(*monthly), words(" a month in that year", " ماہانہ، اس سال میں"));
            if let Some(it) = growth {
                let percent = format.signed_percent(it.percent);
                if en {
                    say!(text, "; ", percent, " a year from ", it.from.span);
                } else {
                    say!(text, "؛ ", ur::Period(it.from.span), " سے سالانہ ");
                    say!(text, crate::i18n::isolate(&percent));
                }
            }
        }
        Outlook::NotMeasured => say!(text, words("not measured here", "یہاں ناپا نہیں جاتا")),
    }
    // A cell is no sentence: a capital does no harm, a stop would.
    text.take()
}

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
    let facts = facts(data, context, state);
    let words = words(format.lang);
    let lang = format.lang;
    let drawn: Vec<(&Target, &Outlook)> = facts
        .announced
        .iter()
        .filter(|it| it.0.what == TargetOf::Ict)
        .map(|it| (it.0, &it.1))
        .collect();
    let figure = |amount: Amount| format.value(Unit::Money, amount.millions().round());
    let goals: Vec<Goal> = drawn
        .iter()
        .map(|&(target, outlook)| Goal {
            span: target.period,
            value: target.amount.millions(),
            label: format!("{}: {}", target.announcer.get(lang), figure(target.amount)),
            short: figure(target.amount),
            ink: ink(target, outlook),
        })
        .collect();
    let points = || facts.years.iter().map(|it| (it, false));
    let points = || points().chain(facts.running.iter().map(|it| (it, true)));
    let years: Vec<chart::Year> = points()
        .map(|(point, part)| chart::Year {
            span: point.span,
            value: point.amount.millions(),
            text: if part {
                (words.so_far_figure)(&figure(point.amount))
            } else {
                figure(point.amount)
            },
            status: point.status,
            part,
        })
        .collect();
    let mut said: Vec<Datum> = points()
        .enumerate()
        .map(|(index, (point, part))| {
            let period = format.span(point.span);
            let status = (lang.strings().status)(point.status);
            Datum {
                at: (index, 0),
                heading: if part { (words.so_far)(&period) } else { period },
                figures: vec![
                    format!("{}: {}", words.fiscal_year_total, format.money_exact(point.amount)),
                    status.to_owned(),
                ],
                observations: point.observations.clone(),
                ..Datum::default()
            }
        })
        .collect();
    said.extend(drawn.iter().enumerate().map(|(index, &(target, outlook))| Datum {
        at: (index, 1),
        heading: format!("{}: {}", format.span(target.period), target.announcer.get(lang)),
        figures: vec![format.money_exact(target.amount), outcome(target, outlook, format)],
        citation: read_at(context, target.page, lang),
        ..Datum::default()
    }));
    let mut swatches = vec![(Ink::Bar, words.swatch_totals.to_owned())];
    if let Some(it) = &facts.running {
        let period = format.span(it.span);
        swatches[0].1 =
            [words.swatch_totals, lang.strings().comma, &(words.swatch_so_far)(&period)].concat();
    }
    for (wanted, name) in [
        (Ink::Warn, words.swatch_over),
        (Ink::Accent, words.swatch_target),
        (Ink::Quiet, words.swatch_ambition),
    ] {
        if goals.iter().any(|it| it.ink == wanted) {
            swatches.push((wanted, name.to_owned()));
        }
    }
    let mut status: Vec<Status> = points().map(|it| it.0.status).collect();
    status.sort_unstable();
    status.dedup();
    let draw = move |frame| chart::goals(&Goals { years: &years, goals: &goals, format }, frame);
    Exhibit {
        name: ViewId::Targets.file(),
        reading: reading(&facts, format),
        unit: (words.targets_unit)(format.unit(Unit::Money)),
        picture: Picture { draw: Box::new(draw), data: said, swatches, status, year: 1 },
        table: table(context, &facts, format),
        notes: notes(&facts, format),
        controls: Vec::new(),
        sources: sources(context, &facts, lang),
    }
}

fn table(context: &Context, facts: &Targets, format: Format) -> Table {
    let (lang, words) = (format.lang, words(format.lang));
    let heading = |heading: &str, numeric: bool| Column { heading: heading.to_owned(), numeric };
    let amount = format!("{} ({})", words.amount, format.unit(Unit::Money));
    let columns = vec![
        heading(words.announced_by, false),
        heading(words.announced, false),
        heading(words.target_of, false),
        heading(words.kind, false),
        heading(words.due, false),
        heading(&amount, true),
        heading(words.needed, false),
        heading(words.source, false),
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
                Cell::words(outcome(target, outlook, format)),
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
