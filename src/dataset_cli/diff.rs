//! What changes between two states of the record, in words for a person.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::propose::revision_limit;
use crate::calendar::{Date, Month, Span};
use crate::data::{Amount, Dataset, Observation, ObservationId, Sources, Status};
use crate::facts::{self, Effect, Headline};
use crate::i18n::{Format, Lang};
use crate::measure::Unit;
use crate::query::VintageChoice;
use crate::reading::{self, Reading};

/// A state of the record.
#[derive(Clone, Copy)]
pub struct Snapshot<'a> {
    pub data: &'a Dataset,
    pub sources: &'a Sources,
}

const ENGLISH: Format = Format { lang: Lang::En, numbers: crate::state::Numbers::International };

/// A published figure, told from others in either state.
type Key = (String, Span, Date, String, Amount, Status);

impl Snapshot<'_> {
    fn key(&self, id: ObservationId) -> Key {
        let it = self.data.observation(id);
        let code = self.data.sectors.get(it.sector).code.clone();
        let url = self.sources.get(it.source).map_or(String::new(), |it| it.url.clone());
        (code, it.span, it.published, url, it.amount, it.status)
    }

    fn figures(&self) -> BTreeMap<Key, Vec<ObservationId>> {
        let mut figures: BTreeMap<Key, Vec<ObservationId>> = BTreeMap::new();
        for id in (0..self.data.observations.len() as u16).map(ObservationId) {
            figures.entry(self.key(id)).or_default().push(id);
        }
        figures
    }

    fn headline(&self, month: Month) -> Option<Headline> {
        facts::headline(self.data, VintageChoice::Latest, month)
    }

    fn reading(&self, month: Month, lang: Lang) -> Option<Reading> {
        let facts = self.headline(month)?;
        Some(reading::month(self.data, &facts, Format::new(lang, None)))
    }
}

/// Figures that are in one state and not in the other, in the order of the file.
fn only_in(one: &Snapshot, other: &Snapshot) -> Vec<ObservationId> {
    let there = other.figures();
    let figures = one.figures();
    let count = |key| there.get(key).map_or(0, Vec::len);
    let more = figures.iter().flat_map(|(key, ids)| ids.iter().skip(count(key)));
    let mut ids: Vec<ObservationId> = more.copied().collect();
    ids.sort();
    ids
}

/// What a reader will see change from `old` to `new`; and what is worth a look. Empty where
/// no figure was added or taken away.
pub fn describe(old: Snapshot, new: Snapshot, look: &[String]) -> String {
    let (added, gone) = (only_in(&new, &old), only_in(&old, &new));
    let mut text = String::new();
    if !(added.is_empty() && gone.is_empty()) {
        counted(&mut text, "Figures added", &added, &new);
        counted(&mut text, "FIGURES TAKEN AWAY", &gone, &old);
        let effect = |&id: &ObservationId| (id, facts::effect(old.data, new.data, id));
        let added: Vec<(ObservationId, Effect)> = added.iter().map(effect).collect();
        let months = new_months(&mut text, &added, new);
        revisions(&mut text, &added, old, new);
        records(&mut text, &months, new);
        headlines(&mut text, old, new);
    }
    section(&mut text, "Worth a look", look.iter().cloned());
    text
}

/// A heading and its lines; nothing without lines.
fn section(text: &mut String, title: &str, lines: impl IntoIterator<Item = String>) {
    let lines: Vec<String> = lines.into_iter().collect();
    if !lines.is_empty() {
        let _ = writeln!(text, "\n{title}");
        for line in lines {
            let _ = writeln!(text, "  {line}");
        }
    }
}

/// How many, by publication.
fn counted(text: &mut String, title: &str, ids: &[ObservationId], snapshot: &Snapshot) {
    let mut publications: BTreeMap<(Date, String), (usize, usize)> = BTreeMap::new();
    for &id in ids {
        let it = snapshot.data.observation(id);
        let source = snapshot.sources.get(it.source);
        let source = source.map_or_else(String::new, |it| format!("{}, {}", it.outlet, it.url));
        let counts = publications.entry((it.published, source)).or_default();
        if it.status == Status::Derived { counts.1 += 1 } else { counts.0 += 1 }
    }
    let line = |((day, source), (printed, derived)): ((Date, String), (usize, usize))| {
        let derived = match derived {
            0 => String::new(),
            more => format!(" and {} derived from them", ENGLISH.count(more)),
        };
        let printed = ENGLISH.count(printed);
        format!("{printed} printed{derived}, published {}: {source}", ENGLISH.date(day))
    };
    section(text, title, publications.into_iter().map(line));
}

/// `July–August FY27: $811 million, provisional`.
fn figure(it: &Observation) -> String {
    let amount = ENGLISH.money_exact(it.amount);
    format!("{}: {amount}, {}", ENGLISH.span(it.span), it.status.code())
}

/// Months of the total that had no figure; they are returned, too.
fn new_months(text: &mut String, added: &[(ObservationId, Effect)], new: Snapshot) -> Vec<Month> {
    let first = added.iter().filter(|it| it.1 == Effect::NewMonth);
    let figures: Vec<&Observation> = first.map(|it| new.data.observation(it.0)).collect();
    section(text, "New months", figures.iter().map(|it| figure(it)));
    figures.iter().map(|it| it.span.end()).collect()
}

/// As many figures of sub-sectors and totals are shown one by one.
const SHOWN: usize = 8;

fn revisions(text: &mut String, added: &[(ObservationId, Effect)], old: Snapshot, new: Snapshot) {
    let (mut revised, mut exact, mut firmer) = (Vec::new(), Vec::new(), Vec::new());
    let (mut first, mut confirmed, mut earlier) = (Vec::new(), 0, Vec::new());
    for &(id, effect) in added {
        let it = new.data.observation(id);
        let sector = new.data.sectors.get(it.sector);
        let name = format!("{}, {}", sector.short.en, ENGLISH.span(it.span));
        let derived = if it.status == Status::Derived { ", derived" } else { "" };
        let stood = old.data.sectors.by_code(&sector.code);
        let stood = stood.and_then(|code| old.data.vintages(code, it.span).next_back());
        let was = stood.map(|it| old.data.observation(it).status);
        let was = was.filter(|was| *was != it.status && it.status != Status::Derived);
        match effect {
            Effect::NewMonth => {}
            Effect::First => first.push(format!("{}, {}", sector.short.en, figure(it))),
            Effect::Earlier => earlier.push(format!("{}, {}", sector.short.en, figure(it))),
            Effect::Confirms => match was {
                Some(was) => firmer.push(format!(
                    "{name}: {}, now {}, was {}",
                    ENGLISH.money_cell(it.amount),
                    it.status.code(),
                    was.code()
                )),
                None => confirmed += 1,
            },
            Effect::Revises(revision) if revision.is_rounding() => {
                let decimals =
                    |it: Amount| it.to_string().split_once('.').map_or(0, |it| it.1.len());
                let more = decimals(revision.after) >= decimals(revision.before);
                let mark = if more { "more exact" } else { "rounded" };
                let was = was.map_or(String::new(), |was| {
                    format!("; now {}, was {}", it.status.code(), was.code())
                });
                exact.push(format!(
                    "{name}: now {}, was {}: {mark}{derived}{was}",
                    ENGLISH.money_cell(revision.after),
                    ENGLISH.money_cell(revision.before),
                ));
            }
            Effect::Revises(revision) => {
                let sign = if revision.change() > Amount::ZERO { "+" } else { "" };
                let difference = ENGLISH.money_cell(revision.change());
                let change = it.amount.change_on(revision.before);
                let percent = change.map_or(String::new(), |it| {
                    format!(", {}", ENGLISH.signed_percent(it * 100.0))
                });
                let limit = revision_limit(&new.data.sectors, it.sector);
                let large = change.is_some_and(|it| it.abs() > limit);
                let mark = if large { "  ← larger than revisions are" } else { "" };
                revised.push(format!(
                    "{name}: {} → {} ({sign}{difference}{percent}){derived}{mark}",
                    ENGLISH.money_cell(revision.before),
                    ENGLISH.money_cell(revision.after),
                ));
            }
        }
    }
    let unit = ENGLISH.unit(Unit::Money);
    section(text, &format!("Revised, in {unit} (old → new)"), revised);
    section(text, &format!("Printed more or less exactly, in {unit}"), exact);
    section(text, &format!("Another status, in {unit}"), firmer);
    let mut others = Vec::new();
    for (figures, what) in [
        (first, "for sub-sectors and totals that had none for their period"),
        (earlier, "older than the figure that stands, which the page goes on showing"),
    ] {
        let count = figures.len();
        others.extend((count > 0).then(|| format!("{} {what}", ENGLISH.count(count))));
        let more = count.saturating_sub(SHOWN);
        others.extend(figures.into_iter().take(SHOWN).map(|it| format!("  {it}")));
        others.extend((more > 0).then(|| format!("  … and {} more", ENGLISH.count(more))));
    }
    let confirm = || format!("{} that confirm the figure that stands", ENGLISH.count(confirmed));
    others.extend((confirmed > 0).then(confirm));
    section(text, "Other figures", others);
}

fn records(text: &mut String, months: &[Month], new: Snapshot) {
    let line = |&month: &Month| {
        let it = new.headline(month)?;
        let (rank, named, amount) = (it.rank, it.rank_of_name, it.amount);
        let (name, amount) = (ENGLISH.month(month), ENGLISH.money_exact(amount));
        let of_name = ENGLISH.month_name(month);
        match (rank.today.place, named.today.place) {
            (1, _) if rank.today.tied => {
                Some(format!("{name}, {amount}: as high as the highest month"))
            }
            (1, _) => {
                let of = ENGLISH.count(rank.today.of);
                Some(format!("{name}, {amount}: the highest of {of} months on record"))
            }
            (_, 1) => Some(format!("{name}, {amount}: the highest {of_name} on record")),
            _ => None,
        }
    };
    section(text, "Records broken", months.iter().filter_map(line));
}

fn headlines(text: &mut String, old: Snapshot, new: Snapshot) {
    let month = new.data.monthly_record().end();
    for (lang, name) in [(Lang::En, "English"), (Lang::Ur, "Urdu")] {
        let Some(says) = new.reading(month, lang) else { continue };
        let month = ENGLISH.month(month);
        let said = old.reading(old.data.monthly_record().end(), lang);
        if said.as_ref() == Some(&says) {
            section(
                text,
                &format!("The headline stays as it is in {name} ({month})"),
                [says.title],
            );
        } else {
            let title = format!("The headline will say in {name} ({month})");
            section(text, &title, [says.title, says.sentence]);
        }
    }
}
