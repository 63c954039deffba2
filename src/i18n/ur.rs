//! Urdu, as its newspapers write it.

use super::{Strings, isolate};
use crate::calendar::Frequency;
use crate::data::Status;
use crate::measure::Measure;
use crate::months;
use crate::state::QuickRange;

pub const STRINGS: Strings = Strings {
    title: package_text!(title ur),
    months: months::UR,
    months_short: months::UR,
    status: |status| match status {
        Status::Final => "حتمی",
        Status::Revised => "نظرثانی شدہ",
        Status::Derived => "اخذ کردہ",
        Status::Provisional => "عبوری",
    },
    measure: |measure, frequency| match (measure, frequency) {
        (Measure::Level, _) => "برآمدات",
        (Measure::Mom, Frequency::Quarterly) => "سہ ماہی تبدیلی",
        (Measure::Mom, _) => "ماہانہ تبدیلی",
        (Measure::Yoy, _) => "سالانہ تبدیلی",
        (Measure::Ytd, _) => concat!(package_text!(year ur), " تا حال"),
        (Measure::Sum12, _) => "گزشتہ 12 ماہ",
        (Measure::Avg12, _) => "12 ماہ کی اوسط",
        (Measure::PerDay, _) => "فی یومِ کار",
        (Measure::Index, _) => "اشاریہ",
    },
    frequency: |frequency| match frequency {
        Frequency::Monthly => "ماہانہ",
        Frequency::Quarterly => "سہ ماہی",
        Frequency::FiscalYear => package_text!(year ur),
        Frequency::CalendarYear => "کیلنڈر سال",
    },
    quick_range: |range| match range {
        QuickRange::Year => "1 سال",
        QuickRange::ThreeYears => "3 سال",
        QuickRange::Record => "تمام مہینے",
        QuickRange::All => "تمام، پچھلے برسوں سمیت",
    },

    page_settings: "زبان اور ترتیبات",
    other_language: package_text!(language en),
    settings: "ترتیبات",
    numbers: "بڑے اعداد",
    numbers_international: "ملین، ارب",
    numbers_pakistani: "کروڑ، ارب",
    vintage: "اعداد",
    vintage_latest: "تازہ ترین",
    vintage_first: "جیسے پہلی بار شائع ہوئے",
    theme: "رنگ",
    theme_auto: "آلے کے مطابق",
    theme_light: "روشن",
    theme_dark: "تاریک",
    refused: |keys| {
        format!(
            "پتے میں کچھ ایسا مانگا گیا جو اس صفحے میں نہیں ({})؛ اس کی جگہ معمول کا منظر دکھایا گیا ہے۔",
            isolate(keys)
        )
    },
    as_of_shown: |day| {
        format!("صفحہ جیسا {day} کو پڑھا جاتا: اس کے بعد شائع ہونے والا کچھ شامل نہیں۔")
    },
    first_prints_shown: "ہر عدد ویسا دکھایا گیا ہے جیسا پہلی بار شائع ہوا۔ بعد کی نظرثانی شامل نہیں؛ اسے دیکھنے کے لیے ترتیبات میں ”تازہ ترین“ چنیں۔",

    to_table: "جدول",
    copy_link: "ربط نقل کریں",
    copied: "نقل ہو گیا۔",
    copy_refused: "براؤزر نے نقل کی اجازت نہیں دی؛ یہاں سے نقل کریں:",
    take_away: "ڈاؤن لوڈ یا شیئر کریں",
    source: "ماخذ",
    desk_coming: "یہ منظر لوڈ ہو رہا ہے …",
    desk_lost: "یہ منظر لوڈ نہ ہو سکا۔",
    try_again: "دوبارہ کوشش کریں",
    source_line: concat!(
        "ماخذ: ",
        package_text!(publishers ur),
        "؛ ہر عدد کا اپنا ماخذ ایک کلک پر ہے۔"
    ),

    source_title: "یہ عدد کہاں سے آیا",
    close: "بند کریں",
    figure: "عدد",
    period: "مدت",
    sector: "شعبہ",
    status_heading: "حیثیت",
    published: "اشاعت",
    vintage_of: |place, of| match of {
        1 => "واحد اشاعت".to_owned(),
        _ => format!("{of} میں سے نمبر {place}"),
    },
    publisher: "اعداد جاری کنندہ",
    read_in: "کہاں پڑھا گیا",
    note: "نوٹ",
    sources_coming: "ماخذوں کی فہرست آ رہی ہے۔",
    sources_lost: "ماخذوں کی فہرست نہیں پہنچی۔ ماخذ دیکھنے کے لیے صفحہ دوبارہ کھولیں۔",
    month_inferred: |date| format!("{date} (صفحے پر تاریخ درج نہیں؛ مہینہ قیاس کیا گیا ہے)"),

    month: "مہینہ",
    previous_month: "پچھلا مہینہ",
    next_month: "اگلا مہینہ",
    strip: "تمام مہینے؛ چننے کے لیے سرکائیں",
    prints: |count| match count {
        1 => "یہ عدد کیسے شائع ہوا: ایک بار".to_owned(),
        2 => "یہ عدد کیسے شائع ہوا: دو بار".to_owned(),
        count => format!("یہ عدد کیسے شائع ہوا: {count} بار"),
    },
    on_base: |base| format!("{base} کے مقابلے میں"),
    per_day_on_base: |base| format!("فی یومِ کار، {base} کے مقابلے میں"),

    chart: "متحرک چارٹ",
    chart_hint: "تیر والے بٹن چارٹ میں آگے پیچھے لے جاتے ہیں، Enter ماخذ کھولتا ہے، ? تمام بٹن بتاتا ہے۔",
    readout_empty: "عدد پڑھنے کے لیے چارٹ پر اشارہ کریں، اسے چھوئیں یا تیر والے بٹن دبائیں۔",
    chart_failed: "براؤزر نے یہ چارٹ بنانے کی جگہ نہیں دی۔ اس کے اعداد نیچے جدول میں ہیں۔",
    mean_line: "12 ماہ کی اوسط",
    no_split: "تقسیم شائع نہیں ہوئی",
    series_break: "سلسلہ منقطع",
    working_days: |days| format!("{days} ایامِ کار"),
    make_headline: "سرخی میں دکھائیں",
    pattern_provisional: "دھاری دار: عبوری",
    pattern_derived: "کھوکھلا: اخذ کردہ",
    pattern_span: "چوڑا خانہ: کئی مہینے ایک ساتھ، ماہانہ اوسط کی اونچائی پر",

    trend_legend: "منظر",
    measure_legend: "پیمانہ",
    frequency_legend: "مدت",
    range_legend: "دکھائے گئے مہینے",
    range_from: "پہلا مہینہ",
    range_to: "آخری مہینہ",
    comma: "، ",
    index_base: |base| format!("اشاریہ، {base} = 100"),
    with_mean_line: |what| format!("{what}؛ لکیر: 12 ماہ کی اوسط"),
    against: |unit, period, base| format!("{unit}: {period} بمقابلہ {base}"),
    monthly_mean: |unit| format!("{unit} ماہانہ؛ چوڑے خانے: کئی مہینوں کی ماہانہ اوسط"),
    percent_of_total: "منتخب شعبوں کے مجموعے کا فیصد",
    nothing_in_range: "ان مہینوں میں اس انتخاب کا کوئی شائع شدہ عدد نہیں۔ مہینوں کا دائرہ بڑھائیں یا دوسرے شعبے چنیں۔",

    breakdown_legend: "منظر",
    periods_to_date: concat!(package_text!(first month ur), " سے مہینے تک"),
    periods_months: "ایک ایک مہینہ",
    periods_spans: "کئی مہینے",
    sectors: |chosen, all| match chosen {
        chosen if chosen == all => format!("ذیلی شعبے: تمام {all}"),
        _ => format!("ذیلی شعبے: {all} میں سے {chosen}"),
    },
    find_sector: "ذیلی شعبہ تلاش کریں",
    no_such_sector: "اس نام کا کوئی ذیلی شعبہ نہیں۔",
    all: "تمام",
    none: "کوئی نہیں",
    nothing_chosen: "کوئی ذیلی شعبہ منتخب نہیں۔ اعداد دیکھنے کے لیے کم از کم ایک چنیں۔",
    not_itemised: |name| format!("{name}، بلا تفصیل"),
    share: "حصہ",
    change_on_year: "سالانہ تبدیلی",
    contribution: "اضافے میں حصہ",
    points: "فیصد پوائنٹ",
    whole: "منتخب شعبے مجموعی طور پر",

    table_rows: |rows| format!("جدول: {rows} {}", if rows == 1 { "قطار" } else { "قطاریں" }),
    table_trend: |rows| match rows {
        1 => "رجحان کا جدول: 1 سطر".to_owned(),
        rows => format!("رجحان کا جدول: {rows} سطریں"),
    },
    table_breakdown: |period| format!("شعبہ وار تقسیم کا جدول: {period}"),
    filter_rows: "جدول میں تلاش کریں",
    no_rows: "کسی سطر میں یہ نہیں ملا۔",
    sort_by: |column| format!("{column} کے لحاظ سے ترتیب دیں"),
};
