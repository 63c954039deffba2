//! English.

use super::Strings;
use crate::calendar::Frequency;
use crate::data::Status;
use crate::measure::Measure;
use crate::months;
use crate::state::QuickRange;

pub const STRINGS: Strings = Strings {
    title: package_text!(title en),
    months: months::EN,
    months_short: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    status: |status| match status {
        Status::Final => "final",
        Status::Revised => "revised",
        Status::Derived => "derived",
        Status::Provisional => "provisional",
    },
    measure: |measure, frequency| match (measure, frequency) {
        (Measure::Level, _) => "Exports",
        (Measure::Mom, Frequency::Quarterly) => "On the quarter",
        (Measure::Mom, _) => "On the month",
        (Measure::Yoy, _) => "On the year",
        (Measure::Ytd, _) => concat!(package_text!(Year en), " to date"),
        (Measure::Sum12, _) => "Last 12 months",
        (Measure::Avg12, _) => "12-month mean",
        (Measure::PerDay, _) => "A working day",
        (Measure::Index, _) => "Index",
    },
    frequency: |frequency| match frequency {
        Frequency::Monthly => "Months",
        Frequency::Quarterly => "Quarters",
        Frequency::FiscalYear => concat!(package_text!(Year en), "s"),
        Frequency::CalendarYear => "Calendar years",
    },
    quick_range: |range| match range {
        QuickRange::Year => "1 year",
        QuickRange::ThreeYears => "3 years",
        QuickRange::Record => "Every month",
        QuickRange::All => "All, with earlier years",
    },

    page_settings: "Language and settings",
    other_language: package_text!(language ur),
    settings: "Settings",
    numbers: "Large numbers",
    numbers_international: "Million, billion",
    numbers_pakistani: "Crore, arab",
    vintage: "Figures",
    vintage_latest: "Latest",
    vintage_first: "As first published",
    theme: "Colours",
    theme_auto: "As the device",
    theme_light: "Light",
    theme_dark: "Dark",
    refused: |keys| {
        format!(
            "The address asked for something this page does not have ({keys}); the usual view is shown instead."
        )
    },
    as_of_shown: |day| {
        format!("The page as it would have read on {day}: nothing published later is known.")
    },
    first_prints_shown: "Every figure is shown as first published. Later revisions are left out; choose “Latest” in the settings to see them.",

    to_table: "Table",
    copy_link: "Copy link",
    copied: "Copied.",
    copy_refused: "The browser did not allow copying; copy it from here:",
    take_away: "Download or share",
    source: "Source",
    desk_coming: "Loading this view …",
    desk_lost: "This view could not be loaded.",
    try_again: "Try again",
    source_line: concat!(
        "Source: ",
        package_text!(publishers en),
        "; each figure's own source is one click away."
    ),

    source_title: "Where this figure comes from",
    close: "Close",
    figure: "Figure",
    period: "Period",
    sector: "Sector",
    status_heading: "Status",
    published: "Published",
    vintage_of: |place, of| match of {
        1 => "the only one published".to_owned(),
        _ => format!("{place} of {of}"),
    },
    publisher: "Figures of",
    read_in: "Read in",
    note: "Note",
    sources_coming: "The list of sources is on its way.",
    sources_lost: "The list of sources did not arrive. Reload the page to see where figures come from.",
    month_inferred: |date| format!("{date} (the page shows no date; the month is inferred)"),

    month: "Month",
    previous_month: "Previous month",
    next_month: "Next month",
    strip: "All months; slide to choose one",
    prints: |count| match count {
        1 => "How this figure was published: once".to_owned(),
        2 => "How this figure was published: twice".to_owned(),
        count => format!("How this figure was published: {count} times"),
    },
    on_base: |base| format!("on {base}"),
    per_day_on_base: |base| format!("a working day, on {base}"),

    chart: "interactive chart",
    chart_hint: "Arrow keys move through the chart, Enter opens the source, ? lists all keys.",
    readout_empty: "Point at the chart, touch it, or use the arrow keys to read a figure.",
    chart_failed: "The browser gave this chart nothing to draw on. Its figures are in the table below.",
    mean_line: "12-month mean",
    no_split: "no published split",
    series_break: "series break",
    working_days: |days| format!("{days} working days"),
    make_headline: "Show in headline",
    pattern_provisional: "hatched: provisional",
    pattern_derived: "hollow: derived",
    pattern_span: "wide block: several months together, drawn at their monthly mean",

    trend_legend: "View",
    measure_legend: "Measure",
    frequency_legend: "By",
    range_legend: "Months shown",
    range_from: "First month shown",
    range_to: "Last month shown",
    comma: ", ",
    index_base: |base| format!("Index, {base} = 100"),
    with_mean_line: |what| format!("{what}; line: mean of 12 months"),
    against: |unit, period, base| format!("{unit}: {period} against {base}"),
    monthly_mean: |unit| {
        format!("{unit} a month; wide blocks: several months at their monthly mean")
    },
    percent_of_total: "Percent of the chosen sub-sectors together",
    nothing_in_range: "No published figure in these months for this choice. Widen the months shown, or choose other sub-sectors.",

    breakdown_legend: "View",
    periods_to_date: concat!(package_text!(first month en), " to month"),
    periods_months: "Single months",
    periods_spans: "Several months",
    sectors: |chosen, all| match chosen {
        chosen if chosen == all => format!("Sub-sectors: all {all}"),
        _ => format!("Sub-sectors: {chosen} of {all}"),
    },
    find_sector: "Find a sub-sector",
    no_such_sector: "No sub-sector of that name.",
    all: "All",
    none: "None",
    nothing_chosen: "No sub-sector is chosen. Choose at least one to see figures.",
    not_itemised: |name| format!("{name}, not itemised"),
    share: "Share",
    change_on_year: "Change on the year",
    contribution: "Contribution",
    points: "percentage points",
    whole: "Chosen sub-sectors together",

    table_rows: |rows| format!("Table: {rows} {}", if rows == 1 { "row" } else { "rows" }),
    table_trend: |rows| match rows {
        1 => "Table of the trend: 1 row".to_owned(),
        rows => format!("Table of the trend: {rows} rows"),
    },
    table_breakdown: |period| format!("Table of the breakdown: {period}"),
    filter_rows: "Find in the table",
    no_rows: "No row holds that.",
    sort_by: |column| format!("Sort by {column}"),
};
