//! A period taken apart in sentences: what moved it, or what it is made of.

use super::text::{Points, Say as _, Text, say};
use super::{Reading, en, freelance, nothing_chosen, series_break, ur, vintage};
use crate::data::Dataset;
use crate::facts::{
    Availability, Breakdown, Change, Contributor, Direction, Elsewhere, Row, Whole,
};
use crate::i18n::{Format, Lang};
use crate::query::Heading;

/// A period: what moved it most, or where there is nothing to compare with, its largest part.
pub fn breakdown(data: &Dataset, facts: &Breakdown, format: Format) -> Reading {
    breakdown_with(data, facts, format, &|_| ())
}

/// The same with more sentences on what is behind the change, which `more` writes.
pub(crate) fn breakdown_with(
    data: &Dataset,
    facts: &Breakdown,
    format: Format,
    more: &dyn Fn(&mut Text),
) -> Reading {
    let text = &mut Text::new(format);
    let lang = text.lang();
    let finding = finding(facts);
    match (finding, lang) {
        (Finding::NothingChosen, _) => return nothing_chosen(text),
        (Finding::NotPublished, Lang::En) => {
            let exports = en::Exports(data, facts.sectors);
            return en::not_published(text, exports, " for ", facts.period);
        }
        (Finding::NotPublished, Lang::Ur) => {
            let exports = ur::Exports(data, facts.sectors);
            return ur::not_published(text, exports, ur::Period(facts.period));
        }
        (Finding::One | Finding::Steady, Lang::En) => english_whole_title(text, data, facts),
        (Finding::One | Finding::Steady, Lang::Ur) => urdu_whole_title(text, data, facts),
        (Finding::Moved(it), Lang::En) => english_moved_title(text, data, facts, it),
        (Finding::Moved(it), Lang::Ur) => urdu_moved_title(text, data, facts, it),
        (Finding::Largest(row), Lang::En) => english_largest_title(text, data, facts, row),
        (Finding::Largest(row), Lang::Ur) => urdu_largest_title(text, data, facts, row),
    }
    let title = text.take();
    if let Some(whole) = &facts.whole {
        match lang {
            Lang::En => english_level(text, data, facts),
            Lang::Ur => urdu_level(text, data, facts),
        }
        text.stop();
        if let Some(it) = facts.elsewhere.filter(|it| it.newer) {
            elsewhere_with(text, facts, whole, it);
        }
        if let Some(share) = whole.share_of_total.filter(|_| is_part(data, facts)) {
            match lang {
                Lang::En => {
                    say!(text, "That is ", en::Share(share));
                    say!(text, concat!(" of all ", package_text!(subject en)));
                }
                Lang::Ur => {
                    say!(text, concat!("تمام ", package_text!(subject ur), " میں ان کا حصہ "));
                    say!(text, ur::Share(share), " ہے");
                }
            }
            text.stop();
        }
        behind(text, data, facts, finding);
        text.stop();
        match finding {
            Finding::Moved(it) if it.goes_up() => {
                freelance::beside_most(text, data, facts.vintage, it.part.heading, facts.period);
            }
            _ => {}
        }
        more(text);
    }
    if let Some(month) = facts.outside {
        match lang {
            Lang::En => say!(text, "This record has no division of ", month),
            Lang::Ur => say!(text, "اس ریکارڈ میں ", month, " کی تقسیم موجود نہیں"),
        }
        text.stop();
    }
    match (facts.availability, lang) {
        (Availability::BaseNotPublished, Lang::En) => {
            say!(text, "No division to compare with is published for ", facts.base);
        }
        (Availability::BaseNotPublished, Lang::Ur) => {
            say!(text, "موازنے کے لیے ", ur::Period(facts.base), " کی تقسیم شائع نہیں ہوئی");
        }
        (Availability::SeriesBreak, _) => series_break(text, data, facts.break_at),
        (Availability::BaseIsNil, Lang::En) => {
            say!(text, "In ", facts.base, " there were none");
        }
        (Availability::BaseIsNil, Lang::Ur) => {
            say!(text, ur::Period(facts.base), " میں یہ برآمدات صفر تھیں");
        }
        (Availability::NothingChosen | Availability::NotPublished | Availability::Compared, _) => {}
    }
    text.stop();
    if let Some(whole) = &facts.whole {
        match lang {
            Lang::En => {
                if let Some(status) = en::status(whole.status) {
                    say!(text, "The figures are ", status);
                }
            }
            Lang::Ur => {
                if let Some(status) = ur::figures_status(whole.status) {
                    say!(text, status);
                }
            }
        }
        text.stop();
    }
    vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

/// What is behind the change, or behind the level where there is no change.
fn behind(text: &mut Text, data: &Dataset, facts: &Breakdown, finding: Finding) {
    let lang = text.lang();
    match finding {
        Finding::Moved(it) => {
            let countered = countered(facts, it.change.direction());
            match lang {
                Lang::En => english_moved(text, data, it, countered),
                Lang::Ur => urdu_moved(text, data, it, countered),
            }
        }
        Finding::Steady => {
            if let (Some(gain), Some(loss)) = (facts.gain, facts.loss) {
                match lang {
                    Lang::En => english_steady(text, data, gain, loss),
                    Lang::Ur => urdu_steady(text, data, gain, loss),
                }
            }
        }
        Finding::Largest(row) => match (row.share, lang) {
            (None, _) => {}
            (Some(share), Lang::En) => {
                say!(text, "The largest heading, with ", en::Share(share), ", was ");
                say!(text, en::Name(data, row.heading));
            }
            (Some(share), Lang::Ur) => {
                say!(text, "سب سے بڑا حصہ، ", ur::Share(share), "، ");
                say!(text, ur::Name(data, row.heading), " کا تھا");
            }
        },
        Finding::NothingChosen | Finding::NotPublished | Finding::One => {}
    }
}

// What is worth saying

/// What a breakdown is about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Finding<'a> {
    NothingChosen,
    NotPublished,
    /// One heading, or none that can be named before others: the change of the whole is
    /// the finding.
    One,
    /// What moved the whole most.
    Moved(Moved),
    /// The whole hardly changed.
    Steady,
    /// Nothing to compare with: the largest part.
    Largest(&'a Row),
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Moved {
    /// Of the whole.
    change: Change,
    part: Contributor,
    /// How much of the change the part brought about.
    portion: Portion,
}

impl Moved {
    fn goes_up(self) -> bool {
        self.change.direction() == Direction::Up
    }
}

fn finding(facts: &Breakdown) -> Finding<'_> {
    let Some(whole) = &facts.whole else {
        return match facts.availability {
            Availability::NothingChosen => Finding::NothingChosen,
            _ => Finding::NotPublished,
        };
    };
    let Some(change) = whole.change else {
        return match facts.rows.as_slice() {
            [] | [_] => Finding::One,
            [largest, ..] => Finding::Largest(largest),
        };
    };
    let part = match change.direction() {
        _ if facts.rows.len() < 2 => None,
        Direction::Up => facts.gain,
        Direction::Down => facts.loss,
        Direction::Unchanged => return Finding::Steady,
    };
    part.map_or(Finding::One, |part| {
        let portion = Portion::of(part.points / change.percent());
        Finding::Moved(Moved { change, part, portion })
    })
}

/// Whether less than all exports are chosen.
fn is_part(data: &Dataset, facts: &Breakdown) -> bool {
    facts.sectors != data.sectors.all()
}

/// Contributions nearer to nought than this, in percentage points, go unmentioned.
const POINTS_WORTH_NAMING: f64 = 0.1;

/// The part that went furthest against the change of the whole.
fn countered(facts: &Breakdown, direction: Direction) -> Option<Contributor> {
    let part = match direction {
        Direction::Up => facts.loss,
        Direction::Down => facts.gain,
        Direction::Unchanged => None,
    };
    part.filter(|it| it.points.abs() >= POINTS_WORTH_NAMING)
}

/// How much of a change one part brought about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Portion {
    /// Without it the whole would not have gone this way.
    All,
    NearlyAll,
    OverTwoThirds,
    OverHalf,
    OverThird,
    OverQuarter,
    /// The largest part, however small.
    Largest,
}

impl Portion {
    /// `share` of the change: positive.
    fn of(share: f64) -> Portion {
        match share {
            share if share >= 1.0 => Portion::All,
            share if share >= 0.9 => Portion::NearlyAll,
            share if share > 2.0 / 3.0 => Portion::OverTwoThirds,
            share if share > 0.5 => Portion::OverHalf,
            share if share > 1.0 / 3.0 => Portion::OverThird,
            share if share > 0.25 => Portion::OverQuarter,
            _ => Portion::Largest,
        }
    }
}

// The words

fn english_whole_title(text: &mut Text, data: &Dataset, facts: &Breakdown) {
    say!(text, en::Exports(data, facts.sectors), " in ", facts.period, ": ");
    match facts.level() {
        Some((_, Some(change))) => en::brief(text, change),
        Some((amount, None)) => say!(text, amount),
        None => {}
    }
}

fn urdu_whole_title(text: &mut Text, data: &Dataset, facts: &Breakdown) {
    say!(text, ur::Period(facts.period), " میں ", ur::Exports(data, facts.sectors));
    match facts.level() {
        Some((_, Some(change))) => {
            say!(text, ": ");
            ur::compared(text, change, &ur::Period(change.base));
        }
        Some((amount, None)) => say!(text, " ", amount),
        None => {}
    }
}

fn english_moved_title(text: &mut Text, data: &Dataset, facts: &Breakdown, it: Moved) {
    let exports = en::Exports(data, facts.sectors);
    if it.portion == Portion::All {
        say!(text, "without ");
    }
    let who = match it.part.heading {
        Heading::Sector(it) => package_text!(who en, data.sectors.get(it).code.as_str()),
        Heading::NotItemised(_) => None,
    };
    match who {
        Some(who) => say!(text, who),
        None => say!(text, en::Name(data, it.part.heading)),
    }
    let of = match it.portion {
        Portion::All => {
            let grown = if it.goes_up() { "grown" } else { "fallen" };
            return say!(text, ", ", exports, " would not have ", grown, " in ", facts.period);
        }
        Portion::NearlyAll => "nearly all of the ",
        Portion::OverTwoThirds => "over two thirds of the ",
        Portion::OverHalf => "over half of the ",
        Portion::OverThird => "over a third of the ",
        Portion::OverQuarter => "over a quarter of the ",
        Portion::Largest => "the largest part of the ",
    };
    let (brought, what) =
        if it.goes_up() { (" brought ", "growth") } else { (" accounted for ", "decline") };
    say!(text, brought, of, what);
    if is_part(data, facts) {
        say!(text, " of ", exports);
    }
    say!(text, " in ", facts.period);
}

fn urdu_moved_title(text: &mut Text, data: &Dataset, facts: &Breakdown, it: Moved) {
    let exports = ur::Exports(data, facts.sectors);
    let (what, of, without, thanks) = if it.goes_up() {
        ("اضافہ ", "اضافے", " میں اضافہ نہ ہوتا", " کی بدولت")
    } else {
        ("کمی ", "کمی", " میں کمی نہ ہوتی", " کی وجہ سے")
    };
    say!(text, ur::Period(facts.period), " میں ");
    let portion = match it.portion {
        Portion::All => {
            urdu_actor(text, data, it.part.heading);
            return say!(text, " کے بغیر ", exports, without);
        }
        Portion::NearlyAll => "تقریباً تمام ",
        Portion::OverTwoThirds => "دو تہائی سے زائد ",
        Portion::OverHalf => "نصف سے زائد ",
        Portion::OverThird => "ایک تہائی سے زائد ",
        Portion::OverQuarter => "ایک چوتھائی سے زائد ",
        Portion::Largest => "",
    };
    if is_part(data, facts) {
        say!(text, exports, " میں ");
    }
    if portion.is_empty() {
        say!(text, of, " کا سب سے بڑا حصہ ");
    } else {
        say!(text, portion, what);
    }
    urdu_actor(text, data, it.part.heading);
    say!(text, thanks);
}

/// A heading as the one that moved something.
fn urdu_actor(text: &mut Text, data: &Dataset, it: Heading) {
    let who = match it {
        Heading::Sector(it) => package_text!(who ur, data.sectors.get(it).code.as_str()),
        Heading::NotItemised(_) => None,
    };
    match who {
        Some(who) => say!(text, who),
        None => say!(text, ur::Name(data, it)),
    }
}

fn english_largest_title(text: &mut Text, data: &Dataset, facts: &Breakdown, row: &Row) {
    say!(text, en::Name(data, row.heading), ": ", en::Share(row.share.unwrap_or(0.0)));
    say!(text, " of ", en::Exports(data, facts.sectors), " in ", facts.period);
}

fn urdu_largest_title(text: &mut Text, data: &Dataset, facts: &Breakdown, row: &Row) {
    say!(text, ur::Period(facts.period), " کی ", ur::Exports(data, facts.sectors), " میں ");
    say!(text, ur::Name(data, row.heading), " کا حصہ ", ur::Share(row.share.unwrap_or(0.0)));
}

fn english_level(text: &mut Text, data: &Dataset, facts: &Breakdown) {
    let exports = en::Exports(data, facts.sectors);
    let Some((amount, change)) = facts.level() else { return };
    say!(text, "In ", facts.period, " ", exports, " came to ", amount);
    if let Some(change) = change {
        say!(text, ", ");
        en::compared(text, change);
        say!(text, "in ", change.base);
    }
}

fn urdu_level(text: &mut Text, data: &Dataset, facts: &Breakdown) {
    let exports = ur::Exports(data, facts.sectors);
    let Some((amount, change)) = facts.level() else { return };
    say!(text, ur::Period(facts.period), " میں ", exports, " ", amount, " رہیں");
    if let Some(change) = change {
        say!(text, "، جو ");
        ur::compared(text, change, &ur::Period(change.base));
        say!(text, " ہیں");
    }
}

/// The other of the two answers, where the finding does not rest on it.
pub fn elsewhere(facts: &Breakdown, format: Format) -> Option<String> {
    let text = &mut Text::new(format);
    elsewhere_with(text, facts, facts.whole.as_ref()?, facts.elsewhere.filter(|it| !it.newer)?);
    Some(text.take())
}

fn elsewhere_with(text: &mut Text, facts: &Breakdown, whole: &Whole, it: Elsewhere) {
    match text.lang() {
        Lang::En => english_elsewhere(text, facts, whole, it),
        Lang::Ur => urdu_elsewhere(text, facts, whole, it),
    }
    text.stop();
}

/// The other of the two answers: that of the older division, or that of the months.
fn english_elsewhere(text: &mut Text, facts: &Breakdown, whole: &Whole, it: Elsewhere) {
    let (what, amount, change) = if it.newer {
        let what = "The sub-sectors are those of an older publication, where the whole was ";
        (what, whole.amount, whole.change)
    } else if facts.period.is_month() {
        ("The month alone was printed as ", it.amount, it.change)
    } else {
        ("Its months, from several publications, add up to ", it.amount, it.change)
    };
    say!(text, what, text.format.money_exact(amount));
    if let Some(change) = change {
        say!(text, ", ");
        en::compared(text, change);
        say!(text, "a year before");
    }
}

fn urdu_elsewhere(text: &mut Text, facts: &Breakdown, whole: &Whole, it: Elsewhere) {
    let (what, amount, change) = if it.newer {
        let what = "مدوں کی تقسیم ایک پرانی اشاعت کی ہے جس میں مجموعہ ";
        (what, whole.amount, whole.change)
    } else if facts.period.is_month() {
        ("الگ سے اس ماہ کا شائع شدہ عدد ", it.amount, it.change)
    } else {
        ("مختلف اشاعتوں میں چھپے ماہانہ اعداد کا مجموعہ ", it.amount, it.change)
    };
    say!(text, what, text.format.money_exact(amount), if it.newer { " تھا" } else { " ہے" });
    if let Some(change) = change {
        say!(text, "، یعنی ");
        ur::compared(text, change, &"ایک سال پہلے");
    }
}

fn english_moved(text: &mut Text, data: &Dataset, it: Moved, countered: Option<Contributor>) {
    let all = text.format.points_words(it.change.percent());
    let own = text.format.points_words(it.part.points);
    let (verb, other_verb, whole) = if it.goes_up() {
        (" added ", " took away ", "rise")
    } else {
        (" took away ", " added ", "fall")
    };
    say!(text, en::Name(data, it.part.heading), verb);
    if it.portion == Portion::All {
        let than = if own == all { "as much as" } else { "more than" };
        say!(text, own, " percentage points, ", than, " the whole ", whole, " of ", all);
    } else {
        say!(text, "most, ", own, " of the ", all, " percentage points");
    }
    if let Some(other) = countered {
        say!(text, "; ", en::Name(data, other.heading), other_verb, Points(other.points));
    }
}

fn urdu_moved(text: &mut Text, data: &Dataset, it: Moved, countered: Option<Contributor>) {
    let all = text.format.points_words(it.change.percent());
    let own = text.format.points_words(it.part.points);
    let part = ur::Name(data, it.part.heading);
    let (noun, of, counter) = if it.goes_up() {
        (" کا اضافہ ہوا", "اضافے", " کی کمی ہوئی")
    } else {
        (" کی کمی ہوئی", "کمی", " کا اضافہ ہوا")
    };
    if it.portion == Portion::All {
        let than =
            if own == all { ") کے برابر ہے" } else { ") سے بھی زیادہ ہے" };
        say!(text, part, " سے ", own, " فیصد پوائنٹ", noun);
        say!(text, "، جو کل ", of, " (", all, than);
    } else {
        say!(text, of, " میں سب سے بڑا حصہ ", part, " کا رہا: ");
        say!(text, all, " میں سے ", own, " فیصد پوائنٹ");
    }
    if let Some(other) = countered {
        say!(text, "؛ اس کے برعکس ", ur::Name(data, other.heading), " سے ");
        say!(text, Points(other.points), counter);
    }
}

fn english_steady(text: &mut Text, data: &Dataset, gain: Contributor, loss: Contributor) {
    say!(text, en::Name(data, gain.heading), " added ", Points(gain.points));
    say!(text, " percentage points, ", en::Name(data, loss.heading), " took away ");
    say!(text, Points(loss.points));
}

fn urdu_steady(text: &mut Text, data: &Dataset, gain: Contributor, loss: Contributor) {
    say!(text, ur::Name(data, gain.heading), " سے ", Points(gain.points));
    say!(text, " فیصد پوائنٹ کا اضافہ اور ", ur::Name(data, loss.heading), " سے ");
    say!(text, Points(loss.points), " کی کمی ہوئی");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portions_are_true_of_the_share_they_name() {
        for (share, portion) in [
            (1.2, Portion::All),
            (1.0, Portion::All),
            (0.93, Portion::NearlyAll),
            (0.7, Portion::OverTwoThirds),
            (0.521, Portion::OverHalf),
            (0.5, Portion::OverThird),
            (0.3, Portion::OverQuarter),
            (0.2, Portion::Largest),
        ] {
            assert_eq!(Portion::of(share), portion);
        }
    }
}
