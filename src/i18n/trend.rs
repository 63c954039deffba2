//! Words of the views that look at the total through time: labels and notes.

use crate::data::context::EventKind;

words! {
    /// The day on which the page is read, so to speak.
    vintage_day = "As known on", "اس دن تک کے اعداد";
    // Fiscal years and seasons
    unit_to_date(unit: &str) =
        [unit, concat!(", added up from ", package_text!(first month en))].concat(),
        [unit, concat!("، ", package_text!(first month ur), " سے جمع شدہ")].concat();
    unit_monthly(unit: &str) = "{unit} a month", "{unit} ماہانہ";
    /// From the first month of the fiscal year on.
    sum_since_first =
        concat!("Since ", package_text!(first month en)),
        concat!(package_text!(first month ur), " سے مجموعہ");
    year_before = "Same months a year before", "ایک سال پہلے کے وہی مہینے";
    note_sums =
        "Months are added up; the total that is published for a year may differ a little.",
        "مہینوں کو جمع کیا گیا ہے؛ پورے سال کا شائع شدہ مجموعہ کچھ مختلف ہو سکتا ہے۔";
    note_seasons =
        "Growth is not taken out: in years in which exports grow, later months tend to be higher.",
        "مجموعی اضافہ الگ نہیں کیا گیا: جن برسوں میں برآمدات بڑھیں، ان میں بعد کے مہینے عموماً زیادہ ہوتے ہیں۔";
    /// The month's place among so many of its year.
    place_in_year(place: usize, of: usize) =
        "place {place} of {of} in its year",
        "سال کے {of} مہینوں میں نمبر {place}";

    // Heat table
    fiscal_year = package_text!(Year en), package_text!(year ur);
    heat_unit(unit: &str) =
        "{unit} a month; the more, the stronger the colour",
        "{unit} ماہانہ؛ جتنی زیادہ رقم، اتنا گہرا رنگ";
    not_published = "not published", "شائع نہیں ہوا";
    note_only_together =
        "Months that are published only together with others are left empty.",
        "جو مہینے صرف دوسرے مہینوں کے ساتھ ملا کر شائع ہوئے، ان کے خانے خالی ہیں۔";
    up_to(amount: &str) = "up to {amount}", "{amount} تک";
    from(amount: &str) = "from {amount}", "{amount} سے";

    // First prints
    first_print = "First print", "پہلی اشاعت";
    latest_figure = "Latest figure", "تازہ ترین عدد";
    /// The first of those in the record.
    earliest = "Earliest figure", "سب سے پہلا عدد";
    /// Where that is no first print.
    earliest_here = "Earliest figure in this record", "اس ریکارڈ کا سب سے پہلا عدد";
    kind_of_first = "What it is", "نوعیت";
    found_later = "found later", "بعد میں ملا";
    one_figure = "one figure in this record", "اس ریکارڈ میں ایک ہی عدد";
    first_published = "Published", "تاریخِ اشاعت";
    last_published = "Last published", "آخری اشاعت کی تاریخ";
    revision = "Revision", "نظرثانی";
    revision_percent = "Revision (percent)", "نظرثانی (فیصد)";
    not_revised = "not revised", "نظرثانی نہیں ہوئی";
    prints_unit(unit: &str) =
        "{unit} a month; rings: earliest figure, where it was revised",
        "{unit} ماہانہ؛ حلقے: سب سے پہلا عدد، جہاں اس پر نظرثانی ہوئی";
    note_prints =
        "What differs from the earlier figure by rounding alone is no revision. The earliest figure here is called a first print where it was printed within half a year of its month; otherwise it was derived, or found later.",
        "جو فرق صرف اعشاریے کا ہو، وہ نظرثانی شمار نہیں ہوتا۔ یہاں کا سب سے پہلا عدد صرف وہاں پہلی اشاعت کہلاتا ہے جہاں وہ مہینے کے بعد نصف سال کے اندر چھپا؛ ورنہ وہ اخذ کیا گیا یا بعد میں ملا۔";
    note_prints_total =
        "Earliest and latest figures are compared for the total of all sub-sectors.",
        "سب سے پہلے اور تازہ ترین اعداد کا موازنہ تمام ذیلی شعبوں کے مجموعے کے لیے ہے۔";

    // Two months
    month = "Month", "مہینہ";
    beside = "Beside it", "موازنے کا مہینہ";
    /// The month is named in brackets.
    same_month_year_before(month: &str) =
        "The same month a year before ({month})",
        "ایک سال پہلے کا وہی مہینہ ({month})";
    exports = "Exports", "برآمدات";
    per_day = "A working day", "فی یومِ کار";
    working_days = "Working days", "ایامِ کار";
    /// So many working days, where it is clear that they are.
    days(days: u32) = "{days} days", "{days} دن";
    rank = "Rank among months", "مہینوں میں درجہ";
    rank_of(place: usize, of: usize) = "{place} of {of}", "{of} میں سے نمبر {place}";
    on_month_before = "On the month before", "پچھلے مہینے کے مقابلے میں";
    on_year_before = "On the year before", "پچھلے سال کے مقابلے میں";
    status = "Status", "حیثیت";
    measure = "Figure", "عدد";
    two_months_unit(unit: &str) =
        "{unit}: the month, and a working day of it",
        "{unit}: پورا مہینہ، اور اس کا ایک یومِ کار";
    note_working_days =
        "Working days are weekdays less public holidays.",
        "ایامِ کار سے مراد ہفتے کے کام کے دن ہیں، سرکاری تعطیلات کے بغیر۔";

    // Events
    kind_name(kind: EventKind) -> &'static str => match kind {
        EventKind::Policy => "Policy", "پالیسی";
        EventKind::Shock => "Shocks", "جھٹکے";
        EventKind::Infrastructure => "Infrastructure", "بنیادی ڈھانچہ";
        EventKind::Market => "Market", "منڈی";
    }
    /// Stands in the mark of an event; no two are alike.
    kind_letter(kind: EventKind) -> &'static str => match kind {
        EventKind::Policy => "P", "پ";
        EventKind::Shock => "S", "ج";
        EventKind::Infrastructure => "I", "ب";
        EventKind::Market => "M", "م";
    }
    kinds = "Events shown", "دکھائے گئے واقعات";
    date = "Date", "تاریخ";
    kind = "Kind", "قسم";
    event = "Event", "واقعہ";
    what_happened = "What happened", "کیا ہوا";
    events_unit =
        "Events on the months of the chart; a number stands for several",
        "چارٹ کے مہینوں پر واقعات؛ ہندسہ کئی واقعات کے لیے ہے";
    note_events =
        "What stands here happened at the time; that it moved exports is not claimed.",
        "یہ واقعات اس وقت پیش آئے؛ یہ دعویٰ نہیں کہ برآمدات ان کی وجہ سے بدلیں۔";
}
