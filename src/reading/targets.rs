//! Announced targets against what has been exported, in words.

use super::text::{Percent, Say as _, Text, say};
use super::{Reading, en, ur};
use crate::calendar::Span;
use crate::data::context::Target;
use crate::data::{Amount, Status};
use crate::facts::{Direction, Outlook, Targets, is_met};
use crate::i18n::{Format, Lang, isolate};
use crate::query::DataPoint;

pub fn targets(facts: &Targets, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => english(text, facts),
        Lang::Ur => urdu(text, facts),
    }
}

fn english(text: &mut Text, facts: &Targets) -> Reading {
    let (over, open) = (facts.over(), facts.open());
    match (over.last(), open.first()) {
        (Some(&(target, reached)), _) => {
            let missed_by = missed_by(target, reached.amount, text.format);
            let how = if missed_by.is_some() { " missed the " } else { " reached the " };
            say!(text, package_text!(subject en), how, target.amount);
            say!(text, " announced for ", due(target));
            if let Some(by) = missed_by {
                say!(text, " by ", by);
            }
        }
        (None, Some((target, _))) => {
            say!(text, "Next announced: ", target.amount, " for ", due(target));
        }
        (None, None) => {
            say!(text, concat!("No target for ", package_text!(subject en), " is known"));
        }
    }
    let title = text.take();

    if over.len() > 1 {
        say!(text, "Of the ", en::InWords(over.len()), " amounts announced for years that are ");
        say!(text, "over, ");
        match facts.met().len() {
            0 => say!(text, "none was reached"),
            1 => say!(text, "one was reached"),
            all if all == over.len() => say!(text, "all were reached"),
            met => say!(text, en::InWords(met), " were reached"),
        }
        text.stop();
    }
    if let Some(it) = facts.years.last() {
        say!(text, it.span, " brought ", it.amount);
        if let Some(status) = en::status(it.status) {
            say!(text, ", at least one month of it ", status);
        }
    }
    if let Some(it) = &facts.running {
        say!(text, if facts.years.is_empty() { "" } else { "; " }, running(it));
        say!(text, " has brought ", it.amount, " so far");
    }
    text.stop();
    if let Some((target, outlook)) = open.first() {
        say!(text, "The ", target.amount, " announced for ", due(target), " (");
        say!(text, target.announcer.get(Lang::En), ") would take ");
        takes_english(text, outlook);
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

/// The fiscal year that is running.
fn running(so_far: &DataPoint) -> Span {
    so_far.span.end().fiscal_year().span()
}

/// The year of a target; there is one wherever its outcome is told.
fn due(target: &Target) -> Span {
    target.period.unwrap_or(target.announced)
}

/// By how much what was reached falls short of a target, as it is written: no finer than the
/// two are. `None` where it is reached.
fn missed_by(target: &Target, reached: Amount, format: Format) -> Option<Amount> {
    (!is_met(target, reached)).then(|| format.apart(target.amount, reached))
}

/// What follows on `would take `.
fn takes_english(text: &mut Text, outlook: &Outlook) {
    match outlook {
        Outlook::Running { so_far, months_left, monthly: Some(monthly) } => {
            let months = if *months_left == 1 { " month" } else { " months" };
            say!(text, *monthly, " in each of the ", en::InWords(*months_left), months);
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
            say!(text, *monthly, " a month in that year");
        }
        Outlook::Over(_) | Outlook::NotMeasured | Outlook::NoYear => {
            say!(text, "what is not measured here")
        }
    }
}

fn urdu(text: &mut Text, facts: &Targets) -> Reading {
    let (over, open) = (facts.over(), facts.open());
    match (over.last(), open.first()) {
        (Some(&(target, reached)), _) => {
            say!(text, ur::Period(due(target)), " کے لیے اعلان کردہ ", target.amount, " کا ہدف ");
            match missed_by(target, reached.amount, text.format) {
                None => say!(text, "پورا ہوا"),
                Some(by) => say!(text, "پورا نہ ہوا، ", by, " کی کمی رہی"),
            }
        }
        (None, Some((target, _))) => {
            say!(text, "اگلا اعلان: ", ur::Period(due(target)), " کے لیے ", target.amount);
        }
        (None, None) => say!(text, concat!(package_text!(subject ur), " کا کوئی ہدف معلوم نہیں")),
    }
    let title = text.take();

    if over.len() > 1 {
        say!(text, "جو سال گزر چکے ان کے ", ur::InWords(over.len()), " اعلانات میں سے ");
        match facts.met().len() {
            0 => say!(text, "کوئی پورا نہیں ہوا"),
            1 => say!(text, "ایک پورا ہوا"),
            all if all == over.len() => say!(text, "سب پورے ہوئے"),
            met => say!(text, ur::InWords(met), " پورے ہوئے"),
        }
        text.stop();
    }
    if let Some(it) = facts.years.last() {
        say!(text, ur::Period(it.span), " میں ", it.amount, " کی برآمدات ہوئیں");
        if let Some(status) = ur::status(it.status) {
            say!(text, "، جن میں کم از کم ایک مہینے کا عدد ", status);
        }
    }
    if let Some(it) = &facts.running {
        say!(text, if facts.years.is_empty() { "" } else { "؛ " }, running(it));
        say!(text, " میں اب تک ", it.amount, " کی");
    }
    text.stop();
    if let Some((target, outlook)) = open.first() {
        say!(text, ur::Period(due(target)), " کے لیے اعلان کردہ ", target.amount, " (");
        say!(text, target.announcer.get(Lang::Ur), ") ");
        takes_urdu(text, outlook);
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

fn takes_urdu(text: &mut Text, outlook: &Outlook) {
    match outlook {
        Outlook::Running { so_far, months_left, monthly: Some(monthly) } => {
            let months = if *months_left == 1 { " مہینے" } else { " مہینوں" };
            say!(text, "کے لیے باقی ", ur::InWords(*months_left), months, " میں ماہانہ ");
            say!(text, *monthly, " درکار ہوں گے؛ اب تک ", so_far.amount, " ہوئے ہیں");
        }
        Outlook::Running { so_far, .. } => {
            say!(text, "پورے ہو چکے ہیں: اب تک ", so_far.amount, " ہوئے ہیں");
        }
        Outlook::Ahead { monthly, growth } => {
            say!(text, "کے لیے ");
            if let Some(it) = growth {
                say!(text, ur::Period(it.from.span), " (", it.from.amount, ") سے ");
                let yearly = if it.years == 1 { "" } else { "ہر سال " };
                let percent = Percent(it.percent);
                match Direction::of_percent(it.percent) {
                    Direction::Up => say!(text, yearly, percent, " اضافہ درکار ہے، یعنی "),
                    Direction::Down => {
                        say!(text, yearly, percent, " سے زیادہ کمی نہ ہونا کافی ہے، یعنی ");
                    }
                    Direction::Unchanged => say!(text, "تقریباً کوئی اضافہ درکار نہیں، یعنی "),
                }
            }
            say!(text, "اس سال ماہانہ ", *monthly);
            say!(text, if growth.is_some() { "" } else { " درکار ہیں" });
        }
        Outlook::Over(_) | Outlook::NotMeasured | Outlook::NoYear => {
            say!(text, "کا حساب یہاں نہیں")
        }
    }
}

/// What became of a target, or what it takes; and the figures behind it.
pub fn outcome(target: &Target, outlook: &Outlook, format: Format) -> [String; 2] {
    let (mut text, mut figures) = (Text::new(format), Text::new(format));
    let (text, figures) = (&mut text, &mut figures);
    let en = format.lang.spoken() == Lang::En;
    let words = |en_text: &'static str, ur_text: &'static str| if en { en_text } else { ur_text };
    match outlook {
        Outlook::Over(reached) => {
            match missed_by(target, reached.amount, format) {
                None => say!(text, words("met", "پورا ہوا")),
                Some(by) => say!(text, words("missed by ", "کمی رہی: "), by),
            }
            say!(figures, words("reached: ", "حاصل: "), reached.amount);
            if reached.status == Status::Provisional {
                say!(figures, words(", provisional", "، عبوری"));
            }
        }
        Outlook::Running { so_far, monthly, .. } => {
            match monthly {
                None => say!(text, words("already met", "پورا ہو چکا")),
                Some(it) if en => say!(text, "needs ", *it, " in each month left"),
                Some(it) => say!(text, "باقی ہر مہینے ", *it, " درکار"),
            }
            say!(figures, words("so far ", "اب تک "), so_far.amount);
        }
        Outlook::Ahead { monthly, growth } => {
            if let Some(it) = growth {
                let percent = format.signed_percent(it.percent);
                let met_anyhow = Direction::of_percent(it.percent) != Direction::Up;
                if en {
                    say!(text, if met_anyhow { "met even at " } else { "needs " }, percent);
                    say!(text, " a year from ", it.from.span);
                } else {
                    say!(text, ur::Period(it.from.span), " سے سالانہ ", isolate(&percent));
                    say!(text, if met_anyhow { " پر بھی پورا" } else { " درکار" });
                }
            }
            let last = if growth.is_some() { &mut *figures } else { &mut *text };
            say!(last, words("needs ", "اس سال ماہانہ "), *monthly);
            say!(last, words(" a month in that year", " درکار"));
        }
        Outlook::NotMeasured => say!(text, words("not measured here", "یہاں ناپا نہیں جاتا")),
        Outlook::NoYear => {
            say!(text, words("neither met nor missed", "نہ پورا ہوا، نہ رہ گیا"));
        }
    }
    // A cell is no sentence: a capital does no harm, a stop would.
    [text.take(), figures.take()]
}
