//! From months and values to pixels.

use crate::calendar::{Month, Span};

/// Months of a range side by side, each as wide as the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Months {
    pub range: Span,
    pub left: f64,
    pub right: f64,
}

impl Months {
    /// Width of one month.
    pub fn pitch(&self) -> f64 {
        (self.right - self.left) / self.range.len() as f64
    }

    /// Left edge of a month, wherever it lies.
    pub fn x(&self, month: Month) -> f64 {
        self.left + self.pitch() * f64::from(month.since(self.range.start()))
    }

    /// Both edges of a span, cut off at the range; `None` when it lies outside.
    pub fn edges(&self, span: Span) -> Option<(f64, f64)> {
        let start = span.start().max(self.range.start());
        let end = span.end().min(self.range.end());
        (start <= end).then(|| (self.x(start), self.x(end.plus(1))))
    }
}

/// A value axis with round ticks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// Lowest and highest value shown.
    pub low: f64,
    pub high: f64,
    /// Distance of ticks, 1, 2, 2.5 or 5 times a power of ten.
    pub step: f64,
    /// Pixels of the highest and the lowest value.
    pub top: f64,
    pub bottom: f64,
}

/// What a value axis must show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Baseline {
    /// Always zero: for bars.
    Zero,
    /// Zero only where it costs little: for lines.
    Free,
}

impl Linear {
    /// An axis for values from `low` to `high` between the pixels `top` and `bottom`.
    pub fn new(low: f64, high: f64, baseline: Baseline, top: f64, bottom: f64) -> Linear {
        let free = baseline == Baseline::Free && low > 0.0 && low > 0.4 * high;
        let (mut low, mut high) = if free { (low, high) } else { (low.min(0.0), high.max(0.0)) };
        if high - low <= 0.0 || !(high - low).is_finite() {
            (low, high) = (low.min(0.0), low.max(0.0) + 1.0);
        }
        // A line of text between ticks at the least.
        let count = ((bottom - top) / 48.0).floor().clamp(2.0, 6.0);
        let mut axis = Linear { low, high, step: 1.0, top, bottom };
        for finer in 0..8 {
            axis.step = round_step((high - low) / (count + f64::from(finer)));
            if free {
                axis.low = (low / axis.step).floor() * axis.step;
            }
            // One tick says nothing about the scale.
            if axis.ticks().count() >= 3 {
                break;
            }
        }
        axis
    }

    /// The same axis from exactly 0 to 100.
    pub fn percent(top: f64, bottom: f64) -> Linear {
        Linear { low: 0.0, high: 100.0, step: 25.0, top, bottom }
    }

    pub fn y(&self, value: f64) -> f64 {
        self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)
    }

    /// Round values within the axis, lowest first.
    pub fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let step = self.step;
        let first = (self.low / step - 1e-9).ceil() as i64;
        let last = (self.high / step + 1e-9).floor() as i64;
        (first..=last).map(move |place| place as f64 * step)
    }
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least `least`.
fn round_step(least: f64) -> f64 {
    let mut power = 1.0;
    while power > least {
        power /= 10.0;
    }
    while power * 10.0 <= least {
        power *= 10.0;
    }
    [1.0, 2.0, 2.5, 5.0]
        .into_iter()
        .map(|it| it * power)
        .find(|&it| it >= least)
        .unwrap_or(power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn steps_are_round() {
        for (least, step) in [
            (0.3, 0.5),
            (1.0, 1.0),
            (1.1, 2.0),
            (2.2, 2.5),
            (3.0, 5.0),
            (60.0, 100.0),
            (0.021, 0.025),
        ] {
            assert!((round_step(least) - step).abs() < 1e-12, "{least}");
        }
    }

    #[test]
    fn months_are_equally_wide_and_cut_at_the_range() {
        let span = |text: &str| text.parse::<Span>().unwrap();
        let months = Months { range: span("2023-07..2024-06"), left: 0.0, right: 120.0 };
        assert_eq!(months.edges(span("2023-07")), Some((0.0, 10.0)));
        assert_eq!(months.edges(span("2023-01..2023-08")), Some((0.0, 20.0)));
        assert_eq!(months.edges(span("2024-06..2024-12")), Some((110.0, 120.0)));
        assert_eq!(months.edges(span("2024-07")), None);
    }

    proptest! {
        #[test]
        fn bars_stand_on_zero_and_ticks_cover_the_axis(
            low in -1e4..1e4f64, more in 0.0..1e4f64, height in 60.0..400.0f64,
        ) {
            let high = low + more;
            let scale = Linear::new(low, high, Baseline::Zero, 20.0, 20.0 + height);
            prop_assert!(scale.low <= 0.0 && scale.high >= 0.0);
            prop_assert!(scale.low <= low && scale.high >= high);
            let ticks: Vec<f64> = scale.ticks().collect();
            prop_assert!((3..=8).contains(&ticks.len()), "{:?}", ticks);
            prop_assert!(ticks.contains(&0.0));
            prop_assert!(ticks[0] - scale.low < scale.step);
            prop_assert!(scale.high - ticks[ticks.len() - 1] < scale.step);
            prop_assert!(scale.y(scale.low) == scale.bottom && scale.y(scale.high) >= scale.top - 1e-9);
        }

        #[test]
        fn lines_stay_within_their_axis(low in 0.1..1e4f64, more in 0.0..1e4f64) {
            let scale = Linear::new(low, low + more, Baseline::Free, 0.0, 200.0);
            prop_assert!(scale.low <= low && scale.high >= low + more);
            prop_assert!(scale.ticks().count() >= 3);
        }
    }
}
