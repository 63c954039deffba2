//! Two months side by side, in words.

use super::text::{PerDay, Percent, Say as _, Text, say};
use super::{Reading, en, spoken_of, ur};
use crate::data::Dataset;
use crate::facts::{Direction, TwoMonths};
use crate::i18n::Format;

/// The finding is how much more or less the chosen month is than the one beside it.
pub fn two_months(data: &Dataset, facts: &TwoMonths, format: Format) -> Reading {
    let english = |text: &mut Text| english(text, data, facts);
    spoken_of(facts.sectors, format, english, |text| urdu(text, data, facts))
}

fn english(text: &mut Text, data: &Dataset, facts: &TwoMonths) -> Reading {
    let exports = en::Exports(data, facts.sectors);
    let (now, base) = (&facts.now, &facts.base);
    say!(text, exports, ": ", now.month);
    if now.month != base.month {
        say!(text, " beside ", base.month);
    }
    if let Some(change) = facts.change.filter(|_| now.month != base.month) {
        say!(text, ", ");
        match (change.ratio == 0.0, change.direction()) {
            (true, _) => say!(text, "the same"),
            (_, Direction::Up) => say!(text, Percent(change.percent()), " more"),
            (_, Direction::Down) => say!(text, Percent(change.percent()), " less"),
            (_, Direction::Unchanged) => say!(text, "much the same"),
        }
    }
    let title = text.take();
    match (&now.figure, &base.figure) {
        (None, None) if now.month != base.month => {
            say!(text, "No figure of their own is published for ", exports, " in ", now.month);
            say!(text, " and in ", base.month);
        }
        (None, _) => {
            say!(text, "No figure of its own is published for ", exports, " in ", now.month);
        }
        (Some(figure), _) => {
            say!(text, "In ", now.month, " ", exports, " came to ", figure.point.amount);
            match (&base.figure, facts.change) {
                _ if now.month == base.month => {}
                (Some(before), Some(change)) => {
                    say!(text, ", ");
                    en::compared(text, change);
                    say!(text, "the ", before.point.amount, " of ", base.month);
                }
                (Some(before), None) => {
                    say!(text, ", beside ", before.point.amount, " in ", base.month);
                    say!(text, ", with which they cannot be compared");
                }
                (None, _) => {
                    text.stop();
                    say!(text, "For ", base.month, " no figure of its own is published");
                }
            }
        }
    }
    text.stop();
    if now.month == base.month {
        say!(text, "A month beside itself shows no difference; choose another");
        text.stop();
        en::vintage(text, facts.vintage);
        return Reading { title, sentence: text.take() };
    }
    if let (Some(change), Some(it)) =
        (facts.per_day_change, now.figure.as_ref().and_then(|it| it.per_day))
    {
        say!(text, "Per working day that is ", PerDay(it), ", ");
        en::than(text, change.percent(), " more than ", " less than ");
        say!(text, "in ", base.month, " (", change.days, " days against ", change.base_days, ")");
        text.stop();
    }
    let ranked = [now, base].into_iter().filter_map(|it| Some((it.month, it.figure.as_ref()?)));
    for (place, (month, it)) in ranked.clone().enumerate() {
        if it.rank.of < 2 {
            continue;
        }
        say!(text, if place == 0 { "" } else { ", " }, month, " is ");
        say!(text, if it.rank.tied { "jointly the " } else { "the " });
        en::ordinal_highest(text, it.rank.place);
        if place == 0 {
            say!(text, " of ", it.rank.of, " months");
        }
    }
    text.stop();
    let on_month = ranked.filter_map(|(month, it)| Some((month, it.on_month?)));
    for (place, (month, change)) in on_month.enumerate() {
        say!(text, if place == 0 { "On the month before, " } else { " and " }, month);
        say!(text, " was ");
        match (change.ratio == 0.0, change.direction()) {
            (true, _) => say!(text, "unchanged"),
            (_, Direction::Up) => say!(text, "up ", Percent(change.percent())),
            (_, Direction::Down) => say!(text, "down ", Percent(change.percent())),
            (_, Direction::Unchanged) => say!(text, "almost unchanged"),
        }
    }
    text.stop();
    for it in [now, base] {
        if let Some(status) = it.figure.as_ref().and_then(|it| en::status(it.point.status)) {
            say!(text, "The figure of ", it.month, " is ", status);
            text.stop();
        }
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn urdu(text: &mut Text, data: &Dataset, facts: &TwoMonths) -> Reading {
    let exports = ur::Exports(data, facts.sectors);
    let (now, base) = (&facts.now, &facts.base);
    say!(text, exports, ": ", now.month);
    if now.month != base.month {
        say!(text, " بمقابلہ ", base.month);
    }
    if let Some(change) = facts.change.filter(|_| now.month != base.month) {
        say!(text, "، ");
        match (change.ratio == 0.0, change.direction()) {
            (true, _) => say!(text, "برابر"),
            (_, Direction::Up) => say!(text, Percent(change.percent()), " زیادہ"),
            (_, Direction::Down) => say!(text, Percent(change.percent()), " کم"),
            (_, Direction::Unchanged) => say!(text, "تقریباً برابر"),
        }
    }
    let title = text.take();
    match (&now.figure, &base.figure) {
        (None, None) if now.month != base.month => {
            say!(text, now.month, " اور ", base.month, " کے لیے ", exports);
            say!(text, " کے الگ اعداد شائع نہیں ہوئے");
        }
        (None, _) => say!(text, now.month, " کے لیے ", exports, " کا الگ عدد شائع نہیں ہوا"),
        (Some(figure), _) => {
            say!(text, now.month, " میں ", exports, " ", figure.point.amount, " رہیں");
            match (&base.figure, facts.change) {
                _ if now.month == base.month => {}
                (Some(before), Some(change)) => {
                    say!(text, "، یعنی ");
                    ur::compared(text, change, &ur::Period(change.base));
                    say!(text, " (", before.point.amount, ")");
                }
                (Some(before), None) => {
                    say!(text, "، جبکہ ", base.month, " میں ", before.point.amount);
                    say!(text, "؛ ان دونوں کا موازنہ ممکن نہیں");
                }
                (None, _) => {
                    text.stop();
                    say!(text, base.month, " کا الگ عدد شائع نہیں ہوا");
                }
            }
        }
    }
    text.stop();
    if now.month == base.month {
        say!(text, "ایک ہی مہینے کا اپنے آپ سے کوئی فرق نہیں؛ دوسرا مہینہ چنیں");
        text.stop();
        ur::vintage(text, facts.vintage);
        return Reading { title, sentence: text.take() };
    }
    if let (Some(change), Some(it)) =
        (facts.per_day_change, now.figure.as_ref().and_then(|it| it.per_day))
    {
        say!(text, "فی یومِ کار یہ ", PerDay(it), " بنتی ہیں، یعنی ");
        ur::against(text, change.percent(), &ur::Period(change.base));
        say!(text, " (", change.base_days, " کے مقابلے میں ", change.days, " ایامِ کار)");
        text.stop();
    }
    let ranked = [now, base].into_iter().filter_map(|it| Some((it.month, it.figure.as_ref()?)));
    for (place, (month, it)) in ranked.clone().enumerate() {
        if it.rank.of < 2 {
            continue;
        }
        match place {
            0 => say!(text, it.rank.of, " مہینوں میں بلندی کے لحاظ سے "),
            _ => say!(text, " اور "),
        }
        say!(text, month, " کا نمبر ", it.rank.place, if it.rank.tied { " (مشترکہ)" } else { "" });
        if place == 0 {
            say!(text, " ہے");
        }
    }
    text.stop();
    let on_month = ranked.filter_map(|(month, it)| Some((month, it.on_month?)));
    for (place, (month, change)) in on_month.enumerate() {
        say!(text, if place == 0 { "پچھلے مہینے کے مقابلے میں " } else { " اور " }, month);
        match (change.ratio == 0.0, change.direction()) {
            (true, _) => say!(text, " میں کوئی تبدیلی نہیں ہوئی"),
            (_, Direction::Up) => say!(text, " میں ", Percent(change.percent()), " اضافہ ہوا"),
            (_, Direction::Down) => say!(text, " میں ", Percent(change.percent()), " کمی ہوئی"),
            (_, Direction::Unchanged) => say!(text, " میں تقریباً کوئی تبدیلی نہیں ہوئی"),
        }
    }
    text.stop();
    for it in [now, base] {
        if let Some(status) = it.figure.as_ref().and_then(|it| ur::status(it.point.status)) {
            say!(text, it.month, " کا عدد ", status);
            text.stop();
        }
    }
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}
