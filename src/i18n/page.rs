//! Words of the page and of its blocks, as it is at first: settings, actions, sources, charts and tables.

use super::isolate;
use crate::calendar::Frequency;
use crate::catalogue::Block;
use crate::data::Status;
use crate::measure::Measure;
use crate::periods;
use crate::state::QuickRange;

words! {
    title = package_text!(title en), package_text!(title ur);
    /// January to December.
    months: [&'static str; 12] = periods::MONTHS_EN, periods::MONTHS_UR;
    /// For axes.
    months_short: [&'static str; 12] = periods::MONTHS_EN_SHORT, periods::MONTHS_UR;
    status(status: Status) -> &'static str => match status {
        Status::Final => "final", "حتمی";
        Status::Revised => "revised", "نظرثانی شدہ";
        Status::Derived => "derived", "اخذ کردہ";
        Status::Provisional => "provisional", "عبوری";
    }
    /// The name of a measure at a frequency, for its button and for table headings.
    measure(measure: Measure, frequency: Frequency) -> &'static str => match (measure, frequency) {
        (Measure::Level, _) => "Exports", "برآمدات";
        (Measure::Mom, Frequency::Quarterly) => "On the quarter", "سہ ماہی تبدیلی";
        (Measure::Mom, _) => "On the month", "ماہانہ تبدیلی";
        (Measure::Yoy, _) => "On the year", "سالانہ تبدیلی";
        (Measure::Ytd, _) =>
            concat!(package_text!(Year en), " to date"),
            concat!(package_text!(year ur), " تا حال");
        (Measure::Sum12, _) => "Last 12 months", "گزشتہ 12 ماہ";
        (Measure::Avg12, _) => "12-month mean", "12 ماہ کی اوسط";
        (Measure::PerDay, _) => "A working day", "فی یومِ کار";
        (Measure::Index, _) => "Index", "اشاریہ";
    }
    frequency(frequency: Frequency) -> &'static str => match frequency {
        Frequency::Monthly => "One month", "ایک مہینہ";
        Frequency::Quarterly => "A quarter", "ایک سہ ماہی";
        Frequency::FiscalYear => concat!("A ", package_text!(year en)), concat!("ایک ", package_text!(year ur));
        Frequency::CalendarYear => "A calendar year", "ایک کیلنڈر سال";
    }
    quick_range(range: QuickRange) -> &'static str => match range {
        QuickRange::Year => "1 year", "1 سال";
        QuickRange::ThreeYears => "3 years", "3 سال";
        QuickRange::Record => "Every month", "تمام مہینے";
        QuickRange::All => "All, with earlier years", "تمام، پچھلے برسوں سمیت";
    }

    // The page as a whole
    page_settings = "Language and settings", "زبان اور ترتیبات";
    on_this_page = "On this page", "اس صفحے پر";
    /// In the way through the page.
    block(block: Block) -> &'static str => match block {
        Block::Headline => "Headline", "سرخی";
        Block::Trend => "Trend", "رجحان";
        Block::Breakdown => "Breakdown", "ذیلی شعبے";
        Block::Drivers => "Drivers", "محرکات";
        Block::Peers => "Peers", "دیگر ممالک";
        Block::Targets => "Targets", "اہداف";
        Block::Data => "Data", "ڈیٹا";
    }
    /// The name of the language of the page, in that language.
    language = package_text!(language en), package_text!(language ur);
    /// The name of the other language, in that language.
    other_language = package_text!(language ur), package_text!(language en);
    settings = "Settings", "ترتیبات";
    vintage = "Figures", "اعداد";
    vintage_latest = "Latest", "تازہ ترین";
    /// Keys of the address that held something unknown.
    refused(keys: &str) =
        "The address asked for something this page does not have ({keys}); the usual view is shown instead.",
        format!("پتے میں کچھ ایسا مانگا گیا جو اس صفحے میں نہیں ({})؛ اس کی جگہ معمول کا منظر دکھایا گیا ہے۔", isolate(keys));
    first_prints_shown =
        "Every figure shown is the earliest in this record, mostly the first print. Later revisions are left out; choose “Latest” in the settings to see them.",
        "ہر مدت کا وہ عدد دکھایا گیا ہے جو اس ریکارڈ میں سب سے پہلے کا ہے، اکثر پہلی اشاعت کا۔ بعد کی نظرثانی شامل نہیں؛ اسے دیکھنے کے لیے ترتیبات میں ”تازہ ترین“ چنیں۔";
    /// The day on which the page is read, so to speak.
    as_of_shown(day: &str) =
        "The page as it would have read on {day}: nothing published later is known.",
        "صفحہ جیسا {day} کو پڑھا جاتا: اس کے بعد شائع ہونے والا کچھ شامل نہیں۔";

    // Actions of a block
    to_table = "Table", "جدول";
    copy_link = "Copy link", "ربط نقل کریں";
    /// Leads to the page that puts the block on pages of others.
    embed = "Embed", "ایمبیڈ";
    copied = "Copied.", "نقل ہو گیا۔";
    copy_refused =
        "The browser did not allow copying; copy it from here:",
        "براؤزر نے نقل کی اجازت نہیں دی؛ یہاں سے نقل کریں:";
    take_away = "Download", "ڈاؤن لوڈ";
    source = "Source", "ماخذ";
    source_line =
        concat!("Source: ", package_text!(publishers en)),
        concat!("ماخذ: ", package_text!(publishers ur));
    /// While what was asked for is on its way.
    second_part_coming = "Loading this view …", "یہ منظر لوڈ ہو رہا ہے …";
    second_part_lost = "This view could not be loaded.", "یہ منظر لوڈ نہ ہو سکا۔";
    try_again = "Try again", "دوبارہ کوشش کریں";

    // Sources of a figure
    source_title = "Where this figure comes from", "یہ عدد کہاں سے آیا";
    close = "Close", "بند کریں";
    figure = "Figure", "عدد";
    period = "Period", "مدت";
    sector = "Sector", "شعبہ";
    status_heading = "Status", "حیثیت";
    published = "Published", "اشاعت";
    /// Place among the vintages of a figure, and how many there are.
    vintage_of(place: usize, of: usize) => match of {
        1 => "the only one in this record", "اس ریکارڈ میں واحد";
        _ => "{place} of {of}", "{of} میں سے نمبر {place}";
    }
    publisher = "Figures of", "اعداد جاری کنندہ";
    read_in = "Read in", "کہاں پڑھا گیا";
    note = "Note", "نوٹ";
    sources_coming = "The list of sources is on its way.", "ماخذوں کی فہرست آ رہی ہے۔";
    sources_lost =
        "The list of sources did not arrive. Reload the page to see where figures come from.",
        "ماخذوں کی فہرست نہیں پہنچی۔ ماخذ دیکھنے کے لیے صفحہ دوبارہ کھولیں۔";
    month_inferred(date: &str) =
        "{date} (the page shows no date; the month is inferred)",
        "{date} (صفحے پر تاریخ درج نہیں؛ مہینہ قیاس کیا گیا ہے)";

    // Headline
    month = "Month", "مہینہ";
    previous_month = "Previous month", "پچھلا مہینہ";
    next_month = "Next month", "اگلا مہینہ";
    read_month(month: &str) = "Read {month}", "{month} پڑھیں";
    strip = "All months; slide to choose one", "تمام مہینے؛ چننے کے لیے سرکائیں";
    /// How many figures of the month are in the record.
    prints(count: usize) =
        "Prints: {count}",
        "اشاعتیں: {count}";
    /// `on September 2023`.
    on_base(base: &str) = "on {base}", "{base} کے مقابلے میں";
    /// Parts of a change on the month, and what of it remains without them.
    of_days = "working days", "ایامِ کار";
    of_season = "season", "موسمی رجحان";
    of_rest = "what is left", "باقی";
    per_day = "per working day", "فی یومِ کار";
    reported(percent: i32) = "reported: {percent}%", "خبر میں: {percent} فیصد";
    adjusted_short =
        "Few years were known then: the season may still move.",
        "اس وقت تک کم برسوں کے اعداد معلوم تھے: موسمی رجحان ابھی بدل سکتا ہے۔";
    adjusted =
        concat!("Adjusted for working days and season by this page; not published by the ", package_text!(publisher en), "."),
        concat!("ایامِ کار اور موسمی رجحان کا فرق اس صفحے نے نکالا ہے؛ یہ ", package_text!(publisher ur), " کا شائع کردہ عدد نہیں۔");

    // Charts
    chart = "interactive chart", "متحرک چارٹ";
    chart_hint =
        "Arrow keys move through the chart, Enter opens the source, ? lists all keys.",
        "تیر والے بٹن چارٹ میں آگے پیچھے لے جاتے ہیں، Enter ماخذ کھولتا ہے، ? تمام بٹن بتاتا ہے۔";
    /// Buttons beside what is told of a point.
    step_back = "Back in the chart", "چارٹ میں پیچھے";
    step_on = "On in the chart", "چارٹ میں آگے";
    chart_failed =
        "The browser gave this chart nothing to draw on. Its figures are in the table below.",
        "براؤزر نے یہ چارٹ بنانے کی جگہ نہیں دی۔ اس کے اعداد نیچے جدول میں ہیں۔";
    mean_line = "12-month mean", "12 ماہ کی اوسط";
    no_split = "no published split", "تقسیم شائع نہیں ہوئی";
    series_break = "series break", "سلسلہ منقطع";
    working_days(days: u32) = "{days} working days", "{days} ایامِ کار";
    make_headline = "Show in headline", "سرخی میں دکھائیں";
    pattern_provisional = "hatched: provisional", "دھاری دار: عبوری";
    pattern_derived = "hollow: derived", "کھوکھلا: اخذ کردہ";
    pattern_span =
        "wide block: several months together, drawn at their monthly mean",
        "چوڑا خانہ: کئی مہینے ایک ساتھ، ماہانہ اوسط کی اونچائی پر";

    // Trend
    trend_legend = "Show", "منظر";
    measure_legend = "Measure", "پیمانہ";
    frequency_legend = "Each bar", "ہر ستون";
    range_legend = "Months shown", "دکھائے گئے مہینے";
    /// For months between two handles.
    range_own = "From … to …", "اپنی مرضی کے مہینے";
    range_from = "First month shown", "پہلا مہینہ";
    range_to = "Last month shown", "آخری مہینہ";
    /// Between two items of a list, with its space.
    comma = ", ", "، ";
    semicolon = "; ", "؛ ";
    index_base(base: &str) = "Index, {base} = 100", "اشاریہ، {base} = 100";
    with_mean_line(what: &str) = "{what}; line: mean of 12 months", "{what}؛ لکیر: 12 ماہ کی اوسط";
    nothing_in_range =
        "No published figure in these months for this choice. Widen the months shown, or choose other sub-sectors.",
        "ان مہینوں میں اس انتخاب کا کوئی شائع شدہ عدد نہیں۔ مہینوں کا دائرہ بڑھائیں یا دوسرے شعبے چنیں۔";

    // Breakdown
    sectors = "Sub-sectors", "ذیلی شعبے";
    chosen_of(chosen: usize, all: usize) => match chosen {
        chosen if chosen == all => "All {all}", "تمام {all}";
        _ => "{chosen} of {all}", "{all} میں سے {chosen}";
    }
    nothing_chosen =
        "No sub-sector is chosen. Choose at least one to see figures.",
        "کوئی ذیلی شعبہ منتخب نہیں۔ اعداد دیکھنے کے لیے کم از کم ایک چنیں۔";
    not_itemised(name: &str) = "{name}, not itemised", "{name}، بلا تفصیل";
    change_on_year = "Change on the year", "سالانہ تبدیلی";
    /// Of the same two periods by figures that go together better: those of one publication, else the earliest of both.
    other_change =
        "In one publication, or by the earliest figures",
        "ایک ہی اشاعت میں، یا سب سے پہلے کے اعداد سے";

    // Data
    /// How many rows it has.
    table_rows(rows: usize) = "Table ({rows})", "جدول ({rows})";
    notes(count: usize) = "Notes ({count})", "وضاحتیں ({count})";
    filter_rows = "Find in the table", "جدول میں تلاش کریں";
    no_rows = "No row holds that.", "کسی سطر میں یہ نہیں ملا۔";
    sort_by(column: &str) = "Sort by {column}", "{column} کے لحاظ سے ترتیب دیں";
}
