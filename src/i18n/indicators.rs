//! Figures of indicators with their units, as published, and the periods they are of.

use super::context::words;
use super::{Format, Lang};
use crate::calendar::Span;
use crate::data::context::{Decimal, Figure, Indicator, Unit};
use crate::facts;
use crate::measure;
use crate::state::Numbers;

/// After most figures.
fn unit_name(unit: Unit, format: Format) -> &'static str {
    let (en, ur) = match unit {
        Unit::Count => ("number", "تعداد"),
        Unit::Million if format.numbers == Numbers::Pakistani => ("crore", "کروڑ"),
        Unit::Million => ("million", "ملین"),
        Unit::Percent => ("percent", "فیصد"),
        Unit::Rank => ("rank", "درجہ"),
        Unit::UsdMillion | Unit::UsdBillion => return format.unit(measure::Unit::Money),
        Unit::PkrBillion => ("billion rupees", "ارب روپے"),
        Unit::Mbps => ("Mbit/s", "میگابٹ فی سیکنڈ"),
        Unit::Tbps => ("Tbit/s", "ٹیرابٹ فی سیکنڈ"),
        Unit::Petabytes => ("petabytes", "پیٹا بائٹ"),
        Unit::Hours => ("hours", "گھنٹے"),
    };
    match format.lang.spoken() {
        Lang::En => en,
        Lang::Ur => ur,
    }
}

/// A figure with its unit, exactly as published.
fn value(it: Decimal, unit: Unit, format: Format) -> String {
    if let Some(amount) = facts::dollars(it, unit) {
        return format.money_exact(amount);
    }
    let (lang, plain, name) =
        (format.lang.spoken(), decimal(it, 0, format), unit_name(unit, format));
    match (unit, lang, format.numbers) {
        (Unit::Count, ..) => plain,
        (Unit::Percent, Lang::En, _) => format!("{plain}%"),
        (Unit::Rank, ..) => format!("{name} {plain}"),
        (Unit::PkrBillion, Lang::En, Numbers::International) => format!("Rs {plain} billion"),
        (Unit::PkrBillion, Lang::En, Numbers::Pakistani) => format!("Rs {plain} arab"),
        (Unit::Million, _, Numbers::Pakistani) if it.value() >= 10.0 => {
            format!("{} {name}", decimal(it, -1, format))
        }
        (Unit::Million, _, Numbers::Pakistani) => {
            let lakh = match lang {
                Lang::En => "lakh",
                Lang::Ur => "لاکھ",
            };
            format!("{} {lakh}", decimal(it, 1, format))
        }
        _ => format!("{plain} {name}"),
    }
}

/// A figure with its unit as its source puts it: `over 6,000`.
pub fn figure(indicator: &Indicator, it: &Figure, format: Format) -> String {
    (words(format.lang).bound)(it.bound, &value(it.value, indicator.unit, format))
}

/// A figure as [`figure`] has it, rounded for reading.
pub fn brief(indicator: &Indicator, it: &Figure, format: Format) -> String {
    (words(format.lang).bound)(it.bound, &brief_value(it.value, indicator.unit, format))
}

/// From the first to the last of several figures.
pub fn range(indicator: &Indicator, figures: &[&Figure], format: Format) -> String {
    let text = |it: Option<&&Figure>| {
        it.map_or(String::new(), |it| brief_value(it.value, indicator.unit, format))
    };
    (words(format.lang).range)(&text(figures.first()), &text(figures.last()))
}

/// With two decimals at most: more are written as one.
fn brief_value(it: Decimal, unit: Unit, format: Format) -> String {
    if let Some(amount) = facts::dollars(it, unit) {
        return format.money(amount);
    }
    let tenths = || Decimal { digits: (it.value() * 10.0).round() as i64, decimals: 1 };
    value(if it.decimals > 2 { tenths() } else { it }, unit, format)
}

/// A decimal number as published, with commas between thousands, moved by `shift` powers of ten.
fn decimal(it: Decimal, shift: i32, format: Format) -> String {
    let (mut digits, mut decimals) = (it.digits, i32::from(it.decimals) - shift);
    while decimals < 0 {
        digits *= 10;
        decimals += 1;
    }
    while decimals > 0 && digits % 10 == 0 {
        digits /= 10;
        decimals -= 1;
    }
    let scale = 10_u64.pow(decimals.unsigned_abs());
    let size = digits.unsigned_abs();
    let whole = format.count(usize::try_from(size / scale).unwrap_or(usize::MAX));
    let sign = if digits < 0 { "\u{2212}" } else { "" };
    if decimals == 0 {
        return format!("{sign}{whole}");
    }
    let places = decimals.unsigned_abs() as usize;
    format!("{sign}{whole}.{:0places$}", size % scale)
}

/// A period in the room of a tick.
pub fn short_period(span: Span, format: Format) -> String {
    if span.is_fiscal_year() {
        return format.fiscal_year_short(span.end().fiscal_year());
    }
    if span.len() == 12 {
        return span.end().year().to_string();
    }
    let last = format.month_short(span.end());
    if span.is_month() {
        return last;
    }
    let first = usize::from(span.start().number()) - 1;
    let first = format.lang.strings().months_short[first];
    match format.lang.spoken() {
        Lang::En => format!("{first}–{last}"),
        Lang::Ur => format!("{first} تا {last}"),
    }
}
