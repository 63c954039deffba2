//! Words of the views that take the total apart: labels and notes.

words! {
    // All of them
    breakdown_legend = "View", "منظر";
    periods_to_date =
        concat!(package_text!(first month en), " to month"),
        concat!(package_text!(first month ur), " سے مہینے تک");
    periods_months = "Single months", "ایک ایک مہینہ";
    periods_spans = "Several months", "کئی مہینے";
    find_sector = "Find a sub-sector", "ذیلی شعبہ تلاش کریں";
    no_such_sector = "No sub-sector of that name.", "اس نام کا کوئی ذیلی شعبہ نہیں۔";
    all = "All", "تمام";
    none = "None", "کوئی نہیں";
    share = "Share", "حصہ";
    contribution = "Contribution", "اضافے میں حصہ";
    points = "percentage points", "فیصد پوائنٹ";
    whole = "Chosen sub-sectors together", "منتخب شعبے مجموعی طور پر";
    monthly_mean_unit(unit: &str) =
        "{unit} a month; wide blocks: several months at their monthly mean",
        "{unit} ماہانہ؛ چوڑے خانے: کئی مہینوں کی ماہانہ اوسط";
    percent_of_total =
        "Percent of the chosen sub-sectors together",
        "منتخب شعبوں کے مجموعے کا فیصد";
    /// Unit, period, base.
    against(unit: &str, period: &str, base: &str) =
        "{unit}: {period} against {base}",
        "{unit}: {period} بمقابلہ {base}";
    // Contributions to growth
    /// What the published headings leave over because they are rounded.
    rounding = "Rounding of the headings", "مدوں کی تقریب کا فرق";
    /// Above the bars, and above the column of changes.
    points_of_growth = "points of growth", "فیصد پوائنٹ";
    on_a_year_ago = "on a year ago", "سالانہ";
    /// What the bars show: the change of the whole without its sign, the period and its base.
    added(grew: bool, percent: &str, period: &str, base: &str) => match grew {
        true =>
            "What each sub-sector added to the growth of {percent}%: {period} on {base}",
            "{period} بمقابلہ {base}: {percent} فیصد اضافے میں ہر ذیلی شعبے کا حصہ";
        false =>
            "What each sub-sector added to exports or took away as they fell {percent}%: {period} on {base}",
            "{period} بمقابلہ {base}: {percent} فیصد کمی میں ہر ذیلی شعبے کا حصہ";
    }
    /// The same where the year before cannot be compared.
    share_only(period: &str, base: &str) =
        "Share of each sub-sector: {period}; not comparable with {base}",
        "{period}: ہر ذیلی شعبے کا حصہ؛ {base} سے موازنہ ممکن نہیں";
    /// So many sub-sectors together.
    others(count: usize) = "{count} others", "دیگر {count}";
    points_short(points: &str) = "{points} points", "{points} پوائنٹ";
    /// Of what is shown, be it all or what a reader chose.
    of_whole(percent: &str) = "{percent} of the whole", "مجموعے کا {percent}";
    /// After a unit, where no two statuses have to be told apart.
    all_alike(unit: &str, status: &str) = "{unit}. All {status}", "{unit}۔ تمام اعداد {status}";
    arithmetic =
        concat!("A contribution is a heading's change in ", package_text!(unit en), " divided by the whole of the year before, so the contributions add up to the growth of the whole; figures are shown to a hundredth of a point."),
        "کسی مد کا حصہ اس کی رقم کی تبدیلی کو پچھلے سال کے مجموعے پر تقسیم کرنے سے نکلتا ہے، اس لیے تمام حصے مل کر کل اضافے کے برابر ہوتے ہیں؛ اعداد پوائنٹ کے سوویں حصے تک دکھائے گئے ہیں۔";
    of_chosen =
        concat!("Contributions are to the growth of the chosen sub-sectors together, not of all ", package_text!(subject en), "."),
        concat!("حصے منتخب ذیلی شعبوں کے مجموعی اضافے میں ہیں، تمام ", package_text!(subject ur), " کے اضافے میں نہیں۔");

    // Small pictures
    scale = "Scale", "اسکیل";
    scale_common = "one for all", "سب کا ایک";
    scale_own = "each its own", "ہر ایک کا اپنا";
    /// The unit, with what is said of the scale.
    with_scale(unit: &str, scale: &str) = "{unit}; scale: {scale}", "{unit}؛ اسکیل: {scale}";
    each_series =
        "Each sub-sector is drawn wherever a figure of its own is published; months for which it is published only together with others are gaps.",
        "ہر ذیلی شعبہ وہیں دکھایا گیا ہے جہاں اس کا اپنا عدد شائع ہوا؛ جن مہینوں میں وہ صرف دوسروں کے ساتھ ملا کر شائع ہوا وہ خالی ہیں۔";

    // Ranking
    sparklines =
        "The small curves show the months chosen above, each on a scale of its own from nought; they are broken where nothing is published.",
        "چھوٹے خاکے منتخب مہینے دکھاتے ہیں، ہر ایک صفر سے اپنے اسکیل پر؛ جہاں کچھ شائع نہیں ہوا وہاں وہ ٹوٹے ہوئے ہیں۔";

    // Spans
    span_unit(unit: &str) =
        "{unit} a month; area: exports of the span",
        "{unit} ماہانہ؛ رقبہ: پوری مدت کی برآمدات";
    exports = "Exports", "برآمدات";
    monthly_mean = "Monthly mean", "ماہانہ اوسط";
    months = "Months", "مہینے";
    /// A monthly mean among figures of a longer span.
    a_month(figure: &str) = "{figure} a month", "{figure} ماہانہ";
    areas =
        "A block is as wide as the months it covers and as high as their monthly mean, so that its area is what was exported.",
        "ہر خانہ اتنا چوڑا ہے جتنے مہینے اس میں ہیں اور اتنا اونچا جتنی ان کی ماہانہ اوسط ہے، چنانچہ اس کا رقبہ برآمدات کے برابر ہے۔";
    no_figure = "no published figure", "عدد شائع نہیں ہوا";

    // Freelance work
    /// Names of the two pictures: on which side of item 9 it is, and the published code.
    freelance_inside =
        concat!("Freelance inside ", package_text!(subject en), " (9.2.5)"),
        concat!(package_text!(subject ur), " میں فری لانسنگ (9.2.5)");
    freelance_outside = "Freelance outside them (10.3.5)", "ان سے باہر فری لانسنگ (10.3.5)";
    never_added =
        "The two are never added up: 9.2.5 is part of item 9, telecommunications, computer and information services; 10.3.5 is part of other business services, and of no total on this page.",
        "یہ دونوں کبھی جمع نہیں کیے جاتے: 9.2.5 شق 9 یعنی ٹیلی مواصلات، کمپیوٹر اور معلوماتی خدمات کا حصہ ہے؛ 10.3.5 دیگر کاروباری خدمات کا حصہ ہے اور اس صفحے کے کسی مجموعے میں شامل نہیں۔";
}
