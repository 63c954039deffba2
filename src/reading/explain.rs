//! Each measure explained with the figures at hand.

use super::text::{Say as _, Text, say};
use super::{en, ur};
use crate::calendar::Span;
use crate::data::Dataset;
use crate::i18n::{Format, Lang, settings};
use crate::measure::{self, Measure, Unit, Value};
use crate::query::{self, DataPoint, Series, VintageChoice};
use crate::state::State;

/// How `value`, one of the view's measure, came about: the arithmetic with its own figures, then
/// the order in which the choices of the view were applied. Whole sentences, except that an
/// arithmetic ends with its result.
pub fn explain(data: &Dataset, state: &State, value: &Value, format: Format) -> Vec<String> {
    let series = query::series(data, state.vintage, state.sectors, state.frequency);
    let sum = Sum { data, series: &series, measure: state.measure, value, format };
    let mut lines = Vec::new();
    if let Some(arithmetic) = sum.arithmetic() {
        let text = &mut Text::new(format);
        let name = (format.lang.strings().measure)(state.measure, state.frequency);
        say!(text, name, format.lang.strings().comma, format.span(value.span), ": ", arithmetic);
        lines.push(text.take());
    }
    lines.push(order(data, state, value, format));
    lines
}

/// What goes into one value.
struct Sum<'a> {
    data: &'a Dataset,
    series: &'a Series,
    measure: Measure,
    value: &'a Value,
    format: Format,
}

impl Sum<'_> {
    /// `238 ÷ 206 − 1 = +15.5%`; `None` where a figure it needs is not there.
    fn arithmetic(&self) -> Option<String> {
        let Sum { data, series, measure, value, format } = *self;
        let result = format.value(measure.unit(), value.value);
        let money = format.unit(Unit::Money);
        let own = series.at(value.span);
        let figures = match measure {
            Measure::Level => {
                let mean = self.mean(own?);
                let figure = match mean.divided {
                    true => format!("{} = {result}", mean.text.trim_matches(['(', ')'])),
                    false => mean.text,
                };
                return Some(format!("{} ({money})", self.format.in_order(&figure)));
            }
            Measure::Mom | Measure::Yoy => {
                let base = series.at(value.base?)?;
                let (now, base) = (format.money_cell(own?.amount), format.money_cell(base.amount));
                format!("{now} ÷ {base} − 1 = {result}")
            }
            Measure::Ytd => {
                format!("{} = {result}", self.terms(measure::year_to_date(value.span))?)
            }
            Measure::Sum12 => {
                format!("{} = {result}", self.terms(measure::twelve_months(value.span))?)
            }
            Measure::Avg12 => {
                format!("({}) ÷ 12 = {result}", self.terms(measure::twelve_months(value.span))?)
            }
            Measure::PerDay => {
                let days = data.working_days.of_span(value.span)?;
                let amount = format.money_cell(own?.amount);
                let days_words = (format.lang.strings().working_days)(days);
                let sum = self.format.in_order(&format!("{amount} ÷ {days} = {result}"));
                let comma = format.lang.strings().comma;
                return Some(format!("{sum} ({money}{comma}{days_words})"));
            }
            Measure::Index => {
                let base = series.at(value.base?)?;
                let (now, base) = (self.mean(own?).text, self.mean(base).text);
                let sum = self.format.in_order(&format!("{now} ÷ {base} × 100 = {result}"));
                let words = (format.lang.strings().index_base)(&format.span(value.base?));
                return Some(format!("{sum} ({words})"));
            }
        };
        let figures = self.format.in_order(&figures);
        Some(match measure.unit() {
            Unit::Money => format!("{figures} ({money})"),
            Unit::MoneyPerDay | Unit::Percent | Unit::Index => match value.base {
                Some(base) => format!("{figures} ({})", self.on(base)),
                None => figures,
            },
        })
    }

    fn on(&self, base: Span) -> String {
        (self.format.lang.strings().on_base)(&self.format.span(base))
    }

    /// The amount of a period, or of a longer span the part that falls to one.
    fn mean(&self, point: &DataPoint) -> Mean {
        let (span, period) = (point.span.len() as i32, self.series.frequency.months());
        let amount = self.format.money_cell(point.amount);
        match (span / period, span % period) {
            (1, 0) => Mean { text: amount, divided: false },
            (many, 0) => Mean { text: format!("({amount} ÷ {many})"), divided: true },
            _ => Mean { text: format!("({amount} ÷ {span} × {period})"), divided: true },
        }
    }

    /// Everything that is added up over a span.
    fn terms(&self, span: Span) -> Option<String> {
        let points = self.series.points.iter().filter(|it| span.contains(it.span));
        let terms: Vec<String> = points.map(|it| self.format.money_cell(it.amount)).collect();
        self.series.sum(span)?;
        Some(terms.join(" + "))
    }
}

struct Mean {
    text: String,
    divided: bool,
}

/// `Latest → IT exports → months → on the month → on September 2023`.
fn order(data: &Dataset, state: &State, value: &Value, format: Format) -> String {
    let strings = format.lang.strings();
    let vintage = match state.vintage {
        VintageChoice::Latest => strings.vintage_latest,
        VintageChoice::First => settings::words(format.lang).vintage_first,
    };
    let text = &mut Text::new(format);
    let measure = (strings.measure)(state.measure, state.frequency);
    let frequency = (strings.frequency)(state.frequency);
    match format.lang.spoken() {
        Lang::En => {
            say!(text, "In this order: figures (");
            text.uncapitalised(vintage);
            say!(text, ") → sub-sectors (", en::Exports(data, state.sectors), ") → frequency (");
            text.uncapitalised(frequency);
            say!(text, ") → measure (");
            text.uncapitalised(measure);
            say!(text, ") → comparison (");
            match value.base {
                Some(base) => say!(text, (strings.on_base)(&format.span(base)), ")"),
                None => say!(text, "none)"),
            }
        }
        Lang::Ur => {
            say!(text, "ترتیب: اعداد (", vintage, ") ← ذیلی شعبے (");
            say!(text, ur::Exports(data, state.sectors), ") ← مدت (", frequency, ") ← پیمانہ (");
            say!(text, measure, ") ← موازنہ (");
            match value.base {
                Some(base) => say!(text, (strings.on_base)(&format.span(base)), ")"),
                None => say!(text, "کوئی نہیں)"),
            }
        }
    }
    text.stop();
    text.take()
}
