//! A small picture for each of the chosen sub-sectors, all over the same months.

use super::ViewInput;
use super::spans::{self, Spans, figures, mean, rows_of, statuses};
use crate::calendar::{Frequency, Span};
use crate::catalogue::ViewId;
use crate::chart::{self, Multiples as Input, Panel};
use crate::data::{Dataset, SectorId, SectorSet, Status};
use crate::exhibit::{Choosable, Citations, Control, Datum, Exhibit, Kind, Picture};
use crate::facts::Direction;
use crate::i18n::views::breakdown::words;
use crate::i18n::{Format, Lang};
use crate::measure::{Unit, Value};
use crate::query::{self, Heading, VintageChoice};
use crate::reading::text::{Say, Text, say};
use crate::reading::{Reading, en, ur};
use crate::state::{Action, Scale, State};
use crate::table::{Table, heading_name};

/// The chosen sub-sectors one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    pub sectors: SectorSet,
    pub range: Span,
    pub vintage: VintageChoice,
    pub scale: Scale,
    /// In tree order, each wherever a figure of its own is published.
    pub parts: Vec<(SectorId, Spans)>,
    /// Months of the range for which none of them has a figure.
    pub gaps: Vec<Span>,
}

impl Multiples {
    /// The sub-sector with the highest last monthly mean, and that figure.
    pub fn largest(&self) -> Option<(SectorId, &Spans, &Value)> {
        let known = self.parts.iter().filter_map(|(it, spans)| Some((*it, spans, spans.last()?)));
        // The first of equals.
        known.rev().max_by(|one, other| one.2.value.total_cmp(&other.2.value))
    }

    /// Of those whose last figure can be compared with the year before, how many are higher,
    /// as high, and lower.
    pub fn compared(&self) -> (usize, usize, usize) {
        let changes = || self.parts.iter().filter_map(|(_, it)| it.change);
        let goes = |way: Direction| changes().filter(|it| it.direction() == way).count();
        (goes(Direction::Up), goes(Direction::Unchanged), goes(Direction::Down))
    }

    /// How many have any figure in the range.
    pub fn known(&self) -> usize {
        self.parts.iter().filter(|(_, it)| !it.values.is_empty()).count()
    }

    /// The least firm status of all last figures.
    fn status(&self) -> Option<Status> {
        self.parts.iter().filter_map(|(_, it)| Some(it.last()?.status)).max()
    }
}

pub fn multiples(data: &Dataset, state: &State) -> Multiples {
    let tree = &data.sectors;
    let leaves = tree
        .ids()
        .filter(|&it| tree.is_leaf(it) && !tree.is_bundle(it) && state.sectors.contains(it.into()));
    let leaves = leaves.filter(|_| !state.sectors.is_empty());
    let parts: Vec<(SectorId, Spans)> =
        leaves.map(|it| (it, part(data, state, Heading::Sector(it)))).collect();
    let known = |it: &Span| {
        let mut values = parts.iter().flat_map(|(_, spans)| &spans.values);
        values.any(|value| value.span.contains(*it))
    };
    let mut gaps: Vec<Span> = Vec::new();
    for month in state.range.months().map(Span::from).filter(|it| !known(it)) {
        let joined = gaps.last().filter(|it| it.end().plus(1) == month.start());
        match joined.and_then(|it| Span::new(it.start(), month.end())) {
            Some(longer) => {
                gaps.pop();
                gaps.push(longer);
            }
            None => gaps.push(month),
        }
    }
    let State { sectors, range, vintage, scale, .. } = *state;
    Multiples { sectors, range, vintage, scale, parts, gaps }
}

/// What is published of one heading over the view's range. What is not itemised has no series.
pub(super) fn part(data: &Dataset, state: &State, heading: Heading) -> Spans {
    let sectors = match heading {
        Heading::Sector(it) => data.sectors.leaves(it),
        Heading::NotItemised(_) => SectorSet::EMPTY,
    };
    let series = query::series(data, state.vintage, sectors, Frequency::Monthly);
    spans::of(data, &series, state.range, state.vintage)
}

/// A part as the charts take it.
pub(super) fn panel(data: &Dataset, name: String, heading: Heading, part: &Spans) -> Panel {
    Panel {
        name,
        ink: chart::ink(&data.sectors, heading),
        values: part.values.clone(),
        gaps: part.gaps.clone(),
        break_at: part.break_at,
    }
}

/// The course of one heading over the view's range, without words, for a row of a table:
/// 96 by 24 pixels, on a scale of its own from nought.
pub fn sparkline(data: &Dataset, state: &State, heading: Heading) -> chart::Scene {
    let part = part(data, state, heading);
    let panel = panel(data, String::new(), heading, &part);
    chart::sparkline(&panel, state.range, (96.0, 24.0))
}

/// What is said of every point of the panels.
pub(super) fn said(panels: &[Panel], range: Span, format: Format) -> Vec<Datum> {
    let slots = chart::slots(panels, range);
    let mut all = Vec::new();
    for (series, panel) in panels.iter().enumerate() {
        for (index, value) in chart::stops(panel, &slots) {
            let (figures, observations) = match value {
                Some(it) => (figures(it, format), it.observations.clone()),
                None => (vec![words(format.lang).no_figure.to_owned()], Vec::new()),
            };
            let Some(&slot) = slots.get(index) else { continue };
            let heading = format!("{} · {}", isolate_latin(&panel.name), format.span(slot));
            all.push(Datum {
                at: (index, series),
                heading,
                figures,
                observations,
                ..Datum::default()
            });
        }
    }
    all
}

/// A name that begins with figures keeps its order among right-to-left words.
fn isolate_latin(name: &str) -> String {
    if name.starts_with(|it: char| it.is_ascii_digit()) {
        format!("\u{2068}{name}\u{2069}")
    } else {
        name.to_owned()
    }
}

pub fn exhibit(input: &ViewInput) -> Exhibit {
    let &ViewInput { data, state, format, .. } = input;
    let facts = multiples(data, state);
    let strings = format.lang.strings();
    let own = words(format.lang);
    let name = |it: SectorId, short| heading_name(data, Heading::Sector(it), format.lang, short);
    let panels: Vec<Panel> = facts
        .parts
        .iter()
        .map(|(it, part)| panel(data, name(*it, true), Heading::Sector(*it), part))
        .collect();
    let named: Vec<(String, &[Value])> =
        facts.parts.iter().map(|(it, part)| (name(*it, false), part.values.as_slice())).collect();
    let values: Vec<Value> = panels.iter().flat_map(|it| it.values.clone()).collect();
    let mut notes = vec![own.each_series.to_owned()];
    if let Some(newer) = data.sectors.newer_part(state.sectors) {
        notes.push(newer.note.get(format.lang).to_owned());
    }
    let options = [(Scale::Common, own.scale_common), (Scale::Own, own.scale_own)];
    let scale = if facts.scale == Scale::Common { own.scale_common } else { own.scale_own };
    let unit = (strings.monthly_mean)(format.unit(Unit::Money));
    let (range, common) = (state.range, state.scale == Scale::Common);
    Exhibit {
        name: ViewId::Multiples.file(),
        reading: reading(data, &facts, format),
        unit: (own.with_scale)(&unit, scale),
        table: Table {
            columns: spans::columns(Some(strings.sector), format),
            rows: rows_of(data, &named, format),
            whole: None,
        },
        notes,
        controls: vec![Control {
            name: "multiples-scale",
            legend: own.scale.to_owned(),
            kind: Kind::One,
            options: options
                .into_iter()
                .map(|(it, name)| Choosable {
                    action: Action::Scale(it),
                    name: name.to_owned(),
                    chosen: state.scale == it,
                })
                .collect(),
        }],
        sources: Citations::InRecord,
        picture: Picture {
            data: said(&panels, range, format),
            swatches: Vec::new(),
            status: statuses(&values),
            year: 12,
            draw: Box::new(move |frame| {
                let columns = (2, 4);
                chart::multiples(&Input { panels: &panels, range, common, columns, format }, frame)
            }),
        },
    }
}

fn reading(data: &Dataset, facts: &Multiples, format: Format) -> Reading {
    let text = &mut Text::new(format);
    match (format.lang.spoken(), facts.sectors.is_empty()) {
        (Lang::En, true) => en::nothing_chosen(text),
        (Lang::Ur, true) => ur::nothing_chosen(text),
        (Lang::En, false) => in_english(text, data, facts),
        (Lang::Ur, false) => in_urdu(text, data, facts),
    }
}

fn in_english(text: &mut Text, data: &Dataset, facts: &Multiples) -> Reading {
    let Some((sector, part, last)) = facts.largest() else {
        let exports = en::Exports(data, facts.sectors);
        say!(text, "No figure for ", exports, " in ", facts.range);
        let title = text.take();
        say!(text, "No sub-sector chosen has a figure of its own for ", facts.range);
        text.stop();
        return Reading { title, sentence: text.take() };
    };
    let name = en::Name(data, Heading::Sector(sector));
    let (up, same, down) = facts.compared();
    let (known, all) = (facts.known(), up + same + down);
    match (known, all, up) {
        (1, ..) => {
            say!(text, name, " in ", last.span, ": ", mean(last));
            if !last.span.is_month() {
                say!(text, " a month");
            }
        }
        (known, all, _) if all < known => {
            say!(text, name, " is the largest of ", en::InWords(known), " sub-sectors")
        }
        (_, 2, 2) => say!(text, "both sub-sectors export more than a year before"),
        (_, all, up) if up == all => {
            say!(text, "all ", en::InWords(all), " sub-sectors export more than a year before");
        }
        (_, all, up) => {
            match up {
                0 => say!(text, "none"),
                up => say!(text, en::InWords(up)),
            }
            say!(text, " of ", en::InWords(all), " sub-sectors ");
            // What stands before counts: `none` and `one` are singular.
            say!(text, if up <= 1 { "exports" } else { "export" }, " more than a year before");
        }
    }
    let title = text.take();
    if known > 1 {
        say!(text, "The largest of the ", en::InWords(known), " sub-sectors shown is ");
        say!(text, name, ", with ");
    } else {
        say!(text, "The one sub-sector shown, ", name, ", stands at ");
    }
    say!(text, mean(last));
    if !last.span.is_month() {
        say!(text, " a month");
    }
    say!(text, " in ", last.span);
    if let Some(change) = part.change {
        say!(text, ", ");
        en::compared(text, change);
        say!(text, "in ", change.base);
    }
    text.stop();
    if known > 1 {
        match all {
            0 => say!(text, "None of them can be compared with a year before"),
            1 => say!(text, "The one that can be compared with a year before is "),
            all if all == known => say!(text, "Compared with a year before, "),
            all => {
                say!(
                    text,
                    "Of the ",
                    en::InWords(all),
                    " that can be compared with a year before, "
                );
            }
        }
        let ways = [(up, "higher"), (same, "much the same"), (down, "lower")];
        for (place, (count, way)) in ways.into_iter().filter(|it| it.0 > 0).enumerate() {
            match (place, count) {
                (_, _) if all == 1 => say!(text, way),
                (_, count) if count == all => say!(text, "all are ", way),
                (0, 1) => say!(text, "one is ", way),
                (0, count) => say!(text, en::InWords(count), " are ", way),
                (_, count) => {
                    let last = place + 1 == ways.iter().filter(|it| it.0 > 0).count();
                    say!(text, if last { " and " } else { ", " }, en::InWords(count), " ", way);
                }
            }
        }
        text.stop();
    }
    en::missing(text, "division", &facts.gaps, facts.range);
    if let Some(status) = facts.status().and_then(en::status) {
        say!(text, if known > 1 { "Some of the last figures are " } else { "The last figure is " });
        say!(text, status);
        text.stop();
    }
    en::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}

fn in_urdu(text: &mut Text, data: &Dataset, facts: &Multiples) -> Reading {
    let Some((sector, part, last)) = facts.largest() else {
        let (exports, range) = (ur::Exports(data, facts.sectors), ur::Period(facts.range));
        return ur::not_published(text, exports, range);
    };
    let name = ur::Name(data, Heading::Sector(sector));
    let (up, same, down) = facts.compared();
    let (known, all) = (facts.known(), up + same + down);
    match (known, all, up) {
        (1, ..) => {
            say!(text, ur::Period(last.span), " میں ", name, " کی برآمدات: ");
            if !last.span.is_month() {
                say!(text, "ماہانہ ");
            }
            say!(text, mean(last));
        }
        (known, all, _) if all < known => {
            say!(text, ur::InWords(known), " ذیلی شعبوں میں سب سے بڑا حصہ ", name, " کا");
        }
        (_, all, 0) => {
            say!(
                text,
                ur::InWords(all),
                " ذیلی شعبوں میں سے کسی کی برآمدات پچھلے سال سے زیادہ نہیں"
            );
        }
        (_, 2, 2) => say!(text, "دونوں ذیلی شعبوں کی برآمدات پچھلے سال سے زیادہ"),
        (_, all, up) if up == all => {
            say!(text, "تمام ", ur::InWords(all), " ذیلی شعبوں کی برآمدات پچھلے سال سے زیادہ");
        }
        (_, all, up) => {
            say!(text, ur::InWords(all), " ذیلی شعبوں میں سے ", ur::InWords(up));
            say!(text, " کی برآمدات پچھلے سال سے زیادہ");
        }
    }
    let title = text.take();
    if known > 1 {
        say!(text, "دکھائے گئے ", ur::InWords(known), " ذیلی شعبوں میں سب سے بڑا حصہ ");
        say!(text, name, " کا ہے: ");
    } else {
        say!(text, "دکھایا گیا واحد ذیلی شعبہ ", name, " کا ہے: ");
    }
    say!(text, ur::Period(last.span), " میں ");
    if !last.span.is_month() {
        say!(text, "ماہانہ ");
    }
    say!(text, mean(last));
    if let Some(change) = part.change {
        say!(text, "، جو ");
        ur::compared(text, change, &ur::Period(change.base));
        say!(text, " ہیں");
    }
    text.stop();
    if known > 1 {
        match all {
            0 => say!(text, "ان میں سے کسی کا پچھلے سال سے موازنہ ممکن نہیں"),
            1 => say!(text, "جس ایک کا پچھلے سال سے موازنہ ممکن ہے وہ "),
            all if all == known => say!(text, "پچھلے سال کے مقابلے میں "),
            all => {
                say!(text, "جن ", ur::InWords(all), " کا پچھلے سال سے موازنہ ممکن ہے ان میں سے ");
            }
        }
        let ways = [(up, "زیادہ"), (same, "تقریباً برابر"), (down, "کم")];
        for (place, (count, way)) in ways.into_iter().filter(|it| it.0 > 0).enumerate() {
            match (place, count) {
                (_, _) if all == 1 => say!(text, way),
                (_, count) if count == all => say!(text, "سب ", way),
                (0, count) => say!(text, ur::InWords(count), " ", way),
                (_, count) => {
                    let last = place + 1 == ways.iter().filter(|it| it.0 > 0).count();
                    say!(text, if last { " اور " } else { "، " }, ur::InWords(count), " ", way);
                }
            }
        }
        if all > 0 {
            say!(text, if all == 1 { " ہے" } else { " ہیں" });
        }
        text.stop();
    }
    ur::missing(text, "کی تقسیم شائع نہیں ہوئی", &facts.gaps, facts.range);
    let status = facts.status();
    if known > 1 {
        let said = match status {
            Some(Status::Revised) => Some("آخری اعداد میں سے بعض نظرثانی شدہ ہیں"),
            Some(Status::Derived) => Some("آخری اعداد میں سے بعض اخذ کیے گئے ہیں"),
            Some(Status::Provisional) => Some("آخری اعداد میں سے بعض عبوری ہیں"),
            Some(Status::Final) | None => None,
        };
        if let Some(said) = said {
            say!(text, said);
        }
    } else if let Some(status) = status.and_then(ur::status) {
        say!(text, "آخری عدد ", status);
    }
    text.stop();
    ur::vintage(text, facts.vintage);
    Reading { title, sentence: text.take() }
}
