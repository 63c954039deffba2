//! Numbers, amounts and periods in words and figures.

use super::{Lang, isolate};
use crate::calendar::{Date, FiscalYear, Month, Span};
use crate::data::Amount;
use crate::measure::Unit;
use crate::package_text;
use crate::state::Numbers;

/// How a reader wants figures written. Rounds for display only, halves away from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    pub lang: Lang,
    pub numbers: Numbers,
}

/// One crore is ten million, in thousands.
const CRORE: i64 = 10_000;
const LAKH: i64 = 100;
const MILLION: i64 = 1_000;
/// One arab is one (short) billion.
const BILLION: i64 = 1_000_000;

const CRORE_EN: &str = concat!(" crore ", package_text!(unit en));
const CRORE_UR: &str = concat!(" کروڑ ", package_text!(unit ur));
const MILLION_UR: &str = concat!(" ملین ", package_text!(unit ur));
/// The unit of an axis.
const MILLIONS: &str = if package_text!(sign).is_empty() {
    concat!("million ", package_text!(full unit en))
} else {
    concat!(package_text!(sign), " million")
};

impl Format {
    /// `None` for `numbers` means what is usual: millions in English, crore in Urdu.
    pub fn new(lang: Lang, numbers: Option<Numbers>) -> Format {
        let usual = match lang.spoken() {
            Lang::En => Numbers::International,
            Lang::Ur => Numbers::Pakistani,
        };
        Format { lang, numbers: numbers.unwrap_or(usual) }
    }

    /// An amount for a sentence: `$238 million`, `$3.39 billion`, `23 کروڑ 80 لاکھ ڈالر`.
    pub fn money(self, amount: Amount) -> String {
        let (figure, unit) = self.money_words(amount);
        match (self.lang.spoken(), self.numbers) {
            (Lang::En, Numbers::International) if amount < Amount::ZERO => {
                ["minus ", &counted(figure)].concat()
            }
            (Lang::En, Numbers::International) => counted(figure),
            (Lang::En, Numbers::Pakistani) if amount < Amount::ZERO => {
                format!("minus {figure} {unit}")
            }
            (Lang::Ur, _) if amount < Amount::ZERO => format!("منفی {figure} {unit}"),
            (Lang::En, Numbers::Pakistani) | (Lang::Ur, _) => format!("{figure} {unit}"),
        }
    }

    /// The figure in words, without its sign, and the word for the unit.
    fn money_words(self, amount: Amount) -> (String, &'static str) {
        let thousands = amount.thousands().abs();
        let words = |en, ur| if self.lang.spoken() == Lang::En { en } else { ur };
        let unit = words(package_text!(unit en), package_text!(unit ur));
        let figure = match self.numbers {
            Numbers::International if thousands >= BILLION => {
                let figure = decimal(thousands, BILLION, 2);
                format!("{figure} {}", words("billion", "ارب"))
            }
            Numbers::International => {
                let places = if thousands % MILLION == 0 {
                    0
                } else if thousands < 10 * MILLION {
                    2
                } else {
                    1
                };
                format!("{} {}", decimal(thousands, MILLION, places), words("million", "ملین"))
            }
            Numbers::Pakistani => {
                let (arab, crore, lakh) =
                    (words("arab", "ارب"), words("crore", "کروڑ"), words("lakh", "لاکھ"));
                let in_units = |unit: i64| (thousands + unit / 2) / unit;
                if thousands >= BILLION - CRORE / 2 {
                    let whole = in_units(CRORE);
                    two_words(whole / 100, arab, whole % 100, crore)
                } else if thousands >= CRORE - LAKH / 2 {
                    let whole = in_units(LAKH);
                    two_words(whole / 100, crore, whole % 100, lakh)
                } else {
                    format!("{} {lakh}", decimal(thousands, LAKH, 1))
                }
            }
        };
        (figure, unit)
    }

    /// Billions of rupees for a sentence: `Rs 1,290 billion`, `12 کھرب 90 ارب روپے`.
    pub fn rupees(self, billions: f64) -> String {
        let whole = billions.round() as i64;
        let pakistani = |kharab, arab| two_words(whole / 100, kharab, whole % 100, arab);
        let plain = self.rupee_figure(billions);
        match (self.lang.spoken(), self.numbers) {
            (Lang::En, Numbers::International) => format!("Rs {plain} billion"),
            (Lang::En, Numbers::Pakistani) => ["Rs ", &pakistani("kharab", "arab")].concat(),
            (Lang::Ur, Numbers::International) => format!("{plain} ارب روپے"),
            (Lang::Ur, Numbers::Pakistani) => [&pakistani("کھرب", "ارب"), " روپے"].concat(),
        }
    }

    /// Billions of rupees in figures: `1,290`. An arab is a billion.
    pub fn rupee_figure(self, billions: f64) -> String {
        decimal(billions.round() as i64, 1, 0)
    }

    /// Rupees for a dollar: `248.01`.
    pub fn rate(self, rupees: f64) -> String {
        decimal((rupees * 100.0).round() as i64, 100, 2)
    }

    /// How far two amounts are apart, as a reader finds who subtracts them as [`Format::money`]
    /// writes them: no finer than the coarser of the two.
    pub fn apart(self, one: Amount, other: Amount) -> Amount {
        let step = |it: Amount| match (self.numbers, it.thousands().abs()) {
            (Numbers::International, thousands) if thousands >= BILLION => BILLION / 100,
            (Numbers::International, thousands) if thousands % MILLION == 0 => MILLION,
            (Numbers::International, thousands) if thousands < 10 * MILLION => MILLION / 100,
            (Numbers::International, _) => MILLION / 10,
            (Numbers::Pakistani, thousands) if thousands >= BILLION - CRORE / 2 => CRORE,
            (Numbers::Pakistani, thousands) if thousands >= CRORE - LAKH / 2 => LAKH,
            (Numbers::Pakistani, _) => LAKH / 10,
        };
        let step = step(one).max(step(other));
        let steps = |it: Amount| (it.thousands() + step / 2).div_euclid(step);
        Amount::from_thousands((steps(one) - steps(other)).abs() * step)
    }

    /// An amount as published, without rounding, for readouts and tables:
    /// `$238.042 million`, `23.8042 crore dollars`.
    pub fn money_exact(self, amount: Amount) -> String {
        let figure = self.money_cell(amount);
        match (self.lang.spoken(), self.numbers) {
            (Lang::En, Numbers::International) => match figure.strip_prefix('\u{2212}') {
                Some(figure) => ["\u{2212}", &in_millions(figure)].concat(),
                None => in_millions(&figure),
            },
            (Lang::En, Numbers::Pakistani) => [&figure, CRORE_EN].concat(),
            (Lang::Ur, Numbers::International) => [&*isolate(&figure), MILLION_UR].concat(),
            (Lang::Ur, Numbers::Pakistani) => [&*isolate(&figure), CRORE_UR].concat(),
        }
    }

    /// US$ million as short as the axis and the ends of lines have room for: `$3.6bn`, `$917m`, `3.6 ارب`, `92 کروڑ`.
    pub fn money_short(self, millions: f64) -> String {
        let large = millions >= 999.5;
        let value = if large { millions / 1000.0 } else { self.in_unit(Unit::Money, millions) };
        let places = usize::from(large || value < 10.0);
        let scale = 10_i64.pow(places as u32);
        let figure = trim_zeros(decimal((value * scale as f64).round() as i64, scale, places));
        let word = match (self.lang.spoken(), self.numbers, large) {
            (Lang::En, Numbers::International, true) => "bn",
            (Lang::En, Numbers::International, false) => "m",
            (Lang::En, Numbers::Pakistani, true) => " arab",
            (Lang::En, Numbers::Pakistani, false) => " crore",
            (Lang::Ur, _, true) => " ارب",
            (Lang::Ur, Numbers::International, false) => " ملین",
            (Lang::Ur, Numbers::Pakistani, false) => " کروڑ",
        };
        let symbol = if word.starts_with(' ') { "" } else { package_text!(symbol) };
        [symbol, &figure, word].concat()
    }

    /// The bare figure of [`Format::money_exact`], in the unit that
    /// [`Format::unit`] names.
    pub fn money_cell(self, amount: Amount) -> String {
        let (unit, places) = match self.numbers {
            Numbers::International => (MILLION, 3),
            Numbers::Pakistani => (CRORE, 4),
        };
        trim_zeros(decimal(amount.thousands(), unit, places))
    }

    /// The unit of a chart or a table column, whose name says the rest: a working day, index.
    pub fn unit(self, unit: Unit) -> &'static str {
        match (unit, self.lang.spoken(), self.numbers) {
            (Unit::Money | Unit::MoneyPerDay, Lang::En, Numbers::International) => MILLIONS,
            (Unit::Money | Unit::MoneyPerDay, Lang::En, Numbers::Pakistani) => {
                concat!("crore ", package_text!(full unit en))
            }
            (Unit::Money | Unit::MoneyPerDay, Lang::Ur, Numbers::International) => {
                concat!("ملین ", package_text!(full unit ur))
            }
            (Unit::Money | Unit::MoneyPerDay, Lang::Ur, Numbers::Pakistani) => {
                concat!("کروڑ ", package_text!(full unit ur))
            }
            (Unit::Percent, Lang::En, _) => "percent",
            (Unit::Percent, Lang::Ur, _) => "فیصد",
            (Unit::Index, Lang::En, _) => "base = 100",
            (Unit::Index, Lang::Ur, _) => "بنیاد = 100",
        }
    }

    /// A value of a measure in figures, rounded for reading, without its unit's name:
    /// `238`, `+15.5%`, `10.82`.
    pub fn value(self, unit: Unit, value: f64) -> String {
        match unit {
            Unit::Money => self.scaled(value, 1),
            Unit::MoneyPerDay => self.scaled(value, 2),
            Unit::Percent => self.signed_percent(value),
            Unit::Index => decimal((value * 10.0).round() as i64, 10, 1),
        }
    }

    /// A value, of amounts US$ million, in the unit that [`Format::unit`] names.
    pub fn in_unit(self, unit: Unit, value: f64) -> f64 {
        match (unit, self.numbers) {
            (Unit::Money | Unit::MoneyPerDay, Numbers::Pakistani) => value / 10.0,
            _ => value,
        }
    }

    /// US$ million in the unit that [`Format::unit`] names, with at most `places` decimals.
    fn scaled(self, millions: f64, places: usize) -> String {
        let value = self.in_unit(Unit::Money, millions);
        let places = match self.numbers {
            Numbers::International => places,
            Numbers::Pakistani => places + 1,
        };
        let scale = 10_i64.pow(places as u32);
        trim_zeros(decimal((value * scale as f64).round() as i64, scale, places))
    }

    /// A tick of an axis: only as many decimals as `step`, the distance to the next, needs.
    /// `value` and `step` are in the unit's own scale, for amounts US$ million.
    pub fn tick(self, unit: Unit, value: f64, step: f64) -> String {
        let (value, step) = (self.in_unit(unit, value), self.in_unit(unit, step));
        let places = (0..4).find(|&places| {
            let scaled = step * f64::from(10_i32.pow(places));
            (scaled - scaled.round()).abs() < 1e-6
        });
        let places = places.unwrap_or(3);
        let factor = 10_i64.pow(places);
        let text = decimal((value * factor as f64).round() as i64, factor, places as usize);
        if unit == Unit::Percent { format!("{text}%") } else { text }
    }

    /// `15.5%`, with its minus sign if it has one.
    pub fn percent(self, percent: f64) -> String {
        format!("{}%", decimal((percent * 10.0).round() as i64, 10, 1))
    }

    /// A percentage without its sign, for a sentence that says which way it goes:
    /// `15.5%`, `15.5 فیصد`.
    pub fn percent_words(self, percent: f64) -> String {
        let figure = decimal((percent.abs() * 10.0).round() as i64, 10, 1);
        match self.lang.spoken() {
            Lang::En => format!("{figure}%"),
            Lang::Ur => format!("{figure} فیصد"),
        }
    }

    /// Percentage points without their sign, for a sentence: `10.19`.
    pub fn points_words(self, points: f64) -> String {
        decimal((points.abs() * 100.0).round() as i64, 100, 2)
    }

    /// How many times: `3.2`.
    pub fn times(self, times: f64) -> String {
        decimal((times * 10.0).round() as i64, 10, 1)
    }

    /// A value in US$ million for a sentence, rounded as [`Format::value`] rounds it:
    /// `$18.13 million`, `1.813 کروڑ ڈالر`.
    pub fn money_value(self, unit: Unit, millions: f64) -> String {
        let figure = self.value(unit, millions);
        match (self.lang.spoken(), self.numbers) {
            (Lang::En, Numbers::International) => in_millions(&figure),
            (Lang::En, Numbers::Pakistani) => [&figure, CRORE_EN].concat(),
            (Lang::Ur, Numbers::International) => [&figure, MILLION_UR].concat(),
            (Lang::Ur, Numbers::Pakistani) => [&figure, CRORE_UR].concat(),
        }
    }

    /// `+15.5%`, `−3.2%`, `0.0%`.
    pub fn signed_percent(self, percent: f64) -> String {
        let tenths = (percent * 10.0).round() as i64;
        let plus = if tenths > 0 { "+" } else { "" };
        format!("{plus}{}%", decimal(tenths, 10, 1))
    }

    /// `+15.5% on September 2023`: a change with its base.
    pub fn change_on(self, percent: f64, base: &str) -> String {
        let change = self.in_order(&self.signed_percent(percent));
        [&change, " ", &(self.lang.strings().on_base)(base)].concat()
    }

    /// Figures among words: a sign stays before its figure in both directions of writing.
    pub fn in_order(self, figures: &str) -> String {
        if self.lang.is_rtl() { isolate(figures) } else { figures.to_owned() }
    }

    /// `+8%`, of what is no more exact.
    pub fn signed_whole_percent(self, percent: f64) -> String {
        let whole = percent.round() as i64;
        let plus = if whole > 0 { "+" } else { "" };
        format!("{plus}{}%", decimal(whole, 1, 0))
    }

    /// `+10.19`, percentage points.
    pub fn signed_points(self, points: f64) -> String {
        let hundredths = (points * 100.0).round() as i64;
        let plus = if hundredths > 0 { "+" } else { "" };
        format!("{plus}{}", decimal(hundredths, 100, 2))
    }

    /// `October 2023`.
    pub fn month(self, month: Month) -> String {
        format!("{} {}", self.month_name(month), month.year())
    }

    pub fn month_name(self, month: Month) -> &'static str {
        self.lang.strings().months[usize::from(month.number()) - 1]
    }

    /// `Oct 23`, for tight places.
    pub fn month_short(self, month: Month) -> String {
        let name = self.lang.strings().months_short[usize::from(month.number()) - 1];
        format!("{name} {:02}", month.year() % 100)
    }

    /// `FY24`; the fiscal year that ends with June 2024.
    pub fn fiscal_year(self, month: Month) -> String {
        let year = month.fiscal_year().ending();
        match self.lang.spoken() {
            Lang::En if package_text::FISCAL => format!("FY{:02}", year % 100),
            Lang::Ur if package_text::FISCAL => format!("مالی سال {year}"),
            Lang::En | Lang::Ur => year.to_string(),
        }
    }

    /// As short in Urdu as in English, and read the same in any direction: `FY24`, `2023–24`.
    pub fn fiscal_year_short(self, year: FiscalYear) -> String {
        match self.lang.spoken() {
            Lang::Ur if package_text::FISCAL => {
                format!("{}–{:02}", year.ending() - 1, year.ending() % 100)
            }
            Lang::En | Lang::Ur => self.fiscal_year(year.span().end()),
        }
    }

    /// `October 2023`, `July–March FY26`, `FY24`, `August–September 2023`,
    /// `November 2023–February 2024`.
    pub fn span(self, span: Span) -> String {
        let (start, end) = (span.start(), span.end());
        if span.is_month() {
            return self.month(start);
        }
        if span.is_fiscal_year() {
            return self.fiscal_year(start);
        }
        let (first, last) = (self.month_name(start), self.month_name(end));
        let to = match self.lang.spoken() {
            Lang::En => "–",
            Lang::Ur => " تا ",
        };
        if package_text::FISCAL && span.fiscal_year_to_date().is_some() {
            let separator = if self.lang.spoken() == Lang::En { " " } else { "، " };
            return format!("{first}{to}{last}{separator}{}", self.fiscal_year(end));
        }
        if start.year() == end.year() {
            return if span.len() == 12 {
                end.year().to_string()
            } else {
                format!("{first}{to}{last} {}", end.year())
            };
        }
        format!("{}{to}{}", self.month(start), self.month(end))
    }

    /// `20 November 2023`, or the month alone where the day is not known.
    pub fn date(self, date: Date) -> String {
        match date.day {
            Some(day) => format!("{day} {}", self.month(date.month)),
            None => self.month(date.month),
        }
    }

    /// A whole number: `1,823`.
    pub fn count(self, count: usize) -> String {
        decimal(count as i64, 1, 0)
    }
}

/// An amount in English: `$238 million`; `238 million tonnes` where the unit has no sign.
fn counted(figure: String) -> String {
    if package_text!(symbol).is_empty() {
        [&figure, concat!(" ", package_text!(unit en))].concat()
    } else {
        [package_text!(symbol), &figure].concat()
    }
}

fn in_millions(figure: &str) -> String {
    counted([figure, " million"].concat())
}

fn two_words(large: i64, large_word: &str, small: i64, small_word: &str) -> String {
    match (large, small) {
        (large, 0) => format!("{large} {large_word}"),
        (0, small) => format!("{small} {small_word}"),
        (large, small) => format!("{large} {large_word} {small} {small_word}"),
    }
}

/// `number / unit` with `places` decimals, thousands separated by commas, with a true
/// minus sign. `unit` is a power of ten.
fn decimal(number: i64, unit: i64, places: usize) -> String {
    let scale = 10_i64.pow(places as u32);
    // Whole numbers of the last decimal shown, halves away from zero.
    let rounded = (number.abs() * scale + unit / 2) / unit;
    let (whole, fraction) = (rounded / scale, rounded % scale);
    let sign = if number < 0 && rounded != 0 { "\u{2212}" } else { "" };
    let mut text = String::from(sign);
    let digits = whole.to_string();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if places > 0 {
        text.push_str(&format!(".{fraction:0places$}"));
    }
    text
}

fn trim_zeros(text: String) -> String {
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Format = Format { lang: Lang::En, numbers: Numbers::International };
    const EN_PK: Format = Format { lang: Lang::En, numbers: Numbers::Pakistani };
    const UR: Format = Format { lang: Lang::Ur, numbers: Numbers::Pakistani };
    const UR_INTL: Format = Format { lang: Lang::Ur, numbers: Numbers::International };

    #[test]
    fn amounts_in_words() {
        let cases = [
            (238_000, "$238 million", "23 crore 80 lakh dollars", "23 کروڑ 80 لاکھ ڈالر"),
            (238_042, "$238.0 million", "23 crore 80 lakh dollars", "23 کروڑ 80 لاکھ ڈالر"),
            (363_810, "$363.8 million", "36 crore 38 lakh dollars", "36 کروڑ 38 لاکھ ڈالر"),
            (3_387_900, "$3.39 billion", "3 arab 39 crore dollars", "3 ارب 39 کروڑ ڈالر"),
            (1_000_000, "$1.00 billion", "1 arab dollars", "1 ارب ڈالر"),
            (10_000, "$10 million", "1 crore dollars", "1 کروڑ ڈالر"),
            (9_999, "$10.00 million", "1 crore dollars", "1 کروڑ ڈالر"),
            (999_999, "$1,000.0 million", "1 arab dollars", "1 ارب ڈالر"),
            (1_000, "$1 million", "10.0 lakh dollars", "10.0 لاکھ ڈالر"),
            (100, "$0.10 million", "1.0 lakh dollars", "1.0 لاکھ ڈالر"),
            (39, "$0.04 million", "0.4 lakh dollars", "0.4 لاکھ ڈالر"),
            (0, "$0 million", "0.0 lakh dollars", "0.0 لاکھ ڈالر"),
            (-5_000, "minus $5 million", "minus 50.0 lakh dollars", "منفی 50.0 لاکھ ڈالر"),
        ];
        for (thousands, en, en_pk, ur) in cases {
            let amount = Amount::from_thousands(thousands);
            assert_eq!(EN.money(amount), en);
            assert_eq!(EN_PK.money(amount), en_pk);
            assert_eq!(UR.money(amount), ur);
        }
        assert_eq!(UR_INTL.money(Amount::from_thousands(238_000)), "238 ملین ڈالر");
    }

    #[test]
    fn rupees_in_words() {
        for (billions, en, en_pk, ur, ur_intl) in [
            (
                1289.6,
                "Rs 1,290 billion",
                "Rs 12 kharab 90 arab",
                "12 کھرب 90 ارب روپے",
                "1,290 ارب روپے",
            ),
            (464.6, "Rs 465 billion", "Rs 4 kharab 65 arab", "4 کھرب 65 ارب روپے", "465 ارب روپے"),
            (99.7, "Rs 100 billion", "Rs 1 kharab", "1 کھرب روپے", "100 ارب روپے"),
            (46.0, "Rs 46 billion", "Rs 46 arab", "46 ارب روپے", "46 ارب روپے"),
        ] {
            let written = [EN, EN_PK, UR, UR_INTL].map(|it| it.rupees(billions));
            assert_eq!(written, [en, en_pk, ur, ur_intl]);
        }
        assert_eq!(EN.rate(248.0), "248.00");
    }

    #[test]
    fn amounts_at_the_ends_of_lines() {
        for (millions, en, en_pk, ur) in [
            (0.5, "$0.5m", "0.1 crore", "0.1 کروڑ"),
            (100.0, "$100m", "10 crore", "10 کروڑ"),
            (916.674, "$917m", "92 crore", "92 کروڑ"),
            (999.6, "$1bn", "1 arab", "1 ارب"),
            (3632.0, "$3.6bn", "3.6 arab", "3.6 ارب"),
            (177_745.4, "$177.7bn", "177.7 arab", "177.7 ارب"),
        ] {
            let written = [EN, EN_PK, UR].map(|it| it.money_short(millions));
            assert_eq!(written, [en, en_pk, ur]);
        }
    }

    #[test]
    fn exact_amounts_keep_every_published_digit() {
        let amount = Amount::from_thousands(1_238_042);
        assert_eq!(EN.money_exact(amount), "$1,238.042 million");
        assert_eq!(EN_PK.money_exact(amount), "123.8042 crore dollars");
        assert_eq!(EN.money_exact(Amount::from_thousands(-40)), "\u{2212}$0.04 million");
        assert_eq!(EN.money_cell(Amount::from_thousands(417_000)), "417");
    }

    #[test]
    fn percents_keep_their_sign_and_one_decimal() {
        for (value, text) in [
            (15.534, "+15.5%"),
            (-3.25, "\u{2212}3.3%"),
            (0.04, "0.0%"),
            (-0.04, "0.0%"),
            (1234.56, "+1,234.6%"),
        ] {
            assert_eq!(EN.signed_percent(value), text);
        }
        assert_eq!(EN.signed_points(10.187), "+10.19");
        assert_eq!(EN.signed_points(-0.001), "0.00");
    }

    #[test]
    fn ticks_have_the_decimals_their_step_needs() {
        assert_eq!(EN.tick(Unit::Money, 400.0, 100.0), "400");
        assert_eq!(UR.tick(Unit::Money, 400.0, 100.0), "40");
        assert_eq!(UR.tick(Unit::Money, 250.0, 25.0), "25.0");
        assert_eq!(EN.tick(Unit::Percent, -20.0, 20.0), "\u{2212}20%");
        assert_eq!(EN.tick(Unit::MoneyPerDay, 7.5, 2.5), "7.5");
    }

    #[test]
    fn periods_are_named_as_readers_name_them() {
        let cases = [
            ("2023-10", "October 2023", "اکتوبر 2023"),
            ("2025-07..2026-03", "July–March FY26", "جولائی تا مارچ، مالی سال 2026"),
            ("2023-07..2024-06", "FY24", "مالی سال 2024"),
            ("2023-01..2023-12", "2023", "2023"),
            ("2022-11..2022-12", "November–December 2022", "نومبر تا دسمبر 2022"),
            ("2019-11..2020-02", "November 2019–February 2020", "نومبر 2019 تا فروری 2020"),
        ];
        for (span, en, ur) in cases {
            let span: Span = span.parse().unwrap();
            assert_eq!(EN.span(span), en);
            assert_eq!(UR.span(span), ur);
        }
        assert_eq!(EN.date("2023-11-20".parse().unwrap()), "20 November 2023");
        assert_eq!(EN.month_short("2023-10".parse().unwrap()), "Oct 23");
    }
}
