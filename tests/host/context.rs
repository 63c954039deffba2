//! What stands around the record: figures worked by hand, texts of one language, and every row
//! traced to the collection.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use it_exports::calendar::Span;
use it_exports::data::context::{
    Context, CountryId, Decimal, DriverId, DriverKind, FigureKind, PeerFigure, TargetOf, Texts,
};
use it_exports::data::{Amount, Status};
use it_exports::embedded::{context, dataset};
use it_exports::facts;

fn country(code: &str) -> CountryId {
    context().country(code).unwrap()
}

#[track_caller]
fn check_close(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!((found - expected).abs() < 0.0005 * expected, "{found}, not {expected}");
}

#[test]
fn exports_are_those_of_calendar_years() {
    let exports = context().exports(country("PAK"));
    assert_eq!(exports.first(), Some(&(2005, 343_000_000)));
    assert_eq!(exports.last(), Some(&(2024, 3_632_000_000)));
    assert_eq!(exports.len(), 20);
    // 318,066,216.87083 dollars.
    let nepal = context().exports(country("NPL"));
    assert_eq!(nepal.last(), Some(&(2024, 318_066_217)));
}

#[test]
fn what_is_not_published_is_missing() {
    for code in ["IRL", "LKA", "WLD"] {
        let exports = context().exports(country(code));
        assert_eq!(exports.last().map(|it| it.0), Some(2023), "{code}");
        assert_eq!(context().per_head(country(code), 2024), None, "{code}");
        assert_eq!(context().index(country(code), 2024), None, "{code}");
        assert!(context().population(country(code), 2024).is_some(), "{code}");
    }
    assert_eq!(context().country("VNM"), None);
    assert_eq!(context().per_head(country("PAK"), 2004), None);
}

#[test]
fn exports_are_divided_by_inhabitants() {
    // 177,745,449,131 dollars by 1,450,935,791 people.
    check_close(context().per_head(country("IND"), 2024), 122.504);
    // 318,066,217 dollars by 29,651,054 people.
    check_close(context().per_head(country("NPL"), 2024), 10.727);
    // 1,128,128,212,707 dollars by 8,064,057,930 people.
    check_close(context().per_head(country("WLD"), 2023), 139.896);
}

#[test]
fn an_index_stays_on_one_side_of_a_break() {
    let pakistan = context().index(country("PAK"), 2019).unwrap();
    assert_eq!(pakistan.len(), 20);
    // 3,632 by 1,292.
    check_close(pakistan.last().map(|it| it.1), 281.115);
    assert!(pakistan.contains(&(2019, 100.0)));

    let years = |base: i32| {
        let index = context().index(country("NPL"), base).unwrap();
        index.iter().map(|it| it.0).collect::<Vec<i32>>()
    };
    assert_eq!(years(2022), [2022, 2023, 2024]);
    assert_eq!(years(2019), (2005..2022).collect::<Vec<i32>>());
}

#[test]
fn the_story_has_six_drivers_and_two_obstacles() {
    let of = |kind| context().drivers.iter().filter(|it| it.kind == kind).count();
    assert_eq!((of(DriverKind::Driver), of(DriverKind::Obstacle)), (6, 2));
    for (place, driver) in context().drivers.iter().enumerate() {
        let figures = context().indicators_of(DriverId(place as u8)).count();
        assert!(figures + driver.sectors.len() > 0, "nothing measures {}", driver.code);
    }
    let freelancers = &context().drivers[1];
    let sectors = freelancers.sectors.iter().map(|&it| dataset().sectors.get(it).code.as_str());
    assert_eq!(sectors.collect::<Vec<_>>(), ["computer.freelance", "other_business.freelance"]);
    // Foreign currency, October 2023.
    let dates = freelancers.events.iter().map(|it| context().events[usize::from(it.0)].date);
    assert!(dates.map(|it| it.to_string()).any(|it| it == "2023-10-23"));
}

#[test]
fn a_line_joins_only_what_is_alike() {
    let indicator = |code: &str| context().indicators.iter().find(|it| it.code == code).unwrap();
    let users = indicator("internet_users");
    let last = users.series(0).last().unwrap();
    assert_eq!(last.value, Decimal { digits: 273_759, decimals: 4 });
    assert_eq!(last.value.value(), 27.3759);
    assert_eq!(last.period, "2023-01..2023-12".parse::<Span>().unwrap());

    // Nine months of the Economic Survey stand apart from years, and from the State Bank's line.
    let remittances = indicator("freelance_remittances");
    assert_eq!(remittances.series(0).count(), 2);
    assert_eq!(remittances.figures.len(), 4);
    // Means up to 2018, a median later.
    assert_eq!(indicator("mobile_speed").series(0).count(), 2);
    // Two registers of companies, and a ministry's count.
    assert!(indicator("it_companies").figures.iter().all(|it| it.series.is_none()));
    let claim = indicator("hour_cost").figures.first().unwrap();
    assert_eq!(claim.kind, FigureKind::Claim);
}

#[test]
fn targets_have_an_amount_a_day_and_mostly_a_year() {
    let target = |id: &str| context().targets.iter().find(|it| it.id == id).unwrap();
    let uraan = target("uraan-fy29");
    assert_eq!(uraan.amount, Amount::from_thousands(10_000_000));
    assert_eq!(uraan.period, Some("2028-07..2029-06".parse::<Span>().unwrap()));
    assert_eq!((uraan.announced.to_string().as_str(), uraan.day), ("2024-12", Some(31)));
    // On pages without a date: two months, two years. And one that names no year.
    let within = |id: &str| (target(id).announced.to_string(), target(id).day);
    assert_eq!(within("ministry-fy26"), ("2025-05..2025-06".to_owned(), None));
    assert_eq!(within("aaj-2023"), ("2020-01..2021-12".to_owned(), None));
    assert_eq!(target("pm-30bn").period, None);
    assert_eq!(target("government-fy26").announced.to_string(), "2025-08");
    assert_eq!(target("government-fy26").day, Some(20));
    assert_eq!(target("uraan-freelance-fy29").what, TargetOf::Freelance);
    assert!(context().page(uraan.page).unwrap().url.contains("mettisglobal"));
}

#[test]
fn freelance_work_outside_item_9_is_in_no_total() {
    let sectors = &dataset().sectors;
    let outside = sectors.ids().find(|&id| sectors.get(id).ebops == "10.3.5").unwrap();
    assert_eq!(sectors.get(outside).parent, None);
    assert!(!sectors.all().contains(outside.into()));
    let is_there = |it: &&it_exports::data::Observation| it.sector == outside;
    let figures = dataset().observations.iter().filter(is_there);
    assert!(figures.map(|it| it.status).any(|it| it == Status::Provisional));
}

#[test]
fn a_program_for_one_language_carries_its_texts_only() {
    let read = |texts| Context::decode(&context().encode(texts).unwrap()).unwrap();
    assert_eq!(&read(Texts::Both), context());
    let english = read(Texts::English);
    for (one, both) in english.events.iter().zip(&context().events) {
        assert_eq!((&one.title.en, one.title.ur.as_str()), (&both.title.en, ""));
    }
    let urdu = read(Texts::Urdu);
    assert_eq!(urdu.drivers[0].sentence.en, "");
    assert_eq!(urdu.drivers[0].sentence.ur, context().drivers[0].sentence.ur);
    assert_eq!(urdu.peers, english.peers);
}

/// What the record holds is told there, and again only as what somebody claims.
#[test]
fn no_indicator_repeats_a_figure_of_the_record() {
    for indicator in &context().indicators {
        for figure in &indicator.figures {
            if figure.kind == FigureKind::Claim {
                continue;
            }
            let Some(amount) = facts::dollars(figure.value, indicator.unit) else { continue };
            let repeats = |it: &&it_exports::data::Observation| {
                it.span == figure.period && it.amount == amount
            };
            let found = dataset().observations.iter().find(repeats);
            assert_eq!(found.map(|it| it.span), None, "{}", indicator.code);
        }
    }
}

/// The minister put 779 million of freelance and remote work on top of IT exports: it is the State
/// Bank's line of freelance services, inside them.
#[test]
fn what_a_minister_put_on_top_lies_inside() {
    let data = dataset();
    let freelance = data.sectors.by_code("computer.freelance").unwrap();
    assert!(data.sectors.all().contains(data.sectors.leaves(freelance)));
    let published = |span: &str| {
        let span: Span = span.parse().unwrap();
        let of = data.observations.iter().filter(|it| it.sector == freelance && it.span == span);
        of.map(|it| it.amount.thousands()).next_back().unwrap()
    };
    let year = published("2024-07..2025-06");
    assert_eq!(year, 779_000);
    // June as the rest of the State Bank's eleven months is like the months around it.
    let june = year - published("2024-07..2025-05");
    assert!((65_000..80_000).contains(&june), "{june}");
    let remote = context().drivers.iter().find(|it| it.code == "remote_work").unwrap();
    // Nobody counts it by itself.
    assert!(remote.sectors.is_empty());
    let claim = context().indicators.iter().find(|it| it.code == "remote_claim").unwrap();
    let claimed = facts::dollars(claim.figures[0].value, claim.unit).unwrap();
    assert_eq!(claimed.thousands(), year);
    assert!(claim.figures[0].note.en.contains("inside them"));
}

type Row = BTreeMap<String, String>;

fn rows(path: &Path) -> Vec<Row> {
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A period as collected, such as `FY24 Jul-Mar (9 months)`, as the tidy files write it.
fn period(collected: &str) -> String {
    let end = |month: &str| {
        let months = ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May"];
        months.iter().position(|it| *it == month).unwrap() as i32
    };
    let months = |year: &str, from: i32, to: i32| {
        let month = |count: i32| {
            let (year, count) = (year.parse::<i32>().unwrap() + count / 12, count % 12 + 1);
            format!("{year}-{count:02}")
        };
        format!("{}..{}", month(from), month(to))
    };
    let (first, rest) = collected.split_once(' ').unwrap_or((collected, ""));
    if let Some(year) = first.strip_prefix("FY") {
        let before = (2000 + year.parse::<i32>().unwrap() - 1).to_string();
        let within = rest.strip_prefix("Jul-").or(rest.strip_prefix("(to "));
        return match (within.and_then(|it| it.get(..3)), rest.get(..2)) {
            (Some(month), _) => months(&before, 6, 6 + end(month)),
            (None, Some("H1")) => months(&before, 6, 11),
            (None, Some("Q1")) => months(&before, 6, 8),
            (None, Some("Q2")) => months(&before, 9, 11),
            (None, Some("Q3")) => months(&before, 12, 14),
            _ => first.to_owned(),
        };
    }
    match first.split_once("-Q") {
        Some((year, quarter)) => {
            let quarter = quarter.parse::<i32>().unwrap();
            months(year, 3 * quarter - 3, 3 * quarter - 1)
        }
        None if first == "2013-18" => "2013..2018".to_owned(),
        None => first.to_owned(),
    }
}

#[test]
fn every_row_is_traceable() {
    let (raw, tidy) = (folder("../shared/data"), folder("static/data"));
    if !raw.is_dir() {
        println!("no collection beside the checkout: nothing to trace");
        return;
    }
    let sources = rows(&tidy.join("sources.csv"));
    let urls: BTreeMap<&str, &str> =
        sources.iter().map(|it| (it["id"].as_str(), it["url"].as_str())).collect();
    let url = |it: &Row| urls[it["source"].as_str()].to_owned();
    let key = |parts: &[&str]| parts.join("\n");

    // As collected: label, period, value, page.
    let mut left_out = BTreeSet::new();
    for it in rows(&tidy.join("left_out_context.csv")) {
        assert!(!it["reason"].is_empty(), "left out without a reason: {it:?}");
        let parts = ["file", "indicator", "period", "value", "source_url"].map(|name| &*it[name]);
        assert!(left_out.insert(key(&parts)), "left out twice: {it:?}");
    }

    // As carried: unit, period, value, page; targets in millions.
    let mut carried = BTreeMap::new();
    for it in rows(&tidy.join("indicators.csv")) {
        let parts = ["indicator", &it["period"], &it["value"], &url(&it)].map(str::to_owned);
        carried.insert(key(&parts.each_ref().map(String::as_str)), 0);
    }
    for it in rows(&tidy.join("targets.csv")) {
        let value = it["value_usd_million"].parse::<f64>().unwrap() / 1000.0;
        let parts = ["target", &value.to_string(), &url(&it)].map(str::to_owned);
        carried.insert(key(&parts.each_ref().map(String::as_str)), 0);
    }
    for it in rows(&tidy.join("peers.csv")) {
        let parts = [&*it["country"], &*it["indicator"], &*it["year"], &*it["value"], &*url(&it)];
        carried.insert(key(&parts), 0);
    }

    let targets: BTreeSet<String> =
        carried.keys().filter(|it| it.starts_with("target\n")).cloned().collect();
    let mut collected = 0;
    let mut trace = |row: &Row, as_carried: String, as_left_out: String| {
        collected += 1;
        if left_out.contains(&as_left_out) {
            return;
        }
        match carried.get_mut(&as_carried) {
            Some(count) => *count += 1,
            None => panic!("neither carried nor left out: {row:?}"),
        }
    };
    for it in rows(&raw.join("newer_rows_2026-09.csv")) {
        if it["sector"] != "TARGET" {
            continue;
        }
        // Several pages may say the same: one of them is carried.
        let billions = it["value_usd_million"].parse::<f64>().unwrap() / 1000.0;
        let pages = it["where"].split([' ', ';']).filter(|it| it.starts_with("http"));
        let keys: Vec<String> =
            pages.map(|page| key(&["target", &billions.to_string(), page])).collect();
        let kept: Vec<&String> = keys.iter().filter(|it| targets.contains(*it)).collect();
        let [as_carried] = kept.as_slice() else { panic!("not carried once: {it:?}") };
        trace(&it, (*as_carried).clone(), String::new());
    }
    for it in rows(&raw.join("drivers.csv")) {
        let page = &it["source_url"];
        let in_period = key(&["indicator", &period(&it["period"]), &it["value"], page]);
        let as_target = key(&["target", &it["value"], page]);
        let as_carried = if it["driver"] == "targets" { as_target } else { in_period };
        let label = ["drivers.csv", &it["indicator"], &it["period"], &it["value"], page];
        trace(&it, as_carried, key(&label));
    }
    for it in rows(&raw.join("peers.csv")) {
        let name = match it["indicator"].get(..2) {
            Some("BX") => "exports",
            Some("SP") => "population",
            _ => "gdp",
        };
        let page = &it["source_url"];
        let as_carried = key(&[&it["iso3"], name, &it["year"], &it["value"], page]);
        let label = format!("{}: {}", it["country"], it["indicator"]);
        let as_left_out = key(&["peers.csv", &label, &it["year"], &it["value"], page]);
        trace(&it, as_carried, as_left_out);
    }
    for (row, count) in &carried {
        assert!(*count > 0, "carried but never collected: {row}");
    }
    let kept: usize = carried.values().sum();
    assert_eq!(kept + left_out.len(), collected, "every row is carried or left out, once");

    let of_events = |folder: &Path, page: &dyn Fn(&Row) -> String| -> BTreeSet<String> {
        let events = rows(&folder.join("events.csv")).into_iter();
        events.map(|it| key(&[&it["date"], &it["kind"], &page(&it)])).collect()
    };
    let collected = of_events(&raw, &|it| it["source_url"].clone());
    assert_eq!(of_events(&tidy, &url), collected);
}

#[test]
fn what_is_read_is_what_the_file_says() {
    let of = |indicator: &str| {
        let path = folder("static/data").join("peers.csv");
        rows(&path).iter().filter(|it| it["indicator"] == indicator).count()
    };
    let people =
        |it: &&it_exports::data::context::Peer| matches!(it.figure, PeerFigure::Population(_));
    let population = context().peers.iter().filter(people).count();
    assert_eq!(population, of("population"));
    assert_eq!(context().peers.len(), of("exports") + of("population"));
}

/// A newspaper prints figures; they are somebody's.
#[test]
fn figures_are_not_those_of_the_paper_that_prints_them() {
    let of_figures = context().indicators.iter().flat_map(|it| &it.figures).map(|it| it.page);
    for page in of_figures.chain(context().targets.iter().map(|it| it.page)) {
        let page = context().page(page).unwrap();
        assert_ne!(page.publisher, page.outlet, "{}", page.url);
    }
}

/// Whose figures a source has is whose the collection says they are.
#[test]
fn publishers_are_those_of_the_collection() {
    let (raw, tidy) = (folder("../shared/data"), folder("static/data"));
    if !raw.is_dir() {
        println!("no collection beside the checkout: nothing to trace");
        return;
    }
    // The words by which the collection names a publisher.
    const NAMES: [(&str, &[&str]); 16] = [
        ("State Bank of Pakistan", &["SBP", "State Bank"]),
        ("Pakistan Bureau of Statistics", &["PBS", "Bureau of Statistics"]),
        (
            "Ministry of IT and Telecom",
            &["MoITT", "IT minister", "IT Ministry", "Minister of State", "ministry"],
        ),
        ("Finance Division", &["Economic Survey"]),
        ("Pakistan Telecommunication Authority", &["PTA", "Telecommunication"]),
        ("Securities and Exchange Commission", &["SECP"]),
        ("Pakistan Software Export Board", &["PSEB"]),
        (
            "Government of Pakistan",
            &["Government of Pakistan", "Finance Act", "budget", "The government"],
        ),
        ("Prime Minister's Office", &["PM Shehbaz", "editorial"]),
        ("Planning Commission", &["Planning Commission"]),
        ("International Labour Organization", &["ILO"]),
        ("IT industry", &["press, via Nukta"]),
        ("Not named", &["no named survey", "a year in three years"]),
        ("Oxford Internet Institute", &["Oxford Internet Institute"]),
        ("Asian Development Bank", &["Asian Development Bank"]),
        ("World Bank", &["World Bank"]),
    ];
    let is = |publisher: &str, collected: &str| {
        let known = NAMES.iter().find(|it| publisher.starts_with(it.0));
        known.map_or_else(
            || collected.contains(publisher),
            |(_, words)| words.iter().any(|it| collected.contains(it)),
        )
    };
    let sources: BTreeMap<String, Row> =
        rows(&tidy.join("sources.csv")).into_iter().map(|it| (it["id"].clone(), it)).collect();
    let mut checked = 0;
    let mut check = |source: &str, collected: &str| {
        let publisher = &sources[source]["publisher"];
        assert!(is(publisher, collected), "{source}: {publisher}, collected as {collected:?}");
        checked += 1;
    };
    // Figures of drivers by period, value and page; targets by value and page.
    let drivers = rows(&raw.join("drivers.csv"));
    for it in rows(&tidy.join("indicators.csv")) {
        let page = &sources[&it["source"]]["url"];
        let same = |row: &&Row| {
            row["source_url"] == *page
                && row["value"] == it["value"]
                && period(&row["period"]) == it["period"]
        };
        for row in drivers.iter().filter(|it| it["driver"] != "targets").filter(same) {
            check(&it["source"], &row["publisher_of_data"]);
        }
    }
    let newer = rows(&raw.join("newer_rows_2026-09.csv"));
    for it in rows(&tidy.join("targets.csv")) {
        let page = &sources[&it["source"]]["url"];
        let millions: f64 = it["value_usd_million"].parse().unwrap();
        for row in
            drivers.iter().filter(|it| it["driver"] == "targets" && it["source_url"] == *page)
        {
            if row["value"].parse::<f64>().unwrap() * 1000.0 == millions {
                check(&it["source"], &row["publisher_of_data"]);
            }
        }
        for row in newer.iter().filter(|it| it["where"].contains(page.as_str())) {
            if row["sector"] == "TARGET" && row["value_usd_million"].parse() == Ok(millions) {
                check(&it["source"], &row["source"]);
            }
        }
    }
    // Totals by page: one of those whom the collection names for it.
    let mut of_page: BTreeMap<String, String> = BTreeMap::new();
    for it in rows(&raw.join("monthly_observations.csv")) {
        let names = of_page.entry(it["url"].clone()).or_default();
        *names += &[&*it["publisher_of_data"], "; "].concat();
    }
    let cited: BTreeSet<String> =
        rows(&tidy.join("observations.csv")).into_iter().map(|it| it["source"].clone()).collect();
    for id in &cited {
        if let Some(names) = of_page.get(&sources[id]["url"]) {
            check(id, names);
        }
    }
    assert!(checked > 150, "{checked}");
}
