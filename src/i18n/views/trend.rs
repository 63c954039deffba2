//! Words of the instruments that look at the total through time.

use crate::data::context::EventKind;
use crate::i18n::{Lang, isolate};

/// Labels and notes; sentences stand with their instruments.
pub struct TrendWords {
    /// The day on which the page is read, so to speak.
    pub vintage_day: &'static str,
    // Fiscal years and seasons
    pub unit_to_date: fn(&str) -> String,
    pub unit_monthly: fn(&str) -> String,
    /// From the first month of the fiscal year on.
    pub sum_since_first: &'static str,
    pub year_before: &'static str,
    pub note_sums: &'static str,
    pub note_seasons: &'static str,
    pub swatch_this_year: fn(&str) -> String,
    pub swatch_year_before: fn(&str) -> String,
    pub swatch_other_years: &'static str,
    /// The month's place among so many of its year.
    pub place_in_year: fn(usize, usize) -> String,

    // Heat table
    pub fiscal_year: &'static str,
    pub heat_unit: fn(&str) -> String,
    pub not_published: &'static str,
    pub note_only_together: &'static str,
    pub up_to: fn(&str) -> String,
    pub from: fn(&str) -> String,

    // First prints
    pub first_print: &'static str,
    pub latest_figure: &'static str,
    pub first_published: &'static str,
    pub last_published: &'static str,
    pub revision: &'static str,
    pub revision_percent: &'static str,
    pub not_revised: &'static str,
    pub prints_unit: fn(&str) -> String,
    pub note_prints: &'static str,
    pub note_prints_total: &'static str,

    // Two months
    pub month: &'static str,
    pub beside: &'static str,
    /// The month is named in brackets.
    pub same_month_year_before: fn(&str) -> String,
    pub exports: &'static str,
    pub per_day: &'static str,
    pub working_days: &'static str,
    /// So many working days, where it is clear that they are.
    pub days: fn(u32) -> String,
    pub rank: &'static str,
    pub rank_of: fn(usize, usize) -> String,
    pub on_month_before: &'static str,
    pub on_year_before: &'static str,
    pub status: &'static str,
    pub measure: &'static str,
    pub two_months_unit: fn(&str) -> String,
    pub note_working_days: &'static str,

    // Events
    pub kind_name: fn(EventKind) -> &'static str,
    /// Stands in the mark of an event; no two are alike.
    pub kind_letter: fn(EventKind) -> &'static str,
    pub kinds: &'static str,
    pub date: &'static str,
    pub kind: &'static str,
    pub event: &'static str,
    pub what_happened: &'static str,
    pub events_unit: &'static str,
    pub note_events: &'static str,
}

pub fn words(lang: Lang) -> &'static TrendWords {
    match lang.spoken() {
        Lang::En => &EN,
        Lang::Ur => &UR,
    }
}

const EN: TrendWords = TrendWords {
    vintage_day: "As known on",
    unit_to_date: |unit| {
        [unit, concat!(", added up from ", package_text!(first month en))].concat()
    },
    unit_monthly: |unit| format!("{unit} a month"),
    sum_since_first: concat!("Since ", package_text!(first month en)),
    year_before: "Same months a year before",
    note_sums: "Months are added up; the total that is published for a year may differ a little.",
    note_seasons: "Growth is not taken out: in years in which exports grow, later months tend to be higher.",
    swatch_this_year: |year| format!("{year}, the year of the chosen month"),
    swatch_year_before: |year| format!("{year}, the year before"),
    swatch_other_years: "other years",
    place_in_year: |place, of| format!("place {place} of {of} in its year"),

    fiscal_year: package_text!(Year en),
    heat_unit: |unit| format!("{unit} a month; the more, the stronger the colour"),
    not_published: "not published",
    note_only_together: "Months that are published only together with others are left empty.",
    up_to: |amount| format!("up to {amount}"),
    from: |amount| format!("from {amount}"),

    first_print: "First print",
    latest_figure: "Latest figure",
    first_published: "First published",
    last_published: "Last published",
    revision: "Revision",
    revision_percent: "Revision (percent)",
    not_revised: "not revised",
    prints_unit: |unit| {
        format!("{unit} a month; rings: first print, where another figure followed")
    },
    note_prints: "A later figure with more decimals counts as a revision, however small.",
    note_prints_total: "First prints are compared for the total of all sub-sectors.",

    month: "Month",
    beside: "Beside it",
    same_month_year_before: |month| format!("The same month a year before ({month})"),
    exports: "Exports",
    per_day: "A working day",
    working_days: "Working days",
    days: |days| format!("{days} days"),
    rank: "Rank among months",
    rank_of: |place, of| format!("{place} of {of}"),
    on_month_before: "On the month before",
    on_year_before: "On the year before",
    status: "Status",
    measure: "Figure",
    two_months_unit: |unit| format!("{unit}: the month, and a working day of it"),
    note_working_days: "Working days are weekdays less public holidays.",

    kind_name: |kind| match kind {
        EventKind::Policy => "Policy",
        EventKind::Shock => "Shocks",
        EventKind::Infrastructure => "Infrastructure",
        EventKind::Market => "Market",
    },
    kind_letter: |kind| match kind {
        EventKind::Policy => "P",
        EventKind::Shock => "S",
        EventKind::Infrastructure => "I",
        EventKind::Market => "M",
    },
    kinds: "Events shown",
    date: "Date",
    kind: "Kind",
    event: "Event",
    what_happened: "What happened",
    events_unit: "Events on the months of the chart; a number stands for several",
    note_events: "What stands here happened at the time; that it moved exports is not claimed.",
};

const UR: TrendWords = TrendWords {
    vintage_day: "اس دن تک کے اعداد",
    unit_to_date: |unit| {
        [unit, concat!("، ", package_text!(first month ur), " سے جمع شدہ")].concat()
    },
    unit_monthly: |unit| format!("{unit} ماہانہ"),
    sum_since_first: concat!(package_text!(first month ur), " سے مجموعہ"),
    year_before: "ایک سال پہلے کے وہی مہینے",
    note_sums: "مہینوں کو جمع کیا گیا ہے؛ پورے سال کا شائع شدہ مجموعہ کچھ مختلف ہو سکتا ہے۔",
    note_seasons: "مجموعی اضافہ الگ نہیں کیا گیا: جن برسوں میں برآمدات بڑھیں، ان میں بعد کے مہینے عموماً زیادہ ہوتے ہیں۔",
    swatch_this_year: |year| format!("{}: منتخب مہینے کا سال", isolate(year)),
    swatch_year_before: |year| format!("{}: اس سے پچھلا سال", isolate(year)),
    swatch_other_years: "دیگر سال",
    place_in_year: |place, of| format!("سال کے {of} مہینوں میں نمبر {place}"),

    fiscal_year: package_text!(year ur),
    heat_unit: |unit| format!("{unit} ماہانہ؛ جتنی زیادہ رقم، اتنا گہرا رنگ"),
    not_published: "شائع نہیں ہوا",
    note_only_together: "جو مہینے صرف دوسرے مہینوں کے ساتھ ملا کر شائع ہوئے، ان کے خانے خالی ہیں۔",
    up_to: |amount| format!("{amount} تک"),
    from: |amount| format!("{amount} سے"),

    first_print: "پہلی اشاعت",
    latest_figure: "تازہ ترین عدد",
    first_published: "پہلی اشاعت کی تاریخ",
    last_published: "آخری اشاعت کی تاریخ",
    revision: "نظرثانی",
    revision_percent: "نظرثانی (فیصد)",
    not_revised: "نظرثانی نہیں ہوئی",
    prints_unit: |unit| format!("{unit} ماہانہ؛ حلقے: پہلی اشاعت، جہاں بعد میں دوسرا عدد آیا"),
    note_prints: "بعد میں زیادہ اعشاریوں کے ساتھ شائع ہونے والا عدد بھی نظرثانی شمار ہوتا ہے، خواہ فرق کتنا ہی کم ہو۔",
    note_prints_total: "پہلی اشاعت کا موازنہ تمام ذیلی شعبوں کے مجموعے کے لیے ہے۔",

    month: "مہینہ",
    beside: "موازنے کا مہینہ",
    same_month_year_before: |month| format!("ایک سال پہلے کا وہی مہینہ ({month})"),
    exports: "برآمدات",
    per_day: "فی یومِ کار",
    working_days: "ایامِ کار",
    days: |days| format!("{days} دن"),
    rank: "مہینوں میں درجہ",
    rank_of: |place, of| format!("{of} میں سے نمبر {place}"),
    on_month_before: "پچھلے مہینے کے مقابلے میں",
    on_year_before: "پچھلے سال کے مقابلے میں",
    status: "حیثیت",
    measure: "عدد",
    two_months_unit: |unit| format!("{unit}: پورا مہینہ، اور اس کا ایک یومِ کار"),
    note_working_days: "ایامِ کار سے مراد ہفتے کے کام کے دن ہیں، سرکاری تعطیلات کے بغیر۔",

    kind_name: |kind| match kind {
        EventKind::Policy => "پالیسی",
        EventKind::Shock => "جھٹکے",
        EventKind::Infrastructure => "بنیادی ڈھانچہ",
        EventKind::Market => "منڈی",
    },
    kind_letter: |kind| match kind {
        EventKind::Policy => "پ",
        EventKind::Shock => "ج",
        EventKind::Infrastructure => "ب",
        EventKind::Market => "م",
    },
    kinds: "دکھائے گئے واقعات",
    date: "تاریخ",
    kind: "قسم",
    event: "واقعہ",
    what_happened: "کیا ہوا",
    events_unit: "چارٹ کے مہینوں پر واقعات؛ ہندسہ کئی واقعات کے لیے ہے",
    note_events: "یہ واقعات اس وقت پیش آئے؛ یہ دعویٰ نہیں کہ برآمدات ان کی وجہ سے بدلیں۔",
};
