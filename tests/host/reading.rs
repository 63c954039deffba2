//! Sentences against the record: what they claim is recomputed from published figures,
//! without the program's own arithmetic.

use std::collections::BTreeSet;

use it_exports::adjustment::adjustment;
use it_exports::calendar::{Date, Frequency, Month, Span};
use it_exports::catalogue::ViewId;
use it_exports::data::{self, Amount, ObservationId, SectorId, SectorSet, Status};
use it_exports::embedded;
use it_exports::facts::{self, Headline, Trend};
use it_exports::i18n::{Format, Lang};
use it_exports::measure::Measure;
use it_exports::query::{self, VintageChoice};
use it_exports::reading::{self, Reading};
use it_exports::state::{self, Numbers, QuickRange, State};
use proptest::prelude::*;

use crate::claims;
use crate::support::{
    EN, UR, VINTAGES, date, exhibit_of, format, leaves, month,
    record::{self, dataset},
    span,
};

fn headline(vintage: VintageChoice, month: Month) -> Headline {
    facts::headline(dataset(), vintage, month).unwrap()
}

fn read(text: &str, vintage: VintageChoice, format: Format) -> Reading {
    reading::headline(dataset(), &headline(vintage, month(text)), format)
}

// Sentences as an editor wants them

fn check(it: &Reading, title: &str, sentence: &str) {
    assert_eq!(it.title, title);
    assert_eq!(it.sentence, sentence);
}

#[test]
fn the_latest_month() {
    check(
        &read("2026-07", VintageChoice::Latest, EN),
        "IT exports in July 2026: $417 million, up 17.8% on July 2025",
        "Pakistan exported $417 million of IT services in July 2026: 0.2% more than in June and \
         17.8% more than in July 2025. It is the highest July on record and the third-highest \
         month. The figure is provisional.",
    );
    check(
        &read("2026-07", VintageChoice::Latest, UR),
        "جولائی 2026 میں آئی ٹی برآمدات 41 کروڑ 70 لاکھ ڈالر، جولائی 2025 کے مقابلے میں 17.8 فیصد زیادہ",
        "جولائی 2026 میں پاکستان کی آئی ٹی برآمدات 41 کروڑ 70 لاکھ ڈالر رہیں، جو جون کے مقابلے میں \
         0.2 فیصد اور جولائی 2025 کے مقابلے میں 17.8 فیصد زیادہ ہیں۔ یہ اب تک کسی بھی جولائی کی \
         بلند ترین اور تمام مہینوں میں تیسری بلند ترین سطح ہے۔ یہ عدد عبوری ہے۔",
    );
}

#[test]
fn the_month_of_the_story() {
    check(
        &read("2023-10", VintageChoice::Latest, EN),
        "IT exports in October 2023: $238 million, up 7.7% on October 2022",
        "Pakistan exported $238 million of IT services in October 2023: 15.5% more than in \
         September and 7.7% more than in October 2022. At the time it was the highest October on \
         record and the fifth-highest month. Other computer services contributed most to the \
         rise on the year, 4.98 percentage points.",
    );
    check(
        &real("2023-10", EN),
        "Was it really 15%?",
        "On September 2023 it was +15.5%; on October 2022 it was +7.7%. Working days (22 against \
         20) added 5.4% and the season added 1.8%; what is left, by this page's calculation, is a \
         rise of about 8% (3 to 13%), no larger than the usual wobble of the months before. The \
         rise held: adjusted the same way, October–December 2023 averaged about 14% above \
         July–September FY24 (10 to 18%).",
    );
    check(
        &real("2023-10", UR),
        "کیا اضافہ واقعی 15 فیصد تھا؟",
        "ستمبر 2023 کے مقابلے میں 15.5 فیصد زیادہ؛ اکتوبر 2022 کے مقابلے میں 7.7 فیصد زیادہ۔ ایامِ کار \
         (20 کے مقابلے میں 22) سے 5.4 فیصد اضافہ ہوا اور موسمی رجحان سے 1.8 فیصد اضافہ ہوا؛ اس صفحے کے \
         حساب سے باقی تقریباً 8 فیصد (3 تا 13 فیصد) کا اضافہ ہے، جو پچھلے مہینوں کے معمول کے اتار چڑھاؤ \
         سے زیادہ نہیں۔ یہ اضافہ برقرار رہا: اسی حساب سے اکتوبر تا دسمبر 2023 کی اوسط مالی سال 2024 کے \
         جولائی تا ستمبر سے تقریباً 14 فیصد زیادہ (10 تا 18 فیصد) رہی۔",
    );
    for other in ["2023-09", "2023-11", "2022-10"] {
        assert!(!real(other, EN).title.contains("really"));
    }
}

fn real(text: &str, format: Format) -> Reading {
    reading::real(&headline(VintageChoice::Latest, month(text)), format).unwrap()
}

/// A record, a month of which what came after is not known, clear changes, one that turned, one that did not hold.
#[test]
fn what_is_left_of_changes() {
    let cases = [
        (
            "2025-12",
            "Was the rise real?",
            "Working days (22 against 20) added 9.2% and the season added 10.5%; what is left, by \
             this page's calculation, is about 2% above November (3% below to 7% above): no clear \
             change. Adjusted the same way, December 2025–February 2026 averaged about 5% above \
             September–November 2025 (2 to 9%).",
        ),
        (
            "2026-07",
            "Was the rise real?",
            "Working days (23 against 20) added 7.1% and the season took away 5.4%; what is left, \
             by this page's calculation, is about 1% below June (6% below to 4% above): no clear \
             change. Over three months, a steadier measure, adjusted exports were about 1% above \
             the three months before (3% below to 4% above).",
        ),
        (
            "2022-05",
            "Was the fall real?",
            "Working days (18 against 21) took away 3.6% and the season added 1.2%; what is left, \
             by this page's calculation, is a clear fall of about 25% (21 to 28%), more than the \
             usual wobble of the months before. The fall held: adjusted the same way, May–July \
             2022 averaged about 10% below February–April 2022 (7 to 14%).",
        ),
        (
            "2026-01",
            "Was the fall real?",
            "Working days took away 1.7% and the season took away 17.7%; what is left, by this \
             page's calculation, is a clear rise of about 6% (1 to 11%), more than the usual \
             wobble of the months before. The rise held: adjusted the same way, January–March \
             2026 averaged about 6% above October–December 2025 (3 to 10%).",
        ),
        (
            "2020-04",
            "Was the fall real?",
            "Working days (22 against 21) added 1.7% and the season took away 5.8%; what is left, \
             by this page's calculation, is a fall of about 8% (4 to 12%). The fall did not hold: \
             adjusted the same way, April–June 2020 averaged about 4% above January–March 2020 (1 \
             to 8%).",
        ),
    ];
    for (month, title, sentence) in cases {
        check(&real(month, EN), title, sentence);
    }
    check(
        &real("2022-05", UR),
        "کیا یہ کمی حقیقی تھی؟",
        "ایامِ کار (21 کے مقابلے میں 18) سے 3.6 فیصد کمی ہوئی اور موسمی رجحان سے 1.2 فیصد اضافہ ہوا؛ اس \
         صفحے کے حساب سے باقی تقریباً 25 فیصد (21 تا 28 فیصد) کی واضح کمی ہے، جو پچھلے مہینوں کے معمول \
         کے اتار چڑھاؤ سے زیادہ ہے۔ یہ کمی برقرار رہی: اسی حساب سے مئی تا جولائی 2022 کی اوسط فروری تا \
         اپریل 2022 سے تقریباً 10 فیصد کم (7 تا 14 فیصد) رہی۔",
    );
}

/// Of every month: the figures of days, season, rest and what came after, the verdict that follows from them, and
/// nothing that must not be said.
#[test]
fn every_answer_follows_from_the_adjusted_figures() {
    record::newest_too(check_that_every_answer_follows_from_the_adjusted_figures);
}

fn check_that_every_answer_follows_from_the_adjusted_figures() {
    let data = dataset();
    let all = adjustment(data, VintageChoice::Latest).unwrap();
    let months: Vec<_> = all.months().collect();
    for (place, it) in months.iter().enumerate() {
        let facts = facts::headline(data, VintageChoice::Latest, it.month).unwrap();
        let Some(change) = it.change else {
            assert!(reading::real(&facts, EN).is_none());
            continue;
        };
        let [en, ur] = [EN, UR].map(|format| reading::real(&facts, format).unwrap());
        check_both(|format| reading::real(&facts, format).unwrap());
        // From the levels themselves.
        let before = months[place - 1].adjusted;
        let left = (it.adjusted / before - 1.0) * 100.0;
        let (low, high) = (change.left.low().percent(), change.left.high().percent());
        assert!((left - change.left.change.percent()).abs() < 1e-9);
        let whole = |it: f64| format!("{:.0}", it.abs().round());
        let ends = if left >= 0.0 { [low, high] } else { [high, low] };
        let direction = (low > 0.0, high < 0.0);
        let said = |words: &str| en.sentence.contains(words);
        match direction {
            (true, _) => {
                let rise = format!(
                    "rise of about {}% ({} to {}%)",
                    whole(left),
                    whole(ends[0]),
                    whole(ends[1])
                );
                assert!(said(&rise), "{rise} not in {}", en.sentence);
            }
            (_, true) => {
                let fall = format!(
                    "fall of about {}% ({} to {}%)",
                    whole(left),
                    whole(ends[0]),
                    whole(ends[1])
                );
                assert!(said(&fall), "{fall} not in {}", en.sentence);
            }
            _ => assert!(said(": no clear change"), "{}", en.sentence),
        }
        let usual = change.usual.map(|it| left.abs() > it.percent() && (low > 0.0 || high < 0.0));
        // A threshold in logarithms is another per cent for falls, so near it nothing is said here.
        let near = change.usual.is_some_and(|it| (left.abs() - it.percent()).abs() < 1.0);
        if !near {
            assert_eq!(usual == Some(true), said("a clear "), "{}", en.sentence);
            assert_eq!(
                usual == Some(true),
                ur.sentence.contains("واضح اضافہ") || ur.sentence.contains("واضح کمی")
            );
        }
        let mean = |from: usize| {
            let three = months.get(from..from + 3)?;
            Some(three.iter().map(|it| it.adjusted).sum::<f64>() / 3.0)
        };
        let after =
            place.checked_sub(3).and_then(|it| Some((mean(place)? / mean(it)? - 1.0) * 100.0));
        match after {
            Some(after) => {
                let way = if after.round() >= 0.0 { "above" } else { "below" };
                let same = format!("averaged about {}% {way}", whole(after));
                let words = if after.round() == 0.0 { "averaged about the same as" } else { &same };
                assert!(said(words), "{words} not in {}", en.sentence);
            }
            None => assert!(!said("averaged")),
        }
        for word in ["because", "significant", "official", "State Bank", "record"] {
            assert!(!said(word), "{word}: {}", en.sentence);
        }
    }
}

#[test]
fn why_nothing_is_left_out_of_a_change() {
    let told = |day: &str, vintage, text: &str| {
        let data = embedded::as_of(date(day)).unwrap();
        let facts = facts::headline(data, vintage, month(text)).unwrap();
        [EN, UR].map(|format| reading::real(&facts, format).unwrap().sentence)
    };
    let [en, ur] = told("2022-01-25", VintageChoice::Latest, "2021-12");
    assert_eq!(
        en,
        "How much of the change was due to working days and season cannot be said: that takes 48 \
         months, and 30 were known on that day."
    );
    assert!(ur.contains("48 مہینوں") && ur.contains("30 معلوم تھے"), "{ur}");
    let [en, _] = told("2026-08-31", VintageChoice::First, "2023-10");
    assert!(en.ends_with("first prints of all months were never known at one time."), "{en}");
    // As it was told in the month after: less sure than now.
    let [en, _] = told("2023-11-25", VintageChoice::Latest, "2023-10");
    assert!(
        en.contains("about 7% above September (1% below to 16% above): no clear change"),
        "{en}"
    );
}

#[test]
fn a_month_that_was_revised() {
    let sentence = read("2023-06", VintageChoice::Latest, EN).sentence;
    let end = "The figure is revised; on 18 July 2023 it was first put at $236 million.";
    assert!(sentence.ends_with(end), "{sentence}");
    let sentence = read("2023-06", VintageChoice::First, EN).sentence;
    let start = "As first published, Pakistan exported $236 million of IT services in June 2023";
    assert!(sentence.starts_with(start), "{sentence}");
    let end = "The latest figure in this record, of August 2024, is $225.0 million.";
    assert!(sentence.ends_with(end), "{sentence}");
    let sentence = read("2023-06", VintageChoice::Latest, UR).sentence;
    let end = "یہ عدد نظرثانی شدہ ہے؛ پہلی بار 18 جولائی 2023 کو یہ رقم 23 کروڑ 60 لاکھ ڈالر بتائی گئی تھی۔";
    assert!(sentence.ends_with(end), "{sentence}");
}

#[test]
fn equal_is_told_from_much_the_same() {
    // September 2022 and September 2023 were both 206.
    let it = read("2023-09", VintageChoice::Latest, EN);
    assert!(it.title.ends_with("the same as in September 2022"), "{}", it.title);
    assert!(it.sentence.contains("less than in August and the same as in September 2022"));
    assert!(read("2023-09", VintageChoice::Latest, UR).title.ends_with("ستمبر 2022 کے برابر"));
}

#[test]
fn the_fiscal_year_to_date() {
    let of = |text: &str, format| {
        reading::year_to_date(&headline(VintageChoice::Latest, month(text)), format).unwrap()
    };
    assert_eq!(
        of("2023-10", EN),
        "The months of July–October FY24 add up to $893 million, 4.6% more than those of \
         July–October FY23."
    );
    assert_eq!(
        of("2026-06", UR),
        "مالی سال 2026 کے مہینوں کا مجموعہ 4 ارب 60 کروڑ ڈالر ہے، جو مالی سال 2025 کے مقابلے میں 20.6 \
         فیصد زیادہ ہے۔"
    );
}

fn trend(change: impl FnOnce(&mut State)) -> [Reading; 2] {
    let mut state = State::new(dataset());
    change(&mut state);
    let facts = facts::trend(dataset(), &state);
    [EN, UR].map(|format| reading::trend(dataset(), &facts, format))
}

#[test]
fn the_trend_of_everything() {
    let [en, ur] = trend(|_| {});
    check(
        &en,
        "IT exports have more than tripled in six years",
        "In July 2026 IT exports came to $417 million. In the twelve months to July 2026 they \
         averaged $388.5 million a month, 3.2 times as much as in FY20 ($120.0 million). The \
         highest figure shown is $437 million, in December 2025. The last figure is provisional.",
    );
    check(
        &ur,
        "چھ برس میں آئی ٹی برآمدات تین گنا سے بھی زیادہ",
        "جولائی 2026 میں آئی ٹی برآمدات 41 کروڑ 70 لاکھ ڈالر رہیں۔ جولائی 2026 تک کے بارہ ماہ میں ان \
         کی ماہانہ اوسط 38 کروڑ 85 لاکھ ڈالر رہی، جو مالی سال 2020 (12 کروڑ ڈالر) کے مقابلے میں 3.2 \
         گنا ہے۔ دکھائی گئی مدت کی بلند ترین سطح 43 کروڑ 70 لاکھ ڈالر ہے، جو دسمبر 2025 میں رہی۔ \
         آخری عدد عبوری ہے۔",
    );
}

#[test]
fn a_trend_of_percentages_speaks_of_runs() {
    let [en, ur] = trend(|state| state.measure = Measure::Yoy);
    check(
        &en,
        "IT exports have risen on the year for 14 months running",
        "In July 2026 IT exports were 17.8% higher than in July 2025. They rose on the year in 64 \
         of the 73 months shown, most in August 2021, by 80.6%; the deepest fall was 23.3%, in \
         April 2023. The last figure is provisional.",
    );
    assert_eq!(ur.title, "آئی ٹی برآمدات: مسلسل 14 ماہ سے سالانہ اضافہ");
}

#[test]
fn a_trend_with_nothing_to_show_says_so() {
    let titles = |change: fn(&mut State)| trend(change).map(|it| it.title);
    assert_eq!(
        titles(|state| state.sectors = SectorSet::EMPTY),
        ["No sub-sector is chosen", "کوئی ذیلی شعبہ منتخب نہیں"]
    );
    assert_eq!(
        titles(|state| {
            state.sectors = leaves(&["computer.freelance"]);
            state.range = span("2022-01..2022-12");
        }),
        [
            "No figure for exports of freelance work in 2022",
            "فری لانسنگ کی برآمدات: سال 2022 کا کوئی عدد نہیں"
        ]
    );
    assert_eq!(
        titles(|state| {
            state.sectors = leaves(&["computer.freelance"]);
            state.measure = Measure::Sum12;
        })[0],
        "Too few figures for a sum of twelve months"
    );
}

fn breakdown(period: &str, sectors: SectorSet) -> [Reading; 2] {
    let state = State { period: Some(span(period)), sectors, ..State::new(dataset()) };
    let facts = facts::breakdown(dataset(), &state);
    [EN, UR].map(|format| reading::breakdown(dataset(), &facts, format))
}

#[test]
fn nine_months_taken_apart() {
    let [en, ur] = breakdown("2025-07..2026-03", dataset().sectors.all());
    check(
        &en,
        "Freelancers brought over half of the growth in July–March FY26",
        "In July–March FY26 IT exports came to $3.39 billion, 19.6% more than in July–March FY25. \
         Freelance work added most, 10.19 of the 19.57 percentage points; news agencies took away \
         0.56. In July–March FY26 other freelance services, outside IT exports, rose 204.9% on the \
         year, so that work may have been moved between lines. The figures are provisional.",
    );
    check(
        &ur,
        "مالی سال 2026 کے جولائی تا مارچ میں نصف سے زائد اضافہ فری لانسرز کی بدولت",
        "مالی سال 2026 کے جولائی تا مارچ میں آئی ٹی برآمدات 3 ارب 39 کروڑ ڈالر رہیں، جو مالی سال \
         2025 کے جولائی تا مارچ کے مقابلے میں 19.6 فیصد زیادہ ہیں۔ اضافے میں سب سے بڑا حصہ فری لانسنگ کا رہا: 19.57 میں سے 10.19 فیصد پوائنٹ؛ اس کے برعکس خبر رساں اداروں سے 0.56 کی \
         کمی ہوئی۔ مالی سال 2026 کے جولائی تا مارچ میں دیگر فری لانس خدمات، جو آئی ٹی برآمدات سے باہر \
         ہیں، سال بھر میں 204.9 فیصد بڑھیں، اس لیے ممکن ہے کہ کام ایک مد سے دوسری میں منتقل ہوا ہو۔ \
         اعداد عبوری ہیں۔",
    );
    let state = State { period: Some(span("2025-07..2026-03")), ..State::new(dataset()) };
    let facts = facts::breakdown(dataset(), &state);
    assert_eq!(
        [EN, UR].map(|it| reading::elsewhere(&facts, it).unwrap()),
        [
            "Its months, from several publications, add up to $3,386.961 million, 19.8% more than a \
             year before.",
            "مختلف اشاعتوں میں چھپے ماہانہ اعداد کا مجموعہ \u{2066}338.6961\u{2069} کروڑ ڈالر ہے، یعنی ایک سال \
             پہلے کے مقابلے میں 19.8 فیصد زیادہ۔",
        ]
    );
}

#[test]
fn titles_of_a_breakdown_follow_what_happened() {
    let all = dataset().sectors.all();
    let cases: [(&str, SectorSet, &str); 8] = [
        ("2025-07..2026-03", SectorSet::EMPTY, "No sub-sector is chosen"),
        (
            "2025-07..2026-03",
            leaves(&["computer.freelance"]),
            "Exports of freelance work in July–March FY26: up 50.9% on July–March FY25",
        ),
        (
            "2025-07..2026-03",
            leaves(&["telecom"]),
            "Other telecommunications services brought over half of the growth of exports of \
             telecommunications services in July–March FY26",
        ),
        ("2022-07", all, "Without computer software, IT exports would not have grown in July 2022"),
        (
            "2022-07..2022-09",
            all,
            "Without telecommunications services, IT exports would not have fallen in \
             July–September FY23",
        ),
        (
            "2023-03",
            all,
            "Software consultancy accounted for over half of the decline in March 2023",
        ),
        ("2026-01", all, "Software consultancy: 31.4% of IT exports in January 2026"),
        (
            "2023-10",
            leaves(&["computer.freelance"]),
            "No figure for exports of freelance work in October 2023",
        ),
    ];
    for (period, sectors, title) in cases {
        assert_eq!(breakdown(period, sectors)[0].title, title);
    }
}

#[test]
fn parts_over_time_are_told_by_their_shares() {
    let data = dataset();
    let facts = facts::parts(data, &State::new(data));
    let it = reading::parts(data, &facts, EN).unwrap();
    assert_eq!(it.title, "Computer services: from 78.3% to 86.8% of IT exports");
}

// The claims of every headline, recomputed

type Vintage = (Amount, Date, Status);

/// Published totals of months, as they stand in the record: all prints, first to last.
struct Prints(Vec<(Month, Vec<Vintage>)>);

impl Prints {
    fn all() -> Prints {
        let mut months: Vec<(Month, Vec<Vintage>)> = Vec::new();
        let first = month("2019-07");
        for (id, it) in (0..).zip(&dataset().observations) {
            let at = it.span.start();
            if it.sector != SectorId::TOTAL || at != it.span.end() || at < first {
                continue;
            }
            let print = (it.amount, it.published, dataset().status(ObservationId(id)));
            match months.last_mut().filter(|(last, _)| *last == at) {
                Some((_, prints)) => prints.push(print),
                None => months.push((at, vec![print])),
            }
        }
        assert_eq!(months.len(), dataset().monthly_record().len());
        Prints(months)
    }

    fn at(&self, vintage: VintageChoice, month: Month) -> Option<Vintage> {
        let (_, prints) = self.0.iter().find(|(it, _)| *it == month)?;
        match vintage {
            VintageChoice::Latest => prints.last(),
            VintageChoice::First => prints.first(),
        }
        .copied()
    }

    fn million(&self, vintage: VintageChoice, month: Month) -> Option<f64> {
        self.at(vintage, month).map(|it| it.0.thousands() as f64 / 1000.0)
    }
}

/// Every number in a text, in order. `FY26` is 2026.
fn numbers(text: &str) -> Vec<String> {
    let text = text.replace("FY", "20");
    let mut found: Vec<String> = Vec::new();
    let mut inside = false;
    for (place, letter) in text.char_indices() {
        let next_is_digit =
            text[place + letter.len_utf8()..].starts_with(|it: char| it.is_ascii_digit());
        let part = letter.is_ascii_digit() || (inside && ".,".contains(letter) && next_is_digit);
        if part && !inside {
            found.push(String::new());
        }
        if let (true, Some(last)) = (part, found.last_mut()) {
            last.push(letter);
        }
        inside = part;
    }
    found
}

fn sorted(mut numbers: Vec<String>) -> Vec<String> {
    numbers.sort();
    numbers
}

fn one_decimal(value: f64) -> String {
    format!("{:.1}", value.abs())
}

/// As `$238 million` is written: whole where it is, else one decimal, halves up.
fn million(value: f64) -> String {
    if value.fract() == 0.0 {
        return format!("{value:.0}");
    }
    let tenths = ((value * 1000.0).round() as i64 + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn name(lang: Lang, it: Month) -> &'static str {
    lang.strings().months[usize::from(it.number()) - 1]
}

/// The base as the sentence names it: without its year where that is the month's own.
fn base_name(lang: Lang, base: Month, at: Month) -> String {
    if base.year() == at.year() {
        name(lang, base).to_owned()
    } else {
        format!("{} {}", name(lang, base), base.year())
    }
}

/// The clause that compares, as the figures require it.
fn clause(lang: Lang, now: f64, before: f64, base: &str) -> String {
    let percent = (now / before - 1.0) * 100.0;
    let figure = one_decimal(percent);
    let rounds_to_nought = figure == "0.0";
    match (lang, now > before) {
        (Lang::En, _) if now == before => format!("the same as in {base}"),
        (Lang::En, _) if rounds_to_nought => format!("much the same as in {base}"),
        (Lang::En, true) => format!("{figure}% more than in {base}"),
        (Lang::En, false) => format!("{figure}% less than in {base}"),
        (Lang::Ur, _) if now == before || rounds_to_nought => format!("{base} کے برابر"),
        // The verb may follow a second clause.
        (Lang::Ur, _) => format!("{base} کے مقابلے میں {figure} فیصد"),
    }
}

fn check_headline(
    prints: &Prints,
    totals: &claims::Totals,
    lang: Lang,
    vintage: VintageChoice,
    at: Month,
) {
    let data = dataset();
    let facts = headline(vintage, at);
    let it = reading::headline(data, &facts, format(lang));
    let sentence = &it.sentence;
    let fails = || format!("{at} {vintage:?}: {sentence}");
    let now = prints.million(vintage, at).unwrap();
    // What the sentence may say in figures, gathered as it is found to be true.
    let mut allowed = vec![at.year().to_string(), million(now)];

    let level = match lang {
        Lang::En => format!(
            "exported ${} million of IT services in {} {}",
            million(now),
            name(lang, at),
            at.year()
        ),
        Lang::Ur => format!(
            "{} {} میں پاکستان کی آئی ٹی برآمدات {} ملین ڈالر رہیں",
            name(lang, at),
            at.year(),
            million(now)
        ),
    };
    assert!(sentence.contains(&level), "{level} not in {}", fails());

    for base in [at.plus(-1), at.plus(-12)] {
        let Some(before) = prints.million(vintage, base) else { continue };
        let name_of_base = base_name(lang, base, at);
        let expected = clause(lang, now, before, &name_of_base);
        assert!(sentence.contains(&expected), "{expected} not in {}", fails());
        allowed.extend(numbers(&expected));
        // What is said beside it names both months whole; tested in `claims`.
        if let Some(other) = claims::other(totals, vintage, at.into(), base.into()) {
            allowed.extend([at, base].map(|it| it.year().to_string()));
            allowed.extend([one_decimal(other.percent)].into_iter().filter(|it| it != "0.0"));
            if let Some((revised, percent)) = other.revision {
                allowed.extend([revised[..4].to_owned(), one_decimal(percent)]);
            }
            if let Some(published) = other.published {
                allowed.extend(numbers(&format(lang).date(published.parse().unwrap())));
            }
        }
    }
    check_direction(prints, lang, vintage, at, sentence);

    // What working days did is told beside the sentence, with the season.
    let per_day_marker = match lang {
        Lang::En => "Per working day",
        Lang::Ur => "فی یومِ کار",
    };
    assert!(!sentence.contains(per_day_marker), "{}", fails());
    check_rank(prints, lang, vintage, at, sentence, &mut allowed);

    // The contributor's points are those of a published division of the month.
    if let Some(largest) = facts.largest {
        allowed.push(format!("{:.2}", largest.points.abs()));
    }

    // Status, and the other print where it is visibly another.
    let (_, _, status) = prints.at(vintage, at).unwrap();
    let word = match (lang, status) {
        (_, Status::Final) => None,
        (Lang::En, Status::Revised) => Some("revised"),
        (Lang::En, Status::Derived) => Some("derived"),
        (Lang::En, Status::Provisional) => Some("provisional"),
        (Lang::Ur, Status::Revised) => Some("نظرثانی شدہ"),
        (Lang::Ur, Status::Derived) => Some("اخذ"),
        (Lang::Ur, Status::Provisional) => Some("عبوری"),
    };
    if let Some(word) = word {
        assert!(sentence.contains(word), "{word} not in {}", fails());
    }
    let other = match vintage {
        VintageChoice::Latest => VintageChoice::First,
        VintageChoice::First => VintageChoice::Latest,
    };
    let (_, published, _) = prints.at(other, at).unwrap();
    let other = prints.million(other, at).unwrap();
    let put_markers = match lang {
        Lang::En => [" put at $", "figure in this record, of"],
        Lang::Ur => ["بتائی گئی", "اس ریکارڈ کا "],
    };
    let in_tenths = |value: f64| ((value * 1000.0).round() as i64 + 50) / 100;
    let visible = in_tenths(other) != in_tenths(now);
    assert_eq!(visible, put_markers.iter().any(|it| sentence.contains(it)), "{}", fails());
    if visible {
        allowed.push(million(other));
        allowed.extend(published.day.map(|day| day.to_string()));
        allowed.push(published.month.year().to_string());
    }

    // Freelance work outside the total, beside that inside it.
    let moved = match lang {
        Lang::En => "other freelance services, outside IT exports, rose ",
        Lang::Ur => "دیگر فری لانس خدمات",
    };
    if let Some(claim) =
        sentence.split(". ").flat_map(|it| it.split("۔ ")).find(|it| it.contains(moved))
    {
        let sector = data.sectors.by_code("other_business.freelance").unwrap();
        let outside = |it: Span| {
            let id = data.vintages(sector, it).last()?;
            Some(data.observation(id).amount.millions())
        };
        let spans = data.observations.iter().filter(|it| it.sector == sector).map(|it| it.span);
        let told = spans.into_iter().any(|it| {
            let growth =
                outside(it).zip(outside(it.year_before())).map(|(now, then)| now / then - 1.0);
            growth.is_some_and(|it| claim.contains(&one_decimal(it * 100.0)))
        });
        assert!(told, "{}", fails());
        allowed.extend(numbers(claim));
    }
    assert_eq!(sorted(numbers(sentence)), sorted(allowed), "{}", fails());
    well_formed(&it, lang);
}

/// In Urdu two changes that go the same way share their verb.
fn check_direction(prints: &Prints, lang: Lang, vintage: VintageChoice, at: Month, sentence: &str) {
    if lang == Lang::En {
        return;
    }
    let now = prints.million(vintage, at).unwrap();
    let main = sentence.split('۔').next().unwrap();
    let mut ways = BTreeSet::new();
    for base in [at.plus(-1), at.plus(-12)] {
        let Some(before) = prints.million(vintage, base) else { continue };
        if one_decimal((now / before - 1.0) * 100.0) != "0.0" {
            ways.insert(now > before);
        }
    }
    assert_eq!(main.contains(" زیادہ"), ways.contains(&true), "{sentence}");
    assert_eq!(main.contains(" کم"), ways.contains(&false), "{sentence}");
}

fn check_rank(
    prints: &Prints,
    lang: Lang,
    vintage: VintageChoice,
    at: Month,
    sentence: &str,
    allowed: &mut Vec<String>,
) {
    let now = prints.million(vintage, at).unwrap();
    let months: Vec<(Month, f64)> =
        prints.0.iter().map(|(it, _)| (*it, prints.million(vintage, *it).unwrap())).collect();
    let higher = |among: &dyn Fn(Month) -> bool| {
        months.iter().filter(|&&(it, value)| among(it) && value > now).count()
    };
    let so_far = months.iter().filter(|(it, _)| *it <= at).count();
    let place = 1 + higher(&|it| it <= at);
    let of_name = 1 + higher(&|it| it <= at && it.number() == at.number());
    let is_last = at == month("2026-07");

    let tied = |among: &dyn Fn(Month) -> bool| {
        months.iter().any(|&(it, value)| it < at && among(it) && value == now)
    };
    // Highest and joint-highest of all months, then of those of this name.
    let name = name(lang, at);
    let (month_claims, name_claims) = match lang {
        Lang::En => (
            ["the highest month on record".to_owned(), "joint-highest month on record".to_owned()],
            [format!("the highest {name} on record"), format!("joint-highest {name} on record")],
        ),
        Lang::Ur => (
            ["", "مشترکہ طور پر "].map(|joint| format!("تمام مہینوں کی {joint}بلند ترین سطح")),
            ["", "مشترکہ طور پر "].map(|joint| format!("کسی بھی {name} کی {joint}بلند ترین")),
        ),
    };
    let [alone, joint] = month_claims.map(|it| sentence.contains(&it));
    let says_highest = alone || joint;
    assert_eq!(says_highest, place == 1 && so_far >= 24, "{at} {place} {sentence}");
    assert!(!says_highest || joint == tied(&|_| true), "{sentence}");
    let [alone, joint] = name_claims.map(|it| sentence.contains(&it));
    if alone || joint {
        assert_eq!(of_name, 1, "{sentence}");
        assert_eq!(joint, tied(&|it| it.number() == at.number()), "{sentence}");
    }
    let ordinals = match lang {
        Lang::En => ["second-highest", "third-highest", "fourth-highest", "fifth-highest"],
        Lang::Ur => ["دوسری بلند", "تیسری بلند", "چوتھی بلند", "پانچویں بلند"],
    };
    for (offset, ordinal) in ordinals.iter().enumerate() {
        if sentence.contains(ordinal) {
            assert_eq!(place, offset + 2, "{sentence}");
        }
    }

    // What is said of a past month without “at the time” is true today.
    // Now, at the time or still?
    let (at_the_time, still) = match lang {
        Lang::En => ("At the time it was", "It is still"),
        Lang::Ur => ("یہ اس وقت تک", "یہ آج بھی"),
    };
    assert!(!(is_last && (sentence.contains(at_the_time) || sentence.contains(still))));
    if (says_highest || alone || joint) && !sentence.contains(at_the_time) {
        let all = higher(&|_| true);
        let named = higher(&|it| it.number() == at.number());
        let holds = if says_highest { all == 0 } else { named == 0 };
        assert!(holds, "{sentence}");
        let ordinal = ordinals.iter().position(|it| sentence.contains(it));
        assert!(ordinal.is_none_or(|it| all == it + 1), "{sentence}");
    }
    let since = match lang {
        Lang::En => sentence.split("lowest month since ").nth(1),
        Lang::Ur => sentence.split(" کے بعد کی کم ترین").next().filter(|it| *it != sentence),
    };
    if let Some(text) = since {
        let last_not_higher =
            months.iter().rev().find(|&&(it, value)| it < at && value <= now).unwrap().0;
        let expected = format(lang).month(last_not_higher);
        let said = match lang {
            Lang::En => text.starts_with(&expected),
            Lang::Ur => text.ends_with(&expected),
        };
        assert!(said, "{expected} not in {sentence}");
        assert!(at.since(last_not_higher) > 12);
        allowed.push(last_not_higher.year().to_string());
    }
}

#[test]
fn every_headline_agrees_with_the_published_figures() {
    record::newest_too(check_that_every_headline_agrees_with_the_published_figures);
}

fn check_that_every_headline_agrees_with_the_published_figures() {
    let (prints, totals) = (Prints::all(), claims::totals());
    for (at, _) in &prints.0 {
        for lang in Lang::ALL {
            for vintage in VINTAGES {
                check_headline(&prints, &totals, lang, vintage, *at);
            }
        }
    }
}

// Form and agreement of both languages, for every choice

/// No hole where a word should be.
fn well_formed(it: &Reading, lang: Lang) {
    let stop = match lang {
        Lang::En => '.',
        Lang::Ur => '۔',
    };
    assert!(!it.title.is_empty() && !it.title.ends_with(stop), "{}", it.title);
    assert!(it.sentence.ends_with(stop), "{}", it.sentence);
    for text in [&it.title, &it.sentence] {
        for hole in [
            "  ",
            " ,",
            " .",
            ",,",
            "..",
            ", .",
            ",.",
            ": .",
            "()",
            "( ",
            " )",
            " ;",
            "NaN",
            "922337",
            "None",
            "Some(",
            "، ،",
            "،،",
            "۔۔",
            " ۔",
            " ،",
            "،۔",
            " ؛",
            "؛۔",
            "میں میں",
            "کے کے",
            "کی کی",
            "سے سے",
            "the the",
            "in in",
            "of of",
            "−",
        ] {
            assert!(!text.contains(hole), "“{hole}” in {text}");
        }
        assert_eq!(text.trim(), text);
    }
    if lang == Lang::Ur {
        let latin = it.sentence.chars().any(|letter| letter.is_ascii_alphabetic());
        assert!(!latin, "{}", it.sentence);
    } else {
        assert!(it.title.starts_with(|it: char| it.is_uppercase()), "{}", it.title);
    }
}

/// Well formed in both languages, which say the same figures, in millions and in crore.
fn check_both(read: impl Fn(Format) -> Reading) {
    for numbers_as in [Numbers::International, Numbers::Pakistani] {
        let [en, ur] = Lang::ALL.map(|lang| read(Format { lang, numbers: numbers_as }));
        well_formed(&en, Lang::En);
        well_formed(&ur, Lang::Ur);
        let figures = |it: &Reading| sorted(numbers(&it.sentence));
        assert_eq!(figures(&en), figures(&ur), "\n{}\n{}", en.sentence, ur.sentence);
        assert_eq!(
            sorted(numbers(&en.title)),
            sorted(numbers(&ur.title)),
            "{} {}",
            en.title,
            ur.title
        );
    }
}

#[test]
fn both_languages_say_the_same_of_every_month() {
    record::newest_too(check_that_both_languages_say_the_same_of_every_month);
}

fn check_that_both_languages_say_the_same_of_every_month() {
    let data = dataset();
    for at in data.monthly_record().months() {
        for vintage in VINTAGES {
            let facts = headline(vintage, at);
            check_both(|format| reading::headline(data, &facts, format));
            // A first month of the year is all there is of it.
            assert_eq!(reading::year_to_date(&facts, EN).is_none(), at.number() == 7, "{at}");
            check_both(|format| Reading {
                title: "Title".to_owned(),
                sentence: reading::year_to_date(&facts, format)
                    .unwrap_or_else(|| reading::month(data, &facts, format).sentence),
            });
        }
    }
}

fn finite(facts: &Trend) {
    let values = facts.values.iter().chain(&facts.mean12).map(|it| it.value);
    let growth = facts.growth.into_iter().flat_map(|it| [it.now_value, it.base_value, it.ratio]);
    assert!(values.chain(growth).all(f64::is_finite));
}

#[test]
fn both_languages_say_the_same_of_every_trend() {
    record::newest_too(check_that_both_languages_say_the_same_of_every_trend);
}

fn check_that_both_languages_say_the_same_of_every_trend() {
    let data = dataset();
    let mut ranges: Vec<Span> = QuickRange::OFFERED.map(|it| it.span(data)).to_vec();
    ranges.extend(["2022-03", "2021-11..2022-02", "2019-07..2020-06"].map(span));
    let mut chosen: Vec<SectorSet> =
        data.sectors.ids().map(|it| data.sectors.leaves(it) & data.sectors.all()).collect();
    chosen.push(leaves(&["telecom", "computer.software_export"]));
    chosen.push(leaves(&["computer.freelance", "computer.other"]));
    chosen.push(data.sectors.all() - leaves(&["computer.freelance", "telecom.other"]));
    for frequency in Frequency::ALL {
        let measures = Measure::OFFERED
            .into_iter()
            .chain([Measure::Avg12])
            .filter(|it| it.applies_to(frequency));
        for measure in measures {
            for &range in &ranges {
                for &sectors in &chosen {
                    let state = State { frequency, measure, range, sectors, ..State::new(data) };
                    let facts = facts::trend(data, &state);
                    finite(&facts);
                    check_both(|format| reading::trend(data, &facts, format));
                }
            }
        }
    }
}

#[test]
fn both_languages_say_the_same_of_every_breakdown() {
    record::newest_too(check_that_both_languages_say_the_same_of_every_breakdown);
}

fn check_that_both_languages_say_the_same_of_every_breakdown() {
    let data = dataset();
    let mut state = State::new(data);
    for node in data.sectors.ids() {
        state.sectors = data.sectors.leaves(node) & data.sectors.all();
        for period in query::periods(data) {
            state.period = Some(period);
            let facts = facts::breakdown(data, &state);
            check_both(|format| reading::breakdown(data, &facts, format));
        }
        check_parts(&facts::parts(data, &state));
    }
}

fn check_parts(facts: &facts::Parts) {
    if facts.mix.is_some() {
        check_both(|format| reading::parts(dataset(), facts, format).unwrap());
    }
}

/// Thousands: what the figures of the months add up to, each as printed last, and on which day the
/// last of them first had its amount.
fn months_added_up(it: Span) -> Option<(i64, Date)> {
    let data = dataset();
    if it.start() < data.monthly_record().start() {
        return None;
    }
    let mut months = it.months().map(|month| {
        let prints: Vec<_> = data
            .vintages(SectorId::TOTAL, month.into())
            .map(|id| data.observation(id))
            .map(|it| (it.amount.thousands(), it.published.known_from()))
            .collect();
        let (amount, _) = *prints.last()?;
        Some((amount, prints.iter().find(|it| it.0 == amount)?.1))
    });
    months.try_fold((0, date("2000-01-01")), |(sum, last), it| {
        let (amount, day) = it?;
        Some((sum + amount, last.max(day)))
    })
}

/// No page gives two growth rates of one period without saying what the other is, and the newer
/// comes first; no heading leaves its period out.
#[test]
fn two_answers_are_told_apart() {
    record::newest_too(check_that_two_answers_are_told_apart);
}

fn check_that_two_answers_are_told_apart() {
    let data = dataset();
    let (mut told, mut newer_first) = (0, 0);
    for period in query::periods(data) {
        let state = State { period: Some(period), ..State::new(data) };
        let facts = facts::breakdown(data, &state);
        let divided = query::compare(data, VintageChoice::Latest, period).unwrap();
        let total = |it: &data::Division| it.amount(data, SectorId::TOTAL).unwrap().thousands();
        let percent =
            |now: i64, before: i64| one_decimal((now as f64 / before as f64 - 1.0) * 100.0);
        let before = divided.before.as_ref().filter(|_| facts.break_at.is_none());
        let of_division = before.map(|it| percent(total(&divided.now), total(it)));
        let Some((now, day)) = months_added_up(period) else { continue };
        let base = months_added_up(period.year_before());
        let of_months = base.map(|it| percent(now, it.0));
        for format in [EN, UR] {
            // Both are read beside the picture, never in a fold.
            let exhibit = exhibit_of(ViewId::Pairs, data, &state, format);
            let mut it = exhibit.reading;
            it.sentence.extend(exhibit.beside);
            let numbers = numbers(&it.sentence);
            let place =
                |it: &Option<String>| numbers.iter().position(|found| Some(found) == it.as_ref());
            let (Some(one), Some(other)) = (&of_division, &of_months) else { continue };
            if one == other {
                continue;
            }
            told += 1;
            let (one, other) = (place(&of_division), place(&of_months));
            assert!(one.is_some() && other.is_some(), "{period}: {}", it.sentence);
            // By the end that is further apart.
            let (before, (sum, of_base)) = (divided.before.as_ref().unwrap(), base.unwrap());
            let apart = [total(&divided.now).abs_diff(now), total(before).abs_diff(sum)];
            let newer = if apart[1] > apart[0] {
                of_base > before.published.known_from()
            } else {
                day > divided.now.published.known_from()
            };
            newer_first += usize::from(newer);
            assert_eq!(other < one, newer, "{period}: {}", it.sentence);
        }
    }
    assert!(told > 40 && newer_first > 20, "{told} {newer_first}");
}

#[test]
fn headings_of_a_breakdown_name_their_period() {
    record::newest_too(check_that_headings_of_a_breakdown_name_their_period);
}

fn check_that_headings_of_a_breakdown_name_their_period() {
    let data = dataset();
    for month in data.monthly_record().months() {
        let state = State { month, ..State::new(data) };
        let facts = facts::breakdown(data, &state);
        let [en, ur] = [EN, UR].map(|format| reading::breakdown(data, &facts, format));
        assert!(en.title.contains(&EN.span(facts.period)), "{month}: {}", en.title);
        let year = UR.fiscal_year(facts.period.end());
        let (start, end) = (UR.month_name(facts.period.start()), UR.month_name(facts.period.end()));
        let names = [UR.span(facts.period), format!("{year} کے {start} تا {end}")];
        assert!(names.iter().any(|it| ur.title.contains(it)), "{month}: {}", ur.title);
        let outside = !facts.period.contains(month.into());
        let says = en.sentence.contains(&format!("no division of {}", EN.month(month)));
        assert_eq!(outside, says, "{month}: {}", en.sentence);
        let says = ur.sentence.contains(&format!("{} کی تقسیم", UR.month(month)));
        assert_eq!(outside, says, "{month}: {}", ur.sentence);
    }
}

#[test]
fn the_part_a_heading_names_is_the_largest() {
    record::newest_too(check_that_the_part_a_heading_names_is_the_largest);
}

fn check_that_the_part_a_heading_names_is_the_largest() {
    let data = dataset();
    for period in query::periods(data) {
        let facts = facts::breakdown(data, &State { period: Some(period), ..State::new(data) });
        let growth = facts.whole.as_ref().and_then(|it| it.change).map(|it| it.percent());
        let (Some(growth), Some(gain)) = (growth.filter(|it| *it >= 0.05), facts.gain) else {
            continue;
        };
        let title = reading::breakdown(data, &facts, EN).title;
        let share = gain.points / growth;
        let says = |words: &str| title.contains(words);
        for (words, over) in [
            ("would not have grown", 1.0),
            ("nearly all", 0.9),
            ("over two thirds", 2.0 / 3.0),
            ("over half", 0.5),
            ("over a third", 1.0 / 3.0),
            ("over a quarter", 0.25),
        ] {
            assert!(!says(words) || share >= over, "{period}: {title}, {share}");
        }
        // A single heading is ahead of every other; a branch is ahead of every branch.
        let tree = &data.sectors;
        let query::Heading::Sector(named) = gain.heading else { continue };
        let ahead = facts.rows.iter().all(|row| {
            let query::Heading::Sector(it) = row.heading else { return true };
            row.contribution.unwrap() <= gain.points + 1e-9 || tree.branch(it) == Some(named)
        });
        assert!(ahead, "{period}: {title}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn both_languages_say_the_same_of_any_choice(
        bits in any::<u32>(),
        first in any::<bool>(),
        from in 0_i32..132,
        months in 0_i32..132,
        period in any::<prop::sample::Index>(),
    ) {
        let data = dataset();
        let tree = &data.sectors;
        let sectors: SectorSet = tree
            .ids()
            .filter(|&it| tree.is_leaf(it) && tree.all().contains(it.into()))
            .filter(|it| bits >> it.0 & 1 == 1)
            .map(SectorSet::from)
            .collect();
        let all = state::longest_range(data);
        let start = all.start().plus(from);
        let periods = query::periods(data);
        let mut state = State {
            sectors,
            vintage: if first { VintageChoice::First } else { VintageChoice::Latest },
            range: Span::new(start, start.plus(months).min(all.end())).unwrap_or(all),
            period: Some(*period.get(&periods)),
            ..State::new(data)
        };
        let facts = facts::breakdown(data, &state);
        check_both(|format| reading::breakdown(data, &facts, format));
        check_parts(&facts::parts(data, &state));
        for measure in Measure::OFFERED {
            state.measure = measure;
            let facts = facts::trend(data, &state);
            finite(&facts);
            check_both(|format| reading::trend(data, &facts, format));
        }
    }
}
