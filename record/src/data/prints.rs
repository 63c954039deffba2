//! What published figures say of one another: their order, and how far they may be apart before
//! somebody has to say that they are printed so.
//!
//! Nothing here asks which print is right. A figure is only doubted where it goes with no print of
//! the figures that it is held against, so that a row added beside others never makes one of those
//! wrong.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Amount, SectorId, Status};
use crate::calendar::{Date, Month, Span};

/// One row of `observations.csv`.
#[derive(Clone, Copy, Debug)]
pub struct Print<'a> {
    pub sector: SectorId,
    pub span: Span,
    pub amount: Amount,
    pub status: Status,
    pub published: Date,
    /// Its id.
    pub source: &'a str,
    pub note: &'a str,
}

/// The place of a print among those of one figure: the later one stands. Of one day, an edition of
/// the workbook comes after the news, a newer edition after an older one, a firmer figure after one
/// that is less firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Vintage<'a>(Date, Option<Month>, Reverse<Status>, &'a str);

impl<'a> Vintage<'a> {
    pub fn of(published: Date, source: &'a str, status: Status) -> Vintage<'a> {
        Vintage(published, edition(source), Reverse(status), source)
    }
}

/// The latest month of an edition of a table that is published every month, by the id of its
/// source: `sbp-tis-2026-02`, and `sbp-tis-2026-02.2` for the same one corrected.
pub fn edition(source: &str) -> Option<Month> {
    let (_, month) = source.split_once("-tis-")?;
    month.split('.').next()?.parse().ok()
}

/// A change on the year that a note has to explain: 0.6 is 60%.
pub const JUMP: f64 = 0.6;

/// The code of the sector that holds the total and whatever stands outside its tree.
pub const ALL_SERVICES: &str = "all_services";

/// A jump on the year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Jump {
    pub percent: f64,
    pub year_before: Amount,
}

impl Jump {
    /// The words by which a note says that it is printed so.
    pub fn note(self) -> String {
        let way = if self.percent > 0.0 { "up" } else { "down" };
        format!("{way} {:.0}% {ON_THE_YEAR}", self.percent.abs())
    }

    /// The same in the note of the earlier of the two figures.
    pub fn later_note(self) -> String {
        self.note().replace(ON_THE_YEAR, A_YEAR_LATER)
    }
}

const ON_THE_YEAR: &str = "on the year, as published";
const A_YEAR_LATER: &str = "a year later, as published";
const ITS_MONTHS: &str = "its months, as published";
/// In the note of a figure that came after totals that hold it, in which it is another.
pub const TOTALS_DIFFER: &str = "totals that hold it differ, as published";

/// A total that is not what its months add up to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    pub amount: Amount,
    /// What the last known of them add up to.
    pub months: Amount,
}

impl Apart {
    /// The words by which a note says that it is printed so.
    pub fn note(self) -> String {
        let difference = self.amount - self.months;
        let (way, by) = match difference < Amount::ZERO {
            true => ("below", Amount::ZERO - difference),
            false => ("above", difference),
        };
        format!("{by} {way} {ITS_MONTHS}")
    }
}

impl<'a> Print<'a> {
    pub fn vintage(&self) -> Vintage<'a> {
        Vintage::of(self.published, self.source, self.status)
    }

    /// As closely as it is printed, in thousands: a figure may be off by half of it.
    pub fn unit(&self) -> i64 {
        let most = if self.says(|it| it == "rounded as printed") { 1_000_000 } else { 1000 };
        unit(self.amount, most)
    }

    /// Whether any of what the note says, apart by semicolons, is so.
    fn says(&self, so: impl Fn(&str) -> bool) -> bool {
        self.note.split(';').any(|it| so(it.trim()))
    }

    /// Of a part that is printed so.
    pub fn says_more_than_whole(&self) -> bool {
        self.says(|it| it == "more than its whole, as published")
    }

    fn is_of(&self, other: &Print) -> bool {
        (self.published, self.source) == (other.published, other.source)
    }

    fn is_known_with(&self, later: &Print) -> bool {
        self.published.known_from() <= later.published.known_from()
    }

    /// In half thousands, what it can have been before it was rounded.
    fn range(&self) -> (i64, i64) {
        let twice = self.amount.thousands() * 2;
        (twice - self.unit(), twice + self.unit())
    }
}

/// The coarsest power of ten up to `most` of which an amount is whole.
fn unit(amount: Amount, most: i64) -> i64 {
    let mut unit = 1;
    while unit < most && amount.thousands() % (unit * 10) == 0 {
        unit *= 10;
    }
    unit
}

/// Prints by figure, those of each in their order.
pub struct Prints<'a>(BTreeMap<(SectorId, Span), Vec<Print<'a>>>);

impl<'a> Prints<'a> {
    pub fn new(prints: impl IntoIterator<Item = Print<'a>>) -> Prints<'a> {
        let mut figures: BTreeMap<_, Vec<Print<'a>>> = BTreeMap::new();
        for print in prints {
            figures.entry((print.sector, print.span)).or_default().push(print);
        }
        for prints in figures.values_mut() {
            prints.sort_by(|one, other| one.vintage().cmp(&other.vintage()));
        }
        Prints(figures)
    }

    pub fn of(&self, sector: SectorId, span: Span) -> &[Print<'a>] {
        self.0.get(&(sector, span)).map_or(&[], Vec::as_slice)
    }

    /// The latest print of every figure.
    pub fn latest(&self) -> impl Iterator<Item = &Print<'a>> {
        self.0.values().filter_map(|it| it.last())
    }

    /// The print that stood when this one came, or else the one that came after it.
    pub fn beside(&self, print: &Print) -> Option<&Print<'a>> {
        let others = self.of(print.sector, print.span);
        let before = others.iter().rfind(|it| it.vintage() < print.vintage());
        before.or_else(|| others.iter().find(|it| it.vintage() > print.vintage()))
    }

    /// A change of more than [`JUMP`] on every print of the year before; small amounts may change
    /// as they like.
    pub fn jump(&self, print: &Print, least: Amount) -> Option<Jump> {
        let bases = self.of(print.sector, print.span.year_before());
        let jumps = bases.iter().all(|it| it.amount >= least && jumps(print, it));
        let year_before = bases.last().filter(|_| jumps)?.amount;
        Some(Jump { percent: print.amount.change_on(year_before)? * 100.0, year_before })
    }

    /// Whether a note says that the jump is printed so, of any print of either year; the note of a
    /// derived figure says how it comes about.
    pub fn explains_jump(&self, print: &Print) -> bool {
        let (now, bases) =
            (self.of(print.sector, print.span), self.of(print.sector, print.span.year_before()));
        let percents =
            bases.iter().filter_map(|it| Some(print.amount.change_on(it.amount)? * 100.0));
        let percents: Vec<f64> = percents.collect();
        let told = |note: &str, after: &str| {
            let words = note.strip_suffix(after).and_then(|it| it.trim_end().strip_suffix('%'));
            let (sign, number) = match words.and_then(|it| it.split_once(' ')) {
                Some(("up", number)) => (1.0, number),
                Some(("down", number)) => (-1.0, number),
                _ => return false,
            };
            let Ok(number) = number.parse::<f64>() else { return false };
            let number = number * sign;
            percents.iter().any(|it| *it <= number + 1.0)
                && percents.iter().any(|it| *it >= number - 1.0)
        };
        print.status == Status::Derived
            || now.iter().any(|it| it.says(|note| told(note, ON_THE_YEAR)))
            || bases.iter().any(|it| it.says(|note| told(note, A_YEAR_LATER)))
    }

    /// A total over several months that no prints of these, of those known by its day, add up to.
    /// Months of its own publication count alone where it has them. `None` too where a month is
    /// not known, and of derived totals, which are as good as what they are derived from.
    pub fn apart(&self, print: &Print) -> Option<Apart> {
        if print.span.is_month() || print.status == Status::Derived {
            return None;
        }
        let (mut low, mut high, mut sum, mut all_own) = (0, 0, Amount::ZERO, true);
        for month in print.span.months() {
            let prints = self.of(print.sector, month.into());
            let own = prints.iter().rfind(|it| it.is_of(print));
            let known: Vec<&Print> = match own {
                Some(own) => vec![own],
                None => prints.iter().filter(|it| it.is_known_with(print)).collect(),
            };
            all_own &= own.is_some();
            low += known.iter().map(|it| it.range().0).min()?;
            high += known.iter().map(|it| it.range().1).max()?;
            sum = sum + known.last()?.amount;
        }
        // What the record has of it: where months were revised, totals were up to 0.05% off.
        let slack = if all_own { 0 } else { print.amount.thousands() * 2 / 1000 };
        let (from, to) = print.range();
        (to + slack < low || from - slack > high)
            .then_some(Apart { amount: print.amount, months: sum })
    }

    /// Whether its note says that it is not what its months add up to, or that of one of them does.
    pub fn explains_apart(&self, print: &Print, apart: Apart) -> bool {
        let way = if apart.amount < apart.months { "below" } else { "above" };
        let mut months = print.span.months();
        print.says(|it| it.ends_with(&format!("{way} {ITS_MONTHS}")))
            || months.any(|it| totals_differ(self.of(print.sector, it.into())))
    }

    /// A total that stands among `old` and is none any more beside these.
    pub fn contradicted<'b>(
        &self,
        old: &'b Prints,
        print: &Print,
        least: Amount,
    ) -> Option<&'b Print<'b>> {
        let holds = |span: Span| span.contains(print.span) && span != print.span;
        let totals =
            old.0.iter().filter(|((sector, span), _)| *sector == print.sector && holds(*span));
        totals.flat_map(|it| it.1).find(|it| {
            let apart = self.apart(it).is_some_and(|apart| !self.explains_apart(it, apart));
            let less = self.more_in_fewer(it, least).is_some();
            (apart && old.apart(it).is_none()) || (less && old.more_in_fewer(it, least).is_none())
        })
    }

    /// A print, of those known by its day, of fewer months of the same, that is more than it.
    pub fn more_in_fewer(&self, print: &Print, least: Amount) -> Option<&Print<'a>> {
        let (from, to) = (Span::from(print.span.start()), Span::from(print.span.end()));
        let inner = self.0.range((print.sector, from)..=(print.sector, to));
        let inner =
            inner.filter(|((_, span), _)| print.span.contains(*span) && *span != print.span);
        inner
            .filter(|(_, prints)| !totals_differ(prints))
            .filter_map(|(_, prints)| {
                let known = prints.iter().filter(|it| it.is_known_with(print));
                known.min_by_key(|it| it.amount)
            })
            .find(|it| it.amount >= least && it.range().0 > print.range().1)
    }

    /// The greatest print of `whole`, of which the figure is a part, where that is more than it
    /// whichever print is taken. That of its own publication is held against it elsewhere.
    pub fn more_than(&self, print: &Print, whole: SectorId) -> Option<Amount> {
        let wholes = self.of(whole, print.span);
        let greatest = wholes.iter().max_by_key(|it| it.amount)?;
        let own = wholes.iter().any(|it| it.is_of(print));
        (!own && print.range().0 > greatest.range().1).then_some(greatest.amount)
    }

    /// What is outside one another, such as the total and freelance work of other services, comes
    /// together to more than `whole`, which holds it all, whichever prints are taken: the sum, and
    /// the whole. It is told of the later of the two.
    pub fn more_than_whole(
        &self,
        print: &Print,
        whole: SectorId,
        parts: &[SectorId],
    ) -> Option<(Amount, Amount)> {
        let known = |sector: SectorId| {
            let before = move |it: &&Print| match print.sector == whole {
                true => it.is_known_with(print),
                false => it.published < print.published || sector != whole,
            };
            let others = if sector == print.sector { &[] } else { self.of(sector, print.span) };
            let others = others.iter().filter(before).map(|it| it.amount);
            others.chain((sector == print.sector).then_some(print.amount))
        };
        let concerned = print.sector == whole || parts.contains(&print.sector);
        let sum: Amount = parts.iter().filter_map(|&it| known(it).min()).sum();
        let most = known(whole).max().filter(|_| concerned)?;
        (sum > most).then_some((sum, most))
    }
}

fn totals_differ(prints: &[Print]) -> bool {
    prints.iter().any(|it| it.says(|it| it == TOTALS_DIFFER))
}

fn jumps(print: &Print, base: &Print) -> bool {
    print.amount.change_on(base.amount).is_some_and(|it| it.abs() > JUMP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_one_day_the_newer_edition_and_the_firmer_figure_stand() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let order = [
            Vintage::of(day("2026-04-16"), "tribune-2026-04-16", Status::Final),
            Vintage::of(day("2026-04-17"), "zee-2026-04-17", Status::Provisional),
            Vintage::of(day("2026-04-17"), "app-2026-04-17", Status::Revised),
            Vintage::of(day("2026-04-17"), "sbp-tis-2026-02", Status::Final),
            Vintage::of(day("2026-04-17"), "sbp-tis-2026-02.2", Status::Final),
            Vintage::of(day("2026-04-17"), "sbp-tis-2026-03", Status::Provisional),
        ];
        assert!(order.is_sorted());
        assert_eq!(edition("sbp-tis-2026-02.2"), "2026-02".parse().ok());
        assert_eq!(edition("dawn-2026-02"), None);
    }

    #[test]
    fn a_figure_is_as_exact_as_it_is_written() {
        let unit = |thousands, most| unit(Amount::from_thousands(thousands), most);
        assert_eq!([unit(422_262, 1000), unit(422_260, 1000), unit(394_000, 1000)], [1, 10, 1000]);
        assert_eq!([unit(1_700_000, 1000), unit(1_700_000, 1_000_000)], [1000, 100_000]);
        assert_eq!(unit(0, 1000), 1000);
    }
}
