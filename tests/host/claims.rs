//! What the page claims of prints, their order, their firmness and of changes between them: recomputed from
//! `observations.csv`, read here by itself, for every month and in both languages.

use std::collections::BTreeMap;
use std::path::Path;

use it_exports::calendar::{Frequency, Month, Span};
use it_exports::catalogue::ViewId;
use it_exports::chart::{Frame, Ink, Mark};
use it_exports::data::{Dataset, SectorId, Status};
use it_exports::embedded::sources;
use it_exports::facts::{self, Effect};
use it_exports::i18n::{Format, Lang, site};
use it_exports::measure::Measure;
use it_exports::query::{self, VintageChoice};
use it_exports::reading;
use it_exports::site::{Options, changelog, versions};
use it_exports::state::{QuickRange, State};

use crate::support::{
    EN, UR, VINTAGES, exhibit_of, format, month,
    record::{self, dataset},
    span,
};

/// A row of the total.
#[derive(Clone, Debug)]
pub struct Row {
    span: (String, String),
    thousands: i64,
    status: String,
    published: String,
    source: String,
    note: String,
}

impl Row {
    /// The day from which it is known: of a month without a day its last.
    fn day(&self) -> String {
        match self.published.len() {
            7 => {
                let (year, month) = self.published.split_once('-').unwrap();
                let year: i32 = year.parse().unwrap();
                let days = match month {
                    "02" if year % 4 == 0 => 29,
                    "02" => 28,
                    "04" | "06" | "09" | "11" => 30,
                    _ => 31,
                };
                format!("{}-{days}", self.published)
            }
            _ => self.published.clone(),
        }
    }

    /// Whether it can be called a first print.
    fn is_print(&self) -> bool {
        let months = |text: &str| {
            text[..4].parse::<i32>().unwrap() * 12 + text[5..7].parse::<i32>().unwrap()
        };
        self.status != "derived" && months(&self.published) - months(&self.span.1) <= 6
    }
}

pub type Totals = BTreeMap<(String, String), Vec<Row>>;

/// Every figure of the total by its months, the earliest first.
pub fn totals() -> Totals {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/data/observations.csv");
    let mut totals: Totals = BTreeMap::new();
    for row in csv::Reader::from_path(path).unwrap().deserialize::<BTreeMap<String, String>>() {
        let row = row.unwrap();
        if row["sector"] == "total" && record::knows(&row["published"]) {
            let span = (row["start"].clone(), row["end"].clone());
            let thousands = (row["value_usd_million"].parse::<f64>().unwrap() * 1000.0).round();
            totals.entry(span.clone()).or_default().push(Row {
                span,
                thousands: thousands as i64,
                status: row["status"].clone(),
                published: row["published"].clone(),
                source: row["source"].clone(),
                note: row["note"].clone(),
            });
        }
    }
    for rows in totals.values_mut() {
        // Of one day a print whose day is shown comes first.
        rows.sort_by_key(|it| (it.day(), it.published.len() == 7));
    }
    totals
}

fn of(totals: &Totals, at: Month) -> Option<&Vec<Row>> {
    totals.get(&(at.to_string(), at.to_string()))
}

fn chosen(rows: &[Row], vintage: VintageChoice) -> &Row {
    match vintage {
        VintageChoice::Latest => rows.last().unwrap(),
        VintageChoice::First => rows.first().unwrap(),
    }
}

fn months() -> impl Iterator<Item = Month> {
    dataset().monthly_record().months()
}

/// Percentages as they are written, and whether they are those of one publication.
#[derive(Debug, PartialEq)]
pub struct Other {
    pub percent: f64,
    pub revision: Option<(String, f64)>,
    /// When both were printed together.
    pub published: Option<String>,
}

fn percent(now: i64, before: i64) -> f64 {
    (now as f64 / before as f64 - 1.0) * 100.0
}

fn tenths(percent: f64) -> i64 {
    (percent * 10.0).round() as i64
}

/// What has to be said beside a change of the total.
pub fn other(totals: &Totals, vintage: VintageChoice, now: Span, base: Span) -> Option<Other> {
    let rows = |it: Span| totals.get(&(it.start().to_string(), it.end().to_string()));
    let (now, base) = (rows(now)?, rows(base)?);
    let (own, before) = (chosen(now, vintage), chosen(base, vintage));
    let shown = percent(own.thousands, before.thousands);
    let printed = |rows: &[Row]| -> Vec<Row> {
        rows.iter().filter(|it| it.status != "derived").cloned().collect()
    };
    let together = printed(now).into_iter().rev().find_map(|one| {
        let alike = |it: &Row| (&it.source, &it.published) == (&one.source, &one.published);
        Some((percent(one.thousands, printed(base).into_iter().find(alike)?.thousands), one))
    });
    if let Some((percent, one)) = together {
        let published = Some(one.published);
        return (tenths(percent) != tenths(shown)).then_some(Other {
            percent,
            revision: None,
            published,
        });
    }
    let (first, first_before) = (&now[0], &base[0]);
    let by_now = percent(own.thousands, first.thousands);
    let by_base = percent(before.thousands, first_before.thousands);
    let raised = (1.0 + by_now / 100.0) / (1.0 + by_base / 100.0);
    let more = if by_now.abs() >= by_base.abs() { (own, by_now) } else { (before, by_base) };
    let (start, end) = &more.0.span;
    let name = if start == end { start.clone() } else { format!("{start}..{end}") };
    ((raised - 1.0).abs() > 0.05).then(|| Other {
        percent: percent(first.thousands, first_before.thousands),
        revision: Some((name, more.1)),
        published: None,
    })
}

#[test]
fn the_earliest_figure_of_a_month_is_that_of_the_file() {
    record::newest_too(check_that_the_earliest_figure_is_that_of_the_file);
}

fn check_that_the_earliest_figure_is_that_of_the_file() {
    let totals = totals();
    let mut named = 0;
    for at in months() {
        let rows = of(&totals, at).unwrap();
        let it = facts::headline(dataset(), VintageChoice::Latest, at).unwrap();
        let amounts: Vec<i64> =
            it.vintages.iter().map(|&id| dataset().observation(id).amount.thousands()).collect();
        let expected: Vec<i64> = rows.iter().map(|it| it.thousands).collect();
        assert_eq!(amounts, expected, "{at}");
        let (first, latest) = (&rows[0], &rows[rows.len() - 1]);
        for lang in Lang::ALL {
            let format = format(lang);
            let sentence = reading::headline(dataset(), &it, format).sentence;
            let (put, earliest) = match lang {
                Lang::En => ("it was first put at", "the earliest figure in this record"),
                Lang::Ur => ("پہلی بار", "اس ریکارڈ کا سب سے پہلا عدد"),
            };
            let shown = |thousands: i64| (thousands + 50) / 100;
            let differs = shown(first.thousands) != shown(latest.thousands);
            let said = sentence.to_lowercase();
            assert_eq!(said.contains(put), differs && first.is_print(), "{at}: {sentence}");
            assert_eq!(said.contains(earliest), differs && !first.is_print(), "{at}: {sentence}");
            if differs {
                named += 1;
                let end = sentence.rsplit(['.', '۔', ';', '؛']);
                let end: String = end.take(3).collect();
                let day = format.date(first.published.parse().unwrap());
                assert!(end.contains(&day), "{at}: {day} in {sentence}");
            }
        }
        // Shown by itself, it is called a first print only where it can be one.
        let it = facts::headline(dataset(), VintageChoice::First, at).unwrap();
        let sentence = reading::headline(dataset(), &it, EN).sentence;
        assert_eq!(sentence.starts_with("As first published"), first.is_print(), "{sentence}");
        let sentence = reading::headline(dataset(), &it, UR).sentence;
        assert_eq!(sentence.starts_with("پہلی اشاعت"), first.is_print(), "{sentence}");
    }
    assert!(named > 40, "{named}");
}

#[test]
fn months_that_were_printed_and_derived_in_one_month() {
    let end = |at: &str| {
        let it = facts::headline(dataset(), VintageChoice::Latest, month(at)).unwrap();
        reading::headline(dataset(), &it, EN).sentence
    };
    // 221.073 subtracts a total of 29 December.
    assert!(end("2021-11").ends_with("on 22 December 2021 it was first put at $221 million."));
    assert!(end("2021-12").ends_with("on 24 January 2022 it was first put at $251 million."));
    let january = facts::headline(dataset(), VintageChoice::First, month("2024-01")).unwrap();
    assert_eq!(january.amount.thousands(), 265_000);
    assert_eq!(january.print.published.to_string(), "2024-02-22");
    // 143 was printed a year later, 136.097 never.
    assert!(
        end("2020-06")
            .ends_with("The earliest figure in this record, of 27 August 2020, is $136.1 million.")
    );
}

#[test]
fn what_is_not_marked_is_no_firmer_than_its_year() {
    record::newest_too(check_that_what_is_not_marked_is_no_firmer_than_its_year);
}

fn check_that_what_is_not_marked_is_no_firmer_than_its_year() {
    let totals = totals();
    for at in months() {
        for vintage in VINTAGES {
            let own = chosen(of(&totals, at).unwrap(), vintage);
            let year = at.fiscal_year().span();
            let holding = totals.iter().filter(|((start, end), _)| {
                let july = *start == year.start().to_string();
                july && *end >= at.to_string() && *end <= year.end().to_string() && start != end
            });
            let last = holding
                .flat_map(|(_, rows)| rows)
                .max_by_key(|it| (it.day(), it.published.len() == 7, it.span.clone()));
            let provisional = last.is_some_and(|it| it.status == "provisional");
            let expected = match own.status.as_str() {
                "final" if provisional => "provisional",
                status => status,
            };
            let it = facts::headline(dataset(), vintage, at).unwrap();
            assert_eq!(it.status.code(), expected, "{at} {vintage:?}");
            let id = it.observation;
            assert_eq!(dataset().status(id).code(), expected, "{at} {vintage:?}");
        }
    }
}

#[test]
fn half_a_year_is_provisional_with_its_total() {
    let status = |data: &Dataset, at: &str| {
        facts::headline(data, VintageChoice::Latest, month(at)).unwrap().status
    };
    for at in ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"] {
        assert_eq!(status(dataset(), at), Status::Provisional, "{at}");
        // Their total was printed without a mark until April.
        let before = dataset().as_of("2026-04-15".parse().unwrap()).unwrap();
        assert_eq!(status(&before, at), Status::Final, "{at}");
        let after = dataset().as_of("2026-04-16".parse().unwrap()).unwrap();
        assert_eq!(status(&after, at), Status::Provisional, "{at}");
    }
    // Marked as revised, and of a year whose total is final.
    assert_eq!(status(dataset(), "2026-01"), Status::Revised);
    assert_eq!(status(dataset(), "2024-08"), Status::Final);
}

/// Heading and picture, table and file of a series say the same of its firmness.
#[test]
fn series_have_the_status_of_their_figures() {
    let data = dataset();
    let series = query::series(data, VintageChoice::Latest, data.sectors.all(), Frequency::Monthly);
    for it in &series.points {
        let firm = it.observations.iter().map(|&id| data.status(id)).max().unwrap();
        assert_eq!(it.status, firm, "{}", it.span);
    }
    let table = exhibit_of(ViewId::Time, data, &State::new(data), EN).table;
    let july = table.rows.iter().find(|it| it.cells[0].text == "July 2025").unwrap();
    assert!(july.cells.iter().any(|it| it.text == "provisional"), "{july:?}");
}

#[test]
fn a_record_that_fell_was_one_at_the_time() {
    record::newest_too(check_that_a_record_that_fell_was_one_at_the_time);
}

fn check_that_a_record_that_fell_was_one_at_the_time() {
    let totals = totals();
    let (mut fallen, mut standing) = (0, 0);
    for vintage in VINTAGES {
        let amount = |at: Month| chosen(of(&totals, at).unwrap(), vintage).thousands;
        for at in months() {
            let before: Vec<i64> = months().filter(|&it| it < at).map(amount).collect();
            let record = before.len() >= 23 && before.iter().all(|&it| it < amount(at));
            let fell = months().any(|it| it > at && amount(it) >= amount(at));
            fallen += usize::from(record && fell);
            standing += usize::from(record && !fell);
            for lang in Lang::ALL {
                let it = facts::headline(dataset(), vintage, at).unwrap();
                let title = reading::headline(dataset(), &it, format(lang)).title;
                let (then, now, word) = match lang {
                    Lang::En => ("a record at the time", "the highest so far", "record"),
                    Lang::Ur => ("اس وقت کا ریکارڈ", "اب تک سب سے زیادہ", "ریکارڈ"),
                };
                assert_eq!(title.contains(then), record && fell, "{title}");
                assert_eq!(title.contains(now), record && !fell, "{title}");
                assert_eq!(title.contains(word), record && fell, "{title}");
            }
        }
    }
    assert!(fallen >= 20 && standing >= 2, "{fallen} {standing}");
}

#[test]
fn changes_say_what_other_prints_make_of_them() {
    record::newest_too(check_that_changes_say_what_other_prints_make_of_them);
}

fn check_that_changes_say_what_other_prints_make_of_them() {
    let totals = totals();
    let mut said = BTreeMap::from([(true, 0), (false, 0)]);
    for vintage in VINTAGES {
        for at in months() {
            let bases = [at.plus(-1), at.year_before()].map(Span::from);
            let bases = bases.into_iter().filter(|it| dataset().monthly_record().contains(*it));
            let expected: Vec<Other> =
                bases.filter_map(|base| other(&totals, vintage, at.into(), base)).collect();
            let it = facts::headline(dataset(), vintage, at).unwrap();
            for lang in Lang::ALL {
                let sentence = reading::headline(dataset(), &it, format(lang)).sentence;
                let (one, earliest) = match lang {
                    Lang::En => ("In the publication of", "By the earliest figures"),
                    Lang::Ur => ("کی جس اشاعت میں", "سب سے پہلے کے اعداد کے مطابق"),
                };
                let count = |wanted: bool| {
                    expected.iter().filter(|it| it.published.is_some() == wanted).count()
                };
                assert_eq!(sentence.matches(one).count(), count(true), "{at} {sentence}");
                assert_eq!(sentence.matches(earliest).count(), count(false), "{at} {sentence}");
                for it in &expected {
                    *said.get_mut(&it.published.is_some()).unwrap() += 1;
                    let figure = format!("{:.1}", it.percent.abs());
                    assert!(figure == "0.0" || sentence.contains(&figure), "{figure}: {sentence}");
                    if let Some(published) = &it.published {
                        let day = format(lang).date(published.parse().unwrap());
                        assert!(sentence.contains(&day), "{day}: {sentence}");
                    }
                }
            }
        }
    }
    assert!(said[&true] > 20 && said[&false] > 0, "{said:?}");
}

/// FY19 was first put at 1,090 and FY18 at 1,066, at the end at 1,191.864 and 1,067.
#[test]
fn a_year_revised_by_nine_percent_is_no_growth() {
    let data = dataset();
    let yoy = State {
        measure: Measure::Yoy,
        frequency: Frequency::FiscalYear,
        range: span("2015-07..2019-06"),
        ..State::new(data)
    };
    let trend = facts::trend(data, &yoy);
    let [en, ur] = [EN, UR].map(|it| reading::trend(data, &trend, it).sentence);
    assert!(en.contains("In FY19 IT exports were 11.7% higher than in FY18."), "{en}");
    let claim =
        "By the earliest figures FY19 was 2.3% more than FY18; FY19 was since revised up 9.3%.";
    assert!(en.contains(claim), "{en}");
    assert!(
        ur.contains("2.3 فیصد زیادہ تھا؛ بعد میں مالی سال 2019 کا عدد 9.3 فیصد بڑھایا گیا"),
        "{ur}"
    );
    let table = exhibit_of(ViewId::Time, data, &yoy, EN).table;
    let row = table.rows.iter().find(|it| it.cells[0].text == "FY19").unwrap();
    assert!(row.cells.iter().any(|it| it.text == "+2.3%"), "{row:?}");
    assert!(row.cells.iter().any(|it| it.text == "+11.7%"), "{row:?}");

    // What rests on it does not count the revision as growth.
    let all = State { range: QuickRange::All.span(data), ..State::new(data) };
    let trend = facts::trend(data, &all);
    let [en, ur] = [EN, UR].map(|it| reading::trend(data, &trend, it));
    assert_eq!(en.title, "IT exports have grown more than fivefold in ten years");
    let claim = format!("Part of this may be a revision: b{}", &claim[1..]);
    assert!(en.sentence.contains(&claim), "{}", en.sentence);
    assert_eq!(ur.title, "دس برس میں آئی ٹی برآمدات پانچ گنا سے بھی زیادہ");
    assert!(ur.sentence.contains("9.3 فیصد بڑھایا گیا"), "{}", ur.sentence);
    // From FY19 on all is on one footing: one publication has FY19 as revised beside FY20.
    let later = State { range: span("2018-07..2026-06"), ..State::new(data) };
    let step = facts::trend(data, &later).growth.unwrap().step;
    assert_eq!(step, None);
}

/// The changes of the total by fiscal year, as the table has them.
#[test]
fn years_say_what_other_prints_make_of_them() {
    let data = dataset();
    let state = State {
        measure: Measure::Yoy,
        frequency: Frequency::FiscalYear,
        range: QuickRange::All.span(data),
        ..State::new(data)
    };
    let trend = facts::trend(data, &state);
    let others: Vec<(i32, String)> = trend
        .other_changes
        .iter()
        .map(|it| (it.now.end().year(), format!("{:.1}", it.change.percent())))
        .collect();
    // FY17: 938.64 on 788.64; FY18: 1066 on 939.51; FY19: 1090 on 1066, the earliest of both; FY20: 1438.827 on
    // 1191.864; FY21: 2123.035 on 1439.97; FY23: 2605.34 on 2619.1; FY24: 3223 on 2596.
    let expected = [
        (2017, "19.0"),
        (2018, "13.5"),
        (2019, "2.3"),
        (2020, "20.7"),
        (2021, "47.4"),
        (2023, "-0.5"),
        (2024, "24.2"),
    ];
    let expected: Vec<(i32, String)> =
        expected.into_iter().map(|(year, it)| (year, it.to_owned())).collect();
    assert_eq!(others, expected);
}

#[test]
fn a_month_is_new_on_the_day_of_its_first_figure() {
    let data = it_exports::embedded::dataset();
    let publications = facts::publications(data);
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    for it in data.observations.iter().filter(|it| it.sector == SectorId::TOTAL) {
        if it.span.is_month() {
            let day = it.published.known_from().to_string();
            let there = first.entry(it.span.to_string()).or_insert(day.clone());
            *there = day.min(there.clone());
        }
    }
    let mut told = BTreeMap::new();
    for publication in &publications {
        for &(id, effect) in &publication.figures {
            if effect == Effect::NewMonth {
                let span = data.observation(id).span.to_string();
                assert_eq!(told.insert(span, publication.day.to_string()), None);
            }
        }
    }
    assert_eq!(told, first);
    assert_eq!(told["2018-12"], "2019-03-06");
    assert_eq!(told["2017-06"], "2018-08-26");
    let index = versions::index(data, sources(), &publications);
    let index: serde_json::Value = serde_json::from_str(&index).unwrap();
    for version in index["versions"].as_array().unwrap() {
        for it in version["newMonths"].as_array().unwrap() {
            assert_eq!(first[it["start"].as_str().unwrap()], version["day"].as_str().unwrap());
        }
    }
}

/// The earliest figure of a month is called no first print where it was derived or found late.
#[test]
fn late_months_are_not_called_first_prints() {
    let data = it_exports::embedded::dataset();
    let publications = facts::publications(data);
    for lang in Lang::ALL {
        let words = site::words(lang).no_first_print;
        let html = changelog::page(data, sources(), &publications, lang, &Options { site: None });
        let format = Format::new(lang, None);
        for publication in &publications {
            for &(id, effect) in &publication.figures {
                let it = data.observation(id);
                if effect != Effect::NewMonth {
                    continue;
                }
                let late = it.published.month.since(it.span.end()) > 6;
                let line =
                    format!("<li>{}: {} (", format.span(it.span), format.money_exact(it.amount));
                let rest = html.split(&line).nth(1).unwrap();
                let said = rest.split("</li>").next().unwrap().contains(words);
                assert_eq!(said, late || it.status == Status::Derived, "{line}");
            }
        }
    }
}

/// Worked by hand: 43 months have one figure here, of 42 that have more 26 were revised beyond rounding.
#[test]
fn revisions_are_counted_by_the_rule_of_the_page_of_changes() {
    let state = State::new(dataset());
    let it = facts::first_prints(dataset(), &state);
    let revisions = it.revisions.as_ref().unwrap();
    assert_eq!((it.months.len(), it.several), (85, 42));
    assert_eq!((revisions.count, revisions.up, revisions.down), (26, 14, 12));
    let late = it.months.iter().filter(|it| it.observations.len() == 1 && !it.first_is_print);
    assert_eq!(late.count(), 12);
    for (format, title) in [
        (EN, "26 of 42 months with several figures were revised, more often up than down"),
        (UR, "کئی اعداد والے 42 مہینوں میں سے 26 پر نظرثانی ہوئی، زیادہ تر اوپر کی طرف"),
    ] {
        let exhibit = exhibit_of(ViewId::FirstPrints, dataset(), &state, format);
        assert_eq!(exhibit.reading.title, title);
        let once = exhibit.picture.data.iter().zip(&it.months);
        for (datum, month) in once {
            let words = it_exports::i18n::trend::words(format.lang);
            let said = |what: &str| datum.figures.iter().any(|it| it.starts_with(what));
            assert_eq!(said(words.one_figure), month.observations.len() == 1);
            assert_eq!(said(words.first_print), month.is_revised() && month.first_is_print);
        }
    }
}

/// Where the figures come from that are subtracted and compared, counted in the file: what the method says.
#[test]
fn the_method_says_what_is_done() {
    let totals = totals();
    let rows = || totals.values().flatten();
    // The publications of each figure that a note subtracts, where it is a figure of the record.
    let printed = |text: &str| -> Vec<(&str, &str)> {
        let Ok(value) = text.parse::<f64>() else { return Vec::new() };
        let thousands = (value * 1000.0).round() as i64;
        let alike = rows().filter(|it| it.thousands == thousands && it.status != "derived");
        alike.map(|it| (it.source.as_str(), it.published.as_str())).collect()
    };
    let (mut derived, mut across) = (0, 0);
    for it in rows().filter(|it| it.status == "derived") {
        let terms: Vec<Vec<(&str, &str)>> = it
            .note
            .split(';')
            .next()
            .unwrap()
            .split(" minus ")
            .map(|it| printed(it.trim()))
            .collect();
        derived += 1;
        let one = terms[0].iter().any(|it| terms.iter().all(|there| there.contains(it)));
        across += usize::from(!one);
    }
    assert!(across * 2 > derived, "{across} of {derived}");
    let (mut changes, mut crossing) = (0, 0);
    for at in months() {
        let latest = |at: Month| of(&totals, at).map(|it| it.last().unwrap());
        if let (Some(now), Some(base)) = (latest(at), latest(at.year_before())) {
            changes += 1;
            let same = (&now.source, &now.published) == (&base.source, &base.published);
            crossing += usize::from(!same);
        }
    }
    assert!(crossing * 2 > changes, "{crossing} of {changes}");
    for lang in Lang::ALL {
        let text = site::words(lang).method_text;
        let (never, mostly) = match lang {
            Lang::En => ("never subtracted", "mostly come from different publications"),
            Lang::Ur => ("کبھی منہا نہیں", "اکثر الگ الگ اشاعتوں کے ہوتے ہیں"),
        };
        assert!(!text.contains(never) && text.contains(mostly), "{text}");
    }
}

/// What leads to a provisional figure is dashed and nothing else, in every line of single months: a firm month after
/// provisional ones is drawn as firm as its readout says.
#[test]
fn lines_are_dashed_where_they_lead_to_a_provisional_figure() {
    let data = it_exports::embedded::dataset();
    let state = State::new(data);
    // The months of FY26 that the line joins, each with its own status.
    let status = |at: Month| facts::headline(data, VintageChoice::Latest, at).unwrap().status;
    let record = data.monthly_record();
    let turns = record.months().skip(1).collect::<Vec<_>>();
    let dashed: Vec<bool> = turns.iter().map(|&it| status(it) == Status::Provisional).collect();
    assert!(dashed.windows(2).filter(|it| it[0] && !it[1]).count() >= 2, "firm months follow");
    let exhibit = exhibit_of(ViewId::FirstPrints, data, &state, EN);
    let scene = (exhibit.picture.draw)(Frame::new(900.0));
    let mut drawn = Vec::new();
    for mark in &scene.marks {
        if let Mark::Line { points, ink: Ink::Total, dashed, .. } = mark {
            drawn.extend(vec![*dashed; points.len() - 1]);
        }
    }
    // The first piece goes with the second.
    assert_eq!(drawn, dashed);
}
