//! Words of what never changes on a page: for those who find, share or print it, and for when its
//! program does not run. They are part of the static pages only, so the program does not carry them.

words! {
    /// Between the finding and the name of the site in a page's title.
    title_joint = " · ", " · ";
    /// Of the language, as those who show links to pages have it.
    locale = package_text!(locale en), package_text!(locale ur);
    /// What the whole site is, for catalogues of data.
    about = package_text!(about en), package_text!(about ur);
    feed_title =
        concat!(package_text!(title en), ", month by month"),
        concat!(package_text!(title ur), "، ماہ بہ ماہ");
    /// The page in full, linked from a block that stands alone.
    whole_page =
        "The whole page: every month, comparisons, sub-sectors and sources",
        "پورا صفحہ: ہر مہینہ، موازنے، ذیلی شعبے اور ماخذ";
    /// Under a block that is pinned to a day, where later figures are known; then the way to them.
    newer = "Newer figures have been published since.", "اس کے بعد نئے اعداد شائع ہو چکے ہیں۔";
    to_latest = "See the latest", "تازہ ترین اعداد دیکھیں";
    /// Before the address of a link that a sandbox does not open.
    unopened =
        "The page around this one lets it open no other. The address:",
        "جس صفحے میں یہ چارٹ لگا ہے، وہ یہاں سے کوئی اور صفحہ نہیں کھلنے دیتا۔ پتا یہ ہے:";
    /// Opens what a small frame has no room for, and folds it again.
    more = "More", "مزید";
    less = "Less", "کم";
    full_page = "Full page", "پورا صفحہ";
    /// With `{kilobytes}` where the build puts what the program weighs.
    offer = "Load charts to explore ({kilobytes} kB)", "متحرک چارٹ لائیں ({kilobytes} کلو بائٹ)";
    offer_why =
        "To save data, this page has loaded only what you see.",
        "ڈیٹا بچانے کے لیے اس صفحے نے صرف وہی لیا ہے جو آپ دیکھ رہے ہیں۔";
    unstarted =
        "The interactive part of this page could not start here. All figures, charts and tables on it can be read as they are.",
        "اس صفحے کا متحرک حصہ یہاں شروع نہ ہو سکا۔ اس کے تمام اعداد، چارٹ اور جدول یوں بھی پڑھے جا سکتے ہیں۔";
    stopped =
        "The program behind this page has stopped. Reload the page to start it again; what you see stays true.",
        "اس صفحے کا پروگرام رک گیا ہے۔ دوبارہ چلانے کے لیے صفحہ تازہ کریں؛ جو دکھائی دے رہا ہے وہ درست ہے۔";
    /// Under what is printed, before the address.
    printed_from = "From", "ماخذ صفحہ";
    skip_to_data = "Skip to the table of figures", "سیدھے اعداد کے جدول پر جائیں";
    data_title = "Data and method", "اعداد اور طریقۂ کار";
    /// Names of links to files.
    whole_file = "The whole page in one file", "پورا صفحہ ایک فائل میں";
    every_figure = "Every figure: observations.csv", "تمام اعداد: \u{2066}observations.csv\u{2069}";
    other_files(count: usize) = "Other files ({count})", "دیگر فائلیں ({count})";
    changes_title =
        "Changes in the figures, by day of publication",
        "اعداد میں تبدیلیاں، تاریخِ اشاعت کے لحاظ سے";
    changes_about =
        "Every day on which figures were published, the newest first: which months were new to this record, which figures took the place of others, and the whole data package as it stood on that day.",
        "ہر وہ دن جب اعداد شائع ہوئے، تازہ ترین سب سے پہلے: کون سے مہینے اس ریکارڈ میں نئے تھے، کن اعداد نے پہلے والوں کی جگہ لی، اور اس دن تک کا پورا ڈیٹا۔";
    changes_unit =
        "Nothing is taken away: an earlier figure stays in the data beside the one that stands now.",
        "کوئی عدد ہٹایا نہیں جاتا: پہلے کا عدد بھی موجودہ عدد کے ساتھ ڈیٹا میں موجود رہتا ہے۔";
    /// Of publications of which only the month is known.
    changes_undated =
        "Some of the pages on which these figures were read show only the month; they count from its last day.",
        "جن صفحات سے یہ اعداد لیے گئے ان میں سے بعض پر صرف مہینہ درج ہے؛ انہیں مہینے کے آخری دن سے شمار کیا گیا ہے۔";
    new_months = "New months", "نئے مہینے";
    revised = "Figures that took the place of others", "نظرثانی شدہ اعداد";
    /// Of the earliest figure of a month that was derived, or found long after it.
    no_first_print =
        "the earliest in this record, no first print",
        "اس ریکارڈ کا سب سے پہلا عدد، پہلی اشاعت نہیں";
    /// Before, after, change, remark.
    revision_columns: [&'static str; 4] => [
        "Before", "پہلے";
        "Now", "اب";
        "Change", "فرق";
        "Remark", "کیفیت";
    ]
    /// Of a figure that is the one before, rounded or given more exactly.
    rounding = "rounding only", "صرف اعشاریے کا فرق";
    /// Of figures that are first for their sector and period, that confirm, that are older.
    other_figures: [&'static str; 3] => [
        "First figures for sub-sectors and for totals of several months",
        "ذیلی شعبوں اور کئی ماہ کے مجموعوں کے پہلے اعداد";
        "Figures that confirm the one that stands", "موجودہ عدد کی تصدیق کرنے والے اعداد";
        "Figures older than the one that stands", "موجودہ عدد سے پرانے اعداد";
    ]
    /// Before links to the files of a day.
    package_of_day(day: &str) = "The data as they stood on {day}:", "{day} تک کا ڈیٹا:";
    page_of_day = "the page as it read then", "صفحہ، جیسا اس دن پڑھا جاتا";
    /// How figures are made, in this order.
    method_steps: [&'static str; 5] => [
        "Choose the vintage: the latest, or the earliest.", "اشاعت چننا: تازہ ترین یا سب سے پہلی۔";
        "Choose the sub-sectors.", "ذیلی شعبے چننا۔";
        "Add up to quarters or years, only where every month is published.", "سہ ماہی یا سال کا مجموعہ، صرف وہاں جہاں ہر مہینہ شائع ہو۔";
        "Compute the measure.", "پیمانہ نکالنا۔";
        "Compare.", "موازنہ کرنا۔";
    ]
    method_more = "More on the method", "طریقۂ کار کی تفصیل";
    method_text =
        "Missing figures stay missing. A figure and its parts come from one publication. A change compares two figures that mostly come from different publications; where one publication prints both and makes it another change, or where one was revised by more than 5%, the text beside it says so. A month that was not printed alone is the difference of two totals, mostly of different publications, and is called derived. A figure without a mark counts as provisional while the latest total that holds it is. Rounding is for display; files hold figures as published.",
        "جو عدد شائع نہیں ہوا وہ خالی رہتا ہے۔ عدد اور اس کے حصے ایک ہی اشاعت کے ہوتے ہیں۔ تبدیلی جن دو اعداد کا موازنہ ہے وہ اکثر الگ الگ اشاعتوں کے ہوتے ہیں؛ جہاں ایک ہی اشاعت دونوں دے اور تبدیلی مختلف نکلے، یا ایک عدد پر 5 فیصد سے زیادہ نظرثانی ہوئی ہو، وہاں ساتھ بتایا جاتا ہے۔ جو مہینہ الگ شائع نہیں ہوا وہ دو مجموعوں کا فرق ہے، جو اکثر الگ الگ اشاعتوں کے ہیں، اور اخذ کردہ کہلاتا ہے۔ بغیر نشان کا عدد اس وقت تک عبوری شمار ہوتا ہے جب تک وہ تازہ ترین مجموعہ عبوری ہو جس میں وہ شامل ہے۔ اعداد صرف دکھانے کے لیے گول کیے جاتے ہیں؛ فائلوں میں وہ جوں کے توں ہیں۔";
    adjusted_title = "Adjusted for working days and season", "ایامِ کار اور موسمی رجحان کے بغیر";
    adjusted_text =
        concat!("Some months have more working days, and some are always stronger. This page takes both out: a public holiday counts as half a lost working day, three quarters of a difference in days are taken out, then a fixed pattern of the twelve months (STL). It is this page's own calculation, not published by the ", package_text!(publisher en), ", uncertain by about five points either way, and changes a little with every new month. It is not corrected for prices or the exchange rate, no forecast, and explains no causes. The usual wobble is how much it moved from month to month in the two years before."),
        concat!("بعض مہینوں میں ایامِ کار زیادہ ہوتے ہیں اور بعض ہر سال مضبوط رہتے ہیں۔ یہ صفحہ دونوں کا فرق نکالتا ہے: تعطیل آدھا یومِ کار، دنوں کے فرق کا تین چوتھائی، پھر بارہ مہینوں کا مستقل رجحان۔ یہ اس صفحے کا حساب ہے، ", package_text!(publisher ur), " کا شائع کردہ عدد نہیں؛ دونوں طرف تقریباً پانچ فیصد پوائنٹ کی گنجائش ہے۔ قیمتوں یا شرحِ مبادلہ کا فرق شامل نہیں؛ یہ پیش گوئی نہیں اور وجہ نہیں بتاتا۔ معمول کا اتار چڑھاؤ پچھلے دو برس کی ماہانہ تبدیلیاں ہیں۔");
    about_figures = package_text!(method en), package_text!(method ur);
    about_privacy =
        "This page asks nobody for anything: no cookies, no counters, no requests to other sites.",
        "یہ صفحہ کسی سے کچھ نہیں مانگتا: نہ کوکیز، نہ شمار کنندہ، نہ کسی اور سائٹ سے رابطہ۔";
    keys_title = "Keys in a chart", "چارٹ میں بٹن";
    /// A key of the charts, then what it does.
    keys: [(&'static str, &'static str); 8] => [
        ("← →", "previous, next point"), ("← →", "پچھلا، اگلا مقام");
        ("↑ ↓", "next series"), ("↑ ↓", "اگلا سلسلہ");
        ("Page Up, Page Down", "a year back, a year on"),
        ("Page Up, Page Down", "ایک سال پیچھے، ایک سال آگے");
        ("Home, End", "first, last point"), ("Home, End", "پہلا، آخری مقام");
        ("Enter", "source of the figure"), ("Enter", "عدد کا ماخذ");
        ("T", "table"), ("T", "جدول");
        ("?", "this list"), ("?", "یہ فہرست");
        ("Esc", "leave the chart"), ("Esc", "چارٹ سے باہر");
    ]
}
