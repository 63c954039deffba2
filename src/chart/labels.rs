//! Where words go: no two on top of each other, none beyond the edge.

use std::cmp::Reverse;

use super::{Anchor, Ink, Mark, Pattern, Text, line, rect};
use crate::order::sorted_by_key;

/// Naskh letters are drawn this much larger, to look as large as Latin ones.
pub const RTL_SCALE: f64 = 1.12;

/// About how wide a text is in the reader's system fonts, rather too wide than too
/// narrow: measured in Noto Sans, Noto Naskh Arabic and the wide DejaVu Sans. Needs no
/// font, so every backend lays out the same.
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(ems).sum();
    let script = if is_rtl(text) { RTL_SCALE } else { 1.0 };
    ems * size * script * if bold { 1.07 } else { 1.0 }
}

fn ems(letter: char) -> f64 {
    match letter {
        // Marks above and below, and invisible characters that steer direction.
        '\u{300}'..='\u{36f}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => 0.0,
        ' ' | '\u{a0}' => 0.28,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '،' | '۔' => 0.31,
        'f' | 'r' | 't' | '(' | ')' | '/' | '-' => 0.42,
        'm' | 'M' | 'W' | '%' | '—' | '…' => 0.96,
        'B' | 'E' | 'F' | 'J' | 'L' | 'P' | 'S' | 'T' | 'X' | 'Y' | 'Z' => 0.66,
        'w' | 'A'..='Z' => 0.76,
        'ا' | 'آ' | 'أ' => 0.30,
        'د' | 'ڈ' | 'ذ' | 'ر' | 'ڑ' | 'ز' | 'ژ' | 'و' | 'ؤ' => 0.47,
        'س' | 'ش' | 'ص' | 'ض' => 1.08,
        'ب' | 'پ' | 'ت' | 'ٹ' | 'ث' | 'ف' | 'ک' | 'گ' | 'ط' | 'ظ' | 'ے' => 0.76,
        '\u{600}'..='\u{6ff}' => 0.62,
        // Digits, small letters, signs.
        _ => 0.62,
    }
}

/// Whether a text has letters that are written from right to left.
pub fn is_rtl(text: &str) -> bool {
    text.chars().any(|it| matches!(it, '\u{590}'..='\u{8ff}'))
}

/// The text, or as much of it as fits into `room`, with an ellipsis.
pub fn fit(text: &str, size: f64, bold: bool, room: f64) -> String {
    if text_width(text, size, bold) <= room {
        return text.to_owned();
    }
    let mut fitted = text.to_owned();
    while fitted.pop().is_some() {
        let shortened = [fitted.trim_end(), "…"].concat();
        if text_width(&shortened, size, bold) <= room {
            return shortened;
        }
    }
    fitted
}

/// The text broken into at most four lines no wider than `room`; `None` when that cannot
/// be, or when there is no text.
pub fn wrap(text: &str, size: f64, room: f64) -> Option<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|it| !it.is_empty()) {
        let longer = lines.last().map(|line| [line, " ", word].concat());
        match longer.filter(|line| text_width(line, size, false) <= room) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None => lines.push(word.to_owned()),
        }
    }
    let fits = lines.len() <= 4 && lines.iter().all(|it| text_width(it, size, false) <= room);
    (fits && !lines.is_empty()).then(|| lines.join("\n"))
}

/// A text to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// One line, or several.
    pub text: String,
    pub size: f64,
    pub bold: bool,
    pub ink: Ink,
    /// Higher ones are placed first; a label that fits nowhere is left out.
    pub priority: u8,
    /// Where it may stand, best first.
    pub places: Vec<Place>,
    /// How far it may be moved sideways to stay within the bounds.
    pub slack: f64,
    /// Wipes what is behind it.
    pub plate: bool,
}

/// Where a label may stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub x: f64,
    /// Of the first baseline.
    pub y: f64,
    pub anchor: Anchor,
    /// What a thin line leads to, if the label stands away from it.
    pub leader: Option<(f64, f64)>,
}

impl Place {
    pub fn new(x: f64, y: f64, anchor: Anchor) -> Place {
        Place { x, y, anchor, leader: None }
    }
}

/// A rectangle of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub x0: f64,
    pub x1: f64,
    pub y0: f64,
    pub y1: f64,
}

impl Area {
    pub fn overlaps(&self, other: &Area) -> bool {
        self.x0 < other.x1 && other.x0 < self.x1 && self.y0 < other.y1 && other.y0 < self.y1
    }

    pub fn contains(&self, other: &Area) -> bool {
        self.x0 <= other.x0 && other.x1 <= self.x1 && self.y0 <= other.y0 && other.y1 <= self.y1
    }
}

/// Room above and below the baseline, in ems.
fn rise_and_fall(text: &str) -> (f64, f64) {
    if is_rtl(text) { (0.92, 0.38) } else { (0.78, 0.22) }
}

/// The room a text takes.
pub fn area(text: &Text) -> Area {
    let width = text_width(&text.text, text.size, text.bold);
    let x0 = match text.anchor {
        Anchor::Left => text.x,
        Anchor::Middle => text.x - width / 2.0,
        Anchor::Right => text.x - width,
    };
    let (rise, fall) = rise_and_fall(&text.text);
    Area { x0, x1: x0 + width, y0: text.y - rise * text.size, y1: text.y + fall * text.size }
}

/// Free room kept between two labels, sideways and up and down.
const APART: (f64, f64) = (4.0, 1.0);

/// From one line of a label to the next.
fn line_height(label: &Label) -> f64 {
    label.size * if is_rtl(&label.text) { 1.5 } else { 1.3 }
}

/// The labels that fit, as marks: each label by its priority (of equals the earlier
/// one) at its first free place within `bounds`.
pub fn place(labels: Vec<Label>, bounds: Area) -> Vec<Mark> {
    // Forgives what rounding adds.
    let edges = Area { x0: bounds.x0 - 1e-6, x1: bounds.x1 + 1e-6, ..bounds };
    let labels = sorted_by_key(labels, |label| Reverse(label.priority));
    let mut taken: Vec<Area> = Vec::new();
    let mut behind = Vec::new();
    let mut above = Vec::new();
    for label in labels {
        // A thin line crosses another label only where there is no other place.
        let places = [false, true].into_iter();
        let mut places = places.flat_map(|may| label.places.iter().map(move |it| (it, may)));
        let found = places.find_map(|(place, may_cross)| {
            let (mut lines, mut room) = lines(&label, place);
            let shift = (bounds.x0 - room.x0).max(0.0) - (room.x1 - bounds.x1).max(0.0);
            lines.iter_mut().for_each(|line| line.x += shift);
            room = Area { x0: room.x0 + shift, x1: room.x1 + shift, ..room };
            let wide = Area {
                x0: room.x0 - APART.0,
                x1: room.x1 + APART.0,
                y0: room.y0 - APART.1,
                y1: room.y1 + APART.1,
            };
            let leader = place.leader.map(|to| Area {
                x0: to.0 - APART.1,
                x1: to.0 + APART.1,
                y0: room.y1.min(to.1),
                y1: room.y0.max(to.1),
            });
            let free = |it: &Area| !taken.iter().any(|taken| taken.overlaps(it));
            let fits = shift.abs() <= label.slack
                && edges.contains(&room)
                && free(&wide)
                && (may_cross || leader.is_none_or(|it| free(&it)));
            fits.then_some((lines, room, place.leader))
        });
        let Some((lines, room, leader)) = found else { continue };
        if let Some(to) = leader {
            let from = if to.1 > room.y1 { room.y1 } else { room.y0 };
            behind.push(line((to.0, from), to, 1.0, Ink::Quiet));
        }
        if label.plate {
            let x = ((room.x0 - 2.0).max(bounds.x0), (room.x1 + 2.0).min(bounds.x1));
            let y = (room.y0 - 1.0, room.y1);
            behind.push(rect(x, y, Ink::Ground, Pattern::Solid));
        }
        taken.push(room);
        above.extend(lines.into_iter().map(Mark::Text));
    }
    behind.append(&mut above);
    behind
}

/// The lines of a label at a place, and the room they take.
fn lines(label: &Label, place: &Place) -> (Vec<Text>, Area) {
    let mut room: Option<Area> = None;
    let line = |(number, text): (usize, &str)| {
        let text = Text {
            x: place.x,
            y: place.y + line_height(label) * number as f64,
            text: text.to_owned(),
            size: label.size,
            anchor: place.anchor,
            ink: label.ink,
            bold: label.bold,
            heading: false,
        };
        let own = area(&text);
        room = Some(room.map_or(own, |room| Area {
            x0: room.x0.min(own.x0),
            x1: room.x1.max(own.x1),
            y0: room.y0.min(own.y0),
            y1: room.y1.max(own.y1),
        }));
        text
    };
    let lines = label.text.split('\n').enumerate().map(line).collect();
    let nowhere = Area { x0: place.x, x1: place.x, y0: place.y, y1: place.y };
    (lines, room.unwrap_or(nowhere))
}

/// Moves centres, given in order, apart to at least `apart` within `low..=high`, each as
/// little as needed; `None` when there are too many.
pub fn spread(centres: &[f64], apart: f64, low: f64, high: f64) -> Option<Vec<f64>> {
    if centres.len() as f64 * apart > high - low + apart {
        return None;
    }
    // Runs of touching labels, each centred on the mean of what its labels want.
    let mut runs: Vec<(f64, Vec<f64>)> = Vec::new();
    for &centre in centres {
        runs.push((centre, vec![centre]));
        loop {
            let settle = |wanted: &[f64]| {
                let half = (wanted.len() - 1) as f64 * apart / 2.0;
                let mean = wanted.iter().sum::<f64>() / wanted.len() as f64;
                mean.max(low + half).min(high - half)
            };
            let Some(last) = runs.last_mut() else { break };
            last.0 = settle(&last.1);
            let (centre, count) = (last.0, last.1.len());
            let Some(before) = runs.len().checked_sub(2).and_then(|it| runs.get(it)) else { break };
            let needed = (count + before.1.len()) as f64 * apart / 2.0;
            if centre - before.0 >= needed - 1e-9 {
                break;
            }
            let (_, wanted) = runs.pop().unwrap_or_default();
            if let Some(before) = runs.last_mut() {
                before.1.extend(wanted);
            }
        }
    }
    let spread = runs.iter().flat_map(|(centre, wanted)| {
        let first = centre - (wanted.len() - 1) as f64 * apart / 2.0;
        (0..wanted.len()).map(move |place| first + place as f64 * apart)
    });
    Some(spread.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn invisible_characters_and_marks_take_no_room() {
        assert_eq!(text_width("\u{2066}12\u{2069}", 10.0, false), text_width("12", 10.0, false));
        assert_eq!(text_width("یومِ", 10.0, false), text_width("یوم", 10.0, false));
    }

    #[test]
    fn the_more_important_of_two_labels_stays() {
        let label = |text: &str, priority| Label {
            text: text.to_owned(),
            size: 12.0,
            bold: false,
            ink: Ink::Ink,
            priority,
            places: vec![Place::new(50.0, 20.0, Anchor::Middle)],
            slack: 100.0,
            plate: false,
        };
        let bounds = Area { x0: 0.0, x1: 100.0, y0: 0.0, y1: 40.0 };
        let placed = place(vec![label("less", 1), label("more", 2)], bounds);
        let [Mark::Text(text)] = placed.as_slice() else { panic!("{placed:?}") };
        assert_eq!(text.text, "more");
    }

    #[test]
    fn long_texts_are_broken_or_shortened_to_fit() {
        let room = text_width("published", 12.0, false) + 1.0;
        let wrapped = wrap("no published split", 12.0, room);
        assert_eq!(wrapped.as_deref(), Some("no\npublished\nsplit"));
        assert_eq!(wrap("no published split", 12.0, room / 2.0), None);
        assert_eq!(wrap("", 12.0, room), None);
        assert_eq!(fit("published", 12.0, false, room), "published");
        assert_eq!(fit("published split", 12.0, false, room), "publish…");
    }

    proptest! {
        #[test]
        fn placed_labels_never_overlap_or_leave_the_bounds(
            wanted in prop::collection::vec(
                ("[a-z0-9]{1,8}|[سشبلا]{1,8}", -20.0..320.0f64, -10.0..120.0f64, 0u8..4), 1..30,
            ),
        ) {
            let bounds = Area { x0: 0.0, x1: 300.0, y0: 0.0, y1: 100.0 };
            let labels = wanted.into_iter().map(|(text, x, y, priority)| Label {
                text,
                size: 12.0,
                bold: priority == 3,
                ink: Ink::Ink,
                priority,
                places: vec![Place::new(x, y, Anchor::Middle), Place::new(x, y + 20.0, Anchor::Left)],
                slack: 10.0,
                plate: false,
            });
            let placed: Vec<Area> = place(labels.collect(), bounds)
                .iter()
                .filter_map(|mark| if let Mark::Text(text) = mark { Some(area(text)) } else { None })
                .collect();
            for (number, one) in placed.iter().enumerate() {
                prop_assert!(one.x0 >= -1e-3 && one.x1 <= 300.001 && bounds.y0 <= one.y0 && one.y1 <= bounds.y1);
                prop_assert!(placed[number + 1..].iter().all(|other| !one.overlaps(other)));
            }
        }

        #[test]
        fn spread_labels_keep_their_order_and_distance(
            mut centres in prop::collection::vec(0.0..300.0f64, 1..20),
        ) {
            centres.sort_by(f64::total_cmp);
            match spread(&centres, 14.0, 10.0, 290.0) {
                None => prop_assert!(centres.len() > 20),
                Some(spread) => {
                    prop_assert_eq!(spread.len(), centres.len());
                    prop_assert!(spread.windows(2).all(|it| it[1] - it[0] >= 14.0 - 1e-6));
                    prop_assert!(spread.iter().all(|&it| (10.0 - 1e-6..=290.0 + 1e-6).contains(&it)));
                }
            }
        }
    }
}
