//! The type that both languages fill in.

use crate::calendar::Frequency;
use crate::data::Status;
use crate::measure::Measure;
use crate::state::QuickRange;

/// Every fixed word of the page in one language. What says a name, a figure or a period
/// in the middle of a sentence is a function, because word order differs.
pub struct Strings {
    pub title: &'static str,
    /// January to December.
    pub months: [&'static str; 12],
    /// For axes.
    pub months_short: [&'static str; 12],
    pub status: fn(Status) -> &'static str,
    /// The name of a measure at a frequency, for its button and for table headings.
    pub measure: fn(Measure, Frequency) -> &'static str,
    pub frequency: fn(Frequency) -> &'static str,
    pub quick_range: fn(QuickRange) -> &'static str,

    // The page as a whole
    pub page_settings: &'static str,
    /// The name of the other language, in that language.
    pub other_language: &'static str,
    pub settings: &'static str,
    pub numbers: &'static str,
    pub numbers_international: &'static str,
    pub numbers_pakistani: &'static str,
    pub vintage: &'static str,
    pub vintage_latest: &'static str,
    pub vintage_first: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    /// Keys of the address that held something unknown.
    pub refused: fn(&str) -> String,
    pub first_prints_shown: &'static str,
    /// The day on which the page is read, so to speak.
    pub as_of_shown: fn(&str) -> String,

    // Actions of a block
    pub to_table: &'static str,
    pub copy_link: &'static str,
    pub copied: &'static str,
    pub copy_refused: &'static str,
    pub take_away: &'static str,
    pub source: &'static str,
    pub source_line: &'static str,
    /// While what was asked for is on its way.
    pub desk_coming: &'static str,
    pub desk_lost: &'static str,
    pub try_again: &'static str,

    // Sources of a figure
    pub source_title: &'static str,
    pub close: &'static str,
    pub figure: &'static str,
    pub period: &'static str,
    pub sector: &'static str,
    pub status_heading: &'static str,
    pub published: &'static str,
    /// Place among the vintages of a figure, and how many there are.
    pub vintage_of: fn(usize, usize) -> String,
    pub publisher: &'static str,
    pub read_in: &'static str,
    pub note: &'static str,
    pub sources_coming: &'static str,
    pub sources_lost: &'static str,
    pub month_inferred: fn(&str) -> String,

    // Headline
    pub month: &'static str,
    pub previous_month: &'static str,
    pub next_month: &'static str,
    pub strip: &'static str,
    /// How often the figure was published.
    pub prints: fn(usize) -> String,
    /// `on September 2023`.
    pub on_base: fn(&str) -> String,
    /// `a working day, on September 2023`.
    pub per_day_on_base: fn(&str) -> String,

    // Charts
    pub chart: &'static str,
    pub chart_hint: &'static str,
    pub readout_empty: &'static str,
    pub chart_failed: &'static str,
    pub mean_line: &'static str,
    pub no_split: &'static str,
    pub series_break: &'static str,
    pub working_days: fn(u32) -> String,
    pub make_headline: &'static str,
    pub pattern_provisional: &'static str,
    pub pattern_derived: &'static str,
    pub pattern_span: &'static str,

    // Trend
    pub trend_legend: &'static str,
    pub measure_legend: &'static str,
    pub frequency_legend: &'static str,
    pub range_legend: &'static str,
    pub range_from: &'static str,
    pub range_to: &'static str,
    /// Between two items of a list, with its space.
    pub comma: &'static str,
    pub index_base: fn(&str) -> String,
    pub with_mean_line: fn(&str) -> String,
    /// Unit, period, base.
    pub against: fn(&str, &str, &str) -> String,
    pub monthly_mean: fn(&str) -> String,
    pub percent_of_total: &'static str,
    pub nothing_in_range: &'static str,

    // Breakdown
    pub breakdown_legend: &'static str,
    pub periods_to_date: &'static str,
    pub periods_months: &'static str,
    pub periods_spans: &'static str,
    pub sectors: fn(usize, usize) -> String,
    pub find_sector: &'static str,
    pub no_such_sector: &'static str,
    pub all: &'static str,
    pub none: &'static str,
    pub nothing_chosen: &'static str,
    pub not_itemised: fn(&str) -> String,
    pub share: &'static str,
    pub change_on_year: &'static str,
    pub contribution: &'static str,
    pub points: &'static str,
    pub whole: &'static str,

    // Data
    /// How many rows it has.
    pub table_rows: fn(usize) -> String,
    /// How many rows it has.
    pub table_trend: fn(usize) -> String,
    /// The period taken apart.
    pub table_breakdown: fn(&str) -> String,
    pub filter_rows: &'static str,
    pub no_rows: &'static str,
    pub sort_by: fn(&str) -> String,
}
