//! Announced targets against what has been exported, in words.

use super::text::{Percent, Say as _, Text, say};
use super::{Reading, en, ur};
use crate::calendar::Span;
use crate::data::Amount;
use crate::data::context::Target;
use crate::facts::{Direction, Outlook, Targets, is_met, named_afterwards};
use crate::i18n::{Format, Lang, isolate};

pub fn targets(facts: &Targets, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => english(text, facts),
        Lang::Ur => urdu(text, facts),
    }
}

fn english(text: &mut Text, facts: &Targets) -> Reading {
    let (over, open, met) = (facts.over(), facts.open(), facts.met());
    match (over.as_slice(), open.first()) {
        ([(target, _)], _) => {
            let how = if met.is_empty() { " missed the " } else { " reached the " };
            say!(text, package_text!(subject en), how, target.amount);
            say!(text, " announced for ", due(target));
        }
        ([_, _, ..], _) => {
            say!(text, concat!(package_text!(subject en), " reached "));
            match met.len() {
                0 => say!(text, "none"),
                all if all == over.len() => say!(text, "all"),
                met => say!(text, en::InWords(met)),
            }
            say!(text, " of the ", en::InWords(over.len()), " amounts announced for years that ");
            say!(text, "are over");
        }
        ([], Some((target, _))) => {
            say!(text, "Next announced: ", target.amount, " for ", due(target));
        }
        ([], None) => {
            say!(text, concat!("No target for ", package_text!(subject en), " is known"));
        }
    }
    let title = text.take();

    for of_year in over.chunk_by(|one, other| one.0.period == other.0.period) {
        for (place, &(target, reached)) in of_year.iter().enumerate() {
            if place == 0 {
                say!(text, reached.span, " brought ", reached.amount);
            }
            say!(text, if place == 0 { "; announced: " } else { ", " }, target.amount);
            match missed_by(target, reached.amount, text.format) {
                None => say!(text, " (reached)"),
                Some(by) => say!(text, " (missed by ", by, ")"),
            }
        }
        text.stop();
    }
    if let Some(status) = over.last().and_then(|it| en::status(it.1.status)) {
        say!(text, "At least one of the figures added up is ", status);
        text.stop();
    }
    for target in met.into_iter().filter(|it| named_afterwards(it)) {
        say!(text, "The ", target.amount, " for ", due(target), " are known only from what was ");
        say!(text, "printed when that year was over");
        text.stop();
    }
    if let Some(it) = &facts.running {
        say!(text, it.span, " has brought ", it.amount, " so far");
        text.stop();
    }
    for (target, outlook) in open {
        say!(text, "The ", target.amount, " announced for ", due(target), " (");
        say!(text, target.announcer.get(Lang::En), ") would take ");
        takes_english(text, outlook);
        text.stop();
    }
    for (place, target) in facts.without_year().into_iter().enumerate() {
        say!(text, if place == 0 { "Without a year: " } else { ", " }, target.amount, " (");
        say!(text, target.announcer.get(Lang::En), ")");
    }
    text.stop();
    Reading { title, sentence: text.take() }
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
    let (over, open, met) = (facts.over(), facts.open(), facts.met());
    match (over.as_slice(), open.first()) {
        ([(target, _)], _) => {
            say!(text, ur::Period(due(target)), " کے لیے اعلان کردہ ", target.amount);
            say!(
                text,
                if met.is_empty() {
                    " کا ہدف پورا نہ ہوا"
                } else {
                    " کا ہدف پورا ہوا"
                }
            );
        }
        ([_, _, ..], _) => {
            say!(text, "جو سال گزر چکے ان کے ", ur::InWords(over.len()), " اعلانات میں سے ");
            match met.len() {
                0 => say!(text, "کوئی پورا نہیں ہوا"),
                1 => say!(text, "ایک پورا ہوا"),
                all if all == over.len() => say!(text, "سب پورے ہوئے"),
                met => say!(text, ur::InWords(met), " پورے ہوئے"),
            }
        }
        ([], Some((target, _))) => {
            say!(text, "اگلا اعلان: ", ur::Period(due(target)), " کے لیے ", target.amount);
        }
        ([], None) => say!(text, concat!(package_text!(subject ur), " کا کوئی ہدف معلوم نہیں")),
    }
    let title = text.take();

    for of_year in over.chunk_by(|one, other| one.0.period == other.0.period) {
        for (place, &(target, reached)) in of_year.iter().enumerate() {
            if place == 0 {
                say!(text, ur::Period(reached.span), " میں ", reached.amount, " کی برآمدات ہوئیں");
            }
            say!(text, if place == 0 { "؛ اعلانات: " } else { "، " }, target.amount);
            match missed_by(target, reached.amount, text.format) {
                None => say!(text, " (پورا)"),
                Some(by) => say!(text, " (", by, " کم)"),
            }
        }
        text.stop();
    }
    if let Some(status) = over.last().and_then(|it| ur::status(it.1.status)) {
        say!(text, "جمع کیے گئے اعداد میں سے کم از کم ایک ", status);
        text.stop();
    }
    for target in met.into_iter().filter(|it| named_afterwards(it)) {
        say!(text, ur::Period(due(target)), " کے ", target.amount, " کا ہدف صرف سال گزرنے کے ");
        say!(text, "بعد کی خبروں سے معلوم ہے");
        text.stop();
    }
    if let Some(it) = &facts.running {
        say!(text, ur::Period(it.span), " میں اب تک ", it.amount, " کی برآمدات ہوئیں");
        text.stop();
    }
    for (target, outlook) in open {
        say!(text, ur::Period(due(target)), " کے لیے اعلان کردہ ", target.amount, " (");
        say!(text, target.announcer.get(Lang::Ur), ") ");
        takes_urdu(text, outlook);
        text.stop();
    }
    for (place, target) in facts.without_year().into_iter().enumerate() {
        say!(text, if place == 0 { "سال بتائے بغیر: " } else { "، " }, target.amount, " (");
        say!(text, target.announcer.get(Lang::Ur), ")");
    }
    text.stop();
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

/// What came of a target or what it takes, for a cell of the table and the readout.
pub fn outcome(target: &Target, outlook: &Outlook, format: Format) -> String {
    let text = &mut Text::new(format);
    let en = format.lang.spoken() == Lang::En;
    let words = |en_text: &'static str, ur_text: &'static str| if en { en_text } else { ur_text };
    match outlook {
        Outlook::Over(reached) => {
            say!(text, words("reached: ", "حاصل: "), reached.amount);
            match missed_by(target, reached.amount, format) {
                None => say!(text, words(", met", "، پورا")),
                Some(by) => say!(text, words(", missed by ", "، پورا نہیں، کمی: "), by),
            }
        }
        Outlook::Running { so_far, monthly: None, .. } => {
            say!(text, words("already reached: ", "پورا ہو چکا: "), so_far.amount);
        }
        Outlook::Running { so_far, monthly: Some(monthly), .. } => {
            say!(text, *monthly, words(" in each month left", " باقی ہر مہینے"));
            say!(text, words("; so far ", "؛ اب تک "), so_far.amount);
        }
        Outlook::Ahead { monthly, growth } => {
            say!(text, *monthly, words(" a month in that year", " ماہانہ، اس سال میں"));
            if let Some(it) = growth {
                let percent = format.signed_percent(it.percent);
                if en {
                    say!(text, "; ", percent, " a year from ", it.from.span);
                } else {
                    say!(text, "؛ ", ur::Period(it.from.span), " سے سالانہ ", isolate(&percent));
                }
            }
        }
        Outlook::NotMeasured => say!(text, words("not measured here", "یہاں ناپا نہیں جاتا")),
        Outlook::NoYear => {
            say!(text, words("neither met nor missed: no year named", "سال نہیں بتایا گیا"));
        }
    }
    // A cell is no sentence: a capital does no harm, a stop would.
    text.take()
}
