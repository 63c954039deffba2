//! Words of drivers, peers and targets.

use crate::data::context::{Bound, FigureKind};
use crate::i18n::{Lang, isolate};

/// Labels and notes; sentences stand with their instruments.
pub struct ContextWords {
    /// Over what a card folds away.
    pub more: &'static str,
    /// Over addresses, how many.
    pub sources: fn(usize) -> String,
    /// A figure with whose it is, and where it was read.
    pub publisher_and_outlet: fn(&str, &str) -> String,
    pub source: &'static str,
    pub note: &'static str,

    // Peers
    pub peers_unit_level: fn(&str) -> String,
    /// The year that is 100.
    pub peers_unit_index: fn(i32) -> String,
    pub peers_unit_head: &'static str,
    /// Added to a unit.
    pub logarithmic: fn(&str) -> String,
    pub peers_measure: &'static str,
    pub peers_level: &'static str,
    pub peers_index: &'static str,
    pub peers_per_head: &'static str,
    pub peers_countries: &'static str,
    pub peers_base: &'static str,
    pub year: &'static str,
    /// A country whose figures end before those of others.
    pub up_to_year: fn(&str, i32) -> String,
    pub new_series: fn(&str) -> String,
    pub dollars_a_head: fn(&str) -> String,
    pub people: fn(&str) -> String,
    pub exports: &'static str,
    pub exports_of_world: &'static str,
    pub population: &'static str,
    /// A value of the index, and the year that is 100.
    pub index_value: fn(&str, i32) -> String,
    pub note_calendar_years: &'static str,
    pub note_logarithmic: &'static str,
    pub note_per_head: &'static str,
    /// A year, and the names of countries.
    pub note_missing: fn(&str, &str) -> String,
    pub note_no_index: fn(&str, i32) -> String,
    pub note_unknown_countries: fn(&str) -> String,
    pub note_no_base: fn(i32) -> String,
    /// What is wanting in the source.
    pub note_peers: &'static str,
    pub note_most: fn(usize) -> String,

    // Targets
    pub targets_unit: fn(&str) -> String,
    pub target: &'static str,
    pub announced: &'static str,
    pub announced_by: &'static str,
    pub due: &'static str,
    pub amount: &'static str,
    pub needed: &'static str,
    pub target_of: &'static str,
    pub kind: &'static str,
    pub kind_target: &'static str,
    pub kind_ambition: &'static str,
    pub of_ict: &'static str,
    pub of_freelance: &'static str,
    pub fiscal_year_total: &'static str,
    pub so_far: fn(&str) -> String,
    /// After a figure over a bar.
    pub so_far_figure: fn(&str) -> String,
    pub swatch_totals: &'static str,
    pub swatch_so_far: fn(&str) -> String,
    pub swatch_target: &'static str,
    pub swatch_over: &'static str,
    pub swatch_ambition: &'static str,
    pub note_arithmetic: &'static str,
    pub note_scope: &'static str,
    pub note_calendar_targets: &'static str,
    pub note_freelance_target: &'static str,
    /// Who announced it, for when, and what there is to say of it.
    pub note_of_target: fn(&str, &str, &str) -> String,

    // Drivers
    pub indicator: &'static str,
    pub period: &'static str,
    pub value: &'static str,
    pub figure_kind: fn(FigureKind) -> &'static str,
    pub bound: fn(Bound, &str) -> String,
    /// Added to what an estimate or a claim says where sources disagree.
    pub disagrees: &'static str,
    pub in_the_record: &'static str,
    pub record_unit: fn(&str) -> String,
    pub note_events: fn(&str) -> String,
    pub note_sectors: fn(&str) -> String,
    pub note_kinds: &'static str,
    pub note_charted: fn(&str) -> String,
    pub note_not_charted: &'static str,
    /// The headings of the record that are drawn.
    pub note_record_charted: fn(&str) -> String,
    pub sectors_link: fn(&str) -> String,
}

pub fn words(lang: Lang) -> &'static ContextWords {
    match lang.spoken() {
        Lang::En => &EN,
        Lang::Ur => &UR,
    }
}

const EN: ContextWords = ContextWords {
    more: "Figures, notes and sources",
    sources: |count| format!("Sources ({count})"),
    publisher_and_outlet: |publisher, outlet| match (publisher, outlet) {
        (publisher, "") => publisher.to_owned(),
        ("", outlet) => outlet.to_owned(),
        (publisher, outlet) if publisher == outlet => outlet.to_owned(),
        (publisher, outlet) => format!("{publisher}, in {outlet}"),
    },
    source: "Source",
    note: "Note",

    peers_unit_level: |unit| {
        [concat!(package_text!(peers subject en), " by calendar year, "), unit].concat()
    },
    peers_unit_index: |base| {
        format!("{} by calendar year, {base} = 100", package_text!(peers subject en))
    },
    peers_unit_head: concat!(
        package_text!(peers subject en),
        " for each inhabitant by calendar year, ",
        package_text!(sign)
    ),
    logarithmic: |unit| format!("{unit}; logarithmic axis"),
    peers_measure: "Compare by",
    peers_level: package_text!(full unit en),
    peers_index: "Index",
    peers_per_head: "Per head",
    peers_countries: concat!("Beside ", package_text!(country en)),
    peers_base: "Year that is 100",
    year: "Year",
    up_to_year: |country, year| format!("{country} (to {year})"),
    new_series: |country| format!("{country}: new series"),
    dollars_a_head: |figure| format!("{}{figure} a head", package_text!(symbol)),
    people: |count| format!("{count} inhabitants"),
    exports: package_text!(peers subject en),
    exports_of_world: concat!(package_text!(peers subject en), " of the world"),
    population: "Population",
    index_value: |value, base| format!("{value} ({base} = 100)"),
    note_calendar_years: concat!(
        "These are calendar years; the rest of the page counts ",
        package_text!(whose),
        " fiscal years, ",
        package_text!(first month en),
        " to ",
        package_text!(last month en),
        ", so figures of the two cannot be compared."
    ),
    note_logarithmic: "On the logarithmic axis equal distances are equal ratios: a doubling is as high for a small country as for a large one.",
    note_per_head: "Exports are divided by the population at mid-year.",
    note_missing: |year, countries| format!("No figure for {year} is published for {countries}."),
    note_no_index: |country, base| {
        format!("{country} has no figure for {base} and therefore no index.")
    },
    note_unknown_countries: |codes| {
        format!("The address asks for countries that the data do not have: {codes}.")
    },
    note_no_base: |base| {
        format!(
            "Not all countries shown have a figure for {base}, which the address asks for as 100."
        )
    },
    note_peers: package_text!(peers note en),
    note_most: |most| {
        format!("At most {most} countries stand beside {} at once.", package_text!(country en))
    },

    targets_unit: |unit| {
        format!(
            "{unit} a year; bars: {}, strokes: what was announced for a year",
            package_text!(years of en)
        )
    },
    target: "Target",
    announced: "Announced",
    announced_by: "By whom",
    due: "For",
    amount: "Amount",
    needed: "What is needed, or what came of it",
    target_of: "Of what",
    kind: "Kind",
    kind_target: "target of a government",
    kind_ambition: "held possible by others",
    of_ict: "ICT exports",
    of_freelance: "freelance income",
    fiscal_year_total: package_text!(subject en),
    so_far: |period| format!("{period}, so far"),
    so_far_figure: |figure| format!("{figure} so far"),
    swatch_totals: concat!("exports of whole ", package_text!(years of en)),
    swatch_so_far: |period| format!("{period}, the year that is running"),
    swatch_target: "announced, its year is still to end",
    swatch_over: "announced, its year is over",
    swatch_ambition: "held possible, nobody's target",
    note_arithmetic: "What is needed is arithmetic, not a forecast: the amount spread evenly over the months left, or even growth from the last whole year to the year announced.",
    note_scope: package_text!(scope en),
    note_calendar_targets: "An announcement that names no fiscal year is set against calendar years, added up from the months.",
    note_freelance_target: "Announcements about freelance income stand in the table only: they are no part of the total that is drawn.",
    note_of_target: |who, period, note| format!("{who}, for {period}: {note}"),

    indicator: "Indicator",
    period: "Period",
    value: "Figure",
    figure_kind: |kind| match kind {
        FigureKind::Official => "official count",
        FigureKind::Estimate => "estimate",
        FigureKind::Claim => "claim by an interested party",
    },
    bound: |bound, value| match bound {
        Bound::Exact => value.to_owned(),
        Bound::About => format!("about {value}"),
        Bound::Over => format!("over {value}"),
        Bound::UpTo => format!("up to {value}"),
    },
    disagrees: "sources disagree",
    in_the_record: "the record of this page",
    record_unit: |unit| format!("{unit} a month, from the record of this page"),
    note_events: |events| format!("What happened that bears on it: {events}."),
    note_sectors: |sectors| format!("The record measures a part of it under: {sectors}."),
    note_kinds: "An official count is a public body's of what it counts itself; an estimate rests on a sample, a survey or a model; a claim comes from somebody with an interest in it.",
    note_charted: |indicator| {
        format!("Drawn are those figures of “{indicator}” that have one definition.")
    },
    note_not_charted: "No indicator here has three figures of one definition, so nothing is drawn.",
    note_record_charted: |sectors| {
        format!(
            "Drawn are the months for which the record gives {sectors}; where a month is not published by itself the line breaks off."
        )
    },
    sectors_link: |sectors| format!("In the breakdown: {sectors}"),
};

const UR: ContextWords = ContextWords {
    more: "اعداد، وضاحتیں اور ماخذ",
    sources: |count| format!("ماخذ ({count})"),
    publisher_and_outlet: |publisher, outlet| match (publisher, outlet) {
        (publisher, "") => isolate(publisher),
        ("", outlet) => isolate(outlet),
        (publisher, outlet) if publisher == outlet => isolate(outlet),
        (publisher, outlet) => format!("{}، بحوالہ {}", isolate(publisher), isolate(outlet)),
    },
    source: "ماخذ",
    note: "نوٹ",

    peers_unit_level: |unit| {
        [concat!(package_text!(peers subject ur), "، کیلنڈر سال، "), unit].concat()
    },
    peers_unit_index: |base| {
        [
            concat!(package_text!(peers subject ur), "، کیلنڈر سال، "),
            &isolate(&format!("{base} = 100")),
        ]
        .concat()
    },
    peers_unit_head: concat!(
        package_text!(peers goods ur),
        " کی فی کس برآمدات، کیلنڈر سال، ",
        package_text!(full unit ur)
    ),
    logarithmic: |unit| format!("{unit}؛ لوگارتھمی پیمانہ"),
    peers_measure: "موازنہ",
    peers_level: package_text!(full unit ur),
    peers_index: "اشاریہ",
    peers_per_head: "فی کس",
    peers_countries: concat!(package_text!(country ur), " کے ساتھ"),
    peers_base: "جس سال کو 100 مانا جائے",
    year: "سال",
    up_to_year: |country, year| format!("{country} ({year} تک)"),
    new_series: |country| format!("{country}: نیا سلسلہ"),
    dollars_a_head: |figure| ["فی کس ", figure, concat!(" ", package_text!(unit ur))].concat(),
    people: |count| format!("آبادی {count}"),
    exports: package_text!(peers subject ur),
    exports_of_world: concat!("دنیا کی ", package_text!(peers subject ur)),
    population: "آبادی",
    index_value: |value, base| format!("{value} ({})", isolate(&format!("{base} = 100"))),
    note_calendar_years: concat!(
        "یہ کیلنڈر سال ہیں؛ صفحے کے باقی اعداد ",
        package_text!(country ur),
        " کے مالی سال (",
        package_text!(first month ur),
        " تا ",
        package_text!(last month ur),
        ") کے ہیں، اس لیے دونوں کا آپس میں موازنہ درست نہیں۔"
    ),
    note_logarithmic: "لوگارتھمی پیمانے پر برابر فاصلہ برابر نسبت ظاہر کرتا ہے: دگنا ہونا چھوٹے ملک کے لیے بھی اتنا ہی اونچا ہے جتنا بڑے کے لیے۔",
    note_per_head: "برآمدات کو سال کے وسط کی آبادی پر تقسیم کیا گیا ہے۔",
    note_missing: |year, countries| format!("{year} کا عدد شائع نہیں ہوا: {countries}۔"),
    note_no_index: |country, base| {
        format!("{country} کا {base} کا عدد موجود نہیں، اس لیے اس کا اشاریہ نہیں بنتا۔")
    },
    note_unknown_countries: |codes| {
        format!("پتے میں ایسے ملک مانگے گئے ہیں جن کے اعداد موجود نہیں: \u{2066}{codes}\u{2069}۔")
    },
    note_no_base: |base| {
        format!(
            "پتے میں {base} کو 100 ماننے کو کہا گیا ہے، مگر دکھائے گئے تمام ملکوں کا اس سال کا عدد موجود نہیں۔"
        )
    },
    note_peers: package_text!(peers note ur),
    note_most: |most| {
        [
            concat!(package_text!(country ur), " کے ساتھ ایک وقت میں زیادہ سے زیادہ "),
            &most.to_string(),
            " ملک دکھائے جا سکتے ہیں۔",
        ]
        .concat()
    },

    targets_unit: |unit| {
        [
            unit,
            concat!(
                " سالانہ؛ خانے: ",
                package_text!(year ur),
                "، لکیریں: کسی سال کے لیے اعلان کردہ رقم"
            ),
        ]
        .concat()
    },
    target: "ہدف",
    announced: "تاریخِ اعلان",
    announced_by: "اعلان کنندہ",
    due: "برائے",
    amount: "رقم",
    needed: "کیا درکار ہے یا نتیجہ کیا رہا",
    target_of: "کس چیز کا",
    kind: "نوعیت",
    kind_target: "حکومتی ہدف",
    kind_ambition: "دوسروں کے خیال میں ممکن",
    of_ict: "آئی سی ٹی برآمدات",
    of_freelance: "فری لانس آمدن",
    fiscal_year_total: package_text!(subject ur),
    so_far: |period| format!("{period}، اب تک"),
    so_far_figure: |figure| format!("اب تک {figure}"),
    swatch_totals: concat!("پورے ", package_text!(year ur), " کی برآمدات"),
    swatch_so_far: |period| [period, concat!("، جاری ", package_text!(year ur))].concat(),
    swatch_target: "اعلان کردہ، سال ابھی باقی ہے",
    swatch_over: "اعلان کردہ، سال گزر چکا ہے",
    swatch_ambition: "ممکن کہا گیا، کسی کا ہدف نہیں",
    note_arithmetic: "جو درکار ہے وہ محض حساب ہے، پیش گوئی نہیں: رقم کو باقی مہینوں پر برابر بانٹا گیا ہے، یا آخری پورے سال سے مقررہ سال تک یکساں اضافہ مانا گیا ہے۔",
    note_scope: package_text!(scope ur),
    note_calendar_targets: "جس اعلان میں مالی سال کا ذکر نہیں اسے کیلنڈر سال سے ملایا گیا ہے، جو مہینوں کو جمع کر کے بنتا ہے۔",
    note_freelance_target: "فری لانس آمدن کے اعلانات صرف جدول میں ہیں: خاکے میں دکھایا گیا مجموعہ ان کا نہیں۔",
    note_of_target: |who, period, note| format!("{who}، برائے {period}: {note}"),

    indicator: "پیمانہ",
    period: "مدت",
    value: "عدد",
    figure_kind: |kind| match kind {
        FigureKind::Official => "سرکاری عدد",
        FigureKind::Estimate => "تخمینہ",
        FigureKind::Claim => "متعلقہ فریق کا دعویٰ",
    },
    bound: |bound, value| match bound {
        Bound::Exact => value.to_owned(),
        Bound::About => format!("تقریباً {value}"),
        Bound::Over => format!("{value} سے زائد"),
        Bound::UpTo => format!("زیادہ سے زیادہ {value}"),
    },
    disagrees: "ذرائع متفق نہیں",
    in_the_record: "اسی صفحے کا ریکارڈ",
    record_unit: |unit| format!("{unit} ماہانہ، اسی صفحے کے ریکارڈ سے"),
    note_events: |events| format!("اس سے متعلق واقعات: {events}۔"),
    note_sectors: |sectors| {
        format!("ریکارڈ میں اس کا ایک حصہ ان مدوں میں ناپا جاتا ہے: {sectors}۔")
    },
    note_kinds: "سرکاری عدد وہ ہے جو سرکاری ادارہ خود گنتا ہے؛ تخمینہ نمونے، سروے یا ماڈل سے آتا ہے؛ دعویٰ اس کا ہے جس کا اس معاملے میں مفاد ہو۔",
    note_charted: |indicator| format!("خاکے میں ”{indicator}“ کے وہ اعداد ہیں جن کی تعریف ایک ہے۔"),
    note_not_charted: "کسی پیمانے کے ایک ہی تعریف والے تین اعداد نہیں، اس لیے خاکہ نہیں بنایا گیا۔",
    note_record_charted: |sectors| {
        format!(
            "خاکے میں وہ مہینے ہیں جن کے لیے ریکارڈ میں یہ مدیں درج ہیں: {sectors}؛ جہاں کسی مہینے کا الگ عدد شائع نہیں ہوا وہاں لکیر ٹوٹ جاتی ہے۔"
        )
    },
    sectors_link: |sectors| format!("شعبہ وار تقسیم میں: {sectors}"),
};
