//! The record: published figures, their sources, the sector tree, working days; and its
//! [`context`].
//!
//! A [`Dataset`] exists only if every rule in [`check`] held when the program was built;
//! after that nothing checks the data again.

#[cfg(not(target_arch = "wasm32"))]
pub mod cells;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
pub mod context;
#[cfg(not(target_arch = "wasm32"))]
mod context_package;
mod context_packed;
#[cfg(not(target_arch = "wasm32"))]
pub mod csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod description;
#[cfg(not(target_arch = "wasm32"))]
pub mod package;
#[cfg(not(target_arch = "wasm32"))]
pub mod problem;
mod packed;
#[cfg(not(target_arch = "wasm32"))]
pub mod prints;
#[cfg(not(target_arch = "wasm32"))]
pub mod record;
mod seasons;
mod sectors;
mod sources;
#[cfg(not(target_arch = "wasm32"))]
mod tables;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use crate::calendar::{Date, Month, Span};
use crate::order::sorted_by_key;

use packed::Packed;
pub use seasons::{SeasonalFactors, Seasons};
pub use sectors::{Sector, SectorId, SectorSet, Sectors, SeriesBreak};
pub use sources::{Source, SourceId, Sources};

/// Thousands of the unit, for this record US dollars, the precision in which the State Bank publishes. Sums and
/// differences are exact. Published amounts are never negative; differences may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    pub const ZERO: Amount = Amount(0);

    pub const fn from_thousands(thousands: i64) -> Amount {
        Amount(thousands)
    }

    pub const fn thousands(self) -> i64 {
        self.0
    }

    /// US$ million.
    pub fn millions(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// `self / base - 1`, a ratio. `None` when the base is not positive.
    pub fn change_on(self, base: Amount) -> Option<f64> {
        self.ratio_to(base).map(|ratio| ratio - 1.0)
    }

    /// `self / whole`. `None` when the whole is not positive.
    pub fn ratio_to(self, whole: Amount) -> Option<f64> {
        (whole.0 > 0).then(|| self.0 as f64 / whole.0 as f64)
    }
}

/// US$ million as in the CSV files: `238`, `238.042`, `-0.04`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (millions, thousands) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let sign = if self.0 < 0 { "-" } else { "" };
        match (thousands % 10, thousands / 10 % 10, thousands) {
            (_, _, 0) => write!(f, "{sign}{millions}"),
            (0, 0, it) => write!(f, "{sign}{millions}.{}", it / 100),
            (0, _, it) => write!(f, "{sign}{millions}.{:02}", it / 10),
            (_, _, it) => write!(f, "{sign}{millions}.{it:03}"),
        }
    }
}

impl Add for Amount {
    type Output = Amount;

    fn add(self, other: Amount) -> Amount {
        Amount(self.0 + other.0)
    }
}

impl Sub for Amount {
    type Output = Amount;

    fn sub(self, other: Amount) -> Amount {
        Amount(self.0 - other.0)
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Amount>>(amounts: I) -> Amount {
        amounts.fold(Amount::ZERO, Add::add)
    }
}

/// How firm a published figure is. Ordered from firmest to least firm, so that the
/// status of a sum is the greatest of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Published without a mark and not seen to change since; see [`Dataset::status`].
    Final,
    /// Marked as revised, or different from an earlier print.
    Revised,
    /// Computed from published figures; its note gives the arithmetic.
    Derived,
    /// Marked as provisional by its publisher.
    Provisional,
}

impl Status {
    pub const ALL: [Status; 4] =
        [Status::Final, Status::Revised, Status::Derived, Status::Provisional];

    /// As written in `observations.csv` and in downloads.
    pub fn code(self) -> &'static str {
        match self {
            Status::Final => "final",
            Status::Revised => "revised",
            Status::Derived => "derived",
            Status::Provisional => "provisional",
        }
    }
}

/// A place in [`Dataset::observations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObservationId(pub u16);

/// One published figure: exports (gross credit) of one sector over one span.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    pub sector: SectorId,
    pub span: Span,
    pub amount: Amount,
    pub status: Status,
    pub published: Date,
    pub source: SourceId,
}

/// What was published more months than this after its period is no first print. The State Bank prints a month
/// within a few weeks; what is found later stands beside the same month of the next year.
const MONTHS_TO_A_FIRST_PRINT: i32 = 6;

impl Observation {
    /// Whether this can be what was printed first, where nothing earlier is in the record: it was printed, not
    /// derived, and soon.
    pub fn can_be_first_print(&self) -> bool {
        let late = self.published.month.since(self.span.end());
        self.status != Status::Derived && late <= MONTHS_TO_A_FIRST_PRINT
    }
}

/// A text that exists in both languages of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bilingual {
    pub en: String,
    pub ur: String,
}

impl Bilingual {
    pub fn get(&self, lang: impl Language) -> &str {
        lang.text_of(self)
    }
}

/// A language of the page, which knows its texts.
pub trait Language {
    fn text_of(self, texts: &Bilingual) -> &str;
}

/// The weekdays of a month and how many of them were public holidays, never more than there were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays {
    pub all: u8,
    pub holidays: u8,
}

impl Weekdays {
    pub fn working(self) -> u32 {
        u32::from(self.all.saturating_sub(self.holidays))
    }
}

/// Working days (weekdays less public holidays) of consecutive months.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkingDays {
    pub first: Month,
    pub months: Vec<Weekdays>,
}

impl WorkingDays {
    /// `None` for months the calendar of holidays does not reach.
    pub fn weekdays(&self, month: Month) -> Option<Weekdays> {
        self.months.get(usize::try_from(month.since(self.first)).ok()?).copied()
    }

    /// `None` for months the calendar of holidays does not reach.
    pub fn of(&self, month: Month) -> Option<u32> {
        self.weekdays(month).map(Weekdays::working)
    }

    /// All working days of a span; `None` when any month is missing.
    pub fn of_span(&self, span: Span) -> Option<u32> {
        span.months().map(|month| self.of(month)).sum()
    }
}

/// Everything the page knows, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    pub sectors: Sectors,
    /// Sorted by sector, span, date of publication.
    pub observations: Vec<Observation>,
    pub working_days: WorkingDays,
    /// Empty where the record is not adjusted, and where it was put together by hand.
    pub seasons: Seasons,
    divisions: Vec<Division>,
    monthly_record: Span,
    /// What was published later is not known; `None`: everything is.
    known_on: Option<Date>,
}

/// One publication's figures for one span: all from one source, on one day, and so of
/// one vintage.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    pub span: Span,
    pub published: Date,
    pub source: SourceId,
    /// In tree order.
    pub observations: Vec<ObservationId>,
}

impl Dataset {
    /// `observations` sorted by sector, span, date of publication.
    pub fn new(
        sectors: Sectors,
        observations: Vec<Observation>,
        working_days: WorkingDays,
    ) -> Dataset {
        Dataset::known(sectors, observations, working_days, Seasons::default(), None).0
    }

    /// The day up to which it is known; `None`: everything published is.
    pub fn known_on(&self) -> Option<Date> {
        self.known_on
    }

    /// The record as it was known on a day: what was published later is not in it, and every other
    /// figure keeps its id. `None` when no month was known yet.
    pub fn as_of(&self, day: Date) -> Option<Dataset> {
        let Dataset { sectors, observations, working_days, seasons, .. } = self.clone();
        let (dataset, any) =
            Dataset::known(sectors, observations, working_days, seasons, Some(day));
        any.then_some(dataset)
    }

    /// And whether any month of it is known.
    fn known(
        sectors: Sectors,
        observations: Vec<Observation>,
        working_days: WorkingDays,
        seasons: Seasons,
        known_on: Option<Date>,
    ) -> (Dataset, bool) {
        let known = |it: &Observation| known_on.is_none_or(|day| it.published.has_come_by(day));
        let divisions = group(&observations, &known);
        let whole = monthly_record(&observations);
        let mut months = observations.iter().filter(|it| is_month_of_total(it) && known(it));
        let latest = months.next_back().map(|it| it.span.end());
        let record = latest.and_then(|latest| Span::new(whole?.start(), latest));
        let monthly_record = record.unwrap_or(working_days.first.into());
        let dataset = Dataset {
            sectors,
            observations,
            working_days,
            seasons,
            divisions,
            monthly_record,
            known_on,
        };
        (dataset, record.is_some())
    }

    /// Publications that give more than one sector of a span, in order of span, then of
    /// publication.
    pub fn divisions(&self) -> &[Division] {
        &self.divisions
    }

    /// Every vintage of one figure, first published first.
    pub fn vintages(
        &self,
        sector: SectorId,
        span: Span,
    ) -> impl DoubleEndedIterator<Item = ObservationId> {
        let key = |it: &Observation| (it.sector, it.span);
        let from = self.observations.partition_point(|it| key(it) < (sector, span));
        let to = self.observations.partition_point(|it| key(it) <= (sector, span));
        let known = |id: &ObservationId| {
            let published = self.observation(*id).published;
            self.known_on.is_none_or(|day| published.has_come_by(day))
        };
        (from..to).map(|place| ObservationId(place as u16)).filter(known)
    }

    pub fn observation(&self, id: ObservationId) -> &Observation {
        &self.observations[usize::from(id.0)]
    }

    /// How firm a figure is. One printed without a mark is no firmer than the total that holds it, from
    /// the first month of the fiscal year on: of what is still called provisional as a whole, no part is
    /// final. Of several such totals the one published last counts.
    pub fn status(&self, id: ObservationId) -> Status {
        let it = self.observation(id);
        if it.status != Status::Final {
            return it.status;
        }
        let year = it.span.end().fiscal_year().span();
        let totals = Span::new(year.start(), it.span.end()).unwrap_or(year);
        let key = |it: &Observation| (it.sector, it.span);
        let from = self.observations.partition_point(|other| key(other) < (it.sector, totals));
        let to = self.observations.partition_point(|other| key(other) <= (it.sector, year));
        let holding = self.observations[from..to].iter().filter(|other| {
            let known = self.known_on.is_none_or(|day| other.published.has_come_by(day));
            known && other.span != it.span && other.span.contains(it.span)
        });
        let last = holding.max_by_key(|other| other.published);
        match last.map(|it| it.status) {
            Some(Status::Provisional) => Status::Provisional,
            _ => Status::Final,
        }
    }

    /// The unbroken run of months, from a July to the latest, for which the total is
    /// published; as known on an earlier day, it may have gaps. Months of a fiscal year that is known as a whole but not month by month
    /// stay out: the year stands for them.
    pub fn monthly_record(&self) -> Span {
        self.monthly_record
    }

    /// The compact form that the program carries.
    ///
    /// # Errors
    ///
    /// Fails only when memory runs out.
    pub fn encode(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(&Packed::new(self))
    }

    /// # Errors
    ///
    /// When the bytes were not written by [`Dataset::encode`] of the same program.
    pub fn decode(bytes: &[u8]) -> Result<Dataset, postcard::Error> {
        postcard::from_bytes(bytes).map(|it: Packed| it.unpack())
    }
}

pub fn is_month_of_total(it: &Observation) -> bool {
    it.sector == SectorId::TOTAL && it.span.is_month()
}

fn monthly_record(observations: &[Observation]) -> Option<Span> {
    let months = observations.iter().rev().filter(|it| is_month_of_total(it));
    let mut months = months.map(|it| it.span.end());
    let end = months.next()?;
    let mut start = end;
    for month in months {
        match start.since(month) {
            0 => {}
            1 => start = month,
            _ => break,
        }
    }
    let year = start.fiscal_year().span();
    let july = if year.start() == start { start } else { year.end().plus(1) };
    Span::new(july, end).or(Span::new(start, end))
}

fn group(observations: &[Observation], known: &dyn Fn(&Observation) -> bool) -> Vec<Division> {
    let key = |id: &ObservationId| {
        let it = &observations[usize::from(id.0)];
        (it.span, it.published, it.source, id.0)
    };
    let ids = (0..observations.len() as u16).map(ObservationId);
    let ids = ids.filter(|id| known(&observations[usize::from(id.0)]));
    let ids = sorted_by_key(ids, key);
    let same = |one: &ObservationId, other: &ObservationId| {
        let ((span, published, source, _), other) = (key(one), key(other));
        (span, published, source) == (other.0, other.1, other.2)
    };
    ids.chunk_by(same)
        .filter(|ids| ids.len() > 1)
        .map(|ids| {
            let (span, published, source, _) = key(&ids[0]);
            Division { span, published, source, observations: ids.to_vec() }
        })
        .collect()
}
