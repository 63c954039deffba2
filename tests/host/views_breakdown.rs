//! The views that take the total apart, against figures worked by hand and against
//! naive arithmetic on the published rows, for every period, in both languages.

use crate::support::exhibit_of;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use it_exports::calendar::{Frequency, Month, Span};
use it_exports::catalogue::ViewId;
use it_exports::chart::{self, Ink, Panel};
use it_exports::data::{Amount, ObservationId, SectorId, SectorSet};
use it_exports::exhibit::Exhibit;
use it_exports::facts;
use it_exports::i18n::{Format, Lang};
use it_exports::query::{self, Heading, VintageChoice};
use it_exports::state::{Action, QuickRange, Scale, State};
use it_exports::table::Row;

use crate::support::{
    EN, VINTAGES, format, leaves,
    record::{self, dataset},
    sector, span,
};

/// Sets that readers are likely to choose, and some that they are not.
fn sets() -> Vec<SectorSet> {
    let mut sets = vec![
        dataset().sectors.all(),
        SectorSet::EMPTY,
        dataset().sectors.all() - leaves(&["telecom"]),
        leaves(&["computer.freelance", "computer.other"]),
        leaves(&["telecom.call_centres", "information"]),
        leaves(&["computer.software_consultancy", "computer.software_export", "telecom.other"]),
    ];
    let tree = &dataset().sectors;
    let inside = |it: &SectorId| tree.all().contains(tree.leaves(*it));
    sets.extend(tree.ids().filter(inside).map(|it| tree.leaves(it)));
    sets
}

fn state(period: Span, sectors: SectorSet, vintage: VintageChoice) -> State {
    let mut state = State::new(dataset());
    (state.period, state.sectors, state.vintage) = (Some(period), sectors, vintage);
    state
}

const ALL: [ViewId; 8] = [
    ViewId::Contributions,
    ViewId::Pairs,
    ViewId::Stack,
    ViewId::Shares,
    ViewId::Multiples,
    ViewId::Ranking,
    ViewId::Spans,
    ViewId::Freelance,
];

/// Sector, start, end.
type Key = (String, String, String);

/// Thousands of dollars, every vintage, from the file itself.
fn published() -> BTreeMap<Key, Vec<i64>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data/observations.csv");
    let mut rows: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in csv::Reader::from_path(path).unwrap().records() {
        let row = row.unwrap();
        if !record::knows(&row[5]) {
            continue;
        }
        let thousands = (row[3].parse::<f64>().unwrap() * 1000.0).round() as i64;
        rows.entry((row[0].to_owned(), row[1].to_owned(), row[2].to_owned()))
            .or_default()
            .push(thousands);
    }
    rows
}

/// Rounds as a reader would: halves away from nought.
fn rounded(value: f64, places: i32) -> String {
    let scale = 10_f64.powi(places);
    format!("{:.*}", places as usize, (value.abs() * scale).round() / scale)
}

/// An amount as a sentence has it, without unit.
fn worded(thousands: i64) -> String {
    let it = thousands.abs();
    // Whole numbers, because halves are rounded exactly.
    let fixed = |unit: i64, places: usize| {
        let scale = 10_i64.pow(places as u32);
        let all = (it * scale + unit / 2) / unit;
        format!("{}.{:0places$}", all / scale, all % scale)
    };
    match it {
        it if it >= 1_000_000 => fixed(1_000_000, 2),
        it if it % 1000 == 0 => (it / 1000).to_string(),
        it if it < 10_000 => fixed(1000, 2),
        _ => fixed(1000, 1),
    }
}

/// An amount to the thousand, in millions.
fn exact(thousands: i64) -> String {
    format!("{}", thousands as f64 / 1000.0)
}

/// The numbers of a text once the periods it names are taken out.
fn numbers(text: &str, spans: &[Span], format: Format) -> Vec<String> {
    let mut text = text.replace(',', "");
    let mut names: Vec<String> = Vec::new();
    for &it in spans {
        names.push(format.span(it).replace(',', ""));
        // As it stands before a postposition.
        let (start, end) = (format.month_name(it.start()), format.month_name(it.end()));
        names.push(format!("{} کے {start} تا {end}", format.fiscal_year(it.end())));
    }
    names.sort_by_key(|it| std::cmp::Reverse(it.len()));
    for name in names {
        text = text.replace(&name, "");
    }
    let mut found = Vec::new();
    let mut number = String::new();
    for letter in text.chars().chain([' ']) {
        if letter.is_ascii_digit() || letter == '.' && !number.is_empty() {
            number.push(letter);
        } else if !number.is_empty() {
            found.push(number.trim_end_matches('.').to_owned());
            number.clear();
        }
    }
    found
}

fn amount(row: &Row, column: usize) -> i64 {
    (row.cells[column].order.unwrap() * 1000.0).round() as i64
}

fn value_of(id: ObservationId) -> i64 {
    dataset().observation(id).amount.thousands()
}

#[test]
fn freelance_brought_ten_points_of_the_growth_to_march_2026() {
    let state = state(span("2025-07..2026-03"), dataset().sectors.all(), VintageChoice::Latest);
    let facts = facts::contributions(dataset(), &state);
    // From 2,833.527 to 3,387.916: 554.389 / 2,833.527 = 19.565%
    let growth = facts.growth().unwrap();
    assert_eq!(growth.base_amount, Amount::from_thousands(2_833_527));
    assert_eq!(rounded(growth.percent(), 2), "19.57");
    // 856.369 - 567.518 = 288.851; / 2,833.527 = 10.194 points
    assert_eq!(facts.parts[0].heading, Some(Heading::Sector(sector("computer.freelance"))));
    assert_eq!(facts.parts[0].change(), Amount::from_thousands(288_851));
    assert_eq!(rounded(facts.parts[0].points, 2), "10.19");
    // News agencies: 2.369 - 18.234 = -15.865; / 2,833.527 = -0.560
    let news = facts.parts.iter().rfind(|it| it.heading.is_some()).unwrap();
    assert_eq!(news.heading, Some(Heading::Sector(sector("information.news_agency"))));
    assert_eq!((rounded(news.points, 2), news.points < 0.0), ("0.56".to_owned(), true));
    let reading = exhibit_of(ViewId::Contributions, dataset(), &state, EN).reading;
    assert_eq!(
        reading.sentence,
        "In July–March FY26 IT exports came to $3.39 billion, 19.6% more than in July–March FY25. \
         Freelance work added most, 10.19 of the 19.57 percentage points; news \
         agencies took away 0.56. In July–March FY26 other freelance services, outside IT exports, rose 204.9% on the \
         year, so that work may have been moved between lines. Seven headings together added 20.16 percentage points and three together took away \
         0.59. The figures are provisional.",
    );
    let urdu = exhibit_of(ViewId::Contributions, dataset(), &state, format(Lang::Ur)).reading;
    assert!(
        urdu.sentence.contains(
            "سات مدوں میں مجموعی طور پر 20.16 فیصد پوائنٹ کا اضافہ اور تین میں مجموعی طور پر 0.59 کی \
             کمی ہوئی۔"
        ),
        "{}",
        urdu.sentence
    );
}

#[test]
fn it_exports_were_46_percent_of_services_exports_to_march_2026() {
    let at = |text| facts::share_of_services(dataset(), VintageChoice::Latest, span(text));
    // 3,387.916 / 7,345.348 = 46.12%
    let share = at("2025-07..2026-03").unwrap();
    assert_eq!(share.services, Amount::from_thousands(7_345_348));
    assert_eq!(rounded(share.percent().unwrap(), 1), "46.1");
    // The February edition: 6,463.433.
    assert_eq!(at("2025-07..2026-02").unwrap().services, Amount::from_thousands(6_463_433));
    assert_eq!(at("2020-05"), None);
}

#[test]
fn freelance_work_outside_is_never_added() {
    let all = dataset().sectors.all();
    let state = state(span("2025-07..2026-03"), all, VintageChoice::Latest);
    let facts = facts::freelance(dataset(), &state).unwrap();
    let pair = facts.pair.unwrap();
    // 856.369 / 567.518 = 1.50897; 408.51 / 133.991 = 3.0488
    assert_eq!(pair.inside.amount, Amount::from_thousands(856_369));
    assert_eq!(pair.outside.amount, Amount::from_thousands(408_510));
    assert_eq!(rounded(pair.inside.change.unwrap().percent(), 1), "50.9");
    assert_eq!(rounded(pair.outside.change.unwrap().percent(), 1), "204.9");
    // 856.369 / 3,387.916 = 25.28%
    assert_eq!(rounded(pair.share.unwrap() * 100.0, 1), "25.3");
    let outside = sector("other_business.freelance");
    let own: Vec<Span> = facts.outside.values.iter().map(|it| it.span).collect();
    assert!(own.contains(&span("2026-03")) && own.contains(&span("2025-07..2025-12")), "{own:?}");
    assert!(!all.contains(dataset().sectors.leaves(outside)));
    for lang in Lang::ALL {
        let exhibit = exhibit_of(ViewId::Freelance, dataset(), &state, format(lang));
        let sum = worded(856_369 + 408_510);
        assert!(!exhibit.reading.text(lang).contains(&sum));
        assert!(exhibit.table.whole.is_none());
        assert!(exhibit.notes.iter().any(|it| it.contains("46.1")), "{:?}", exhibit.notes);
    }
}

#[test]
fn a_block_is_as_high_as_the_monthly_mean() {
    let set = leaves(&["computer.freelance"]);
    let facts =
        facts::published_spans(dataset(), &state(span("2026-05"), set, VintageChoice::Latest));
    let half = facts.values.iter().find(|it| it.span == span("2025-07..2025-12")).unwrap();
    // 743.39 - 93.466 - 92.897 = 557.027 over six months.
    assert_eq!(half.amount, Amount::from_thousands(557_027));
    assert!((half.value - 557.027 / 6.0).abs() < 1e-9);
    // Nothing tells June 2025 from the months before it.
    assert!(facts.gaps.contains(&span("2025-06")), "{:?}", facts.gaps);
}

#[test]
fn a_part_is_drawn_where_its_own_figure_is_published() {
    let state = state(span("2026-05"), dataset().sectors.all(), VintageChoice::Latest);
    let facts = facts::sub_sectors(dataset(), &state);
    assert_eq!(facts.parts.len(), 10);
    let other = &facts.parts.iter().find(|(it, _)| *it == sector("computer.other")).unwrap().1;
    // April and May 2026 print it together with hardware and repair.
    assert_eq!(other.last().unwrap().span, span("2026-03"));
    assert!(other.gaps.iter().any(|it| it.contains(span("2026-04..2026-05"))));
    assert_eq!(other.break_at, Some(span("2024-07").start()));
    let common = exhibit_of(ViewId::Multiples, dataset(), &state, EN);
    let own = state.update(dataset(), Action::Scale(Scale::Own));
    let own = exhibit_of(ViewId::Multiples, dataset(), &own, EN);
    assert_ne!(common.unit, own.unit);
    let chosen = |it: &Exhibit| it.controls[0].options.iter().position(|it| it.chosen);
    assert_eq!((chosen(&common), chosen(&own)), (Some(0), Some(1)));
}

#[test]
fn a_sparkline_has_the_size_it_is_given() {
    let state = state(span("2026-05"), dataset().sectors.all(), VintageChoice::Latest);
    for id in dataset().sectors.ids() {
        for heading in [Heading::Sector(id), Heading::NotItemised(id)] {
            let facts::PublishedSpans { values, gaps, break_at, .. } =
                facts::published_spans_of(dataset(), &state, heading);
            let panel = Panel { name: String::new(), ink: Ink::Rest, values, gaps, break_at };
            let scene = chart::sparkline(&panel, state.range, (96.0, 24.0));
            assert_eq!((scene.width, scene.height), (96.0, 24.0));
            assert!(!scene.marks.is_empty() && scene.points.is_empty());
        }
    }
}

#[test]
fn contributions_add_up_to_the_growth_whatever_is_chosen() {
    record::newest_too(check_that_contributions_add_up_to_the_growth_whatever_is_chosen);
}

fn check_that_contributions_add_up_to_the_growth_whatever_is_chosen() {
    let mut compared = 0;
    for period in query::periods(dataset()) {
        for sectors in sets() {
            for vintage in VINTAGES {
                let state = state(period, sectors, vintage);
                let facts = facts::contributions(dataset(), &state);
                let Some(whole) = facts.breakdown.whole.as_ref() else {
                    assert_eq!(facts.parts, [], "{period}");
                    continue;
                };
                check_others(&facts);
                let named = || facts.parts.iter().filter(|it| it.heading.is_some());
                let Some(growth) = facts.growth() else {
                    let now: Amount = facts.parts.iter().map(|it| it.now).sum();
                    assert_eq!(now, whole.amount, "{period} {sectors:?}");
                    let shares: f64 = facts.parts.iter().map(|it| it.points).sum();
                    assert!((shares - 100.0).abs() < 1e-9, "{period} {sectors:?}");
                    assert!(facts.parts.iter().all(|it| it.before.is_none()));
                    assert!(named().is_sorted_by(|one, other| one.now >= other.now), "{period}");
                    continue;
                };
                compared += 1;
                let sum: Amount = facts.parts.iter().map(facts::Contribution::change).sum();
                assert_eq!(sum, whole.amount - growth.base_amount, "{period} {sectors:?}");
                let points: f64 = facts.parts.iter().map(|it| it.points).sum();
                assert!((points - growth.percent()).abs() < 1e-9, "{period} {sectors:?}");
                let mut sizes: Vec<Amount> = named().map(facts::Contribution::change).collect();
                if growth.ratio < 0.0 {
                    sizes.reverse();
                }
                assert!(sizes.is_sorted_by(|one, other| one >= other), "{period}: {sizes:?}");
            }
        }
    }
    assert!(compared > 500, "{compared}");
}

/// However many stay by themselves, they and the others add up to the whole.
fn check_others(facts: &facts::Contributions) {
    let whole = facts.whole().unwrap();
    for kept in 0..=facts.by_size.len() {
        let others = facts.others(kept).unwrap();
        let parts = facts.by_size[..kept].iter().map(|&it| &facts.parts[it]);
        let now: Amount = parts.clone().map(|it| it.now).sum();
        assert_eq!(now + others.now, whole.now);
        let before: Amount = parts.clone().filter_map(|it| it.before).sum();
        assert_eq!(others.before.map(|it| it + before), whole.before);
        let points: f64 = parts.map(|it| it.points).sum();
        assert!((points + others.points - whole.points).abs() < 1e-9);
    }
    assert_eq!(facts.others(facts.by_size.len() + 1), None);
}

/// Amounts of headings in the table are those of the file, and every number of the sentence
/// follows from them.
#[test]
fn what_contributions_say_follows_from_the_published_rows() {
    record::newest_too(check_that_what_contributions_say_follows_from_the_published_rows);
}

fn check_that_what_contributions_say_follows_from_the_published_rows() {
    let published = published();
    let tree = &dataset().sectors;
    for (place, period) in query::periods(dataset()).into_iter().enumerate() {
        for (number, sectors) in sets().into_iter().enumerate() {
            // All sets for some periods, all periods for some sets.
            if place % 5 != 0 && number % 5 != 0 {
                continue;
            }
            for vintage in VINTAGES {
                let state = state(period, sectors, vintage);
                let exhibit = exhibit_of(ViewId::Contributions, dataset(), &state, EN);
                // Of what cannot be compared there are levels only.
                if facts::contributions(dataset(), &state).growth().is_none() {
                    continue;
                }
                let Some(whole) = &exhibit.table.whole else { continue };
                for row in &exhibit.table.rows {
                    if let [now, before] = row.observations[..] {
                        let (now, before) = (value_of(now), value_of(before));
                        assert_eq!((amount(row, 1), amount(row, 2)), (now, before), "{period}");
                        let code =
                            &tree.get(dataset().observation(row.observations[0]).sector).code;
                        for (at, value) in [(period, now), (period.year_before(), before)] {
                            let key = (code.clone(), at.start().to_string(), at.end().to_string());
                            let vintages = &published[&key];
                            assert!(vintages.contains(&value), "{key:?} {value}");
                        }
                    }
                }
                let change = |row: &Row| amount(row, 1) - amount(row, 2);
                let base = amount(whole, 2);
                let points = |change: i64| rounded(change as f64 / base as f64 * 100.0, 2);
                let changes: Vec<i64> = exhibit.table.rows.iter().map(change).collect();
                // A branch published without its headings is set against other branches.
                let branches: Vec<i64> = tree
                    .children(SectorId::TOTAL)
                    .map(|branch| {
                        let below = exhibit.table.rows.iter().filter(|row| {
                            row.observations.iter().any(|&id| {
                                tree.branch(dataset().observation(id).sector) == Some(branch)
                            })
                        });
                        below.map(change).sum()
                    })
                    .collect();
                let up: i64 = changes.iter().filter(|it| **it > 0).sum();
                let down: i64 = changes.iter().filter(|it| **it < 0).sum();
                let mut allowed: BTreeSet<String> =
                    changes.iter().chain(&branches).map(|&it| points(it)).collect();
                allowed.extend([points(up), points(down), points(change(whole))]);
                allowed.insert(worded(amount(whole, 1)));
                let percent = change(whole) as f64 / base as f64 * 100.0;
                allowed.insert(rounded(percent, 1));
                let total =
                    ("total".to_owned(), period.start().to_string(), period.end().to_string());
                for total in &published[&total] {
                    let share = amount(whole, 1) as f64 / *total as f64 * 100.0;
                    allowed.insert(rounded(share, 1));
                }
                // What the months add up to, and the exact whole beside it.
                let monthly =
                    query::series(dataset(), vintage, dataset().sectors.all(), Frequency::Monthly);
                let sum = |it: Span| monthly.sum(it).map(|it| it.amount.thousands());
                allowed.insert(exact(amount(whole, 1)));
                if let Some(now) = sum(period) {
                    allowed.insert(worded(now));
                    allowed.insert(exact(now));
                    let growth = |base| (now as f64 / base as f64 - 1.0) * 100.0;
                    allowed.extend(sum(period.year_before()).map(|it| rounded(growth(it), 1)));
                }
                // Freelance work outside the total, in any print.
                let year_before = |it: &str| {
                    let (year, month) = it.split_once('-').unwrap();
                    format!("{}-{month}", year.parse::<i32>().unwrap() - 1)
                };
                for ((code, start, end), prints) in &published {
                    let base = (code.clone(), year_before(start), year_before(end));
                    let before =
                        published.get(&base).filter(|_| code == "other_business.freelance");
                    for (now, then) in prints
                        .iter()
                        .flat_map(|now| before.into_iter().flatten().map(move |it| (now, it)))
                    {
                        allowed.insert(rounded((*now as f64 / *then as f64 - 1.0) * 100.0, 1));
                    }
                }
                // A share that is less than a tenth, or nearly all.
                allowed.extend(["0.1", "99.9"].map(str::to_owned));
                for lang in Lang::ALL {
                    let format = format(lang);
                    let exhibit = exhibit_of(ViewId::Contributions, dataset(), &state, format);
                    let text = exhibit.reading.text(lang);
                    let mut told = query::periods(dataset());
                    told.extend([period, period.year_before()]);
                    for number in numbers(&text, &told, format) {
                        assert!(allowed.contains(&number), "{number} in {text}");
                    }
                }
            }
        }
    }
}

/// The last figure of a part, against the row of the same table for the year before.
#[test]
fn what_pictures_and_spans_say_follows_from_their_tables() {
    record::newest_too(check_that_what_pictures_and_spans_say_follows_from_their_tables);
}

fn check_that_what_pictures_and_spans_say_follows_from_their_tables() {
    for range in QuickRange::OFFERED.map(|it| it.span(dataset())) {
        for sectors in sets() {
            for vintage in VINTAGES {
                let mut state = state(span("2026-05"), sectors, vintage);
                state.range = range;
                for (view, first) in [(ViewId::Spans, 0), (ViewId::Multiples, 1)] {
                    // What a year before is may lie outside the range shown.
                    let wide = State { range: QuickRange::All.span(dataset()), ..state.clone() };
                    let known = rows(&exhibit_of(view, dataset(), &wide, EN), first);
                    let shown = rows(&exhibit_of(view, dataset(), &state, EN), first);
                    let mut allowed: BTreeSet<String> = BTreeSet::new();
                    let mut periods: Vec<Span> = vec![range];
                    for (name, at, thousands) in &shown {
                        periods.extend([*at, at.year_before()]);
                        let mean = (*thousands as f64 / at.len() as f64).round() as i64;
                        allowed.extend([worded(*thousands), worded(mean)]);
                        let before = known
                            .iter()
                            .find(|it| it.0 == *name && it.1 == at.year_before())
                            .map(|it| it.2);
                        if let Some(before) = before.filter(|it| *it > 0) {
                            let percent = (*thousands as f64 / before as f64 - 1.0) * 100.0;
                            allowed.insert(rounded(percent, 1));
                        }
                    }
                    let covered = |month: Month| shown.iter().any(|it| it.1.contains(month.into()));
                    let missing = range.months().filter(|&it| !covered(it)).count();
                    let long = shown.iter().filter(|it| !it.1.is_month()).count();
                    allowed
                        .extend([missing, range.len(), long, shown.len()].map(|it| it.to_string()));
                    periods.push(span("2024-07"));
                    for lang in Lang::ALL {
                        let format = format(lang);
                        let exhibit = exhibit_of(view, dataset(), &state, format);
                        let text = exhibit.reading.text(lang);
                        for number in numbers(&text, &periods, format) {
                            assert!(allowed.contains(&number), "{number} in {text}: {allowed:?}");
                        }
                    }
                    if first == 1 && lang_counts(&exhibit_of(view, dataset(), &state, EN)) > 0 {
                        check_counts(&exhibit_of(view, dataset(), &state, EN), &shown, &known);
                    }
                }
            }
        }
    }
}

/// Name, span and amount of every row of a table.
fn rows(exhibit: &Exhibit, first: usize) -> Vec<(String, Span, i64)> {
    let row = |row: &Row| {
        let name = if first == 0 { String::new() } else { row.cells[0].text.clone() };
        let span = dataset().observation(row.observations[0]).span;
        (name, span, amount(row, first + 1))
    };
    exhibit.table.rows.iter().map(row).collect()
}

const WORDS: [&str; 13] = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

fn lang_counts(exhibit: &Exhibit) -> usize {
    exhibit.reading.sentence.matches("ompared with a year before").count()
}

/// How many parts are higher and lower than a year before, as the sentence says.
fn check_counts(exhibit: &Exhibit, shown: &[(String, Span, i64)], known: &[(String, Span, i64)]) {
    let names: BTreeSet<&String> = shown.iter().map(|it| &it.0).collect();
    let (mut up, mut down) = (0, 0);
    for name in names {
        let last = shown.iter().filter(|it| it.0 == *name).max_by_key(|it| it.1).unwrap();
        let before =
            known.iter().find(|it| it.0 == *name && it.1 == last.1.year_before()).map(|it| it.2);
        // Other computer services mean another thing since July 2024.
        let broken = last.1.end() >= span("2024-07").start()
            && last.1.year_before().start() < span("2024-07").start()
            && name.starts_with("Other computer");
        if let Some(before) = before.filter(|it| *it > 0 && !broken) {
            match ((last.2 as f64 / before as f64 - 1.0) * 1000.0).round() {
                change if change > 0.0 => up += 1,
                change if change < 0.0 => down += 1,
                _ => {}
            }
        }
    }
    let sentence = &exhibit.reading.sentence;
    let all = |way: &str| {
        sentence.contains(&format!("all are {way}"))
            || sentence.contains(&format!("before is {way}"))
    };
    for (count, way) in [(up, "higher"), (down, "lower")] {
        let said = sentence.contains(&format!(" {way}"));
        assert_eq!(said, count > 0, "{count} {way}: {sentence}");
        if count > 0 && !all(way) {
            let word = WORDS[count];
            let capital = format!("{}{}", word[..1].to_uppercase(), &word[1..]);
            let found = [word, &capital].iter().any(|word| {
                ["are ", "is ", ""]
                    .iter()
                    .any(|verb| sentence.contains(&format!("{word} {verb}{way}")))
            });
            assert!(found, "{count} {way}: {sentence}");
        }
    }
}

/// Nothing panics, sentences are whole, controls have one chosen option each, and both
/// languages have as much to say.
#[test]
fn every_view_has_an_exhibit() {
    record::newest_too(check_that_every_view_has_an_exhibit);
}

fn check_that_every_view_has_an_exhibit() {
    for (place, period) in query::periods(dataset()).into_iter().enumerate() {
        for (number, sectors) in sets().into_iter().enumerate() {
            // All sets for some periods, all periods for some sets.
            if place % 7 != 0 && number % 5 != 0 {
                continue;
            }
            let vintage = VINTAGES[place % 2];
            let state = state(period, sectors, vintage);
            for view in ALL {
                let [one, other] = Lang::ALL.map(|lang| {
                    let exhibit = exhibit_of(view, dataset(), &state, Format::new(lang, None));
                    check(&exhibit, lang);
                    exhibit
                });
                assert_eq!(one.notes.len(), other.notes.len());
                assert_eq!(one.beside.is_some(), other.beside.is_some());
                assert_eq!(one.table.rows.len(), other.table.rows.len());
                assert_eq!(one.picture.data.len(), other.picture.data.len());
                let ends = |it: &Exhibit, stop: char| it.reading.sentence.matches(stop).count();
                // A full stop in English may also be a decimal point.
                let stops = one.reading.sentence.matches(". ").count() + 1;
                assert_eq!(stops, ends(&other, '۔'), "{:?} {:?}", one.reading, other.reading);
            }
        }
    }
}

fn check(exhibit: &Exhibit, lang: Lang) {
    let stop = if lang == Lang::En { '.' } else { '۔' };
    let reading = &exhibit.reading;
    assert!(!reading.title.is_empty() && !reading.title.ends_with(stop), "{reading:?}");
    let notes = exhibit.beside.iter().chain(&exhibit.notes);
    for text in notes.chain([&reading.sentence]) {
        assert!(text.ends_with(stop), "{text}");
        for wrong in ["  ", " ,", " .", "..", "NaN", " ۔", "۔۔", "zero ", "no heading"] {
            assert!(!text.contains(wrong), "{wrong:?} in {text}");
        }
    }
    if lang == Lang::Ur {
        let latin = |it: char| it.is_ascii_alphabetic();
        assert!(!reading.sentence.contains(latin), "{}", reading.sentence);
    }
    for control in &exhibit.controls {
        let chosen = control.options.iter().filter(|it| it.chosen).count();
        assert_eq!(chosen, 1, "{}", control.name);
    }
    for row in exhibit.table.rows.iter().chain(&exhibit.table.whole) {
        assert_eq!(row.cells.len(), exhibit.table.columns.len(), "{}", exhibit.name);
    }
}
