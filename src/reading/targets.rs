//! Announced targets against what has been exported, in words.

use super::text::{Percent, Say as _, Text, say};
use super::{Reading, en, ur};
use crate::data::Amount;
use crate::data::context::Target;
use crate::facts::{Direction, Outlook, Targets, apart};
use crate::i18n::{Format, Lang, isolate};

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
        (Some(&(target, reached, _)), _) => {
            let (met, by) = apart(target, reached);
            say!(text, package_text!(subject en), if met { " met" } else { " missed" });
            say!(text, " the ", target.amount, " announced for ", target.period);
            if by > Amount::ZERO {
                say!(text, if met { " with " } else { " by " }, by, if met { " more" } else { "" });
            }
        }
        (None, Some((target, _))) => {
            say!(text, "Next announced: ", target.amount, " for ", target.period);
        }
        (None, None) => {
            say!(text, concat!("No target for ", package_text!(subject en), " is known"));
        }
    }
    let title = text.take();

    if let Some(&(target, reached, status)) = over.last() {
        say!(text, concat!(package_text!(subject en), " came to "), reached, " in ", target.period);
        say!(text, ", against ");
        say!(text, target.amount, " announced (", target.announcer.get(Lang::En), ")");
        text.stop();
        if let Some(status) = en::status(status) {
            say!(text, "At least one of the figures added up is ", status);
            text.stop();
        }
    }
    if over.len() > 1 {
        say!(text, "Of the ", en::InWords(over.len()), " amounts announced for years that are ");
        say!(text, "over, ");
        match facts.met() {
            0 => say!(text, "none was reached"),
            1 => say!(text, "one was reached"),
            met if met == over.len() => say!(text, "all were reached"),
            met => say!(text, en::InWords(met), " were reached"),
        }
        text.stop();
    }
    if let Some(it) = &facts.running {
        say!(text, it.span, " has brought ", it.amount, " so far");
        text.stop();
    }
    for (target, outlook) in open {
        say!(text, "The ", target.amount, " announced for ", target.period, " (");
        say!(text, target.announcer.get(Lang::En), ") would take ");
        takes_english(text, outlook);
        text.stop();
    }
    Reading { title, sentence: text.take() }
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
        Outlook::Over { .. } | Outlook::NotMeasured => say!(text, "what is not measured here"),
    }
}

fn urdu(text: &mut Text, facts: &Targets) -> Reading {
    let (over, open) = (facts.over(), facts.open());
    match (over.last(), open.first()) {
        (Some(&(target, reached, _)), _) => {
            let (met, by) = apart(target, reached);
            say!(text, ur::Period(target.period), " کے لیے اعلان کردہ ", target.amount);
            let exports = concat!(package_text!(subject ur), " ");
            match (met, by > Amount::ZERO) {
                (true, true) => say!(text, " کا ہدف پورا، ", exports, by, " زیادہ رہیں"),
                (true, false) => say!(text, " کا ہدف پورا ہوا"),
                (false, _) => say!(text, " کا ہدف پورا نہ ہوا، ", exports, by, " کم رہیں"),
            }
        }
        (None, Some((target, _))) => {
            say!(text, "اگلا اعلان: ", ur::Period(target.period), " کے لیے ", target.amount);
        }
        (None, None) => say!(text, concat!(package_text!(subject ur), " کا کوئی ہدف معلوم نہیں")),
    }
    let title = text.take();

    if let Some(&(target, reached, status)) = over.last() {
        say!(text, ur::Period(target.period), concat!(" میں ", package_text!(subject ur), " "));
        say!(text, reached, " رہیں، جبکہ اعلان ");
        say!(text, target.amount, " کا تھا (", target.announcer.get(Lang::Ur), ")");
        text.stop();
        if let Some(status) = ur::status(status) {
            say!(text, "جمع کیے گئے اعداد میں سے کم از کم ایک ", status);
            text.stop();
        }
    }
    if over.len() > 1 {
        say!(text, "جو سال گزر چکے ان کے ", ur::InWords(over.len()), " اعلانات میں سے ");
        match facts.met() {
            0 => say!(text, "کوئی پورا نہیں ہوا"),
            1 => say!(text, "ایک پورا ہوا"),
            met if met == over.len() => say!(text, "سب پورے ہوئے"),
            met => say!(text, ur::InWords(met), " پورے ہوئے"),
        }
        text.stop();
    }
    if let Some(it) = &facts.running {
        say!(text, ur::Period(it.span), " میں اب تک ", it.amount, " کی برآمدات ہوئیں");
        text.stop();
    }
    for (target, outlook) in open {
        say!(text, ur::Period(target.period), " کے لیے اعلان کردہ ", target.amount, " (");
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
        Outlook::Over { .. } | Outlook::NotMeasured => say!(text, "کا حساب یہاں نہیں"),
    }
}

/// What came of a target or what it takes, for a cell of the table and the readout.
pub fn outcome(target: &Target, outlook: &Outlook, format: Format) -> String {
    let text = &mut Text::new(format);
    let en = format.lang.spoken() == Lang::En;
    let words = |en_text: &'static str, ur_text: &'static str| if en { en_text } else { ur_text };
    match outlook {
        Outlook::Over { reached, .. } => {
            let (met, by) = apart(target, *reached);
            say!(text, words("reached: ", "حاصل: "), *reached);
            match (met, by > Amount::ZERO) {
                (true, true) => {
                    say!(text, words(", met with ", "، پورا، زائد: "), by, words(" more", ""));
                }
                (true, false) => say!(text, words(", met", "، پورا")),
                (false, _) => say!(text, words(", missed by ", "، پورا نہیں، کمی: "), by),
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
    }
    // A cell is no sentence: a capital does no harm, a stop would.
    text.take()
}
