//! A month's total in sentences, the year up to it, and the story that this page grew from.

use std::iter::Peekable;

use super::text::{Base, Percent, Points, Say as _, Text, say};
use super::{Reading, en, freelance, ur};
use crate::calendar::Month;
use crate::data::{Amount, Dataset};
use crate::facts::{
    Change, Contributor, Direction, Figure, Headline, PerDayChange, RankThroughTime, Vintage,
    YearToDate,
};
use crate::i18n::{Format, Lang};
use crate::query::VintageChoice;

/// A month: its level, what it is compared with, how it stands among the others, how firm
/// it is.
pub fn headline(data: &Dataset, facts: &Headline, format: Format) -> Reading {
    let title = title(facts, format);
    let text = &mut Text::new(format);
    let standing = standing(facts);
    match text.lang() {
        Lang::En => english_level(text, facts),
        Lang::Ur => urdu_level(text, facts),
    }
    text.stop();
    others_and_days(text, facts);
    if let Some(it) = standing {
        match text.lang() {
            Lang::En => english_standing(text, it, facts.month),
            Lang::Ur => urdu_standing(text, it, facts.month),
        }
        text.stop();
    }
    parts_and_firmness(text, data, facts);
    Reading { title, sentence: text.take() }
}

/// What is left to say of a month beside its figure, its [`finding`] and the list of its changes.
pub fn beside(data: &Dataset, facts: &Headline, format: Format) -> String {
    let text = &mut Text::new(format);
    others_and_days(text, facts);
    parts_and_firmness(text, data, facts);
    if let Some(it) = to_date(facts) {
        match text.lang() {
            Lang::En => english_year_to_date(text, it),
            Lang::Ur => urdu_year_to_date(text, it),
        }
        text.stop();
    }
    text.take()
}

/// What other figures make of the changes, and what they are per working day where that goes another way.
fn others_and_days(text: &mut Text, facts: &Headline) {
    let lang = text.lang();
    for it in &facts.other_changes {
        match lang {
            Lang::En => en::other_change(text, it),
            Lang::Ur => ur::other_change(text, it),
        }
    }
    if let Some(it) = contrary_per_day(facts).filter(|_| facts.adjusted.is_none()) {
        match lang {
            Lang::En => english_per_day(text, it, facts.month),
            Lang::Ur => urdu_per_day(text, it, facts.month),
        }
        text.stop();
    }
}

/// What contributed most, and how firm the figure is.
fn parts_and_firmness(text: &mut Text, data: &Dataset, facts: &Headline) {
    let lang = text.lang();
    if let Some(it) = facts.largest {
        match lang {
            Lang::En => english_largest(text, data, it),
            Lang::Ur => urdu_largest(text, data, it),
        }
        text.stop();
        if it.points > 0.0 {
            freelance::beside_most(text, data, facts.vintage, it.heading, facts.month.into());
        }
    }
    match lang {
        Lang::En => english_firmness(text, facts, other_print(facts)),
        Lang::Ur => urdu_firmness(text, facts, other_print(facts)),
    }
    text.stop();
}

/// What the figure means, as a heading beside it: the question where the month was in the news; else how it stands among
/// the others, and its change on the year.
pub fn finding(facts: &Figure, format: Format) -> String {
    let text = &mut Text::new(format);
    if let Some(it) = facts.story {
        asked(text, it.claim);
        return text.take();
    }
    let lang = text.lang();
    let standing = highest(facts).or_else(|| high(facts));
    if let Some(it) = standing {
        match lang {
            Lang::En => {
                say!(text, if it.when == When::Still { "Still the " } else { "The " });
                english_claim(text, it.claim, facts.month);
                say!(text, if it.when == When::Then { " at the time" } else { "" });
            }
            Lang::Ur => {
                say!(text, urdu_until(it.when));
                urdu_claim(text, it.claim, facts.month);
                say!(text, " سطح");
            }
        }
    }
    match (facts.on_year, lang) {
        (None, _) if standing.is_some() => {}
        (None, Lang::En) => say!(text, "The same month a year before was not published"),
        (None, Lang::Ur) => say!(text, "ایک سال پہلے کے اسی مہینے کا عدد شائع نہیں ہوا"),
        (Some(it), Lang::En) => {
            say!(text, if standing.is_some() { ", " } else { "" });
            en::brief(text, it);
        }
        (Some(it), Lang::Ur) => {
            say!(text, if standing.is_some() { "، " } else { "" });
            ur::compared(text, it, &ur::Period(it.base));
        }
    }
    text.take()
}

/// The question that a report of a change asks.
pub(super) fn asked(text: &mut Text, claim: i32) {
    match text.lang() {
        Lang::En => say!(text, "Was it really ", claim, "%?"),
        Lang::Ur => say!(text, "کیا اضافہ واقعی ", claim, " فیصد تھا؟"),
    }
}

/// The heading: how much, whether it is or was a record, and against the year before.
pub fn title(facts: &Figure, format: Format) -> String {
    let text = &mut Text::new(format);
    let highest = highest(facts).filter(|it| it.claim == Claim::Highest { joint: false });
    let record = highest.map(|it| it.when == When::Then);
    match text.lang() {
        Lang::En => english_title(text, facts, record),
        Lang::Ur => urdu_title(text, facts, record),
    }
    text.take()
}

/// July to the headline's month against the same months a year before, one sentence. It
/// says that months are added up: the total that is published may differ a little.
pub fn year_to_date(facts: &Headline, format: Format) -> Option<String> {
    let it = to_date(facts)?;
    let text = &mut Text::new(format);
    match text.lang() {
        Lang::En => english_year_to_date(text, it),
        Lang::Ur => urdu_year_to_date(text, it),
    }
    text.stop();
    Some(text.take())
}

/// The year up to the month, where it is more than that month.
fn to_date(facts: &Headline) -> Option<&YearToDate> {
    facts.year_to_date.as_ref().filter(|it| it.span.len() > 1)
}

/// The story of a month, the year to date included.
pub fn month(data: &Dataset, facts: &Headline, format: Format) -> Reading {
    let Reading { title, mut sentence } = headline(data, facts, format);
    if let Some(to_date) = year_to_date(facts, format) {
        sentence.push(' ');
        sentence.push_str(&to_date);
    }
    Reading { title, sentence }
}

/// What was published of a month that was in the news, against both bases.
pub(super) fn published_changes(text: &mut Text, facts: &Headline) {
    let said = [facts.on_month, facts.on_year].into_iter().flatten().enumerate();
    for (place, it) in said {
        match text.lang() {
            Lang::En => {
                say!(text, if place == 0 { "On " } else { "; on " }, it.base, " it was ");
                say!(text, text.format.signed_percent(it.percent()));
            }
            Lang::Ur => {
                say!(text, if place == 0 { "" } else { "؛ " });
                ur::compared(text, it, &ur::Period(it.base));
            }
        }
    }
}

// What is worth saying

/// Fewer months than this make no record worth naming.
const MONTHS_FOR_A_RANK: usize = 24;
/// Fewer years than this make no highest October worth naming.
const YEARS_FOR_A_RANK: usize = 4;
/// The last place among all months that is named beside a highest October.
const LAST_PLACE_NAMED: usize = 5;

/// Where a month stands among the others, when that is worth a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Standing {
    claim: Claim,
    when: When,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claim {
    /// Of all months.
    Highest {
        joint: bool,
    },
    /// Of all Octobers, say, and its place among all months.
    HighestOfName {
        joint: bool,
        overall: Option<usize>,
    },
    /// Second or third of all months.
    High {
        place: usize,
    },
    /// Of all months.
    Lowest,
    LowestSince(Month),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// No month has come after with which to compare.
    Now,
    /// Among the months up to a past one.
    Then,
    /// Also among those that came after.
    Still,
}

fn is_ranked(all: RankThroughTime) -> bool {
    all.then.of >= MONTHS_FOR_A_RANK
}

fn holds(rank: RankThroughTime) -> bool {
    rank.then.place == rank.today.place && !rank.today.tied
}

fn when(rank: RankThroughTime) -> When {
    match rank {
        _ if rank.then.of == rank.today.of => When::Now,
        _ if holds(rank) => When::Still,
        _ => When::Then,
    }
}

/// Of a month that was higher than all before it.
fn highest(facts: &Figure) -> Option<Standing> {
    let all = facts.rank;
    let standing = || Standing { claim: Claim::Highest { joint: all.then.tied }, when: when(all) };
    (is_ranked(all) && all.then.place == 1).then(standing)
}

/// Of a month that was higher than all of its name, or than nearly all.
fn high(facts: &Figure) -> Option<Standing> {
    let (all, named) = (facts.rank, facts.rank_of_name);
    let ranked = is_ranked(all);
    if named.then.of >= YEARS_FOR_A_RANK && named.then.place == 1 {
        let when = when(named);
        // Said in one breath with the first claim, so it must be true of the same time.
        let same_time = match when {
            When::Now => holds(all),
            When::Then => true,
            When::Still => false,
        };
        let worth_naming =
            ranked && !all.then.tied && all.then.place <= LAST_PLACE_NAMED && same_time;
        let overall = worth_naming.then_some(all.then.place);
        let claim = Claim::HighestOfName { joint: named.then.tied, overall };
        return Some(Standing { claim, when });
    }
    let when = if all.then.of == all.today.of { When::Now } else { When::Then };
    let claim = Claim::High { place: all.then.place };
    (ranked && all.then.place <= 3 && !all.then.tied).then_some(Standing { claim, when })
}

fn standing(facts: &Headline) -> Option<Standing> {
    if let Some(it) = highest(facts).or_else(|| high(facts)) {
        return Some(it);
    }
    let when = if facts.is_latest_month { When::Now } else { When::Then };
    let claim = match facts.lowest_since {
        _ if !is_ranked(facts.rank) => return None,
        None => Claim::Lowest,
        Some(since) if facts.month.since(since) > 12 => Claim::LowestSince(since),
        Some(_) => return None,
    };
    Some(Standing { claim, when })
}

/// How a change follows what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    First,
    /// It goes the other way than the one before.
    But,
    And,
}

/// The changes worth naming, on the month before and on the year before.
fn changes(facts: &Headline) -> Peekable<impl Iterator<Item = (Link, Change)>> {
    let mut before = None;
    let linked = move |change: Change| {
        let way = change.direction();
        let link = match before.replace(way) {
            None => Link::First,
            Some(before) if opposed(before, way) => Link::But,
            Some(_) => Link::And,
        };
        (link, change)
    };
    [facts.on_month, facts.on_year].into_iter().flatten().map(linked).peekable()
}

/// Whether one change goes up and the other down.
fn opposed(one: Direction, other: Direction) -> bool {
    one != other && one != Direction::Unchanged && other != Direction::Unchanged
}

/// A change per working day that goes another way than the plain change: the year's
/// rather than the month's.
fn contrary_per_day(facts: &Headline) -> Option<PerDayChange> {
    let contrary = |plain: Option<Change>, per_day: Option<PerDayChange>| {
        per_day.filter(|it| plain.is_some_and(|plain| plain.direction() != it.direction()))
    };
    contrary(facts.on_year, facts.per_day_on_year)
        .or_else(|| contrary(facts.on_month, facts.per_day_on_month))
}

/// The other print of the figure, when a reader sees that it is another: the first print
/// of a figure shown as latest, the last of one shown as first published.
fn other_print(facts: &Headline) -> Option<Vintage> {
    let other = match facts.vintage {
        VintageChoice::Latest => facts.first_print,
        VintageChoice::First => facts.last_print,
    }?;
    // Sentences show tenths of a million.
    let shown = |amount: Amount| (amount.thousands() + 50) / 100;
    (shown(other.amount) != shown(facts.amount)).then_some(other)
}

// The words

/// `record`: the highest month, and whether a later one was higher since.
fn english_title(text: &mut Text, facts: &Figure, record: Option<bool>) {
    say!(text, concat!(package_text!(subject en), " in "), facts.month, ": ", facts.amount);
    if let Some(surpassed) = record {
        say!(text, if surpassed { ", a record at the time" } else { ", the highest so far" });
    }
    if let Some(change) = facts.on_year {
        say!(text, ", ");
        en::brief(text, change);
    }
}

fn urdu_title(text: &mut Text, facts: &Figure, record: Option<bool>) {
    say!(text, facts.month, concat!(" میں ", package_text!(subject ur), " "), facts.amount);
    if let Some(surpassed) = record {
        say!(
            text,
            if surpassed {
                "، اس وقت کا ریکارڈ"
            } else {
                "، اب تک سب سے زیادہ"
            }
        );
    }
    if let Some(change) = facts.on_year {
        say!(text, "، ");
        ur::compared(text, change, &ur::Period(change.base));
    }
}

fn english_level(text: &mut Text, facts: &Headline) {
    if facts.vintage == VintageChoice::First {
        let printed = facts.print.can_be_first_print;
        let by = if printed {
            "As first published, "
        } else {
            "By the earliest figure in this record, "
        };
        say!(text, by);
    }
    say!(text, concat!(package_text!(country en), " exported "), facts.amount);
    say!(text, concat!(" of ", package_text!(goods en), " in "), facts.month);
    for (link, change) in changes(facts) {
        let word = match link {
            Link::First => ": ",
            Link::But => " but ",
            Link::And => " and ",
        };
        say!(text, word);
        en::compared(text, change);
        say!(text, "in ", Base { base: change.base.start(), month: facts.month });
    }
}

/// Of two changes, what goes the same way is said once, at the end.
fn urdu_level(text: &mut Text, facts: &Headline) {
    if facts.vintage == VintageChoice::First {
        let printed = facts.print.can_be_first_print;
        let by = if printed {
            "پہلی اشاعت"
        } else {
            "اس ریکارڈ کے سب سے پہلے عدد"
        };
        say!(text, by, " کے مطابق ");
    }
    say!(text, facts.month, concat!(" میں ", package_text!(title ur), " "), facts.amount, " رہیں");
    let mut changes = changes(facts);
    while let Some((link, change)) = changes.next() {
        let word = match link {
            Link::First => "، جو ",
            Link::But => " مگر ",
            Link::And => " اور ",
        };
        say!(text, word);
        let base = Base { base: change.base.start(), month: facts.month };
        let way = change.direction();
        let next = changes.peek().map(|(_, next)| next.direction());
        if way != Direction::Unchanged && next == Some(way) {
            say!(text, base, " کے مقابلے میں ", Percent(change.percent()));
        } else {
            ur::compared(text, change, &base);
        }
        if next.is_none() {
            say!(text, if facts.is_latest_month { " ہیں" } else { " تھیں" });
        }
    }
}

fn english_per_day(text: &mut Text, it: PerDayChange, month: Month) {
    say!(text, "Per working day, exports were ");
    en::than(text, it.percent(), " higher than ", " lower than ");
    say!(text, "in ", Base { base: it.base.start(), month });
    say!(text, " (", it.days, " days against ", it.base_days, ")");
}

fn urdu_per_day(text: &mut Text, it: PerDayChange, month: Month) {
    say!(text, "فی یومِ کار برآمدات ");
    ur::against(text, it.percent(), &Base { base: it.base.start(), month });
    say!(text, " رہیں (", it.base_days, " کے مقابلے میں ", it.days, " ایامِ کار)");
}

fn english_standing(text: &mut Text, it: Standing, month: Month) {
    let it_is = match (it.when, it.claim) {
        (When::Now, _) => "It is ",
        (_, Claim::LowestSince(_)) => "It was ",
        (When::Then, _) => "At the time it was ",
        (When::Still, _) => "It is still ",
    };
    say!(text, it_is, "the ");
    english_claim(text, it.claim, month);
}

fn english_claim(text: &mut Text, claim: Claim, month: Month) {
    let highest = |joint: bool| if joint { "joint-highest" } else { "highest" };
    match claim {
        Claim::Highest { joint } => say!(text, highest(joint), " month on record"),
        Claim::HighestOfName { joint, overall } => {
            let name = text.format.month_name(month);
            say!(text, highest(joint), " ", name, " on record");
            if let Some(place) = overall {
                say!(text, " and the ");
                en::ordinal_highest(text, place);
                say!(text, " month");
            }
        }
        Claim::High { place } => {
            en::ordinal_highest(text, place);
            say!(text, " month on record");
        }
        Claim::Lowest => say!(text, "lowest month on record"),
        Claim::LowestSince(since) => say!(text, "lowest month since ", since),
    }
}

fn urdu_standing(text: &mut Text, it: Standing, month: Month) {
    if let Claim::LowestSince(since) = it.claim {
        let verb = if it.when == When::Now { " ہے" } else { " تھی" };
        return say!(text, "یہ ", since, " کے بعد کی کم ترین ماہانہ سطح", verb);
    }
    say!(text, "یہ ", urdu_until(it.when));
    urdu_claim(text, it.claim, month);
    say!(text, " سطح", if it.when == When::Then { " تھی" } else { " ہے" });
}

fn urdu_until(when: When) -> &'static str {
    match when {
        When::Now => "اب تک ",
        When::Then => "اس وقت تک ",
        When::Still => "آج بھی ",
    }
}

fn urdu_claim(text: &mut Text, claim: Claim, month: Month) {
    let highest = |joint: bool| {
        if joint { "مشترکہ طور پر بلند ترین" } else { "بلند ترین" }
    };
    match claim {
        Claim::Highest { joint } => say!(text, "تمام مہینوں کی ", highest(joint)),
        Claim::HighestOfName { joint, overall } => {
            say!(text, "کسی بھی ", text.format.month_name(month), " کی ", highest(joint));
            if let Some(place) = overall {
                say!(text, " اور تمام مہینوں میں ");
                ur::ordinal_highest(text, place);
            }
        }
        Claim::High { place } => {
            say!(text, "تمام مہینوں میں ");
            ur::ordinal_highest(text, place);
        }
        Claim::Lowest | Claim::LowestSince(_) => say!(text, "تمام مہینوں کی کم ترین"),
    }
}

fn english_largest(text: &mut Text, data: &Dataset, it: Contributor) {
    let change = if it.points > 0.0 { "rise" } else { "fall" };
    say!(text, en::Name(data, it.heading), " contributed most to the ", change, " on the year, ");
    say!(text, Points(it.points), " percentage points");
}

fn urdu_largest(text: &mut Text, data: &Dataset, it: Contributor) {
    let change = if it.points > 0.0 { "اضافے" } else { "کمی" };
    say!(text, "سالانہ ", change, " میں سب سے بڑا حصہ ", ur::Name(data, it.heading));
    say!(text, " کا رہا، یعنی ", Points(it.points), " فیصد پوائنٹ");
}

fn english_firmness(text: &mut Text, facts: &Headline, other: Option<Vintage>) {
    let status = en::status(facts.status);
    if let Some(status) = status {
        say!(text, "The figure is ", status);
    }
    if let Some(it) = other {
        if status.is_some() {
            say!(text, "; ");
        }
        let which = match facts.vintage {
            VintageChoice::Latest if it.can_be_first_print => {
                en::published(text, it.published);
                return say!(text, " it was first put at ", it.amount);
            }
            VintageChoice::Latest => "the earliest",
            VintageChoice::First => "the latest",
        };
        say!(text, which, " figure in this record, of ");
        say!(text, text.format.date(it.published), ", is ", it.amount);
    }
}

fn urdu_firmness(text: &mut Text, facts: &Headline, other: Option<Vintage>) {
    let status = ur::status(facts.status);
    if let Some(status) = status {
        say!(text, "یہ عدد ", status);
    }
    if let Some(it) = other {
        if status.is_some() {
            say!(text, "؛ ");
        }
        let which = match facts.vintage {
            VintageChoice::Latest if it.can_be_first_print => {
                say!(text, "پہلی بار ");
                ur::published(text, it.published);
                return say!(text, " یہ رقم ", it.amount, " بتائی گئی تھی");
            }
            VintageChoice::Latest => "سب سے پہلا",
            VintageChoice::First => "تازہ ترین",
        };
        let date = text.format.date(it.published);
        say!(text, "اس ریکارڈ کا ", which, " عدد (", date, ") ", it.amount, " ہے");
    }
}

fn english_year_to_date(text: &mut Text, it: &YearToDate) {
    say!(text, "The months of ", it.span, " add up to ", it.amount);
    if let Some(change) = it.change {
        say!(text, ", ");
        en::compared(text, change);
        say!(text, "those of ", change.base);
    }
}

fn urdu_year_to_date(text: &mut Text, it: &YearToDate) {
    say!(text, ur::MonthsOf(it.span), " کے مہینوں کا مجموعہ ", it.amount, " ہے");
    if let Some(change) = it.change {
        say!(text, "، جو ");
        ur::compared(text, change, &ur::MonthsOf(change.base));
        say!(text, " ہے");
    }
}
