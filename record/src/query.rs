//! What is asked of the dataset: vintage, then sectors, then frequency.
//!
//! Amounts of one [`DataPoint`] that is no sum, or of one [`Division`], come from one publication. Changes compare
//! the chosen vintage of each period, which mostly come from two; see [`printed_together`].

use crate::calendar::{Date, Frequency, Month, Span};
use crate::data::{
    Amount, Dataset, Division, Observation, ObservationId, SectorId, SectorSet, Status,
};
use crate::order::sorted_by_key;

/// Which of several published figures for one period counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum VintageChoice {
    /// Published last.
    #[default]
    Latest,
    /// Published first.
    First,
}

impl VintageChoice {
    /// Of figures for one period in order of publication; `None` where there are none.
    pub fn choose<T>(self, mut vintages: impl DoubleEndedIterator<Item = T>) -> Option<T> {
        match self {
            VintageChoice::Latest => vintages.next_back(),
            VintageChoice::First => vintages.next(),
        }
    }
}

/// Exports over one span: a month, several that cannot be told apart, or a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct DataPoint {
    pub span: Span,
    /// Over the whole span.
    pub amount: Amount,
    /// The least firm of the figures it rests on.
    pub status: Status,
    /// The published figures it rests on, in order of time.
    pub observations: Vec<ObservationId>,
}

/// Exports of one set of sectors through time: pieces in order that do not overlap.
/// Months not covered by a piece have no published figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub sectors: SectorSet,
    pub frequency: Frequency,
    pub points: Vec<DataPoint>,
}

impl Series {
    /// The piece that covers exactly `span`.
    pub fn at(&self, span: Span) -> Option<&DataPoint> {
        let place = self.points.binary_search_by_key(&span, |point| point.span).ok()?;
        self.points.get(place)
    }

    /// The amount over `span`, when pieces cover it exactly: no piece is cut, no month is
    /// guessed.
    ///
    /// ```
    /// use it_exports_record::calendar::{Frequency, Span};
    /// use it_exports_record::data::{Amount, SectorSet, Status};
    /// use it_exports_record::query::{DataPoint, Series};
    ///
    /// let span = |text: &str| text.parse::<Span>().unwrap();
    /// let point = |months: &str, thousands: i64, status: Status| DataPoint {
    ///     span: span(months),
    ///     amount: Amount::from_thousands(thousands),
    ///     status,
    ///     observations: Vec::new(),
    /// };
    /// let points = vec![
    ///     point("2023-07", 200_000, Status::Final),
    ///     point("2023-08..2023-09", 430_500, Status::Provisional),
    /// ];
    /// let series = Series { sectors: SectorSet::EMPTY, frequency: Frequency::Monthly, points };
    /// let sum = series.sum(span("2023-07..2023-09")).unwrap();
    /// assert_eq!((sum.amount.thousands(), sum.status), (630_500, Status::Provisional));
    /// assert_eq!(series.sum(span("2023-07..2023-08")), None);
    /// ```
    pub fn sum(&self, span: Span) -> Option<DataPoint> {
        let from = self.points.partition_point(|point| point.span.start() < span.start());
        let to = self.points.partition_point(|point| point.span.end() <= span.end());
        let points = self.points.get(from..to)?;
        let covered: usize = points.iter().map(|point| point.span.len()).sum();
        (covered == span.len()).then(|| DataPoint {
            span,
            amount: points.iter().map(|point| point.amount).sum(),
            status: points.iter().map(|point| point.status).max().unwrap_or(Status::Final),
            observations: points.iter().flat_map(|it| it.observations.iter().copied()).collect(),
        })
    }

    pub fn last(&self) -> Option<&DataPoint> {
        self.points.last()
    }
}

/// The monthly total, or the series of any set of sectors, at a frequency.
///
/// From the start of the monthly record, the finest published spans; before it, whole
/// fiscal years. Of spans that overlap, single months go before blocks even where one month
/// is missing: where a quarter and two of its months are published, it is the two months;
/// where a quarter and one of its months, it is the quarter.
///
/// At a lower frequency only periods whose every month is known; a span longer than a period
/// stays as it is. So a fiscal year before the monthly record is one piece even of a monthly
/// series.
pub fn series(
    data: &Dataset,
    vintage: VintageChoice,
    sectors: SectorSet,
    frequency: Frequency,
) -> Series {
    let points = tile(candidates(data, vintage, sectors));
    let monthly = Series { sectors, frequency: Frequency::Monthly, points };
    if frequency == Frequency::Monthly { monthly } else { aggregate(&monthly, frequency) }
}

/// The best figure for every span published, in order of span.
fn candidates(data: &Dataset, vintage: VintageChoice, sectors: SectorSet) -> Vec<DataPoint> {
    let record = data.monthly_record();
    let in_use = |span: Span| span.start() >= record.start() || span.is_fiscal_year();
    if sectors == data.sectors.all() {
        let total = data.observations.partition_point(|it| it.sector <= SectorId::TOTAL);
        let mut spans: Vec<Span> = data.observations[..total].iter().map(|it| it.span).collect();
        spans.dedup();
        return spans
            .into_iter()
            .filter(|&span| in_use(span))
            .filter_map(|span| point(data, vintage, SectorId::TOTAL, span))
            .collect();
    }
    divided(data, vintage, sectors).into_iter().map(|(point, _)| point).collect()
}

/// The best published division of every span that tells `sectors` from the rest, in order
/// of span.
fn divided(
    data: &Dataset,
    vintage: VintageChoice,
    sectors: SectorSet,
) -> Vec<(DataPoint, &Division)> {
    let record = data.monthly_record();
    let in_use = |span: Span| span.start() >= record.start() || span.is_fiscal_year();
    let whole = sectors == data.sectors.all();
    data.divisions()
        .chunk_by(|one, other| one.span == other.span)
        .filter(|divisions| in_use(divisions[0].span))
        .filter_map(|divisions| {
            let told = divisions
                .iter()
                .filter(|it| !whole || it.divides(data))
                .filter_map(|division| Some((division.point(data, sectors)?, division)));
            vintage.choose(told)
        })
        .collect()
}

/// Published divisions that tell `sectors` from the rest, chosen as for [`series`] at
/// monthly frequency, also when `sectors` are all.
pub fn divisions(
    data: &Dataset,
    vintage: VintageChoice,
    sectors: SectorSet,
) -> Vec<(DataPoint, &Division)> {
    let mut divided = divided(data, vintage, sectors);
    let tiles = tile(divided.iter().map(|(point, _)| point.clone()).collect());
    divided.retain(|(point, _)| tiles.iter().any(|it| it.span == point.span));
    divided
}

/// The figures published under one heading itself, inside the tree or outside it, chosen as
/// for [`series`] at monthly frequency.
pub fn published(data: &Dataset, vintage: VintageChoice, sector: SectorId) -> Series {
    let from = data.observations.partition_point(|it| it.sector < sector);
    let to = data.observations.partition_point(|it| it.sector <= sector);
    let mut spans: Vec<Span> = data.observations[from..to].iter().map(|it| it.span).collect();
    spans.dedup();
    let record = data.monthly_record();
    let points = spans
        .into_iter()
        .filter(|it| it.start() >= record.start() || it.is_fiscal_year())
        .filter_map(|span| point(data, vintage, sector, span))
        .collect();
    let sectors = data.sectors.leaves(sector);
    Series { sectors, frequency: Frequency::Monthly, points: tile(points) }
}

/// Chooses from spans in order those that do not overlap and together score most: a
/// month for each month covered, and three for each piece, because a year told month by
/// month with one month missing says more than one block without a gap.
fn tile(points: Vec<DataPoint>) -> Vec<DataPoint> {
    let ends = sorted_by_key(points.iter(), |it| (it.span.end(), it.span.start()));
    let before = |span: Span| ends.partition_point(|it| it.span.end() < span.start());
    // best[n] is the score of the best choice among the first n, and whether it takes the
    // last of them.
    let mut best: Vec<(usize, bool)> = vec![(0, false)];
    for point in &ends {
        let with = best[before(point.span)].0 + point.span.len() + 3;
        let without = best[best.len() - 1].0;
        best.push((with.max(without), with > without));
    }
    let mut chosen = Vec::new();
    let mut left = ends.len();
    while left > 0 {
        let point = ends[left - 1];
        if best[left].1 {
            chosen.push(point.clone());
            left = before(point.span);
        } else {
            left -= 1;
        }
    }
    chosen.reverse();
    chosen
}

fn aggregate(monthly: &Series, frequency: Frequency) -> Series {
    let mut points: Vec<DataPoint> = Vec::new();
    for point in &monthly.points {
        let period = frequency.period_of(point.span.end());
        if !period.contains(point.span) {
            points.push(point.clone());
        } else if points.last().is_none_or(|last| last.span != period) {
            points.extend(monthly.sum(period));
        }
    }
    Series { sectors: monthly.sectors, frequency, points }
}

/// A part of a division: a heading, or what the headings leave of their parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub heading: Heading,
    pub amount: Amount,
}

/// What a part is named by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heading {
    Sector(SectorId),
    /// The published headings under this one add up to less or more than it.
    NotItemised(SectorId),
}

impl Division {
    fn find<'a>(
        &self,
        data: &'a Dataset,
        sector: SectorId,
    ) -> Option<(ObservationId, &'a Observation)> {
        self.observations
            .iter()
            .map(|&id| (id, data.observation(id)))
            .find(|(_, it)| it.sector == sector)
    }

    /// The published amount of one heading.
    pub fn amount(&self, data: &Dataset, sector: SectorId) -> Option<Amount> {
        self.find(data, sector).map(|(_, it)| it.amount)
    }

    /// The published figure of one heading.
    pub fn observation(&self, data: &Dataset, sector: SectorId) -> Option<ObservationId> {
        self.find(data, sector).map(|(id, _)| id)
    }

    /// All of `sectors` together, from the fewest headings that hold exactly them;
    /// `None` when this publication cannot tell.
    pub fn point(&self, data: &Dataset, sectors: SectorSet) -> Option<DataPoint> {
        let mut ids = Vec::new();
        self.cover(data, SectorId::TOTAL, sectors, &mut ids)?;
        if ids.is_empty() {
            return None;
        }
        Some(DataPoint {
            span: self.span,
            amount: ids.iter().map(|&id| data.observation(id).amount).sum(),
            status: ids.iter().map(|&id| data.status(id)).max().unwrap_or(Status::Final),
            observations: ids,
        })
    }

    /// Adds to `ids` the coarsest published figures that make up `sectors` under `node`.
    fn cover(
        &self,
        data: &Dataset,
        node: SectorId,
        sectors: SectorSet,
        ids: &mut Vec<ObservationId>,
    ) -> Option<()> {
        let tree = &data.sectors;
        let wanted = tree.leaves(node) & sectors;
        if wanted.is_empty() {
            return Some(());
        }
        if sectors.contains(tree.leaves(node))
            && let Some((id, _)) = self.find(data, node)
        {
            ids.push(id);
            return Some(());
        }
        if tree.is_leaf(node) {
            return None;
        }
        let mut bundled = SectorSet::EMPTY;
        for bundle in tree.bundles(node) {
            let leaves = tree.leaves(bundle);
            if let (true, Some((id, _))) = (sectors.contains(leaves), self.find(data, bundle)) {
                ids.push(id);
                bundled = bundled | leaves;
            }
        }
        for child in tree.children_in(node, self.span) {
            self.cover(data, child, sectors - bundled, ids)?;
        }
        // A heading asked for by itself that did not exist yet is unknown, not nothing.
        let existed: SectorSet =
            tree.children_in(node, self.span).map(|child| tree.leaves(child)).collect();
        let newer = wanted - existed;
        let held_by_other = newer.is_empty()
            || tree.children(node).filter(|&it| newer.contains(tree.leaves(it))).all(|it| {
                tree.split_from(it).is_some_and(|other| sectors.contains(tree.leaves(other)))
            });
        held_by_other.then_some(())
    }

    /// The finest headings that make up `sectors`, in tree order, each parent's
    /// unexplained rest after its children. They add up to [`Division::point`].
    pub fn parts(&self, data: &Dataset, sectors: SectorSet) -> Option<Vec<Part>> {
        common_parts(data, &[self], sectors).map(|parts| {
            parts
                .into_iter()
                .map(|(heading, amounts)| Part { heading, amount: amounts[0] })
                .collect()
        })
    }

    /// Whether anything below the root is published.
    pub fn divides(&self, data: &Dataset) -> bool {
        self.amount(data, SectorId::TOTAL).is_some()
            && data.sectors.children(SectorId::TOTAL).all(|it| self.amount(data, it).is_some())
    }
}

/// The finest headings that all of `divisions` publish and that make up `sectors`, each
/// with its amount in every division, in the order given. In each division they add up to its
/// [`Division::point`]. `None` where one of them cannot tell `sectors` from the rest.
///
/// Where only one of two divisions tells the two headings of a branch apart, both give the
/// branch; where both do but the headings leave some of the branch, the rest is
/// [`Heading::NotItemised`] in both, and may be nought in one of them.
pub fn common_parts(
    data: &Dataset,
    divisions: &[&Division],
    sectors: SectorSet,
) -> Option<Vec<(Heading, Vec<Amount>)>> {
    if sectors.is_empty() {
        return None;
    }
    let mut parts = Vec::new();
    collect_parts(data, divisions, SectorId::TOTAL, sectors, &mut parts).then_some(parts)
}

type CommonParts = Vec<(Heading, Vec<Amount>)>;

fn collect_parts(
    data: &Dataset,
    divisions: &[&Division],
    node: SectorId,
    sectors: SectorSet,
    parts: &mut CommonParts,
) -> bool {
    let tree = &data.sectors;
    let leaves = tree.leaves(node);
    if (leaves & sectors).is_empty() {
        return true;
    }
    let amounts = |sector: SectorId| -> Option<Vec<Amount>> {
        divisions.iter().map(|division| division.amount(data, sector)).collect()
    };
    let whole = if sectors.contains(leaves) { amounts(node) } else { None };
    let mut below = CommonParts::new();
    let divided =
        !tree.is_leaf(node) && collect_children(data, divisions, node, sectors, &mut below);
    match (divided, whole) {
        (true, whole) => {
            if let Some(whole) = whole {
                let rest: Vec<Amount> = whole
                    .iter()
                    .enumerate()
                    .map(|(place, &amount)| amount - below.iter().map(|it| it.1[place]).sum())
                    .collect();
                if rest.iter().any(|&it| it != Amount::ZERO) {
                    below.push((Heading::NotItemised(node), rest));
                }
            }
            parts.append(&mut below);
            true
        }
        (false, Some(whole)) => {
            parts.push((Heading::Sector(node), whole));
            true
        }
        (false, None) => false,
    }
}

fn collect_children(
    data: &Dataset,
    divisions: &[&Division],
    node: SectorId,
    sectors: SectorSet,
    parts: &mut CommonParts,
) -> bool {
    let tree = &data.sectors;
    let mut left = sectors;
    let published = |sector: SectorId| divisions.iter().all(|it| it.amount(data, sector).is_some());
    let mut bundles = Vec::new();
    for bundle in tree.bundles(node) {
        let leaves = tree.leaves(bundle);
        let finer =
            tree.children(node).filter(|&it| leaves.contains(tree.leaves(it))).all(published);
        if !finer && sectors.contains(leaves) {
            let amounts: Option<Vec<Amount>> = divisions
                .iter()
                .map(|division| {
                    division.amount(data, bundle).or_else(|| {
                        tree.children(node)
                            .filter(|&it| leaves.contains(tree.leaves(it)))
                            .map(|it| division.amount(data, it))
                            .sum()
                    })
                })
                .collect();
            if let Some(amounts) = amounts {
                left = left - leaves;
                bundles.push((Heading::Sector(bundle), amounts));
            }
        }
    }
    let known = |child: SectorId| {
        divisions.iter().all(|it| tree.children_in(node, it.span).any(|other| other == child))
    };
    for child in tree.children(node) {
        if known(child) {
            if !collect_parts(data, divisions, child, left, parts) {
                return false;
            }
        } else if left.contains(tree.leaves(child)) {
            // Held by the older heading, which must be asked for as well, in every division.
            let older = tree.split_from(child);
            let held = older.is_some_and(|older| left.contains(tree.leaves(older)))
                && divisions.iter().all(|it| it.amount(data, child).is_none());
            if !held {
                return false;
            }
        }
    }
    parts.append(&mut bundles);
    true
}

/// A published division of a span and that of the same span a year before.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub now: Division,
    pub before: Option<Division>,
}

/// The spans whose division into all branches is published, in order.
pub fn periods(data: &Dataset) -> Vec<Span> {
    let mut spans: Vec<Span> =
        data.divisions().iter().filter(|it| it.divides(data)).map(|it| it.span).collect();
    spans.dedup();
    spans
}

/// The division of `span` beside that of the year before, from the same publication
/// where it gives both, else each in the vintage asked for. A publication that gives both
/// goes before a later one that gives only `span`, because what it puts side by side was
/// counted alike.
///
/// `None` where `span` is not published divided into all branches; such spans are those of
/// [`periods`].
pub fn compare(data: &Dataset, vintage: VintageChoice, span: Span) -> Option<Comparison> {
    let of =
        |span: Span| data.divisions().iter().filter(move |it| it.span == span && it.divides(data));
    let earlier = span.year_before();
    let beside = |now: &Division| {
        of(earlier).find(|it| it.source == now.source && it.published == now.published).cloned()
    };
    let paired: Vec<Comparison> = of(span)
        .filter_map(|now| Some(Comparison { before: Some(beside(now)?), now: now.clone() }))
        .collect();
    vintage.choose(paired.into_iter()).or_else(|| {
        let now = vintage.choose(of(span))?.clone();
        Some(Comparison { now, before: vintage.choose(of(earlier)).cloned() })
    })
}

/// Months of `range` that no piece covers, as spans.
pub fn gaps(series: &Series, range: Span) -> Vec<Span> {
    let mut gaps = Vec::new();
    let mut next = range.start();
    for point in series.points.iter().filter(|it| it.span.overlaps(range)) {
        gaps.extend(Span::new(next, point.span.start().plus(-1)));
        next = point.span.end().plus(1);
    }
    gaps.extend(Span::new(next, range.end()));
    gaps
}

/// The published total of one month of the monthly record.
pub fn total(data: &Dataset, vintage: VintageChoice, month: Month) -> Option<DataPoint> {
    if !data.monthly_record().contains(month.into()) {
        return None;
    }
    point(data, vintage, SectorId::TOTAL, month.into())
}

/// The figure of one heading.
fn point(
    data: &Dataset,
    vintage: VintageChoice,
    sector: SectorId,
    span: Span,
) -> Option<DataPoint> {
    let id = vintage.choose(data.vintages(sector, span))?;
    let (amount, status) = (data.observation(id).amount, data.status(id));
    Some(DataPoint { span, amount, status, observations: vec![id] })
}

/// What one publication prints of `sectors` for two periods, the last one that has both, and when.
pub fn printed_together(
    data: &Dataset,
    sectors: SectorSet,
    now: Span,
    base: Span,
) -> Option<(Amount, Amount, Date)> {
    if sectors != data.sectors.all() {
        let of = |span: Span| data.divisions().iter().filter(move |it| it.span == span);
        let amount = |it: &Division| Some(it.point(data, sectors)?.amount);
        return of(now).rev().find_map(|now| {
            let beside =
                of(base).find(|it| (it.published, it.source) == (now.published, now.source))?;
            Some((amount(now)?, amount(beside)?, now.published))
        });
    }
    let prints = |span: Span| {
        let prints = data.vintages(SectorId::TOTAL, span).map(|id| data.observation(id));
        prints.filter(|it| it.status != Status::Derived)
    };
    prints(now).rev().find_map(|now| {
        let alike = |it: &&Observation| (it.published, it.source) == (now.published, now.source);
        Some((now.amount, prints(base).find(alike)?.amount, now.published))
    })
}

/// The last month up to `month` whose total is published; where there is none, the first after it.
pub fn published_by(data: &Dataset, month: Month) -> Month {
    let record = data.monthly_record();
    let by = record.months().rev().filter(|&it| it <= month).find(|&it| is_published(data, it));
    by.or_else(|| record.months().find(|&it| is_published(data, it))).unwrap_or(record.end())
}

/// Whether the total of a month is published.
pub fn is_published(data: &Dataset, month: Month) -> bool {
    data.vintages(SectorId::TOTAL, month.into()).next().is_some()
}

/// The last month for which the total is published.
pub fn latest_month(data: &Dataset) -> Month {
    data.monthly_record().end()
}
