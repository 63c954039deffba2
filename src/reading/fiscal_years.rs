//! Fiscal years laid over each other, in words.

use super::text::{Say as _, Text, say};
use super::{Reading, en, spoken_of, ur};
use crate::calendar::Span;
use crate::data::Dataset;
use crate::facts::FiscalYears;
use crate::i18n::Format;

/// The finding is what the fiscal year came to up to the chosen month.
pub fn fiscal_years(data: &Dataset, facts: &FiscalYears, format: Format) -> Reading {
    let english = |text: &mut Text| english(text, data, facts);
    spoken_of(facts.sectors, format, english, |text| urdu(text, data, facts))
}

fn english(text: &mut Text, data: &Dataset, facts: &FiscalYears) -> Reading {
    let exports = en::Exports(data, facts.sectors);
    let year = text.format.fiscal_year(facts.year.span().end());
    let same = |text: &mut Text, base: Span| {
        if base.is_month() || base.is_fiscal_year() {
            say!(text, "in ", base);
        } else {
            say!(text, "in the same months of ", text.format.fiscal_year(base.end()));
        }
    };
    let Some((it, rank)) = &facts.to_date else {
        say!(text, "No sum of ", exports, " for ", year);
        let title = text.take();
        say!(text, "The months of ", year, " cannot be added up for ", exports);
        say!(
            text,
            concat!(
                ": not every one of them is published from ",
                package_text!(first month en),
                " on"
            )
        );
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    say!(text, it.now.span, ": ", exports, " at ", it.now.amount);
    if let Some(change) = it.change() {
        say!(text, ", ");
        en::compared(text, change);
        same(text, change.base);
    }
    let title = text.take();
    say!(text, "In ", it.now.span, " ", exports, " came to ", it.now.amount);
    if let Some(change) = it.change() {
        say!(text, ", ");
        en::compared(text, change);
        same(text, change.base);
    }
    text.stop();
    if rank.of > 1 {
        say!(text, "Of the ", en::InWords(rank.of), " years for which ");
        let one = it.now.span.is_month();
        say!(text, if one { "this month" } else { "these months" });
        say!(text, if one { " is known, it is " } else { " are known, it is " });
        en::place(text, *rank);
        text.stop();
    }
    if let Some(whole) = facts.whole.as_ref().filter(|it| it.now.span != facts.span()) {
        say!(text, year, " as a whole came to ", whole.now.amount);
        if let Some(change) = whole.change() {
            say!(text, ", ");
            en::compared(text, change);
            same(text, change.base);
        }
        text.stop();
    }
    if let Some(status) = en::status(it.now.status) {
        let one = it.now.observations.len() == 1;
        say!(text, if one { "The figure is " } else { "At least one of the figures added up is " });
        say!(text, status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn urdu(text: &mut Text, data: &Dataset, facts: &FiscalYears) -> Reading {
    let exports = ur::Exports(data, facts.sectors);
    let year = text.format.fiscal_year(facts.year.span().end());
    let Some((it, rank)) = &facts.to_date else {
        say!(text, year, ": ", exports, " کا مجموعہ دستیاب نہیں");
        let title = text.take();
        say!(text, exports, " کے لیے ", year, " کے مہینے جمع نہیں ہو سکتے");
        say!(
            text,
            concat!(
                "، کیونکہ ",
                package_text!(first month ur),
                " سے ہر مہینے کا عدد شائع نہیں ہوا"
            )
        );
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let span = ur::Period(it.now.span);
    say!(text, span, " میں ", exports, " ", it.now.amount);
    if let Some(change) = it.change() {
        say!(text, "، ");
        ur::compared(text, change, &ur::Period(change.base));
    }
    let title = text.take();
    say!(text, span, " میں ", exports, " ", it.now.amount, " رہیں");
    if let Some(change) = it.change() {
        say!(text, "، یعنی ");
        ur::compared(text, change, &ur::Period(change.base));
    }
    text.stop();
    if rank.of > 1 {
        let months = if it.now.span.is_month() { "اس مہینے" } else { "ان مہینوں" };
        say!(text, "جن ", ur::InWords(rank.of), " برسوں کے لیے ", months);
        say!(text, " کے اعداد معلوم ہیں، ان میں یہ ");
        ur::place(text, *rank);
        say!(text, " رقم ہے");
        text.stop();
    }
    if let Some(whole) = facts.whole.as_ref().filter(|it| it.now.span != facts.span()) {
        say!(text, "پورے ", year, " میں یہ ", whole.now.amount, " رہیں");
        if let Some(change) = whole.change() {
            say!(text, "، یعنی ");
            ur::compared(text, change, &ur::Period(change.base));
        }
        text.stop();
    }
    if let Some(status) = ur::status(it.now.status) {
        let one = it.now.observations.len() == 1;
        say!(
            text,
            if one {
                "یہ عدد "
            } else {
                "جمع کیے گئے اعداد میں سے کم از کم ایک "
            }
        );
        say!(text, status);
        text.stop();
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}
