//! What the story gives as causes of growth and as obstacles, each with what measures it.

use super::ViewInput;
use super::{each_once, read_at};
use crate::calendar::{Frequency, Month, Span};
use crate::chart::scale::Baseline;
use crate::chart::{self, Axis, Cut, Ink, Line, Lines, Scene, Weight};
use crate::data::context::{
    Context, Decimal, Driver, DriverId, DriverKind, Figure, FigureKind, Indicator, PageId,
    Unit as Measured,
};
use crate::data::{Amount, Dataset, SectorSet};
use crate::exhibit::{Citations, Datum, Exhibit, Picture};
use crate::facts::Change;
use crate::i18n::views::context::words;
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::order::sorted_by_key;
use crate::query::{self, DataPoint};
use crate::reading::text::{Say as _, Text, say};
use crate::reading::{Reading, en, ur};
use crate::state::{Action, Numbers, State};
use crate::table::{Cell, Column, Row, Table};

/// So many figures of one definition make a picture.
const FIGURES_TO_DRAW: usize = 3;

/// The drivers and obstacles in the order of the story, each with its place for [`driver`].
pub fn drivers(context: &Context) -> impl Iterator<Item = (usize, &Driver)> {
    context.drivers.iter().enumerate()
}

fn id(place: usize) -> Option<DriverId> {
    u8::try_from(place).ok().map(DriverId)
}

/// For ids and names of files.
fn name(driver: &Driver) -> &'static str {
    const NAMES: [&str; 8] = [
        "remote_work",
        "freelancers",
        "ecommerce",
        "policy",
        "outsourcing",
        "providers",
        "infrastructure",
        "skills",
    ];
    NAMES.into_iter().find(|it| *it == driver.code).unwrap_or("driver")
}

/// What the record itself says of a driver.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    pub sectors: SectorSet,
    /// The longest sum up to the latest month of which these headings are published.
    pub latest: DataPoint,
    /// Against the same months a year before, in figures of one publication where that gives both.
    pub change: Option<Change>,
    /// Single months, in order; those that are not published by themselves are left out.
    pub months: Vec<DataPoint>,
    /// The month from which on the figures mean something else.
    pub break_at: Option<Month>,
}

/// What is known of a driver.
#[derive(Clone, Debug, PartialEq)]
pub struct Card<'a> {
    pub driver: &'a Driver,
    pub indicators: Vec<&'a Indicator>,
    pub recorded: Option<Recorded>,
    /// The newest figure of the firmest kind there is.
    pub lead: Option<(&'a Indicator, &'a Figure)>,
    /// Indicators on which sources disagree, with the figures that do.
    pub disputed: Vec<(&'a Indicator, Vec<&'a Figure>)>,
    /// The indicator and the figures that are drawn: of one definition, in order of time.
    pub drawn: Option<(&'a Indicator, Vec<&'a Figure>)>,
}

impl Card<'_> {
    /// Whether the record has newer amounts of money than an indicator.
    fn is_told_by_record(&self, indicator: &Indicator) -> bool {
        let money = matches!(indicator.unit, Measured::UsdMillion | Measured::UsdBillion);
        let newest = indicator.figures.iter().map(|it| it.period.end()).max();
        self.recorded.as_ref().is_some_and(|it| money && Some(it.latest.span.end()) >= newest)
    }
}

fn recorded(data: &Dataset, state: &State, driver: &Driver) -> Option<Recorded> {
    let leaves = driver.sectors.iter().map(|&it| data.sectors.leaves(it) & data.sectors.all());
    let sectors = leaves.fold(SectorSet::EMPTY, |all, it| all | it);
    if sectors.is_empty() {
        return None;
    }
    // From the latest period published, the longest that ends with it.
    let periods = query::periods(data).into_iter().filter_map(|span| {
        let compared = query::compare(data, state.vintage, span)?;
        let now = compared.now.point(data, sectors)?;
        let before = compared.before.and_then(|it| it.point(data, sectors));
        Some((now, before))
    });
    let (latest, before) =
        periods.max_by_key(|(now, _)| (now.span.end(), now.span.len(), now.span))?;
    let series_break = data.sectors.series_break(sectors);
    let whole = |base: &DataPoint| series_break.comparable(base.span, latest.span);
    let change = before
        .filter(whole)
        .and_then(|base| Change::between(latest.amount, base.span, base.amount));
    let months = query::series(data, state.vintage, sectors, Frequency::Monthly).points;
    let months = months.into_iter().filter(|it| it.span.is_month()).collect();
    Some(Recorded { sectors, latest, change, months, break_at: series_break.month() })
}

pub fn card<'a>(
    data: &Dataset,
    context: &'a Context,
    state: &State,
    place: usize,
) -> Option<Card<'a>> {
    let driver = context.drivers.get(place)?;
    let indicators: Vec<&Indicator> = context.indicators_of(id(place)?).collect();
    let figures =
        || indicators.iter().flat_map(|&it| it.figures.iter().map(move |figure| (it, figure)));
    // Of equals the first, in the order of the file.
    let newest = |kind: FigureKind| {
        let of_kind = figures().filter(|it| it.1.kind == kind);
        sorted_by_key(of_kind, |it| std::cmp::Reverse(it.1.period.end())).into_iter().next()
    };
    let lead = FigureKind::ALL.iter().find_map(|&kind| newest(kind));
    let disputed = indicators.iter().filter_map(|&it| {
        let figures: Vec<&Figure> = it.figures.iter().filter(|it| it.contradicts).collect();
        (figures.len() > 1).then_some((it, figures))
    });
    let disputed = disputed.collect();
    let series = indicators.iter().flat_map(|&it| {
        let mut numbers: Vec<u8> = it.figures.iter().filter_map(|it| it.series).collect();
        numbers.dedup();
        numbers.into_iter().map(move |number| (it, it.series(number).collect::<Vec<&Figure>>()))
    });
    let drawable = series.filter(|it| it.1.len() >= FIGURES_TO_DRAW);
    let drawn = sorted_by_key(drawable, |it| std::cmp::Reverse(it.1.len())).into_iter().next();
    let recorded = recorded(data, state, driver);
    Some(Card { driver, indicators, recorded, lead, disputed, drawn })
}

/// A decimal number as published, with commas between thousands, moved by `shift` powers of ten.
fn figure_text(it: Decimal, shift: i32, format: Format) -> String {
    let (mut digits, mut decimals) = (it.digits, i32::from(it.decimals) - shift);
    while decimals < 0 {
        digits *= 10;
        decimals += 1;
    }
    while decimals > 0 && digits % 10 == 0 {
        digits /= 10;
        decimals -= 1;
    }
    let scale = 10_u64.pow(decimals.unsigned_abs());
    let size = digits.unsigned_abs();
    let whole = format.count(usize::try_from(size / scale).unwrap_or(usize::MAX));
    let sign = if digits < 0 { "\u{2212}" } else { "" };
    if decimals == 0 {
        return format!("{sign}{whole}");
    }
    let places = decimals.unsigned_abs() as usize;
    format!("{sign}{whole}.{:0places$}", size % scale)
}

/// US$ thousand of a number of millions or billions.
fn amount(it: Decimal, unit: Measured) -> Amount {
    let scale = if unit == Measured::UsdBillion { 1e6 } else { 1e3 };
    Amount::from_thousands((it.value() * scale).round() as i64)
}

/// A figure with its unit, exactly as published.
pub fn value_text(it: Decimal, unit: Measured, format: Format) -> String {
    let plain = || figure_text(it, 0, format);
    let en = format.lang.spoken() == Lang::En;
    let with = |en_unit: &str, ur_unit: &str| {
        format!("{} {}", plain(), if en { en_unit } else { ur_unit })
    };
    match unit {
        Measured::Count => plain(),
        Measured::Percent => with("%", "فیصد").replace(" %", "%"),
        Measured::Rank if en => format!("rank {}", plain()),
        Measured::Rank => format!("درجہ {}", plain()),
        Measured::UsdMillion | Measured::UsdBillion => format.money_exact(amount(it, unit)),
        Measured::PkrBillion if en => match format.numbers {
            Numbers::International => format!("Rs {} billion", plain()),
            Numbers::Pakistani => format!("Rs {} arab", plain()),
        },
        Measured::PkrBillion => format!("{} ارب روپے", plain()),
        Measured::Million => match format.numbers {
            Numbers::International => with("million", "ملین"),
            Numbers::Pakistani if it.value() >= 10.0 => {
                let figure = figure_text(it, -1, format);
                format!("{figure} {}", if en { "crore" } else { "کروڑ" })
            }
            Numbers::Pakistani => {
                let figure = figure_text(it, 1, format);
                format!("{figure} {}", if en { "lakh" } else { "لاکھ" })
            }
        },
        Measured::Mbps => with("Mbit/s", "میگابٹ فی سیکنڈ"),
        Measured::Tbps => with("Tbit/s", "ٹیرابٹ فی سیکنڈ"),
        Measured::Petabytes => with("petabytes", "پیٹا بائٹ"),
        Measured::Hours => with("hours", "گھنٹے"),
    }
}

/// A figure as its source puts it: `over 6,000`.
fn bounded(indicator: &Indicator, it: &Figure, format: Format) -> String {
    (words(format.lang).bound)(it.bound, &value_text(it.value, indicator.unit, format))
}

/// The unit of a picture.
fn unit_name(unit: Measured, format: Format) -> &'static str {
    let names = match unit {
        Measured::Count => ("number", "تعداد"),
        Measured::Million if format.numbers == Numbers::Pakistani => ("crore", "کروڑ"),
        Measured::Million => ("million", "ملین"),
        Measured::Percent => ("percent", "فیصد"),
        Measured::Rank => ("rank", "درجہ"),
        Measured::UsdMillion | Measured::UsdBillion => return format.unit(Unit::Money),
        Measured::PkrBillion => ("billion rupees", "ارب روپے"),
        Measured::Mbps => ("Mbit/s", "میگابٹ فی سیکنڈ"),
        Measured::Tbps => ("Tbit/s", "ٹیرابٹ فی سیکنڈ"),
        Measured::Petabytes => ("petabytes", "پیٹا بائٹ"),
        Measured::Hours => ("hours", "گھنٹے"),
    };
    match format.lang.spoken() {
        Lang::En => names.0,
        Lang::Ur => names.1,
    }
}

fn official_figures(card: &Card) -> usize {
    let figures = card.indicators.iter().flat_map(|it| &it.figures);
    figures.filter(|it| it.kind == FigureKind::Official).count()
}

/// What a driver's card says: its finding, what is claimed, how firm the figures are.
pub fn reading(data: &Dataset, card: &Card, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match format.lang.spoken() {
        Lang::En => reading_en(text, data, card),
        Lang::Ur => reading_ur(text, data, card),
    }
}

fn reading_en(text: &mut Text, data: &Dataset, card: &Card) -> Reading {
    let words = words(Lang::En);
    say!(text, card.driver.title.en.as_str(), ": ");
    match (&card.recorded, card.lead) {
        (Some(it), _) => {
            say!(text, it.latest.amount, " in ", it.latest.span);
            if let Some(change) = it.change {
                say!(text, ", ");
                en::brief(text, change);
            }
        }
        (None, Some((indicator, figure))) if figure.kind == FigureKind::Official => {
            text.uncapitalised(&indicator.name.en);
            say!(text, ", ", bounded(indicator, figure, text.format), " (", figure.period, ")");
        }
        (None, Some((_, figure))) => say!(
            text,
            match figure.kind {
                FigureKind::Official | FigureKind::Estimate => "estimates only",
                FigureKind::Claim => "a claim, no official figure",
            }
        ),
        (None, None) => say!(text, "no published figure"),
    }
    let title = text.take();

    say!(text, card.driver.sentence.en.as_str(), " ");
    if let Some(it) = &card.recorded {
        say!(text, "In the record, ", en::Exports(data, it.sectors), " came to ");
        say!(text, it.latest.amount, " in ", it.latest.span);
        if let Some(change) = it.change {
            say!(text, ", ");
            en::compared(text, change);
            say!(text, "in ", change.base);
        }
        text.stop();
        if let Some(status) = en::status(it.latest.status) {
            say!(text, "That figure is ", status);
            text.stop();
        }
    }
    match card.lead.filter(|it| !card.is_told_by_record(it.0)) {
        Some((indicator, figure)) => {
            say!(
                text,
                match figure.kind {
                    FigureKind::Official => "The newest official figure: ",
                    FigureKind::Estimate => "The newest estimate: ",
                    FigureKind::Claim => "The newest claim: ",
                }
            );
            say!(text, indicator.name.en.as_str(), ", ", figure.period, ": ");
            say!(text, bounded(indicator, figure, text.format));
            text.stop();
            if official_figures(card) == 0 && card.recorded.is_none() {
                say!(text, "No official figure was found");
                text.stop();
            }
        }
        None if card.recorded.is_none() => {
            say!(text, "No published figure was found");
            text.stop();
        }
        None => {}
    }
    for (indicator, figures) in &card.disputed {
        say!(text, "Sources disagree on “", indicator.name.en.as_str(), "”: ");
        for (place, figure) in figures.iter().enumerate() {
            say!(text, if place > 0 { "; " } else { "" }, bounded(indicator, figure, text.format));
            say!(text, " (", figure.period, ", ", (words.figure_kind)(figure.kind), ")");
        }
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

fn reading_ur(text: &mut Text, data: &Dataset, card: &Card) -> Reading {
    let words = words(Lang::Ur);
    say!(text, card.driver.title.ur.as_str(), ": ");
    match (&card.recorded, card.lead) {
        (Some(it), _) => {
            say!(text, ur::Period(it.latest.span), " میں ", it.latest.amount);
            if let Some(change) = it.change {
                say!(text, "، ");
                ur::compared(text, change, &ur::Period(change.base));
            }
        }
        (None, Some((indicator, figure))) if figure.kind == FigureKind::Official => {
            say!(text, indicator.name.ur.as_str(), "، ");
            say!(text, bounded(indicator, figure, text.format));
            say!(text, " (", ur::Period(figure.period), ")");
        }
        (None, Some((_, figure))) => say!(
            text,
            match figure.kind {
                FigureKind::Official | FigureKind::Estimate => "صرف تخمینے",
                FigureKind::Claim => "دعویٰ موجود، سرکاری عدد نہیں",
            }
        ),
        (None, None) => say!(text, "کوئی شائع شدہ عدد نہیں"),
    }
    let title = text.take();

    say!(text, card.driver.sentence.ur.as_str(), " ");
    if let Some(it) = &card.recorded {
        say!(text, "ریکارڈ میں ", ur::Period(it.latest.span), " میں ");
        say!(text, ur::Exports(data, it.sectors), " ", it.latest.amount, " رہیں");
        if let Some(change) = it.change {
            say!(text, "، یعنی ");
            ur::compared(text, change, &ur::Period(change.base));
        }
        text.stop();
        if let Some(status) = ur::status(it.latest.status) {
            say!(text, "یہ عدد ", status);
            text.stop();
        }
    }
    match card.lead.filter(|it| !card.is_told_by_record(it.0)) {
        Some((indicator, figure)) => {
            say!(
                text,
                match figure.kind {
                    FigureKind::Official => "تازہ ترین سرکاری عدد: ",
                    FigureKind::Estimate => "تازہ ترین تخمینہ: ",
                    FigureKind::Claim => "تازہ ترین دعویٰ: ",
                }
            );
            say!(text, indicator.name.ur.as_str(), "، ", ur::Period(figure.period), ": ");
            say!(text, bounded(indicator, figure, text.format));
            text.stop();
            if official_figures(card) == 0 && card.recorded.is_none() {
                say!(text, "کوئی سرکاری عدد نہیں ملا");
                text.stop();
            }
        }
        None if card.recorded.is_none() => {
            say!(text, "کوئی شائع شدہ عدد نہیں ملا");
            text.stop();
        }
        None => {}
    }
    for (indicator, figures) in &card.disputed {
        say!(text, "”", indicator.name.ur.as_str(), "“ پر ذرائع متفق نہیں: ");
        for (place, figure) in figures.iter().enumerate() {
            say!(text, if place > 0 { "؛ " } else { "" }, bounded(indicator, figure, text.format));
            say!(
                text,
                " (",
                ur::Period(figure.period),
                "، ",
                (words.figure_kind)(figure.kind),
                ")"
            );
        }
        text.stop();
    }
    Reading { title, sentence: text.take() }
}

/// How firm the figures of all drivers and obstacles are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Firmness {
    pub drivers: usize,
    pub obstacles: usize,
    pub official: usize,
    pub estimates: usize,
    pub claims: usize,
    /// Indicators on which sources disagree.
    pub disputed: usize,
    /// Drivers and obstacles that the record itself measures a part of.
    pub recorded: usize,
}

pub fn firmness(data: &Dataset, context: &Context, state: &State) -> Firmness {
    let mut all = Firmness::default();
    for (place, driver) in drivers(context) {
        match driver.kind {
            DriverKind::Driver => all.drivers += 1,
            DriverKind::Obstacle => all.obstacles += 1,
        }
        let Some(card) = card(data, context, state, place) else { continue };
        all.disputed += card.disputed.len();
        all.recorded += usize::from(card.recorded.is_some());
    }
    for figure in context.indicators.iter().flat_map(|it| &it.figures) {
        match figure.kind {
            FigureKind::Official => all.official += 1,
            FigureKind::Estimate => all.estimates += 1,
            FigureKind::Claim => all.claims += 1,
        }
    }
    all
}

/// The heading of all drivers and obstacles together.
pub fn finding(input: &ViewInput) -> Reading {
    let &ViewInput { data, context, state, format } = input;
    let it = firmness(data, context, state);
    let text = &mut Text::new(format);
    let all = it.official + it.estimates + it.claims;
    match format.lang.spoken() {
        Lang::En => {
            let s = |count: usize| if count == 1 { "" } else { "s" };
            say!(text, en::InWords(it.drivers), " driver", s(it.drivers), " and ");
            say!(text, en::InWords(it.obstacles), " obstacle", s(it.obstacles));
            say!(text, ": what is counted, estimated and claimed");
            let title = text.take();
            say!(text, "Of ", all, " figures found on them, ", it.official);
            say!(
                text,
                if it.official == 1 { " is an official count" } else { " are official counts" }
            );
            say!(text, ", ", it.estimates, " estimate", s(it.estimates), " and ");
            say!(text, it.claims, " claim", s(it.claims), " by interested parties");
            text.stop();
            say!(
                text,
                "Sources disagree on ",
                en::InWords(it.disputed),
                " indicator",
                s(it.disputed)
            );
            text.stop();
            say!(text, "The record of exports itself measures a part of ");
            say!(text, en::InWords(it.recorded), " of them; ");
            say!(text, "how much of the growth any of them explains, nobody has measured");
            text.stop();
            Reading { title, sentence: text.take() }
        }
        Lang::Ur => {
            say!(text, ur::InWords(it.drivers), " محرکات اور ", ur::InWords(it.obstacles));
            say!(text, " رکاوٹیں: کیا گنا گیا، کیا تخمینہ ہے، کیا دعویٰ");
            let title = text.take();
            say!(text, "ان کے بارے میں ملنے والے ", all, " اعداد میں سے ", it.official);
            say!(text, " سرکاری ہیں، ", it.estimates, " تخمینے اور ", it.claims);
            say!(text, " متعلقہ فریقوں کے دعوے");
            text.stop();
            match it.disputed {
                0 => say!(text, "کسی پیمانے پر ذرائع میں اختلاف نہیں"),
                1 => say!(text, "ایک پیمانے پر ذرائع متفق نہیں"),
                count => say!(text, ur::InWords(count), " پیمانوں پر ذرائع متفق نہیں"),
            }
            text.stop();
            say!(text, "برآمدات کا ریکارڈ خود ان میں سے ", ur::InWords(it.recorded));
            say!(
                text,
                " کا ایک حصہ ناپتا ہے؛ کس نے برآمدات میں کتنا اضافہ کیا، یہ کسی نے نہیں ناپا"
            );
            text.stop();
            Reading { title, sentence: text.take() }
        }
    }
}

/// Where a card leads to: months of what happened, as far as the record has them, and the headings of
/// the record that measure a part of it.
pub fn bears_on(
    data: &Dataset,
    context: &Context,
    format: Format,
    place: usize,
) -> Vec<(String, Action)> {
    let Some(driver) = context.drivers.get(place) else { return Vec::new() };
    let lang = format.lang;
    let mut links = Vec::new();
    let sectors = || {
        driver.sectors.iter().filter(|&&it| data.sectors.all().contains(data.sectors.leaves(it)))
    };
    let chosen = sectors().fold(SectorSet::EMPTY, |all, &it| all | data.sectors.leaves(it));
    if !chosen.is_empty() {
        let names: Vec<&str> = sectors().map(|&it| data.sectors.get(it).name.get(lang)).collect();
        let names = names.join(lang.strings().comma);
        links.push(((words(lang).sectors_link)(&names), Action::Sectors(chosen)));
    }
    for event in driver.events.iter().filter_map(|it| context.events.get(usize::from(it.0))) {
        if data.monthly_record().contains(event.date.month.into()) {
            let text = format!("{}: {}", format.date(event.date), event.title.get(lang));
            links.push((text, Action::Month(event.date.month)));
        }
    }
    links
}

/// One driver or obstacle, by its place; the record through time where there is none at that place.
pub fn exhibit(input: &ViewInput, place: usize) -> Exhibit {
    let &ViewInput { data, context, state, format } = input;
    let Some(card) = card(data, context, state, place) else { return super::time::exhibit(input) };
    let (unit, picture) = picture(context, &card, format);
    let (table, of_rows) = table(data, context, &card, format);
    Exhibit {
        name: name(card.driver),
        reading: reading(data, &card, format),
        unit,
        picture,
        table,
        notes: notes(data, context, &card, format),
        controls: Vec::new(),
        sources: sources(context, &card, of_rows, format.lang),
    }
}

/// What is drawn of a driver.
struct Drawn {
    unit: String,
    /// Each a period, its value, and what is said of it.
    values: Vec<(Span, f64, Datum)>,
    percent: bool,
    break_at: Option<Month>,
}

/// The record's own figures where there are enough of them, else figures of one definition.
fn drawn(context: &Context, card: &Card, format: Format) -> Option<Drawn> {
    let words = words(format.lang);
    if let Some(it) = card.recorded.as_ref().filter(|it| it.months.len() >= FIGURES_TO_DRAW) {
        let value = |point: &DataPoint| {
            let said = Datum {
                at: (0, 0),
                heading: format.span(point.span),
                figures: vec![
                    format.money_exact(point.amount),
                    (format.lang.strings().status)(point.status).to_owned(),
                ],
                observations: point.observations.clone(),
                ..Datum::default()
            };
            let value = format.in_unit(Unit::Money, point.amount.millions());
            (point.span, value, said)
        };
        let unit = (words.record_unit)(format.unit(Unit::Money));
        let values = it.months.iter().map(value).collect();
        return Some(Drawn { unit, values, percent: false, break_at: it.break_at });
    }
    let (indicator, figures) = card.drawn.as_ref()?;
    let unit = indicator.unit;
    let value = |it: &&Figure| {
        let said = Datum {
            at: (0, 0),
            heading: format.span(it.period),
            figures: vec![bounded(indicator, it, format), (words.figure_kind)(it.kind).to_owned()],
            citation: read_at(context, it.page, format.lang),
            ..Datum::default()
        };
        let value = match unit {
            Measured::UsdMillion | Measured::UsdBillion => {
                format.in_unit(Unit::Money, amount(it.value, unit).millions())
            }
            Measured::Million => format.in_unit(Unit::Money, it.value.value()),
            _ => it.value.value(),
        };
        (it.period, value, said)
    };
    Some(Drawn {
        unit: format!("{}, {}", indicator.name.get(format.lang), unit_name(unit, format))
            .replace(", ", format.lang.strings().comma),
        values: figures.iter().map(value).collect(),
        percent: unit == Measured::Percent,
        break_at: None,
    })
}

/// A period in the room of a tick.
fn short_period(span: Span, format: Format) -> String {
    if span.is_fiscal_year() {
        return format.fiscal_year_short(span.end().fiscal_year());
    }
    if span.len() == 12 {
        return span.end().year().to_string();
    }
    let last = format.month_short(span.end());
    if span.is_month() {
        return last;
    }
    let first = usize::from(span.start().number()) - 1;
    let first = format.lang.strings().months_short[first];
    match format.lang.spoken() {
        Lang::En => format!("{first}–{last}"),
        Lang::Ur => format!("{first} تا {last}"),
    }
}

fn picture(context: &Context, card: &Card, format: Format) -> (String, Picture) {
    let Some(drawn) = drawn(context, card, format) else {
        let nothing = |frame: chart::Frame| Scene {
            width: frame.width,
            height: 0.0,
            marks: Vec::new(),
            points: Vec::new(),
        };
        let picture = Picture {
            draw: Box::new(nothing),
            data: Vec::new(),
            swatches: Vec::new(),
            status: Vec::new(),
            year: 1,
        };
        return (String::new(), picture);
    };
    // As far apart as the periods are; what is not published between them is a gap.
    let ends: Vec<Month> = drawn.values.iter().map(|it| it.0.end()).collect();
    let step = ends.windows(2).map(|it| it[1].since(it[0])).filter(|&it| it > 0).min().unwrap_or(1);
    let first = ends.first().copied().unwrap_or(Month::ZERO);
    let column = |span: Span| usize::try_from(span.end().since(first) / step).unwrap_or(0);
    let count = drawn.values.iter().map(|it| column(it.0) + 1).max().unwrap_or(0);
    let place = |at: usize| short_period(first.plus(step * at as i32).into(), format);
    let mut places: Vec<String> =
        if step == 1 { (0..count).map(place).collect() } else { vec![String::new(); count] };
    let mut values = vec![None; count];
    let mut said = Vec::new();
    for (span, value, words) in drawn.values {
        let at = column(span);
        places[at] = short_period(span, format);
        values[at] = Some(value);
        said.push(Datum { at: (at, 0), ..words });
    }
    let percent = drawn.percent;
    // The last value is labelled.
    let figure = |value: f64| {
        let step = if value.fract() == 0.0 { 1.0 } else { 0.1 };
        format.tick(if percent { Unit::Percent } else { Unit::Index }, value, step)
    };
    let name = values.iter().flatten().last().map_or(String::new(), |&it| figure(it));
    let line = Line::new(name, values, Ink::Total, Weight::Strong);
    let cuts: Vec<Cut> = drawn
        .break_at
        .and_then(|it| usize::try_from(it.since(first) / step).ok())
        .map(|before| Cut { before, label: format.lang.strings().series_break.to_owned() })
        .into_iter()
        .collect();
    let draw = move |frame| {
        let tick = |value: f64, step: f64| {
            format.tick(if percent { Unit::Percent } else { Unit::Index }, value, step)
        };
        let input = Lines {
            lines: std::slice::from_ref(&line),
            places: &places,
            named: count.saturating_sub(1),
            axis: Axis::Linear(Baseline::Zero),
            levels: &[],
            breaks: &cuts,
            selected: None,
            tick: &tick,
        };
        chart::lines(&input, frame)
    };
    let year = if step >= 12 { 1 } else { (12 / step.max(1)) as usize };
    let mut status = Vec::new();
    if let Some(it) = card.recorded.as_ref().filter(|it| it.months.len() >= FIGURES_TO_DRAW) {
        status = it.months.iter().map(|it| it.status).collect();
        status.sort_unstable();
        status.dedup();
    }
    let picture = Picture { draw: Box::new(draw), data: said, swatches: Vec::new(), status, year };
    (drawn.unit, picture)
}

/// Headings of the record, one after the other.
fn heading_names(data: &Dataset, sectors: SectorSet, lang: Lang) -> String {
    let name = |id| data.sectors.get(id).name.get(lang);
    let names: Vec<&str> = data.sectors.nodes(sectors).into_iter().map(name).collect();
    names.join(lang.strings().comma)
}

/// A row for each figure, the newest first; those of the record before those found elsewhere. And
/// where each was read that is not in the record.
fn table(
    data: &Dataset,
    context: &Context,
    card: &Card,
    format: Format,
) -> (Table, Vec<Option<PageId>>) {
    let (lang, words) = (format.lang, words(format.lang));
    let column = |heading: &str, numeric: bool| Column { heading: heading.to_owned(), numeric };
    let columns = vec![
        column(words.indicator, false),
        column(words.period, false),
        column(words.value, true),
        column(words.kind, false),
        column(words.source, false),
        column(words.note, false),
    ];
    let since = |span: Span| f64::from(span.end().since(Month::ZERO));
    let mut rows: Vec<(Month, Row, Option<PageId>)> = Vec::new();
    if let Some(it) = &card.recorded {
        let names = heading_names(data, it.sectors, lang);
        let mut points: Vec<&DataPoint> = it.months.iter().collect();
        if !points.iter().any(|point| point.span == it.latest.span) {
            points.push(&it.latest);
        }
        rows.extend(points.into_iter().map(|point| {
            let span = point.span;
            let row = Row {
                cells: vec![
                    Cell::words(names.clone()),
                    Cell::number(format.span(span), since(span)),
                    Cell::number(format.money_exact(point.amount), point.amount.millions()),
                    Cell::words((words.figure_kind)(FigureKind::Official)),
                    Cell::words(words.in_the_record),
                    Cell::words((lang.strings().status)(point.status)),
                ],
                observations: point.observations.clone(),
                month: None,
            };
            (span.end(), row, None)
        }));
    }
    for indicator in &card.indicators {
        rows.extend(indicator.figures.iter().map(|figure| {
            let outlet = context.page(figure.page).map_or("", |it| it.outlet.as_str());
            let kind = (words.figure_kind)(figure.kind);
            let kind = if figure.contradicts {
                [kind, "; ", words.disagrees].concat()
            } else {
                kind.to_owned()
            };
            let kind = if lang.spoken() == Lang::Ur { kind.replace("; ", "؛ ") } else { kind };
            let row = Row {
                cells: vec![
                    Cell::words(indicator.name.get(lang)),
                    Cell::number(format.span(figure.period), since(figure.period)),
                    Cell::number(bounded(indicator, figure, format), figure.value.value()),
                    Cell::words(kind),
                    Cell::words((words.publisher_and_outlet)("", outlet)),
                    Cell::words(figure.note.get(lang)),
                ],
                observations: Vec::new(),
                month: None,
            };
            (figure.period.end(), row, Some(figure.page))
        }));
    }
    let rows = sorted_by_key(rows, |it| std::cmp::Reverse(it.0));
    let (rows, pages) = rows.into_iter().map(|(_, row, page)| (row, page)).unzip();
    (Table { columns, rows, whole: None }, pages)
}

fn notes(data: &Dataset, context: &Context, card: &Card, format: Format) -> Vec<String> {
    let (lang, words) = (format.lang, words(format.lang));
    let comma = lang.strings().comma;
    let mut notes = Vec::new();
    let in_record = card.recorded.as_ref().filter(|it| it.months.len() >= FIGURES_TO_DRAW);
    match (in_record, &card.drawn) {
        (Some(it), _) => {
            let names = heading_names(data, it.sectors, lang);
            notes.push((words.note_record_charted)(&names));
        }
        (None, Some((indicator, _))) => {
            notes.push((words.note_charted)(indicator.name.get(lang)));
        }
        (None, None) => notes.push(words.note_not_charted.to_owned()),
    }
    notes.push(words.note_kinds.to_owned());
    let sectors: Vec<String> = card
        .driver
        .sectors
        .iter()
        .map(|&it| data.sectors.get(it).name.get(lang).to_owned())
        .collect();
    if !sectors.is_empty() {
        notes.push((words.note_sectors)(&sectors.join(comma)));
    }
    // Events of months that have a figure lead there.
    let months = data.monthly_record();
    let events: Vec<String> = card
        .driver
        .events
        .iter()
        .filter_map(|it| context.events.get(usize::from(it.0)))
        .filter(|it| !months.contains(it.date.month.into()))
        .map(|it| format!("{} ({})", it.title.get(lang), format.date(it.date)))
        .collect();
    if !events.is_empty() {
        let between = if lang.spoken() == Lang::Ur { "؛ " } else { "; " };
        notes.push((words.note_events)(&events.join(between)));
    }
    notes
}

/// Every page once, in the order of the indicators; the record's own where the record says it all.
fn sources(context: &Context, card: &Card, of_rows: Vec<Option<PageId>>, lang: Lang) -> Citations {
    let figures = card.indicators.iter().flat_map(|it| &it.figures);
    let pages = each_once(figures.filter_map(|it| read_at(context, it.page, lang)));
    if pages.is_empty() {
        return Citations::InRecord;
    }
    let url = |id: Option<PageId>| Some(context.page(id?)?.url.clone());
    let of_rows = of_rows.into_iter().map(|it| url(it).unwrap_or_default()).collect();
    Citations::Elsewhere { pages, of_rows }
}
