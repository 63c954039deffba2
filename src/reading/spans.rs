//! What was published of the chosen sectors, span by span.

use super::text::{Say, Text, say};
use super::{Reading, en, millions, nothing_chosen, ur};
use crate::data::Dataset;
use crate::facts::PublishedSpans;
use crate::i18n::{Format, Lang};

pub fn spans(data: &Dataset, facts: &PublishedSpans, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match text.lang() {
        _ if facts.sectors.is_empty() => nothing_chosen(text),
        Lang::En => english(text, data, facts),
        Lang::Ur => urdu(text, data, facts),
    }
}

fn english(text: &mut Text, data: &Dataset, facts: &PublishedSpans) -> Reading {
    let exports = en::Exports(data, facts.sectors);
    let (Some(last), Some(highest)) = (facts.last(), facts.highest()) else {
        return en::not_published(text, exports, " for ", facts.range);
    };
    say!(text, exports, " in ", last.span, ": ", millions(last.value));
    if !last.span.is_month() {
        say!(text, " a month");
    }
    let title = text.take();
    say!(text, "In ", last.span, " ", exports, " came to ", last.amount);
    if !last.span.is_month() {
        say!(text, " or ", millions(last.value), " a month");
    }
    if let Some(change) = facts.change {
        say!(text, ", ");
        en::compared(text, change);
        say!(text, "in ", change.base);
    }
    text.stop();
    if facts.values.len() > 1 {
        let what = if facts.longer_than_a_month() > 0 { "monthly mean" } else { "figure" };
        if highest.span == last.span {
            say!(text, "That is the highest ", what, " shown");
        } else {
            say!(text, "The highest ", what, " shown is ", millions(highest.value));
            say!(text, ", in ", highest.span);
        }
        text.stop();
        match (facts.longer_than_a_month(), facts.values.len()) {
            (0, _) => {}
            (long, all) => {
                say!(text, long, " of the ", all, " figures shown ");
                say!(text, if long == 1 { "covers" } else { "cover" }, " more than a month");
                text.stop();
            }
        }
    }
    en::missing(text, "figure", &facts.gaps, facts.range);
    en::series_break(text, data, facts.break_at);
    if let Some(status) = en::status(last.status) {
        say!(text, "The last figure is ", status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn urdu(text: &mut Text, data: &Dataset, facts: &PublishedSpans) -> Reading {
    let exports = ur::Exports(data, facts.sectors);
    let (Some(last), Some(highest)) = (facts.last(), facts.highest()) else {
        return ur::not_published(text, exports, ur::Period(facts.range));
    };
    let period = ur::Period(last.span);
    say!(text, period, " میں ", exports, ": ");
    if !last.span.is_month() {
        say!(text, "ماہانہ ");
    }
    say!(text, millions(last.value));
    let title = text.take();
    say!(text, period, " میں ", exports, " ", last.amount);
    if !last.span.is_month() {
        say!(text, " یعنی ماہانہ ", millions(last.value));
    }
    say!(text, " رہیں");
    if let Some(change) = facts.change {
        say!(text, "، جو ");
        ur::compared(text, change, &ur::Period(change.base));
        say!(text, " ہیں");
    }
    text.stop();
    if facts.values.len() > 1 {
        let what = if facts.longer_than_a_month() > 0 { "ماہانہ اوسط" } else { "سطح" };
        if highest.span == last.span {
            say!(text, "یہ دکھائی گئی مدت کی بلند ترین ", what, " ہے");
        } else {
            say!(text, "دکھائی گئی مدت کی بلند ترین ", what, " ", millions(highest.value));
            say!(text, " ہے، جو ", ur::Period(highest.span), " میں رہی");
        }
        text.stop();
        match (facts.longer_than_a_month(), facts.values.len()) {
            (0, _) => {}
            (1, all) => {
                say!(text, "دکھائے گئے ", all, " اعداد میں سے 1 ایک ماہ سے زیادہ کا ہے");
            }
            (long, all) => {
                say!(text, "دکھائے گئے ", all, " اعداد میں سے ", long);
                say!(text, " ایک ماہ سے زیادہ کے ہیں");
            }
        }
        text.stop();
    }
    ur::missing(text, "کا عدد شائع نہیں ہوا", &facts.gaps, facts.range);
    ur::series_break(text, data, facts.break_at);
    if let Some(status) = ur::status(last.status) {
        say!(text, "آخری عدد ", status);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}
