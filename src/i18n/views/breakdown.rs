//! Words of the instruments that take the total apart.

use crate::i18n::Lang;

/// Every fixed word of these instruments in one language.
pub struct BreakdownWords {
    // Contributions to growth
    /// What the published headings leave over because they are rounded.
    pub rounding: &'static str,
    /// The unit of contributions.
    pub points_of_growth: &'static str,
    pub change: &'static str,
    /// From one amount to another.
    pub from_to: fn(&str, &str) -> String,
    pub arithmetic: &'static str,
    pub of_chosen: &'static str,

    // Small pictures
    pub scale: &'static str,
    pub scale_common: &'static str,
    pub scale_own: &'static str,
    /// The unit, with what is said of the scale.
    pub with_scale: fn(&str, &str) -> String,
    pub each_series: &'static str,

    // Ranking
    pub sparklines: &'static str,

    // Spans
    pub span_unit: fn(&str) -> String,
    pub exports: &'static str,
    pub monthly_mean: &'static str,
    pub months: &'static str,
    /// A monthly mean among figures of a longer span.
    pub a_month: fn(&str) -> String,
    pub areas: &'static str,
    pub no_figure: &'static str,

    // Freelance work
    /// Names of the two pictures: the published code, and on which side of item 9 it is.
    pub freelance_inside: &'static str,
    pub freelance_outside: &'static str,
    pub never_added: &'static str,
}

static EN: BreakdownWords = BreakdownWords {
    rounding: "Rounding of the headings",
    points_of_growth: "Percentage points of growth",
    change: "Change",
    from_to: |from, to| format!("from {from} to {to}"),
    arithmetic: concat!(
        "A contribution is a heading's change in ",
        package_text!(unit en),
        " divided by the whole of the year before, so the contributions add up to the growth of the whole; figures are shown to a hundredth of a point."
    ),
    of_chosen: concat!(
        "Contributions are to the growth of the chosen sub-sectors together, not of all ",
        package_text!(subject en),
        "."
    ),

    scale: "Scale",
    scale_common: "One for all",
    scale_own: "Each its own",
    with_scale: |unit, scale| format!("{unit}; scale: {scale}"),
    each_series: "Each sub-sector is drawn wherever a figure of its own is published; months for which it is published only together with others are gaps.",

    sparklines: "The small curves show the months chosen above, each on a scale of its own from nought; they are broken where nothing is published.",

    span_unit: |unit| format!("{unit} a month; area: exports of the span"),
    exports: "Exports",
    monthly_mean: "Monthly mean",
    months: "Months",
    a_month: |figure| format!("{figure} a month"),
    areas: "A block is as wide as the months it covers and as high as their monthly mean, so that its area is what was exported.",
    no_figure: "no published figure",

    freelance_inside: concat!("9.2.5, inside ", package_text!(subject en)),
    freelance_outside: "10.3.5, outside them",
    never_added: "The two are never added up: 9.2.5 is part of item 9, telecommunications, computer and information services; 10.3.5 is part of other business services, and of no total on this page.",
};

static UR: BreakdownWords = BreakdownWords {
    rounding: "مدوں کی تقریب کا فرق",
    points_of_growth: "اضافے کے فیصد پوائنٹ",
    change: "تبدیلی",
    from_to: |from, to| format!("{from} سے {to}"),
    arithmetic: "کسی مد کا حصہ اس کی رقم کی تبدیلی کو پچھلے سال کے مجموعے پر تقسیم کرنے سے نکلتا ہے، اس لیے تمام حصے مل کر کل اضافے کے برابر ہوتے ہیں؛ اعداد پوائنٹ کے سوویں حصے تک دکھائے گئے ہیں۔",
    of_chosen: concat!(
        "حصے منتخب ذیلی شعبوں کے مجموعی اضافے میں ہیں، تمام ",
        package_text!(subject ur),
        " کے اضافے میں نہیں۔"
    ),

    scale: "اسکیل",
    scale_common: "سب کا ایک",
    scale_own: "ہر ایک کا اپنا",
    with_scale: |unit, scale| format!("{unit}؛ اسکیل: {scale}"),
    each_series: "ہر ذیلی شعبہ وہیں دکھایا گیا ہے جہاں اس کا اپنا عدد شائع ہوا؛ جن مہینوں میں وہ صرف دوسروں کے ساتھ ملا کر شائع ہوا وہ خالی ہیں۔",

    sparklines: "چھوٹے خاکے منتخب مہینے دکھاتے ہیں، ہر ایک صفر سے اپنے اسکیل پر؛ جہاں کچھ شائع نہیں ہوا وہاں وہ ٹوٹے ہوئے ہیں۔",

    span_unit: |unit| format!("{unit} ماہانہ؛ رقبہ: پوری مدت کی برآمدات"),
    exports: "برآمدات",
    monthly_mean: "ماہانہ اوسط",
    months: "مہینے",
    a_month: |figure| format!("{figure} ماہانہ"),
    areas: "ہر خانہ اتنا چوڑا ہے جتنے مہینے اس میں ہیں اور اتنا اونچا جتنی ان کی ماہانہ اوسط ہے، چنانچہ اس کا رقبہ برآمدات کے برابر ہے۔",
    no_figure: "عدد شائع نہیں ہوا",

    freelance_inside: concat!("9.2.5، ", package_text!(subject ur), " میں شامل"),
    freelance_outside: "10.3.5، ان سے باہر",
    never_added: "یہ دونوں کبھی جمع نہیں کیے جاتے: 9.2.5 شق 9 یعنی ٹیلی مواصلات، کمپیوٹر اور معلوماتی خدمات کا حصہ ہے؛ 10.3.5 دیگر کاروباری خدمات کا حصہ ہے اور اس صفحے کے کسی مجموعے میں شامل نہیں۔",
};

pub fn words(lang: Lang) -> &'static BreakdownWords {
    match lang.spoken() {
        Lang::En => &EN,
        Lang::Ur => &UR,
    }
}
