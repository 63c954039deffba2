//! A month's total: its story, what it is compared with, and where it stands among all months.

use super::{ViewInput, time};
use crate::adjustment::Log;
use crate::catalogue::ViewId;
use crate::exhibit::Exhibit;
use crate::facts::{self, Change, Headline, PerDayChange};
use crate::i18n::Format;
use crate::reading;
use crate::state::State;

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let month = State { vintage: state.vintage, ..State::of(data, state.month) };
    let facts = facts::headline(data, state.vintage, state.month);
    let reading = facts.map(|it| reading::month(data, &it, format)).unwrap_or_default();
    let input = ViewInput { state: &month, ..*input };
    Exhibit { name: ViewId::Month.file(), reading, ..time::exhibit(&input) }
}

/// A change as a bar.
pub struct Bar {
    pub label: String,
    pub percent: f64,
    pub text: String,
    /// Of one that is uncertain, in per cent.
    pub range: Option<(f64, f64)>,
    /// How it stands beside the one above: nothing of its own, a part of it, or what of it remains.
    pub kind: Option<&'static str>,
    /// What may be said of it.
    pub verdict: Option<&'static str>,
}

/// Changes as bars from one line.
pub struct Bars {
    pub bars: Vec<Bar>,
    /// What was reported of the month, per cent.
    pub claim: Option<i32>,
    pub scale: BarScale,
}

/// Where per cent stand in the room of a bar.
pub struct BarScale {
    low: f64,
    high: f64,
    rtl: bool,
}

impl BarScale {
    /// From 0 at the left to 1 at the right.
    pub fn along(&self, percent: f64) -> f64 {
        let along = (percent - self.low) / (self.high - self.low);
        if self.rtl { 1.0 - along } else { along }
    }
}

/// What the month is compared with; on the month with its parts, where there are any.
pub fn bars(facts: &Headline, format: Format) -> Bars {
    let words = format.lang.strings();
    let bar = |label: String, percent: f64, kind| Bar {
        label,
        percent,
        text: format.signed_percent(percent),
        range: None,
        kind,
        verdict: None,
    };
    let on = |it: &Change| bar((words.on_base)(&format.span(it.base)), it.percent(), None);
    let per_day = |it: &PerDayChange| bar(words.per_day.to_owned(), it.percent(), Some("part"));
    let adjusted = facts.adjusted.and_then(Result::ok);
    let mut bars: Vec<Bar> = facts.on_month.iter().map(on).collect();
    if let Some(it) = &adjusted {
        let left = it.change.left;
        let part = |label: &str, log: Log| bar(label.to_owned(), log.percent(), Some("part"));
        let rest = part(words.of_rest, left.change);
        bars.extend([
            part(words.of_days, it.change.days),
            part(words.of_season, it.change.season),
            Bar {
                text: format.signed_whole_percent(left.change.percent()),
                range: Some((left.low().percent(), left.high().percent())),
                kind: Some("rest"),
                verdict: Some(reading::verdict(it, format)),
                ..rest
            },
        ]);
        bars.extend(facts.on_year.iter().map(on));
    } else {
        bars.extend(facts.per_day_on_month.iter().map(per_day));
        bars.extend(facts.on_year.iter().map(on));
        bars.extend(facts.per_day_on_year.iter().map(per_day));
    }
    let claim = facts.story.map(|it| it.claim);
    let ends = bars.iter().flat_map(|it| {
        let (low, high) = it.range.unwrap_or_default();
        [it.percent, low, high]
    });
    let ends = ends.chain(claim.map(f64::from));
    // No narrower, so that a small change looks small.
    let (low, high) =
        ends.fold((-15.0, 15.0), |(low, high): (f64, f64), it| (low.min(it), high.max(it)));
    Bars { bars, claim, scale: BarScale { low, high, rtl: format.lang.is_rtl() } }
}
