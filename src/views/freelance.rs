//! Freelance work: what is counted in IT exports beside what is published outside them. The two
//! are never added up.

use super::ViewInput;
use super::multiples::said;
use super::spans::{self, Spans, rows_of, statuses};
use crate::calendar::{Frequency, Span};
use crate::catalogue::ViewId;
use crate::chart::{self, Ink, Multiples, Panel};
use crate::data::{Amount, Dataset, Division, ObservationId, SectorId, Status};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::Change;
use crate::i18n::views::breakdown::words;
use crate::i18n::{Format, Lang};
use crate::measure::{Unit, Value};
use crate::query::{self, Heading, VintageChoice};
use crate::reading::text::{Percent, Say, Text, say};
use crate::reading::{Reading, en, ur};
use crate::state::State;
use crate::table::{Table, heading_name};

/// Freelance services on both sides of item 9.
#[derive(Clone, Debug, PartialEq)]
pub struct Freelance {
    pub vintage: VintageChoice,
    /// From the month since which freelance work has a line of its own.
    pub range: Span,
    /// Of computer and information services, 9.2.5: part of IT exports.
    pub inside: Spans,
    /// Of other business services, 10.3.5: no part of them.
    pub outside: Spans,
    /// Both over one span.
    pub pair: Option<Pair>,
    /// For the span of the pair, or the last that ends with it or before and has one.
    pub share: Option<ServicesShare>,
}

/// Both kinds of freelance work over one span, from one publication.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub span: Span,
    pub inside: Figure,
    pub outside: Figure,
    /// Of the first in IT exports, a ratio.
    pub share: Option<f64>,
    /// The less firm of both.
    pub status: Status,
}

/// An amount, and its change on the same months a year before in the same publication.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    pub amount: Amount,
    pub change: Option<Change>,
}

fn headings(data: &Dataset) -> Option<(SectorId, SectorId)> {
    let by_code = |code| data.sectors.by_code(code);
    Some((by_code("computer.freelance")?, by_code("other_business.freelance")?))
}

/// `None` where the record has no such headings.
pub fn freelance(data: &Dataset, state: &State) -> Option<Freelance> {
    let (inside, outside) = headings(data)?;
    let end = data.monthly_record().end();
    let since = data.sectors.get(inside).since?;
    let range = Span::new(since, end)?;
    let series = |set| query::series(data, state.vintage, set, Frequency::Monthly);
    let inside_series = series(data.sectors.leaves(inside));
    let outside_series = query::published(data, state.vintage, outside);
    let pair = pair(data, state, (inside, outside));
    let share = pair.as_ref().and_then(|it| {
        let at = |span| share_of_services(data, state.vintage, span);
        let earlier = || {
            let to_date = query::periods(data)
                .into_iter()
                .filter(|span| span.end() <= it.span.end() && span.fiscal_year_to_date().is_some());
            to_date.filter_map(at).max_by_key(|it| (it.span.end(), it.span.len()))
        };
        at(it.span).or_else(earlier)
    });
    Some(Freelance {
        vintage: state.vintage,
        range,
        inside: spans::of(data, &inside_series, range, state.vintage),
        outside: spans::of(data, &outside_series, range, state.vintage),
        pair,
        share,
    })
}

/// Over the view's period where one publication gives both, else over the last and, of those
/// that end together, the longest span.
fn pair(data: &Dataset, state: &State, (inside, outside): (SectorId, SectorId)) -> Option<Pair> {
    let both =
        |it: &&Division| it.amount(data, inside).is_some() && it.amount(data, outside).is_some();
    let divisions = || data.divisions().iter().filter(both);
    let period = state.period(data);
    let order = |span: Span| (span == period, span.end(), span.len());
    let span = divisions().map(|it| it.span).max_by_key(|&it| order(it))?;
    let of_span: Vec<&Division> = divisions().filter(|it| it.span == span).collect();
    let now = state.vintage.choose(of_span.into_iter())?;
    let base = span.year_before();
    let before = data
        .divisions()
        .iter()
        .find(|it| it.span == base && it.source == now.source && it.published == now.published);
    let figure = |sector: SectorId| {
        let amount = now.amount(data, sector)?;
        let earlier = before.and_then(|it| it.amount(data, sector));
        let change = earlier.and_then(|it| Change::between(amount, base, it));
        Some(Figure { amount, change })
    };
    let status =
        |sector: SectorId| now.observation(data, sector).map(|it| data.observation(it).status);
    Some(Pair {
        span,
        inside: figure(inside)?,
        outside: figure(outside)?,
        share: now
            .amount(data, SectorId::TOTAL)
            .and_then(|total| now.amount(data, inside)?.ratio_to(total)),
        status: status(inside).max(status(outside))?,
    })
}

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let strings = format.lang.strings();
    let own = words(format.lang);
    let (facts, heads) = (freelance(data, state), headings(data));
    let panel = |name: String, ink: Ink, part: &Spans| Panel {
        name,
        ink,
        values: part.values.clone(),
        gaps: part.gaps.clone(),
        break_at: None,
    };
    let mut panels = Vec::new();
    let mut named: Vec<(String, &[Value])> = Vec::new();
    let mut notes = vec![own.never_added.to_owned()];
    if let (Some(facts), Some((inside, outside))) = (&facts, heads) {
        let ink = chart::ink(&data.sectors, Heading::Sector(inside));
        panels.push(panel(own.freelance_inside.to_owned(), ink, &facts.inside));
        panels.push(panel(own.freelance_outside.to_owned(), Ink::Rest, &facts.outside));
        let name = |it| heading_name(data, Heading::Sector(it), format.lang, false);
        named.push((name(inside), &facts.inside.values));
        named.push((name(outside), &facts.outside.values));
        notes.push(data.sectors.get(inside).note.get(format.lang).to_owned());
        notes.extend(facts.share.as_ref().map(|it| share_sentence(it, format)));
    }
    let values: Vec<Value> = panels.iter().flat_map(|it| it.values.clone()).collect();
    let range = facts.as_ref().map_or(state.range, |it| it.range);
    let said: Vec<Datum> = said(&panels, range, format);
    Exhibit {
        name: ViewId::Freelance.file(),
        reading: reading(data, facts.as_ref(), format),
        unit: (strings.monthly_mean)(format.unit(Unit::Money)),
        table: Table {
            columns: spans::columns(Some(strings.sector), format),
            rows: rows_of(data, &named, format),
            whole: None,
        },
        notes,
        controls: Vec::new(),
        sources: Citations::InRecord,
        picture: Picture {
            data: said,
            swatches: Vec::new(),
            status: statuses(&values),
            year: 12,
            draw: Box::new(move |frame| {
                let (common, columns) = (true, (1, 2));
                chart::multiples(
                    &Multiples { panels: &panels, range, common, columns, format },
                    frame,
                )
            }),
        },
    }
}

fn reading(data: &Dataset, facts: Option<&Freelance>, format: Format) -> Reading {
    let text = &mut Text::new(format);
    let english = format.lang.spoken() == Lang::En;
    let Some((facts, pair)) = facts.and_then(|it| Some((it, it.pair.as_ref()?))) else {
        let nothing = if english {
            "No figure for freelance work is published"
        } else {
            "فری لانسنگ کا کوئی عدد شائع نہیں ہوا"
        };
        say!(text, nothing);
        text.stop();
        return Reading { title: nothing.to_owned(), sentence: text.take() };
    };
    if english { in_english(text, data, facts, pair) } else { in_urdu(text, data, facts, pair) }
}

fn in_english(text: &mut Text, data: &Dataset, facts: &Freelance, pair: &Pair) -> Reading {
    say!(text, "Freelance work in ", pair.span, ": ", pair.inside.amount);
    say!(
        text,
        concat!(" inside ", package_text!(subject en), ", "),
        pair.outside.amount,
        " outside them"
    );
    let title = text.take();
    let change = |text: &mut Text, it: Figure| {
        if let Some(change) = it.change {
            say!(text, ", ");
            en::compared(text, change);
            say!(text, "in ", change.base);
        }
    };
    say!(text, "In ", pair.span, " freelance work in computer and information services brought ");
    say!(text, pair.inside.amount);
    change(text, pair.inside);
    if let Some(share) = pair.share {
        say!(text, concat!("; it is counted in ", package_text!(subject en), " and made up "));
        say!(text, en::Share(share), " of them");
    }
    text.stop();
    say!(text, "Other freelance work brought ", pair.outside.amount);
    change(text, pair.outside);
    say!(
        text,
        concat!("; it lies outside ", package_text!(subject en), " and is in no total here")
    );
    text.stop();
    en::series_break(text, data, Some(facts.range.start()));
    if let Some(status) = en::status(pair.status) {
        say!(text, "The figures are ", status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn in_urdu(text: &mut Text, data: &Dataset, facts: &Freelance, pair: &Pair) -> Reading {
    let period = ur::Period(pair.span);
    say!(text, period, concat!(" میں فری لانسنگ: ", package_text!(subject ur), " میں شامل "));
    say!(text, pair.inside.amount);
    say!(text, "، ان سے باہر ", pair.outside.amount);
    let title = text.take();
    let change = |text: &mut Text, it: Figure| {
        if let Some(change) = it.change {
            say!(text, "، جو ");
            ur::compared(text, change, &ur::Period(change.base));
            say!(text, " ہیں");
        }
    };
    say!(text, period, " میں کمپیوٹر اور معلوماتی خدمات کی فری لانسنگ سے ", pair.inside.amount);
    say!(text, " آئے");
    change(text, pair.inside);
    if let Some(share) = pair.share {
        say!(text, concat!("؛ یہ رقم ", package_text!(subject ur), " میں شامل ہے اور ان کا "));
        say!(text, ur::Share(share), " بنتی ہے");
    }
    text.stop();
    say!(text, "دیگر فری لانس خدمات سے ", pair.outside.amount, " آئے");
    change(text, pair.outside);
    say!(
        text,
        concat!(
            "؛ یہ رقم ",
            package_text!(subject ur),
            " سے باہر ہے اور یہاں کسی مجموعے میں شامل نہیں"
        )
    );
    text.stop();
    ur::series_break(text, data, Some(facts.range.start()));
    if let Some(status) = ur::figures_status(pair.status) {
        say!(text, status);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// IT exports beside all services exports, both of one publication.
#[derive(Clone, Debug, PartialEq)]
pub struct ServicesShare {
    pub span: Span,
    pub exports: Amount,
    pub services: Amount,
    pub observations: Vec<ObservationId>,
}

impl ServicesShare {
    /// Percent; `None` where no services were exported.
    pub fn percent(&self) -> Option<f64> {
        Some(self.exports.ratio_to(self.services)? * 100.0)
    }
}

/// The share of IT exports in all services exports of a span, where one publication gives
/// both.
pub fn share_of_services(
    data: &Dataset,
    vintage: VintageChoice,
    span: Span,
) -> Option<ServicesShare> {
    let all = data.sectors.by_code("all_services")?;
    let both = data.divisions().iter().filter(|it| it.span == span).filter_map(|it| {
        Some(ServicesShare {
            span,
            exports: it.amount(data, SectorId::TOTAL)?,
            services: it.amount(data, all)?,
            observations: [SectorId::TOTAL, all]
                .into_iter()
                .filter_map(|sector| it.observation(data, sector))
                .collect(),
        })
    });
    vintage.choose(both.collect::<Vec<_>>().into_iter())
}

/// One sentence.
pub fn share_sentence(share: &ServicesShare, format: Format) -> String {
    let text = &mut Text::new(format);
    let Some(percent) = share.percent() else { return String::new() };
    match format.lang.spoken() {
        Lang::En => {
            say!(
                text,
                "In ",
                share.span,
                concat!(" ", package_text!(subject en), ", "),
                share.exports,
                ", were "
            );
            say!(text, Percent(percent), " of all services exports, ", share.services);
        }
        Lang::Ur => {
            say!(
                text,
                ur::Period(share.span),
                concat!(" میں ", package_text!(subject ur), " ("),
                share.exports
            );
            say!(text, ") خدمات کی کل برآمدات (", share.services, ") کا ", Percent(percent));
            say!(text, " تھیں");
        }
    }
    text.stop();
    text.take()
}
