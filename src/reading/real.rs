//! Whether a month's change was more than its days and its season, in sentences.
//!
//! Changes that are adjusted are said in whole per cent, with "about" and with their range: they are no more exact.
//! Nowhere is one called real, official or significant, and none is compared with a published one.

use super::headline::{asked, published_changes};
use super::text::{Base, List, Percent, Say, Text, say};
use super::{Reading, ur};
use crate::adjustment::{self, AdjustedMonth, Adjustment, Class, Estimate, Held, Log, Refusal};
use crate::calendar::{Month, Span};
use crate::data::Amount;
use crate::facts::{Adjusted, Direction, Headline, PerDayChange};
use crate::i18n::{Format, Lang};

/// The question that a month's change asks, and the answer; `None` where nothing can be said.
pub fn real(facts: &Headline, format: Format) -> Option<Reading> {
    let text = &mut Text::new(format);
    question(text, facts);
    let title = text.take();
    if facts.story.is_some() {
        published_changes(text, facts);
        text.stop();
    }
    answer_in(text, facts)?;
    Some(Reading { title, sentence: text.take() })
}

/// The same beside a list of the changes that were published.
pub fn answer(facts: &Headline, format: Format) -> Option<Reading> {
    let text = &mut Text::new(format);
    question(text, facts);
    let title = text.take();
    answer_in(text, facts)?;
    Some(Reading { title, sentence: text.take() })
}

fn answer_in(text: &mut Text, facts: &Headline) -> Option<()> {
    match (facts.adjusted, text.lang()) {
        (None, _) => facts.story.map(|_| ())?,
        (Some(Ok(it)), lang) => {
            match lang {
                Lang::En => english_split(text, facts, it),
                Lang::Ur => urdu_split(text, facts, it),
            }
            text.stop();
            match lang {
                Lang::En => english_after(text, facts, it),
                Lang::Ur => urdu_after(text, facts, it),
            }
            text.stop();
        }
        (Some(Err(why)), Lang::En) => english_refusal(text, why),
        (Some(Err(why)), Lang::Ur) => urdu_refusal(text, why),
    }
    text.stop();
    Some(())
}

/// A month that was in the news: what was reported of it, and what is published.
pub fn report(facts: &Headline, format: Format) -> Option<Reading> {
    let story = facts.story?;
    let text = &mut Text::new(format);
    asked(text, story.claim);
    let title = text.take();
    match text.lang() {
        Lang::En => {
            say!(text, "It was reported that ", concat!(package_text!(subject en), " rose by "));
            say!(text, story.claim, "% in ", facts.month);
        }
        Lang::Ur => {
            say!(text, "خبر تھی کہ ", facts.month, concat!(" میں ", package_text!(subject ur)));
            say!(text, " ", story.claim, " فیصد بڑھیں");
        }
    }
    text.stop();
    published_changes(text, facts);
    text.stop();
    Some(Reading { title, sentence: text.take() })
}

/// What may be said of an adjusted change in a few words.
pub fn verdict(it: &Adjusted, format: Format) -> &'static str {
    let (class, direction) = (it.change.class(), it.change.left.direction());
    match (class, direction, format.lang.spoken()) {
        (Some(Class::ClearRise), _, Lang::En) => "a clear rise",
        (Some(Class::ClearRise), _, Lang::Ur) => "واضح اضافہ",
        (Some(Class::ClearFall), _, Lang::En) => "a clear fall",
        (Some(Class::ClearFall), _, Lang::Ur) => "واضح کمی",
        (_, adjustment::Direction::Open, Lang::En) => "no clear change",
        (_, adjustment::Direction::Open, Lang::Ur) => "کوئی واضح تبدیلی نہیں",
        (Some(_), adjustment::Direction::Up, Lang::En) => "a rise within the usual wobble",
        (Some(_), adjustment::Direction::Up, Lang::Ur) => "اضافہ، معمول کے اتار چڑھاؤ کے اندر",
        (Some(_), adjustment::Direction::Down, Lang::En) => "a fall within the usual wobble",
        (Some(_), adjustment::Direction::Down, Lang::Ur) => "کمی، معمول کے اتار چڑھاؤ کے اندر",
        (None, adjustment::Direction::Up, Lang::En) => "a rise",
        (None, adjustment::Direction::Up, Lang::Ur) => "اضافہ",
        (None, adjustment::Direction::Down, Lang::En) => "a fall",
        (None, adjustment::Direction::Down, Lang::Ur) => "کمی",
    }
}

/// The adjusted series up to a month, or the last that is shown; how many of its changes were clear.
pub fn adjusted(
    found: Result<&Adjustment, &Refusal>,
    (range, month): (Span, Month),
    format: Format,
) -> Reading {
    let text = &mut Text::new(format);
    let all = match found {
        Ok(it) => it,
        Err(&why) => return refused(text, why),
    };
    let shown = |it: &AdjustedMonth| range.contains(it.month.into());
    let last = all.months().filter(shown).filter(|it| it.month <= month).last();
    let Some(it) = last.or_else(|| all.months().find(shown)) else {
        return refused(text, Refusal::Missing(range.end()));
    };
    let told = it.change.map(|change| Adjusted { month: it, change, is_short: all.is_short() });
    let verdict = told.map(|it| verdict(&it, format)).unwrap_or_default();
    let level = Amount::from_thousands(it.adjusted.round() as i64 * 1000);
    let judged =
        || all.months().filter(shown).filter_map(|it| Some((it.month, it.change?.class()?)));
    let clear = judged().filter(|it| it.1 != Class::WithinUsualWobble).map(|it| it.0);
    let (clear, judged): (Vec<Month>, usize) = (clear.collect(), judged().count());
    match text.lang() {
        Lang::En => {
            say!(text, "adjusted for working days and season, ", it.month, " was about ", level);
            if !verdict.is_empty() {
                say!(text, ": ", verdict);
            }
        }
        Lang::Ur => {
            say!(text, it.month, " کا ایڈجسٹ شدہ عدد تقریباً ", level);
            if !verdict.is_empty() {
                say!(text, ": ", verdict);
            }
        }
    }
    let title = text.take();
    match text.lang() {
        Lang::En => {
            say!(
                text,
                "Published were ",
                it.published,
                "; adjusted by this page for working days "
            );
            say!(text, "and season it was about ", level);
            if let Some(told) = told {
                say!(text, ", ");
                english_beside(text, told.change.left, &it.month.plus(-1));
            }
            text.stop();
            if let Some(three_months) = it.three_months {
                say!(text, "Over three months, a steadier measure, it was ");
                english_beside(text, three_months, &"the three months before");
                text.stop();
            }
            if judged > 0 {
                say!(text, "Of ", judged, " changes shown that can be judged, ", clear.len());
                say!(text, if clear.len() == 1 { " was clear" } else { " were clear" });
                if (1..=4).contains(&clear.len()) {
                    say!(text, ": ", List(&clear, " and "));
                }
            }
        }
        Lang::Ur => {
            say!(
                text,
                "شائع شدہ عدد ",
                it.published,
                " ہے؛ ایامِ کار اور موسمی رجحان کا فرق نکال کر اس "
            );
            say!(text, "صفحے کے حساب سے یہ تقریباً ", level, " ہے");
            if let Some(told) = told {
                say!(text, "، یعنی ");
                urdu_beside(text, told.change.left, &it.month.plus(-1));
            }
            text.stop();
            if let Some(three_months) = it.three_months {
                say!(text, "تین ماہ کے زیادہ ہموار پیمانے پر یہ ");
                urdu_beside(text, three_months, &"اس سے پہلے کے تین ماہ");
                say!(text, " ہے");
                text.stop();
            }
            if judged > 0 {
                say!(text, "دکھائی گئی ", judged, " تبدیلیوں میں سے، جن کا اندازہ ہو سکتا ہے، ");
                say!(text, clear.len(), " واضح تھیں");
                if (1..=4).contains(&clear.len()) {
                    say!(text, ": ", List(&clear, " اور "));
                }
            }
        }
    }
    text.stop();
    Reading { title, sentence: text.take() }
}

/// The strongest and the weakest month of the year.
pub fn season_pattern(found: Result<&Adjustment, &Refusal>, format: Format) -> Reading {
    let text = &mut Text::new(format);
    let all = match found {
        Ok(it) => it,
        Err(&why) => return refused(text, why),
    };
    let season = all.season();
    let named = || season.into_iter().zip(format.lang.strings().months);
    let by = |one: &(Log, &str), other: &(Log, &str)| one.0.0.total_cmp(&other.0.0);
    let (Some(high), Some(low)) = (named().max_by(by), named().min_by(by)) else {
        return refused(text, Refusal::NotAsked);
    };
    let of = all.span();
    match text.lang() {
        Lang::En => {
            say!(text, high.1, " is usually about ", Whole(high.0), " above the trend, ");
            say!(text, low.1, " about ", Whole(low.0), " below it");
        }
        Lang::Ur => {
            say!(text, high.1, " عموماً رجحان سے تقریباً ", Whole(high.0), " اوپر رہتا ہے، ");
            say!(text, low.1, " تقریباً ", Whole(low.0), " نیچے");
        }
    }
    let title = text.take();
    match text.lang() {
        Lang::En => {
            say!(text, "This page finds one fixed pattern in the months from ", of.start(), " to ");
            say!(text, of.end(), ", working days taken out: ", high.1, " is the strongest month, ");
            say!(text, Whole(high.0), " above the trend, and ", low.1, " the weakest, ");
            say!(text, Whole(low.0), " below it");
        }
        Lang::Ur => {
            say!(
                text,
                of.start(),
                " سے ",
                of.end(),
                " تک کے مہینوں میں، ایامِ کار کا فرق نکال کر، یہ صفحہ "
            );
            say!(text, "ایک ہی مستقل رجحان پاتا ہے: ", high.1, " سب سے مضبوط مہینہ ہے، رجحان سے ");
            say!(
                text,
                Whole(high.0),
                " اوپر، اور ",
                low.1,
                " سب سے کمزور، ",
                Whole(low.0),
                " نیچے"
            );
        }
    }
    text.stop();
    Reading { title, sentence: text.take() }
}

fn refused(text: &mut Text, why: Refusal) -> Reading {
    match text.lang() {
        Lang::En => say!(text, "No adjusted figures"),
        Lang::Ur => say!(text, "ایڈجسٹ شدہ اعداد دستیاب نہیں"),
    }
    let title = text.take();
    match text.lang() {
        Lang::En => english_refusal(text, why),
        Lang::Ur => urdu_refusal(text, why),
    }
    text.stop();
    Reading { title, sentence: text.take() }
}

// What both languages ask

/// Per cent, whole and without its sign.
struct Whole(Log);

impl Say for Whole {
    fn say(&self, text: &mut Text) {
        let percent = self.0.percent().abs().round() as usize;
        match text.lang() {
            Lang::En => say!(text, percent, "%"),
            Lang::Ur => say!(text, percent, " فیصد"),
        }
    }
}

fn is_clear(it: Adjusted) -> bool {
    matches!(it.change.class(), Some(Class::ClearRise | Class::ClearFall))
}

fn is_up(it: Log) -> bool {
    it.percent().round() >= 0.0
}

/// Three months from one on.
fn three(from: Month) -> Span {
    Span::new(from, from.plus(2)).unwrap_or(from.into())
}

/// Working days beside those of the month before, where they go the way of their effect: a holiday is half a day there.
fn days(facts: &Headline, it: Adjusted) -> Option<PerDayChange> {
    let more = |it: &PerDayChange| f64::from(it.days) - f64::from(it.base_days);
    facts.per_day_on_month.filter(|days| more(days) * it.change.days.0 > 0.0)
}

/// What became of the month: the months that the estimate is of, those that they are beside, and whether it held.
fn after(facts: &Headline, it: Adjusted) -> Option<(Estimate, Span, Span, Option<Held>)> {
    let month = facts.month;
    Some((it.month.after?, three(month), three(month.plus(-3)), it.month.held()))
}

fn question(text: &mut Text, facts: &Headline) {
    let direction = facts.on_month.map_or(Direction::Unchanged, |it| it.direction());
    match (facts.story, direction, text.lang()) {
        (Some(it), _, _) => asked(text, it.claim),
        (_, Direction::Up, Lang::En) => say!(text, "Was the rise real?"),
        (_, Direction::Up, Lang::Ur) => say!(text, "کیا یہ اضافہ حقیقی تھا؟"),
        (_, Direction::Down, Lang::En) => say!(text, "Was the fall real?"),
        (_, Direction::Down, Lang::Ur) => say!(text, "کیا یہ کمی حقیقی تھی؟"),
        (_, Direction::Unchanged, Lang::En) => say!(text, "Did anything change?"),
        (_, Direction::Unchanged, Lang::Ur) => say!(text, "کیا واقعی کچھ بدلا؟"),
    }
}

// The words

/// What days and season did, and what is left.
fn english_split(text: &mut Text, facts: &Headline, it: Adjusted) {
    let part = |text: &mut Text, it: Log| match Direction::of_percent(it.percent()) {
        Direction::Up => say!(text, "added ", Percent(it.percent())),
        Direction::Down => say!(text, "took away ", Percent(it.percent())),
        Direction::Unchanged => say!(text, "made no difference"),
    };
    say!(text, "Working days");
    if let Some(it) = days(facts, it) {
        say!(text, " (", it.days, " against ", it.base_days, ")");
    }
    say!(text, " ");
    part(text, it.change.days);
    say!(text, " and the season ");
    part(text, it.change.season);
    say!(text, "; what is left, by this page's calculation, is ");
    let left = it.change.left;
    match left.direction() {
        adjustment::Direction::Open => {
            let base = Base { base: facts.month.plus(-1), month: facts.month };
            english_beside(text, left, &base);
        }
        direction => {
            let up = direction == adjustment::Direction::Up;
            say!(text, if is_clear(it) { "a clear " } else { "a " });
            say!(text, if up { "rise" } else { "fall" }, " of about ", Whole(left.change));
            english_range(text, left);
        }
    }
    say!(
        text,
        match (it.change.class(), left.direction()) {
            (Some(Class::ClearRise | Class::ClearFall), _) =>
                ", more than the usual wobble of the months before",
            (_, adjustment::Direction::Open) => ": no clear change",
            (Some(Class::WithinUsualWobble), _) =>
                ", no larger than the usual wobble of the months before",
            (None, _) => "",
        }
    );
}

/// `about 2% above November (3% below to 7% above)`.
fn english_beside(text: &mut Text, it: Estimate, base: &dyn Say) {
    let way = |it: Log| if is_up(it) { " above" } else { " below" };
    say!(text, "about ");
    if it.change.percent().round() == 0.0 {
        say!(text, "the same as");
    } else {
        say!(text, Whole(it.change), way(it.change));
    }
    say!(text, " ", base);
    let (low, high) = (it.low(), it.high());
    if is_up(low) == is_up(high) {
        english_range(text, it);
    } else {
        say!(text, " (", Whole(low), way(low), " to ", Whole(high), way(high), ")");
    }
}

/// ` (3 to 13%)`, of a range that is on one side of nought.
fn english_range(text: &mut Text, it: Estimate) {
    let (near, far) = ends(it);
    let whole = near.percent().abs().round() as usize;
    say!(text, " (", whole, " to ", Whole(far), ")");
}

/// The end of the range that is nearer to nought, and the other.
fn ends(it: Estimate) -> (Log, Log) {
    if is_up(it.change) { (it.low(), it.high()) } else { (it.high(), it.low()) }
}

fn english_after(text: &mut Text, facts: &Headline, it: Adjusted) {
    let Some((estimate, now, before, held)) = after(facts, it) else {
        let Some(three_months) = it.month.three_months else { return };
        say!(text, "Over three months, a steadier measure, adjusted exports were ");
        return english_beside(text, three_months, &"the three months before");
    };
    let what =
        if it.change.left.direction() == adjustment::Direction::Up { "rise" } else { "fall" };
    match held {
        Some(Held::Yes) => say!(text, "The ", what, " held: adjusted the same way, "),
        Some(Held::No) => say!(text, "The ", what, " did not hold: adjusted the same way, "),
        Some(Held::NotClear) => {
            say!(text, "It is not clear that the ", what, " held: adjusted the same way, ");
        }
        None => say!(text, "Adjusted the same way, "),
    }
    say!(text, now, " averaged ");
    english_beside(text, estimate, &before);
}

fn english_refusal(text: &mut Text, why: Refusal) {
    say!(text, "How much of the change was due to working days and season cannot be said: ");
    match why {
        Refusal::TooFew(known) => {
            say!(text, "that takes ", adjustment::AT_LEAST, " months, and ", known);
            say!(text, " were known on that day");
        }
        Refusal::FirstPrints => {
            say!(text, "first prints of all months were never known at one time");
        }
        Refusal::Missing(month) => say!(text, month, " was not known on that day"),
        Refusal::NotPositive(month) => say!(text, "nothing was exported in ", month),
        Refusal::NoWorkingDays(month) => {
            say!(text, "the working days of ", month, " are not known")
        }
        Refusal::NotAsked => {}
    }
}

fn urdu_split(text: &mut Text, facts: &Headline, it: Adjusted) {
    let part = |text: &mut Text, it: Log| match Direction::of_percent(it.percent()) {
        Direction::Up => say!(text, " سے ", Percent(it.percent()), " اضافہ ہوا"),
        Direction::Down => say!(text, " سے ", Percent(it.percent()), " کمی ہوئی"),
        Direction::Unchanged => say!(text, " سے کوئی فرق نہیں پڑا"),
    };
    say!(text, "ایامِ کار");
    if let Some(it) = days(facts, it) {
        say!(text, " (", it.base_days, " کے مقابلے میں ", it.days, ")");
    }
    part(text, it.change.days);
    say!(text, " اور موسمی رجحان");
    part(text, it.change.season);
    say!(text, "؛ اس صفحے کے حساب سے باقی ");
    let left = it.change.left;
    match left.direction() {
        adjustment::Direction::Open => {
            urdu_beside(text, left, &Base { base: facts.month.plus(-1), month: facts.month });
            say!(text, " ہے، یعنی کوئی واضح تبدیلی نہیں");
        }
        direction => {
            let up = direction == adjustment::Direction::Up;
            say!(text, "تقریباً ", Whole(left.change));
            urdu_range(text, left);
            say!(text, if up { " کا " } else { " کی " }, if is_clear(it) { "واضح " } else { "" });
            say!(text, if up { "اضافہ ہے" } else { "کمی ہے" });
            say!(
                text,
                match it.change.class() {
                    Some(Class::ClearRise | Class::ClearFall) =>
                        "، جو پچھلے مہینوں کے معمول کے اتار چڑھاؤ سے زیادہ ہے",
                    Some(Class::WithinUsualWobble) =>
                        "، جو پچھلے مہینوں کے معمول کے اتار چڑھاؤ سے زیادہ نہیں",
                    None => "",
                }
            );
        }
    }
}

/// `ستمبر سے تقریباً 2 فیصد زیادہ (3 فیصد کم سے 7 فیصد زیادہ تک)`.
fn urdu_beside(text: &mut Text, it: Estimate, base: &dyn Say) {
    let way = |it: Log| if is_up(it) { " زیادہ" } else { " کم" };
    if it.change.percent().round() == 0.0 {
        say!(text, "تقریباً ", base, " کے برابر");
    } else {
        say!(text, base, " سے تقریباً ", Whole(it.change), way(it.change));
    }
    let (low, high) = (it.low(), it.high());
    if is_up(low) == is_up(high) {
        urdu_range(text, it);
    } else {
        say!(text, " (", Whole(low), way(low), " سے ", Whole(high), way(high), " تک)");
    }
}

fn urdu_range(text: &mut Text, it: Estimate) {
    let (near, far) = ends(it);
    let whole = near.percent().abs().round() as usize;
    say!(text, " (", whole, " تا ", Whole(far), ")");
}

fn urdu_after(text: &mut Text, facts: &Headline, it: Adjusted) {
    let Some((estimate, now, before, held)) = after(facts, it) else {
        let Some(three_months) = it.month.three_months else { return };
        say!(text, "تین ماہ کے زیادہ ہموار پیمانے پر یہ برآمدات ");
        urdu_beside(text, three_months, &"اس سے پہلے کے تین ماہ");
        return say!(text, " رہیں");
    };
    let up = it.change.left.direction() == adjustment::Direction::Up;
    match (held, up) {
        (Some(Held::Yes), true) => say!(text, "یہ اضافہ برقرار رہا: "),
        (Some(Held::Yes), false) => say!(text, "یہ کمی برقرار رہی: "),
        (Some(Held::No), true) => say!(text, "یہ اضافہ برقرار نہ رہا: "),
        (Some(Held::No), false) => say!(text, "یہ کمی برقرار نہ رہی: "),
        (Some(Held::NotClear), true) => say!(text, "یہ واضح نہیں کہ اضافہ برقرار رہا: "),
        (Some(Held::NotClear), false) => say!(text, "یہ واضح نہیں کہ کمی برقرار رہی: "),
        (None, _) => {}
    }
    say!(text, "اسی حساب سے ", ur::Period(now), " کی اوسط ");
    urdu_beside(text, estimate, &ur::Period(before));
    say!(text, " رہی");
}

fn urdu_refusal(text: &mut Text, why: Refusal) {
    say!(text, "یہ نہیں بتایا جا سکتا کہ تبدیلی میں ایامِ کار اور موسمی رجحان کا حصہ کتنا تھا: ");
    match why {
        Refusal::TooFew(known) => {
            say!(
                text,
                "اس کے لیے ",
                adjustment::AT_LEAST,
                " مہینوں کے اعداد چاہییں، اور اس دن تک "
            );
            say!(text, known, " معلوم تھے");
        }
        Refusal::FirstPrints => {
            say!(text, "تمام مہینوں کی پہلی اشاعتیں کبھی ایک ساتھ معلوم نہ تھیں");
        }
        Refusal::Missing(month) => say!(text, month, " کا عدد اس دن معلوم نہ تھا"),
        Refusal::NotPositive(month) => say!(text, month, " میں کوئی برآمد نہیں ہوئی"),
        Refusal::NoWorkingDays(month) => say!(text, month, " کے ایامِ کار معلوم نہیں"),
        Refusal::NotAsked => {}
    }
}
