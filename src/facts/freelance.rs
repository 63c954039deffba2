//! Freelance work: what is counted in IT exports beside what is published outside them. The two
//! are never added up.

use super::spans::{PublishedSpans, within};
use super::{Change, Direction};
use crate::calendar::{Frequency, Span};
use crate::data::{Amount, Dataset, Division, ObservationId, SectorId, Status};
use crate::query::{self, Heading, VintageChoice};
use crate::state::State;

/// Freelance services on both sides of item 9.
#[derive(Clone, Debug, PartialEq)]
pub struct Freelance {
    /// Inside and outside.
    pub headings: (SectorId, SectorId),
    pub vintage: VintageChoice,
    /// From the month since which freelance work has a line of its own.
    pub range: Span,
    /// Of computer and information services, 9.2.5: part of IT exports.
    pub inside: PublishedSpans,
    /// Of other business services, 10.3.5: no part of them.
    pub outside: PublishedSpans,
    /// Both over one span.
    pub pair: Option<BothKinds>,
    /// For the span of the pair, or the last that ends with it or before and has one.
    pub share: Option<ServicesShare>,
}

/// Both kinds of freelance work over one span, from one publication.
#[derive(Clone, Debug, PartialEq)]
pub struct BothKinds {
    pub span: Span,
    pub inside: ComparedAmount,
    pub outside: ComparedAmount,
    /// Of the first in IT exports, a ratio.
    pub share: Option<f64>,
    /// The less firm of both.
    pub status: Status,
}

/// An amount, and its change on the same months a year before in the same publication.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ComparedAmount {
    pub amount: Amount,
    pub change: Option<Change>,
}

/// `None` where the record has no such headings.
pub fn freelance(data: &Dataset, state: &State) -> Option<Freelance> {
    let by_code = |code| data.sectors.by_code(code);
    let headings = (by_code("computer.freelance")?, by_code("other_business.freelance")?);
    let (inside, outside) = headings;
    let end = data.monthly_record().end();
    let since = data.sectors.get(inside).since?;
    let range = Span::new(since, end)?;
    let series = |set| query::series(data, state.vintage, set, Frequency::Monthly);
    let inside_series = series(data.sectors.leaves(inside));
    let outside_series = query::published(data, state.vintage, outside);
    let pair = pair(data, state.vintage, state.period(data), headings, |_| true);
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
        headings,
        vintage: state.vintage,
        range,
        inside: within(data, &inside_series, range, state.vintage),
        outside: within(data, &outside_series, range, state.vintage),
        pair,
        share,
    })
}

/// Where `heading` is freelance work in IT exports: that outside them over `period`, or the last
/// span before its end of which both are published, if it grew, too. Then a rise of the one may
/// be work that was moved between lines.
pub fn grown_outside(
    data: &Dataset,
    vintage: VintageChoice,
    heading: Heading,
    period: Span,
) -> Option<BothKinds> {
    let by_code = |code| data.sectors.by_code(code);
    let headings = (by_code("computer.freelance")?, by_code("other_business.freelance")?);
    let pair = |_| {
        pair(data, vintage, period, headings, |it| it.end() <= period.end())
            .filter(|it| it.outside.change.is_some_and(|it| it.direction() == Direction::Up))
    };
    Some(heading).filter(|&it| it == Heading::Sector(headings.0)).and_then(pair)
}

/// Over `period` where one publication gives both, else over the last of those `among` which it
/// is looked for and, of those that end together, the longest span.
fn pair(
    data: &Dataset,
    vintage: VintageChoice,
    period: Span,
    (inside, outside): (SectorId, SectorId),
    among: impl Fn(Span) -> bool,
) -> Option<BothKinds> {
    let both = |it: &&Division| {
        among(it.span) && it.amount(data, inside).is_some() && it.amount(data, outside).is_some()
    };
    let divisions = || data.divisions().iter().filter(both);
    let order = |span: Span| (span == period, span.end(), span.len());
    let span = divisions().map(|it| it.span).max_by_key(|&it| order(it))?;
    let of_span: Vec<&Division> = divisions().filter(|it| it.span == span).collect();
    let now = vintage.choose(of_span.into_iter())?;
    let base = span.year_before();
    let before = data
        .divisions()
        .iter()
        .find(|it| it.span == base && it.source == now.source && it.published == now.published);
    let figure = |sector: SectorId| {
        let amount = now.amount(data, sector)?;
        let earlier = before.and_then(|it| it.amount(data, sector));
        let change = earlier.and_then(|it| Change::between(amount, base, it));
        Some(ComparedAmount { amount, change })
    };
    let status = |sector: SectorId| now.observation(data, sector).map(|it| data.status(it));
    Some(BothKinds {
        span,
        inside: figure(inside)?,
        outside: figure(outside)?,
        share: now
            .amount(data, SectorId::TOTAL)
            .and_then(|total| now.amount(data, inside)?.ratio_to(total)),
        status: status(inside).max(status(outside))?,
    })
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
