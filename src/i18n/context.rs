//! Words of drivers, peers and targets: labels and notes.

use super::isolate;
use crate::data::context::{Bound, FigureKind};

words! {
    semicolon = "; ", "؛ ";
    /// Over addresses, how many.
    sources(count: usize) = "Sources ({count})", "ماخذ ({count})";
    /// A figure with whose it is, and where it was read.
    publisher_and_outlet(publisher: &str, outlet: &str) => match (publisher, outlet) {
        (publisher, "") => publisher.to_owned(), isolate(publisher);
        ("", outlet) => outlet.to_owned(), isolate(outlet);
        (publisher, outlet) if publisher == outlet => outlet.to_owned(), isolate(outlet);
        (publisher, outlet) =>
            "{publisher}, in {outlet}",
            format!("{}، بحوالہ {}", isolate(publisher), isolate(outlet));
    }
    source = "Source", "ماخذ";
    note = "Note", "نوٹ";

    // Peers
    peers_unit_level =
        concat!(package_text!(peers subject en), " by calendar year, ", package_text!(full unit en)),
        concat!(package_text!(peers subject ur), "، کیلنڈر سال، ", package_text!(full unit ur));
    /// The year that is 100.
    peers_unit_index(base: i32) =
        format!("{} by calendar year, {base} = 100", package_text!(peers subject en)),
        [concat!(package_text!(peers subject ur), "، کیلنڈر سال، "), &isolate(&format!("{base} = 100"))].concat();
    peers_unit_head =
        concat!(package_text!(peers subject en), " for each inhabitant by calendar year, ", package_text!(sign)),
        concat!(package_text!(peers goods ur), " کی فی کس برآمدات، کیلنڈر سال، ", package_text!(full unit ur));
    /// Added to a unit.
    logarithmic(unit: &str) =
        "{unit}; logarithmic axis: equal heights are equal growth",
        "{unit}؛ لوگارتھمی پیمانہ: برابر اونچائی برابر اضافہ ہے";
    peers_measure = "Compare by", "موازنہ";
    peers_level = package_text!(full unit en), package_text!(full unit ur);
    peers_index = "Index", "اشاریہ";
    peers_per_head = "Per head", "فی کس";
    peers_countries =
        concat!("Beside ", package_text!(country en)),
        concat!(package_text!(country ur), " کے ساتھ");
    peers_base = "Year that is 100", "جس سال کو 100 مانا جائے";
    year = "Year", "سال";
    /// Over what is told of so many years.
    in_years(years: i32) => match years {
        1 => "in 1 year", "1 سال میں";
        _ => "in {years} years", "{years} سال میں";
    }
    times_since(times: &str, year: i32) = "×{times} since {year}", "{year} کا {times} گنا";
    new_series(country: &str) = "{country}: new series", "{country}: نیا سلسلہ";
    dollars_a_head(figure: &str) =
        format!("{}{figure} a head", package_text!(symbol)),
        ["فی کس ", figure, concat!(" ", package_text!(unit ur))].concat();
    exports = package_text!(peers subject en), package_text!(peers subject ur);
    exports_of_world =
        concat!(package_text!(peers subject en), " of the world"),
        concat!("دنیا کی ", package_text!(peers subject ur));
    population = "Population", "آبادی";
    /// A value of the index, and the year that is 100.
    index_value(value: &str, base: i32) =
        "{value} ({base} = 100)",
        format!("{value} ({})", isolate(&format!("{base} = 100")));
    note_calendar_years =
        concat!("These are calendar years; the rest of the page counts ", package_text!(whose), " fiscal years, ", package_text!(first month en), " to ", package_text!(last month en), ", so figures of the two cannot be compared."),
        concat!("یہ کیلنڈر سال ہیں؛ صفحے کے باقی اعداد ", package_text!(country ur), " کے مالی سال (", package_text!(first month ur), " تا ", package_text!(last month ur), ") کے ہیں، اس لیے دونوں کا آپس میں موازنہ درست نہیں۔");
    note_per_head =
        "Exports are divided by the population at mid-year.",
        "برآمدات کو سال کے وسط کی آبادی پر تقسیم کیا گیا ہے۔";
    /// A year, and the names of countries.
    note_missing(year: &str, countries: &str) =
        "No figure for {year} is published for {countries}.",
        "{year} کا عدد شائع نہیں ہوا: {countries}۔";
    note_no_index(country: &str, base: i32) =
        "{country} has no figure for {base} and therefore no index.",
        "{country} کا {base} کا عدد موجود نہیں، اس لیے اس کا اشاریہ نہیں بنتا۔";
    note_unknown_countries(codes: &str) =
        "The address asks for countries that the data do not have: {codes}.",
        "پتے میں ایسے ملک مانگے گئے ہیں جن کے اعداد موجود نہیں: \u{2066}{codes}\u{2069}۔";
    note_no_base(base: i32) =
        "Not all countries shown have a figure for {base}, which the address asks for as 100.",
        "پتے میں {base} کو 100 ماننے کو کہا گیا ہے، مگر دکھائے گئے تمام ملکوں کا اس سال کا عدد موجود نہیں۔";
    /// What is wanting in the source.
    note_peers = package_text!(peers note en), package_text!(peers note ur);
    note_most(most: usize) =
        format!("At most {most} countries stand beside {} at once.", package_text!(country en)),
        [concat!(package_text!(country ur), " کے ساتھ ایک وقت میں زیادہ سے زیادہ "), &most.to_string(), " ملک دکھائے جا سکتے ہیں۔"].concat();

    // Targets
    targets_unit =
        concat!("Billion ", package_text!(full unit en), " a year; strokes: what was announced for a year; dashes: even growth to reach it"),
        concat!("ارب ", package_text!(full unit ur), " سالانہ؛ افقی لکیریں: کسی سال کے لیے اعلان؛ نقطہ دار لکیریں: اعلان تک یکساں اضافہ");
    announced = "Announced", "اعلان";
    amount_announced(amount: &str) = "{amount} announced", "اعلان {amount}";
    announced_on = "Announced on", "تاریخِ اعلان";
    due = "For", "برائے";
    outcome = "What came of it", "نتیجہ";
    /// The figures by which it was met or missed, or would be.
    behind = "In figures", "اعداد میں";
    /// After who announced it.
    of_ambition = " (held possible, nobody's target)", " (ممکن کہا گیا، کسی کا ہدف نہیں)";
    of_freelance = " (freelance income)", " (فری لانس آمدن)";
    no_year = "No year", "بے سال";
    /// An amount, and the growth that leads to it.
    growth_needed(amount: &str, percent: &str) =
        "{amount}: {percent} a year",
        format!("{amount}: سالانہ {}", isolate(percent));
    note_arithmetic =
        "What is needed is arithmetic, not a forecast: the amount spread evenly over the months left, or even growth from the last whole year to the year announced.",
        "جو درکار ہے وہ محض حساب ہے، پیش گوئی نہیں: رقم کو باقی مہینوں پر برابر بانٹا گیا ہے، یا آخری پورے سال سے مقررہ سال تک یکساں اضافہ مانا گیا ہے۔";
    note_scope = package_text!(scope en), package_text!(scope ur);
    note_calendar_targets =
        "An announcement that names no fiscal year is set against calendar years, added up from the months.",
        "جس اعلان میں مالی سال کا ذکر نہیں اسے کیلنڈر سال سے ملایا گیا ہے، جو مہینوں کو جمع کر کے بنتا ہے۔";
    note_in_table_only =
        "In the table only stand announcements about freelance income, which are no part of the total that is drawn, what is only held possible, and what names no year.",
        "صرف جدول میں: فری لانس آمدن کے اعلانات، جو خاکے کے مجموعے کے نہیں؛ وہ رقوم جو محض ممکن کہی گئیں؛ اور وہ اعلان جن میں سال نہیں بتایا گیا۔";
    /// Who announced it, for when, and what there is to say of it.
    note_of_target(who: &str, period: &str, note: &str) =
        "{who}, for {period}: {note}",
        "{who}، برائے {period}: {note}";

    // Drivers
    kind = "Kind", "نوعیت";
    indicator = "Indicator", "اظہاریہ";
    period = "Period", "مدت";
    value = "Figure", "عدد";
    figure_kind(kind: FigureKind) -> &'static str => match kind {
        FigureKind::Official => "official count", "سرکاری عدد";
        FigureKind::Estimate => "estimate", "تخمینہ";
        FigureKind::Claim => "claim by an interested party", "متعلقہ فریق کا دعویٰ";
    }
    bound(bound: Bound, value: &str) => match bound {
        Bound::Exact => value.to_owned(), value.to_owned();
        Bound::About => "about {value}", "تقریباً {value}";
        Bound::Over => "over {value}", "{value} سے زائد";
        Bound::UpTo => "up to {value}", "زیادہ سے زیادہ {value}";
    }
    in_the_record = "the record of this page", "اسی صفحے کا ریکارڈ";
    note_events(events: &str) =
        "What happened that bears on it: {events}.",
        "اس سے متعلق واقعات: {events}۔";
    note_kinds =
        "An official count is a public body's of what it counts itself; an estimate rests on a sample, a survey or a model; a claim comes from somebody with an interest in it.",
        "سرکاری عدد وہ ہے جو سرکاری ادارہ خود گنتا ہے؛ تخمینہ نمونے، سروے یا ماڈل سے آتا ہے؛ دعویٰ اس کا ہے جس کا اس معاملے میں مفاد ہو۔";
    note_differ =
        "Sources differ where bodies give figures of one thing that belong to no common count, or where one period has two figures.",
        "ذرائع میں فرق وہاں ہے جہاں اداروں کے اعداد ایک ہی شمار کے نہیں، یا ایک ہی مدت کے دو عدد ہیں۔";
    note_gaps =
        "Bars stand as far apart as their periods: an empty place is a period of which nothing is published.",
        "ستونوں کا فاصلہ مدتوں کے مطابق ہے: خالی جگہ وہ مدت ہے جس کا عدد شائع نہیں ہوا۔";
    /// Beside the mark of the kind.
    said(kind: FigureKind) -> &'static str => match kind {
        FigureKind::Official => "counted", "سرکاری عدد";
        FigureKind::Estimate => "estimated", "تخمینہ";
        FigureKind::Claim => "claimed", "دعویٰ";
    }
    /// A kind, and how many figures there are of it.
    of_kind(kind: &str, count: usize) = "{kind}: {count}", "{kind}: {count}";
    /// On how many indicators.
    differ_on(count: usize) => match count {
        1 => "sources differ on one indicator", "ایک اظہاریے پر ذرائع میں فرق";
        _ => "sources differ on {count} indicators", "{count} اظہاریوں پر ذرائع میں فرق";
    }
    differ(count: usize) = "Differing ({count})", "فرق ({count})";
    figures_and_sources(count: usize) = "Figures ({count})", "اعداد ({count})";
    /// A figure of a year before.
    after(value: &str, period: &str) = "after {value} in {period}", "{period} میں {value} کے بعد";
    /// From the least to the most.
    range(least: &str, most: &str) = "{least}–{most}", "{least} تا {most}";
    by_source = "depending on the source", "ذریعے کے لحاظ سے";
    steps(count: usize, year: i32) = "{count} policy steps since {year}", "{year} سے {count} پالیسی اقدامات";
    no_count = "No official count exists", "کوئی سرکاری شمار موجود نہیں";
    no_series = "No series is published", "کوئی سلسلہ شائع نہیں ہوا";
    driver = "Driver or obstacle", "محرک یا رکاوٹ";
    sectors_link(sectors: &str) = "In the breakdown: {sectors}", "شعبہ وار تقسیم میں: {sectors}";
}
