//! `latest.json`: the headline of the latest month for tickers and for the pages of others.

use serde_json::{Value, json};

use super::versions::{CHANGE, VALUE, millions};
use super::{Options, adjusted, paths, story};
use crate::address::{PageAddress, PageKind};
use crate::adjustment::Estimate;
use crate::calendar::{Date, Span};
use crate::catalogue::Block;
use crate::data::{Amount, Dataset};
use crate::facts::{Change, Headline, PerDayChange, Rank};
use crate::i18n::{Format, Lang};
use crate::reading;

const SCHEMA: &str = include_str!("latest.schema.json");

const BASE: &str = concat!("base", package_text!(Unit code), "Million");

/// The schema, in terms of the record's unit.
pub fn schema() -> String {
    SCHEMA
        .replace("UsdMillion", concat!(package_text!(Unit code), "Million"))
        .replace("US dollars", package_text!(full unit en))
        .replace("{first month}", package_text!(first month en))
        .replace("{year}", package_text!(year en))
        .replace("{title}", package_text!(title en))
        .replace("{measured name}", package_text!(measured name))
        .replace("{measured description}", package_text!(measured description))
}

/// `None` where no month is published.
pub fn latest(data: &Dataset, options: &Options) -> Option<String> {
    let root = PageAddress { lang: Lang::En, kind: PageKind::Latest };
    let link = |path: &str| options.link(root, path);
    let month = data.monthly_record().end();
    let facts = story::month_facts(data, month)?;
    let first = data.observation(*facts.vintages.first()?);
    let now = data.observation(facts.observation);
    let print = |amount: Amount, published: Date| json!({ VALUE: millions(amount), "published": published.to_string() });
    let vintage = data.known_on().or(story::known_from(data)).map(|it| it.to_string());
    let places = |lang| {
        let place = PageAddress { lang, kind: PageKind::Latest };
        let pinned =
            vintage.as_ref().map(|it| link(&format!("{}{month}/?vintage={it}", place.path())));
        let embed = PageAddress { lang, kind: PageKind::Embed(Block::Headline) };
        json!({
            "page": link(&place.path()),
            "pinned": pinned,
            "embed": link(&embed.path()),
            "picture": link(&paths::card(lang, month)),
            "feed": link(&paths::feed(lang)),
        })
    };
    let text = |lang| {
        let told = story::story(data, PageAddress { lang, kind: PageKind::Latest });
        json!({ "title": told.title, "sentence": told.sentence })
    };
    let to_date = facts.year_to_date.map(|it| {
        json!({
            "period": period(it.span),
            VALUE: millions(it.amount),
            "status": it.status.code(),
            "onYear": it.change.map(change),
        })
    });
    let latest = json!({
        "$schema": link(paths::LATEST_SCHEMA),
        "indicator": package_text!(measured name),
        "area": package_text!(iso2),
        "month": month.to_string(),
        VALUE: millions(facts.amount),
        "status": facts.status.code(),
        "published": now.published.to_string(),
        "prints": {
            "count": facts.vintages.len(),
            "first": print(first.amount, first.published),
            "latest": print(now.amount, now.published),
            CHANGE: millions(now.amount - first.amount),
        },
        "changes": {
            "onMonth": facts.on_month.map(change),
            "onYear": facts.on_year.map(change),
            "perWorkingDayOnMonth": facts.per_day_on_month.map(per_day),
            "perWorkingDayOnYear": facts.per_day_on_year.map(per_day),
        },
        "adjusted": adjusted(data, &facts),
        "fiscalYearToDate": to_date,
        "rank": {
            "ofAllMonths": rank(facts.rank.then),
            "ofSameMonths": rank(facts.rank_of_name.then),
            "since": data.monthly_record().start().to_string(),
        },
        "text": { "en": text(Lang::En), "ur": text(Lang::Ur) },
        "links": {
            "en": places(Lang::En),
            "ur": places(Lang::Ur),
            "data": link("data/datapackage.json"),
        },
        "dateModified": story::modified(data, root).map(|it| it.to_string()),
        "vintage": vintage,
    });
    Some(format!("{latest:#}\n"))
}

/// What is left of the change on the month when days and season are taken out; null where that is not told.
fn adjusted(data: &Dataset, facts: &Headline) -> Value {
    let Some(Ok(it)) = facts.adjusted else { return Value::Null };
    let estimate = |it: Estimate| {
        let [change, low, high] = [it.change, it.low(), it.high()].map(|it| percent(it.percent()));
        let direction = adjusted::direction(it.direction());
        json!({ "percent": change, "low": low, "high": high, "direction": direction })
    };
    let text = |lang| {
        let told = reading::real(facts, Format::new(lang, None)).unwrap_or_default();
        json!({ "title": told.title, "sentence": told.sentence })
    };
    json!({
        "label": adjusted::label(),
        "base": period(data.monthly_record().end().plus(-1).into()),
        "daysPercent": percent(it.change.days.percent()),
        "seasonPercent": percent(it.change.season.percent()),
        "left": estimate(it.change.left),
        "class": it.change.class().map(adjusted::class),
        "threeMonths": it.month.three_months.map(estimate),
        "text": { "en": text(Lang::En), "ur": text(Lang::Ur) },
    })
}

/// With one decimal, as on the page.
fn percent(percent: f64) -> Value {
    // Adding zero takes the sign off a zero.
    ((percent * 10.0).round() / 10.0 + 0.0).into()
}

fn period(span: Span) -> Value {
    json!({ "start": span.start().to_string(), "end": span.end().to_string() })
}

fn change(it: Change) -> Value {
    json!({
        "base": period(it.base),
        BASE: millions(it.base_amount),
        "percent": percent(it.percent()),
    })
}

fn per_day(it: PerDayChange) -> Value {
    json!({
        "base": period(it.base),
        "baseWorkingDays": it.base_days,
        "workingDays": it.days,
        "percent": percent(it.percent()),
    })
}

fn rank(it: Rank) -> Value {
    json!({ "place": it.place, "of": it.of, "tied": it.tied })
}
