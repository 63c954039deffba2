//! Words of what never changes on a page: for those who find, share or print it, and for when its
//! program does not run. They are part of the static pages only, so the program does not carry them.

use crate::i18n::Lang;

pub struct Words {
    /// Between the finding and the name of the site in a page's title.
    pub title_joint: &'static str,
    /// What the whole site is, for catalogues of data.
    pub about: &'static str,
    pub feed_title: &'static str,
    /// The page in full, linked from a block that stands alone.
    pub whole_page: &'static str,
    /// Under a block that is pinned to a day, where later figures are known; then the way to them.
    pub newer: &'static str,
    pub to_latest: &'static str,
    /// Before the address of a link that a sandbox does not open.
    pub unopened: &'static str,
    /// Opens what a small frame has no room for, and folds it again.
    pub more: &'static str,
    pub less: &'static str,
    /// With `{kilobytes}` where the build puts what the program weighs.
    pub offer: &'static str,
    pub offer_why: &'static str,
    pub unstarted: &'static str,
    pub stopped: &'static str,
    /// Under what is printed, before the address.
    pub printed_from: &'static str,
    pub skip_to_data: &'static str,
    pub data_title: &'static str,
    pub all_files: &'static str,
    pub changes_title: &'static str,
    pub changes_about: &'static str,
    pub changes_unit: &'static str,
    /// Of publications of which only the month is known.
    pub changes_undated: &'static str,
    pub new_months: &'static str,
    pub revised: &'static str,
    /// Before, after, change, remark.
    pub revision_columns: [&'static str; 4],
    /// Of a figure that is the one before, rounded or given more exactly.
    pub rounding: &'static str,
    /// Of figures that are first for their sector and period, that confirm, that are older.
    pub other_figures: [&'static str; 3],
    /// Before links to the files of a day.
    pub package_of_day: fn(&str) -> String,
    pub page_of_day: &'static str,
    pub method: &'static str,
    pub method_text: &'static str,
    pub about_figures: &'static str,
    pub about_privacy: &'static str,
    pub keys_title: &'static str,
    /// A key of the charts, then what it does.
    pub keys: [(&'static str, &'static str); 8],
}

impl Words {
    pub fn of(lang: Lang) -> &'static Words {
        match lang {
            Lang::En => &EN,
            Lang::Ur => &UR,
        }
    }
}

static EN: Words = Words {
    title_joint: " · ",
    about: package_text!(about en),
    feed_title: concat!(package_text!(title en), ", month by month"),
    whole_page: "The whole page: every month, comparisons, sub-sectors and sources",
    newer: "Newer figures have been published since.",
    to_latest: "See the latest",
    unopened: "The page around this one lets it open no other. The address:",
    more: "Show all",
    less: "Show less",
    offer: "Load charts to explore ({kilobytes} kB)",
    offer_why: "To save data, this page has loaded only what you see.",
    unstarted: "The interactive part of this page could not start here. All figures, charts and tables on it can be read as they are.",
    stopped: "The program behind this page has stopped. Reload the page to start it again; what you see stays true.",
    printed_from: "From",
    skip_to_data: "Skip to the table of figures",
    data_title: "Data and method",
    all_files: "Everything this page holds, as files:",
    changes_title: "Changes in the figures, by day of publication",
    changes_about: "Every day on which figures were published, the newest first: which months were new, which figures took the place of others, and the whole data package as it stood on that day.",
    changes_unit: "Nothing is taken away: an earlier figure stays in the data beside the one that stands now.",
    changes_undated: "Some of the pages on which these figures were read show only the month; they count from its last day.",
    new_months: "New months",
    revised: "Figures that took the place of others",
    revision_columns: ["Before", "Now", "Change", "Remark"],
    rounding: "rounding only",
    other_figures: [
        "First figures for sub-sectors and for totals of several months",
        "Figures that confirm the one that stands",
        "Figures older than the one that stands",
    ],
    package_of_day: |day| format!("The data as they stood on {day}:"),
    page_of_day: "the page as it read then",
    method: "How figures are computed",
    method_text: "In this order, everywhere: choose the vintage; choose the sub-sectors; add up to quarters or years, only where every month is published; compute the measure; compare. Missing figures stay missing. Figures of different vintages are never subtracted from each other. Rounding is for display; files hold figures as published.",
    about_figures: package_text!(method en),
    about_privacy: "This page asks nobody for anything: no cookies, no counters, no requests to other sites.",
    keys_title: "Keys in a chart",
    keys: [
        ("← →", "previous, next point"),
        ("↑ ↓", "next series"),
        ("Page Up, Page Down", "a year back, a year on"),
        ("Home, End", "first, last point"),
        ("Enter", "source of the figure"),
        ("T", "table"),
        ("?", "this list"),
        ("Esc", "leave the chart"),
    ],
};

static UR: Words = Words {
    title_joint: " · ",
    about: package_text!(about ur),
    feed_title: concat!(package_text!(title ur), "، ماہ بہ ماہ"),
    whole_page: "پورا صفحہ: ہر مہینہ، موازنے، ذیلی شعبے اور ماخذ",
    newer: "اس کے بعد نئے اعداد شائع ہو چکے ہیں۔",
    to_latest: "تازہ ترین اعداد دیکھیں",
    unopened: "جس صفحے میں یہ چارٹ لگا ہے، وہ یہاں سے کوئی اور صفحہ نہیں کھلنے دیتا۔ پتا یہ ہے:",
    more: "سب کچھ دیکھیں",
    less: "کم دیکھیں",
    offer: "متحرک چارٹ لائیں ({kilobytes} کلو بائٹ)",
    offer_why: "ڈیٹا بچانے کے لیے اس صفحے نے صرف وہی لیا ہے جو آپ دیکھ رہے ہیں۔",
    unstarted: "اس صفحے کا متحرک حصہ یہاں شروع نہ ہو سکا۔ اس کے تمام اعداد، چارٹ اور جدول یوں بھی پڑھے جا سکتے ہیں۔",
    stopped: "اس صفحے کا پروگرام رک گیا ہے۔ دوبارہ چلانے کے لیے صفحہ تازہ کریں؛ جو دکھائی دے رہا ہے وہ درست ہے۔",
    printed_from: "ماخذ صفحہ",
    skip_to_data: "سیدھے اعداد کے جدول پر جائیں",
    data_title: "اعداد اور طریقۂ کار",
    all_files: "اس صفحے کے تمام اعداد، فائلوں کی صورت میں:",
    changes_title: "اعداد میں تبدیلیاں، تاریخِ اشاعت کے لحاظ سے",
    changes_about: "ہر وہ دن جب اعداد شائع ہوئے، تازہ ترین سب سے پہلے: کون سے مہینے نئے تھے، کن اعداد نے پہلے والوں کی جگہ لی، اور اس دن تک کا پورا ڈیٹا۔",
    changes_unit: "کوئی عدد ہٹایا نہیں جاتا: پہلے کا عدد بھی موجودہ عدد کے ساتھ ڈیٹا میں موجود رہتا ہے۔",
    changes_undated: "جن صفحات سے یہ اعداد لیے گئے ان میں سے بعض پر صرف مہینہ درج ہے؛ انہیں مہینے کے آخری دن سے شمار کیا گیا ہے۔",
    new_months: "نئے مہینے",
    revised: "نظرثانی شدہ اعداد",
    revision_columns: ["پہلے", "اب", "فرق", "کیفیت"],
    rounding: "صرف اعشاریے کا فرق",
    other_figures: [
        "ذیلی شعبوں اور کئی ماہ کے مجموعوں کے پہلے اعداد",
        "موجودہ عدد کی تصدیق کرنے والے اعداد",
        "موجودہ عدد سے پرانے اعداد",
    ],
    package_of_day: |day| format!("{day} تک کا ڈیٹا:"),
    page_of_day: "صفحہ، جیسا اس دن پڑھا جاتا",
    method: "اعداد کیسے نکالے جاتے ہیں",
    method_text: "ہر جگہ اسی ترتیب سے: پہلے اشاعت چنی جاتی ہے، پھر ذیلی شعبے؛ پھر سہ ماہی یا سال کا مجموعہ، صرف وہاں جہاں ہر مہینہ شائع ہو؛ پھر پیمانہ، پھر موازنہ۔ جو عدد شائع نہیں ہوا وہ خالی رہتا ہے۔ مختلف اشاعتوں کے اعداد ایک دوسرے سے کبھی منہا نہیں کیے جاتے۔ اعداد صرف دکھانے کے لیے گول کیے جاتے ہیں؛ فائلوں میں وہ جوں کے توں ہیں۔",
    about_figures: package_text!(method ur),
    about_privacy: "یہ صفحہ کسی سے کچھ نہیں مانگتا: نہ کوکیز، نہ شمار کنندہ، نہ کسی اور سائٹ سے رابطہ۔",
    keys_title: "چارٹ میں بٹن",
    keys: [
        ("← →", "پچھلا، اگلا مقام"),
        ("↑ ↓", "اگلا سلسلہ"),
        ("Page Up, Page Down", "ایک سال پیچھے، ایک سال آگے"),
        ("Home, End", "پہلا، آخری مقام"),
        ("Enter", "عدد کا ماخذ"),
        ("T", "جدول"),
        ("?", "یہ فہرست"),
        ("Esc", "چارٹ سے باہر"),
    ],
};
